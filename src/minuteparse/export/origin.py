"""Where an exported object comes from: the document by the hash of its bytes, and the characters in it, as a URI."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from typing import Any

from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.record import Mention
from minuteparse.text import collapse

_NO_DAY = "it is no day of the calendar"


def address(entry: Entry, start: int | None = None, end: int | None = None) -> str:
    """The document as a URI made of its hash (RFC 6920), with `start:end` of its text as a fragment (RFC 5147).

    >>> from minuteparse import parse
    >>> from minuteparse.export.entry import entry_of
    >>> address(entry_of(parse("Present: Cllr T Smith", model=None), "example"), 9, 21)
    'ni:///sha-256;...#char=9,21'
    """
    digest = urlsafe_b64encode(bytes.fromhex(entry.record.source.sha256)).decode().rstrip("=")
    place = "" if start is None else f"#char={start},{end}"
    return f"ni:///sha-256;{digest}{place}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the objects of one entry say of it; what they cannot hold is added to `lost`."""

    entry: Entry
    lost: Lost

    def source(self, start: int | None = None, end: int | None = None, note: str | None = None) -> dict[str, str]:
        """The document, or `start:end` of it, as Popolo and those who took it up name a source."""
        return said(url=address(self.entry, start, end), note=note)

    def day(self, path: str, found: Mention | None) -> str | None:
        """The day that `found`, which stands at `path`, says; `None` if that is no day."""
        known = day(found.value) if found else None
        if found and known is None:
            self.lost.add(path, _NO_DAY)
        return known

    def places(self) -> list[dict[str, str]]:
        """The sources of the meeting: the document, and where date, times and place stand in it."""
        header = self.entry.record.header
        told = {"date": header.date, "start": header.start, "end": header.end, "location": header.venue}
        placed = [self.source(found.start, found.end, note) for note, found in told.items() if found]
        return [self.source(note=self.entry.name), *placed]


def quoted(entry: Entry, start: int, end: int) -> str:
    """What `start:end` of the document says, white space collapsed; empty if its text is not at hand."""
    return collapse((entry.text or "")[start:end])


def day(value: str) -> str | None:
    """`value` as an ISO date; `None` if it is no day of the calendar, which a record that others wrote may hold.

    >>> day("2024-02-29"), day("2023-02-29")
    ('2024-02-29', None)
    """
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def said(**values: Any) -> dict[str, Any]:
    """The values that say something, by name: no `None`, no empty text or list.

    >>> said(name="Cllr T Smith", email=None, links=[])
    {'name': 'Cllr T Smith'}
    """
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
