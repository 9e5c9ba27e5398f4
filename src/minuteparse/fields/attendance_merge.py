"""What lists and sentences found, put together: one entry a person and status."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minuteparse.fields.attendance_entries import Draft
from minuteparse.fields.attendance_prose import Said
from minuteparse.names import patterns, read_person
from minuteparse.record import Attendance, Person
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Found:
    """One person as one place of the text has them. `status` None: only what is said of a person listed elsewhere."""

    person: Person
    status: str | None
    start: int
    end: int
    by: str
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    substitute_for: Person | None = None
    remote: bool = False
    note: str | None = None
    alias: str | None = None
    label: str = ""
    also: bool = False


_SERVANT = re.compile(r"(?i)\bclerk\b|\bminutes? (?:secretary|taker)|\bminute-taker|\bRFO\b|responsible financ")
_RANKS = frozenset(["PC", "PCSO", "CPO", "WPC", "PS", "Sgt", "Sergeant", "Insp", "Inspector"])
_TOLD = frozenset(["attendance.prose", "attendance.sentence"])
_AWAY = frozenset(["apologies", "absent"])
_RANK = re.compile(r"(?i)(?:council(?:l?or|man|woman|member)|cllr|ald(?:erman|erwoman)?)\.?$")
_CHAIR_LAST = re.compile(r"(?i).*, ?((?:vice|deputy|co)?[- ]?chair(?:man|woman|person)?)$", re.S)
_OF_CHAIR = re.compile(r"(?i)\bchair|\bconven|cathaoirleach")
_IRISH_CHAIR = re.compile(r"(?i)^an cathaoirleach$")


def from_draft(source: Source, draft: Draft, status: str | None, by: str) -> Found:
    """A list's `draft` as a finding of `status`; its details decide role, party, employer, mode and note."""
    if status in _AWAY and any(d.kind == "chair" for d in draft.details):
        status = None
    found = Found(draft.person, status, draft.start, draft.end, by)
    notes: list[str] = []
    chair = presided = False
    role = draft.role_before
    for detail in draft.details:
        match detail.kind:
            case "role":
                role = detail.text if role is None or _OF_CHAIR.match(detail.text) else role
            case "chair":
                chair = True
            case "presided":
                presided = True
            case "guest":
                found = replace(found, status="in_attendance" if status == "present" else status)
                notes.append(detail.text)
            case "party":
                found = replace(found, party=found.party or detail.text)
            case "organisation":
                found = replace(found, organisation=found.organisation or detail.text)
            case "remote":
                found = replace(found, remote=True)
            case "status" if not (detail.text == "present" and found.status == "in_attendance"):
                found = replace(found, status=detail.text)
            case "note":
                notes.append(detail.text)
            case "alias":
                found = replace(found, alias=detail.text)
            case "substitute":
                found = replace(found, status="substitute", substitute_for=_other(source, draft, detail.text))
    if draft.instead_of:
        found = replace(found, status="substitute", substitute_for=draft.instead_of)
    return replace(found, role=_role(role, chair or (presided and not role)) or draft.tier, note="; ".join(notes) or None)


def _role(role: str | None, chair: bool) -> str | None:
    """`role` as printed; "Chair" of whoever is said to be in the chair, unless an office of the chair is printed."""
    if chair and (role is None or not _OF_CHAIR.search(role)):
        return "Chair"
    if role is None or _RANK.match(role):
        return None
    role = role.rpartition(" / ")[2]
    last = _CHAIR_LAST.match(role)
    return last[1] if last else "Chair" if _IRISH_CHAIR.match(role) else role


def from_said(source: Source, said: Said, by: str) -> Found:
    """A sentence's finding."""
    found = from_draft(source, said.draft, said.status, by)
    if said.substitute_for:
        found = replace(found, substitute_for=said.substitute_for.person)
    return replace(found, also=said.also)


def _other(source: Source, draft: Draft, text: str) -> Person | None:
    """The person replaced, whose words `text` stand somewhere in the draft's span."""
    text = text.strip()
    if not text:
        return None
    first = text.split()[0]
    at = source.folded.find(first, draft.person.end, draft.end + 1)
    while at >= 0 and source.quote(at, draft.end)[: len(text)] != text[: len(source.quote(at, draft.end))]:
        at = source.folded.find(first, at + 1, draft.end + 1)
    if at < 0:
        return None
    titled = patterns().titled.match(source.folded, at, draft.end)
    stop = draft.end
    for cut in (",", ";", ")", " - ", " from ", " until "):
        where = source.folded.find(cut, at, stop)
        stop = where if where >= 0 else stop
    return read_person(source, at, stop, titled=titled is not None)


