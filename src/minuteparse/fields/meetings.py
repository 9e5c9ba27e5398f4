"""The meetings before and after this one: whose minutes were put, and when the next will be."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthcalendar
from datetime import date as day
from functools import cache, partial

from minuteparse import rules
from minuteparse.dates import FoundDate, complete
from minuteparse.evidence import Evidence
from minuteparse.months import month_number, weekday_number
from minuteparse.outline.model import Block
from minuteparse.record import Mention

_EARLY = 40  # the meeting's own date is among the first of the text
_LEAD = 240  # characters before a date in which the words that govern it stand
# One class of characters stands first, so that the engine skips to them.
_SENTENCE = re.compile(r"[.;!?\n](?:(?<=\n)\s*\n|(?<!\n)(?<!\bNo.)(?<!\bCllr.)(?<!\bMr.)(?<!\bMrs.)\s+(?=[A-Z(\"']))")
_CLAUSE = re.compile(r"[.;|\n]\s*")
_JOINT = re.compile(r"and|,|&|;", re.IGNORECASE)
_WEEKDAY = re.compile(r"\w+day\b|\bheld on\b|\bmeetings?\b", re.IGNORECASE)
_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}


_pattern = cache(partial(rules.pattern, "meetings"))
_find = partial(rules.find, "meetings")


def _first_sentence(text: str) -> str:
    stop = _SENTENCE.search(text)
    return text[: stop.start()] if stop else text


def _last_sentence(text: str) -> str:
    start = 0
    for stop in _SENTENCE.finditer(text):
        start = stop.end()
    return text[start:]


def find_previous(evidence: Evidence, meeting: str | None) -> list[Mention]:
    """Dates of the meetings whose minutes were put before this one. `meeting` is this meeting's ISO date, if known."""
    found: dict[str, Mention] = {}
    put_off: set[str] = set()
    blocks = evidence.outline.blocks
    accepted: FoundDate | None = None
    for date in evidence.dates:
        iso = _earlier(date, meeting)
        if iso is None:
            continue
        block = _block_at(blocks, date.start)
        linked = accepted is not None and _linked(evidence, accepted, date)
        if linked or _is_put(evidence, block, date, accepted.end if accepted else 0):
            accepted = date
            found.setdefault(iso, _mention(evidence, date, iso, "meetings.minutes_lead", meeting))
        elif iso in found and _is_postponed(evidence, date):
            put_off.add(iso)
    return [mention for iso, mention in found.items() if iso not in put_off]


def _is_postponed(evidence: Evidence, date: FoundDate) -> bool:
    rest = _first_sentence(evidence.source.folded[date.end : date.end + 120])
    return bool(_pattern("postponed").search(rest))


def _block_at(blocks: tuple[Block, ...], at: int) -> Block | None:
    i = bisect_right(blocks, at, key=lambda b: b.start) - 1
    return blocks[i] if i >= 0 and at < blocks[i].end else None


def _earlier(date: FoundDate, meeting: str | None) -> str | None:
    iso = complete(date, meeting)
    if iso is None or meeting is None or iso < meeting:
        return iso
    if date.year is None and iso > meeting:
        return complete(FoundDate(date.start, date.end, date.day, date.month, int(iso[:4]) - 1, None, date.by), None)
    return None


def _linked(evidence: Evidence, before: FoundDate, date: FoundDate) -> bool:
    gap = evidence.source.folded[before.end : date.start]
    if date.start < before.end:
        return True
    return len(gap) < 120 and bool(_JOINT.search(gap)) and _pattern("list_link").fullmatch(gap) is not None


