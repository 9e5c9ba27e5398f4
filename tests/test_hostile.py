"""Hostile texts: twice the length takes about twice the work, never four times."""

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from minuteparse.parse import parse_source
from minuteparse.text import from_text

HOSTILE: dict[str, Callable[[int], str]] = {
    "nested brackets": lambda n: "(" * n + "Councillor Smith" + ")" * n,
    "nested brackets in an attendance": lambda n: "Present: Councillors " + "Smith (" * (n // 7),
    "blanks": lambda n: "Present:" + " " * n + "Smith",
    "blank lines": lambda n: "1. APOLOGIES" + "\n" * n + "2. MINUTES",
    "one long line": lambda n: "The Clerk reported that Councillor Smith agreed. " * (n // 49),
    "one long line without a stop": lambda n: "the clerk and the chair and " * (n // 28),
    "one long word": lambda n: "a" * n,
    "one long word in capitals": lambda n: "RESOLVED " + "A" * n,
    "headings": lambda n: "".join(f"{i}. ITEM OF BUSINESS\n" for i in range(1, n // 22)),
    "headings with the same number": lambda n: "1. ITEM OF BUSINESS\n" * (n // 20),
    "headings without a number": lambda n: "ITEM OF BUSINESS\n\nIt was noted.\n\n" * (n // 33),
    "numbers": lambda n: "1 2 3 4 5 6 7 8 9 10 11 12 " * (n // 27),
    "numbers and dots": lambda n: "1.2.3.4.5.6.7.8." * (n // 16),
    "names": lambda n: "Present: Councillors " + "Smith, " * (n // 7),
    "capitalised words": lambda n: "Smith " * (n // 6),
    "initials": lambda n: "A. B. C. D. " * (n // 12),
    "commas": lambda n: "Present: " + "," * n,
    "dates": lambda n: "13 and 20 May 2023, " * (n // 20),
    "days without a month": lambda n: "13, 14 and 15, " * (n // 15),
    "resolutions": lambda n: "RESOLVED that the clock be mended.\n" * (n // 35),
    "resolutions without an end": lambda n: "RESOLVED that " * (n // 14),
    "lettered clauses": lambda n: "RESOLVED:\n" + "(a) that the clock be mended;\n" * (n // 30),
    "votes": lambda n: "Proposed by Cllr Bell, seconded by Cllr Cole. For 7, against 2.\n" * (n // 65),
    "movers without an end": lambda n: "Proposed by Councillor " * (n // 23),
    "declarations": lambda n: "Councillor Bell declared a personal interest in item 7.\n" * (n // 56),
    "quotes": lambda n: "\"'“‘" * (n // 4),
    "dashes": lambda n: "- – — " * (n // 6),
    "form feeds": lambda n: "Page 1\f" * (n // 7),
    "table bars": lambda n: "| Smith | Chair | " * (n // 18),
    "colons": lambda n: "Action: " * (n // 8),
}
SMALL, LARGE = 20_000, 80_000


def work(text: str) -> int:
    """How many calls a parse makes, which is the same on each machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse_source(from_text(text))
    finally:
        sys.setprofile(before)
    return calls


def seconds(text: str) -> float:
    """The least processor time of three parses."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        parse_source(from_text(text))
        best = min(best, time.process_time() - start)
    return best


@pytest.fixture(scope="module", autouse=True)
def _warm(seed_text: str) -> None:
    """Rules are compiled before anything is counted."""
    parse_source(from_text(seed_text))


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_length_is_about_twice_the_calls(name: str) -> None:
    """Counted work grows with the length; what a parse costs at the least is left out."""
    make = HOSTILE[name]
    least = work("")
    once, twice = work(make(SMALL // 2)) - least, work(make(SMALL)) - least
    assert twice <= 2.3 * once + 200


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_length_is_about_four_times_the_time(name: str) -> None:
    """Linear work takes four times as long, quadratic sixteen times; patterns do theirs inside one call."""
    make = HOSTILE[name]
    assert seconds(make(LARGE)) <= 7 * seconds(make(SMALL)) + 0.005


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_far_longer_than_minutes_of_its_length(name: str, seed_text: str) -> None:
    """A pattern that stumbles inside a bounded window grows no further, but is too slow all the same."""
    text = HOSTILE[name](SMALL)
    minutes = (seed_text + "\n") * (len(text) // len(seed_text) + 1)
    assert seconds(text) <= 20 * seconds(minutes)


def test_a_line_of_a_megabyte_and_ten_thousand_headings_parse() -> None:
    """The sizes at which careless patterns never come back."""
    for text in ("x " * 500_000, "".join(f"{i}. ITEM OF BUSINESS\n" for i in range(10_000)), " " * 100_000):
        assert parse_source(from_text(text)).source.length == len(text)
