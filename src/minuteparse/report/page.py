"""The report: the tables of a dataset with plots and queries, poured into one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.bulk.stored import open_package
from minuteparse.errors import UsageError
from minuteparse.report.scope import Scope, find_scope
from minuteparse.report.sections import Section, drawing, literal, query_end, query_start, sections
from minuteparse.report.tables import FILTERED, FIRST, Row, Table, View, fill, limit_of, opened, shows
from minuteparse.view.inline import environment

if TYPE_CHECKING:
    from markupsafe import Markup

_ALL: View = (None, None)
_STATUSES = ("ok", "partial", "failed", "duplicate", "skipped")


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as the template takes it: table, plot, the two parts of its query, the value of the longest bar, which
    columns hold numbers, how many rows are shown at first, and of how many."""

    section: Section
    table: Table
    figure: Markup | None
    query: tuple[str, str]
    longest: float
    numbers: tuple[bool, ...]
    here: int
    of_all: int


def report(dataset: Path, *, bodies: Sequence[str] = (), years: Sequence[int] = (), everything: bool = False) -> str:
    """The report on the finished dataset in the folder `dataset`, as an HTML page; the same for the same dataset.

    `bodies` and `years` say what it is about, empty for all. Without `everything` tables hold the first rows of each
    view, and the filters the largest bodies and the latest years. Raises `UsageError` if there is no finished
    dataset, if it has no such body or year, or if the extra is not installed, `InputError` if it is damaged.
    """
    package = open_package(dataset)
    with opened(dataset) as connection:
        if not package["inputs"].get("all"):
            if bodies or years:
                raise UsageError(f"{dataset}: has no documents, so none of such a body or year")
            scope, shown = Scope.nothing(), []
        else:
            scope = find_scope(lambda query: connection.execute(query).fetchall(), bodies, years, everything=everything)
            shown = [
                _shown(fill(connection, section, scope, everything=everything), scope, everything=everything)
                for section in sections()
            ]
    return _page(package, scope, shown, everything=everything)


def _shown(table: Table, scope: Scope, *, everything: bool) -> Shown:
    try:
        from minuteparse.report.figures import figure_of

        figure = figure_of(table, scope)
    except ImportError as error:
        message = f"{error.name} is not installed; install what reports need with: pip install 'minuteparse[report]'"
        raise UsageError(message) from error
    section = table.section
    first = [row for row in table.rows if shows(section, row, _ALL)]
    query = query_start(section, scope.asked), query_end(section, _ALL, limit_of(_ALL, everything=everything))
    at = [name for name, _ in section.columns].index(section.bar) if section.bar else None
    longest = section.full or max((row.cells[at] or 0 for row in first), default=0) if at is not None else 0
    numbers = tuple(
        any(isinstance(row.cells[i], int | float) for row in table.rows) for i in range(len(section.columns))
    )
    of_all = table.totals.get(_ALL, len(first))
    return Shown(section, table, figure, query, float(longest or 1), numbers, len(first), of_all)


def _page(package: dict[str, Any], scope: Scope, shown: list[Shown], *, everything: bool) -> str:
    inputs = package["inputs"]
    known = {body: str(i) for i, body in enumerate(scope.bodies)}, {year: str(i) for i, year in enumerate(scope.years)}
    return (
        environment("minuteparse.report")
        .get_template("report.html")
        .render(
            title=_title(scope),
            scope=scope,
            engine=package["settings"].get("engine", {}),
            statuses=[(status, inputs[status]) for status in _STATUSES if inputs.get(status)],
            inputs=inputs.get("all", 0),
            shown=shown,
            all_view=_ALL,
            shows=shows,
            said=said,
            literal=literal,
            drawing=drawing,
            place=lambda row: _place(row, known),
            totals=lambda table: _totals(table, known),
            limits=None if everything else (FIRST, FILTERED),
        )
    )


def _title(scope: Scope) -> str:
    named = scope.asked.bodies or (scope.bodies if scope.all_bodies == 1 else ())
    return "Report on minutes" + (f": {'; '.join(named)}" if named else "")


def _place(row: Row, known: tuple[dict[str, str], dict[str, str]]) -> tuple[str, str]:
    """The numbers of the body and the year that the filters know `row` by: "" for all, "x" for one not offered."""
    body, year = (
        "" if name is None else of.get(name, "x") for name, of in zip((row.body, row.year), known, strict=True)
    )
    return body, year


def _totals(table: Table, known: tuple[dict[str, str], dict[str, str]]) -> dict[str, int]:
    """How many rows the views have that do not show all of them, by the numbers of their body and year."""
    bodies, years = known
    return {f"{bodies.get(b or '', '')}|{years.get(y or '', '')}": n for (b, y), n in table.totals.items()}


def said(value: Any) -> str:
    """A value of a table as the page prints it; nothing for `None`.

    >>> said(None), said(77.6), said(date(2023, 3, 1)), said("A Bell")
    ('', '77.6', '2023-03-01', 'A Bell')
    """
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
