"""Declarations in lists and tables: a member, an item, a kind and a reason on one line, or on a few that belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minuteparse.fields.actors import people_from
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


_DASH = re.compile(r"\s*(?:-|:|,|\(|\||\u2022|\n|(?=\d)|(?=regarding\b|re\b|in\s+(?:relation|respect)\b|with\s+regard\b))", re.I)
_LEAD_ITEM = re.compile(r"(?:^|\n|(?<=[:.;])\s)[ \t•]*(?:(?:with\s+regard\s+to|in\s+respect\s+of|re)\s+)?(?:agenda\s+)?(?:item|minute|application)[^\n]{1,80}?(?:[-:,]|\bto\s*)\s*$", re.I)
_MINUTE_LIKE = re.compile(r"\s*[-:,]?\s*(\d[\w/.]*\d)\b")
_VERBAL = re.compile(r"\s*(?:,\s*)?(?:(?:also|then|each|both|again|had|has|having|was|were|is|would|will|left|asked|and)\s+)*[a-z]{3,}(?:ed|ing|s)?\b")
_LISTING = re.compile(r"\b(?:declar\w+|disclos\w+|interests?)\b[^.\n]{0,80}(?:\bby\b[^.\n]{0,40})?:", re.I)
_NEXT = 6
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b|,\s*and\b|/)\s*")
_HEADING = re.compile(r"(?:^|\n)[ \t]*(?P<heading>[^\n.]{0,60}\binterests?\b[^\n.]{0,40}?)[ \t]*:?-?[ \t]*(?=\n)", re.I)
_LEADING = re.compile(r"\b(?:declared|disclosed|made)\s+(?P<heading>[^.:\n]{0,60}?\binterests?)[^.:\n]{0,60}:", re.I)
_NAME_LINE = re.compile(r"(?:^|\n|(?<=[a-z)]\.)\s)[ \t•]*(?P<name>(?:[A-Z][\w'-]+\s+){1,3}[A-Z][\w'-]+)\s+-\s+")
_TITLE_LEFT = re.compile(r"(?:Councillors?|Cllrs?\.?|Aldermen|Members)\s*$")


def find_listed(source: Source, start: int, end: int, taken: list[tuple[int, int]]) -> list[Declaration]:
    """The declarations listed in `text[start:end]`, outside the spans in `taken` that sentences declare."""
    entries = _entries(source, start, end, taken)
    headings = sorted(
        (m.end(), kind_of(m["heading"])) for lead in (_HEADING, _LEADING) for m in lead.finditer(source.folded, start, end)
    )
    found: list[Declaration] = []
    for i, entry in enumerate(entries):
        limit = entries[i + 1].start if i + 1 < len(entries) else end
        low = _lead_start(source, start, entry)
        limit = min([limit, *(first for first, _ in taken if first >= entry.stop)])
        text_end = min(limit, _entry_limit(source, entry.stop, limit))
        listing = bool(found) and entry.start - found[-1].end < _NEXT or _LISTING.search(source.folded, max(start, low - 120), low) is not None
        if not _is_entry(source, low, entry, text_end, listing=listing):
            continue
        terms = terms_of(source, low, text_end, cells=True)
        if low == entry.start and found and listing and terms.item is None and source.folded[found[-1].end : entry.start].strip(" .;") == "":
            terms = replace(terms, item=found[-1].agenda_item)
        interest = terms.interest or _inherited(headings, entry.start)
        item = terms.item or _bare_number(source, entry, text_end)
        nature = terms.nature or _rest(source, entry, text_end)
        found += [
            Declaration(
                member=p, interest=interest, agenda_item=item, nature=nature, start=min(low, entry.start), end=text_end, by="declarations.listed"
            )
            for p in entry.people
        ]
    return found


def _entries(source: Source, start: int, end: int, taken: list[tuple[int, int]]) -> list[_Entry]:
    """Persons that stand together, each group once."""
    groups: list[list[Person]] = []
    people = [p for p, _ in find_titled(source, start, end)]
    people += [p for m in _NAME_LINE.finditer(source.folded, start, end) for p in people_from(source, m.start("name"), m.end("name"))[0]]
    seen: set[int] = set()
    for person in sorted(people, key=lambda p: p.start):
        if person.start in seen or any(low <= person.start < high for low, high in taken):
            continue
        if groups and person.start < groups[-1][-1].end:
            continue
        seen.add(person.start)
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
    said = rule("declarations", "item").pattern.search(text) or kind_of(text) or _MINUTE_LIKE.match(after)
    return said is not None or (listing and re.match(r"\s*(?:-|\(|:\s*\w|regarding\b|in\s+re)", after) is not None)


def _inherited(headings: Sequence[tuple[int, Interest | None]], at: int) -> Interest | None:
    kinds = [kind for high, kind in headings if high <= at]
    return kinds[-1] if kinds else None


def _bare_number(source: Source, entry: _Entry, stop: int) -> str | None:
    match = _MINUTE_LIKE.match(source.folded, entry.stop, stop)
    return match[1] if match else None


def _rest(source: Source, entry: _Entry, stop: int) -> str | None:
    text = source.quote(entry.stop, stop)
    return None if len(text) < 4 else text.strip(" -:,.()|") or None
