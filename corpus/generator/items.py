"""The bodies of the items: what is said under each heading, and the answers that follow from it."""

from __future__ import annotations

from collections.abc import Callable

from corpus.generator import clauses
from corpus.generator.actions import Actions
from corpus.generator.attendance import Roll
from corpus.generator.business import Business
from corpus.generator.frames_people import PEOPLE
from corpus.generator.frames_plain import PLAIN
from corpus.generator.frames_said import FACTS, MORE, SAID, WHO
from corpus.generator.parts import frames_of
from corpus.generator.people import Person
from corpus.generator.speech import Speech
from corpus.generator.votes import AGAIN
from corpus.generator.writer import Mark

OWN_MOVERS = ("us_motion", "overseas", "moved")
GUIDE = {
    "apologies": "To receive any apologies for absence.",
    "declarations": "Members are asked to declare any interests that they may have in items on this agenda.",
    "previous_minutes": "To approve as a correct record the minutes of the last meeting.",
    "substantive": "To consider the report attached.",
}


def close(speech: Speech) -> None:
    """The closing line."""
    frame = speech.rng.choice(frames_of(clauses.CLOSINGS, speech.world.part))
    end = speech.world.end
    speech.say(frame, end=lambda: speech.w.put("header", speech.world.time(end), field="end", value=f"{end:%H:%M}"))
    speech.w.add("\n\n")


