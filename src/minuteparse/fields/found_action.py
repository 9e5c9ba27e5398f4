"""An action as first found, with offsets local to its passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from minuteparse import rules
from minuteparse.rules import alternatives
from minuteparse.sentences import Span


@dataclass(frozen=True, slots=True)
class FoundAction:
    """The action at `start:end`, its owners as printed; `due` spans deadline words that stand outside the action."""

    start: int
    end: int
    owners: tuple[str, ...]
    by: str
    due: Span | None = None


pattern = partial(rules.pattern, "actions")
"""The pattern of the rule `name` of `data/actions.toml`."""

find = partial(rules.find, "actions")
"""The first match of the rule `name` of `data/actions.toml` in `text`, or `None`."""


@cache
def order() -> re.Pattern[str]:
    """What an order begins with: a verb of what people undertake, in the bare form, that is no noun."""
    nouns = r"(?!(?:of|was|were|is|are|had|has)\b)"
    return re.compile(rf"(?:Please\s+)?(?i:{alternatives('deed')})\s+{nouns}")
