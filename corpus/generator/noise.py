"""What the way to the page does to a text: wrapping, page lines, lost breaks and glyphs, scanning, pipes."""

from __future__ import annotations

import re
from random import Random

from corpus.generator.writer import Writer

PARAGRAPH = re.compile(r"[^\n]{90,}")
ORDINAL = re.compile(r"(?<=\d)(?=(?:st|nd|rd|th)\b)")


def wear(writer: Writer, rng: Random, kinds: list[str], stamp: str) -> None:
    """Apply the kinds of noise that the layout asks for, in order."""
    for kind in kinds:
        NOISES[kind](writer, rng, stamp)


def wrap(writer: Writer, rng: Random, stamp: str) -> None:
    """Hard line ends at a width."""
    width, text, edits = rng.choice((64, 70, 76, 84)), writer.text, []
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        while end - start > width:
            space = text.rfind(" ", start, start + width)
            if space <= start:
                break
            edits.append((space, space + 1, "\n", False))
            start = space + 1
    writer.edit(edits)


def gaps(writer: Writer, rng: Random, share: float) -> list[int]:
    """Spaces in the middle of long paragraphs of items, away from names, dates and the ends of bodies."""
    text = writer.text
    safe = [
        (m.start, m.end) for m in writer.marks if m.kind in ("PERSON", "ROLE", "BODY", "date", "due", "raw", "owner")
    ]
    edges = [(m.start, m.start + 60) for m in writer.marks if m.kind == "body"] + [
        (m.end - 60, m.end) for m in writer.marks if m.kind == "body"
    ]
    bodies = [(m.start, m.end) for m in writer.marks if m.kind == "body"]
    out = []
    for match in PARAGRAPH.finditer(text):
        if rng.random() > share or not any(a <= match.start() and match.end() <= b for a, b in bodies):
            continue
        space = text.find(" ", match.start() + (match.end() - match.start()) // 2)
        if 0 < space < match.end() - 20 and not any(a <= space <= b for a, b in safe + edges):
            out.append(space)
    return out


def pages(writer: Writer, rng: Random, stamp: str) -> None:
    """Page numbers that fell into sentences, and between items."""
    number = rng.randint(1, 300)
    shape = rng.choice(("\n\n{n}\n\n", "\n\nPage {n}\n\n", "\n\n- {n} -\n\n", "\n{n}\n"))
    found = gaps(writer, rng, 0.22)
    writer.edit([(space, space + 1, shape.format(n=number + i), True) for i, space in enumerate(found)])


def footers(writer: Writer, rng: Random, stamp: str) -> None:
    """Running heads with the date and the page."""
    shape = rng.choice(("\n\nPage {n} of 9\n\n{d}\n\n", "\n\n{d}\n\n{n}\n\n", "\n\nMinutes {d} - page {n}\n\n"))
    writer.edit(
        [(space, space + 1, shape.format(n=i + 1, d=stamp), True) for i, space in enumerate(gaps(writer, rng, 0.15))]
    )


def lost(writer: Writer, rng: Random, stamp: str) -> None:
    """Blank lines gone: every paragraph end is one line end."""
    writer.edit([(m.start(), m.end(), "\n", False) for m in re.finditer(r"\n{2,}", writer.text)])


def indent(writer: Writer, rng: Random, stamp: str) -> None:
    """A margin before every line."""
    margin = " " * rng.randint(2, 6)
    writer.edit([(m.start(), m.start(), margin, True) for m in re.finditer(r"^(?=\S)", writer.text, re.M)])


def questions(writer: Writer, rng: Random, stamp: str) -> None:
    """Apostrophes and dashes that the code page did not know."""
    writer.edit([(m.start(), m.end(), "?", False) for m in re.finditer("['’–]", writer.text)])


def splitord(writer: Writer, rng: Random, stamp: str) -> None:
    """15 th for 15th."""
    writer.edit([(m.start(), m.start(), " ", False) for m in ORDINAL.finditer(writer.text) if rng.random() < 0.8])


def capitals(writer: Writer, rng: Random, stamp: str) -> None:
    """Everything in capitals."""
    writer.swap(lambda text: "".join(c.upper() if len(c.upper()) == 1 else c for c in text))


def ocr(writer: Writer, rng: Random, stamp: str) -> None:
    """A scan: spaces after commas lost, letters misread, all in capitals in some."""
    if rng.random() < 0.5:
        capitals(writer, rng, stamp)
        writer.swap(lambda text: text.replace("F", "f"))
    text = writer.text
    writer.edit([(m.start() + 1, m.end(), "", False) for m in re.finditer(r", ", text) if rng.random() < 0.5])


def pipes(writer: Writer, rng: Random, stamp: str) -> None:
    """Cells of a table: a pipe at the end of each line of an item."""
    bodies = [(m.start, m.end) for m in writer.marks if m.kind == "body"]
    ends = [m.start() for m in re.finditer(r"(?<=[^\n|])\n", writer.text)]
    writer.edit([(e, e, " |", True) for e in ends if any(a <= e < b for a, b in bodies)])


def icons(writer: Writer, rng: Random, stamp: str) -> None:
    """The residue of links after titles."""
    ends = [m.end for m in writer.marks if m.kind == "title" and rng.random() < 0.35]
    writer.edit([(end, end, f" pdf icon PDF {rng.randint(40, 900)} KB", True) for end in ends])


NOISES = {f.__name__: f for f in (wrap, pages, footers, lost, indent, questions, splitord, capitals, ocr, pipes, icons)}
