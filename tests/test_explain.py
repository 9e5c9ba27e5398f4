"""Each line with the rules that claimed it."""

from hypothesis import given
from hypothesis import strategies as st

from minuteparse.explain import explain
from minuteparse.text import from_text


def test_a_heading_is_claimed_and_marked() -> None:
    """The line on which an item begins is a heading; the text under it is not."""
    lines, _ = explain(from_text("1. APOLOGIES\n\nThe quick brown fox.\n\n2. MINUTES\n\nThe lazy dog.\n"))
    assert [line.text for line in lines if line.heading] == ["1. APOLOGIES", "2. MINUTES"]
    assert all(rule.startswith("outline.") for line in lines if line.heading for rule in line.rules)
    assert all(line.rules for line in lines if line.heading)


def test_a_finding_claims_each_line_that_it_touches() -> None:
    """A decision that runs over the line's end claims both lines, and no third."""
    text = (
        "1. CLOCK\n\nRESOLVED that the clock be mended before the fair by the\nfirm that built it.\n\nThe lazy dog.\n"
    )
    lines, _ = explain(from_text(text))
    heading, first, second, after = lines
    assert heading.heading
    assert set(first.rules) & set(second.rules)
    assert not set(first.rules) & set(after.rules)


def test_lines_are_numbered_as_in_an_editor_and_blank_ones_left_out() -> None:
    """Numbers count from 1, blank lines included; what no rule claims has none."""
    lines, issues = explain(from_text("the quick\n\n  brown fox \n"))
    assert [(line.n, line.text, line.rules) for line in lines] == [(1, "the quick", ()), (3, "brown fox", ())]
    assert "no-headings" in [issue.code for issue in issues]


@given(st.text(max_size=80))
def test_any_text_can_be_explained(text: str) -> None:
    """Offsets re-slice each line, and no printed line is left out."""
    lines, _ = explain(from_text(text))
    assert all(text[line.start : line.end] == line.text for line in lines)
    shown = "".join(line.text for line in lines)
    assert "".join(shown.split()) == "".join(text.split())
