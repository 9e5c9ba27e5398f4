"""Word files (.docx): paragraphs with their automatic numbers, tables, text boxes, notes, heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from minuteparse.errors import InputError
from minuteparse.inputs.archive import Archive
from minuteparse.inputs.docx_styles import Style, Styles, W, apart, read_styles, switched_on, value, word_xml
from minuteparse.inputs.draft import Draft, Line, Piece
from minuteparse.inputs.numbering import with_label
from minuteparse.inputs.rows import Row, table_lines
from minuteparse.inputs.symbol_fonts import readable, sign

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    {W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "sectPr", "tblPr", "trPr")}
)
_SIGNS = {
    W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
    W + "ptab": "\t",
}  # fmt: skip
_DOCUMENT = "word/document.xml"


def read_docx(archive: Archive) -> Draft:
    """The text of the Word file in `archive`. Raises `InputError` if it holds no document, or a damaged one."""
    root = word_xml(archive, _document_part(archive))
    if root is None:
        raise InputError(f"{archive.name}: a Word file without {_DOCUMENT}, so damaged; get it again, or save it anew")
    body = root.find(f"{W}body")
    walk = _Walk(read_styles(archive))
    draft = Draft()
    draft.extend(_furniture(archive, "header"))
    if body is not None:
        draft.extend(walk.blocks(body, ""))
    for part, what in (("footnotes", "footnote"), ("endnotes", "endnote")):
        draft.extend(_notes(archive, part, what, walk))
    draft.extend(_furniture(archive, "footer"))
    return draft


def _document_part(archive: Archive) -> str:
    if _DOCUMENT in archive.parts:
        return _DOCUMENT
    return min((p for p in archive.parts if p.startswith("word/document") and p.endswith(".xml")), default=_DOCUMENT)


def _furniture(archive: Archive, what: str) -> Iterator[Line]:
    """The running heads or feet, each that prints something else once: noise."""
    seen: set[str] = set()
    for part in sorted(p for p in archive.parts if p.startswith(f"word/{what}") and p.endswith(".xml")):
        root = word_xml(archive, part)
        for line in _Walk(Styles()).blocks(root, f"{what}, ") if root is not None else ():
            if line.text.strip() and line.text not in seen:
                seen.add(line.text)
                yield replace(line, noise=True, gap=False, gap_after=False)


def _notes(archive: Archive, part: str, what: str, walk: _Walk) -> Iterator[Line]:
    root = word_xml(archive, f"word/{part}.xml")
    for n, note in enumerate(root if root is not None else (), 1):
        if note.get(W + "type") is None:
            yield from walk.blocks(note, f"{what} {n}, ")


@dataclass
class _Walk:
    """One pass over a story of the file; counts its paragraphs and tables."""

    styles: Styles
    paragraphs: int = 0
    tables: int = 0
    boxes: list[ET.Element] = field(default_factory=list)

    def blocks(self, parent: ET.Element, where: str) -> Iterator[Line]:
        """The lines of the paragraphs and tables under `parent`; `where` begins their paths."""
        for node in _contents(parent):
            if node.tag == W + "p":
                self.paragraphs += 1
                yield from self.paragraph(node, f"{where}paragraph {self.paragraphs}")
            else:
                yield from self.table(node, where)

    def table(self, node: ET.Element, where: str) -> Iterator[Line]:
        self.tables += 1
        place = f"{where}table {self.tables}"
        rows: list[Row] = []
        for r, row in enumerate(_children(node, W + "tr"), 1):
            cells = []
            for c, cell in enumerate(_children(row, W + "tc"), 1):
                path = f"{place}, row {r}, cell {c}"
                inner = _Walk(self.styles)
                lines = [_at(line, path) for line in inner.blocks(cell, "")]
                cells.append(lines)
            rows.append(cells)
        yield from table_lines(rows)

    def paragraph(self, node: ET.Element, path: str) -> Iterator[Line]:
        style = self.styles.of(node.find(f"{W}pPr"))
        held: list[ET.Element] = []
        runs = list(_runs(node, held))
        text = "".join(text for text, _ in runs)
        label = self.styles.label(style) if text.strip() else ""
        text = with_label(text, label)
        level = style.level if style.level is not None else 0 if _all_bold(runs, style) else None
        heading = style.level is not None
        lines = text.split("\n")
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            gap_after = last and (heading or (apart(style) and style.list_id is None))
            yield Line((Piece(_tidy(line), path),), heading and i == 0, gap_after, level)
        for box in held:
            yield from _Walk(self.styles).blocks(box, f"{path}, text box, ")


def _at(line: Line, path: str) -> Line:
    return replace(line, pieces=tuple(replace(piece, path=path) for piece in line.pieces))


def _tidy(line: str) -> str:
    return line.replace("\x0b", " ").replace("\x0c", " ").replace("\r", " ")


def _contents(parent: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs and tables under `parent`, those in wrappers such as content controls included."""
    for node in parent:
        if node.tag in {W + "p", W + "tbl"}:
            yield node
        elif node.tag == _MC + "AlternateContent":
            yield from _contents(_chosen(node))
        elif node.tag not in _SKIPPED:
            yield from _contents(node)


def _children(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """The rows or cells of `parent`, those in wrappers included, but not those of tables inside it."""
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag not in _SKIPPED and node.tag not in {W + "p", W + "tbl", W + "tc"}:
            yield from _children(node, tag)


def _chosen(node: ET.Element) -> ET.Element:
    """The one of several forms of the same content that is read."""
    choice = node.find(f"{_MC}Choice")
    fallback = node.find(f"{_MC}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ET.Element("none")


def _runs(parent: ET.Element, held: list[ET.Element]) -> Iterator[tuple[str, bool | None]]:
    """The text of each run with whether it is bold; the text boxes met on the way go into `held`."""
    for node in parent:
        if node.tag == W + "r":
            properties = node.find(f"{W}rPr")
            if properties is not None and switched_on(properties.find(f"{W}vanish")):
                continue
            bold = switched_on(properties.find(f"{W}b")) if properties is not None else None
            yield "".join(_run(node, held)), bold
        elif node.tag == _MC + "AlternateContent":
            yield from _runs(_chosen(node), held)
        elif node.tag == W + "txbxContent":
            held.append(node)
        elif node.tag not in _SKIPPED:
            yield from _runs(node, held)


def _run(node: ET.Element, held: list[ET.Element]) -> Iterator[str]:
    for part in node:
        if part.tag == W + "t":
            yield readable((part.text or "").replace("\n", " "))
        elif part.tag == W + "sym":
            yield sign(value(part, "char"))
        elif part.tag in _SIGNS:
            yield "\n" if part.tag == W + "br" and value(part, "type") == "page" else _SIGNS[part.tag]
        elif part.tag == _MC + "AlternateContent":
            yield from _run(_chosen(part), held)
        elif part.tag == W + "txbxContent":
            held.append(part)
        elif part.tag not in _SKIPPED:
            yield from _run(part, held)


def _all_bold(runs: list[tuple[str, bool | None]], style: Style) -> bool:
    printed = [bold if bold is not None else bool(style.bold) for text, bold in runs if text.strip()]
    return bool(printed) and all(printed)
