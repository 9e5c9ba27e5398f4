"""The organisation printed beside a name: "Mrs F Allard, Raynham Parish Council", "Mr R Plumridge of UNISON"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minuteparse.fields.role_phrases import is_head
from minuteparse.lexicon import given_names
from minuteparse.rules import alternatives, rule, words
from minuteparse.sentences import Span

_OPENING = re.compile(
    r"\s{0,3}(?:,\s{1,40}(?:(?:of|from|representing|on\s+behalf\s+of)\s{1,3})?|(?P<bracket>\()"
    r"|\s{1,40}(?P<of>of|from|representing|on\s+behalf\s+of)\s{1,3})(?P<the>the\s{1,3})?"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'&-]*(?:\.\w+)*"
_LINK = r"(?:(?:of|and|&|the|for|in|on)\s{1,3}){0,3}"
_RUN = re.compile(rf"{_WORD}(?:\s{_LINK}{_WORD}){{0,8}}")
_ACRONYM = re.compile(r"[A-Z]{4,}\Z")
_CAPITALS = re.compile(rf"{_WORD}\s{_LINK}{_WORD}")
# Who speaks for a body need not be its officer.
_BEHALF = re.compile(r"representing|behalf")
_REACH = 130


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives('organisation_kind')}(?!\w)")


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("body_noun")) | {"Parish", "Community", "County", "Borough", "Full", "Joint", "The"}


def affiliation_open(folded: str, at: int, limit: int) -> bool:
    """True if two capitalised words follow a name or role that ends at `at` as those of an organisation might."""
    opening = _OPENING.match(folded, at, min(limit, at + 60))
    return bool(opening and folded.count("\n", at, opening.end()) < 2 and _CAPITALS.match(folded, opening.end(), limit))


def affiliation_after(folded: str, at: int, limit: int, bodies: Sequence[Span] = ()) -> tuple[Span, bool] | None:
    """The span of the organisation printed after a name or its role that ends at `at`, or `None`.

    The second value tells if it stands in apposition, as a role does: not in brackets, as parties and constituencies
    do, nor after "of" or "on behalf of". Spans in `bodies` are known to name bodies.
    """
    opening = _OPENING.match(folded, at, min(limit, at + 60))
    if not opening or folded.count("\n", at, opening.end()) > 1:
        return None
    beside = not (opening["of"] or opening["bracket"] or _BEHALF.search(opening[0]))
    for span in bodies:
        if span[0] in (opening.end(), opening.start("the")) and span[1] <= limit:
            return (opening.end(), span[1]), beside
    start, stop = opening.end(), min(limit, opening.end() + _REACH)
    if opening["bracket"]:
        close = folded.find(")", start, stop)
        run = _RUN.fullmatch(folded, start, close) if close > 0 else None
    else:
        run = _RUN.match(folded, start, stop)
    if run is None or not _organisation(run[0], named=bool(opening["of"])):
        return None
    if beside and not _apposed(folded, run.end(), limit):
        return None
    return run.span(), beside


def _organisation(text: str, *, named: bool) -> bool:
    """True if capitalised words are the name of one organisation; initials alone only if `named` after "of"."""
    parts = [part.strip(".'") for part in text.split()]
    if named and len(parts) == 1 and _ACRONYM.match(parts[0]) and parts[0] not in words("office_initials"):
        return True
    if any(is_head(part) for part in parts) or given_names().get(parts[0].lower()) is False:
        return False
    return bool(_kinds().search(text)) and not all(part in _generic() or part.islower() for part in parts)


def _apposed(folded: str, end: int, limit: int) -> bool:
    """True if what stands between commas ends here: a mark, the line's end, or a verb of what people do."""
    return rule("people", "apposed").pattern.match(folded[end : min(limit, end + 30)]) is not None
