"""Who must do what by when."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from minuteparse.evidence import Evidence
from minuteparse.fields.action_columns import column_actions
from minuteparse.fields.action_labels import labelled_actions, listed_actions
from minuteparse.fields.action_places import listed_tasks, margin_actions
from minuteparse.fields.charges import BODY, FIRST_CLAUSE, begin_of_charge, charged_actions, passive_action
from minuteparse.fields.clauses import Passage, passage, trim
from minuteparse.fields.deadlines import find_deadline
from minuteparse.fields.decisions import read_decisions
from minuteparse.fields.doers import antecedent, before_aside, doer_before
from minuteparse.fields.found_action import FoundAction, find, pattern
from minuteparse.fields.joined_words import joined, past_break
from minuteparse.fields.owners import may_be_thing, owner_before, owner_patterns, split_owners, subject
from minuteparse.fields.stretches import Stretches
from minuteparse.outline.model import Block
from minuteparse.record import Action
from minuteparse.rules import Rule, rule
from minuteparse.rules import words as words_of
from minuteparse.sentences import Span

_PRONOUN = re.compile(r"(?:^|[\s,])(?:[Ss]?[Hh]e|[Tt]hey|I)$")
# The initials stand first, so that the engine skips to them.
_CUE = re.compile(
    r"[twspar](?<!\w.)(?:(?<=t)(?:o|hat)|(?<=w)(?:ould|ill)|(?<=s)hall|(?<=p)romis\w+|(?<=a)sk\w*|(?<=r)equest\w*)\b"
)
_SILENT = frozenset({"closing"})
# What members with an interest "would" do is their part in the meeting: "She would sit with the public".
_OF_PART = frozenset({"actions.would", "actions.said_would"})
_HEADED = re.compile(
    r"(?i)(?:(?:summary|list|log|schedule)\s+of\s+)?actions?"
    r"(?:\s+(?:points?|list|log|arising|agreed|items?|required|table|summary|from\s+this\s+meeting))*\s*:?"
)
_OF_MEMBERS = re.compile(
    r"\s+to\s+(?:return|complete|send|submit|let|e-?mail|contact|forward|inform|advise|read|bring|fill|tell)\b"
)
# What others are reported to do is no task: "confirmed that Denby Water would pay".
_REPORTED = re.compile(
    r"\b(?:fact|said|confirmed|reported|advised|stated|explained|noted|understood|heard|announced|replied|thought|hoped"
    r"|believed|informed\s[^,;]{2,40}|told\s[^,;]{2,40}|(?:wrong|right|likely|clear|pleased|glad))\s+that\s+$"
)
# The verb of a resolution, which is no name: "the Mayor BE AUTHORIZED to sign".
_BE_CHARGED = re.compile(r"\bBE\s+(?:[A-Z]+LY\s+)?[A-Z]+ED$")
# The clause of an undertaking after another statement of the same speaker: "..., and that he would write".
_OWN_CLAUSE = re.compile(
    r"(?<=.{25})(?:(?:,|;|:)\s+(?:(?:and|but)\s+)?(?:that\s+)?|\s(?:and|but)\s+that\s+)"
    r"(?=(?:[Ss]?[Hh]e|they)\s+(?:would|will|undertook|agreed|promised|offered)\b)",
    re.S,
)
_ANOTHER = re.compile(r"(?:,\s+|\s)(?:and|while)\s+(?=[A-Zts])")
# Who stands after such a word is not the doer: "the trust chaired by Lady Orme offered to".
_HELD_BY = re.compile(r"\b(?:by|of|with|from|behalf of)\s+$")
_FIRST_PART = 25  # characters that the undertaking before another's has at least
# An office with its holder's name between commas: "The Head of Law, Miss Orme, to write".
_APPOSED = re.compile(r",\s+(?:M(?:r|rs|s|iss|x)|Dr|C(?:ll|oun)?r|Councillor)\b")
# The state of an older action, told after it: "This had been done", "Completed."
_DONE_SINCE = re.compile(
    r"\s*(?:This|It)\s+(?:has|had)\s+(?:now\s+)?been\s+(?:done|completed|actioned|carried out)\b"
    r"|\s*[-:]?\s*(?:Done|DONE|Completed?|COMPLETED?|Closed)\b(?=[.\s;,-]|$)"
)
_IN_PROSE = frozenset(f"actions.{name}" for name in ("undertook", "would", "said_would", "to_do", "instruct"))
_NOTED = frozenset({"actions.label", "actions.column"})
_LABEL = 30  # characters of a label and of what parts it from the sentence before
_NEXT = 60  # characters of what follows a sentence
_LONGEST = 900
_RESOLUTION = re.compile(r"(?:RESOLVED|AGREED|DELEGATED|NOTED|Resolved|RECOMMENDED)\b")


def find_actions(evidence: Evidence, block: Block) -> list[Action]:
    """The actions of one item, in order of the text. Days are fixed later, by `resolve`."""
    printed = passage(evidence, block.agenda_end, block.end)
    whole = joined(printed.text)
    words = printed if whole == printed.text else replace(printed, text=whole)
    columns = column_actions(words)
    headed = _HEADED.fullmatch(block.title)
    if not (headed or columns or _CUE.search(words.lower) or "action" in words.lower or find("table_head", words.text)):
        return []
    decisions = [(d.start, d.end) for d in read_decisions(printed, block)]
    labelled, taken = labelled_actions(words, decisions)
    found = [*labelled, *charged_actions(words, decisions, labelled), *columns]
    if headed and not found:
        found = listed_actions(words)
    if block.kind not in _SILENT:
        found += _told(words, block, [*taken, *((a.start, a.end) for a in found)], decisions)
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
    """True if the sentence right before a label tells the same undertaking: "Dr Orme offered to ask. ACTION: Dr Orme"."""
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


# --- sentences that tell an undertaking ------------------------------------------------------------------------------


def _told(words: Passage, block: Block, taken: list[Span], decisions: list[Span]) -> list[FoundAction]:
    found: list[FoundAction] = []
    read, decided = Stretches(taken), Stretches(decisions)
    for i, (start, end) in enumerate(words.spans):
        sentence = words.text[start:end]
        if (
            end - start > _LONGEST
            or end - start < 8
            or not _CUE.search(words.lower, start, end)
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
        if resolved:
            action = _after_decision(words, i, decided.last_end(start, end))
        else:
            action = _undertaking(words, i)
        if action and block.kind == "declarations" and action.by in _OF_PART:
            continue
        found += _each_doer(words.text, action) if action else []
    return found


def _each_doer(text: str, action: FoundAction) -> list[FoundAction]:
    """`action`, cut where another doer's undertaking follows: "AB agreed to write and the Clerk agreed to ring"."""
    for gap in _ANOTHER.finditer(text, action.start, action.end):
        owner = owner_patterns().several.match(text, gap.end(), action.end)
        if not owner or BODY.match(owner[0]) or may_be_thing(owner[0]):
            continue
        verb = next((v for v in _verbs()[::2] if v.pattern.match(text, owner.end(), action.end)), None)
        said = rule("actions", "said_would")
        if verb is None and said.pattern.match(text, owner.end() + 1, action.end):
            verb = said
        if verb and gap.start() - action.start > _FIRST_PART:
            second = FoundAction(gap.end(), action.end, tuple(split_owners(owner[0])), verb.id)
            return [replace(action, end=gap.start()), second]
    return [action]


