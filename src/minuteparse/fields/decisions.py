"""What the meeting decided."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from minuteparse.evidence import Evidence
from minuteparse.fields.clauses import Passage, first_mark, passage, read_list, trim
from minuteparse.outline.model import Block
from minuteparse.record import Decision, DecisionKind
from minuteparse.rules import Rule, rule, rules
from minuteparse.sentences import Span

_LEAD = re.compile(
    r"(?:\s|[:;,-](?=\s)|\"|\((?:to|by|unanim|nem|\d+\s+(?:Members|votes)|Cllr|Councillor)[^()\n]{0,60}(?:\([^()]{0,300}\)[^()\n]{0,120})*\))*"
)
_MOVERS = re.compile(
    r"[ \t]*(?:(?:Proposed|Moved|Seconded|PROPOSED|MOVED|SECONDED|Proposer|Seconder|CARRIED|Carried|UNANIMOUS)[^\n]{0,160}|[ \t]*)\n"
)
_THAT = re.compile(r"(?:that|That|THAT|T H A T|to|To)\b[\s,]*(?:[:-]+\s*)?")
_OWN_KEYWORD = re.compile(r"(?:that\s+)?(?:(?:the\s+)?[A-Z][a-z]+\s+)?(AGREED|NOTED|DELEGATED|APPROVED|DEFERRED|RECOMMENDED|REFUSED)\b")
_NOT_TO = re.compile(r"(?i)not\s+to\s+(?:support|approve|accept|agree)")
_NEXT_MEETING = re.compile(r"(?i)\bnext (?:\w+ ){0,3}meeting\b|\bwould (?:next )?meet\b")
_QUOTED_AFTER = re.compile(r"(?i)\b(?:moved|proposed|motion|amendment|seconded)\b")
_MONEY = re.compile(r"\d\.\d\d\b")
_MOVERS_ONLY = re.compile(r"(?i)^(?:it was\s+)?(?:moved|proposed|motion)(?!\s+(?:that|to)\b)(?!.{0,200}\b(?:that|to)\b)", re.S)
_WORDS = re.compile(r"\w+")
_SILENT = frozenset({"declarations", "apologies"})
# A cheap look before the label rules, which are slow where they do not match.
_ROOT = {
    "decisions.label.resolved": re.compile("resolved"),
    "decisions.label.recommended": re.compile("recommend"),
    "decisions.label.agreed": re.compile("agreed|decided|concluded"),
    "decisions.label.noted": re.compile("noted"),
    "decisions.label.approved": re.compile("approved|ratified|adopted|accepted|authorised"),
    "decisions.label.decision": re.compile("decision"),
    "decisions.label.deferred": re.compile("deferred"),
    "decisions.label.delegated": re.compile("delegated"),
}
_SHORT_ENTRY = 260
_ALONE_KIND = {"accepted": "approved", "adopted": "approved", "carried": "resolved", "supported": "agreed", "ratified": "approved", "granted": "approved", "denied": "refused"}


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """One clause of a decision at `start:end` of its passage."""

    start: int
    end: int
    kind: str
    by: str


@cache
def _labels() -> tuple[Rule, ...]:
    return tuple(r for r in rules("decisions") if r.id.startswith("decisions.label."))


@cache
def _said() -> tuple[Rule, ...]:
    return tuple(r for r in rules("decisions") if r.id.startswith("decisions.said."))


def _pattern(name: str) -> re.Pattern[str]:
    return rule("decisions", name).pattern


def find_decisions(evidence: Evidence, block: Block) -> list[Decision]:
    """The decisions of one item, in order of the text."""
    words = passage(evidence, block.agenda_end, block.end)
    return [
        Decision(
            kind=cast("DecisionKind", found.kind),
            text=evidence.source.quote(words.base + found.start, words.base + found.end),
            start=words.base + found.start,
            end=words.base + found.end,
            by=found.by,
        )
        for found in read_decisions(words, block)
    ]


@lru_cache(maxsize=2)
def read_decisions(words: Passage, block: Block) -> tuple[FoundDecision, ...]:
    """The decisions in `words`, the passage of `block`; offsets local to it."""
    muted = list(_advice(words))
    labelled, covered = _labelled(words, muted)
    taken = sorted([*muted, *covered])
    said = list(_sentences(words, block, taken, labelled))
    return tuple(_once(words.text, sorted([*labelled, *said], key=lambda f: f.start)))


# --- clauses after a label -------------------------------------------------------------------------------------------


def _advice(words: Passage) -> Iterator[Span]:
    """Officers' recommendations and options: what was proposed, not what was decided."""
    at = 0
    while match := _pattern("advice").search(words.text, at):
        at = match.end()
        lead = _LEAD.match(words.text, at)
        begin = lead.end() if lead else at
        that = _pattern("the_body").match(words.text, begin)
        clauses = read_list(words, that.end() if that else begin, _pattern("stop"))
        at = clauses[-1][1] if clauses else words.sentence_end(begin)
        yield match.start(), at


