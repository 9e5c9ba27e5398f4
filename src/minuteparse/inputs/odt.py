"""OpenDocument texts (.odt): headings, lists with their numbers, tables, frames, notes, heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from minuteparse.errors import InputError
from minuteparse.inputs.archive import Archive
from minuteparse.inputs.draft import Draft, Line, Piece
from minuteparse.inputs.numbering import with_label
from minuteparse.inputs.odt_styles import (
    OFFICE,
    OUTLINE,
    STYLE,
    TABLE,
    TEXT,
    ListLevel,
    OdtStyles,
    read_odt_styles,
    whole,
)
from minuteparse.inputs.rows import Row, table_lines

_SKIPPED = frozenset(
    {TEXT + name for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls")}
    | {OFFICE + name for name in ("annotation", "annotation-end", "forms")}
)
_MOST_SPACES = 80
_MOST_REPEATED = 20


def read_odt(archive: Archive) -> Draft:
    """The text of the OpenDocument file in `archive`. Raises `InputError` if damaged, or protected by a password."""
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise InputError(f"{archive.name}: protected by a password; open it and save it without one")
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml")
    if content is None:
        raise InputError(f"{archive.name}: an OpenDocument file without content.xml; get it again, or save it anew")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise InputError(
            f"{archive.name}: an OpenDocument file that is no text; save the minutes as .odt, .docx or PDF"
        )
    read = read_odt_styles([root for root in (styles, content) if root is not None])
    draft = Draft()
    draft.extend(_furniture(styles, "header", read))
    draft.extend(_Walk(read).blocks(body, ""))
    draft.extend(_furniture(styles, "footer", read))
    return draft


def _furniture(styles: ET.Element | None, what: str, read: OdtStyles) -> Iterator[Line]:
    seen: set[str] = set()
    for node in styles.iter(f"{STYLE}{what}") if styles is not None else ():
        for line in _Walk(read).blocks(node, f"{what}, "):
            if line.text.strip() and line.text not in seen:
                seen.add(line.text)
                yield replace(line, noise=True, gap=False, gap_after=False)


@dataclass
class _Walk:
    """One pass over a story of the file; counts its paragraphs and tables, and the numbers of its lists."""

    styles: OdtStyles
    paragraphs: int = 0
    tables: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)

    def blocks(self, parent: ET.Element, where: str) -> Iterator[Line]:
        """The lines of all that is under `parent`; `where` begins their paths."""
        for node in parent:
            if node.tag in {TEXT + "p", TEXT + "h"}:
                yield from self.paragraph(node, where, "")
            elif node.tag == TEXT + "list":
                yield from self.list(node, where, None, [])
            elif node.tag == TABLE + "table":
                yield from self.table(node, where)
            elif node.tag not in _SKIPPED:
                yield from self.blocks(node, where)

    def list(self, node: ET.Element, where: str, name: str | None, above: list[int]) -> Iterator[Line]:
        """The lines of a list, each entry's first with its number; `above` are the numbers of the lists around it."""
        name = node.get(f"{TEXT}style-name") or name or self._style_of_entry(node)
        depth = len(above) + 1
        goes_on = node.get(f"{TEXT}continue-numbering") == "true" or node.get(f"{TEXT}continue-list") is not None
        kept = self.counts.get(f"{name} {depth}", [])
        number = kept[-1] if goes_on and kept else self.styles.start(name, depth) - 1
        for entry in node:
            counted = entry.tag == TEXT + "list-item"
            number = whole(entry.get(f"{TEXT}start-value"), number + 1) if counted else number
            label = self.styles.label(name, [*above, number]) if counted else ""
            for inner in entry:
                if inner.tag == TEXT + "list":
                    yield from self.list(inner, where, name, [*above, number])
                elif inner.tag in {TEXT + "p", TEXT + "h"}:
                    yield from self.paragraph(inner, where, label)
                    label = ""
                else:
                    yield from self.blocks(inner, where)
        self.counts[f"{name} {depth}"] = [number]

    def _style_of_entry(self, node: ET.Element) -> str | None:
        first = next(node.iter(f"{TEXT}p"), None)
        return self.styles.list_of.get(first.get(f"{TEXT}style-name", "")) if first is not None else None

    def _heading_label(self, node: ET.Element) -> str:
        """The number that the outline of the document gives a heading; empty if none."""
        level = whole(node.get(f"{TEXT}outline-level"), 1)
        outline = self.styles.lists.get(OUTLINE, {})
        if not outline.get(level, ListLevel("")).form or node.get(f"{TEXT}is-list-header") == "true":
            return ""
        start = outline[level].start
        restarts = node.get(f"{TEXT}restart-numbering") == "true"
        number = start if restarts else self.headings.get(level, start - 1) + 1
        number = whole(node.get(f"{TEXT}start-value"), number)
        self.headings = {k: n for k, n in self.headings.items() if k < level} | {level: number}
        above = [self.headings.get(k, self.styles.start(OUTLINE, k)) for k in range(1, level)]
        return self.styles.label(OUTLINE, [*above, number])

    def table(self, node: ET.Element, where: str) -> Iterator[Line]:
        """The lines of a table."""
        self.tables += 1
        place = f"{where}table {self.tables}"
        rows: list[Row] = []
        for r, row in enumerate(_rows(node), 1):
            cells: list[list[Line]] = []
            for c, cell in enumerate(
                (x for x in row if x.tag in {TABLE + "table-cell", TABLE + "covered-table-cell"}), 1
            ):
                path = f"{place}, row {r}, cell {c}"
                lines = [
                    replace(line, pieces=tuple(replace(piece, path=path) for piece in line.pieces))
                    for line in _Walk(self.styles).blocks(cell, "")
                ]
                times = min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATED)
                cells += [lines] * (1 if lines else times)
            rows.append(cells)
        yield from table_lines(rows)

    def paragraph(self, node: ET.Element, where: str, label: str) -> Iterator[Line]:
        """The lines of a paragraph, and of the frames and notes in it after it."""
        self.paragraphs += 1
        path = f"{where}paragraph {self.paragraphs}"
        held: list[tuple[str, ET.Element]] = []
        style = node.get(f"{TEXT}style-name")
        runs = list(_runs(node, self.styles, self.styles.has(self.styles.bold, style), held))
        text = "".join(text for text, _ in runs)
        heading = node.tag == TEXT + "h"
        if heading and not label and text.strip():
            label = self._heading_label(node)
        text = with_label(text, label)
        bold = [bold for said, bold in runs if said.strip()]
        level = whole(node.get(f"{TEXT}outline-level"), 1) if heading else 0 if bold and all(bold) else None
        lines = text.split("\n")
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            gap_after = last and (heading or (not label and self.styles.has(self.styles.apart, style)))
            yield Line((Piece(line, path),), heading and i == 0, gap_after, level)
        for what, box in held:
            yield from _Walk(self.styles).blocks(box, f"{path}, {what}, ")


