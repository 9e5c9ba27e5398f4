"""Names, columns and labels of attendance lists that only some councils print."""

from __future__ import annotations

import pytest

from attendance_lists import listed, names, roles


@pytest.mark.parametrize(
    "form", ["M.J. Orme", "M J Orme", "MJ Orme", "M. J. Orme", "M.Ll. Orme", "J.-P. Orme", "M.J.K. Orme"]
)
def test_initials_in_every_form_belong_to_the_name(form: str) -> None:
    """Alone, first, in the middle and at the end of a list."""
    assert names(f"Present: Councillors {form} (Chair), A Dent, {form} and K Pask")[:1] == [("present", form)]
    assert names(f"Present: Councillors K.L. Pask, {form} and T.A. Bone") == [
        ("present", n) for n in ("K.L. Pask", form, "T.A. Bone")
    ]
    assert names(f"Present: {form} (Chair), K.L. Pask") == [("present", form), ("present", "K.L. Pask")]


def test_initials_glued_to_the_name_are_given_names() -> None:
    """`M.J.Orme` is an Orme."""
    assert [(a.person.given, a.person.family) for a in listed("Present: Mr M.J.Orme, Mr K.Hall")] == [
        ("M.J.", "Orme"),
        ("K.", "Hall"),
    ]


def test_initials_that_repeat_those_of_the_last_name_begin_a_name() -> None:
    """`MJ Dent` after `M J Orme` is a person; lone initials after a name are only its short form."""
    assert names("Present: Councillors M J Orme, MJ Dent") == [("present", "M J Orme"), ("present", "MJ Dent")]
    assert names("Present: Mary Orme MO, Ann Dent AD") == [("present", "Mary Orme"), ("present", "Ann Dent")]


def test_a_name_that_is_a_verb_in_small_letters_makes_no_sentence() -> None:
    """A list with Will or BE in it is read as a list."""
    assert names("Present: Cr JJ Barr (Chair), Cr BE Rolls, Cr CI Shell and Will Orme") == [
        ("present", n) for n in ("JJ Barr", "BE Rolls", "CI Shell", "Will Orme")
    ]
    assert names("Present: Cr Barr. The meeting will be recorded by Will Orme.") == [("present", "Barr")]


def test_columns_of_name_office_and_initials() -> None:
    """The office is the middle column, whatever is in brackets; the initials are none."""
    text = (
        "PRESENT\nProfessor Helen Mayne       Non-Executive Director (Chair)     HMa\n"
        "Will Orme                   Non-Executive Director             WO\n"
        "Paul Dent                   Waste Contracts Manager            PD\n"
        "Ann Pask                    Police and Crime Commissioner      AP\n"
    )
    assert roles(text) == [
        ("Helen Mayne", "Non-Executive Director (Chair)"),
        ("Will Orme", "Non-Executive Director"),
        ("Paul Dent", "Waste Contracts Manager"),
        ("Ann Pask", "Police and Crime Commissioner"),
    ]


def test_offices_in_the_first_column() -> None:
    """An office that begins like a rank is none; two columns of councillors stay people."""
    text = (
        "Present: Cr A Orme\n\nIN ATTENDANCE    Group Manager River Works      Mr RJ Strong\n"
        "                 Group Manager Natural Ways      Dr J Roy-Lee\n"
    )
    assert roles(text)[1:] == [("RJ Strong", "Group Manager River Works"), ("J Roy-Lee", "Group Manager Natural Ways")]
    assert names("Present:\nCouncillor A Orme      Councillor B Dent\nMayor C Pask      Mr D Tarn") == [
        ("present", n) for n in ("A Orme", "B Dent", "C Pask", "D Tarn")
    ]


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Who came", "present"),
        ("Sorry not to be there", "apologies"),
        ("Not able to come", "apologies"),
        ("Leithscéal / Apologies", "apologies"),
        ("Not accounted for", "absent"),
        ("No word from", "absent"),
        ("Missing", "absent"),
        ("Expected but not attending", "absent"),
        ("Guests", "in_attendance"),
        ("Attending", "in_attendance"),
    ],
)
def test_labels_in_plain_words(label: str, status: str) -> None:
    """Village societies put it in words of their own."""
    assert names(f"Present: Ann Pask (Chair), Joe Tarn\n{label}: Kit Orme, Una Dent\n\n1. Minutes\nAgreed.")[2:] == [
        (status, "Kit Orme"),
        (status, "Una Dent"),
    ]


def test_members_by_who_elected_them() -> None:
    """Those elected by the staff are members, not staff."""
    text = "Present:\nEx officio: Dr A Orme, Dean of Arts.\nElected by the Staff: Dr K Pask; Mr J Tarn."
    assert names(text) == [("present", "A Orme"), ("present", "K Pask"), ("present", "J Tarn")]


