"""Who was there: lists under labels, sentences, marks, substitutes."""

from __future__ import annotations

import pytest

from minuteparse.evidence import gather
from minuteparse.fields.attendance import find_aliases, find_attendance
from minuteparse.fields.attendance_details import read_details
from minuteparse.fields.attendance_labels import find_labels
from minuteparse.record import Attendance
from minuteparse.text import from_text

ITEM = "\n\n1. Minutes\nThe minutes were agreed.\n"


def read(text: str) -> list[Attendance]:
    """The attendance of `text`."""
    return find_attendance(gather(from_text(text)))


def statuses(text: str) -> list[tuple[str, str]]:
    """Each status and name, in order."""
    return [(a.status, a.person.name) for a in read(text)]


def roles(text: str) -> list[tuple[str, str | None]]:
    """Each name and role, in order."""
    return [(a.person.name, a.role) for a in read(text)]


def test_labels_give_each_list_its_status() -> None:
    """Present, apologies, absent and in attendance are told apart."""
    text = (
        "Present: Councillors Orme, Dent and Mrs Pask\nApologies: Councillor Tarn\n"
        "Absent without notice: Councillor Mere\n"
        "In attendance: J Vale (Head of Planning) and 4 members of the public"
    )
    assert statuses(text + ITEM) == [
        ("present", "Orme"),
        ("present", "Dent"),
        ("present", "Pask"),
        ("apologies", "Tarn"),
        ("absent", "Mere"),
        ("in_attendance", "J Vale"),
    ]


def test_entry_spans_are_the_text() -> None:
    """The person's span holds the words as printed; the entry begins with it."""
    text = "Present: Councillor Mrs A Orme (Chair), Councillor B Dent" + ITEM
    first = read(text)[0]
    assert text[first.person.start : first.person.end] == "Councillor Mrs A Orme"
    assert text[first.start : first.end] == "Councillor Mrs A Orme (Chair)"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Councillor A Orme (Vice-Chairman)", "Vice-Chairman"),
        ("Councillor A Orme in the chair", "Chair"),
        ("Councillor A Orme - Chairman", "Chairman"),
        ("A Orme, Director of Housing and Planning", "Director of Housing and Planning"),
        ("Chief Executive - A Orme", "Chief Executive"),
        ("Director of Finance (Mr. A Orme)", "Director of Finance"),
        ("Treasurer Ann Orme", "Treasurer"),
        ("Mr A Orme (Town Manager)", "Town Manager"),
    ],
)
def test_a_role_stands_on_either_side_of_the_name(line: str, role: str) -> None:
    """Brackets, comma, dash, or before the name."""
    assert [a.role for a in read(f"Present:\n{line}\n\nApologies: None{ITEM}")] == [role]


def test_party_employer_and_part_presence_are_not_roles() -> None:
    """Each remark beside a name goes to its own field."""
    text = (
        "Present:\nCllr A Orme (Lab), Darley Borough Council\nCllr B Dent (Con) (until 7.35pm)\nCllr C Pask (via Teams)"
    )
    orme, dent, pask = read(text + ITEM)
    assert (orme.party, orme.organisation, orme.role) == ("Lab", "Darley Borough Council", None)
    assert (dent.party, dent.note, dent.role) == ("Con", "until 7.35pm", None)
    assert (pask.mode, pask.role) == ("remote", None)


@pytest.mark.parametrize(
    "text",
    [
        "Present: Councillors Dent and Pask (substitute for Councillor Orme)" + ITEM,
        "Present: Councillors Dent, Pask"
        + ITEM.replace("Minutes", "Substitutes").replace(
            "The minutes were agreed.", "Councillor Pask attended as a substitute for Councillor Orme."
        ),
        "1. Apologies\nApologies were received from Councillor Orme, for whom Councillor Pask was substitute.\n",
        "1. Apologies\nApologies were received from Councillor Orme, Councillor Pask attending as her substitute.\n",
        "1. Apologies\nApologies were received from Councillor Orme (Councillor Pask attended as substitute).\n",
        "1. Apologies and Substitutes\nCouncillor Orme - substituted by Councillor Pask\n",
    ],
)
def test_substitutes_are_paired_in_both_directions(text: str) -> None:
    """Whichever of the two is named first, Pask stands in for Orme."""
    found = [
        (a.person.name, a.substitute_for and a.substitute_for.name) for a in read(text) if a.status == "substitute"
    ]
    assert found == [("Pask", "Orme")]


def test_apologies_for_lateness_are_no_apologies() -> None:
    """Who came late was there; nobody is listed where nobody is named."""
    assert statuses("1. Apologies\nCouncillor Orme apologised for lateness.\n2. Minutes\nAgreed.") == []
    assert statuses("1. Apologies\nThere were no apologies.\n2. Minutes\nAgreed.") == []


