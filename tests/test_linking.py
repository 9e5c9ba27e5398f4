"""People in items are linked to those in attendance, and never two people merged."""

from __future__ import annotations

from minuteparse import parse

HEAD = "Minutes of the Meeting of Winby Parish Council held on 3 May 2022\n\n"


def linked(text: str) -> dict[str, str | None]:
    """Each person named in the items with the attendee whom the record takes them for."""
    minutes = parse(HEAD + text, model=None)
    return {
        p.name: None if p.attendee is None else minutes.attendance[p.attendee].person.name
        for item in minutes.items
        for p in item.people
    }


def test_a_surname_points_to_the_attendee() -> None:
    """A councillor present by full name is the one who speaks by surname."""
    assert linked(
        "Present: Councillors Ann Bell and Tom Cole\n\n1. MINUTES\n\nCouncillor Bell asked for a seat.\n"
    ) == {"Bell": "Ann Bell"}


def test_an_initial_agrees_with_a_given_name() -> None:
    """B. Fairley is Bill Fairley; James Smith is not T Smith."""
    text = (
        "Present: Councillors Bill Fairley and T Smith\n\n1. MINUTES\n\nCouncillor B Fairley thanked Mr James Smith.\n"
    )
    assert linked(text) == {"B Fairley": "Bill Fairley", "James Smith": None}


def test_two_of_one_surname_are_told_apart_by_title_or_not_at_all() -> None:
    """Mrs Jones is the Mrs Jones present; a bare Councillor Jones may be either."""
    text = "Present: Mr D Jones and Mrs E Jones\n\n1. MINUTES\n\n{} asked for a seat.\n"
    assert linked(text.format("Mrs Jones")) == {"Jones": "E Jones"}
    assert linked(text.format("Councillor Jones")) == {"Jones": None}


def test_initials_get_the_names_that_the_attendance_gives_them() -> None:
    """A mover printed as initials keeps them as name and is known by family name."""
    text = (
        "Present: Ann Bell (AB), Tom Cole (TC)\n\n1. FINANCE\n\n"
        "Proposed by AB, seconded by TC that the bill be paid. Agreed.\n"
    )
    vote = parse(HEAD + text, model=None).items[0].votes[0]
    assert vote.mover is not None
    assert (vote.mover.name, vote.mover.given, vote.mover.family) == ("AB", "Ann", "Bell")


def test_the_chair_who_moves_is_the_attendee_in_the_chair() -> None:
    """An office that one attendee holds names that attendee."""
    text = (
        "Present: Councillors Ann Bell (Chair) and Tom Cole\n\n1. FINANCE\n\n"
        "Moved by the Chair, seconded by Councillor Cole that the bill be paid. Carried.\n"
    )
    vote = parse(HEAD + text, model=None).items[0].votes[0]
    assert vote.mover is not None
    assert (vote.mover.name.lower(), vote.mover.family) == ("the chair", "Bell")
