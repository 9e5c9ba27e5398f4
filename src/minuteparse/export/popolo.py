"""Popolo: one JSON file with persons, organizations, memberships, events, motions and vote events.

Ids are the document's id and the path in its record, as in the tables of a dataset. A name in two documents is two
persons. Each object's `sources` name the document by its hash and the characters that say it. Memberships have no
dates: minutes tell who was a member on their day, not since when.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minuteparse.export.actors import SIDES, Actors, Group, Someone, Tie, name_parts
from minuteparse.export.collected import collected
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost
from minuteparse.export.motions import Motion, counts, motions
from minuteparse.export.origin import Origin, quoted, said
from minuteparse.record import Item

__all__ = ["LOSSES", "write"]

Json = dict[str, Any]

_NOT_ABOUT_IT = "it describes people and events, not the document"
_FOUND = "it does not say how a value was found, nor how sure it is"
_EVENT = "an event has a list of who attended and no more about them"

LOSSES = (
    Loss("engine", _NOT_ABOUT_IT),
    *(Loss(f"source.{key}", _NOT_ABOUT_IT) for key in ("name", "media_type", "encoding", "length", "places")),
    *(Loss(f"**.{key}", _FOUND) for key in ("basis", "via", "by", "confidence")),
    *(Loss(f"{path}.text", "it has the value and the place in the text") for path in ("header.*", "next_meeting")),
    *(Loss(f"attendance[].{key}", _EVENT) for key in ("mode", "note")),
    *(Loss(f"items[].{key}", "items become parts of the event, without rank") for key in ("level", "body_start")),
    Loss("items[].actions", "it has no actions"),
    *(Loss(f"items[].declarations[].{key}", "it has no declarations; the member is among the persons")
      for key in ("interest", "agenda_item", "nature", "start", "end")),
    Loss("items[].dates", "it has no dates other than those of events"),
    Loss("previous_minutes", "it has no minutes of other meetings"),
    Loss("issues", "it has no doubts"),
)  # fmt: skip
"""What Popolo does not have of a record."""

_SECONDED = "a motion has a creator and no seconder, who is among the persons"
_EXCUSED = "an event does not tell apologies from absence"
_TIME = "its times need a time zone, which minutes do not state; the description has them as words"
_KINDS = ("persons", "organizations", "memberships", "events", "motions", "vote_events")


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the file `out`: an object with a list for each kind of thing."""
    with collected(out, _KINDS) as add:
        for entry in entries:
            for kind, found in _Document(entry, lost).objects():
                add(kind, found)


