"""Parties in an attendance list: in a bracket with other remarks, over a group of members, in a column below them."""

from __future__ import annotations

import re
from functools import lru_cache

from minuteparse.fields.attendance_details import habit, is_alias
from minuteparse.fields.attendance_pieces import Atom, Piece
from minuteparse.text import Source

_GROUP = re.compile(r"(?i)(?: (?:political )?(?:party )?(?:group|members|councill?ors))(?: \(\d{1,3}\))?$")
_FIRST = re.compile(r"\s{0,3}([A-Z][^,;/()\n]{0,30}?)\s{0,3}(?:[,;/]|\s-\s)\s{0,3}")
_LAST = re.compile(r"[,;]\s{1,3}([A-Z][^,;/()\n]{2,30})$")
_LONG = 50
_LINE_ENDS = re.compile(r"[ \t*_]{0,9}(?:\n|\Z)")
_COLUMN = re.compile(r"[ \t]{3,}(?=\S)")  # "Labour Group      Jane Orme, Paul Dent"
_LINES = frozenset(["start", "line", "blank"])
_PAIRS = 4


@lru_cache(maxsize=4096)
def party_of(text: str) -> str | None:
    """The party that `text` names, without "group": "Labour group" is of Labour.

    >>> party_of("Labour group"), party_of("Con"), party_of("Working Group")
    ('Labour', 'Con', None)
    """
    base = _GROUP.sub("", text.strip(" *_")).rstrip("'")
    return base if habit("party").match(base) else None


def group_of(source: Source, piece: Piece, within: bool) -> str | None:
    """The party whose members follow `piece`: "Labour Group:", or the party alone on its line `within` such a list."""
    if piece.end - piece.start > _LONG:
        return None
    text = source.folded[piece.start : piece.end].strip(" *_")
    party = party_of(text)
    if party is None or len(party) <= 2:
        return None
    if piece.head or ((within or party != text) and _LINE_ENDS.match(source.folded, piece.end)):
        return party
    return party if party != text and _COLUMN.match(source.folded, piece.end) else None


def split_party(source: Source, atom: Atom, name: str) -> tuple[str | None, Atom]:
    """The party that a bracket beside `name` begins or ends with, and the bracket without it."""
    first = _FIRST.match(source.folded, atom.start + 1, atom.end - 1)
    if first and (party := party_of(first[1])) and (len(party) > 3 or not is_alias(party, name) or party == "Lab"):
        return source.quote(first.start(1), first.start(1) + len(party)), Atom("bracket", first.end() - 1, atom.end)
    last = _LAST.search(source.folded, atom.start + 1, atom.end - 1)
    if last and (party := party_of(last[1])) and last.start() > atom.start + 1:
        return source.quote(last.start(1), last.start(1) + len(party)), Atom("bracket", atom.start, last.start() + 1)
    return None, atom
