"""Each issue fires where it should, and keeps silent at a near miss."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from minuteparse import parse
from minuteparse.audit import audit
from minuteparse.dates import FoundDate
from minuteparse.evidence import Evidence, gather
from minuteparse.issue_codes import CODES
from minuteparse.layout import Layout
from minuteparse.outline.model import Outline
from minuteparse.parse import parse_source
from minuteparse.record import Action, Attendance, Header, Item, ItemPerson, Mention, Minutes, Person, Vote
from minuteparse.text import from_bytes, from_layout, from_text

TEXT = "The quick brown fox jumps over the lazy dog. " * 20
EMPTY = parse("x")


def codes(minutes: Minutes, text: str = TEXT, dates: tuple[FoundDate, ...] = ()) -> list[str]:
    """The codes that a record of `text` raises, those of what a bare record lacks left out."""
    source = from_text(text)
    evidence = Evidence(source=source, lines=(), outline=Outline(0, (), 0), dates=dates, times=())
    issues = audit(minutes, evidence)
    for issue in issues:
        assert issue.severity == CODES[issue.code]
        assert issue.message.endswith(".")
        assert (issue.start is None) == (issue.end is None)
    return [i.code for i in issues if i.code not in ("no-headings", "no-date", "no-attendance")]


def record(**parts: object) -> Minutes:
    """A record with only these parts."""
    return EMPTY.model_copy(update={"header": Header(), "attendance": [], "items": [], "issues": []} | parts)


def item(number: str = "1", at: int = 0, **parts: object) -> Item:
    """An item of ten characters."""
    heading = {"number": number, "title": "CLOCK", "kind": "other", "level": 1, "by": "outline.test"}
    return Item.model_validate(heading | {"start": at, "body_start": at + 5, "end": at + 10} | parts)


def person(name: str, *honorifics: str) -> Person:
    """A person by name."""
    given, _, family = name.rpartition(" ")
    return Person(name=name, honorifics=list(honorifics), given=given or None, family=family, text=name, start=3, end=9)


def attendee(name: str, status: str = "present", *honorifics: str) -> Attendance:
    """One entry of attendance."""
    return Attendance.model_validate(
        {"person": person(name, *honorifics), "status": status, "start": 0, "end": 9, "by": "attendance.test"}
    )


def mention(value: str, at: int = 0, text: str = "words") -> Mention:
    """A mention of five characters."""
    return Mention(text=text, start=at, end=at + 5, value=value, by="dates.test")


def numbered(*numbers: str) -> Minutes:
    """A record of items so numbered."""
    return record(items=[item(number, at=10 * i) for i, number in enumerate(numbers)])


@pytest.mark.parametrize(
    "numbers", [("27", "29"), ("1", "2", "4"), ("45/23", "47/23"), ("2023/7", "2023/9"), ("CS/23/1", "CS/23/4")]
)
def test_a_gap_in_the_numbers(numbers: tuple[str, ...]) -> None:
    """A number that is left out may be an item that is."""
    assert codes(numbered(*numbers)) == ["item-number-gap"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("27", "28"),
        ("5", "", "6"),
        ("7", "7a", "8"),
        ("45/23", "46/23"),
        ("3", "1", "2"),
        ("9", "CS/4"),
        ("52/23", "1/24"),
    ],
)
def test_no_gap(numbers: tuple[str, ...]) -> None:
    """Numbers that run on, letters, unnumbered headings, restarts and other series are no gap."""
    assert codes(numbered(*numbers)) == []


def test_numbers_below_the_agendas_level_do_not_count() -> None:
    """4.1 and 4.3 are sub-headings."""
    assert codes(record(items=[item("4"), item("4.1", 10, level=2), item("4.3", 20, level=2)])) == []


def test_a_number_that_stands_twice() -> None:
    """The same number before two items."""
    assert codes(numbered("4", "5", "5", "6")) == ["item-number-repeated"]


def test_a_restart_repeats_no_number() -> None:
    """Numbers that begin at 1 again open a new part."""
    assert codes(numbered("1", "2", "3", "1", "2", "3")) == []


def test_weekday_against_date() -> None:
    """10 January 2024 was a Wednesday."""
    date = {"start": 4, "end": 9, "day": 10, "month": 1, "year": 2024, "by": "dates.test"}
    assert codes(record(), dates=(FoundDate(**date, weekday=1),)) == ["weekday-mismatch"]
    assert codes(record(), dates=(FoundDate(**date, weekday=2),)) == []
    assert codes(record(), dates=(FoundDate(**date, weekday=None),)) == []


def test_a_weekday_is_not_held_against_a_date_without_year_or_sense() -> None:
    """What is no date has no weekday."""
    part = {"start": 4, "end": 9, "day": 30, "month": 2, "weekday": 1, "by": "dates.test"}
    assert codes(record(), dates=(FoundDate(**part, year=None), FoundDate(**part, year=2024))) == []


@pytest.mark.parametrize(
    ("start", "end", "fires"),
    [("18:00", "17:40", True), ("18:00", "19:40", False), ("19:00", "00:20", False), ("10:00", "01:00", True)],
)
def test_end_before_start(start: str, end: str, fires: bool) -> None:
    """An evening meeting may end after midnight; a morning's may not."""
    header = Header(start=mention(start), end=mention(end, 10))
    assert codes(record(header=header)) == ["end-before-start"] * fires


