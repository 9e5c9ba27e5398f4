"""An undertaking in one sentence: who gives it, the verb that tells it, and where it begins."""

from __future__ import annotations

import re
from functools import cache

from minuteparse.fields.charges import BODY, FIRST_CLAUSE, begin_of_charge, passive_action
from minuteparse.fields.doers import before_aside, doer_before
from minuteparse.fields.found_action import find, pattern
from minuteparse.fields.owners import may_be_thing, owner_before, owner_patterns, split_owners, subject
from minuteparse.rules import Rule, rule, words

Told = tuple[int, list[str], str]
"""Where an action begins in its sentence, its owners, and the rule; the owners are `["?"]` for "he" and "she"."""
FIRST_PART = 25
"""Characters that a statement before an undertaking has at least."""

_PRONOUN = re.compile(r"(?:^|[\s,])(?:[Ss]?[Hh]e|[Tt]hey|I)$")
_OF_MEMBERS = re.compile(
    r"\s+to\s+(?:return|complete|send|submit|let|e-?mail|contact|forward|inform|advise|read|bring|fill|tell)\b"
)
# What others are reported to do is no task: "confirmed that Denby Water would pay".
_REPORTED = re.compile(
    r"\b(?:fact|said|confirmed|reported|advised|stated|explained|noted|understood|heard|announced|replied|thought|hoped"
    r"|believed|informed\s[^,;]{2,40}|told\s[^,;]{2,40}|(?:wrong|right|likely|clear|pleased|glad))\s+that\s+$"
)
# The verb of a resolution, which is no name: "the Mayor BE AUTHORIZED to sign".
_BE_CHARGED = re.compile(r"\bBE\s+(?:[A-Z]+LY\s+)?[A-Z]+ED$")
# Who stands after such a word is not the doer: "the trust chaired by Lady Orme offered to".
_HELD_BY = re.compile(r"\b(?:by|of|with|from|behalf of)\s+$")
# An office with its holder's name between commas: "The Head of Law, Miss Orme, to write".
_APPOSED = re.compile(r",\s+(?:M(?:r|rs|s|iss|x)|Dr|C(?:ll|oun)?r|Councillor)\b")
# What a clause with a doer of its own begins after.
_CLAUSE = re.compile(r"(?:^[\[(]|[.;:,)-]\s*|\n\s*|\b(?:and|but|which|that|so|also|agreed|advised|confirmed)\s+)$")
_STATED = re.compile(r"(?:;\s*|\n\s*|\bwhich\s+|\s-\s*|,?\s+(?:and|but|so)\s+(?:that\s+)?|\bconfirmed\s+that\s+|:\s*)$")
# A short verdict that a task follows: "No objection, but AB to ask".
_VERDICT = re.compile(
    r"^(?:No\s+(?:objections?|comments?)|Noted|Agreed|Supported|Refused|Approved|No\s+action)\s*[,;]\s+(?:but\s+|and\s+)?$"
)
_ASKED_OF = re.compile(r"the\s+[A-Z]\w+(?:\s+[A-Z]\w+){0,3}")
_ASKED_TO = re.compile(
    r"\s+for\s+(?:an?\s+)?(?:reply|response)\b"
    r"|\s+to\s+(?!be\b|explain|comment|confirm\s+(?:that|whether|if)|clarify|outline|speak|give\s+an?\s)"
)
# An order, whose object is no doer: "Ask Highways to fill it".
_ORDER = re.compile(r"(?:Ask|Remind|Tell|Invite|Request|Urge|Get)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*\s+to\b")
_TOLD_THAT = re.compile(r"\b(?:that|have)\b")
_BEFORE_CLAUSE = 60


def read_undertaking(sentence: str) -> Told | None:
    """The undertaking, request or task in the passive that `sentence` tells, or `None`.

    >>> read_undertaking("The Clerk undertook to write.")
    (0, ['The Clerk'], 'actions.undertook')
    """
    found = _saying(sentence)
    if found is None or found[0] > FIRST_PART:
        earlier = doing(sentence)
        found = earlier if earlier and (found is None or (earlier[0] == 0 and earlier[1] != ["?"])) else found
    if found and found[1] == ["?"] and (asked := _asking(sentence)) and asked[0] == 0:
        return asked  # "The Chairman asked Mr Orme to look, and he undertook to report"
    return found or _asking(sentence) or passive_action(sentence)


@cache
def verbs() -> tuple[Rule, ...]:
    """The verbs of undertakings: those of promises, the infinitive, the future."""
    return tuple(rule("actions", name) for name in ("undertook", "to_do", "would"))


def doing(sentence: str) -> Told | None:
    """An owner right before a verb of undertaking."""
    lowered = sentence.lower()
    for verb in verbs():
        for match in verb.pattern.finditer(sentence) if verb.may_match(lowered) else ():
            charged = _BE_CHARGED.search(sentence, max(0, match.start() - 24), match.start())
            owners = None if charged else _owner_at(sentence, match, verb.id)
            if owners is not None:
                return owners[0], owners[1], verb.id
    return None


