"""Which body met, and which organisation it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minuteparse.evidence import Evidence
from minuteparse.fields.opening import Opening
from minuteparse.record import Mention
from minuteparse.rules import alternatives, rule, rules

_TRIM = " \t\r\n,;:.|*-\u2022#_\x01\x02("
_LEAD = re.compile(
    r"(?:(?:the|an?|draft|approved|open|section|of|virtual|remote|special|extraordinary|ordinary|regular|monthly|quarterly|annual|general"
    r"|adjourned|inaugural|statutory|latest|public|full|minutes?|meetings?|notes?|proceedings|non-exempt|\d{1,3}(?:st|nd|rd|th)?)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[-,:(]\s*)?\b(?:draft|ordinary|annual|special|extraordinary|regular|monthly|general|agm|egm|virtual|remote|in\s+public|in\s+private"
    r"|meetings?|minutes?|notes|agenda|held|proceedings|voting|hearing|and|business)\s*\)?$",
    re.IGNORECASE,
)
_OF_ORGANISATION = re.compile(r"\s*(?:,|\bof(?:\s+the)?\b|\s-)\s+(?:the\s+)?", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:full\s+)?(?:(?:parish|town|community|county|borough|district|city|village|shire)\s+){0,2}council",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"agenda|download|transcription|views|skip|page|home|copyright|minutes\b|^notes\b|items?\b|report\b|contact|loading|council tax|www|http|@|chamber"
    r"|^(?:present|apologies|in attendance|mayor|councillor|cllr|clerk|to )|\boffices?\b|\bhall\b|\bhouse\b|\broom\b|\btel\b|question|decision|\d{3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    score: float
    by: str


def find_body(evidence: Evidence, opened: Opening) -> tuple[Mention | None, Mention | None, int]:
    """The organisation, the body, and where the words that name the body begin (0 if nothing names one)."""
    candidates = _candidates(opened)
    best = max(candidates, key=lambda c: (c.score, -c.start), default=None)
    if best is None or best.score <= 0:
        best = _elsewhere(evidence)
    organisations = _organisations(opened)
    if best is None:
        organisation = organisations[0] if organisations else _signed(evidence)
        mention = _mention(opened, organisation) if organisation else None
        return mention, mention, organisation.start if organisation else 0
    body, organisation = _split(opened, best, organisations)
    if organisation is None:
        organisation = _signed(evidence)
    if organisation and _is_tail(evidence, body, organisation):
        body = _Candidate(organisation.start, organisation.end, body.score, body.by)
    return _mention(opened, organisation) if organisation else None, _mention(opened, body), best.start


def _mention(opened: Opening, found: _Candidate) -> Mention:
    text = opened.source.quote(found.start, found.end)
    return Mention(text=text, start=found.start, end=found.end, value=text, by=found.by)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){alternatives('body_noun')}(?![^\W\d_])", re.IGNORECASE)


def _candidates(opened: Opening) -> list[_Candidate]:
    found = []
    for habit in rules("header"):
        if not habit.id.startswith("header.body_") or habit.id in ("header.body_elsewhere", "header.body_kind"):
            continue
        for match in habit.pattern.finditer(opened.masked):
            start, end = _trim(opened.masked, match.start("body"), match.end("body"))
            if end - start < 3:
                continue
            score = float(habit.value) + _weigh(opened, habit.id, match, start, end)
            if score > 0:
                found.append(_Candidate(start, end, score, habit.id))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without what says the kind of meeting, before the name and after it, and cut at a line that starts anew."""
    body = text[start:end]
    lines = body.split("\n")
    if len(lines) > 1 and _noun().search(lines[0]) and not re.match(r"\s*(?:of|and|&|for|the|-|[a-z])\b", lines[1]):
        last = re.search(r"[\w)]+\W*$", lines[0])
        if last and _noun().fullmatch(last[0].strip(_TRIM)):
            end = start + len(lines[0])
    while start < end and text[start] in _TRIM:
        start += 1
    lead = _LEAD.match(text, start, end)
    if lead and _noun().search(text, lead.end(), end):
        start = lead.end()
    while True:
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        if text[end : end + 1] == "'" and (whose := re.match(r"'\s+meeting", text[end:], re.IGNORECASE)):
            return start, end + whose.end()
        tail = _TAIL.search(text[start:end])
        if not tail or not _noun().search(text[start : start + tail.start()]):
            return start, end
        end = start + tail.start()


def _weigh(opened: Opening, by: str, match: re.Match[str], start: int, end: int) -> float:
    body = opened.masked[start:end]
    weight = -start / 2000
    nouns = list(_noun().finditer(body))
    if nouns and any(noun[0][0].isupper() for noun in nouns):
        weight += 2
    elif re.search(r"'s?\s+meeting$", body, re.IGNORECASE):
        weight += 1
    else:
        weight -= 9
    if body[0].islower():
        weight -= 8
    if _FURNITURE.search(body):
        weight -= 5
    if _GENERIC.fullmatch(body):
        weight -= 1
    if by == "header.body_line" and not (
        nouns and (nouns[-1].end() == len(body) or nouns[0].start() == 0 or " of " in body.lower())
    ):
        weight -= 6
    if len(body) > 110 or re.search(r"[.!?]\s", body):
        weight -= 4
    line_start = opened.masked.rfind("\n", 0, match.start()) + 1
    if rule("header", "previous_lead").pattern.search(opened.masked[line_start : match.end()]):
        weight -= 6
    if start > opened.attendance:
        weight -= 4
    if 0 < opened.header_end < start:
        weight -= 3
    if by == "header.body_line" and _is_organisation(body):
        weight -= 2  # the letterhead: a committee below it is the body
    if opened.masked[max(0, match.start() - 40) : start].lower().rstrip().endswith(("next", "future", "dear", "last")):
        weight -= 8
    return weight