def parties(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, party and role of each entry of `text`."""
    return [(a.person.name, a.party, a.role) for a in listed(text)]


def replaced(text: str) -> list[tuple[str, str, str | None]]:
    """Status, name and the member replaced of each entry of `text`."""
    return [(a.status, a.person.name, a.substitute_for.name if a.substitute_for else None) for a in listed(text)]


def test_a_party_beside_other_words_of_a_bracket() -> None:
    """First or last in the bracket; initials of the name are no party, nor is a letter that the document explains."""
    text = (
        "Present: Cllr A Orme (Lab, Chair), Cllr B Dent (Con; left 6.40), Cllr C Pask (Wren County Council, Labour), "
        "Cllr Lesley Ode (LD), Cllr Tom Mere (LD), Cllr D Tarn (Labour group)"
    )
    assert parties(text) == [
        ("A Orme", "Lab", "Chair"),
        ("B Dent", "Con", None),
        ("C Pask", "Labour", None),
        ("Lesley Ode", "LD", None),
        ("Tom Mere", "LD", None),
        ("D Tarn", "Labour", None),
    ]
    assert [a.mode for a in listed("Attendance (R = remote)\nPresent: Dr Una Hahn (R), Kit Orme")] == ["remote", None]
    assert parties("Present: Mr Paul Court (PC), Mr A Orme (Clerk)")[0] == ("Paul Court", None, None)


def test_a_party_over_its_members() -> None:
    """On its line or before a colon; a working group is none."""
    lines = "COUNCILLORS:\n\nLabour Group\nAnn Orme (Leader), Mark Reeve\n\nIndependent\nDoreen May"
    assert parties(lines) == [
        ("Ann Orme", "Labour", "Leader"),
        ("Mark Reeve", "Labour", None),
        ("Doreen May", "Independent", None),
    ]
    colons = "Present: Labour group: Councillors Kit Orme, Una Dent\nConservative group: Councillor Joe Pask"
    assert parties(colons) == [
        ("Kit Orme", "Labour", None),
        ("Una Dent", "Labour", None),
        ("Joe Pask", "Conservative", None),
    ]
    assert parties("Present: Working Group: Councillors Kit Orme, Una Dent")[0] == ("Kit Orme", None, None)


def test_a_column_of_parties_or_offices_below_the_names() -> None:
    """As many as there are names, each goes to the name in its place."""
    assert parties("PRESENT\nCllr A Orme Convener\nCllr B Dent\nSNP\nCon\nAPOLOGIES\nCllr C Pask") == [
        ("A Orme", "SNP", "Convener"),
        ("B Dent", "Con", None),
        ("C Pask", None, None),
    ]
    below = "Present\nAnn Orme\nBo Dent\nIndependent member (Chair)\nTenant member\nIn attendance\nKit Vale\n"
    assert roles(below) == [
        ("Ann Orme", "Independent member (Chair)"),
        ("Bo Dent", "Tenant member"),
        ("Kit Vale", None),
    ]


def test_a_table_with_a_column_of_presence() -> None:
    """The column decides; who came on behalf of another is the substitute."""
    text = (
        "| Organisation | Name and position | Attendance |\n|---|---|---|\n"
        "| ICB | Mrs Fola Orme, Member and Chair | Present (from 2.25 pm) |\n"
        "| ICB | Ann Dent, Director of Care | Apologies |\n"
        "| ICB | Bo Mere, Deputy | Present on behalf of Ann Dent |\n"
        "| GP | Dr A Pask, Member | In attendance (non-voting) |\n"
        "| LDC | Mr Kit Tarn, Secretary | Not present, no apology |\n\n1. Minutes\nAgreed.\n"
    )
    assert replaced(text) == [
        ("present", "Fola Orme", None),
        ("apologies", "Ann Dent", None),
        ("substitute", "Bo Mere", "Ann Dent"),
        ("in_attendance", "A Pask", None),
        ("absent", "Kit Tarn", None),
    ]
    assert roles(text)[0] == ("Fola Orme", "Member and Chair")
    assert names("| Name | Task |\n|---|---|\n| Ann Orme | Posters |\n| Bo Dent | Post |\n| Kit Pask | Tea |\n") == []


def test_dotted_leaders_to_the_status() -> None:
    """The word at the end of the dots is the status."""
    text = (
        "1. ROLL CALL\nThe meeting was called to order at 6 pm.\n\n"
        "  Dot White, Chair ........ Present\n  Carl Lund ...... Excused\n"
        "  Joe Stamp (seated for Mr. Lund) .... Present\n  Una Tarn ..... Absent\n\n2. MINUTES\nApproved.\n"
    )
    assert replaced(text) == [
        ("present", "Dot White", None),
        ("apologies", "Carl Lund", None),
        ("substitute", "Joe Stamp", "Carl Lund"),
        ("absent", "Una Tarn", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllr Ann Orme; Cllr Bo Dent (stood in for Cllr Kit Pask)\nApologies: Cllr Kit Pask",
        "Present: Cllr Ann Orme; Cllr Bo Dent (vice Cllr Kit Pask, on leave)\nApologies: Cllr Kit Pask",
        "Present: Cllr Ann Orme; Cllr Bo Dent (Lab; deputising for Cllr Kit Pask)\nApologies: Cllr Kit Pask",
        "Present: Cllr Ann Orme; Cllr Bo Dent*\n\n* substitute for Cllr Kit Pask\n\nApologies: Cllr Kit Pask",
        "Present: Cllr Ann Orme; Cllr Bo Dent\nApologies: Cllr Kit Pask, for whom Councillor Dent acted as substitute",
        "Present: Cllr Ann Orme; Cllr Bo Dent\nApologies: Cllr Kit Pask (substituted by Cllr Dent)",
        "Present: Cllr Ann Orme; Cllr Bo Dent\nApologies: Cllr Kit Pask (Con) annual leave, substitute Cllr Dent",
    ],
)
def test_a_substitute_wherever_it_is_said(text: str) -> None:
    """Beside the substitute, in a footnote, or beside the absent member."""
    assert replaced(text) == [
        ("present", "Ann Orme", None),
        ("substitute", "Bo Dent", "Kit Pask"),
        ("apologies", "Kit Pask", None),
    ]


def test_an_asterisk_without_a_footnote_of_substitutes() -> None:
    """A sign explained otherwise makes no substitute."""
    assert replaced("Present: Cllr Ann Orme; Cllr Bo Dent*\n\n* left at 7 pm for Cllr Pask's talk")[1] == (
        "present",
        "Bo Dent",
        None,
    )


def test_who_presided_and_who_sat_with_the_chair() -> None:
    """Village minutes tell it in a sentence after the letterhead; a report of another meeting does not count."""
    told = (
        "OXLEY PARISH COUNCIL\nClerk: Mrs. F. Vale, 3 Church Close\n\nThe Council met in the Pavilion on 4 May 2020. "
        "Mr. Rob Orme presided; with him were Mrs. Una Dent and Mr. Kit Pask.\n\n1. Minutes\nAgreed.\n"
    )
    assert names(told)[1:] == [("present", "Rob Orme"), ("present", "Una Dent"), ("present", "Kit Pask")]
    other = (
        "OXLEY PARISH COUNCIL\nClerk: Mrs. F. Vale\n\nThe Council met on 4 May 2020. Mr. Orme wrote.\n\n"
        "1. Minutes\nAgreed.\n"
    )
    assert names(other) == [("in_attendance", "F. Vale")]


def test_the_holder_of_the_chair_above_the_members() -> None:
    """The Mayor stands on a line of their own above the councillors."""
    text = "The Deputy Mayor, Councillor Lora Spice\n\nCOUNCILLORS:\nKit Orme, Una Dent and Joe Pask"
    assert roles(text) == [("Lora Spice", "Deputy Mayor"), ("Kit Orme", None), ("Una Dent", None), ("Joe Pask", None)]


def test_offices_in_the_plural_and_in_a_row() -> None:
    """`Churchwardens A and B` are both; offices before each name are theirs."""
    text = "Present: Churchwardens Ann Orme (AO) and Bo Dent (BD); Treasurer Kit Pask, Shop Manager Una Tarn"
    assert roles(text) == [
        ("Ann Orme", "Churchwardens"),
        ("Bo Dent", "Churchwardens"),
        ("Kit Pask", "Treasurer"),
        ("Una Tarn", "Shop Manager"),
    ]


def test_apologies_and_lateness_in_one_sentence() -> None:
    """Who was late was there."""
    text = (
        "Present: Cr A Orme\n\n1. APOLOGIES\n"
        "That an apology from Cr B Dent and an apology for lateness from Cr C Pask be received.\n"
    )
    assert names(text) == [("present", "A Orme"), ("apologies", "B Dent"), ("present", "C Pask")]


def test_initials_after_the_family_name() -> None:
    """`Orme, J.` is one person; a comma alone parts two."""
    assert names("Councillors: Cllr Orme, J. (Mayor); Cllr Dent, K.L.") == [
        ("present", "Orme, J."),
        ("present", "Dent, K.L."),
    ]


def test_a_remark_about_a_person_is_no_sentence() -> None:
    """`who took the minutes` closes a list; the employer after `of` is no person."""
    text = (
        "Present: Cllr Ann Orme\nOfficers: Mrs J Dent, Clerk, Dr Priya Mere of Beath Hydro, "
        "and Mrs S Pask, who took the minutes."
    )
    assert names(text)[1:] == [
        ("in_attendance", "J Dent"),
        ("in_attendance", "Priya Mere"),
        ("in_attendance", "S Pask"),
    ]


def test_a_run_of_names_each_with_its_office() -> None:
    """No sign parts them: the office goes to the name before it; offices after all the names go to none."""
    run = "In attendance Ruth Sand Assistant Chief Fire Officer Bill Huss Head of Legal Jo Tran Internal Auditor"
    assert roles(f"Present Cllr A Orme\n\n{run}\n\n1. Minutes\nAgreed.\n")[1:] == [
        ("Ruth Sand", "Assistant Chief Fire Officer"),
        ("Bill Huss", "Head of Legal"),
        ("Jo Tran", "Internal Auditor"),
    ]
    apart = "Present Mr Ruth Sand Mr Bill Huss Ms Jo Tran Ms Una Dent Chief Executive Head of Legal Auditor Clerk"
    assert roles(apart) == [("Ruth Sand", None), ("Bill Huss", None), ("Jo Tran", None), ("Una Dent", None)]


def test_first_names_alone_are_people_among_names() -> None:
    """Societies list whoever they know by first name only; an office or a place in the same spot is none."""
    there = "Present: Ann Hill, Bob Dent, Carol (chair), Deepak, Li"
    assert roles(there) == [("Ann Hill", None), ("Bob Dent", None), ("Carol", "Chair"), ("Deepak", None), ("Li", None)]
    assert names(f"{there}\nApologies: Toby")[-1] == ("apologies", "Toby")
    assert names("Present: Ann Hill\nApologies: Jean, Tom Hay, Carol")[1:] == [
        ("apologies", n) for n in ("Jean", "Tom Hay", "Carol")
    ]
    assert names("Present: Cllr A Hill, Carol Dent, Warden, Dean") == [("present", "A Hill"), ("present", "Carol Dent")]


def test_the_chair_who_sent_apologies_was_not_there() -> None:
    """ "Chair" beside the name is an office; "in the Chair" tells who presided."""
    text = "Present: Ann Hill, Bob Dent, Jo Moss\nApologies: Carol Orme (Chair), Tom Hay"
    assert names(text)[-2:] == [("apologies", "Carol Orme"), ("apologies", "Tom Hay")]
    assert roles(text)[-2] == ("Carol Orme", "Chair")


@pytest.mark.parametrize("title", ["BCllr", "D/Cllr", "Cnty Cllr", "Boro Cllr", "Cmhlr"])
def test_titles_with_the_tier_in_them_are_no_names(title: str) -> None:
    """Parishes shorten the titles of their borough's and county's councillors."""
    assert names(f"Present: Cllr T Hill, {title} P Moss, Cllr A Hay") == [
        ("present", n) for n in ("T Hill", "P Moss", "A Hay")
    ]


def test_ranks_in_the_plural_govern_the_names_after_them() -> None:
    """Police come in twos."""
    assert names("Present: Cllr T Hill. In attendance: PCSOs Dent and Moor")[1:] == [
        ("in_attendance", "Dent"),
        ("in_attendance", "Moor"),
    ]


def test_surnames_that_stand_first_keep_their_first_names() -> None:
    """In a list parted by semicolons or lines; "Orme, Dent" are two members of a list of surnames."""
    parted = ["Hill, Ann", "Dent, Bob", "Moss, Carol"]
    for text in ("Present: Hill, Ann; Dent, Bob; Moss, Carol", "Present:\nHill, Ann\nDent, Bob\nMoss, Carol"):
        assert names(text) == [("present", n) for n in parted]
    person = listed("Staff: Hill, Ann (Clerk); Dent, Bob (Warden)")[0].person
    assert (person.given, person.family) == ("Ann", "Hill")
    assert names("Present: Orme, Dent and Pask") == [("present", n) for n in ("Orme", "Dent", "Pask")]


def test_the_place_that_sent_a_member_is_neither_role_nor_person() -> None:
    """Joint committees print the council after a dash."""
    text = "Present: Councillors Jo Hay (Vice-Chair) - Wrenham; Al Orme - Oxley; Bo Dent - Wrenham"
    assert roles(text) == [("Jo Hay", "Vice-Chair"), ("Al Orme", None), ("Bo Dent", None)]
    assert listed(text)[1].organisation == "Oxley"


def test_a_heading_with_a_roman_number_is_nobody() -> None:
    """The first heading below the name of the board."""
    text = (
        "BOARD OF SUPERVISORS\n\nI. CALL TO ORDER\nAnn Orme called the meeting to order.\n\nPresent: Ann Orme, Bo Dent"
    )
    assert ("present", "I. CALL") not in names(text)
