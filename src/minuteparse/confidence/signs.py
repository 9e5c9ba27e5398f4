"""The signs by which a value may be trusted, read off the finished record: a few words a value, named in `SIGNS`."""

from __future__ import annotations

from collections.abc import Iterator

from minuteparse.confidence.ground import Ground
from minuteparse.record import (
    Action,
    Attendance,
    Decision,
    Declaration,
    Item,
    ItemPerson,
    Mention,
    Minutes,
    Part,
    Person,
    Vote,
)

Signs = tuple[str, ...]

_MENTION = ("rule", "where", "words", "again", "basis", "lines", "doubted")
_NAME = ("rule", "title", "parts", "given", "known", "capitals", "lines", "kind")
SIGNS: dict[str, tuple[str, ...]] = {
    **{f"header.{key}": _MENTION for key in ("organisation", "body", "venue", "date", "start", "end")},
    "attendance": (
        "rule", "status", "title", "parts", "role", "words", "again", "like", "place", "doubted", "lines", "odd",
    ),
    "attendance.substitute_for": ("rule", "title", "parts", "given", "known", "capitals", "lines", "kind"),
    "item": (
        "rule", "kind", "number", "step", "words", "case", "stop", "before", "after", "like", "body", "level", "lines",
        "numbers", "items",
    ),
    "decision": ("rule", "kind", "words", "stop", "begins", "item", "like", "lines", "many"),
    "action": ("rule", "owners", "words", "stop", "begins", "item", "like", "lines", "due", "known"),
    "vote": ("rule", "counts", "mover", "seconder", "known", "names", "item", "like", "lines"),
    "vote.mover": _NAME,
    "vote.seconder": _NAME,
    "vote.names": _NAME,
    "declaration": ("rule", "interest", "title", "parts", "known", "nature", "item", "lines"),
    "person": ("rule", "attendee", "title", "parts", "given", "role", "again", "item", "capitals", "like", "lines"),
    "date": ("rule", "basis", "year", "far", "item", "lines", "doubted"),
    "previous_minutes": ("rule", "basis", "far", "many", "lines", "doubted"),
    "next_meeting": ("rule", "basis", "far", "lines", "doubted"),
}  # fmt: skip
"""The names of the signs of each field, in the order in which `read` gives their values."""

HEADER = ("organisation", "body", "date", "start", "end", "venue")
_YES = ("no", "yes")
_FEW = ("0", "1", "2", "3", "4+")


def read(minutes: Minutes, ground: Ground) -> Iterator[tuple[str, Part, Signs]]:
    """Each value of the record with its field and its signs.

    A person inside another value (an attendee, a member who declares) has none of his own: he is as sure as that value.
    """
    for key in HEADER:
        mention = getattr(minutes.header, key)
        if mention is not None:
            yield f"header.{key}", mention, _mention(mention, ground)
    for i, entry in enumerate(minutes.attendance):
        yield "attendance", entry, _attendance(entry, i in ground.attended, ground)
        if entry.substitute_for:
            yield "attendance.substitute_for", entry.substitute_for, _name(entry.substitute_for, entry.by, "", ground)
    many = _FEW[min(len(minutes.previous_minutes), 4)]
    for mention in minutes.previous_minutes:
        yield "previous_minutes", mention, (
            mention.by, mention.basis, _far(mention, ground), many, ground.lines, _doubted(mention, ground),
        )  # fmt: skip
    if minutes.next_meeting is not None:
        m = minutes.next_meeting
        yield "next_meeting", m, (m.by, m.basis, _far(m, ground), ground.lines, _doubted(m, ground))
    yield from _items(minutes, ground)


def _items(minutes: Minutes, ground: Ground) -> Iterator[tuple[str, Part, Signs]]:
    items = minutes.items
    for i, item in enumerate(items):
        before, after = items[i - 1] if i else None, items[i + 1] if i + 1 < len(items) else None
        yield "item", item, _item(item, before, after, ground)
        kind = item.kind
        many = _FEW[min(len(item.decisions), 4)]
        for decision in item.decisions:
            yield "decision", decision, _decision(decision, kind, many, ground)
        for action in item.actions:
            yield "action", action, _action(action, kind, ground)
        for vote in item.votes:
            yield from _vote(vote, kind, ground)
        for declaration in item.declarations:
            yield "declaration", declaration, _declaration(declaration, kind, ground)
        for person in item.people:
            yield "person", person, _person(person, kind, ground)
        for mention in item.dates:
            yield "date", mention, (
                mention.by, mention.basis, _YES["20" in mention.text or "19" in mention.text], _far(mention, ground),
                kind, ground.lines, _doubted(mention, ground),
            )  # fmt: skip


def _mention(mention: Mention, ground: Ground) -> Signs:
    at = mention.start
    return (
        mention.by,
        "top" if at < 200 else "head" if at < 800 else "header" if at < ground.header_end else "later",
        _words(mention.text),
        _YES[ground.lower.find(mention.text.lower(), mention.end) >= 0],
        mention.basis,
        ground.lines,
        _doubted(mention, ground),
    )


def _attendance(entry: Attendance, again: bool, ground: Ground) -> Signs:
    person = entry.person
    return (
        entry.by,
        entry.status,
        _YES[bool(person.honorifics)],
        _parts(person),
        _YES[entry.role is not None],
        _words_between(entry.start, entry.end),
        _YES[again],
        _often(ground.rules[entry.by]),
        _YES[entry.start < ground.header_end],
        _doubted(entry, ground),
        ground.lines,
        _YES[not person.name.replace(" ", "").replace("-", "").replace(".", "").replace("'", "").isalpha()],
    )