class _Document:
    """One entry as objects of Popolo."""

    def __init__(self, entry: Entry, lost: Lost) -> None:
        self._entry = entry
        self._lost = lost
        self._origin = Origin(entry, lost)
        self._actors = Actors(entry.record)

    def objects(self) -> Iterator[tuple[str, Json]]:
        """Each object with the name of its list."""
        record = self._entry.record
        for someone in self._actors.people.values():
            yield "persons", self._person(someone)
        for group in self._actors.groups.values():
            yield "organizations", self._organization(group)
        for tie in self._actors.ties:
            yield "memberships", self._membership(tie)
        yield "events", self._meeting()
        for i, item in enumerate(record.items):
            yield "events", self._item(f"items/{i}", item)
            yield from self._moved(f"items/{i}", item)
        if record.next_meeting:
            yield "events", self._next()
        for entry in record.attendance:
            if entry.status in ("apologies", "absent"):
                self._lost.add("attendance[].status", _EXCUSED)

    def _id(self, path: str | None) -> str | None:
        return None if path is None else f"{self._entry.id}/{path}"

    def _person(self, someone: Someone) -> Json:
        first, *others = someone.forms
        places = dict.fromkeys((person.start, person.end) for person in someone.mentions)
        printed = [{"name": first.text, "note": "as printed"}] if first.text != first.name else []
        names = [name_parts(other) | {"note": f"printed as {other.text}"} for other in others]
        return said(
            id=self._id(someone.id),
            **name_parts(first),
            other_names=printed + names,
            sources=[self._origin.source(*place) for place in places],
        )

    def _organization(self, group: Group) -> Json:
        return said(
            id=self._id(group.id),
            name=group.name,
            classification="party" if group.party else None,
            parent_id=self._id(group.parent),
            sources=[self._origin.source(group.start, group.end)],
        )

    def _membership(self, tie: Tie) -> Json:
        return said(
            id=f"{self._id(tie.id)}/membership",
            label=tie.label,
            role=tie.role,
            person_id=self._id(tie.person),
            organization_id=self._id(tie.group),
            on_behalf_of_id=self._id(tie.behalf),
            sources=[self._origin.source(tie.start, tie.end)],
        )

    def _meeting(self) -> Json:
        header = self._entry.record.header
        name = header.body or header.organisation
        times = {"Began": header.start, "ended": header.end}
        told = ", ".join(f"{word} {time.value}" for word, time in times.items() if time)
        for key, time in (("start", header.start), ("end", header.end)):
            if time:
                self._lost.add(f"header.{key}.value", _TIME)
        return said(
            id=self._entry.id,
            name=name.value if name else None,
            description=f"{told[0].upper()}{told[1:]}, local time" if told else None,
            start_date=self._origin.day("header.date.value", header.date),
            location=header.venue.value if header.venue else None,
            classification="meeting",
            organization_id=self._id(self._actors.body),
            attendees=[self._attendee(who) for who in self._actors.attended],
            sources=self._origin.places(),
        )

    def _attendee(self, who: str) -> Json:
        return said(id=self._id(who), name=self._actors.people[who].mentions[0].name)

    def _item(self, path: str, item: Item) -> Json:
        return said(
            id=self._id(path),
            name=item.title,
            identifiers=[{"identifier": item.number, "scheme": "item number"}] if item.number else None,
            classification=f"agenda item: {item.kind}",
            parent_id=self._entry.id,
            sources=[self._origin.source(item.start, item.end)],
        )

    def _next(self) -> Json:
        meeting = self._entry.record.next_meeting
        assert meeting
        return said(
            id=self._id("next_meeting"),
            start_date=self._origin.day("next_meeting.value", meeting),
            classification="meeting",
            organization_id=self._id(self._actors.body),
            sources=[self._origin.source(meeting.start, meeting.end)],
        )

    def _moved(self, path: str, item: Item) -> Iterator[tuple[str, Json]]:
        for motion in motions(path, item):
            yield "motions", self._motion(path, item, motion)
            if motion.vote is not None:
                yield "vote_events", self._vote_event(path, item, motion)

    def _motion(self, path: str, item: Item, motion: Motion) -> Json:
        vote = None if motion.vote is None else item.votes[motion.vote]
        if vote and vote.seconder:
            self._lost.add("items[].votes[].seconder", _SECONDED)
        return said(
            id=self._id(motion.id),
            organization_id=self._id(self._actors.body),
            legislative_session_id=self._entry.id,
            creator_id=self._id(self._actors.who(f"{path}/votes/{motion.vote}/mover")) if vote and vote.mover else None,
            text=motion.text or quoted(self._entry, motion.start, motion.end),
            classification=motion.kind,
            result=motion.result,
            sources=[self._origin.source(motion.start, motion.end)],
        )

    def _vote_event(self, path: str, item: Item, motion: Motion) -> Json:
        assert motion.vote is not None
        vote, own = item.votes[motion.vote], f"{path}/votes/{motion.vote}"
        cast = [
            {"voter_id": self._id(self._actors.who(f"{own}/{key}/{i}")), "option": option}
            for key, option in SIDES.items()
            for i in range(len(getattr(vote, key)))
        ]
        return said(
            id=self._id(own),
            organization_id=self._id(self._actors.body),
            legislative_session_id=self._entry.id,
            motion_id=self._id(motion.id),
            result=motion.result,
            counts=[{"option": option, "value": value} for option, value in counts(vote).items()],
            votes=cast,
            sources=[self._origin.source(vote.start, vote.end)],
        )
