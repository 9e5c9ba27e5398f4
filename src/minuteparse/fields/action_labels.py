"""Actions that a label announces: after it, above it when it names an owner alone, or in the lines below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from minuteparse.fields.action_announcements import announcements
from minuteparse.fields.action_tables import CELL_GAP, LABEL, cells_of, from_cells, rows
from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.found_action import FoundAction, find, order, pattern
from minuteparse.fields.owners import owner_patterns, owners_only, split_owners
from minuteparse.rules import rule
from minuteparse.sentences import Span

_OWNER_THEN_TASK = re.compile(r"\s*(?:-|:|;)\s*")
_TASK_DASH_OWNER = re.compile(r"(?:\s+-\s+|\s*\()(?P<owner>[^()]{2,60}?)\)?[\s.]*$")
_BY = re.compile(r"(?i)[\s,;]*(?:\b(?:by|before|on|no later than|within|at|for)\b|-\s*\d).*$", re.S)
_TASK = re.compile(r"\b(?:to|will|would)\b")
_ENTRY = re.compile(r"\s*(?:[•*-]|\(?\w{1,3}[.)])\s+")
# Any capitalised name is an owner where a label announces actions.
_NAMED = re.compile(
    r"(?!(?:Write|Send|Ask|Speak|Talk|Reply|Report|Contact|Book|Apply|Look|Try|Letters?|E-?mails?|Reports?|Notes?|Quot\w+|Posters?|Minutes|Items?|Cop(?:y|ies)|Invoices?|Signs?|Notices?)\b)"
    r"((?:The\s+)?[A-Z]\w+(?:(?:\s+|\s?[/&+]\s?)[A-Z]\w+){0,3})\s+(?:to|will|would|is to|are to)\s+(?!be\s+(?!\w+ing))"
)
# Names that the owner patterns do not know, before a task: "Skiros - talk to them", "D + AB: reach out".
_BEFORE_TASK = re.compile(
    r"((?:[Tt]he\s)?[A-Z][\w.'-]{0,24}(?:\s?[/,&+]\s?[A-Z][\w.'-]{0,24}|\s(?:and\s)?[A-Z][\w.'-]{0,24}){0,4})"
    r"(?:\s*::?|\s-+)\s+"
)
_BETWEEN = re.compile(r"\s*(?:[/,&+]|\band\b)\s*")
# What is written after a label where there is nothing to do, or nothing more.
_NOTHING = re.compile(
    r"(?i)(?:none|nil|n/a|not\s+applicable|(?:not|none|nothing)\s+required|completed?|closed|done)\b[\s.)\]]*$"
)
# Who is to act and when, in brackets within the label.
_IN_LABEL = re.compile(r"\((?P<who>[A-Z][^(),;\d]{0,50})(?:[,;]\s+(?P<when>[^()]{2,40}))?\)(?=:)")
_CLOSING = re.compile(r"[)\]]")
_MANY = 14
_NEAR = 500


def labelled_actions(words: Passage, decisions: list[Span]) -> tuple[list[FoundAction], list[Span]]:
    """The actions at labels, and the stretches of text read for them."""
    found: list[FoundAction] = []
    taken: list[Span] = []
    text = words.text
    at = 0
    for start, end, by in announcements(words):
        if start < at or re.search(r"(?i)\bno\s+(?:further\s+)?$", text[max(0, start - 12) : start]):
            continue
        actions, at = _at_label(words, start, end, by, decisions, found)
        found += actions
        taken.append((start, max(at, end)))
    for a, b in words.spans if rule("actions", "lead_in").may_match(words.lower) else ():
        if a >= at and text[b - 1] in ":-" and pattern("lead_in").search(text[a:b][-140:]):
            actions, at = _below(words, b, "actions.lead_in")
            found += actions
            taken.append((a, at))
    return found, taken


def _at_label(
    words: Passage, start: int, end: int, by: str, decisions: list[Span], found: list[FoundAction]
) -> tuple[list[FoundAction], int]:
    text = words.text
    gap = re.compile(r"[ \t]*").match(text, end)
    at = gap.end() if gap else end
    if by == "actions.officers":
        return _officers(words, end, start, decisions)
    if at >= len(text) or text[at] in "\r\n":
        return _below(words, at, by)
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    if _NOTHING.match(text, at, line_end):
        return [], line_end
    stop = words.sentence_end(at)
    if start and text[start - 1] in "([" and (close := _CLOSING.search(text, at, min(line_end, stop))):
        line_end = stop = close.start()
    other = pattern("label").search(text, at, stop)
    stop = other.start() if other else stop
    lead = pattern("lead_in").search(text[at:stop])
    if lead:
        return _below(words, stop, by)
    alone = _owner_and_day(text[at : min(line_end, stop)])
    if alone:
        due = (at + alone[1], min(line_end, stop)) if alone[1] else None
        action = _above(words, start, decisions, found, FoundAction(at, at, tuple(alone[0]), by, due))
        return ([action] if action else []), min(line_end, stop)
    labelled = text[start:end].rstrip()[-1:] in ":-"
    tasks = _sentence(words, at, stop, by, unlabelled=not labelled)
    bracket = _IN_LABEL.search(text, start, end)
    return ([_bracketed(task, bracket) for task in tasks] if bracket else tasks), stop


def _bracketed(task: FoundAction, label: re.Match[str]) -> FoundAction:
    """`task` with the owners and the day that its label gives: "ACTION 4 (Clerk, by 2 May): write"."""
    owners = owners_only(label["who"]) or _parted(label["who"])
    return replace(
        task, owners=task.owners or tuple(owners), due=task.due or (label.span("when") if label["when"] else None)
    )


def _owner_and_day(piece: str) -> tuple[list[str], int] | None:
    """The owners if `piece` is owners alone or with a day, and where the day begins in it (0: none)."""
    parts = [owners_only(part) for part in piece.split(";")]
    if all(parts):
        return [owner for part in parts for owner in part], 0
    day = _BY.search(piece)
    if day and day.start() > 1:
        owners = owners_only(piece[: day.start()])
        if owners:
            return owners, day.start()
    return None


def _above(
    words: Passage, start: int, decisions: list[Span], found: list[FoundAction], task: FoundAction
) -> FoundAction | None:
    """`task`, a label with owners alone, moved to the clause or sentence above it."""
    at = bisect_right(words.spans, start + 1, key=lambda s: s[1]) - 1
    if at < 0:
        return None
    span = words.spans[at]
    last = bisect_left(decisions, (start, 0))
    for decision in decisions[max(0, last - _MANY) : last]:
        if (decision[0] >= span[0] - 3 and decision[1] <= span[1] + 2) or (
            decision[0] <= span[0] and span[1] <= decision[1] + 2
        ):
            span = decision
    near = [d for d in decisions[max(0, last - _MANY) : last] if d[1] <= start and start - d[1] < _NEAR]
    beside = not words.text[span[1] : start].strip(" \t") and _TASK.search(words.text, *span)
    ordered = (
        beside
        or (words.text[span[0]].isupper() and order().match(words.text, span[0]))
        or find("passive", words.text[slice(*span)])
    )
    if near and span not in near and not ordered:
        span = near[-1]
    if any(a.start < span[1] and a.end > span[0] for a in found[-_MANY:]):
        return None
    begin, end = trim(words.text, *span)
    return replace(task, start=begin, end=end)


def _officers(words: Passage, end: int, start: int, decisions: list[Span]) -> tuple[list[FoundAction], int]:
    """The officers listed under "Officers responsible", for the last decision above."""
    owners: list[str] = []
    at = end
    for a, b in words.spans[bisect_left(words.spans, (end, 0)) :]:
        named = owners_only(words.text[a:b])
        if not named or len(owners) > _MANY:
            break
        owners += named
        at = b
    above = [d for d in decisions if d[1] <= start]
    if not above or not owners:
        return [], at
    return [FoundAction(*above[-1], tuple(owners), "actions.officers")], at


def _parted(names: str) -> list[str]:
    return [" ".join(p.split()) for p in _BETWEEN.split(names) if p]


def _named_first(piece: str, *, surely: bool) -> tuple[list[str], int] | None:
    """The names that stand before a task, and where it begins in `piece`; unless `surely`, an order must follow."""
    match = _BEFORE_TASK.match(piece)
    if not match or match.end() >= len(piece) or not (surely or "::" in match[0] or order().match(piece, match.end())):
        return None
    return _parted(match[1]), match.end()


def _sentence(words: Passage, at: int, end: int, by: str, *, unlabelled: bool = False) -> list[FoundAction]:
    """The actions in `text[at:end]`, which follows a label: one, or several after semicolons."""
    found: list[FoundAction] = []
    text = words.text
    for part in re.finditer(r"[^;]+", text[at:end]):
        begin, stop = trim(text, at + part.start(), at + part.end())
        if begin >= stop:
            continue
        piece = text[begin:stop]
        head = owner_patterns().several.match(piece)
        if head and re.match(r"\s*[-:;]\s+|\s*:\s*", piece[head.end() :]):
            gap = _OWNER_THEN_TASK.match(piece, head.end())
            task = begin + (gap.end() if gap else head.end())
            found.append(FoundAction(*trim(text, task, stop), tuple(split_owners(head[0])), by))
        elif head and found == [] and head.end() == len(piece) and stop < end:
            rest = trim(text, stop + 1, end)
            return [FoundAction(*rest, tuple(split_owners(head[0])), by)]
        elif head:
            found.append(FoundAction(begin, stop, tuple(split_owners(head[0])), by))
        elif first := _named_first(piece, surely=unlabelled):
            found.append(FoundAction(*trim(text, begin + first[1], stop), tuple(first[0]), by))
        else:
            named = _NAMED.match(piece)
            found.append(
                FoundAction(begin, stop, tuple(_parted(named[1])) if named else tuple(_owner_after(piece)), by)
            )
    return found


def _owner_after(piece: str) -> list[str]:
    tail = _TASK_DASH_OWNER.search(piece)
    return owners_only(" ".join(tail["owner"].split())) if tail else []


def _below(words: Passage, at: int, by: str) -> tuple[list[FoundAction], int]:
    """The entries in the lines below a heading: list entries, paragraphs or rows of a table."""
    text = words.text
    found, end = rows(text, at, by)
    if found or by == "actions.table":
        return found, max(end, at)
    for a, b in words.spans[bisect_left(words.spans, (at, 0)) :]:
        if len(found) >= _MANY or a < end:
            if len(found) >= _MANY:
                break
            continue
        labelled = pattern("label").search(text, text.rfind("\n", max(0, a - _MANY), a) + 1, min(b, a + LABEL))
        row = None if labelled else _row(text, a, b)
        if row is None:
            if found and _goes_on(text, found[-1].end, a, b):
                continue
            break
        last = _entry_end(words, b)
        found.append(
            FoundAction(
                row.start,
                max(row.end, trim(text, row.start, last)[1]) if last > b else row.end,
                row.owners,
                by,
                row.due,
            )
        )
        end = max(last, row.due[1] if row.due else b)
    return found, end


def _entry_end(words: Passage, b: int) -> int:
    """Where the entry whose first sentence ends at `b` ends: with the last sentence on the same lines."""
    for a, after in words.spans[bisect_left(words.spans, (b, 0)) :]:
        gap = words.text[b:a]
        if not gap or "\n" in gap or not gap.isspace() or pattern("label").match(words.text, a):
            break
        b = after
    return b


def listed_actions(words: Passage) -> list[FoundAction]:
    """The entries of an item that is headed as a list of actions."""
    return _below(words, 0, "actions.headed")[0]


def _goes_on(text: str, end: int, a: int, b: int) -> bool:
    gap = text[end:a]
    return gap.count("\n") == 1 and text[a].islower() and b - a < 80


def _row(text: str, a: int, b: int) -> FoundAction | None:
    """One entry: cells parted by wide blanks or pipes, or a sentence with its owner before or after the task."""
    line_end = text.find("\n", b)
    line_end = len(text) if line_end < 0 else line_end
    stop = line_end if text[b:line_end].lstrip().startswith("|") or CELL_GAP.match(text, b) else b
    cells = cells_of(text, a, stop)
    if len(cells) > 1:
        return from_cells(text, cells)
    piece = text[a:b]
    if len(piece) > 400 or piece.endswith(":"):
        return None
    begin, end = trim(text, a, b)
    owner = owner_patterns().several.match(piece)
    if owner and re.match(r"\s+(?:to|will|would|is to|are to)\s", piece[owner.end() :]):
        return FoundAction(begin, end, tuple(split_owners(owner[0])), "")
    first = _named_first(piece, surely=False)
    if first:
        return FoundAction(*trim(text, a + first[1], b), tuple(first[0]), "")
    body = _NAMED.match(piece)
    if body:
        return FoundAction(begin, end, tuple(_parted(body[1])), "")
    after = _owner_after(piece)
    if (
        after
        or re.search(r"\bto be\b|\bto\s+[a-z]+", piece)
        or _ENTRY.fullmatch(text[text.rfind("\n", max(0, a - 30), a) + 1 : a])
    ):
        return FoundAction(begin, end, tuple(after), "")
    return None
