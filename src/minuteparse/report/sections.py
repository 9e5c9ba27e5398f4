"""The sections of the report and their queries, as `sections.toml` has them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

Rows = Literal["body", "all", "each", "fixed"]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the report. `sql` ends in the relation `report`, and leans on the shared parts named in `needs`.

    `rows` says whose rows it has: "body" some for each body, "all" some for all bodies together (and, for the
    filters, others for each body), "each" rows of one body and one year, "fixed" rows of no body and no year.
    `columns` are (name, heading); `bar` is the column drawn in the table, to the scale of `full`, or of the largest
    value if that is None. `figure` says what is drawn above it; empty for none.
    """

    id: str
    title: str
    shows: str
    cannot: str
    rows: Rows
    columns: tuple[tuple[str, str], ...]
    order: str
    empty: str
    sql: str
    needs: tuple[str, ...] = ()
    bar: str | None = None
    full: float | None = None
    figure: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Part:
    sql: str
    needs: tuple[str, ...]


@cache
def _read() -> tuple[tuple[Section, ...], dict[str, _Part]]:
    found = tomllib.loads(resources.files("minuteparse.report").joinpath("sections.toml").read_text(encoding="utf-8"))
    sections = tuple(
        Section(**entry | {"columns": tuple(map(tuple, entry["columns"])), "needs": tuple(entry.get("needs", ()))})
        for entry in found["section"]
    )
    return sections, {name: _Part(part["sql"], tuple(part.get("needs", ()))) for name, part in found["parts"].items()}


def sections() -> tuple[Section, ...]:
    """All sections in the order of the report.

    >>> [section.id for section in sections()][:2]
    ['attendance-body', 'attendance-member']
    """
    return _read()[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """The bodies and years, as the report calls them, that the command line asks for; empty for all."""

    bodies: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


def literal(text: str) -> str:
    """`text` as a string of SQL.

    >>> print(literal("St Mary's Board"))
    'St Mary''s Board'
    """
    return "'" + text.replace("'", "''") + "'"


def drawing(section: Section) -> dict[str, Any]:
    """The figure of `section` for who draws it from a table: columns by their place, -1 for none.

    >>> drawing(sections()[0])["name"], drawing(sections()[0])["value"]
    (0, 8)
    """
    names = [name for name, _ in section.columns]
    wanted = section.figure
    named = wanted.get("name", "body")
    return {
        "draw": wanted["draw"],
        "label": wanted["label"],
        "full": wanted.get("full"),
        "headings": [heading for _, heading in section.columns],
        "series": [names.index(name) for name in wanted.get("series", ())],
        **{key: names.index(name) if name in names else -1
           for key, name in (("body", "body"), ("name", named), ("value", wanted.get("value")))},
    }  # fmt: skip


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} in ({', '.join(map(literal, values))})" if values else "true"


def _relations(needs: tuple[str, ...], sql: str, asked: Asked) -> str:
    parts = _read()[1]
    wanted: list[str] = []

    def want(name: str) -> None:
        for other in parts[name].needs:
            want(other)
        if name not in wanted:
            wanted.append(name)

    for name in needs:
        want(name)
    whole = ",\n".join([*(parts[name].sql.strip() for name in wanted), sql.strip()])
    conditions = {"{bodies}": _among("body", asked.bodies), "{years}": _among("year", asked.years)}
    # in one go: the name of a body may hold what stands for the years
    return "with " + re.sub(r"\{(?:bodies|years)\}", lambda found: conditions[found[0]], whole)


def _columns(section: Section) -> str:
    names = [name for name, _ in section.columns]
    return ", ".join("coalesce(body, 'all bodies') as body" if name == "body" else name for name in names)


def whole_query(section: Section, asked: Asked) -> str:
    """The rows of all views of `section`: body and year, null for all, then its columns."""
    relations = _relations(section.needs, section.sql, asked)
    shown = _columns(section)
    order = f"{section.order}, report.body, report.year"  # rows of different views stand in one order, too
    return f"{relations}\nselect body as of_body, year as of_year, {shown}\nfrom report\norder by {order}"


def query_start(section: Section, asked: Asked) -> str:
    """The query of `section` as it is shown, up to the conditions of a view."""
    return f"{_relations(section.needs, section.sql, asked)}\nselect {_columns(section)}\nfrom report"


def query_end(section: Section, view: tuple[str | None, str | None], limit: int | None) -> str:
    """The rest of the query: the condition of the `view` of a body and a year (None for all), order, and limit."""
    body, year = view
    conditions = []
    if body is not None and section.rows != "fixed":
        conditions.append(f"body = {literal(body)}")
    elif section.rows == "all":
        conditions.append("body is null")
    if year is not None and section.rows != "fixed":
        conditions.append(f"year = {literal(year)}")
    elif section.rows in {"all", "body"}:
        conditions.append("year is null")
    where = f"where {' and '.join(conditions)}\n" if conditions else ""
    return f"{where}order by {section.order}" + (f"\nlimit {limit}" if limit is not None else "")


def bodies_query(years: tuple[str, ...] = ()) -> str:
    """All bodies of the dataset, with how many meetings each has in `years`, empty for all; those with most first."""
    relations = _relations(("labelled",), "seen as (select body, year from labelled)", Asked())
    counted = f"count(*) filter ({_among('year', years)})"
    return f"{relations}\nselect body, {counted} from seen group by body order by {counted} desc, body"


def years_query(asked: Asked) -> str:
    """All years in which the bodies asked for met, those without a date last."""
    relations = _relations(("labelled",), "seen as (select distinct year from labelled)", Asked(asked.bodies))
    return f"{relations}\nselect year from seen order by year = 'undated', year desc"
