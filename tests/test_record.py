"""The record's models and their schema."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from minuteparse import Minutes, parse
from minuteparse.record import Mention, Vote
from minuteparse.schema import schema_text


def test_the_committed_schema_is_the_models(root: Path) -> None:
    """`make docs` writes docs/record.schema.json; it must not lag behind."""
    assert (root / "docs" / "record.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_describes_every_key_of_a_record(seed_text: str) -> None:
    """No key of a printed record is unknown to the schema."""
    schema = json.loads(schema_text())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    known = set(schema["properties"]).union(*(part.get("properties", {}) for part in schema["$defs"].values()))
    assert _keys(json.loads(parse(seed_text).model_dump_json())) <= known


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_a_record_survives_the_way_to_json_and_back(seed_text: str) -> None:
    """What is printed can be loaded, and is equal."""
    minutes = parse(seed_text, name="seed.txt")
    assert Minutes.model_validate_json(minutes.model_dump_json()) == minutes


def test_for_is_printed_as_for() -> None:
    """`for` is a word of the language; in JSON the key has its own name."""
    vote = Vote(for_=7, start=0, end=5, by="votes.test")
    assert json.loads(vote.model_dump_json())["for"] == 7
    assert Vote.model_validate({"for": 7, "start": 0, "end": 5, "by": "votes.test"}) == vote


def test_parts_are_frozen_and_know_their_keys() -> None:
    """A record cannot be changed by accident, nor hold a key that is not defined."""
    mention = Mention(text="8 May", start=0, end=5, value="2023-05-08", by="dates.test")
    with pytest.raises(ValidationError):
        mention.value = "2024-05-08"
    with pytest.raises(ValidationError):
        Mention.model_validate(mention.model_dump() | {"colour": "blue"})