def _after_decision(words: Passage, i: int, begin: int) -> FoundAction | None:
    """An action in a sentence whose first part, to `begin`, is a decision: "AGREED to object; AB to write"."""
    end = words.spans[i][1]
    rest = re.compile(r"\s*[;,-]\s*(?=\S)").match(words.text, begin)
    if not rest or end - rest.end() < 10:
        return None
    found = _doing(words.text[rest.end() : end])
    if found is None or found[1] == ["?"] or found[0] > 0:
        return None
    return FoundAction(*trim(words.text, rest.end(), end), tuple(found[1]), found[2])


def _undertaking(words: Passage, i: int) -> FoundAction | None:
    start, end = words.spans[i]
    sentence = words.text[start:end]
    found = _saying(sentence)
    if found is None or found[0] > _FIRST_PART:
        earlier = _doing(sentence)
        found = earlier if earlier and (found is None or (earlier[0] == 0 and earlier[1] != ["?"])) else found
    found = found or _asking(sentence) or passive_action(sentence)
    if found is None or find("not_action", sentence[found[0] :]) or _DONE_SINCE.match(words.text[end : end + _NEXT]):
        return None
    offset, owners, by = found
    if owners == ["?"]:
        owners = antecedent(words, i, within=bool(_OWN_CLAUSE.search(sentence)))
        if not owners:
            return None
    if (
        offset == 0
        and i > 0
        and not re.search(r"[;-]\s", sentence)
        and pattern("pointing").search(sentence.rstrip(" ."))
        and _same_paragraph(words, i)
    ):
        previous = words.spans[i - 1][0]
        if end - previous < _LONGEST:
            start = previous
    own = _OWN_CLAUSE.search(sentence) if offset == 0 else None
    if own and start == words.spans[i][0]:
        offset = own.end()
    begin, stop = trim(words.text, start + offset, end)
    return FoundAction(begin, stop, tuple(owners), by)


def _same_paragraph(words: Passage, i: int) -> bool:
    gap = words.text[words.spans[i - 1][1] : words.spans[i][0]]
    return gap.isspace() and "\n\n" not in re.sub(r"[ \t\r]", "", gap)


@cache
def _verbs() -> tuple[Rule, ...]:
    return tuple(rule("actions", name) for name in ("undertook", "to_do", "would"))


def _doing(sentence: str) -> tuple[int, list[str], str] | None:
    """An owner right before a verb of undertaking: where the action begins in the sentence, its owners, the rule."""
    lowered = sentence.lower()
    for verb in _verbs():
        for match in verb.pattern.finditer(sentence) if verb.may_match(lowered) else ():
            charged = _BE_CHARGED.search(sentence, max(0, match.start() - 24), match.start())
            owners = None if charged else _owner_at(sentence, match, verb.id)
            if owners is not None:
                return owners[0], owners[1], verb.id
    return None


