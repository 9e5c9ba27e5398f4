"""Signs of the fonts Symbol and Wingdings, which files give numbers of no character: what a reader sees there."""

from __future__ import annotations

_SEEN = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "□", 0xB7: "•", 0xD8: "➢", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = str.maketrans({0xF000 + code: sign for code, sign in _SEEN.items()})


def readable(text: str) -> str:
    """`text` with the signs of these fonts as characters, one for one; those that are not known stay.

    >>> readable("\\uf0b7 Quorum \\uf0fc")
    '• Quorum ✓'
    """
    return text.translate(_PRIVATE)


def sign(code: str | None) -> str:
    """The sign with the hexadecimal number `code`, as Word names it; a bullet if it is not known.

    >>> sign("F0FC"), sign("00A7"), sign(None)
    ('✓', '▪', '•')
    """
    try:
        number = int(code or "", 16)
    except ValueError:
        return "•"
    return _SEEN.get(number & 0xFF if number & 0xFF00 in {0, 0xF000} else 0, "•")
