"""Decisions: the formulas of a layout, with their answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from corpus.generator import clauses
from corpus.generator.parts import frames_of
from corpus.generator.speech import Speech
from corpus.generator.spelling import roman
from corpus.generator.votes import AGAIN, Votes
from corpus.generator.writer import Mark

LABEL_DASH = ("RESOLVED – ", "RESOLVED - ", "Resolved – ", "RESOLVED:- ", "Resolved - ")
LABEL_COLON = ("RESOLVED: ", "Resolved: ", "RESOLVED; ", "RESOLVED:\n\n", "Resolved:\n")
LABEL_LINE = ("RESOLVED\n\n", "RESOLVED:\n\n", "Resolved\n\n", "RESOLVED –\n\n", "RESOLVED:\n")
SENTENCES = (
    "It was RESOLVED that ",
    "RESOLVED that ",
    "It was resolved that ",
    "RESOLVED unanimously that ",
    "The {short} RESOLVED that ",
)
AGREED = (
    "It was agreed that ",
    "The {short} agreed that ",
    "It was AGREED that ",
    "Members agreed that ",
    "AGREED: that ",
)
AGREED_TO = (
    "The {short} agreed to ",
    "Members agreed to ",
    "It was agreed to ",
    "It was decided to ",
    "The {short} AGREED to ",
)


class Business(Votes):
    """Writes what the meeting settles."""

    def __init__(self, speech: Speech) -> None:
        """Keep at hand what the work needs."""
        super().__init__(speech)
        part = self.world.part
        self.dash, self.colon, self.line = (
            self.rng.choice(frames_of(x, part)) for x in (LABEL_DASH, LABEL_COLON, LABEL_LINE)
        )
        self.listing = self.rng.choice(("({a})", "({n})", "{a})", "({r})", "{n}.", "{n})"))
        self.style = self.world.layout.decision

    def decision(self, kind: str, lead: str, frame: str, that: str = "", /, **local: Callable[[], object]) -> None:
        """A decision: the lead is part of its text; `that` too."""
        owners: list[Mark] = []
        with self.w.mark("decision", kind=kind) as mark:
            if lead:
                self.speech.say(lead)
            self.w.add(that)
            if frame == AGAIN:
                self.again()
            else:
                self.speech.say(frame, W=lambda: self.instructed(owners), **local)
        self.instruct(mark, owners)
        self.stop()

    def instructed(self, owners: list[Mark]) -> None:
        """The office that a decision instructs."""
        with self.w.mark("owner") as span:
            self.w.add("the ")
            self.speech.role(self.rng.choice(self.world.officers).role or "Clerk")
        owners.append(span)

    def instruct(self, mark: Mark, owners: list[Mark]) -> None:
        """A decision that instructs somebody is an action too."""
        if owners:
            self.w.marks.append(Mark("action", mark.start, mark.end, {"owners": owners}))

    def stop(self) -> None:
        """End a sentence."""
        if self.w.tail[-1:] == ",":
            self.w.trim(",")
        self.w.add(self.speech.joined("."))

    def clauses(self, kind: str, that: str) -> None:
        """A list of clauses after a label."""
        number = self.rng.randint(2, 4)
        for i in range(number):
            self.w.add(self.listing.format(a="abcd"[i], n=i + 1, r=roman(i + 1)) + " ")
            owners: list[Mark] = []
            with self.w.mark("decision", kind=kind) as mark:
                self.w.add(that)
                self.speech.say(self.one(clauses.THAT), W=partial(self.instructed, owners))
            self.instruct(mark, owners)
            if self.w.tail[-1:] == ",":
                self.w.trim(",")
            self.w.add("." if i == number - 1 else "; and" if i == number - 2 and self.rng.random() < 0.6 else ";")
            self.w.add("\n" if i < number - 1 else "")

    def decide(self, kind: str = "resolved", frame: str | None = None, **local: Callable[[], object]) -> None:
        """A decision in the style of the layout."""
        style = self.style
        minutes = kind == "approved"
        given, frame = bool(frame), frame or self.one(clauses.THAT)
        if style == "modgov":
            style = self.rng.choice(("resolved", "label_colon", "bare"))
        if style in ("label_line", "label_dash", "label_colon"):
            self.w.add({"label_line": self.line, "label_dash": self.dash, "label_colon": self.colon}[style])
            if self.rng.random() < 0.3 and not given:
                that = self.rng.choice(("That ", "that ", ""))
                if not that and style != "label_line" and "\n" not in self.colon:
                    self.w.add("that:\n")
                elif self.w.tail[-1:] != "\n":
                    self.w.trim(" ")
                    self.w.add("\n")
                self.clauses(kind, that)
            else:
                self.decision(
                    kind, "", frame, "That " if style == "label_line" else self.rng.choice(("That ", "that ")), **local
                )
        elif style == "bare":
            self.decision(kind, "", frame, "That ", **local)
        elif style == "resolved":
            self.decision(kind, self.one(SENTENCES), frame, **local)
        elif style == "moved":
            self.moved(kind, frame, **local)
        elif style == "us_motion":
            self.us(kind, frame, **local)
        elif style == "overseas":
            self.overseas(kind, frame, **local)
        else:
            self.plain(kind, frame, minutes, **local)
        self.w.add("\n\n")

    def plain(self, kind: str, frame: str, minutes: bool, **local: Callable[[], object]) -> None:
        """Decisions of bodies that do not resolve: agreed, noted, decided."""
        lead = self.one(AGREED)
        if minutes:
            label = lead.startswith("AGREED:")
            self.w.add("AGREED: " if label else "")
            self.decision(kind, "" if label else lead, frame, "that " if label else "", **local)
        elif self.style == "decision_head":
            to = self.one(clauses.TO)
            verb = to.split()[0]
            self.w.add(
                self.one(
                    ("Decision\n\n", "DECISION\n\n", "Decision: ", "The {short} decided:\n\n", "Decision:\n\n")
                ).replace("{short}", self.world.short)
            )
            self.decision(
                {"note": "noted", "approve": "approved"}.get(verb, "agreed"),
                "",
                to,
                "To " if self.rng.random() < 0.7 else "to ",
            )
        elif self.style == "noted" or self.rng.random() < 0.3:
            text, sort = self.rng.choice(frames_of(clauses.PASSIVE, self.world.part))
            self.decision(sort, "", text)
        elif lead.startswith("AGREED:"):
            self.w.add("AGREED: ")
            self.decision("agreed", "", frame, "that ")
        elif self.rng.random() < 0.4:
            self.decision("agreed", self.one(AGREED_TO), self.one(clauses.TO))
        else:
            self.decision("agreed", lead, frame)

    def moved(self, kind: str, frame: str, **local: Callable[[], object]) -> None:
        """Proposer and seconder before the decision, as in Ireland and in parishes."""
        if self.rng.random() < 0.5:
            self.movers(
                "Proposed by ",
                self.one(
                    (", seconded by ", " and seconded by ", " seconded by ", ", seconded by ", ", and seconded by ")
                ),
                result="carried",
            )
            self.w.add(
                self.one(
                    (" and RESOLVED: ", " and RESOLVED – ", ", and RESOLVED - ", " and RESOLVED: ", " and Resolved: ")
                )
            )
            self.decision(kind, "", frame, "that ", **local)
        else:
            owners: list[Mark] = []
            with self.w.mark("decision", kind=kind) as mark:
                self.movers("On the proposal of ", ", seconded by ", result="carried")
                self.w.add(", it was resolved that ")
                self.speech.say(frame, True, W=lambda: self.instructed(owners), **local)
            self.instruct(mark, owners)
            self.stop()

    def us(self, kind: str, frame: str, **local: Callable[[], object]) -> None:
        """Motion by A, seconded by B, to do a thing; carried with its count."""
        people = len(self.world.members)
        no = self.rng.choice((0, 0, 0, 1))
        with self.w.mark("decision", kind=kind):
            vote = self.movers(
                self.one(("Motion by ", "Moved by ", "Motion made by ", "It was moved by ", "Motion by ")),
                self.one(
                    (", seconded by ", " and seconded by ", ", second by ", ", seconded by ", " and seconded by ")
                ),
                result="carried",
            )
            self.w.add(", to " if vote and kind != "approved" else " that " if vote else "That ")
            self.speech.say(frame if kind == "approved" or not vote else self.one(clauses.TO), True, **local)
        self.stop()
        if vote:
            shape = self.rng.randint(0, 2)
            self.w.add(
                (
                    f" Motion carried {people - no}-{no}.",
                    " Motion carried.",
                    f" Ayes: {people - no}. Nays: {no}. Motion carried.",
                )[shape]
            )
            if shape != 1:
                vote.data.update({"for": people - no, "against": no})

    def overseas(self, kind: str, frame: str, **local: Callable[[], object]) -> None:
        """Moved, seconded, that; CARRIED."""
        people = len(self.world.members)
        self.w.add(
            self.one(
                (
                    "COUNCIL RESOLUTION\n\n",
                    "Resolution\n\n",
                    "RESOLUTION\n\n",
                    "COMMITTEE RESOLUTION\n\n",
                    "Council decision\n\n",
                )
            )
        )
        vote = self.movers(
            "Moved ",
            self.one((", seconded ", "\nSeconded ", " Seconded ", " seconded ", ", Seconded ")),
            result="carried",
        )
        self.w.add("\n\n")
        self.decision(kind, "", frame, "That ", **local)
        no = self.rng.choice((0, 0, 1, 2)) if people > 5 else 0
        self.w.add(f"\n\nCARRIED {people - no}/{no}" if self.rng.random() < 0.7 else "\n\nCARRIED")
        if vote and self.w.tail != "\n\nCARRIED":
            vote.data.update({"for": people - no, "against": no})
