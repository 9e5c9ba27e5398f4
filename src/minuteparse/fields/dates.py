"""All complete dates in item bodies."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from minuteparse.dates import FoundDate, complete
from minuteparse.evidence import Evidence
from minuteparse.outline.model import Block
from minuteparse.record import Mention

_YEARLY = re.compile(r",?\s+(?:each|every|per)\s+(?:year|annum)|\s+(?:annually|yearly)", re.IGNORECASE)


_EARLY = 40  # the meeting's own date is among the first of the text
_ON = re.compile(r"\b(?:on|of)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\b(since)\s+(?:the\s+)?$", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|would|will|that|to)\b|[.;]\s", re.IGNORECASE)


def find_dates(evidence: Evidence, block: Block, meeting: str | None) -> list[Mention]:
    """The dates of one item. `meeting`, the meeting's ISO date, completes those printed without a year.

    Each spelling of a date counts once; page heads and days that recur each year are left out.
    """
    found: dict[tuple[str, str], Mention] = {}
    for date in evidence.dates_in(min(block.agenda_end, block.end), block.end):
        if _is_month_of_year(evidence, date, meeting):
            continue
        if (
            _in_noise(evidence, date)
            or _heads_page(evidence, date, meeting)
            or (date.year is None and _YEARLY.match(evidence.source.folded, date.end))
        ):
            continue
        iso, via = _value(evidence, date, meeting)
        if iso is None:
            continue
        text = evidence.source.quote(date.start, date.end)
        mention = Mention(
            text=text,
            start=date.start,
            end=date.end,
            value=iso,
            basis="derived" if via else "stated",
            via=via,
            by=date.by,
        )
        found.setdefault((text, iso), mention)
    return list(found.values())


def _value(evidence: Evidence, date: FoundDate, meeting: str | None) -> tuple[str | None, list[tuple[int, int]]]:
    if date.year is not None:
        return complete(date, None), list(date.via)
    if meeting is not None:
        lean = next(((d.start, d.end) for d in evidence.dates[:_EARLY] if complete(d, None) == meeting), None)
        return _by_sense(evidence, date, meeting), [lean] if lean else []
    # Without the day of the meeting the last complete date before it is the best witness of the year.
    at = bisect_left(evidence.dates, date.start, key=lambda d: d.start)
    near = [d for d in evidence.dates[max(0, at - _EARLY) : at] if d.year is not None][-1:]
    if not near:
        return None, []
    return complete(date, complete(near[0], None)), [(near[0].start, near[0].end)]


def _by_sense(evidence: Evidence, date: FoundDate, meeting: str) -> str | None:
    """The nearest such day, but the last one after "since"."""
    iso = complete(date, meeting)
    lead = _SINCE.search(evidence.source.folded, max(0, date.start - 30), date.start)
    if iso is None or not lead or date.weekday is not None:
        return iso
    return iso if iso <= meeting else complete(replace(date, year=int(iso[:4]) - 1), None)


def _is_month_of_year(evidence: Evidence, date: FoundDate, meeting: str | None) -> bool:
    """True for "Jan 17" in minutes of 2017 or so: a month of that year as likely as a day."""
    if date.by != "dates.month_day" or date.year is not None or date.weekday is not None or meeting is None:
        return False
    folded = evidence.source.folded
    if _ON.search(folded, max(0, date.start - 8), date.start):
        return False
    return abs(int(meeting[2:4]) - date.day) <= 1 and folded[date.end - 2 : date.end].isdigit()


def _heads_page(evidence: Evidence, date: FoundDate, meeting: str | None) -> bool:
    """True for the meeting's own date at the end of a line that is no sentence: a page head or foot."""
    if complete(date, meeting) != meeting:
        return False
    folded = evidence.source.folded
    low, high = folded.rfind("\n", 0, date.start) + 1, folded.find("\n", date.end)
    after = folded[date.end : high if high >= 0 else len(folded)]
    return (
        date.start - low < 90
        and not after.strip(" \t\r|*-.0123456789")
        and not _SENTENCE.search(folded, low, date.start)
    )


def _in_noise(evidence: Evidence, date: FoundDate) -> bool:
    noise = evidence.outline.noise
    at = bisect_right(noise, date.start, key=lambda span: span[0]) - 1
    return at >= 0 and date.end <= noise[at][1]
