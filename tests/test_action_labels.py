"""Actions: labels with their owners, orders above them, posts in several words, reports of what others do."""

from __future__ import annotations

import pytest

from minuteparse.dates import find_dates
from minuteparse.evidence import Evidence
from minuteparse.fields.actions import find_actions
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Action
from minuteparse.text import from_text


def read(text: str) -> list[Action]:
    """The actions of an item whose body is `text`."""
    source = from_text(text)
    block = Block("1", "Hedges", 0, 0, "substantive", 1, 0, 0, 0, len(text), "test")
    found = find_actions(
        Evidence(source, split_lines(source), Outline(0, (block,), len(text)), find_dates(source), ()), block
    )
    for action in found:
        assert source.quote(action.start, action.end) == action.text
    return found


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("- ACTION MW: Book the hall", ["MW"], "Book the hall"),
        ("ACTION - Ann Lee to book the hall.", ["Ann Lee"], "Ann Lee to book the hall"),
        ("ACTION Ann Lee to book the hall.", ["Ann Lee"], "Ann Lee to book the hall"),
        ("   ACTION POINT: Ms B Penn to book the hall.", ["Ms B Penn"], "Ms B Penn to book the hall"),
        ("ACTION Bo/Cy to look at the hall.", ["Bo", "Cy"], "Bo/Cy to look at the hall"),
        ("Action point Bo Penn: book the hall.", ["Bo Penn"], "book the hall"),
        ("The hall is free. ACTION AB/CD - book the hall.", ["AB", "CD"], "book the hall"),
    ],
)
def test_a_label_names_its_owner_before_the_task(text: str, owners: list[str], task: str) -> None:
    """Boards and societies print who is to act right after the word, with a colon, a dash or neither."""
    assert [(a.owners, a.text) for a in read(text)] == [(owners, task)]


@pytest.mark.parametrize(
    "text", ["Action Plan: the plan was read.", "Action Group - the group met.", "The Action Team: a short history."]
)
def test_a_plan_or_group_named_for_action_is_no_label(text: str) -> None:
    """What follows the word makes a name of it."""
    assert read(text) == []


@pytest.mark.parametrize(
    "label", ["\n                              ACTION: Clerk", " Action: Clerk", " Action: Parish Clerk"]
)
def test_an_order_above_a_label_is_the_task(label: str) -> None:
    """An imperative between the decision and the label's owner is what the owner must do."""
    found = read("AGREED: That the lease be renewed.\n\nPut a notice on the gate." + label)
    assert [a.text for a in found] == ["Put a notice on the gate"]


@pytest.mark.parametrize(
    "text",
    [
        "The Treasurer confirmed that Denby Water would pay half.",
        "Ms Penn said that Home Stores would pay half.",
        "It was likely that Boundary Commission would write again.",
    ],
)
def test_what_a_firm_is_reported_to_do_is_no_action(text: str) -> None:
    """A capitalised name without title or office in a report may be a firm's."""
    assert read(text) == []


def test_what_an_officer_is_reported_to_do_is_an_action() -> None:
    """A title or an office marks one who answers to the meeting."""
    assert [a.owners for a in read("The Chair confirmed that the Clerk would order paint.")] == [["the Clerk"]]


@pytest.mark.parametrize(
    "owner",
    [
        "The Director of Growth, Enterprise and Skills",
        "The Service Director: Housing",
        "The Principal Officer, Finance",
        "The Head of Service - Roads and Lighting",
        "The Clerk to the Council",
    ],
)
def test_posts_with_commas_colons_and_dashes_are_one_owner(owner: str) -> None:
    """The field of a post belongs to it, however it is joined."""
    assert [a.owners for a in read(f"{owner} was requested to write to the owner.")] == [[owner]]
    assert [
        a.owners for a in read(f"RESOLVED: That {owner.replace('The', 'the')} be asked to report on the bins.")
    ] == [[owner.replace("The", "the")]]


def test_a_list_of_actions_below_its_heading() -> None:
    """Societies write a name, a dash and an order; names without title or office are owners there."""
    text = "Action Points\n\n  - Jo to get the bus\n  - Skye - talk to Mo\n  - Ida/Amy: book a van\n  - Paint later\n"
    assert [(a.owners, a.text) for a in read(text)] == [
        (["Jo"], "Jo to get the bus"),
        (["Skye"], "talk to Mo"),
        (["Ida", "Amy"], "book a van"),
        ([], "Paint later"),
    ]


def test_entries_with_labels_of_their_own() -> None:
    """In a list each entry may repeat the word."""
    text = "Action Items\n - TODO - Skye :: Write the page\n - TODO Mo :: Send the plan\n- ACTION D + AB: Ask them\n"
    assert [(a.owners, a.text) for a in read(text)] == [
        (["Skye"], "Write the page"),
        (["Mo"], "Send the plan"),
        (["D", "AB"], "Ask them"),
    ]


def test_a_thing_is_no_owner() -> None:
    """ "Letter to issue" names what is to be done, not who is to do it."""
    assert [a.owners for a in read("Letter to issue to the owner of the barn.")] == [[]]
    assert [a.owners for a in read("ACTION: Letter to go out to parents.")] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Arrange to see the pond.                              Parish Clerk\n",
        "Arrange to see the pond.\n                                        Parish Clerk\n",
        "• Arrange to see the pond.\t\tParish Clerk\n• The seat is old.\n",
    ],
)
def test_an_owner_far_to_the_right(text: str) -> None:
    """An office in a column of its own, on the last line of the task or below it."""
    assert [(a.owners, a.text) for a in read(text)] == [(["Parish Clerk"], "Arrange to see the pond")]


def test_initials_at_the_end_of_a_paragraph() -> None:
    """After the full stop of an entry nothing but who is to act explains them."""
    text = "• The seat is to be mended. JS/MC\n• The gate was shut. BB\n"
    assert [(a.owners, a.text) for a in read(text)] == [(["JS", "MC"], "The seat is to be mended")]


def test_a_title_in_capitals_is_no_doer() -> None:
    """ "Route to School" is a name: the verb of a task has no capital of its own."""
    assert read("Safer Route to School Path: the fence had been mended.") == []


def test_a_resolution_in_capitals_charges_its_subject() -> None:
    """ "BE DIRECTED" charges whom it names after an introduction; "BE AUTHORIZED" is a power, and never a name."""
    text = "RESOLVED: That, in relation to grants, Civic Administration BE DIRECTED to report on them."
    assert [a.owners for a in read(text)] == [["Civic Administration"]]
    assert read("That the Reeve and the Treasurer BE AUTHORIZED to sign the lease.") == []


def test_the_subject_of_a_report_in_the_present_is_its_doer() -> None:
    """ "Dee Hill reports she will mend it" is an undertaking of hers."""
    assert [a.owners for a in read("Al Moss spoke. Dee Hill reports she will mend the gate.")] == [["Dee Hill"]]
