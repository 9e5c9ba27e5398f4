"""PDF pages: wrapped text, tables in columns, running heads and page numbers, who was there in one column or two."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.render.blocks import Block, lists_of
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = A4
_LEFT, _TOP, _FOOT = 72.0, 72.0, 72.0
_ROOM = _WIDTH - 2 * _LEFT
_STEP = 14.0
_KNOWN = str.maketrans({"●": "•", "ﬁ": "fi", "ŷ": "y"})


@dataclass
class _Press:
    """Puts lines on pages."""

    head: str
    font: str
    canvas: Canvas
    pages: int
    page: int = 1
    y: float = field(default=_HEIGHT - _TOP)

    def furniture(self) -> None:
        self.canvas.setFont(self.font, 9)
        if self.page > 1:
            self.canvas.drawString(_LEFT, _HEIGHT - 40, self.head[:100])
        foot = f"Page {self.page} of {self.pages}" if self.font == "Helvetica" else str(self.page)
        self.canvas.drawCentredString(_WIDTH / 2, 36, foot)

    def turn(self) -> None:
        self.furniture()
        self.canvas.showPage()
        self.page += 1
        self.y = _HEIGHT - _TOP

    def line(self, cells: Sequence[tuple[float, str]], *, bold: bool = False) -> None:
        """One line of texts, each at its place from the left margin."""
        if self.y < _FOOT:
            self.turn()
        font = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[self.font] if bold else self.font
        self.canvas.setFont(font, 11)
        for x, text in cells:
            self.canvas.drawString(_LEFT + x, self.y, text)
        self.y -= _STEP


def pdf_file(blocks: Sequence[Block], head: str, *, columns: bool, font: str) -> bytes:
    """The bytes of a PDF in `font`, Helvetica or Times-Roman; `columns` sets lists of those present in two columns."""
    pages = _set(blocks, head, columns, font, 1)[1]
    return _set(blocks, head, columns, font, pages)[0]


def _set(blocks: Sequence[Block], head: str, columns: bool, font: str, pages: int) -> tuple[bytes, int]:
    stream = io.BytesIO()
    press = _Press(head.translate(_KNOWN), font, Canvas(stream, pagesize=A4, invariant=1), pages)
    beside = dict(lists_of(blocks)) if columns else {}
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.gap and press.y < _HEIGHT - _TOP:
            press.y -= _STEP
        if at in beside:
            _two_columns(press, [b.text.translate(_KNOWN) for b in blocks[at : beside[at]]])
            at = beside[at]
            continue
        _block(press, block)
        at += 1
    press.furniture()
    press.canvas.save()
    return stream.getvalue(), press.page


def _block(press: _Press, block: Block) -> None:
    if block.kind == "rows":
        _table(press, [[cell.translate(_KNOWN) for cell in row] for row in block.rows])
    elif block.kind == "heading" and block.number and block.title:
        for i, line in enumerate(simpleSplit(block.title.translate(_KNOWN), "Helvetica-Bold", 11, _ROOM - 60)):
            press.line([(60, line)] if i else [(0, block.number), (60, line)], bold=True)
    elif "\t" in block.text:
        _table(press, [block.text.translate(_KNOWN).split("\t")])
    else:
        for line in simpleSplit(block.text.translate(_KNOWN), press.font, 11, _ROOM):
            press.line([(0, line)], bold=block.kind == "heading")


def _two_columns(press: _Press, texts: Sequence[str]) -> None:
    half = (len(texts) + 1) // 2
    for i in range(half):
        press.line(
            [(x, t) for x, t in ((0.0, texts[i]), (_ROOM / 2, texts[i + half] if i + half < len(texts) else "")) if t]
        )


def _table(press: _Press, rows: Sequence[Sequence[str]]) -> None:
    columns = max(map(len, rows))
    widths = [
        max((press.canvas.stringWidth(r[k], press.font, 11) for r in rows if k < len(r)), default=0) + 24
        for k in range(columns)
    ]
    if sum(widths) > _ROOM:
        free = max(_ROOM - sum(w for w in widths if w <= 0.3 * _ROOM), 60)
        wide = sum(w for w in widths if w > 0.3 * _ROOM)
        widths = [w if w <= 0.3 * _ROOM else free * w / wide for w in widths]
    starts = [sum(widths[:k]) for k in range(columns)]
    for row in rows:
        cells = [simpleSplit(text, press.font, 11, max(widths[k] - 16, 40)) for k, text in enumerate(row)]
        for i in range(max(map(len, cells), default=0)):
            press.line([(starts[k], cell[i]) for k, cell in enumerate(cells) if i < len(cell)])
