"""A record as the tree of values that the page lists: each with its words, its place, and what it leans on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from minuteparse.record import (
    Attendance,
    Declaration,
    Item,
    ItemPerson,
    Mention,
    Minutes,
    Offsets,
    Part,
    Person,
    Vote,
)
from minuteparse.view.kinds import kind_of, label_of

# What is said in another way, or is about the file and not in it.
_TOLD = {
    "start", "end", "body_start", "by", "basis", "via", "confidence", "text", "level", "attendee", "value", "name",
    "number", "title",
}  # fmt: skip
_SORTS = {"kind", "status", "severity", "interest"}
_MORE = {"given", "family", "honorifics", "suffixes"}
_ABOUT = {"schema_version", "engine", "source"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `start:end` of the text that the record points at; `of` is the number of the value that does.

    `number` is that of the entry in the record's list, and the same as `of` but for what a derived value leans on.
    """

    number: int
    kind: str
    start: int
    end: int
    of: int


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `text` says what was found, `sort` which of its kind it is ("approved"), "" if there are none.

    `facts` are the further things said of it in pairs of name and words, `more` those that seldom matter; `mark` is
    `None` if the value has no place, `via` are the marks that it leans on, `inside` the values within it.
    """

    number: int
    path: str
    kind: str
    label: str
    text: str
    sort: str
    facts: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...]
    by: str
    basis: str
    confidence: float | None
    mark: Mark | None
    via: tuple[Mark, ...]
    inside: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the record under its title; `unsaid` names what was looked for and is not in the text."""

    name: str
    title: str
    values: tuple[Value, ...]
    unsaid: tuple[str, ...]


def sections_of(minutes: Minutes) -> tuple[Section, ...]:
    """The parts of `minutes` in the order of the page: issues first, then as in the record."""
    numbers = count(1)
    fields = [name for name in type(minutes).model_fields if name not in _ABOUT]
    fields.sort(key=lambda name: name != "issues")
    return tuple(_section(minutes, name, numbers) for name in fields)


def all_values(sections: tuple[Section, ...]) -> Iterator[Value]:
    """Every value of `sections`, those within others too, in the order of the page."""
    for section in sections:
        for value in section.values:
            yield from _with_inner(value)


def marks_of(sections: tuple[Section, ...]) -> list[Mark]:
    """One mark for each span of the record, items and what values lean on included."""
    marks = []
    for value in all_values(sections):
        marks += [value.mark] if value.mark else []
        marks += value.via
    return marks


def _with_inner(value: Value) -> Iterator[Value]:
    yield value
    for inner in value.inside:
        yield from _with_inner(inner)


def _section(minutes: Minutes, name: str, numbers: Iterator[int]) -> Section:
    said = getattr(minutes, name)
    values, unsaid = [], []
    if isinstance(said, Part) and not _span(said):
        for field in type(said).model_fields:
            part = getattr(said, field)
            if isinstance(part, Part):
                values.append(_value(part, f"{name}.{field}", label_of(field), kind_of(name), (minutes, numbers)))
            else:
                unsaid.append(label_of(field))
    else:
        values = list(_values(said, name, kind_of(name), (minutes, numbers)))
        unsaid = [] if values else ["none found" if isinstance(said, list) else "not said"]
    return Section(name, label_of(name), tuple(values), tuple(unsaid))


_Within = tuple[Minutes, Iterator[int]]


def _values(said: object, path: str, kind: str, within: _Within) -> Iterator[Value]:
    """The values that the key at the end of `path` holds: one, a list of them, or none."""
    field = path.rpartition(".")[2]
    if isinstance(said, Part):
        yield _value(said, path, label_of(field), kind, within)
    elif isinstance(said, list):
        for i, part in enumerate(said):
            if isinstance(part, Part):
                yield _value(part, f"{path}[{i}]", label_of(field, one=True), kind, within)


def _value(part: Part, path: str, label: str, kind: str, within: _Within) -> Value:
    minutes, numbers = within
    number = next(numbers)
    inside: list[Value] = []
    for field in type(part).model_fields:
        said = getattr(part, field)
        inner = "person" if isinstance(part, Vote | Declaration | Attendance) else kind_of(field)
        inside += _values(said, f"{path}.{field}", inner, within)
    span = _span(part)
    return Value(
        number=number,
        path=path,
        kind=kind,
        label=label,
        text=_words(part),
        sort=_sort(part),
        facts=tuple(_facts(part, minutes)),
        more=tuple((name, said) for field, name, said in _said(part) if field in _MORE),
        by=getattr(part, "by", ""),
        basis=getattr(part, "basis", ""),
        confidence=getattr(part, "confidence", None),
        mark=Mark(number, kind, *span, of=number) if span else None,
        via=tuple(Mark(next(numbers), "via", low, high, of=number) for low, high in getattr(part, "via", ())),
        inside=tuple(inside),
    )


def _span(part: Part) -> Offsets | None:
    start, end = getattr(part, "start", None), getattr(part, "end", None)
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _words(part: Part) -> str:
    """What stands for `part` in the list."""
    match part:
        case Mention():
            return part.value
        case Person():
            return part.name
        case Attendance():
            return part.person.name
        case Declaration():
            return part.member.name
        case Item():
            return f"{part.number} {part.title}".strip() or "(no title)"
        case Vote():
            return part.result or "result not said"
    return str(getattr(part, "text", "") or getattr(part, "message", ""))


def _sort(part: Part) -> str:
    said = [getattr(part, field) for field in type(part).model_fields if field in _SORTS]
    return ", ".join(str(one).replace("_", " ") for one in said if one)


def _said(part: Part) -> Iterator[tuple[str, str, str]]:
    """Key, name and words of what `part` says in words or numbers, without what says nothing."""
    for field in type(part).model_fields:
        said = getattr(part, field)
        if field in _TOLD | _SORTS or said is None or isinstance(said, Part):
            continue
        if not isinstance(said, list):
            yield field, label_of(field), str(said).replace("_", " ") if field == "mode" else str(said)
        elif all(isinstance(one, str) for one in said):
            yield field, label_of(field), ", ".join(said)


def _facts(part: Part, minutes: Minutes) -> Iterator[tuple[str, str]]:
    words = _words(part)
    yield from ((name, said) for field, name, said in _said(part) if field not in _MORE and said not in {"", words})
    if isinstance(part, Mention) and part.text != words:
        yield "Printed", part.text
    if isinstance(part, ItemPerson) and part.attendee is not None:
        entry = minutes.attendance[part.attendee]
        yield "Attendee", f"{entry.person.name}, {entry.status.replace('_', ' ')}"
