"""The kind of a decision: its label's, unless the clause itself says another."""

from __future__ import annotations

import re

from minuteparse.fields.found_decision import find
from minuteparse.rules import Rule

_OWN_KEYWORD = re.compile(
    r"(?:that\s+)?(?:(?:the\s+)?[A-Z][a-z]+\s+|otherwise\s+)?"
    r"(AGREED|NOTED|DELEGATED|APPROVED|DEFERRED|RECOMMENDED|REFUSED|DECLINED)\b"
)
_OWN_VERB = re.compile(
    r"([Nn]oted|[Aa]pproved|[Gg]ranted|agreed|[Dd]eferred|[Rr]efused|recommended|delegated|resolved)\s"
)
_RECOMMENDS = re.compile(r"(?:The\s+)?(?:[A-Z\d][\w-]*\s+){1,4}recommends\s")
# The kinds that words in the clause may tell after a label that tells none: "Decision: the report was noted".
_TOLD = ("resolved", "recommended", "deferred", "noted")
_NEAR = 160
# The kinds of entries that begin with the verb of decision, where they are not named like it.
_NAMED_LIKE = frozenset({"noted", "agreed", "approved", "delegated", "deferred", "recommended", "refused"})
OF_VERB = {
    **dict.fromkeys(("endorsed", "ratified", "adopted", "accepted", "confirmed", "granted"), "approved"),
    "decided": "agreed",
    "welcomed": "noted",
    "continued": "deferred",
}
"""The kinds of verbs of decision that are not named like them, in small letters."""
# What a clause under a lone "Decision" tells of its kind with its first verb: "To note the report".
_TO_DO = re.compile(r"(?i)to\s+(note|agree|instruct|request|refuse|delegate)\b")
_OF_TASK = {
    "note": "noted",
    "agree": "agreed",
    "instruct": "agreed",
    "request": "agreed",
    "refuse": "refused",
    "delegate": "delegated",
}
_ADVISES = re.compile(r"(?i)that\s+(?:the\s+)?(?:[A-Z][\w&'-]*\s+|of\s+the\s+){1,5}recommends?\s+(?:that|to)\b")
_NOT_TO = re.compile(r"(?i)not\s+to\s+(?:support|approve|accept|agree)")
_PUT_OFF = re.compile(
    r"(?i)\b(?:be|is|are)\s+(?:deferred|held\s+over|postponed)\b|^(?:to\s+)?defer\b|\bagreed\s+to\s+defer\b|^(?:agreed\s+)?to\s+continue\s+consideration\s+of\b"
)
_LEAVES = re.compile(
    r"\b(?:agreed|decided|consensus)\b[^,;.]{0,40}?\sto\s+(?:table\s|(?:leave|hold)\s+(?:it|this|the\s+\w+)\s+(?:over|until|till|to)\b)"
)
_OF_MINUTES = re.compile(
    r"(?i)\b(?:confirmed|signed|adopted|accepted|correct|approved|record|th(?:ey|ese) (?:be|were))\b"
)


def value_of(label: Rule, match: re.Match[str]) -> str:
    """The kind that `label` stands for, or that its movers tell: "seconded by Ms Penn and agreed".

    A decision with a number of its own, "Decision 2031/07:", is a resolution."""
    if label.id == "decisions.block.movers" and "agreed" in match[0].lower():
        return "agreed"
    numbered = label.id == "decisions.label.decision" and any(c.isdigit() for c in match[0].strip()[1:])
    return "numbered" if numbered else label.value


def puts_off(sentence: str) -> bool:
    """True if what `sentence` says was agreed is to wait: "It was decided to leave the matter to May"."""
    return _LEAVES.search(sentence) is not None


def of_minutes(kind: str, clause: str) -> str:
    """The kind of `clause` in an item on previous minutes, whose approval is approved whatever the keyword."""
    return "approved" if kind in {"resolved", "agreed", "recommended"} and _OF_MINUTES.search(clause) else kind


def kind_of(value: str, clause: str) -> str:
    """The kind of `clause` after a label that stands for `value`."""
    if value == "verb":
        verb = clause.split(maxsplit=1)[0].strip("*_,").lower()
        return verb if verb in _NAMED_LIKE else OF_VERB.get(verb, "resolved")
    if value == "resolved" and _ADVISES.match(clause):
        return "recommended"
    own = _OWN_KEYWORD.match(clause)
    if own:
        return "refused" if own[1] == "DECLINED" else own[1].lower()
    bare = value in {"decision", "numbered"}
    said = _OWN_VERB.match(clause) if bare or value == "agreed" else None
    if said:
        return OF_VERB.get(said[1].lower(), said[1].lower())
    if (bare or value == "agreed") and _PUT_OFF.search(clause[:160]):
        return "deferred"
    of_others = "recommendation" in clause.lower() or "be received" in clause.lower()
    of_minutes_too = bare or value in {"resolved", "agreed", "approved"}
    if not of_others and of_minutes_too and find("said.minutes", clause[:500]):
        return "approved"
    return _told(value, clause) if bare else value


def _told(value: str, clause: str) -> str:
    """The kind that `clause` itself tells after a label that tells none."""
    if _RECOMMENDS.match(clause):
        return "recommended"
    own = _TO_DO.match(clause)
    if own and value == "decision":
        return _OF_TASK[own[1].lower()]
    told = [(m.start(), name) for name in _TOLD if (m := find(f"said.{name}", clause[:_NEAR]))]
    if told:
        return min(told)[1]
    if _NOT_TO.match(clause):
        return "refused"
    return "resolved" if value == "numbered" or re.match(r"(?i)that\b|to\b", clause) else "agreed"
