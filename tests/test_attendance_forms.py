"""Forms of attendance lists: offices with dashes in them, American names, letterheads, columns, sentences."""

from __future__ import annotations

import pytest

from attendance_lists import listed, names, roles
from minuteparse import parse


def test_an_office_goes_on_after_a_dash_or_colon() -> None:
    """After name, comma and office a dash is part of the office; after name, dash and office it parts the employer."""
    text = "Officers present:\nMr J Orme, Service Manager - Legal and Parks\nMs K Pask - Director - Acme Ltd\n"
    assert roles(text) == [("J Orme", "Service Manager - Legal and Parks"), ("K Pask", "Director")]
    assert listed(text)[1].organisation == "Acme Ltd"
    assert roles("In attendance:\nMs J Ray, Clerk - via Zoom") == [("J Ray", "Clerk")]
    table = "Present:\nCllr A Orme\n\nOfficials:\nMr J Dent       Assistant Director: Parks\nMs A Pask     Planner"
    assert roles(table)[1:] == [("J Dent", "Assistant Director: Parks"), ("A Pask", "Planner")]


def test_brackets_of_their_own_hold_different_things() -> None:
    """`(Chairman) (Darnley)` is an office and a place; the office of a commissioner is a body."""
    text = "Present: Cllr A Orme (Chairman) (Darnley South), Bob Dent (Chief Executive, Office of the Commissioner)"
    assert roles(text) == [("A Orme", "Chairman"), ("Bob Dent", "Chief Executive")]
    assert [a.organisation for a in listed(text)] == ["Darnley South", "Office of the Commissioner"]


def test_american_offices_stand_before_the_name() -> None:
    """First Selectman is an office, and so are capitals before a sergeant's rank."""
    assert roles("Present: First Selectman Ann J. Orme, Selectman Bob Dent") == [
        ("Ann J. Orme", "First Selectman"),
        ("Bob Dent", "Selectman"),
    ]
    assert roles("Also Present: Resident State Trooper Sgt. Ann Orme; Highway Supt. Bob Dent") == [
        ("Ann Orme", "Resident State Trooper"),
        ("Bob Dent", "Highway Supt"),
    ]


@pytest.mark.parametrize("younger", ["Ann Orme, Jr.", "Ann Orme Sr.", "Ann Orme III"])
def test_the_younger_is_told_in_the_name(younger: str) -> None:
    """What tells a child from a parent stays with the name; the family name is the word before it."""
    entries = listed(f"Present: Ms. {younger}, Mr. Bob Dent OBE")
    assert [a.person.name for a in entries] == [younger, "Bob Dent"]
    assert [(a.person.family, a.person.suffixes) for a in entries] == [("Orme", []), ("Dent", ["OBE"])]
    record = parse(f"Present: Ms. {younger}, Bob Dent\n\n1. Roads\nOrme spoke of the road.\n\n2. Parks\n", model=None)
    assert [p.name for p in record.items[0].people] == ["Orme"]


def test_a_nickname_is_part_of_the_name() -> None:
    """In quotes or in brackets; a party in brackets is none."""
    assert names('Present: Selectman Theodore "Ted" Orme, Clrs Robert (Bob) Dent and Ann (Lab) Pask')[:2] == [
        ("present", 'Theodore "Ted" Orme'),
        ("present", "Robert (Bob) Dent"),
    ]
    assert names("Present: Cllr Orme (Lab), Cllr Dent (Con)") == [("present", "Orme"), ("present", "Dent")]


@pytest.mark.parametrize(
    "label",
    [
        "Also present with the agreement of the Chairman",
        "Also with us",
        "Attending in accordance with Standing Order 25(2)",
        "Non-members in attendance at request of the Finance Officer",
    ],
)
def test_those_who_were_let_in_are_in_attendance(label: str) -> None:
    """Labels say by whose leave others came."""
    text = f"Present: Councillors A Orme and B Dent\n\n{label}: Councillor C Pask (Cabinet Member)\n"
    assert names(text)[2:] == [("in_attendance", "C Pask")]


