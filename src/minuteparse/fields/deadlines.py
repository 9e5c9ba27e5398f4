"""By when: the words of a deadline in an action, and the day that they fix."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from minuteparse.dates import complete
from minuteparse.evidence import Evidence
from minuteparse.fields.joined_words import joined, past_break
from minuteparse.months import month_number
from minuteparse.record import Mention
from minuteparse.rules import rules
from minuteparse.sentences import Span

_BEFORE_DATE = re.compile(
    r"(?i)(?:\b(?:by|before|on|no later than|not later than|until|till|for|to|at|from|prior to|after"
    r"|in time for|not before|due)\b"
    r"(?:\s+(?:the|its|our|a|noon|midday|close of play|morning|afternoon|evening|meeting|deadline|of|on|by"
    r"|with effect from|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?))*\s+)?"
    r"(?:(?:this|next)\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$"
)
_NOT_DUE = re.compile(
    r"(?i)\b(?:from|since|dated|of|with effect from|ending|to|ended|between|and|held on|expire[sd]? on|after|in"
    r"|-|\d|covering|beginning|year|since)\s+"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$"
)
# The day of something else: "the minutes of the meeting held on 2 May".
_OF_OTHERS = re.compile(r"(?i)\b(?:held|dated|minutes\s+of|letter\s+of)\s+(?:on\s+)?(?:[a-z]+day,?\s+)?(?:the\s+)?$")
_NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fourteen": 14,
    "fifteen": 15,
    "twenty": 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    "thirty": 30,
}
_NEAR = 500  # characters before "by then" within which its day is printed
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MAY_HOLD = re.compile(
    r"(?i)\b(?:within|end|month|meeting|agenda|day|today|tomorrow|evening|afternoon|week|by|before|until|for|on|each|every|annual|twice"
    r"|once|in|report|year|after|when|soon|shortly|immediately|christmas|easter)"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words of a deadline at `start:end` of the source; `how` names the reckoning, "" if none."""

    start: int
    end: int
    how: str
    match: re.Match[str] | None = None


def find_deadline(evidence: Evidence, start: int, end: int) -> Deadline | None:
    """The words of `text[start:end]` that say by when: a printed date before other words, the last of several."""
    folded = evidence.source.folded
    for found in reversed(evidence.dates_in(start, end)):
        head = folded[max(start, found.start - 50) : found.start]
        lead = _BEFORE_DATE.search(head)
        words = lead[0].strip() if lead else ""
        if _OF_OTHERS.search(head):
            continue
        if not words and (found.start > start + 2 and not _in_cell(head)):
            continue
        if (
            re.match(r"(?i)(?:to|from|at|after)\b(?!\s+(?:the\s+)?meeting)", words)
            and _NOT_DUE.search(head)
            and not re.match("(?i)to", words)
        ):
            continue
        return Deadline(found.start - len(lead[0].lstrip()) if lead else found.start, found.end, "date")
    return _worded(folded, start, end)


def _in_cell(head: str) -> bool:
    """True if the date stands in a cell or after a comma or dash of its own, as in a table of actions."""
    return bool(re.search(r"(?:\s{2,}|\||,|-|\()\s*(?:[A-Z][a-z]+day,?\s+)?$", head))


def _worded(folded: str, start: int, end: int) -> Deadline | None:
    piece = joined(folded[start:end])
    if not _MAY_HOLD.search(piece):
        return None
    lowered = piece.lower()
    for rule in rules("deadlines"):
        matches = list(rule.pattern.finditer(piece)) if rule.may_match(lowered) else []
        if matches:
            last = matches[-1]
            return Deadline(start + last.start(), past_break(folded, start + last.end()), rule.value, last)
    return None


def due_date(
    evidence: Evidence, deadline: Deadline, meeting: str | None, following: Mention | None
) -> tuple[str, str, list[Span]] | None:
    """The ISO date that `deadline` fixes, "stated" or "derived", and the spans a derived one leans on; else `None`."""
    here = (deadline.start, deadline.end)
    if deadline.how == "date":
        dates = evidence.dates_in(*here)
        iso = complete(dates[-1], meeting) if dates else None
        return (iso, "stated" if dates[-1].year is not None else "derived", [here]) if iso else None
    if deadline.how in {"next_meeting", "month_meeting"}:
        if following is None or not _is_then(deadline, following):
            return None
        return following.value, "derived", [here, (following.start, following.end)]
    if deadline.match is None:
        return None
    try:
        if deadline.how in {"then", "days_before"}:
            return _then(evidence, deadline, deadline.match, meeting)
        if meeting is None or not deadline.how:
            return None
        day = _reckon(deadline.how, deadline.match, date.fromisoformat(meeting))
    except (ValueError, OverflowError):  # a day beyond the calendar
        return None
    return (day.isoformat(), "derived", [here]) if day else None


def _then(
    evidence: Evidence, deadline: Deadline, match: re.Match[str], meeting: str | None
) -> tuple[str, str, list[Span]] | None:
    """The day last printed before `deadline`, near enough for "by then" to mean it, or so many days earlier."""
    dates = evidence.dates_in(max(0, deadline.start - _NEAR), deadline.start)
    iso = complete(dates[-1], meeting) if dates else None
    if iso is None:
        return None
    if deadline.how == "days_before":
        count, unit = match[1].lower(), match[2].lower()
        days = (int(count) if count.isdigit() else _NUMBERS[count]) * (7 if unit.startswith("week") else 1)
        iso = (date.fromisoformat(iso) - timedelta(days=days)).isoformat()
    return iso, "derived", [(deadline.start, deadline.end), (dates[-1].start, dates[-1].end)]


def _is_then(deadline: Deadline, following: Mention) -> bool:
    """True if the deadline names no month, or that of the next meeting."""
    if deadline.how == "next_meeting" or deadline.match is None:
        return True
    return month_number((deadline.match[1] or deadline.match[2]).lower()) == int(following.value[5:7])


def _reckon(how: str, match: re.Match[str], meeting: date) -> date | None:
    if how == "within":
        return _within(match, meeting)
    if how in {"end_of_month", "end_of_this_month"}:
        month = (month_number(match[1].lower()) if how == "end_of_month" else meeting.month) or meeting.month
        year = int(match[2]) if how == "end_of_month" and match[2] else meeting.year + (month < meeting.month)
        return date(year, month, calendar.monthrange(year, month)[1])
    if how == "today":
        return meeting
    if how == "following_day":
        return meeting + timedelta(days=1)
    if how == "weekday":
        ahead = (_WEEKDAYS.index(match[1].lower()) - meeting.weekday()) % 7 or 7
        return meeting + timedelta(days=ahead)
    return None


def _within(match: re.Match[str], meeting: date) -> date | None:
    if match[3]:
        count, unit = 1, match[3].lower()
    else:
        words = match[1].lower()
        count, unit = int(words) if words.isdigit() else _NUMBERS.get(words, 0), match[2].lower()
    if not count:
        return None
    if unit.startswith("month"):
        month = meeting.month - 1 + count
        year, month = meeting.year + month // 12, month % 12 + 1
        return date(year, month, min(meeting.day, calendar.monthrange(year, month)[1]))
    days = {"d": 1, "w": 7, "f": 14}[unit[0]] * count
    return meeting + timedelta(days=days)
