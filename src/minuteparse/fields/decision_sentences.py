"""Decisions that a sentence says: "It was agreed that ...", "Noted.", planning comments, carried motions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.decision_kinds import OF_VERB, puts_off
from minuteparse.fields.decision_labels import each_that
from minuteparse.fields.decision_leads import past_other
from minuteparse.fields.decision_motions import adopted_motion, carried_motion, is_amendment, is_lost
from minuteparse.fields.found_decision import FoundDecision, find, pattern
from minuteparse.fields.stretches import Stretches
from minuteparse.outline.model import Block
from minuteparse.rules import Rule, rule, rules
from minuteparse.sentences import Span

_NEXT_MEETING = re.compile(r"(?i)\bnext (?:\w+ ){0,3}meeting\b|\bwould (?:next )?meet\b")
_THAT = re.compile(r"[\"'(]{0,2}(?:That|THAT),?\s|[\"']This (?:Council|Board|Authority)\b")
_OF_THAT = frozenset("T\"'(")
_COMMENT = ("object", "comment", "observation", "support", "refus", "approval")
# Where neither stands, no verb in capitals does, and nothing that the rule "said.deferred" finds.
_CAPITALS = re.compile(r"[A-Z]{5}")
_PUT_OFF = re.compile(
    r"defer|adjourned|postponed|tabled|left\s+(?:over|to\s|on\s|till\s|until\s)|continued\s+(?:to|until)\s|laid\s+(?:over|on\s)|carried\s+over|held\s+over"
    r"|put\s+(?:off|back)"
)
_MOVED_ONLY = re.compile(r"(?i)\b(?:moved|proposed)\b(?!.*\b(?:agreed|carried|resolved|approved)\b)", re.S)
# What was decided stands before: "the motion was put and carried, and it was resolved accordingly".
_ACCORDINGLY = re.compile(r"(?i)\b(?:resolved|agreed|decided|ordered)\s+accordingly\b[\s.]*$")
# What the clause of a decision leaves open: "that a path be laid at a price to be agreed".
_LATER = re.compile(r"(?i)(?:to|will|may|can|could|should|must|would|if)\s+")
_LONGEST = 1500
_ASIDE = 40  # characters of another statement before the one that decides
_OF_APOLOGIES = frozenset({"accepted", "approved", "received", "noted"})
_OF_MOTIONS = frozenset({"agreed", "carried", "approved", "adopted", "accepted"})
_SILENT = frozenset({"declarations", "apologies"})
_SHORT_ENTRY, _BRIEF = 260, 130
_ENTRY_SENTENCES = 8
_LONE = 60  # characters that a verdict alone has at most
_ENTRY_NUMBER = re.compile(r"\(\d{1,2}\)\s+")
_SOON = 5  # sentences after a motion within which "resolved accordingly" reports that it was carried
# So many sentences of a paragraph before "It was noted that" make it a remark among others.
_TALK = 2
_IT_WAS = re.compile(r"(?i)it\s+was\b")
_OWN_SUBJECT = re.compile(r"(?i)(?:this|these)\s+(?:was|were)\s")
_LABELLED = re.compile(r"(?:[A-Z][\w']*\s){0,3}[A-Z]?[\w']+:\s+\S")
_ALONE_KIND = {
    "accepted": "approved",
    "adopted": "approved",
    "carried": "resolved",
    "supported": "agreed",
    "ratified": "approved",
    "granted": "approved",
    "denied": "refused",
    "received": "noted",
}
_COUNTS = re.compile(r"(?i)(?:ayes?|yeas?|for|in\s+favou?r|vot(?:e|ing))\b[\s:=-]{0,4}\d|agreed\s*:\s*\d+\s+for\b")
_A_VERB = re.compile(r"\b(?:NOTED|AGREED|APPROVED|DELEGATED|DEFERRED|RECOMMENDED|RESOLVED)\b")
_NEXT_VERB = re.compile(r"[,;]?\s+and\s+(?=(?:also\s+)?(?:NOTED|AGREED|APPROVED|DELEGATED|DEFERRED|RECOMMENDED)\b)")


@cache
def _said() -> tuple[Rule, ...]:
    return tuple(r for r in rules("decisions") if r.id.startswith("decisions.said."))


def said_decisions(
    words: Passage, block: Block, taken: Stretches, labelled: list[FoundDecision]
) -> Iterator[FoundDecision]:
    """The decisions in sentences outside `taken`; `labelled` are those found after labels, which may say the same."""
    text = words.text
    last_label = max((f.start for f in labelled), default=-1)
    comments = _may_comment(words.lower)
    planning = comments and bool(pattern("planning").search(block.title))
    comments = comments and (planning or bool(pattern("reference").search(text)))
    motions = any(rule("decisions", name).may_match(words.lower) for name in ("motion", "moved"))
    capitals = bool(_CAPITALS.search(text))
    said = tuple(r for r in _said() if (r.value or capitals) and r.may_match(words.lower))
    done, motion = 0, -_SOON
    for i, (start, end) in enumerate(words.spans):
        if start < done or taken.meet(start, end):
            continue
        sentence = text[start:end]
        lone = pattern("alone").match(sentence) if end - start < _LONE else None
        if lone and i - motion <= (2 if lone[1].lower() == "carried" else 1) and lone[1].lower() in _OF_MOTIONS:
            continue  # which the motion itself tells
        if lone and not (block.kind == "apologies" and lone[1].lower() in _OF_APOLOGIES):
            found = _alone(words, i, lone[1].lower(), taken)
        elif comments and _is_comment(words, start, end, planning=planning):
            found = _comment(words, i, taken)
        elif text[start] in _OF_THAT and _THAT.match(sentence):
            found, done = adopted_motion(words, i, last_label)
        else:
            found = carried_motion(words, i, last_label) if motions else None
            if found:
                motion = i
            elif said and not (i - motion < _SOON and end - start < _BRIEF and _ACCORDINGLY.search(sentence)):
                found = _says(words, i, said, block, last_label)
        if found:
            for each in each_that(text, found):
                yield from _each_verb(text, each)


def _each_verb(text: str, found: FoundDecision) -> Iterator[FoundDecision]:
    """`found`, cut before each further verb in capitals: "NOTED the forecast and DEFERRED the plan"."""
    at, kind = found.start, found.kind
    for gap in _NEXT_VERB.finditer(text, found.start, found.end):
        if not _A_VERB.search(text, at, gap.start()):
            continue
        yield FoundDecision(at, gap.start(), kind, found.by)
        at = gap.end()
        verb = text[at : found.end].split(maxsplit=1)[0].lower()
        kind = verb if verb != "also" else kind
    yield FoundDecision(at, found.end, kind, found.by)


def _may_comment(lower: str) -> bool:
    return any(word in lower for word in _COMMENT)


def _is_comment(words: Passage, start: int, end: int, *, planning: bool) -> bool:
    """True if `start:end` comments on an application: in an item on planning, or near a case number."""
    if not _may_comment(words.lower[start:end]):
        return False
    near = planning or pattern("reference").search(words.text, max(0, start - 200), end)
    return bool(near and pattern("comment").search(words.text[start:end]))


def _says(words: Passage, i: int, among: tuple[Rule, ...], block: Block, last_label: int) -> FoundDecision | None:
    start, end = words.spans[i]
    sentence, lower = words.text[start:end], words.lower[start:end]
    if end - start > _LONGEST or sentence.endswith("?"):
        return None
    for said in among:
        may_match = _PUT_OFF.search(lower) if said.value == "deferred" else said.may_match(lower)
        match = said.pattern.search(sentence) if may_match else None
        if not match or (not said.value and sentence.isupper()):
            continue
        silent = block.kind in _SILENT and said.value != "agreed" and said.id != "decisions.said.minutes"
        if silent or _decides_nothing(sentence, match, said.value, labelled_after=last_label > start):
            return None
        if said.value == "noted" and _IT_WAS.match(sentence) and i - _entry_start(words, i) >= _TALK:
            return None
        start, end = _bounds(words, i, said, match)
        kind = said.value or OF_VERB.get(match[1].lower(), match[1].lower())
        kind = "deferred" if kind == "agreed" and puts_off(sentence) else kind
        return FoundDecision(start, end, kind, said.id) if start < end else None
    return None


def _decides_nothing(sentence: str, match: re.Match[str], value: str, *, labelled_after: bool) -> bool:
    """True if the words of decision of kind `value`, `match` in `sentence`, tell of the past, a lost motion, a step."""
    if is_lost(sentence) or sentence[:1] in "\"'" or _COUNTS.match(sentence):
        return True
    past = pattern("past").search(sentence)
    if past and not (past.start() > match.end() and _LATER.match(past[0])):
        return True
    if value == "noted":
        it_was = sentence[:6].lower() == "it was"
        if (it_was and _NEXT_MEETING.search(sentence)) or sentence.rstrip()[-1:] in ":-":
            return True
    if value == "deferred" and _MOVED_ONLY.search(sentence):
        return True
    return bool(find("not_said", sentence) or (labelled_after and find("on_the_way", sentence)))


def _bounds(words: Passage, i: int, said: Rule, match: re.Match[str]) -> Span:
    """What of sentence `i`, in which the rule `said` found `match`, is the decision."""
    start, end = words.spans[i]
    sentence = words.text[start:end]
    tail = pattern("movers_after").search(sentence, max(15, match.end()))
    end = start + tail.start() if tail else end
    carried = match[0].rstrip().endswith(",")  # "it was moved by ... and carried, that ..."
    opened = past_other(words.text, start, end)
    start = opened if opened > start else start + (match.end() if carried else _prefix(sentence, match.start()))
    subjectless = said.value in {"deferred", "refused"} or sentence.startswith(("Accepted", "ACCEPTED"))
    entry = subjectless and match.start() == 0 and i > 0 and _entry_start(words, i) == i - 1
    if entry and not _labelled(words, i - 1, i):
        start = words.spans[i - 1][0]
    return trim(words.text, start, end)


def _prefix(sentence: str, at: int) -> int:
    """How much of the sentence before the keyword is another statement: "X was late, and it was agreed ..."."""
    if re.match(r"DEFER", sentence[at:].lstrip()) and "\n" in sentence[max(0, at - 3) : at + 1]:
        return at
    if sentence[:at].rstrip().endswith(";") and sentence[at : at + 2] == "a ":
        return at
    conjoined = re.match(r"and\s+(?=(?:the|this)\b)", sentence[at:])
    if conjoined and at > _ASIDE:
        return at + conjoined.end()
    if not re.match(r"(?i)it was|it had", sentence[at:]) or _ACCORDINGLY.search(sentence, at):
        return 0
    before = sentence[:at]
    if at > 110 and at > len(sentence) - at and not re.match(r"(?i)it was", before):
        return at
    if re.match(
        r"(?i)(?:on|following|after|having|in|with|by|as|for|subject|under|given|due|therefore"
        r"|it was (?:proposed|moved)|proposed)\b",
        before,
    ):
        return 0
    cut = [m.end() for m in re.finditer(r"(?:;|,?\s+(?:and|so|but|but,)|,)\s+", before)]
    return cut[-1] if cut and cut[-1] > 40 and cut[-1] >= at - 3 else 0


def _alone(words: Passage, i: int, keyword: str, taken: Stretches) -> FoundDecision | None:
    """ "Noted." alone: with the entry or sentence before it, if that stands in the same paragraph."""
    start, end = words.spans[i]
    kind = _ALONE_KIND.get(keyword, keyword)
    first = _past_verdicts(words, _entry_start(words, i), i)
    if _OWN_SUBJECT.match(words.text, start) and '"' not in words.text[start - 3 : start]:
        first = i
    if first < i - 1 and start - words.spans[first][0] > _BRIEF and not _listed(words.text, words.spans[first][0]):
        first = i
    while first < i and (taken.meet(*words.spans[first]) or start - words.spans[first][0] > _SHORT_ENTRY):
        first += 1
    if first < i and _COUNTS.match(words.text, words.spans[first][0]):
        return None
    if first < i and (is_lost(words.text[words.spans[i - 1][0] : start]) or is_amendment(words, i - 1)):
        return None
    own_line = "\n" in words.text[words.spans[i - 1][1] : start] if i else False
    if own_line and (words.text[start:end].isupper() or _labelled(words, first, i)):
        first = i
    if first == i and keyword not in {"noted", "agreed", "approved", "deferred", "granted", "denied", "received"}:
        return None
    number = _ENTRY_NUMBER.match(words.text, words.spans[first][0])
    begin, stop = trim(words.text, number.end() if number else words.spans[first][0], end)
    return FoundDecision(begin, stop, kind, "decisions.alone")


def _past_verdicts(words: Passage, first: int, i: int) -> int:
    """The first sentence from `first` to `i` that no other verdict of one word follows before `i`."""
    verdicts = (j for j in range(i - 1, first - 1, -1) if words.spans[j][1] - words.spans[j][0] < _LONE)
    return next((j + 1 for j in verdicts if pattern("alone").match(words.text[slice(*words.spans[j])])), first)


def _labelled(words: Passage, first: int, i: int) -> bool:
    """True if a line of the paragraph above the verdict `i` is a label with its value: "Attorney: Ann Moss"."""
    return any(_LABELLED.match(words.text, words.spans[j][0]) for j in range(first, i))


def _listed(text: str, at: int) -> bool:
    """True if a bullet or a letter stands before `at` on its line, so that the paragraph is an entry of a list."""
    mark = text[text.rfind("\n", max(0, at - 20), at) + 1 : at].strip(" \t.()")
    return bool(mark) and (mark in "•*-" or mark.isalpha())


def _entry_start(words: Passage, i: int) -> int:
    """The index of the first sentence of the paragraph or list entry that sentence `i` stands in."""
    last = i
    while i > 0 and last - i < _ENTRY_SENTENCES:
        gap = words.text[words.spans[i - 1][1] : words.spans[i][0]]
        if "\n" in gap and (
            "\n\n" in re.sub(r"[ \t\r]", "", gap)
            or not gap.isspace()
            or words.text[words.spans[i - 1][1] - 1] in ".;:|"
        ):
            break
        if not gap.isspace() and gap:
            break
        i -= 1
    return i


def _comment(words: Passage, i: int, taken: Stretches) -> FoundDecision | None:
    """A comment on a planning application, with the entry that it ends."""
    start, end = words.spans[i]
    first = i
    reference = pattern("reference")
    while (
        first > 0
        and end - words.spans[first - 1][0] < 2 * _SHORT_ENTRY
        and not reference.search(words.text, *words.spans[first])
    ):
        gap = words.text[words.spans[first - 1][1] : words.spans[first][0]]
        if "\n\n" in re.sub(r"[ \t\r]", "", gap) or taken.meet(*words.spans[first - 1]):
            break
        first -= 1
    if not reference.search(words.text, words.spans[first][0], end):
        first = _entry_start(words, i)
    if first == i and pattern("past").search(words.text, start, end):
        return None
    begin, stop = trim(words.text, words.spans[first][0], end)
    return FoundDecision(begin, stop, "agreed", "decisions.comment")
