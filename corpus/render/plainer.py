"""OpenDocument, rich text and Markdown files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from corpus.render.blocks import Block

_SPACES = "urn:oasis:names:tc:opendocument:xmlns"
_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    + "".join(f' xmlns:{name}="{_SPACES}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    + ' office:version="1.3"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
)


def open_document(blocks: Sequence[Block]) -> bytes:
    """The bytes of an .odt with `blocks`."""
    out: list[str] = []
    for block in blocks:
        if block.gap:
            out.append("<text:p/>")
        if block.kind == "rows":
            rows = (
                "".join(f"<table:table-cell><text:p>{_odt(cell)}</text:p></table:table-cell>" for cell in row)
                for row in block.rows
            )
            inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            out.append(f"<table:table>{inner}</table:table>")
        elif block.kind == "heading":
            out.append(f'<text:h text:outline-level="2">{_odt(_heading(block))}</text:h>')
        else:
            out.append(f"<text:p>{_odt(block.text)}</text:p>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _CONTENT.replace("{body}", "".join(out)))
    return stream.getvalue()


def _odt(text: str) -> str:
    return escape("".join(c for c in text if c >= " " or c == "\t"), quote=False).replace("\t", "<text:tab/>")


def _heading(block: Block) -> str:
    return f"{block.number}\t{block.title}" if block.number and block.title else block.text


def rich_text(blocks: Sequence[Block]) -> bytes:
    """The bytes of an .rtf with `blocks`."""
    out = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\*\generator Render;}"]
    for block in blocks:
        if block.gap:
            out.append(r"\pard\par")
        if block.kind == "rows":
            for row in block.rows:
                out.append(r"\trowd" + "".join(rf"\cellx{1000 * (k + 1)}" for k in range(len(row))))
                out.append(r"\pard\intbl " + "".join(rf"{_rtf(cell)}\cell " for cell in row) + r"\row")
        elif block.kind == "heading" and block.number and block.title:
            out.append(rf"\pard{{\listtext {_rtf(block.number)}\tab}}\b {_rtf(block.title)}\b0\par")
        else:
            out.append(rf"\pard {_rtf(block.text)}\par")
    return "\n".join([*out, "}"]).encode("ascii")


def _rtf(text: str) -> str:
    out = []
    for c in text:
        if c in "\\{}":
            out.append("\\" + c)
        elif c == "\t":
            out.append(r"\tab ")
        elif " " <= c < "\x7f":
            out.append(c)
        elif ord(c) >= 0x80:
            out.append(rf"\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?")
    return "".join(out)


def markdown(blocks: Sequence[Block]) -> bytes:
    """The bytes of a Markdown file with `blocks`."""
    out: list[str] = []
    for block in blocks:
        if block.kind == "heading":
            out.append(
                f"\n## {block.number} {block.title}\n" if block.number and block.title else f"\n## {block.text}\n"
            )
        elif block.kind == "rows":
            columns = max(map(len, block.rows))
            rows = [[*row, *[""] * (columns - len(row))] for row in block.rows]
            rows.insert(1, ["---"] * columns)
            out += ["", *("| " + " | ".join(row) + " |" for row in rows), ""]
        else:
            label, colon, rest = block.text.partition(":")
            bold = f"**{label}:**{rest}" if colon and len(label) < 30 and label.strip() else block.text
            out.append(("\n" if block.gap else "") + bold)
    return ("\n".join(out) + "\n").encode()
