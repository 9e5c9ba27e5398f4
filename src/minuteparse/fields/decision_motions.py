"""Motions that carry their own text: adopted further on, or reported as carried by the sentences after them."""

from __future__ import annotations

import re

from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.decision_labels import CONDITIONS, with_list
from minuteparse.fields.found_decision import FoundDecision, find, pattern
from minuteparse.rules import rule

_MOVERS_ONLY = re.compile(
    r"(?i)^(?:it was\s+)?(?:moved|proposed|motion)(?!\s+(?:that|to)\b)(?!.{0,200}\b(?:that|to)\b)", re.S
)
_SUBJUNCTIVE = re.compile(r"(?i)(?<!\bwould )(?<!\bwill )(?<!\bto )(?<!\bmay )(?<!\bcould )(?<!\bshould )\bbe\b")
_MOTION_CONTEXT = re.compile(r"(?i)\b(?:motion|moved|moves|proposed|proposes|seconded|resolution)\b")
_ADOPTED = re.compile(
    r"(?i)\b(?:motion|proposal|resolution|proposition)\b[^.\n]{0,80}\b(?:carried|adopted|passed|agreed|approved)\b"
    r"|\bagreed\s+unanimously\b|\bunanimously\s+(?:agreed|adopted|carried)\b|^carried\b",
    re.M,
)
_AMENDMENT = re.compile(r"(?i)(?<!the following )(?<!with )(?<!with an )(?<!with one )(?<!with the )\bamendment\b")
_OF_MOTION = re.compile(r"(?i)\b(?:substantive|original|main|motion|proposal|proposition|resolution)\b")
_TEXT = re.compile(r":\s+[\"']?(?=That\b)|(?<=[\w'])\s?/\s?[\w' .-]{2,30}:\s+")
# What was decided, in a sentence of its own that stands by itself: "The Board approved the plan".
_STATED = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w-]+\s+){1,4}(?:\w+ly\s+)?(?:approved|adopted|accepted)\s+(?:the|a)\b"
    r"|The\s+(?!motion|proposal|proposition|resolution|amendment|vote|above)(?:[\w'-]+\s+){1,4}(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:approved|adopted|accepted)\b(?!\s+by\b)"
)
_SECONDED = re.compile(r"\bsecond(?:ed|s|er)?\b|\bsec\b")
# The decision in words of its own.
_ITSELF = re.compile(r"(?i)\b(?:agreed|resolved|decided)\s+(?:unanimously\s+)?(?:that|to)\b")
_SO_AGREED = re.compile(r"(?:(?:The\s+)?[A-Z]\w+\s+(?:so\s+)?|This was (?:then )?)?[Aa]greed[.\s]|Agreed\s*$")
_AYES = re.compile(r"(?i)ayes?\b")
# Motions of a kind of their own; the others are resolved.
_MOTION_KINDS = (
    ("approved", re.compile(r"(?i)\bminutes\b|\b(?:was|were)\s+approved,?\s+(?:proposed|moved)\b")),
    (
        "deferred",
        re.compile(
            r"(?i)^tabled|\bto\s+(?:table|defer|postpone)\b"
            r"|\bto\s+continue\s+[^,;]{3,80}?\s(?:to|until)\s+(?:the|a|an|next|[A-Z][a-z]+\s+\d)"
        ),
    ),
    (
        "recommended",
        re.compile(
            r"(?i)^motion\b[^.]{0,120}\bto\s+recommend\b|\bbe\s+recommended\s+to\s+(?:the\s+)?(?:full\s+)?council\b"
        ),
    ),
)
# Names and counts of a vote stand between the motion and its result.
_COUNTED = re.compile(r"(?i)\b(?:recorded vote|roll[- ]?call)\b")
_LONGEST, _FAR = 1200, 3000
_WITHIN, _AMENDED_WITHIN = 3, 12  # sentences after a motion among which its result stands


def is_lost(sentence: str) -> bool:
    """True if `sentence` says that a motion was lost."""
    return find("lost", sentence) is not None


def is_amendment(words: Passage, i: int) -> bool:
    """True if sentence `i`, or a heading above it, speaks of an amendment."""
    start, end = words.spans[i]
    above = words.text[max(0, start - 30) : start].strip()
    return above.endswith("AMENDMENT") or bool(_AMENDMENT.search(words.text, start, end))


