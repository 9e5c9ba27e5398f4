"""What the tests of exports share: the entries of corpus/gold, a record in which every path says something, changes."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from minuteparse import Minutes, parse
from minuteparse.export.entry import Entry, entry_of
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "corpus" / "gold").glob("*.txt"))


@cache
def gold_entries() -> tuple[Entry, ...]:
    """The documents of corpus/gold with their texts, parsed once by rules alone."""
    texts = ((path, path.read_bytes().decode()) for path in GOLD)
    return tuple(entry_of(parse(text, name=path.name, model=None), path.name, text) for path, text in texts)


def hand_entries() -> list[Entry]:
    """The documents of corpus/hand with their texts, parsed by rules alone."""
    texts = ((path, path.read_bytes().decode()) for path in sorted((ROOT / "corpus" / "hand").rglob("*.txt")))
    return [entry_of(parse(text, name=path.name, model=None), path.name, text) for path, text in texts]


TEXT = (
    "ELMBROOK PARISH COUNCIL\n\nMinutes\n\nPresent: Cllr A. Bell\n"
    "1. PLOT 410\nAgreed that plot 4 be let to Mr Quill\nEnd\n"
)


def _mention(value: str, start: int) -> dict[str, Any]:
    where = {"text": TEXT[start : start + 6], "start": start, "end": start + 6}
    return {**where, "value": value, "basis": "derived", "via": [[1, 2]], "by": "a.rule", "confidence": 0.5}


def _person(name: str, start: int) -> dict[str, Any]:
    given, family = name.split()
    own = {"name": name, "honorifics": ["Cllr"], "given": given, "family": family, "suffixes": ["OBE"]}
    return {**own, "text": f"Cllr {name} OBE", "start": start, "end": start + 6, "confidence": 0.5}


def full_record() -> dict[str, Any]:
    """A record, as data for JSON, that says something at every path."""
    found = {"start": 60, "end": 70, "by": "a.rule", "confidence": 0.5}
    derived = {"basis": "derived", "via": [[3, 4]]}
    header = ("Elmbrook Parish Council", "Plots Committee", "2023-03-01", "18:00", "19:30", "Village Hall")
    keys = ("organisation", "body", "date", "start", "end", "venue")
    entry = {"person": _person("Ann Bell", 45), "status": "substitute", "role": "Chair", "party": "Green"}
    entry |= {"organisation": "Elmbrook", "substitute_for": _person("Tom Marsh", 46), "mode": "remote", "note": "late"}
    vote = {"for": 1, "against": 2, "abstain": 3, "mover": _person("Jo Quill", 61), "result": "carried"}
    vote |= {"seconder": _person("Ray Thorne", 62), "for_names": [_person("Ann Bell", 63)]}
    vote |= {"against_names": [_person("Pat Okoro", 64)], "abstain_names": [_person("Sue Vane", 65)]}
    declared = {"member": _person("Ann Bell", 66), "interest": "personal", "agenda_item": "1", "nature": "a neighbour"}
    person = {**_person("Max Quill", 67), "role": "tenant", "organisation": "Plots Ltd", "attendee": 0, "by": "a.rule"}
    action = {"text": "The Clerk to write", "owners": ["The Clerk"], "due": "2023-04-14", "due_text": "by 14 April"}
    item = {"number": "1", "title": "PLOTS", "kind": "substantive", "level": 1, "start": 56, "end": 106}
    item |= {
        "body_start": 65,
        "by": "a.rule",
        "confidence": 0.5,
        "people": [person],
        "dates": [_mention("2023-03-05", 70)],
    }
    item |= {"decisions": [{"kind": "agreed", "text": "that plot 4 be let", **found}]}
    item |= {"actions": [action | derived | found], "votes": [vote | found], "declarations": [declared | found]}
    place = {"start": 0, "end": 5, "page": 1, "box": [1.0, 2.0, 3.0, 4.0], "path": "paragraph 1"}
    source = {"name": "a.pdf", "sha256": "ab" * 32, "media_type": "application/pdf", "encoding": "binary"}
    return {
        "schema_version": 1,
        "engine": {"name": "minuteparse", "version": "1.0", "model": "a 1"},
        "source": {**source, "length": len(TEXT), "places": [place]},
        "header": {key: _mention(value, 7 * i) for i, (key, value) in enumerate(zip(keys, header, strict=True))},
        "attendance": [{**entry, "start": 45, "end": 54, "by": "a.rule", "confidence": 0.5}],
        "items": [item],
        "previous_minutes": [_mention("2023-02-01", 8)],
        "next_meeting": _mention("2023-04-05", 9),
        "issues": [{"code": "a-code", "severity": "info", "message": "odd", "start": 1, "end": 2}],
    }


def full_entry(plain: dict[str, Any] | None = None) -> Entry:
    """The entry of that record, or of one made from it."""
    return entry_of(Minutes.model_validate(plain or full_record()), "a.pdf", TEXT)


_OTHERS = {"basis": "stated", "status": "present", "mode": "in_person", "interest": "other", "severity": "error"}
_OTHERS |= {"result": "lost", "sha256": "cd" * 32, "box": [1.0, 2.0, 3.0, 5.0], "attendee": None}


def changed(*paths: str) -> dict[str, Any]:
    """The full record with another valid value at each of `paths`."""
    plain = full_record()
    for path in paths:
        part, key = _place(plain, path)
        if path.endswith("[]"):
            part[key] = [_other(key, part[key][0])]
        elif key == "kind":
            part[key] = "noted" if "decisions" in path else "update"
        else:
            part[key] = _other(key, part[key])
    return plain


def with_value(path: str, value: Any) -> dict[str, Any]:
    """The full record with `value` at `path`."""
    plain = full_record()
    part, key = _place(plain, path)
    part[key] = value
    return plain


def _place(plain: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    """The part of the record that the last key of `path` stands in, and that key."""
    *way, last = path.split(".")
    part: Any = plain
    for key in way:
        part = part[key.removesuffix("[]")]
        part = part[0] if key.endswith("[]") else part
    return part, last.removesuffix("[]")


def _other(key: str, value: Any) -> Any:
    if key in _OTHERS:
        return copy.copy(_OTHERS[key])
    if isinstance(value, list):
        return [0, 2]
    if isinstance(value, float):
        return 0.25
    if isinstance(value, int):
        return value + 1
    if value[:4].isdigit() and "-" in value:
        return f"2024{value[4:]}"
    return f"21{value[2:]}" if value[2:3] == ":" else f"{value}x"


def exported(to: TargetName, entries: Iterable[Entry], folder: Path) -> dict[str, bytes]:
    """What `entries` become: the bytes of each file by its path below `folder`, which is new."""
    export(entries, to, folder / "out")
    return dict(_contents(folder))


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