def test_a_sentence_heads_the_list_and_together_with_ends_it() -> None:
    """`when there were present:` before the members, `Together with the ...` before the officers."""
    text = (
        "MINUTES of the Council held in the Vale House on 4 May 2011, when there were present:\n\n"
        "     Councillor R J Orme (Chairman)\n\n"
        "     Councillors:\n\n     P Dent     J D Heath\n     A Pask     K Ray\n\n"
        "Together with the Chief Executive (Ms D Gill), the Director (Parks) (Mr S Bone) and the Chaplain (the\n"
        "Reverend Canon M Hoy), who led the prayers.\n\n1. MINUTES\nThe minutes were agreed.\n"
    )
    assert roles(text)[0] == ("R J Orme", "Chairman")
    assert [(a.status, a.person.name, a.role) for a in listed(text)[-3:]] == [
        ("in_attendance", "D Gill", "Chief Executive"),
        ("in_attendance", "S Bone", "Director (Parks)"),
        ("in_attendance", "M Hoy", "Chaplain"),
    ]


def test_members_are_in_attendance_under_the_chair() -> None:
    """Where only the Cathaoirleach is named apart, those in attendance are the members; officials are not."""
    text = (
        "Cathaoirleach:     Councillor Nuala Ní Orme\n\nIn Attendance:     Councillors Fint Dent, Colm de Pask\n\n"
        "Officials:         Mr. J. Ray, Director of Services\n\nApologies:         Councillor Eoin Gill\n"
    )
    assert [(a.status, a.person.name, a.role) for a in listed(text)] == [
        ("present", "Nuala Ní Orme", "Cathaoirleach"),
        ("present", "Fint Dent", None),
        ("present", "Colm de Pask", None),
        ("in_attendance", "J. Ray", "Director of Services"),
        ("apologies", "Eoin Gill", None),
    ]


def test_an_office_and_a_dash_stand_before_its_holder_among_members() -> None:
    """`Chief Executive - Mr Pask` after a comma is no office of the member before."""
    text = "PRESENT:\nAlderman A Orme, Councillor Siobhan Gill, Councillor B Dent, Chief Executive - Mr C Pask"
    assert [(a.status, a.role) for a in listed(text)[2:]] == [("present", None), ("in_attendance", "Chief Executive")]
    department = "In attendance:\nDepartment for Roads - Mr G Orme, Section Engineer"
    assert [a.role for a in listed(department)] == ["Section Engineer"]


def test_sentences_go_on_over_lines_and_tell_who_joined() -> None:
    """A wrapped sentence of apologies, and members on a screen after those in the room."""
    text = (
        "PRESENT: Cllr A Orme\n\n1. APOLOGIES\n  Cllr B Dent (work). District Cllr J Pask had\n  sent her apologies.\n"
    )
    assert names(text)[1:] == [("apologies", "B Dent"), ("apologies", "J Pask")]
    told = (
        "The meeting was chaired by Cllr Ann Orme. Also in the room were Cllrs Jo Dent and Bob Pask and the Clerk, Sue "
        "Ray.\nCllrs Mary Gill and Hefin ab Owen joined by Zoom, as did County Councillor Tom Rudd until 7pm. "
        "Three members of the public attended.\n"
    )
    assert names(told) == [
        *(("present", n) for n in ("Ann Orme", "Jo Dent", "Bob Pask")),
        ("in_attendance", "Sue Ray"),
        *(("present", n) for n in ("Mary Gill", "Hefin ab Owen")),
        ("in_attendance", "Tom Rudd"),
    ]


def test_apologies_for_absence_and_for_lateness_in_one_sentence() -> None:
    """Only the former were away."""
    text = (
        "Present: Cr A Orme\n\n2 Apologies\n"
        "That the apologies of Cr B Dent for absence, and of Cr Jo Pask for lateness be accepted.\n"
    )
    assert names(text)[1:] == [("apologies", "B Dent")]


def test_apologies_are_a_list_below_their_sentence() -> None:
    """After `on behalf of:-` the names follow, one a line."""
    text = (
        "Present: Ann Orme\n\nI   APOLOGIES\n\nApologies were submitted on behalf of:-\n\n"
        "Jo DENT      Elected Member\n\nII   MINUTES\n\nAgreed.\n"
    )
    assert [(a.status, a.person.name, a.role) for a in listed(text)[1:]] == [("apologies", "Jo DENT", "Elected Member")]


