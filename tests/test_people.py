"""People named in item bodies, with the role printed beside the name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minuteparse.evidence import Evidence, gather
from minuteparse.fields.people import find_all_people, find_people
from minuteparse.fields.roles import role_after, role_before
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Attendance, ItemPerson, Person
from minuteparse.text import from_text


def _evidence(*bodies: str) -> Evidence:
    text = "".join(bodies)
    blocks, at = [], 0
    for body in bodies:
        end = at + len(body)
        blocks.append(Block("", "Item", at, at, "other", 1, at, at, at, end, "test"))
        at = end
    return replace(gather(from_text(text)), outline=Outline(0, tuple(blocks), at))


def _person(name: str, start: int) -> Person:
    return Person(name=name, text=name, start=start, end=start + len(name))


def _attended(*names: str) -> list[Attendance]:
    return [
        Attendance(person=Person(name=n, text=n, start=0, end=0), status="present", start=0, end=0, by="test")
        for n in names
    ]


def _people(body: str, *known: str) -> list[ItemPerson]:
    return find_all_people(_evidence(body), _attended(*known))[0]


def _names(body: str, *known: str) -> list[str]:
    return [p.name for p in _people(body, *known)]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Councillors Ashworth, B Dunmore and Mrs Peake spoke.", ["Ashworth", "B Dunmore", "Peake"]),
        ("The Panel heard from Josephine Tarrant of Age Matters.", ["Josephine Tarrant"]),
        ("A letter from K. Hollowell was read.", ["K. Hollowell"]),
        ("SJ Brackley £112.48", ["SJ Brackley"]),
        ("Grant Whitlow asked whether the path would be lit.", ["Grant Whitlow"]),
        ("Present were Vic Marlow, Rose Tarrant and Sunil Patel.", ["Vic Marlow", "Rose Tarrant", "Sunil Patel"]),
        ("Thanks were given to Councillor Peake's daughter.", ["Peake"]),
        ("In answer to Councillor Peake Mr Marlow said no.", ["Peake", "Marlow"]),
        ("Mover:- Councillor Peake          Seconder:- Councillor Dent", ["Peake", "Dent"]),
        ("MOTION BY COUNCILMAN PEAKE TO ADJOURN.", ["PEAKE"]),
    ],
)
def test_people_are_found_with_and_without_a_title(body: str, names: list[str]) -> None:
    """Titles, given names, initials beside other evidence, and lists show who is a person."""
    assert _names(body) == names


@pytest.mark.parametrize(
    "body",
    [
        "The bus shelter in Victoria Road was repaired.",
        "Work at St James had begun, and at Queen Elizabeth Hall.",
        "Pupils of the Josephine Tarrant Academy performed.",
        "Appendix A Report. Option B Support.",
        "The Rose Garden and the Grace Hotel were visited.",
        "Councillor AB and Cllr CD had called.",
        "K & M Lighting £33.78",
        "Joe's Bar was licensed.",
        "The lease of the yard went to Kumar Garages in May.",
        "Anglian Networks reported that the pipe was mended.",
        "",
    ],
)
def test_places_firms_and_initials_are_no_people(body: str) -> None:
    """Roads, schools, firms and bare initials are left out."""
    assert _names(body) == []


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("The Head of Inclusion, G Farwell, gave a talk.", "Head of Inclusion"),
        ("The Director of Housing, Mr Max Bellingham, agreed.", "Director of Housing"),
        ("Rosalind Malham, Head of Corporate Finance, presented it.", "Head of Corporate Finance"),
        ("Mr Bill Farrow, Deputy Leader (Children & Families); was there.", "Deputy Leader (Children & Families)"),
        (
            "and James Smithers, Performance, Policy and Scrutiny Manager, came.",
            "Performance, Policy and Scrutiny Manager",
        ),
        ("He thanked Mr Sean Pardew, the Chief Financial Officer, and others.", "Chief Financial Officer"),
        (
            "heard from Dr Sarah Dabbs, GP and clinical lead for young people, and left",
            "GP and clinical lead for young people",
        ),
        ("Ms Helen Trotter, a parent, spoke.", "a parent"),
        ("It was in the hands of an independent author, Professor Hilary Mantell.", "independent author"),
        ("The valuer, Mr C Jukes, thought it low.", "valuer"),
        ("Treasurer Ray Barnett reported a balance.", "Treasurer"),
        ("Attorney: Dennis Quilliam", "Attorney"),
        ("Chief Inspector Helen Varnley described the scheme.", "Chief Inspector"),
        ("Roy Measham (Chairman) sent apologies.", "Chairman"),
        ("Mr Roy Measham, Hon. Secretary, sent apologies.", "Hon. Secretary"),
        ("Mr Roy Measham, Deputy Headteacher, sent apologies.", "Deputy Headteacher"),
        ("Mr Roy Measham (Section 151 Officer) agreed.", "Section 151 Officer"),
        ("Ms B Orme, Governance Officer\nApologies: none", "Governance Officer"),
        ("Deputy Mayor Haworth seconded it.", "Deputy Mayor"),
    ],
)
def test_the_role_beside_a_name_is_read(body: str, role: str) -> None:
    """A role stands before or after the name, in brackets, as a label or as a rank."""
    assert [p.role for p in _people(body)] == [role]


@pytest.mark.parametrize(
    "body",
    [
        "Mr S Partridge, 11 Sussex Close, asked about bins.",
        "It was agreed to elect Councillor Carbury as Chairman.",
        "At the invitation of the Chairman, Councillor Dent spoke.",
        "In answer to Councillor Lowell the Chief Accountant advised that none was lost.",
        "Mr Dent and the Head of Finance left.",
        "A letter from Mr Dent, Clerk to write back.",
        "Mr Dent (Con) agreed.",
        "In reply to the Chair, Mr Toprak said that it was.",
        "In reply to Councillor Dent, the Cabinet Member stated that it was.",
        "Mayor Councillor Dent voted for it.",
        "Supervisor Dent seconded it.",
    ],
)
def test_what_is_no_role_of_the_person_is_left_out(body: str) -> None:
    """Addresses, offices to be filled, parties, and the next sentence's subject are no roles."""
    assert [p.role for p in _people(body)] == [None]


