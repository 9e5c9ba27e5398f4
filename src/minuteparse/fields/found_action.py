"""An action as first found, with offsets local to its passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minuteparse.rules import rule
from minuteparse.sentences import Span


@dataclass(frozen=True, slots=True)
class FoundAction:
    """The action at `start:end`, its owners as printed; `due` spans deadline words that stand outside the action."""

    start: int
    end: int
    owners: tuple[str, ...]
    by: str
    due: Span | None = None


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of the rule `name` of `data/actions.toml`."""
    return rule("actions", name).pattern
