"""Confidence: every value has one, it is read off the evidence, it is kept, and doubts are listed on demand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from minuteparse import Minutes, parse, parse_file
from minuteparse.confidence import doubtful, weigh, with_doubts
from minuteparse.confidence.ground import survey
from minuteparse.confidence.signs import SIGNS, read
from minuteparse.confidence.weights import confidence, read_scales, scales
from minuteparse.errors import RuleError
from minuteparse.evaluate import read_json
from minuteparse.evaluate.answers import from_gold
from minuteparse.evaluate.verdicts import verdicts
from minuteparse.parse import parse_unweighed
from minuteparse.record import Part
from minuteparse.text import from_text

TEXT = """HOLLOWMERE PARISH COUNCIL

Minutes of the meeting held on Tuesday 7 March 2023 at 7.30 pm in the Reading Room

Present: Councillors A Bell (Chair), T Smith and R Okafor
Apologies: Councillor P Dunn (substitute Councillor L Marsh)

1. MINUTES

RESOLVED: That the minutes of 7 February 2023 be approved.

2. FOOTPATHS

It was proposed by Councillor Bell, seconded by Councillor Smith, that the path be closed. Carried by 3 votes to 1.
Councillor Okafor declared a personal interest.

ACTION: The Clerk to write to the owner by 1 April 2023.

3. DATE OF NEXT MEETING

