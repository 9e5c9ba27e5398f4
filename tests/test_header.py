"""Headers of minutes, in the shapes that public bodies print."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.evidence import gather
from minuteparse.fields.header import find_header
from minuteparse.record import Header
from minuteparse.rules import rule
from minuteparse.text import from_text

_FIELDS = ("organisation", "body", "date", "start", "end", "venue")


def header(text: str) -> Header:
    """The header read from `text`."""
    return find_header(gather(from_text(text)))


def values(text: str) -> tuple[str | None, ...]:
    """Organisation, body, date, start, end and venue of `text`; names in lower case."""
    found = header(text)
    mentions = [getattr(found, field) for field in _FIELDS]
    return tuple(m.value.lower() if m else None for m in mentions)


SHAPES: list[tuple[str, str | None, str | None, str | None, str | None, str | None, str | None]] = [
    (
        "WREN BOROUGH COUNCIL\n\nPLANNING COMMITTEE\n\n4 May 2021\n\n7.00 pm - 9.10 pm\n\n"
        "Present: Councillors A Oak, B Elm\n\n1. APOLOGIES\nNone.\n",
        "wren borough council",
        "planning committee",
        "2021-05-04",
        "19:00",
        "21:10",
        None,
    ),
    (
        "Minutes of a meeting of the Planning Committee of Wren Borough Council held in the Council "
        "Chamber, Town Hall, Wren on Wednesday, 3 June 2015 at 6.30 pm.\n\nPresent: Cllr A Oak\n\n"
        "1 APOLOGIES\nNone.\nThe meeting ended at 8.05 pm",
        "wren borough council",
        "planning committee",
        "2015-06-03",
        "18:30",
        "20:05",
        "council chamber, town hall, wren",
    ),
    (
        "MINUTES of the Annual Meeting of WREN TOWN COUNCIL held at 7.00pm on Monday 4 February 2008 in "
        "the Guildhall, Wren.\n\nPresent: Cllr A Oak\n",
        "wren town council",
        "wren town council",
        "2008-02-04",
        "19:00",
        None,
        "guildhall, wren",
    ),
    (
        "Thames Vale Police and Crime Panel\n"
        "Minutes of the meeting held on Friday, 15 September 2017 at 11am in the Jubilee Room, Wren "
        "House\n\nMembers Present: Cllr A Oak\n",
        None,
        "thames vale police and crime panel",
        "2017-09-15",
        "11:00",
        None,
        "jubilee room, wren house",
    ),
    (
        "Agenda and minutes\nOverview and Scrutiny Committee\nTuesday, 21 November 2006 7.30 pm\n\n"
        "Venue: Committee Room 1, Civic Centre. View directions\n\nContact: Ann Oak\n\nItems\nNo. Item\n"
        "1.\nApologies\n",
        None,
        "overview and scrutiny committee",
        "2006-11-21",
        "19:30",
        None,
        "committee room 1, civic centre",
    ),
    (
        "Agenda and minutes\nHousing Sub-Committee - Monday 22nd April 2024 6.00 p.m., NEW\n\n"
        "Venue: Council Chamber\n\nItems\n",
        None,
        "housing sub-committee",
        "2024-04-22",
        "18:00",
        None,
        "council chamber",
    ),
    (
        "At a Meeting of the WREN AND MARSH INTERNAL DRAINAGE BOARD held at the Bull Inn, Wren on "
        "Thursday the 12th day of May 2011 at 10.00 a.m.\n\nPresent: Mr A Oak (Chairman)\n",
        "wren and marsh internal drainage board",
        "wren and marsh internal drainage board",
        "2011-05-12",
        "10:00",
        None,
        "bull inn, wren",
    ),
    (
        "The County Council of Wrenshire met at County Hall, Wren on 26 February 2015 at 4.30 pm to "
        "transact the business set out in the summons dated 20 February 2015\n\n"
        "Present: County Councillor A Oak\n",
        None,
        "county council of wrenshire",
        "2015-02-26",
        "16:30",
        None,
        "county hall, wren",
    ),
    (
        "Meeting   AUDIT AND GOVERNANCE COMMITTEE\n\n"
        "Date   Tuesday 12 March 2019 (commencing at 10.30 am)\n\nMembership\n"
        "Persons absent are marked with an A\nCouncillor A Oak\n",
        None,
        "audit and governance committee",
        "2019-03-12",
        "10:30",
        None,
        None,
    ),
    (
        "WRENFIELD PARISH COUNCIL\n"
        "Minutes of the Parish Council Meeting held on Wednesday, 13th April 2016 at 7:30pm in the "
        "Village Hall, Wrenfield\n\nPresent: Cllrs Oak (Chair), Elm\n",
        "wrenfield parish council",
        "parish council",
        "2016-04-13",
        "19:30",
        None,
        "village hall, wrenfield",
    ),
    (
        "Minutes of the Wrenfield Parish Council meeting held remotely via Zoom on Monday 6th July 2020 "
        "at 1930 hours\n\nIn attendance: A Oak\n",
        "wrenfield parish council",
        "wrenfield parish council",
        "2020-07-06",
        "19:30",
        None,
        "zoom",
    ),
    (
        "DRAFT\nWrenfield Community Council\n"
        "Minutes of meeting of Wrenfield Community Council held on Thursday 3rd May 2018 in the Public "
        "Hall, commencing at 7pm\n\nSederunt: A Oak\n",
        "wrenfield community council",
        "wrenfield community council",
        "2018-05-03",
        "19:00",
        None,
        "public hall",
    ),
    (
        "CITY OF WREN\nCITY COMMISSION\nREGULAR MEETING\nOCTOBER 21, 1991\n\n"
        "The meeting was called to order at 7:32 p.m. by Mayor Oak.\n\nROLL CALL\nPresent: Oak, Elm\n",
        "city of wren",
        "city commission",
        "1991-10-21",
        "19:32",
        None,
        None,
    ),
    (
        "MINUTES\nWREN PLANNING COMMISSION\nTuesday, January 15, 2019\n6:30 PM\n"
        "Wren City Hall, 10 Main Street\n\nMembers present: Oak, Elm\n\n"
        "The meeting adjourned at 8:12 PM.\n",
        None,
        "wren planning commission",
        "2019-01-15",
        "18:30",
        "20:12",
        "wren city hall, 10 main street",
    ),
    (
        "Wrenshire County Council\nCabinet\nCommenced: 2.00 pm\nTerminated: 3.35 pm\n\n14 December 2010\n"
        "\nPresent: Councillor A Oak (in the Chair)\n",
        "wrenshire county council",
        "cabinet",
        "2010-12-14",
        "14:00",
        "15:35",
        None,
    ),
    (
        "MINUTES OF THE MEETING OF THE FINANCE AND GENERAL PURPOSES COMMITTEE HELD ON TUESDAY 1 ST "
        "SEPTEMBER 2009 AT 7.15PM IN THE TOWN HALL\n\nPRESENT: Councillor A Oak\n",
        None,
        "finance and general purposes committee",
        "2009-09-01",
        "19:15",
        None,
        "town hall",
    ),
    (
        "Health and Wellbeing Board\nMinutes - 18 July 2013\n\nAttendance\nCllr A Oak\n",
        None,
        "health and wellbeing board",
        "2013-07-18",
        None,
        None,
        None,
    ),
    (
        "MINUTES OF A MEETING OF WREN DISTRICT COUNCIL\n"
        "HELD ON 23 JULY 2014 FROM 7.04 PM TO 8.52 PM\n\nPresent: Councillors A Oak\n",
        "wren district council",
        "wren district council",
        "2014-07-23",
        "19:04",
        "20:52",
        None,
    ),
    (
        "Cofnodion cyfarfod Cyngor Cymuned Llanwren a gynhaliwyd nos Lun, 21ain Tachwedd, 2022 am "
        "7.00yh\n\nPRESENNOL: Cyng. A Derwen\n",
        None,
        "cyngor cymuned llanwren",
        "2022-11-21",
        "19:00",
        None,
        None,
    ),
    (
        "SHIRE OF WREN\n"
        "MINUTES OF THE ORDINARY COUNCIL MEETING HELD IN THE COUNCIL CHAMBERS ON WEDNESDAY 16 MARCH "
        "2011 COMMENCING AT 9.30AM\n\nPRESENT\nCr A Oak\n",
        "shire of wren",
        "council",
        "2011-03-16",
        "09:30",
        None,
        "council chambers",
    ),
    (
        "Wren NHS Foundation Trust\n"
        "Minutes of a meeting of the Board of Directors held in public on Thursday 24 May 2018 at 10:15 "
        "in Lecture Room 2, Wren Hospital\n\nPresent:\nA Oak Chair\n",
        "wren nhs foundation trust",
        "board of directors",
        "2018-05-24",
        "10:15",
        None,
        "lecture room 2, wren hospital",
    ),
    (
        "Minutes of the 45th Annual General Meeting of the Wren Society held on 5 March 2017 at the Old "
        "School, Wren.\n\nPresent: A Oak\n",
        "wren society",
        "wren society",
        "2017-03-05",
        None,
        None,
        "old school, wren",
    ),
    (
        "Notes of a meeting of the Licensing Panel held at 10.00am on 7 June 2018 at the Civic Offices\n"
        "\nPresent: Cllr Oak\n",
        None,
        "licensing panel",
        "2018-06-07",
        "10:00",
        None,
        "civic offices",
    ),
    (
        "THE HIGHLAND COUNCIL\n\n"
        "Minutes of Meeting of the Planning Committee held in the Council Chamber, Glen Road, Inverwren "
        "on Tuesday 1 May 2018 at 10.30 am.\n\nPresent:\nMr A Oak\n",
        "highland council",
        "planning committee",
        "2018-05-01",
        "10:30",
        None,
        "council chamber, glen road, inverwren",
    ),
    (
        "ARGYLE AND WREN COUNCIL\n"
        "MINUTES of MEETING of ARGYLE AND WREN COUNCIL held in the COUNCIL CHAMBER, KILWREN\n"
        "on THURSDAY, 24 JUNE 2010\n\nPresent: Councillor A Oak\n",
        "argyle and wren council",
        "argyle and wren council",
        "2010-06-24",
        None,
        None,
        "council chamber, kilwren",
    ),
    (
        "NATIONAL PARKS\n"
        "Minutes of the Wrenmoor National Park Authority meeting held on Friday 5 July 2019 at 10.00 am "
        "in the Board Room, Aldern House\n\nPresent: Cllr A Oak\n",
        "wrenmoor national park authority",
        "wrenmoor national park authority",
        "2019-07-05",
        "10:00",
        None,
        "board room, aldern house",
    ),
    (
        "Wrenside Council\nLICENSING SUB-COMMITTEE MINUTES\n12 AUGUST 2014\n\nChairman: * Councillor A Oak\n",
        "wrenside council",
        "licensing sub-committee",
        "2014-08-12",
        None,
        None,
        None,
    ),
    (
        "UNCONFIRMED MINUTES of the meeting of the Wren Schools Forum held via Microsoft Teams on "
        "Thursday 14 January 2021 starting at 4.00pm and ending at 5.25pm\n\nPresent\nA Oak\n",
        None,
        "wren schools forum",
        "2021-01-14",
        "16:00",
        "17:25",
        "microsoft teams",
    ),
    (
        "Council\nMinutes of the Council meeting held at Wren Hall on 23 February 2022 at 7pm\nPresent: Cllr A Oak\n",
        None,
        "council",
        "2022-02-23",
        "19:00",
        None,
        "wren hall",
    ),
    (
        "Minutes of the Wren Finance Committee Meeting\nDate: 5th March 2020\nTime: 7:30pm - 8:40pm\n"
        "Venue: The Old Forge\nPresent: A Oak\n",
        None,
        "wren finance committee",
        "2020-03-05",
        "19:30",
        "20:40",
        "old forge",
    ),
    (
        "Wren City Council\nRegular Meeting Minutes\nMonday, June 3, 2019 - 7:00 p.m.\n"
        "City Hall Council Chambers\n\n1. CALL TO ORDER\n"
        "Mayor Oak called the meeting to order at 7:01 p.m.\n\n2. ADJOURNMENT\n"
        "There being no further business, Mayor Oak adjourned the meeting at 8:45 p.m.\n",
        "wren city council",
        "wren city council",
        "2019-06-03",
        "19:01",
        "20:45",
        "city hall council chambers",
    ),
    (
        "MINUTES OF THE ORDINARY MEETING OF WREN SHIRE COUNCIL HELD AT THE COUNCIL CHAMBERS, WREN ON "
        "TUESDAY 22 MAY 2012 COMMENCING AT 2.00PM\n\nPRESENT: Clr Oak\n",
        "wren shire council",
        "wren shire council",
        "2012-05-22",
        "14:00",
        None,
        "council chambers, wren",
    ),
    (
        "Minutes of meeting of Wren Fire Authority held at Fire Service Headquarters, Wren, on Friday "
        "12 February 2016 (commencing at 10.30 a.m.)\n\nMembership\nCouncillor A Oak\n",
        "wren fire authority",
        "wren fire authority",
        "2016-02-12",
        "10:30",
        None,
        "fire service headquarters, wren",
    ),
    (
        "Executive - Tuesday 8 March 2011\n\nPresent: Councillor A Oak, Leader\n\nThe meeting opened at 6.31pm\n",
        None,
        "executive",
        "2011-03-08",
        "18:31",
        None,
        None,
    ),
]


@pytest.mark.parametrize("shape", SHAPES, ids=[shape[0].split("\n", maxsplit=1)[0][:40] for shape in SHAPES])
def test_each_shape_of_header_is_read(shape: tuple[str | None, ...]) -> None:
    """Organisation, body, date, hours and place come out of every shape that the catalogue of layouts knows."""
    assert values(str(shape[0])) == shape[1:]


def test_every_part_cites_the_characters_that_say_it() -> None:
    """The span of a part holds its words."""
    text = str(SHAPES[1][0])
    found = header(text)
    for field in _FIELDS:
        mention = getattr(found, field)
        assert " ".join(text[mention.start : mention.end].split()) == mention.text


def test_an_empty_text_has_no_header() -> None:
    """Nothing is invented."""
    assert values("") == (None,) * 6
    assert values("1. Apologies\nNone.\n") == (None,) * 6


def test_the_actual_start_wins_over_the_advertised_one() -> None:
    """A sentence that tells when the meeting began is believed before the title."""
    text = "Works Panel held on 4 May 2021 at 7.00 pm\n\nPresent: Cllr Oak\n\nThe meeting commenced at 7.05pm."
    assert values(text)[3] == "19:05"


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 9.15 pm.", "21:15"),
        ("The Chairman declared the meeting closed at 2115 hours", "21:15"),
        ("There being no further business the meeting terminated at 12 noon.", "12:00"),
        ("(The meeting started at 7.02 pm and finished at 9.15 pm)", "21:15"),
        ("(Duration of meeting: 7.00 pm - 9.15 pm)", "21:15"),
        ("At 21:15 the Chair declared the meeting concluded.", "21:15"),
        ("The meeting adjourned at 9:15 PM.", "21:15"),
        ("9.15pm The Chair thanked members for their attendance and declared the meeting closed.", "21:15"),
        ("The meeting closed at a quarter past nine in the evening.", "21:15"),
        ("Council moved into closed session at 8.41 pm.\nThe Mayor adjourned the meeting at 9.15 pm", "21:15"),
        ("The meeting was adjourned from 8.00 pm to 8.10 pm and ended at 9.15 pm", "21:15"),
        ("The meeting ended at 1955 hours, having commenced at 1945 hours", "19:55"),
        ("Cllr Oak closed the meeting at 8.50 pm to enable public participation", None),
        ("The meeting was adjourned at 8.00 pm and resumed at 8.10 pm.", None),
        ("The library closed at 5 pm on Saturdays.", None),
        ("The next meeting will be held at 7.00 pm.", None),
        ("Wren Inn: a licence was asked for\nManager: J Orme\nClosing Time: 2:00 AM\nGRANTED", None),
        ("Wren Inn: a licence was asked for\nHours of Operation: 10:30 AM to 9:45 PM\nGRANTED", None),
        ("Closing time: 9.15 pm", "21:15"),
    ],
)
def test_the_end_is_where_the_meeting_ended(closing: str, end: str | None) -> None:
    """Intervals, other closings and future hours are no end."""
    text = f"Works Panel\n4 May 2021\n\nPresent: Cllr Oak\n\n1. APOLOGIES\nNone.\n\n2. ROADS\nNoted.\n\n{closing}\n"
    assert values(text)[4] == end


def test_the_date_of_a_covering_letter_is_not_the_meetings() -> None:
    """Of rival dates the one that stands over the list of those present wins."""
    text = (
        "Date: 9 July 2015\nDear Councillor\nWORKS PANEL - THURSDAY, 16 JULY 2015\nI enclose the minutes.\n\n"
        "WORKS PANEL\nThursday, 18 June 2015\nPresent: Councillor Oak (Chairman)\n\n1. APOLOGIES\nNone.\n"
    )
    assert values(text)[2] == "2015-06-18"


def test_a_date_without_year_is_derived_and_cites_what_it_leans_on() -> None:
    """The weekday and the dates of the text fix the year."""
    text = (
        "Minutes of the Works Panel held on Tuesday 2nd February at 7.00pm\n\nPresent: Cllr Oak\n\n"
        "1. MINUTES\nThe minutes of 5 January 2021 were approved.\n"
    )
    date = header(text).date
    assert date is not None
    assert (date.value, date.basis) == ("2021-02-02", "derived")
    assert [text[a:b] for a, b in date.via] == ["5 January 2021"]


def test_the_signature_names_the_council_that_the_header_leaves_out() -> None:
    """A clerk may print the council's name in the last line alone."""
    text = (
        "Minutes of the Joint Planning Committee and Full Parish Council Meeting held on 2 February 2021\n\n"
        "Present: Cllr Oak\n\n"
        "1. APOLOGIES\nNone.\n\nSigned ..........\nA Oak, Chairman Wrenfield Parish Council\n"
    )
    assert values(text)[:2] == ("wrenfield parish council", "joint planning committee and full parish council")


