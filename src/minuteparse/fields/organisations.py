"""Which organisation a body belongs to: from the words that name the body, the letterhead, or the signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.evidence import Evidence
from minuteparse.fields.opening import Opening, body_noun
from minuteparse.rules import rule

TRIM = " \t\r\n,;:.|*-\u2022#_\x01\x02("
GENERIC = re.compile(
    r"(?:(?:full|annual)\s+)*(?:(?:parish|town|community|county|borough|district|city|village|shire)\s+){0,2}council",
    re.IGNORECASE,
)
_OF_ORGANISATION = re.compile(r"\s*(?:,|\bof(?:\s+the)?\b|\s-)\s+(?:the\s+)?", re.IGNORECASE)
_COLUMNS = re.compile(r"[ ]{3,}|\t")  # two councils side by side, each over its members
_PART_OF = re.compile(r"(?i)\ba (?:sub-?)?committee of (?:the )?\W*$")
# The Planning Commission of a county, the Pension Board of a fund: what else has no word of its kind in its name.
_WHOSE = re.compile(
    r"(?P<body>[^,]*?\b(?:commission|board|committee|court|panel))\s+of\s+(?:the\s+)?"
    r"(?P<organisation>(?:[A-Z][\w'.-]*\s+){1,4}(?i:county|fund|parish|township))",
    re.IGNORECASE,
)
# Boards that are named after their members: "Board of Supervisors of Oxley County".
_BOARD_OF = re.compile(
    r"(?P<body>(?:[A-Z][\w'-]*\s+){0,2}board\s+of\s+(?:county\s+)?(?:commissioners|supervisors|selectmen|trustees|directors"
    r"|aldermen|education|governors|health))\s+(?:of|for)\s+(?:the\s+)?(?P<organisation>[A-Z][^,]*)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_HINT = re.compile(
    r"council|corporation|of\b(?<=\bof)|authority|trust|academ|commissioning|board|university|school|college"
    r"|society|association|club|federation|institut|charity|district|homes",
)
_KINDS = ("organisation_council", "organisation_of", "organisation_other", "organisation_named")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name spans, how well it is supported, and the rule that found it."""

    start: int
    end: int
    score: float
    by: str


def is_organisation(body: str) -> bool:
    """True if `body` is the name of a council or the like and nothing more."""
    lowered = body.lower()
    kinds = (rule("header", n) for n in _KINDS)
    return any(kind.may_match(lowered) and kind.pattern.fullmatch(body) for kind in kinds)


def find_organisations(opened: Opening) -> list[Named]:
    """Organisations named before the attendance, standing on a line of their own or leading it."""
    found = []
    zone = min(opened.attendance, opened.end)
    for line in _LINE.finditer(opened.masked, 0, zone):
        lowered = opened.lower[line.start() : line.end()]
        if not _HINT.search(lowered):
            continue
        for name in _KINDS:
            habit = rule("header", name)
            if not habit.may_match(lowered):
                continue
            for match in habit.pattern.finditer(opened.masked, line.start(), line.end()):
                if _COLUMNS.search(match[0]):
                    continue
                start, end = _trim_organisation(opened.masked, match.start(), match.end())
                if _leads(opened.masked, line.start(), start) and not _no_organisation(opened.masked, start, end):
                    found.append(Named(start, end, 0, habit.id))
    return sorted(found, key=lambda c: (c.start, -c.end))


def _leads(text: str, line_start: int, start: int) -> bool:
    """False if what stands before `start` on its line makes the name an address, a place or one of a list."""
    before = text[max(line_start, start - 60) : start].replace(" / ", " ")  # a name in two languages
    if _PART_OF.search(before):
        return True
    if "," in before or "@" in before:
        return False
    elsewhere = re.search(r"\b(?:at|in|contact|venue|for|from|by|to)\b[^\n]{0,60}$|/", before, re.IGNORECASE)
    return not elsewhere or bool(re.search(r"meeting", before, re.IGNORECASE))


_COMMITTEE = re.compile(r"\b(?:committee|panel|sub|joint|full|cabinet|forum)\b", re.IGNORECASE)


