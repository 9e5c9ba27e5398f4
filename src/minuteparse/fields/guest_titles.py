"""Titles that say what a guest is: "County Councillor Orme" at a parish council, where few bear that title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minuteparse.record import Attendance, ItemPerson, Person
from minuteparse.rules import word_set

_FEW = 3
_HEAD = 300  # characters at the top, in which a body names itself
_CIVIL = frozenset(("Mr", "Mrs", "Miss", "Ms", "Dr"))


def with_guest_titles(
    people: list[list[ItemPerson]], kinds: Sequence[str], attendance: Iterable[Attendance], text: str
) -> list[list[ItemPerson]]:
    """`people` of items of these `kinds`, with the title for a role where it tells guests from members.

    It does where few bear it, and it is of another tier than the one named in the head of `text`. Lists of apologies
    are left alone.
    """
    bearers: dict[str, set[str]] = {}
    for person in (*(entry.person for entry in attendance), *(p for item in people for p in item)):
        if title := _title(person):
            bearers.setdefault(_key(title), set()).add((person.family or person.name).lower())
    if not bearers:
        return people
    head = text[:_HEAD].lower()
    told = {key for key, names in bearers.items() if len(names) <= _FEW and not _own(key, head)}
    return [
        item if kind == "apologies" else [_with_title(person, told) for person in item]
        for item, kind in zip(people, kinds, strict=True)
    ]


def _with_title(person: ItemPerson, told: set[str]) -> ItemPerson:
    title = None if person.role else _title(person)
    return person.model_copy(update={"role": title}) if title and _key(title) in told else person


def _title(person: Person) -> str | None:
    """The first title of `person` if it may be a guest's: one with a tier."""
    title = person.honorifics[0] if person.honorifics else ""
    if any(other.rstrip(".") not in _CIVIL for other in person.honorifics[1:]):
        return None  # "Reports: County Councillor. Cllr Orme"
    first, _, rest = title.partition(" ")
    return title if rest and first in word_set("tier") and first != "Executive" else None


def _key(title: str) -> str:
    return f"{title.lower().partition(' ')[0]} councillor"


def _own(key: str, head: str) -> bool:
    return re.search(rf"\b{re.escape(key.partition(' ')[0])} council\b", head) is not None
