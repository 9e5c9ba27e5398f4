"""The people that the attendance part has named so far, each once a status."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minuteparse.record import Person


@dataclass(frozen=True, slots=True)
class Found:
    """One person as one place of the text has them. `status` None: only what is said of a person listed elsewhere."""

    person: Person
    status: str | None
    start: int
    end: int
    by: str
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    substitute_for: Person | None = None
    remote: bool = False
    note: str | None = None
    alias: str | None = None
    label: str = ""
    also: bool = False


LETTERHEAD = "attendance.letterhead"
_MINUTING = re.compile(r"(?i)minut\w*$")
TOLD = frozenset(["attendance.prose", "attendance.sentence"])
_HERE = frozenset(["present", "in_attendance", "substitute"])
AWAY = frozenset(["apologies", "absent"])


def same_person(one: Person, other: Person) -> bool:
    """True if the two names may be one person's: same family name, given names that agree if both are printed."""
    if one.family is None or other.family is None or one.family.casefold() != other.family.casefold():
        return False
    if not one.given or not other.given:
        return True
    a, b = one.given.replace(".", " ").split(), other.given.replace(".", " ").split()
    return all(_agree(x.casefold(), y.casefold()) for x, y in zip(a[:1], b[:1], strict=True))


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


class Register:
    """The people found so far, each once a status."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.kept: list[Found] = []
        self.by_family: dict[str, list[int]] = {}

    def add(self, one: Found) -> None:
        """Take in `one`: as a new entry, or joined to what is known of the same person."""
        known = self._known(one.person)
        here = [n for n in known if self.kept[n].status in _HERE]
        away = [n for n in known if self.kept[n].status in AWAY]
        match one.status:
            case None:
                if len(here) == 1:
                    self._join(here[0], one)
                elif not here and one.role:
                    self._append(replace(one, status="present"))
            case "substitute" if here:
                self._join(here[0], one, status="substitute", fuller=True)
            case "apologies" | "absent" if away:
                status = "apologies" if "apologies" in (one.status, self.kept[away[0]].status) else "absent"
                self._join(away[0], one, status=status)
            case "present" | "in_attendance" if here and self._one_person(here, one):
                self._join(here[0], one, fuller=self.kept[here[0]].by in TOLD)
            case _:
                self._append(one)

    def know(self, one: Found) -> None:
        """Take in what a letterhead says of `one`, who was there only if a list says so: the office."""
        here = [n for n in self._known(one.person) if self.kept[n].status in _HERE]
        if len(here) == 1 and (old := self.kept[here[0]]) and (old.role is None or _MINUTING.match(old.role)):
            self.kept[here[0]] = replace(old, role=one.role)

    def _known(self, person: Person) -> list[int]:
        """Where the same person may stand: under the very name, or else under one that agrees."""
        family = self.by_family.get((person.family or "").casefold(), [])
        same = [n for n in family if same_person(self.kept[n].person, person)]
        return [n for n in same if self.kept[n].person.name.casefold() == person.name.casefold()] or same

    def _one_person(self, here: list[int], one: Found) -> bool:
        """True if `one` is who stands at `here`; a bare surname beside a full name may be another in a list."""
        old = self.kept[here[0]]
        if one.person.given is None and old.person.given and one.status == old.status and not one.role:
            return len(here) == 1
        if one.person.given and old.person.given is None:
            return len(here) == 1 and old.by in TOLD
        return True

    def _join(self, n: int, one: Found, *, status: str | None = None, fuller: bool = False) -> None:
        old = self.kept[n]
        person = one.person if fuller and old.person.given is None else old.person
        self.kept[n] = replace(_joined(old, one), status=status or old.status, person=person)

    def _append(self, one: Found) -> None:
        self.by_family.setdefault((one.person.family or "").casefold(), []).append(len(self.kept))
        self.kept.append(one)


def _joined(old: Found, new: Found) -> Found:
    return replace(
        old,
        role=new.role if new.role and old.role == "Chair" and old.by in TOLD else old.role or new.role,
        party=old.party or new.party,
        organisation=old.organisation or new.organisation,
        substitute_for=old.substitute_for or new.substitute_for,
        remote=old.remote or new.remote,
        note=old.note or new.note,
        alias=old.alias or new.alias,
    )