Tuesday 4 April 2023
"""
WEIGHED = ("Mention", "Person", "Attendance", "Decision", "Action", "Vote", "Declaration", "ItemPerson", "Item")


def parts(part: Part) -> Iterator[Part]:
    """`part` and all parts within it."""
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, Part):
                yield from parts(entry)


@pytest.mark.parametrize("text", [TEXT, "", "Present: Councillor T Smith", "1. APOLOGIES\n\nNone."])
def test_every_value_has_a_confidence(text: str) -> None:
    """All that a rule found, and every person, has a confidence in hundredths from 0 to 0.99."""
    found = [part for part in parts(parse(text)) if type(part).__name__ in WEIGHED]
    sure = [part.confidence for part in found]
    assert all(isinstance(c, float) and 0 <= c <= 0.99 and round(c, 2) == c for c in sure)


def test_weighing_changes_nothing_else() -> None:
    """Without its confidences a weighed record is the one that was put in, which stays as it was."""
    minutes, evidence = parse_unweighed(from_text(TEXT))
    before = minutes.model_dump_json()
    weighed = weigh(minutes, evidence)
    assert minutes.model_dump_json() == before
    assert weighed != minutes
    assert _without(json.loads(weighed.model_dump_json())) == _without(json.loads(before))
    assert Minutes.model_validate_json(weighed.model_dump_json(by_alias=True)) == weighed


def _without(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without(entry) for key, entry in value.items() if key != "confidence"}
    return [_without(entry) for entry in value] if isinstance(value, list) else value


def test_a_value_has_the_confidence_of_its_own_signs() -> None:
    """What is read as the signs of a part is what that part is weighed by: the two go through a record in one order."""
    minutes, evidence = parse_unweighed(from_text(TEXT))
    weighed = weigh(minutes, evidence)
    found = list(read(weighed, survey(weighed, evidence)))
    assert {field for field, _, _ in found} >= {"header.date", "attendance", "item", "decision", "action", "vote.mover"}
    for field, part, signs in found:
        assert len(signs) == len(SIGNS[field])
        assert part.confidence == confidence(field, signs)


def test_a_person_inside_an_entry_is_as_sure_as_it() -> None:
    """An attendee and a declarant have the confidence of their entry."""
    minutes = parse(TEXT)
    declared = [d for item in minutes.items for d in item.declarations]
    assert declared
    assert all(a.person.confidence == a.confidence for a in minutes.attendance)
    assert all(d.member.confidence == d.confidence for d in declared)


def test_the_promise_is_kept_on_documents_that_nothing_was_tuned_to(root: Path) -> None:
    """Of values with 0.9 or more at least 95 in 100 are right, and they are more often right than the others."""
    sure, unsure = [], []
    for path in sorted((root / "corpus" / "held").glob("*.txt")):
        gold = from_gold(read_json(path.with_suffix(".gold.json")))
        minutes = parse_file(path)
        for verdict in verdicts(gold, minutes, path.read_bytes().decode()):
            value: float = verdict.part.confidence
            (sure if value >= 0.9 else unsure).append(verdict.right)
    assert len(sure) > len(unsure) > 100
    assert sum(sure) / len(sure) >= 0.95
    assert sum(unsure) / len(unsure) < 0.92


def test_doubts_are_the_values_under_the_minimum() -> None:
    """None under 0, all under 1; in order of the text, with their spans and rules; the values stay in the record."""
    minutes = parse(TEXT)
    everything = doubtful(minutes, 1)
    assert doubtful(minutes, 0) == []
    assert with_doubts(minutes, 0) is minutes
    assert [i.start for i in everything] == sorted(i.start or 0 for i in everything)
    assert {(i.code, i.severity) for i in everything} == {("doubtful", "info")}
    doubted = with_doubts(minutes, 0.9)
    assert {i.code for i in doubted.issues} - {i.code for i in minutes.issues} == {"doubtful"}
    assert doubted.model_copy(update={"issues": minutes.issues}) == minutes
    (date,) = [i for i in everything if "header date" in i.message]
    assert TEXT[date.start : date.end] == "7 March 2023"
    assert "found by header.date," in date.message


def test_each_value_is_doubted_once() -> None:
    """An attendee and a declarant are listed with their entry alone; an item by its heading."""
    minutes = parse(TEXT)
    messages = [i.message for i in doubtful(minutes, 1)]
    assert sum("The attendance here" in m for m in messages) == len(minutes.attendance)
    assert not any("person here, has" in m or "member" in m for m in messages)
    spans = {(i.start, i.end) for i in doubtful(minutes, 1) if "The item here" in i.message}
    assert spans == {(i.start, i.body_start) for i in minutes.items}


def test_an_unweighed_record_has_no_doubts() -> None:
    """What was never weighed is not listed as doubtful."""
    assert doubtful(parse_unweighed(from_text(TEXT))[0], 1) == []


def test_more_evidence_weighs_as_the_file_says() -> None:
    """Weights add up in log odds; unknown signs weigh nothing; under the bar nothing says 0.9."""
    names = SIGNS["date"]
    fields = {field: {"start": 0, "bar": 250, "signs": {}} for field in SIGNS}
    fields["date"]["signs"] = {names[0]: {"dates.day_month": 230}, names[1]: {"derived": -230, "stated": 20}}
    date = read_scales(json.dumps({"fields": fields}))["date"]
    rest = ("?",) * (len(names) - 2)
    assert date.confidence(("?", "?", *rest)) == 0.5
    assert date.confidence(("dates.day_month", "derived", *rest)) == 0.5
    assert date.confidence(("dates.day_month", "?", *rest)) == 0.89
    assert date.confidence(("dates.day_month", "stated", *rest)) == 0.92


def test_the_shipped_weights_fit_the_signs() -> None:
    """Each field has a scale with a table for each of its signs, and some sign that counts."""
    assert scales().keys() == SIGNS.keys()
    assert all(len(scale.tables) == len(SIGNS[field]) for field, scale in scales().items())
    assert all(any(scale.tables) for scale in scales().values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "JSON with 'fields'"),
        ("[]", "JSON with 'fields'"),
        ('{"fields": {}}', "field 'header.organisation'"),
        (
            json.dumps({"fields": {f: {"start": 0, "bar": 0, "signs": {"mood": {}}} for f in SIGNS}}),
            "no sign is called",
        ),
    ],
)
def test_weights_that_do_not_fit_are_refused(text: str, said: str) -> None:
    """A file of weights that is damaged or of another version names the place and the cure."""
    with pytest.raises(RuleError, match=said) as caught:
        read_scales(text)
    assert "make confidence" in str(caught.value)
