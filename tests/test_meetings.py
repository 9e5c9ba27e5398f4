"""The meetings before and after, and the dates of items."""

from __future__ import annotations

import pytest

from minuteparse.evidence import Evidence, gather
from minuteparse.fields.dates import find_dates
from minuteparse.fields.meetings import find_next, find_previous
from minuteparse.text import from_text

_HEAD = "WORKS PANEL\n14 May 2021\n\nPresent: Councillor Oak\n\n1. APOLOGIES\nNone were received.\n\n"
_TAIL = "\n\n3. ROADS\nThe report on roads was noted.\n\n4. BRIDGES\nThe report on bridges was noted.\n"


def evidence(middle: str, tail: str = _TAIL) -> Evidence:
    """Minutes of 14 May 2021 with `middle` as their second item."""
    return gather(from_text(_HEAD + middle + tail))


def previous(middle: str) -> list[str]:
    """Dates of the minutes put, with `middle` as second item."""
    return [m.value for m in find_previous(evidence(middle), "2021-05-14")]


@pytest.mark.parametrize(
    ("middle", "isos"),
    [
        (
            "2. MINUTES\nThe minutes of the meeting held on 9 April 2021 were approved as a correct record.",
            ["2021-04-09"],
        ),
        ("2. MINUTES\nThe minutes of 9 and 23 April 2021 were signed.", ["2021-04-09", "2021-04-23"]),
        (
            "2. MINUTES\nThe minutes of the meeting of 9 April 2021 and Special Meeting of 23 April 2021 were agreed.",
            ["2021-04-09", "2021-04-23"],
        ),
        ("2. MINUTES OF THE MEETING HELD ON 9 APRIL 2021\nRESOLVED: That the minutes be confirmed.", ["2021-04-09"]),
        ("2. MINUTES\nThe minutes of Tuesday 9th February were agreed.", ["2021-02-09"]),
        ("2. MINUTES OF COMMITTEES\nThe Panel received the minutes of the Finance Committee of 9 April 2021.", []),
        ("2. MINUTES\nThe minutes of 9 April 2021 were not ready. They would be brought to the next meeting.", []),
        ("2. LETTERS\nA letter of 9 April 2021 was approved.", []),
        (
            "2. CONSENT\nTHAT these be received:\na) Hut Report\nb) Library Board minutes of 9 April 2021\n\nCARRIED",
            [],
        ),
        (
            "2. MINUTES\nThe minutes of 9 April 2021 were approved. A letter of 12 April 2021 had been answered.",
            ["2021-04-09"],
        ),
        (
            "2. MINUTES\nRESOLVED that the minutes of the meetings held on 12 March and 9 April 2021 be approved.",
            ["2021-03-12", "2021-04-09"],
        ),
        (
            "2. CONFIRMATION OF MINUTES\n(a) Ordinary meeting, 9 April 2021\n"
            "(b) Special meeting, 20 April 2021\nConfirmed.",
            ["2021-04-09", "2021-04-20"],
        ),
        (
            "2. APPROVAL OF MINUTES\nMoved by Elm, seconded by Ash, to approve the April 9, 2021 "
            "minutes as written. Carried.",
            ["2021-04-09"],
        ),
        (
            "2. MINUTES OF THE LAST MEETING\nThe minutes of the last meeting (9 April 2021) were read and signed.",
            ["2021-04-09"],
        ),
        ("2. MINUTES\nThe minutes of 9 April, having been circulated, were taken as read.", ["2021-04-09"]),
        ("2. MINUTES\nMinutes of 9.4.21 agreed. Prop. Cllr Elm.", ["2021-04-09"]),
        (
            "2. MATTERS ARISING\nThe letter sent on 12 April 2021 had been approved by the Clerk. "
            "Minute 14 of 9 April 2021 was discussed.",
            [],
        ),
        ("2. MINUTES\nThe draft minutes of the meeting of 9 April 2021 would be considered at the next meeting.", []),
        (
            "2. MINUTES\nThe Panel approved as correct records the minutes of (i) 12 March 2021; and "
            "(ii) the call-in meeting on 9 April 2021.",
            ["2021-03-12", "2021-04-09"],
        ),
        (
            "2. MINUTES\nIt was agreed that the minutes of the meeting held on Friday 9 April 2021 "
            "were a true record, with the correction that the grant was paid on 1 March 2021 and not "
            "1 February 2021.",
            ["2021-04-09"],
        ),
        (
            "2. ADOPTION OF PREVIOUS MINUTES - 9TH APRIL 2021\nProposed Cllr Elm, seconded Cllr Ash, all in favour.",
            ["2021-04-09"],
        ),
        (
            "2. MINUTES\nThe minutes of the meeting held on 9 April 2021 were signed by the "
            "Chairman. The minutes of the Finance Committee of 20 April 2021 were received.",
            ["2021-04-09"],
        ),
        (
            "2. MINUTES\nThe Chair signed the minutes of 9 April 2021. The minutes of 23 April 2021 were deferred.",
            ["2021-04-09"],
        ),
        ("2. ROADS\nMembers noted the record of complaints to 1 April 2021 and agreed to act.", []),
        (
            "2. MINUTES\nThat the minutes of the Council meeting held on 9 April 2021, copies of "
            "which had been circulated with the agenda on 7 May 2021, be confirmed.",
            ["2021-04-09"],
        ),
        ("2. Minutes\nThe unconfirmed minutes of the meeting of 9 April 2021 (paper A) were approved.", ["2021-04-09"]),
        ("2. MINUTES\nThe accuracy of the minutes of 9 April 2021 was accepted nem con.", ["2021-04-09"]),
        (
            "2. MINUTES\nThe minutes of 9 April 2021 were confirmed. Those of the minutes of the Special Meeting of "
            "23 April 2021 were read and held over for a correction.",
            ["2021-04-09"],
        ),
        (
            "2. ROADS\nWith reference to paragraph 7 of the Minute of 9 April 2021 there was a "
            "report seeking approval.",
            [],
        ),
        ("2. MAYORAL MINUTE\nThat thanks be recorded to those who came on 9 April 2021. Carried.", []),
    ],
)
def test_the_minutes_that_were_passed_are_found(middle: str, isos: list[str]) -> None:
    """Approved, confirmed, agreed or signed; not received, postponed, or of a letter."""
    assert previous(middle) == isos