def _is_organisation(body: str) -> bool:
    return any(
        rule("header", n).pattern.fullmatch(body)
        for n in ("organisation_council", "organisation_of", "organisation_other")
    )


def _organisations(opened: Opening) -> list[_Candidate]:
    """Organisations named before the attendance, standing on a line of their own or leading it."""
    found = []
    zone = min(opened.attendance, opened.end)
    for name in ("organisation_council", "organisation_of", "organisation_other"):
        habit = rule("header", name)
        for match in habit.pattern.finditer(opened.masked, 0, zone):
            start, end = _trim_organisation(opened.masked, match.start(), match.end())
            line_start = opened.masked.rfind("\n", 0, start) + 1
            before = opened.masked[max(line_start, start - 60) : start]
            if _no_organisation(opened.masked, start, end) or "," in before or "@" in before:
                continue
            if re.search(
                r"\b(?:at|in|contact|venue|for|from|by|to)\b[^\n]{0,60}$|/", before, re.IGNORECASE
            ) and not re.search(r"meeting", before, re.IGNORECASE):
                continue
            found.append(_Candidate(start, end, 0, habit.id))
    return sorted(found, key=lambda c: (c.start, -c.end))


_COMMITTEE = re.compile(r"\b(?:committee|panel|sub|joint|full|cabinet|forum)\b", re.IGNORECASE)


def _no_organisation(text: str, start: int, end: int) -> bool:
    """True for a kind of council without a name, a committee, and a part of one ("Municipal District of ...")."""
    name = text[start:end]
    before = text[max(0, start - 12) : start].lower()
    return (
        bool(_GENERIC.fullmatch(name) or _COMMITTEE.search(name))
        or before.rstrip().endswith("municipal")
        or name.lower().startswith("metropolitan district")
    )


_BEFORE_NAME = re.compile(
    r"^.*\b(?:minutes?|meetings?|proceedings|notes|record|section|present|agenda)\b(?:\s+of\b)?(?:\s+the\b)?\s+"
    r"|^(?:the|a|of|and|special|ordinary|monthly|by)\s+",
    re.IGNORECASE | re.DOTALL,
)


def _trim_organisation(text: str, start: int, end: int) -> tuple[int, int]:
    while lead := _BEFORE_NAME.match(text[start:end]):
        start += lead.end()
    return start, end


def _split(opened: Opening, best: _Candidate, organisations: list[_Candidate]) -> tuple[_Candidate, _Candidate | None]:
    """The body without the organisation that its words contain, and the organisation, from there or from the letterhead."""
    text = (opened.masked if best.end <= opened.end else opened.source.folded).replace("\n", " ")
    for name in ("organisation_council", "organisation_of", "organisation_other"):
        habit = rule("header", name)
        for match in habit.pattern.finditer(text, best.start, best.end):
            start, end = _trim_organisation(text, match.start(), match.end())
            if _no_organisation(text, start, end):
                continue
            organisation = _Candidate(start, end, 0, habit.id)
            before, after = text[best.start : start].strip(_TRIM), text[end : best.end].strip(_TRIM)
            whole = re.match(r"(council)\s+(?:for|of)\s+the\s", text[start:end], re.IGNORECASE)
            if not before and not after and whole:
                return _Candidate(best.start, best.start + 7, best.score, best.by), organisation
            if not before and not after:
                return best, organisation
            if before and not after and _noun().search(before):
                joint = _OF_ORGANISATION.search(text[best.start : start])
                while joint and joint.end() < start - best.start:
                    joint = _OF_ORGANISATION.search(text[best.start : start], joint.end())
                if joint:
                    return _Candidate(best.start, best.start + joint.start(), best.score, best.by), organisation
            if not before and after and name != "organisation_of":
                if re.match(r"\s*-\s*\w", text[end : best.end]) and _noun().search(after):
                    at = best.end - len(text[end : best.end].lstrip(_TRIM))
                    return _Candidate(at, best.end, best.score, best.by), organisation
                return best, organisation
    return best, organisations[0] if organisations else None


def _is_tail(evidence: Evidence, body: _Candidate, organisation: _Candidate) -> bool:
    """True if the body is said by the kind of its council alone: "Parish Council" of "Oxley Parish Council"."""
    short = evidence.source.quote(body.start, body.end).lower()
    whole = evidence.source.quote(organisation.start, organisation.end).lower()
    return " " in short and short != whole and bool(_GENERIC.fullmatch(short)) and whole.endswith(short)


def _signed(evidence: Evidence) -> _Candidate | None:
    """The organisation of the signature lines."""
    folded = evidence.source.folded
    low = max(evidence.outline.closing_start, len(folded) - 400)
    habit = rule("header", "organisation_council")
    for match in habit.pattern.finditer(folded, low):
        for at in (match.start(), *(match.start() + m.end() for m in re.finditer(r"\s", match[0]))):
            if rule("header", "organisation_signed").pattern.search(folded, max(0, at - 40), at):
                return _Candidate(at, match.end(), 0, "header.organisation_signed")
    return None


def _elsewhere(evidence: Evidence) -> _Candidate | None:
    habit, folded = rule("header", "body_elsewhere"), evidence.source.folded
    match = habit.pattern.search(folded)
    if match:
        return _Candidate(match.start("body"), match.end("body"), 1, habit.id)
    # A council that keeps naming itself by its kind: "the Parish Council".
    kinds = [(m.start("body"), m.end("body")) for m in rule("header", "body_kind").pattern.finditer(folded)]
    if len(kinds) < 2 or len({folded[a:b].lower() for a, b in kinds}) > 1:
        return None
    return _Candidate(*kinds[0], 1, "header.body_kind")
