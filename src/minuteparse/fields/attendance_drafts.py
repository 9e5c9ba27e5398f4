"""A person of a list while it is read, and what is printed beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minuteparse.fields.attendance_details import Detail, habit, is_post, read_details
from minuteparse.fields.attendance_pieces import Atom, State
from minuteparse.fields.attendance_shapes import is_surname, speaks_alone
from minuteparse.lexicon import given_names
from minuteparse.record import Person
from minuteparse.rules import word_set
from minuteparse.text import Source

_BESIDE = frozenset(["comma", "dash", "space", "gap", "pipe"])
_REMARK = re.compile(r"(?:with|by|on|who|in|at|as|to) ")
_VOTING = re.compile(r"(?i)(?:non[- ]?)?voting|ex officio|observer|by invitation")
CHAIRED = re.compile(r"(?i)(?:vice|deputy)?[- ]?(?:chair|conven)\w*$")
# The holder of an office, in brackets after it: "the Engineer (Mr P Orme)".
HOLDER = re.compile(r"\s*\((?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councill?or|Cr|Ald)\b")
# Offices that several hold, each with its field.
_SHARED_OFFICE = re.compile(
    r"(?i)(?:(?:assistant|deputy|corporate|executive|strategic|senior) )*(?:director|head) of services?$"
)
_FIELD = re.compile(r"\([A-Z][^()]+\)(?=\s*$)")
_OFFICE_OF = re.compile(r"(?i)(?:the )?[\w-]+ (?:of|de|du|for) ")


@dataclass(slots=True)
class Draft:
    """A person in a list, while the list is read. `public`: named after the number of the public."""

    person: Person
    start: int
    end: int
    details: list[Detail] = field(default_factory=list)
    role_before: str | None = None
    tier: str | None = None
    mark: str | None = None
    public: bool = False
    sep: str = "start"
    instead_of: Person | None = None


def add_bracket(source: Source, draft: Draft, text: str) -> None:
    """Take in what a bracket after `draft` says: of its own, or as the rest of the role before it."""
    details = [_meant(source, d) for d in read_details(text, draft.person.name, bracket=True)]
    last = draft.details[-1] if draft.details else None
    if last and last.kind == "status" and details and details[0].kind in ("role", "organisation"):
        details = [Detail("note", text.strip())]
    plain = not details or (
        len(details) == 1
        and ((details[0].kind in ("role", "organisation", "note") and not says_more(text)) or CHAIRED.match(text))
    )
    if last and last.kind == "role" and plain and _bracketed(source, draft, last.text):
        if details and details[0].kind in ("role", "organisation") and not CHAIRED.match(text):
            details = [Detail("organisation", text.strip())]
    elif last and last.kind == "role" and plain:
        if is_post(last.text):
            joined = Detail("role", f"{last.text} ({text.strip()})")
            draft.details[-1:] = [last, Detail("note", text.strip())] if _VOTING.match(text.strip()) else [joined]
            return
        draft.details[-1] = Detail("organisation", last.text)
    draft.details.extend(details)


def _bracketed(source: Source, draft: Draft, text: str) -> bool:
    """True if the role `text` beside `draft` stood in a bracket of its own: "Orme (Chairman) (Darnley)"."""
    at = source.folded.rfind(f"({text})", draft.person.end, draft.end)
    return at >= 0


def _dashed(source: Source, draft: Draft, last: Detail, atom: Atom) -> int | None:
    """Where the role `last` begins if a comma or gap parts it from the name, so that it may go on after a dash."""
    begin = source.text.rfind(last.text.split()[0], draft.person.end, atom.start)
    before = source.folded[draft.person.end : max(begin, draft.person.end)].rstrip()
    own = begin >= 0 and before[-1:] not in ("-", "(") and "(" not in source.folded[begin : atom.start]
    return begin if own else None


def _meant(source: Source, detail: Detail) -> Detail:
    """`detail` as the document explains it: "(R)" is a party, but for "R = remote"; "(LD)" one if more have it."""
    if detail.kind == "party" and len(detail.text) == 1:
        remote = re.search(rf"\b{detail.text}\)? ?[=:-] ?(?:attend\w+ )?(?:remote|virtual|online|via)", source.folded)
        return Detail("remote", detail.text) if remote else detail
    if detail.text == "GP" and ("(FG)" in source.folded or "(FF)" in source.folded):
        return Detail("party", detail.text)
    if detail.kind == "alias" and habit("party").match(detail.text):
        return Detail("party", detail.text) if source.folded.count(f"({detail.text})") > 1 else detail
    return detail


def surname_first(source: Source, draft: Draft, atom: Atom) -> bool:
    """True if initials after a comma are of the last person, known by surname: "Cllr Orme, J."."""
    last = draft.person
    if last.given or not last.honorifics or last.end != source.folded.rfind(",", 0, atom.start):
        return False
    name = source.quote(source.folded.rfind(last.name, 0, atom.start), atom.end).strip()
    draft.person = last.model_copy(
        update={
            "name": name,
            "given": name.rpartition(", ")[2],
            "end": atom.end,
            "text": source.quote(last.start, atom.end),
        }
    )
    return True


def turned(source: Source, waiting: tuple[int, int] | None, person: Person) -> Person | None:
    """The person of whom `person` is the first name, after the surname that waits: "Orme, Helen"; else `None`."""
    if waiting is None or person.given or not speaks_alone(person.name) or not is_surname(source.quote(*waiting)):
        return None
    name = source.quote(waiting[0], person.end)
    family = source.quote(*waiting)
    return person.model_copy(
        update={"name": name, "given": person.name, "family": family, "start": waiting[0], "text": name}
    )


def _half_of_office(before: Detail, text: str) -> bool:
    """True if `text`, after "and", is the end of a post whose first word reads as a body: "Police and Crime Lead"."""
    return before.kind == "organisation" and text[:1].isupper() and is_post(text) and " " in text


def add_words(source: Source, draft: Draft, atom: Atom, text: str, sep: str) -> None:
    """Give `draft` the detail `text`; one that a comma or "and" cut in two is read again as a whole."""
    last = draft.details[-1] if draft.details else None
    if text.startswith("who ") or (last and last.kind == "role" and _REMARK.match(text)):
        draft.details.append(Detail("note", text))
        return
    if last and last.kind == "role" and sep in ("dash", "colon") and _goes_on(text, draft):
        begin = _dashed(source, draft, last, atom)
        if begin is not None:
            draft.details[-1] = Detail("role", source.quote(begin, atom.end))
            draft.end = atom.end
            return
    joined = last and (sep == "and" or (sep == "comma" and last.kind == "role" and not says_more(text)))
    if last and joined:
        begin = source.text.rfind(last.text.split()[0], draft.start, atom.start)
        if source.folded.startswith(")", begin + len(last.text)):
            return  # the role was whole: it stood in brackets
        text = source.quote(begin, atom.end) if begin >= 0 else f"{last.text}, {text}"
        draft.details.pop()
    draft.details.extend(read_details(text, draft.person.name, bracket=False))
    draft.end = atom.end


def _goes_on(text: str, draft: Draft) -> bool:
    """True if `text`, after a dash, may be the rest of a role: neither a named body nor a word of presence."""
    kinds = {d.kind for d in read_details(text, draft.person.name, bracket=False)}
    return text[:1].isupper() and kinds <= {"role", "organisation"} and not habit("strong_organisation").search(text)


def with_field(text: str, end: int) -> int:
    """Where the office that ends at `end` of `text` ends with its field in brackets: "Director of Services (Roads)"."""
    field = _FIELD.search(text) if _SHARED_OFFICE.match(text[:end]) else None
    return field.end() if field else end


def own_office(text: str) -> str:
    """The last of the offices that commas part in `text`; all of it if what follows the comma is no office."""
    before, comma, last = text.rpartition(", ")
    return last if comma and is_post(before.rpartition(", ")[2]) and _OFFICE_OF.match(last) and is_post(last) else text


def says_more(text: str) -> bool:
    """True if `text` speaks of presence or of the chair, so that it is no part of a role."""
    return any(habit(name).search(text) for name in ("presence", "chair"))


def with_initial(source: Source, person: Person, letter: str, end: int) -> Person:
    """`person`, known by surname, with the initial that the bracket ending at `end` adds: "Orme (J)"."""
    name = f"{person.name} ({letter})"
    return person.model_copy(
        update={"name": name, "given": letter, "end": end, "text": source.quote(person.start, end)}
    )


def with_suffix(source: Source, person: Person, atom: Atom, text: str) -> Person:
    """`person` with the letters `text` that a comma parts from the name; "Jr." is part of the name: "Orme, Jr."."""
    plain = text.replace(".", "")
    if plain not in word_set("generation"):
        return person.model_copy(update={"suffixes": [*person.suffixes, plain]})
    return person.model_copy(
        update={
            "name": f"{person.name}{source.quote(person.end, atom.end)}",
            "end": atom.end,
            "text": source.quote(person.start, atom.end),
        }
    )


def partner_of(source: Source, person: Person, drafts: list[Draft], state: State) -> Person | None:
    """Who shares the family name of `person`, told by a first name and "and" before it: "Jo and Ann Orme".

    The first name was read as a person, as what is beside the last one, or waits; what it was read as is taken back.
    """
    if person.given is None or person.honorifics:
        return None
    last = drafts[-1] if drafts else None
    if last and last.person.given is None and not (last.details or last.person.honorifics or last.role_before):
        if last.person.name.lower() not in given_names() or (len(drafts) > 1 and drafts[-2].person.given is None):
            return None
        start, end = last.person.start, last.person.end
    elif state.pending:
        start, end = state.pending
    elif last and last.details and last.details[-1].kind == "role":
        end = last.end
        start = end - len(last.details[-1].text)
    else:
        return None
    first = source.quote(start, end)
    if first.lower() not in given_names() or source.folded[end : person.start].strip() not in ("and", "&"):
        return None
    if state.pending:
        state.pending = None
    elif last and start != last.person.start:
        last.details.pop()
    return person.model_copy(
        update={"name": f"{first} {person.family}", "given": first, "start": start, "end": end, "text": first}
    )


def stands_beside(source: Source, draft: Draft, state: State, atom: Atom, said: tuple[str, str]) -> bool:
    """True if the words `atom` are beside the name of `draft`; `said` is their text and the sign before them."""
    text, sep = said
    details = draft.details
    same_line = "\n" not in source.folded[draft.start : atom.start]
    if (
        sep in _BESIDE
        or (sep == "colon" and same_line and details and details[-1].kind == "role")
        or (sep == "and" and details and details[-1].kind == "role")
        or (
            sep == "and"
            and details
            and _half_of_office(details[-1], text)
            and not HOLDER.match(source.folded, atom.end)
        )
        or (sep == "line" and text[0].islower())
    ):
        return not (
            state.roles_first
            and sep in ("space", "comma", "line")
            and is_post(text)
            and not says_more(text)
            and not (sep == "comma" and CHAIRED.match(text))
        )
    return False
