"""The outline: which lines head the items, where an item's text begins and ends."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.layout import Heading, Layout
from minuteparse.outline.markers import read_marker
from minuteparse.parse import parse_source
from minuteparse.text import from_layout


def _items(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in parse(text, model=None).items]


def _kinds(text: str) -> list[str]:
    return [item.kind for item in parse(text, model=None).items]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("3/ Minutes", "3", "Minutes"),
        ("No. 71   DRAINS", "71", "DRAINS"),
        ("Item 9 - Correspondence", "9", "Correspondence"),
        ("Agenda 4 - minute GP/16/7", "GP/16/7", ""),
        ("3. 150 Canal Street Stores", "3", "150 Canal Street Stores"),
        ("2. May Financials", "2", "May Financials"),
        ("2. 1 Police report", "2. 1", "Police report"),
        ("14. Mill Lane", "14", "Mill Lane"),
    ],
)
def test_a_number_is_read_with_its_title_after_it(line: str, number: str, title: str) -> None:
    """Slashes, dashes and the word for an item stand between number and title; a title may begin with a number."""
    marker = read_marker(line)
    assert marker is not None
    assert (marker.number, line[marker.after :]) == (number, title)


@pytest.mark.parametrize(
    "line", ["11:00 PM.", "34C, 64-64A.", "336 Sumner St.", "48 Chatham Road, Boston", "2. May 2017", "The 3rd"]
)
def test_times_addresses_and_dates_are_no_numbers_of_items(line: str) -> None:
    """What begins with a figure need not be numbered."""
    assert read_marker(line) is None


def test_titles_underlined_with_tildes_are_headings() -> None:
    """Whatever sign draws the line."""
    head = "HAZEL LANE SOCIETY\n\nCommittee, 9 March 2023\n\nIn the hut\n\n"
    text = "Matters arising\n~~~~~~~~\nThe skip came.\n\nShop\n~~~~\nTakings rose by a tenth, it was said.\n\n"
    text = f"{head}{text}Bonfires\n~~~~~~~~\nNone.\n\nNext meeting\n~~~~~~~~~~~~\n13th April 2023.\n"
    assert [title for _, title in _items(text)] == ["Matters arising", "Shop", "Bonfires", "Next meeting"]


def test_children_of_a_number_that_ends_in_nought() -> None:
    """6.1 stands under 6.0."""
    text = "5.0 MINUTES\n\nAgreed.\n\n6.0 DELEGATIONS\n\n6.1 Hallow Cycling Club\n\nMs Roy asked for a lane.\n\n"
    text += "7.0 REPORTS\n\nNone.\n\n8.0 NEW BUSINESS\n\nNone.\n"
    assert [number for number, _ in _items(text)] == ["5.0", "6.0", "6.1", "7.0", "8.0"]


def test_the_number_of_a_resolution_below_a_title_is_no_part_of_it() -> None:
    """Nor is the heading below that has a number of its own."""
    text = "3.0 ADOPTION OF AGENDA\nRES-2020-117\nTHAT the agenda be adopted. CARRIED\n\n4.0 INTERESTS\nNone.\n\n"
    text += "5.0 REPORTS OF OFFICERS\n5.1 CHIEF EXECUTIVE OFFICER\n5.1.1 TENDER FOR BITUMEN\nThe tender was let.\n"
    titles = [title for _, title in _items(text)]
    assert titles[:3] == ["ADOPTION OF AGENDA", "INTERESTS", "REPORTS OF OFFICERS"]


def test_short_titles_between_blank_lines_head_a_document_without_known_ones() -> None:
    """Four of them do; so do the titles before a colon where each paragraph has one."""
    lone = "\n\n".join(
        f"{title}\n\n{text}"
        for title, text in (
            ("Programming Competition", "It ran for two days and the prizes were sent out by post afterwards."),
            ("New Website", "The pages were moved to the other machine in the week before the last meeting."),
            ("Mailing Lists", "Nobody could say who reads the old list, so it will be closed at the end of May."),
            ("Ticketing System", "The one that was tried out needs more memory than the machine in the hall has."),
        )
    )
    head = "GAMES SOCIETY\n\nCommittee, 14 October 2005\n\nRoom 3\n\nPresent: Jo, Al, Bea\n\n"
    assert len(_items(f"{head}{lone}\n")) == 4
    titles = ("Matters arising", "Communion cups", "Roof", "Clerk's report", "Correspondence", "Date of next meeting")
    running = "KIRK SESSION\n\n" + "".join(
        f"{title}: The Session was told that all was well with it and left it there.\n\n" for title in titles
    )
    assert [title for _, title in _items(running)] == list(titles)


def test_the_close_stays_in_an_item_that_is_named_for_it() -> None:
    """Elsewhere its sentence is the closing block's."""
    for title, kept in (("NEXT MEETING AND CLOSURE", True), ("NEXT MEETING", False)):
        text = f"1 MINUTES\n\nAgreed.\n\n2 ROADS\n\nNoted.\n\n3 {title}\n\n9 May 2019. The meeting closed at 8.11 pm.\n"
        item = parse(text, model=None).items[-1]
        assert ("closed" in text[item.start : item.end]) is kept