def _owner_at(sentence: str, match: re.Match[str], by: str) -> tuple[int, list[str]] | None:
    to = before_aside(sentence, match.start()) if by != "actions.to_do" else match.start()
    personal = by == "actions.undertook" or match[0].split()[0].lower() in {"is", "was", "are", "were"}
    before = doer_before(sentence, to, match[0].split()[-1], personal=personal)
    apposed = bool(before and _APPOSED.search(before[0][-1]))
    if before and (sentence[to - 1] != "," or apposed):
        owners, at = before
        phrase = sentence[at : match.start()].strip()
        if by == "actions.undertook" and _HELD_BY.search(sentence, max(0, at - 16), at):
            return None
        if (
            by != "actions.undertook"
            and at > 0
            and not re.search(r"(?:^[\[(]|[.;:,)-]\s*|\n\s*|\b(?:and|but|which|that|so|also|agreed|advised|confirmed)\s+)$", sentence[:at])
        ):
            return None
        others = (
            BODY.match(phrase)
            and (by != "actions.to_do" or at > 0)
            and phrase.lower() not in {"all members", "members"}
        )
        reported = by == "actions.would" and _REPORTED.search(sentence, max(0, at - 60), at)
        if others or (reported and may_be_thing(phrase)):
            return None
        begin = 0 if apposed else _from(sentence, at)
        if by == "actions.to_do" and at > FIRST_CLAUSE and sentence[:at].rstrip().endswith(","):
            begin = 0 if re.search(r"\b(?:this|these|it|that)\b", sentence[at:]) else at
        if by == "actions.to_do" and pattern("pointing").search(sentence[at:].rstrip(" .")):
            begin = 0
        return begin, owners
    head = sentence[: match.start()].rstrip(" ,")
    if _PRONOUN.search(head) and (by != "actions.to_do" or re.match(r"\s+(?:is|was|are|were)\s", match[0])):
        at = 0
        return at, ["?"]
    if by == "actions.would" and head.endswith(" and") and " that " not in head:
        doer = owner_patterns().several.match(sentence)
        if doer and not BODY.match(doer[0]) and not may_be_thing(doer[0]) and match[0].split()[-1] in words_of("deed"):
            return 0, split_owners(doer[0])[:1]
    if by != "actions.undertook":
        return None
    if head.endswith(" who"):
        named = owner_before(head[:-4].rstrip(" ,") + " ", len(head[:-4].rstrip(" ,")))
        return (match.start() + 1, named[0]) if named else None
    if re.search(r"(?:\band|,)$", head) or sentence[match.start() - 1] == ",":
        named_first = subject(sentence)
        begin = 0 if sentence[match.start() - 1] == "," or match.start() < 160 else match.start() + 1
        if re.search(r"\band$", head) and match.start() > 60:
            begin = match.start() + 1
        return (begin, named_first[:1]) if named_first and not BODY.match(named_first[0]) else None
    return None


def _from(sentence: str, at: int) -> int:
    """Where the action begins: with the sentence, or with its owner after another statement."""
    head = sentence[:at]
    if at > 25 and re.search(r"(?:;\s*|\n\s*|\bwhich\s+|\s-\s*|,?\s+(?:and|but|so)\s+(?:that\s+)?|\bconfirmed\s+that\s+|:\s*)$", head):
        return at
    return 0


def _saying(sentence: str) -> tuple[int, list[str], str] | None:
    match = find("said_would", sentence)
    if not match:
        return None
    head = sentence[: match.start()].rstrip()
    before = doer_before(sentence, match.start())
    if before:
        return _from(sentence, before[1]), before[0], "actions.said_would"
    owners = subject(sentence)
    if not owners and _PRONOUN.search(head):
        return 0, ["?"], "actions.said_would"
    if re.match(r"(?:He|She|They)\b", sentence):
        owners = ["?"]
    return (match.start() if len(head) > 60 else 0, owners[:1], "actions.said_would") if owners else None


def _asking(sentence: str) -> tuple[int, list[str], str] | None:
    for match in pattern("instruct").finditer(sentence) if find("instruct", sentence) else ():
        owner = owner_patterns().several.match(sentence, match.end())
        if "that" in match[0] and (not owner or re.match(r"\s+[A-Z]", sentence[owner.end() :])):
            owner = re.compile(r"the\s+[A-Z]\w+(?:\s+[A-Z]\w+){0,3}").match(sentence, match.end())
        rest = sentence[owner.end() :] if owner else ""
        if not owner or (BODY.match(owner[0]) and "all" not in owner[0].lower() and not _OF_MEMBERS.match(rest)):
            continue
        if re.match(
            r"\s+for\s+(?:an?\s+)?(?:reply|response)\b|\s+to\s+(?!be\b|explain|comment|confirm\s+(?:that|whether|if)|clarify|outline|speak|give\s+an?\s)", rest
        ) or ("that" in match[0] and pattern("charge").match(rest)):
            return begin_of_charge(sentence, match.start()), split_owners(owner[0]), "actions.instruct"
    return None
