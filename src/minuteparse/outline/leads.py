"""Rows that begin with who leads an item, its cell torn from the row's end: `AB 8 Finance Report`, `All 9 Events`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minuteparse.lines import Line

_LEAD = re.compile(r"(?:[A-Z]{2,3}|All|ALL)\s{1,3}(?=(\d{1,2})\s+[A-Z])")
_FEWEST = 4


def lead_cells(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters stand before the number, by line number; empty unless the rows of a table are plain to see.

    They are where several different leads stand before numbers that mostly run on: `CFS 20`, `CFS 21` is a code.
    """
    found = [(line, m) for line in lines if (m := _LEAD.match(line.text))]
    steps = sum(int(b[1]) - int(a[1]) in {1, 2} for (_, a), (_, b) in pairwise(found))
    if len(found) < _FEWEST or 2 * steps < len(found) or len({m[0].split()[0] for _, m in found}) < 3:
        return {}
    return {line.n: m.end() for line, m in found}


def next_row(rest: str, number: str) -> re.Match[str] | None:
    """Where in `rest`, the text after `number`, the next row begins on the same line, with its lead before it."""
    if not number.isdecimal():
        return None
    return re.search(rf"\s(?:[A-Z]{{2,3}}|All|ALL)\s(?={int(number) + 1}\s+[A-Z])", rest)
