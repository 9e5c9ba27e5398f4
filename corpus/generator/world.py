"""One meeting that never took place: the body, the people, the day, and the habits of the clerk who writes it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from corpus.generator import organisations, places, roles
from corpus.generator.layouts import Layout
from corpus.generator.parts import frames_of
from corpus.generator.people import Person, cast, surnames
from corpus.generator.spelling import DATE_STYLES, MONTH_FIRST, TIME_STYLES, spell_date, spell_time

# ruff: noqa: E501
HOMES = {"scottish": "scottish", "welsh": "welsh", "irish": "irish", "american": "rare"}
NOUNS = "Committee Sub-Committee Panel Board Cabinet Executive Council Forum Group Commission Authority Trust Party Partnership Directors Trustees Governors Body".split()


@dataclass
class World:
    """Everything a document can speak of."""

    rng: Random
    part: str
    layout: Layout
    kind: str
    home: str
    organisation: str
    body: str
    own: bool
    short: str
    members: list[Person]
    chair: Person
    vice: Person | None
    chair_word: str
    apologies: list[Person]
    absent: list[Person]
    substitutes: list[tuple[Person, Person]]
    officers: list[Person]
    guests: list[Person]
    outsiders: list[Person]
    holders: list[Person]
    day: date
    start: time
    end: time
    previous: list[date]
    next_day: date | None
    venue: str
    sign: str
    date_style: str
    time_style: str
    places: dict[str, str] = field(default_factory=dict)

    def date(self, day: date) -> str:
        """A date as this document spells dates."""
        return spell_date(day, self.date_style)

    def time(self, at: time) -> str:
        """A time as this document spells times."""
        return spell_time(at, self.time_style)

    @property
    def parish(self) -> bool:
        """Whether the body has a clerk rather than departments."""
        return self.kind in ("parish", "scottish", "welsh", "society", "american")


def noun(body: str) -> str:
    """What a text calls the body for short."""
    for word in reversed(body.replace("(", " ").replace(")", " ").split()):
        if word in NOUNS:
            return {
                "Directors": "Board",
                "Trustees": "Trustees",
                "Governors": "Council",
                "Party": "Working Party",
                "Body": "Governing Body",
            }.get(word, word)
    return "Council"


def habits(rng: Random, part: str, kind: str) -> tuple[str, str]:
    """How dates and times are spelt."""
    styles = (
        frames_of(MONTH_FIRST, "train" if part == "train" else "dev")
        if kind == "american"
        else frames_of(DATE_STYLES, part) + DATE_STYLES[:3]
    )
    return rng.choice(styles), rng.choice([*TIME_STYLES, "bare", "{h}.{mm}pm", "{h}.{mm} pm"])


def imagine(rng: Random, part: str, layout: Layout) -> World:
    """Make up a meeting for a layout."""
    kind = rng.choice(layout.kinds.split())
    home = HOMES.get(kind, "english")
    organisation = organisations.council(rng, part, kind)
    own = rng.random() < {
        "parish": 0.8,
        "scottish": 0.85,
        "welsh": 0.8,
        "irish": 0.8,
        "american": 0.75,
        "overseas": 0.8,
        "society": 0.5,
        "joint": 0.6,
    }.get(kind, 0.12)
    body = organisation if own else organisations.committee(rng, kind)
    taken: set[str] = set()
    members = cast(rng, part, rng.randint(4, 13), taken, home)
    rest = cast(rng, part, 24, taken, home)
    apologies, absent = rest[: rng.choice((0, 1, 1, 2, 2, 3))], rest[3 : 3 + rng.choice((0, 0, 0, 0, 1, 2))]
    substitutes = list(zip(rest[5:7], rest[7:9], strict=True))[: rng.choice((0, 0, 0, 1, 1, 2))]
    officers, guests = rest[9 : 9 + rng.randint(1, 5)], rest[14 : 14 + rng.choice((0, 0, 1, 2, 3))]
    outsiders, holders = rest[17:], cast(rng, part, 3, taken, home)
    parish = kind in ("parish", "scottish", "welsh", "society", "american")
    if kind in ("american", "overseas", "society", "school", "health"):
        substitutes = []
    for i, person in enumerate(officers):
        person.role = roles.officer_role(rng, parish and i < 2)
        person.doubled = False
    for person in holders:
        person.role = roles.portfolio(rng)
    for person in [*guests, *outsiders]:
        person.doubled = False
        shape = rng.random()
        if shape < 0.75:
            person.role = roles.outside_role(rng)
        if shape > 0.4:
            person.organisation = organisations.outside(rng, part)
    chair_word = rng.choice(
        {
            "scottish": ("Chair", "Convener", "Chairman"),
            "irish": ("Chairman", "Mayor", "Cathaoirleach"),
            "american": ("Mayor", "Chair", "President"),
        }.get(kind, ("Chair", "Chair", "Chairman", "Chairman", "Chairperson", "Mayor" if own else "Chair"))
    )
    day = date(rng.randint(1998, 2025), 1, 5) + timedelta(days=rng.randint(0, 350))
    day -= timedelta(days=max(0, day.weekday() - 3))
    date_style, time_style = habits(rng, part, kind)
    begin = time(rng.choice((9, 10, 10, 13, 14, 17, 18, 18, 19, 19)), rng.choice((0, 0, 0, 30, 30, 15)))
    length = timedelta(minutes=rng.randint(35, 230))
    end = time(
        (begin.hour * 60 + begin.minute + int(length.total_seconds()) // 60) // 60 % 24,
        (begin.minute + int(length.total_seconds()) // 60) % 60,
    )
    gap = rng.choice((28, 30, 35, 42, 56, 63, 91))
    previous = [day - timedelta(days=gap)] + (
        [day - timedelta(days=gap - rng.randint(7, 20))] if rng.random() < 0.15 else []
    )
    world = World(
        rng, part, layout, kind, home, organisation, body, own, noun(body), members, members[0], members[1] if rng.random() < 0.55 else None, chair_word, apologies, absent, substitutes,
        officers, guests, outsiders, holders, day, begin, end, sorted(previous), day + timedelta(days=gap) if rng.random() < 0.85 else None, places.venue(rng, part),
        "$" if kind in ("american", "overseas") else "€" if kind == "irish" else "£", date_style, time_style,
    )  # fmt: skip
    world.places = {"surname": rng.choice(surnames(part)).replace("_", " ")}
    return world
