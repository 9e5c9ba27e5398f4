"""Marks before names, such as `P`, `A`, `*` and `†`, and the legend that explains them."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.fields.attendance_details import habit
from minuteparse.fields.attendance_register import Found
from minuteparse.names import read_person
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
_KEY_LINE = re.compile(r"[^\n]+")
_KEY = re.compile(
    r"(?:^|[ \t]{2}|[;,|/])[ \t]*(?P<mark>[A-Z][a-z]?|[^\w\s|;,])[ \t]*[=:-]?[ \t]+"
    r"(?P<text>(?i:present|attended|absent|apolog|excused|substitut)[a-z]*(?: [a-z]+){0,3})"
)
# "* substitute for Cllr Orme" under a list in which a name has the sign after it
_FOOTNOTE = re.compile(
    r"^[ \t]*(?P<mark>[*†‡§]{1,2})[ \t]*(?:as )?(?:an? )?(?:substitut(?:e|ed|ing)|deputi[sz]ing|standing in) for"
    r"[ \t]+(?P<name>[A-Z][^\n,;(*]{1,60})",
    re.M,
)


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


def read_key(source: Source, start: int, end: int) -> dict[str, str]:
    """The marks that one line below a table explains, each with its status: "✓ present   Ap apologies   X absent"."""
    for line in _KEY_LINE.finditer(source.folded, start, end):
        pairs = list(_KEY.finditer(line[0]))
        if len(pairs) > 1:
            return {m["mark"]: status for m in pairs for status, words in _MEANS[::-1] if words.search(m["text"])}
    return {}


def read_footnotes(source: Source, start: int, end: int, found: list[Found]) -> list[Found]:
    """`found`, with whom a name with a sign after it replaces, as a footnote in `text[start:end]` says."""
    for note in (
        _FOOTNOTE.finditer(source.folded, start, end) if source.holds(("* ", "†", "‡", "§"), start, end) else ()
    ):
        gone = read_person(source, *note.span("name"))
        for n, one in enumerate(found):
            at = one.person.end
            if gone and start <= at < note.start() and source.folded.startswith(note["mark"], at):
                found[n] = replace(one, status="substitute", substitute_for=gone)
    return found
