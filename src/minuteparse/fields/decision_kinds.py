"""The kind of a decision: its label's, unless the clause itself says another."""

from __future__ import annotations

import re

from minuteparse.fields.found_decision import find
from minuteparse.rules import Rule

_OWN_KEYWORD = re.compile(
    r"(?:that\s+)?(?:(?:the\s+)?[A-Z][a-z]+\s+|otherwise\s+)?"
    r"(AGREED|NOTED|DELEGATED|APPROVED|DEFERRED|RECOMMENDED|REFUSED|DECLINED)\b"
)
_NOT_TO = re.compile(r"(?i)not\s+to\s+(?:support|approve|accept|agree)")
_PUT_OFF = re.compile(r"(?i)\bbe\s+deferred\b|^(?:to\s+)?defer\b|\bagreed\s+to\s+defer\b")
_OF_MINUTES = re.compile(
    r"(?i)\b(?:confirmed|signed|adopted|accepted|correct|approved|record|th(?:ey|ese) (?:be|were))\b"
)


def value_of(label: Rule, match: re.Match[str]) -> str:
    """The kind that `label` stands for, or that its movers tell: "seconded by Ms Penn and agreed"."""
    return "agreed" if label.id == "decisions.block.movers" and "agreed" in match[0].lower() else label.value


def of_minutes(kind: str, clause: str) -> str:
    """The kind of `clause` in an item on previous minutes, whose approval is approved whatever the keyword."""
    return "approved" if kind in {"resolved", "agreed"} and _OF_MINUTES.search(clause) else kind


def kind_of(value: str, clause: str) -> str:
    """The kind of `clause` after a label that stands for `value`."""
    own = _OWN_KEYWORD.match(clause)
    if own:
        return "refused" if own[1] == "DECLINED" else own[1].lower()
    if value in {"agreed", "decision"} and _PUT_OFF.search(clause[:160]):
        return "deferred"
    of_others = "recommendation" in clause.lower() or "be received" in clause.lower()
    if not of_others and value in {"resolved", "agreed", "approved", "decision"} and find("said.minutes", clause[:500]):
        return "approved"
    if value == "decision":
        if _NOT_TO.match(clause):
            return "refused"
        return "resolved" if re.match(r"(?i)that\b|to\b", clause) else "agreed"
    return value
