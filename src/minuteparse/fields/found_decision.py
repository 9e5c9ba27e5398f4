"""A clause of a decision as first found, with offsets local to its passage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from minuteparse import rules


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """One clause of a decision at `start:end` of its passage."""

    start: int
    end: int
    kind: str
    by: str


pattern = partial(rules.pattern, "decisions")
"""The pattern of the rule `name` of `data/decisions.toml`."""

find = partial(rules.find, "decisions")
"""The first match of the rule `name` of `data/decisions.toml` in `text`, or `None`."""
