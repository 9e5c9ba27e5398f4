"""What lists and sentences found, put together: one entry a person and status."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.fields.attendance_details import is_post
from minuteparse.fields.attendance_drafts import Draft
from minuteparse.fields.attendance_prose import Said
from minuteparse.fields.attendance_register import AWAY, LETTERHEAD, TOLD, Found, Register, same_person
from minuteparse.names import patterns, read_person
from minuteparse.record import Attendance, Person
from minuteparse.text import Source

_SERVANT = re.compile(r"(?i)\bclerk\b|\bminutes? (?:secretary|taker)|\bminute-taker|\bRFO\b|responsible financ")
_RANKS = frozenset(["PC", "PCSO", "CPO", "WPC", "PS", "Sgt", "Sergeant", "Insp", "Inspector"])
_RANK = re.compile(r"(?i)(?:council(?:l?or|man|woman|member)|cllr|ald(?:erman|erwoman)?)\.?$")
_CHAIR_LAST = re.compile(r"(?i).*, ?((?:vice|deputy|co)?[- ]?chair(?:man|woman|person)?)$", re.S)
_OF_CHAIR = re.compile(r"(?i)\bchair|\bconven|cathaoirleach")
_THE_OFFICE = re.compile(r"(?i)(?:the )?chair$")
_IRISH_CHAIR = re.compile(r"(?i)^an cathaoirleach$")


def from_draft(source: Source, draft: Draft, status: str | None, by: str) -> Found:
    """A list's `draft` as a finding of `status`; its details decide role, party, employer, mode and note."""
    if status in AWAY and any(d.kind == "chair" and not _THE_OFFICE.match(d.text) for d in draft.details):
        status = None  # who presided was there; "(Chair)" alone is the office of one who was not
    said: dict[str, list[str]] = {}
    for detail in draft.details:
        said.setdefault(detail.kind, []).append(detail.text)
    if draft.role_before and not is_post(draft.role_before) and any(is_post(text) for text in said.get("role", [])):
        said.setdefault("organisation", []).append(draft.role_before)  # "Parks Department - Mr Orme, Engineer"
        draft.role_before = None
    found = Found(
        draft.person,
        status,
        draft.start,
        draft.end,
        by,
        role=_role(draft, said) or draft.tier,
        party=next(iter(said.get("party", [])), None),
        organisation=next(iter(said.get("organisation", [])), None),
        remote="remote" in said,
        note="; ".join(said.get("guest", []) + said.get("note", [])) or None,
        alias=said["alias"][-1] if "alias" in said else None,
    )
    for detail in draft.details:
        match detail.kind:
            case "guest" if status == "present":
                found = replace(found, status="in_attendance")
            case "status" if not (detail.text == "present" and found.status in ("in_attendance", "substitute")):
                found = replace(found, status=detail.text)
            case "substitute":
                found = replace(found, status="substitute", substitute_for=_other(source, draft, detail.text))
    if draft.instead_of:
        found = replace(found, status="substitute", substitute_for=draft.instead_of)
    return found


def _role(draft: Draft, said: dict[str, list[str]]) -> str | None:
    """The role as printed; "Chair" of whoever is said to be in the chair, unless an office of the chair is printed."""
    role = draft.role_before
    for text in said.get("role", []):
        role = text if role is None or _OF_CHAIR.match(text) else role
    if ("chair" in said or ("presided" in said and not role)) and (role is None or not _OF_CHAIR.search(role)):
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


def entries(source: Source, found: list[Found]) -> list[Attendance]:
    """The record's entries from all findings, in order of the text."""
    register = Register()
    if not any(f.status == "present" for f in found):
        found = [replace(f, status="present") if _is_member(f) else f for f in found]
    elif all(f.by == "attendance.label_chair" for f in found if f.status == "present"):
        # "Cathaoirleach: ...", "In attendance: Councillors ...", "Officials: ..."
        found = [replace(f, status="present") if _is_member(f) and not _holds_post(f) else f for f in found]
    if sum(f.status == "present" for f in found) <= 1:
        # "The Chairman presided. There were also present ...": those are the members
        found = [replace(f, status="present") if f.also and f.status == "in_attendance" else f for f in found]
    for one in found:
        if one.by != LETTERHEAD:
            register.add(one)
    for one in found:
        if one.by == LETTERHEAD:
            register.know(one)
    kept = [_servant(f) for f in register.kept if f.status]
    kept = _replaced(kept)
    kept += [
        Found(gone, "apologies", gone.start, gone.end, f.by)
        for f in kept
        if f.by in TOLD and (gone := f.substitute_for) and not any(same_person(k.person, gone) for k in kept)
    ]
    replaced = [f.substitute_for for f in kept if f.substitute_for and f.substitute_for.given]
    kept = [_named(f, replaced) if f.status in AWAY and not f.person.given else f for f in kept]
    kept = [_fuller(f, kept) if f.substitute_for and not f.substitute_for.given else f for f in kept]
    kept.sort(key=lambda f: (f.start, f.end))
    return [_entry(source, f) for f in kept]


def _named(found: Found, replaced: list[Person]) -> Found:
    """`found`, an absent member known by surname, with the whole name that stands beside the substitute's."""
    whole = [p for p in replaced if same_person(p, found.person)]
    return replace(found, person=whole[0]) if len(whole) == 1 else found


def _fuller(found: Found, kept: list[Found]) -> Found:
    """`found`, whose member replaced is known by surname, with the whole name that the list of the absent gives."""
    gone = found.substitute_for
    whole = [k.person for k in kept if k.status in AWAY and k.person.given and gone and same_person(k.person, gone)]
    return replace(found, substitute_for=whole[0]) if len(whole) == 1 else found


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


def _holds_post(found: Found) -> bool:
    """True if `found` has an office that is not of the chair, as officers have."""
    return bool(found.role and not _OF_CHAIR.search(found.role) and is_post(found.role))


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
