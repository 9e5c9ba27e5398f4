"""Popolo: the file is valid, whatever points somewhere finds it, and says what the record says, no more."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from exports import exported, full_entry, gold_entries
from minuteparse import parse
from minuteparse.export.entry import Entry, entry_of
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName
from standards import POPOLO

Json = dict[str, Any]

MINUTES = """ELMBROOK PARISH COUNCIL
PLOTS COMMITTEE
Minutes of the meeting held on Wednesday 1 March 2023 at 6.00 pm in the Village Hall

Present: Councillor A Bell (Chair), Councillor J Quill (Green), Councillor R Thorne
Apologies: Councillor P Okoro
In attendance: S Vane (Clerk)

1. PLOTS
It was moved by Councillor Quill and seconded by Councillor Thorne that plot 4 be let. On being put to the vote the
motion was carried, 2 voting for and 1 against.

2. FENCES
RESOLVED: that the fence be mended.

The meeting closed at 7.30 pm.
"""


def popolo(entries: list[Entry], folder: Path) -> Json:
    """What `entries` become."""
    (content,) = exported(TargetName.POPOLO, entries, folder).values()
    return json.loads(content)


@cache
def example() -> Entry:
    """The minutes above."""
    return entry_of(parse(MINUTES, name="plots.txt", model=None), "plots.txt", MINUTES)


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """All of corpus/gold in one file."""
    return popolo(list(gold_entries()), tmp_path_factory.mktemp("popolo"))


def test_all_gold_documents_are_valid(gold: Json, tmp_path: Path) -> None:
    """They, the record that says something everywhere, and no document at all."""
    check = jsonschema.Draft202012Validator(POPOLO)
    for found in (gold, popolo([full_entry()], tmp_path), popolo([], tmp_path / "none")):
        assert [error.message for error in check.iter_errors(found)] == []


def test_the_schema_refuses_what_is_wrong(gold: Json) -> None:
    """A time without a zone, a vote on a mere day, strange digits, an unknown key, a count that is no number."""
    check = jsonschema.Draft202012Validator(POPOLO)
    event = {"start_date": "2023-03-01T18:00"}
    for wrong in (
        {"events": [event]},
        {"motions": [{"seconder": "x"}]},
        {"vote_events": [{"start_date": "2023-03-01"}]},
        {"memberships": [{"start_date": "٢٠٢٣"}]},
        {"vote_events": [{"counts": [{"value": "2"}]}]},
    ):
        assert not check.is_valid(wrong)


def test_ids_are_one_each_and_all_that_is_pointed_to_is_there(gold: Json) -> None:
    """Persons, organizations, events, motions and vote events."""
    ids = {kind: [found["id"] for found in gold[kind]] for kind in gold}
    assert all(len(set(found)) == len(found) for found in ids.values())
    known = {kind: {None, *own} for kind, own in ids.items()}
    links = {
        "person_id": "persons",
        "creator_id": "persons",
        "motion_id": "motions",
        "legislative_session_id": "events",
    }
    links |= {"organization_id": "organizations", "on_behalf_of_id": "organizations"}
    for kind, objects in gold.items():
        for found in objects:
            for key, target in (links | {"parent_id": kind}).items():
                assert found.get(key) in known[target], (kind, key)
            people = [vote["voter_id"] for vote in found.get("votes", [])]
            people += [one["id"] for one in found.get("attendees", [])]
            assert set(people) <= known["persons"]


def test_every_vote_decision_and_count_is_there_once(gold: Json) -> None:
    """Numbers of the records and of the file are the same."""
    items = [item for entry in gold_entries() for item in entry.record.items]
    votes = [vote for item in items for vote in item.votes]
    assert len(gold["vote_events"]) == len(votes) > 100
    assert Counter(found.get("result") for found in gold["vote_events"]) == Counter(
        {"carried": "pass", "lost": "fail", None: None}[vote.result] for vote in votes
    )
    kinds = Counter(decision.kind for item in items for decision in item.decisions)
    assert Counter(found["classification"] for found in gold["motions"] if "classification" in found) == kinds
    cast = [(one["option"]) for found in gold["vote_events"] for one in found.get("votes", [])]
    assert Counter(cast) == {
        "yes": sum(len(vote.for_names) for vote in votes),
        "no": sum(len(vote.against_names) for vote in votes),
        "abstain": sum(len(vote.abstain_names) for vote in votes),
    }


def test_a_meeting_is_an_event_with_those_who_came(tmp_path: Path) -> None:
    """Its day, place and attendees; its times as words; apologies are no attendance; items are parts of it."""
    found = popolo([example()], tmp_path)
    meeting, plots, *_ = found["events"]
    assert meeting["start_date"] == "2023-03-01"
    assert meeting["description"] == "Began 18:00, ended 19:30, local time"
    assert meeting["location"] == "Village Hall"
    assert [one["name"] for one in meeting["attendees"]] == ["A Bell", "J Quill", "R Thorne", "S Vane"]
    assert plots["parent_id"] == meeting["id"]
    assert plots["identifiers"] == [{"identifier": "1", "scheme": "item number"}]


def test_members_are_who_is_present_or_excused(tmp_path: Path) -> None:
    """The clerk has a role, in no named organization; a party is who a member sits for."""
    found = popolo([example()], tmp_path)
    names = {one["id"]: one["name"] for one in found["persons"] + found["organizations"]}
    ties = {
        (
            names[tie["person_id"]],
            tie.get("role"),
            names.get(tie.get("organization_id")),
            names.get(tie.get("on_behalf_of_id")),
        )
        for tie in found["memberships"]
    }
    body = "PLOTS COMMITTEE"
    assert ties == {
        ("A Bell", "Chair", body, None),
        ("J Quill", None, body, "Green"),
        ("R Thorne", None, body, None),
        ("P Okoro", None, body, None),
        ("S Vane", "Clerk", None, None),
    }


def test_a_vote_has_its_motion_mover_and_counts(tmp_path: Path) -> None:
    """The mover is the attendee of that name; what was resolved without a vote is a motion alone."""
    found = popolo([example()], tmp_path)
    vote = found["vote_events"][0]
    motion = next(one for one in found["motions"] if one["id"] == vote["motion_id"])
    person = next(one for one in found["persons"] if one["id"] == motion["creator_id"])
    assert person["name"] == "J Quill"
    assert vote["counts"] == [{"option": "yes", "value": 2}, {"option": "no", "value": 1}]
    assert (vote["result"], motion["result"]) == ("pass", "pass")
    assert found["motions"][-1]["text"] == "that the fence be mended"
    assert len(found["vote_events"]) == 1


def test_a_source_is_where_the_characters_stand(tmp_path: Path) -> None:
    """The fragment of a person's source counts the characters that name them."""
    for person in popolo([example()], tmp_path)["persons"]:
        start, end = map(int, person["sources"][0]["url"].rpartition("#char=")[2].split(","))
        assert person["name"] in MINUTES[start:end]


