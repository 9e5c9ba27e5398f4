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
_DASHED = re.compile(r"[–*-]\w")
_ENDS = re.compile(r"[.:;!?][\"'”’)]*$")
_CLOSE = 1.35  # times the usual step from row to row within a paragraph
_HANGING = 90.0  # points by which the rows below may stand right of the first
_HANGS = 6.0  # points by which a row may miss the word that it hangs under
_FEWEST_PLAIN = 4  # rows that are not bold, of which the running text consists
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
    between: list[Placed] = []
    for placed in rows:
        if placed.noise:
            held.append(Paragraph([placed], _note(placed), noise=True))
            continue
        if open_one is not None and _beside(open_one.rows[-1], placed):
            between.append(placed)
            continue
        above, below, between = *_nearest(open_one, between, placed), []
        if open_one is not None:
            open_one.notes += above
        if open_one is not None and _goes_on(open_one.rows, placed):
            open_one.rows.append(placed)
            open_one.notes += below + _note(placed)
            continue
        if open_one is not None:
            yield open_one
        yield from held
        gap = open_one is None or _apart(open_one.rows[-1], placed)
        held, open_one = [], Paragraph([placed], below + _note(placed), gap)
    if open_one is not None:
        open_one.notes += between
        yield open_one
    yield from held


def _nearest(above: Paragraph | None, notes: list[Placed], below: Placed) -> tuple[list[Placed], list[Placed]]:
    """The notes that belong to the row above them, and those that are nearer to the row below."""
    if above is None or above.rows[-1].page != below.page:
        return notes, []
    middle = (above.rows[-1].row.base + below.row.base) / 2
    return [n for n in notes if n.row.base <= middle], [n for n in notes if n.row.base > middle]


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
    if above.row.segments[-1].text.endswith("-") or _begins_entry(rows, below.row):
        return False
    start = above.row.segments[-1].left
    if abs(below.row.left - start) < 4:
        return True
    if len(rows) > 1:
        return False
    indented = -_FIRST < below.row.left - first.row.left < _HANGING and len(above.row.segments) == 1
    return indented or _hangs(first.row, below.row)


def _begins_entry(rows: Sequence[Placed], below: Row) -> bool:
    """True if `below` begins an entry of a list: by its bullet, or by its mark after a sentence or below another."""
    begins, said, first = below.text, rows[-1].row.segments[-1].text, rows[0].row
    if _BULLET.match(begins) or (_ENDS.search(said) and (_MARKED.match(begins) or _DASHED.match(begins))):
        return True
    marks = _MARKED.match(first.text), _MARKED.match(begins)
    return abs(below.left - first.left) < 4 and all(mark and mark[0].rstrip().endswith(")") for mark in marks)


def _hangs(first: Row, below: Row) -> bool:
    """True if `below` stands under the word after the bullet or number of `first`, or under its bold title."""
    words = [word for segment in first.segments for word in segment.words]
    marked = _BULLET.match(f"{words[0].text} ") or _MARKED.match(words[0].text)
    starts = [words[1].left] if marked and len(words) > 1 else []
    starts += [first.left] if first.segments[0].bold else []
    return any(abs(below.left - start) < _HANGS for start in starts)


def _alike(above: Row, below: Row) -> bool:
    """True if two rows are set alike; what goes on in the middle of a sentence may turn bold, or cease to be."""
    same = above.segments[-1].bold == below.segments[0].bold
    on = below.text[0].islower() and not _ENDS.search(above.segments[-1].text)
    return abs(above.size - below.size) < 0.12 * above.size and (same or on)


def _full(above: Placed, below: Placed) -> bool:
    """True if the first word of the row below found no room at the end of the row above."""
    word = below.row.segments[0].words[0]
    room = above.limit - above.row.segments[-1].right
    return above.limit > 0 and room < (word.right - word.left) + char_width_of(below.row)


def right_limit(rows: Sequence[Row]) -> float:
    """Where the running text of `rows` ends on the right: so far right that several rows reach it; 0 if none does.

    A few rows that stand out, with notes in the margin close beside them, do not count, nor do headings, which may be
    wider than the text.
    """
    long = sorted((s for row in rows for s in row.segments if len(s.words) > 4), key=lambda s: -s.right)
    plain = [s for s in long if not s.bold]
    long = plain if len(plain) >= _FEWEST_PLAIN else long
    rights = [s.right for s in long]
    for i in range(min(len(long) // 6 + 1, len(long) - 1), 0, -1):
        if rights[i - 1] - rights[i] > _OUTLIER and all(_note_in(s, rights[i]) for s in long[:i]):
            rights = rights[i:]
            break
    enough = max(2, len(rights) // 20)
    return next(
        (right for i, right in enumerate(rights) if sum(r > right - 0.08 * right for r in rights[i:]) >= enough), 0.0
    )
