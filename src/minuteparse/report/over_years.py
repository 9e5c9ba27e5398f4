"""Plots over the years: lines of the largest bodies, columns of parts, squares of gaps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from minuteparse.report.by_row import bars, bars_of
from minuteparse.report.plot import Plot, cells_of, first_view, headings, look, name_years, short, years_of
from minuteparse.report.scope import Scope
from minuteparse.report.svg import INK, PAPER, SERIES
from minuteparse.report.tables import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LINES = 5
_KINDS = 6
_ROWS = 15
_MARKS = "osD^v"
_DASHES = ("-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1)))


_WHOLE: dict[str, Any] = {"color": INK, "lw": 2.2, "marker": ".", "ls": "-"}


def _line(i: int) -> dict[str, Any]:
    return {"color": SERIES[i], "lw": 1.4, "marker": _MARKS[i], "ls": _DASHES[i]}


def trend(table: Table, scope: Scope) -> Plot | None:
    """Lines over the years for the largest bodies and for all; bars of the bodies if there is but one year."""
    wanted = table.section.figure
    years = years_of(scope, undated=False)
    if len(years) < 2:
        return bars(table, scope, name="body")
    values = {(row.body, row.year): cells_of(table, row)[wanted["value"]] for row in table.rows}
    leading = [row.body for row in table.rows if row.body in scope.bodies and row.views & 1]
    bodies = [b for b in leading if sum(values.get((b, year)) is not None for year in years) > 1][:_LINES]
    if not any(values.get((None, year)) is not None for year in years):
        return None

    def draw(axes: Axes) -> None:
        for i, body in enumerate([*bodies, None] if scope.all_bodies > 1 else bodies or [None]):
            line = [math.nan if (y := values.get((body, year))) is None else float(y) for year in years]
            drawn = _WHOLE if body is None else _line(i)
            axes.plot(line, label=short(body or "all bodies", 30), ms=5, **drawn)
        axes.set_ylim(0, wanted["full"] * 1.03)
        axes.set_xlim(-0.4, len(years) - 0.6)
        axes.set_ylabel(wanted["label"])
        axes.grid(axis="y")
        name_years(axes, years)
        _legend(axes)

    said = "; ".join(f"{year} {v:g}" for year in years if (v := values.get((None, year))) is not None)
    return Plot(2.9, draw, f"{wanted['label']}, by year, for all bodies: {said}.")


def stacked(table: Table, scope: Scope) -> Plot | None:
    """Columns over the years, one colour for each of several columns of the table; bars if there is but one year."""
    names = table.section.figure["series"]
    rows = {row.year: cells_of(table, row) for row in table.rows if row.body is None}
    series = {
        heading: {year: cells[name] or 0 for year, cells in rows.items() if year}
        for name, heading in zip(names, headings(table, names), strict=True)
    }
    totals = {heading: rows[None][name] or 0 for name, heading in zip(names, series, strict=True) if None in rows}
    return _over_years(table, scope, series, totals)


def kinds(table: Table, scope: Scope) -> Plot | None:
    """Columns over the years, one colour for each name that the rows have, the largest first, the rest as one."""
    wanted = table.section.figure
    totals: dict[str, float] = {}
    for cells in first_view(table):
        name = cells[wanted["name"]]
        totals[name] = totals.get(name, 0) + cells[wanted["value"]]
    leading = list(totals)[:_KINDS] if len(totals) <= _KINDS else list(totals)[: _KINDS - 1]
    series: dict[str, dict[str, float]] = {name: {} for name in leading}
    for row in table.rows:
        cells = cells_of(table, row)
        if row.body is None and row.year is not None:
            name = cells[wanted["name"]] if cells[wanted["name"]] in leading else "all others"
            years = series.setdefault(name, {})
            years[row.year] = years.get(row.year, 0) + cells[wanted["value"]]
    return _over_years(table, scope, series, totals)


def _over_years(
    table: Table, scope: Scope, series: dict[str, dict[str, float]], totals: dict[str, float]
) -> Plot | None:
    label = table.section.figure["label"]
    years = years_of(scope, undated=True)
    if not any(totals.values()):
        return None
    if len(years) < 2:
        return bars_of(list(totals.items()), label)

    def draw(axes: Axes) -> None:
        below = [0.0] * len(years)
        for i, (name, found) in enumerate(series.items()):
            heights = [float(found.get(year, 0)) for year in years]
            axes.bar(range(len(years)), heights, bottom=below, width=0.8, label=short(name, 28), **look(i))
            below = [a + b for a, b in zip(below, heights, strict=True)]
        axes.set_ylabel(label)
        axes.locator_params(axis="y", integer=True)
        axes.grid(axis="y")
        axes.set_axisbelow(True)
        name_years(axes, years)
        axes.legend(*(list(reversed(part)) for part in axes.get_legend_handles_labels()),
                    loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=8.5)  # fmt: skip

    said = "; ".join(f"{name} {total:g}" for name, total in totals.items())
    return Plot(2.9, draw, f"{label.capitalize()} by year. In all: {said}.")


def _legend(axes: Axes) -> None:
    axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=8.5)


def grid(table: Table, scope: Scope) -> Plot | None:
    """A square for each body and year: how many months of it are without minutes; bars if there is but one."""
    years = years_of(scope, undated=False)
    if len(years) < 2:
        return bars(table, scope, name="body")
    values = {(row.body, row.year): cells_of(table, row)[table.section.figure["value"]] for row in table.rows}
    bodies = [row.body for row in table.rows if row.views & 1 and row.body in scope.bodies][:_ROWS]
    if not bodies:
        return None

    def draw(axes: Axes) -> None:
        for y, body in enumerate(bodies):
            for x, year in enumerate(years):
                if (gone := values.get((body, year))) is not None:
                    axes.scatter(x, y, s=70 + 15 * gone, marker="s", color=SERIES[0] if gone == 0 else SERIES[1], lw=0)
                    axes.annotate(str(gone), (x, y), ha="center", va="center", fontsize=7.5, color=PAPER)
        axes.set_xlim(-0.6, len(years) - 0.4)
        axes.set_ylim(len(bodies) - 0.4, -0.6)
        axes.set_yticks(range(len(bodies)), [short(body) for body in bodies], fontsize=8.5)
        name_years(axes, years)
        axes.set_xlabel(table.section.figure["label"])

    return Plot(1.2 + 0.3 * len(bodies), draw, "Months without minutes of each body in each year; figures below.")
