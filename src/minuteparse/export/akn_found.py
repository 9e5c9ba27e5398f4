"""What a record found, as inline elements of Akoma Ntoso and the references that they point to."""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import quote

from minuteparse.export.actors import SIDES, Actors, Someone, name_parts
from minuteparse.export.akn_text import Attributes, Mark
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.export.origin import Origin
from minuteparse.record import Item, Person, Vote


class _Said(Protocol):
    """What stands somewhere in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_WHOSE = "it is among the references, but whose it is only the text says"
_ONE_ROLE = "a name has one role where it stands"
_NO_TIME = "it is no time of day"


class Found:
    """References by eId, and marks, of one entry; `actors` is whom it names."""

    def __init__(self, entry: Entry, lost: Lost) -> None:
        """Gather them; a value that its element cannot hold is added to `lost`."""
        self.actors = Actors(entry.record)
        self.references: dict[str, tuple[str, Attributes]] = {}
        self.marks: list[Mark] = []
        self._entry = entry
        self._lost = lost
        self._origin = Origin(entry, lost)
        self._roles: dict[tuple[int, int], str | None] = {}
        for someone in self.actors.people.values():
            self._refer_to_person(someone)
        for group in self.actors.groups.values():
            self.refer("Organization", eid(group.id), group.name, self._own(group.id))
        self._mark_header()
        self._mark_meetings()
        for i, item in enumerate(entry.record.items):
            self._mark_votes(f"items/{i}", item)
        self._mark_attendance()
        for i, item in enumerate(entry.record.items):
            self._mark_item(f"items/{i}", item)

    def refer(self, kind: str, eid: str, shown: str, place: str | None = None, more: Attributes | None = None) -> str:
        """A fragment that points to the reference `eid`, a TLC element of `kind` shown as `shown`, made if need be.

        `place` tells apart what belongs to this document from what is the same in all.
        """
        href = f"/akn/ontology/{kind.lower()}/{place or 'minuteparse/' + eid}"
        self.references.setdefault(eid, (f"TLC{kind}", {"eId": eid, "href": href, "showAs": shown, **(more or {})}))
        return f"#{eid}"

    def _own(self, path: str) -> str:
        return f"xx/{self._entry.id}/{path}"

    def _refer_to_person(self, someone: Someone) -> None:
        for number, form in enumerate(someone.forms, 1):
            names = {f"vcard:{_VCARD[key]}": value for key, value in name_parts(form).items()}
            self.refer("Person", _form_eid(someone, number), form.text, self._own(someone.id), names)

    def _refer_to_event(self, path: str, shown: str) -> str:
        return self.refer("Event", eid(path), shown, self._own(path))

    def _mark(self, said: _Said, tag: str, **attributes: str | None) -> None:
        told = {name.removesuffix("_"): value for name, value in attributes.items() if value is not None}
        self.marks.append(Mark(said.start, said.end, tag, told))

    def _mark_person(self, path: str, person: Person, role: str | None = None, at: str | None = None) -> None:
        """`at` is the path of the record's schema at which the role stands, if the record has it from the text."""
        place = (person.start, person.end)
        if place in self._roles and role and role != self._roles[place]:
            self._lost.add(at or "", _ONE_ROLE)
        self._roles.setdefault(place, role)
        self._mark(person, "person", refersTo=self._person(path, person), as_=role)

    def _person(self, path: str, person: Person) -> str:
        someone = self.actors.people[self.actors.who(path)]
        return f"#{_form_eid(someone, someone.form(person) + 1)}"

    def _role(self, name: str | None) -> str | None:
        if not name:
            return None
        slug = quote("-".join(name.casefold().split()))
        return self.refer("Role", f"role_{slug}", name)

    def _mark_header(self) -> None:
        header, items = self._entry.record.header, self._entry.record.items
        first = items[0].start if items else self._entry.record.source.length
        if (found := header.organisation) and found.value:
            tag = "docAuthority" if found.end <= first else "organization"
            self._mark(found, tag, refersTo="#header_organisation")
        if (found := header.body) and self.actors.body:
            tag = "docCommittee" if found.end <= first else "organization"
            self._mark(found, tag, refersTo=f"#{eid(self.actors.body)}")
        if (found := header.date) and (known := self._origin.day("header.date.value", found)):
            self._mark(found, "docDate" if found.end <= first else "date", date=known)
        for key, found in (("start", header.start), ("end", header.end)):
            if found and _TIME.fullmatch(found.value):
                name = self._refer_to_event(key, f"{key} of the meeting")
                self._mark(found, "time", time=f"{found.value}:00", refersTo=name)
            elif found:
                self._lost.add(f"header.{key}.value", _NO_TIME)
        if found := header.venue:
            self._mark(found, "location", refersTo=self.refer("Location", "venue", found.value, self._own("venue")))

    def _mark_meetings(self) -> None:
        record = self._entry.record
        others = [("previous_minutes[]", "previous meeting", found) for found in record.previous_minutes]
        if record.next_meeting:
            others.append(("next_meeting", "next meeting", record.next_meeting))
        for path, shown, found in others:
            if known := self._origin.day(f"{path}.value", found):
                self._mark(found, "date", date=known, refersTo=self._refer_to_event(path.removesuffix("[]"), shown))

    def _mark_votes(self, path: str, item: Item) -> None:
        for i, vote in enumerate(item.votes):
            own = f"{path}/votes/{i}"
            shown = f"vote: {vote.result}" if vote.result else "vote"
            self._mark(vote, "event", refersTo=self._refer_to_event(own, shown))
            for key in ("mover", "seconder"):
                if person := getattr(vote, key):
                    role = self.refer("Role", key, key)
                    self._mark_person(f"{own}/{key}", person, role, f"items[].votes[].{key}")
            self._mark_names(own, vote)

    def _mark_names(self, path: str, vote: Vote) -> None:
        for key, option in SIDES.items():
            for i, person in enumerate(getattr(vote, key)):
                choice = self.refer("Concept", option, option)
                self._mark(person, "vote", by=self._person(f"{path}/{key}/{i}", person), choice=choice)

    def _mark_attendance(self) -> None:
        for i, entry in enumerate(self._entry.record.attendance):
            path = f"attendance/{i}"
            self._mark(entry, "inline", eId=f"{eid(path)}_entry", name=entry.status)
            self._mark_person(path, entry.person, self._role(entry.role), "attendance[].role")
            for key in ("party", "organisation", "substitute_for"):
                if getattr(entry, key):
                    self._lost.add(f"attendance[].{key}", _WHOSE)
            if entry.substitute_for:
                self._mark_person(f"{path}/substitute_for", entry.substitute_for)

    def _mark_item(self, path: str, item: Item) -> None:
        own = eid(path)
        for i, found in enumerate(item.decisions):
            kind = self.refer("Concept", found.kind, found.kind)
            self._mark(found, "outcome", eId=f"{own}_decisions_{i}", refersTo=kind)
        for i, action in enumerate(item.actions):
            self._mark(action, "inline", eId=f"{own}_actions_{i}", name="action")
        for i, declared in enumerate(item.declarations):
            told = declared.interest
            interest = self.refer("Concept", f"interest_{told}", f"{told} interest") if told else None
            self._mark(declared, "inline", eId=f"{own}_declarations_{i}", name="declaration", refersTo=interest)
            self._mark_person(f"{path}/declarations/{i}/member", declared.member)
        for i, person in enumerate(item.people):
            self._mark_person(f"{path}/people/{i}", person, self._role(person.role), "items[].people[].role")
            if person.organisation:
                self._lost.add("items[].people[].organisation", _WHOSE)
        for mention in item.dates:
            if known := self._origin.day("items[].dates[].value", mention):
                self._mark(mention, "date", date=known)


_VCARD = {
    "name": "fn",
    "given_name": "given-name",
    "family_name": "family-name",
    "honorific_prefix": "honorific-prefix",
    "honorific_suffix": "honorific-suffix",
}


def eid(path: str) -> str:
    """The path of a value in its record as an eId."""
    return path.replace("/", "_")


def _form_eid(someone: Someone, number: int) -> str:
    return eid(someone.id) if number == 1 else f"{eid(someone.id)}-{number}"
