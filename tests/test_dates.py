"""Dates and times in the spellings that minutes use."""

from __future__ import annotations

import time

import pytest

from minuteparse.dates import complete, find_dates, find_times
from minuteparse.text import from_text


def dates(text: str, meeting: str | None = "2012-06-15") -> list[tuple[str, str | None]]:
    """Words and value of each date of `text`."""
    return [(text[d.start : d.end], complete(d, meeting)) for d in find_dates(from_text(text))]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on 8 November 2023.", "8 November 2023", "2023-11-08"),
        ("8th November, 2023", "8th November, 2023", "2023-11-08"),
        ("the 23rd day of January 2007", "23rd day of January 2007", "2007-01-23"),
        ("12 th November 2008", "12 th November 2008", "2008-11-12"),
        ("HELD ON 1 ST SEPTEMBER 2008", "1 ST SEPTEMBER 2008", "2008-09-01"),
        ("on1 March 2012", "1 March 2012", "2012-03-01"),
        ("the19th May 2011", "19th May 2011", "2011-05-19"),
        ("4.00pm1 July 2021", "1 July 2021", "2021-07-01"),
        ("January 16th, 2019", "January 16th, 2019", "2019-01-16"),
        ("MAY 20,1996", "MAY 20,1996", "1996-05-20"),
        ("Jan, 27, 2022", "Jan, 27, 2022", "2022-01-27"),
        ("25th July 17.", "25th July 17", "2017-07-25"),
        ("26/02/2019", "26/02/2019", "2019-02-26"),
        ("paid 18/06/12", "18/06/12", "2012-06-18"),
        ("25.04.2017", "25.04.2017", "2017-04-25"),
        ("on 14-05-21", "14-05-21", "2021-05-14"),
        ("2025-06-18 report", "2025-06-18", "2025-06-18"),
        ("14\u2122 MAY, 2014", "14\u2122 MAY, 2014", "2014-05-14"),
        ("5 SEPTEMBVER 2012", "5 SEPTEMBVER 2012", "2012-09-05"),
        ("nos Lun, 21ain Tachwedd 2022", "21ain Tachwedd 2022", "2022-11-21"),
        ("5 Fawrth 2019", "5 Fawrth 2019", "2019-03-05"),
        ("3 Deireadh F\u00f3mhair 2011", "3 Deireadh F\u00f3mhair 2011", "2011-10-03"),
        ("the 2nd\nMarch 2020", "2nd\nMarch 2020", "2020-03-02"),
        ("by 18May", "18May", "2012-05-18"),
        ("Saturday, the sixth of October, 2012, in", "sixth of October, 2012", "2012-10-06"),
        ("this twenty-first day of June, 2004", "twenty-first day of June, 2004", "2004-06-21"),
    ],
)
def test_each_spelling_is_read(text: str, words: str, iso: str) -> None:
    """A date is found with its words alone, and has its value."""
    assert dates(text) == [(words, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2023/24", "14/00189/FUL", "we may 3 times", "in March 20 members", "31 February 2020", "31/02/2020",
        "1940 hrs",
        "paragraph 4.2.10 applies", "1 in 5 may agree", "Ref 23/00591/PNTEL", "minute 5/04/17 refers",
        "Cllr May 3 to 2", "the second of three", r"C:\Minutes\02 Feb draft",
    ],
)  # fmt: skip
def test_what_looks_like_a_date_is_none(text: str) -> None:
    """Municipal years, references, verbs and days that no month has give no date."""
    assert [d for d in dates(text) if d[1]] == []


def test_minute_numbers_that_run_on_are_no_dates() -> None:
    """Line starts that rise by one and share month and year number the items."""
    assert dates("1/04/17 Apologies\nNone.\n2/04/17 Minutes\nAgreed.\n3/04/17 Roads\n") == []
    assert dates("Resolved 15/12/3 and 15/12/4, see 15/12/11.") == []


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("13 and 20 May 2023", ["2023-05-13", "2023-05-20"]),
        ("3, 17 and 31 July and 28 August 2019", ["2019-07-03", "2019-07-17", "2019-07-31", "2019-08-28"]),
        ("23rd January and 26th March 2007", ["2007-01-23", "2007-03-26"]),
        ("2 to 9 July 2018", ["2018-07-02", "2018-07-09"]),
        ("13 December, 2018 and 28 February, 2019", ["2018-12-13", "2019-02-28"]),
        ("13 December and 10 January 2024", ["2023-12-13", "2024-01-10"]),
        ("11/12 th May 2014", ["2014-05-11", "2014-05-12"]),
        ("March 6 & 20, 2020", ["2020-03-06", "2020-03-20"]),
        ("item 4, 12 May 2012", ["2012-05-12"]),
        ("Thursday, 7 March 2024Thursday, 14th March, 2024", ["2024-03-07", "2024-03-14"]),
    ],
)
def test_lists_give_each_of_their_dates(text: str, isos: list[str]) -> None:
    """Days that share a month, and dates that share a year, are each a date."""
    assert [iso for _, iso in dates(text)] == isos


def test_a_year_taken_from_the_next_date_is_cited() -> None:
    """The first of two dates leans on the second."""
    text = "on 10 January and 24 January 2012"
    first = find_dates(from_text(text))[0]
    assert first.year == 2012
    assert [text[a:b] for a, b in first.via] == ["24 January 2012"]


def test_a_year_is_not_taken_from_the_number_of_the_next_item() -> None:
    """A number below the sentence belongs to the next heading."""
    assert dates("planted on 5th November.\n\n57. MARKET\n", "1999-10-28") == [("5th November", "1999-11-05")]


