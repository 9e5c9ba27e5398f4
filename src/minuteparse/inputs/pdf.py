"""PDF files: words read by a process of its own, then lines in reading order with their pages and boxes."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from minuteparse.errors import InputError
from minuteparse.inputs.contained import PYTHON, Overrun, run
from minuteparse.inputs.draft import Draft, Line, Piece
from minuteparse.inputs.ocr import MOST_PAGES, page_of_pdf, pages_of_picture
from minuteparse.inputs.pdf_columns import in_reading_order
from minuteparse.inputs.pdf_furniture import furniture
from minuteparse.inputs.pdf_hyphens import line_end_hyphens
from minuteparse.inputs.pdf_lines import Page, Row, Word, char_width, rows_of
from minuteparse.inputs.pdf_paragraphs import Paragraph, Placed, paragraphs, right_limit, with_note
from minuteparse.layout import Layout

MOST_SECONDS = 60
"""Seconds of processor time after which reading a PDF is given up."""
_MEGABYTES = 900
_MOST_BLANKS = 200

_PROGRAM = Path(__file__).with_name("pdf_words.py")
_ERRORS = {
    "missing": "a PDF, which needs pypdfium2 to be read; install it: pip install 'minuteparse[pdf]'",
    "password": "a PDF protected by a password; open it and save it without one, or print it to a new PDF",
    "damaged": "a PDF that is damaged; get it again, or mend it with: qpdf IN.pdf OUT.pdf",
    "long": "a PDF of more than 3,000 pages or half a million words; split it into one file a meeting",
    "crowded": "a PDF with more than 20,000 words on one page; print it to a new PDF, or save its text",
    "memory": "a PDF that needs more memory than any minutes do; print it to a new PDF, or save its text",
    "scanned": "a PDF of pictures without text, a scan; read it with --ocr (pip install 'minuteparse[ocr]',"
    " and the program Tesseract), or run OCR over it first: ocrmypdf IN.pdf OUT.pdf",
    "blank": "a PDF of pictures in which no words were found; scan it again at 300 dots an inch",
    "slow": f"a PDF not read in {MOST_SECONDS} seconds; print it to a new PDF, or save its text",
    "many": f"a scan of more than {MOST_PAGES} pages; split it into one file a meeting",
    "empty": "a PDF without pages or text; get it again, or export it anew",
}


def read_pdf(data: bytes, name: str, *, ocr: bool = False) -> tuple[str, Layout]:
    """The text of a PDF and its layout; with `ocr`, pages that are pictures are read too.

    Raises `InputError`, beginning with `name`, that names the cure.
    """
    pages = [_page(page) for page in _pages(data, name)]
    recognised = _recognise(pages, data, name) if ocr else ()
    if all(page.scanned or not page.words for page in pages):
        raise InputError(f"{name}: {_ERRORS[_why_empty(pages, ocr=ocr)]}")
    text, layout = draft_of(pages).finish()
    textless = tuple(n for n, page in enumerate(pages, 1) if page.scanned)
    broken = tuple(n for n, page in enumerate(pages, 1) if page.broken)
    hyphens = line_end_hyphens(text)
    return text, replace(layout, textless=textless, broken=broken, hyphens=hyphens, recognised=recognised)


def _why_empty(pages: Sequence[Page], *, ocr: bool) -> str:
    if any(page.scanned for page in pages):
        return "blank" if ocr else "scanned"
    return "damaged" if any(page.broken for page in pages) else "empty"


def read_picture(data: bytes, name: str) -> tuple[str, Layout]:
    """The text of a picture of a page, or of several, and its layout. Raises `InputError` that names the cure."""
    found = pages_of_picture(data, name)
    if not any(one.page.words for one in found):
        raise InputError(f"{name}: a picture in which no words were found; scan it again at 300 dots an inch")
    text, layout = draft_of([one.page for one in found]).finish()
    recognised = tuple((n, one.sure) for n, one in enumerate(found, 1) if one.page.words)
    return text, replace(layout, hyphens=line_end_hyphens(text), recognised=recognised)


def _recognise(pages: list[Page], data: bytes, name: str) -> tuple[tuple[int, int], ...]:
    """Put what their pictures say in the place of the `pages` that are scans; those pages, from 1, and how sure."""
    scans = [n for n, page in enumerate(pages) if page.scanned]
    if len(scans) > MOST_PAGES:
        raise InputError(f"{name}: {_ERRORS['many']}")
    sure: list[tuple[int, int]] = []
    for n in scans:
        found = page_of_pdf(data, n, name)
        if found.page.words:
            pages[n] = found.page
            sure.append((n + 1, found.sure))
    return tuple(sure)


def _pages(data: bytes, name: str) -> list[dict[str, Any]]:
    """What `pdf_words.py` finds; its process may die of a hostile file, this one does not."""
    try:
        done = run([*PYTHON, str(_PROGRAM)], data, seconds=MOST_SECONDS, megabytes=_MEGABYTES)
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"error": "damaged"}
    except Overrun:
        found = {"error": "slow"}
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_ERRORS['damaged']} ({error})") from error
    if "error" in found:
        raise InputError(f"{name}: {_ERRORS[found['error']]}")
    return list(found["pages"])


def _page(found: dict[str, Any]) -> Page:
    words = tuple(Word(*fields) for fields in found["words"])
    return Page(found["width"], found["height"], found["pictures"], words, found.get("broken", False))


def draft_of(pages: Sequence[Page]) -> Draft:
    """The lines of all pages: each page's in reading order, its running heads and feet as noise in their places."""
    rows = [rows_of(page) for page in pages]
    noise = furniture(rows, [page.height for page in pages])
    widths = [char_width(page) for page in pages]
    lefts = [min((row.left for row in lines if id(row) not in noise), default=0.0) for lines in rows]
    draft = Draft()
    for paragraph in paragraphs(_placed(rows, noise)):
        n = paragraph.rows[0].page - 1
        draft.add(_line(paragraph, lefts[n], widths[n]))
    for n, page in enumerate(pages, 1):
        draft.extend(_sideways(page, n))
    return draft


