"""A clause of a decision as first found, with offsets local to its passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.rules import rule


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """One clause of a decision at `start:end` of its passage."""

    start: int
    end: int
    kind: str
    by: str


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of the rule `name` of `data/decisions.toml`."""
    return rule("decisions", name).pattern
