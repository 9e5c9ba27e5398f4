"""Words that a printer broke at a line's end, read whole: "instruct-" and "ed" on the next line."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"-(?<=[a-z]{2}-)(?P<gap>[ \t]{0,9}\r?\n[ \t]{0,40})(?P<tail>[a-z]{1,20})")
_REACH = 64


def joined(text: str) -> str:
    """`text` with broken words whole and their gap after them, so that every other character keeps its offset.

    >>> joined("was ask-\\ned to write")
    'was asked \\n to write'
    """
    return _BROKEN.sub(r"\g<tail> \g<gap>", text) if "-\n" in text or "-\r" in text else text


def past_break(printed: str, end: int) -> int:
    """`end`, or the end of the broken word in the `printed` text that it would cut."""
    for word in _BROKEN.finditer(printed, max(0, end - _REACH), end + _REACH):
        if word.start() < end < word.end():
            return word.end()
    return end
