"""Numbers that a conversion has torn from their titles: a column of numbers read before the column of text.

Which number belongs to which title would be a guess, so such numbers head nothing; the record says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minuteparse.lines import Line

_NUMBER = r"(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,3})\)|\d{1,4}(?:/\d{1,4}){1,2}(?:\.\d{1,3})?)"
_RUN = re.compile(rf"{_NUMBER}(?:\s+{_NUMBER})+(?!\S)")
_ALONE = re.compile(_NUMBER)
_LEAST = 3  # lines that begin with several numbers; one or two may be cross-references


def detached_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of torn numbers: those that begin with several, and those that are one among and right below them."""
    runs = [line for line in lines if (run := _RUN.match(line.text)) and ")" in run[0]]
    if len(runs) < _LEAST:
        return ()
    known, torn = {line.n for line in runs}, list[Line]()
    for line in lines[runs[0].n :]:
        if line.n in known or _ALONE.fullmatch(line.text):
            torn.append(line)
        elif line.n > runs[-1].n and not line.blank:
            break
    return tuple(torn)
