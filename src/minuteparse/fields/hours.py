"""When the meeting began and when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minuteparse.dates import FoundTime
from minuteparse.evidence import Evidence
from minuteparse.fields.opening import DATE, TIME, Opening, mask
from minuteparse.record import Mention
from minuteparse.rules import Rule, rule

_TAIL = 2500  # characters at the end in which the closing words may stand
_SAID_BEFORE = 200
_FUTURE = re.compile(r"\b(?:will|would|shall|next|to\s+be|should|if)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meetings?|adjourn\w*|proceedings|business|session|cyfarfod)\b"
    r"|\b(?:committee|panel|council|board|chair\w*|mayor|president)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_FOR_PUBLIC = re.compile(
    r",?\s+(?:to\s+(?:enable|allow|let|the\s+public)|for\s+(?:public|questions|the\s+public))\b", re.IGNORECASE
)
_TIMES = re.compile(f"{TIME}{TIME}*")  # a character first, for which the engine looks fast
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])|\n\s*\n")
_LABEL = re.compile(r"[^\w\n]*(?:actual\s+)?(?:meeting\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    time: FoundTime
    score: float
    by: str


def find_hours(evidence: Evidence, opened: Opening, named_at: int) -> tuple[Mention | None, Mention | None]:
    """Start and end of the meeting; the actual start where an advertised one is printed too."""
    length = len(evidence.source.text)
    low = max(min(evidence.outline.closing_start, length - _TAIL), 0)
    blocks = evidence.outline.blocks
    if blocks:
        low = max(min(low, blocks[-1].start), length - 3 * _TAIL, 0)
    tail = mask(evidence.source, low, length, evidence.dates_in(low, length), evidence.times_in(low, length))
    texts = [(0, opened.masked), (low, tail)]
    starts = [c for at, text in texts for c in _started(evidence, text, at)]
    ends = [c for at, text in texts for c in _ended(evidence, text, at)]
    for at, text in texts:
        for first, second in _spans(evidence, text, at, opened):
            starts.append(first)
            ends.append(second)
    starts += _advertised(opened, named_at) + _told(evidence, opened.end)
    start = max(starts, key=lambda c: c.score, default=None)
    start = _of_evening(opened, start)
    end = max(ends, key=lambda c: (c.score, c.time.start), default=None)
    return _mention(evidence, start, end, ends=False), _mention(evidence, end, start, ends=True)


def _of_evening(opened: Opening, start: _Candidate | None) -> _Candidate | None:
    """`start` in the evening, if its half of the day is open and the words before it say so: "on Thursday evening"."""
    if start is None or not start.time.open or start.time.start >= opened.end or start.time.value >= "12":
        return start
    if "evening" not in opened.source.lower[max(0, start.time.start - _SAID_BEFORE) : start.time.start]:
        return start
    later = f"{int(start.time.value[:2]) + 12:02}{start.time.value[2:]}"
    return replace(start, time=replace(start.time, value=later, open=False))


def _mention(evidence: Evidence, found: _Candidate | None, other: _Candidate | None, *, ends: bool) -> Mention | None:
    """The time as a mention; one that leaves open its half of the day takes it from `other`, the end or the start."""
    if found is None:
        return None
    time, value, via = found.time, found.time.value, []
    if time.open and other is not None:
        # "at 7.30" with an end at 9.05 pm is an evening meeting; so is one from 7.30 pm to 9.05.
        later = f"{int(value[:2]) + 12:02}{value[2:]}"
        if value < other.time.value if ends else other.time.value > later:
            value, via = later, [(other.time.start, other.time.end)]
    return Mention(
        text=evidence.source.quote(time.start, time.end),
        start=time.start,
        end=time.end,
        value=value,
        basis="derived" if via else "stated",
        via=via,
        by=found.by,
    )


def _time_at(evidence: Evidence, at: int) -> FoundTime | None:
    found = evidence.times_in(at, at + 40)
    return found[0] if found and found[0].start == at else None


def _clause(text: str, at: int) -> str:
    """What stands in the same sentence before `at`."""
    return re.split(r"\n(?=\s*[A-Z])|[.;]\s|\n\s*\n", text[max(0, at - 120) : at])[-1]


def _is_label(text: str, match: re.Match[str]) -> bool:
    """True if the words stand at the start of a line or after a stop, as labels do."""
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_LABEL.fullmatch(re.split(r"\n|[.;:|)\x02]\s?", before)[-1]))


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """True if something other than the meeting opened or closed."""
    return rule("header", "not_the_meeting").pattern.search(_clause(text, match.start())[-30:] + match[0]) is not None


def _of_premises(text: str, at: int) -> bool:
    """True if a time at `at` is one of a licensee's hours: its line says so, or the premises are described above it."""
    line = text[max(text.rfind("\n", 0, at), at - 120, 0) : at]
    habit = rule("header", "hours_of_premises").pattern.search(line)
    return habit is not None and (not habit["closing"] or "licen" in text[max(0, at - 400) : at].lower())


def _before_times(habit: Rule, text: str) -> Iterator[re.Match[str]]:
    """The matches of `habit`, which reads no full stop, semicolon or other time, that end with a time."""
    low = 0
    for run in _TIMES.finditer(text):
        clause = max(low, text.rfind(".", low, run.start()) + 1, text.rfind(";", low, run.start()) + 1)
        if habit.may_match(text[clause : run.start()].lower()) and (
            match := habit.pattern.search(text, clause, run.end())
        ):
            yield match
        low = run.end()


