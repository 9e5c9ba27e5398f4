"""Which body met where no title names it in full."""

from __future__ import annotations

from minuteparse.evidence import Evidence
from minuteparse.fields.opening import Opening
from minuteparse.fields.organisations import Named
from minuteparse.rules import rule


def its_committee(opened: Opening, organisation: Named) -> Named | None:
    """The committee of a society, where the title says no more of it: "Wren Society - Minutes of the Committee"."""
    if organisation.by != "header.organisation_other":
        return None
    habit = rule("header", "its_committee")
    match = habit.pattern.search(opened.masked, 0, opened.attendance)
    return Named(*match.span("body"), organisation.score, habit.id) if match else None


def named_elsewhere(evidence: Evidence) -> Named | None:
    """The body as later items name it, where the header is lost."""
    habit, folded = rule("header", "body_elsewhere"), evidence.source.folded
    match = habit.pattern.search(folded)
    if match:
        return Named(match.start("body"), match.end("body"), 1, habit.id)
    # A council that keeps naming itself by its kind: "the Parish Council".
    kinds = [(m.start("body"), m.end("body")) for m in rule("header", "body_kind").pattern.finditer(folded)]
    if len(kinds) < 2 or len({folded[a:b].lower() for a, b in kinds}) > 1:
        return None
    return Named(*kinds[0], 1, "header.body_kind")
