"""Actions by their place: at a paragraph's end, in a column, after a resolution; and what is nobody's task."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.record import Action

HEAD = "WREN PARISH COUNCIL\n\nMinutes of a meeting held on 4 May 2020\n\nPresent: Cllr A Moss\n\n"


def read(text: str, title: str = "Footpaths") -> list[Action]:
    """The actions of a document whose one item holds `text`."""
    minutes = parse(f"{HEAD}1. {title}\n{text}\n")
    return [a for item in minutes.items for a in item.actions]


def said(text: str, title: str = "Footpaths") -> list[tuple[str, list[str]]]:
    """The actions' words and owners."""
    return [(a.text, a.owners) for a in read(text, title)]


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        ("It was agreed to renew the lease. Clerk\n\nNoted.", "It was agreed to renew the lease", ["Clerk"]),
        (
            "The stile is to be mended. Cllr. B. Orme/Clerk \nii) None.",
            "The stile is to be mended",
            ["Cllr. B. Orme", "Clerk"],
        ),
        ("The survey of the lanes had come, Clerk to send copies. All\n", "Clerk to send copies", ["Clerk"]),
        ("No answer had come to date, Clerk to follow up.", "Clerk to follow up", ["Clerk"]),
        (
            "The forms are late.\nSend reminder by\n14 May\nClerk\nThe bank's letter was noted.",
            "Send reminder by 14 May",
            ["Clerk"],
        ),
        ("Two stiles are loose.\nAsk the farmer\nAB / Mr Penn\n", "Ask the farmer", ["AB", "Mr Penn"]),
        ("It was left loose. [Clerk to remind the farmer]", "Clerk to remind the farmer", ["Clerk"]),
    ],
)
def test_a_paragraphs_end_names_who_acts(text: str, task: str, owners: list[str]) -> None:
    """Columns of owners are lost on paper: the name then ends the paragraph, or stands on a line below a note."""
    assert said(text) == [(task, owners)]


