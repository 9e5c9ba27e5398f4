"""Records that others wrote or changed: valid by the record's own schema, and yet odd. Exports of them are valid."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from exports import exported, full_entry, full_record
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName
from standards import POPOLO, akoma_ntoso, open_civic_data


@pytest.fixture
def odd() -> dict[str, Any]:
    """Days and times that are none, spans outside the text or backwards, an attendee without a name or not there."""
    record = full_record()
    record["header"]["date"]["value"] = "soon"
    record["header"]["start"]["value"] = "noon"
    record["next_meeting"]["value"] = "2023-02-30"
    item = record["items"][0]
    item |= {"start": 9000, "end": 3, "number": ".*("}
    item["people"][0]["attendee"] = 99
    item["dates"][0]["value"] = "1"
    record["attendance"][0]["person"]["name"] = ""
    return record


def test_odd_records_give_valid_popolo(odd: dict[str, Any], tmp_path: Path) -> None:
    """Both dates are left out, and counted as lost."""
    (content,) = exported(TargetName.POPOLO, [full_entry(odd)], tmp_path).values()
    assert list(jsonschema.Draft202012Validator(POPOLO).iter_errors(json.loads(content))) == []
    lost = export([full_entry(odd)], TargetName.POPOLO, tmp_path / "again").lost.by_path()
    assert [line["path"] for line in lost if "day of the calendar" in line["why"]] == [
        "header.date.value",
        "next_meeting.value",
    ]


def test_odd_records_give_valid_open_civic_data(odd: dict[str, Any], tmp_path: Path) -> None:
    """Every object."""
    files = exported(TargetName.OCD, [full_entry(odd)], tmp_path)
    for name, kind in (("events", "event"), ("people", "person"), ("vote_events", "vote_event")):
        for line in files[f"out/{name}.jsonl"].splitlines():
            assert list(open_civic_data(kind).iter_errors(json.loads(line))) == []


def test_odd_records_give_valid_akoma_ntoso(odd: dict[str, Any], tmp_path: Path) -> None:
    """With all of the text."""
    entry = full_entry(odd)
    (content,) = exported(TargetName.AKN, [entry], tmp_path).values()
    tree = etree.fromstring(content)
    assert akoma_ntoso().validate(tree), akoma_ntoso().error_log.last_error
    said = "".join(text for part in tree[0][1:] for text in part.itertext())
    assert "".join(said.split()) == "".join((entry.text or "").split())
