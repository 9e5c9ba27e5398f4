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


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("The Treasurer to buy a new urn.", ["The Treasurer"], "The Treasurer to buy a new urn"),
        ("Mr Ó Broin to mend it.", ["Mr Ó Broin"], "Mr Ó Broin to mend it"),
        ("Mrs. de Vries will mend it.", ["Mrs. de Vries"], "Mrs. de Vries will mend it"),
        (
            "The Director Works would arrange a visit.",
            ["The Director Works"],
            "The Director Works would arrange a visit",
        ),
        ("Mr Moss spoke. He is to report in May.", ["Mr Moss"], "He is to report in May"),
        ("Mr Moss promised an answer.", ["Mr Moss"], "Mr Moss promised an answer"),
        ("It hurt, but Dr Osei promised to write.", ["Dr Osei"], "It hurt, but Dr Osei promised to write"),
        ("Action 24/07: Clerk to write.", ["Clerk"], "Clerk to write"),
        ("The Board noted that it was wet and asked the Clerk to write.", ["the Clerk"], "asked the Clerk to write"),
        ("RESOLVED - That the Rights of Way Officer write.", ["the Rights of Way Officer"], ""),
        ("RESOLVED - That the Water Company be asked to dig.", ["the Water Company"], ""),
    ],
)
def test_any_deed_of_anybody(text: str, owners: list[str], task: str) -> None:
    """Verbs need not be known, names may have particles, offices an "of"."""
    assert [(a.owners, a.text) for a in read(text)] == [(owners, task or text[11:-1])]


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk would be away in June.",
        "The contractor will start in May.",
        "Mr Lee will retire in May.",
        "The Clerk to the Council spoke.",
        "The school would benefit from it.",
        "The Director would have preferred it.",
    ],
)
def test_states_and_events_are_no_deeds(text: str) -> None:
    """What somebody will be, or what happens by itself, is nothing to do."""
    assert read(text) == []


def test_a_list_below_an_undertaking() -> None:
    """Each entry is an action of the one who undertook them."""
    text = "The Treasurer undertook to:\n\n- circulate the accounts;\n- speak to the bank.\n\nAll rose."
    assert tasks(text) == [(["The Treasurer"], "circulate the accounts"), (["The Treasurer"], "speak to the bank")]


def test_names_at_the_right_margin() -> None:
    """They make actions of sentences that have none, own those that nobody owns, and belong to no text."""
    text = (
        "The sign is to be painted.                Clerk/AM\n"
        "The urn must come from the store, as agreed.        JP\n"
        "Mr Moss to write.            AB\n"
    )
    assert tasks(text) == [
        (["Clerk", "AM"], "The sign is to be painted"),
        (["JP"], "The urn must come from the store, as agreed"),
        (["Mr Moss"], "Mr Moss to write"),
    ]


def test_an_item_headed_as_a_list_of_actions() -> None:
    """Its lines are task, owner and day, parted by dashes."""
    source = from_text("Copy of the minute - Mrs Penn - 3 May 2018\nNew lamp - Clerk - next meeting\n")
    block = Block("", "Actions Arising", 0, 0, "other", 1, 0, 0, 0, len(source.text), "test")
    whole = Evidence(source, split_lines(source), Outline(0, (block,), len(source.text)), find_dates(source), ())
    found = find_actions(whole, block)
    assert [(a.text, a.owners, a.due_text) for a in found] == [
        ("Copy of the minute", ["Mrs Penn"], "3 May 2018"),
        ("New lamp", ["Clerk"], "next meeting"),
    ]


def test_a_label_at_the_end_of_its_line_owns_that_line() -> None:
    """Not the decision above it."""
    text = "RESOLVED: That the cap be 2%.\n\nRB to send the form.                 Action: RB"
    assert tasks(text) == [(["RB"], "RB to send the form")]


def test_a_further_report_is_an_action_without_owner() -> None:
    """A decision that a report be submitted leaves open by whom."""
    assert tasks("RESOLVED - That a further report be submitted in May.") == [
        ([], "That a further report be submitted in May")
    ]


def test_the_day_of_something_else_is_no_deadline() -> None:
    """ "The minutes of the meeting held on" names no day for the task."""
    assert read("The Clerk to send the minutes of the meeting held on 3 May 2018.")[0].due_text is None


