"""Plots with a bar or a box for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minuteparse.report.plot import Plot, first_view, headings, look, short
from minuteparse.report.scope import Scope
from minuteparse.report.svg import FAINT, LINE, SERIES
from minuteparse.report.tables import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BARS = 20
_BOXES = 12


def parts(table: Table, _scope: Scope) -> Plot | None:
    """A bar for each of the first rows, made of the parts that some columns count."""
    wanted = table.section.figure
    rows = first_view(table)[:_BARS]
    if not rows:
        return None
    several = len({cells["body"] for cells in rows}) > 1
    names = [short(c[wanted["name"]], 24) + (f" · {short(c['body'], 28)}" if several else "") for c in rows]

    def draw(axes: Axes) -> None:
        before = [0.0] * len(rows)
        for i, (name, heading) in enumerate(zip(wanted["series"], headings(table, wanted["series"]), strict=True)):
            widths = [float(cells[name] or 0) for cells in rows]
            axes.barh(range(len(rows)), widths, left=before, height=0.72, label=heading, **look(i))
            before = [a + b for a, b in zip(before, widths, strict=True)]
        axes.set_yticks(range(len(rows)), names, fontsize=8.5)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlabel(wanted["label"])
        axes.locator_params(axis="x", integer=True)
        axes.grid(axis="x")
        axes.set_axisbelow(True)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(wanted["series"]), fontsize=8.5)

    return Plot(1.1 + 0.23 * len(rows), draw, f"{wanted['label'].capitalize()} of the first {len(rows)} rows below.")


def boxes(table: Table, _scope: Scope) -> Plot | None:
    """Shortest, quartiles, median and longest of the bodies with most values."""
    rows = [cells for cells in first_view(table) if cells["median"] is not None][:_BOXES]
    if not rows:
        return None
    boxes = [
        {"label": short(c["body"]), "med": c["median"], "q1": c["lower"], "q3": c["upper"],
         "whislo": c["shortest"], "whishi": c["longest"], "fliers": []}
        for c in rows
    ]  # fmt: skip

    def draw(axes: Axes) -> None:
        axes.bxp(
            boxes, orientation="horizontal", widths=0.6, showfliers=False, patch_artist=True,
            boxprops={"facecolor": LINE, "edgecolor": FAINT}, medianprops={"color": SERIES[0], "lw": 3},
            whiskerprops={"color": FAINT}, capprops={"color": FAINT},
        )  # fmt: skip
        axes.invert_yaxis()
        axes.set_xlim(left=0)
        axes.set_xlabel(table.section.figure["label"])
        axes.grid(axis="x")
        axes.set_axisbelow(True)

    said = "; ".join(f"{c['body']} {c['median']:g}" for c in rows)
    return Plot(1.0 + 0.27 * len(rows), draw, f"Median minutes of a meeting: {said}.")


def bars(table: Table, _scope: Scope, name: str | None = None) -> Plot | None:
    """A bar for each of the first rows, named by the column `name`, or by that which the figure names."""
    wanted = table.section.figure
    rows = first_view(table)[:_BARS]
    pairs = [(str(c[name or wanted["name"]]), c[wanted["value"]]) for c in rows]
    return bars_of([pair for pair in pairs if pair[1] is not None], wanted["label"], wanted.get("full"))


def bars_of(pairs: list[tuple[str, Any]], label: str, full: float | None = None) -> Plot | None:
    """A bar for each of `pairs` of a name and a value, to the scale of `full`; `None` if there is nothing to draw."""
    if not any(value for _, value in pairs):
        return None

    def draw(axes: Axes) -> None:
        drawn = axes.barh(range(len(pairs)), [float(v) for _, v in pairs], height=0.72, color=SERIES[0])
        axes.bar_label(drawn, [f"{v:g}" for _, v in pairs], padding=3, fontsize=8.5)
        axes.set_yticks(range(len(pairs)), [short(name) for name, _ in pairs], fontsize=8.5)
        axes.set_ylim(len(pairs) - 0.4, -0.6)
        axes.set_xlim(0, full or max(float(v) for _, v in pairs) * 1.1)
        axes.set_xlabel(label)

    return Plot(0.8 + 0.23 * len(pairs), draw, f"{label}: " + "; ".join(f"{n} {v:g}" for n, v in pairs) + ".")