def test_a_start_told_in_a_late_item_wins() -> None:
    """The minutes may say in passing when the meeting was really opened."""
    filler = "The report was noted. " * 120
    text = (
        "Works Panel\n4 May 2021 at 7.00 pm\n\nPresent: Cllr Oak\n\n1. ROADS\n"
        f"{filler}\n\n2. BRIDGES\nThe Chair, who had opened the meeting at 7.03 pm, explained.\n\n3. WALLS\n{filler}"
    )
    assert values(text)[3] == "19:03"


@pytest.mark.parametrize(
    ("start", "closing", "hours"),
    [
        ("7.30 pm", "closed at 9.15", ("19:30", "21:15")),
        ("7.30", "closed at 9.15 pm", ("19:30", "21:15")),
        ("10.30", "closed at 12.15 pm", ("10:30", "12:15")),
        ("half past two in the afternoon", "closed at ten minutes to four", ("14:30", "15:50")),
        ("09:30", "closed at 23:15", ("09:30", "23:15")),
    ],
)
def test_hours_settle_each_others_half_of_the_day(start: str, closing: str, hours: tuple[str, str]) -> None:
    """Where one end of the meeting leaves open whether it is before noon, the other end says."""
    text = (
        f"Works Panel held on 4 May 2021 at {start}\n\nPresent: Cllr Oak\n\n1. ROADS\nNoted.\n\n"
        f"The meeting {closing}.\n"
    )
    assert values(text)[3:5] == hours