def same_person(one: Person, other: Person) -> bool:
    """True if the two names may be one person's: same family name, given names that agree if both are printed."""
    if one.family is None or other.family is None or one.family.casefold() != other.family.casefold():
        return False
    if not one.given or not other.given:
        return True
    a, b = one.given.replace(".", " ").split(), other.given.replace(".", " ").split()
    return all(_agree(x.casefold(), y.casefold()) for x, y in zip(a[:1], b[:1], strict=True))


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def entries(source: Source, found: list[Found]) -> list[Attendance]:
    """The record's entries from all findings, in order of the text."""
    kept: list[Found] = []
    if not any(f.status == "present" for f in found):
        found = [replace(f, status="present") if _is_member(f) else f for f in found]
    if sum(f.status == "present" for f in found) <= 1:
        # "The Chairman presided. There were also present ...": those are the members
        found = [replace(f, status="present") if f.also and f.status == "in_attendance" else f for f in found]
    for one in found:
        _add(kept, one)
    kept = [_servant(f) for f in kept if f.status]
    kept = _replaced(kept)
    kept += [
        Found(gone, "apologies", gone.start, gone.end, f.by)
        for f in kept
        if f.by in _TOLD and (gone := f.substitute_for) and not any(same_person(k.person, gone) for k in kept)
    ]
    kept.sort(key=lambda f: (f.start, f.end))
    return [_entry(source, f) for f in kept]


def _servant(found: Found) -> Found:
    """Clerks and police named among the members are in attendance."""
    rank = any(h.rstrip(".") in _RANKS for h in found.person.honorifics)
    if found.status == "present" and (rank or (found.role and _SERVANT.search(found.role))):
        return replace(found, status="in_attendance")
    return found


def _is_member(found: Found) -> bool:
    """True if `found` stands in a list headed "In attendance" that, for want of another, is the list of members."""
    listed = found.label.endswith("in attendance") or found.label in ("councillors", "members")
    return found.status == "in_attendance" and listed and not (found.role and _SERVANT.search(found.role))


def aliases(found: list[Found]) -> dict[str, Person]:
    """The initials printed beside names, each with its person; initials of two people are left out."""
    known: dict[str, Person] = {}
    shared: set[str] = set()
    for one in found:
        if one.alias is None:
            continue
        before = known.setdefault(one.alias, one.person)
        if not same_person(before, one.person):
            shared.add(one.alias)
    return {alias: person for alias, person in known.items() if alias not in shared}


def _replaced(kept: list[Found]) -> list[Found]:
    """Whoever was replaced and stands right after an empty list of apologies was not in attendance."""
    gone = [f.substitute_for for f in kept if f.status == "substitute" and f.substitute_for]
    return [
        replace(f, status="apologies")
        if f.label.startswith("apologies|") and any(same_person(f.person, g) for g in gone)
        else f
        for f in kept
    ]


def _add(kept: list[Found], one: Found) -> None:
    matches = [n for n, f in enumerate(kept) if same_person(f.person, one.person)]
    exact = [n for n in matches if kept[n].person.name.casefold() == one.person.name.casefold()]
    matches = exact or matches
    same = [n for n in matches if kept[n].status == one.status]
    if one.status is None:
        here = [n for n in matches if kept[n].status in ("present", "substitute", "in_attendance")]
        if len(here) == 1:
            kept[here[0]] = _joined(kept[here[0]], one)
        elif not here and one.role:
            kept.append(replace(one, status="present"))
        return
    if one.status == "substitute":
        here = [n for n in matches if kept[n].status in ("present", "in_attendance", "substitute")]
        if here:
            fuller = one.person if kept[here[0]].person.given is None else kept[here[0]].person
            kept[here[0]] = replace(_joined(kept[here[0]], one), status="substitute", person=fuller)
            return
    if one.status in _AWAY:
        same = [n for n in matches if kept[n].status in _AWAY]
        if same and "apologies" in (one.status, kept[same[0]].status):
            kept[same[0]] = replace(kept[same[0]], status="apologies")
    elif one.status in ("present", "in_attendance"):
        same = [n for n in matches if kept[n].status in ("present", "in_attendance", "substitute")]
        if (
            one.person.given is None
            and same
            and kept[same[0]].person.given
            and one.status == kept[same[0]].status
            and not one.role
        ):
            same = same[:1] if len(same) == 1 else []
        elif len(same) == 1 and kept[same[0]].person.given is None and kept[same[0]].by in _TOLD:
            kept[same[0]] = replace(kept[same[0]], person=one.person)
        elif (
            same
            and kept[same[0]].person.name.casefold() != one.person.name.casefold()
            and one.person.given
            and kept[same[0]].person.given is None
        ):
            same = []
    if same:
        kept[same[0]] = _joined(kept[same[0]], one)
    else:
        kept.append(one)


def _joined(old: Found, new: Found) -> Found:
    return replace(
        old,
        role=new.role if new.role and old.role == "Chair" and old.by in _TOLD else old.role or new.role,
        party=old.party or new.party,
        organisation=old.organisation or new.organisation,
        substitute_for=old.substitute_for or new.substitute_for,
        remote=old.remote or new.remote,
        note=old.note or new.note,
        alias=old.alias or new.alias,
    )


def _entry(source: Source, found: Found) -> Attendance:
    return Attendance(
        person=found.person,
        status=found.status,
        role=found.role,
        party=found.party,
        organisation=found.organisation,
        substitute_for=found.substitute_for,
        mode="remote" if found.remote else None,
        note=found.note,
        start=found.start,
        end=found.end,
        by=found.by,
    )
