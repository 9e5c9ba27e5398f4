"""Resolutions that charge somebody with a task, and tasks told in the passive."""

from __future__ import annotations

import re
from functools import cache

from minuteparse.fields.clauses import Passage
from minuteparse.fields.found_action import FoundAction, find, pattern
from minuteparse.fields.owners import may_be_thing, owner_patterns, split_owners
from minuteparse.fields.stretches import Stretches
from minuteparse.rules import alternatives, words
from minuteparse.sentences import Span

BODY = re.compile(
    r"(?i)^(?:the\s+)?(?:(?!clerk\b|solicitor\b|secretary\b)[\w-]+\s+){0,4}(?:members|councillors|committee|council|panel|board|cabinet|directors"
    r"|governors|trustees|meeting|authority|all)$"
)
# Characters that a clause before the charge has at least.
FIRST_CLAUSE = 25
_LONGEST, _ANOTHER = 900, 15
# Who holds, fills or takes something is chosen for it.
_SEAT = re.compile(r"\s+to\s+(?:hold|fill|take|represent|attend|serve|act)\b")
_LAST_CLAUSE = re.compile(r"[,;]\s+(?:but\s+)?(?=[A-Zt])")
# Each alternative begins with a letter or comma, so that the engine skips to them.
_BEFORE_DOER = re.compile(
    r",(?<=\w,)\s+(?=(?:the\s+)?(?:[A-Z][\w-]+\s+){1,6}(?:BE|be)\s)"
    r"|t(?<!\wt)(?:hat|o ask)\b(?:\s*,)?\s+|T(?<!\wT)(?:hat|HAT|[ ]H[ ]A[ ]T)\b(?:\s*,)?\s+"
    r"|a(?<!\wa)(?:nd|greed)\b(?:\s*,)?\s+|d(?<!\wd)ecided\b(?:\s*,)?\s+"
)
_SECOND = re.compile(r"(?:\band|\band that|agreed that)\s+$")
_ASKED = re.compile(
    r"\b[Tt]hat\s+(the\s+(?:[A-Z][\w'&-]{1,30}\s+(?:(?:of|and|for)\s+(?:the\s+)?)?){1,6})(?i:be\s+"
    r"(?:asked|requested|instructed|directed|urged|invited))\s+to\b"
)
_DATED = re.compile(
    r"\bbe\s+(?:(?:sent|held|signed|submitted|returned|lodged)\s+(?P<by>by\s+(?=[tA-Z]))?"
    r"[^;]{0,80}?\b(?:by|before|no\s+later\s+than)\s+(?:the\s+end\s|\d)"
    r"|(?:carried\s+out|undertaken)\s+(?:during|in|before)\s+(?:early\s+|late\s+|mid-)?(?P<month>[A-Z][a-z]+)\b)"
)
# What somebody is named to do, whatever it is: "... be sent by the Clerk", "... be reported by the Head of Law to".
_BY_OWNER = re.compile(
    r"\b(?:(?P<noun>(?:an?|the)\s+(?:[\w'-]+\s+){1,10}?)?be\s+)"
    r"(?:sent|brought|reported|submitted|prepared|written|issued|circulated|drafted|drawn\s+up|arranged|obtained|undertaken"
    r"|presented|provided|carried\s+out|conveyed|sought|investigated|published|placed)\s+(?:back\s+)?by\s+(?=the\s|[A-Z])"
)
# After a resolution's clause has referred a matter to a body: what it is to do with it.
_REFERRED = re.compile(
    r"\breferred(?:\s+back)?\s+to\s+(?P<body>(?:the\s+)?[A-Z][\w'&-]*(?:\s+(?:(?:and|of|&|for)\s+(?:the\s+)?)?[A-Z][\w'&-]*){0,7})"
    r"\s+(?:for\s+(?:an?\s+)?(?:further\s+)?report(?:\s+back)?|to\s+(?:report|bring\s+back))\b"
)
_LEAD = re.compile(r"\b(?:and|agreed\s+that)\s+(?=(?:it|the|an?|that|this)\s)")
_REPORT = re.compile(
    r"\b(?:an?\s+)?(?:further\s+)?(?:(?:report|paper|update)s?\s+be\s+(?:submitted|brought|presented|prepared)"
    r"|report\s+on\s+(?:[\w-]+\s+){1,6}?be\s+submitted)\b"
)
_GIVEN = re.compile(r"\s+(?:to\b|in\s|for\s+(?:an?\s+)?(?:reply|response|report|attention|action)\b)")
_TASK = re.compile(
    r"\s+to\s+(?:place|conclude|sign(?!\s+off)|order|write|submit)\b|,?\s+by\s|\s+the\s+signing"
    r"|[^;]{0,160}\sto\s[^;]{0,80}\bby\s+\d{1,2}\s"
)


