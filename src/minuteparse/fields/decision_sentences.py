"""Decisions that a sentence says: "It was agreed that ...", "Noted.", planning comments, carried motions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.found_decision import FoundDecision, pattern
from minuteparse.fields.stretches import Stretches
from minuteparse.outline.model import Block
from minuteparse.rules import Rule, rules

_NEXT_MEETING = re.compile(r"(?i)\bnext (?:\w+ ){0,3}meeting\b|\bwould (?:next )?meet\b")
_MOVERS_ONLY = re.compile(
    r"(?i)^(?:it was\s+)?(?:moved|proposed|motion)(?!\s+(?:that|to)\b)(?!.{0,200}\b(?:that|to)\b)", re.S
)
_THAT = re.compile(r"[\"'(]{0,2}(?:That|THAT)\s")
_COMMENT = re.compile(r"object|comment|observation|support|refus|approval")
_SUBJUNCTIVE = re.compile(r"(?i)(?<!\bwould )(?<!\bwill )(?<!\bto )(?<!\bmay )(?<!\bcould )(?<!\bshould )\bbe\b")
_MOVED_ONLY = re.compile(r"(?i)\b(?:moved|proposed)\b(?!.*\b(?:agreed|carried|resolved|approved)\b)", re.S)
_MOTION_CONTEXT = re.compile(r"(?i)\b(?:motion|moved|moves|proposed|proposes|seconded|resolution)\b")
_ADOPTED = re.compile(
    r"(?i)\b(?:motion|proposal|resolution|proposition)\b[^.\n]{0,80}\b(?:carried|adopted|passed|agreed|approved)\b"
    r"|\bagreed\s+unanimously\b|\bunanimously\s+(?:agreed|adopted|carried)\b|^carried\b",
    re.M,
)
_ASIDE = 40  # characters of another statement before the one that decides
_LONGEST, _FAR = 1200, 3000
_OF_APOLOGIES = frozenset({"accepted", "approved", "received", "noted"})
_SILENT = frozenset({"declarations", "apologies"})
_SHORT_ENTRY, _BRIEF = 260, 130
_ENTRY_SENTENCES = 8
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
_ROOTS = (
    "agreed",
    "resolved",
    "approved",
    "accepted",
    "adopted",
    "noted",
    "deferred",
    "elected",
    "appointed",
    "co-opted",
    "decided",
    "confirmed",
    "signed",
    "ratified",
    "endorsed",
    "recommended",
    "delegated",
    "read",
    "correct",
    "authorised",
    "defer",
    "left over",
    "record",
    "held over",
    "tabled",
    "postponed",
    "supported",
    "passed",
    "approval",
    "acceptance",
    "took the chair",
    "determined",
    "consensus",
    "carried",
    "received",
    "refus",
    "granted",
    "welcomed",
    "adjourned",
    "laid",
    "left to lie",
)
# Verbs in capitals inside a sentence, and the kinds that are not named like them.
_CAPITALS_KIND = {
    "endorsed": "approved",
    "ratified": "approved",
    "adopted": "approved",
    "accepted": "approved",
    "confirmed": "approved",
    "granted": "approved",
    "decided": "agreed",
    "welcomed": "noted",
    "continued": "deferred",
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
    planning = bool(pattern("planning").search(block.title))
    done = 0
    for i, (start, end) in enumerate(words.spans):
        if start < done or taken.meet(start, end):
            continue
        sentence = text[start:end]
        lone = pattern("alone").match(sentence) if end - start < 60 else None
        if lone and not (block.kind == "apologies" and lone[1].lower() in _OF_APOLOGIES):
            found = _alone(words, i, lone[1].lower(), taken)
        elif _COMMENT.search(words.lower, start, end) and _is_comment(words, start, end, planning=planning):
            found = _comment(words, i, taken)
        elif _THAT.match(sentence):
            found, done = _that(words, i, last_label)
        else:
            found = _motion(words, i, last_label) or _says(words, i, block, last_label)
        if found:
            yield from _each_verb(text, found)


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


def _is_comment(words: Passage, start: int, end: int, *, planning: bool) -> bool:
    """True if `start:end` comments on an application: in an item on planning, or near a case number."""
    near = planning or pattern("reference").search(words.text, max(0, start - 200), end)
    return bool(near and pattern("comment").search(words.text[start:end]))


def _that(words: Passage, i: int, last_label: int) -> tuple[FoundDecision | None, int]:
    """ "That ..." in a paragraph of its own: a motion adopted further on, or a resolution whose keyword was lost.

    The second value is where the words that report the adoption end.
    """
    start, end = words.spans[i]
    text, sentence = words.text, words.text[start:end]
    before = text[max(0, start - 160) : start]
    if len(sentence) > _LONGEST or (before and "\n" not in before[-30:] and not _MOTION_CONTEXT.search(before)):
        return None, 0
    begin, stop = trim(text, start, end)
    if sentence[0] not in "\"'" and not _MOTION_CONTEXT.search(before):
        if not _SUBJUNCTIVE.search(sentence[:300]) or before.rstrip()[-1:] in ":-,":
            return None, 0
        kind = "approved" if pattern("said.minutes").search(sentence) else "resolved"
        return FoundDecision(begin, stop, kind, "decisions.bare"), 0
    adopted = _ADOPTED.search(text, end, end + _FAR)
    if not adopted or last_label > start or re.search(r"(?i)\bamend", before[-120:]):
        return None, 0
    lost = pattern("lost").search(text, end, adopted.start())
    if lost or re.search(r"(?i)\bamendment", adopted[0]):
        return None, 0
    kind = "agreed" if re.match(r"(?i)(?:unanimously )?agreed", adopted[0]) else "resolved"
    return FoundDecision(begin, stop, kind, "decisions.motion"), adopted.end()


def _says(words: Passage, i: int, block: Block, last_label: int) -> FoundDecision | None:
    labelled_after = last_label > words.spans[i][0]
    start, end = words.spans[i]
    sentence = words.text[start:end]
    if end - start > 1500 or sentence.endswith("?") or not _may_decide(words.lower[start:end]):
        return None
    for said in _said():
        match = said.pattern.search(sentence)
        if not match or (not said.value and sentence.isupper()):
            continue
        if _lost(sentence) or pattern("past").search(sentence) or sentence[:1] in "\"'":
            return None
        it_was = sentence[:6].lower() == "it was"
        if said.value == "noted" and (
            block.kind in _SILENT or (it_was and _NEXT_MEETING.search(sentence)) or sentence.rstrip()[-1:] in ":-"
        ):
            return None
        if _COUNTS.match(sentence) or (said.value == "deferred" and _MOVED_ONLY.search(sentence)):
            return None
        if pattern("not_said").search(sentence) or (labelled_after and pattern("on_the_way").search(sentence)):
            return None
        if block.kind in _SILENT and said.value != "agreed":
            return None
        tail = pattern("movers_after").search(sentence, max(15, match.end()))
        end = start + tail.start() if tail else end
        start += _prefix(sentence, match.start())
        subjectless = said.value == "deferred" or sentence.startswith(("Accepted", "ACCEPTED"))
        if subjectless and match.start() == 0 and i > 0 and _entry_start(words, i) == i - 1:
            start = words.spans[i - 1][0]
        start, end = trim(words.text, start, end)
        if start >= end:
            return None
        kind = said.value or _CAPITALS_KIND.get(match[1].lower(), match[1].lower())
        return FoundDecision(start, end, kind, said.id)
    return None


def _may_decide(lower: str) -> bool:
    return any(root in lower for root in _ROOTS)


def _prefix(sentence: str, at: int) -> int:
    """How much of the sentence before the keyword is another statement: "X was late, and it was agreed ..."."""
    if re.match(r"DEFER", sentence[at:].lstrip()) and "\n" in sentence[max(0, at - 3) : at + 1]:
        return at
    conjoined = re.match(r"and\s+(?=(?:the|this)\b)", sentence[at:])
    if conjoined and at > _ASIDE:
        return at + conjoined.end()
    if not re.match(r"(?i)it was|it had", sentence[at:]):
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


def _lost(sentence: str) -> bool:
    return bool(pattern("lost").search(sentence))


def _alone(words: Passage, i: int, keyword: str, taken: Stretches) -> FoundDecision | None:
    """ "Noted." alone: with the entry or sentence before it, if that stands in the same paragraph."""
    start, end = words.spans[i]
    kind = _ALONE_KIND.get(keyword, keyword)
    first = _entry_start(words, i)
    if first < i - 1 and start - words.spans[first][0] > _BRIEF and not _listed(words.text, words.spans[first][0]):
        first = i
    while first < i and (taken.meet(*words.spans[first]) or start - words.spans[first][0] > _SHORT_ENTRY):
        first += 1
    if first < i and _COUNTS.match(words.text, words.spans[first][0]):
        return None
    if first < i and (pattern("lost").search(words.text, words.spans[i - 1][0], start) or _is_amendment(words, i - 1)):
        return None
    if "\n" in words.text[words.spans[i - 1][1] : start] and words.text[start:end].isupper():
        first = i
    if first == i and keyword not in {"noted", "agreed", "approved", "deferred", "granted", "denied", "received"}:
        return None
    begin, stop = trim(words.text, words.spans[first][0], end)
    return FoundDecision(begin, stop, kind, "decisions.alone")


def _listed(text: str, at: int) -> bool:
    """True if a bullet or a letter stands before `at` on its line, so that the paragraph is an entry of a list."""
    mark = text[text.rfind("\n", max(0, at - 20), at) + 1 : at].strip(" \t.()")
    return bool(mark) and (mark in "•*-" or mark.isalpha())


def _is_amendment(words: Passage, i: int) -> bool:
    return bool(re.search(r"(?i)\bamendment\b", words.text[slice(*words.spans[i])]))


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


def _motion(words: Passage, i: int, last_label: int) -> FoundDecision | None:
    """A motion that the next sentences report as carried, where no resolution is printed after it."""
    start, end = words.spans[i]
    sentence = words.text[start:end]
    if not pattern("motion").match(sentence) or _is_amendment(words, i) or last_label > start:
        return None
    if pattern("said.resolved").search(sentence) or pattern("said.agreed").search(sentence):
        return None
    if _MOVERS_ONLY.match(sentence):
        return None
    own = pattern("carried").search(sentence, 20)
    for after in words.spans[i + 1 : i + 4]:
        following = words.text[slice(*after)]
        if _lost(following) or _lost(sentence):
            return None
        carried = pattern("carried").search(following)
        own = own or carried
        if carried and not carried[0].lower().startswith("aye"):
            break
        if pattern("motion").match(following):
            break
    if not own or any(_is_amendment(words, j) for j in range(i + 1, min(i + 3, len(words.spans)))):
        return None
    kind = (
        "approved"
        if re.search(r"(?i)\bminutes\b", sentence)
        else "deferred"
        if re.search(r"(?i)^tabled|\bto\s+(?:table|defer)\b", sentence)
        else "resolved"
    )
    start, end = trim(words.text, start, end)
    return FoundDecision(start, end, kind, "decisions.motion")
