"""Sentences that say who came: apologies received from, was absent, also attended, stood in for, took the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.fields.attendance_details import Detail, habit, is_post
from minuteparse.fields.attendance_drafts import HOLDER, Draft
from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_pieces import Atom, split_pieces
from minuteparse.record import Person
from minuteparse.text import Source

_JUST_PRESENT = re.compile(r"(?i)^(?!.*\balso\b).*\b(?:was|were)\b.{0,12}\bpresent\b", re.S)
_STEPS_IN = re.compile(r"(?i)substitut|deput|in (?:his|her|their) place|represented by")
# An office at the end of the words before a name: "... from the Hon. Secretary", "with committee members".
_OFFICE = re.compile(
    r"(?:.*\b(?:the|by|from|with|were|was|and|are)\s+)?(?P<office>(?:[\w.'&-]+\s){0,5}?[\w-]+)\s*$", re.I | re.S
)
_THE = re.compile(r"\s+the\s*$")
_STANDS_IN = re.compile(r"(?i)(?:\w+ )*(?:substitute|deputy|replacement)$")
_LEADING = re.compile(r"(?i)\s(?:of|de|du|for)\s")
_MEMBERS = re.compile(
    r"(?i)(?:board |committee |council |other )*(?:members?|councill?ors?|officers?|directors|present)$"
    r"|.*\b(?:was|were|is|are|had)\b"
)
_OFFICERS = re.compile(r"(?i)\b(?:officers?|staff|officials?|guests?|others|visitors?)\b")
_FROM = re.compile(r"\s*of (?:the )?[A-Z]")
_ITSELF = re.compile(r"(?i)\s*(?:as )?(?:substitut|for\b|deputi)")
_GOES_ON = re.compile(r"\W*(?:and|by|from|for|also|who|was|were|had|has|is|to|it|in|on|that)\b")
_CLAUSE = re.compile(r"[a-z]{3}")
_AWAY_TOO = re.compile(r"(?i)apolog\w+ from ")  # and then "... and an apology for lateness from"
_REACH = 300  # words between two people are looked at together up to here
_CLAUSE_LENGTH = 12
_BREAK = re.compile(r"\s*\n\s*")
_FOR_ABSENCE = re.compile(r"\W*for (?:his |her |their )?(?:absence|non-?attendance)\W*$")
_SO_DID = re.compile(r"\W*(?:as (?:did|was|were)|so did)\W*$")
_JOINED = re.compile(r"\W*joined")


@dataclass(slots=True)
class Said:
    """A person of whom a sentence says `status`, perhaps in place of another; without it, only what `draft` holds."""

    draft: Draft
    status: str | None
    substitute_for: Draft | None = None
    also: bool = False


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
        self.offices: str | None = None
        self.also = False

    def read_sentence(self, start: int, end: int) -> list[Said]:
        """What the sentence `text[start:end]` says of people; empty if it says nothing of attendance."""
        late = habit("late").search(self.folded, start, end)
        if late and not _AWAY_TOO.search(self.folded, start, end) and "absence" not in self.folded[start:end]:
            return []
        if self.folded[start] in "[(":
            start += 1
        for piece in split_pieces(self.source, start, end):
            if piece.sep == "stop":
                self.group, self.status, self.dead = [], None, False
            self.feed(piece)
        return [s for s in self.said if s.status or any(d.kind in ("chair", "presided") for d in s.draft.details)]

    def person(self, atom: Atom, person: Person, sep: str) -> None:
        """Take in a person and what the words before say."""
        if not self.state.office:
            self.state.pending = None
        self.words_from = None
        super().person(atom, person, sep)

    def _keep(self, draft: Draft) -> None:
        """Take in a person's draft, with the status that the sentence gives."""
        super()._keep(draft)
        sep = draft.sep
        if draft.role_before and draft.role_before.endswith("s"):
            self.offices = draft.role_before
        elif self.offices and not draft.role_before and sep in ("comma", "and"):
            draft.role_before = self.offices
        said = Said(draft, self.status, also=self.also and self.status == "in_attendance")
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
        atom = self._without_party(atom)
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
        end, self.offices = atom.end, None
        waiting = self.state.pending if self.state.office else None
        self.state.pending, self.state.office = None, False
        office = self._office(atom)
        if office is not None and HOLDER.match(self.folded, atom.end):
            begin = waiting[0] if waiting and sep == "and" else office
            self.state.pending, self.state.office, self.words_from = (begin, atom.end), True, None
            return
        if office and office > atom.start:
            end = office
        own = text = _BREAK.sub(" ", self.folded[atom.start : end])
        if self.words_from is None:
            self.words_from = atom.start
        elif end - self.words_from < _REACH:
            text = _BREAK.sub(" ", self.folded[self.words_from : end])
        told = self._tell(text, own, atom, sep)
        if office and told:
            self.state.pending, self.state.office = (office, atom.end), True

    def _office(self, atom: Atom) -> int | None:
        """Where the office begins that the words of `atom` end in, if a name may follow it."""
        begin = max(atom.start, atom.end - _REACH)
        match = _OFFICE.match(self.folded[begin : atom.end])
        if (
            not match
            or self.folded[atom.end : atom.end + 1] in (".", ";", "")
            or not _is_office(match["office"])
            or _STANDS_IN.match(match["office"])
            or _MEMBERS.match(match["office"])
        ):
            return None
        return begin + match.start("office")

    def _tell(self, text: str, own: str, atom: Atom, sep: str) -> bool:
        """Act on the words `text`, the last of them `own`; False if they are beside the person before them."""
        if self._links(text) or self._tells_of_group(own) or self._opens_group(text, own):
            return True
        if self.group and sep in ("comma", "space", "dash") and not _GOES_ON.match(own):
            super().words(atom, sep)
            self.state.pending = None
            return False
        if self.group and _FROM.match(own):
            self.group[-1].draft.details.append(Detail("organisation", own.strip()[3:]))
            return True
        if _CLAUSE.search(own) and len(own) > _CLAUSE_LENGTH:
            self.status, self.dead = None, True
        return True

    def _links(self, text: str) -> bool:
        """True if `text` says that one person stands in for another."""
        again = text.strip() == "for" and any(s.status == "substitute" for s in self.said)
        if again or habit("stood_in_for").search(text):
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
        if _FOR_ABSENCE.match(own):
            self.group = []  # "... for absence, and of Cr Dent for lateness"
        elif habit("for_lateness").match(own):
            for said in self.group:
                said.status = None
            self.dead = True
        elif habit("sent_apologies").match(own):
            self._settle("apologies")
        elif habit("was_absent").match(own):
            self._settle("absent")
        elif habit("took_chair").match(own):
            self.group[-1].draft.details.append(Detail("presided", own.strip()))
            self._settle(None)
        elif self.attending and habit("attended").match(own):
            member = _JUST_PRESENT.search(own) and self.about != "in_attendance"
            for said in self.group if _JOINED.match(own) else []:
                said.also = not any(d.kind in ("role", "organisation") for d in said.draft.details)
            self._settle("present" if member else "in_attendance")
        else:
            return False
        return True

    def _opens_group(self, text: str, own: str) -> bool:
        """True if the words say what became of the people named next."""
        text, own = _THE.sub("", text), _THE.sub("", own)
        if habit("late").search(own):
            self.status, self.group = "present", []
        elif habit("no_word_from").search(own):
            self.status, self.group = "absent", []
        elif habit("apologies_from").search(text) or (
            self.about == "apologies" and (habit("received_from").search(text) or habit("received_from").search(own))
        ):
            self.status, self.group = "apologies", []
        elif chaired := habit("chaired_by").search(text):
            self.status, self.chairs = None, chaired[0] != "with"
        elif self.attending and self.said and _SO_DID.match(own):
            self.status, self.group = "in_attendance", []
        elif self.attending and habit("members_present").search(text):
            self.status = "present"
        elif self.attending and habit("also_present").search(text):
            self.status, self.also = "in_attendance", not _OFFICERS.search(text)
        else:
            return False
        return True

    def _settle(self, status: str | None) -> None:
        for said in self.group:
            if status and said.substitute_for is None:
                said.status = status
        self.status, self.dead = None, True


def _is_office(text: str) -> bool:
    """True if the last word of `text`, or the one before its "of", is of an office."""
    return is_post(text.rsplit(maxsplit=1)[-1].removesuffix("s")) or is_post(
        _LEADING.split(text, maxsplit=1)[0].split()[-1]
    )


def read_sentence(
    source: Source, start: int, end: int, *, attending: bool, about: str | None = None, status: str | None = None
) -> list[Said]:
    """What the sentence `text[start:end]` says of attendance. `attending`: it stands in the attendance part, so that
    "X also attended" counts; `about` is the status that the heading above it names, `status` that of the first people.
    """
    reader = ProseReader(source, about, attending)
    reader.status = status
    return reader.read_sentence(start, end)
