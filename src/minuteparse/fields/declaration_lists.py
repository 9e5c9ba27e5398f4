"""Declarations in lists and tables: member, item, kind and reason on one line, or on a few that belong together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from minuteparse.fields.actor_lists import people_from
from minuteparse.fields.interests import kind_of, terms_of
from minuteparse.names import find_titled
from minuteparse.record import Declaration, Interest, Person
from minuteparse.rules import rule
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class _Entry:
    people: tuple[Person, ...]
    start: int
    stop: int


_Headings = Sequence[tuple[int, Interest | None]]
_DASH = re.compile(
    r"\s*(?:-|:|,|\(|\||\u2022|\n|(?=\d)|(?=regarding\b|re\b|in\s+(?:relation|respect)\b|with\s+regard\b)"
    r"|(?<=[ \t]{2})(?=(?-i:[A-Z]{1,5}[/\d])|(?:agenda\s+item|non|pecuniary|personal|prejudicial|financial|DPI)\b))",
    re.I,
)
_LEAD_ITEM = re.compile(
    r"(?:^|\n|(?<=[:.;])\s)[ \t•]*(?:(?:with\s+regard\s+to|in\s+respect\s+of|re)\s+)?"
    r"(?:agenda\s+)?(?:item|minute|application)[^\n]{1,80}?(?:[-:,]|\bto\s*)\s*$",
    re.I,
)
_MINUTE_LIKE = re.compile(r"\s*(?:[-:,]?\s*(?=\d[\w/.]*\d)|\|\s*|(?=[A-Z]{1,5}/\d))((?:[A-Z]{1,5}/)?\d[\w/.]*)\b")
_VERBAL = re.compile(
    r"\s*(?:,\s*)?(?:(?:also|then|each|both|again|had|has|having|was|were|is|would|will|left|asked|and)\s+)*[a-z]{3,}(?:ed|ing|s)?\b"
)
_KIND_LEAD = re.compile(r"[ \t•]*(?:\(?[a-z\d]{1,3}[.)]\s{0,3})?[A-Za-z &/-]{3,50}[-:]\s")
_NEXT_ROW = re.compile(
    r"\n[ \t]*(?:•|\(?[a-z\d]{1,3}[.)][ \t]"
    r"|(?:personal|prejudicial|pecuniary|financial|disclosable|proximity|impartiality|indirect|direct|other|non-)"
    r"[^\n:]{0,40}[:-]\s)"
    r"|\.\s+(?:personal|prejudicial|pecuniary|financial|disclosable|other|non-)[^\n:.]{0,40}:\s",
    re.I,
)
_LISTING = re.compile(r"\b(?:declar\w+|disclos\w+|interests?)\b[^.\n]{0,80}(?:\bby\b[^.\n]{0,40})?:", re.I)
_NEXT = 6
_BELOW = re.compile(r"\n[ \t]{4,80}\Z")
_LONGEST_INDENT = 90
# Between a member and the item of the same entry.
_OF_LAST = re.compile(r"[ \t]*[:(-]?[ \t]*")
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b|,\s*and\b|/)\s*")
_HEADING = re.compile(
    r"(?:^|\n)[ \t]{0,40}(?!nature|type|extent|reason)"
    r"(?P<heading>[^\n.]{0,60}\binterests?\b[^\n.]{0,40}?)[ \t]*:?-?[ \t]*(?=\n)",
    re.I,
)
_LEADING = re.compile(r"\b(?:declared|disclosed|made)\s+(?P<heading>[^.:\n]{0,60}?\binterests?)[^.:\n]{0,60}:", re.I)
_NAME_LINE = re.compile(
    r"(?:(?m:^)|(?<=[a-z)]\.)\s)[ \t•-]*(?P<name>(?:[A-Z][\w'.-]*\s+){1,3}[A-Z][\w'-]+"
    r"(?=\s+-\s+|:\s[^\n.]{0,60}\binterest)"
    r"|(?:[A-Z][\w'-]{2,}|[A-Z]{2,3})(?=\s+-\s+(?:an?\s+)?(?:(?:agenda\s+)?item|minute|personal|prejudicial|pecuniary|financial|non-|DPI"
    r"|disclosable|impartiality|proximity)\b))"
)
_TIE = re.compile(
    r"(?i)\s*[:-]\s+(?:is\s+)?(?:an?\s+|the\s+)?(?:former\s+)?(?:member|trustee|director|governor|owner|tenant|employee|employed|"
    r"president|chair\w*|resident|lives|shareholder|partner|(?:his|her)\s|wife|husband|son|daughter|brother|sister)\b"
)
_EDGES = re.compile(r"^[\s\u2010-\u2015:,.()|-]+|[\s\u2010-\u2015:,.()|-]+$")
_TITLE_LEFT = re.compile(r"(?:Councillors?|Cllrs?\.?|Aldermen|Members)\s*$")


def find_listed(source: Source, start: int, end: int, taken: list[tuple[int, int]]) -> list[Declaration]:
    """The declarations listed in `text[start:end]`, outside the spans in `taken` that sentences declare."""
    entries = _first_mentions(_entries(source, start, end, sorted(taken)))
    marks = [m for lead in (_HEADING, _LEADING) for m in lead.finditer(source.folded, start, end)]
    headings = sorted(((m.end(), kind_of(m["heading"])) for m in marks), key=lambda h: h[0])
    others = (*(first for first, _ in taken), *(m.start() for m in marks))
    begins = sorted([*others, *(e.start for e in entries)])
    found: list[Declaration] = []
    for entry in entries:
        after = bisect_right(begins, entry.start)
        limit = begins[after] if after < len(begins) else end
        found += _listed(source, start, entry, max(limit, entry.stop), headings, found[-1] if found else None)
    return found


def _first_mentions(entries: list[_Entry]) -> list[_Entry]:
    """`entries` without those that name the person of the one before again, by family name alone."""
    kept: list[_Entry] = []
    for entry in entries:
        last, again = kept[-1].people[-1] if kept else None, entry.people[0]
        if last is None or len(entry.people) > 1 or again.given or not last.given or again.family != last.family:
            kept.append(entry)
    return kept


def _listed(
    source: Source, start: int, entry: _Entry, limit: int, headings: _Headings, last: Declaration | None
) -> list[Declaration]:
    low = _lead_start(source, start, entry)
    if last and low < entry.start and _OF_LAST.fullmatch(source.folded, last.member.end, low):
        low = entry.start  # the item of the entry before: "Cllr Hay: item 6 (personal), Cllr Orme: item 9"
    stop = min(limit, _entry_limit(source, entry.stop, limit))
    follows = last is not None and entry.start - last.end < _NEXT
    listing = follows or _LISTING.search(source.folded, max(start, low - 120), low) is not None
    if not _is_entry(source, low, entry, stop, listing=listing):
        return []
    terms = terms_of(source, low, stop, cells=True)
    interest = terms.interest or _kind_before(source, start, low) or _kind_above(source, entry, last)
    interest = interest or _inherited(headings, entry.start)
    item = terms.item or _bare_number(source, entry, stop)
    if item is None and last and follows and not source.folded[last.end : entry.start].strip(" .;"):
        item = last.agenda_item
    nature = terms.nature or _rest(source, entry, stop)
    begin = min(low, entry.start)
    return [
        Declaration(
            member=p,
            interest=interest,
            agenda_item=item,
            nature=nature,
            start=begin,
            end=stop,
            by="declarations.listed",
        )
        for p in entry.people
    ]


def _entries(source: Source, start: int, end: int, taken: list[tuple[int, int]]) -> list[_Entry]:
    """Persons that stand together, each group once."""
    groups: list[list[Person]] = []
    people = [p for p, _ in find_titled(source, start, end)]
    for line in _NAME_LINE.finditer(source.folded, start, end):
        people += people_from(source, line.start("name"), line.end("name"))[0]
    for person in sorted(people, key=lambda p: p.start):
        near = bisect_right(taken, (person.start, end))
        if any(low <= person.start < high for low, high in taken[max(near - 3, 0) : near]):
            continue
        if groups and person.start < groups[-1][-1].end:
            continue
        if groups and _BETWEEN.fullmatch(source.folded[groups[-1][-1].end : person.start]):
            groups[-1].append(person)
        else:
            groups.append([person])
    return [_Entry(tuple(g), g[0].start, g[-1].end) for g in groups]


def _lead_start(source: Source, start: int, entry: _Entry) -> int:
    """Where "Item 9 - " before the names begins, else where the names begin."""
    low = max(start, entry.start - 120)
    window = source.folded[low : entry.start]
    lead = _LEAD_ITEM.search(_TITLE_LEFT.sub("", window))
    return low + lead.start() if lead else entry.start


def _entry_limit(source: Source, stop: int, limit: int) -> int:
    """A list entry ends with its paragraph, or reads on over the cells of a table that follow one a line."""
    if row := _NEXT_ROW.search(source.folded, stop, limit):
        limit = row.start()
    at = source.folded.find("\n\n", stop, limit)
    first = limit if at < 0 else at
    head = source.folded[stop:first].strip(" \t\r\n-:|")
    if head or at < 0:
        return first
    # The name stands alone: its cells are the next paragraphs, up to three.
    for _ in range(3):
        following = source.folded.find("\n\n", at + 2, limit)
        if following < 0:
            return limit
        at = following
    return at


def _is_entry(source: Source, low: int, entry: _Entry, stop: int, *, listing: bool) -> bool:
    after = source.folded[entry.stop : stop]
    if not _DASH.match(after) and low == entry.start:
        return False
    if _VERBAL.match(after) and low == entry.start and not _DASH.match(after):
        return False
    text = source.folded[low:stop]
    if _TIE.match(after):
        return True
    said = rule("declarations", "item").pattern.search(text) or kind_of(text) or _MINUTE_LIKE.match(after)
    return said is not None or (listing and re.match(r"\s*(?:-|\(|:\s*\w|regarding\b|in\s+re)", after) is not None)


def _kind_before(source: Source, start: int, at: int) -> Interest | None:
    """The kind that leads a line of names: "Personal - Cllr Hay (Item 5), Cllr Orme (Item 6)"."""
    line = max(source.folded.rfind("\n", max(start, at - 160), at) + 1, at - 160, start)
    lead = _KIND_LEAD.match(source.folded, line, at)
    return kind_of(lead[0]) if lead else None


def _kind_above(source: Source, entry: _Entry, last: Declaration | None) -> Interest | None:
    """The kind of the entry on the line above, if this one stands below it without a label of its own."""
    if last is None or not last.end - entry.start >= -_LONGEST_INDENT:
        return None
    return last.interest if _BELOW.search(source.folded, max(entry.start - _LONGEST_INDENT, 0), entry.start) else None


def _inherited(headings: _Headings, at: int) -> Interest | None:
    """The kind of interest in the last heading before `at`."""
    i = bisect_right(headings, at, key=lambda h: h[0])
    return headings[i - 1][1] if i else None


def _bare_number(source: Source, entry: _Entry, stop: int) -> str | None:
    match = _MINUTE_LIKE.match(source.folded, entry.stop, stop)
    return match[1] if match else None


def _rest(source: Source, entry: _Entry, stop: int) -> str | None:
    """What is left of an entry besides its item and kind."""
    text = _EDGES.sub("", source.quote(entry.stop, stop))
    if item := rule("declarations", "item").pattern.match(text):
        text = _EDGES.sub("", text[item.end() :])
    return None if len(text) < 4 or (kind_of(text) and " " not in text) else text
