"""Persons named in items to those in attendance: by name, by initials that the document defines, by office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from minuteparse.record import Attendance, ItemPerson, Person, changed

_PARTS = re.compile(r"[^\W\d_]+")
_WOMEN = frozenset({"mrs", "ms", "miss", "councilwoman", "alderwoman", "dame", "lady", "baroness", "sister"})
_MEN = frozenset({"mr", "councilman", "sir", "lord", "father", "brother"})
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


class Attendees:
    """The people of one record's attendance, to be looked up by how they are named elsewhere in it."""

    def __init__(self, attendance: Sequence[Attendance], aliases: dict[str, Person]) -> None:
        """`aliases` are the initials that the document gives beside names."""
        self._people = [a.person for a in attendance]
        self._keys = [name_key(p.name) for p in self._people]
        self._by_family: dict[str, list[int]] = defaultdict(list)
        self._by_office: dict[str, list[int]] = defaultdict(list)
        for i, entry in enumerate(attendance):
            if entry.person.family:
                self._by_family[name_key(entry.person.family)].append(i)
            if entry.role and entry.status in {"present", "in_attendance", "substitute"}:
                self._by_office[_office(entry.role)].append(i)
        self._aliases = aliases

    def index(self, person: Person) -> int | None:
        """The one attendee whom `person` can be, or `None` if nobody or more than one can."""
        if not person.family:
            return None
        able = [i for i in self._by_family.get(name_key(person.family), ()) if compatible(person, self._people[i])]
        if len(able) == 1:
            return able[0]
        if len({self._keys[i] for i in able}) > 1:
            exact = [i for i in able if self._keys[i] == name_key(person.name)]
            able = exact or [i for i in able if title_of(person) and title_of(person) == title_of(self._people[i])]
        # one person may stand in two lists: present, then with apologies for a part
        return able[0] if able and len({self._keys[i] for i in able}) == 1 else None

    def known(self, person: Person) -> Person:
        """`person` with given and family names if it is printed as initials or an office that one attendee has.

        The name stays as printed.
        """
        meant = self._aliases.get(person.name)
        if meant is None and person.name and not person.honorifics:
            holders = self._by_office.get(_office(person.name), [])
            meant = self._people[holders[0]] if len(holders) == 1 else None
        if meant is None:
            return person
        return changed(person, {"given": meant.given, "family": meant.family})

    def link(self, person: ItemPerson) -> ItemPerson:
        """`person` with the index of the attendee whom it names."""
        index = self.index(person)
        return person if index == person.attendee else changed(person, {"attendee": index})


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name for comparison: its words without signs, regardless of case."""
    return " ".join(_PARTS.findall(name)).casefold()


def _office(text: str) -> str:
    return _ARTICLE.sub("", text).casefold()


def title_of(person: Person) -> str | None:
    """`w` or `m` where the honorifics tell; two people of one surname may be told apart by nothing else."""
    words = {h.rstrip(".").casefold() for h in person.honorifics}
    return "w" if words & _WOMEN else "m" if words & _MEN else None


def compatible(a: Person, b: Person) -> bool:
    """True if two persons of one family name may be the same: no title and no given name or initial contradicts."""
    one_title = title_of(a) if a.honorifics and b.honorifics else None
    if one_title and (title_of(b) or one_title) != one_title:
        return False
    if not a.given or not b.given:
        return True
    first, second = _PARTS.findall(a.given), _PARTS.findall(b.given)
    for one, other in zip(first, second, strict=False):
        short, long = sorted((one.casefold(), other.casefold()), key=len)
        if short != long and not (len(short) == 1 and long.startswith(short)):
            return False
    return True