@pytest.mark.parametrize(
    "close",
    [
        "*Finished 9.05pm. TW*",
        "Ended at five past seven",
        "This concluded the business of the meeting.",
        "*TW, 9/2/18*",
    ],
)
def test_the_close_is_known_in_many_words(close: str) -> None:
    """It belongs to no item."""
    text = f"1 MINUTES\n\nAgreed.\n\n2 ROADS\n\nNoted.\n\n{close}\n"
    item = parse(text, model=None).items[-1]
    assert text[item.end :].strip() == close


def test_kinds_of_titles_that_few_write() -> None:
    """Scottish minutes, parishes, American boards."""
    titles = ["MINUTE OF 4 MAY 2011", "MATTERS RAISED BY PARISHIONERS", "REPORT OF THE DISTRICT COUNCILLOR"]
    titles += ["Roll Call and Pledge", "Public Hearing: Gravel Pit", "Anything Else", "Next"]
    text = "".join(f"{n}. {title}\n\nWords were said of it.\n\n" for n, title in enumerate(titles, 1))
    wanted = ["previous_minutes", "public_questions", "update", "other", "substantive", "urgent", "next_meeting"]
    assert _kinds(text) == wanted


def test_headings_that_the_file_marks_are_headings() -> None:
    """A style or bold type in a Word file tells what the words alone leave open."""
    titles = ("Van", "What the street wants", "Correspondence", "Date of next meeting")
    parts = ["GAMES SOCIETY", "Minutes, 14 October 2005", "Held in Room 3", "At 7 pm", "Present: Jo Moss, Al Penn"]
    for title in titles:
        parts += [title, "Words were said about it and it was left to the next time, when all would be there."]
    text = "\n".join(parts) + "\n"
    at = [text.index(f"{title}\n") for title in titles]
    marks = tuple(Heading(start, start + len(title), 2) for start, title in zip(at, titles, strict=True))
    source = from_layout(text, Layout(headings=marks), name=None, data=b"", media_type="text/html")
    assert [item.title for item in parse_source(source, model=None).items] == list(titles)
    assert len(parse(text, model=None).items) < len(titles)


def test_rising_numbers_on_lines_of_their_own_head_a_document() -> None:
    """Though their titles are no known ones; a table's numbers without a dot, in between, are none of them."""
    parts = [
        "OXLEY MUNICIPAL DISTRICT",
        "Minutes of Meeting, 21 June 2018",
        "PRESENT:",
        "Councillors Hay, Orme and Dent.",
    ]
    for n, title in enumerate(
        ("Submission of Minutes", "Question submitted by Councillor Hay", "Noise Plan", "Letters"), 1
    ):
        parts += [f"{n}.", title, "The Executive Engineer gave a presentation and answered what was asked of her."]
    parts += ["7", "Site at Glasgow Park", "15", "Site at Quay Road", "29", "Site at Fair Green"]
    for n in range(5, 10):
        parts += [f"{n}.", f"Question submitted by Councillor {'ABCDE'[n - 5]} Orme", "It was answered."]
    numbers = [number for number, _ in _items("\n".join(parts) + "\n")]
    assert numbers == [str(n) for n in range(1, 10)]


def test_a_short_lettered_heading_is_borne_out_by_its_like() -> None:
    """Where letters head parts of one item they do so under another too, however little stands below."""
    long = "\n\nMr Penn asked how long the hedge had stood and who was to cut it.\n\n"
    text = f"I. MINUTES\n\nAgreed.\n\nII. OLD BUSINESS\n\nA. Hedge at Mill Lane{long}B. Stray Dogs\n\nTabled.\n\n"
    text += f"III. NEW BUSINESS\n\nA. Hut Roof{long}B. Skate Ramp{long}IV. ADJOURNMENT\n\nAgreed.\n"
    assert [number for number, _ in _items(text)] == ["I", "II", "A", "B", "III", "A", "B", "IV"]


def test_a_part_may_be_headed_by_who_gave_notice_of_it() -> None:
    """Names alone above a motion, with a number of the item's, are its title."""
    text = "1.0 MINUTES\n\nAgreed.\n\n2.0 NOTICES OF MOTION\n\n2.1 Councillors Ada Moss and Bo Penn\n\n"
    text += '"That a bench be bought."\n\nThis was agreed.\n\n3.0 CORRESPONDENCE\n\nNone.\n'
    assert _items(text)[2] == ("2.1", "Councillors Ada Moss and Bo Penn")