def _placed(pages: Sequence[Sequence[Row]], noise: frozenset[int]) -> Iterator[Placed]:
    for n, lines in enumerate(pages, 1):
        step = _spacing(lines)
        for block in in_reading_order(lines, noise):
            limit = right_limit([row for row in block if id(row) not in noise])
            for row in block:
                yield with_note(Placed(row, n, limit, step, id(row) in noise))


def _spacing(rows: Sequence[Row]) -> float:
    """The usual distance between the lines of a page, in points."""
    steps = sorted(round(b.base - a.base, 1) for a, b in itertools.pairwise(rows) if b.base - a.base > 2)
    return steps[len(steps) // 4] if steps else 0.0


def _line(paragraph: Paragraph, left: float, width: float) -> Line:
    """The line of a paragraph: the segments of its first row as far apart as on the page, by three blanks at least."""
    pieces: list[Piece] = []
    for placed in paragraph.rows:
        row = placed.row
        text = row.text
        if not pieces:
            text = " " * _blanks((row.left - left) / width, 0)
            for segment in row.segments:
                if text.strip():
                    text += " " * _blanks((segment.left - left) / width - len(text), 3)
                text += segment.text
        pieces.append(Piece(text, page=placed.page, box=row.box))
    for n, note in enumerate(paragraph.notes):
        alone = len(paragraph.rows) == 1 and n == 0
        start = _blanks((note.row.left - left) / width - len(pieces[0].text) - 1, 2) if alone else 2
        pieces.append(Piece(" " * start + note.row.text, page=note.page, box=note.row.box))
    bold = all(segment.bold for placed in paragraph.rows for segment in placed.row.segments)
    return Line(tuple(pieces), gap=paragraph.gap, level=0 if bold else None, noise=paragraph.noise, join=" ")


def _blanks(wanted: float, least: int) -> int:
    """How many blanks show a distance of `wanted` letters: `least` or more, and never more than a wide page holds."""
    return max(int(min(wanted, _MOST_BLANKS) + 0.5), least)


def _sideways(page: Page, n: int) -> Iterator[Line]:
    """Words that run up or down the page, or across it, such as DRAFT behind the text: noise."""
    words = [word for word in page.words if word.sideways]
    if words:
        box = (
            min(w.left for w in words),
            min(w.top for w in words),
            max(w.right for w in words),
            max(w.bottom for w in words),
        )
        yield Line((Piece(" ".join(w.text for w in words), page=n, box=box),), noise=True)
