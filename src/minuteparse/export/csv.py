"""A folder with a CSV file (RFC 4180, UTF-8) for each table of a dataset.

A date is ISO, a list is JSON. An empty cell is nothing said in a column that may be null, and an empty text in one that
may not. Cells are exact: a spreadsheet takes one that begins with `=` for a formula, so give it the target `xlsx`, or
ask for cells that are safe there, and no longer exact.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.export.tabled import LOSSES, cell, rows_of, tabled

__all__ = ["LOSSES", "write"]


# What spreadsheets begin a formula with (the wide forms in some languages), blanks before it; and apostrophes before
# that, so that the one which is set can be told from those of the text.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
_QUOTED = "a spreadsheet would take the text for a formula; it stands behind an apostrophe"


def write(entries: Iterator[Entry], out: Path, lost: Lost, *, spreadsheet_safe: bool = False) -> None:
    """Write the folder `out` with one file for each table, each with a line of column names.

    With `spreadsheet_safe` an apostrophe stands before each text that a spreadsheet would compute; `lost` counts them.
    """
    out.mkdir()
    with ExitStack() as files:
        writers = {}
        columns = {name: table.columns for name, table in tabled().items()}
        for name, own in columns.items():
            stream = files.enter_context((out / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            writers[name] = csv.writer(stream)
            writers[name].writerow([column.name for column in own])
        for entry in entries:
            for name, row in rows_of(entry, lost):
                cells = {column.name: cell(name, column, row, lost) for column in columns[name]}
                if spreadsheet_safe:
                    cells = {key: _safe(value, f"{name}.{key}", lost) for key, value in cells.items()}
                writers[name].writerow(cells.values())


def _safe(value: Any, where: str, lost: Lost) -> Any:
    if not isinstance(value, str) or not _FORMULA.match(value):
        return value
    lost.add(where, _QUOTED)
    return f"'{value}"
