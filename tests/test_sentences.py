"""Sentences of minutes."""

from __future__ import annotations

import time

from minuteparse.sentences import containing, readable, sentences
from minuteparse.text import from_text

LIMIT = 10.0


def split(text: str, noise: tuple[tuple[int, int], ...] = ()) -> list[str]:
    """The sentences of `text` as printed, white space collapsed."""
    source = from_text(text)
    return [source.quote(*span) for span in sentences(source, 0, len(text), noise)]


def test_titles_initials_and_numbers_do_not_end_a_sentence() -> None:
    """Full stops after honorifics, initials, "No." and in times are read over."""
    text = "Cllr. A. B. Moss spoke to Application No. 14 at 7.30 p.m. on Monday. Mr. Ll. Penn agreed."
    assert split(text) == [
        "Cllr. A. B. Moss spoke to Application No. 14 at 7.30 p.m. on Monday.",
        "Mr. Ll. Penn agreed.",
    ]


def test_a_half_day_before_a_capital_ends_a_sentence() -> None:
    """ "p.m." closes the sentence when a new one begins, not before a weekday."""
    assert split("It closed at 9 p.m. The Chair left.") == ["It closed at 9 p.m.", "The Chair left."]
    assert split("It met at 9 p.m. Monday in the hall.") == ["It met at 9 p.m. Monday in the hall."]


def test_a_lettered_thing_may_end_a_sentence() -> None:
    """ "Option B." is no initial."""
    assert split("Members chose Option B. The Clerk took note.") == ["Members chose Option B.", "The Clerk took note."]


def test_wrapped_lines_read_on_and_short_lines_do_not() -> None:
    """A line wrapped at the margin goes on; entries on lines of their own do not."""
    text = "The Clerk said that the wall by the\nPavilion fell and that the insurer\nwould pay.\n"
    assert split(text) == ["The Clerk said that the wall by the Pavilion fell and that the insurer would pay."]
    assert split("Grit bins\nBus shelter at the corner of the long lane\nHedges") == [
        "Grit bins",
        "Bus shelter at the corner of the long lane",
        "Hedges",
    ]


def test_bullets_and_enumerators_begin_a_sentence_and_are_not_part_of_it() -> None:
    """List marks at a line start are left out of the span."""
    assert split("The Panel asked that\n(a) the report be sent\n• the map be drawn\n2.1 Nothing more was said") == [
        "The Panel asked that",
        "the report be sent",
        "the map be drawn",
        "Nothing more was said",
    ]


def test_blank_lines_and_pipes_end_a_sentence() -> None:
    """So do table cells."""
    assert split("Resolved\n\nthat it be so | Clerk | May") == ["Resolved", "that it be so", "Clerk", "May"]


def test_page_numbers_are_read_over() -> None:
    """Noise in mid sentence does not cut it, and its span holds the noise."""
    text = "The Chair thanked all the\n\n17\n\nvolunteers. All rose."
    at = text.index("17")
    assert split(text, ((at, at + 2),)) == ["The Chair thanked all the 17 volunteers.", "All rose."]
    assert len(readable(from_text(text), 0, len(text), ((at, at + 2),))) == len(text)


def test_glued_sentences_are_parted() -> None:
    """Converters lose the space after a full stop; web addresses and times keep theirs."""
    assert split("It was in the village.The Clerk wrote.") == ["It was in the village.", "The Clerk wrote."]
    assert split("See www.example.org at 7.30pm today.") == ["See www.example.org at 7.30pm today."]


def test_marks_of_emphasis_are_blanks() -> None:
    """Pages in Markdown print `**bold**` and `*slanted*`; footnote marks and bullets stay."""
    assert split("6.3 **The Board NOTED it.**\n\n*Reply:* Soon.") == ["The Board NOTED it.", "Reply:* Soon."]
    assert readable(from_text("A Moss*, B Penn*"), 0, 16) == "A Moss*, B Penn*"


def test_letters_on_one_line_begin_sentences() -> None:
    """ "a) ... b) ..." in one cell."""
    assert split("a) Behaviour - approved. b) Attendance - deferred.") == [
        "Behaviour - approved.",
        "Attendance - deferred.",
    ]


def test_a_title_in_full_ends_a_sentence() -> None:
    """ "Minister." is no abbreviation, "Cllr." is."""
    assert split("No reply came from the Minister. Cllr. Moss rose.") == [
        "No reply came from the Minister.",
        "Cllr. Moss rose.",
    ]


def test_offsets_are_those_of_the_source() -> None:
    """A stretch in the middle gives spans of the whole text."""
    text = "xx. One two. Three four."
    spans = sentences(from_text(text), 4, len(text))
    assert [text[a:b] for a, b in spans] == ["One two.", "Three four."]
    assert containing(spans, 5) == spans[0]
    assert containing(spans, 2) is None


def test_time_is_linear() -> None:
    """A megabyte of stops, line breaks or one word takes seconds at most."""
    for unit in (". ", "a\n", "A. ", "x", "| ", "(a) \n"):
        text = unit * (400_000 // len(unit))
        begun = time.perf_counter()
        sentences(from_text(text), 0, len(text))
        assert time.perf_counter() - begun < LIMIT, unit
