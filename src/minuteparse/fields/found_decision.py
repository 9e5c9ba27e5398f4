"""A clause of a decision as first found, with offsets local to its passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minuteparse.rules import Rule, rule


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """One clause of a decision at `start:end` of its passage."""

    start: int
    end: int
    kind: str
    by: str


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of the rule `name` of `data/decisions.toml`."""
    return rule("decisions", name).pattern


@cache
def _rule(name: str) -> Rule:
    return rule("decisions", name)


def find(name: str, text: str) -> re.Match[str] | None:
    """The first match of the rule `name` in `text`, tried only where one of its literals stands."""
    tried = _rule(name)
    return tried.pattern.search(text) if tried.may_match(text.lower()) else None
