"""An action as first found, with offsets local to its passage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from minuteparse import rules
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