def test_reports_of_officers_gather_business() -> None:
    """The heading alone is none; each report below it is of its own kind."""
    head = "1. APOLOGIES\n\nNone.\n\n2. STAFF REPORTS\n\n"
    parts = (
        "2.1 Hut Roof\n\nThe Manager showed three prices.\n\n2.2 Skate Ramp\n\nThe Manager was asked for a plan.\n\n"
    )
    tail = "3. CORRESPONDENCE\n\nNone.\n"
    assert _kinds(head + parts + tail)[1:4] == ["other", "substantive", "substantive"]
    assert _kinds(head + "The Manager has been ill.\n\n" + tail)[1] == "update"


@pytest.mark.parametrize(
    "foot",
    ["Chairman, 20 June 2023", "KM/May 2023", "Signed ......\n\nAda Moss\nConvener of the Roads Panel"],
)
def test_what_is_signed_below_the_last_item_is_no_part_of_it(foot: str) -> None:
    """The chair's day of signing, the initials of who wrote, a convener."""
    text = f"1. APOLOGIES\n\nNone.\n\n2. ROADS\n\nNoted.\n\n3. NEXT MEETING\n\n4 May 2023 at noon.\n\n{foot}\n"
    last = parse(text, model=None).items[-1]
    assert text[last.body_start : last.end].strip() == "4 May 2023 at noon."


def test_a_day_that_begins_a_longer_text_is_not_the_next_meeting() -> None:
    """A day and a place are; a supper is told of at more length."""
    head = "1. APOLOGIES\n\nNone.\n\n2. MINUTES\n\nAgreed.\n\n3. Summer supper\n\n"
    day = "Thursday 6 July in the orchard from 7pm."
    more = " Ada Moss has the urns and the trestles, and Bo Penn and Cy Roy are to see to the pies again."
    assert _kinds(head + day + "\n")[2] == "next_meeting"
    assert _kinds(head + day + more + "\n")[2] == "substantive"


def test_what_follows_the_names_below_the_last_item_is_signed_too() -> None:
    """A notice of the next meeting and the stamp of the registry stand under the clerk."""
    foot = "Respectfully submitted,\n\nAda Moss\nRecording Secretary\n\nNext Regular Meeting: May 4, 2023\n\n"
    text = "1. CALL TO ORDER\n\nAt noon.\n\n2. ROADS\n\nNoted.\n\n3. MONEY\n\nNone came.\n\n"
    text += f"{foot}Filed for record May 2, 2023\n"
    last = parse(text, model=None).items[-1]
    assert text[last.body_start : last.end].strip() == "None came."


_PLAIN = "HAZEL LANE SOCIETY\n\nCommittee, 9 March 2023\n\nIn the hut\n\n"
_PLAIN += "Welcome\n\nMrs Moss greeted the five who had come.\n\n"
_PLAIN += "Matters Arising\n\nThe skip came on the second, as was promised.\n\n{}"
_PLAIN += "Treasurer's Report\n\nTakings rose by a tenth, it was said.\n\n"


def test_a_title_of_two_parts_and_one_in_capitals_head_items_among_others() -> None:
    """Alone between blank lines; a label with its value is no title."""
    two = "Hazel Field Trust: Old Barn\n\nMr Penn told us what the trust would like to do.\n\n"
    text = _PLAIN.format(two) + "AOCB\n\nMr Penn asked who might take on the web page.\n"
    titles = ["Welcome", "Matters Arising", "Hazel Field Trust: Old Barn", "Treasurer's Report", "AOCB"]
    assert [title for _, title in _items(text)] == titles
    value = "Venue: Old Barn\n\nMr Penn told us what the trust would like to do.\n\n"
    assert "Venue: Old Barn" not in [title for _, title in _items(_PLAIN.format(value))]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("REPORTS OF COMMITTEES", "update"),
        ("Report from the Principal", "update"),
        ("Action taken on behalf of the Board", "update"),
        ("Business arising", "update"),
        ("Harbour Wall - Update", "substantive"),
        ("PUBLIC EXCLUDED", "exclusion"),
        ("Supplementary items", "urgent"),
        ("Opening karakia", "other"),
        ("Diary dates", "next_meeting"),
        ("Calendar of meetings 2023/24", "substantive"),
        ("Our last meeting", "previous_minutes"),
        ("Consideration of Extraordinary Items", "urgent"),
        ("Leave of Absence", "other"),
        ("Admission of the public", "exclusion"),
        ("Pecuniary and Other Interests", "declarations"),
        ("Cabinet Statements", "update"),
        ("District and County Councillors", "update"),
    ],
)
def test_titles_of_other_places(title: str, kind: str) -> None:
    """Universities, boards, schools and New Zealand have their own words for the same items."""
    text = f"1. APOLOGIES\n\nNone.\n\n2. {title}\n\nThe paper had been sent out and was read.\n\n3. MONEY\n\nNone.\n"
    assert _kinds(text)[1] == kind
