"""An action as first found, with offsets local to its passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minuteparse.rules import Rule, rule
from minuteparse.sentences import Span


@dataclass(frozen=True, slots=True)
class FoundAction:
    """The action at `start:end`, its owners as printed; `due` spans deadline words that stand outside the action."""

    start: int
    end: int
    owners: tuple[str, ...]
    by: str
    due: Span | None = None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of the rule `name` of `data/actions.toml`."""
    return rule("actions", name).pattern


@cache
def _rule(name: str) -> Rule:
    return rule("actions", name)


def find(name: str, text: str) -> re.Match[str] | None:
    """The first match of the rule `name` in `text`, tried only where one of its literals stands."""
    tried = _rule(name)
    return tried.pattern.search(text) if tried.may_match(text.lower()) else None