def test_next_is_the_date_under_its_heading() -> None:
    """The first date there."""
    found = find_next(
        evidence("2. DATE OF NEXT MEETING\nFriday 11 June 2021 at 7pm. Finance Committee 18 June 2021."), "2021-05-14"
    )
    assert found is not None
    assert (found.value, found.text) == ("2021-06-11", "11 June 2021")


def test_next_may_be_said_in_the_closing_lines() -> None:
    """A sentence serves where there is no heading."""
    tail = "\n\nThe next meeting of the Council would be held on Friday 11 June 2021.\nThe meeting closed at 9 pm.\n"
    found = find_next(evidence("2. ROADS\nThe report of 1 July 2021 was noted.", tail), "2021-05-14")
    assert found is not None
    assert found.value == "2021-06-11"


def test_a_date_given_up_is_not_the_next_meeting() -> None:
    """What it has been changed to is."""
    middle = "2. DATE OF NEXT MEETING\nThe meeting fixed for 4 June 2021 would now be held on 11 June 2021."
    found = find_next(evidence(middle), "2021-05-14")
    assert found is not None
    assert found.value == "2021-06-11"


def test_a_standing_day_is_reckoned() -> None:
    """The last Thursday in September, from the day of the meeting."""
    found = find_next(evidence("2. NEXT MEETING\nThe last Thursday in September."), "2021-05-14")
    assert found is not None
    assert (found.value, found.basis, found.text) == ("2021-09-30", "derived", "last Thursday in September")


@pytest.mark.parametrize(
    "middle",
    [
        "2. LICENCE\nRESOLVED: That the hearing be adjourned to 12 July 2021.",
        "2. CALENDAR OF MEETINGS 2021/22\nRESOLVED: That it be approved, with a fair on 12 July 2021.",
        "2. ROADS\nA report would be made on 11 June 2021.",
        "2. DATE OF NEXT MEETING\nTo be fixed.",
        "2. ROADS\nThe road would be closed until 11 June 2021.",
        "2. ROADS\nThe next meeting of the Bridges Committee would be held on 11 June 2021.",
        "2. ROADS\nThis would be raised at the next Mill liaison meeting on 11 June 2021.",
        "2. DATE OF NEXT MEETING\nAs agreed on 9 April 2021.",
    ],
)
def test_other_dates_are_not_the_next_meeting(middle: str) -> None:
    """Reports, other bodies' meetings and past dates are not."""
    assert find_next(evidence(middle), "2021-05-14") is None