def _from_times(habit: Rule, text: str) -> Iterator[re.Match[str]]:
    """The matches of `habit` that begin with a time, none inside another."""
    low = 0
    for run in _TIMES.finditer(text):
        match = habit.pattern.match(text, run.start()) if run.start() >= low else None
        if match:
            yield match
            low = match.end()


def _started(evidence: Evidence, text: str, offset: int) -> list[_Candidate]:
    habit, found = rule("header", "started"), []
    for match in _before_times(habit, text):
        time = _time_at(evidence, offset + match.start("time"))
        clause = _clause(text, match.start()) + match[0]
        if time is None or _FUTURE.search(clause) or rule("header", "resumed").pattern.search(clause):
            continue
        if _elsewhere(text, match) or rule("header", "not_then").pattern.search(clause):
            continue
        words = match[0].lower()
        if words.startswith("open ") and not _MEETING.search(clause):
            continue
        plain = words.startswith(("commencing", "beginning", "starting"))
        # "held on DATE commencing at 7pm" advertises; "the meeting commenced at 7.05pm" tells.
        score = 8.0 if _is_label(text, match) or _MEETING.search(clause) else 3.0
        if plain:
            score = min(score, 4.0)
        if offset and score < 8:
            score -= 4
        if score > 0:
            found.append(_Candidate(time, score - (offset + match.start()) / 1e7, habit.id))
    return found


def _ended(evidence: Evidence, text: str, offset: int) -> list[_Candidate]:
    found = []
    resumed = rule("header", "resumed").pattern
    for name, matches in (("ended", _before_times), ("ended_after", _from_times)):
        habit = rule("header", name)
        for match in matches(habit, text):
            time = _time_at(evidence, offset + match.start("time"))
            clause = _clause(text, match.start()) + match[0]
            after = text[match.end() : match.end() + 50]
            if time is None or _elsewhere(text, match) or _FOR_PUBLIC.match(after):
                continue
            if _of_premises(text, match.start("time")):
                continue
            if rule("header", "not_then").pattern.search(clause):
                continue
            if DATE in match[0] and "to" in match[0].split():
                continue
            if resumed.search(text, match.start(), min(len(text), match.end() + 60)):
                continue
            score = 5.0 if _MEETING.search(clause) else 4.0 if _is_label(text, match) else 0.0
            if "adjourn" in match[0].lower() and re.search(r"\bfrom\s*$", text[match.start() : match.start("time")]):
                continue
            if "adjourn" in match[0].lower():
                # The last adjournment is the end in America; elsewhere it is an interval.
                score -= 0.9 if re.search(r"\bto\s*$|\buntil\b", text[match.end() : match.end() + 8]) is None else 4
            score += min((offset + match.start()) / max(len(evidence.source.text), 1), 1.0) if score else 0
            if offset == 0 and match.start() > 2000 and len(evidence.source.text) > 8000 and score < 5:
                score = 0
            if score > 0:
                found.append(_Candidate(time, score, habit.id))
    return found


def _spans(evidence: Evidence, text: str, offset: int, opened: Opening) -> list[tuple[_Candidate, _Candidate]]:
    habit, found = rule("header", "span"), []
    for match in _from_times(habit, text):
        first = _time_at(evidence, offset + match.start("start"))
        second = _time_at(evidence, offset + match.start("end"))
        if first is None or second is None or first.value > second.value or _of_premises(text, match.start()):
            continue
        before = text[max(0, match.start() - 60) : match.start()].lower()
        named = re.search(r"duration|meeting|time", before)
        if offset and not named:
            continue
        if re.search(r"adjourn|interval|break|lunch|recess|session|camera|closed", before) or (
            not offset and match.start() > opened.attendance and not named
        ):
            continue
        found.append((_Candidate(first, 6.0, habit.id), _Candidate(second, 4.5, habit.id)))
    return found


def _advertised(opened: Opening, named_at: int) -> list[_Candidate]:
    """Times in the header near the date of the meeting."""
    found = []
    for time in opened.times:
        if time.start > opened.attendance:
            break
        if _of_premises(opened.masked, time.start):
            continue
        before = opened.masked[max(0, time.start - 60) : time.start]
        near = DATE in before or DATE in opened.masked[time.end : time.end + 40]
        score = 2.0 + (1.5 if near else 0) + (1 if 0 <= time.start - named_at < 400 else 0) - time.start / 2000
        if re.search(r"(?:terminat|conclu|clos|end|finish|adjourn)\w*\W{0,6}(?:at\s+)?$", before, re.IGNORECASE):
            continue
        if re.search(r"\bdear\b|\bby\s+$|\bbefore\s+$", before, re.IGNORECASE):
            continue
        found.append(_Candidate(time, score, "header.start"))
    return found


def _told(evidence: Evidence, low: int) -> list[_Candidate]:
    """Times after the opening of which a sentence says that the meeting began then."""
    habit, folded, found = rule("header", "started_told"), evidence.source.folded, []
    for time in evidence.times_in(low, len(folded)):
        lead = _SENTENCE.split(folded[max(0, time.start - 120) : time.start])[-1]
        if habit.pattern.search(lead) and not any(
            rule("header", name).pattern.search(lead) for name in ("resumed", "not_then", "not_the_meeting")
        ):
            found.append(_Candidate(time, 5.5, habit.id))
    return found
