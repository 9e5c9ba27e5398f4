"""Offices and parties that stand in a column of their own, beside the names or below them."""

from __future__ import annotations

from minuteparse.fields.attendance_details import Detail, is_post
from minuteparse.fields.attendance_drafts import Draft
from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_parties import party_of
from minuteparse.fields.attendance_pieces import Piece
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.names import patterns
from minuteparse.text import Source

_LINES = frozenset(["start", "line", "blank"])
_PAIRS = 4


def feed(source: Source, listed: list[Piece], reader: ListReader, column: list[Piece]) -> None:
    """Give `reader` the pieces of a list; those that are cells of a column of offices are put into `column`."""
    if cut := _halves(source, listed):
        _pair(source, reader, *cut)
        return
    for n, piece in enumerate(listed):
        after = listed[n + 1] if n + 1 < len(listed) else None
        alone = after is None or after.sep == "line" or (after.sep == "gap" and reader.nobody_in(after))
        apart = piece.sep in ("blank", "line") or (piece.sep == "gap" and not _same_line(source, piece, reader))
        if alone and apart and _column_cell(source, piece, reader):
            column.append(piece)
        else:
            reader.feed(piece)


def give_column(source: Source, drafts: list[Draft], column: list[Piece]) -> None:
    """Roles that stand in a column of their own, one for each name, given to the names in order."""
    if len(drafts) > 1 and len(column) == len(drafts):
        for draft, piece in zip(drafts, column, strict=True):
            draft.role_before = draft.role_before or source.quote(piece.start, piece.end)


def _halves(source: Source, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Names one a line and, below, their offices or parties one a line: both halves of `pieces`; else `None`."""
    if len(pieces) < _PAIRS or any(p.sep not in _LINES for p in pieces):
        return None
    texts = [source.folded[p.start : p.end] for p in pieces]
    half = next((n for n, text in enumerate(texts) if _below(text)), 0)
    names, below = texts[:half], texts[half : 2 * half]
    if half < _PAIRS // 2 or len(below) < half:
        return None
    if all(party_of(text) for text in below) or (
        any(is_post(text) for text in below)
        and not any(patterns().titled.match(text) or speaks_for_name(text) for text in below)
        and all(patterns().titled.match(text) or (len(text.split()) > 1 and not is_post(text)) for text in names)
    ):
        return pieces[:half], pieces[half : 2 * half]
    return None


def _below(text: str) -> bool:
    """True if `text` is a party or an office without a name."""
    return bool(party_of(text)) or (is_post(text) and not patterns().titled.match(text) and not speaks_for_name(text))


def _pair(source: Source, reader: ListReader, names: list[Piece], below: list[Piece]) -> None:
    """Read `names`, each with the office or the party that stands in the same place of the column `below`."""
    known = len(reader.drafts)
    for piece in names:
        reader.feed(piece)
    if len(reader.drafts) - known != len(below):
        return
    for draft, piece in zip(reader.drafts[known:], below, strict=True):
        text = source.quote(piece.start, piece.end)
        if party_of(text):
            draft.details.append(Detail("party", text))
        else:
            draft.role_before = draft.role_before or text


def _same_line(source: Source, piece: Piece, reader: ListReader) -> bool:
    """True if the person read last stands on the line of `piece`, so that it is beside the name."""
    return bool(reader.drafts) and "\n" not in source.folded[reader.drafts[-1].start : piece.start]


def _column_cell(source: Source, piece: Piece, reader: ListReader) -> bool:
    """True if `piece` is a role alone on its line, under names that have none."""
    text = source.folded[piece.start : piece.end]
    return bool(reader.drafts) and is_post(text) and len(text) < 70 and "(" not in text and reader.nobody_in(piece)
