"""One section of an attendance part: list or prose, read into findings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minuteparse.fields.attendance_chunks import TELLS, chunks_of, divide, is_heading, passed_over, tells_more
from minuteparse.fields.attendance_columns import feed, give_column
from minuteparse.fields.attendance_cuts import Section
from minuteparse.fields.attendance_details import habit, is_organisation, is_post
from minuteparse.fields.attendance_drafts import Draft
from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_merge import from_draft, from_said
from minuteparse.fields.attendance_pieces import Piece, split_pieces
from minuteparse.fields.attendance_prose import read_sentence
from minuteparse.fields.attendance_register import Found
from minuteparse.fields.attendance_shapes import speaks_alone
from minuteparse.lexicon import given_names
from minuteparse.rules import word_set
from minuteparse.text import Source

_IN_CHAIR = re.compile(r"(?i)in the chair|presid|chairing|cadeirydd")
_LONE = re.compile(r"[A-Z][a-z'-][A-Za-z'-]*(?:\s*\([^()]{0,60}\))?")
_LONE_LIST = 3
_POST_LABEL = re.compile(
    r"\b(?:clerk|minutes?[ -]secretary|secretary|minute[- ]taker|note[- ]taker|recording secretary|monitoring officer)$"
)
# Who serves a body without being of it; the secretary and the treasurer of a society are of its committee.
_SERVES = re.compile(r"clerk$|(?:minutes?|committee|recording|company)[ -]secretary$|taker$|monitoring officer$")
_RESERVES = re.compile(
    r"(?i)\b(?:ordinary|appointed|full|absent) members?[\s|:]{1,40}(?:reserve|substitute) members?[\s|:]{0,40}$"
)
# A cell that says who came: `| Y |`, `   Excused`.
_STATUS_CELL = re.compile(
    r"(?m)(?:\||\t|  |\.\.)[ \t]{0,40}+(?i:present|absent|apologies|excused|[yn])(?:[ \t]*(?:\||$)| [-(])"
)
_TABLE = 2
_AWAY = ("apologies", "absent")
_COUNCILLORS = 2
_PLURAL = re.compile(r"\b(?:Councill?ors|Cllrs|Clrs|Crs|Aldermen|Messrs)\b")
_OFFICER = re.compile(
    r"(?i)\b(?:officer|manager|director|engineer|solicitor|clerk|secretary|surveyor|accountant|chief executive|head of"
    r"|superintendent|administrator|planner|treasurer)\b"
)
# The office of the chair and whoever holds it, above the list of members.
_HOLDER = re.compile(
    r"(?i)(?:(?:the|right|worshipful|lord|deputy|vice|his|her|worship)[ -])*(?:mayor|provost|chair(?:man|woman|person)?"
    r"|convener|convenor|president)(?:,| -|:) *\n?(?:the )?(?-i:Councill?or|Cllr\.?|Alderman|Ald\.?|Bailie|Cr) [A-Z]"
)
_TOLD = 1500
# A sentence of apologies whose names are a list below it.
_LIST_OF_APOLOGIES = re.compile(r"(?i)\bapolog[^:]{1,120}\b(?:from|by|behalf of|for)\s{0,3}:[\s-]*\Z")
_TIERS = re.compile(r"(?i)^(?:county|borough|district|city|unitary|ward|shire)\b")


def read_section(source: Source, section: Section, before: Section | None, marks: dict[str, str]) -> list[Found]:
    """The people of one `section`; `before` is the section above it."""
    tabled = section.status is None and len(_STATUS_CELL.findall(source.folded, section.start, section.end)) >= _TABLE
    told = tabled or source.holds(("mayor", "provost", "president"), section.start, section.end)
    if section.status is None and not told and not TELLS.search(source.folded, section.start, section.end):
        return []
    pieces = _pieces(source, section)
    reader = ListReader(source, frozenset(marks))
    reader.state.governed = "councillors" in section.label or "aldermen" in section.label
    reader.state.governed = reader.state.governed or (
        section.status is not None and bool(section.label) and _lone_names(source, pieces)
    )
    found: list[Found] = []
    column: list[Piece] = []
    told = False
    if section.status and habit("nobody").match(source.folded[section.start : section.end].lstrip()):
        first = next((n for n, p in enumerate(pieces) if n and p.sep in ("blank", "line", "stop")), len(pieces))
        pieces = pieces[first:]
    for chunk in chunks_of(pieces):
        if passed_over(source, chunk, marks):
            continue
        listed, prose = divide(source.folded, chunk)
        if told and not prose and tells_more(source, chunk):
            listed, prose = [], chunk
        if section.status is None and not tabled and listed and _HOLDER.match(source.folded, listed[0].start):
            found += read_holder(source, listed)
            continue
        count = len(reader.drafts)
        if count and is_heading(source, chunk, reader.drafts[-1].person.name):
            break
        told = told and not _STATUS_CELL.search(source.folded, chunk[0].start, chunk[-1].end)
        if (section.status or tabled) and listed and not told:
            feed(source, listed, reader, column)
            if (
                chunk[0].sep == "blank"
                and count
                and len(reader.drafts) == count
                and not column
                and not marks
                and not reader.public
            ):
                break
        if prose:
            opens = section.status if section.label and prose[0] is pieces[0] else None
            said = read_sentence(
                source,
                prose[0].start,
                prose[-1].end,
                attending=True,
                about=section.status,
                status=opens if opens in _AWAY else None,
            )
            found += [from_said(source, s, "attendance.prose") for s in said]
            told = bool(said) or not _LIST_OF_APOLOGIES.search(source.folded, prose[0].start, prose[-1].end + 1)
            if not said and count and not section.role:
                found += _narrated(source, section, prose[-1].end)
                break
    give_column(source, reader.drafts, column)
    return _listed(source, section, before, reader.drafts, marks) + found


def read_holder(source: Source, listed: list[Piece]) -> list[Found]:
    """The holder of the chair's office, who stands above the list of members: "The Mayor, Councillor Ann Orme"."""
    reader = ListReader(source)
    for piece in listed:
        reader.feed(piece)
    return [from_draft(source, draft, "present", "attendance.unlabelled") for draft in reader.drafts[:1]]