class Bodies:
    """Writes the text of items."""

    def __init__(self, speech: Speech, apologies_above: bool) -> None:
        """Keep at hand what the work needs."""
        self.speech, self.w, self.rng, self.world = speech, speech.w, speech.rng, speech.world
        self.business, self.actions = Business(speech), Actions(speech)
        self.above, self.roll = apologies_above, Roll(speech)
        self.numbers: list[str] = []
        self.first = 0
        self.used: set[str] = set()
        self.names = 0.62 if self.rng.random() < 0.8 else 0.25
        self.modgov = self.world.layout.decision == "modgov"

    def one(self, frames: tuple[str, ...]) -> str:
        """A frame of this part."""
        return self.rng.choice(frames_of(frames, self.world.part))

    def write(self, kind: str) -> None:
        """The body of one item."""
        if self.modgov and kind in GUIDE:
            self.w.add(
                GUIDE[kind] + "\n\n" + ("Additional documents:\n\n" if self.rng.random() < 0.3 else "") + "Minutes:\n\n"
            )
        getattr(self, kind, self.update)()

    def sentence(self, frame: str, end: str = "\n\n", **local: Callable[[], object]) -> None:
        """A frame on its own."""
        self.speech.say(frame, **local)
        self.w.add(end)

    # standing items

    def apologies(self) -> None:
        """Who could not come."""
        people = [*self.world.apologies, *(old for _, old in self.world.substitutes)]
        if self.above:
            self.w.add(self.rng.choice(("As recorded above.", "Apologies were noted as above.", "See above.")) + "\n\n")
        elif not people:
            self.sentence(self.one(clauses.NO_APOLOGIES))
        else:
            self.sentence(self.one(clauses.APOLOGISED), who=lambda: self.away(people))

    def away(self, people: list[Person]) -> None:
        """The names of the absent."""
        plural = len(people) > 1 and self.speech.title in ("Councillor", "Cllr") and self.rng.random() < 0.5
        if plural:
            self.w.add(self.speech.title + "s ")
        for i, person in enumerate(people):
            self.w.add((" and " if i == len(people) - 1 else ", ") if i else "")
            form = "full" if self.speech.listed == "given" else self.speech.listed
            start = self.w.length
            name = self.speech.person(person, form, "" if plural else self.speech.member_title(person))
            self.w.marks.append(Mark("attendee", start, self.w.length, {"status": "apologies", "name": name}))

    def declarations(self) -> None:
        """Who has an interest in what."""
        number = self.rng.choice((0, 0, 1, 1, 2)) if len(self.world.members) > 4 else 0
        if not number:
            self.sentence(self.one(clauses.NO_INTERESTS))
            return
        for person in self.rng.sample(self.world.members, number):
            frame, interest = self.rng.choice(frames_of(clauses.DECLARED, self.world.part))
            self.declare(frame, interest, person)
            self.w.add("\n\n")

    def declare(self, frame: str, interest: str | None, person: Person) -> None:
        """One declaration."""
        with self.w.mark("declaration", interest=interest) as mark:
            nature = {"r": clauses.REASONS, "v": clauses.VIRTUES, "v2": clauses.POSTS}

            def reason(key: str) -> None:
                with self.w.mark("span") as span:
                    self.speech.say(
                        self.rng.choice(nature[key]),
                        True,
                        pro=lambda: self.w.add("her" if person.woman else "his"),
                    )
                mark.data["nature"] = span

            def member() -> None:
                mark.data["member"] = self.speech.member(person).data["raw"]

            def number() -> None:
                with self.w.mark("span") as span:
                    self.w.add(self.rng.choice([n for n in self.numbers if n] or ["5"]))
                mark.data["agenda_item"] = span

            self.speech.say(
                frame, m=member, i=number, r=lambda: reason("r"), v=lambda: reason("v"), v2=lambda: reason("v2")
            )

    def previous_minutes(self) -> None:
        """Approval of the minutes."""

        def previous() -> None:
            for i, day in enumerate(self.world.previous):
                self.w.add(" and " if i else "")
                self.speech.dated(day, previous=True)

        if (
            self.world.layout.decision in ("sentence", "agreed", "noted", "decision_head", "modgov")
            or self.rng.random() < 0.35
        ):
            self.business.decision("approved", "", self.one(clauses.MINUTES), prev=previous)
            self.w.add("\n\n")
        else:
            self.business.decide("approved", self.one(clauses.MINUTES_THAT), prev=previous)

    def next_meeting(self) -> None:
        """When the next meeting is."""

        def when() -> None:
            if self.world.next_day:
                self.speech.dated(self.world.next_day, next=True)

        if not self.world.next_day:
            self.w.add("To be confirmed.\n\n")
            return
        self.sentence(
            self.one(clauses.NEXT),
            next=when,
            time=lambda: self.w.add(self.world.time(self.world.start)),
            room=lambda: self.w.add(self.world.venue.split(",")[0]),
        )

    def urgent(self) -> None:
        """Other business."""
        if self.rng.random() < 0.6:
            self.sentence(self.one(clauses.NO_URGENT))
        else:
            self.paragraph(2)

    def exclusion(self) -> None:
        """The public leave."""
        self.business.decide("resolved", self.one(clauses.EXCLUDE))

    # business

    def paragraph(self, sentences: int) -> None:
        """Some sentences of discussion."""
        part, rng = self.world.part, self.rng
        for i in range(sentences):
            roll = rng.random()
            if roll < self.names * 0.55:
                frame = self.said()
            else:
                frames = (*PEOPLE, *MORE) if roll < self.names else clauses.DATED if roll > 0.93 else PLAIN
                frame = self.fresh(frames_of(frames, part)).replace("{f}", rng.choice(frames_of(FACTS, part)))
            self.speech.say(frame)
            self.w.add(" " if i < sentences - 1 else "")
        self.w.add("\n\n")

    def fresh(self, frames: tuple[str, ...]) -> str:
        """A frame that this document has not used, as far as there are any."""
        for _ in range(6):
            frame = self.rng.choice(frames)
            if frame not in self.used:
                break
        self.used.add(frame)
        return frame

    def said(self) -> str:
        """A frame put together."""
        who, said, fact = (self.one(frames) for frames in (WHO, SAID, FACTS))
        return f"{who} {said}".replace("{f}", fact)

    def bullets(self) -> None:
        """Points of a discussion."""
        self.w.add(
            self.rng.choice(("The following points were made:", "In discussion members raised:", "Members noted that:"))
            + "\n\n"
        )
        mark = self.rng.choice(("- ", "• ", "* ", "·         ", "1"))
        for i in range(self.rng.randint(2, 4)):
            self.w.add(f"{i + 1}. " if mark == "1" else mark)
            frames = PEOPLE if self.rng.random() < 0.3 else PLAIN
            self.speech.say(self.one(frames))
            self.w.add("\n")
        self.w.add("\n")

    def update(self) -> None:
        """News."""
        for _ in range(self.rng.choice((1, 1, 2))):
            self.paragraph(self.rng.randint(1, 4))
        if self.rng.random() < 0.2:
            self.actions.act()

    public_questions = update

    def other(self) -> None:
        """What is neither news nor a report."""
        self.paragraph(self.rng.randint(1, 3))

    def attendance(self) -> None:
        """Who was there, as an item."""
        self.roll.write(True)

    def closing(self) -> None:
        """The end of the meeting, as an item."""
        close(self.speech)

    def work_programme(self) -> None:
        """What comes next."""
        self.paragraph(self.rng.randint(1, 2))
        if self.rng.random() < 0.6:
            self.business.decide()

    def substantive(self) -> None:
        """A report, its discussion and what came of it."""
        for _ in range(self.rng.choice((1, 1, 2, 2, 3))):
            self.paragraph(self.rng.randint(1, 4))
        if self.rng.random() < 0.12:
            self.bullets()
        if self.rng.random() < 0.18 and len(self.world.members) > 4 and self.business.style not in OWN_MOVERS:
            decisive = self.business.style in ("sentence", "agreed", "noted", "decision_head")
            if self.business.ballot(decisive) and not decisive:
                self.business.decide("resolved", AGAIN)
        elif self.rng.random() < 0.72:
            self.business.decide()
        if self.rng.random() < 0.35:
            self.actions.act()