def _labelled(words: Passage, muted: list[Span]) -> tuple[list[FoundDecision], list[Span]]:
    """The decisions after labels, and the stretches from each label to the end of its last clause."""
    every: list[FoundDecision] = []
    covered: list[Span] = []
    hits = sorted(((m.start(), r, m) for r in _labels() if _ROOT[r.id].search(words.lower) for m in r.pattern.finditer(words.text)), key=lambda h: (h[0], -h[2].end()))
    for name in ("block.reference", "block.movers"):
        hits += [(m.start(), rule("decisions", name), m) for m in _pattern(name).finditer(words.text)]
    consumed = 0
    for at, label, match in sorted(hits, key=lambda h: h[0]):
        if at < consumed or _inside(muted, at):
            continue
        line = words.text[max(0, at - 60) : at]
        if _pattern("past").search(line[-24:] + match[0]):
            continue
        clauses = list(_after_label(words, label, match))
        if clauses and label.id.startswith("decisions.block.") and not _passed(words, clauses[-1].end, label):
            covered.append((match.start(), clauses[-1].end))
            consumed = clauses[-1].end
            continue
        if clauses:
            consumed = max(c.end for c in clauses)
            covered.append((match.start(), max(consumed, match.end())))
            every += clauses
    return every, covered


def _passed(words: Passage, at: int, label: Rule) -> bool:
    """True if what follows the text of a motion at `at` does not say that it was lost; for bare movers, that it passed."""
    after = words.text[at : at + 500]
    following = _pattern("block.movers").search(after) or _pattern("block.reference").search(after)
    after = after[: following.start()] if following else after
    lost, carried = _pattern("lost").search(after), _pattern("carried").search(after)
    if lost and (not carried or lost.start() < carried.start()):
        return False
    return bool(carried) or label.id.endswith("reference")


def _after_label(words: Passage, label: Rule, match: re.Match[str]) -> Iterator[FoundDecision]:
    text, at = words.text, match.end()
    block = label.id.startswith("decisions.block.")
    while (movers := _MOVERS.match(text, at)) and (block or text[at : movers.end()].isspace()):
        at = movers.end()
    begin = _skip(text, at)
    clauses = _list_at(words, begin) or _list_after(words, begin)
    if label.id == "decisions.label.approved" and clauses and _MONEY.search(text, *clauses[0]):
        start, end = trim(text, _keyword_start(words, match), clauses[-1][1])
        yield FoundDecision(start, end, label.value, label.id)
        return
    if clauses:
        for start, end in clauses:
            yield FoundDecision(start, end, _kind(label.value, text[start:end]), label.id)
        yield from _tail(words, clauses[-1][1], label)
        return
    if block and not _THAT.match(text, begin):
        return
    found = _single(words, label, match, begin)
    while found:
        yield found
        found = _another(words, found, label)


def _skip(text: str, at: int) -> int:
    lead = _LEAD.match(text, at)
    return lead.end() if lead else at


def _list_at(words: Passage, begin: int) -> list[Span]:
    """The clauses of the list at `begin`, after "That" or "That the Committee:-" too."""
    for lead in (None, _THAT, _pattern("the_body")):
        match = lead.match(words.text, begin) if lead else None
        if lead and not match:
            continue
        at = _skip(words.text, match.end()) if match else begin
        if first_mark(words.text, at) or words.text[at : at + 1] in "•*-":
            clauses = read_list(words, at, _pattern("stop"))
            if clauses:
                return clauses
    return []