def _is_put(evidence: Evidence, block: Block | None, date: FoundDate, accepted: int) -> bool:
    """True if `date` is that of minutes which were put. At `accepted` ends the date last found to be."""
    folded = evidence.source.folded
    low = max(block.start if block else 0, date.start - _LEAD)
    high = min(block.end if block else len(folded), date.end + 300)
    about = block is not None and (
        block.kind == "previous_minutes"
        or ("arising" not in block.title.lower() and bool(_find("minutes_title", block.title)))
    )
    if not about and not rules.rule("meetings", "minutes_lead").may_stand(evidence.source, low, date.start):
        return False
    lead = _last_sentence(folded[low : date.start])
    # After one date in the sentence the words must come again: "... of 4 May, circulated on 9 May".
    lead_again = lead if accepted < date.start - len(lead) else folded[accepted : date.start]
    governed = bool(_find("minutes_lead", lead_again))
    if not governed and not (about and _pattern("meeting_lead").search(lead_again)):
        return False
    beside = not about and _received_above(folded, low, date.start)
    if beside or _is_postponed(evidence, date) or _pattern("referred").search(lead):
        return False
    rest = _first_sentence(folded[date.end : high])
    sentence = lead + " " + rest
    if _pattern("not_approved").search(sentence) and not _pattern("approved").search(rest):
        return False
    if _pattern("approved").search(sentence):
        return True
    if not about or block is None:
        return False
    body = folded[block.body_start : min(_family_end(evidence, block), block.body_start + 3000)]
    if _pattern("approved").search(body) and not _pattern("received").search(body):
        return True
    return not _pattern("not_approved").search(body) and date.start < block.body_start


def _received_above(folded: str, low: int, at: int) -> bool:
    """True if the paragraph of `at` opens a list of what was received: "That these be received:" and its entries."""
    paragraph = folded[max(folded.rfind("\n\n", low, at), low) : at]
    head, colon, _ = paragraph.partition(":\n")
    return bool(colon) and bool(re.search(r"(?i)\breceived\b", head))


def _family_end(evidence: Evidence, block: Block) -> int:
    """Where the last sub-item of `block`, or of the item that it is itself part of, ends."""
    blocks = evidence.outline.blocks
    at = bisect_right(blocks, block.start, key=lambda b: b.start)
    level = block.level if at < len(blocks) and blocks[at].level > block.level else max(block.level - 1, 1)
    end = block.end
    for following in blocks[at : at + 20]:
        if following.level <= level:
            break
        end = following.end
    return end


def _mention(evidence: Evidence, date: FoundDate, iso: str, by: str, meeting: str | None) -> Mention:
    via = list(date.via)
    if date.year is None and meeting:
        via += [(d.start, d.end) for d in evidence.dates[:_EARLY] if complete(d, None) == meeting][:1]
    return Mention(
        text=evidence.source.quote(date.start, date.end),
        start=date.start,
        end=date.end,
        value=iso,
        basis="derived" if via or date.year is None else "stated",
        via=via,
        by=by,
    )


def find_next(evidence: Evidence, meeting: str | None) -> Mention | None:
    """The date of the next meeting, or `None`: under its heading, else where a sentence says it, the last one first."""
    for block in evidence.outline.blocks:
        untitled = not block.title and block.kind == "next_meeting"
        if untitled or _pattern("next_title").search(block.title):
            # A list of business for the next meeting may go on for pages.
            found = _first_after(evidence, block.title_start, min(block.end, block.body_start + 500), meeting)
            if found:
                return found
    return _said(evidence, meeting) or _under_line(evidence, meeting)


def _under_line(evidence: Evidence, meeting: str | None) -> Mention | None:
    """The first date under a line that reads like the heading, where the outline has none."""
    for line in evidence.lines:
        if (
            line.text
            and len(line.text) < 60
            and not line.text[0].islower()
            and "meeting" in line.text.lower()
            and _pattern("next_title").search(line.text)
        ):
            found = _first_after(evidence, line.start, min(line.stop + 300, len(evidence.source.text)), meeting)
            if found:
                return found
    return None


def _later(date: FoundDate, meeting: str | None) -> str | None:
    iso = complete(date, meeting)
    if iso and meeting and iso <= meeting:
        if date.year is not None:
            return None
        moved = FoundDate(date.start, date.end, date.day, date.month, int(iso[:4]) + 1, None, date.by)
        # A day of last month is not a meeting of next year.
        iso = complete(moved, None)
        return iso if iso and (day.fromisoformat(iso) - day.fromisoformat(meeting)).days < 200 else None
    return iso