def _name(person: Person, by: str, kind: str, ground: Ground) -> Signs:
    return (
        by,
        _YES[bool(person.honorifics)],
        _parts(person),
        _YES[person.given is not None],
        _YES[ground.knows(person)],
        _YES[person.name.isupper()],
        ground.lines,
        kind,
    )


def _item(item: Item, before: Item | None, after: Item | None, ground: Ground) -> Signs:
    title, body = item.title, item.end - item.body_start
    return (
        item.by,
        item.kind,
        _style(item.number),
        _step(before.number, item.number) if before else "first",
        _words(title) if title else "none",
        "upper" if title.isupper() else "title" if title.istitle() else "lower" if title[:1].islower() else "mixed",
        _YES[title.endswith((".", ":", ",", ";"))],
        _YES[before is not None and before.by == item.by],
        _YES[after is not None and after.by == item.by],
        _often(ground.rules[item.by]),
        "none" if body < 3 else "short" if body < 80 else "usual" if body < 1500 else "long",
        _FEW[min(item.level, 4)],
        ground.lines,
        ground.numbers,
        _often(ground.items),
    )


def _decision(decision: Decision, kind: str, many: str, ground: Ground) -> Signs:
    text = decision.text
    return (
        decision.by,
        decision.kind,
        _words(text),
        _YES[text.endswith((".", ";"))],
        _YES[text[:1].isupper()],
        kind,
        _often(ground.rules[decision.by]),
        ground.lines,
        many,
    )


def _action(action: Action, kind: str, ground: Ground) -> Signs:
    text = action.text
    return (
        action.by,
        _FEW[min(len(action.owners), 4)],
        _words(text),
        _YES[text.endswith((".", ";"))],
        _YES[text[:1].isupper()],
        kind,
        _often(ground.rules[action.by]),
        ground.lines,
        "day" if action.due else "words" if action.due_text else "none",
        _YES[any(owner.rpartition(" ")[2].lower() in ground.families for owner in action.owners)],
    )


def _vote(vote: Vote, kind: str, ground: Ground) -> Iterator[tuple[str, Part, Signs]]:
    voters = (*vote.for_names, *vote.against_names, *vote.abstain_names)
    yield "vote", vote, (
        vote.by,
        _YES[vote.for_ is not None or vote.against is not None or vote.abstain is not None],
        _YES[vote.mover is not None],
        _YES[vote.seconder is not None],
        _YES[ground.knows(vote.mover or vote.seconder)],
        _YES[bool(voters)],
        kind,
        _often(ground.rules[vote.by]),
        ground.lines,
    )  # fmt: skip
    if vote.mover:
        yield "vote.mover", vote.mover, _name(vote.mover, vote.by, kind, ground)
    if vote.seconder:
        yield "vote.seconder", vote.seconder, _name(vote.seconder, vote.by, kind, ground)
    for person in voters:
        yield "vote.names", person, _name(person, vote.by, kind, ground)


def _declaration(declaration: Declaration, kind: str, ground: Ground) -> Signs:
    member = declaration.member
    return (
        declaration.by,
        declaration.interest or "none",
        _YES[bool(member.honorifics)],
        _parts(member),
        _YES[ground.knows(member)],
        _YES[declaration.nature is not None],
        kind,
        ground.lines,
    )


def _person(person: ItemPerson, kind: str, ground: Ground) -> Signs:
    return (
        person.by,
        _YES[person.attendee is not None],
        _YES[bool(person.honorifics)],
        _parts(person),
        _YES[person.given is not None],
        _YES[person.role is not None],
        _YES[ground.names[person.name] > 1],
        kind,
        _YES[person.name.isupper()],
        _often(ground.rules[person.by]),
        ground.lines,
    )


def _words(text: str) -> str:
    n = text.count(" ") + 1
    return "1" if n == 1 else "2-4" if n < 5 else "5-8" if n < 9 else "9-15" if n < 16 else "16-40" if n < 41 else "more"


def _words_between(start: int, end: int) -> str:
    n = end - start
    return "short" if n < 12 else "usual" if n < 60 else "long" if n < 120 else "more"


def _parts(person: Person) -> str:
    return _FEW[min(person.name.count(" ") + 1, 4)]


def _often(n: int) -> str:
    return "1" if n < 2 else "2-3" if n < 4 else "4-7" if n < 8 else "more"


def _doubted(part: Mention | Attendance, ground: Ground) -> str:
    return _YES[ground.doubted(part.start, part.end)]


def _style(number: str) -> str:
    if not number:
        return "none"
    return "figures" if number.isdecimal() else "letters" if number.isalpha() else "code"


def _step(before: str, number: str) -> str:
    """How the number follows the one before: next, gap, back, or no telling."""
    if before.isdecimal() and number.isdecimal():
        step = int(number[:9]) - int(before[:9])
        return "next" if step == 1 else "same" if step == 0 else "gap" if step > 0 else "back"
    return "one" if not (before and number) else "codes"


def _far(mention: Mention, ground: Ground) -> str:
    """How far the date lies from the meeting, in calendar years and its direction."""
    value, meeting = mention.value, ground.meeting
    if meeting is None or not (value[:4].isdecimal() and meeting[:4].isdecimal()):
        return "unknown"
    years = int(value[:4]) - int(meeting[:4])
    if abs(years) > 1:
        return "years before" if years < 0 else "years after"
    return "same day" if value == meeting else "before" if value < meeting else "after"
