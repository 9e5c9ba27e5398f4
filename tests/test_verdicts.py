"""Verdicts, soft scores, confusion and whole documents: what the figures on accuracy are made of."""

from collections import Counter
from pathlib import Path

import pytest

from minuteparse import parse, parse_file
from minuteparse.evaluate import read_json
from minuteparse.evaluate.answers import Answers, from_gold, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.confusion import NOTHING, Confusion
from minuteparse.evaluate.soft import SoftTally, points
from minuteparse.evaluate.tally import Tally
from minuteparse.evaluate.verdicts import verdicts
from minuteparse.evaluate.whole import Whole

TEXT = "Present: Councillors A Bell and T Smith\n\n1. FOOTPATHS\n\nRESOLVED: That the path be closed.\n"
DECIDED = {"text": "That the path be closed.", "kind": "resolved"}


def right(gold: dict[str, object]) -> dict[str, list[bool]]:
    """The verdicts on the record of `TEXT`, by field."""
    found: dict[str, list[bool]] = {}
    for verdict in verdicts(from_gold(gold), parse(TEXT), TEXT):
        found.setdefault(verdict.field, []).append(verdict.right)
    return found


def test_each_value_has_its_own_verdict() -> None:
    """Of two attendees the one in the answers is right; a decision needs its kind, an item its kind."""
    gold = {
        "attendance": [{"name": "T Smith", "status": "present"}, {"name": "A Bell", "status": "apologies"}],
        "items": [{"number": "1", "title": "FOOTPATHS", "kind": "substantive"}],
        "decisions": [DECIDED],
    }
    found = right(gold)
    assert (found["attendance"], found["item"], found["decision"]) == ([False, True], [True], [True])
    assert right(gold | {"decisions": [DECIDED | {"kind": "noted"}]})["decision"] == [False]
    assert right(gold | {"items": [{"number": "1", "title": "FOOTPATHS", "kind": "urgent"}]})["item"] == [False]


@pytest.mark.parametrize("name", ["c05", "d03", "seed", "d18"])
def test_verdicts_agree_with_the_scores(name: str, root: Path) -> None:
    """As many values are right and wrong as the tally counts, where a field is counted by value."""
    path = root / "corpus" / "gold" / f"{name}.txt"
    minutes, gold = parse_file(path), from_gold(read_json(path.with_suffix(".gold.json")))
    text = path.read_bytes().decode()
    tally = Tally()
    compare(gold, from_record(minutes, text), tally, name)
    found = Counter((v.field, v.right) for v in verdicts(gold, minutes, text))
    for field in ("attendance", "header.date", "vote.mover", "vote.names", "declaration", "previous_minutes"):
        count = tally.of(field)
        assert (found[field, True], found[field, False]) == (count.right, count.extra)


def test_marks_follow_the_order_of_the_findings() -> None:
    """Of equal findings the first takes the answer; pairs by likeness mark the finding that was paired."""
    tally = Tally()
    tally.equal("x", ["a"], ["b", "a", "a"], "doc")
    tally.passages("y", ["the path be closed"], ["nothing of the kind", "that the path be closed"], "doc")
    assert tally.of("x").marks == [False, True, False]
    assert (tally.of("y").marks, tally.of("y").pairs) == ([False, True], [(0, 1)])


def test_soft_points_are_shares_of_one() -> None:
    """What is nearly right earns a part, what must be equal and is not earns nothing, nothing counts twice."""
    assert points([("present", "bell")], [("present", "bell")]) == 1
    assert points([("present", "bell")], [("apologies", "bell")]) == 0
    assert points([("", "town hall upstairs")], [("", "town hall"), ("", "town hall")]) == pytest.approx(0.8)


def test_a_soft_score_is_one_for_what_is_right_and_zero_for_nothing(root: Path) -> None:
    """The answers against themselves score 1, against nothing 0, in every field."""
    gold = from_gold(read_json(root / "corpus" / "gold" / "d10.gold.json"))
    same, none = SoftTally(), SoftTally()
    same.add(gold, gold)
    none.add(gold, Answers())
    assert set(same.scores().values()) == {1.0}
    assert set(none.scores().values()) == {0.0}


def test_confusion_tells_what_was_taken_for_what() -> None:
    """A person with another status, a status missed, a kind mistaken, a heading that is none."""
    gold = from_gold(
        {
            "attendance": [
                {"name": "A Bell", "status": "apologies"},
                {"name": "T Smith", "status": "present"},
                {"name": "P Dunn", "status": "absent"},
            ],
            "items": [{"number": "1", "title": "FOOTPATHS", "kind": "update"}, {"number": "2", "title": "ROADS"}],
            "decisions": [DECIDED],
        }
    )
    confusion = Confusion()
    confusion.add(gold, from_record(parse(TEXT), TEXT))
    status = confusion.of("attendance.status")
    assert status == {("apologies", "present"): 1, ("present", "present"): 1, ("absent", NOTHING): 1}
    assert confusion.of("item.kind") == {("update", "substantive"): 1}
    assert confusion.of("decision.kind") == {("resolved", "resolved"): 1}
    scores = confusion.by_status()
    assert (scores["present"].precision, scores["present"].recall, scores["apologies"].f1) == (0.5, 1.0, 0.0)
    assert confusion.macro() == pytest.approx((2 / 3 + 0 + 0) / 3)


def test_a_document_is_whole_if_nothing_in_a_part_is_wrong() -> None:
    """One name missed spoils attendance and everything, not the decisions; parts that no document has are left out."""
    gold = from_gold(
        {
            "attendance": [{"name": n, "status": "present"} for n in ("A Bell", "T Smith", "P Dunn")],
            "items": [{"number": "1", "title": "FOOTPATHS", "kind": "substantive"}],
            "decisions": [DECIDED],
        }
    )
    whole = Whole()
    whole.add(gold, from_record(parse(TEXT), TEXT))
    rates = whole.rates()
    assert (rates["names and statuses"], rates["decisions"], rates["everything"]) == (0.0, 1.0, 0.0)
    assert "votes" not in rates
