"""Who and what one record names, each once: people, the bodies they belong to, and what ties them together.

Ids are paths in the record, `attendance/0` for whoever stands first in its attendance, so that they are the same in
every export of it. People are told apart within their document alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from minuteparse.export.origin import said
from minuteparse.persons import identities, named
from minuteparse.record import Attendance, Minutes, Offsets, Person

MEMBERS = frozenset({"present", "apologies", "absent", "substitute"})
"""The statuses that minutes give to members and their substitutes; `in_attendance` is everybody else."""
_THERE = frozenset({"present", "in_attendance", "substitute"})
SIDES = {"for_names": "yes", "against_names": "no", "abstain_names": "abstain"}
"""The lists of names of a vote, and what the standards call that choice."""


@dataclass(slots=True)
class Someone:
    """A person and each place that names them, the first first; `forms` are those that differ in more than place."""

    id: str
    mentions: list[Person] = field(default_factory=list)
    forms: list[Person] = field(default_factory=list)
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def add(self, person: Person) -> None:
        """Take a further mention."""
        self.mentions.append(person)
        if self._numbers.setdefault(_form(person), len(self.forms)) == len(self.forms):
            self.forms.append(person)

    def form(self, person: Person) -> int:
        """The index in `forms` of how a mention puts the name."""
        return self._numbers[_form(person)]


@dataclass(frozen=True, slots=True)
class Group:
    """An organisation, body or party; `parent` is the id of the organisation whose body it is."""

    id: str
    name: str
    party: bool
    parent: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A person's place in a group, `None` where the text does not say which; `start:end` says so."""

    id: str
    person: str
    group: str | None
    role: str | None
    behalf: str | None
    label: str | None
    start: int
    end: int


class Actors:
    """The people and groups of one record. `body` is the id of the group that met, `None` if the text names none."""

    def __init__(self, record: Minutes) -> None:
        """Gather them, attendance first."""
        self.people: dict[str, Someone] = {}
        self.groups: dict[str, Group] = {}
        self.body: str | None = None
        self._record = record
        self._group_ids: dict[tuple[str, bool], str] = {}
        self._ties: dict[tuple[str | None, ...], Tie] = {}
        self._ids = identities(record)
        self._meet()
        for path, person, _ in named(record):
            self.people.setdefault(self._ids[path], Someone(self._ids[path])).add(person)
        for i, entry in enumerate(record.attendance):
            self._attend(f"attendance/{i}", entry)
        for i, item in enumerate(record.items):
            for j, person in enumerate(item.people):
                path = f"items/{i}/people/{j}"
                where = (person.start, person.end)
                group = self._group(person.organisation, f"{path}/organisation", where)
                if group or person.role:
                    self._tie(Tie(path, self._ids[path], group, person.role, None, None, *where))

    def who(self, path: str) -> str:
        """The id of the person at `path`, such as `items/3/votes/0/mover`."""
        return self._ids[path]

    @property
    def ties(self) -> list[Tie]:
        """What ties people to groups, each once."""
        return list(self._ties.values())

    @property
    def attended(self) -> list[str]:
        """The ids of the people who were there, each once, in order."""
        entries = enumerate(self._record.attendance)
        return list(dict.fromkeys(self._ids[f"attendance/{i}"] for i, entry in entries if entry.status in _THERE))

    def _meet(self) -> None:
        header = self._record.header
        for path, found in (("header/organisation", header.organisation), ("header/body", header.body)):
            if found and found.value:
                self.body = self._group(found.value, path, (found.start, found.end), parent=self.body)

    def _attend(self, path: str, entry: Attendance) -> None:
        where = (entry.start, entry.end)
        party = self._group(entry.party, f"{path}/party", where, party=True)
        group = self._group(entry.organisation, f"{path}/organisation", where)
        who, label = self._ids[path], None
        if entry.status == "substitute":
            label = f"Substitute for {entry.substitute_for.name}" if entry.substitute_for else "Substitute"
        member = entry.status in MEMBERS
        first = self.body if member else group
        behalf = party or (group if member else None)
        if first or behalf or entry.role:
            self._tie(Tie(path, who, first, entry.role, behalf, label, *where))
        if member and party and group:
            self._tie(Tie(f"{path}/organisation", who, group, None, None, None, *where))

    def _group(
        self, name: str | None, path: str, where: Offsets, *, party: bool = False, parent: str | None = None
    ) -> str | None:
        if not name:
            return None
        key = (name.casefold(), party)
        if key not in self._group_ids:
            self._group_ids[key] = path
            self.groups[path] = Group(path, name, party, parent, *where)
        return self._group_ids[key]

    def _tie(self, tie: Tie) -> None:
        self._ties.setdefault((tie.person, tie.group, tie.role, tie.behalf, tie.label), tie)


def name_parts(person: Person) -> dict[str, str]:
    """A person's name as Popolo, and those who took it up, put it: what the text says of it, by key.

    >>> name_parts(Person(name="Ann Bell", honorifics=["Cllr"], text="Cllr Ann Bell", start=0, end=13))
    {'name': 'Ann Bell', 'honorific_prefix': 'Cllr'}
    """
    return said(
        name=person.name,
        given_name=person.given,
        family_name=person.family,
        honorific_prefix=" ".join(person.honorifics),
        honorific_suffix=" ".join(person.suffixes),
    )


def _form(person: Person) -> tuple[object, ...]:
    return person.text, person.name, person.given, person.family, *person.honorifics, "", *person.suffixes
