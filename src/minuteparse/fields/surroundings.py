"""What stands around a name without a title, and how much that speaks for its being a person's."""

from __future__ import annotations

import re

from minuteparse.fields.capitalised import listed
from minuteparse.fields.roles import role_after, role_before
from minuteparse.rules import rule

_NEXT_WORD = re.compile(r"[\s,]{1,4}(?:who\s)?([a-z']+|[A-Z]{2,})(?![\w.])")
_REACH = 40


def said(folded: str, end: int, limit: int) -> bool:
    """True if a verb of what people do in meetings follows: "... reported that"."""
    word = _NEXT_WORD.match(folded, end, min(limit, end + 30))
    return word is not None and word[1].lower() in listed("reporting_verb")


def labelled(folded: str, start: int, floor: int) -> bool:
    """True if a label of votes or motions stands before: "AYES:", "Seconded by"."""
    return _before("labelled", folded, start, floor)


def has_role(folded: str, start: int, end: int, floor: int, limit: int) -> bool:
    """True if a role is printed before or after the name `start:end`, or as a label: "Attorney:"."""
    return bool(role_after(folded, end, limit) or role_before(folded, start, floor)) or _post(folded, start, floor)


def has_role_apart(folded: str, start: int, end: int, floor: int, limit: int) -> bool:
    """As `has_role`, but by a mark between the name and the role, so that the name is no part of a title's words."""
    after = folded[end : end + 2]
    if (after[:1] == "," or after == " (") and role_after(folded, end, limit):
        return True
    before = folded[max(floor, start - 2) : start].strip()
    if before == "," and (after[:1] == "," or said(folded, end, limit)):
        return role_before(folded, start, floor) is not None
    return before == ":" and _post(folded, start, floor)


def weigh(folded: str, start: int, end: int, floor: int, limit: int) -> int:
    """What the words around `start:end` say: above 0 for a person's name, below 0 for a place's or a thing's."""
    score = 2 * has_role(folded, start, end, floor, limit) + 2 * said(folded, end, limit)
    if _before("introduced", folded, start, floor) or labelled(folded, start, floor):
        score += 2
    elif _before("located", folded, start, floor):
        score -= 2
    if folded[max(floor, start - 4) : start].lower() == "the ":
        score -= 2
    return score


def paid(folded: str, end: int, limit: int) -> bool:
    """True if a sum of money follows on the line."""
    return rule("people", "paid").pattern.search(folded[end : min(limit, end + 60)]) is not None


def _before(name: str, folded: str, start: int, floor: int) -> bool:
    return rule("people", name).pattern.search(folded, max(floor, start - _REACH), start) is not None


def _post(folded: str, start: int, floor: int) -> bool:
    if folded[max(floor, start - 3) : start].strip(" \t") != ":":
        return False
    low = max(floor, start - 24)
    line = max(low, folded.rfind("\n", low, start) + 1)
    return rule("people", "post").pattern.search(folded[line:start].rpartition(". ")[2]) is not None
