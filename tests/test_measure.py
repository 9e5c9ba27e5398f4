"""The measuring: kinds left out, regression, figures of unseen documents, and a page that is up to date."""

import hashlib
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from minuteparse.confidence.signs import SIGNS


@pytest.fixture(scope="module")
def measure(root: Path) -> Iterator[Any]:
    """The modules that measure, which live beside the package and not in it."""
    sys.path.insert(0, str(root))
    yield lambda name: importlib.import_module(f"measure.{name}")
    sys.path.remove(str(root))


def test_every_document_has_one_kind_of_body(measure: Any) -> None:
    """The kinds cover gold and hand, each document once, and some rules and words are spoken for by one kind alone."""
    kinds = measure("left_out").kinds()
    names = [source.name for kind in kinds for source, _ in kind.documents]
    assert len(names) == len(set(names)) > 70
    assert sum(len(kind.words) for kind in kinds) > 100
    assert sum(len(kind.rules) for kind in kinds) > 5


def test_what_one_kind_speaks_for_is_taken_away(root: Path) -> None:
    """In the process of a kind its words are in no list and its rules match nothing; another process has them."""
    program = """
from measure.left_out import kinds, without_each
from minuteparse.rules import rules, words

def look(kind):
    lists = [word in words(name) for name, word in sorted(kind.words)]
    found = [r.pattern.search(e) for r in rules(rule.partition(".")[0]) if r.id == rule for e in r.examples]
    return any(lists), any(found)

kind = max(kinds(), key=lambda kind: len(kind.rules))
rule = sorted(kind.rules)[0]
print(without_each(look, [kind]), look(kind))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, check=True, text=True)
    assert done.stdout == "[(False, False)] (True, True)\n"


def test_regression_finds_the_odds(measure: Any) -> None:
    """Three of four right gives log odds of three to one; a strong pull gives what is pulled to."""
    regress = measure("regression").regress
    x, y, weight = np.ones((400, 1)), np.tile([1.0, 1, 1, 0], 100), np.ones(400)
    assert regress(x, y, weight, np.zeros(1), np.array([1e-9]))[0] == pytest.approx(np.log(3))
    assert regress(x, y, weight, np.full(1, 0.5), np.array([1e9]))[0] == pytest.approx(0.5, abs=1e-3)


def test_figures_of_unseen_documents_fit_the_signs_and_hold_no_text(measure: Any) -> None:
    """Each line has a number, a field, a verdict and the field's signs, none of which is longer than a rule's name."""
    rows = measure("unseen").read_unseen()
    assert len(rows) > 1000
    assert all(len(row.signs) == len(SIGNS[row.field]) for row in rows)
    assert all(re.fullmatch(r"\d-\d\d", row.document) for row in rows)
    assert all(re.fullmatch(r"[\w.+ -]{0,40}|\S", sign) for row in rows for sign in row.signs)


def test_a_bar_stands_where_the_promise_begins_to_hold(measure: Any) -> None:
    """A field that is right half of the time gets no value to 0.9; one that is right with high odds gets a bar."""
    fit, observation = measure("fit"), measure("observe").Observation
    odds = np.array([2.3] * 40 + [3.0] * 40)
    rows = [observation("unseen", "1-01", "date", (), i >= 20) for i in range(80)]
    wrong = [row._replace(right=i % 2 == 0) for i, row in enumerate(rows)]
    found = fit.bars({"date": rows, "vote": wrong}, {"date": odds, "vote": odds}, 1.0, {"date": 0.0, "vote": 0.0})
    assert 2.3 < found["date"] <= 3.0
    assert found["vote"] == np.inf


def test_reliability_counts_what_was_said_against_what_was_right(measure: Any) -> None:
    """Steps, shares, and the verdict on the promise by field."""
    reliability: ModuleType = measure("reliability")
    said = [("date", 0.97, True)] * 19 + [("date", 0.97, False), ("vote", 0.92, False), ("item", 0.5, True)]
    _, steps = reliability.by_confidence(said, [])
    assert ["0.95 to 0.99", "20", "0.970", "0.950", "0", "", ""] in steps
    _, fields = reliability.by_field(said, [])
    assert [(row[0], row[-1]) for row in fields] == [
        ("date", "yes"),
        ("vote", "no (cross-validated)"),
        ("item", "never sure"),
    ]


def test_the_page_was_written_with_the_weights_that_are_shipped(root: Path) -> None:
    """`make confidence` writes both; weights that changed alone leave figures behind that are no longer true."""
    weights = root / "src" / "minuteparse" / "data" / "confidence.json"
    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert f"the weights {hashlib.sha256(weights.read_bytes()).hexdigest()[:12]}." in page