def _rows(node: ET.Element) -> Iterator[ET.Element]:
    for child in node:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in {TABLE + "table-rows", TABLE + "table-header-rows", TABLE + "table-row-group"}:
            yield from _rows(child)


def _runs(
    node: ET.Element, styles: OdtStyles, bold: bool, held: list[tuple[str, ET.Element]]
) -> Iterator[tuple[str, bool]]:
    """The text under `node` with whether it is bold; frames and notes met on the way go into `held`."""
    yield _flat(node.text), bold
    for child in node:
        if child.tag == TEXT + "s":
            yield " " * min(whole(child.get(f"{TEXT}c"), 1), _MOST_SPACES), bold
        elif child.tag == TEXT + "tab":
            yield "\t", bold
        elif child.tag == TEXT + "line-break":
            yield "\n", bold
        elif child.tag == TEXT + "note":
            held += [("note", body) for body in child.iter(f"{TEXT}note-body")]
        elif child.tag.endswith("}frame") or child.tag.endswith("}text-box"):
            held.append(("frame", child))
        elif child.tag not in _SKIPPED:
            yield from _runs(child, styles, bold or styles.has(styles.bold, child.get(f"{TEXT}style-name")), held)
        yield _flat(child.tail), bold


def _flat(text: str | None) -> str:
    return "".join(" " if c in "\n\r\t" else c for c in text or "")
