"""How far a run over an archive is: a bar on a terminal, plain lines in a log, nothing if it is to be quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minuteparse.bulk import Step

_EVERY = 10.0
"""Seconds between two plain lines."""


@contextmanager
def watching(*, quiet: bool) -> Iterator[Callable[[Step], None]]:
    """Who is to be told of each step, for the time of the block; all goes to standard error."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield _Lines().watch


class _Pace:
    """The rate of the stage that is under way, by a clock that nobody can set."""

    def __init__(self) -> None:
        self._stage = ""
        self._began = 0.0
        self._at = 0

    def of(self, step: Step) -> tuple[float, float | None]:
        """Documents a second, and the seconds left if they can be told."""
        now = time.monotonic()
        if step.stage != self._stage:
            self._stage, self._began, self._at = step.stage, now, step.done
        spent, done = now - self._began, step.done - self._at
        rate = done / spent if spent > 0 else 0.0
        return rate, (step.total - step.done) / rate if rate and step.total is not None else None


class _Lines:
    """A line when a stage begins, and one each ten seconds."""

    def __init__(self) -> None:
        self._pace = _Pace()
        self._stage = ""
        self._next = 0.0

    def watch(self, step: Step) -> None:
        rate, left = self._pace.of(step)
        now = time.monotonic()
        if step.stage == self._stage and now < self._next:
            return
        self._stage, self._next = step.stage, now + _EVERY
        sys.stderr.write(f"minuteparse: {_said(step, rate, left)}\n")
        sys.stderr.flush()


def _said(step: Step, rate: float, left: float | None) -> str:
    total = "" if step.total is None else f" of {step.total:,}"
    pace = f", {rate:,.0f} a second" if rate else ""
    rest = f", {_time(left)} left" if left else ""
    return f"{step.stage}: {step.done:,}{total}{pace}, {step.failed:,} failed{rest}"


def _time(seconds: float) -> str:
    """A length of time as a person says it.

    >>> _time(42), _time(192), _time(7500)
    ('42 s', '3 min 12 s', '2 h 5 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


@contextmanager
def _bar() -> Iterator[Callable[[Step], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[said]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", said="")
        pace = _Pace()

        def watch(step: Step) -> None:
            said = _said(step, *pace.of(step)).partition(": ")[2]
            progress.update(bar, description=step.stage, completed=step.done, total=step.total, said=said)

        yield watch
