"""One document as every target gets it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from minuteparse.bulk.outcome import meeting_id
from minuteparse.errors import InputError
from minuteparse.record import Minutes

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to export.

    `id` is the document's in any dataset: the first 32 digits of the SHA-256 of its bytes. `name` says where it came
    from: the input that a dataset names, else the name in the record or of the file; bytes in it that no encoding
    explains, as paths may have, are escapes. `plain` is the record as data for
    JSON, by alias. `text` is the document's text that all offsets count, `None` if the record came without it.
    """

    id: str
    name: str
    record: Minutes
    plain: dict[str, Any]
    text: str | None = None


def entry_of(record: Minutes, name: str, text: str | None = None) -> Entry:
    """The entry of a record. `name` says where it came from, `text` is what it was parsed from.

    Raises `InputError` if the record, which others may have written, has no SHA-256 to tell the document by.

    >>> from minuteparse import parse
    >>> entry_of(parse("Present: Cllr T Smith", model=None), "example").id
    '3fdebec3998024d71463e5dbdc3dac46'
    """
    shown = name.encode(errors="backslashreplace").decode()
    digest = record.source.sha256
    if not _SHA256.fullmatch(digest):
        why = f"source.sha256 is {digest[:80]!r}, not 64 hexadecimal digits in small letters"
        raise InputError(f"{shown}: {why}; correct the record, or parse anew")
    return Entry(meeting_id(digest), shown, record, record.model_dump(mode="json", by_alias=True), text)
