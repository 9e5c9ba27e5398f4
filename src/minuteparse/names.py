"""Words to a person: "Councillor T Smith OBE" is honorific, given names, family name and letters after it.

The functions read the folded text of a source and give back spans, so that each name can be cited.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from minuteparse.name_patterns import LETTER, LOWER, UPPER, patterns
from minuteparse.record import Person, changed
from minuteparse.rules import word_set
from minuteparse.text import Source, collapse

__all__ = ["find_titled", "patterns", "read_person", "split_honorifics", "split_name"]

# So many blanks part columns, not the words of a name.
_COLUMN_GAP = 4
_LONGEST_KEPT = 200
# Initials without a space before the family name: "M.J.Orme".
_GLUED = re.compile(rf"^((?:[{UPPER}]\.){{1,4}})(?=[{UPPER}][{LOWER}'])")
_BREAK = re.compile(r"[ \t]*\r?\n")
_IS_LETTER = re.compile(rf"[{LETTER}]")


def _title_places(source: Source) -> list[int]:
    """Where a title may begin, in order: the word of one stands there, and no letter before it."""
    folded = source.folded
    places = [m.start() for m in patterns().heads.finditer(folded)]
    is_letter = _IS_LETTER.match
    return [at for at in places if not (at and is_letter(folded, at - 1))]


def _titled(source: Source, at: int, end: int) -> Iterator[re.Match[str]]:
    """Titles with a name after them in `text[at:end]`, in order; they may overlap."""
    places = source.once(_title_places)
    match = patterns().titled.match
    for i in range(bisect_left(places, at), len(places)):
        if places[i] >= end:
            break
        if found := match(source.folded, places[i], end):
            yield found


@cache
def _stop_words() -> frozenset[str]:
    return word_set("not_a_name")


@cache
def _surnames() -> frozenset[str]:
    return word_set("surname_too")


@cache
def _never_listed() -> frozenset[str]:
    return _stop_words() - _surnames()


def split_honorifics(text: str) -> tuple[list[str], int]:
    """The honorifics at the start of folded `text`, and where the name after them begins.

    >>> split_honorifics("Cllr. Mrs E Smith")
    (['Cllr.', 'Mrs'], 10)
    """
    titles, at = _split_honorifics(text)
    return list(titles), at


@lru_cache(maxsize=4096)
def _split_honorifics(text: str) -> tuple[tuple[str, ...], int]:
    match = patterns().honorifics.match(text)
    if not match or match.end() >= len(text):
        return (), 0
    return tuple(" ".join(m[0].split()) for m in patterns().title.finditer(match[0])), match.end()


def read_person(source: Source, start: int, end: int, *, titled: bool = False) -> Person | None:
    """The person that `source.text[start:end]` names, or `None` if it is no name of one.

    `titled` says that a title outside the span governs it, so that "Hall" or "Green" is a family name.
    Outer white space and punctuation are left out of the span; honorifics and letters after the name stay in it.
    """
    folded = source.folded
    while start < end and not (folded[start].isalpha()):
        start += 1
    while start < end and folded[end - 1] in " \t\r\n,;:-*(|":
        end -= 1
    # a long stretch would only fill the memory
    read = _read_name if end - start < _LONGEST_KEPT else _read_name.__wrapped__
    named = read(folded[start:end], source.text[start:end], titled) if start < end else None
    if named is None:
        return None
    # lists are the reader's own
    own = {"honorifics": [*named.honorifics], "suffixes": [*named.suffixes], "start": start, "end": start + named.end}
    return changed(named, own)


@lru_cache(maxsize=4096)
def _read_name(text: str, printed: str, titled: bool) -> Person | None:
    """Whom the folded `text`, which is `printed` so, names at offset 0: names return in all parts of a document."""
    titles, at = _split_honorifics(text)
    match = patterns().name.match(text, at)
    if not match:
        return None
    name_end = match.end()
    suffixes: list[str] = []
    # A suffix may have been read as a last initial or word: "R A Fairburn JP", "A Smith OBE".
    parts = text[at:name_end].split()
    while (
        len(parts) > 1
        and parts[-1].replace(".", "").strip(",") in word_set("postnominal")
        and not _is_initials_only(parts[:-1])
    ):
        suffixes.insert(0, parts.pop())
        name_end = at + text[at:name_end].rstrip().rindex(suffixes[0])
    name_end = min(name_end, at + _before_break(text[at:name_end]))
    core_end = at + len(text[at:name_end].rstrip(" \t\r\n,"))
    younger = patterns().generation.match(text, core_end)
    whole_end = younger.end() if younger else core_end
    tail = patterns().suffixes.match(text, whole_end)
    stop = tail.end() if tail else whole_end
    suffixes = [s.replace(".", "") for s in re.findall(r"[^\s,]+", text[whole_end:stop])] if tail else []
    core = collapse(printed[at:core_end]).rstrip(",")
    if not core or (core in _stop_words() and not (core in _surnames() and (titled or titles))):
        return None
    given, family = split_name(core)
    return Person(
        name=collapse(printed[at:whole_end]) if younger else core,
        honorifics=list(titles),
        given=given,
        family=family,
        suffixes=suffixes,
        text=collapse(printed[:stop]),
        start=0,
        end=stop,
    )


def _before_break(name: str) -> int:
    """Where `name` ends if the line break in it ends it: two words stand before it, no initial last.

    >>> _before_break("Jane Orme\\nPaul Dent"), _before_break("J.\\nOrme"), _before_break("Jane\\nOrme")
    (9, 7, 9)
    """
    if "\n" not in name:
        return len(name)
    for found in _BREAK.finditer(name):
        before = name[: found.start()].split()
        if len(before) >= 2 and len(before[-1].rstrip(".")) > 2:
            return found.start()
    return len(name)


def _is_initials_only(parts: list[str]) -> bool:
    return all(len(p.replace(".", "")) <= 2 and p[:1].isupper() for p in parts)


def split_name(name: str) -> tuple[str | None, str]:
    """Given names or initials (`None` for a surname alone) and the family name with its particles.

    >>> split_name("A S van Dhillon-Cole"), split_name("Roderick"), split_name("M.J.Orme")
    (('A S', 'van Dhillon-Cole'), (None, 'Roderick'), ('M.J.', 'Orme'))
    """
    parts = (_GLUED.sub(r"\1 ", name, count=1) if "." in name else name).split()
    cut = len(parts) - 1
    particles = word_set("particle")
    while (
        cut > 0
        and parts[cut - 1] in particles
        and (cut > 1 or not (len(parts[cut - 1]) == 1 and parts[cut - 1] != "O"))
    ):
        cut -= 1
    return " ".join(parts[:cut]) or None, " ".join(parts[cut:])


def find_titled(source: Source, start: int, end: int) -> Iterator[tuple[Person, int]]:
    """Persons named with an honorific in `text[start:end]`, with where each honorific run began.

    A plural honorific governs the list after it: "Councillors A, B and C" gives three.
    """
    folded, at = source.folded, start
    plural = word_set("plural_honorific")
    for match in _titled(source, start, end):
        if match.start() < at:
            continue
        at = match.end()
        title = match[0].split()
        stop = _name_end(folded, at, end)
        if stop is None:
            continue
        governs = title[-1].rstrip(".:") in plural or title[0].rstrip(".:") in plural
        person = read_person(source, at if governs else match.start(), stop, titled=True)
        if person is None:
            continue
        yield person, match.start()
        at = person.end
        if governs:
            for other in _list_after(source, at, end):
                yield other, match.start()
                at = other.end


def _only_initials(before: str) -> bool:
    """True if nothing but initials stands before this word of the name."""
    return all(len(part.strip(".")) <= 1 for part in before.split())


_NONSPACE = re.compile(r"\S+")
_SEPARATOR = re.compile(r"(?:\s*\([^()\n]{0,60}\))?\s*(?:,\s*and\s+|,\s*&\s*|\s+and\s+|\s*&\s*|,\s*|\s+a\s+(?=[A-Z]))")


def _list_after(source: Source, at: int, end: int) -> Iterator[Person]:
    folded = source.folded
    while gap := _SEPARATOR.match(folded, at, end):
        stop = _name_end(folded, gap.end(), end)
        if stop is None:
            return
        # "Councillors A, B and the Clerk", "Councillors A and B, Director of ...": not names of this list
        person = read_person(source, gap.end(), stop, titled=True)
        if person is None or (person.given is None and person.name in _never_listed()):
            return
        first = person.name.split()[0]
        if len(first) > 1 and first in _never_listed():
            return
        yield person
        at = person.end


def _name_end(folded: str, at: int, end: int) -> int | None:
    """Where the name that begins at `at` ends, cut before the first word that is never part of a name."""
    head = patterns().honorifics.match(folded, at, end)
    name_at = head.end() if head else at
    match = patterns().name.match(folded, name_at, end)
    if not match:
        return None
    stops, stop = _stop_words(), name_at
    found = match[0][: _before_break(match[0])]
    for word in _NONSPACE.finditer(found):
        plain = word[0].rstrip(".,")
        if (
            stop > name_at
            and name_at + word.start() - stop >= _COLUMN_GAP
            and "\n" not in folded[stop : name_at + word.start()]
        ):
            break  # the next column
        if (
            plain in stops
            and not (len(plain) == 1 and plain.isupper())
            and not (plain in _surnames() and _only_initials(folded[name_at:stop]))
        ):
            break
        stop = name_at + word.end()
    if stop == name_at:
        return None
    tail = patterns().suffixes.match(folded, stop, end)
    return tail.end() if tail else stop
