"""A Word file: heading styles, automatic numbers where they run, tables, a running head and foot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import docx
from corpus.render.blocks import Block
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

_PLAIN = str.maketrans({"\x0c": "\n"})


def word_file(blocks: Sequence[Block], head: str) -> bytes:
    """The bytes of a .docx with `blocks`."""
    document = docx.Document()
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    section.footer.paragraphs[0].text = "Page 1"
    numbered = _numbered(blocks)
    list_id = _add_list(document, int(blocks[numbered[0]].number[:-1])) if numbered else 0
    for i, block in enumerate(blocks):
        if block.gap:
            document.add_paragraph()
        if block.kind == "heading":
            paragraph = document.add_paragraph(style="Heading 2")
            if i in numbered:
                _number(paragraph, list_id)
                paragraph.add_run(block.title)
            else:
                paragraph.add_run(f"{block.number}\t{block.title}" if block.number and block.title else block.text)
        elif block.kind == "rows":
            columns = max(map(len, block.rows))
            table = document.add_table(0, columns)
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text.translate(_PLAIN)
        else:
            document.add_paragraph(block.text.translate(_PLAIN))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _numbered(blocks: Sequence[Block]) -> list[int]:
    """The headings that Word can number: all with a number, if each is a figure with a dot, one more than the last."""
    found = [i for i, block in enumerate(blocks) if block.kind == "heading" and block.number and block.title]
    numbers = [blocks[i].number for i in found]
    plain = all(n[:-1].isdigit() and n.endswith(".") for n in numbers)
    return (
        found if len(found) > 2 and plain and all(int(b[:-1]) - int(a[:-1]) == 1 for a, b in pairwise(numbers)) else []
    )


def _add_list(document: Document, start: int) -> int:
    numbering = document.part.numbering_part.element
    outer = OxmlElement("w:abstractNum")
    outer.set(qn("w:abstractNumId"), "900")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", str(start)), ("numFmt", "decimal"), ("lvlText", "%1.")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        level.append(element)
    outer.append(level)
    numbering.insert(0, outer)
    inner = OxmlElement("w:num")
    inner.set(qn("w:numId"), "900")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "900")
    inner.append(link)
    numbering.append(inner)
    return 900


def _number(paragraph: docx.text.paragraph.Paragraph, list_id: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id
