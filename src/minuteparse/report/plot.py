"""What the plots share: how one is told and drawn, and what they read out of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from minuteparse.report.scope import UNDATED, Scope
from minuteparse.report.svg import PAPER, SERIES
from minuteparse.report.tables import Row, Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAPLESS = 30
_HATCHES = ("", "///", "\\\\\\", "---", "|||", "xxx")


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot to be drawn: its height in inches, what draws it, and what it says in words."""

    height: float
    draw: Callable[[Axes], None]
    says: str


def look(i: int) -> dict[str, Any]:
    """How part number `i` of a bar is filled: in a colour and with lines, so that it is known without colour."""
    return {"color": SERIES[i], "hatch": _HATCHES[i], "edgecolor": PAPER, "lw": 0.5}


def short(text: Any, most: int = 38) -> str:
    """`text` on one line of at most so many characters."""
    line = "".join(c if c.isprintable() else " " for c in str(text))
    return line if len(line) <= most else line[: most - 1] + "…"


def cells_of(table: Table, row: Row) -> dict[str, Any]:
    """The cells of `row` by the names of their columns."""
    return dict(zip((name for name, _ in table.section.columns), row.cells, strict=True))


def first_view(table: Table) -> list[dict[str, Any]]:
    """The rows that are shown of all bodies and years."""
    return [cells_of(table, row) for row in table.rows if row.views & 1]


def headings(table: Table, names: Sequence[str]) -> list[str]:
    """The headings of the columns `names`."""
    return [dict(table.section.columns)[name] for name in names]


def years_of(scope: Scope, *, undated: bool) -> list[str]:
    """The years of the filter, the earliest first, with those between them; with `undated`, what has none last."""
    years = sorted(int(year) for year in scope.years if year != UNDATED)
    if years and years[-1] - years[0] < _GAPLESS:
        years = list(range(years[0], years[-1] + 1))
    return [str(year) for year in years] + [UNDATED] * (undated and UNDATED in scope.years)


def name_years(axes: Axes, years: Sequence[str]) -> None:
    """Write `years` below `axes`, slanting if they are many."""
    axes.set_xticks(range(len(years)), years, rotation=60 if len(years) > 12 else 0)