def _list_after(words: Passage, begin: int) -> list[Span]:
    """The clauses of a list that a sentence opens: "to amend the licence as follows:" and a blank line."""
    end = words.sentence_end(begin)
    if begin >= end or words.text[end - 1] not in ":-" or not re.search(r"(?i)\bfollow(?:s|ing)\b", words.text[begin:end]):
        return []
    at = _skip(words.text, end)
    gap = re.sub(r"[ \t\r]", "", words.text[end:at])
    first = words.text[begin : begin + 8].lower()
    if "\n\n" not in gap or first.startswith(("to note", "that")):
        return []
    return read_list(words, at, _pattern("stop"))


def _single(words: Passage, label: Rule, match: re.Match[str], begin: int) -> FoundDecision | None:
    text = words.text
    end = words.sentence_end(begin)
    first = text[begin : begin + 40]
    colon = match[0].rstrip()[-1:] in ":-,;" or "\n" in text[match.end() : begin]
    if begin >= len(text) or end <= begin:
        return None
    if label.value == "decision" and "\n" in text[match.end() : begin] and not re.match(r"(?i)(?:that|to|not to)\b", first):
        return None
    if not colon and not re.match(r"(?i)[\"']?(?:that|to)\b", first):
        return None
    if colon and label.value != "decision" and "\n\n" in re.sub(r"[ \t\r]", "", text[match.end() : begin]) and not _clause_like(first):
        return None
    stop = _pattern("stop").search(text, begin + 1, end)
    if not stop and text[end - 1] in ":-":
        end = _with_list(words, end)
    start = begin if colon else _keyword_start(words, match)
    start, end = trim(text, start, stop.start() if stop else end)
    if end - start < 3 or _lost(text[start:end]):  # noqa: PLR2004
        return None
    return FoundDecision(start, end, _kind(label.value, text[begin:end]), label.id)


def _with_list(words: Passage, end: int) -> int:
    """`end` moved past a short list that the clause opens with its colon, on the very next lines."""
    at = _skip(words.text, end)
    if "\n\n" in re.sub(r"[ \t\r]", "", words.text[end:at]):
        return end
    clauses = read_list(words, at, _pattern("stop"))
    return clauses[-1][1] if clauses else end


def _clause_like(first: str) -> bool:
    return bool(re.match(r"(?i)[\"'(]*(?:that|to|not to|the|a|an|at|it|[A-Z])\b", first))


def _keyword_start(words: Passage, match: re.Match[str]) -> int:
    """Where a decision that keeps its keyword begins: with its sentence, if little stands before the keyword."""
    i = bisect_left(words.spans, (match.start() + 1, 0)) - 1
    begin = words.spans[i][0] if i >= 0 else match.start()
    before = words.text[begin : match.start()]
    if re.match(r"(?i)(?:on the (?:proposal|motion)|it was|following|after|having|in the absence|therefore|unanim|(?:the )?[\w -]{1,40}$)", before):
        return begin
    return match.start()


def _another(words: Passage, before: FoundDecision, label: Rule) -> FoundDecision | None:
    """A further clause in the next paragraph: "That ..." after "That ...", without enumerators."""
    i = bisect_left(words.spans, (before.end, 0))
    if i >= len(words.spans) or not words.text[before.start : before.start + 4].lower().startswith("that"):
        return None
    start, end = words.spans[i]
    gap = words.text[before.end : start]
    if "\n" not in gap or not re.match(r"(?:and\s+)?(?:that|That|THAT)\s", words.text[start:end][:10]):
        return None
    start, end = trim(words.text, start, end)
    return FoundDecision(start, end, _kind(label.value, words.text[start:end]), label.id)


def _tail(words: Passage, at: int, label: Rule) -> Iterator[FoundDecision]:
    """A clause after the list that no enumerator opens: "And to remove ..."."""
    match = re.compile(r"[\s;.,]*\n\s*(?:And|and)\s+(?=to\b|that\b)").match(words.text, at)
    if match:
        start, end = trim(words.text, match.end(), words.sentence_end(match.end()))
        yield FoundDecision(start, end, _kind(label.value, words.text[start:end]), label.id)


def _kind(value: str, clause: str) -> str:
    own = _OWN_KEYWORD.match(clause)
    if own:
        return own[1].lower()
    if _pattern("said.minutes").search(clause[:500]) and value in {"resolved", "agreed", "approved", "decision"}:
        return "approved"
    if value == "decision":
        if _NOT_TO.match(clause):
            return "refused"
        return "resolved" if re.match(r"(?i)that\b|to\b", clause) else "agreed"
    return value