def _no_organisation(text: str, start: int, end: int) -> bool:
    """True for a kind of council without a name, a committee, and a part of one ("Municipal District of ...")."""
    name = text[start:end]
    before = text[max(0, start - 12) : start].lower()
    return (
        bool(GENERIC.fullmatch(name) or _COMMITTEE.search(name))
        or before.rstrip().endswith("municipal")
        or name.lower().startswith("metropolitan district")
    )


_BEFORE_NAME = re.compile(
    r"^.*\b(?:minutes?|meetings?|proceedings|notes|record|section|present|agenda)\b(?:\s+of\b)?(?:\s+the\b)?\s+"
    r"|^.*\b(?:committee|panel|board|cabinet|executive|directors|governors|trustees|commission|group)\s+(?:of|for)\s+(?:the\s+)?"
    r"|^(?:the|a|of|and|special|ordinary|monthly|by)\s+",
    re.IGNORECASE | re.DOTALL,
)


def _trim_organisation(text: str, start: int, end: int) -> tuple[int, int]:
    while lead := _BEFORE_NAME.match(text[start:end]):
        start += lead.end()
    return start, end


def split_body(opened: Opening, best: Named, organisations: list[Named]) -> tuple[Named, Named | None]:
    """The body without the organisation that its words contain, and that organisation, or else the letterhead's."""
    text = (opened.masked if best.end <= opened.end else opened.source.folded).replace("\n", " ")
    if board := _in_two(_BOARD_OF, text, best):
        return board
    for name in _KINDS:
        habit = rule("header", name)
        for match in habit.pattern.finditer(text, best.start, best.end):
            start, end = _trim_organisation(text, match.start(), match.end())
            if _no_organisation(text, start, end):
                continue
            organisation = Named(start, end, 0, habit.id)
            before, after = text[best.start : start].strip(TRIM), text[end : best.end].strip(TRIM)
            whole = re.match(r"(council)\s+(?:for|of)\s+the\s", text[start:end], re.IGNORECASE)
            if not before and not after and whole:
                council = Named(best.start, best.start + 7, best.score, best.by)
                return council, _letterhead(text[start + whole.end() : end], opened, organisations) or organisation
            if not before and not after:
                return best, organisation
            if before and text[end : best.end].strip()[:1] in ("", ",") and body_noun().search(before.lower()):
                joint = _OF_ORGANISATION.search(text[best.start : start])
                while joint and joint.end() < start - best.start:
                    joint = _OF_ORGANISATION.search(text[best.start : start], joint.end())
                if joint:
                    return Named(best.start, best.start + joint.start(), best.score, best.by), organisation
            if not before and after and name != "organisation_of":
                if re.match(r"\s*-{1,2}\s*\w", text[end : best.end]) and body_noun().search(after.lower()):
                    at = best.end - len(text[end : best.end].lstrip(TRIM))
                    return Named(at, best.end, best.score, best.by), organisation
                return best, organisation
    return _in_two(_WHOSE, text, best) or (best, organisations[0] if organisations else None)


def _in_two(pattern: re.Pattern[str], text: str, best: Named) -> tuple[Named, Named] | None:
    """The body and the organisation that `pattern` tells apart in the whole of `best`."""
    match = pattern.fullmatch(text, best.start, best.end)
    if match is None:
        return None
    organisation = Named(*match.span("organisation"), 0, "header.organisation_of")
    return Named(*match.span("body"), best.score, best.by), organisation


def _letterhead(name: str, opened: Opening, organisations: list[Named]) -> Named | None:
    """The organisation of the letterhead whose name is `name`, that of the council's area."""
    for found in organisations:
        if opened.masked[found.start : found.end].lower() == name.lower():
            return found
    return None


def find_signed(evidence: Evidence) -> Named | None:
    """The organisation of the signature lines."""
    folded = evidence.source.folded
    low = max(0, len(folded) - 400)
    habit = rule("header", "organisation_council")
    for match in habit.pattern.finditer(folded, low):
        for at in (match.start(), *(match.start() + m.end() for m in re.finditer(r"\s", match[0]))):
            if rule("header", "organisation_signed").pattern.search(folded, max(0, at - 40), at):
                return Named(at, match.end(), 0, "header.organisation_signed")
    return None
