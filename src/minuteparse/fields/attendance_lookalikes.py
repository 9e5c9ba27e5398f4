"""Words that look like a name and are of an office or a body: "Motor Tax", "Harbour Business Board"."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_details import is_organisation, is_post
from minuteparse.fields.attendance_pieces import Piece, State
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.rules import word_set

_TOKEN = re.compile(r"[^\s()]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKET = re.compile(r"[(\[]")
# "Deputy Town Clerk": the word after the title is no name, an office goes on.
MORE_OFFICE = re.compile(
    r" (?:Clerk|Manager|Officer|Secretary|Mayor|Chief|Director|Solicitor|Engineer|Treasurer|Executive|Commissioner)\b"
)
FIRMS = frozenset(["LLP", "Ltd", "Limited", "plc", "PLC", "Council", "Trust"])
SPELT = 3  # a shorter word is an initial
_APPOSED = 3  # what two commas part
_LINE_ENDS = ("", "\n", "\r", ";")
_FAR = 100  # no name or role is longer


def before_rank(folded: str, parts: list[str], stop: int, piece: Piece) -> bool:
    """True if `parts`, up to `stop`, are words before a rank: "Resident State Trooper Sgt. Ann Orme"."""
    token = _TOKEN.match(folded, stop + 1, piece.end)
    return len(parts) > 1 and token is not None and token[0].rstrip(".") in word_set("rank")


def names_body(folded: str, state: State, at: int, stop: int, piece: Piece) -> bool:
    """True if `at:stop` begins the name of a body that is all of its column: "Harbour Business" before "Board"."""
    rest = folded[stop : piece.end].split()
    beside = state.last is not None and "\n" not in folded[state.last.end : at]
    return piece.sep == "gap" and beside and bool(rest) and rest[-1] in word_set("body_noun")


def office_beside(folded: str, state: State, at: int, stop: int, piece: Piece) -> bool:
    """True if `at:stop` stands in a column of offices beside the last person: "J Orme    Waste Officer"."""
    if piece.sep != "gap" or state.last is None or "\n" in folded[state.last.end : at]:
        return False
    return is_post(folded[piece.start : piece.end]) and not speaks_for_name(folded[at:stop])


def rest_of_office(folded: str, state: State, at: int, stop: int, piece: Piece) -> bool:
    """True if what looks like a name is part of what is beside the last: "Quality Improvement" before "Officer"."""
    text = folded[at:stop]
    if state.last is None or piece.sep != "comma" or speaks_for_name(text) or len(text.split()[0]) < SPELT:
        return False
    return bool(MORE_OFFICE.match(folded, stop, piece.end)) or (
        len(text.split()) > 1 and (text.split()[0] == state.last.family or _field_of_office(folded, state, at, stop))
    )


def _field_of_office(folded: str, state: State, at: int, stop: int) -> bool:
    """True if `at:stop` ends a line that a titled person and an office begin: "Ms Orme, Staff Officer, Motor Tax"."""
    last = state.last
    if last is None or not last.honorifics or folded[stop : stop + 1] not in _LINE_ENDS:
        return False
    beside = folded[last.end : at].split(",")
    return len(beside) == _APPOSED and is_post(beside[1]) and "\n" not in folded[last.end : at]


def reads_as_text(folded: str, state: State, start: int, stop: int, piece: Piece) -> bool:
    """True if `start:stop` is of a firm or a body, or what a dash parts from the last person."""
    text = folded[start:stop]
    if piece.sep == "dash" and state.last and not state.roles_first and state.pending is None:
        return not _BRACKET.match(folded[stop : stop + 2].strip() or "x") and stop >= piece.end - 1
    rest = _BRACKETS.sub("", folded[start : min(piece.end, start + _FAR)]).partition(" of ")[0].strip()
    beyond = _TOKEN.match(folded, stop + 1, piece.end)
    firm = beyond is not None and beyond[0].strip(",.") in FIRMS
    return firm or is_organisation(text) or (is_organisation(rest) and not is_post(rest))
