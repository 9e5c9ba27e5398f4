"""Rows that one paragraph was broken into, put together again, also over the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from minuteparse.inputs.pdf_lines import Row, Segment, char_width_of

_MARKED = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*[a-z]{0,4}[.)]|\d{1,3}(?:\.\d{1,3})+|[a-z][.)]|[ivx]{1,5}[.)])(?:\s|$)", re.IGNORECASE
)
_BULLET = re.compile(r"[•●○■▪◦‣\uf0b7\uf0a7\uf0d8·*–-](?:\s|$)")
_ENDS = re.compile(r"[.:;!?][\"'”’)]*$")
_CLOSE = 1.35  # times the usual step from row to row within a paragraph
_HANGING = 90.0  # points by which the rows below may stand right of the first
_OUTLIER = 12.0  # points by which a few rows end right of all others
_NOTE_GAP = 0.5  # times the size: a blank so wide parts a note from the text
_NOTE_WORDS = 3
_NOTE_WIDTH = 90.0  # points
_FIRST = 60.0  # points by which the first row may stand right of those below


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its page, from 1; `limit` is where its column's text ends on the right, `step` the usual step down.

    `note` is what stands beside it in the margin on the right.
    """

    row: Row
    page: int
    limit: float
    step: float
    noise: bool = False
    note: Row | None = None


@dataclass(slots=True)
class Paragraph:
    """Rows that are read as one line; `gap` tells of a blank line above, `notes` stand in the margin on the right."""

    rows: list[Placed] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)
    gap: bool = False
    noise: bool = False


def paragraphs(rows: Iterable[Placed]) -> Iterator[Paragraph]:
    """The paragraphs of a document. Furniture between the halves of one that a page's end parts comes after it."""
    open_one: Paragraph | None = None
    held: list[Paragraph] = []
    for placed in rows:
        if placed.noise:
            held.append(Paragraph([placed], _note(placed), noise=True))
            continue
        if open_one is not None and _beside(open_one.rows[-1], placed):
            open_one.notes.append(placed)
            continue
        if open_one is not None and _goes_on(open_one.rows, placed):
            open_one.rows.append(placed)
            open_one.notes += _note(placed)
            continue
        if open_one is not None:
            yield open_one
        yield from held
        gap = open_one is None or _apart(open_one.rows[-1], placed)
        held, open_one = [], Paragraph([placed], _note(placed), gap)
    if open_one is not None:
        yield open_one
    yield from held


def with_note(placed: Placed) -> Placed:
    """`placed`, with what stands right of its column's text as a note: initials beside the action that they own."""
    row = placed.row
    last = row.segments[-1]
    cut = _note_in(last, placed.limit)
    if not placed.limit > 0 or cut is None or (cut == 0 and len(row.segments) == 1):
        return placed
    note = Segment(last.words[cut:])
    text = (*row.segments[:-1], *((Segment(last.words[:cut]),) if cut else ()))
    if not _in_margin(note, placed.limit):
        return placed
    return replace(placed, row=Row(text, row.base, row.size), note=Row((note,), row.base, row.size))


def _note_in(segment: Segment, limit: float) -> int | None:
    """Which word of `segment` begins right of `limit`, after a blank wider than between words; None if none does."""
    words = segment.words
    cut = next((i for i, word in enumerate(words) if word.left > limit), None)
    wide = cut is not None and (cut == 0 or words[cut].left - words[cut - 1].right > _NOTE_GAP * words[cut].size)
    return cut if wide else None


def _in_margin(segment: Segment, limit: float) -> bool:
    return 0 < limit < segment.left and len(segment.words) <= _NOTE_WORDS and segment.right - segment.left < _NOTE_WIDTH


def _note(placed: Placed) -> list[Placed]:
    return [replace(placed, row=placed.note, note=None)] if placed.note else []


def _beside(above: Placed, note: Placed) -> bool:
    """True if `note` is a note in the margin that stands between two rows of text, not on a line of its own."""
    low = 0 < note.row.base - above.row.base < 0.9 * above.step
    return (
        low and above.page == note.page and len(note.row.segments) == 1 and _in_margin(note.row.segments[0], note.limit)
    )


def _apart(above: Placed, below: Placed) -> bool:
    """True if there is a blank line between two rows, or one is not below the other."""
    step = below.row.base - above.row.base
    if above.page != below.page:
        return not _full(above, below)
    return not 0 < step < 1.45 * max(above.step, 0.9 * below.row.size)


def _goes_on(rows: Sequence[Placed], below: Placed) -> bool:
    above, first = rows[-1], rows[0]
    plain = any(c.isalnum() for c in above.row.text) and any(c.isalnum() for c in below.row.text)
    if not plain or not _alike(above.row, below.row) or not _full(above, below):
        return False
    if above.page == below.page and not 0 < below.row.base - above.row.base <= _CLOSE * max(above.step, below.row.size):
        return False
    said = above.row.segments[-1].text
    begins = below.row.text
    if said.endswith("-") or _BULLET.match(begins) or (_MARKED.match(begins) and _ENDS.search(said)):
        return False
    start = above.row.segments[-1].left
    if abs(below.row.left - start) < 4:
        return True
    return len(rows) == 1 and -_FIRST < below.row.left - first.row.left < _HANGING and len(above.row.segments) == 1


def _alike(above: Row, below: Row) -> bool:
    return abs(above.size - below.size) < 0.12 * above.size and above.segments[-1].bold == below.segments[0].bold


def _full(above: Placed, below: Placed) -> bool:
    """True if the first word of the row below found no room at the end of the row above."""
    word = below.row.segments[0].words[0]
    room = above.limit - above.row.segments[-1].right
    return above.limit > 0 and room < (word.right - word.left) + char_width_of(below.row)


def right_limit(rows: Sequence[Row]) -> float:
    """Where the running text of `rows` ends on the right: so far right that several rows reach it; 0 if none does.

    A few rows that stand out, with notes in the margin close beside them, do not count.
    """
    long = sorted((s for row in rows for s in row.segments if len(s.words) > 4), key=lambda s: -s.right)
    rights = [s.right for s in long]
    for i in range(min(len(long) // 6 + 1, len(long) - 1), 0, -1):
        if rights[i - 1] - rights[i] > _OUTLIER and all(_note_in(s, rights[i]) for s in long[:i]):
            rights = rights[i:]
            break
    enough = max(2, len(rights) // 20)
    return next(
        (right for i, right in enumerate(rights) if sum(r > right - 0.08 * right for r in rights[i:]) >= enough), 0.0
    )