def test_one_name_in_two_documents_is_two_people(tmp_path: Path) -> None:
    """Nothing in minutes says that they are one."""
    other = MINUTES.replace("1 March", "8 March")
    found = popolo([example(), entry_of(parse(other, model=None), "next.txt", other)], tmp_path)
    assert len([one for one in found["persons"] if one["name"] == "A Bell"]) == 2


def test_hostile_names_are_text(tmp_path: Path) -> None:
    """Quotes, markup and control characters come back as they were."""
    entry = full_entry()
    nasty = 'A "\\ </script>\u2028\x00'
    name = entry.record.header.body.model_copy(update={"value": nasty})
    header = entry.record.header.model_copy(update={"body": name})
    changed = entry_of(entry.record.model_copy(update={"header": header}), "\udce9.txt", entry.text)
    found = popolo([changed], tmp_path)
    assert found["events"][0]["name"] == nasty
    assert found["events"][0]["sources"][0]["note"] == "\\udce9.txt"


def test_what_some_values_lose_is_counted(tmp_path: Path) -> None:
    """Two times without a zone, one seconder, one apology."""
    report = export([example()], TargetName.POPOLO, tmp_path / "out")
    lost = {line["path"]: line["values"] for line in report.lost.by_path()}
    assert lost["header.start.value"] == lost["header.end.value"] == 1
    assert lost["items[].votes[].seconder"] == lost["attendance[].status"] == 1


def test_the_validator_of_mysociety_takes_people_groups_and_memberships(gold: Json) -> None:
    """In the dress of its own data, whose ids are numbers: it checks that ids are unique and references hold."""
    models = pytest.importorskip(
        "mysoc_validator.models.popolo", reason="pip install --no-deps mysoc-validator nest-asyncio"
    )
    persons = {one["id"]: f"uk.org.publicwhip/person/{i}" for i, one in enumerate(gold["persons"], 1)}
    parts = ("family_name", "given_name", "honorific_prefix")

    def slug(own: str | None) -> str | None:
        return own and own.replace("/", "-").replace("_", "-")

    dressed = {
        "persons": [
            {
                "id": persons[one["id"]],
                "other_names": [
                    {"family_name": one["name"], "note": "Main"} | {key: one[key] for key in parts if key in one}
                ],
            }
            for one in gold["persons"]
        ],
        "organizations": [
            {key: one[key] for key in ("name", "classification") if key in one}
            | {"id": slug(one["id"]), "parent_id": slug(one.get("parent_id"))}
            for one in gold["organizations"]
        ],
        "memberships": [
            {key: one[key] for key in ("role", "label") if key in one}
            | {key: slug(one.get(key)) for key in ("organization_id", "on_behalf_of_id")}
            | {"id": f"uk.org.publicwhip/member/{i}", "person_id": persons[one["person_id"]]}
            for i, one in enumerate(gold["memberships"], 1)
        ],
        "posts": [],
    }
    known = models.Popolo.model_validate(dressed)
    assert len(known.memberships) == len(gold["memberships"]) > 300
    dressed["memberships"][0]["organization_id"] = "nowhere"
    with pytest.raises(ValueError, match="invalid organization"):
        models.Popolo.model_validate(dressed)
