"""Sentences that say who came: apologies received from, was absent, also attended, stood in for, took the chair."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.fields.attendance_atoms import Atom
from minuteparse.fields.attendance_details import Detail
from minuteparse.fields.attendance_entries import Draft, ListReader
from minuteparse.fields.attendance_pieces import split_pieces
from minuteparse.record import Person
from minuteparse.text import Source

_LATE = re.compile(
    r"(?i)apolog\w+\s+(?:for|of|due to)\s+(?:(?:his|her|their|the)\s+)?(?:late|being late|arriving late|having to leave|leaving|early)|for lateness|would be late"
)
_FROM = re.compile(
    r"(?i)\bapolog(?:y|ies)\b.{0,140}?\b(?:from|by|behalf of|for)\s*:?$|\bapolog(?:y|ies)\b(?:[ :-]+(?:for absence|received|noted|accepted|were|was|had been|given|tendered))*\s*:?$|regrets.{0,40}from$",
    re.S,
)
_RECEIVED = re.compile(r"(?i)(?:received|accepted|noted|tendered|recorded|^\W*)\s*(?:from|by)\s*:?$")
_SENT = re.compile(
    r"(?i)^(?!.*\bfrom\b)\W*(?:(?:have|has|had|also|all|both|both had|who) )*(?:sent|gave|given|tendered|submitted|offered|conveyed|extended|expressed|made|forwarded)?\s*(?:(?:his|her|their|its|an|in)\s+)*(?:apolog(?:y|ies)|apologi[sz]ed(?! for (?:late|not|the)))\b"
)
_ABSENT = re.compile(
    r"(?i)^\W*(?:(?:was|were|is|are|had been)\s+(?:also\s+|both\s+)?(?:absent|not present|not in attendance|recorded as absent)|did not attend|failed to attend)"
)
_ATTENDED = re.compile(
    r"(?i)^\W*(?:(?:was|were|is|are)\s+)?(?:(?:also|both|all|then|who)\s+)*(?:(?:was|were)\s+)?(?:also\s+)?(?:attended|attending|in attendance|present|participated|joined (?:the meeting )?(?:remotely|via|by|on))\b"
)
_JUST_PRESENT = re.compile(r"(?i)^(?!.*\balso\b).*\b(?:was|were)\b.{0,12}\bpresent\b", re.S)
_ALSO = re.compile(
    r"(?i)\b(?:also (?:present|in attendance|attending|attended)|in attendance|others? present|guests?)\b.{0,60}$", re.S
)
_PRESENT = re.compile(
    r"(?i)(?:members?|councill?ors?|directors|trustees|supervisors|commissioners|board|those)[\w\s]{0,30}\b(?:in attendance (?:are|were)|present|attending|answered)\b.{0,40}$|^\W*present (?:at [\w ]{0,30})?(?:were|was)\b.{0,30}$|answered\W*$|answering (?:to )?roll call\W*",
    re.S,
)
_CHAIR = re.compile(
    r"(?i)^\W*(?:(?:was|is|being|who|then|having|had)\s+)*(?:in the chair|presid(?:ed|ing)|took the chair|chaired|chairing|acted as chair|assumed the chair|opened the meeting as chair|called the (?:monthly |regular |special )?meeting to order)"
)
_CHAIRED_BY = re.compile(r"(?i)(?:chaired|presided over|called to order|opened) by (?:the )?(?:chair\w*,? )?$|\bwith$")
_SUBSTITUTES = re.compile(
    r"(?i)(?:as (?:a |an |the )?(?:named )?substitute(?: member)?s? for|substitut(?:ed|ing|es) for|deputi[sz](?:ed|ing) for|(?:stood|standing|sat|sitting|sit) in for|substitute(?: member)? for|in (?:the )?(?:place|stead|absence) of"
    r"|\breplac(?:ed|ing)|in lieu of|as (?:a )?deputy for|to act for|sub(?:\.| for))\s*$"
)
_SUBSTITUTED_BY = re.compile(
    r"(?i)(?:substituted by|replaced by|represented by|was substituted (?:at the meeting )?by|for whom|whose substitute was|with)\s*$"
)
_HIS_SUBSTITUTE = re.compile(
    r"(?i)(?:as|being|was|is|acted as|attended as|attending as)\s+(?:a |an |the )?(?:(?:his|her|their)\s+)?(?:named )?(?:substitute|deputy|replacement|delegate)\b|\battended in (?:his|her|their) (?:absence|place|stead)|in (?:his|her|their) (?:place|stead)"
)
_POINT = re.compile(r"(?i)(?:joined|arrived|left|entered|withdrew|departed|from|until)\b")
_REACH = 300  # words between two people are looked at together up to here


@dataclass(slots=True)
class Said:
    """A person of whom a sentence says `status`, perhaps in place of another; `status` None says only what `draft` holds."""

    draft: Draft
    status: str | None
    substitute_for: Draft | None = None


class ProseReader(ListReader):
    """Reads one sentence: groups of people and the words between them."""

    def __init__(self, source: Source, about: str | None, attending: bool) -> None:
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
        if _LATE.search(self.folded, start, end):
            return []
        if self.folded[start] in "[(":
            start += 1
        for piece in split_pieces(self.source, start, end):
            before = len(self.drafts)
            self.feed(piece)
            if self.folded[piece.start : piece.end].isspace() and before == len(self.drafts):
                continue
        return [s for s in self.said if s.status or any(d.kind == "chair" for d in s.draft.details)]

    def person(self, atom: Atom, person: Person, sep: str) -> None:
        """Take in a person and what the words before say."""
        self.state.pending, self.words_from = None, None
        super().person(atom, person, sep)
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
        inner = self.source.folded[atom.start + 1 : atom.end - 1]
        if self.drafts and re.search(r"(?i)substitut|deput|in (?:his|her|their) place|represented by", inner):
            reader = ListReader(self.source)
            found = reader.read(atom.start + 1, atom.end - 1)
            if found and not re.match(r"(?i)\s*(?:as )?(?:substitut|for\b|deputi)", inner):
                self.said.append(
                    Said(Draft(found[0].person, atom.start + 1, atom.end - 1), "substitute", self.drafts[-1])
                )
                return
        super().bracket(atom)

    def words(self, atom: Atom, sep: str) -> None:  # noqa: C901, PLR0912
        """Take in the words between people, which say what became of those before or after them."""
        text = own = self.source.folded[atom.start : atom.end]
        if self.words_from is not None and atom.end - self.words_from < _REACH:
            text = self.source.folded[self.words_from : atom.end]
        elif self.words_from is None:
            self.words_from = atom.start
        if _SUBSTITUTES.search(text):
            self.link = "for"
        elif _SUBSTITUTED_BY.search(text) and self.group and not _CHAIRED_BY.search(text):
            self.link = "by"
            if self.about == "apologies" and self.group[-1].status is None:
                self.group[-1].status = "apologies"
        elif _HIS_SUBSTITUTE.search(text) and self.group:
            last = self.group[-1]
            before = [s for s in self.said if s is not last]
            if before and last.draft.person.start > before[-1].draft.person.start:
                last.status, last.substitute_for = "substitute", before[-1].draft
            self.dead = True
        elif self.group and not self.dead and _SENT.match(own):
            self._settle("apologies")
        elif self.group and not self.dead and _ABSENT.match(own):
            self._settle("absent")
        elif _FROM.search(text) or (self.about == "apologies" and _RECEIVED.search(text)):
            self.status, self.group = "apologies", []
        elif self.group and not self.dead and _CHAIR.match(own):
            self.group[-1].draft.details.append(Detail("chair", text.strip()))
            self._settle(None)
        elif _CHAIRED_BY.search(text):
            self.status, self.link = None, "chair"
        elif self.attending and self.group and not self.dead and _ATTENDED.match(own):
            self._settle("present" if _JUST_PRESENT.search(own) else "in_attendance")
        elif self.attending and _PRESENT.search(text):
            self.status = "present"
        elif self.attending and _ALSO.search(text):
            self.status = "in_attendance"
        elif (
            self.group
            and sep in ("comma", "space", "dash")
            and not re.match(r"\W*(?:and|by|from|for|also|who|was|were|had|has|is|to|it|in|on|that)\b", text)
        ):
            super().words(atom, sep)
            self.state.pending = None
        elif re.search(r"[a-z]{3}", text) and len(text) > 12:
            self.status = None
            self.dead = True

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
