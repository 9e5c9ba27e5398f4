"""Spans that share characters are found as one by one, and soon among many."""

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from exports import full_entry, full_record
from minuteparse.export.overlaps import Spans
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName

PLACES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: (min(ends), max(ends)))


@given(st.lists(PLACES, max_size=12), PLACES)
def test_what_shares_characters_is_found_whatever_the_order(
    spans: list[tuple[int, int]], place: tuple[int, int]
) -> None:
    """Nested spans, equal ones, and those of no width, too."""
    shared = [i for i, (start, end) in enumerate(spans) if start < place[1] and place[0] < end]
    assert Spans(spans).touching(*place) == shared
    assert Spans(spans).touch(*place) == bool(shared)


def test_an_item_of_many_decisions_and_votes_is_exported_soon(tmp_path: Path) -> None:
    """Twelve thousand of each, each naming the same people: a look at each pair of them would take far longer."""
    plain = full_record()
    item = plain["items"][0]
    for key in ("decisions", "votes"):
        (one,) = item[key]
        item[key] = [one | {"start": i, "end": i + 1} for i in range(12_000)]
    entry = full_entry(plain)
    began = time.process_time()
    export([entry], TargetName.POPOLO, tmp_path / "out")
    assert time.process_time() - began < 8