def test_more_votes_than_members() -> None:
    """Three members cannot cast four votes; officers have none; without attendance nothing is known."""
    vote = Vote(for_=3, against=1, start=0, end=5, by="votes.test")
    members = [attendee(name) for name in ("A Bell", "B Cole", "C Dunn")]
    assert codes(record(attendance=members, items=[item(votes=[vote])])) == ["votes-exceed-present"]
    officer = attendee("D Eade", "in_attendance")
    assert codes(record(attendance=[*members, officer], items=[item(votes=[vote])])) == ["votes-exceed-present"]
    substitute = attendee("D Eade", "substitute")
    assert codes(record(attendance=[*members, substitute], items=[item(votes=[vote])])) == []
    assert codes(record(items=[item(votes=[vote])])) == []


def test_there_and_away() -> None:
    """One person cannot be present and send apologies; two of one surname can."""
    assert codes(record(attendance=[attendee("A Bell"), attendee("A Bell", "apologies")])) == ["present-and-apologies"]
    assert codes(record(attendance=[attendee("A Bell"), attendee("B Bell", "apologies")])) == []
    mr_and_mrs = [attendee("Bell", "present", "Mr"), attendee("Bell", "apologies", "Mrs")]
    assert codes(record(attendance=mr_and_mrs)) == []


@pytest.mark.parametrize(
    ("words", "value", "fires"),
    [
        ("Members have received an invitation for ", "2023-10-28", True),
        ("The fair will take place on Saturday ", "2023-10-28", True),
        ("A visit is scheduled for ", "2023-10-28", True),
        ("Members have received an invitation for ", "2023-11-28", False),
        ("The fair took place on ", "2023-10-28", False),
        ("The invitation was declined. The visit was on ", "2023-10-28", False),
    ],
)
def test_an_event_said_to_be_ahead_that_is_past(words: str, value: str, fires: bool) -> None:
    """The meeting was on 8 November: what is said to come cannot lie before it."""
    dates = [mention(value, at=len(words))]
    minutes = record(header=Header(date=mention("2023-11-08")), items=[item(dates=dates, end=99)])
    assert codes(minutes, words + "28 October 2023.") == ["upcoming-before-meeting"] * fires
    assert codes(minutes.model_copy(update={"header": Header()}), words + "28 October 2023.") == []


def test_a_next_meeting_before_this_one() -> None:
    """In January last year's number is easily typed."""
    header = Header(date=mention("2023-11-08"))
    assert codes(record(header=header, next_meeting=mention("2023-01-10"))) == ["upcoming-before-meeting"]
    assert codes(record(header=header, next_meeting=mention("2024-01-10"))) == []


def test_a_surname_that_two_attendees_share() -> None:
    """`Councillor Bell` may be either; `A Bell` and `Mrs Bell` are not in doubt."""
    attendance = [attendee("A Bell", "present", "Mr"), attendee("B Bell", "present", "Mrs"), attendee("C Cole")]

    def named(name: str, *honorifics: str, index: int | None = None) -> list[str]:
        there = ItemPerson(**person(name, *honorifics).model_dump(), attendee=index, by="people.test")
        return codes(record(attendance=attendance, items=[item(people=[there])]))

    assert named("Bell", "Councillor") == ["ambiguous-name"]
    assert named("Bell", "Mrs") == []
    assert named("A Bell") == []
    assert named("Cole") == []
    assert named("Bell", index=1) == []