def charged_actions(words: Passage, decisions: list[Span], labelled: list[FoundAction]) -> list[FoundAction]:
    """The actions that `decisions` give somebody, but for those that a label has given an owner already."""
    found = []
    named = Stretches((a.start, a.end) for a in labelled)
    for start, end in decisions:
        if named.meet(start, end):
            continue
        charged = _charged_with(words.text[start:end])
        if charged:
            found.append(FoundAction(start + charged[0], end, tuple(charged[1]), "actions.charge"))
    return found


def _charged_with(clause: str) -> tuple[int, list[str]] | None:
    """Where the charge begins in `clause`, a decision, and the owners whom it gives something to do."""
    if len(clause) > _LONGEST:
        return None
    for match in pattern("instruct").finditer(clause):
        owner = owner_patterns().several.match(clause, match.end())
        have = match[0].rstrip().endswith(" have")
        if owner and _is_doer(owner[0]) and (pattern("charge") if have else _GIVEN).match(clause, owner.end()):
            return begin_of_charge(clause, match.start()), split_owners(owner[0])
    first = () if clause.startswith("That ") else (0,)
    for at in (*first, *(before.end() for before in _BEFORE_DOER.finditer(clause))):
        owner = owner_patterns().several.match(clause, at)
        if (
            owner
            and _is_doer(owner[0])
            and (pattern("charge").match(clause, owner.end()) or (not at and _ordered(clause, owner.end())))
        ):
            second = owner.start() > FIRST_CLAUSE and _SECOND.search(clause, max(0, owner.start() - 12), owner.start())
            return owner.start() if second else 0, split_owners(owner[0])
    asked = _ASKED.search(clause)
    if asked:
        return 0, [" ".join(asked[1].split())]
    passive = passive_action(clause)
    report = _REPORT.search(clause)
    if passive and (report or (passive[1] and clause[:2].lower() == "it")):
        return report.start() if report and report.start() > FIRST_CLAUSE else 0, passive[1]
    return _by_owner(clause) or _referred(clause) or _delegated(clause) or _absolute(clause) or _dated(clause)


def _by_owner(clause: str) -> tuple[int, list[str]] | None:
    """What `clause` says is to be done by an owner it names: "a letter be sent by the Clerk"."""
    for deed in _BY_OWNER.finditer(clause):
        owner = owner_patterns().several.match(clause, deed.end())
        if owner and _is_doer(owner[0]) and not may_be_thing(owner[0]):
            second = _SECOND.search(clause, 0, deed.start()) if deed["noun"] else None
            return deed.start() if second and deed.start() > FIRST_CLAUSE else 0, split_owners(owner[0])
    return None


def _referred(clause: str) -> tuple[int, list[str]] | None:
    """The body that `clause` refers a matter to for a report."""
    referred = _REFERRED.search(clause)
    return (0, [" ".join(referred["body"].split())]) if referred else None


