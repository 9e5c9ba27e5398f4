"""The signs by which a value may be trusted, read off the finished record: a few words a value, named in `SIGNS`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minuteparse.confidence.ground import Ground
from minuteparse.record import (
    Action,
    Attendance,
    Decision,
    Item,
    ItemPerson,
    Mention,
    Minutes,
    Part,
    Person,
    Vote,
)  # fmt: skip

Signs = tuple[str, ...]
Read = Iterator[tuple[str, Part, Signs]]

HEADER = ("organisation", "body", "date", "start", "end", "venue")
"""The parts of a header, in the order in which they are read."""
_NAMED = ("rule", "where", "words", "case", "after", "noun", "lines")
_TIMED = ("rule", "basis", "where", "doubted", "lines")
_DATED = ("rule", "basis", "far", "doubted", "lines")
_PERSON = ("rule", "title", "given", "known", "lines")
SIGNS: dict[str, tuple[str, ...]] = {
    **{f"header.{key}": _NAMED if key in {"organisation", "body", "venue"} else _TIMED for key in HEADER},
    "attendance": ("rule", "status", "parts", "place", "odd", "after", "doubted"),
    "attendance.substitute_for": _PERSON,
    "previous_minutes": _DATED,
    "next_meeting": _DATED,
    "item": ("rule", "kind", "number", "step", "case", "like after", "like", "body", "level", "numbers", "items"),
    "decision": ("rule", "kind", "words", "item", "like", "before", "begins"),
    "action": ("rule", "owners", "words", "like", "due", "many"),
    "vote": ("rule", "counts", "mover", "seconder"),
    "vote.mover": _PERSON,
    "vote.seconder": _PERSON,
    "vote.names": _PERSON,
    "declaration": ("rule", "interest", "known"),
    "person": ("rule", "attendee", "parts", "role", "again", "capitals", "after"),
    "date": _DATED,
}
"""The names of the signs of each field, in the order in which `read` gives their values."""

_YES = ("no", "yes")
_FEW = ("0", "1", "2", "3", "4+")
_ODD = re.compile(r"[^\w .'-]|\d")
_FIRST_WORD = re.compile(r"[a-z]+")
_NOUNS = (
    "council", "committee", "board", "panel", "group", "authority", "cabinet", "trust", "society", "school", "hall",
    "room", "chamber", "centre", "house", "office", "minutes", "meeting",
)  # fmt: skip


def read(minutes: Minutes, ground: Ground) -> Read:
    """Each value of the record with its field and its signs.

    A person inside another value (an attendee, a member who declares) has none of their own: they are as sure as it is.
    """
    for key in HEADER:
        mention = getattr(minutes.header, key)
        if mention is not None:
            field = f"header.{key}"
            yield field, mention, (_named if SIGNS[field] is _NAMED else _timed)(mention, ground)
    for entry in minutes.attendance:
        yield "attendance", entry, _attendance(entry, ground)
        if entry.substitute_for:
            yield "attendance.substitute_for", entry.substitute_for, _acting(entry.substitute_for, entry.by, ground)
    for mention in minutes.previous_minutes:
        yield "previous_minutes", mention, _dated(mention, ground)
    if minutes.next_meeting is not None:
        yield "next_meeting", minutes.next_meeting, _dated(minutes.next_meeting, ground)
    yield from _items(minutes, ground)


def _items(minutes: Minutes, ground: Ground) -> Read:
    items = minutes.items
    for i, item in enumerate(items):
        yield "item", item, _item(item, items[i - 1] if i else None, items[i + 1 : i + 2], ground)
        for decision in item.decisions:
            yield "decision", decision, _decision(decision, item.kind, ground)
        many = _FEW[min(len(item.actions), 4)]
        for action in item.actions:
            yield "action", action, _action(action, many, ground)
        for vote in item.votes:
            yield from _vote(vote, ground)
        for declaration in item.declarations:
            known = _YES[ground.knows(declaration.member)]
            yield "declaration", declaration, (declaration.by, declaration.interest or "none", known)
        for person in item.people:
            yield "person", person, _person(person, ground)
        for mention in item.dates:
            yield "date", mention, _dated(mention, ground)


def _named(mention: Mention, ground: Ground) -> Signs:
    low = mention.text.lower()
    return (
        mention.by,
        _where(mention.start, ground),
        _words(mention.text),
        _case(mention.text),
        _after(mention.end, ground),
        next((noun for noun in _NOUNS if noun in low), "none"),
        ground.lines,
    )


def _timed(mention: Mention, ground: Ground) -> Signs:
    where, doubted = _where(mention.start, ground), _YES[ground.doubted(mention.start, mention.end)]
    return mention.by, mention.basis, where, doubted, ground.lines


def _dated(mention: Mention, ground: Ground) -> Signs:
    far, doubted = _far(mention.value, ground.meeting), _YES[ground.doubted(mention.start, mention.end)]
    return mention.by, mention.basis, far, doubted, ground.lines


def _attendance(entry: Attendance, ground: Ground) -> Signs:
    name = entry.person.name
    return (
        entry.by,
        entry.status,
        _FEW[min(name.count(" ") + 1, 4)],
        _YES[entry.start < ground.header_end],
        _YES[_ODD.search(name) is not None],
        _after(entry.end, ground),
        _YES[ground.doubted(entry.start, entry.end)],
    )


def _acting(person: Person, by: str, ground: Ground) -> Signs:
    return by, _YES[bool(person.honorifics)], _YES[person.given is not None], _YES[ground.knows(person)], ground.lines


def _item(item: Item, before: Item | None, after: list[Item], ground: Ground) -> Signs:
    body = item.end - item.body_start
    return (
        item.by,
        item.kind,
        _style(item.number),
        _step(before.number, item.number) if before else "first",
        _case(item.title),
        _YES[bool(after) and after[0].by == item.by],
        _often(ground.rules[item.by]),
        "none" if body < 3 else "short" if body < 80 else "usual" if body < 1500 else "long",
        _FEW[min(item.level, 4)],
        ground.numbers,
        ground.items,
    )


def _decision(decision: Decision, item: str, ground: Ground) -> Signs:
    first = _FIRST_WORD.match(decision.text[:12].lower())
    return (
        decision.by,
        decision.kind,
        _words(decision.text),
        item,
        _often(ground.rules[decision.by]),
        _before(decision.start, ground),
        first[0] if first else "none",
    )


def _action(action: Action, many: str, ground: Ground) -> Signs:
    return (
        action.by,
        _FEW[min(len(action.owners), 4)],
        _words(action.text),
        _often(ground.rules[action.by]),
        "day" if action.due else "words" if action.due_text else "none",
        many,
    )


def _vote(vote: Vote, ground: Ground) -> Read:
    counted = vote.for_ is not None or vote.against is not None or vote.abstain is not None
    yield "vote", vote, (vote.by, _YES[counted], _YES[vote.mover is not None], _YES[vote.seconder is not None])
    if vote.mover:
        yield "vote.mover", vote.mover, _acting(vote.mover, vote.by, ground)
    if vote.seconder:
        yield "vote.seconder", vote.seconder, _acting(vote.seconder, vote.by, ground)
    for people in (vote.for_names, vote.against_names, vote.abstain_names):
        for person in people:
            yield "vote.names", person, _acting(person, vote.by, ground)


def _person(person: ItemPerson, ground: Ground) -> Signs:
    name = person.name
    return (
        person.by,
        _YES[person.attendee is not None],
        _FEW[min(name.count(" ") + 1, 4)],
        _YES[person.role is not None],
        _YES[ground.names[name] > 1],
        _YES[name.isupper()],
        _after(person.end, ground),
    )


def _where(start: int, ground: Ground) -> str:
    return "top" if start < 200 else "head" if start < 800 else "header" if start < ground.header_end else "later"


def _before(start: int, ground: Ground) -> str:
    """What stands before an offset: a blank line, a line break, a mark, or words."""
    left = ground.text[max(start - 2, 0) : start]
    if not left or left == "\n\n":
        return "blank"
    if "\n" in left:
        return "line"
    mark = left.strip()[-1:]
    return "words" if mark.isalnum() else mark


def _after(end: int, ground: Ground) -> str:
    """What stands after an offset: a line break, a mark, or words."""
    right = ground.text[end : end + 2]
    if not right or right[0] == "\n":
        return "line"
    mark = right.strip()[:1]
    return "words" if mark.isalnum() else mark


def _words(text: str) -> str:
    n = text.count(" ") + 1
    return (
        "1" if n == 1 else "2-4" if n < 5 else "5-8" if n < 9 else "9-15" if n < 16 else "16-40" if n < 41 else "more"
    )


def _case(text: str) -> str:
    if text.isupper():
        return "upper"
    return "title" if text.istitle() else "lower" if text[:1].islower() else "mixed"


def _often(n: int) -> str:
    return "1" if n < 2 else "2-3" if n < 4 else "4-7" if n < 8 else "more"


def _style(number: str) -> str:
    if not number:
        return "none"
    return "figures" if number.isdecimal() else "letters" if number.isalpha() else "code"


def _step(before: str, number: str) -> str:
    """How the number follows the one before: next, the same, a gap, back, or no telling."""
    if before.isdecimal() and number.isdecimal():
        step = int(number[:9]) - int(before[:9])
        return "next" if step == 1 else "same" if step == 0 else "gap" if step > 0 else "back"
    return "one" if not (before and number) else "codes"


def _far(value: str, meeting: str | None) -> str:
    """How far a date lies from the meeting's: its direction, and if more than a calendar year lies between them."""
    if meeting is None or not (value[:4].isdecimal() and meeting[:4].isdecimal()):
        return "unknown"
    years = int(value[:4]) - int(meeting[:4])
    if abs(years) > 1:
        return "years before" if years < 0 else "years after"
    return "same day" if value == meeting else "before" if value < meeting else "after"