@pytest.mark.parametrize("left", ["Jo Pask (JP)  ", "              "])
def test_a_column_changes_its_label_half_way(left: str) -> None:
    """The right column's second label ends its first list and leaves the left column alone."""
    text = (
        "Present                       Apologies\nAnn Orme, Chair               Cllr Doug Imrie\n"
        f"{left}                In attendance\nWil Doig                      Cllr Roz Dent\n\n"
        "Welcome\nAll were welcomed.\n"
    )
    status = {a.person.name: a.status for a in listed(text)}
    assert {n: status[n] for n in ("Ann Orme", "Wil Doig", "Doug Imrie", "Roz Dent")} == {
        "Ann Orme": "present",
        "Wil Doig": "present",
        "Doug Imrie": "apologies",
        "Roz Dent": "in_attendance",
    }


def test_headings_bodies_and_places_are_no_people() -> None:
    """Capitals below a list, a board in the third column, the village that someone comes from."""
    assert names("Present: Dr A Orme, Ms B Dent\n\n      UNRESERVED BUSINESS\n\n1. MINUTES\nAgreed.\n") == [
        ("present", "A Orme"),
        ("present", "B Dent"),
    ]
    text = (
        "PRESENT\nProf Jo Dent           Harbour Business Board    HBB\n"
        "A. Orme                Village of Darn Landing\n"
    )
    assert [(a.person.name, a.role, a.organisation) for a in listed(text)] == [
        ("Jo Dent", None, "Harbour Business Board"),
        ("A. Orme", None, "Village of Darn Landing"),
    ]


def test_groups_of_members_head_their_lists() -> None:
    """Groups by letter and constituencies of governors; associate members bear that name as their office."""
    text = (
        "SACRE\n\nGroup A - Christian bodies\n  - Mrs Ann Orme, Chair\n"
        "Group B - Church\n  - Mr Bob Dent\n\nItem 1: Welcome\n"
    )
    assert names(text) == [("present", "Ann Orme"), ("present", "Bob Dent")]
    text = "Chairman: Mr A Orme\n\nPublic governors - rest of county: Dr B Dent\n\nStaff governors: Ms C Pask\n"
    assert [(a.status, a.role) for a in listed(text)[1:]] == [("present", None), ("present", None)]
    assert roles("Members\nCllr A Orme\n\nAssociate Members\nProf B Dent\n")[1:] == [("B Dent", "Associate Members")]


def test_who_sent_a_governor_is_the_role() -> None:
    """`Foundation` and `Local Authority` alone; with more words they name a body."""
    text = "Present: Mrs A Orme (Foundation), Mr B Dent (Local Authority), Ms C Pask (Darnley Foundation)"
    assert [a.role for a in listed(text)] == ["Foundation", "Local Authority", None]


def test_a_couple_shares_the_family_name() -> None:
    """A first name and `and` before a whole name; among first names alone it is another."""
    assert names("Present: Ann Orme (Chair), Bob Dent, Marv and Sue Forb, Jo Pask") == [
        ("present", n) for n in ("Ann Orme", "Bob Dent", "Marv Forb", "Sue Forb", "Jo Pask")
    ]
    assert names("Present: Dale and Ruth Dent")[-1] == ("present", "Ruth Dent")
    assert names("Present: Derek, Josephine and Gwen Orme")[1] == ("present", "Josephine")


def test_the_field_of_an_office_follows_its_comma() -> None:
    """In a list of titled people; without titles the words after a comma are a person."""
    text = "Officials:\nMs. K. Orme, Senior Executive Officer, Motor Tax\nMr. B. Dent, Senior Engineer\n"
    assert roles(text) == [("K. Orme", "Senior Executive Officer, Motor Tax"), ("B. Dent", "Senior Engineer")]
    assert len(names("Present: Ann Orme, Clerk, Bob Dent")) == 2
    manager = "Present: Cr A Orme\n\nSTAFF: Morgan Dent, Chief Executive; Rebecca Pask, Group Manager Assets"
    assert roles(manager)[1:] == [("Morgan Dent", "Chief Executive"), ("Rebecca Pask", "Group Manager Assets")]
    assert roles("Staff present:\nMs K Orme, Planner and other officials\n") == [("K Orme", "Planner")]


