"""Every rule of every data file: its examples, its near misses, its id, and its time on hostile text."""

from __future__ import annotations

import re
from importlib import resources
from time import process_time

import pytest

from minuteparse import rules as module
from minuteparse.errors import RuleError
from minuteparse.rules import Rule, alternatives, expand, rule, rules, words

_DATA = resources.files("minuteparse").joinpath("data")
_GROUPS = sorted(entry.name[:-5] for entry in _DATA.iterdir() if entry.name.endswith(".toml"))
_RULES = [pytest.param(found, id=found.id) for group in _GROUPS for found in rules(group)]
# What breaks patterns that nest repetitions or look far: runs of one sign, and of words they may take for names.
_FILLERS = (
    " ",
    "\n",
    " \n",
    "a",
    "A",
    "1",
    "-",
    "A ",
    "a ",
    "1 ",
    "A. ",
    "Aa ",
    "Aa, ",
    "(a) ",
    "and ",
    "the ",
    "Mr A ",
)
_SHORT, _LONG = 1_000, 4_000


@pytest.mark.parametrize("found", _RULES)
def test_examples_are_found_and_near_misses_are_not(found: Rule) -> None:
    """A rule finds each of its examples, none of its near misses, and says who has the habit."""
    assert all(found.pattern.search(example) for example in found.examples)
    assert not any(found.pattern.search(miss) for miss in found.near_misses)
    assert found.examples
    assert found.near_misses
    assert found.why.strip()


def test_ids_are_unique_and_name_their_file() -> None:
    """No two rules share an id, so that a finding's `by` names one rule."""
    ids = [found.id for group in _GROUPS for found in rules(group)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z_]+\.[a-z0-9_.-]+", name) for name in ids)


@pytest.mark.parametrize("found", _RULES)
def test_time_grows_no_faster_than_the_text(found: Rule) -> None:
    """Four times the text takes far less than sixteen times as long, whatever it is made of."""
    for filler in (*_FILLERS, found.examples[0] + " ", found.examples[0] + " " * 300):
        short, long = (filler * (size // len(filler) + 1) for size in (_SHORT, _LONG))
        assert _grows_linearly(found, short, long), f"{found.id} on {filler!r}"


def _grows_linearly(found: Rule, short: str, long: str) -> bool:
    """True unless `long` takes more than nine times as long as `short`, three times over."""
    for _ in range(3):
        brief, lengthy = _seconds(found, short), _seconds(found, long)
        if lengthy <= 9 * max(brief, 0.001):  # below a millisecond the clock measures itself
            return True
    return False


def _seconds(found: Rule, text: str) -> float:
    begun = process_time()
    for _ in found.pattern.finditer(text):
        pass
    return process_time() - begun


def test_a_word_list_stands_for_its_words_longest_first() -> None:
    """`{{list}}` becomes a group in which a longer word is tried before one that begins it."""
    group = expand("^{{month}}$")
    assert re.fullmatch(group, "September")
    assert not re.search(group, "Smarch")
    assert re.match(alternatives("month"), "September")[0] == "September"
    for flags in (re.NOFLAG, re.IGNORECASE):
        longest = re.compile("|".join(map(re.escape, sorted(words("honorific"), key=len, reverse=True))), flags)
        for title in words("honorific"):
            for text in (title, title.lower(), title + "s"):
                assert str(re.match(alternatives("honorific"), text, flags)) == str(longest.match(text))


def test_unknown_names_are_refused() -> None:
    """A missing word list, group or rule is an error that names it."""
    with pytest.raises(RuleError, match="no list 'nothing'"):
        words("nothing")
    with pytest.raises(RuleError, match=r"nothing\.toml"):
        rules("nothing")
    with pytest.raises(RuleError, match="no rule 'nothing'"):
        rule("people", "nothing")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"examples": ["Aye"]}, "'Aye' is not found"),
        ({"near_misses": ["Nays: 3"]}, "'Nays: 3' is found"),
        ({"why": ""}, "lacks why"),
        ({"pattern": "("}, "missing"),
    ],
)
def test_a_rule_that_breaks_its_promise_does_not_load(change: dict[str, object], message: str) -> None:
    """Wrong examples, missing parts and broken patterns are refused with the rule's name."""
    entry = {"id": "nays", "pattern": "Nays", "examples": ["Nays 2"], "near_misses": ["Ayes"], "why": "Votes."}
    with pytest.raises(RuleError, match=message) as error:
        module._compile("invented", {**entry, **change})
    assert "'nays'" in str(error.value)
