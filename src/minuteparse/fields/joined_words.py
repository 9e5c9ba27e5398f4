"""Words that a printer broke at a line's end, read whole: "instruct-" and "ed" on the next line."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.fields.clauses import Passage

_BROKEN = re.compile(r"-(?<=[a-z]{2}-)(?P<gap>[ \t]{0,9}\r?\n[ \t]{0,40})(?P<tail>[a-z]{1,20})")
_REACH = 64


def joined(words: Passage) -> Passage:
    """`words` with broken words whole and their gap after them, so that every other character keeps its offset.

    >>> joined(Passage("was ask-\\ned to write", 0, ((0, 20),))).text
    'was asked \\n to write'
    """
    text = _BROKEN.sub(r"\g<tail> \g<gap>", words.text) if "-\n" in words.text or "-\r" in words.text else words.text
    return words if text == words.text else replace(words, text=text)


def past_break(printed: str, end: int) -> int:
    """`end`, or the end of the broken word in the `printed` text that it would cut."""
    for word in _BROKEN.finditer(printed, max(0, end - _REACH), end + _REACH):
        if word.start() < end < word.end():
            return word.end()
    return end