def test_the_last_of_several_names_owns_what_follows() -> None:
    """A capitalised name before "and" belongs to another statement."""
    assert tasks("He asked about Mill Garage and Cllr Moss promised a reply.") == [
        (["Cllr Moss"], "Cllr Moss promised a reply")
    ]


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("Robert to write to the surgery.", ["Robert"], "Robert to write to the surgery"),
        ("Pauline and Maureen will bring a plan.", ["Pauline", "Maureen"], "Pauline and Maureen will bring a plan"),
        ("Ann Moss (Lead) was asked to add it.", ["Ann Moss"], "Ann Moss (Lead) was asked to add it"),
        (
            "Mr Moss, who is on the Panel, would explain it.",
            ["Mr Moss"],
            "Mr Moss, who is on the Panel, would explain it",
        ),
        ("Ewa Zielińska undertook to send it.", ["Ewa Zielińska"], "Ewa Zielińska undertook to send it"),
        ("The Moderator undertook to visit her.", ["The Moderator"], "The Moderator undertook to visit her"),
        ("It was remitted to the Clerk to write again.", ["the Clerk"], "It was remitted to the Clerk to write again"),
        ("Mr Moss was still to order the seat.", ["Mr Moss"], "Mr Moss was still to order the seat"),
        ("Action > Robert to ask him again", ["Robert"], "Robert to ask him again"),
        ("Residents to be told in writing.\nCW\n", ["CW"], "Residents to be told in writing"),
        ("List of trusts to be brought forward. [FT]", ["FT"], "List of trusts to be brought forward"),
        (
            "Flowers to be ordered by the choir [SO, Revd Tull].",
            ["SO", "Revd Tull"],
            "Flowers to be ordered by the choir",
        ),
        (
            "Mr Moss replied that the notice had come into force in May, and that he would write with the plan.",
            ["Mr Moss"],
            "he would write with the plan",
        ),
        (
            "Councillor Dent regretted the delay. The part was due in May. He undertook to visit the block.",
            ["Councillor Dent"],
            "He undertook to visit the block",
        ),
        (
            "RESOLVED: T H A T the Head of Roads report to Cabinet.",
            ["the Head of Roads"],
            "T H A T the Head of Roads report to Cabinet",
        ),
    ],
)
def test_who_acts_where_the_sentence_does_not_say_it_in_full(text: str, owners: list[str], task: str) -> None:
    """First names, roles in brackets, pronouns, marks at the end or below."""
    assert tasks(text) == [(owners, task)]


@pytest.mark.parametrize(
    "text",
    [
        "The grant to help the poor was spent.",
        "April to see more rain.",
        "Mr Moss, who was not able to come, sent a note.",
        "He was asked to leave when it came to the vote.",
        "Her laptop is slow and he has brought it in for repair.",
        "That the staff report BE RECEIVED.",
        "Information had come that a grant would be paid.\nMC\n",
        "The site is to be found.\nKC\nMC\n",
    ],
)
def test_what_gives_nobody_a_task(text: str) -> None:
    """Things, absences, errands of the past and initials that belong to no one sentence."""
    assert [t for t in tasks(text) if t[0]] == []


def test_today_is_the_day_of_the_meeting() -> None:
    """ "Today" and "by the end of this month" fix a day."""
    for text, day in (
        ("AB to ring the builder today.", "2031-05-06"),
        ("AB to get a price by the end of this month.", "2031-05-31"),
    ):
        whole = evidence(text)
        deadline = find_deadline(whole, 0, len(text) - 1)
        assert deadline is not None
        fixed = due_date(whole, deadline, "2031-05-06", None)
        assert fixed is not None
        assert fixed[0] == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mr Moss agreed to ring the owner of the gate and the Clerk agreed to put it on the agenda.",
            [
                (["Mr Moss"], "Mr Moss agreed to ring the owner of the gate"),
                (["the Clerk"], "the Clerk agreed to put it on the agenda"),
            ],
        ),
        (
            "Mr Moss agreed to ring the owner of the gate and Dent Brothers will mend it.",
            [(["Mr Moss"], "Mr Moss agreed to ring the owner of the gate and Dent Brothers will mend it")],
        ),
        (
            "AB agreed to check when it is likely to be done.",
            [(["AB"], "AB agreed to check when it is likely to be done")],
        ),
        ("A letter is likely to be sent.", []),
        (
            "It was suggested that the Clerk contact the firm.",
            [(["the Clerk"], "It was suggested that the Clerk contact the firm")],
        ),
        ("It was suggested that the firm was late.", []),
        (
            "As previously agreed Mr Moss would check the gate.",
            [(["Mr Moss"], "As previously agreed Mr Moss would check the gate")],
        ),
        ("This group will order the seat.", []),
    ],
)
def test_undertakings_of_several_and_of_nobody(text: str, found: list[tuple[list[str], str]]) -> None:
    """Two who undertake something have an action each; what is likely, and what others plan, is none."""
    assert tasks(text) == found


