"""What became of one input: its row of the manifest, its record, and what went wrong if there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from minuteparse.record import Minutes

Status = Literal["ok", "partial", "failed", "duplicate", "skipped"]
STATUSES: tuple[Status, ...] = ("ok", "partial", "failed", "duplicate", "skipped")
# A record that says one of these lacks a main part, or may be of no minutes at all.
LACKS = frozenset({"empty-document", "no-attendance", "no-date", "no-headings"})
ID_DIGITS = 32
_BREAK = b"\t"  # JSON in one line holds no tab


@dataclass(frozen=True, slots=True)
class Entry:
    """One input before it is parsed: its place in the listing, its name, its hash and size if it could be read.

    A `status` other than the empty string settles it, with the reason in `error`; `model` is the pipeline's version.
    """

    number: int
    path: str
    sha256: str | None = None
    size: int | None = None
    status: Status | Literal[""] = ""
    error: str | None = None
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """What makes the records of a run: the version of minuteparse and of its model, `None` for rules alone."""

    version: str
    model: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input after it was parsed. `row` is its row of the manifest, `record` the record as JSON or `None`."""

    row: dict[str, Any]
    seconds: float
    text: str = ""
    record: bytes | None = None

    def plain(self) -> bytes:
        """As one line without a line break."""
        head = json.dumps({"row": self.row, "seconds": round(self.seconds, 6), "text": self.text}).encode()
        return head + _BREAK + (self.record or b"")


def from_plain(said: bytes) -> Outcome:
    """The outcome that `Outcome.plain` wrote."""
    head, _, record = said.partition(_BREAK)
    found = json.loads(head)
    return Outcome(row=found["row"], seconds=found["seconds"], text=found["text"], record=record or None)


def settled(entry: Entry, engine: Engine, seconds: float = 0.0) -> Outcome:
    """The outcome of an input whose status is known without a record."""
    return Outcome(row=_row(entry, engine), seconds=seconds)


def parsed(entry: Entry, minutes: Minutes, text: str, engine: Engine, seconds: float) -> Outcome:
    """The outcome of an input that gave `minutes`; `partial` if they lack a main part."""
    codes = list(dict.fromkeys(issue.code for issue in minutes.issues))
    doubtful = any(issue.severity == "error" or issue.code in LACKS for issue in minutes.issues)
    row = _row(replace(entry, status="partial" if doubtful else "ok"), engine) | {
        "media_type": minutes.source.media_type,
        "issue_codes": codes,
        "meeting_id": meeting_id(minutes.source.sha256),
    }
    return Outcome(row=row, seconds=seconds, text=text, record=minutes.model_dump_json(by_alias=True).encode())


def meeting_id(sha256: str) -> str:
    """The id of the meeting whose document has this hash."""
    return sha256[:ID_DIGITS]


def _row(entry: Entry, engine: Engine) -> dict[str, Any]:
    return {
        "input": entry.number,
        "path": entry.path,
        "sha256": entry.sha256,
        "bytes": entry.size,
        "media_type": None,
        "status": entry.status,
        "issue_codes": None,
        "error": entry.error,
        "duplicate_of": entry.duplicate_of,
        "meeting_id": None,
        "engine_version": engine.version,
        "model_version": engine.model,
    }
