"""What a report is about: the bodies and years asked for, and those that the filters of the page offer."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from minuteparse.errors import UsageError
from minuteparse.report.sections import Asked, bodies_query, years_query

BODIES = 10
YEARS = 20
UNDATED = "undated"

Ask = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for, the bodies and years that can be filtered by, and how many there are to begin with.

    Bodies come with those of most meetings first, years with the latest first and "undated" last.
    """

    asked: Asked
    bodies: tuple[str, ...]
    years: tuple[str, ...]
    all_bodies: int
    all_years: int

    @classmethod
    def nothing(cls) -> Scope:
        """The scope of a dataset without documents."""
        return cls(Asked(), (), (), 0, 0)


def find_scope(ask: Ask, bodies: Sequence[str], years: Sequence[int], *, everything: bool) -> Scope:
    """The scope of a report of `bodies`, by their names, and `years`; empty for all. `ask` runs a query.

    Without `everything` the filters offer the largest bodies and the latest years alone. Raises `UsageError` for a
    body or year that the dataset does not have.
    """
    found = ask(bodies_query(tuple(map(str, years))))
    there = [body for body, _ in found]
    wanted = tuple(name for body in bodies for name in _bodies_called(body, there))
    asked = Asked(tuple(dict.fromkeys(wanted)))
    met = [year for (year,) in ask(years_query(asked))]
    for year in years:
        if str(year) not in met:
            known = ", ".join(sorted(set(met) - {UNDATED})) or "none"
            raise UsageError(f"--year {year}: no meeting of that year; the years are {known}")
    asked = Asked(asked.bodies, tuple(sorted({str(year) for year in years})))
    chosen = [body for body, meetings in found if meetings and (not bodies or body in asked.bodies)]
    spread = [year for year in met if not years or year in asked.years]
    return Scope(
        asked=asked,
        bodies=tuple(chosen if everything else chosen[:BODIES]),
        years=tuple(spread if everything else _latest(spread)),
        all_bodies=len(chosen),
        all_years=len(spread),
    )


def _latest(years: list[str]) -> list[str]:
    dated = [year for year in years if year != UNDATED]
    return dated[:YEARS] + [year for year in years if year == UNDATED]


def _bodies_called(name: str, there: Sequence[str]) -> list[str]:
    """The bodies that `name` can mean: the whole name, or what follows the organisation in it."""
    wanted = " ".join(name.split()).casefold()
    for able in (
        [body for body in there if body.casefold() == wanted],
        [body for body in there if body.casefold().endswith(f", {wanted}")],
        [body for body in there if wanted and wanted in body.casefold()],
    ):
        if able:
            return able
    like = difflib.get_close_matches(name, there, n=3, cutoff=0.3) or there[:3]
    cure = f"; it has {len(there)}, such as {'; '.join(like)}" if there else "; it has none"
    raise UsageError(f"--body {name}: the dataset has no body of that name{cure}")
