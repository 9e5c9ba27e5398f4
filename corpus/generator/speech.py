"""Fills the slots of a sentence: people in the forms the document uses, offices, bodies, places, papers, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random

from corpus.generator.people import Person
from corpus.generator.slots import FILLERS
from corpus.generator.words import WORDS
from corpus.generator.world import World
from corpus.generator.writer import Mark, Writer

SLOT = re.compile(r"\{(\w+)\}")
COUNCILMAN = {"Councilman": ("Councilman", "Councilwoman")}
APPOSITIONS = (
    "{n}, {r},", "{n}, {r},", "{n}, {r}", "{n} ({r})", "{n} ({r})", "{r} {n}",
    "the {r}, {n},", "{r}, {n},", "the {r} ({n})", "{n} – {r}", "{n} - {r} -", "{n}, the {r},",
    "{n}, {r} at {g},", "{n} ({r}, {g})", "{n}, {r}, {g},", "{n}, {g},", "{n} of {g}", "{n} ({g})",
    "{n}, {r} of {g},", "{n} from {g}", "{r} for {g}, {n},",
)  # fmt: skip


@cache
def pieces(frame: str) -> tuple[str, ...]:
    """A frame cut at its slots: text, slot, text, slot, ..., text."""
    return tuple(SLOT.split(frame))


class Speech:
    """Writes sentences into a document."""

    def __init__(self, world: World, writer: Writer) -> None:
        """Keep at hand what the work needs."""
        self.world: World = world
        self.w: Writer = writer
        self.rng: Random = world.rng
        self.title, self.listed, self.spoken = world.layout.member.split(":")
        self.officer_form = self.rng.choice(("full", "full", "full", "title", "titlefull", "initial"))
        self.dash = self.rng.choice(("–", "-", "–"))
        self.said: set[int] = set()
        self.busy: list[Person] = []

    # people

    def member_title(self, person: Person) -> str:
        """The title before a member's name."""
        if self.title == "-":
            return ""
        if self.title in ("Mr", "Mrs"):
            return person.honorific
        if self.title == "Councilman":
            return COUNCILMAN["Councilman"][person.woman]
        doubled = (
            f" {person.honorific}"
            if person.doubled and person.honorific in ("Mrs", "Dr", "Miss") and self.spoken != "full"
            else ""
        )
        return self.title + doubled

    def person(self, person: Person, form: str, title: str = "", **data: object) -> Mark:
        """A name, marked without what stands before and after it."""
        raw = self.w.mark("raw")
        with raw as mark:
            if title:
                self.w.add(title + " ")
            name = self.w.put("PERSON", person.name(form), person=person, **data)
        name.data["raw"] = mark
        return name

    def member(self, person: Person, **data: object) -> Mark:
        """A member as the sentences of this document call members."""
        form = "full" if self.spoken == "given" else self.spoken
        return self.person(person, form, self.member_title(person), **data)

    def outsider(self, person: Person, **data: object) -> Mark:
        """Anybody else, mostly by the bare name."""
        if person in self.world.holders:
            return self.person(
                person,
                "full" if self.spoken in ("given", "full", "surname") else self.spoken,
                "Councillor" if self.title == "-" else self.member_title(person),
                **data,
            )
        form = (
            self.officer_form
            if person in self.world.officers
            else self.rng.choice(("full", "full", "full", "titlefull", "title"))
        )
        known = id(person) in self.said
        self.said.add(id(person))
        if form == "title" and (known or self.rng.random() < 0.6):
            return self.person(person, "surname", person.honorific, **data)
        if form == "initial":
            return self.person(person, "initial", self.rng.choice(("", person.honorific)), **data)
        return self.person(person, "full", person.honorific if form == "titlefull" else "", **data)

    def role(self, text: str) -> Mark:
        """A role phrase."""
        return self.w.put("ROLE", text)

    def beside(self, person: Person, final: bool = False, full: bool = False) -> Mark:
        """A person with the role and organisation that the text prints beside the name."""
        shapes = [s for s in APPOSITIONS if ("{r}" not in s or person.role) and ("{g}" not in s or person.organisation)]
        shape = self.rng.choice([s for s in shapes if "{r}" in s or person.organisation] or ["{n}"])
        if self.opening():
            shape = shape[0].upper() + shape[1:] if shape.startswith("the ") else shape
        if final:
            shape = shape.rstrip(", -")
        name, office, body = None, None, None
        for i, piece in enumerate(re.split(r"\{(\w)\}", shape)):
            if i % 2 == 0:
                self.w.add(piece)
            elif piece == "n":
                name = self.person(person, "full", "") if full else self.outsider(person)
            elif piece == "r":
                office = self.role(person.role or "")
            else:
                body = self.w.put("BODY", person.organisation or "")
        if office and body and re.search(r"\{r\} (?:of|at|for) \{g\}", shape):
            office = Mark("span", office.start, body.end)
            self.w.marks.append(office)
        assert name is not None
        name.data["role"] = office
        return name

    def pick(self, people: list[Person]) -> Person | None:
        """Somebody who is not yet in this sentence."""
        free = [p for p in people if p not in self.busy]
        if not free:
            return None
        person = self.rng.choice(free)
        self.busy.append(person)
        return person

    def anybody(self) -> Person:
        """A person who is not of the body."""
        person = self.pick(self.world.guests + self.world.outsiders + self.world.officers)
        return person or self.world.outsiders[0]

    def welcome(self) -> None:
        """Several people in a row, each with what they are."""
        number = self.rng.randint(2, 4)
        mark, last = self.rng.choice(((";", "; and"), (";", "; and"), (";", " and"), (",", " and")))
        for i in range(number):
            if i:
                self.w.add(f"{last if i == number - 1 else mark} ")
            self.beside(
                self.pick(self.world.officers + self.world.outsiders) or self.world.outsiders[0],
                final=mark == ";" or i == number - 1,
                full=True,
            )

    # sentences

    def say(self, frame: str, keep: bool = False, /, **local: Callable[[], object]) -> None:
        """Write a frame with its slots filled, some by what the caller brings."""
        self.busy = self.busy if keep else []
        for i, piece in enumerate(pieces(frame)):
            if i % 2 == 0:
                self.w.add(self.joined(piece))
            else:
                local[piece]() if piece in local else self.slot(piece)

    def resident(self, person: Person) -> None:
        """A member of the public by title and name, sometimes with what he or she is before it."""
        lead = self.rng.choice(("", "", "", "a", "local"))
        office = None
        if lead == "a":
            self.w.add("A " if self.opening() else "a ")
            office = self.role(self.rng.choice(("resident", "parent", "tenant", "neighbour", "local resident")))
            self.w.add(", ")
        elif lead == "local":
            self.w.raise_next = self.opening()
            office = self.role(self.rng.choice(("local resident", "resident", "allotment holder")))
            self.w.add(" ")
        name = self.person(person, self.rng.choice(("full", "surname")), person.honorific)
        name.data["role"] = office
        self.w.add("," if lead == "a" else "")

    def opening(self) -> bool:
        """Whether a sentence begins here."""
        text = self.w.text[-3:]
        return not text.strip() or text[-1] == "\n" or text[-2:] in (". ", "? ")

    def joined(self, piece: str) -> str:
        """Text that follows a slot, without a second comma or full stop."""
        last, first = self.w.tail[-1:], piece[:1]
        if last == "," and first and first in ".,;:?":
            self.w.trim(",")
        return piece[1:] if last == first == "." else piece

    def dated(self, day: date, **data: object) -> Mark:
        """A complete date."""
        return self.w.put("date", self.world.date(day), iso=day.isoformat(), **data)

    def slot(self, name: str) -> None:
        """Fill one slot."""
        kind = name.rstrip("0123456789")
        if kind in ("m", "o", "g", "or", "ore", "gr", "go", "res"):
            self.somebody(kind)
        elif kind in FILLERS:
            FILLERS[kind](self)
        else:
            self.w.add(WORDS[kind](self.world, self.rng))

    def somebody(self, kind: str) -> None:
        """Fill a slot with a person."""
        world = self.world
        if kind == "m" and (person := self.pick(world.members)):
            if person is world.vice and self.rng.random() < 0.1:
                self.member(person)
                return
            self.member(person)
        elif kind in ("or", "ore"):
            self.beside(self.pick(world.officers) or self.anybody(), final=kind == "ore")
        elif kind == "o":
            self.outsider(self.pick(world.officers) or self.anybody())
        elif kind in ("gr", "go"):
            self.beside(self.anybody())
        elif kind == "res":
            person = self.anybody()
            self.resident(person)
        else:
            self.outsider(self.anybody())