@pytest.mark.parametrize(
    "text",
    [
        "Invitation to Oxley for the fair. Cllr. B. Orme\n\nNoted.",
        "The hall was full. Clerk\nand members were thanked.",
        "Reports were heard.\nReport of the surveyor\nMr Penn\n",
    ],
)
def test_a_name_after_what_is_no_task(text: str) -> None:
    """An invitation, a wrapped line and a heading ask nothing of the person named below."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        ("RESOLVED: That the roof be mended, the Property Manager to obtain three prices by 30 August 2020.",
         "the Property Manager to obtain three prices by 30 August 2020", ["the Property Manager"]),
        ("RESOLVED: That the return be approved and it be sent to the auditor before 30 June 2020.",
         "it be sent to the auditor before 30 June 2020", []),
        ("AGREED to object to the plan; AB to draft the letter.", "AB to draft the letter", ["AB"]),
        ("It was agreed: (i) to note the report; and (ii) to remit to the Head of Roads to report on options.",
         "to remit to the Head of Roads to report on options", ["the Head of Roads"]),
        ("It was referred to the Head of Roads for a reply within 28 days.",
         "It was referred to the Head of Roads for a reply within 28 days", ["the Head of Roads"]),
        ("RESOLVED: That staff report on the results by 30 June 2020.",
         "That staff report on the results by 30 June 2020", ["staff"]),
    ],
)  # fmt: skip
def test_what_resolutions_leave_to_somebody(text: str, task: str, owners: list[str]) -> None:
    """A clause of its own, a last day, or words such as "remit" make a task of a resolution."""
    assert (task, owners) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That Councillor Moss replace Councillor Orme on the Licensing Panel.",
        "It was agreed that Mrs Penn be asked to act again.",
        "RESOLVED: That the minutes be approved and that the Chair sign them.",
        "RESOLVED: DELEGATED authority to AB and CD to sign off the budget.",
        "RESOLVED: That Executive be asked to extend the contract.",
        "Mr Moss's request for a new date was deferred until June.",
        "RESOLVED: That an extra meeting be held if no answer has come by 26 May 2020.",
        "The trust chaired by Lady Orme offered to run the museum.",
        "AB is preparing a letter to the owner to be sent to the mill.",
        "Mrs Penn wished it to be placed on record how much was owed.",
        "Bins are shortly to be issued to each house.",
    ],
)
def test_what_is_nobodys_task(text: str) -> None:
    """Seats filled, powers given, what others want and what is under way are not instructions."""
    assert said(text) == []


def test_a_members_part_in_an_item_is_no_task() -> None:
    """What one with an interest "would" do is said of the meeting itself."""
    text = "Councillor Moss declared an interest in item 5. He would sit in the public gallery."
    assert said(text, "Declarations of interest") == []
    assert said("Councillor Moss spoke. He would measure the gate.") == [
        ("He would measure the gate", ["Councillor Moss"])
    ]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("AB and CD agreed to ask for prices and EF said she would ring the bank.",
         ["AB and CD agreed to ask for prices", "EF said she would ring the bank"]),
        ("Mr Penn was directed to bring a plan, and staff will have a note on kerbs by then.",
         ["Mr Penn was directed to bring a plan", "staff will have a note on kerbs by then"]),
        ("Mr Penn suggested a speaker from the mill, and would telephone him.",
         ["Mr Penn suggested a speaker from the mill, and would telephone him"]),
        ("The Head of Law, Miss Ann Orme, to inform the tenant.",
         ["The Head of Law, Miss Ann Orme, to inform the tenant"]),
        ("Ms Orme asked that the Chief Nurse write to the family.",
         ["Ms Orme asked that the Chief Nurse write to the family"]),
        ("The Solicitor to the Council undertook to hold a training evening.",
         ["The Solicitor to the Council undertook to hold a training evening"]),
        ("The Superintendent was instruct-\ned to reply to the vil-\nlage.",
         ["The Superintendent was instruct- ed to reply to the vil- lage"]),
        ("The lease was noted - this to be monitored.", ["this to be monitored"]),
        ("Mr Penn offered to compare prices. ACTION: Mr Penn - prices of insurance", ["prices of insurance"]),
        ("The Clerk asked for a bench. Mr Penn undertook to see to this.",
         ["The Clerk asked for a bench. Mr Penn undertook to see to this"]),
        ("Mr Moss asked for a bench. Mr Penn undertook to look into this and reply to all members.",
         ["Mr Penn undertook to look into this and reply to all members"]),
    ],
)  # fmt: skip
def test_how_far_an_undertaking_reaches(text: str, tasks: list[str]) -> None:
    """Each doer has an action of its own, which begins with the doer and joins no other statement."""
    assert [" ".join(a.text.split()) for a in read(text)] == tasks


@pytest.mark.parametrize(
    "text", ["AB to circulate the map. This had been done.", "AB to ask about the rail: done, it is coming."]
)
def test_what_was_done_since_is_no_task(text: str) -> None:
    """The log of older actions tells their state beside or after them."""
    assert said(text) == []


def test_done_rows_of_a_table() -> None:
    """A column of states tells which rows are still to do."""
    table = (
        "Date      Action            Who       Status\n"
        "04/05/20  Seat by the pond  N Orme    Done\n"
        "05/05/20  Letter to mill    J Moss    Open\n"
    )
    assert said(table, "Action sheet") == [("Letter to mill", ["J Moss"])]


def test_owners_parted_by_semicolons() -> None:
    """Names with their posts hold commas, so that semicolons part them."""
    text = "RESOLVED - that the sale be deferred.\n\nACTION BY: M Orme, Director of Land; P Penn, Borough Lawyer"
    assert [a.owners for a in read(text)] == [["M Orme, Director of Land", "P Penn, Borough Lawyer"]]


def test_a_list_after_a_request() -> None:
    """The entries are the tasks of whoever stands before the dash."""
    tasks = "i) to close the gate;\nii) to write to the owner; and\niii) to report back."
    text = f'"This Council requests the Chief Executive -\n{tasks}"'
    assert [a.owners for a in read(text)] == [["the Chief Executive"]] * 3


@pytest.mark.parametrize(
    ("words", "due"),
    [("by then", "2020-06-17"), ("seven days before that date", "2020-06-10"), ("a week before then", "2020-06-10")],
)
def test_then_is_the_day_printed_before(words: str, due: str) -> None:
    """The day stands in the sentence before."""
    found = read(f"The matter was put off to 17 June 2020. Mr Penn was asked to find out the price {words}.")
    assert [a.due for a in found] == [due]


def test_until_the_end_of_a_month_is_no_last_day() -> None:
    """What is put off until a day need not be done by it."""
    found = read("It was agreed to ask the Head of Roads to put off the first cut until the end of June.")
    assert [a.due for a in found] == [None]
