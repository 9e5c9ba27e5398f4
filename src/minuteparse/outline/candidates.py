"""Every place that may be a heading, with the evidence for it. Choosing among them is `chain`'s part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.flattened import titles_within
from minuteparse.outline.headed import headed_numbers
from minuteparse.outline.leads import lead_cells, next_row
from minuteparse.outline.markers import LEADING, Marker, read_marker
from minuteparse.outline.titles import Title, read_title
from minuteparse.outline.wording import evidence, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

# A line this long is a page that lost its line breaks: headings are looked for within it.
FLATTENED = 200
# So badly does running text look like a title: a bare number above it is a page's.
_SENTENCE = -1.0
# Numbers that count on from heading to heading bear each other out.
_COUNTED = 1.2
_AFTER_NUMBER = re.compile(r"\.?\s")
_LETTERS_ALONE = re.compile(r"^[A-Z]{2,5}$")
_COLUMNS = re.compile(r"\S {3,}\S")
# So far behind a title on its line do the blanks between two columns reach.
_GAP = 8
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,})\s*\d{1,3}$")
_MARGIN = re.compile(r"([A-Z][^.:;|]{1,28}?) {3,}(\d{1,3}\.) {1,5}(?=[A-Z(])")
_COUNT = re.compile(r"\(\d{1,3}\)")
_DIGITS_ALONE = re.compile(r"^\d{1,4}\.?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading: block start, number (`None` if unnumbered), title, and the score of the place by itself."""

    start: int
    marker: Marker | None
    title: Title
    form: str
    score: float
    indent: int
    style: tuple[bool, str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Note what headings of one document share: capitals, the sign after the number, the form."""
        close = self.marker.close if self.marker else ""
        object.__setattr__(self, "style", (is_capitals(self.title.text), close, self.form))


def numbered(source: Source, lines: Sequence[Line], noise: frozenset[int]) -> Iterator[Candidate]:
    """Candidates that begin with a number, in order of the text. `noise` holds the line numbers of page furniture."""
    leads = lead_cells(lines)
    headed = headed_numbers(source, lines, noise)
    for line in lines:
        if line.blank or line.n in noise:
            continue
        if line.n in headed:
            first, number, title = headed[line.n]
            yield Candidate(first.begin, number, title, "below", title.evidence + _COUNTED, line.indent)
            continue
        if line.n in leads:
            yield from _led(source, line, leads[line.n])
            continue
        marker = read_marker(line.text)
        if marker is not None and not marker.looks_like_a_year:
            yield from _at_line_start(source, lines, line, marker)
        elif _LETTERS_ALONE.match(line.text):
            yield from _code_on_two_lines(source, lines, line)
        elif marker is None:
            yield from _beside_margin(source, line)
        if len(line.text) > FLATTENED:
            for start, number, title in titles_within(source, line):
                yield Candidate(start, number, title, "inline", title.evidence, 0)


def _at_line_start(source: Source, lines: Sequence[Line], line: Line, marker: Marker) -> Iterator[Candidate]:
    if line.start + marker.after < line.end:
        title = _own_paragraph(source, line, marker) or read_title(source, lines, line.n, line.start + marker.after)
        if title is not None:
            yield Candidate(line.begin, marker, title, "line", _score(lines, line, marker, title), line.indent)
        return
    if line.blank_before == 0 and _COUNT.fullmatch(line.text):
        return  # how many voted for what stands above it
    below = _next_printed(lines, line.n)
    if below is not None and below.blank_before <= 3 and read_marker(below.text) is None:
        at = below.start + _lead(below.text)
        title = read_title(source, lines, below.n, at)
        if title is not None and (marker.close or marker.compound or title.evidence > _SENTENCE):
            yield Candidate(line.begin, marker, title, "alone", _score(lines, line, marker, title) + 0.3, line.indent)
    if marker.compound and line.n > 0:
        above = _title_above(source, lines, line)
        if above is not None:
            first, title = above
            score = _score(lines, first, marker, title) + 0.3
            yield Candidate(first.begin, marker, title, "after", score, line.indent)


def _led(source: Source, line: Line, at: int) -> Iterator[Candidate]:
    """The rows of a table on one line, each after the cell of who leads the item."""
    start = line.begin
    while at < len(line.text):
        marker = read_marker(line.text[at:])
        if marker is None:
            return
        begin = line.start + at + marker.after
        following = next_row(line.text[at + marker.after :], marker.number)
        stop = begin + following.start() if following else line.end
        end = begin + strip_tail(source.folded[begin:stop])
        text = source.quote(begin, end)
        title = Title(begin, end, stop if following else line.stop, text, False, evidence(text))
        yield Candidate(start, marker, title, "line", title.evidence + 0.8, line.indent)
        start = stop
        at = stop + len(following[0]) - line.start if following else len(line.text)


def _own_paragraph(source: Source, line: Line, marker: Marker) -> Title | None:
    """The title before the item's own first paragraph number on the same line: `7. Title 7.1 Text`."""
    at = line.start + marker.after
    own = _first_paragraph(source.folded[at : min(line.end, at + 200)], marker.number)
    if own is None:
        return None
    end = at + strip_tail(source.folded[at : at + own])
    text = source.quote(at, end)
    return Title(at, end, at + own + 1, text, True, evidence(text)) if text else None


def _first_paragraph(text: str, number: str) -> int | None:
    """Where the blank before the first paragraph's number stands: 1 for `number` 7 in "a 7.1 Text".

    No pattern: one would be compiled for each number of each document.
    """
    first = f"{number}.1"
    at = text.find(first, 1)
    while at >= 0:
        if text[at - 1].isspace() and _AFTER_NUMBER.match(text, at + len(first)):
            return at - 1
        at = text.find(first, at + 1)
    return None


def _lead(text: str) -> int:
    match = LEADING.match(text)
    return match.end() if match and match.end() < len(text) else 0


def _code_on_two_lines(source: Source, lines: Sequence[Line], line: Line) -> Iterator[Candidate]:
    """`CFS` on one line and `20` on the next."""
    digits = _next_printed(lines, line.n)
    if digits is None or digits.blank_before > 3 or not _DIGITS_ALONE.match(digits.text):
        return
    below = _next_printed(lines, digits.n)
    marker = read_marker(f"{line.text} {digits.text}")
    if below is None or below.blank_before > 3 or marker is None:
        return
    title = read_title(source, lines, below.n, below.start)
    if title is not None:
        yield Candidate(line.begin, marker, title, "alone", _score(lines, line, marker, title) + 0.3, line.indent)


def _beside_margin(source: Source, line: Line) -> Iterator[Candidate]:
    """A side-heading in the margin, then the number: `Rates List        3.   The committee received ...`."""
    match = _MARGIN.match(line.text)
    marker = read_marker(match[2]) if match else None
    if match is None or marker is None:
        return
    start, end = line.start, line.start + match.end(1)
    text = source.quote(start, end)
    title = Title(start, end, line.start + match.end(), text, True, evidence(text))
    yield Candidate(line.begin, marker, title, "margin", title.evidence + 0.5, line.indent)


def _title_above(source: Source, lines: Sequence[Line], line: Line) -> tuple[Line, Title] | None:
    """The title that ends on the line above a code that stands alone, with its first line."""
    first = last = lines[line.n - 1] if not lines[line.n - 1].blank else _previous_printed(lines, line.n)
    if first is None or last is None or line.blank_before > 2:
        return None
    while first.n > 0 and first.blank_before == 0 and last.n - first.n < 5:
        above = lines[first.n - 1]
        if (
            above.blank
            or not (above.capitals and first.capitals)
            or above.text.endswith((".", ":"))
            or read_marker(above.text)
        ):
            break
        first = above
    end = first.start + strip_tail(source.folded[first.start : last.end])
    text = source.quote(first.start, end)
    return first, Title(
        first.start, end, line.stop, text, False, evidence(" ".join(source.folded[first.start : end].split()))
    )


def _score(lines: Sequence[Line], line: Line, marker: Marker, title: Title) -> float:
    score = title.evidence
    if marker.compound:
        score += 0.8
    elif not marker.close and len(marker.values) == 1 and line.n + 1 < len(lines) and not title.text:
        score -= 1.0
    stop = marker.after + len(title.text) + _GAP if title.inline else len(line.text)
    if not title.column and _COLUMNS.search(line.text, marker.after, stop):
        score -= 1.5
    if _LEADERS.search(line.text):
        score -= 6.0  # a line of the table of contents
    if marker.shape in {"i", "a", "A"} or (marker.close == ")" and marker.shape == "#"):
        score -= 0.5
    if not title.inline:
        score += 0.4 if len(title.text) <= 90 else 0.0
    score += 0.4 if line.blank_before else 0.0
    if (
        line.blank_before == 0
        and line.n > 0
        and not lines[line.n - 1].blank
        and rule("outline", "lead-in").pattern.search(lines[line.n - 1].text)
    ):
        score -= 2.0
    return score


def _next_printed(lines: Sequence[Line], n: int) -> Line | None:
    return next((line for line in lines[n + 1 : n + 6] if not line.blank), None)


def _previous_printed(lines: Sequence[Line], n: int) -> Line | None:
    return next((lines[k] for k in range(n - 1, max(n - 5, -1), -1) if not lines[k].blank), None)
