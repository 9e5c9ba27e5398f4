"""Rich text (.rtf): paragraphs with the numbers that the writing program put before them, tables, heads and feet."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field, replace

from minuteparse.errors import InputError
from minuteparse.inputs.draft import Draft, Line, Piece
from minuteparse.inputs.rows import Row, table_lines
from minuteparse.inputs.rtf_tokens import CODE_PAGES, FURNITURE, SIGNS, SKIPPED, Token, tokens
from minuteparse.inputs.symbol_fonts import readable

_DEEPEST = 500
_MOST_PARAGRAPHS = 300_000
_APART = 80  # twentieths of a point below a paragraph that are seen as a gap


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    skipped: bool = False
    noise: bool = False
    bold: bool = False
    hidden: bool = False
    font: int = -1
    unicode_skip: int = 1
    in_table: bool = False
    level: int | None = None
    below: int = 0


def read_rtf(data: bytes, name: str) -> Draft:
    """The text of a rich text file. Raises `InputError` if its groups are nested without end."""
    reader = _Reader(name, fonts=_fonts(data))
    for token in tokens(data):
        reader.take(token)
    reader.paragraph()
    reader.end_row()
    reader.end_table()
    return Draft(reader.lines)


def _fonts(data: bytes) -> dict[int, str]:
    """The code page of each font of the file."""
    found: dict[int, str] = {}
    font = -1
    start = data.find(b"\\fonttbl")
    depth = 1
    for token in tokens(data[start : start + 200_000]) if start >= 0 else ():
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth == 0:
            break
        if token.kind == "word" and token.name == "f" and token.number is not None:
            font = token.number
        elif token.kind == "word" and token.name == "fcharset" and token.number in CODE_PAGES:
            found[font] = CODE_PAGES[token.number]
    return found


@dataclass
class _Reader:
    """Takes tokens, keeps the state of the open groups, puts down lines."""

    name: str
    fonts: dict[int, str]
    page: str = "cp1252"
    states: list[_State] = field(default_factory=lambda: [_State()])
    lines: list[Line] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    bold: list[bool] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    cell: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skip: int = 0
    first: bool = False
    starred: bool = False
    paragraphs: int = 0
    high: int = 0

    @property
    def state(self) -> _State:
        """The state of the innermost group."""
        return self.states[-1]

    def take(self, token: Token) -> None:
        """Take the next token of the file."""
        first, self.first = self.first, False
        if token.kind == "open":
            self.decode()
            if len(self.states) > _DEEPEST:
                raise InputError(
                    f"{self.name}: RTF with groups nested more than {_DEEPEST} deep; save it anew as .docx"
                )
            self.states.append(replace(self.state))
            self.first = True
        elif token.kind == "close":
            self.close()
        elif token.kind == "word":
            self.decode()
            self.word(token, first or self.starred)
            self.starred = False
        elif token.kind == "sign":
            self.decode()
            if token.name == "*" and first:
                self.starred = True
            elif token.name in "\r\n":
                self.paragraph()
            else:
                self.say(SIGNS.get(token.name, ""))
        else:
            self.bytes(token.data)

    def close(self) -> None:
        """The end of a group."""
        self.decode()
        ended = self.states.pop() if len(self.states) > 1 else self.state
        if ended.noise and not self.state.noise and self.text:
            self.paragraph(noise=True)

    def bytes(self, data: bytes) -> None:
        """Characters in the code page that holds."""
        if self.skip:
            cut = min(self.skip, len(data))
            data, self.skip = data[cut:], self.skip - cut
        if data and not self.state.skipped and not self.state.hidden:
            self.raw += data

    def decode(self) -> None:
        """Turn the bytes gathered so far into characters."""
        if self.raw:
            raw, self.raw = self.raw, bytearray()
            self.say(raw.decode(self.fonts.get(self.state.font, self.page), "replace"))

    def say(self, text: str) -> None:
        """Add characters to the paragraph."""
        if text and not self.state.skipped and not self.state.hidden:
            self.text.append(text)
            if text.strip():
                self.bold.append(self.state.bold)

    def word(self, token: Token, leads: bool) -> None:
        """A control word; `leads` tells that it is the first of its group, and so may name what the group holds."""
        name, number, state = token.name, token.number, self.state
        if leads and (name in SKIPPED or (self.starred and name not in {"shptxt", "listtext", "pntext"})):
            state.skipped = state.skipped or name not in {"shpinst", "shp", "do", "fldrslt", "nesttableprops"}
        elif leads and name in FURNITURE:
            self.paragraph()
            state.noise = True
        elif name == "u" and number is not None:
            self.character(number % 65536)
            self.skip = state.unicode_skip
        elif name in SIGNS:
            self.say(SIGNS[name])
        elif name in {"par", "sect", "page"}:
            self.paragraph()
        elif name in {"cell", "nestcell"}:
            self.paragraph(cell=True)
            self.cells.append(self.cell)
            self.cell = []
        elif name in {"row", "nestrow"}:
            self.end_row()
        else:
            self.setting(name, number, state)

    def setting(self, name: str, number: int | None, state: _State) -> None:
        """A control word that changes the state."""
        on = number != 0
        if name == "b":
            state.bold = on
        elif name == "v":
            state.hidden = on
        elif name == "f" and number is not None:
            state.font = number
        elif name == "uc" and number is not None:
            state.unicode_skip = min(max(number, 0), 8)
        elif name == "ansicpg" and number is not None:
            self.page = _codec(f"cp{number}")
        elif name == "mac":
            self.page = "mac_roman"
        elif name == "plain":
            state.bold = state.hidden = False
        elif name == "pard":
            state.in_table, state.level, state.below = False, None, 0
        elif name == "intbl":
            state.in_table = True
        elif name == "outlinelevel" and number is not None and 0 <= number < 9:
            state.level = number + 1
        elif name == "sa" and number is not None:
            state.below = number

    def character(self, code: int) -> None:
        """A character by its number; two of them may make one."""
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            self.say(chr(0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00) if self.high else "\ufffd")
            self.high = 0
        else:
            self.say(readable(chr(code)))

    def paragraph(self, *, noise: bool = False, cell: bool = False) -> None:
        """Put down the paragraph that ends here, in a table if its state says so or it ends a `cell`."""
        self.decode()
        text = "".join(self.text).replace("\0", "")
        bold = bool(self.bold) and all(self.bold)
        self.text, self.bold = [], []
        state = self.state
        self.paragraphs += 1
        if self.paragraphs > _MOST_PARAGRAPHS:
            message = f"{self.name}: RTF of more than {_MOST_PARAGRAPHS:,} paragraphs; save one meeting to a file"
            raise InputError(message)
        in_table = (state.in_table or cell) and not noise
        if not in_table and not noise:
            self.end_row()
            self.end_table()
        level = state.level if state.level is not None else 0 if bold else None
        parts = text.split("\n")
        made = [
            Line(
                (Piece(part, f"paragraph {self.paragraphs}"),),
                gap=state.level is not None and i == 0,
                gap_after=i == len(parts) - 1 and (state.below >= _APART or state.level is not None),
                level=level,
                noise=noise or state.noise,
            )
            for i, part in enumerate(parts)
        ]
        if in_table:
            self.cell += made
        else:
            self.lines += made

    def end_row(self) -> None:
        """Put the cells so far into a row; damaged files leave cells and rows without an end."""
        if self.cell:
            self.cells.append(self.cell)
        if self.cells:
            self.rows.append(self.cells)
        self.cell, self.cells = [], []

    def end_table(self) -> None:
        """Put down the table that ended."""
        if self.rows:
            self.lines += table_lines(self.rows)
            self.rows = []


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
