"""Actions that sentences tell: undertakings, requests, and tasks that another doer's follow."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.fields.action_places import listed_tasks
from minuteparse.fields.charges import BODY
from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.doers import antecedent
from minuteparse.fields.found_action import FoundAction, find, pattern
from minuteparse.fields.owners import may_be_thing, owner_patterns, split_owners
from minuteparse.fields.stretches import Stretches
from minuteparse.fields.undertakings import FIRST_PART, doing, read_undertaking, verbs
from minuteparse.rules import rule
from minuteparse.sentences import Span

# The initials stand first, so that the engine skips to them.
CUE = re.compile(
    r"[twspar](?<!\w.)(?:(?<=t)(?:o|hat|asked)|(?<=w)(?:ould|ill)|(?<=s)hall|(?<=p)romis\w+|(?<=a)sk\w*|(?<=r)equest\w*)\b"
)
"""Words in lower case of which a sentence that tells an action has one."""
# What members with an interest "would" do is their part in the meeting: "She would sit with the public".
_OF_PART = frozenset({"actions.would", "actions.said_would"})
# The clause of an undertaking after another statement of the same speaker: "..., and that he would write".
_OWN_CLAUSE = re.compile(
    r"(?<=.{25})(?:(?:,|;|:)\s+(?:(?:and|but)\s+)?(?:that\s+)?|\s(?:and|but)\s+that\s+)"
    r"(?=(?:[Ss]?[Hh]e|they)\s+(?:would|will|undertook|agreed|promised|offered)\b)",
    re.S,
)
# Two who are instructed in one sentence: "The Engineer was instructed to have it cut and the Clerk to reply".
_OFFICE = re.compile(r"[Tt]he\s[A-Z]\w+")
_TASK_BEFORE = re.compile(r"\b(?:instructed|asked|requested|directed)\s+to\s[^,;]{2,200}\s[a-z][a-z-]*\Z")
_ANOTHER = re.compile(r"(?:,\s+|\s)(?:and|while)\s+(?=[A-Zts])")
# The state of an older action, told after it: "This had been done", "Completed."
_DONE_SINCE = re.compile(
    r"\s*(?:This|It)\s+(?:has|had)\s+(?:now\s+)?been\s+(?:done|completed|actioned|carried out)\b"
    r"|\s*[-:|]?\s*(?:Done|DONE|Completed?|COMPLETED?|Closed)\b(?=[.\s;,-]|$)"
)
_RESOLUTION = re.compile(r"(?:\(\w{1,3}\)\s+)?(?:RESOLVED|AGREED|DELEGATED|NOTED|Resolved|RECOMMENDED)\b")
# What one who applies for a consent would do is the application, no task.
_APPLIES = re.compile(
    r"(?:(?:In\s[^,]{3,60},\s+)?[A-Z][^,;()]{2,50}[,(]\s*(?:the\s+|an?\s+)?|[Tt]he\s+)"
    r"(?:applicants?|appellants?|objectors?|licensee|agent|(?:agent|solicitor|architect)\s+for\s+the\s+appl\w+)\b"
)
_NEXT = 60  # characters of what follows a sentence
_LONGEST, _SHORTEST = 900, 8


def told_actions(words: Passage, kind: str, taken: list[Span], decisions: list[Span]) -> list[FoundAction]:
    """The actions that sentences of an item of this `kind` tell, but for what is `taken` already."""
    found: list[FoundAction] = []
    read, decided = Stretches(taken), Stretches(decisions)
    for i, (start, end) in enumerate(words.spans):
        sentence = words.text[start:end]
        if (
            end - start > _LONGEST
            or end - start < _SHORTEST
            or not CUE.search(words.lower, start, end)
            or sentence.endswith("?")
        ):
            continue
        resolved = decided.meet(start, end)
        if read.meet(start, end) or (_RESOLUTION.match(sentence) and not resolved):
            continue
        tasks = [] if resolved and _RESOLUTION.match(sentence) else listed_tasks(words, i)
        if tasks:
            found += tasks
            read = Stretches([*taken, (start, tasks[-1].end)])
            continue
        action = _after_decision(words, i, decided.last_end(start, end)) if resolved else _undertaking(words, i)
        if action and kind == "declarations" and action.by in _OF_PART:
            continue
        found += _each_doer(words.text, action) if action else []
    return found


def _each_doer(text: str, action: FoundAction) -> list[FoundAction]:
    """`action`, cut where another doer's undertaking follows: "AB agreed to write and the Clerk agreed to ring"."""
    for gap in _ANOTHER.finditer(text, action.start, action.end):
        owner = owner_patterns().several.match(text, gap.end(), action.end)
        if not owner or BODY.match(owner[0]) or may_be_thing(owner[0]):
            continue
        verb = next((v for v in verbs()[::2] if v.pattern.match(text, owner.end(), action.end)), None)
        said = rule("actions", "said_would")
        if verb is None and said.pattern.match(text, owner.end() + 1, action.end):
            verb = said
        if verb is None and action.by == "actions.undertook" and _OFFICE.match(owner[0]):
            verb = next((v for v in verbs()[1:2] if v.pattern.match(text, owner.end(), action.end)), None)
            verb = verb if _TASK_BEFORE.search(text, action.start, gap.start()) else None
        if verb and gap.start() - action.start > FIRST_PART:
            second = FoundAction(gap.end(), action.end, tuple(split_owners(owner[0])), verb.id)
            return [replace(action, end=gap.start()), second]
    return [action]