def _dated(clause: str) -> tuple[int, list[str]] | None:
    """A deed that a resolution fixes a last day for: "... and it be sent to the auditor before 30th June"."""
    deed = _DATED.search(clause)
    if deed is None or " if " in clause[deed.start() :] or (deed["month"] and deed["month"] not in words("month")):
        return None
    owner = owner_patterns().several.match(clause, deed.end("by")) if deed["by"] else None
    leads = [lead for lead in _LEAD.finditer(clause, 0, deed.start()) if lead.end() < deed.start()]
    return (leads[-1].end() if leads else 0), split_owners(owner[0]) if owner else []


@cache
def _to_do() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:is\s+|are\s+)?to\s+(?:{alternatives('deed')}|accept|proceed)\b")


def _ordered(clause: str, at: int) -> bool:
    """True if `clause` goes on at `at` with a task for whom it begins with: "The Clerk to accept the offer"."""
    return _to_do().match(clause, at) is not None and _SEAT.match(clause, at) is None


def _absolute(clause: str) -> tuple[int, list[str]] | None:
    """A task at the end of `clause` with its doer: "... be mended, the Property Manager to obtain three prices"."""
    for gap in _LAST_CLAUSE.finditer(clause):
        owner = owner_patterns().several.match(clause, gap.end())
        if owner and not may_be_thing(owner[0]) and _is_doer(owner[0]) and _to_do().match(clause, owner.end()):
            return gap.end(), split_owners(owner[0])
    return None


def begin_of_charge(clause: str, at: int) -> int:
    """Where a charge whose verb stands at `at` begins: after another statement and "and", at the verb or its "to"."""
    second = re.search(r"\band\s+(to\s+)?$", clause[:at]) if at > _ANOTHER else None
    return at - len(second[1] or "") if second else 0


def _delegated(clause: str) -> tuple[int, list[str]] | None:
    """The owners to whom `clause` delegates a task that it names."""
    match = find("delegate", clause)
    owner = owner_patterns().several.match(clause, match.end()) if match else None
    if owner and ("signing" in clause or _TASK.match(clause, owner.end())):
        return 0, split_owners(owner[0])
    return None


def _is_doer(owner: str) -> bool:
    return not (
        " BE " in owner or owner.lower() in {"executive", "the executive"} or owner.endswith("'s") or BODY.match(owner)
    )


def passive_action(sentence: str) -> tuple[int, list[str], str] | None:
    """A task without a doer, "Quotes to be obtained": where it begins, its owners if printed after it, the rule."""
    match = find("passive", sentence)
    if not match or find("not_passive", sentence):
        return None
    fresh = re.search(r"(?:,|;|\s-)\s+(?:this|these)\s*$", sentence[: match.start()])
    if (
        not fresh
        and re.search(
            r"(?i)\b(?:said|replied|advised|reported|stated|explained|thought|felt|hoped|expected|was told|informed"
            r"|answered|confirmed|asked|noted|suggested|considered|believed)\b",
            sentence[: match.start()],
        )
        and not re.search(r"\b(?:asked|requested)\s+that\b", sentence[: match.start()])
    ):
        return None
    by = re.search(r"\bby\s+", sentence[match.end() :])
    owners: list[str] = []
    if by:
        named = owner_patterns().several.match(sentence, match.end() + by.end())
        owners = split_owners(named[0]) if named else []
    lead = fresh or re.search(r"(?:,|;)\s*$", sentence[: match.start()])
    if lead and match.start() > FIRST_CLAUSE:
        return lead.start() + 1, owners, "actions.passive"
    if match.start() > FIRST_CLAUSE and owners and sentence[: match.start()].endswith(" and "):
        return match.start(), owners, "actions.passive"
    tail = re.search(r"\s[-(]\s*\(?([^()-]{2,50})\)?[\s.)]*$", sentence)
    if not owners and tail:
        named = owner_patterns().several.fullmatch(" ".join(tail[1].split()))
        owners = split_owners(named[0]) if named else []
    return 0, owners, "actions.passive"