@pytest.mark.parametrize(
    ("last", "iso"),
    [
        ("5. DATE OF NEXT MEETING\nTo be advised.", None),
        ("5. NEXT MEETINGS\n11 June 2021, 9 July 2021", "2021-06-11"),
        ("5. CLOSE\nThe Panel will meet again on Friday, 11 June at 7 pm.", "2021-06-11"),
        ("5. ANY OTHER BUSINESS\nNone.\nDate of next meeting: 11/06/21", "2021-06-11"),
        ("5. DIARY\nLitter pick 22 May 2021. Next meeting 11 June 2021.", "2021-06-11"),
        ("5. FUTURE MEETINGS\nFinance Committee - 21 May 2021\nWorks Panel - 11 June 2021", "2021-06-11"),
        (
            "5. DATE OF NEXT MEETING\nIt was agreed that the meeting planned for 4 June 2021 be "
            "cancelled; the next meeting will be on 11 June 2021.",
            "2021-06-11",
        ),
        ("5. ADJOURNMENT\nThe meeting was adjourned at 9pm to Friday 11 June 2021.", "2021-06-11"),
        ("5. CLOSE\nThe meeting closed at 8pm. Next: 11 June 2021", "2021-06-11"),
        ("5. DATE OF NEXT MEETING\nThe second Friday in June 2021 at 7pm", "2021-06-11"),
        (
            "5. DATE AND TIME OF NEXT MEETING\n"
            "RESOLVED that the next meeting be held at 7pm on 11th June 2021 in the Hall. Agenda "
            "items to the Clerk by 28th May 2021.",
            "2021-06-11",
        ),
        ("5. DATE OF NEXT MEETING\nItems for the agenda by 28 May 2021. Meeting on 11 June 2021.", "2021-06-11"),
        ("5. URGENT BUSINESS\nThe consultation ends on 11 June 2021.", None),
        ("5. AGM\nThe Annual General Meeting will be held on Friday 11 June 2021.", "2021-06-11"),
        ("5. NEXT STEPS\nThe next step would be a survey on 11 June 2021.", None),
        ("5. NEXT TIME\nNo meeting in May. Friday 11 June 2021, 7.15, Hall.", "2021-06-11"),
        ("5. DATES\nRoads Committee 28 May 2021; next Panel Friday 11 June 2021", "2021-06-11"),
        ("5. CLOSE\nThe 105th Annual General Meeting was fixed for 11 June 2021.", "2021-06-11"),
    ],
)
def test_next_among_other_days_to_come(last: str, iso: str | None) -> None:
    """Of the days under the heading the one that is the meeting's, not a deadline, another body's or one given up."""
    found = find_next(
        evidence("2. MINUTES\nThe minutes of 9 April 2021 were agreed.", f"{_TAIL}\n{last}\n"), "2021-05-14"
    )
    assert (found.value if found else None) == iso


def item_dates(body: str) -> list[tuple[str, str]]:
    """Words and value of the dates of the second item."""
    found = evidence(f"2. PARKS\n{body}")
    block = next(b for b in found.outline.blocks if b.title == "PARKS")
    return [(m.text, m.value) for m in find_dates(found, block, "2021-05-14")]


def test_dates_without_year_lean_on_the_meeting() -> None:
    """They are derived; those that recur each year are none."""
    assert item_dates("Open from 1 June and before 1 October each year.") == [("1 June", "2021-06-01")]


def test_since_looks_back() -> None:
    """A day since which something has been is past."""
    assert item_dates("There had been three since 1 December.") == [("1 December", "2020-12-01")]


def test_a_spelling_counts_once() -> None:
    """The same words with the same value are one date of the item."""
    assert item_dates("On 1 June 2021. Again on 1 June 2021, or 1 June.") == [
        ("1 June 2021", "2021-06-01"),
        ("1 June", "2021-06-01"),
    ]


def test_a_page_foot_with_the_meetings_own_date_is_no_date_of_the_item() -> None:
    """It heads the page."""
    assert item_dates("The swing was mended.\n\nWorks Panel - Friday 14 May 2021\n\nThe slide was not.") == []


def test_a_day_of_one_digit_is_no_year() -> None:
    """ "July 4" is a day whatever the year; "Jan 21" in 2021 may be a month unless "on" leads to it."""
    assert item_dates("It should be done before July 4.") == [("July 4", "2021-07-04")]
    assert item_dates("Sales from Jan 21 fell.") == []
    assert item_dates("It fell on Jan 21.") == [("Jan 21", "2021-01-21")]
