"""On which day the meeting began: the likeliest of the dates that the opening prints."""

from __future__ import annotations

import re
from collections import Counter

from minuteparse.dates import FoundDate, complete
from minuteparse.evidence import Evidence
from minuteparse.fields.opening import DATE, TIME, Opening
from minuteparse.record import Mention
from minuteparse.rules import find

_HELD = re.compile(
    r"\b(?:held|meeting|minutes|agenda|on|met|took place|convened|date|for|order)\b[^\n.;]{0,60}$", re.IGNORECASE
)
_DEAR = re.compile(r"\bdear\b", re.IGNORECASE)
_PAGE = re.compile(r"\bviews?\b|\bdownload", re.IGNORECASE)
_KEY = re.compile(r"^[\s|*]*(?:date(?:\s+of\s+meeting)?|meeting\s+date|when)\s*[:|]?\s*$", re.IGNORECASE)
_ONLY = re.compile(
    rf"[\s|,.*#()-]*(?:(?:on|at|the|commencing|from)\s+)*[{DATE}]+(?:[\s|,.*()-]|at|from|to|commencing|{TIME})*"
)


def find_day(evidence: Evidence, opened: Opening, named_at: int) -> Mention | None:
    """The date of the meeting. `named_at` is where the words that name the body begin."""
    often = Counter((d.year, d.month, d.day) for d in evidence.dates)
    best: tuple[float, FoundDate] | None = None
    for date in opened.dates:
        score = _weigh(opened, date, named_at) + min(often[date.year, date.month, date.day] - 1, 3) * 0.5
        if best is None or score > best[0]:
            best = (score, date)
    if best is None or best[0] < 0:
        return _running_head(evidence)
    return _mention(evidence, best[1], "header.date")


def _mention(evidence: Evidence, date: FoundDate, by: str) -> Mention | None:
    iso, via = complete(date, None), list(date.via)
    if iso is None:
        near = [d for d in evidence.dates if d.year is not None]
        # The earliest date in the text is most often that of the minutes put to the meeting.
        anchor = min(near, key=lambda d: abs(d.start - date.start), default=None)
        iso = complete(date, complete(anchor, None)) if anchor else None
        via = [(anchor.start, anchor.end)] if anchor else []
    if iso is None:
        return None
    return Mention(
        text=evidence.source.quote(date.start, date.end),
        start=date.start,
        end=date.end,
        value=iso,
        basis="derived" if via else "stated",
        via=via,
        by=by,
    )


def _weigh(opened: Opening, date: FoundDate, named_at: int) -> float:
    masked = opened.masked
    line_start = masked.rfind("\n", 0, date.start) + 1
    line_end = masked.find("\n", date.end)
    line = masked[line_start : line_end if line_end >= 0 else len(masked)]
    before = masked[max(0, date.start - 160) : date.start].rstrip(DATE + " ")
    weight = -date.start / 1500
    weight += 2 if _HELD.search(before) else 0
    weight += 3 if _ONLY.fullmatch(line) else 0
    weight += 3 if _KEY.search(before[-60:].rsplit("\n\n\n", 1)[-1].strip("\n").rsplit("\n", 1)[-1]) else 0
    weight += 1 if date.weekday is not None else 0
    weight += 1 if TIME in masked[max(0, date.start - 40) : date.end + 40] else 0
    weight += 2 if 0 <= date.start - named_at <= 300 or date.start < named_at <= date.end + 120 else 0
    weight += 3 if 0 <= opened.attendance - date.end <= 400 and opened.attendance < opened.end else 0
    weight -= 2 if date.year is None else 0
    weight -= 5 if date.start > opened.attendance else 0
    weight -= 2 if date.start > opened.header_end else 0
    lead = before[-110:] if "\n" not in before[-110:] else before[before.rfind("\n", 0, len(before) - 1) + 1 :]
    if find("header", "rival_lead", lead[-70:]):
        weight -= 4
    if find("header", "previous_lead", lead):
        weight -= 8
    listed = 0 <= opened.attendance - date.end <= 150 and opened.attendance < opened.end
    if opened.source.holds(("dear",), date.start - 200, date.end + 60):
        if _DEAR.search(masked, date.end, date.end + 60):
            weight -= 9
        elif _DEAR.search(masked, max(0, date.start - 200), date.start) and not listed:
            weight -= 6
    if opened.source.holds(("view", "download"), line_start, line_start + len(line)) and _PAGE.search(line):
        weight -= 4
    return weight


_SIGNED = re.compile(r"\bnext\b|\bsign|\bdated?\b|\bclosed\b|\bapproved\b|\bchair", re.IGNORECASE)
_RUNNING = re.compile(r"\b(?:minutes|meeting)\b[^\n]{0,80}$", re.IGNORECASE)


def _running_head(evidence: Evidence) -> Mention | None:
    """The date of a footer or closing line that calls these the minutes of that day."""
    for date in evidence.dates_in(max(0, len(evidence.source.text) - 600), len(evidence.source.text)):
        line_start = evidence.source.folded.rfind("\n", 0, date.start) + 1
        before = evidence.source.folded[max(line_start, date.start - 100) : date.start]
        if date.year is not None and _RUNNING.search(before) and not _SIGNED.search(before):
            return _mention(evidence, date, "header.date_footer")
    return None
