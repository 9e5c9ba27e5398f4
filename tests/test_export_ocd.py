"""Open Civic Data: each object passes the schemas of the project, ids are stable and lead somewhere."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from exports import exported, full_entry, gold_entries
from minuteparse import parse
from minuteparse.export.entry import Entry, entry_of
from minuteparse.export.targets import TargetName
from standards import open_civic_data

Json = dict[str, Any]
KINDS = {
    "organizations": "organization",
    "people": "person",
    "memberships": "membership",
    "events": "event",
    "vote_events": "vote_event",
}
MINUTES = """ELMBROOK PARISH COUNCIL
Minutes of the meeting held on Wednesday 1 March 2023 at 6.00 pm in the Village Hall

Present: Councillor A Bell (Chair), Councillor J Quill, Councillor R Thorne
Apologies: Councillor P Okoro

1. DECLARATIONS OF INTEREST
Councillor Thorne declared a personal interest in item 2 as a neighbour.

2. PLOTS
It was moved by Councillor Quill and seconded by Councillor Thorne that plot 4 be let. On being put to the vote the
motion was carried, 2 voting for and 1 against.
RESOLVED: that the fence be mended.
ACTION: The Clerk to order the posts by 14 April 2023.
"""


def ocd(entries: list[Entry], folder: Path) -> dict[str, list[Json]]:
    """What `entries` become: the objects by the name of their file."""
    files = exported(TargetName.OCD, entries, folder)
    return {Path(name).stem: [json.loads(line) for line in content.splitlines()] for name, content in files.items()}


@cache
def example() -> Entry:
    """The minutes above."""
    return entry_of(parse(MINUTES, name="plots.txt", model=None), "plots.txt", MINUTES)


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Json]]:
    """All of corpus/gold."""
    return ocd(list(gold_entries()), tmp_path_factory.mktemp("ocd"))


@pytest.mark.parametrize("name", KINDS)
def test_all_gold_documents_are_valid(name: str, gold: dict[str, list[Json]], tmp_path: Path) -> None:
    """They, and the record that says something everywhere."""
    check = open_civic_data(KINDS[name])
    objects = [*gold[name], *ocd([full_entry()], tmp_path)[name]]
    assert len(objects) > 40
    assert [error.message for found in objects for error in check.iter_errors(found)] == []


def test_the_schemas_refuse_what_is_wrong() -> None:
    """A time without a zone, a result and an option that they do not know."""
    assert not open_civic_data("event").is_valid({"start_date": "2023-03-01T18:00"})
    assert not open_civic_data("vote_event").is_valid({"result": "carried"})
    assert not open_civic_data("vote_event").is_valid({"counts": [{"option": "for", "value": 2}]})


def test_ids_are_one_each_and_all_that_is_pointed_to_is_there(gold: dict[str, list[Json]]) -> None:
    """Of the form that the project gives them."""
    ids = [found["id"] for objects in gold.values() for found in objects]
    assert len(set(ids)) == len(ids)
    uuid = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
    assert all(re.fullmatch(rf"(?:ocd-(?:organization|person|event|vote)/)?{uuid}", own) for own in ids)
    text = json.dumps(gold)
    assert set(re.findall(rf"ocd-\w+/{uuid}", text)) <= set(ids)


def test_an_event_has_those_concerned_and_its_agenda(tmp_path: Path) -> None:
    """How each took part is a note; decisions are notes of their item; the time is in extras."""
    found = ocd([example()], tmp_path)
    (meeting,) = found["events"]
    assert (meeting["start_date"], meeting["extras"]) == ("2023-03-01", {"start_time": "18:00"})
    assert [(one["name"], one["note"]) for one in meeting["participants"]] == [
        ("ELMBROOK PARISH COUNCIL", "host"),
        ("A Bell", "present, Chair"),
        ("J Quill", "present"),
        ("R Thorne", "present"),
        ("P Okoro", "apologies"),
    ]
    interests, plots = meeting["agenda"]
    assert interests["extras"]["declarations"][0]["interest"] == "personal"
    assert plots["notes"] == ["resolved: that the fence be mended"]
    assert plots["extras"]["actions"][0]["due"] == "2023-04-14"
    assert [one["id"] for one in plots["related_entities"] if one["entity_type"] == "vote_event"] == [
        found["vote_events"][0]["id"]
    ]


def test_a_vote_has_counts_mover_and_seconder(tmp_path: Path) -> None:
    """Both are attendees; and the words in which it was moved."""
    found = ocd([example()], tmp_path)
    (vote,) = found["vote_events"]
    names = {person["id"]: person["name"] for person in found["people"]}
    assert vote["result"] == "pass"
    assert vote["counts"] == [{"option": "yes", "value": 2}, {"option": "no", "value": 1}]
    assert vote["motion_text"].startswith("moved by Councillor Quill")
    assert {side: names[vote["extras"][side]["id"]] for side in ("mover", "seconder")} == {
        "mover": "J Quill",
        "seconder": "R Thorne",
    }


def test_an_id_hangs_on_the_bytes_of_the_document_alone(tmp_path: Path) -> None:
    """Another name of the file, other documents beside it: the same ids. Other bytes: others."""
    alone = {one["id"] for one in ocd([example()], tmp_path / "a")["people"]}
    renamed = entry_of(parse(MINUTES, name="b.txt", model=None), "b.txt", MINUTES)
    beside = {one["id"] for one in ocd([*gold_entries()[:2], renamed], tmp_path / "b")["people"]}
    other = entry_of(parse(MINUTES + " ", model=None), "c.txt", MINUTES + " ")
    assert alone < beside
    assert alone.isdisjoint(one["id"] for one in ocd([other], tmp_path / "c")["people"])
