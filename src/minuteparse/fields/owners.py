"""Who is to do it: names, initials and offices as printed, alone or in a list."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minuteparse.rules import alternatives, words

_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŠŽŻČĆĐŞİŐŰŌŪĀ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]*(?:['-][A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]+)*"
_SMALL = "a-zß-öø-ÿĀ-ſ"
_PARTICLE = r"(?:(?:de|van|von|der|du|le|la|ap|Mac|Mc|Ó|Ní|Nic|O)\s+)"
_SEPARATOR = r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*/\s*)"


_TITLED = re.compile(r"(?:[Tt]he\s+)?(?:C(?:ll|oun)?rs?|Councillors?|M(?:r|rs|s|iss|x)|Dr|Clerk|Chair)\b")
_PARTED = re.compile(r",|\s(?:and|&)\s|[/&]")
_SEPARATED = re.compile(_SEPARATOR)
_NAMES_ONLY = re.compile(rf"{_NAME}(?:{_SEPARATOR}{_NAME}){{0,4}}")
_AHEAD = 12
_NAME_END = re.compile(r"(?:[^\Wa-z\d_]\S{0,30}|\)|\bof\s+(?:the\s+)?\w+)$")
_LONGEST_END = 64  # characters of the last words of an owner


class OwnerPatterns(NamedTuple):
    """Compiled once: one owner, a list of owners, a subject that is a pronoun, and an office at the end.

    The last word of an owner has a capital, names an office, or stands after "of".
    """

    one: re.Pattern[str]
    several: re.Pattern[str]
    pronoun: re.Pattern[str]
    office_end: re.Pattern[str]


@cache
def owner_patterns() -> OwnerPatterns:
    """The patterns, from the word lists."""
    title = rf"(?:(?:{alternatives('tier')}\s+)?{alternatives('honorific')}\b\.?:?\s*)"
    initials = r"(?:(?:[A-Z][a-z]?\.\s?){1,3}|[A-Z]{1,3}\s)"
    titled = rf"{title}{{1,3}}(?:{initials}\s*)?{_PARTICLE}{{0,2}}{_NAME}(?:\s+{_PARTICLE}{{0,2}}{_NAME}){{0,2}}"
    office = alternatives("office")
    tail = r"(?:\s*\([A-Z][^()\n]{1,40}\)|\s+-\s+[A-Z][a-z]+\b)?"
    listed = rf",(?=\s+(?!(?:{title}|{office}\b)){_NAME}(?:,\s|,?\s+(?:and|&)\s))"
    field = rf"{_NAME}(?:(?:{listed}|,?\s+(?:and|&)|\s+(?:of|the|for))*\s+(?!and\b){_NAME}){{0,5}}"
    scope = rf"(?:(?:,?\s+(?:of|for|with\s+[Rr]esponsibility\s+for))\s+(?:the\s+)?{field})?"
    verb = r"be|is|was|were|to|will|would|shall|should|agreed|undertook|offered|promised"
    # "Service Director: Housing", "Principal Officer, Finance", "Head of Service - Roads and Lighting"
    branch = (
        rf"(?:(?<=[Dd]irector)|(?<=[Oo]fficer)|(?<=[Mm]anager)|(?<=[Ss]ervice)|(?<=Member)|(?<=Holder))"
        rf"(?:,|:|\s+-)\s+(?!{title}){field}(?=\s+(?:{verb}|{alternatives('deed')})\b|[\s.]*$)"
    )
    lower_scope = r"(?:\s+of\s+(?:the\s+)?[a-z]+)?"
    before = rf"(?:{_NAME}\s+(?:(?:of|and|&|for)\s+(?:the\s+)?(?={_NAME}))?){{0,5}}?"
    body = r"(?:Council|Board|Committee|Authority|Trust(?:ees)?|Govern\w+)"
    of_body = "(?:(?<=[Cc]lerk)|(?<=[Ss]olicitor)|(?<=[Ss]ecretary)|(?<=[Aa]dviser))"
    to_body = rf"(?:{of_body}\s+to\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?{body})?"
    post = rf"{before}{office}(?:\s+(?:{_NAME}\s+)?{office}){{0,2}}{to_body}(?![\w'])"
    reach = rf"(?:{branch}|{tail}{scope}(?:{branch})?)"
    capital = rf"(?:(?:[Tt]he|THE|[Ee]ach|[Aa]ny|[Aa]ll|[Bb]oth)\s+)?{post}(?!\s+[a-z]+ed\b\s+by){reach}"
    lower = rf"(?:(?:[Tt]he|[Ee]ach|[Aa]ny|[Aa]ll|A)\s+)(?:[a-z]+\s+){{0,2}}(?i:{office})(?![\w']){lower_scope}"
    everybody = r"[Aa]ll\s+(?:[a-z]+\s+)?(?:members|governors|councillors|trustees|directors|staff|officers)(?![\w'])"
    mixed = (
        rf"(?!(?:This|That|THAT|These|Our|No|Each|All|Any|Requests?|Directs?|Instructs?|Asks?)\b)(?:[Tt]he\s+)?(?:{_NAME}\s+){{1,4}}"
        r"(?:team|officer|officers|manager|director|department|group|staff|members)(?![\w'])"
    )
    short = r"(?:[Tt]he\s+(?=[A-Z]{3}))?[A-Z]{2,4}[a-z]?(?![\w'])|[A-Z][a-z]?[A-Z][a-z]?(?![\w'])"
    short += r"|[Ss]taff(?=\s+(?:to|be|will|shall|report)\b)|Staff(?=\s+(?:would|were)\b)"
    short += r"|officers(?=\s+(?:would|will|to|be|report\s+back)\s)"
    short += r"|(?:[Ss]taff|[Oo]fficers)(?=\s+(?:prepare|bring|provide|circulate|investigate|look|place|send|write"
    short += r"|arrange|draft|contact|explore|share|submit|include|obtain|seek|notify|advise|meet|follow|develop"
    short += r"|consider|undertake)\b)"
    full = (
        rf"(?:(?:[A-Z]\.?\s){{1,3}}|[A-Z][{_SMALL}]+(?:-[A-Z][{_SMALL}]+)?\s+)(?:[A-Z]\.?\s+)?(?:Mc|Mac"
        rf"|O')?[A-ZŁŚŠŽŻČĆ][{_SMALL}]+(?:-[A-Z][{_SMALL}]+)?(?![\w'])(?:,\s+{post}{scope})?"
    )
    stop = r"(?!(?:The|This|That|There|It|In|On|At|For|To|No|Also|And|But|If|When|All\s+in)\b\s+(?!Clerk))"
    named = rf"(?:\s*,\s+{title}{{1,2}}(?:{initials}\s*)?{_NAME}(?:\s+{_NAME}){{0,2}})?"
    after = rf"(?:\s+(?!BE\b){_NAME}(?:\s+{_NAME})?(?=\s+(?:will|would|to|agreed|offered|undertook|said|is|was)\b))?"
    shouted = "|".join(re.escape(w.upper()) for w in sorted(words("office"), key=len, reverse=True))
    shout = rf"(?:THE\s+)?(?:[A-Z]{{3,}}\s+){{0,2}}(?:{shouted})(?![\w'])"
    one = (
        rf"(?:{everybody}|{titled}(?:,\s+(?:[Tt]he\s+)?{post}{scope})?|{capital}(?:{named}{after})|{shout}|{lower}|{mixed}"
        rf"|{stop}(?:{full})|{short})"
    )
    group = (
        rf"{alternatives('plural_honorific')}\.?\s+(?:{initials}\s*)?{_NAME}"
        rf"(?:{_SEPARATOR}(?!and\b)(?:{initials}\s*)?{_NAME}){{1,6}}"
    )
    # Most words begin in small letters and are passed over at once.
    begin = rf"(?=[A-ZÀ-ÖØ-ÞŁŚŠŽŻČĆĐŞİŐŰŌŪĀ]|{'|'.join(sorted(_small_beginnings()))})"
    return OwnerPatterns(
        one=re.compile(begin + one),
        several=re.compile(rf"{begin}(?:{group}|{one})(?:{_SEPARATOR}{one}){{0,4}}"),
        office_end=re.compile(rf"\b(?i:{office}|department|group)$"),
        pronoun=re.compile(r"\b(?:[Ss]?[Hh]e|[Tt]hey|I|[Ww]ho)$"),
    )


def _small_beginnings() -> set[str]:
    """The first words of owners that are printed in small letters."""
    lists = ("tier", "honorific", "plural_honorific", "office")
    return {"the", "each", "any", "all", "both", "staff", "officers"} | {
        re.escape(word.split()[0]) for name in lists for word in words(name) if word[0].islower()
    }


def split_owners(text: str) -> list[str]:
    """The owners of a list, as printed, white space collapsed.

    >>> split_owners("the Clerk and Mr A Moss")
    ['the Clerk', 'Mr A Moss']
    """
    first, _, rest = text.strip().partition(" ")
    if first.rstrip(".") in words("plural_honorific") and rest and _SEPARATED.search(rest):
        return [" ".join(r.split()) for r in _SEPARATED.split(rest) if r.strip()]
    if not _PARTED.search(text):
        return [" ".join(text.split())]
    return [" ".join(m[0].split()).rstrip(",") for m in owner_patterns().one.finditer(text)]


def may_be_thing(owner: str) -> bool:
    """True if `owner` is capitalised words alone, which name a firm as well as a person: no title, office, initials."""
    bare = " ".join(owner.split())
    return not (
        _TITLED.match(bare)
        or bare[:4].lower() == "the "
        or bare.lower() == "staff"
        or bare.isupper()
        or _office().search(bare)
    )


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?<!^)\b{alternatives('office')}\b(?!\s+[A-Z])|^{alternatives('office')}$")


def owners_only(text: str) -> list[str]:
    """The owners if `text` is nothing but owners, else none.

    >>> owners_only("Clerk / AB"), owners_only("Clerk to write")
    (['Clerk', 'AB'], [])
    """
    bare = text.strip(" \t\r\n.,;:-*[]")
    bare = bare[1:-1] if bare[:1] == "(" and bare[-1:] == ")" else bare
    if not bare or len(bare) > 120:
        return []
    if owner_patterns().several.fullmatch(bare):
        return split_owners(bare)
    return [p for p in _SEPARATED.split(bare) if p] if _NAMES_ONLY.fullmatch(bare) else []


def owner_before(text: str, at: int) -> tuple[list[str], int] | None:
    """The owners that end right before offset `at` of `text`, and where they begin."""
    window = max(0, at - 160)
    head = text[window:at].rstrip(" \t\r\n,")
    if not _may_end(head):
        return None
    best: tuple[list[str], int] | None = None
    for match in owner_patterns().several.finditer(text[window : at + _AHEAD]):
        if match.end() != len(head):
            continue
        owners, start = split_owners(match[0]), match.start()
        last = match[0].rfind(owners[-1]) if owners else 0
        if len(owners) > 1 and _TITLED.match(owners[-1]) and not (_TITLED.match(owners[0]) or _TITLED.match(match[0])):
            owners, start = owners[-1:], start + last  # what stands before "and" belongs to another statement
        best = owners, window + start
    return best


def _may_end(head: str) -> bool:
    """True if `head` ends as an owner may; an office is looked for only where its last word stands."""
    low = max(0, len(head) - _LONGEST_END)
    if _NAME_END.search(head, low):
        return True
    return head.lower().endswith(_last_words()) and owner_patterns().office_end.search(head, low) is not None


@cache
def _last_words() -> tuple[str, ...]:
    return ("department", "group", *{office.split()[-1].lower() for office in words("office")})


def subject(text: str) -> list[str]:
    """The owners that `text` begins with, after an introductory phrase at most."""
    intro = re.match(
        r"(?:In (?:answer|reply|response) to|Following|After|At|On|In)\b[^,\n]{0,120},\s+|In (?:answer|reply"
        r"|response) to a question from\s+(?:\w+\.?\s+){1,3}(?=[a-z])",
        text,
    )
    text = text[intro.end() :] if intro else text
    match = owner_patterns().several.match(text)
    if not match:
        match = owner_patterns().one.search(text[:200])
    return split_owners(match[0]) if match else []
