"""The tables of records that are exported: those of a dataset, without the manifest of its inputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from minuteparse.bulk.layout import Column, Table, tables
from minuteparse.bulk.rows import Json, Row, rows
from minuteparse.export.days import check_days
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost

WHY_NO_TEXT = "the source is a record without its text; export the minutes or a dataset to have it"
_EMPTY = "an empty text here cannot be told from nothing said, and is read as that"
_PRINTED = "the tables have the value; where it stands in the text has the rest"
_NAME = "the tables have the name alone"
_FOUND = "the tables do not say how a value of the header was found"

_TEXTS = {"meetings": ("head_text", "tail_text"), "items": ("text",)}

LOSSES = (
    Loss("engine", "the tables do not say what made the record"),
    Loss("source.name", "the tables have the input that was read"),
    Loss("source.places", "the tables have no places in the file, only in its text"),
    *(Loss(f"header.*.{key}", _FOUND) for key in ("basis", "via", "by")),
    Loss("header.*.text", _PRINTED),
    Loss("attendance[].person.confidence", "the tables have the confidence of the entry"),
    *(
        Loss(f"attendance[].substitute_for.{key}", _NAME)
        for key in ("honorifics", "given", "family", "suffixes", "text", "start", "end", "confidence")
    ),
    Loss("items[].declarations[].member.confidence", "the tables have the confidence of the declaration"),
)
"""What the tables do not have of a record."""


def tabled() -> dict[str, Table]:
    """The tables by name, in order."""
    return {name: table for name, table in tables().items() if name != "manifest"}


def rows_of(entry: Entry, lost: Lost) -> Iterator[Row]:
    """The rows of all tables that `entry` gives. Columns of the text are `None` where it is not at hand.

    Raises `InputError` if a date of the record is no day.
    """
    check_days(entry)
    for name, row in rows(entry.id, entry.name, entry.plain, entry.text or ""):
        if entry.text is None and name in _TEXTS:
            lost.add(f"{name}.text", WHY_NO_TEXT)
            yield name, row | dict.fromkeys(_TEXTS[name])
        else:
            yield name, row


def cell(table: str, column: Column, row: Json, lost: Lost) -> Any:
    """The value of `column` in a `row` of `table`, as one cell holds it: a list is JSON, the rest as it is."""
    value = row[column.name]
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if value == "" and column.nullable:
        lost.add(f"{table}.{column.name}", _EMPTY)
    return value
