"""Each person of a record once: "Councillor Bill Orme", "Cllr Orme" and "B. Orme" are one, and two are never made one.

The record says of people in its items which attendee they are. Here those who did not attend are told apart as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from minuteparse.linking import Attendees, compatible, name_key, title_of
from minuteparse.record import Minutes, Person, Vote

_VOTERS = ("for_names", "against_names", "abstain_names")


@dataclass(frozen=True, slots=True)
class Known:
    """A person of one document. `person` is the fullest form of the name that is printed, with its place.

    `mentions` are all places that name them, by path in the record, such as `items/3/votes/0/mover`, the first first.
    `attendance` are indices into `Minutes.attendance`, empty for who is named in items alone.
    """

    person: Person
    mentions: tuple[tuple[str, Person], ...]
    attendance: tuple[int, ...]


def persons(minutes: Minutes) -> list[Known]:
    """Everybody whom `minutes` name, each once, in order of their first mention: attendance, then items.

    Two mentions are one person if nothing in their names speaks against it, and nobody else of the document could be
    meant; else they stay apart.

    >>> from minuteparse import parse
    >>> text = "Present: Cllr A Bell\\n\\n1. ROADS\\nMr John Orme spoke. Mr Orme thanked Councillor Bell."
    >>> [(known.person.name, len(known.mentions)) for known in persons(parse(text, model=None))]
    [('A Bell', 2), ('John Orme', 1)]
    """
    ids = identities(minutes)
    mentions: dict[str, list[tuple[str, Person]]] = {}
    for path, person, _ in named(minutes):
        mentions.setdefault(ids[path], []).append((path, person))
    return [
        Known(
            person=max((person for _, person in found), key=_told),
            mentions=tuple(found),
            attendance=tuple(
                int(path[11:]) for path, _ in found if path.startswith("attendance/") and path.count("/") == 1
            ),
        )
        for found in mentions.values()
    ]


def identities(minutes: Minutes) -> dict[str, str]:
    """For the path of each person of `minutes` the path at which the same person is named first."""
    attendees = Attendees(minutes.attendance, {})
    found: dict[str, str] = {}
    others: list[tuple[str, Person]] = []
    for path, person, attendee in named(minutes):
        index = attendees.index(person) if attendee is None else attendee
        if index is not None:
            own = f"attendance/{index}"
            found[path] = found.get(own, own)
        elif path.count("/") == 1:
            found[path] = path
        else:
            others.append((path, person))
    return found | _apart(others)


def named(minutes: Minutes) -> Iterator[tuple[str, Person, int | None]]:
    """Each person of `minutes`: path, person, index of the attendee if the record has it."""
    for i, entry in enumerate(minutes.attendance):
        yield f"attendance/{i}", entry.person, None
    for i, entry in enumerate(minutes.attendance):
        if entry.substitute_for:
            yield f"attendance/{i}/substitute_for", entry.substitute_for, None
    for i, item in enumerate(minutes.items):
        for j, person in enumerate(item.people):
            yield f"items/{i}/people/{j}", person, person.attendee
        for j, vote in enumerate(item.votes):
            yield from _voting(f"items/{i}/votes/{j}", vote)
        for j, declared in enumerate(item.declarations):
            yield f"items/{i}/declarations/{j}/member", declared.member, None


def _voting(path: str, vote: Vote) -> Iterator[tuple[str, Person, int | None]]:
    for key in ("mover", "seconder"):
        if person := getattr(vote, key):
            yield f"{path}/{key}", person, None
    for key in _VOTERS:
        for i, person in enumerate(getattr(vote, key)):
            yield f"{path}/{key}/{i}", person, None


@dataclass(slots=True)
class _Apart:
    """One of those who did not attend, while they are told apart; `forms` are the ways in which the name is put."""

    paths: list[str] = field(default_factory=list)
    forms: dict[tuple[str | None, str], Person] = field(default_factory=dict)

    def may_be(self, person: Person) -> bool:
        return all(compatible(person, form) for form in self.forms.values())


def _apart(others: list[tuple[str, Person]]) -> dict[str, str]:
    """Those of `others` who are one, by path; the fullest names are settled first."""
    families: dict[str, list[_Apart]] = {}
    order = {path: n for n, (path, _) in enumerate(others)}
    for path, person in sorted(others, key=lambda one: _told(one[1]), reverse=True):
        groups = families.setdefault(name_key(person.family or f"- {person.name}"), [])
        form = (title_of(person), name_key(person.name))
        own = next((group for group in groups if form in group.forms), None)
        able = [own] if own else [group for group in groups if group.may_be(person)]
        group = able[0] if len(able) == 1 else _Apart()
        if group not in able:
            groups.append(group)
        group.paths.append(path)
        group.forms.setdefault(form, person)
    first: dict[str, str] = {}
    for group in (group for groups in families.values() for group in groups):
        first |= dict.fromkeys(group.paths, min(group.paths, key=order.__getitem__))
    return {path: first[path] for path, _ in others}


def _told(person: Person) -> tuple[int, bool, int]:
    """How much a name tells: letters of the given names, whether a title stands before it, letters after it."""
    return len(name_key(person.given or "")), bool(person.honorifics), len(person.suffixes)
