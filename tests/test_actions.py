"""Actions: labels, undertakings, charges, owners, deadlines."""

from __future__ import annotations

import pytest

from minuteparse.dates import find_dates
from minuteparse.evidence import Evidence
from minuteparse.fields.actions import find_actions
from minuteparse.fields.deadlines import due_date, find_deadline
from minuteparse.fields.owners import owners_only, split_owners
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Action, Mention
from minuteparse.text import from_text


def evidence(text: str) -> Evidence:
    """A document that is one item with the body `text`."""
    source = from_text(text)
    block = Block("1", "Hedges", 0, 0, "substantive", 1, 0, 0, 0, len(text), "test")
    return Evidence(source, split_lines(source), Outline(0, (block,), len(text)), find_dates(source), ())


def read(text: str) -> list[Action]:
    """The actions of an item whose body is `text`."""
    whole = evidence(text)
    found = find_actions(whole, whole.outline.blocks[0])
    for action in found:
        assert whole.source.quote(action.start, action.end) == action.text
    return found


def tasks(text: str) -> list[tuple[list[str], str]]:
    """Owners and text of each action."""
    return [(a.owners, a.text) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("ACTION: Clerk to write to the Club.", ["Clerk"], "Clerk to write to the Club"),
        ("Action: Mr Moss/ Ms Penn - to write.", ["Mr Moss", "Ms Penn"], "to write"),
        ("It leaks. Action: AB and CD to look at it.", ["AB", "CD"], "AB and CD to look at it"),
        ("ACTION BY: A Moss, Director of Works; report on drains", ["A Moss, Director of Works"], "report on drains"),
        ("The Clerk to write to the owner.", ["The Clerk"], "The Clerk to write to the owner"),
        ("Mr Moss undertook to send the map.", ["Mr Moss"], "Mr Moss undertook to send the map"),
        ("AB was asked to check the gate.", ["AB"], "AB was asked to check the gate"),
        ("The Clerk will order a seat.", ["The Clerk"], "The Clerk will order a seat"),
        ("Ms Penn said that she would raise it.", ["Ms Penn"], "Ms Penn said that she would raise it"),
        ("Quotes to be obtained for the gate.", [], "Quotes to be obtained for the gate"),
    ],
)
def test_who_does_what(text: str, owners: list[str], task: str) -> None:
    """Labels, infinitives, undertakings and passives."""
    assert tasks(text) == [(owners, task)]


def test_an_owner_alone_takes_the_clause_above() -> None:
    """ "Action: Clerk" gives the resolution above it an owner, and its day."""
    found = read("RESOLVED: That the carers be asked again.\n\n        Action: Mr Moss by 31 March 2020\n")
    assert [(a.owners, a.text, a.due_text) for a in found] == [
        (["Mr Moss"], "That the carers be asked again", "by 31 March 2020")
    ]


def test_a_resolution_may_charge_an_officer() -> None:
    """The charge begins with its owner where another clause stands before it."""
    assert tasks("RESOLVED: That the Head of Works report in May.") == [
        (["the Head of Works"], "That the Head of Works report in May")
    ]
    assert tasks("RESOLVED: That the offer be refused and the Clerk be asked to write again.") == [
        (["the Clerk"], "the Clerk be asked to write again")
    ]


def test_a_table_gives_owner_task_and_day() -> None:
    """Cells parted by wide blanks, in any order."""
    text = "Who            What                        By when\nAnn Moss       Ring the builder            3 May 2021\n"
    assert [(a.owners, a.text, a.due_text) for a in read(text)] == [(["Ann Moss"], "Ring the builder", "3 May 2021")]


def test_entries_below_a_lead_in_are_actions() -> None:
    """Any name is an owner where actions are announced."""
    text = "The following actions were agreed -\n\n• Ms Penn to find the film\n\n• Healthwatch to put up a link\n"
    assert [a.owners for a in read(text)] == [["Ms Penn"], ["Healthwatch"]]


def test_a_pronoun_stands_for_the_subject_before() -> None:
    """He is the one who spoke."""
    assert tasks("Mr Moss gave the figure for May. He agreed to send the rest.") == [
        (["Mr Moss"], "He agreed to send the rest")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No further action was needed.",
        "The Action Plan was long.",
        "Mr Moss had agreed to come.",
        "The road would close in May.",
        "The gate needs to be painted.",
        "Members were asked to declare any interest.",
        "Would the Clerk write?",
        "",
    ],
)
def test_what_is_no_action(text: str) -> None:
    """The past, plans, questions and ordinary speech."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "due", "basis"),
    [
        ("by 28 March 2024", "2024-03-28", "stated"),
        ("by 28 March", "2024-03-28", "derived"),
        ("within 14 days", "2024-03-25", "derived"),
        ("within a week", "2024-03-18", "derived"),
        ("by the end of April", "2024-04-30", "derived"),
        ("before the next meeting", "2024-04-24", "derived"),
        ("before the April meeting", "2024-04-24", "derived"),
        ("on the following day", "2024-03-12", "derived"),
        ("by Friday", "2024-03-15", "derived"),
        ("before the May meeting", None, None),
        ("by the end of the week", None, None),
        ("within ten working days", None, None),
        ("at all future meetings", None, None),
        ("in April 2024", None, None),
    ],
)
def test_which_day_a_deadline_fixes(words: str, due: str | None, basis: str | None) -> None:
    """Reckoned from Monday 11 March 2024, before a meeting on 24 April."""
    text = f"The Clerk to write {words}."
    whole = evidence(text)
    following = Mention(text="24 April 2024", start=0, end=3, value="2024-04-24", by="test")
    deadline = find_deadline(whole, 0, len(text))
    assert deadline is not None
    assert words in text[deadline.start : deadline.end] or text[deadline.start : deadline.end] in words
    fixed = due_date(whole, deadline, "2024-03-11", following)
    assert (fixed[:2] if fixed else (None, None)) == (due, basis)


def test_owners_are_parted() -> None:
    """Names, initials and offices; a plural title governs its list."""
    assert split_owners("the Clerk and Mr A Moss") == ["the Clerk", "Mr A Moss"]
    assert split_owners("Cllrs. Moss and Penn") == ["Moss", "Penn"]
    assert owners_only("Corporate Director (Finance)") == ["Corporate Director (Finance)"]
    assert owners_only("Clerk to write") == []
