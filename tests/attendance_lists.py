"""What the attendance of a text comes to, as tests of lists compare it."""

from __future__ import annotations

from minuteparse import parse
from minuteparse.record import Attendance


def listed(text: str) -> list[Attendance]:
    """The attendance of `text`."""
    return parse(text, model=None).attendance


def names(text: str) -> list[tuple[str, str]]:
    """Status and name of each entry of `text`."""
    return [(a.status, a.person.name) for a in listed(text)]


def roles(text: str) -> list[tuple[str, str | None]]:
    """Name and role of each entry of `text`."""
    return [(a.person.name, a.role) for a in listed(text)]
