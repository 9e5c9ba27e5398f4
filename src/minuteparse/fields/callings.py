"""What somebody is, told between commas in small letters: "The mason, Mr Orme, has", "Mrs Dent, novelist, and"."""

from __future__ import annotations

import re

from minuteparse.fields.role_phrases import is_head
from minuteparse.rules import rule
from minuteparse.sentences import Span

_NAMED = (
    r"(?:\s{1,3}(?:of|for)\s{1,3}(?:the\s{1,3})?"
    r"[A-Z][\w'&-]*(?:\s{1,3}(?:(?:of|and|the)\s{1,3}){0,2}[A-Z][\w'&-]*){0,5})?"
)
_SMALL = r"(?!(?:the|an?|of|for|from|by|to|in|at|on|and|or|with|that|who|which|was|is|had|as)\b)[a-z][a-z-]*"
# Words with an article, the last of them a noun that a name between commas explains: "The lead thatcher, Mr Orme, has".
_BEFORE = re.compile(
    rf"(?<![\w'])(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir)\s{{1,3}}((?:{_SMALL}\s{{1,3}}){{0,3}}({_SMALL}){_NAMED})\Z"
)
# What somebody is who is not known by it: "a second surveyor, Mr Orme", "the one objector, Mrs Dent", "his neighbour,".
_ANYBODY = re.compile(
    r"(?<!\w)(?:(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s{1,3}(?:[a-z-]+\s{1,3}){0,2}"
    r"(?:objector|representative|investigator|resident|surveyor)|[Hh](?:is|er)\s{1,3}neighbou?r)\Z"
)
_APART = re.compile(r"(?:[A-Z][\w'.-]*\s{1,3}){1,4}[A-Z][\w'-]*(?:[,;)]|\.(?=\s|\Z))")
_AFTER = re.compile(
    r",\s{1,3}((?:[A-Z][\w'&-]*\s{1,3}){0,3}"
    rf"(?:{_SMALL}\s{{1,3}}){{0,2}}({_SMALL})({_NAMED}))(?=[,;)]|\.(?=\s|\Z))"
)
_CHAIR = re.compile(
    r",\s{1,3}((?:(?:Emeritus|Emerita|Visiting|Associate|Assistant|Honorary|Regius)\s)?Professor\s(?:of|in)\s(?:the\s)?"
    r"[A-Z][\w'-]*(?:\s(?:(?:of|and|the)\s){0,2}[A-Z][\w'-]*){0,5})"
)
_CALLING = re.compile(
    r"[a-z-]{2,14}(?:er|or|ist|ian|ee|man|woman|smith|wright|herd|master|mistress)|mason|vet|cook|coach|nun|widow"
)
# Nouns of those who are not known by them.
_UNSAID = frozenset(("resident", "neighbour", "neighbor", "objector", "parent", "member", "supporter"))
_NO_CALLING = frozenset(
    "after agree another answer anchor better border boulder brother calendar cancer chapter chamber coffee"
    " color colour"
    " committee computer corner corridor counter cover danger daughter december door earlier either elevator error"
    " exterior factor father fee fever floor former free further generator guarantee half-year hereafter hereinafter"
    " however interior junior later latter letter matter mayor meter monitor mother moreover motor never newsletter"
    " november number october offer order other over paper poster power prior proper quarter radiator rather register"
    " river semester senior september shelter shutter sister summer sooner starter sweeper tree three thereafter timber"
    " together tower transfer trailer under water weather whatever whenever whether whichever winter".split()
)


def is_calling(word: str) -> bool:
    """True if `word`, in small letters, is a noun for what somebody does: "thatcher", "lessee", "novelist"."""
    return _CALLING.fullmatch(word) is not None and word not in _NO_CALLING


def called_before(folded: str, low: int, stop: int, at: int) -> Span | None:
    """What `folded[low:stop]`, before a comma, says that the person named at `at` is: "The lessee, Mr Orme, "."""
    if not _APART.match(folded, at):
        return None
    called = _BEFORE.search(folded, low, stop)
    if not called or not (is_calling(called[2]) or (is_head(called[2]) and called.end(2) < stop)):
        return None
    if is_anybody(folded, low, called.end(2)) or _permits(folded, called.start(1)):
        return None
    return called.span(1)


def is_anybody(folded: str, low: int, end: int) -> bool:
    """True if what ends at `end` is no office: "a resident"."""
    return _ANYBODY.search(folded, low, end) is not None


def _permits(folded: str, at: int) -> bool:
    return rule("people", "permission").pattern.search(folded, max(0, at - 40), at) is not None


def called_after(folded: str, at: int, limit: int) -> Span | None:
    """What is said between commas of one whose name ends at `at`: ", novelist,", ", bandmaster of Dent Brass,"."""
    if folded[at : at + 1] != ",":
        return None
    if chair := _CHAIR.match(folded, at, limit):
        return chair.span(1)
    called = _AFTER.match(folded, at, limit)
    if not called or called[2] in _UNSAID or not (is_calling(called[2]) or is_head(called[2])):
        return None
    return called.span(1)
