"""Actions that their place tells: a list below an undertaking, a name at the right margin."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from minuteparse.fields.clauses import Passage, read_list, trim
from minuteparse.fields.decision_labels import past_punctuation
from minuteparse.fields.found_action import FoundAction
from minuteparse.fields.found_decision import pattern as decision_pattern
from minuteparse.fields.owners import owner_before, owner_patterns, owners_only, split_owners
from minuteparse.fields.stretches import Stretches
from minuteparse.sentences import Span

_OPENS = re.compile(
    r"\s+(?:(?:also\s+)?(?:agreed|undertook|offered|promised|volunteered)\s+to|(?:was|were)\s+(?:asked|requested"
    r"|instructed|tasked)\s+to|to|will|would)\s*:?-*\s*$"
)
_TASK = re.compile(r"\b(?:to\s+(?![A-Z][a-z])|will|would|shall|that|promised|must|RESOLVED|AGREED|agreed)")
# What was done or decided by others is nothing to do.
_DONE = re.compile(r"\b(?:had|has)\s+(?:decided|agreed|been|come)\b")
_ASKS = re.compile(r"\b(?:requests?|asks?|instructs?|directs?)\s+$")
_CLAUSE = re.compile(r"[,;]\s+")
_DOES = re.compile(r"\s+(?:to|would|will)\s+[a-z]")
_LEAST, _GAP = 15, 2


def listed_tasks(words: Passage, i: int) -> list[FoundAction]:
    """The entries of the list that sentence `i` opens with an owner and a verb: "The Clerk undertook to:"."""
    start, end = words.spans[i]
    if words.text[end - 1] not in ":-":
        return []
    sentence = words.text[start:end]
    opening = _OPENS.search(sentence, max(0, len(sentence) - 60))
    owner = owner_before(sentence, opening.start()) if opening else None
    charged = None if owner else _charged_at_end(sentence)
    if not (owner or charged):
        return []
    clauses = read_list(words, past_punctuation(words.text, end), decision_pattern("stop"))
    if charged and not all(words.text.startswith("to ", a) for a, _ in clauses):
        return []
    return [FoundAction(a, b, tuple(owner[0] if owner else charged or []), "actions.listed") for a, b in clauses]


def _charged_at_end(sentence: str) -> list[str]:
    """The owners whom a sentence that ends with them asks: "... and requests the Chief Executive -"."""
    end = len(sentence.rstrip(" \t\r\n:-"))
    owner = owner_before(sentence, end)
    return owner[0] if owner and _ASKS.search(sentence, max(0, owner[1] - 16), owner[1]) else []


def margin_actions(words: Passage, found: list[FoundAction], decisions: list[Span]) -> list[FoundAction]:
    """`found`, with the names at the right margin: owners of actions that have none, or of sentences not yet read."""
    if not words.margins:
        return found
    read = Stretches((a.start, a.end) for a in found)
    actions = list(found)
    for low, printed in words.margins:
        i = bisect_right(words.spans, low, key=lambda s: s[1]) - 1
        if i < 0:
            continue
        start, end = words.spans[i]
        near = bisect_right(decisions, (start, end)) - 1
        if near >= 0 and end <= decisions[near][1] + 2:
            start, end = decisions[near]
        owners = owners_only(printed)
        if not owners or low - end > _GAP or end - start < _LEAST:
            continue
        if read.meet(start, end):
            bare = next((n for n, a in enumerate(actions) if start <= a.start < end and not a.owners), None)
            if bare is not None:
                actions[bare] = replace(actions[bare], owners=tuple(owners))
            continue
        if not _TASK.search(words.text, start, end) or _DONE.search(words.text, start, end):
            continue
        start, doers = _own_clause(words.text, start, end)
        actions.append(FoundAction(*trim(words.text, start, end), tuple(doers or owners), "actions.margin"))
    return actions


def _own_clause(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """Where the last clause that is a task begins, and its doers: "Survey received, Clerk to send it round"."""
    for gap in reversed(list(_CLAUSE.finditer(text, start, end))):
        owner = owner_patterns().several.match(text, gap.end(), end)
        if owner and _DOES.match(text, owner.end(), end):
            return gap.end(), split_owners(owner[0])
        if text.startswith(("to be ", "this to be "), gap.end()):
            return gap.end(), []
    return start, []