def test_a_surname_in_doubt_is_named_once() -> None:
    """The first use carries the issue."""
    vote = Vote(mover=person("Bell"), seconder=person("Bell"), start=0, end=5, by="votes.test")
    minutes = record(attendance=[attendee("A Bell"), attendee("B Bell")], items=[item(votes=[vote])])
    assert codes(minutes) == ["ambiguous-name"]


@pytest.mark.parametrize(
    ("due", "due_text", "fires"),
    [
        (None, "before Christmas", True),
        (None, "at all future meetings", False),
        (None, "every quarter", False),
        ("2024-01-10", "at the next meeting", False),
        (None, None, False),
    ],
)
def test_a_deadline_without_a_date(due: str | None, due_text: str | None, fires: bool) -> None:
    """A deadline that fixes no day is said; what recurs has none."""
    action = Action(text="Mend the clock", due=due, due_text=due_text, start=0, end=5, by="actions.test")
    assert codes(record(items=[item(actions=[action])])) == ["due-unresolved"] * fires


@pytest.mark.parametrize(
    ("owners", "fires"),
    [
        (["JS"], True),
        (["Cllr HD"], True),
        (["AB"], False),
        (["MK"], False),
        (["RFO"], False),
        (["Clerk"], False),
        (["J Smith"], False),
    ],
)
def test_initials_that_stand_for_nobody(owners: list[str], fires: bool) -> None:
    """AB attended, MK is explained in brackets, RFO is a post; JS is nobody."""
    action = Action(text="Mend the clock", owners=owners, start=0, end=5, by="actions.test")
    minutes = record(attendance=[attendee("Ann Bell")], items=[item(actions=[action, action])])
    assert codes(minutes, TEXT + "Mary King (MK)") == ["initials-unresolved"] * fires


def test_an_empty_document_is_only_that() -> None:
    """White space alone is an empty document; one word is not."""
    assert [i.code for i in parse(" \n\f ").issues] == ["empty-document"]
    assert [i.code for i in parse("").issues] == ["empty-document"]
    assert "empty-document" not in [i.code for i in parse("CHAIR").issues]


def test_what_a_text_lacks() -> None:
    """A text that is no minutes lacks headings, date and attendance; the seed lacks none of them."""
    lacking = {"no-headings", "no-date", "no-attendance"}
    assert {i.code for i in parse("the quick brown fox").issues} == lacking


def test_the_seed_has_the_one_issue_that_its_clerk_left(seed_text: str) -> None:
    """An invitation for 28 October at a meeting of 8 November, and nothing else."""
    (issue,) = parse(seed_text).issues
    assert issue.code == "upcoming-before-meeting"
    assert seed_text[issue.start : issue.end] == "28 October 2023"


def test_a_guessed_encoding_is_said() -> None:
    """Windows text carries the issue, also when it is empty of words; UTF-8 does not."""
    text = "The Chair’s café – minutes of the Parish Council held on Tuesday. " * 20
    assert "encoding-guessed" in [i.code for i in parse_source(from_bytes(text.encode("cp1252"))).issues]
    assert "encoding-guessed" not in [i.code for i in parse_source(from_bytes(text.encode())).issues]


def test_issues_come_in_order_of_the_text() -> None:
    """Those of no place first, then by offset."""
    minutes = numbered("1", "3", "3", "9")
    source = from_text(TEXT)
    starts = [-1 if i.start is None else i.start for i in audit(minutes, gather(source))]
    assert starts == sorted(starts)
    assert starts[0] == -1