# --- sentences that say a decision -----------------------------------------------------------------------------------


def _sentences(words: Passage, block: Block, taken: list[Span], labelled: list[FoundDecision]) -> Iterator[FoundDecision]:
    text = words.text
    planning = bool(_pattern("planning").search(block.title))
    for i, (start, end) in enumerate(words.spans):
        if _overlaps(taken, start, end):
            continue
        sentence = text[start:end]
        lone = _pattern("alone").match(sentence) if end - start < 60 else None  # noqa: PLR2004
        if lone:
            found = _alone(words, i, lone[1].lower(), taken)
        elif (planning or _pattern("reference").search(text, max(0, start - 200), end)) and _pattern("comment").search(sentence):
            found = _comment(words, i, taken)
        else:
            found = _motion(words, i, labelled) or _says(words, i, block, labelled)
        if found:
            yield found


def _says(words: Passage, i: int, block: Block, labelled: list[FoundDecision]) -> FoundDecision | None:
    labelled_after = any(f.start > words.spans[i][0] for f in labelled)
    start, end = words.spans[i]
    sentence = words.text[start:end]
    if end - start > 1500 or sentence.endswith("?") or not _may_decide(words.lower[start:end]):  # noqa: PLR2004
        return None
    for said in _said():
        match = said.pattern.search(sentence)
        if not match:
            continue
        if _lost(sentence) or _pattern("past").search(sentence) or sentence[:1] in "\"'":
            return None
        it_was = sentence[:6].lower() == "it was"
        if said.value == "noted" and (
            block.kind in _SILENT or it_was and _NEXT_MEETING.search(sentence) or sentence.rstrip()[-1:] in ":-"
        ):
            return None
        if _pattern("not_said").search(sentence) or (labelled_after and _pattern("on_the_way").search(sentence)):
            return None
        if block.kind in _SILENT and said.value != "agreed":
            return None
        tail = _pattern("movers_after").search(sentence, 15)
        end = start + tail.start() if tail else end
        start += _prefix(sentence, match.start())
        if said.value == "deferred" and match.start() == 0 and i > 0 and _entry_start(words, i) == i - 1:
            start = words.spans[i - 1][0]
        start, end = trim(words.text, start, end)
        return FoundDecision(start, end, said.value, said.id)
    return None


_ROOTS = ("agreed", "resolved", "approved", "accepted", "adopted", "noted", "deferred", "elected", "appointed", "co-opted", "decided", "confirmed", "signed", "ratified", "endorsed", "recommended", "delegated", "read", "correct", "authorised", "defer", "left over", "record", "held over", "tabled", "postponed", "supported", "passed", "approval", "acceptance", "took the chair")


def _may_decide(lower: str) -> bool:
    return any(root in lower for root in _ROOTS)


_OTHER_CLAUSE = re.compile(r"(?:;|,\s+(?:and|so|but)|\band)\s+(?=(?:it was|the [A-Z][a-z]+ )?\b)")


def _prefix(sentence: str, at: int) -> int:
    """How much of the sentence before the keyword is another statement: "X said that it was late, and it was agreed ..."."""
    if re.match(r"DEFER", sentence[at:].lstrip()) and "\n" in sentence[max(0, at - 3) : at + 1]:
        return at
    if not re.match(r"(?i)it was|it had", sentence[at:]):
        return 0
    before = sentence[:at]
    if at > 110 and at > len(sentence) - at and not re.match(r"(?i)it was", before):  # noqa: PLR2004
        return at
    if re.match(r"(?i)(?:on|following|after|having|in|with|by|as|for|subject|under|given|due|therefore|it was (?:proposed|moved)|proposed)\b", before):
        return 0
    cut = [m.end() for m in re.finditer(r"(?:;|,?\s+(?:and|so|but|but,)|,)\s+", before)]
    return cut[-1] if cut and cut[-1] > 40 and cut[-1] >= at - 3 else 0  # noqa: PLR2004


def _lost(sentence: str) -> bool:
    return bool(_pattern("lost").search(sentence))


