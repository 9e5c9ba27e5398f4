"""Counts of votes: numbers bound to a side, in digits or words, gathered into one tally a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from minuteparse.fields.vote_windows import matches_begun
from minuteparse.rules import rule, words
from minuteparse.text import Source

Span = tuple[int, int]
Side = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers printed for one vote in `start:end`; `None` where a side has none.

    `division` says that motion and amendment were put against each other: those for the amendment are against.
    """

    start: int
    end: int
    for_: int | None
    against: int | None
    abstain: int | None
    by: str
    division: bool = False


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number and its side. `alone` says that it may stand for a vote without another figure beside it."""

    start: int
    end: int
    side: Side
    number: int
    alone: bool
    by: str
    about: str = ""
    divided: bool = False


# Between two figures of one vote nothing else of weight is said.
_WIDEST_GAP = 90
_GAP_ENDS = re.compile(
    r"\b(?:carried|lost|moved|proposed|seconded|resolved|amendment was|motion was)\b|\n[ \t\r]*\n", re.I
)
_OTHER_COURSE = re.compile(r" (?:the )?[a-z][\w' -]{2,50},? and ")
# Those "not voting", where they are counted beside those who abstained.
_AWAY = "away"
_ABOUT = re.compile(r"\s(?:the\s+)?(motion|amendment)\b", re.I)
_ALONE = re.compile(r"\b(?:vot(?:e[sd]?|ing)|abst\w+|absentions?)\b|\bin\s+favou?r\b", re.I)
_CLOSED_OFF = re.compile(r"\s*[.;,)]|\s*$|[ \t]*\n")
_OPENED = re.compile(r"[;:(,-]\s*$|\bvotes?\s*[:-]?\s*$|\b(?:carried|lost|seconded)\b[^.\n]{0,12}$", re.I)
_CARRIED_WITH = re.compile(
    r"\b(?:carried|agreed|approved|resolved|adopted|passed)\b[^.\n\w]{1,4}(?:by\s+a\s+majority,?\s+)?with\s+$", re.I
)
_LOST = re.compile(r"\b(?:lost|fell|defeated|rejected|failed|not\s+carried)\b", re.I)


_RULES = ("duo", "duo_result", "duo_tied", "duo_closed", "duo_vote", "all_in_favour", "count_after", "count")
_RULES_ACROSS_NAMES = ("count_named",)
# Rules each match of which begins with one of their literals.
_BEGUN = ("duo_result", "duo_closed")
_SIDES = ("for", "favo", "aye", "yea", "yes", "against", "opposed", "dissent", "nay", "noes", "abst", "absen", "voting")
_NAMED = re.compile(r"\)\s+(?:having\s+)?vot(?:ed|ing)\b")


def find_tallies(source: Source, near: list[Span], wide: list[Span]) -> list[Tally]:
    """The counts printed in the stretches `near`, in order, one a vote as far as they stand together.

    In the stretches `wide` names may stand between a figure and its side.
    """
    figures = [f for start, end in near for f in _figures(source, start, end, _RULES)]
    figures += [f for start, end in wide for f in _figures(source, start, end, _RULES_ACROSS_NAMES)]
    figures.sort(key=lambda f: (f.start, f.end))
    return [t for group in _groups(source, figures) if (t := _tally(group))]


def side_of(words_: str) -> Side:
    """The side that a word such as "Ayes", "in favour" or "abstaining" stands for."""
    low = words_.lower().lstrip()
    if low.startswith(("abst", "abse", "not", "no vote")):
        return "abstain"
    if low.startswith(("against", "amendment", "contre", "nay", "no", "níl", "oppos", "dissent")):
        return "against"
    return "for"


@cache
def _numbers() -> dict[str, int]:
    names = list(words("number_word"))
    first = names.index("one")
    return dict.fromkeys([name.replace(" ", "-") for name in names[:first]], 0) | {
        name: n + 1 for n, name in enumerate(names[first:])
    }


def number_of(text: str) -> int:
    """The number that digits or a word of the list `number_word` stand for."""
    low = re.sub(r"\s+", "-", text.lower())
    return int(low) if low.isdigit() else _numbers()[low]


def _figures(source: Source, start: int, end: int, names: tuple[str, ...]) -> Iterator[_Figure]:
    found = [(match, name) for name in names for match in _counts(source, name, start, end)]
    if not found:
        return
    at = start
    # The one that starts first has the number: "for the amendment 5" before "5 against".
    for match, name in sorted(found, key=lambda f: (f[0].start(), -f[0].end())):
        if match.start() < at or (name == "count" and not _plausible(match)):
            continue
        at = match.end()
        if name.startswith("duo"):
            yield from _duo(source, match, f"votes.{name}")
        elif name == "all_in_favour":
            yield _Figure(match.start(), match.end(), "for", number_of(match["number"]), True, "votes.all_in_favour")
        else:
            yield _figure(source, start, end, match, f"votes.{name}")


def _counts(source: Source, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
    habit = rule("votes", name)
    if name in _BEGUN:
        return matches_begun(source, habit, start, end)
    if name == "count" and not _side_after_number(source, start, end):
        return iter(())
    if name == "count_named" and not _NAMED.search(source.lower, start, end):
        return iter(())
    return habit.pattern.finditer(source.folded, start, end) if habit.may_match(source.lower[start:end]) else iter(())


def _side_after_number(source: Source, start: int, end: int) -> bool:
    """False if before no side in `text[start:end]` stands a number or a word that may part the two."""
    lower, words_before = source.lower, _before_side()
    for side in _SIDES:
        at = lower.find(side, start, end)
        while at >= 0:
            before = lower[max(at - _WIDEST_GAP, start) : at].rstrip()
            if not before or before.endswith(words_before):
                return True
            at = lower.find(side, at + 1, end)
    return False


@cache
def _before_side() -> tuple[str, ...]:
    return (*words("number_word"), *words("count_filler"), *"0123456789)")


def _plausible(match: re.Match[str]) -> bool:
    """False for a number and a side that a line break parts: the count of one list and the label of the next."""
    return "\n" not in match["filler"] or match["side"][0].islower()


def _duo(source: Source, match: re.Match[str], by: str) -> Iterator[_Figure]:
    first, second = number_of(match["first"]), number_of(match["second"])
    before = source.folded[max(match.start() - 30, 0) : match.start()].rpartition(". ")[2]
    # "Lost by 9 votes to 4" names the larger number first.
    if first > second and _LOST.search(before) and by == "votes.duo":
        first, second = second, first
    yield _Figure(match.start(), match.end(), "for", first, True, by)
    yield _Figure(match.start(), match.end(), "against", second, True, by)
    third = match["third"] if "third" in match.re.groupindex else None
    if third is not None:
        yield _Figure(match.start(), match.end(), "abstain", number_of(third), True, by)


def _figure(source: Source, start: int, end: int, match: re.Match[str], by: str) -> _Figure:
    side = side_of(match["side"])
    before = source.folded[max(match.start() - 30, start) : match.start()]
    alone = (side == "abstain" or by == "votes.count_named") and match["number"].lower() != "no"
    if not alone and _ALONE.search(match[0]) and by == "votes.count" and match["number"].lower() not in ("no", "one"):
        alone = bool(re.search(r"vot", match[0], re.I)) or bool(_OPENED.search(before))
    if by == "votes.count" and _CARRIED_WITH.search(before):
        alone = True
    if not alone and by == "votes.count":
        alone = (
            bool(_OPENED.search(before))
            and bool(_CLOSED_OFF.match(source.folded, match.end(), end))
            and match["number"].isdigit()
        )
    found = _ABOUT.search(match[0]) or _ABOUT.match(source.folded, match.end(), end)
    about = _AWAY if match["side"].lower().startswith("not") else found[1].lower() if found else ""
    return _Figure(match.start(), match.end(), side, number_of(match["number"]), alone, by, about)


def _groups(source: Source, figures: list[_Figure]) -> Iterator[list[_Figure]]:
    group: list[_Figure] = []
    for printed in figures:
        figure = printed
        if group:
            gap = source.folded[group[-1].end : figure.start]
            if len(group) == 1 and _put_against(group[0], figure):
                group, figure = [_as_division(group[0])], _as_division(figure)
            elif len(group) == 1 and _alternatives(group[0], figure, gap):
                figure = replace(figure, side="against")
            if figure.about == _AWAY and group[-1].side == "abstain":
                continue
            if any(f.side == figure.side for f in group) or len(gap) > _WIDEST_GAP or _GAP_ENDS.search(gap):
                yield group
                group = []
        group.append(figure)
    if group:
        yield group


def _put_against(first: _Figure, second: _Figure) -> bool:
    """True if motion and amendment were put against each other: "for the motion 6, for the amendment 4"."""
    return first.side == second.side == "for" and {first.about, second.about} == {"motion", "amendment"}


def _alternatives(first: _Figure, second: _Figure, gap: str) -> bool:
    """True if two courses were put against each other: "2 for objecting and 3 for no comment"."""
    return first.side == second.side == "for" and _OTHER_COURSE.fullmatch(gap) is not None


def _as_division(figure: _Figure) -> _Figure:
    return replace(figure, side="against", divided=True) if figure.about == "amendment" else figure


def _tally(group: list[_Figure]) -> Tally | None:
    if len(group) == 1 and not group[0].alone:
        return None
    counts: dict[Side, int] = {f.side: f.number for f in group}
    return Tally(
        min(f.start for f in group),
        max(f.end for f in group),
        counts.get("for"),
        counts.get("against"),
        counts.get("abstain"),
        group[0].by,
        any(f.about == "amendment" and f.side == "against" and f.divided for f in group),
    )
