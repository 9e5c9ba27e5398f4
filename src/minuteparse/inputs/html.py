"""Web pages and saved ones: blocks to lines, tables to rows, lists with their numbers, furniture marked as noise."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minuteparse.errors import InputError
from minuteparse.inputs.draft import Draft, Line, Piece
from minuteparse.inputs.meeting_pages import mark_items, role_of
from minuteparse.inputs.numbering import BULLET, spell
from minuteparse.inputs.rows import Row, table_lines
from minuteparse.inputs.web_blocks import (
    APART,
    BLOCKS,
    INLINE_BOLD,
    LEVELS,
    SKIPPED,
    Listed,
    find_main,
    is_furniture,
    listed,
)
from minuteparse.inputs.web_words import page_text, saved_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_OWN_MARK = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]{1,4})[.)]|[•·*–-]\s)")
_LONGEST_PATH = 400
_MOST_TABLES = 12  # inside one another; those deeper are read as blocks


def read_html(data: bytes, name: str, *, packed: bool = False) -> tuple[Draft, str, bool]:
    """The text of a web page, its encoding, and whether that was guessed; `packed` tells of one saved with its parts.

    Nothing that the page points to is opened. Raises `InputError` if it cannot be decoded or is built to do harm, or if
    the library that reads pages is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        message = f"{name}: a web page, which needs selectolax to be read; install it: pip install 'minuteparse[html]'"
        raise InputError(message) from error
    text, encoding, guessed = page_text(saved_page(data, name) if packed else data, name)
    page = LexborHTMLParser(text)
    body = page.body
    if body is None:
        return Draft(), encoding, guessed
    for node in page.css("script, style"):
        node.decompose()  # their words are none of the page's, and are not counted as such
    main = find_main(page)
    walk = _Walk(len(body.text(deep=True)), main.mem_id if main is not None else None)
    walk.read(body)
    return Draft(mark_items(walk.sinks[0])), encoding, guessed


