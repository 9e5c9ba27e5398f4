"""Web pages in two shapes: a page of a council's own site, and one of a meeting system, where items are rows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from corpus.render.blocks import Block

_SITE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Minutes</title><style>p {{ margin: 1em }}</style>
<script>var menu = "Present: Councillor Nobody";</script></head>
<body><a class="skip-link" href="#main">Skip to main content</a>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>
<li><a href="/meetings">Meetings</a></li><li><a href="/planning">Planning</a></li></ul></nav></header>
<main id="main"><article>
{body}
</article></main>
<footer><p>Contact us</p><p>Privacy and cookies</p></footer></body></html>
"""
_SYSTEM = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>
<body><div id="nav" class="navigation"><ul><li>Home</li><li>Council and democracy</li><li>Search</li></ul></div>
<div id="modgov" class="mgContent">
{body}
</div>
<div class="footer"><p>Accessibility</p><p>Jobs</p></div></body></html>
"""


def site_page(blocks: Sequence[Block]) -> bytes:
    """A page with headings, paragraphs and tables, in UTF-8, inside the site's own furniture."""
    out: list[str] = []
    for block in blocks:
        if block.kind == "heading":
            out.append(f"<h2>{_heading(block)}</h2>")
        elif block.kind == "rows":
            out.append(_table(block))
        else:
            out.append(f"<p>{_inline(block.text)}</p>" if block.gap or not out else f"<div>{_inline(block.text)}</div>")
    return _SITE.format(body="\n".join(out)).encode()


def system_page(blocks: Sequence[Block]) -> bytes:
    """A page of a meeting system, in windows-1252: a row an item, its number in a cell of its own."""
    first = next((i for i, block in enumerate(blocks) if block.kind == "heading"), len(blocks))
    out = ["".join(_paragraph(block) for block in blocks[:first])]
    if first < len(blocks):
        out.append('<table class="mgItemTable" id="mgItemTable"><tbody>')
        for i in range(first, len(blocks)):
            block = blocks[i]
            if block.kind == "heading":
                out.append("" if i == first else "</td></tr>")
                out.append(f'<tr><td class="mgItemNumberCell"><p>{escape(block.number)}</p></td>')
                out.append(f'<td><p class="mgAiTitleTxt">{_inline(block.title or block.text)}</p>')
            else:
                out.append(_paragraph(block))
        out.append("</td></tr></tbody></table>")
    return _SYSTEM.format(body="\n".join(out)).encode("cp1252", "xmlcharrefreplace")


def _paragraph(block: Block) -> str:
    if block.kind == "rows":
        return _table(block)
    return f'<div class="mgWordPara"><p>{_inline(block.text)}</p></div>\n'


def _heading(block: Block) -> str:
    return _inline(f"{block.number} {block.title}" if block.number and block.title else block.text)


def _inline(text: str) -> str:
    return escape(text, quote=False).replace("\t", "&nbsp;&nbsp;&nbsp; ")


def _table(block: Block) -> str:
    rows = ("".join(f"<td>{_inline(cell)}</td>" for cell in row) for row in block.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"
