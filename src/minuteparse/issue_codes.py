"""The codes of issues, and how an issue is made. What each means is told in `docs/issues.md`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from minuteparse.record import Issue

Severity = Literal["info", "warning", "error"]

CODES: dict[str, Severity] = {
    "ambiguous-name": "info",
    "characters-lost": "warning",
    "doubtful": "info",
    "due-unresolved": "info",
    "empty-document": "error",
    "encoding-guessed": "info",
    "end-before-start": "warning",
    "initials-unresolved": "info",
    "item-number-detached": "warning",
    "item-number-gap": "warning",
    "item-number-repeated": "warning",
    "mojibake": "warning",
    "names-unparted": "warning",
    "no-attendance": "warning",
    "no-date": "warning",
    "no-headings": "warning",
    "page-without-text": "warning",
    "present-and-apologies": "warning",
    "text-recognised": "info",
    "upcoming-before-meeting": "warning",
    "votes-exceed-present": "warning",
    "weekday-mismatch": "warning",
}
"""Every code of an issue, with its severity. `doubtful` is raised on demand alone, by `confidence.doubtful`."""


def issue(code: str, message: str, start: int | None = None, end: int | None = None) -> Issue:
    """An issue of this code and message at `text[start:end]`; without a place both are `None`."""
    return Issue(code=code, severity=CODES[code], message=message, start=start, end=end)


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """`issues` in order of the text; those of no place come first."""
    return sorted(issues, key=lambda i: (-1 if i.start is None else i.start, i.code))