def test_two_of_a_line_have_their_offices_after_the_names() -> None:
    """Without a sign between an office and the next name; an office that none follows is of the next."""
    text = "Officers:\nMr E Orme, Chief Officer Mr S Dent, Principal Officer\nMrs J Pask, Clerk\n"
    assert roles(text) == [("E Orme", "Chief Officer"), ("S Dent", "Principal Officer"), ("J Pask", "Clerk")]


@pytest.mark.parametrize("clerk", ["Mrs Jo Gill", "Mr K Bone"])
def test_a_letterhead_names_nobody_who_was_there(clerk: str) -> None:
    """The clerk above a list is there only if the list says so, and the address is nobody's name."""
    text = (
        f"ORME PARISH COUNCIL\nClerk: {clerk}, 3 Forge Cottages, Stoke Orme   01632 960288\n\n"
        "PRESENT: Cllrs A Orme and B Dent\nIN ATTENDANCE: Jo Gill (minutes)\n"
    )
    assert names(text) == [("present", "A Orme"), ("present", "B Dent"), ("in_attendance", "Jo Gill")]
    assert roles(text)[2] == ("Jo Gill", "Clerk" if "Gill" in clerk else "minutes")


def test_officers_of_a_society_are_of_its_committee() -> None:
    """The treasurer after the secretary is present; an officer after the clerk of a council is in attendance."""
    text = "PRESENT  Mr A Orme (Chairman), Mrs B Dent (Hon. Secretary), Mr K Pask (Hon. Treasurer), Jo Ray (Editor)"
    assert [a.status for a in listed(text)] == ["present"] * 4
    assert [a.status for a in listed("Present: Cllr A Orme, Bob Dent (Clerk), Jo Ray (Treasurer)")][1:] == [
        "in_attendance",
        "in_attendance",
    ]


def test_ranks_that_command_are_roles() -> None:
    """A superintendent's rank is the role; a constable's is only a title, and so is the provost's."""
    text = "Also attending: Superintendent N Orme, Darn Police; PC A Dent; Provost D Begg\n"
    assert [a.role for a in listed(text)] == ["Superintendent", None, None]
    assert roles("Present: Ms A Orme, Senate Assessor; Mr B Dent, Rector") == [
        ("A Orme", "Senate Assessor"),
        ("B Dent", "Rector"),
    ]


def test_names_that_a_line_breaks_or_that_are_other_words() -> None:
    """A family name with a bracket on the next line, and Board after a first name."""
    assert names("Present\nCouncillor Ann Orme (Darn), Councillor Iain\nMcCrae (Milt Borough), Councillor B Dent") == [
        ("present", n) for n in ("Ann Orme", "Iain McCrae", "B Dent")
    ]
    assert roles("Staff: Mr R Orme (Town Clerk), Mrs\n     Iris Board (Minute Secretary)")[1] == (
        "Iris Board",
        "Minute Secretary",
    )


@pytest.mark.parametrize("apologies", ["Apologies: None\n\n", ""])
def test_the_bereaved_are_not_in_attendance(apologies: str) -> None:
    """A paragraph of condolences under the lists names nobody who was there or away."""
    text = (
        f"Present: Cllr A Orme and Cllr B Dent\n\n{apologies}"
        "Condolences to Mr. J Gill and Mrs. M Rudd.\n\n1. Minutes\nAgreed.\n"
    )
    assert names(text) == [("present", "A Orme"), ("present", "B Dent")]
    assert names("Present: Cllr A Orme\n\nApologies: Cllr B Dent (bereavement)")[1:] == [("apologies", "B Dent")]