def test_of_two_days_the_first_is_the_meetings() -> None:
    """A meeting that went on after an adjournment began on the first day."""
    text = (
        "Minutes of the Works Panel held on Monday 3 May 2021 at 6 pm and, by adjournment, on "
        "Wednesday 5 May 2021 at 6 pm"
    )
    assert values(text)[2] == "2021-05-03"


def test_a_place_held_begins_with_one_of_the_needs_of_its_rule() -> None:
    """It is tried at those places alone."""
    habit = rule("header", "venue_held")
    found = [habit.pattern.search(example) for example in habit.examples]
    assert [m[0] for m in found if m and not m[0].lower().startswith(habit.needs)] == []
    assert all(found)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("OXLEY COUNTY COUNCIL            ROADS COMMITTEE\n\nROADS COMMITTEE\n\n19 May 2009", "ROADS COMMITTEE"),
        (
            "OXLEY COUNCIL\n\nMinutes of the Works Committee Meeting of Oxley Council\nheld on 11 May 2018",
            "Works Committee",
        ),
        ("CYNGOR SIR OXLEY\n\nAUDIT COMMITTEE\n\nMinutes of the meeting held on 23 May 2022", "AUDIT COMMITTEE"),
        (
            "**Oxley NHS Trust**\n\n**Council of Governors - minutes of the meeting**\n\n18 May 2018",
            "Council of Governors",
        ),
    ],
)
def test_the_body_beside_its_letterhead(head: str, body: str) -> None:
    """A column, a line or the sentence itself names the council too, in any language; the body is its committee."""
    header = parse(f"{head}\n\nPresent: Cllr A Orme\n\n1. MINUTES\n\nAgreed.\n", model=None).header
    assert header.body is not None
    assert header.body.value == body


def test_an_evening_settles_the_half_of_the_day() -> None:
    """In words, without a.m. or p.m., and the end follows the start."""
    text = "Wren Society\n\nWe met on Thursday evening, 21st March 1996. The chair was taken at half past seven.\n"
    found = header(f"{text}\nPresent: Ann Orme\n\n1. MINUTES\n\nAgreed.\n\nThe meeting closed at ten past nine.\n")
    assert found.start is not None
    assert found.end is not None
    assert (found.start.value, found.end.value) == ("19:30", "21:10")


def test_the_day_on_which_a_call_in_expires_is_not_the_meetings() -> None:
    """It stands in the header too."""
    text = "CABINET\n\nTUESDAY, 7 MARCH 2006\n\nPublished: 10 March 2006. Call-in expires at 4 p.m. on 17 March 2006.\n"
    assert values(text)[2] == "2006-03-07"
