"""What an outline is: blocks with headings, and the header and closing blocks around them."""

from __future__ import annotations

from dataclasses import dataclass

from minuteparse.record import ItemKind


@dataclass(frozen=True, slots=True)
class Block:
    """One item: heading from `start`, its own text from `body_start` to `end`. Offsets count code points.

    `number` is as printed without a trailing dot, `title` as printed with white space collapsed; both may be empty.
    `title_start:title_end` spans the title. `agenda_end` is where agenda text under the heading (an instruction, links)
    ends and the minute itself begins; equal to `body_start` where the page prints none.
    """

    number: str
    title: str
    title_start: int
    title_end: int
    kind: ItemKind
    level: int
    start: int
    body_start: int
    agenda_end: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Header block `text[:header_end]`, the items, closing block `text[closing_start:]`: together all of the text.

    Without items `header_end == closing_start`. `noise` are spans of page numbers, running heads and web furniture.
    """

    header_end: int
    blocks: tuple[Block, ...]
    closing_start: int
    noise: tuple[tuple[int, int], ...] = ()
