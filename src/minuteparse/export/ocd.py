"""Open Civic Data: a folder with a file of JSON Lines for each kind of object, as the project's schemas have them.

Ids are `ocd-person/UUID` and the like, the UUID made of the document's hash and the path in its record: the same in
every export. What the schemas have no key for stands in `extras`, as they ask. Minutes have no jurisdiction and no
legislative session, which importers ask for. Dates are days: a time needs a time zone there, and minutes state none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from minuteparse.export.actors import SIDES, Actors, Group, Someone, Tie, name_parts
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost
from minuteparse.export.motions import Motion, counts, motions
from minuteparse.export.origin import Origin, address, day, quoted, said
from minuteparse.record import Attendance, Item, Mention, Person

__all__ = ["LOSSES", "write"]

Json = dict[str, Any]

_NOT_ABOUT_IT = "it describes people and events, not the document"
_FOUND = "it does not say how a value was found, nor how sure it is"

LOSSES = (
    Loss("engine", _NOT_ABOUT_IT),
    *(Loss(f"source.{key}", _NOT_ABOUT_IT) for key in ("name", "encoding", "length", "places")),
    *(Loss(f"**.{key}", _FOUND) for key in ("basis", "via", "by", "confidence")),
    *(Loss(f"{path}.text", "it has the value and the place in the text") for path in ("header.*", "next_meeting")),
    *(Loss(f"items[].decisions[].{key}", "decisions are notes of an agenda item") for key in ("start", "end")),
    Loss("items[].body_start", "an agenda item has a description and no heading"),
    Loss("items[].dates", "it has no dates other than those of events"),
    Loss("previous_minutes", "it has no minutes of other meetings"),
    Loss("issues", "it has no doubts"),
)
"""What Open Civic Data does not have of a record."""

_TIME = "its times need a time zone, which minutes do not state; extras has them as printed"
_FILES = ("organizations", "people", "memberships", "events", "vote_events")


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the folder `out`: an object a line."""
    out.mkdir()
    with ExitStack() as files:
        lines = {
            name: files.enter_context((out / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n"))
            for name in _FILES
        }
        for entry in entries:
            for name, found in _Document(entry, lost).objects():
                lines[name].write(json.dumps(found, ensure_ascii=False) + "\n")


class _Document:
    """One entry as objects of Open Civic Data."""

    def __init__(self, entry: Entry, lost: Lost) -> None:
        self._entry = entry
        self._lost = lost
        self._origin = Origin(entry, lost)
        self._actors = Actors(entry.record)

    def objects(self) -> Iterator[tuple[str, Json]]:
        """Each object with the name of its file."""
        record = self._entry.record
        for group in self._actors.groups.values():
            yield "organizations", self._organization(group)
        for someone in self._actors.people.values():
            yield "people", self._person(someone)
        for tie in self._actors.ties:
            if tie.group:
                yield "memberships", self._membership(tie, tie.group)
        yield "events", self._meeting()
        if record.next_meeting:
            yield "events", self._next(record.next_meeting)
        for i, item in enumerate(record.items):
            for motion in motions(f"items/{i}", item):
                if motion.vote is not None:
                    yield "vote_events", self._vote_event(i, item, motion)

    def _uuid(self, path: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{address(self._entry)}#{path}"))

    def _id(self, kind: str, path: str | None) -> str | None:
        return None if path is None else f"ocd-{kind}/{self._uuid(path)}"

    def _organization(self, group: Group) -> Json:
        return said(
            id=self._id("organization", group.id),
            name=group.name,
            classification="party" if group.party else None,
            parent_id=self._id("organization", group.parent),
            sources=[self._origin.source(group.start, group.end)],
        )

    def _person(self, someone: Someone) -> Json:
        first, *others = map(name_parts, someone.forms)
        places = dict.fromkeys((person.start, person.end) for person in someone.mentions)
        honorifics = {key: first.pop(key, None) for key in ("honorific_prefix", "honorific_suffix")}
        printed = [
            {"name": form.text, "note": "as printed"} for form in someone.forms if form.text != first.get("name")
        ]
        return said(
            id=self._id("person", someone.id),
            **first,
            other_names=printed,
            sources=[self._origin.source(*place) for place in places],
            extras=said(**honorifics, other_forms=others),
        )

    def _membership(self, tie: Tie, group: str) -> Json:
        return said(
            id=self._uuid(f"{tie.id}/membership"),
            person_id=self._id("person", tie.person),
            person_name=self._actors.people[tie.person].mentions[0].name,
            organization_id=self._id("organization", group),
            role=tie.role,
            label=tie.label,
            on_behalf_of_id=self._id("organization", tie.behalf),
            extras={"start": tie.start, "end": tie.end},
        )

    def _meeting(self) -> Json:
        record = self._entry.record
        header = record.header
        name = header.body or header.organisation
        held = self._origin.day("header.date.value", header.date)
        times = {key: found.value for key, found in (("start", header.start), ("end", header.end)) if found}
        for key in times:
            self._lost.add(f"header.{key}.value", _TIME)
        document = {"note": "minutes", "url": address(self._entry), "media_type": record.source.media_type}
        return said(
            id=self._id("event", ""),
            name=name.value if name else None,
            start_date=held,
            classification="meeting",
            location=said(name=header.venue.value) if header.venue else None,
            documents=[document | said(date=held)],
            participants=[*self._host(), *(self._participant(i, entry) for i, entry in enumerate(record.attendance))],
            agenda=[self._item(i, item) for i, item in enumerate(record.items)],
            sources=self._origin.places(),
            extras={f"{key}_time": time for key, time in times.items()},
        )

    def _next(self, meeting: Mention) -> Json:
        return said(
            id=self._id("event", "next_meeting"),
            start_date=self._origin.day("next_meeting.value", meeting),
            classification="meeting",
            participants=self._host(),
            sources=[self._origin.source(meeting.start, meeting.end)],
        )

    def _host(self) -> list[Json]:
        if not self._actors.body:
            return []
        group = self._actors.groups[self._actors.body]
        own = self._id("organization", group.id)
        return [{"name": group.name, "type": "organization", "id": own, "note": "host"}]

    def _participant(self, i: int, entry: Attendance) -> Json:
        instead = f"for {entry.substitute_for.name}" if entry.substitute_for else None
        told = (entry.status, entry.role, instead, entry.mode, entry.note)
        note = ", ".join(word.replace("_", " ") for word in told if word)
        return self._someone(f"attendance/{i}", entry.person) | {"type": "person", "note": note}

    def _someone(self, path: str, person: Person) -> Json:
        return said(name=person.name, id=self._id("person", self._actors.who(path)))

    def _item(self, i: int, item: Item) -> Json:
        path = f"items/{i}"
        return said(
            description=item.title or item.number,
            order=str(i),
            classification=[item.kind],
            notes=[f"{found.kind}: {found.text}" for found in item.decisions],
            related_entities=[*self._concerned(path, item), *self._votes(path, item)],
            extras=said(
                number=item.number,
                level=item.level,
                start=item.start,
                end=item.end,
                actions=[
                    said(**found.model_dump(include={"text", "owners", "due", "due_text", "start", "end"}))
                    for found in item.actions
                ],
                declarations=[
                    self._someone(f"{path}/declarations/{j}/member", found.member)
                    | said(**found.model_dump(include={"interest", "agenda_item", "nature", "start", "end"}))
                    for j, found in enumerate(item.declarations)
                ],
            ),
        )

    def _concerned(self, path: str, item: Item) -> Iterator[Json]:
        for j, person in enumerate(item.people):
            note = ", ".join(word for word in (person.role, person.organisation) if word) or "named"
            yield self._someone(f"{path}/people/{j}", person) | {"entity_type": "person", "note": note}

    def _votes(self, path: str, item: Item) -> Iterator[Json]:
        for j in range(len(item.votes)):
            own = f"{path}/votes/{j}"
            yield {"name": own, "id": self._id("vote", own), "entity_type": "vote_event", "note": "vote"}

    def _vote_event(self, i: int, item: Item, motion: Motion) -> Json:
        assert motion.vote is not None
        vote, path = item.votes[motion.vote], f"items/{i}/votes/{motion.vote}"
        cast = [
            said(
                option=option,
                voter_name=person.name,
                voter_id=self._id("person", self._actors.who(f"{path}/{key}/{j}")),
            )
            for key, option in SIDES.items()
            for j, person in enumerate(getattr(vote, key))
        ]
        header = self._entry.record.header
        return said(
            id=self._id("vote", path),
            identifier=path,
            motion_text=motion.text or quoted(self._entry, motion.start, motion.end),
            motion_classification=[motion.kind] if motion.kind else None,
            start_date=day(header.date.value) if header.date else None,
            result=motion.result,
            organization=self._id("organization", self._actors.body),
            votes=cast,
            counts=[{"option": option, "value": value} for option, value in counts(vote).items()],
            sources=[self._origin.source(vote.start, vote.end)],
            extras=said(
                event_id=self._id("event", ""),
                mover=self._someone(f"{path}/mover", vote.mover) if vote.mover else None,
                seconder=self._someone(f"{path}/seconder", vote.seconder) if vote.seconder else None,
            ),
        )