def test_the_first_person_is_the_speaker() -> None:
    """ "I" in a reply printed word for word is the one whose reply it is, not the subject of the sentence before."""
    text = "Reply by Councillor Moss:\n\nThe contractor was late. I will write to Mr Dent if that alters."
    assert tasks(text) == [(["Councillor Moss"], "I will write to Mr Dent if that alters")]
    other = "Mr Penn asked for a reply.\n\nThe contractor was late. She will write to Mr Dent."
    assert tasks(other) == [(["The contractor"], "She will write to Mr Dent")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "RESOLVED:\n\nThat the survey be noted, and that a card be sent by the Clerk to Mrs Lark.",
            [(["the Clerk"], "a card be sent by the Clerk to Mrs Lark")],
        ),
        (
            "RESOLVED: That the results be reported by the Head of Parks to the meeting on 8 June 2021.",
            [
                (
                    ["the Head of Parks"],
                    "That the results be reported by the Head of Parks to the meeting on 8 June 2021",
                )
            ],
        ),
        ("RESOLVED: That the offer sent by the Clerk be accepted.", []),
        ("RESOLVED: That the work be carried out by Rook Brothers.", []),
        (
            "RESOLVED: That a tree count be carried out during May.",
            [([], "That a tree count be carried out during May")],
        ),
        ("RESOLVED: That a tree count be carried out in Kent.", []),
        (
            "RESOLVED: That the plan be referred to the Parks Committee for a report back on 5 June 2021.",
            [
                (
                    ["the Parks Committee"],
                    "That the plan be referred to the Parks Committee for a report back on 5 June 2021",
                )
            ],
        ),
        ("RESOLVED: That the plan be referred to the Parks Committee.", []),
        (
            "RESOLVED: That the lease be granted, and that the Dean of Crafts meet the tenants by 28 June 2021.",
            [(["the Dean of Crafts"], "the Dean of Crafts meet the tenants by 28 June 2021")],
        ),
        ("It was AGREED that Councillor Miss Lark take the vacant seat on the Parks Panel.", []),
    ],
)
def test_resolutions_that_name_who_is_to_do_it(text: str, found: list[tuple[list[str], str]]) -> None:
    """A deed "by the Clerk", a reference "for a report back", a month in which it is to be done; no mere decision."""
    assert tasks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was explained that the boxes had been counted in May and that officers would bring the figures back.",
            [(["officers"], "officers would bring the figures back")],
        ),
        ("The inspector said that officers would bring a charge.", []),
        ("The map is awaited. Ruth promised it by 13 June.", [(["Ruth"], "Ruth promised it by 13 June")]),
        ("The map is awaited. Ruth promised it years ago.", []),
        ("No objection, but AB to ask about the fence.", [(["AB"], "AB to ask about the fence")]),
        (
            "The Chairman asked the Town Clerk, Jane Lark, to get copies of the plan.",
            [
                (
                    ["the Town Clerk, Jane Lark"],
                    "The Chairman asked the Town Clerk, Jane Lark, to get copies of the plan",
                )
            ],
        ),
        (
            "It was asked that Mr Lark look into a pump, and he undertook to have prices by June.",
            [(["Mr Lark"], "It was asked that Mr Lark look into a pump, and he undertook to have prices by June")],
        ),
        ("Ms Rook, the applicant, said that the shop was to let and that she would employ five staff.", []),
        (
            "Ms Rook, the treasurer, said that the shop was to let and that she would inspect it.",
            [(["Ms Rook"], "she would inspect it")],
        ),
        ("| 6.1 | AB to get a second quote for the fence | Complete |", []),
        (
            "The Leader, Councillor Lark, spoke. The contractor had failed. The gate of the yard was shut and she"
            " would report to every member.",
            [(["The Leader, Councillor Lark"], "The gate of the yard was shut and she would report to every member")],
        ),
    ],
)
def test_tasks_told_beside_other_things(text: str, found: list[tuple[list[str], str]]) -> None:
    """Officers' promises after "and that", verdicts with a task; no applicant's plans and nothing that was done."""
    assert tasks(text) == found


def test_a_heading_row_is_no_action() -> None:
    """ "Who, What, When" above a list of actions names its columns."""
    rows = (
        "Who     What                 When",
        "AB      Ask for a quote      1 June",
        "CD      Order wreath         -",
    )
    text = "Actions:\n\n" + "\n".join(rows)
    assert tasks(text) == [(["AB"], "Ask for a quote"), (["CD"], "Order wreath")]
