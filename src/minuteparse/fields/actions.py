"""Who must do what by when."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.evidence import Evidence
from minuteparse.fields.action_columns import column_actions
from minuteparse.fields.action_labels import labelled_actions, listed_actions
from minuteparse.fields.action_places import margin_actions
from minuteparse.fields.charges import charged_actions
from minuteparse.fields.clauses import Passage, passage
from minuteparse.fields.deadlines import find_deadline
from minuteparse.fields.decisions import read_decisions
from minuteparse.fields.found_action import FoundAction, find
from minuteparse.fields.joined_words import joined, past_break
from minuteparse.fields.told_actions import CUE, told_actions
from minuteparse.outline.model import Block
from minuteparse.record import Action

_SILENT = frozenset({"closing"})
_HEADED = re.compile(
    r"(?i)(?:(?:summary|list|log|schedule)\s+of\s+)?actions?"
    r"(?:\s+(?:points?|list|log|arising|agreed|items?|required|table|summary|from\s+this\s+meeting))*\s*:?"
)
_IN_PROSE = frozenset(f"actions.{name}" for name in ("undertook", "would", "said_would", "to_do", "instruct"))
_NOTED = frozenset({"actions.label", "actions.column"})
_LABEL = 30  # characters of a label and of what parts it from the sentence before


def find_actions(evidence: Evidence, block: Block) -> list[Action]:
    """The actions of one item, in order of the text. Days are fixed later, by `resolve`."""
    printed = passage(evidence, block.agenda_end, block.end)
    whole = joined(printed.text)
    words = printed if whole == printed.text else replace(printed, text=whole)
    columns = column_actions(words)
    headed = _HEADED.fullmatch(block.title)
    if not (headed or columns or CUE.search(words.lower) or "action" in words.lower or find("table_head", words.text)):
        return []
    decisions = [(d.start, d.end) for d in read_decisions(printed, block)]
    labelled, taken = labelled_actions(words, decisions)
    found = [*labelled, *charged_actions(words, decisions, labelled), *columns]
    if headed and not found:
        found = listed_actions(words)
    if block.kind not in _SILENT:
        found += told_actions(words, block.kind, [*taken, *((a.start, a.end) for a in found)], decisions)
    apart = _apart(margin_actions(words, found, decisions))
    if words is not printed:
        apart = [replace(a, end=past_break(printed.text, a.end)) for a in apart]
    return [_action(evidence, words, a) for a in apart]


def _apart(found: list[FoundAction]) -> list[FoundAction]:
    kept: list[FoundAction] = []
    for action in sorted(found, key=lambda a: (a.start, -len(a.owners))):
        if kept and action.start < kept[-1].end and action.end <= kept[-1].end:
            continue
        if kept and action.by in _NOTED and _said_before(kept[-1], action):
            kept.pop()
        kept.append(action)
    return kept


def _said_before(told: FoundAction, noted: FoundAction) -> bool:
    """True if the sentence right before a label tells the same: "Dr Orme offered to ask. ACTION: Dr Orme"."""
    same = {owner.split()[-1] for owner in told.owners} & {owner.split()[-1] for owner in noted.owners}
    return told.by in _IN_PROSE and 0 <= noted.start - told.end < _LABEL and bool(same)


def _action(evidence: Evidence, words: Passage, found: FoundAction) -> Action:
    base = words.base
    start, end = base + found.start, base + found.end
    deadline = find_deadline(evidence, start, end)
    if found.due and (deadline is None or deadline.how != "date"):
        deadline = find_deadline(evidence, base + found.due[0], base + found.due[1]) or deadline
    return Action(
        text=evidence.source.quote(start, end),
        owners=list(found.owners),
        due_text=evidence.source.quote(deadline.start, deadline.end) if deadline else None,
        basis="stated",
        via=[(deadline.start, deadline.end)] if deadline else [],
        start=start,
        end=end,
        by=found.by,
    )