def _first_after(evidence: Evidence, start: int, end: int, meeting: str | None) -> Mention | None:
    later = [(date, iso) for date in evidence.dates_in(start, end) if (iso := _later(date, meeting))]
    for i, (date, iso) in enumerate(later):
        if i + 1 == len(later) or not _is_beside(evidence, start, date, later[i + 1][0]):
            return _mention(evidence, date, iso, "meetings.next_title", meeting)
    return _standing_day(evidence, start, end, meeting)


def _is_beside(evidence: Evidence, start: int, date: FoundDate, after: FoundDate) -> bool:
    """True if `date` is not that of the next meeting, and the later `after` may be."""
    folded = evidence.source.folded
    gap = folded[date.end : after.start]
    if _pattern("moved_to").search(gap) and not _SENTENCE.search(gap):
        return True
    lead = _CLAUSE.split(folded[max(start, date.start - 100) : date.start])[-1]
    if _pattern("given_up").search(gap) or _pattern("deadline_lead").search(lead):
        return True
    if "next" in lead.lower() or not re.search(r"[^\W\d_]{3}", _WEEKDAY.sub("", lead)):
        return False
    return bool(_pattern("other_body").search(lead) or re.match(r"(?i)(?:the )?next\b", _CLAUSE.split(gap)[-1]))


def _standing_day(evidence: Evidence, start: int, end: int, meeting: str | None) -> Mention | None:
    """The day that "the last Thursday in September" is, reckoned from the meeting."""
    match = _pattern("weekday_of_month").search(evidence.source.folded, start, end)
    if not match or (meeting is None and not match["year"]):
        return None
    month, weekday = month_number(match["month"].lower()), weekday_number(match["weekday"])
    if month is None or weekday is None:
        return None
    years = [int(match["year"])] if match["year"] else [int(str(meeting)[:4]), int(str(meeting)[:4]) + 1]
    for year in years:
        days = [week[weekday] for week in monthcalendar(year, month) if week[weekday]]
        iso = day(year, month, days[_WEEKS[match["nth"].lower()]]).isoformat()
        if meeting is None or iso > meeting:
            via = [(d.start, d.end) for d in evidence.dates[:_EARLY] if complete(d, None) == meeting][:1]
            return Mention(
                text=evidence.source.quote(match.start(), match.end()),
                start=match.start(),
                end=match.end(),
                value=iso,
                basis="derived",
                via=via,
                by="meetings.weekday_of_month",
            )
    return None


def _said(evidence: Evidence, meeting: str | None) -> Mention | None:
    folded = evidence.source.folded
    best: tuple[int, Mention] | None = None
    blocks = evidence.outline.blocks
    tail = min(evidence.outline.closing_start, blocks[-1].start if blocks else len(folded))
    for date in evidence.dates:
        lead = folded[max(0, date.start - 200) : date.start]
        if not any(word in lead.lower() for word in ("meet", "next", "adjourn")):
            continue
        match = _pattern("next_said").search(lead)
        if not match and date.start >= tail and _pattern("next_fixed").search(_last_sentence(lead)):
            iso = _later(date, meeting)
            if iso and best is None:
                best = (0, _mention(evidence, date, iso, "meetings.next_fixed", meeting))
            continue
        if not match or any(
            d.end <= date.start and d.start >= date.start - len(match["gap"])
            for d in evidence.dates_in(date.start - len(match["gap"]), date.start)
        ):
            continue
        iso = _later(date, meeting)
        if iso is None:
            continue
        rank = 2 if date.start >= tail else 1
        if match["body"] and not _pattern("own_body").match(match["body"].strip()):
            rank -= 1
        if rank and (best is None or rank > best[0]):
            best = (rank, _mention(evidence, date, iso, "meetings.next_said", meeting))
    return best[1] if best else None
