"""What stands beside a name in an attendance list: role, party, employer, part presence, substitution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from unicodedata import normalize

from minuteparse import rules


@dataclass(frozen=True, slots=True)
class Detail:
    """One remark beside a name.

    `kind` is role, chair, presided, party, organisation, note, remote, substitute, alias, guest or status.

    `text` is the words that say it; for a substitute what follows "substitute for", perhaps empty; a status itself.
    """

    kind: str
    text: str


habit = cache(partial(rules.pattern, "attendance"))
"""The pattern of the rule `name` of data/attendance.toml."""


@lru_cache(maxsize=4096)
def is_post(text: str) -> bool:
    """True if `text` has a word of a post or office."""
    return bool(habit("post").search(text.lower()))


@lru_cache(maxsize=4096)
def is_organisation(text: str) -> bool:
    """True if `text` reads as the name of a body."""
    return bool(habit("organisation").search(text))


_SHORT = 3
_PLACE_OF = re.compile(
    r"(?:City|Town|Village|District|Township|Municipality|County|Borough) of (?:[A-Z]|\d)|Electoral Area\b"
)
# Who sent a school governor: no body is named by these words alone.
_CATEGORY = re.compile(
    r"(?:Foundation|Local Authority|LA|Co-?opted|Parent|Staff)(?: Governor)?(?:, ex[- ]officio)?", re.I
)
_OFFICE_OF = re.compile(r"\s*(?:the )?Office of (?:the )?[A-Z]")
_ALIAS = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Za-z]?$")
_SHORT_CHAIR = {"C": "Chair", "Ch": "Chair", "VC": "Vice-Chair", "V-C": "Vice-Chair", "Vice": "Vice-Chair"}
_FOR = re.compile(
    r"^for\s+(?=(?:the )?(?:Councill?or|Cllr|Cr|M(?:r|rs|s|iss)|Dr|Alderman|[A-Z][\w'-]+ [A-Z]|[A-Z]\.? ?[A-Z]))"
)
_REPLACES = re.compile(
    r"^(?:for|vice|in (?:the )?(?:place|absence|stead) of|in lieu of|on behalf of|replacing"
    r"|substituting for|deputising for)\s+"
)
_LIST_CUT = re.compile(
    r"(?i)\s*;\s*|\s+-\s+|,\s*(?=(?:from|until|via|arriv|left|join|by |substitut|in the chair|presiding))"
    r"|(?<=\w)\s*,\s*(?=(?:Lab|Con|LD|Ind|Green)\b)"
)


def read_details(text: str, name: str, *, bracket: bool) -> list[Detail]:
    """The details that `text`, printed beside `name`, gives; `bracket` says that it stood in brackets.

    >>> read_details("Clerk", "A Orme", bracket=True), read_details("AO", "Ann Orme", bracket=True)
    ([Detail(kind='role', text='Clerk')], [Detail(kind='alias', text='AO')])
    """
    text = (
        " ".join(text.split()).strip(" ,;:.*|[]")
        if not text.endswith(("S.", "O.", "F.", "E."))
        else " ".join(text.split()).strip(" ,;:")
    )
    if not text:
        return []
    whole = _single(text, name, bracket)
    if whole:
        return [whole]
    initials, comma, rest = text.partition(", ")
    if bracket and comma and is_alias(initials, name):
        return [Detail("alias", initials), *read_details(rest, name, bracket=True)]
    parts = [p for p in _LIST_CUT.split(text) if p] if bracket else [text]
    found: list[Detail] = []
    for part in parts:
        single = _single(part, name, bracket) if len(parts) > 1 else None
        found.extend([single] if single else _titles(part, bracket))
    return found


def status_in(text: str) -> str | None:
    """The status that a cell or word beside a name gives: "Excused", "N - no apologies", "present from 7.10"."""
    for status in ("present", "absent", "apologies"):
        if habit(f"status_{status}").match(text):
            return status
    return None


def _single(text: str, name: str, bracket: bool) -> Detail | None:  # noqa: PLR0911
    if (status := status_in(text)) and not (bracket and (len(text) < 3 or (status == "present" and " " in text))):
        return Detail("status", status)
    if habit("invited").match(text):
        return Detail("guest", text)
    party = text[:-6] if bracket and text.endswith((" group", " Group")) else text
    if habit("party").match(party) and (bracket or len(party) > 2):
        initials = is_alias(party, name) and len(party) <= 3
        return Detail("alias" if initials and party not in ("Lab", "Con", "Ind") else "party", party)
    if bracket and text in _SHORT_CHAIR and not is_alias(text, name):
        return Detail("role", _SHORT_CHAIR[text])
    if habit("chair").search(text) and not re.search(r"(?i)vice|deputy|depute|mayor", text):
        return Detail("chair", text)
    if match := habit("substitute").match(text):
        return Detail("substitute", text[match.end() :])
    if match := _REPLACES.match(text):
        return (
            Detail("substitute", text[match.end() :])
            if _FOR.match(text) or not text.startswith("for")
            else Detail("note", text)
        )
    if habit("presence").search(text):
        return Detail("note", text)
    if habit("remote").search(text):
        return Detail("remote", text)
    if bracket and is_alias(text, name):
        return Detail("alias", text)
    if bracket and text[0].islower() and not is_post(text):
        return Detail("note", text)
    return None


def is_alias(text: str, name: str) -> bool:
    """True if `text` is made of initials of `name`: "GC", "POD", "SGr", "MWh"."""
    if not _ALIAS.match(text) or (len(text) > 1 and text[1:].islower() and len(text) > 2):
        return False
    if not any(c.isupper() for c in text[1:]) and len(text) > 1:
        return False
    letters = "".join(c for c in normalize("NFD", name) if c.isalpha())
    if not letters or letters[0].upper() != text[0]:
        return False
    at = 0
    for char in text:
        at = letters.lower().find(char.lower(), at) + 1
        if at == 0:
            return False
    return True


def _titles(text: str, bracket: bool) -> list[Detail]:
    """`text` as a role, an employer, or a role and an employer after its last comma."""
    if habit("chair").search(text):
        return [Detail("chair", text)]
    head, comma, last = text.rpartition(",")
    named = habit("strong_organisation").search(last) and not is_post(last)
    if comma and is_post(head) and (named or _OFFICE_OF.match(last)):
        return [Detail("role", head.strip()), Detail("organisation", last.strip())]
    if _CATEGORY.fullmatch(text) or (is_post(text) and not _OFFICE_OF.match(text)):
        return [Detail("role", text)]
    if is_organisation(text) or _OFFICE_OF.match(text) or _PLACE_OF.match(text):
        return [Detail("organisation", text)]
    if not bracket and len(text.split()) > 8:
        return []
    body = (bracket and len(text) > _SHORT) or text.endswith((" Board", " Panel", " Committee"))
    return [Detail("organisation" if body else "role", text)] if text[:1].isupper() else []
