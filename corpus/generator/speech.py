"""Fills the slots of a sentence: people in the forms the document uses, offices, bodies, places, papers, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random

from corpus.generator import organisations, places, roles
from corpus.generator.frames_people import LOW_ROLES
from corpus.generator.frames_plain import ACTS, PAPERS, TOPICS
from corpus.generator.people import Person, surnames
from corpus.generator.spelling import MONTHS, money
from corpus.generator.world import World
from corpus.generator.writer import Mark, Writer

SLOT = re.compile(r"\{(\w+)\}")
PLURALS = {"Councillor": "Councillors", "Cllr": "Cllrs", "Cllr.": "Cllrs.", "Cr": "Crs", "Commissioner": "Commissioners", "Supervisor": "Supervisors", "Trustee": "Trustees", "Councilman": "Councilmen"}
COUNCILMAN = {"Councilman": ("Councilman", "Councilwoman")}
APPOSITIONS = ("{n}, {r},", "{n}, {r},", "{n}, {r}", "{n} ({r})", "{n} ({r})", "{r} {n}", "the {r}, {n},", "{r}, {n},", "the {r} ({n})", "{n} – {r}", "{n} - {r} -", "{n}, the {r},", "{n}, {r} at {g},", "{n} ({r}, {g})", "{n}, {r}, {g},", "{n}, {g},", "{n} of {g}", "{n} ({g})", "{n}, {r} of {g},", "{n} from {g}", "{r} for {g}, {n},")  # fmt: skip


@cache
def pieces(frame: str) -> tuple[str, ...]:
    """A frame cut at its slots: text, slot, text, slot, ..., text."""
    return tuple(SLOT.split(frame))


class Speech:
    """Writes sentences into a document."""

    def __init__(self, world: World, writer: Writer) -> None:
        self.world, self.w, self.rng = world, writer, world.rng
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
        doubled = f" {person.honorific}" if person.doubled and person.honorific in ("Mrs", "Dr", "Miss") and self.spoken != "full" else ""
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
            return self.person(person, "full" if self.spoken in ("given", "full", "surname") else self.spoken, "Councillor" if self.title == "-" else self.member_title(person), **data)
        form = self.officer_form if person in self.world.officers else self.rng.choice(("full", "full", "full", "titlefull", "title"))
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
        if opening(self):
            shape = shape[0].upper() + shape[1:] if shape.startswith("the ") else shape
        if final:
            shape = shape.rstrip(", -")
        name, office = None, None
        for i, piece in enumerate(re.split(r"\{(\w)\}", shape)):
            if i % 2 == 0:
                self.w.add(piece)
            elif piece == "n":
                name = self.person(person, "full", "") if full else self.outsider(person)
            elif piece == "r":
                office = self.role(person.role or "")
            else:
                self.w.put("BODY", person.organisation or "")
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
            self.beside(self.pick(self.world.officers + self.world.outsiders) or self.world.outsiders[0], final=mark == ";" or i == number - 1, full=True)

    # sentences

    def say(self, frame: str, keep: bool = False, **local: Callable[[], object]) -> None:
        """Write a frame with its slots filled, some by what the caller brings."""
        self.busy = self.busy if keep else []
        for i, piece in enumerate(pieces(frame)):
            if i % 2 == 0:
                self.w.add(self.joined(piece))
            else:
                local[piece]() if piece in local else self.slot(piece)

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
            lead = self.rng.choice(("", "", "", "a resident, ", "local resident "))
            self.w.add("A" + lead[1:] if lead.startswith("a ") and self.w.text[-2:] == ". " else lead)
            self.person(person, self.rng.choice(("full", "surname")), person.honorific)
            self.w.add("," if lead.startswith("a ") else "")
        else:
            self.outsider(self.anybody())


def office(speech: Speech) -> None:
    """The office of an officer without the name."""
    speech.w.add("The " if opening(speech) else "the ")
    officer = speech.rng.choice(speech.world.officers)
    speech.role(officer.role or "Clerk")


def chair(speech: Speech) -> None:
    """The chair by the word."""
    word = speech.world.chair_word
    speech.role("Chair" if word == "in the Chair" else word)


def chair_named(speech: Speech) -> None:
    """The chair, by the office, by the name, or by both."""
    world = speech.world
    roll = speech.rng.random()
    speech.busy.append(world.chair)
    if roll < 0.4:
        speech.w.add("The " if opening(speech) else "the ")
        chair(speech)
    elif roll < 0.6:
        name = speech.member(world.chair)
        speech.w.add(" (")
        chair(speech)
        name.data["role"] = speech.w.marks[-1]
        speech.w.add(")")
    elif roll < 0.85:
        speech.w.add("The " if opening(speech) else "the ")
        chair(speech)
        held = speech.w.marks[-1]
        speech.w.add(", ")
        speech.member(world.chair).data["role"] = held
        speech.w.add(",")
    else:
        name = speech.member(world.chair)
        speech.w.add(", ")
        chair(speech)
        name.data["role"] = speech.w.marks[-1]
        speech.w.add(",")


def holder(speech: Speech) -> None:
    """A councillor who is not of this body, with what he or she holds elsewhere."""
    person = speech.pick(speech.world.holders) or speech.world.holders[0]
    speech.beside(person)


def several(speech: Speech) -> None:
    """Some members under one title."""
    number = min(speech.rng.choice((2, 2, 3, 4)), len(speech.world.members))
    people = speech.rng.sample(speech.world.members, number)
    speech.busy += people
    plural = PLURALS.get(speech.title)
    form = "full" if speech.spoken == "given" else speech.spoken
    if plural:
        speech.w.add(plural + " ")
    for i, person in enumerate(people):
        speech.w.add((" and " if i == number - 1 else ", ") if i else "")
        speech.person(person, form, "" if plural else speech.member_title(person))


def opening(speech: Speech) -> bool:
    """Whether a sentence begins here."""
    text = speech.w.text[-3:]
    return not text.strip() or text[-1] == "\n" or text[-2:] in (". ", "? ")


def low_role(speech: Speech) -> None:
    """A role in plain words, of the person named last."""
    name = next(m for m in reversed(speech.w.marks) if m.kind == "PERSON")
    name.data["role"] = speech.role(speech.rng.choice(LOW_ROLES))


def body_name(speech: Speech) -> None:
    """The name of the body in full."""
    speech.w.put("BODY", speech.world.body)


def outside(speech: Speech) -> None:
    """An organisation that is spoken of."""
    name = organisations.outside(speech.rng, speech.world.part)
    if name.split()[-1] in ("Council", "Agency", "Club", "Institute", "Trust") and speech.rng.random() < 0.4 and not name.startswith("Friends"):
        speech.w.add("the ")
    speech.w.put("BODY", name)


FILLERS: dict[str, Callable[[Speech], object]] = {
    "O": office,
    "oa": office,
    "ch": chair,
    "rolelow": low_role,
    "chm": chair_named,
    "cm": holder,
    "mm": several,
    "Body": body_name,
    "council": lambda s: s.w.put("BODY", s.world.organisation),
    "other": outside,
    "date": lambda s: s.dated(s.world.day + timedelta(days=s.rng.choice((-1, 1)) * s.rng.randint(3, 200))),
    "school": lambda s: s.w.put("BODY", places.school(s.rng, s.world.part, family(s.world, s.rng))),
    "firm": lambda s: s.w.put("BODY", organisations.firm(s.rng, surnames(s.world.part))),
    "welcome": Speech.welcome,
}


def family(world: World, rng: Random) -> str:
    """A surname that names a thing."""
    return rng.choice(surnames(world.part)).replace("_", " ")


def years(rng: Random) -> str:
    """A municipal year."""
    year = rng.randint(1999, 2024)
    return f"{year}/{(year + 1) % 100:02}" if rng.random() < 0.6 else f"{year}-{(year + 1) % 100:02}"


def reference(rng: Random) -> str:
    """A planning reference."""
    return rng.choice((f"{rng.randint(10, 25)}/{rng.randint(100, 99999):05}/FUL", f"P{rng.randint(1000, 9999)}.{rng.randint(10, 25)}", f"{rng.randint(2001, 2024)}/{rng.randint(100, 4000)}", f"{rng.randint(10, 25)}/{rng.randint(100, 9999):04}/HSE"))


WORDS: dict[str, Callable[[World, Random], str]] = {
    "short": lambda w, r: w.short,
    "The": lambda w, r: "The",
    "he": lambda w, r: r.choice(("he", "she")),
    "his": lambda w, r: r.choice(("his", "her")),
    "topic": lambda w, r: r.choice(TOPICS),
    "paper": lambda w, r: r.choice(PAPERS),
    "report": lambda w, r: f"{family(w, r)} {r.choice(('Report', 'Review'))}" if r.random() < 0.3 else r.choice(PAPERS),
    "plan": lambda w, r: r.choice(PAPERS),
    "act": lambda w, r: r.choice(ACTS).format(y=r.randint(1955, 2022)),
    "street": lambda w, r: places.street(r, w.part),
    "estate": lambda w, r: places.estate(r, w.part, family(w, r)),
    "town": lambda w, r: places.town(r, w.part),
    "surname": family,
    "month": lambda w, r: r.choice(MONTHS),
    "season": lambda w, r: r.choice(("spring", "summer", "autumn", "new year")),
    "money": lambda w, r: money(r, w.sign),
    "n": lambda w, r: str(r.randint(2, 40)),
    "q": lambda w, r: str(r.randint(1, 4)),
    "big": lambda w, r: f"{r.randint(101, 9800):,}",
    "pct": lambda w, r: f"{r.randint(1, 99)}%" if r.random() < 0.6 else f"{r.randint(1, 99)}.{r.randint(1, 9)} per cent",
    "year": lambda w, r: str(r.randint(w.day.year - 9, w.day.year + 6)),
    "yearspan": lambda w, r: years(r),
    "ref": lambda w, r: reference(r),
}
