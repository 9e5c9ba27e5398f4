"""One document as every target gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from minuteparse.bulk.outcome import meeting_id
from minuteparse.record import Minutes


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to export.

    `id` is the document's in any dataset: the first 32 digits of the SHA-256 of its bytes. `name` says where it came
    from: the input that a dataset names, else the name in the record or of the file. `plain` is the record as data for
    JSON, by alias. `text` is the document's text that all offsets count, `None` if the record came without it.
    """

    id: str
    name: str
    record: Minutes
    plain: dict[str, Any]
    text: str | None = None


def entry_of(record: Minutes, name: str, text: str | None = None) -> Entry:
    """The entry of a record. `name` says where it came from, `text` is what it was parsed from.

    >>> from minuteparse import parse
    >>> entry_of(parse("Present: Cllr T Smith", model=None), "example").id
    '3fdebec3998024d71463e5dbdc3dac46'
    """
    plain = record.model_dump(mode="json", by_alias=True)
    return Entry(meeting_id(record.source.sha256), name, record, plain, text)
