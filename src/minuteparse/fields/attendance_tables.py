"""Tables of people with a column that says who came: "| Dr A Orme, Clerk | Present |"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minuteparse.fields.attendance_details import habit, status_in
from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_marks import read_key
from minuteparse.fields.attendance_merge import from_draft
from minuteparse.fields.attendance_register import Found
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.names import patterns
from minuteparse.text import Source

_ROW = re.compile(r"^(?:[ \t]*\|(?P<closed>[^\n]*)\||(?P<open>[^|\n]+\|[^|\n]*\|[^\n]*?))[ \t\r]*$", re.M)
_CELL = re.compile(r"[^|]+")
_BODY = re.compile(r"(?i)\W{0,3}(?:organi[sz]ation|authority|body|representing|council|company|employer)\b")
_POST = re.compile(r"(?i)\W{0,3}(?:role|position|post|office|capacity|category|(?:job )?title)\b")
_ATTENDS = re.compile(r"(?i)(?:in attendance|attending|observ|guest|by invitation)")
_FOR = re.compile(
    r"(?i)(?:(?:present|attended|attending|in attendance)\s+)?(?:(?:as )?(?:an? )?substitute for|on behalf of"
    r"|deputi[sz]ing for|in place of|for)\s+(?=(?-i:[A-Z]))"
)
_NAMED = re.compile(r"[A-Z][\w.'-]* [A-Z][\w.'-]+")
_ROWS, _BELOW = 3, 200

Cell = tuple[int, int]


def read_table(source: Source, start: int, end: int) -> tuple[list[Found], Cell | None]:
    """The people of the first table with a column of presence in `text[start:end]`, and where the table stands."""
    rows = list(_rows(source, start, end))
    if len(rows) < _ROWS:
        return [], None
    table = [row for row in rows if len(row) == len(rows[0])]
    key = read_key(source, rows[-1][-1][1], min(end, rows[-1][-1][1] + _BELOW))
    if not key and source.folded[rows[0][0][0] - 1 : rows[0][0][0]] != "|":
        return [], None  # a list whose bars only part names from what is beside them
    telling = [n for n in range(len(rows[0])) if sum(_says(source, row[n], key) is not None for row in table) >= _ROWS]
    naming = [n for n in range(len(rows[0])) if sum(_names(source, row[n]) for row in table) * 2 > len(table)]
    if not telling or not naming or telling[-1] == naming[0]:
        return [], None
    body = next((n for n, cell in enumerate(rows[0]) if _BODY.match(source.folded, *cell)), None)
    post = next((n for n, cell in enumerate(rows[0]) if _POST.match(source.folded, *cell)), None)
    found = [one for row in table if (one := _person(source, row, (naming[0], telling[-1], body, post), key))]
    return found, (rows[0][0][0], rows[-1][-1][1])


def _rows(source: Source, start: int, end: int) -> Iterator[list[Cell]]:
    """The rows of the first table, each as the spans of its cells."""
    last = -1
    if source.folded.find("|", start, end) < 0:
        return
    for match in _ROW.finditer(source.folded, start, end):
        if last >= 0 and source.folded[last : match.start()].strip():
            return
        last = match.end()
        yield [cell.span() for cell in _CELL.finditer(source.folded, *match.span(match.lastgroup or 0))]


def _says(source: Source, cell: Cell, key: dict[str, str]) -> str | None:
    """The status that a cell gives, by the `key` of the table too, or `None`."""
    text = source.folded[cell[0] : cell[1]].strip(" *_")
    if text in key:
        return key[text]
    if (stead := _FOR.match(text)) and _NAMED.match(text, stead.end()):
        return "substitute"
    return "in_attendance" if _ATTENDS.match(text) else status_in(text)


def _names(source: Source, cell: Cell) -> bool:
    text = source.folded[cell[0] : cell[1]].strip(" *_")
    return bool(patterns().titled.match(text)) or speaks_for_name(text)


def _person(
    source: Source, row: list[Cell], columns: tuple[int, int, int | None, int | None], key: dict[str, str]
) -> Found | None:
    """The person of a row whose name, presence, organisation and post stand in `columns`."""
    naming, telling, body, post = columns
    status = _says(source, row[telling], key)
    people = ListReader(source).read(*row[naming]) if status else []
    if not people or not status:
        return None
    found = from_draft(source, people[0], status, "attendance.table")
    cell = source.quote(*row[telling]).strip(" *_")
    if status == "substitute" and (lead := _FOR.match(source.folded[row[telling][0] : row[telling][1]].lstrip(" *_"))):
        at = source.folded.find(lead[0], row[telling][0]) + len(lead[0])
        gone = ListReader(source).read(at, row[telling][1])
        return replace(found, status=status, substitute_for=gone[0].person if gone else None)
    if body is not None and body not in (naming, telling) and not found.organisation:
        found = replace(found, organisation=source.quote(*row[body]).strip(" *_") or None)
    if post is not None and post not in (naming, telling) and not found.role:
        role = source.quote(*row[post]).strip(" *_-")
        found = replace(found, role=role if any(c.islower() for c in role) else None)
    said = cell.partition("(")[2].rstrip(") ") if "(" in cell else ""
    return replace(found, remote=found.remote or bool(habit("remote").search(cell)), note=found.note or said or None)