def test_irish_labels() -> None:
    """Councils of Ireland print the labels of their lists in Irish alone, or beside the English ones."""
    text = (
        "I gCATHAOIR:   Cllr. Bríd Ní Orme, Cathaoirleach.\n\nI LÁTHAIR:   Cllrs. P.J. Dent & Mary Pask.\n\n"
        "OIFIGIGH:    Mr. Ciarán Ray, District Engineer\n\nLEITHSCÉAL:  Cllr. Tom Hay.\n"
    )
    assert names(text) == [
        ("present", "Bríd Ní Orme"),
        ("present", "P.J. Dent"),
        ("present", "Mary Pask"),
        ("in_attendance", "Ciarán Ray"),
        ("apologies", "Tom Hay"),
    ]
    assert names("Ag labhairt: Cllr. Tom Hay\n") == []


def test_those_nominated_by_a_council_stand_under_its_name() -> None:
    """The heading needs no colon; a sentence that a council nominated somebody is none."""
    text = "PRESENT\n\nElected Members\n\nJ R Orme Esq\n\nNominated by Darnley District Council\n\nCouncillor G Dent\n"
    assert names(text) == [("present", "J R Orme"), ("present", "G Dent")]


def test_the_name_of_a_body_after_its_label_is_no_list() -> None:
    """`Committee:` with members after it is a list, with a name of a body a line of the header."""
    text = "Committee:   Education and Wellbeing Scrutiny Committee\nDate: 5 May 2020\n\nCOUNCILLORS\nCllr. Ann Orme\n"
    assert names(text) == [("present", "Ann Orme")]
    assert names("Present\nCommittee: Ann Orme, Bob Dent\n") == [("present", "Ann Orme"), ("present", "Bob Dent")]


def test_a_post_may_begin_with_a_word_for_a_body() -> None:
    """Police, amenities and learning are bodies by themselves, and the first half of a post before "and"."""
    text = "In attendance\n\nMs A Orme, Police and Crime Commissioner\nMr B Dent, Clerk to the Panel\n"
    assert roles(text) == [("A Orme", "Police and Crime Commissioner"), ("B Dent", "Clerk to the Panel")]
    text = "Officials: Town Clerk (Mr. A. Orme), City and County Librarian (Mr. B. Dent), Accountant (Ms. C. Pask)\n"
    assert names(text)[1] == ("in_attendance", "B. Dent")
    text = "Staff: Town Clerk Ms A Orme, Amenities Supervisor Mr B Dent\n"
    assert roles(text) == [("A Orme", "Town Clerk"), ("B Dent", "Amenities Supervisor")]


def test_fields_of_directors_stand_in_brackets() -> None:
    """Two directors of services are told apart by their fields; a chair in brackets is none."""
    text = "Officials:\n\nDirector of Services (Housing): Ms A Orme\nDirector of Services (Roads): Mr B Dent\n"
    assert roles(text) == [("A Orme", "Director of Services (Housing)"), ("B Dent", "Director of Services (Roads)")]


def test_holders_of_offices_in_brackets_in_a_sentence() -> None:
    """Each office with "the" before it has its own holder."""
    text = (
        "Present: Cllr A Hay.\n\n"
        "The Clerk (Mr N Orme), the Engineer (Mr P Dent) and the Surveyor (Mrs L Pask) were in attendance.\n"
    )
    assert roles(text)[1:] == [("N Orme", "Clerk"), ("P Dent", "Engineer"), ("L Pask", "Surveyor")]


def test_a_key_below_a_table_says_what_its_marks_mean() -> None:
    """Without a key the marks say nothing, and bars part a name from what is beside it."""
    table = "Member | Ward | Mark\nCllr A Orme | Mill | ✓\nCllr B Dent | Hill | Ap\nCllr C Pask | Mill | X\n"
    key = "\n✓ present   Ap apologies   X absent\n"
    assert names(table + key) == [("present", "A Orme"), ("apologies", "B Dent"), ("absent", "C Pask")]
    rows = "| A Orme | Chair | Present |\n| B Dent | Parent | Absent |\n| C Pask | - | Present |\n"
    closed = "| Member | Role | Came |\n" + rows
    assert roles(closed) == [("A Orme", "Chair"), ("B Dent", "Parent"), ("C Pask", None)]


