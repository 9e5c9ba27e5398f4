"""Headings without a number: lines that stand alone, titles before a colon, rows of a web page's table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from minuteparse.lines import Line, is_capitals
from minuteparse.outline.candidates import Candidate
from minuteparse.outline.cuts import inline_cut, next_meeting_cut
from minuteparse.outline.entries import without_entries
from minuteparse.outline.markers import LEADING, Marker, read_marker
from minuteparse.outline.rows import has_rows, row
from minuteparse.outline.run_ins import minutes_run_in, paragraph_titles
from minuteparse.outline.titles import Title
from minuteparse.outline.wording import ATTENDANCE_LABEL, evidence, kind_of, strip_tail
from minuteparse.rules import rule
from minuteparse.text import Source

_LONGEST = 110
_ACCEPT = 1.0
# Bold type or the sign of a heading, as converters keep them, is worth about as much as capitals.
_STYLED = 1.2
# So good is a standing title in capitals between blank lines above a longer text.
_LONE_STANDING = 3.0
# So good is a short title right below the attendance that it is none of its names.
_BELOW_NAMES = 1.7
_FEWEST_LONE, _SHORT_TITLE = 4, 45
# A document with so many headings in bold sets all of them in bold.
_STYLED_HEADINGS = 4
_PREDICATE = re.compile(r"(?:was|were|has|have|had|is|are)\b")
_UNDERLINE = re.compile(r"^(?:-{4,}|={3,}|~{3,}|\^{3,})$")
_HEADER_LINES = 30
_MINUTES_TITLE = re.compile(
    r"(?i)(?:draft |unconfirmed )?(?:minutes|notes|record|report) of (?!(?:the )?(?:last|previous))"
    r"(?:the |a )?(?:proceedings|(?:\S+ ){0,6}meeting)|(?i:minutes \(?[a-z]{3,9},? \d{4}\)?$)"
    r"|(?i:(?:(?:regular|special|annual|ordinary|business|council|committee|board|meeting|session) ){2,4}minutes$)"
)
# Where a meeting is called to order under a heading, the roll that follows belongs to that item.
_OPENS = re.compile(r"(?i)call(?:ed)? to order\b|opening of (?:the )?meeting\b")
_SHOUTED_WORDS = re.compile(r"[A-Z]{3,}(?: [A-Z]+)* [A-Z]{3,} ")
_SHOUTED_DASH = re.compile(r"([A-Z][A-Z &/',]{4,80}[A-Z]) -{1,2} (?=[a-z])")
_SHOUT = re.compile(r"[A-Z]{4}")
_WORDS = r"(?:[A-Z][\w'&-]+ ){1,5}[A-Z][\w'&-]+"
_TWO_PARTS = re.compile(rf"{_WORDS}: [A-Z][\w'& -]{{2,40}}")
# When an item was taken, before its title: "9:04 a.m.  PUBLIC COMMENT".
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?|\s?hrs\b)?(?:\s+-)?(\s+)(?=[A-Z])")
_COLUMNS = re.compile(r"\S {3,}\S")


def unnumbered(source: Source, lines: Sequence[Line], noise: frozenset[int], *, standing: bool) -> list[Candidate]:
    """Candidates without a number, in order of the text; with `standing` only lines that are titles councils share."""
    rows = has_rows(lines)
    found: list[Candidate] = []
    for line in lines:
        if line.blank or line.n in noise:
            continue
        if standing and not (len(line.text) <= _LONGEST and kind_of(line.text)[1]) and not _shouts(line):
            continue
        if rows:
            found += row(source, line)
        else:
            found += _line(source, lines, line)
    return found


def _shouts(line: Line) -> bool:
    """True for a paragraph that begins with words in capitals."""
    return bool(line.blank_before and _SHOUTED_WORDS.match(line.text))


def marked_lines(source: Source) -> frozenset[int]:
    """Where the lines begin that the file marks as headings, by a style or in bold; none for plain text."""
    return frozenset(heading.start for heading in source.layout.headings) if source.layout else frozenset()


def _line(source: Source, lines: Sequence[Line], line: Line) -> Iterator[Candidate]:
    offset, marker = _lead(line)
    at = line.start + offset
    text = source.folded[at : line.end].rstrip("*_# ")
    underlined = line.n + 1 < len(lines) and bool(_UNDERLINE.match(lines[line.n + 1].text))
    styled = underlined or line.text.startswith(("**", "#", "__")) or line.start in source.once(marked_lines)
    label = text.partition("**")[0]  # "**Apologies:** Cllr Smith" is a label with its value
    if label != text or not text:
        return
    if any(rule("outline", name).pattern.match(text) for name in ("signature", "close")):
        return
    if rule("outline", "label").pattern.match(text) and not _heads_its_word(lines, line):
        return
    if text.endswith("?") or (line.blank_before == 0 and text.startswith("No ") and kind_of(text)[1]):
        return  # a question put, the answer under a heading: "No correspondence"
    bulleted = line.text.startswith(("•", "-", "*")) and not styled
    if bulleted or not text[0].isupper() or marker is not None:
        return
    if (
        len(text) <= _LONGEST
        and not _stopped(text)
        and (styled or ": " not in text or is_capitals(text) or _two_parts(lines, line))
    ):
        end = at + strip_tail(text)
        cut = next_meeting_cut(text) or _dash_cut(text)
        if cut is not None:
            end = at + cut[0]
        if end > at and not (text.endswith(":-") and len(text) > 60):
            body = at + cut[1] if cut else lines[line.n + 1].stop if underlined else line.stop
            title = Title(at, end, body, source.quote(at, end), False, evidence(source.folded[at:end]))
            score = title.evidence + _standing_alone(lines, line) + (_STYLED if styled else 0.0)
            form = (
                "styled"
                if styled
                else "clock"
                if line.text[0].isdigit()
                else "colon"
                if text.rstrip().endswith(":")
                else "plain"
            )
            yield Candidate(line.begin, None, title, form, score, line.indent)
            return
    cut = inline_cut(text)
    if cut is not None and cut[0] <= 90 and not rule("outline", "label").pattern.match(text[: cut[0]]):
        left = text[: cut[0]]
        if text[cut[0] : cut[1]].isspace() and _PREDICATE.match(text, cut[1]) and not is_capitals(left):
            return  # "The treasurer's report was approved"
        score = evidence(left) + (0.5 if line.blank_before else 0.0) - (0.0 if is_capitals(left) else 1.0)
        title = Title(at, at + cut[0], at + cut[1], source.quote(at, at + cut[0]), True, score)
        yield Candidate(line.begin, None, title, "run-in", score, line.indent)


def _lead(line: Line) -> tuple[int, Marker | None]:
    """Where in `line` its words begin, after bullets, a clock time or a page number, and the number that they have."""
    text = line.text
    lead = LEADING.match(text)
    at = lead.end() if lead and lead.end() < len(text) else 0
    if not text[at].isdigit():
        return at, read_marker(text)
    clock = _CLOCK.match(text, at)
    if clock and (len(clock[1]) > 1 or is_capitals(text[clock.end() :])):
        return clock.end(), None
    marker = read_marker(text)
    if marker is not None and marker.shape == "#" and not marker.close and _SHOUT.match(text, marker.after):
        return marker.after, None  # a page number glued to a heading in capitals
    return at, marker


def _dash_cut(text: str) -> tuple[int, int] | None:
    """Where a title in capitals ends before a dash and words in small letters: "PLEDGE -- those present stood"."""
    match = _SHOUTED_DASH.match(text)
    return (match.end(1), match.end()) if match else None


def _two_parts(lines: Sequence[Line], line: Line) -> bool:
    """True for a title of two parts, "Mill Trust: Old Barn", alone between blank lines; not for a label and a value."""
    below = lines[line.n + 1] if line.n + 1 < len(lines) else None
    alone = bool(line.blank_before) and below is not None and below.blank
    return (
        alone
        and bool(_TWO_PARTS.fullmatch(line.text))
        and not rule("outline", "label").pattern.match(line.text.partition(":")[0])
    )


def _heads_its_word(lines: Sequence[Line], line: Line) -> bool:
    """True for a lone `Minutes` or `Apologies` above a paragraph that begins with that very thing."""
    below = next((b for b in lines[line.n + 1 : line.n + 4] if not b.blank), None)
    word = line.text.strip("*#_ ").casefold()
    return word in {"minutes", "apologies"} and below is not None and word[:6] in below.text[:80].casefold()


def _stopped(text: str) -> bool:
    """True if `text` ends as a sentence or list entry does; a short line in capitals may end with a full stop."""
    return text.endswith((";", ",")) or (text.endswith(".") and not (is_capitals(text) and len(text) <= 40))


def _standing_alone(lines: Sequence[Line], line: Line) -> float:
    """Evidence of the place: blank lines around, longer text below, no columns."""
    score = 0.5 if line.blank_before else -0.3
    after = next((below for below in lines[line.n + 1 : line.n + 5] if not below.blank), None)
    if after is None:
        return score - 3.0
    if after.blank_before == 0 and after.text[0].islower():
        return -9.0  # a sentence that runs over its line
    score += 0.2 if after.blank_before else 0.0
    score += 0.4 if len(after.text) > len(line.text) + 10 else -0.3
    if _COLUMNS.search(line.text):
        score -= 1.5
    if line.blank_before == 0 and line.n > 0 and rule("outline", "lead-in").pattern.search(lines[line.n - 1].text):
        score -= 1.5
    return score


def choose(candidates: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The unnumbered headings that a document without numbers uses.

    Candidates are judged by style: a style is taken if its members are good on average or hold two standing titles.
    """
    styles: dict[tuple[bool, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.score >= _ACCEPT:
            capitals = is_capitals(candidate.title.text)
            form = candidate.form
            styles[capitals, form if form in {"row", "styled"} else "" if capitals else form].append(candidate)
    taken: list[Candidate] = []
    styled = [c for key, members in styles.items() if key[1] == "styled" for c in members]
    if len(styled) >= _STYLED_HEADINGS and sum(kind_of(c.title.text)[1] for c in styled) >= 2:
        return _below_header(sorted(styled, key=lambda c: c.start), lines)
    running = paragraph_titles(candidates, lines)
    if running:
        return running
    for members in styles.values():
        standing = sum(kind_of(c.title.text)[1] for c in members)
        mean = sum(c.score for c in members) / len(members)
        if standing >= 2 or (len(members) >= 2 and (mean >= 2.0 or (standing and mean >= 1.3))):
            taken += members
    if taken:
        taken += _of_another_style(candidates, taken)
    else:
        taken = max((m for m in styles.values() if _stand_alone(m)), key=len, default=[])
    chosen = _below_header(without_entries(sorted(taken, key=lambda c: c.start), lines), lines)
    return sorted([*chosen, *minutes_run_in(candidates, chosen, lines)], key=lambda c: c.start)


def _of_another_style(candidates: Sequence[Candidate], taken: Sequence[Candidate]) -> list[Candidate]:
    """Standing titles in capitals alone between blank lines among others: AOCB below `Money`."""
    known = {c.start for c in taken}
    if any(is_capitals(c.title.text) for c in taken):
        return []
    first = min(known)
    return [
        c
        for c in candidates
        if c.start > first
        and c.start not in known
        and c.form == "plain"
        and c.score >= _LONE_STANDING
        and is_capitals(c.title.text)
        and kind_of(c.title.text)[1]
    ]


def _stand_alone(members: Sequence[Candidate]) -> bool:
    """True if short titles alone on their lines are so many, and so good, that they need no known one among them."""
    lone = all(c.form == "plain" and len(c.title.text) <= _SHORT_TITLE for c in members)
    return lone and len(members) >= _FEWEST_LONE and sum(c.score for c in members) >= 1.3 * len(members)


def _below_header(taken: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """`taken` without the lines of the letterhead: those above the attendance labels, and the title of the minutes."""
    top = [line for line in lines if not line.blank][:_HEADER_LINES]
    labels = [line.begin for line in top if ATTENDANCE_LABEL.match(line.text)]
    floor = labels[-1] if labels else -1
    first = {line.begin for line in top[:12]}
    letterhead = {line.begin for line in top[:5]}

    def heads_the_page(c: Candidate) -> bool:
        known = kind_of(c.title.text)[1]
        below_names = bool(labels) and c.start > floor and c.score >= _BELOW_NAMES
        return (c.start in letterhead and not known and not below_names) or (
            c.start in first and bool(_MINUTES_TITLE.match(c.title.text))
        )

    return [c for c in taken if (c.start > floor or _OPENS.match(c.title.text)) and not heads_the_page(c)]


def beside_numbers(candidates: Sequence[Candidate], chain: Sequence[Candidate]) -> list[Candidate]:
    """The few unnumbered headings of a numbered document: standing titles that stand alone between blank lines."""
    first = chain[0].start
    capitals = sum(is_capitals(c.title.text) for c in chain) * 2 > len(chain)
    early: list[Candidate] = []
    late: list[Candidate] = []
    for c in candidates:
        kind, standing = kind_of(c.title.text)
        if (
            not standing
            or c.form not in {"plain", "colon", "styled", "run-in"}
            or (c.form == "run-in" and not (c.start > first and is_capitals(c.title.text)))
            or c.score < 2.0
            or len(c.title.text) > 80
            or ": " in c.title.text
        ):
            continue
        if c.start < first:
            letterhead = kind == "next_meeting" or (kind == "update" and c.score < 3.4)
            if kind == "previous_minutes":
                letterhead = not early or bool(_MINUTES_TITLE.match(c.title.text))
            if not letterhead:
                early.append(c)
        elif is_capitals(c.title.text) and (capitals or c.score >= 3.4):
            late.append(c)
    # "Apologies" alone above the first number is a label of attendance, not an item.
    return (early if any(kind_of(c.title.text)[0] != "apologies" for c in early) else []) + late