def test_a_role_between_two_names_goes_to_one() -> None:
    """With an article it introduces the second name; without one it follows the first."""
    second = _people(
        "After a question from Councillor Tansley, the Executive Member, Councillor Whitlow, confirmed it."
    )
    first = _people("Apologies from Mr Tansley, Head of Roads, and Mrs Whitlow.")
    assert [p.role for p in second] == [None, "Executive Member"]
    assert [p.role for p in first] == ["Head of Roads", None]


def test_each_person_stands_once_an_item_at_the_first_mention() -> None:
    """A surname that may be an earlier person's is not listed again; a different title or initial is."""
    body = (
        "Mrs Ann Dent spoke. Councillor Dent, Leader, agreed. Mr Dent did not. Mrs A Dent and Councillor B Dent left."
    )
    people = _people(body)
    assert [(p.name, p.role) for p in people] == [("Ann Dent", "Leader"), ("Dent", None)]
    assert _names("Councillor A Dent and Councillor B Dent left.") == ["A Dent", "B Dent"]
    assert [p.start for p in people] == sorted(p.start for p in people)


def test_people_known_from_attendance_are_found_untitled() -> None:
    """Surnames of known people count in lists of votes and after "Seconded by", not in a sentence of their own."""
    body = "For: Ferrybridge, Oxenholme.\nSeconded by Ferrybridge.\nThe Oxenholme line is shut."
    assert _names(body) == []
    assert _names(body, "A Ferrybridge", "B Oxenholme") == ["Ferrybridge", "Oxenholme"]
    assert _names("Quorra Zell reported.", "Quorra Zell") == ["Quorra Zell"]


def test_people_of_one_item_are_known_in_the_next() -> None:
    """A title anywhere makes a family name known everywhere."""
    found = find_all_people(_evidence("Councillor Quennell spoke.\n", "Seconded by Quennell.\n"))
    assert [[p.name for p in item] for item in found] == [["Quennell"], ["Quennell"]]


def test_each_person_cites_the_characters_that_name_them() -> None:
    """Offsets point at the text, across a wrapped line too, and the rule is named."""
    body = "The meeting was then addressed at some length by Mrs Josephine\nTarrant, who had come by bus.\n"
    evidence = _evidence(body)
    (person,) = find_people(evidence, evidence.outline.blocks[0])
    assert evidence.source.quote(person.start, person.end) == person.text == "Mrs Josephine Tarrant"
    assert (person.name, person.by, person.attendee) == ("Josephine Tarrant", "people.titled", None)


