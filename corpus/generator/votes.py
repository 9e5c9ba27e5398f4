"""Votes: movers and seconders, counts in figures and words, names by side."""

from __future__ import annotations

from typing import TypeVar

from corpus.generator import clauses
from corpus.generator.parts import frames_of
from corpus.generator.speech import Speech
from corpus.generator.spelling import UNITS
from corpus.generator.writer import Mark

AGAIN = "as moved"
T = TypeVar("T")


class Votes:
    """Writes motions and how they were voted on."""

    def __init__(self, speech: Speech) -> None:
        """Keep at hand what writes."""
        self.speech, self.w, self.rng, self.world = speech, speech.w, speech.rng, speech.world
        self.words = False
        self.motion = Mark("span", 0, 0)

    def one(self, frames: tuple[T, ...]) -> T:
        """A frame of this part."""
        return self.rng.choice(frames_of(frames, self.world.part))

    def movers(self, lead: str = "It was moved by ", joint: str = ", seconded by ", **vote: object) -> Mark | None:
        """Write who moved and seconded; the vote's mark follows."""
        if len(self.world.members) < 4:
            return None
        first, second = self.rng.sample(self.world.members, 2)
        vote_mark = Mark("vote", self.w.length, self.w.length, dict(vote))
        self.w.add(lead)
        vote_mark.data["mover"] = self.speech.member(first).data["raw"]
        self.w.add(joint)
        vote_mark.data["seconder"] = self.speech.member(second).data["raw"]
        vote_mark.end = self.w.length
        self.w.marks.append(vote_mark)
        return vote_mark

    def numeral(self, number: int) -> str:
        """A count in figures or words."""
        return UNITS[number] if self.words and number else str(number)

    def again(self) -> None:
        """The words of the motion once more, with their marks."""
        start, end, base = self.motion.start, self.motion.end, self.w.length
        inner = [m for m in self.w.marks if m.kind in ("BODY", "ROLE") and start <= m.start and m.end <= end]
        self.w.add(self.w.text[start:end])
        self.w.marks += [Mark(m.kind, m.start - start + base, m.end - start + base, dict(m.data)) for m in inner]

    def ballot(self, decisive: bool) -> bool:
        """A motion put to the vote; whether it was carried. It is itself the decision where no resolution follows."""
        people = len(self.world.members)
        if people < 5:
            return True
        carried = self.rng.random() < 0.75
        votes = self.rng.randint(people // 2 + 1, people)
        rest = self.rng.randint(0, min(people - votes, people // 2))
        more, fewer, idle = votes, rest, (people - votes - rest if self.rng.random() < 0.5 else 0)
        yes, no = (more, fewer) if carried else (fewer, more)
        self.words = self.rng.random() < 0.2
        vote = self.movers(
            self.one(("It was moved by ", "It was proposed by ", "Moved by ", "It was moved by ", "Proposed by ")),
            self.one(
                (", seconded by ", " and seconded by ", " and seconded by ", ", seconded by ", ", and seconded by ")
            ),
        )
        assert vote is not None
        self.w.add(" that ")
        plain = [f for f in frames_of(clauses.THAT, self.world.part) if not {"{W}", "{m}", "{mm}"} & set(f.split())]
        with self.w.mark("span") as self.motion:
            self.speech.say(self.rng.choice(plain), True)
        if carried and decisive:
            self.w.marks.append(Mark("decision", vote.start, self.w.length, {"kind": "resolved"}))
        self.w.add(". ")
        if self.rng.random() < 0.25:
            self.roll(vote, carried)
        else:
            self.counts(vote, yes, no, idle, carried)
        self.w.add("\n\n")
        vote.data["result"] = "carried" if carried else "lost"
        vote.end = self.w.length
        return carried

    def counts(self, vote: Mark, yes: int, no: int, idle: int, carried: bool) -> None:
        """The figures of a vote."""
        n, done = self.numeral, "carried" if carried else "lost"
        shape = self.one(
            (
                "{y} for, {n} against, {a} abstentions",
                "put",
                "by",
                "bracket",
                "slash",
                "{y} in favour, {n} against and {a} abstentions",
                "put",
                "by",
                "colon",
                "put2",
            )
        )
        vote.data.update({"for": yes, "against": no, "abstain": idle if idle else None})
        if shape in ("by", "slash"):
            vote.data["abstain"] = None
            self.w.add(
                f"On being put to the vote the motion was {done} by {n(yes)} votes to {n(no)}."
                if shape == "by"
                else f"{done.upper()} {yes}/{no}"
            )
        elif shape in ("put", "put2"):
            tail = f" with {n(idle)} abstention{'s' if idle > 1 else ''}" if idle else ""
            lead = "On being put to the vote there were" if shape == "put" else "A vote was taken:"
            self.w.add(f"{lead} {n(yes)} for and {n(no)} against{tail}. The motion was {done}.")
        elif shape == "bracket":
            tail = f", Abstentions {idle}" if idle else ""
            self.w.add(f"The motion was {done} (For {yes}, Against {no}{tail}).")
        elif shape == "colon":
            tail = f"; Abstain: {idle}" if idle else ""
            self.w.add(f"Vote: For: {yes}; Against: {no}{tail}. Motion {done}.")
        else:
            vote.data["abstain"] = idle
            self.w.add(shape.format(y=n(yes), n=n(no), a=n(idle)) + f". The motion was {done}.")

    def roll(self, vote: Mark, carried: bool) -> None:
        """A recorded vote by name."""
        people = list(self.world.members)
        self.rng.shuffle(people)
        split = max(len(people) // 2 + 1, len(people) - self.rng.randint(1, 3))
        more, fewer = people[:split], people[split:]
        idle = fewer[:1] if len(fewer) > 1 and self.rng.random() < 0.5 else []
        fewer = fewer[len(idle) :]
        sides = {"for": more if carried else fewer, "against": fewer if carried else more, "abstain": idle}
        words = self.one(
            (
                ("For", "Against", "Abstained"),
                ("In favour", "Against", "Abstentions"),
                ("FOR", "AGAINST", "ABSTAINED"),
                ("Members voting for", "Members voting against", "Members abstaining"),
                ("For the motion", "Against the motion", "Abstaining"),
            )
        )
        figures = self.rng.random() < 0.6
        self.w.add(
            self.one(
                (
                    "A recorded vote was taken:\n\n",
                    "A recorded vote having been requested, the voting was as follows:\n\n",
                    "The result of a recorded vote was:\n\n",
                    "On a roll call the voting was:\n\n",
                    "The names were recorded as follows:\n\n",
                )
            )
        )
        for (side, voters), word in zip(sides.items(), words, strict=True):
            if not voters:
                continue
            self.w.add(f"{word}: ")
            self.w.add(
                "Councillors "
                if self.speech.title.startswith("C") and len(voters) > 1 and self.rng.random() < 0.5
                else ""
            )
            names = vote.data.setdefault(f"{side}_names", [])
            for i, person in enumerate(voters):
                self.w.add((" and " if i == len(voters) - 1 else ", ") if i else "")
                names.append(self.speech.person(person, {"given": "full"}.get(self.speech.spoken, self.speech.spoken)))
            vote.data[side] = len(voters)
            self.w.add(f" ({len(voters)})\n" if figures else "\n")
        self.w.add(f"\nThe motion was {'carried' if carried else 'lost'}.")
