"""Sentences that say who came: apologies received from, was absent, also attended, stood in for, took the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.fields.attendance_atoms import Atom
from minuteparse.fields.attendance_details import Detail, habit
from minuteparse.fields.attendance_entries import Draft, ListReader
from minuteparse.fields.attendance_pieces import split_pieces
from minuteparse.record import Person
from minuteparse.text import Source

_JUST_PRESENT = re.compile(r"(?i)^(?!.*\balso\b).*\b(?:was|were)\b.{0,12}\bpresent\b", re.S)
_STEPS_IN = re.compile(r"(?i)substitut|deput|in (?:his|her|their) place|represented by")
_ITSELF = re.compile(r"(?i)\s*(?:as )?(?:substitut|for\b|deputi)")
_GOES_ON = re.compile(r"\W*(?:and|by|from|for|also|who|was|were|had|has|is|to|it|in|on|that)\b")
_CLAUSE = re.compile(r"[a-z]{3}")
_REACH = 300  # words between two people are looked at together up to here
_CLAUSE_LENGTH = 12


@dataclass(slots=True)
class Said:
    """A person of whom a sentence says `status`, perhaps in place of another; without it, only what `draft` holds."""

    draft: Draft
    status: str | None
    substitute_for: Draft | None = None


class ProseReader(ListReader):
    """Reads one sentence: groups of people and the words between them."""

    def __init__(self, source: Source, about: str | None, attending: bool) -> None:
        """Begin a sentence; `about` is the status that the heading above it names."""
        super().__init__(source)
        self.about = about
        self.status: str | None = None
        self.attending = attending
        self.said: list[Said] = []
        self.group: list[Said] = []
        self.link: str | None = None
        self.dead = False
        self.words_from: int | None = None

    def read_sentence(self, start: int, end: int) -> list[Said]:
        """What the sentence `text[start:end]` says of people; empty if it says nothing of attendance."""
        if habit("late").search(self.folded, start, end):
            return []
        if self.folded[start] in "[(":
            start += 1
        for piece in split_pieces(self.source, start, end):
            self.feed(piece)
        return [s for s in self.said if s.status or any(d.kind == "chair" for d in s.draft.details)]

    def person(self, atom: Atom, person: Person, sep: str) -> None:
        """Take in a person and what the words before say."""
        self.state.pending, self.words_from = None, None
        count = len(self.drafts)
        super().person(atom, person, sep)
        if len(self.drafts) == count:
            return
        said = Said(self.drafts[-1], self.status)
        if self.link == "for" and self.said:
            for one in self.group[-1:]:
                one.status, one.substitute_for = "substitute", said.draft
            said.status = None
        elif self.link == "by" and self.group:
            said.status, said.substitute_for = "substitute", self.group[-1].draft
        self.link = None if sep != "and" else self.link
        if self.dead:
            self.group, self.dead = [], False
        self.said.append(said)
        self.group.append(said)

    def bracket(self, atom: Atom) -> None:
        """Take in a bracket; one that names a substitute says so of the person before it."""
        inner = self.folded[atom.start + 1 : atom.end - 1]
        if self.drafts and _STEPS_IN.search(inner) and not _ITSELF.match(inner):
            found = ListReader(self.source).read(atom.start + 1, atom.end - 1)
            if found:
                draft = Draft(found[0].person, atom.start + 1, atom.end - 1)
                self.said.append(Said(draft, "substitute", self.drafts[-1]))
                return
        super().bracket(atom)

    def words(self, atom: Atom, sep: str) -> None:
        """Take in the words between people, which say what became of those before or after them."""
        own = text = self.folded[atom.start : atom.end]
        if self.words_from is None:
            self.words_from = atom.start
        elif atom.end - self.words_from < _REACH:
            text = self.folded[self.words_from : atom.end]
        if self._links(text) or self._tells_of_group(own) or self._opens_group(text):
            return
        if self.group and sep in ("comma", "space", "dash") and not _GOES_ON.match(text):
            super().words(atom, sep)
            self.state.pending = None
        elif _CLAUSE.search(text) and len(text) > _CLAUSE_LENGTH:
            self.status, self.dead = None, True

    def _links(self, text: str) -> bool:
        """True if `text` says that one person stands in for another."""
        if habit("stood_in_for").search(text):
            self.link = "for"
        elif self.group and habit("stood_in_by").search(text) and not habit("chaired_by").search(text):
            self.link = "by"
            if self.about == "apologies" and self.group[-1].status is None:
                self.group[-1].status = "apologies"
        elif self.group and habit("his_substitute").search(text):
            last = self.group[-1]
            before = [s for s in self.said if s is not last]
            if before and last.draft.person.start > before[-1].draft.person.start:
                last.status, last.substitute_for = "substitute", before[-1].draft
            self.dead = True
        else:
            return False
        return True

    def _tells_of_group(self, own: str) -> bool:
        """True if the words say what became of the people just named."""
        if not self.group or self.dead:
            return False
        if habit("sent_apologies").match(own):
            self._settle("apologies")
        elif habit("was_absent").match(own):
            self._settle("absent")
        elif habit("took_chair").match(own):
            self.group[-1].draft.details.append(Detail("chair", own.strip()))
            self._settle(None)
        elif self.attending and habit("attended").match(own):
            self._settle("present" if _JUST_PRESENT.search(own) else "in_attendance")
        else:
            return False
        return True

    def _opens_group(self, text: str) -> bool:
        """True if the words say what became of the people named next."""
        if habit("apologies_from").search(text) or (self.about == "apologies" and habit("received_from").search(text)):
            self.status, self.group = "apologies", []
        elif habit("chaired_by").search(text):
            self.status = None
        elif self.attending and habit("members_present").search(text):
            self.status = "present"
        elif self.attending and habit("also_present").search(text):
            self.status = "in_attendance"
        else:
            return False
        return True

    def _settle(self, status: str | None) -> None:
        for said in self.group:
            if status and said.substitute_for is None:
                said.status = status
        self.status, self.dead = None, True


def read_sentence(source: Source, start: int, end: int, *, attending: bool, about: str | None = None) -> list[Said]:
    """What the sentence `text[start:end]` says of attendance. `attending`: it stands in the attendance part, so that
    "X also attended" counts; `about` is the status that the heading above it names.
    """
    return ProseReader(source, about, attending).read_sentence(start, end)
