"""Deadlines of a record turned to dates."""

from __future__ import annotations

from minuteparse.evidence import Evidence, gather
from minuteparse.outline.model import Block
from minuteparse.record import Action, Engine, Header, Item, Mention, Minutes, SourceInfo
from minuteparse.resolve import resolve
from minuteparse.text import from_text

TEXT = "The Clerk to write within 14 days. AB to report to the next meeting."


def record(evidence: Evidence) -> Minutes:
    """A record of a meeting on 11 March 2024 with the two actions of `TEXT`, their days not yet fixed."""
    first, second = TEXT.index("within"), TEXT.index("to the next")
    actions = [
        Action(text=TEXT[:33], due_text="within 14 days", via=[(first, first + 14)], start=0, end=33, by="t"),
        Action(text=TEXT[35:-1], due_text="to the next meeting", via=[(second, second + 19)], start=35, end=67, by="t"),
    ]
    block = Block("1", "T", 0, 0, "other", 1, 0, 0, 0, len(TEXT), "t")
    item = Item(
        number="1", title="T", kind="other", level=1, start=0, end=len(TEXT), body_start=0, by=block.by, actions=actions
    )
    date = Mention(text="11 March 2024", start=0, end=1, value="2024-03-11", by="t")
    following = Mention(text="24 April 2024", start=2, end=3, value="2024-04-24", by="t")
    source = evidence.source
    info = SourceInfo(name=None, sha256=source.sha256, media_type="text/plain", encoding="utf-8", length=len(TEXT))
    return Minutes(
        engine=Engine(version="0"),
        source=info,
        header=Header(date=date),
        attendance=[],
        items=[item],
        previous_minutes=[],
        next_meeting=following,
    )


def test_deadlines_are_fixed_and_say_what_they_lean_on() -> None:
    """Reckoned days and the next meeting's are derived, with the spans they were worked out from."""
    evidence = gather(from_text(TEXT))
    actions = resolve(record(evidence), evidence).items[0].actions
    assert [(a.due, a.basis) for a in actions] == [("2024-03-25", "derived"), ("2024-04-24", "derived")]
    assert actions[1].via[1:] == [(2, 3)]


def test_resolving_twice_changes_nothing() -> None:
    """It is idempotent, and leaves its argument as it was."""
    evidence = gather(from_text(TEXT))
    minutes = record(evidence)
    once = resolve(minutes, evidence)
    assert resolve(once, evidence) == once
    assert minutes.items[0].actions[0].due is None
