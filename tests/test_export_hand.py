"""The documents of corpus/hand, of unlike bodies and forms, in each format that others have defined."""

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from exports import exported, hand_entries
from minuteparse.export.entry import Entry
from minuteparse.export.targets import TargetName
from standards import POPOLO, akoma_ntoso, open_civic_data

OCD = {"organizations": "organization", "people": "person", "memberships": "membership", "events": "event"}
OCD |= {"vote_events": "vote_event"}


@pytest.fixture(scope="module")
def hand() -> list[Entry]:
    """All of them."""
    return hand_entries()


def test_they_are_valid_popolo(hand: list[Entry], tmp_path: Path) -> None:
    """By the classes of the specification."""
    (content,) = exported(TargetName.POPOLO, hand, tmp_path).values()
    found = json.loads(content)
    assert sum(event.get("classification") == "meeting" for event in found["events"]) >= len(hand) > 100
    assert [error.message for error in jsonschema.Draft202012Validator(POPOLO).iter_errors(found)] == []


def test_they_are_valid_open_civic_data(hand: list[Entry], tmp_path: Path) -> None:
    """By the schemas of the project."""
    for name, content in exported(TargetName.OCD, hand, tmp_path).items():
        objects = [json.loads(line) for line in content.splitlines()]
        check = open_civic_data(OCD[Path(name).stem])
        assert objects
        assert [error.message for found in objects for error in check.iter_errors(found)] == []


def test_they_are_valid_akoma_ntoso(hand: list[Entry], tmp_path: Path) -> None:
    """By the schema that OASIS publishes."""
    schema, files = akoma_ntoso(), exported(TargetName.AKN, hand, tmp_path)
    assert len(files) == len(hand)
    for name, content in files.items():
        assert schema.validate(etree.fromstring(content)), (name, schema.error_log.last_error)
