"""Marks before names, such as `P`, `A`, `*` and `†`, and the legend that explains them."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_details import habit
from minuteparse.text import Source

_MEANS = (
    ("absent", re.compile(r"(?i)absent(?!.{0,20}with (?:an )?apolog)|no apolog|without")),
    ("apologies", re.compile(r"(?i)apolog|leave|excused")),
    ("substitute", re.compile(r"(?i)substitut|reserve")),
    ("in_attendance", re.compile(r"(?i)non-?member|in attendance")),
    ("present", re.compile(r"(?i)\bpresent\b|attended")),
)


# A column of `p` and `a` before the names, which needs no legend.
_LETTERED = re.compile(r"(?:^|[:|\t]|  )[ \t]{0,40}+([pa])[*†‡]?[ \t]{1,9}(?=[A-Z][\w.]* )", re.M)
_COLUMN = 4


def read_marks(source: Source, start: int, end: int) -> dict[str, str]:
    """The marks that a legend in `text[start:end]` explains, each with its status; empty without one."""
    marks: dict[str, str] = {}
    for match in habit("legend").finditer(source.folded, start, end):
        for status, words in _MEANS:
            if words.search(match["text"]):
                marks[match["mark"]] = status
                break
    if not marks:
        letters = [m[1] for m in _LETTERED.finditer(source.folded, start, end)]
        return {"p": "present", "a": "absent"} if len(letters) >= _COLUMN and "p" in letters else {}
    signs = [m for m in marks if not m.isalpha()]
    return marks if len(marks) >= 2 or signs else {}