def test_apologies_that_begin_with_from() -> None:
    """The word is no post."""
    assert roles("2. APOLOGIES\n\nFrom Cllr Gwyn Orme (holiday).\n") == [("Gwyn Orme", None)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Councillor Dent was unable to attend.", [("Dent", "apologies")]),
        ("Councillor Dent had sent word that she was ill.", [("Dent", "apologies")]),
        ("Councillor Dent was unable to attend until 8 pm.", []),
        ("Councillor Dent sent word of the fair.", []),
    ],
)
def test_absence_told_in_a_sentence_under_apologies(sentence: str, found: list[tuple[str, str]]) -> None:
    """Who was unable to attend or sent word is excused; who came late or spoke of something else is not."""
    text = (
        "WREN TOWN COUNCIL\n\nMinutes of 4 May 2020\n\nPresent: Councillors A Hay and B Orme\n\n"
        f"1. Apologies\n{sentence}\n\n2. Parks\nNoted.\n"
    )
    told = [(a.person.name, a.status) for a in parse(text).attendance]
    assert told == [("A Hay", "present"), ("B Orme", "present"), *found]


def test_parties_in_the_plural_and_of_residents() -> None:
    """Groups named in the plural, by a residents' association, or with the nation before them."""
    text = (
        "WREN TOWN COUNCIL\n\nMinutes of 4 May 2020\n\nPresent: Conservatives: Councillors Hay and Orme; "
        "Independents: Councillors Dent and Moss\n\n1. Parks\nNoted.\n"
    )
    found = [(a.person.name, a.party) for a in parse(text).attendance]
    assert [party for _, party in found] == ["Conservatives"] * 2 + ["Independents"] * 2
    assert [name for name, _ in found] == ["Hay", "Orme", "Dent", "Moss"]
    other = "WREN TOWN COUNCIL\n\nPresent: Councillors A Hay (Scottish Labour), B Orme (Resident Officer)\n\n1. Parks\n"
    assert [a.party for a in parse(other).attendance] == ["Scottish Labour", None]


def test_the_first_paragraph_may_tell_who_came() -> None:
    """Without a label: whoever opened the meeting, and who else was there; a report of elsewhere is none of it."""
    head = "Wren Community Council\n\nMinutes of the meeting on 3 May 2021\n\n"
    text = "The Chair, Cllr Rhodri Orme, opened the meeting at 7.02pm. Also there were Cllrs Sian Dent and Dai Pask.\n"
    assert names(head + text + "\n1. Apologies\n\nNone.\n") == [
        ("present", "Rhodri Orme"),
        ("present", "Sian Dent"),
        ("present", "Dai Pask"),
    ]
    report = "Mr Orme opened the new hall.\n"
    assert names(head + report + "\n1. Apologies\n\nNone.\n") == []


def test_the_sentence_of_the_head_may_end_in_a_label() -> None:
    """ "... commencing at 2.00 p.m., there were present:-" opens the list; under a rule of procedure stand guests."""
    text = (
        "WREN COUNCIL\n\nAt a MEETING of the EXECUTIVE held in the Guildhall, Wren on Tuesday, 3rd March, 2009, "
        "commencing at 2.00 p.m., there were present:-\n\nCouncillor D W Orme - Leader\n"
        "Councillor N Dent - Executive Member\n\n"
        "Members in attendance under Procedure Rule 9 -\n\nCouncillors P Pask and Mrs A Hay\n"
    )
    assert names(text) == [
        ("present", "D W Orme"),
        ("present", "N Dent"),
        ("in_attendance", "P Pask"),
        ("in_attendance", "A Hay"),
    ]
    assert names("WREN COUNCIL\n\n1. Roads\n\nThere were present:- Acme Ltd and Wren Ltd offered prices.\n") == []


def test_partners_and_teams() -> None:
    """An auditor's partner is a post, and Microsoft Teams a way of attending."""
    text = "In attendance:\nMr J Orme, Key Audit Partner, Wren LLP; Ms H Dent, Head of Law (via Microsoft Teams)\n"
    assert roles(text) == [("J Orme", "Key Audit Partner"), ("H Dent", "Head of Law")]
