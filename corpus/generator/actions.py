"""Actions: labels, columns, tables and sentences that ask somebody to do something."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.generator import clauses
from corpus.generator.parts import frames_of
from corpus.generator.people import Person
from corpus.generator.speech import Speech
from corpus.generator.spelling import MONTHS
from corpus.generator.writer import Mark


class Actions:
    """Writes what is to be done, by whom and until when."""

    def __init__(self, speech: Speech) -> None:
        """Keep at hand what the work needs."""
        self.speech, self.w, self.rng, self.world = speech, speech.w, speech.rng, speech.world
        self.label = self.one(clauses.ACTION_LABELS)

    def one(self, frames: tuple[str, ...]) -> str:
        """A frame of this part."""
        return self.rng.choice(frames_of(frames, self.world.part))

    def stop(self) -> None:
        """End a sentence."""
        if self.w.tail[-1:] == ",":
            self.w.trim(",")
        self.w.add(self.speech.joined("."))

    def due(self) -> tuple[str, date | None]:
        """A deadline: its words and the day that they fix."""
        shape = self.one(clauses.DUE)
        day = self.world.day + timedelta(days=self.rng.randint(5, 60))
        if "{d}" in shape:
            return shape, day
        if "{month}" in shape:
            end = (self.world.day.replace(day=28) + timedelta(days=10)).replace(day=28) + timedelta(days=10)
            end = end.replace(day=1) - timedelta(days=1)
            return shape.replace("{month}", MONTHS[end.month - 1]), end
        if "two weeks" in shape:
            return shape, self.world.day + timedelta(days=14)
        return shape, self.world.next_day if "next meeting" in shape else None

    def deadline(self, mark: Mark) -> None:
        """Sometimes a deadline after the task."""
        if self.w.tail[-1:] == ",":
            self.w.trim(",")
        if self.rng.random() < 0.55:
            return
        words, day = self.due()
        self.w.add(" ")
        with self.w.mark("due") as span:
            self.speech.say(words, True, d=lambda: self.speech.dated(day or self.world.day))
        mark.data["due"], mark.data["due_text"] = day, span
        if "next meeting" in words:
            mark.data["via_next"] = True

    def owner(self, mark: Mark, opening: bool) -> None:
        """Who has to do it: an office or a person."""
        with self.w.mark("owner") as span:
            roll = self.rng.random()
            if roll < 0.45:
                if not opening:
                    self.speech.w.add("the " if self.rng.random() < 0.5 else "The ")
                self.speech.role(self.rng.choice(self.world.officers).role or "Clerk")
            elif roll < 0.75:
                self.speech.member(self.rng.choice(self.world.members))
            else:
                person: Person = self.rng.choice(self.world.officers)
                self.speech.person(person, "full" if roll < 0.9 else "initial", "" if roll < 0.85 else person.honorific)
        mark.data.setdefault("owners", []).append(span)

    def task(self, opening: bool = True) -> None:
        """Owner, verb and task as one passage."""
        with self.w.mark("action") as mark:
            frame = "{w} to {t}" if opening else self.one(clauses.ASKED)
            task = self.one(clauses.TASKS)
            self.speech.say(frame, w=lambda: self.owner(mark, opening), t=lambda: self.speech.say(task, True))
            self.deadline(mark)

    def act(self) -> None:
        """An action in the style of the layout."""
        style = self.world.layout.action
        if style == "none":
            return
        if style == "prose":
            self.w.raise_next = True
            self.task(opening=False)
            self.stop()
            self.w.add("\n\n")
        elif style == "bullets":
            self.w.add("Actions:\n\n")
            for _ in range(self.rng.randint(1, 3)):
                self.w.add("- ")
                self.task()
                self.w.add(".\n")
            self.w.add("\n")
        elif style in ("column", "right", "initials"):
            self.column(style)
        elif style == "table":
            self.table()
        else:
            self.w.add(self.label)
            self.task()
            self.w.add(self.rng.choice((".", "")) + "\n\n")

    def column(self, style: str) -> None:
        """The task as a sentence, its owner at the right or in a label after it."""
        self.w.raise_next = True
        with self.w.mark("action") as mark:
            self.speech.say(self.one(clauses.TASKS))
            self.deadline(mark)
        self.stop()
        self.w.add({"column": "     ", "right": "\n" + " " * 56, "initials": " "}[style])
        self.w.add("Action: " if style == "initials" else "ACTION: " if style == "right" else "")
        with self.w.mark("owner") as span:
            if style == "initials" and self.rng.random() < 0.5:
                person = self.rng.choice(self.world.officers)
                self.w.add(person.given[0] + person.surname[0].upper())
            else:
                self.speech.role(self.rng.choice(self.world.officers).role or "Clerk")
        mark.data["owners"] = [span]
        self.w.add("\n\n")

    def table(self) -> None:
        """Task, owner and deadline in columns."""
        self.w.add("Action | Owner | When\n")
        for _ in range(self.rng.randint(1, 3)):
            self.w.raise_next = True
            with self.w.mark("action") as mark:
                self.speech.say(self.one(clauses.TASKS))
            self.w.add(" | ")
            with self.w.mark("owner") as span:
                self.speech.person(self.rng.choice(self.world.officers), "full")
            mark.data["owners"] = [span]
            self.w.add(" | ")
            day = self.world.day + timedelta(days=self.rng.randint(5, 60))
            with self.w.mark("due") as due:
                self.speech.dated(day)
            mark.data["due"], mark.data["due_text"] = day, due
            self.w.add("\n")
        self.w.add("\n")
