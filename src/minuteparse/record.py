"""The record: the pydantic models that define what minuteparse says of a document, and nothing else.

`None` means that the text does not say; an empty list that it was looked for and is not there. Offsets count code
points of the decoded text, half open. `by` names the rule that found a value, or `ner`; `confidence` says how far the
evidence for it can be trusted (docs/accuracy.md).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

Status = Literal["present", "apologies", "absent", "in_attendance", "substitute"]
ItemKind = Literal[
    "apologies", "declarations", "previous_minutes", "substantive", "update", "next_meeting",
    "urgent", "exclusion", "public_questions", "work_programme", "closing", "other",
]  # fmt: skip
DecisionKind = Literal["resolved", "recommended", "agreed", "noted", "approved", "deferred", "refused", "delegated"]
Interest = Literal["personal", "pecuniary", "prejudicial", "other"]
Offsets = tuple[int, int]
Confidence = Annotated[float, Field(ge=0, le=1)]
"""How often values with such evidence are right, from 0 to 1 in hundredths. `None` in a part not weighed yet."""


class Part(BaseModel):
    """Base of every part of the record: immutable, no unknown keys, keys in the order of definition."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


P = TypeVar("P", bound=Part)
_set = object.__setattr__


def changed(part: P, values: Mapping[str, object]) -> P:
    """`part` with other `values`, which are trusted: what `model_copy` does, in a fraction of its time.

    >>> place = Place(start=0, end=5)
    >>> changed(place, {"page": 2}), place.page
    (Place(start=0, end=5, page=2, box=None, path=None), None)
    """
    stated, given = part.__dict__.copy(), part.__pydantic_fields_set__.copy()
    stated.update(values)
    given.update(values)
    fresh: P = object.__new__(part.__class__)
    _set(fresh, "__dict__", stated)
    _set(fresh, "__pydantic_fields_set__", given)
    _set(fresh, "__pydantic_extra__", None)
    _set(fresh, "__pydantic_private__", None)
    return fresh


class Mention(Part):
    """A value and the characters that say it.

    `value` is an ISO date, a time `HH:MM`, or the text as printed. `derived` values lean on the spans in `via`.
    """

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    value: str
    basis: Literal["stated", "derived"] = "stated"
    via: list[Offsets] = []
    by: str
    confidence: Confidence | None = None


class Person(Part):
    """A person as printed. `name` is without honorifics and letters after the name; `text` is all of `start:end`."""

    name: str
    honorifics: list[str] = []
    given: str | None = None
    family: str | None = None
    suffixes: list[str] = []
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    confidence: Confidence | None = None


class Attendance(Part):
    """One person in one status. `start:end` is the entry: the name with its role and notes."""

    person: Person
    status: Status
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    substitute_for: Person | None = None
    mode: Literal["in_person", "remote"] | None = None
    note: str | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None


class Decision(Part):
    """One clause of what the meeting decided."""

    kind: DecisionKind
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None


class Action(Part):
    """One undertaking or instruction. `due` is an ISO date if the text fixes one; `via` holds what it leans on."""

    text: str
    owners: list[str] = []
    due: str | None = None
    due_text: str | None = None
    basis: Literal["stated", "derived"] = "stated"
    via: list[Offsets] = []
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None


class Vote(Part):
    """One vote. Counts are `None` where the text prints none, 0 only where it prints none, nil or 0."""

    for_: int | None = Field(default=None, alias="for", ge=0)
    against: int | None = Field(default=None, ge=0)
    abstain: int | None = Field(default=None, ge=0)
    mover: Person | None = None
    seconder: Person | None = None
    result: Literal["carried", "lost"] | None = None
    for_names: list[Person] = []
    against_names: list[Person] = []
    abstain_names: list[Person] = []
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None


class Declaration(Part):
    """One member's interest. `interest` is `None` if its kind is not said; `agenda_item` is as printed."""

    member: Person
    interest: Interest | None = None
    agenda_item: str | None = None
    nature: str | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None


class ItemPerson(Person):
    """A person named in an item's body, once per item. `attendee` is an index into `Minutes.attendance`, or `None`."""

    role: str | None = None
    organisation: str | None = None
    attendee: int | None = None
    by: str


class Item(Part):
    """One item: from its heading at `start` to where the next heading of any level begins, at `end`."""

    number: str
    title: str
    kind: ItemKind
    level: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    body_start: int = Field(ge=0)
    by: str
    confidence: Confidence | None = None
    decisions: list[Decision] = []
    actions: list[Action] = []
    votes: list[Vote] = []
    declarations: list[Declaration] = []
    people: list[ItemPerson] = []
    dates: list[Mention] = []


class Header(Part):
    """Which body met, when and where."""

    organisation: Mention | None = None
    body: Mention | None = None
    date: Mention | None = None
    start: Mention | None = None
    end: Mention | None = None
    venue: Mention | None = None


class Issue(Part):
    """What the record doubts about itself, or the text contradicts. Codes are listed in `docs/issues.md`."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    start: int | None = None
    end: int | None = None


class Engine(Part):
    """What made the record; `model` is the trained pipeline's version, or `None` if rules alone were used."""

    name: Literal["minuteparse"] = "minuteparse"
    version: str
    model: str | None = None


def _unsaid(value: object) -> bool:
    """True for what the record leaves out instead of printing null."""
    return value is None


class Place(Part):
    """Where `start:end` stands in the file. What the format does not have is left out.

    `page` counts from 1; `box` is left, top, right, bottom in points from the page's top left corner; `path` names the
    element: "paragraph 12" or "table 1, row 2, cell 1" of a Word file, an XPath of a web page.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = Field(default=None, ge=1, exclude_if=_unsaid)
    box: tuple[float, float, float, float] | None = Field(default=None, exclude_if=_unsaid)
    path: str | None = Field(default=None, exclude_if=_unsaid)


class SourceInfo(Part):
    """The document: `sha256` of its bytes, `length` in code points of the decoded text.

    `places` says where in the file each stretch of the text stands; it is left out for plain text. `encoding` is
    "binary" for files that are not made of characters.
    """

    name: str | None
    sha256: str
    media_type: str
    encoding: str
    length: int
    places: list[Place] | None = Field(default=None, exclude_if=_unsaid)


class Minutes(Part):
    """One document as one record."""

    schema_version: Literal[1] = 1
    engine: Engine
    source: SourceInfo
    header: Header
    attendance: list[Attendance] = []
    items: list[Item] = []
    previous_minutes: list[Mention] = []
    next_meeting: Mention | None = None
    issues: list[Issue] = []

    def locate(self, start: int, end: int) -> list[Place]:
        """The places in the file where `start:end` stands, in order; empty for plain text, and for blank lines."""
        places = self.source.places or []
        first = bisect_right(places, start, key=lambda place: place.end)
        found = []
        for place in places[first:]:
            if place.start >= end:
                break
            found.append(place)
        return found
