"""Which body met, and which organisation it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from minuteparse.evidence import Evidence
from minuteparse.fields.body_hints import its_committee, named_elsewhere
from minuteparse.fields.opening import Opening, body_noun
from minuteparse.fields.organisations import (
    GENERIC,
    TRIM,
    Named,
    find_organisations,
    find_signed,
    is_organisation,
    split_body,
)
from minuteparse.record import Mention
from minuteparse.rules import Rule, expand, find, rule, rules

# These read lower case.
_LEAD = re.compile(
    r"(?:(?:the|an?|before|draft|approved|open|section|of|virtual|remote|special|extraordinary|ordinary|regular|monthly"
    r"|quarterly|annual(?!\s+parish\s+meeting)|general|adjourned|inaugural|statutory|latest|public|full(?!\s+council\b)|minutes?|meetings?|notes?|proceedings|non-exempt|\d{1,3}(?:st|nd|rd|th)?)\s+)+"
)
_TAIL = (
    r"\b(?:draft|(?:autumn|spring|summer|winter|lent|michaelmas)(?:\s+term)?|term|{{month}}|ordinary|annual|special|extraordinary|regular|monthly|general|agm|egm|virtual|remote"
    r"|in\s+public|in\s+private"
    r"|meetings?|minutes?|notes|agenda|held(?:\s+(?:on|at|in))?|proceedings|voting|hearing|and|business)\s*\)?$"
)
_WHOSE = re.compile(r"\s+meeting\b")
_OWN_MEETING = re.compile(r"'s?\s+meeting$")
_BARE = re.compile(
    r"(?:sub-?\s?committee|committee|panel|(?:working\s+|steering\s+)?group|working\s+party|forum|partnership|commission|tribunal)"
)
# Of one of several panels: "Sub-Committee C", "Panel (2)", "Scrutiny Committee (Adults and Health)".
_MARK = re.compile(r"\s*\(?\w{0,2}\)?|\s*\([^()]{3,60}\)?")
_CELTIC = re.compile(r"\W*(?:cyngor|pwyllgor|bwrdd|is-bwyllgor|comhairle|coiste|bord)\b")
_CELTIC_COUNCIL = re.compile(r"\W*(?:cyngor|comhairle)\s")
_STATUS = re.compile(
    r"\s+(?:\((?!\w{1,2}\)|(?![^()]*\b(?:council|authority|trust|university|school|society|association)\b)(?:(?!draft|unapproved|unconfirmed|approved|confirmed|subject|remote|virtual|hybrid|public|private"
    r"|open|closed|confidential|exempt|ordinary|special|annual|extraordinary|meeting|minutes|held|via|agm|formerly|the\b)"
    r"[a-z][a-z',&-]*[\s)]){2,})|(?:draft|unapproved|unconfirmed|subject\s+to)\b|-\s+(?:draft\s+)?(?:minutes|notes)\b)"
)
_COLUMN = re.compile(r"[ \t]{4,}")
_OF = re.compile(r"\s(?:of|on)\s")
_FURNITURE = re.compile(
    r"agenda|download|transcription|views|skip|page|home|copyright|minutes\b|^notes\b|items?\b|report\b|contact|loading"
    r"|council tax|www|http|@|chamber|^(?:held|present|apologies|in attendance|mayor|councillor|cllr|clerk|to )"
    r"|\bpresent$|\boffices?\b|\bhall\b|\bhouse\b|\broom\b|\btel\b|question|decision|\d{3}"
)
# These read the text as it is printed.
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|been|will|would|received|reported|concerning|regarding)\b")
_LAST_WORD = re.compile(r"[\w)]+\W*$")
_GOES_ON = re.compile(r"\s*(?:of|and|&|for|the|-|[a-z])\b")
_WHOLE = re.compile(r"[\w'.&-]+(?: [\w'.&-]+){0,5}")
_STOP = re.compile(r"[.!?]\s")


def find_body(evidence: Evidence, opened: Opening) -> tuple[Mention | None, Mention | None, int]:
    """The organisation, the body, and where the words that name the body begin (0 if nothing names one)."""
    candidates = _candidates(opened)
    best = max(candidates, key=lambda c: (c.score, -c.start), default=None)
    if best is None or best.score <= 0:
        best = named_elsewhere(evidence)
    organisations = find_organisations(opened)
    if best is None:
        organisation = organisations[0] if organisations else find_signed(evidence)
        mention = _mention(opened, organisation) if organisation else None
        return mention, mention, organisation.start if organisation else 0
    body, organisation = split_body(opened, _in_full(opened, best, candidates), organisations)
    if organisation and (body.start, body.end) == (organisation.start, organisation.end):
        body = its_committee(opened, organisation) or body
    if organisation is None:
        organisation = find_signed(evidence) or _first_line(opened, body)
    return _mention(opened, organisation) if organisation else None, _mention(opened, body), best.start


def _in_full(opened: Opening, best: Named, candidates: list[Named]) -> Named:
    """`best` as the title above has it it in full: "Oxley and Wren Waste Committee", not "Waste Committee"."""
    name = " " + opened.lower[best.start : best.end]
    if len(name.split()) < 2 or GENERIC.fullmatch(name.strip()):
        return best
    for one in candidates:
        if one.end < best.start and opened.lower[one.start : one.end].endswith(name):
            before = opened.lower[one.start : one.end - len(name)]
            whole = _WHOLE.fullmatch(before) and not body_noun().search(before)
            if whole and not is_organisation(opened.masked[one.start : one.end]):
                return one
    return best


def _mention(opened: Opening, found: Named) -> Mention:
    text = opened.source.quote(found.start, found.end)
    return Mention(text=text, start=found.start, end=found.end, value=text, by=found.by)


def _candidates(opened: Opening) -> list[Named]:
    found = []
    for habit in _body_rules():
        for match in _matches(opened, habit):
            if habit.id == "header.body_line" and not _any_in(opened.nouns, match.start("body"), match.end("body")):
                continue
            start, end = _trim(opened, match.start("body"), match.end("body"))
            if end - start < 3:
                continue
            score = float(habit.value) + _weigh(opened, habit, match, start, end)
            if score > 0:
                found.append(Named(start, end, score, habit.id))
    return found


@cache
def _body_rules() -> tuple[Rule, ...]:
    elsewhere = ("header.body_elsewhere", "header.body_kind")
    return tuple(h for h in rules("header") if h.id.startswith("header.body_") and h.id not in elsewhere)


def _matches(opened: Opening, habit: Rule) -> Iterator[re.Match[str]]:
    """What `habit` finds in the opening; a pattern that begins with a line is tried only where its needs stand."""
    if not habit.may_match(opened.lower):
        return
    if not habit.pattern.pattern.startswith("^"):
        yield from habit.pattern.finditer(opened.masked)
        return
    end = 0
    for at in _lines_near(opened, habit.needs) if habit.needs else opened.line_starts:
        if at >= end and (match := habit.pattern.match(opened.masked, at)):
            yield match
            end = match.end()


def _lines_near(opened: Opening, literals: tuple[str, ...]) -> list[int]:
    """Where the lines begin that hold one of `literals` or stand above one that does."""
    starts, near = opened.line_starts, list[int]()
    for at in opened.source.places(literals):
        if at >= opened.end:
            break
        n = bisect_right(starts, at) - 1
        near += [line for line in starts[max(n - 1, 0) : n + 1] if not near or line > near[-1]]
    return near


def _any_in(spots: tuple[int, ...], start: int, end: int) -> bool:
    at = bisect_left(spots, start)
    return at < len(spots) and spots[at] < end


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(expand(_TAIL).lower())


def _trim(opened: Opening, start: int, end: int) -> tuple[int, int]:
    """Without what says the kind of meeting, before the name and after it, and cut at a line that starts anew."""
    text, lower = opened.masked, opened.lower
    start = _last_column(opened, start, end)
    break_at = text.find("\n", start, end)
    if break_at >= 0 and body_noun().search(lower, start, break_at) and not _goes_on(text, break_at + 1, end):
        last = _LAST_WORD.search(text, start, break_at)
        if last and body_noun().fullmatch(last[0].strip(TRIM).lower()):
            end = break_at
    status = _STATUS.search(lower, start, end)
    if status and body_noun().search(lower, start, status.start()):
        end = status.start()
    start, end = _one_tongue(opened, start, _without_place(opened, start, end))
    start = _past_signs(text, start, end)
    while (lead := _LEAD.match(lower, start, end)) and body_noun().search(lower, lead.end(), end):
        start = _past_signs(text, lead.end(), end)
    while True:
        while end > start and text[end - 1] in TRIM:
            end -= 1
        whose = _WHOSE.match(lower, end) if text.endswith("'", start, end) else None
        if whose:
            return start, whose.end()
        tail = _tail().search(lower, start, end)
        if not tail:
            return start, end
        stop = _before_tail(lower, start, tail.start())
        if not body_noun().search(lower, start, stop):
            return start, end
        end = stop


def _last_column(opened: Opening, start: int, end: int) -> int:
    """Where the last column of `start:end` that names a body begins: the letterhead may stand left of it."""
    for gap in _COLUMN.finditer(opened.masked, start, end):
        if body_noun().search(opened.lower, gap.end(), end):
            start = gap.end()
    return start


def _past_signs(text: str, start: int, end: int) -> int:
    while start < end and text[start] in TRIM:
        start += 1
    return start


def _goes_on(text: str, start: int, end: int) -> bool:
    """True if the line that begins at `start` goes on with a name."""
    return _GOES_ON.match(text, start, end) is not None


def _before_tail(text: str, start: int, at: int) -> int:
    """`at` moved back over white space and one sign that parts a tail from the name that begins at `start`."""
    name = text[start:at].rstrip()
    return start + len(name[:-1].rstrip() if name[-1:] in ("-", ",", ":", "(") else name)


def _without_place(opened: Opening, start: int, end: int) -> int:
    """Where the name ends if a place follows it after a comma: "Planning Committee, Town Hall"."""
    lower = opened.lower
    comma = lower.find(",", start, end)
    while comma >= 0:
        nouns = list(body_noun().finditer(lower, start, comma))
        last = list(body_noun().finditer(lower, comma, end))
        whole = nouns and nouns[-1].end() == comma and not (last and last[-1].end() == end)
        if whole and rule("header", "place_word").pattern.search(lower, comma, end):
            return comma
        comma = lower.find(",", comma + 1, end)
    return end


def _one_tongue(opened: Opening, start: int, end: int) -> tuple[int, int]:
    """The English half of a name printed in two languages with a stroke between."""
    lower = opened.lower
    stroke = lower.find(" / ", start, end)
    if stroke < 0 or not body_noun().search(lower, start, end):
        return start, end
    if _CELTIC.match(lower, start, stroke):
        return stroke + 3, end
    return (start, stroke) if _CELTIC.match(lower, stroke + 3, end) else (start, end)


def _weigh(opened: Opening, habit: Rule, match: re.Match[str], start: int, end: int) -> float:
    weight = _weigh_words(opened, start, end, habit) - start / 2000
    if weight + float(habit.value) <= 0:
        return weight
    line_start = opened.masked.rfind("\n", 0, match.start()) + 1
    if find("header", "previous_lead", opened.lower[line_start : match.end()]):
        weight -= 6
    if start > opened.attendance:
        weight -= 4
    if 0 < opened.header_end < start:
        weight -= 3
    if opened.lower[max(0, match.start() - 40) : start].rstrip().endswith(("next", "future", "dear", "last")):
        weight -= 8
    return weight


def _weigh_words(opened: Opening, start: int, end: int, habit: Rule) -> int:
    """How well the words suit the name of a body; not all that speaks against them once they cannot be chosen."""
    body, lower = opened.masked[start:end], opened.lower[start:end]
    nouns = list(body_noun().finditer(lower))
    weight = 2 if any(body[noun.start()].isupper() for noun in nouns) else 1 if _OWN_MEETING.search(lower) else -9
    if body[0].islower():
        weight -= 8
    if habit.id == "header.body_line" and not (
        nouns and (_MARK.fullmatch(body, nouns[-1].end()) or nouns[0].start() == 0 or _OF.search(lower))
    ):
        weight -= 6
    if int(habit.value) + weight <= 0:
        return weight
    if _FURNITURE.search(lower) or _VERB.search(body):
        weight -= 7
    if GENERIC.fullmatch(body):
        weight -= 6 if habit.id == "header.body_met" and lower == "council" else 1  # "The Council met": see above it
    if _BARE.fullmatch(lower):
        weight -= 7  # "a meeting of the Committee": its name stands above
    if len(body) > 110 or _STOP.search(body):
        weight -= 4
    if habit.id in ("header.body_line", "header.body_title_line") and (
        is_organisation(body.partition(",")[0]) or _CELTIC_COUNCIL.match(lower)
    ):
        weight -= 2  # the letterhead: a committee below it is the body
    if _CELTIC_COUNCIL.match(lower):
        weight -= 1  # its name in English stands beside it
    return weight


def _first_line(opened: Opening, body: Named) -> Named | None:
    """The first line of the document, where the body is called by its kind alone and must belong to something."""
    if body.end > opened.end or len(opened.masked[body.start : body.end].split()) > 2:
        return None
    line = re.search(r"[^\s|*#][^\n]*(?=\n)", opened.masked[: body.start])
    if not line:
        return None
    name = line[0].rstrip(TRIM + ")")
    named = 1 < len(name.split()) < 9 and name[0].isupper() and not set(name) & set(".:;[]\x01\x02")
    if not named or _FURNITURE.search(name.lower()) or _VERB.search(name) or body_noun().search(name.lower()):
        return None
    return Named(line.start(), line.start() + len(name), 0, "header.organisation_first_line")
