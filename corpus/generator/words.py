"""Words that fill slots without being a person, a role or a body: places, papers, sums, references."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from corpus.generator import places
from corpus.generator.frames_plain import ACTS, PAPERS, TOPICS
from corpus.generator.people import surnames
from corpus.generator.spelling import MONTHS, money
from corpus.generator.world import World


def family(world: World, rng: Random) -> str:
    """A surname that names a thing."""
    return rng.choice(surnames(world.part)).replace("_", " ")


def years(rng: Random) -> str:
    """A municipal year."""
    year = rng.randint(1999, 2024)
    return f"{year}/{(year + 1) % 100:02}" if rng.random() < 0.6 else f"{year}-{(year + 1) % 100:02}"


def reference(rng: Random) -> str:
    """A planning reference."""
    return rng.choice(
        (
            f"{rng.randint(10, 25)}/{rng.randint(100, 99999):05}/FUL",
            f"P{rng.randint(1000, 9999)}.{rng.randint(10, 25)}",
            f"{rng.randint(2001, 2024)}/{rng.randint(100, 4000)}",
            f"{rng.randint(10, 25)}/{rng.randint(100, 9999):04}/HSE",
        )
    )


WORDS: dict[str, Callable[[World, Random], str]] = {
    "short": lambda w, r: w.short,
    "The": lambda w, r: "The",
    "he": lambda w, r: r.choice(("he", "she")),
    "his": lambda w, r: r.choice(("his", "her")),
    "topic": lambda w, r: r.choice(TOPICS),
    "paper": lambda w, r: r.choice(PAPERS),
    "report": lambda w, r: f"{family(w, r)} {r.choice(('Report', 'Review'))}" if r.random() < 0.3 else r.choice(PAPERS),
    "plan": lambda w, r: r.choice(PAPERS),
    "act": lambda w, r: r.choice(ACTS).format(y=r.randint(1955, 2022)),
    "street": lambda w, r: places.street(r, w.part),
    "estate": lambda w, r: places.estate(r, w.part, family(w, r)),
    "town": lambda w, r: places.town(r, w.part),
    "surname": family,
    "month": lambda w, r: r.choice(MONTHS),
    "season": lambda w, r: r.choice(("spring", "summer", "autumn", "new year")),
    "money": lambda w, r: money(r, w.sign),
    "n": lambda w, r: str(r.randint(2, 40)),
    "q": lambda w, r: str(r.randint(1, 4)),
    "big": lambda w, r: f"{r.randint(101, 9800):,}",
    "pct": lambda w, r: (
        f"{r.randint(1, 99)}%" if r.random() < 0.6 else f"{r.randint(1, 99)}.{r.randint(1, 9)} per cent"
    ),
    "year": lambda w, r: str(r.randint(w.day.year - 9, w.day.year + 6)),
    "yearspan": lambda w, r: years(r),
    "ref": lambda w, r: reference(r),
}
