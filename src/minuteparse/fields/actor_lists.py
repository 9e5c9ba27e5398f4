"""Lists of persons at the place where a formula expects them: before a verb, after a label, one a line or by commas."""

from __future__ import annotations

import re

from minuteparse.fields.actors import INITIALS, REACH, name_end, office_at, person_before, untitled_before
from minuteparse.names import find_titled, patterns, read_person
from minuteparse.record import Person
from minuteparse.rules import rule
from minuteparse.text import Source

_BETWEEN = re.compile(r"\s*(?:\([^()\n]{0,60}\))?\s*(?:,|;|&|\band\b|,\s*and\b|\ba\b)\s*")
_SEPARATED = re.compile(r"(?:,|;|&|\band|\ba)(?:\s+(?:Councillors?|Cllrs?\.?|Aldermen|Alderman|Mrs?\.?|Ms\.?))?\s*\Z")
_BLANK = re.compile(r"\s*")
_LIST_GAP = re.compile(
    r"[ \t]*(?:\([^()\n]{0,40}\))?[ \t]*"
    r"(?:,\s*(?:(?:and|AND)\s|&\s)?|;\s*(?:and\s+(?=[A-Z]))?|\s+(?:and|AND)\s+|\s*&\s*|\s+a\s+(?=[A-Z]))\s*"
)
_NEW_LINE = re.compile(r"[ \t]*(?:\([^()\n]{0,40}\))?[ \t]*\r?\n\s*")
_ROW = re.compile(r"[^\n]{0,300}")
_LOWER_WORD = re.compile(r"(?<![\w'.-])[a-z]+")
_NO_NAMES = re.compile(
    r"^(?:for|against|abst\w*|ayes?|n[ao]ye?s|yeas?|noes|absent|in favou?r)\b|\d[./]|[:!?\"]|[.]$", re.I
)
_ALLOWED_LOWER = frozenset(["and", "van", "de", "ap", "der", "von", "la", "le", "du", "den", "ferch", "ab", "the", "a"])
_SENTENCE = re.compile(r"[a-z\d)][.:;]\s+(?=[A-Z])|\n\s*")
_BARE_LAST = re.compile(r"(?:,|&|\band)\s+[A-Z][\w'-]+\s*,?\s*\Z")
_PLURAL_ALONE = re.compile(
    r"(?:The\s+)?(?:Councillors?|Cllrs?|COUNCILLORS?|Aldermen|ALDERMEN|Bailies|Members)\.?:?\s+(?=[A-Z])"
)


def people_before(source: Source, start: int, at: int) -> list[Person]:
    """The list of persons that ends right before `at`, empty if none does: "Councillors Hay and Orme" + "abstained"."""
    last = person_before(source, start, at)
    if last is None:
        return _list_up_to(source, start, at)
    run = [last]
    if _SEPARATED.search(source.folded[max(start, last.start - 20) : last.start]):
        titled = [p for p, _ in find_titled(source, max(start, at - 400), last.end) if p.end <= last.start]
        for earlier in reversed(titled):
            if not _BETWEEN.fullmatch(source.folded[earlier.end : run[0].start]):
                break
            run.insert(0, earlier)
        while gap := _SEPARATED.search(source.folded, max(start, run[0].start - 8), run[0].start):
            earlier_one = untitled_before(source, start, gap.start())
            if earlier_one is None or not INITIALS.fullmatch(earlier_one.name):
                break
            run.insert(0, earlier_one)
    return run


def _list_up_to(source: Source, start: int, at: int) -> list[Person]:
    """The list that begins its sentence and ends at `at` with a bare family name: "Councillor Hay, Dent and Orme"."""
    low = max(start, at - 300)
    breaks = [m.end() for m in _SENTENCE.finditer(source.folded, low, at)]
    if not _BARE_LAST.search(source.folded, max(low, at - 40), at):
        return []
    people, stop = people_from(source, breaks[-1] if breaks else low, at, one_line=True)
    return people if len(people) > 1 and not source.folded[stop:at].strip(" ,") else []


def people_from(source: Source, at: int, end: int, *, one_line: bool = False) -> tuple[list[Person], int]:
    """The list of persons that begins at `at`, and where it ends: by commas, "and", or one a line.

    A line that holds anything else ends the list; so does a blank line with `one_line`.
    """
    people: list[Person] = []
    folded, plural = source.folded, False
    if blank := _BLANK.match(folded, at, end):
        at = blank.end()
    stop = at
    while at < end:
        person, at, plural = _element(source, at, end, plural)
        if person is None:
            break
        people.append(person)
        stop = at
        at = _next_element(folded, stop, end, one_line=one_line)
        if at < 0:
            break
    return people, stop


def _element(source: Source, at: int, end: int, plural: bool) -> tuple[Person | None, int, bool]:
    folded = source.folded
    prefix = rule("votes", "office_before_name").pattern.match(folded, at, min(end, at + REACH))
    if prefix and name_end(folded, prefix.end(), end)[0]:
        at = prefix.end()
    elif office := office_at(source, at, end) or office_at(source, at, end, alone=True):
        return office, office.end, plural
    head = _PLURAL_ALONE.match(folded, at, end)
    if head and head[0].rstrip(" \t\r\n.:")[-1] in "snS":
        at, plural = head.end(), True
    stop, titled = name_end(folded, at, end)
    if stop is None:
        return None, at, plural
    person = read_person(source, at, stop, titled=titled or plural)
    return person, person.end if person else at, plural


def _next_element(folded: str, stop: int, end: int, *, one_line: bool) -> int:
    """Where the next element of a list begins, or -1 if the list ends at `stop`."""
    if gap := _LIST_GAP.match(folded, stop, end):
        return gap.end()
    row = _NEW_LINE.match(folded, stop, end)
    if row is None or one_line:
        return -1
    following = _ROW.match(folded, row.end(), end)
    text = following[0].strip() if following else ""
    if (
        not text[:1].isupper()
        or _NO_NAMES.search(text)
        or any(w not in _ALLOWED_LOWER for w in _LOWER_WORD.findall(text))
    ):
        return -1
    return row.end() if patterns().honorifics.match(text) or len(text.split()) <= 4 else -1
