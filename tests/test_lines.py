"""A source cut into lines."""

from hypothesis import given
from hypothesis import strategies as st

from minuteparse.lines import is_capitals, split_lines
from minuteparse.text import from_text

BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\f", "\x0b", "\x85", "\u2028", " ", "\t", "x", "É"])


@given(st.lists(BREAKS, max_size=30).map("".join))
def test_lines_give_the_text_back(text: str) -> None:
    """Joined from `begin` to `stop`, lines are the text; content lies inside them."""
    lines = split_lines(from_text(text))
    assert "".join(text[line.begin : line.stop] for line in lines) == text
    assert all(line.begin <= line.start <= line.end <= line.stop for line in lines)
    assert [line.n for line in lines] == list(range(len(lines)))


def test_only_four_breaks_end_a_line() -> None:
    """CRLF, LF, CR and form feed end a line; rarer separators do not."""
    lines = split_lines(from_text("a\r\nb\nc\rd\fe\x0bf\u2028g"))
    assert [line.text for line in lines] == ["a", "b", "c", "d", "e\x0bf\u2028g"]


def test_indent_blanks_and_content() -> None:
    """A line knows its indent and how many blank lines stand above it."""
    first, _, _, last = split_lines(from_text("Present:\n\n \n\t  Cllr A Bell \n"))
    assert (first.indent, first.blank_before) == (0, 0)
    assert (last.indent, last.blank_before, last.text) == (3, 2, "Cllr A Bell")


def test_an_empty_text_has_one_blank_line() -> None:
    """Even nothing can be looked at."""
    (line,) = split_lines(from_text(""))
    assert line.blank
    assert not line.capitals


def test_capitals() -> None:
    """Nine letters in ten in capitals make a capital line; a single letter does not."""
    assert is_capitals("MINUTES OF McLAREN'S LAST MEETING")
    assert not is_capitals("Minutes of the LAST meeting")
    assert not is_capitals("A 1 2")
