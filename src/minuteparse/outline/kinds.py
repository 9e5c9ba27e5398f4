"""The kind of each item: by the words of its title, else by its parent, else by how its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from minuteparse.outline.candidates import Candidate
from minuteparse.outline.wording import kind_of
from minuteparse.record import ItemKind
from minuteparse.rules import rules
from minuteparse.text import Source

# A heading of these kinds gathers sub-headings of its own kind.
_GATHERING = frozenset({"update", "previous_minutes", "public_questions", "declarations"})
# Reports of officers are items of business under one heading.
_OFFICERS = re.compile(r"(?i)(?:staff|officers'?|departmental) reports?$")
_OPENING = 220
_PRINTED = re.compile(r"[^\W_]")


def kinds_of(
    source: Source, headings: Sequence[tuple[Candidate, int]], starts: Sequence[int], ends: Sequence[int]
) -> list[ItemKind]:
    """The kinds of the items with these headings and levels, in order; `starts` are those of their texts."""
    kinds: list[ItemKind] = []
    parent: ItemKind = "other"
    for (candidate, level), start, end in zip(headings, starts, ends, strict=True):
        title = " ".join(source.folded[candidate.title.start : candidate.title.end].split())
        kind, known = kind_of(title)
        if level == 1:
            parent = "other" if _OFFICERS.match(title) and not _PRINTED.search(source.folded, start, end) else kind
        elif not known and parent in _GATHERING:
            kind, known = parent, True
        if not known:
            kind = _by_text(source.folded[start:end])
        elif (kind == "substantive" or _OFFICERS.match(title)) and not _PRINTED.search(source.folded, start, end):
            kind = "other"
        kinds.append(kind)
    return kinds


def _by_text(text: str) -> ItemKind:
    """The kind that a short text tells by its opening; a heading without any text gathers what follows it."""
    if not _PRINTED.search(text):
        return "other"
    opening = " ".join(text[:_OPENING].split())
    for r in rules("kinds"):
        longest = int(r.value.partition(" ")[2])
        if len(text) <= longest and r.pattern.search(opening):
            return cast(ItemKind, r.value.partition(" ")[0])
    return "substantive"
