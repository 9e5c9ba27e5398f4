"""The plots, drawn by matplotlib from the rows of the tables and from nothing else."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minuteparse.report.by_row import bars, boxes, parts
from minuteparse.report.over_years import grid, kinds, stacked, trend
from minuteparse.report.plot import Plot
from minuteparse.report.scope import Scope
from minuteparse.report.svg import FAINT, INK, LINE, PAPER, as_element
from minuteparse.report.tables import Table

if TYPE_CHECKING:
    from markupsafe import Markup

_STYLE: Any = {
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "grid.color": LINE,
    "legend.frameon": False,
    "hatch.linewidth": 0.6,
    "hatch.color": PAPER,
    "axes.unicode_minus": False,
}

_PLOTS: dict[str, Callable[[Table, Scope], Plot | None]] = {
    "trend": trend,
    "years": stacked,
    "kinds": kinds,
    "parts": parts,
    "boxes": boxes,
    "bars": bars,
    "grid": grid,
}


def figure_of(table: Table, scope: Scope) -> Markup | None:
    """The plot of `table` for all bodies and years of the report, as an SVG element; `None` if it has none to draw."""
    wanted = table.section.figure
    if not wanted:
        return None
    plot = _PLOTS[wanted["draw"]](table, scope)
    return _drawn(table.section.id, table.section.title, plot) if plot else None


def _drawn(name: str, title: str, plot: Plot) -> Markup:
    import matplotlib
    from matplotlib.figure import Figure

    stream = io.StringIO()
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font lacks is drawn by the browser's
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE | {"svg.hashsalt": name})
        figure = Figure(figsize=(7.6, plot.height), layout="constrained")
        plot.draw(figure.add_subplot())
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return as_element(stream.getvalue(), name, title, plot.says)