def test_docs_and_code_list_the_same_codes(root: Path) -> None:
    """docs/issues.md has one row for each code, with its severity, and none besides."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", (root / "docs" / "issues.md").read_text(encoding="utf-8"), re.M)
    assert dict(rows) == CODES
    assert [code for code, _ in rows] == sorted(CODES)


def test_doubtful_values_are_listed_on_demand_alone(root: Path) -> None:
    """A record says `doubtful` of nothing until it is asked to."""
    assert "doubtful" in CODES
    minutes = parse((root / "corpus" / "seed.txt").read_text(encoding="utf-8"))
    assert "doubtful" not in {issue.code for issue in minutes.issues}


@pytest.mark.parametrize(
    ("pages", "says"), [((2,), "Page 2 shows a picture"), ((2, 5), "Pages 2, 5 show a picture"), ((), "")]
)
def test_pages_without_text_are_named(pages: tuple[int, ...], says: str) -> None:
    """The code "page-without-text" fires for a file with a page of pictures among others, and for no other."""
    source = from_layout(TEXT, Layout(textless=pages), name=None, data=b"", media_type="application/pdf")
    messages = [i.message for i in parse_source(source, model=None).issues if i.code == "page-without-text"]
    assert [message.startswith(says) for message in messages] == [True] * bool(pages)


def test_characters_lost_on_the_way_are_said() -> None:
    """The code "characters-lost" fires at the first of them, and an apostrophe is read between letters."""
    minutes = parse("Present: Councillor O\ufffdNeill, Mrs\ufffd Orme", model=None)
    (issue,) = [i for i in minutes.issues if i.code == "characters-lost"]
    assert (issue.start, issue.end, issue.message[:26]) == (21, 22, "2 characters were lost whe")
    assert "characters-lost" not in {i.code for i in parse("Present: Councillor O'Neill", model=None).issues}


def test_wrong_encodings_are_said() -> None:
    """The code "mojibake" fires for text that was decoded wrongly, and for no accent."""
    assert "mojibake" in {i.code for i in parse("Present: Councillor JosÃ© Quill", model=None).issues}
    assert "mojibake" not in {i.code for i in parse("Present: Councillor José Quill", model=None).issues}


def test_pages_read_from_pictures_are_said() -> None:
    """The code "text-recognised" names the page that is least sure."""
    layout = Layout(recognised=((1, 96), (3, 71)))
    source = from_layout(TEXT, layout, name=None, data=b"", media_type="application/pdf")
    (issue,) = [i for i in parse_source(source, model=None).issues if i.code == "text-recognised"]
    assert issue.message == "2 pages were read from pictures; Tesseract is least sure of page 3, at 71 of 100."


def test_numbers_torn_from_titles() -> None:
    """Lines of several numbers each, as a column of numbers leaves them; a reference or two in the text is none."""
    torn = parse("16/05/1 i)\n\nii) 16/05/2\n\n16/05/3 i)\n\nReports\n\nNone.\n", model=None)
    assert [(i.code, i.start, i.end) for i in torn.issues if "number" in i.code] == [("item-number-detached", 0, 10)]
    assert "3 lines" in next(i.message for i in torn.issues if i.code == "item-number-detached")
    text = "1. Reports\n\n16/05/1 i) and\n16/05/2 ii) were noted.\n\n2. Letters\n\nNone.\n"
    assert not [i for i in parse(text, model=None).issues if i.code == "item-number-detached"]


def test_names_without_commas() -> None:
    """Family names alone are not cut by guess; given names, titles and initials say where a person begins."""
    bare = parse("Present: Councillors Bell Dent Fox Grey Hay\n\nApologies: Cllr Kerr\n", model=None)
    assert [a.person.name for a in bare.attendance] == ["Kerr"]
    (found,) = [i for i in bare.issues if i.code == "names-unparted"]
    assert (found.start, found.end) == (21, 43)
    for told in (
        "Ann Bell Bob Dent Carol Fox",
        "Councillors A Bell B Dent C Fox",
        "Cllr Bell Cllr Dent",
        "Kath Payne Kenn Combe",
    ):
        record = parse(f"Present: {told}\n", model=None)
        assert len(record.attendance) > 1
        assert not [i for i in record.issues if i.code == "names-unparted"]


def test_every_code_has_a_test_here() -> None:
    """A code that no test names could never fire unseen."""
    source = Path(__file__).read_text(encoding="utf-8")
    named: Callable[[str], bool] = lambda code: f'"{code}"' in source  # noqa: E731
    assert [code for code in CODES if not named(code)] == []