def _alone(words: Passage, i: int, keyword: str, taken: list[Span]) -> FoundDecision | None:
    """ "Noted." alone: with the entry or sentence before it, if that stands in the same paragraph."""
    start, end = words.spans[i]
    kind = _ALONE_KIND.get(keyword, keyword)
    first = _entry_start(words, i)
    while first < i and (_overlaps(taken, *words.spans[first]) or start - words.spans[first][0] > _SHORT_ENTRY and first < i - 1):
        first += 1
    if first < i and (_pattern("lost").search(words.text, words.spans[i - 1][0], start) or _is_amendment(words, i - 1)):
        return None
    if "\n" in words.text[words.spans[i - 1][1] : start] and words.text[start:end].isupper():
        first = i
    if first == i and keyword not in {"noted", "agreed", "approved", "deferred", "granted", "denied"}:
        return None
    begin, stop = trim(words.text, words.spans[first][0], end)
    return FoundDecision(begin, stop, kind, "decisions.alone")


def _is_amendment(words: Passage, i: int) -> bool:
    return bool(re.search(r"(?i)\bamendment\b", words.text[slice(*words.spans[i])]))


def _entry_start(words: Passage, i: int) -> int:
    """The index of the first sentence of the paragraph or list entry that sentence `i` stands in."""
    while i > 0:
        gap = words.text[words.spans[i - 1][1] : words.spans[i][0]]
        if "\n" in gap and ("\n\n" in re.sub(r"[ \t\r]", "", gap) or not gap.isspace() or words.text[words.spans[i - 1][1] - 1] in ".;:|"):
            break
        if not gap.isspace() and gap:
            break
        i -= 1
    return i


def _comment(words: Passage, i: int, taken: list[Span]) -> FoundDecision | None:
    """A comment on a planning application, with the entry that it ends."""
    start, end = words.spans[i]
    first = i
    reference = _pattern("reference")
    while first > 0 and end - words.spans[first - 1][0] < 2 * _SHORT_ENTRY and not reference.search(words.text, *words.spans[first]):
        gap = words.text[words.spans[first - 1][1] : words.spans[first][0]]
        if "\n\n" in re.sub(r"[ \t\r]", "", gap) or _overlaps(taken, *words.spans[first - 1]):
            break
        first -= 1
    if not reference.search(words.text, words.spans[first][0], end):
        first = _entry_start(words, i)
    if first == i and _pattern("past").search(words.text, start, end):
        return None
    begin, stop = trim(words.text, words.spans[first][0], end)
    return FoundDecision(begin, stop, "agreed", "decisions.comment")


def _motion(words: Passage, i: int, labelled: list[FoundDecision]) -> FoundDecision | None:
    """A motion that the next sentences report as carried, where no resolution is printed after it."""
    start, end = words.spans[i]
    sentence = words.text[start:end]
    if not _pattern("motion").match(sentence) or _is_amendment(words, i) or any(f.start > start for f in labelled):
        return None
    if _pattern("said.resolved").search(sentence) or _pattern("said.agreed").search(sentence):
        return None
    if _MOVERS_ONLY.match(sentence):
        return None
    own = _pattern("carried").search(sentence, 20)
    for after in words.spans[i + 1 : i + 4]:
        following = words.text[slice(*after)]
        if _lost(following) or _lost(sentence):
            return None
        if _pattern("carried").search(following):
            own = own or _pattern("carried").search(following)
            break
        if _pattern("motion").match(following):
            break
    if not own or any(_is_amendment(words, j) for j in range(i + 1, min(i + 3, len(words.spans)))):
        return None
    kind = "approved" if re.search(r"(?i)\bminutes\b", sentence) else "deferred" if re.match(r"(?i)tabled", sentence) else "resolved"
    start, end = trim(words.text, start, end)
    return FoundDecision(start, end, kind, "decisions.motion")


# --- all together ----------------------------------------------------------------------------------------------------


def _inside(spans: list[Span], at: int) -> bool:
    return any(a <= at < b for a, b in spans)


def _overlaps(spans: list[Span], start: int, end: int) -> bool:
    return any(a < end and b > start for a, b in spans)


def _once(text: str, found: list[FoundDecision]) -> list[FoundDecision]:
    """Each decision once: pages that print a decision above and in the minute repeat it."""
    kept: list[FoundDecision] = []
    seen: list[frozenset[str]] = []
    for decision in found:
        content = frozenset(_WORDS.findall(text[decision.start : decision.end].lower())) - {"that", "resolved", "agreed", "the"}
        if any(len(content & other) >= 0.9 * max(len(content), len(other), 1) for other in seen):
            continue
        if kept and decision.start < kept[-1].end:
            continue
        kept.append(decision)
        seen.append(content)
    return kept