def adopted_motion(words: Passage, i: int, last_label: int) -> tuple[FoundDecision | None, int]:
    """ "That ..." in a paragraph of its own: a motion adopted further on, or a resolution whose keyword was lost.

    The second value is where the words that report the adoption end.
    """
    start, end = words.spans[i]
    text, sentence = words.text, words.text[start:end]
    before = text[max(0, start - 160) : start]
    if len(sentence) > _LONGEST or (before and "\n" not in before[-30:] and not _MOTION_CONTEXT.search(before)):
        return None, 0
    if sentence[-1] == ":" and CONDITIONS.search(sentence):
        end = with_list(words, end, far=True)
    begin, stop = trim(text, start, end)
    if sentence[0] not in "\"'" and not _MOTION_CONTEXT.search(before):
        if not _SUBJUNCTIVE.search(sentence[:300]) or before.rstrip().endswith((":", "-", ",")):
            return None, 0
        kind = "approved" if find("said.minutes", sentence) else "resolved"
        return FoundDecision(begin, stop, kind, "decisions.bare"), 0
    adopted = _ADOPTED.search(text, end, end + _FAR)
    if not adopted or last_label > start or re.search(r"(?i)\bamend", before[-120:]):
        return None, 0
    if is_lost(text[end : adopted.start()]) or re.search(r"(?i)\bamendment", adopted[0]):
        return None, 0
    kind = "agreed" if re.match(r"(?i)(?:unanimously )?agreed", adopted[0]) else "resolved"
    return FoundDecision(begin, stop, kind, "decisions.motion"), adopted.end()


def carried_motion(words: Passage, i: int, last_label: int) -> FoundDecision | None:
    """A motion that the next sentences report as carried, where no resolution is printed after it."""
    start, end = words.spans[i]
    sentence = words.text[start:end]
    if last_label > start or not (_moves(words, i) or pattern("motion").match(sentence)) or is_amendment(words, i):
        return None
    if pattern("said.resolved").search(sentence) or pattern("said.agreed").search(sentence):
        return None
    if _MOVERS_ONLY.match(sentence):
        return None
    if not pattern("carried").search(sentence, 20) and not _outcome(words, i):
        return None
    so = i + 1 < len(words.spans) and _SO_AGREED.match(words.text, words.spans[i + 1][0])
    kind = next((kind for kind, habit in _MOTION_KINDS if habit.search(sentence)), "agreed" if so else "resolved")
    text = _TEXT.search(sentence)
    start, end = trim(words.text, start + text.end() if text else start, end)
    return FoundDecision(start, end, kind, "decisions.motion")


def _moves(words: Passage, i: int) -> bool:
    """True if sentence `i` tells of a motion and of its seconder, or the next one does of the seconder."""
    start, end = words.spans[i]
    moved = rule("decisions", "moved")
    if not moved.may_match(words.lower[start:end]) or not moved.pattern.search(words.text[start:end]):
        return False
    return bool(_SECONDED.search(words.lower, start, words.spans[min(i + 2, len(words.spans) - 1)][1]))


def _outcome(words: Passage, i: int) -> bool:
    """True if a sentence soon after motion `i` says that it passed. Amendments that were lost are read over."""
    amended = counted = False
    for j in range(i + 1, min(i + _AMENDED_WITHIN, len(words.spans))):
        sentence = words.text[slice(*words.spans[j])]
        if _names_movers(sentence):
            continue
        amendment = is_amendment(words, j)
        amended = amended or amendment
        counted = counted or bool(_COUNTED.search(sentence))
        if j > i + _WITHIN and not (amended or counted):
            return False
        carried, lost = find("carried", sentence), is_lost(sentence)
        if amended:
            if amendment and carried and not lost:
                return False
            if carried and not lost and _OF_MOTION.search(sentence):
                return not pattern("said.agreed").search(sentence)  # which is then a decision itself
        elif lost or _ITSELF.search(sentence) or _STATED.match(sentence):
            return False
        elif not carried:
            if pattern("motion").match(sentence):
                return False
        elif not (_AYES.match(carried[0]) and _lost_next(words, j)):
            return True
    return False


def _names_movers(sentence: str) -> bool:
    """True if `sentence` says who made the motion before it, and no more: "Motion by Mr Moss, second by Ms Penn"."""
    if sentence[:6].lower() != "motion" or not _MOVERS_ONLY.match(sentence):
        return False
    return not (find("carried", sentence) or is_lost(sentence))


def _lost_next(words: Passage, j: int) -> bool:
    """True if one of the two sentences after `j`, the names of a vote, says that the motion was lost."""
    after = (words.text[slice(*span)] for span in words.spans[j + 1 : j + 3])
    return next((is_lost(s) for s in after if is_lost(s) or find("carried", s)), False)
