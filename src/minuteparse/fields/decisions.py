"""What the meeting decided."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from minuteparse.evidence import Evidence
from minuteparse.fields.clauses import Passage, passage
from minuteparse.fields.decision_kinds import of_minutes
from minuteparse.fields.decision_labels import advice, labelled_decisions
from minuteparse.fields.decision_sentences import said_decisions
from minuteparse.fields.found_decision import FoundDecision
from minuteparse.fields.stretches import Stretches
from minuteparse.outline.model import Block
from minuteparse.record import Decision, DecisionKind

_WORDS = re.compile(r"\w+")
_COMMON = frozenset({"that", "resolved", "agreed", "the"})
_ALIKE = 0.9
_REMEMBERED = 30  # decisions of the item that a repetition is looked for among


def find_decisions(evidence: Evidence, block: Block) -> list[Decision]:
    """The decisions of one item, in order of the text."""
    words = passage(evidence, block.agenda_end, block.end)
    return [
        Decision(
            kind=cast("DecisionKind", _kind(words, block, found)),
            text=evidence.source.quote(words.base + found.start, words.base + found.end),
            start=words.base + found.start,
            end=words.base + found.end,
            by=found.by,
        )
        for found in read_decisions(words, block)
    ]


def _kind(words: Passage, block: Block, found: FoundDecision) -> str:
    if block.kind != "previous_minutes":
        return found.kind
    return of_minutes(found.kind, words.text[found.start : found.end])


@lru_cache(maxsize=2)
def read_decisions(words: Passage, block: Block) -> tuple[FoundDecision, ...]:
    """The decisions in `words`, the passage of `block`; offsets local to it."""
    muted = list(advice(words))
    labelled, covered = labelled_decisions(words, Stretches(muted))
    said = said_decisions(words, block, Stretches([*muted, *covered]), labelled)
    return tuple(_once(words.text, sorted([*labelled, *said], key=lambda f: f.start)))


def _once(text: str, found: list[FoundDecision]) -> list[FoundDecision]:
    """Each decision once: pages that print a decision above and in the minute repeat it."""
    if len(found) < 2:
        return found
    kept: list[FoundDecision] = []
    seen: list[frozenset[str]] = []
    for decision in found:
        content = frozenset(_WORDS.findall(text[decision.start : decision.end].lower())) - _COMMON
        if any(len(content & other) >= _ALIKE * max(len(content), len(other), 1) for other in seen[-_REMEMBERED:]):
            continue
        if kept and decision.start < kept[-1].end:
            continue
        kept.append(decision)
        seen.append(content)
    return kept
