"""Who was there: lists under labels, sentences, marks, substitutes."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.evidence import gather
from minuteparse.fields.attendance import find_aliases, find_attendance
from minuteparse.fields.attendance_details import read_details
from minuteparse.fields.attendance_labels import find_labels
from minuteparse.record import Attendance
from minuteparse.rules import rules
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


def test_the_party_of_a_group_stands_in_a_column_of_its_own() -> None:
    """It holds for the lines of its column, not for a post in the same column below."""
    text = (
        "Present:\n\nConservative Group        Jane Orme (Chairman), Paul Dent and\n"
        "                          Ann Hay\n\nResidents' Group          Al Pike\n\nUnion Observer     Mr Bo Moss\n"
    )
    parties = [entry.party for entry in parse(f"COMMITTEE\n\n{text}\n1. MINUTES\n\nAgreed.\n", model=None).attendance]
    assert parties == ["Conservative", "Conservative", "Conservative", "Residents", None]


def test_who_stands_in_and_who_is_away_in_the_words_of_some_counties() -> None:
    """ "vice" in a bracket, and apologies "for the absence of"."""
    text = (
        "COMMITTEE\n\nPresent:-\n\nCouncillors A Chugg (Chairman), J Mills (vice R Hay) and B Wragg\n\n"
        "Apologies were received for the absence of Councillor June Orme and of Bo Pike.\n\n1. MINUTES\n\nAgreed.\n"
    )
    entries = parse(text, model=None).attendance
    assert [(e.person.family, e.status) for e in entries] == [
        *(("Chugg", "present"), ("Mills", "substitute"), ("Wragg", "present")),
        *(("Orme", "apologies"), ("Pike", "apologies")),
    ]
    assert [e.substitute_for.name for e in entries if e.substitute_for] == ["R Hay"]


def test_words_of_labels_in_running_text_are_no_labels() -> None:
    """`Present` needs its place or its colon."""
    text = "Those present stood. It was present in the park. The chair spoke to officers present there."
    assert find_labels(from_text(text), 0, len(text)) == ()


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Present", "present"),
        ("Members Present Remotely", "present"),
        ("Councillors present in the Committee Room", "present"),
        ("Present on 6 February only", "present"),
        ("Apologies for absence received from", "apologies"),
        ("Board members absent with apologies", "apologies"),
        ("Governors on leave of absence", "apologies"),
        ("Not present, no apologies", "absent"),
        ("Members Absent", "absent"),
        ("Also there", "in_attendance"),
        ("Town Council staff present", "in_attendance"),
        ("Observers", "in_attendance"),
        ("By invitation", "in_attendance"),
        ("Non-Committee Members", "other_members"),
        ("Councillors in attendance", "members_attending"),
        ("Members of the Committee", "group"),
        ("Religious Representatives", "category"),
        ("Vice Chairman", "chair"),
        ("Declarations of Interest", "stop"),
    ],
)
def test_a_label_means_what_the_kinds_of_its_words_say(label: str, value: str) -> None:
    """Any order and number of label words, with the colon after them."""
    found = find_labels(from_text(f"{label}: Cllr A Orme"), 0, len(label) + 14)
    assert [(x.text, x.value) for x in found] == [(label, value)]


def test_lists_side_by_side_are_read_down_their_columns() -> None:
    """Two labels on one line head two columns, by place or by cell."""
    text = "PRESENT                ABSENT\nMayor Ann Orme         Councilman Ben Dent\nCouncilwoman Cy Pask"
    assert statuses(text + ITEM) == [("present", "Ann Orme"), ("absent", "Ben Dent"), ("present", "Cy Pask")]
    table = "| Present | Apologies |\n|---|---|\n| Ann Orme | Di Vale |\n| Ben Dent | |\n"
    assert statuses(table + ITEM) == [("present", "Ann Orme"), ("apologies", "Di Vale"), ("present", "Ben Dent")]


@pytest.mark.parametrize(
    "text",
    [
        "ROLL CALL\n\nTrustee   Ann Orme   Present\nTrustee   Ben Dent   Excused\nTrustee   Cy Pask   Absent\n",
        "| Member | Type | Present? |\n|---|---|---|\n| Ann Orme | Parent | Y |\n| Ben Dent | Staff | N - apologies |\n"
        "| Cy Pask | Parent | N - no apologies |\n",
        "Members: Ann Orme (present), Ben Dent (apologies), Cy Pask (absent)\n",
    ],
)
def test_a_state_of_presence_beside_a_name_is_its_status(text: str) -> None:
    """A column, a cell or a bracket says who came, whatever the label above says."""
    assert statuses(text + ITEM) == [("present", "Ann Orme"), ("apologies", "Ben Dent"), ("absent", "Cy Pask")]


def test_marks_of_presence_need_no_legend() -> None:
    """A column of `p` and `a` before titled names; whoever is marked absent and sent apologies has one entry."""
    text = (
        "Chairman:  p Mrs A Orme\n\np Mr B Dent        a Mr C Pask\np* Ms D Vale       p Mr E Tarn\n\n* from 10.35 am"
    )
    apologies = "\n\n1. Apologies\nApologies were received from Mr Pask.\n"
    assert statuses(text + apologies + "\n2. Minutes\nAgreed.\n") == [
        ("present", "A Orme"),
        ("present", "B Dent"),
        ("apologies", "C Pask"),
        ("present", "D Vale"),
        ("present", "E Tarn"),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Licensing Officer: Ann Orme", [("Ann Orme", "Licensing Officer")]),
        ("Leader of the Council (in the Chair): Councillor A Orme", [("A Orme", "Chair")]),
        ("Primary schools: Ann Orme; Ben Dent", [("Ann Orme", None), ("Ben Dent", None)]),
        ("Applicant: Dent Foods Ltd, represented by Mr A Orme (director)", [("A Orme", "director")]),
        ("the Clerk, Mrs A Orme; and the Treasurer, Ben Dent", [("A Orme", "Clerk"), ("Ben Dent", "Treasurer")]),
        ("Highway Supt. Ann Orme, Police Chief Ben Dent", [("Ann Orme", "Highway Supt"), ("Ben Dent", "Police Chief")]),
        ("DARLEY - Cllr A Orme (Vice Chair)", [("A Orme", "Vice Chair")]),
        ("Chair Orme, Vice Chair Dent", [("Orme", "Chair"), ("Dent", "Vice Chair")]),
        ("Cllr A Orme Chair Cllr B Dent Cllr C Pask", [("A Orme", "Chair"), ("B Dent", None), ("C Pask", None)]),
        ("Ann Orme, Quality Improvement Officer", [("Ann Orme", "Quality Improvement Officer")]),
    ],
)
def test_offices_stand_before_names_too(line: str, found: list[tuple[str, str | None]]) -> None:
    """Before a colon, a comma, a dash or the name itself; groups are no offices."""
    assert roles(f"Present:\n{line}\n\nApologies: None{ITEM}") == found


def test_members_after_officers_are_present() -> None:
    """`Members` and the remote list are not in attendance because officers stood before them."""
    text = (
        "PRESENT IN CHAMBER\nCommittee Members: Councillors A Orme, B Dent\nOfficers: Head of Leisure - C Pask\n\n"
        "PRESENT REMOTELY\nCommittee Members: Councillor D Vale\nOfficers: Solicitor - E Tarn"
    )
    assert [s for s, _ in statuses(text + ITEM)] == ["present", "present", "in_attendance", "present", "in_attendance"]
    assert read(text + ITEM)[3].mode == "remote"


def test_officers_and_guests_among_councillors_are_in_attendance() -> None:
    """In one list with members of a council, an officer, a guest, and a member of another council."""
    text = (
        "Present: Cllrs A Orme, B Dent and C Pask; the Manager, Mr D Vale; Cllr E Tarn, Mere District Council; "
        "Ms F Hill (by invitation)"
    )
    assert [s for s, _ in statuses(text + ITEM)] == ["present"] * 3 + ["in_attendance"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The Chairman, Councillor A Orme, presided. There were also present Councillors B Dent and C Pask. "
        "The officers in attendance were Mr D Vale, Solicitor.\n",
        "Cllr A Orme (AO) was in the chair. Also there were Cllrs B Dent (BD) and C Pask (CP). "
        "The officers were D Vale (DV, Solicitor).\n",
        "Cllr A Orme presided and the following were in attendance: Cllrs B Dent and C Pask. "
        "Mr D Vale, Solicitor, was also present.\n",
    ],
)
def test_attendance_told_in_sentences(text: str) -> None:
    """Those named after the chair are members, though `also`; officers are not."""
    assert statuses(text + ITEM) == [
        ("present", "A Orme"),
        ("present", "B Dent"),
        ("present", "C Pask"),
        ("in_attendance", "D Vale"),
    ]
    assert read(text + ITEM)[3].role == "Solicitor"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Letters of apology had come from Vice-Presidents Dr A Orme and Mr B Dent.", ["A Orme", "B Dent"]),
        ("That the apology of Cllr A Orme be accepted.", ["A Orme"]),
        ("Apologies from Member A Orme for absence and from Member B Dent for lateness were accepted.", ["A Orme"]),
        ("Apologies were received from Cllr A Orme and, for 8 May, from Cllr B Dent.", ["A Orme", "B Dent"]),
    ],
)
def test_apologies_in_sentences(sentence: str, found: list[str]) -> None:
    """Who sent them, and not who was late."""
    assert statuses(f"1. Apologies\n{sentence}\n2. Minutes\nAgreed.") == [("apologies", name) for name in found]


def test_absence_told_by_what_did_not_come() -> None:
    """Nothing heard is absence; the replaced member of a sentence sent apologies."""
    text = "1. Apologies\nApologies from Ann Orme. Nothing had been heard from Ben Dent.\n2. Minutes\nAgreed."
    assert statuses(text) == [("apologies", "Ann Orme"), ("absent", "Ben Dent")]
    text = "1. Apologies\nCouncillor Orme substituted for Councillor Dent.\n2. Minutes\nAgreed."
    assert statuses(text) == [("substitute", "Orme"), ("apologies", "Dent")]


def test_family_names_that_are_words_of_offices_end_a_name() -> None:
    """`Law` and `Lord` after a given name are family names; before an office they are not."""
    text = "Present: Councillor Benedict Law (Chair), Cllr H Laws, Anthony Lord, Ann Orme Law Officer"
    assert [n for _, n in statuses(text + ITEM)] == ["Benedict Law", "H Laws", "Anthony Lord", "Ann Orme"]


def test_a_label_in_two_languages_takes_the_line() -> None:
    """The words before the bar are the same label, no person."""
    text = "Kua Tae Mai | Present\nAnn Orme\nBen Dent\nKāore Kua Tae | Absent\nCy Pask"
    assert statuses(text + ITEM) == [("present", "Ann Orme"), ("present", "Ben Dent"), ("absent", "Cy Pask")]


@pytest.mark.parametrize(
    "text", ["", "Present:", "Present: (((((", "PRESENT " * 50, "Apologies from", "Present: Cllr \ud800"]
)
def test_damaged_lists_give_nothing_and_do_not_fail(text: str) -> None:
    """Nothing is invented from a label alone."""
    assert read(text) == []


def test_the_words_of_labels_begin_with_their_needs() -> None:
    """By their first letters they are sought; a word with another beginning would never be found."""
    labels = [r for r in rules("attendance") if ".label_" in r.id]
    found = [(r, r.pattern.search(example)) for r in labels for example in r.examples]
    assert found
    assert [r.id for r, m in found if m and not m[0].lower().startswith(tuple(n[:3] for n in r.needs))] == []


def test_a_bracket_after_a_bracket_is_no_part_of_the_role() -> None:
    """What follows a role in brackets of its own is a ward or another post; after a dash it is the role's."""
    text = "Present: Councillor Bo Orme (Chairman) (Oxley South), Councillor Ann Dent (Wren)"
    assert roles(text)[0] == ("Bo Orme", "Chairman")
    assert roles("In attendance:\nAnn Dent - Team Leader (Development Management)")[0][1] == (
        "Team Leader (Development Management)"
    )
