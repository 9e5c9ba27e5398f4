"""Names of those who voted on a side: lists under a label, roll calls, and members named in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from minuteparse.fields.actor_lists import people_before, people_from
from minuteparse.fields.vote_counts import Side, Span, Tally, number_of, side_of
from minuteparse.fields.vote_tables import find_tables
from minuteparse.fields.vote_windows import matches_begun
from minuteparse.names import read_person
from minuteparse.record import Person
from minuteparse.rules import rule, words
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Roll:
    """Those named on one side. `complete` says that all of the side are meant, so that they may be counted.

    `total` is the number printed with the list, or `None`. `about` is what they voted for, if it is said: "motion" or
    "amendment". `division` says that motion and amendment were put against each other, so that those for one were
    against the other; sides are then those of the motion.
    """

    start: int
    end: int
    side: Side
    people: tuple[Person, ...]
    complete: bool
    total: int | None
    by: str
    about: str = ""
    division: bool = False


@dataclass(frozen=True, slots=True)
class _Call:
    """One member's answer; no side for those who were away."""

    start: int
    end: int
    side: Side | None
    person: Person


_SIDES: tuple[Side, ...] = ("for", "against", "abstain")
_NONE = re.compile(r"[\s:('\"-]*(?:none|nil|nobody|no\s+one|0)\b", re.I)
_TOTAL = re.compile(
    r"\s*(?:\.{3,}|…|-|:)?\s*(?:\((?:total\s*)?(?P<bracket>\d{1,3})(?:\s+votes?)?\)"
    r"|(?<=[.\s…])(?P<bare>\d{1,3})(?=[ \t]*(?:\n|$)))",
    re.I,
)
# What a match of "roll_label" ends with, in lower case, and what one of "roll_glued" begins with.
_LABEL = re.compile(
    r"(?:for|favou?r|ayes?|yeas?|yes|tá|against|opposed|nays?|noes|no|níl|absention|absentions|abst\w{3,7})\b"
    r"(?:\s+(?:of|the|original|substantive|above|amendment|motion|proposal|proposition|resolution|recommendations?"
    r"|application|from|voting|was|were|is|are))*(?:\s*[:|'\d(\n-]|[ \t]{2})"
)
_GLUED = re.compile(r"[FA](?:or|gainst|bst[a-z]{3,8})[A-Z]")
_WORD = re.compile(r"\S+")
_EXCEPT = re.compile(r"\b(?:except(?:ing)?|exception\s+of|apart\s+from|save|bar)(?:\s+for)?\s+(?:the\s+)?$", re.I)
_ABOUT = re.compile(r"\b(?:amendment|motion)\b", re.I)
_CALL_GAP = re.compile(r"[\s,;:|.]{0,12}(?:and\s+)?[\s|]{0,4}")
# The last words of an "answer_line".
_ANSWERS = (
    *("for", "in favour", "in favor", "against", "opposed", "abstain", "abstained", "aye", "yea", "nay", "yes", "no"),
    *("absent", "apologies", "present", "vote", "recused"),
)
_BESIDE = 4  # characters between lists of one sentence or line and the next
_MARK_NUMBER = re.compile(r"\d{1,3}")
_BRACKET = re.compile(r"\s*(?:\(|:|-|,?\s*being\s+|[ \t](?=[A-Z]{2,3}\b))\s*")


def find_rolls(source: Source, windows: list[Span], end: int, tallies: list[Tally]) -> list[Roll]:
    """The names given with votes in the stretches `windows`, in order; lists may run on to `end`.

    `tallies` are the counts found there.
    """
    found = [
        Roll(c.start, c.end, c.side, c.people, True, c.total, "votes.table") for c in find_tables(source, windows, end)
    ]
    found += _beside(found, [r for low, high in windows for r in _roll_calls(source, low, high)])
    found += _beside(found, [r for low, high in windows for r in _labelled(source, low, high, end)])
    found += _in_brackets(source, end, tallies)
    found += _beside(found, [r for low, high in windows for r in _in_sentences(source, low, high)])
    return _divided(sorted(found, key=lambda r: (r.start, r.end)))


def _beside(found: list[Roll], more: list[Roll]) -> list[Roll]:
    """Those of `more` that reach into none of `found`."""
    if not (found and more):
        return more
    taken = sorted((r.start, r.end) for r in found)
    reach = list(accumulate((end for _, end in taken), max))

    def is_free(roll: Roll) -> bool:
        before = bisect_left(taken, (roll.end, 0))
        return before == 0 or reach[before - 1] <= roll.start

    return [r for r in more if is_free(r)]


def _divided(rolls: list[Roll]) -> list[Roll]:
    """`rolls` with those for an amendment as against the motion, where the two were put against each other."""
    for i, (first, second) in enumerate(pairwise(rolls)):
        if first.side == second.side == "for" and {first.about, second.about} == {"motion", "amendment"}:
            rolls[i : i + 2] = [
                replace(r, division=True, side="against" if r.about == "amendment" else "for") for r in (first, second)
            ]
    return rolls


def _labelled(source: Source, start: int, stop: int, end: int) -> Iterator[Roll]:
    found = [*matches_begun(source, rule("votes", "roll_sentence"), start, stop)]
    if _LABEL.search(source.lower, start, stop):
        found += rule("votes", "roll_label").pattern.finditer(source.folded, start, stop)
    if _GLUED.search(source.folded, start, stop):
        found += rule("votes", "roll_glued").pattern.finditer(source.folded, start, stop)
    at, spoken = start, -_BESIDE
    for match in sorted(found, key=re.Match.start):
        if match.start() < at:
            continue
        roll = _list_at(source, match, end)
        if roll:
            at = roll.end
            # "Those speaking in favour: A Hay. Those opposed: B Orme" tells who was heard, not who voted.
            if "speaking" in match[0].lower() or match.start() - spoken < _BESIDE:
                spoken = at
                continue
            yield roll


