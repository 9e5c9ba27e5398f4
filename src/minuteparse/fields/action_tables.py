"""Rows of a table of actions: owners, tasks and days in cells parted by wide blanks, pipes or dashes."""

from __future__ import annotations

import re

from minuteparse.fields.clauses import trim
from minuteparse.fields.found_action import FoundAction, pattern
from minuteparse.fields.owners import owners_only
from minuteparse.sentences import Span

CELL_GAP = re.compile(r"[ \t]{2,}|[ \t]*\|[ \t]*|\t+")
_DASHES = re.compile(r"\s+-\s+")
_LINES = re.compile(r"[^\n]*")
# What has been done already, in the column of states.
_DONE = re.compile(r"(?i)(?:done|completed?|closed|actioned|discharged|ordered|(?:action\s+)?(?:complete|closed))\.?")
_BLANKS = 2
LABEL = 24  # characters at the start of a row within which a label of its own may stand
_DAY_CELL = re.compile(
    r"(?i).*(?:\d{4}|\d{1,2}/\d|meeting|week|month|asap|end of|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|ongoing|-).*"
)


# The cells of a heading row: "Who   What   When".
_HEAD = re.compile(
    r"(?i)(?:(?:by\s+)?whom?|what|(?:by\s+)?when|actions?(?:\s+by)?|tasks?|owners?|lead|(?:due\s+)?date|deadline|due"
    r"|no|ref|items?)[.:?]?"
)


def rows(text: str, at: int, by: str) -> tuple[list[FoundAction], int]:
    """The rows of a table below `at`, one a line, cells parted by wide blanks or pipes."""
    found: list[FoundAction] = []
    end, blanks = at, 0
    for line in _LINES.finditer(text, at, at + 4000):
        if line[0].isspace() or not line[0]:
            blanks += 1
            if blanks > _BLANKS and found:
                break
            continue
        if pattern("label").search(text, line.start(), min(line.end(), line.start() + LABEL)):
            break
        cells = cells_of(text, line.start(), line.end())
        if len(cells) == 1 and len(dashed := cells_of(text, *cells[0], gap=_DASHES)) > 1:
            cells = dashed
        if any(_DONE.fullmatch(text[a:b].strip()) for a, b in cells[1:]):
            end = line.end()
            continue
        if len(cells) > 1 and not found and all(_HEAD.fullmatch(text[a:b].strip(" \t|")) for a, b in cells):
            end = line.end()
            continue
        action = from_cells(text, cells) if len(cells) > 1 else None
        if action is None:
            if found and blanks == 0:
                continue
            break
        blanks = 0
        if action:
            found.append(FoundAction(action.start, action.end, action.owners, by, action.due))
            end = line.end()
    return found, end


def cells_of(text: str, start: int, end: int, gap: re.Pattern[str] = CELL_GAP) -> list[Span]:
    """The cells of `text[start:end]`, a row, that `gap` parts."""
    cells: list[Span] = []
    for found in gap.finditer(text, start, end):
        if found.start() > start and text[start : found.start()].strip():
            cells.append((start, found.start()))
        start = found.end()
    return [*cells, (start, end)] if start < end else cells


def from_cells(text: str, cells: list[Span]) -> FoundAction | None:
    """The action of a row whose cells stand at `cells`: owners, a day, and the longest other cell; else `None`."""
    owners: list[str] = []
    due: Span | None = None
    tasks: list[Span] = []
    for a, b in cells:
        piece = text[a:b].strip()
        named = owners_only(piece)
        if not owners and named:
            owners = named
        elif due is None and len(piece) < 30 and _DAY_CELL.fullmatch(piece) and tasks:
            due = (a, b)
        elif any(c.isalpha() for c in piece):
            tasks.append((a, b))
    if not tasks or not owners:
        return None
    task = max(tasks, key=lambda t: t[1] - t[0])
    return FoundAction(*trim(text, *task), tuple(owners), "", due)
