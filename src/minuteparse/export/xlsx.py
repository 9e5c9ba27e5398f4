"""One Excel workbook with a sheet for each table of a dataset.

Every text is typed as text, so that one which begins with `=` is no formula. Dates are dates and numbers are numbers;
lists are JSON. Rows are written as they come, so that memory does not grow with them. What Excel has no room for is
counted as lost: long texts are cut, control characters replaced. Rows beyond its limit go on in a sheet "votes 2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.export.tabled import LOSSES, cell, rows_of, tabled
from minuteparse.export.targets import need

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["LOSSES", "write"]

ROWS = 1_048_576
"""How many rows a sheet of Excel has, that of the names of columns among them."""
CHARACTERS = 32_767
"""How long a text in a cell may be, in units of UTF-16."""
_LARGEST = 10**15
_FIRST_DAY = date(1900, 1, 1)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?")

_CUT = f"a cell of Excel holds {CHARACTERS:,} characters; the text is cut there"
_CONTROLS = "Excel has no control characters; each is the sign �"
_BREAKS = "Excel breaks lines in one way; carriage returns are line feeds"
_EARLY = "Excel has no dates before 1900; the date is text"
_LARGE = "Excel has no numbers of more than 15 digits; the number is text"


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the workbook `out`. Raises `UsageError` if XlsxWriter is not installed."""
    need("xlsxwriter", "xlsx")
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxFileError

    try:
        with Workbook(out, {"constant_memory": True}) as book:
            book.use_zip64()
            book.set_properties({"created": datetime(2000, 1, 1)})  # its default is the time of the clock
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            sheets = {name: _Sheets(book, name, day, lost) for name in tabled()}
            for entry in entries:
                for name, row in rows_of(entry, lost):
                    sheets[name].add(row)
    except XlsxFileError as error:
        raise OSError(str(error)) from error


class _Sheets:
    """The sheet of one table, and those that go on where it is full."""

    def __init__(self, book: Workbook, table: str, day: Format, lost: Lost) -> None:
        self._book = book
        self._table = table
        self._columns = tabled()[table].columns
        self._day = day
        self._lost = lost
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        self._sheet = self._book.add_worksheet(f"{self._table} {self._number}" if self._number > 1 else self._table)
        self._sheet.freeze_panes(1, 0)
        bold = self._book.add_format({"bold": True})
        for place, column in enumerate(self._columns):
            self._sheet.write_string(0, place, column.name, bold)
        self._next = 1

    def add(self, row: dict[str, Any]) -> None:
        if self._next == ROWS:
            self._begin()
        for place, column in enumerate(self._columns):
            value = cell(self._table, column, row, self._lost)
            if value is not None:
                self._put(place, value, f"{self._table}.{column.name}")
        self._next += 1

    def _put(self, place: int, value: Any, where: str) -> None:
        sheet, row = self._sheet, self._next
        if isinstance(value, date):
            if value >= _FIRST_DAY:
                sheet.write_datetime(row, place, value, self._day)
                return
            self._lost.add(where, _EARLY)
        elif not isinstance(value, str):
            if abs(value) < _LARGEST:
                sheet.write_number(row, place, value)
                return
            self._lost.add(where, _LARGE)
        text = self._held(str(value), where)
        if text.startswith("<r>") and text.endswith("</r>"):  # what XlsxWriter takes for its own markup, save in runs
            sheet.write_rich_string(row, place, text[0], text[1], text[2:])
        else:
            sheet.write_string(row, place, text)

    def _held(self, text: str, where: str) -> str:
        """`text` as Excel can hold it; each change is counted."""
        text, breaks = _BREAK.subn("\n", text)
        text, controls = _CONTROL.subn("�", text)
        self._lost.add(where, _BREAKS, bool(breaks))
        self._lost.add(where, _CONTROLS, bool(controls))
        if len(text) > CHARACTERS // 2 and len(units := text.encode("utf-16-le")) > 2 * CHARACTERS:
            self._lost.add(where, _CUT)
            return units[: 2 * CHARACTERS].decode("utf-16-le", "ignore")
        return text
