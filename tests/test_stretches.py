"""Stretches already read."""

from __future__ import annotations

from minuteparse.fields.stretches import Stretches


def test_stretches_meet_what_they_share_a_character_with() -> None:
    """Half open: touching ends do not meet; overlapping ones are merged."""
    read = Stretches([(10, 20), (2, 5), (15, 30), (7, 7)])
    assert read.meet(4, 6)
    assert not read.meet(5, 10)
    assert read.hold(29)
    assert not read.hold(30)
    assert read.last_end(0, 12) == 30
    assert read.last_end(6, 8) == 6
    assert not Stretches([]).meet(0, 100)
