"""Where the meeting was held."""

from __future__ import annotations

import re

from minuteparse.fields.opening import DATE, TIME, Opening, body_noun
from minuteparse.record import Mention
from minuteparse.rules import rule

_LONGEST = 200
_STACK = 6  # lines of an address at most
_MASK = re.compile(f"[{DATE}{TIME}]")
_ARTICLE = re.compile(r"(?:(?:the|in|at|via)\s+)+", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:(?<=[\s,])(?:on|at|from|the)\s+)*$", re.IGNORECASE)
# What leads to a time after a place, and a gap before another column.
_BEFORE_MASK = re.compile(r",?\s+(?:commencing|starting|beginning|from)(?:\s+at)?\s*$", re.IGNORECASE)
_GAP = re.compile(r" {5,}(?=[A-Z])")
_LOWER_WORD = re.compile(
    r"(?<![\w'-])(?!(?:and|of|the|in|at|on|upon|by|de|le|y|yr|via|off|near|to|for|with|ac|an|na|main|small|large|lower|upper"
    r"|first|second|ground|floor|upstairs|downstairs|waiting|meeting|back|front|rear|side|behind|opposite|rooms?|hall|lounge"
    r"|library|school|church|pavilion|building|community|village)\b)[a-z]{2,}"
)


def find_venue(opened: Opening, named_at: int) -> Mention | None:
    """The place as printed, without the preposition before it."""
    for find in (_labelled, _held, _after_time, _stacked, _before_date, _bracketed, _told):
        mention = find(opened, named_at)
        if mention:
            return mention
    return None


def _mention(opened: Opening, start: int, end: int, by: str) -> Mention | None:
    article = _ARTICLE.match(opened.masked, start, end)
    start = article.end() if article else start
    while start < end and opened.masked[start] in " \t\r\n-*\u2022,:":
        start += 1
    while end > start and opened.masked[end - 1] in " \t\r\n,;:.-|*":
        end -= 1
    stroke = opened.masked.find(" / ", start, end)
    if stroke > 0 and rule("header", "celtic_place").pattern.match(opened.masked[start:stroke]):
        start = stroke + 3
    text = opened.source.quote(start, end)
    if rule("header", "no_place").pattern.match(opened.masked[start:end]):
        return None
    if len(text) < 3 or not any(c.isalpha() for c in text):
        return None
    return Mention(text=text, start=start, end=end, value=text, by=by)


def _labelled(opened: Opening, _named_at: int) -> Mention | None:
    habit = rule("header", "venue_key")
    match = habit.pattern.search(opened.masked, 0, max(opened.attendance, opened.header_end))
    if not match or rule("header", "attendance_label").pattern.match(match["venue"]):
        return None
    stop = re.search(
        r"\.?\s+view\s+directions|\s*\||[\x01\x02]|\n|\s-\s(?=th(?:is|e)\s)|\s{3,}(?=[a-z][\w ]{1,20}:)",
        match["venue"],
        re.IGNORECASE,
    )
    end = match.start("venue") + (stop.start() if stop else len(match["venue"]))
    return _mention(opened, match.start("venue"), end, habit.id)


def _extent(opened: Opening, start: int) -> int:
    """Where the place that begins at `start` ends: at a date, a time, the sentence, or a line that is no address."""
    limit = min(opened.end, start + _LONGEST)
    stop = rule("header", "venue_stop").pattern.search(opened.masked, start, limit)
    end = stop.start() if stop else limit
    at = opened.masked.find("\n", start, end)
    while at >= 0:
        following = opened.masked[at + 1 : end].split("\n", 1)[0]
        line_end = at + 1 + len(following)
        done = opened.masked[:at].rstrip()[-1:] in ",&-" or opened.masked[:at].rstrip().lower().endswith(
            (" the", " of", " and", " at", " in")
        )
        rest = opened.masked[
            at + 1 : opened.masked.find("\n", at + 1) if opened.masked.find("\n", at + 1) >= 0 else opened.end
        ]
        if not done and (
            _LOWER_WORD.search(rest if _MASK.search(rest) is None else following)
            or rule("header", "attendance_label").pattern.match(rest)
        ):
            return at
        at = opened.masked.find("\n", line_end, end)
    return end


def _held(opened: Opening, named_at: int) -> Mention | None:
    habit = rule("header", "venue_held")
    best: tuple[float, Mention] | None = None
    past = 0
    for at in opened.source.places(habit.needs):
        match = habit.pattern.match(opened.masked, at) if past <= at < opened.end else None
        if match is None:
            continue
        past = match.end()
        start = match.start("first")
        end = _extent(opened, start)
        mention = _mention(opened, start, end, habit.id)
        if mention is None or not (
            mention.text[0].isupper() or rule("header", "place_word").pattern.search(mention.text)
        ):
            continue
        score = 2.0 if rule("header", "place_word").pattern.search(mention.text) else 0.0
        verb = match[0].split()[0].lower()
        score += 2 if verb in ("held", "hosted", "met", "convened", "took") else 0
        near = 0 <= start - named_at <= 350
        score += 2 if near else -1
        score += (
            2
            if _MASK.search(opened.masked, max(0, match.start() - 90), start)
            or _MASK.search(opened.masked, end, min(opened.end, end + 60))
            else 0
        )
        score -= 3 if start > max(opened.attendance, opened.header_end) else 0
        score -= 2 if start > opened.attendance and verb not in ("met", "held") else 0
        score -= start / 1000
        if (
            re.search(r"\b(?:minutes|next)\b", opened.masked[max(0, match.start() - 30) : match.start()], re.IGNORECASE)
            and start > opened.attendance
        ):
            score -= 4
        if score > 1.5 and (best is None or score > best[0]):
            best = (score, mention)
    return best[1] if best else None


