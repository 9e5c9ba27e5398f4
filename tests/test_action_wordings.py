"""Actions as clerks of many bodies word them: undertakings by noun, requests to staff, labels with nothing to do."""

from __future__ import annotations

import pytest

from minuteparse.dates import find_dates
from minuteparse.evidence import Evidence
from minuteparse.fields.actions import find_actions
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.text import from_text


def tasks(text: str) -> list[tuple[list[str], str]]:
    """Owners and text of each action of an item whose body is `text`."""
    source = from_text(text)
    block = Block("1", "Hedges", 0, 0, "substantive", 1, 0, 0, 0, len(text), "test")
    whole = Evidence(source, split_lines(source), Outline(0, (block,), len(text)), find_dates(source), ())
    return [(a.owners, a.text) for a in find_actions(whole, block)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Mr Moss took an action to confirm the cost.", ["Mr Moss"]),
        ("AB took away the action to ask the owner.", ["AB"]),
        ("Ms Penn gave an undertaking to visit the yard.", ["Ms Penn"]),
        ("Ms Penn committed to sharing the figures by May.", ["Ms Penn"]),
        ("The Clerk was tasked with ringing the owner.", ["The Clerk"]),
        ("Clerk actioned to ring the owner.", ["Clerk"]),
        ("Ms Penn would come back to Mr Moss about the gate.", ["Ms Penn"]),
        ("Ms Penn noted that she would need to check this with the owner.", ["Ms Penn"]),
        ("Ms Penn said she'd ask the owner for a date.", ["Ms Penn"]),
        ("Rosa Penn, Finance Officer, will prepare a note.", ["Rosa Penn, Finance Officer"]),
        ("AB - to ring the owner.", ["AB"]),
        ("Cllrs. Dent, Moss and the Clerk to meet the owner.", ["Dent", "Moss", "the Clerk"]),
        ("All governors to return the form by 4 May.", ["All governors"]),
        ("Board members to send names to the Clerk.", ["Board members"]),
        ("Ask Highways to fill the holes.", []),
    ],
)
def test_who_takes_a_task(text: str, owners: list[str]) -> None:
    """Undertakings told by a noun, tasks of several and of all, an order without a doer."""
    assert tasks(text) == [(owners, text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Moss took action to stop the leak.",
        "The Club is committed to sharing the field.",
        "The band would come back in May.",
        "The roof would need to be made good.",
        "The review was tasked with a wide brief.",
    ],
)
def test_near_misses_of_taking_a_task(text: str) -> None:
    """Deeds done, aims, and what happens by itself."""
    assert tasks(text) == []


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("The Chair asked officers to report back in May.", ["officers"], "asked officers to report back in May"),
        ("Mr Dent asked that staff place it on the list.", ["staff"], ""),
        ("Cr Dent requested that Council staff provide a report on trees.", ["Council staff"], ""),
        ("A request was made for the Clerk to list them by ward.", ["the Clerk"], ""),
        ("Mr Dent asked for the Clerk to list them by ward.", ["the Clerk"], ""),
        ("The consensus of the Board was for the Administrator to draft a policy.", ["the Administrator"], ""),
        ("Consensus was to have staff draft a letter.", ["staff"], ""),
        ("It was agreed for the Clerk to write to the owner.", ["the Clerk"], ""),
        ("RESOLVED: The Clerk to accept the offer of Rook Ltd.", ["The Clerk"], ""),
        ("RESOLVED: That staff be directed to report back by July.", ["staff"], ""),
        ("RESOLVED that the Clerk be authorised to obtain a price.", ["the Clerk"], ""),
    ],
)
def test_who_is_asked(text: str, owners: list[str], task: str) -> None:
    """Requests to staff and officers in small letters, by consensus, and by authority to obtain something."""
    found = tasks(text)
    assert [o for o, _ in found] == [owners]
    assert found[0][1] in text


@pytest.mark.parametrize(
    "text",
    [
        "The Chair asked for a show of hands.",
        "RESOLVED that the Clerk be authorised to sign the lease.",
        "RESOLVED: Councillor Dent to fill the vacancy on the panel.",
        "The Chair asked staff how it had been.",
        "The pub's staff would see the customers out.",
    ],
)
def test_near_misses_of_asking(text: str) -> None:
    """Powers, seats and questions give nobody a task."""
    assert tasks(text) == []


@pytest.mark.parametrize(
    "label", ["Action: None", "Action: Nil.", "ACTION: N/A", "Action: complete", "Action: Not required"]
)
def test_a_label_with_nothing_to_do(label: str) -> None:
    """What says that there is nothing to do names no owner."""
    assert tasks(f"The gate is painted. {label}\n\nThe hedge is high.") == []


def test_a_label_in_brackets_ends_with_them() -> None:
    """The sentence after the bracket is no task; the one before is."""
    text = "The gate should be painted. (ACTION: AB) The hedge is high."
    assert tasks(text) == [(["AB"], "The gate should be painted")]


def test_an_order_with_its_owner_in_brackets() -> None:
    """The verb of an order is not the name of who acts."""
    assert tasks("ACTIONS\n\n- Write to the owner (Clerk)\n- Book the hall (AB)") == [
        (["Clerk"], "Write to the owner (Clerk)"),
        (["AB"], "Book the hall (AB)"),
    ]


def test_a_label_gives_owners_and_day_in_brackets() -> None:
    """Who acts by when stands in the label, and the task after it."""
    assert tasks("ACTION 4 (Clerk, by 2 May): Place the order") == [(["Clerk"], "Place the order")]


def test_two_who_are_instructed_in_one_sentence() -> None:
    """The second office has a task of its own; one who is written to has none."""
    assert tasks("The Engineer was instructed to have it cut and the Clerk to reply.") == [
        (["The Engineer"], "The Engineer was instructed to have it cut"),
        (["the Clerk"], "the Clerk to reply"),
    ]
    assert len(tasks("The Clerk was asked to write to the Chair and the Engineer to explain it.")) == 1


def test_a_motion_of_which_notice_is_given_is_no_task() -> None:
    """Who is to move it has nothing else to do."""
    assert tasks("Councillor Dent to move:\n\nThe grass is long.") == []