def test_agenda_text_above_the_minute_names_nobody() -> None:
    """What stands before the minute itself, such as an instruction on the agenda page, is not read."""
    evidence = _evidence("To hear Mr Dent.\nMr Orme was heard.\n")
    block = replace(evidence.outline.blocks[0], agenda_end=17)
    assert [p.name for p in find_people(evidence, block)] == ["Orme"]


def test_roles_stay_within_the_bounds_given() -> None:
    """Words beyond the limit, which belong to another name, are not read."""
    text = "Ann Dent, Head of Finance, spoke"
    assert role_after(text, 8, len(text)) == (10, 25)
    assert role_after(text, 8, 10) is None
    before = "Head of Finance, Ann Dent"
    assert role_before(before, 17, 0) == (0, 15)
    assert role_before(before, 17, 15) is None


@pytest.mark.parametrize(
    "unit", ["Ann ", "A. ", "Mr ", "Ann, ", "ANN ", "the Head of ", "\n", "Ann Dent, ", "(", "Dent\n"]
)
def test_time_is_linear_in_hostile_bodies(unit: str) -> None:
    """Four times the text takes nowhere near sixteen times the work: calls are counted, not seconds."""
    assert _work(unit * 400) < 8 * _work(unit * 100) + 500


def _work(body: str) -> int:
    import cProfile

    evidence = _evidence(body)
    profile = cProfile.Profile()
    profile.runcall(find_all_people, evidence)
    return sum(entry.callcount for entry in profile.getstats())


def test_the_list_of_those_present_gives_names_in_it_their_posts() -> None:
    """An attendance printed as an item has its posts in a column; what many are called is no one's post."""
    body = "Ann Dent\nSurveyor\nBo Orme\nMembers"
    source = from_text("1. Present\n" + body)
    at = source.text.index("Ann")
    end = source.text.index("Bo")
    rows = [
        Attendance(person=_person("Ann Dent", at), status="present", role="Surveyor", start=at, end=end - 1, by="t"),
        Attendance(person=_person("Bo Orme", end), status="present", role="Members", start=end, end=end + 7, by="t"),
    ]
    block = Block("1", "Present", 0, 0, "other", 1, 10, 11, 11, len(source.text), "test")
    found = find_all_people(replace(gather(source), outline=Outline(0, (block,), len(source.text))), rows)
    assert [(p.name, p.role) for p in found[0]][:1] == [("Ann Dent", "Surveyor")]
    assert all(p.role != "Members" for p in found[0])


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("Public Works Director Dent said that it was mended.", "Dent", "Public Works Director"),
        ("Mr Ron Orme, the caretaker, was thanked.", "Ron Orme", "caretaker"),
        ("Ms Ann Orme, a parent, spoke.", "Ann Orme", "a parent"),
        ("Councillor Dent would meet the Society's chairman, Dr Hugh Orme, on site.", "Hugh Orme", "chairman"),
        ("The clerk advised that the valuer, Mr Ron Orme, had come.", "Ron Orme", "valuer"),
        ("Hon. Secretary Mr. Orme spoke.", "Orme", "Hon. Secretary"),
        ("Mr Bo Orme (RFO) presented the accounts.", "Bo Orme", "RFO"),
    ],
)
def test_posts_beside_names(body: str, name: str, role: str) -> None:
    """A post as a title before a surname, after an article, or of a body."""
    assert {p.name: p.role for p in _people(body, "Gail Dent")}[name] == role