def _owner_at(sentence: str, match: re.Match[str], by: str) -> tuple[int, list[str]] | None:
    to = before_aside(sentence, match.start()) if by != "actions.to_do" else match.start()
    personal = by == "actions.undertook" or match[0].split()[0].lower() in {"is", "was", "are", "were"}
    before = doer_before(sentence, to, match[0].split()[-1], personal=personal)
    apposed = bool(before and _APPOSED.search(before[0][-1]))
    if before and by == "actions.to_do" and _ORDER.match(sentence, before[1]):
        return before[1], []
    between = apposed or bool(before and ", " in before[0][-1] and by != "actions.to_do")
    if before and (sentence[to - 1] != "," or between):
        begin = _begin(sentence, before[1], match, by)
        return None if begin is None else (0 if apposed else begin, before[0])
    head = sentence[: match.start()].rstrip(" ,")
    if _PRONOUN.search(head) and (by != "actions.to_do" or re.match(r"\s+(?:is|was|are|were)\s", match[0])):
        return 0, ["?"]
    if by == "actions.would":
        return _first_doer(sentence, head, match[0].split()[-1])
    return _owner_apart(sentence, head, match.start()) if by == "actions.undertook" else None


def _begin(sentence: str, at: int, match: re.Match[str], by: str) -> int | None:
    """Where the action of an owner at `at` begins; `None` if the owner is no doer, or not of `match`."""
    phrase = sentence[at : match.start()].strip()
    if by == "actions.undertook":
        if _HELD_BY.search(sentence, max(0, at - 16), at):
            return None
    elif at > 0 and not _CLAUSE.search(sentence[:at]):
        return None
    others = BODY.match(phrase) and (by != "actions.to_do" or at > 0) and phrase.lower() not in _MEMBERS
    reported = by == "actions.would" and _REPORTED.search(sentence, max(0, at - _BEFORE_CLAUSE), at)
    if others or (reported and may_be_thing(phrase)):
        return None
    if by != "actions.to_do":
        return _from(sentence, at)
    if pattern("pointing").search(sentence[at:].rstrip(" .")):
        return 0
    if at > FIRST_CLAUSE and sentence[:at].rstrip().endswith(","):
        return 0 if re.search(r"\b(?:this|these|it|that)\b", sentence[at:]) else at
    return _from(sentence, at)


_MEMBERS = frozenset({"all members", "members"})


def _first_doer(sentence: str, head: str, verb: str) -> tuple[int, list[str]] | None:
    """The subject of the whole sentence, of whom a second verb tells the task: "AB suggested May, and would ring"."""
    if not head.endswith(" and") or " that " in head or verb not in words("deed"):
        return None
    doer = owner_patterns().several.match(sentence)
    return (0, split_owners(doer[0])[:1]) if doer and not BODY.match(doer[0]) and not may_be_thing(doer[0]) else None


def _owner_apart(sentence: str, head: str, at: int) -> tuple[int, list[str]] | None:
    """The owner of a promise at `at` that stands before "who", or at the beginning of the sentence."""
    if head.endswith(" who"):
        named = owner_before(head[:-4].rstrip(" ,") + " ", len(head[:-4].rstrip(" ,")))
        return (at + 1, named[0]) if named else None
    comma = sentence[at - 1] == ","
    if not (comma or re.search(r"(?:\band|,)$", head)):
        return None
    named_first = subject(sentence)
    begin = at + 1 if (not comma and at >= 160) or (re.search(r"\band$", head) and at > _BEFORE_CLAUSE) else 0
    return (begin, named_first[:1]) if named_first and not BODY.match(named_first[0]) else None


def _from(sentence: str, at: int) -> int:
    """Where the action begins: with the sentence, or with its owner after another statement."""
    after = _STATED if at > FIRST_PART else _VERDICT
    return at if after.search(sentence[:at]) else 0


def _saying(sentence: str) -> Told | None:
    match = find("said_would", sentence)
    if not match:
        return None
    head = sentence[: match.start()].rstrip()
    before = doer_before(sentence, match.start())
    if before:
        return _from(sentence, before[1]), before[0], "actions.said_would"
    owners = subject(sentence)
    if not owners and _PRONOUN.search(head):
        return 0, ["?"], "actions.said_would"
    if re.match(r"(?:He|She|They)\b", sentence):
        owners = ["?"]
    return (match.start() if len(head) > 60 else 0, owners[:1], "actions.said_would") if owners else None


def _asking(sentence: str) -> Told | None:
    for match in pattern("instruct").finditer(sentence) if find("instruct", sentence) else ():
        owner = owner_patterns().several.match(sentence, match.end())
        if "that" in match[0] and (not owner or re.match(r"\s+[A-Z]", sentence[owner.end() :])):
            owner = _ASKED_OF.match(sentence, match.end())
        rest = sentence[owner.end() :] if owner else ""
        if not owner or (BODY.match(owner[0]) and "all" not in owner[0].lower() and not _OF_MEMBERS.match(rest)):
            continue
        if _ASKED_TO.match(rest.removeprefix(",") if ", " in owner[0] else rest) or (
            _TOLD_THAT.search(match[0]) and pattern("charge").match(rest)
        ):
            apposed = rest.startswith(",") and owner[0].count(",") == 1 and " and " not in owner[0]
            owners = [" ".join(owner[0].split())] if apposed else split_owners(owner[0])
            return begin_of_charge(sentence, match.start()), owners, "actions.instruct"
    return None
