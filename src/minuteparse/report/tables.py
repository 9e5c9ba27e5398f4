"""The tables of a report: each query run once, its rows told apart by the views that show them."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.errors import InputError, RunError, UsageError
from minuteparse.report.scope import Scope
from minuteparse.report.sections import Section, literal, whole_query

if TYPE_CHECKING:
    import duckdb

FIRST = 100
"""How many rows a table shows of all bodies and years."""
FILTERED = 40
"""How many rows it shows of one body, of one year, or of one body in one year."""

_BATCH = 2048

View = tuple[str | None, str | None]
"""A body and a year, `None` for all of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the body and year that it is about, `None` for all, its cells, and the views that show it.

    `views` has a bit for each kind of view: 1 for all, 2 for its body, 4 for its year, 8 for both.
    """

    body: str | None
    year: str | None
    cells: tuple[Any, ...]
    views: int


@dataclass(frozen=True, slots=True)
class Table:
    """A section with its rows. `totals` has how many rows each view would have, if that is more than it shows."""

    section: Section
    rows: tuple[Row, ...]
    totals: dict[View, int]

    def of(self, view: View) -> list[tuple[Any, ...]]:
        """The cells of the rows that `view` shows."""
        return [row.cells for row in self.rows if shows(self.section, row, view)]


def shows(section: Section, row: Row, view: View) -> bool:
    """Whether `view` shows `row`."""
    if section.rows == "fixed":
        return True
    body, year = view
    bit = (body is not None) + 2 * (year is not None)
    return bool(row.views >> bit & 1) and body in {None, row.body} and year in {None, row.year}


def limit_of(view: View, *, everything: bool) -> int | None:
    """How many rows `view` shows at most; `None` for any number."""
    return None if everything else FIRST if view == (None, None) else FILTERED


@contextmanager
def opened(dataset: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB on the tables of `dataset`, which the queries name by their paths below its folder.

    Raises `UsageError` if it is not installed, `InputError` if a table cannot be read, `RunError` if memory runs out.
    """
    try:
        import duckdb
    except ImportError as error:
        message = f"{error.name} is not installed; install what reports need with: pip install 'minuteparse[report]'"
        raise UsageError(message) from error
    with tempfile.TemporaryDirectory() as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "temp_directory": spill,
        }
        with duckdb.connect(":memory:", config=settings) as connection:
            connection.execute(f"set file_search_path = {literal(_plain_path(dataset.absolute(), Path(spill)))}")
            try:
                yield connection
            except duckdb.OutOfMemoryException as error:
                cure = "report on a --body or a --year, or on a machine with more"
                raise RunError(f"{dataset}: the report needs more memory than there is; {cure}") from error
            except duckdb.Error as error:
                what = str(error).partition("\n")[0]
                raise InputError(f"{dataset}: a table cannot be read ({what}); see `minuteparse verify`") from error


def _plain_path(folder: Path, spare: Path) -> str:
    """The path of `folder`, or of a link to it in the folder `spare` if DuckDB would read its path as several."""
    if not re.search(r"[,*?\[\]]", str(folder)):
        return str(folder)
    link = spare / "dataset"
    link.symlink_to(folder, target_is_directory=True)
    return str(link)


def fill(connection: duckdb.DuckDBPyConnection, section: Section, scope: Scope, *, everything: bool) -> Table:
    """The table of `section`: one query for all views of `scope`. Its rows are held as far as a view shows them."""
    result = connection.execute(whole_query(section, scope.asked))
    counts: Counter[View] = Counter()
    kept: list[Row] = []
    while batch := result.fetchmany(_BATCH):
        for body, year, *cells in batch:
            views = 0
            for bit, view in _views_of(section, body, year, scope):
                counts[view] += 1
                limit = limit_of(view, everything=everything)
                if limit is None or counts[view] <= limit:
                    views |= 1 << bit
            if views:
                kept.append(Row(body, year, tuple(cells), views))
    totals = {
        view: count
        for view, count in counts.items()
        if (limit := limit_of(view, everything=everything)) is not None and count > limit
    }
    return Table(section, tuple(kept), totals)


def _views_of(section: Section, body: str | None, year: str | None, scope: Scope) -> Iterator[tuple[int, View]]:
    """The views that a row of `body` and `year` belongs to, each with its bit."""
    if section.rows == "fixed":
        yield 0, (None, None)
        return
    for bit in range(4):
        view = (body if bit & 1 else None, year if bit & 2 else None)
        if (bit & 1 and body not in scope.bodies) or (bit & 2 and year not in scope.years):
            continue
        if section.rows == "all" and view != (body, year):
            continue
        if section.rows == "body" and view[1] != year:
            continue
        yield bit, view