def _after_decision(words: Passage, i: int, begin: int) -> FoundAction | None:
    """An action in a sentence whose first part, to `begin`, is a decision: "AGREED to object; AB to write"."""
    end = words.spans[i][1]
    rest = re.compile(r"\s*[;,-]\s*(?=\S)").match(words.text, begin)
    if not rest or end - rest.end() < 10:
        return None
    found = doing(words.text[rest.end() : end])
    if found is None or found[1] == ["?"] or found[0] > 0:
        return None
    return FoundAction(*trim(words.text, rest.end(), end), tuple(found[1]), found[2])


def _undertaking(words: Passage, i: int) -> FoundAction | None:
    start, end = words.spans[i]
    sentence = words.text[start:end]
    found = read_undertaking(sentence)
    if found is None or find("not_action", sentence[found[0] :]) or _DONE_SINCE.match(words.text[end : end + _NEXT]):
        return None
    offset, owners, by = found
    if by in _OF_PART and _APPLIES.match(sentence):
        return None
    if owners == ["?"]:
        owners = antecedent(words, i, within=bool(_OWN_CLAUSE.search(sentence)))
        if not owners:
            return None
    if offset == 0:
        own = _OWN_CLAUSE.search(sentence)
        if _points_back(words, i):
            start = words.spans[i - 1][0]
        elif own and by != "actions.instruct":
            offset = own.end()
    begin, stop = trim(words.text, start + offset, end)
    if words.text[begin] in "([" and words.text[stop - 1] in ")]":
        begin, stop = trim(words.text, begin + 1, stop - 1)
    return FoundAction(begin, stop, tuple(owners), by)


def _points_back(words: Passage, i: int) -> bool:
    """True if sentence `i` only says who does what the sentence before it asks: "The Clerk undertook to do this"."""
    start, end = words.spans[i]
    sentence = words.text[start:end]
    return (
        i > 0
        and not re.search(r"[;-]\s", sentence)
        and pattern("pointing").search(sentence.rstrip(" .")) is not None
        and _same_paragraph(words, i)
        and end - words.spans[i - 1][0] < _LONGEST
    )


def _same_paragraph(words: Passage, i: int) -> bool:
    gap = words.text[words.spans[i - 1][1] : words.spans[i][0]]
    return gap.isspace() and "\n\n" not in re.sub(r"[ \t\r]", "", gap)
