"""A folder with a CSV file (RFC 4180, UTF-8) for each table of a dataset.

A date is ISO, a list is JSON. An empty cell is nothing said in a column that may be null, and an empty text in one that
may not. Cells are exact: a spreadsheet takes one that begins with `=` for a formula, so give it the target `xlsx`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.export.tabled import LOSSES, cell, rows_of, tabled

__all__ = ["LOSSES", "write"]


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the folder `out` with one file for each table, each with a line of column names."""
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
                writers[name].writerow([cell(name, column, row, lost) for column in columns[name]])
