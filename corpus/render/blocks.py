"""A plain text with its answers, to headings, paragraphs and tables, as whoever typed it would have set them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

_WIDE = re.compile(r"\t+| {3,}")
_PIPE = re.compile(r"[ \t]*\|+[ \t]*")
_MARKED = re.compile(r"\s*(?:[•●·*–-]\s|\(?\w{1,4}[.)]\s|\d+(?:\.\d+)*\s)")
_FEWEST_FULL = 0.25


@dataclass(frozen=True)
class Block:
    """One heading, paragraph or table. `gap`: a blank line stands above. `attending`: it lists who was there."""

    kind: Literal["heading", "text", "rows"]
    text: str = ""
    number: str = ""
    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    gap: bool = False
    attending: bool = False


def blocks_of(text: str, gold: dict[str, Any]) -> list[Block]:
    """The blocks of a document, in order."""
    lines = [line.expandtabs(8) if line.startswith("\t") else line for line in re.split(r"\r?\n|\f", text)]
    heads = _headings(lines, gold["items"])
    names = {entry["name"] for entry in gold["attendance"]}
    first = min(heads, default=len(lines))
    width = _width(lines)
    found: list[Block] = []
    at, gap = 0, False
    while at < len(lines):
        if not lines[at].strip():
            at, gap = at + 1, True
            continue
        if at in heads:
            stop, number, title = heads[at]
            found.append(Block("heading", " ".join(" ".join(lines[at:stop]).split()), number, title, gap=gap))
        elif (stop := _table_end(lines, at, heads)) > at:
            found.append(Block("rows", rows=_rows(lines[at:stop]), gap=gap))
        else:
            stop = _paragraph_end(lines, at, heads, width)
            said = " ".join(line.strip() for line in lines[at:stop])
            attending = at < first and len(said) < 60 and any(name in said for name in names)
            found.append(Block("text", _tabbed(said), gap=gap, attending=attending))
        at, gap = stop, False
    return found


def _tabbed(line: str) -> str:
    return re.sub(r" {3,}|\t+", "\t", line)


def _headings(lines: Sequence[str], items: Sequence[dict[str, Any]]) -> dict[int, tuple[int, str, str]]:
    """Where headings that stand alone begin: the line, with where they end, their number and title."""
    found: dict[int, tuple[int, str, str]] = {}
    at = 0
    for item in items:
        wanted = _letters(f"{item['number']} {item['title']}")
        for i in range(at, len(lines)):
            stop = next(
                (k for k in range(i + 1, min(i + 7, len(lines) + 1)) if _letters(" ".join(lines[i:k])) == wanted), 0
            )
            if wanted and stop and lines[i].strip() and lines[stop - 1].strip():
                found[i] = stop, _printed_number(lines[i], item["number"]), item["title"]
                at = stop
                break
    return found


def _printed_number(line: str, number: str) -> str:
    """The number with the dot or brackets that stand around it."""
    if not number:
        return ""
    match = re.search(re.escape(number) + r"[.):]*", line)
    return "(" + match[0] if match and line[match.start() - 1 : match.start()] == "(" else match[0] if match else number


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _width(lines: Sequence[str]) -> int:
    """The length of a full line if the text is broken into lines by width, else 0."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    full = lengths[int(len(lengths) * 0.95)] if lengths else 0
    if not 40 <= full <= 125:
        return 0
    long = [i for i, line in enumerate(lines[:-1]) if len(line.rstrip()) > 0.8 * full]
    runs = sum(bool(lines[i + 1].strip()) for i in long)
    return full if len(long) > _FEWEST_FULL * len(lengths) * 0.5 and runs > 0.4 * len(long) else 0


def _paragraph_end(lines: Sequence[str], at: int, heads: dict[int, Any], width: int) -> int:
    stop = at + 1
    while width and stop < len(lines) and stop not in heads:
        above, line = lines[stop - 1].rstrip(), lines[stop]
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        if not word or _MARKED.match(line) or len(above) + len(word) + 1 < 0.85 * width:
            break
        stop += 1
    return stop


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a line with the columns where they begin."""
    parts = _PIPE if "|" in line else _WIDE
    cells, at = [], len(line) - len(line.lstrip())
    for match in parts.finditer(line, at):
        cells.append((at, line[at : match.start()].strip()))
        at = match.end()
    cells.append((at, line[at:].strip()))
    return cells if "|" in line else [cell for cell in cells if cell[1]]


def _table_end(lines: Sequence[str], at: int, heads: dict[int, Any]) -> int:
    """Where the table that begins at a line ends; the line itself if none does."""
    stop, rows = at, 0
    while stop < len(lines) and stop not in heads and lines[stop].strip():
        many = len(_cells(lines[stop])) > 1
        indented = len(lines[stop]) - len(lines[stop].lstrip()) >= 8
        if not many and not (rows and indented):
            break
        rows += many
        stop += 1
    return stop if rows >= 2 and stop - at >= 2 else at


def _rows(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    if any("|" in line for line in lines) or any("\t" in line.strip() for line in lines):
        return tuple(tuple(text for _, text in _cells(line)) for line in lines)
    columns = _columns(lines)
    rows: list[list[str]] = []
    for line in lines:
        row = [""] * len(columns)
        for start, text in _cells(line):
            k = min(range(len(columns)), key=lambda i: abs(columns[i] - start))
            row[k] = f"{row[k]} {text}".strip()
        if rows and not row[0] and sum(map(bool, row)) <= len(columns) - 1 and any(rows[-1]) and not _named(row):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return tuple(tuple(row) for row in rows)


def _named(row: Sequence[str]) -> bool:
    """True if a row without a first cell is one of its own: each cell begins with a capital, as names do."""
    return all(cell[:1].isupper() for cell in row if cell)


def _columns(lines: Sequence[str]) -> list[int]:
    starts = sorted(start for line in lines for start, _ in _cells(line))
    columns: list[int] = []
    for start in starts:
        if not columns or start - columns[-1] > 4:
            columns.append(start)
    return columns


def running_head(gold: dict[str, Any]) -> str:
    """What a page's head says: body and date."""
    header = gold["header"]
    day = date.fromisoformat(header["date"]) if header["date"] else None
    return " - ".join(part for part in (header["body"], f"{day.day} {day:%B %Y}" if day else "") if part)


def lists_of(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Stretches of at least four short lines that name who was there, to be set in columns."""
    at = 0
    while at < len(blocks):
        stop = at
        while stop < len(blocks) and blocks[stop].attending and "\t" not in blocks[stop].text:
            stop += 1
        if stop - at >= 4:
            yield at, stop
        at = stop + 1