def _narrated(source: Source, section: Section, start: int) -> list[Found]:
    """What the sentences after a letterhead tell if one of them says who presided; nothing otherwise."""
    found: list[Found] = []
    for chunk in chunks_of(split_pieces(source, start, min(section.end, start + _TOLD))):
        if chunk[0].sep == "blank":
            break
        said = read_sentence(source, chunk[0].start, chunk[-1].end, attending=True)
        found += [from_said(source, s, "attendance.prose") for s in said]
    return found if any(f.role == "Chair" for f in found) else []


def _lone_names(source: Source, pieces: list[Piece]) -> bool:
    """True if the list that `pieces` begin with is one of single names: "Orme, Dent and Pask", or first names."""
    chunk = next(iter(chunks_of(pieces)), [])
    first = [source.folded[p.start : p.end] for p in chunk]
    turned = [speaks_alone(t.split("(")[0].strip()) for p, t in zip(chunk, first, strict=True) if p.sep == "comma"]
    if len(turned) > 1 and all(turned) and len(turned) * 2 >= len(first) and not speaks_alone(first[0]):
        return False  # "Orme, Jan; Dent, Bob"
    lone = [
        t
        for t in first
        if _LONE.fullmatch(t) and not is_post(t) and t.split("(")[0].strip() not in word_set("not_a_name")
    ]
    if len(lone) == len(first) and all(t.split("(")[0].strip().lower() in given_names() for t in lone):
        return any(speaks_alone(t.split("(")[0].strip()) for t in lone)
    return len(lone) >= _LONE_LIST and len(lone) * 3 >= len(first) * 2


def _pieces(source: Source, section: Section) -> list[Piece]:
    made = split_pieces(source, *section.spans[0])
    for span in section.spans[1:]:
        made += [replace(p, sep="line") if n == 0 else p for n, p in enumerate(split_pieces(source, *span))]
    return made


@dataclass(slots=True)
class _Company:
    """Who was read before in one list, as far as it tells members of a council from officers and guests among them."""

    source: Source
    start: int
    councillors: int = 0
    members: int = 0
    served: bool = False
    guests: bool = False

    def place(self, one: Found) -> Found:
        """`one`, in attendance if the list shows that it is an officer or comes from another council."""
        titles = [h.rstrip(".") for h in one.person.honorifics[:1]]
        councillor = bool(titles) and titles[0] in word_set("councillor_title")
        office = one.role if one.role and not councillor and _OFFICER.search(one.role) else None
        elsewhere = councillor and is_organisation(one.organisation or "")
        apart = self.served or self.councillors >= _COUNCILLORS
        if one.status == "present" and (
            (office and (apart or _PLURAL.search(self.source.folded, self.start, one.start)))
            or (elsewhere and self.members >= _COUNCILLORS and not self.guests)
        ):
            one = replace(one, status="in_attendance")
        self.served = self.served or bool(office and _SERVES.search(office.casefold()))
        self.guests = self.guests or bool(one.organisation)
        self.councillors += councillor
        self.members += 1
        return one


def _listed(
    source: Source, section: Section, before: Section | None, drafts: list[Draft], marks: dict[str, str]
) -> list[Found]:
    found: list[Found] = []
    tiers = [bool(d.tier and _TIERS.match(d.tier)) for d in drafts]
    empty_apologies = (
        before is not None
        and before.status == "apologies"
        and section.status == "in_attendance"
        and not source.folded[before.start : before.end].strip()
    )
    company = _Company(source, section.start)
    for n, draft in enumerate(drafts):
        status = marks.get(draft.mark or "", section.status or "present")
        guest = tiers[n] and not all(tiers) and not tiers[0] and draft.sep in ("stop", "line", "blank", "space")
        if status == "present" and (draft.public or guest):
            status = "in_attendance"
        if section.status is None and not any(d.kind == "status" for d in draft.details):
            continue
        one = company.place(from_draft(source, draft, status, section.by))
        if section.chair and n == 0:
            chair = "Chair" if _IN_CHAIR.search(section.chair) else section.chair
            one = replace(one, role=one.role if one.role and is_post(one.role) else chair)
        if n == 0 and not one.role and _POST_LABEL.search(section.label):
            one = replace(one, role=section.printed.split("/")[-1].strip())
        if section.role and not one.role:
            one = replace(one, role=section.role)
        if section.role and section.role.casefold().startswith(("substitute", "reserve")) and one.role == section.role:
            if _RESERVES.search(source.folded, max(0, section.start - 120), section.start) is not None:
                continue
            one = replace(one, role=None, status="substitute")
        if section.remote:
            one = replace(one, remote=True)
        label = section.label if not (empty_apologies and n == 0) else f"apologies|{section.label}"
        found.append(replace(one, label=label))
    return found
