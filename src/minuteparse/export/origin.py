"""Where an exported object comes from: the document by the hash of its bytes, and the characters in it, as a URI."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Any

from minuteparse.export.entry import Entry
from minuteparse.text import collapse


def address(entry: Entry, start: int | None = None, end: int | None = None) -> str:
    """The document as a URI made of its hash (RFC 6920), with `start:end` of its text as a fragment (RFC 5147).

    >>> from minuteparse import parse
    >>> from minuteparse.export.entry import entry_of
    >>> address(entry_of(parse("Present: Cllr T Smith", model=None), "example"), 9, 21)
    'ni:///sha-256;P97r6zmYAk1xRj5dvcOsRiEGhqy70hI_uF-7JGPCOXI#char=9,21'
    """
    digest = urlsafe_b64encode(bytes.fromhex(entry.record.source.sha256)).decode().rstrip("=")
    place = "" if start is None else f"#char={start},{end}"
    return f"ni:///sha-256;{digest}{place}"


def printable(name: str) -> str:
    """`name` with bytes that no encoding explains, as paths may have, written as escapes.

    >>> printable("caf\\udce9.txt")
    'caf\\\\udce9.txt'
    """
    return name.encode(errors="backslashreplace").decode()


def quoted(entry: Entry, start: int, end: int) -> str:
    """What `start:end` of the document says, white space collapsed; empty if its text is not at hand."""
    return collapse((entry.text or "")[start:end])


def said(**values: Any) -> dict[str, Any]:
    """The values that say something, by name: no `None`, no empty text or list.

    >>> said(name="Cllr T Smith", email=None, links=[])
    {'name': 'Cllr T Smith'}
    """
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