def test_sentences_tell_apologies_and_absence() -> None:
    """The absent stand before the verb or after `from`."""
    text = "1. Apologies\nCllr Orme sent his apologies. Cllr Dent was not present.\n2. Minutes\nAgreed."
    assert statuses(text) == [("apologies", "Orme"), ("absent", "Dent")]
    text = "1. Apologies\nApologies were received from Cllr Orme (illness) and Mr J Vale.\n2. Minutes\nAgreed."
    assert statuses(text) == [("apologies", "Orme"), ("apologies", "J Vale")]


def test_marks_before_names_take_their_meaning_from_the_legend() -> None:
    """Without a legend the same letters are initials."""
    marked = (
        "Councillors:\nP  Ann Orme\nA  Bob Dent\nAB  Cara Pask\n\nP: Present\nA: Apologies\nAB: Absent, no apologies"
    )
    assert statuses(marked + ITEM) == [("present", "Ann Orme"), ("apologies", "Bob Dent"), ("absent", "Cara Pask")]
    assert statuses("Present:\nP Orme\nA Dent" + ITEM) == [("present", "P Orme"), ("present", "A Dent")]


def test_names_without_separators_are_parted_by_initials() -> None:
    """A flattened column has only initials and titles to go by."""
    text = "Members Present: T A Orme R J Dent (joined at 7.41 pm) Mrs L Pask Rev Dr W T Vale"
    assert [n for _, n in statuses(text + ITEM)] == ["T A Orme", "R J Dent", "L Pask", "W T Vale"]


def test_roles_in_a_column_of_their_own_are_given_in_order() -> None:
    """As many roles as names are paired; with one too few none is."""
    names = "Present\n\nCr N Orme\n\nCr P Dent\n\n"
    assert roles(names + "President\n\nDeputy President\n\nApologies\n\nNil" + ITEM) == [
        ("N Orme", "President"),
        ("P Dent", "Deputy President"),
    ]
    assert roles(names + "President\n\nApologies\n\nNil" + ITEM) == [("N Orme", None), ("P Dent", None)]


def test_clerk_in_the_members_list_is_in_attendance() -> None:
    """The clerk is joined to the last councillor, and is none."""
    assert statuses("Present: Cllrs A Orme, B Dent & Mrs C Pask (Clerk)" + ITEM)[-1] == ("in_attendance", "C Pask")


def test_a_label_broken_by_its_column_is_read_whole() -> None:
    """`OFFICER` over `SUPPORT:` heads the names beside both lines."""
    text = (
        "PRESENT:      Councillor Ann Orme\n\nOFFICER       Bob Dent, head of roads\nSUPPORT:      Cara Pask, manager"
    )
    assert statuses(text + ITEM) == [
        ("present", "Ann Orme"),
        ("in_attendance", "Bob Dent"),
        ("in_attendance", "Cara Pask"),
    ]


def test_posts_without_a_name_are_left_out() -> None:
    """Offices alone are no people, nor are numbers of the public."""
    assert statuses("Present: Councillor Orme\nOfficers: Chief Executive, Borough Solicitor\nPublic: 6" + ITEM) == [
        ("present", "Orme")
    ]


def test_list_without_a_label_is_found_by_its_titles() -> None:
    """A paragraph of titled names in the header block is the list of those present."""
    text = "Councillor A Orme in the Chair plus Councillors B Dent, C Pask and D Vale" + ITEM
    assert roles(text) == [("A Orme", "Chair"), ("B Dent", None), ("C Pask", None), ("D Vale", None)]


def test_initials_beside_names_are_aliases_not_roles() -> None:
    """`(AO)` is Ann Orme; initials of two people are nobody's."""
    evidence = gather(from_text("Present: Ann Orme (AO), Bob Dent (BD), Bess Dale (BD)" + ITEM))
    assert {alias: person.name for alias, person in find_aliases(evidence).items()} == {"AO": "Ann Orme"}
    assert all(a.role is None for a in find_attendance(evidence))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Secretary", "role"),
        ("in the Chair", "chair"),
        ("Lib Dem", "party"),
        ("left at 9.10pm", "note"),
        ("Town Clerk", "role"),
        ("Darley Housing Trust", "organisation"),
        ("by telephone", "remote"),
        ("JO", "alias"),
    ],
)
def test_brackets_are_sorted_by_what_they_say(text: str, kind: str) -> None:
    """One bracket after `Jan Orme`."""
    details = read_details(text, "Jan Orme", bracket=True)
    assert [d.kind for d in details] == [kind]


def test_words_of_labels_in_running_text_are_no_labels() -> None:
    """`Present` needs its place or its colon."""
    text = "Those present stood. It was present in the park. The chair spoke to officers present there."
    assert find_labels(from_text(text), 0, len(text)) == []


@pytest.mark.parametrize(
    "text", ["", "Present:", "Present: (((((", "PRESENT " * 50, "Apologies from", "Present: Cllr \ud800"]
)
def test_damaged_lists_give_nothing_and_do_not_fail(text: str) -> None:
    """Nothing is invented from a label alone."""
    assert read(text) == []