def _list_at(source: Source, match: re.Match[str], end: int) -> Roll | None:
    folded, side = source.folded, side_of(match["side"])
    if glued := match.groupdict().get("total"):
        people, _ = people_from(source, match.end("mark"), match.start("total"), one_line=True)
        return Roll(match.start(), match.end(), side, tuple(people), True, int(glued), "votes.roll_glued")
    number = _MARK_NUMBER.search(match["mark"])
    total = int(number[0]) if number else None
    if none := _NONE.match(folded, match.end(), end):
        return Roll(match.start(), none.end(), side, (), True, 0, "votes.roll_label")
    if total == 0:
        return None
    people, stop = people_from(source, match.end(), end)
    if not people:
        return None
    if printed := _TOTAL.match(folded, stop, min(end, stop + 250)):
        total, stop = int(printed["bracket"] or printed["bare"]), printed.end()
    if total is None and len(people) == 1 and not any(mark in match["mark"] for mark in ":-'|"):
        titled = match["mark"].strip(" ") == match["mark"].strip() and people[0].honorifics
        if not titled or "\n" in match["mark"]:
            return None
    about = _ABOUT.search(match["about"] or match[0])
    return Roll(
        match.start(), stop, side, tuple(people), True, total, "votes.roll_label", about[0].lower() if about else ""
    )


def _roll_calls(source: Source, start: int, end: int) -> Iterator[Roll]:
    calls: list[_Call] = []
    lower = source.lower[start:end]
    for name in ("roll_call", "answer_line"):
        habit = rule("votes", name)
        if not habit.may_match(lower):
            continue
        if name == "answer_line" and not _answers_end_lines(lower):
            continue
        for match in habit.pattern.finditer(source.folded, start, end):
            low = _past_stop_words(match["name"]) + match.start("name")
            person = read_person(source, low, match.end("name"), titled=True)
            if person and (name == "roll_call" or person.end >= match.end("name")):
                side = None if match["none"] else side_of(match["side"])
                calls.append(_Call(match.start(), match.end(), side, person))
    calls.sort(key=lambda c: (c.start, -c.end))
    for group in _runs(source, calls):
        for side in _SIDES:
            people = tuple(c.person for c in group if c.side == side)
            if people:
                yield Roll(group[0].start, group[-1].end, side, people, True, None, "votes.roll_call")


def _answers_end_lines(lower: str) -> bool:
    return any(line.rstrip(" \t|.;").endswith(_ANSWERS) for line in lower.split("\n"))


def _past_stop_words(name: str) -> int:
    """Where the name begins in "Vote Jane Hay"."""
    at = 0
    for word in _WORD.finditer(name):
        if word[0] not in words("not_a_name") or word.end() == len(name):
            break
        at = word.end()
    return at


def _runs(source: Source, calls: list[_Call]) -> Iterator[list[_Call]]:
    """Answers that follow one another; a single one is none."""
    run: list[_Call] = []
    for call in calls:
        if run and call.start < run[-1].end:
            continue
        if run and not _CALL_GAP.fullmatch(source.folded, run[-1].end, call.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(call)
    if len(run) > 1:
        yield run


def _in_brackets(source: Source, end: int, tallies: list[Tally]) -> Iterator[Roll]:
    """Names after the figure they belong to: "2 against (Cllrs Hay and Orme)", "1 abstention: Cllr Dent"."""
    for tally in tallies:
        for name in ("count", "count_after"):
            for match in rule("votes", name).pattern.finditer(source.folded, tally.start, tally.end):
                yield from _after_figure(source, match, end)


def _after_figure(source: Source, match: re.Match[str], end: int) -> Iterator[Roll]:
    opened = _BRACKET.match(source.folded, match.end(), end)
    if opened is None:
        return
    people, stop = people_from(source, opened.end(), min(end, opened.end() + 600), one_line=True)
    closed = source.folded[stop : stop + 2].strip()[:1]
    number = number_of(match["number"])
    if people and len(people) <= max(number, 1) and ("(" not in opened[0] or closed in (")", ",", ";")):
        yield Roll(match.start(), stop, side_of(match["side"]), tuple(people), False, number, "votes.names_after_count")


def _in_sentences(source: Source, start: int, end: int) -> Iterator[Roll]:
    for match in matches_begun(source, rule("votes", "named_side"), start, end):
        people = _bracketed_before(source, start, match.start()) or tuple(people_before(source, start, match.start()))
        if people:
            complete = (
                match["answer"] is not None
                or _EXCEPT.search(source.folded, max(start, people[0].start - 30), people[0].start) is not None
            )
            yield Roll(people[0].start, match.end(), _side_in(match[0]), people, complete, None, "votes.named_side")
    for match in matches_begun(source, rule("votes", "recorded_side"), start, end):
        people = tuple(people_before(source, start, match.start()))
        if people:
            side = side_of(match["side"])
            yield Roll(people[0].start, match.end(), side, people, False, None, "votes.recorded_side")


def _side_in(words: str) -> Side:
    low = words.lower()
    if low.startswith("vot"):
        low = low.split(None, 1)[1]
    return side_of(low)


def _bracketed_before(source: Source, start: int, at: int) -> tuple[Person, ...]:
    """The names of "5 Members (Councillors A and B) voted"."""
    if not source.folded[max(start, at - 2) : at].rstrip().endswith(")"):
        return ()
    opened = source.folded.rfind("(", max(start, at - 1500), at)
    if opened < 0:
        return ()
    people, stop = people_from(source, opened + 1, at)
    return tuple(people) if source.folded[stop:at].strip() == ")" else ()
