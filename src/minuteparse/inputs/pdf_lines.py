"""Words on a page to the rows that a reader sees, each cut into segments where wide blanks part them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from minuteparse.inputs.symbol_fonts import readable
from minuteparse.layout import Box

_APART = 1.15  # times the size of the letters: a blank so wide parts columns
_OVERLAP = 0.8  # times the size: closer baselines are those of rows that overlap
_RAISED = 40  # words at most that are raised or lowered in one row
_NUMBER = re.compile(r"(?:\W*(?:page\W*)?\d{1,4}(?:\W*(?:of|/)\W*\d{1,4})?\W*)?", re.IGNORECASE)
_MARGIN = 6  # words of a note in the margin
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_SAME = 0.3  # times the size: baselines so close are one row


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in points from the page's top left corner; `base` is its baseline, `size` the height of its letters.

    `spaced` tells that the file has a blank before it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    sideways: bool
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `pictures` tells that it shows pictures and hardly a word; a `broken` one could not be opened."""

    width: float
    height: float
    pictures: bool
    words: tuple[Word, ...]
    broken: bool = False

    @property
    def scanned(self) -> bool:
        """True if it is a picture, on which nothing but the number of the page is printed."""
        return self.pictures and bool(_NUMBER.fullmatch(" ".join(word.text for word in self.words)))


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one row that no wide blank parts."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What it prints."""
        out = self.words[0].text
        for a, b in itertools.pairwise(self.words):
            out += b.text if _touches(a, b) else " " + b.text
        return readable(out.replace("\u00ad", "-"))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def bold(self) -> bool:
        """True if all of it is bold."""
        return all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row of a page, or of a column of it."""

    segments: tuple[Segment, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where its first segment begins."""
        return self.segments[0].left

    @property
    def text(self) -> str:
        """What it prints, segments apart by three blanks."""
        return "   ".join(segment.text for segment in self.segments)

    @property
    def box(self) -> Box:
        """The box around it."""
        words = [word for segment in self.segments for word in segment.words]
        return (
            min(w.left for w in words),
            min(w.top for w in words),
            max(w.right for w in words),
            max(w.bottom for w in words),
        )


def _touches(a: Word, b: Word) -> bool:
    """True if `b` goes on where `a` ends: no blank is between them, or they are a number and its raised "th"."""
    gap = b.left - a.right
    ordinal = b.text in _ORDINALS and a.text[-1].isdigit() and b.size < 0.85 * a.size
    return gap < 0.08 * a.size and (ordinal or not b.spaced)


def rows_of(page: Page) -> list[Row]:
    """The rows of `page` from top to bottom."""
    words = sorted((w for w in page.words if not w.sideways and w.text.strip()), key=lambda w: (w.base, w.left))
    groups: list[list[Word]] = []
    largest: Word | None = None
    for word in words:
        if largest is not None and word.base - largest.base <= _SAME * min(word.size, groups[-1][0].size):
            groups[-1].append(word)
            largest = max(largest, word, key=lambda w: w.size)
        else:
            groups.append([word])
            largest = word
    return [_row(group) for group in _beside(_with_raised(groups))]


def _base(words: Sequence[Word]) -> float:
    return max(words, key=lambda w: w.size).base


def _with_raised(groups: list[list[Word]]) -> list[list[Word]]:
    """`groups`, with raised and lowered letters (12th) put into the row that they stand in."""
    out: list[list[Word]] = []
    for i, group in enumerate(groups):
        host = next((g for g in groups[max(i - 2, 0) : i + 3] if g is not group and _raised_in(group, g)), None)
        if host is None:
            out.append(group)
        else:
            host.extend(group)
    return out


def _beside(groups: list[list[Word]]) -> list[list[Word]]:
    """`groups`, with words that overlap a row in height and stand right of it, as margin notes do, put into it."""
    out: list[list[Word]] = []
    for group in groups:
        above = out[-1] if out else []
        close = above and group[0].base - above[0].base < _OVERLAP * min(above[0].size, group[0].size)
        if close and len(group) <= _MARGIN and min(w.left for w in group) > max(w.right for w in above):
            above.extend(group)
        else:
            out.append(group)
    return out


def _raised_in(group: Sequence[Word], host: Sequence[Word]) -> bool:
    size = max(w.size for w in host)
    return len(group) <= _RAISED and all(
        w.size < 0.85 * size
        and any(
            h.size > w.size
            and h.top - 0.3 * h.size <= (w.top + w.bottom) / 2 <= h.bottom
            and -1 <= w.left - h.right < 0.2 * size
            for h in host
        )
        for w in group
    )


def _row(words: list[Word]) -> Row:
    words.sort(key=lambda w: w.left)
    size = median(w.size for w in words)
    segments: list[list[Word]] = [[words[0]]]
    for a, b in itertools.pairwise(words):
        if b.left - a.right > _APART * max(size, 4.0):
            segments.append([b])
        else:
            segments[-1].append(b)
    return Row(tuple(Segment(tuple(s)) for s in segments), _base(words), size)


def char_width_of(row: Row) -> float:
    """The usual width of a letter in a row, in points."""
    words = [word for segment in row.segments for word in segment.words]
    return sum(w.right - w.left for w in words) / max(sum(len(w.text) for w in words), 1)


def char_width(page: Page) -> float:
    """The usual width of a letter on the page, in points."""
    widths = [(w.right - w.left) / len(w.text) for w in page.words if len(w.text) > 2 and not w.sideways]
    return max(median(widths), 1.0) if widths else 5.0
