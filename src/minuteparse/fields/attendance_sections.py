"""One section of an attendance part: list or prose, read into findings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minuteparse.fields.attendance_columns import feed, give_column
from minuteparse.fields.attendance_cuts import Section
from minuteparse.fields.attendance_details import habit, is_organisation, is_post
from minuteparse.fields.attendance_drafts import Draft
from minuteparse.fields.attendance_entries import ListReader
from minuteparse.fields.attendance_merge import Found, from_draft, from_said
from minuteparse.fields.attendance_pieces import Piece, split_pieces
from minuteparse.fields.attendance_prose import read_sentence
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.names import patterns
from minuteparse.rules import rule, word_set
from minuteparse.text import Source

_IN_CHAIR = re.compile(r"(?i)in the chair|presid|chairing|cadeirydd")
_LONE = re.compile(r"[A-Z][a-z'-][A-Za-z'-]*(?:\s*\([^()]{0,60}\))?")
_LONE_LIST = 3
_POST_LABEL = re.compile(
    r"\b(?:clerk|minutes?[ -]secretary|secretary|minute[- ]taker|note[- ]taker|recording secretary|monitoring officer)$"
)
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
# Words of which a sentence about attendance holds one.
_TELLS = re.compile(
    r"(?i)present\b|attend|apolog|absen|chair|presid|to order|substitut|deputi|with (?:him|her|them)\b"
    r"|(?:opened|called) by|officers? w|roll|answer|in (?:his|her|their) place|sent |heard|joined"
)
# The office of the chair and whoever holds it, above the list of members.
_HOLDER = re.compile(
    r"(?i)(?:(?:the|right|worshipful|lord|deputy|vice|his|her|worship)[ -])*(?:mayor|provost|chair(?:man|woman|person)?"
    r"|convener|convenor|president)(?:,| -|:) *\n?(?:the )?(?-i:Councill?or|Cllr\.?|Alderman|Ald\.?|Bailie|Cr) [A-Z]"
)
_TOLD = 1500
_LEGEND = re.compile(r"(?i)\b(?:denotes?|indicates?|signif(?:y|ies))\b")
_REPLACED = re.compile(r"(?:substituted|represented|replaced|deputi[sz]ed)\b")
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})?[.)]?")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_NAMED_SO = re.compile(r"(?:Will|Gan|May|BE) [A-Z]")  # names that are verbs in small letters
_TIERS = re.compile(r"(?i)^(?:county|borough|district|city|unitary|ward|shire)\b")


def read_section(source: Source, section: Section, before: Section | None, marks: dict[str, str]) -> list[Found]:
    """The people of one `section`; `before` is the section above it."""
    tabled = section.status is None and len(_STATUS_CELL.findall(source.folded, section.start, section.end)) >= _TABLE
    told = tabled or source.holds(("mayor", "provost", "president"), section.start, section.end)
    if section.status is None and not told and not _TELLS.search(source.folded, section.start, section.end):
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
    for chunk in _chunks(pieces):
        if marks and _LEGEND.search(source.folded, chunk[0].start, chunk[-1].end):
            continue
        listed, prose = _divide(source.folded, chunk)
        if section.status is None and not tabled and listed and _HOLDER.match(source.folded, listed[0].start):
            found += read_holder(source, listed)
            continue
        count = len(reader.drafts)
        if count and _NUMBER.fullmatch(source.folded, chunk[0].start, chunk[-1].end):
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
            told = True
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
    for chunk in _chunks(split_pieces(source, start, min(section.end, start + _TOLD))):
        if chunk[0].sep == "blank":
            break
        said = read_sentence(source, chunk[0].start, chunk[-1].end, attending=True)
        found += [from_said(source, s, "attendance.prose") for s in said]
    return found if any(f.role == "Chair" for f in found) else []


def _lone_names(source: Source, pieces: list[Piece]) -> bool:
    """True if the list that `pieces` begin with is one of single names: "Orme, Dent and Pask", or first names."""
    first = [source.folded[p.start : p.end] for p in next(iter(_chunks(pieces)), [])]
    lone = [
        t
        for t in first
        if _LONE.fullmatch(t) and not is_post(t) and t.split("(")[0].strip() not in word_set("not_a_name")
    ]
    return len(lone) >= _LONE_LIST and len(lone) * 3 >= len(first) * 2


def _pieces(source: Source, section: Section) -> list[Piece]:
    made = split_pieces(source, *section.spans[0])
    for span in section.spans[1:]:
        made += [replace(p, sep="line") if n == 0 else p for n, p in enumerate(split_pieces(source, *span))]
    return made


def _chunks(pieces: list[Piece]) -> list[list[Piece]]:
    """`pieces` cut at blank lines and full stops."""
    chunks: list[list[Piece]] = []
    for piece in pieces:
        if not chunks or piece.sep in ("blank", "stop"):
            chunks.append([])
        chunks[-1].append(piece)
    return chunks


def _divide(folded: str, chunk: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a list, and the sentence that follows it in the same paragraph, if any."""
    for n, piece in enumerate(chunk):
        text = folded[piece.start : piece.end]
        if (
            not _is_prose(text)
            or (n and text.startswith("who "))
            or (piece.sep in ("dash", "comma") and _REPLACED.match(text))
        ):
            continue
        first = n
        if piece.sep == "semi" and not patterns().titled.match(text) and not speaks_for_name(text):
            return chunk[:n], chunk[n:]  # a remark after the list: "...; and others whose names are in the book"
        while (
            first
            and not folded.startswith("polog", chunk[first].start + 1)
            and (chunk[first].sep not in ("line", "bullet", "pipe") or _long_line(folded, chunk[first]))
        ):
            first -= 1
        return chunk[:first], chunk[first:]
    return chunk, []


def _is_prose(text: str) -> bool:
    """True if a verb in `text` makes it a sentence; one that begins a name ("Will Orme", "BE Dent") does not."""
    text = _BRACKETS.sub(" ", text) if "(" in text else text
    if rule("attendance", "count").may_match(text.lower()):
        text = habit("count").sub(" ", text)
    return any(not _NAMED_SO.match(text, verb.start()) for verb in habit("prose").finditer(text.lower()))


def _long_line(folded: str, piece: Piece) -> bool:
    end = folded.rfind("\n", 0, piece.start)
    begin = folded.rfind("\n", max(0, end - 200), end) + 1 if end > 0 else 0
    return end - begin >= 60 and len(folded[begin:end].strip()) >= 50


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
        self.served = self.served or bool(office and _POST_LABEL.search(office.casefold()))
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
