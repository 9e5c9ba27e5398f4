"""Rich text (RTF) to its tokens: groups, control words, characters in the code page of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
CODE_PAGES = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp850",
}  # fmt: skip
"""The code page of each character set that a font may name."""

SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\",
    "softline": "\n",
}  # fmt: skip
"""What control words and signs print."""

SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object objdata fldinst datafield listtable listoverridetable rsidtbl xe tc"
    " generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl revtbl filetbl bkmkstart"
    " bkmkend annotation atnid atnauthor atnref atndate nonshppict private passwordhash userprops formfield".split()
)
"""Words that begin groups which print no text of the document."""

FURNITURE = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
"""Words that begin running heads and feet."""


@dataclass(frozen=True, slots=True)
class Token:
    """`word`: a control word with its number, or None; `sign`: a control sign; `bytes`: characters not yet decoded."""

    kind: Literal["open", "close", "word", "sign", "bytes"]
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of the file, in order; pictures and other binary parts are skipped."""
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        word, number, code, sign, brace, plain = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                at += max(value or 0, 0)
                continue
            yield Token("word", word.decode("ascii"), value)
        elif code:
            yield Token("bytes", data=bytes([int(code, 16)]))
        elif brace:
            yield Token("open" if brace == b"{" else "close")
        elif sign:
            yield Token("sign", sign.decode("latin-1"))
        elif plain:
            yield Token("bytes", data=plain)
