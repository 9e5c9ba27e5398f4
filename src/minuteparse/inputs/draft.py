"""A text in the making: lines as plain minutes print them, each with where it stands in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from minuteparse.layout import Box, Heading, Layout, Stand, Stretch

CELL_GAP = "\t"
"""What stands between the cells of a row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line without a line break: a paragraph's, or a cell's. Places as in `Stand`."""

    text: str
    path: str | None = None
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. `gap` asks for a blank line above, `gap_after` below; `level` is that of a heading.

    `role` is what a web page's classes say of it; `join` stands between the pieces.
    """

    pieces: tuple[Piece, ...]
    gap: bool = False
    gap_after: bool = False
    level: int | None = None
    noise: bool = False
    agenda: bool = False
    role: str = ""
    join: str = CELL_GAP

    @property
    def text(self) -> str:
        """What the line prints."""
        return self.join.join(piece.text for piece in self.pieces).rstrip()


@dataclass
class Draft:
    """Lines put down one after the other; `finish` gives the text and its layout."""

    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Put down one line."""
        self.lines.append(line)

    def extend(self, lines: Iterable[Line]) -> None:
        """Put down several."""
        self.lines.extend(lines)

    def finish(self) -> tuple[str, Layout]:
        """The text, each line closed by a line break, and its layout without hyphens and textless pages."""
        out: list[str] = []
        stands: list[Stand] = []
        noise: list[Stretch] = []
        agenda: list[Stretch] = []
        headings: list[Heading] = []
        at = 0
        blank = True
        for line in self.lines:
            text = line.text
            if not text.strip():
                if not blank:
                    out.append("\n")
                    at, blank = at + 1, True
                continue
            if line.gap and not blank:
                out.append("\n")
                at += 1
            out.append(text + "\n")
            stop = at + len(text)
            stands += _stands(line, at, stop)
            if line.noise:
                noise.append((at, stop))
            elif line.agenda:
                agenda.append((at, stop))
            elif line.level is not None:
                headings.append(Heading(stop - len(text.lstrip()), stop, line.level))
            at, blank = stop + 1, False
            if line.gap_after:
                out.append("\n")
                at, blank = at + 1, True
        return "".join(out), Layout(tuple(stands), tuple(noise), tuple(agenda), tuple(headings))


def _stands(line: Line, at: int, stop: int) -> list[Stand]:
    found: list[Stand] = []
    for piece in line.pieces:
        end = min(at + len(piece.text), stop)
        if piece.text.strip() and at < end and (piece.path or piece.page):
            found.append(Stand(at, end, piece.page, piece.box, piece.path))
        at += len(piece.text) + len(line.join)
    return found
