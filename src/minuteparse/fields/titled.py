"""Names with a title in running text: cut where a sentence in capitals, a column or the next title runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minuteparse.lexicon import given_names
from minuteparse.names import find_titled, read_person, split_honorifics
from minuteparse.record import Person
from minuteparse.rules import word_set, words
from minuteparse.text import Source

_NONSPACE = re.compile(r"\S+")
# A wide gap, a possessive, a word in capitals, or a line's end.
_SUSPECT = re.compile(r"[ \t]{2}|'[sS]?\Z|[A-Z]{2}|\n")


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("civil_title"))


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(words("honorific"))


@cache
def _never_names() -> frozenset[str]:
    """Words that, in capitals, go on with the sentence after a name."""
    kept = {w.lower() for w in words("surname_too")}
    return frozenset({w.lower() for w in words("not_a_name") if len(w) > 1} - kept | set(words("reporting_verb")))


def find_persons(source: Source, start: int, end: int) -> Iterator[Person]:
    """The persons named with an honorific in `text[start:end]`, plural lists included, in order of the text."""
    for person, _ in find_titled(source, start, end):
        yield from _cut(source, _with_family(source, person, end))


_FAMILY = re.compile(r"[ \t]{0,2}\n?[ \t]{0,2}([A-Z][a-z]+)(?![\w'-]|\s[A-Z])")


def _with_family(source: Source, person: Person, end: int) -> Person:
    """The person with a family name that is an ordinary word, if given names alone were read: "Cllr Alan North"."""
    if any(given_names().get(part.lower()) is None for part in person.name.split()):
        return person
    further = _FAMILY.match(source.folded, person.end, end)
    if not further or further[1] not in word_set("surname_too"):
        return person
    return read_person(source, person.start, further.end(), titled=True) or person


# Titles that begin the name of an office too: "Lord Lieutenant", "Hon. Secretary", "Deputy Headteacher".
_OFFICE_TOO = frozenset(("Lord", "Lady", "Hon", "Deputy", "Sir"))
# "Messrs. Dent & Son" is a firm; after "Mayor." a sentence begins.
_FIRM = re.compile(r"\s?(?:&|and)\s?(?:Co\b|Company\b|Sons?\b|Brothers\b|Partners\b)")
_WHOLE = re.compile(r"[A-Z][a-z]{4,}\.\Z")


def _no_person(source: Source, person: Person) -> bool:
    last = person.honorifics[-1] if person.honorifics else ""
    before = source.folded[max(0, person.start - 24) : person.start]
    firm = person.name in ("Co", "Son", "Sons") or _FIRM.match(source.folded, person.end)
    if firm and "Messrs" in before + "".join(person.honorifics):
        return True
    names = person.name.split()
    head = names[0].lower() in word_set("role_head") or names[0] in word_set("tier")
    if last.rstrip(".") in _OFFICE_TOO and head:
        return True
    if last.endswith("Manager") and (names[-1] == "Management" or any(n in word_set("department") for n in names)):
        return True  # "the Group Manager Infrastructure"
    title = source.folded[person.start : person.end].removesuffix(person.name).rstrip()
    return bool(_WHOLE.search(title)) and last not in _CUT_SHORT


_CUT_SHORT = frozenset(("Councillor", "Councillors", "Messrs", "Clirs", "Aldermen"))


def _cut(source: Source, person: Person) -> Iterator[Person]:
    if _no_person(source, person):
        return
    words_in = person.name.split()
    if len(words_in) == 1 and words_in[0] in word_set("place_word") and not _civil(person.honorifics):
        return  # "Lord Street", but "Councillor Street"
    if person.name.isupper() and len(re.sub(r"[\s.]", "", person.name)) < 4 and not _in_capitals(source, person):
        return  # initials alone
    if not _SUSPECT.search(source.folded, person.start, person.end) and not _second_title(words_in):
        yield person
        return
    stop = _stop(source, person)
    if stop >= person.end:
        yield person
        return
    shorter = read_person(source, person.start, stop, titled=True)
    if shorter is not None and stop > person.start + split_honorifics(source.folded[person.start : person.end])[1]:
        yield shorter
    if person.end - stop > 3:
        yield from find_persons(source, stop, person.end)


def _civil(honorifics: list[str]) -> bool:
    return any(title.rstrip(".") in _titles() for title in honorifics)


def _second_title(words_in: list[str]) -> bool:
    return any(word.rstrip(".") in _titles() for word in words_in)


def _stop(source: Source, person: Person) -> int:
    """Where the name ends for good."""
    folded = source.folded
    first = person.start + split_honorifics(folded[person.start : person.end])[1]
    last = first
    for n, found in enumerate(_NONSPACE.finditer(folded, first, person.end)):
        word = found[0].rstrip(".,")
        if word.isupper() and len(word) > 1 and word.lower() in _never_names():
            return last
        gap = folded[last : found.start()]
        if n and (word in _titles() or (len(gap) > 1 and "\n" not in gap) or ("\n" in gap and word in _honorifics())):
            return last
        last = found.end()
    for tail in ("'s", "'S", "'"):
        if folded.endswith(tail, first, person.end):
            return person.end - len(tail)
    return person.end


def _in_capitals(source: Source, person: Person) -> bool:
    line = source.folded[max(0, person.start - 30) : person.end + 30]
    return line.upper() == line
