"""What a document says, in one shape, whether a careful reader wrote it down or the parser found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minuteparse.record import Minutes, Person


@dataclass(frozen=True)
class Attendee:
    """One person in one status."""

    name: str
    status: str
    role: str | None = None
    party: str | None = None
    substitute_for: str | None = None


@dataclass(frozen=True)
class Heading:
    """One item. `first` and `last` are words of its body as gold gives them; `body` is the text it spans."""

    number: str
    title: str
    kind: str | None
    first: str
    last: str
    body: str


@dataclass(frozen=True)
class Passage:
    """One decision (with `kind`) or action (with `owners` and `due`)."""

    text: str
    kind: str | None = None
    owners: tuple[str, ...] = ()
    due: str | None = None


@dataclass(frozen=True)
class Ballot:
    """One vote: counts for, against and abstaining, who moved and seconded, and (list, name) of each voter named."""

    counts: tuple[int | None, int | None, int | None]
    mover: str | None
    seconder: str | None
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answers:
    """All that is scored of one document. The default is to have found nothing."""

    header: dict[str, str | None] = field(default_factory=dict)
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Heading, ...] = ()
    previous_minutes: tuple[str, ...] = ()
    next_meeting: str | None = None
    decisions: tuple[Passage, ...] = ()
    actions: tuple[Passage, ...] = ()
    votes: tuple[Ballot, ...] = ()
    declarations: tuple[tuple[str, str | None], ...] = ()
    people: tuple[tuple[str, str | None], ...] = ()
    dates: tuple[str, ...] = ()


_HEADER = ("organisation", "body", "date", "start", "end", "venue")
_VOTERS = ("for_names", "against_names", "abstain_names")


def from_gold(gold: dict[str, Any]) -> Answers:
    """The answers of a `NAME.gold.json`, as read by `json.load`; keys that it lacks count as empty."""

    def rows(key: str) -> list[dict[str, Any]]:
        return gold.get(key) or []

    return Answers(
        header={key: (gold.get("header") or {}).get(key) for key in _HEADER},
        attendance=tuple(
            Attendee(a["name"], a["status"], a.get("role"), a.get("party"), a.get("for")) for a in rows("attendance")
        ),
        items=tuple(_heading(i) for i in rows("items")),
        previous_minutes=tuple(gold.get("previous_minutes") or ()),
        next_meeting=gold.get("next_meeting"),
        decisions=tuple(Passage(d["text"], kind=d.get("kind")) for d in rows("decisions")),
        actions=tuple(
            Passage(a["text"], owners=tuple(a.get("owners") or ()), due=a.get("due")) for a in rows("actions")
        ),
        votes=tuple(_ballot(v) for v in rows("votes")),
        declarations=tuple((d["member"], d.get("interest")) for d in rows("declarations")),
        people=tuple((p["name"], p.get("role")) for p in rows("people_in_body")),
        dates=tuple(d["iso"] for d in rows("dates_in_body") if d.get("iso")),
    )


def _heading(item: dict[str, Any]) -> Heading:
    first, last = item.get("first") or "", item.get("last") or ""
    return Heading(
        item.get("number") or "", item.get("title") or "", item.get("kind"), first, last, f"{first} ... {last}"
    )


def _ballot(vote: dict[str, Any]) -> Ballot:
    return Ballot(
        (vote.get("for"), vote.get("against"), vote.get("abstain")),
        vote.get("mover"),
        vote.get("seconder"),
        tuple((key, name) for key in _VOTERS for name in vote.get(key) or ()),
    )


def from_record(minutes: Minutes, text: str) -> Answers:
    """The answers that a record of `text` gives."""
    header = {key: mention.value if (mention := getattr(minutes.header, key)) else None for key in _HEADER}
    items = minutes.items
    return Answers(
        header=header,
        attendance=tuple(
            Attendee(a.person.name, a.status, a.role, a.party, _name(a.substitute_for)) for a in minutes.attendance
        ),
        items=tuple(Heading(i.number, i.title, i.kind, "", "", text[i.start : i.end]) for i in items),
        previous_minutes=tuple(m.value for m in minutes.previous_minutes),
        next_meeting=minutes.next_meeting.value if minutes.next_meeting else None,
        decisions=tuple(Passage(d.text, kind=d.kind) for i in items for d in i.decisions),
        actions=tuple(Passage(a.text, owners=tuple(a.owners), due=a.due) for i in items for a in i.actions),
        votes=tuple(_ballots(minutes)),
        declarations=tuple((d.member.name, d.interest) for i in items for d in i.declarations),
        people=tuple((p.name, p.role) for i in items for p in i.people),
        dates=tuple(m.value for i in items for m in i.dates),
    )


def _ballots(minutes: Minutes) -> Iterator[Ballot]:
    for vote in (v for item in minutes.items for v in item.votes):
        voters = zip(_VOTERS, (vote.for_names, vote.against_names, vote.abstain_names), strict=True)
        yield Ballot(
            (vote.for_, vote.against, vote.abstain),
            _name(vote.mover),
            _name(vote.seconder),
            tuple((key, person.name) for key, people in voters for person in people),
        )


def _name(person: Person | None) -> str | None:
    return person.name if person else None