def test_the_weekday_decides_the_year() -> None:
    """Tuesday 2 February was in 2021, whatever is nearer."""
    found = find_dates(from_text("Tuesday 2nd February"))[0]
    assert (found.weekday, complete(found, "2020-06-01")) == (1, "2021-02-02")


def test_without_a_meeting_a_yearless_date_stays_open() -> None:
    """Nothing is guessed."""
    assert dates("on 2 February", None) == [("2 February", None)]


def test_american_documents_write_the_month_first_in_numbers_too() -> None:
    """Written dates with the month first show the order of the numbers."""
    assert dates("May 3, 1996. Permit of 4/5/1996.")[1][1] == "1996-04-05"
    assert dates("3 May 1996. Permit of 4/5/1996.")[1][1] == "1996-05-04"
    assert dates("May 3rd 1996. Cllr Oak on 4/5/1996.")[1][1] == "1996-05-04"


def times(text: str) -> list[str]:
    """The values of the times of `text`."""
    return [t.value for t in find_times(from_text(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6.00pm", ["18:00"]), ("7.30 p.m.", ["19:30"]), ("19:00", ["19:00"]),
        ("1940 hrs", ["19:40"]), ("1000 HOURS", ["10:00"]),
        ("18.50hrs", ["18:50"]), ("7pm", ["19:00"]), ("12 noon", ["12:00"]), ("12.00 noon", ["12:00"]),
        ("midnight", ["00:00"]),
        ("from 7:04 pm to 8:52 pm", ["19:04", "20:52"]), ("7,02PM", ["19:02"]), ("6.30yh", ["18:30"]),
        ("10.00 yb", ["10:00"]),
        ("2.00 yp", ["14:00"]), ("7.00 - 9.30 pm", ["19:00", "21:30"]), ("10am - 11.16am", ["10:00", "11:16"]),
        ("10.30 - 1.00 pm", ["10:30", "13:00"]), ("21:45pm", ["21:45"]),
        ("7.00 pmMeeting ended: 7.41 pmChairman", ["19:00", "19:41"]),
        ("8:00 o'clock p.m.", ["20:00"]), ("at 7.30 in the Hall", ["07:30"]), ("12.15 am", ["00:15"]),
    ],
)  # fmt: skip
def test_each_time_is_read(text: str, values: list[str]) -> None:
    """Twelve and twenty-four hour times, in words, Welsh and as scans leave them."""
    assert times(text) == values


@pytest.mark.parametrize(
    "text", ["\u00a33.50pm", "4.25%", "section 5.15", "6 amendments", "0:04:24", "25:10", "7.30 metres"]
)
def test_what_looks_like_a_time_is_none(text: str) -> None:
    """Money, percentages, paragraphs and durations are no times."""
    assert times(text) == []


@pytest.mark.parametrize("unit", ["1", "1/", "1 May ", "1, ", "may ", "12.", "31 and ", "7.30 ", "\n1/04/17 x", "st "])
def test_time_is_linear_in_length(unit: str) -> None:
    """Hostile repetition costs no more than its length."""
    source = from_text(unit * (200_000 // len(unit)))
    begin = time.perf_counter()
    find_dates(source)
    find_times(source)
    assert time.perf_counter() - begin < 8


@pytest.mark.parametrize(
    ("text", "value", "may_be_later"),
    [
        ("at half past two in the afternoon", "14:30", False),
        ("closed at ten minutes to four.", "03:50", True),
        ("at eight o'clock in the evening and", "20:00", False),
        ("at a quarter to 9 p.m.", "20:45", False),
        ("at twenty-five minutes past ten", "10:25", True),
        ("at 7.30 o'clock in the evening", "19:30", False),
        ("at half past twelve", "12:30", False),
        ("at ten to one o'clock", "01:00", True),
    ],
)
def test_times_in_words_are_read(text: str, value: str, may_be_later: bool) -> None:
    """With the half of the day where it is said; else as printed, and open."""
    assert [(t.value, t.open) for t in find_times(from_text(text))] == [(value, may_be_later)]


def test_four_digits_are_a_time_where_the_words_before_tell_of_an_hour() -> None:
    """Else they are a year."""
    assert times("Closed at 2112.") == ["21:12"]
    assert times("Opened at 1940 and closed at 2112") == ["19:40", "21:12"]
    assert times("The mill closed in 1940; it had opened 1912.") == []


@pytest.mark.parametrize("text", ["ten minutes to four speakers", "two in the afternoon", "five to ten members"])
def test_other_numbers_in_words_are_no_times(text: str) -> None:
    """Speakers and members are counted in words too."""
    assert find_times(from_text(text)) == ()


def test_where_items_are_numbered_like_dates_an_earlier_months_number_is_none() -> None:
    """In 4/02/19 the month numbers the meeting; so it does in 9/01/19, unless a word leads to a date."""
    items = "".join(f"{n}/02/19 ROADS\nSee 9/01/19.\n" for n in range(1, 6))
    assert dates(items + "A letter dated 11/01/19 came.", "2019-02-18") == [("11/01/19", "2019-01-11")]


def test_a_month_before_an_ordinal_does_not_make_a_document_american() -> None:
    """A British note may say "October 28th"; only a year after the day tells the order of 04/10/2023."""
    british = find_dates(from_text("Notes (04/10/2023)\n\nOctober 28th is planned."))
    american = find_dates(from_text("Notes (04/10/2023)\n\nOctober 28, 2023 is planned."))
    assert (british[0].month, american[0].month) == (10, 4)