def test_a_managers_department_is_no_person() -> None:
    """Fire services print "Group Manager" as a rank; regional councils name a department after it."""
    assert _names("The Mayor asked the Group Manager Natural Resources to report. Mr Orme spoke.") == ["Orme"]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("The thatcher, Mr Neville Lark, wanted a decision.", "thatcher"),
        ("A blacksmith, Mr. Emile Lark, has been engaged.", "blacksmith"),
        ("The shelter, Mr Lark said, was damp.", None),
        ("On the other matter, Mr Lark, who was late, had no view.", None),
        ("The applicant, Mr Neville Lark, spoke.", "The applicant"),
        ("Prop: Cllr Rook   Sec: Cllr Lark   All in favour", None),
        ("Prop: Cllr Lark   Sec: Cllr Mrs Rook   All in favour", None),
        ("Mr Lark, of Rook Planning Consultants, agent for the applicant, spoke.", "agent for the applicant"),
        ("First Selectman Lark opened the meeting.", "First Selectman"),
        ("The case was heard by Mr. Neville Lark, of Counsel, whose advice was read.", "of Counsel"),
        ("They met a caseworker, Ms Lark, in May.", "caseworker"),
    ],
)
def test_what_somebody_is_called(body: str, role: str | None) -> None:
    """A noun that the name explains, the role after an organisation, offices that are titles; no label of a motion."""
    (found,) = [p for p in _people(body) if "Lark" in p.name]
    assert found.role == role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("County Councillor Ana Dent gave her report.", "County Councillor"),
        ("District Cllr Dent gave her report.", "District Cllr"),
        ("It was signed by the Chair and the Clerk, Mrs Dent.", "Clerk"),
        ("Mrs Dent, speaking as ward member, was against it.", "ward member"),
        ("Mrs Dent of Dent Homes, applicant, spoke for it.", "applicant"),
        ("Mrs Dent, tree warden\nAlso speaking: nobody.", "tree warden"),
    ],
)
def test_roles_of_guests_and_of_the_last_of_two(body: str, role: str) -> None:
    """A tier that few bear, the nearer of two offices, capacities, a role after a firm and before a label."""
    assert [(p.family, p.role) for p in _people(body)] == [("Dent", role)]


@pytest.mark.parametrize(
    "body",
    [
        "A second surveyor, Mr Dent, had begun.",
        "His neighbour, Mr Dent, was out.",
        "Mr Dent, representing the Wren Trust, spoke for it.",
        "The Board agreed to remove Mr Dent as supervisor.",
        "Reports: County Councillor. Cllr Dent had sent one.",
    ],
)
def test_what_anybody_is_is_no_role(body: str) -> None:
    """One of several, somebody's neighbour, who speaks for a body, and whose office is taken away."""
    assert [(p.family, p.role) for p in _people(body)] == [("Dent", None)]


def test_a_tier_that_the_members_bear_is_no_role() -> None:
    """Where many are county councillors, or the head names that tier, the title stays a title."""
    many = " ".join(f"County Councillor {name} spoke." for name in ("Dent", "Hay", "Orme", "Moss"))
    assert {p.role for p in _people(many)} == {None}
    own = "Wrenshire County Council met. County Councillor Dent spoke."
    assert [p.role for p in _people(own)] == [None]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The lessee, Mr Silas Brook, had written.", "lessee"),
        ("She wrote to the head teacher of Exley School, Mrs Tunn.", "head teacher of Exley School"),
        ("The price of the mason, Luc Spurr, was high.", "mason"),
        ("A degree went to Dame Maud Spurr, computer scientist, and others.", "computer scientist"),
        ("Professor Jane Spurr, Professor of Music, attended.", "Professor of Music"),
        ("Mr Ivo Spurr, bandmaster of the Exley Silver Band, asked.", "bandmaster of the Exley Silver Band"),
        ("They met Ken Spurr, Exley Choir branch secretary, on Monday.", "Exley Choir branch secretary"),
        ("Planning Director Walt Spurr reported on it.", "Planning Director"),
        ("Detective Superintendent Gail Spurr had four cases.", "Detective Superintendent"),
        ("It noted the resignation of parent governor Neil Spurr in May.", "parent governor"),
        ("As safeguarding link governor, Ms Polly Spurr had seen it.", "safeguarding link governor"),
        ("LETTING OF ROOMS\nChair Spurr thanked Mr Spurr.", "Chair"),
        ("Mr Spurr, however, had left.", None),
        ("The shelter, Mr Spurr said, was full.", None),
        ("In reply to the mason, Mr Spurr said no.", None),
        ("Mr Spurr, a resident, spoke.", "a resident"),
    ],
)
def test_callings_between_commas_are_roles(text: str, role: str | None) -> None:
    """A calling in small letters, an office in capitals and a whole rank are roles; what only ends like one is none."""
    assert _people(text)[0].role == role