def _after_time(opened: Opening, _named_at: int) -> Mention | None:
    habit = rule("header", "venue_after_time")
    for match in habit.pattern.finditer(opened.masked, 0, max(opened.attendance, 1)):
        mention = _mention(opened, match.end(), _extent(opened, match.end()), habit.id)
        if mention and (mention.text[0].isupper() or rule("header", "place_word").pattern.search(mention.text)):
            return mention
    return None


def _bracketed(opened: Opening, _named_at: int) -> Mention | None:
    habit = rule("header", "venue_bracket")
    match = habit.pattern.search(opened.masked, 0, min(len(opened.masked), 800))
    return _mention(opened, match.start("venue"), match.end("venue"), habit.id) if match else None


def _stacked(opened: Opening, named_at: int) -> Mention | None:
    """The address on the lines after date and time, or on the same line."""
    masked = opened.masked
    for match in re.finditer(f"[{DATE}{TIME}]+(?=[^{DATE}{TIME}]|$)", masked[: opened.attendance]):
        following = re.match(f"[^{DATE}{TIME}]{{0,8}}[{DATE}{TIME}]", masked[match.end() : match.end() + 9])
        if following or match.start() - named_at > 500:
            continue
        start, end = _address(opened, match.end())
        if start < end and rule("header", "place_word").pattern.search(masked, start, end):
            return _mention(opened, start, end, "header.venue_stacked")
    return None


def _address(opened: Opening, at: int) -> tuple[int, int]:
    masked = opened.masked
    first = re.compile(r"[\s,.:|*-]*").match(masked, at)
    start = end = first.end() if first else at
    limit = min(opened.attendance, start + _LONGEST)
    lines = 0
    while end < limit and lines < _STACK:
        stop = masked.find("\n", end, limit)
        stop = limit if stop < 0 else stop
        line = masked[end:stop]
        named = re.search(
            r"^\s*(?:[A-Z]|\d{1,3}(?:\.\d)?)[.)]\s|\b(?:minutes|meeting|agenda|present|committee|panel|councillors?|cllr)\b"
            r"(?!\s+(?:rooms?|house|suite|hall|centre|place|point)\b)",
            line,
            re.IGNORECASE,
        )
        mask = _MASK.search(line)
        if mask:
            line = _BEFORE_MASK.sub("", line[: mask.start()])
        if gap := _GAP.search(line.rstrip(), len(line) - len(line.lstrip())):
            return start, end + gap.start() if lines == 0 else end
        if named or (line.strip() and (_LOWER_WORD.search(line) or not line.strip()[0].isupper())):
            break
        if mask:
            return start, max(end + len(line), start)
        if masked[stop : stop + 4].count("\n") > 2:
            end = stop
            break
        end = stop
        while end < limit and masked[end] in " \t\r\n":
            end += 1
        lines += 1
    return start, end


def _before_date(opened: Opening, named_at: int) -> Mention | None:
    """The place between the body and the date: "Works Panel, Town Hall, 4 May 2020"."""
    masked = opened.masked
    mask = _MASK.search(masked, named_at, min(opened.attendance, named_at + 300))
    if not mask:
        return None
    low = masked.rfind("\n", 0, mask.start()) + 1
    if not masked[low : mask.start()].strip():
        return _line_above(opened, named_at, low - 1)
    at = low
    for part in re.split(r"(?<=[,|])|(?<=\s-)", masked[low : mask.start()]):
        if at > low and rule("header", "place_word").pattern.search(part) and not _LOWER_WORD.search(part):
            on = _PREPOSITION.search(masked, at, mask.start())
            return _mention(opened, at, on.start() if on else mask.start(), "header.venue_before_date")
        at += len(part)
    return None


def _line_above(opened: Opening, named_at: int, end: int) -> Mention | None:
    """The place on the line that ends at `end`, right above the date and below the name of the body."""
    start = opened.masked.rfind("\n", 0, max(end, 0)) + 1
    line = opened.masked[start : max(end, 0)].rstrip()
    a_body = any(noun.end() == len(line) for noun in body_noun().finditer(line.lower()))
    if start <= named_at or a_body or _LOWER_WORD.search(line):
        return None
    placed = line.strip()[:1].isupper() and rule("header", "place_word").pattern.search(line)
    return _mention(opened, start, end, "header.venue_above_date") if placed else None


def _told(opened: Opening, _named_at: int) -> Mention | None:
    """The place in a sentence below the attendance: "The Committee met at 2.15 p.m. in the Wren Room"."""
    habit = rule("header", "venue_told")
    match = habit.pattern.search(opened.masked) if habit.may_match(opened.lower) else None
    return _mention(opened, match.end(), _extent(opened, match.end()), habit.id) if match else None