@dataclass
class _Frame:
    """An element that is open.

    `kinds` counts its children by tag, for their paths; `rows` tells of a table or cell whose rows are kept.
    """

    node: LexborNode
    tag: str
    path: str
    noise: bool
    in_main: bool
    role: str = ""
    rows: bool = False
    list: Listed | None = None
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass
class _Walk:
    """One pass over a page. `sinks` are where lines go: the page, or the innermost open cell."""

    length: int
    main: int | None
    sinks: list[list[Line]] = field(default_factory=lambda: [[]])
    tables: list[list[list[list[Line]]]] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    start: _Frame | None = None
    label: str = ""
    gap: bool = False
    level: int | None = None
    bold: int = 0
    plain: bool = False
    pre: int = 0

    def read(self, body: LexborNode) -> None:
        """Read all that is under `body`, in order, however deeply nested."""
        self._enter(body)
        node = body.child
        while self.stack:
            if node is None:
                frame = self.stack[-1]
                self._leave(frame)
                self.stack.pop()
                node = frame.node.next if self.stack else None
            elif node.is_text_node:
                self._text(node.text_content or "")
                node = node.next
            elif (node.tag or "") in SKIPPED or not node.is_element_node:
                node = node.next
            else:
                self._enter(node)
                node = node.child

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        above = self.stack[-1] if self.stack else None
        frame = _Frame(node, tag, self._path(node, tag, above), *self._where(node, tag, above))
        frame.role = role_of(node.attributes.get("class") or "") or (above.role if above else "")
        if tag == "br":
            self.words.append("\n")
        elif tag in BLOCKS:
            self._flush()
            self.gap = self.gap or self._apart(tag)
            self._open(frame)
        elif tag in INLINE_BOLD:
            self.bold += 1
        self.stack.append(frame)

    def _apart(self, tag: str) -> bool:
        """True if a blank line stands around the element; a list inside a list has none."""
        return tag in APART and not (tag in {"ul", "ol"} and any(f.list is not None for f in self.stack[:-1]))

    def _where(self, node: LexborNode, tag: str, above: _Frame | None) -> tuple[bool, bool]:
        """Whether the element is furniture, and whether it is inside what the page marks as the document."""
        in_main = (above is not None and above.in_main) or (self.main is not None and node.mem_id == self.main)
        noise = above is not None and above.noise
        if not noise and tag != "body":
            noise = is_furniture(node, tag, self.length, in_main)
        return noise, in_main

    def _path(self, node: LexborNode, tag: str, above: _Frame | None) -> str:
        name = node.attributes.get("id")
        if above is not None:
            above.kinds[tag] += 1
        if name and '"' not in name and len(name) < 80:
            return f'//*[@id="{name}"]'
        if above is None:
            return "/html/body"
        # A path so long helps nobody, and many of them would fill the memory.
        return f"{above.path}/{tag}[{above.kinds[tag]}]" if len(above.path) < _LONGEST_PATH else above.path

    def _open(self, frame: _Frame) -> None:
        tag = frame.tag
        if tag in LEVELS:
            self.level = LEVELS[tag]
        elif tag in {"ul", "ol"}:
            frame.list = listed(frame.node, tag)
        elif tag == "li":
            self.label = self._next_label(frame.node)
        elif tag == "table" and len(self.tables) < _MOST_TABLES:
            self.tables.append([])
            frame.rows = True
        elif tag == "tr" and self._in_rows():
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self._in_rows():
            self.sinks.append([])
            self.gap = False
            frame.rows = True
        elif tag == "pre":
            self.pre += 1

    def _leave(self, frame: _Frame) -> None:
        tag = frame.tag
        if tag in INLINE_BOLD:
            self.bold -= 1
        if tag not in BLOCKS:
            return
        self._flush()
        self.gap = self.gap or self._apart(tag)
        if tag in LEVELS:
            self.level = None
        elif tag == "pre":
            self.pre -= 1
        elif frame.rows and tag != "table":
            lines = self.sinks.pop()
            rows = self.tables[-1]
            if not rows:
                rows.append([])
            rows[-1].append(lines)
            self.gap = False
        elif frame.rows and tag == "table":
            rows = self.tables.pop()
            read: list[Row] = list(rows)
            self.sinks[-1].extend(table_lines(read))
        self.label = "" if tag == "li" else self.label

    def _in_rows(self) -> bool:
        """True if the innermost open table is one whose rows are kept."""
        table = next((frame for frame in reversed(self.stack) if frame.tag == "table"), None)
        return table is not None and table.rows

    def _next_label(self, node: LexborNode) -> str:
        owner = next((f for f in reversed(self.stack) if f.list is not None), None)
        if owner is None or owner.list is None:
            return BULLET
        form, number = owner.list.form, owner.list.next
        own = node.attributes.get("value") or ""
        if re.fullmatch(r"-?\d{1,6}", own):
            number = int(own)
        owner.list = Listed(form, number + 1)
        return BULLET if form is None else f"{spell(number, form)}." if form else ""

    def _text(self, text: str) -> None:
        if self.start is None:
            if not text.strip(" \t\r\n\f"):
                if self.words:
                    self.words.append(" ")
                return
            self.start = self.stack[-1]
        if text.strip():
            self.plain = self.plain or not self.bold
        self.words.append(text if self.pre else _BLANKS.sub(" ", text))

    def _flush(self) -> None:
        """Put down the lines of the inline text that has gathered."""
        text, start = "".join(self.words), self.start
        self.words, self.start = [], None
        bold, self.plain = not self.plain, False
        if start is None:
            self.gap = self.gap or "\n\n" in text
            return
        block = next((f for f in reversed(self.stack) if f.tag in BLOCKS), start)
        level = self.level if self.level is not None else 0 if bold else None
        for line in text.replace("\r", "").split("\n"):
            shown = line if self.pre else _BLANKS.sub(" ", line).strip(" ")
            if self.label and shown.strip():
                shown = shown if _OWN_MARK.match(shown) else f"{self.label} {shown}"
                self.label = ""
            if not shown.strip():
                self.gap = True
                continue
            self.sinks[-1].append(
                Line(
                    (Piece(shown, path=block.path),),
                    gap=self.gap,
                    level=level,
                    noise=start.noise or (self.main is not None and not start.in_main),
                    role=start.role,
                )
            )
            self.gap = False
