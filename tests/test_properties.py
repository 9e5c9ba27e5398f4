"""The laws, over any text and over text made of minutes' own words."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from minuteparse import Minutes
from minuteparse.errors import InputError
from minuteparse.evaluate import broken_laws
from minuteparse.evidence import gather
from minuteparse.issue_codes import CODES
from minuteparse.parse import parse_source
from minuteparse.resolve import resolve
from minuteparse.text import Source, from_bytes, from_text

LABELS = [
    "Present:", "PRESENT", "In attendance:", "Apologies", "Apologies for absence were received from", "Absent:",
    "Substitutes:", "Officers", "Commenced: 6.00pm", "Terminated:", "Chair", "(in the Chair)", "Minutes of the meeting of",
    "held on", "at 7.30 p.m.", "in the Village Hall", "Venue:", "Date:", "Time:", "Date of next meeting", "ACTION:", "Actions",
    "RESOLVED", "RESOLVED:", "RESOLVED that", "Resolved –", "It was agreed that", "AGREED", "NOTED", "Recommended", "DECISION",
    "CARRIED", "LOST", "unanimously", "For 7, against 2, abstentions 1", "(7/2/1)", "Proposed by", "seconded by", "Proposer:",
    "FOR:", "AGAINST:", "declared a personal interest in", "a pecuniary interest", "agenda item 7", "Declarations of Interest",
    "substituting for", "as substitute for", "left the meeting at 8.15pm", "The meeting closed at 9.05 pm", "CHAIR", "Signed",
]  # fmt: skip
NUMBERS = [
    "1.", "2.", "3", "27.", "28.", "29", "7a", "(a)", "(b)", "(i)", "(ii)", "4.1", "4.1.1", "45/23", "2023/46", "CS/23/14",
    "Minute 12", "•", "-", "*", "Page 3 of 9", "1 | P a g e", "£1,250.00", "0", "999999999999999999999",
]  # fmt: skip
PEOPLE = [
    "Councillor T Smith", "Councillors Bell (Chair), Cole, Dunn and Eade", "Cllr. Mrs E O’Dowd OBE", "Mr J. van Mierlo",
    "the Clerk", "The Chairman", "Cllrs A Bell & B Cole", "Ann Bell, Director of Housing", "AB", "Smith", "Ms K-L Roe (Labour)",
]  # fmt: skip
DATES = [
    "8 November 2023", "Tuesday 10 January 2024", "13 and 20 May 2023", "1st March", "02/03/19", "31 February 2022", "2023-11-08",
    "May 5, 2021", "29 February 1900", "10th–12th June 2020", "Monday", "next month", "99 May 99999",
]  # fmt: skip
NOISE = st.text(max_size=12)
SEPARATORS = st.sampled_from(
    ["\n", "\n\n", "\n\n\n", " ", ", ", "\t", "\r\n", "\f", ": ", " – ", "", ";", "\n  ", " | ", "\u2028"]
)


@st.composite
def minutes_like(draw: st.DrawFn) -> str:
    """Minutes' own words in no order, between noise."""
    words = st.sampled_from(LABELS + NUMBERS + PEOPLE + DATES)
    parts = draw(st.lists(st.tuples(words | words | words | NOISE, SEPARATORS), max_size=60))
    return "".join(word + separator for word, separator in parts)


ANY_TEXT = st.text(max_size=300) | minutes_like()


def rejoined(source: Source) -> str:
    """Header block, items and closing block, joined."""
    outline = gather(source).outline
    spans = [(0, outline.header_end), *((b.start, b.end) for b in outline.blocks), (outline.closing_start, None)]
    return "".join(source.text[start:end] for start, end in spans)


@given(ANY_TEXT)
@example("")
@example("\f")
@example("1.")
@example("Present:")
@example("27. X\n27. X\n27. X")
def test_any_text_gives_a_record_that_keeps_the_laws(text: str) -> None:
    """Parsing never fails; every span re-slices; items follow each other; rules and codes are known."""
    source = from_text(text)
    minutes = parse_source(source)
    assert broken_laws(minutes, text) == []
    assert rejoined(source) == text
    assert {issue.code for issue in minutes.issues} <= set(CODES)


@given(minutes_like(), st.integers(0xD800, 0xDFFF).map(chr))
@example("1. APOLO- GIES\n\nRESOLVED that the - clock be mended.\n", "\ud800")
def test_lone_surrogates_parse_and_print(text: str, surrogate: str) -> None:
    """A str that no file can hold gives a record too, and one that can be printed."""
    assert parse_source(from_text(text.replace("-", surrogate))).model_dump_json()


@given(st.binary(max_size=200) | ANY_TEXT.map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_a_record_or_an_error_with_their_name(data: bytes) -> None:
    """Bytes that cannot be decoded are the caller's to mend; all others give a record that keeps the laws."""
    try:
        source = from_bytes(data, name="x")
    except InputError as refused:
        message = str(refused)
    else:
        message = "x: " + "".join(broken_laws(parse_source(source), source.text))
        assert message == "x: "
    assert message.startswith("x: ")


@given(ANY_TEXT)
def test_same_input_same_bytes(text: str) -> None:
    """A record printed twice is the same twice, and survives the way back."""
    first, second = (parse_source(from_text(text)).model_dump_json() for _ in range(2))
    assert first == second
    assert Minutes.model_validate_json(first).model_dump_json() == first


@given(ANY_TEXT)
def test_resolving_twice_is_resolving_once(text: str) -> None:
    """What is resolved stays as it is."""
    source = from_text(text)
    once = resolve(parse_source(source), gather(source))
    assert resolve(once, gather(source)) == once


@given(minutes_like())
def test_every_finding_names_its_rule(text: str) -> None:
    """`by` is a rule id: a group, a dot, a name."""
    for by in re.findall(r'"by":"([^"]*)"', parse_source(from_text(text)).model_dump_json()):
        assert re.fullmatch(r"[a-z_]+\.[\w.-]+", by), by
