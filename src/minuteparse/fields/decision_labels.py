"""Decisions after a label: "RESOLVED:", "Agreed -", "COUNCIL RESOLUTION 12", movers on a line of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from minuteparse.fields.clauses import Passage, first_mark, read_list, trim
from minuteparse.fields.decision_kinds import kind_of, value_of
from minuteparse.fields.decision_leads import led_matches
from minuteparse.fields.decision_outcomes import passed, resolved_next
from minuteparse.fields.found_decision import FoundDecision, find, pattern
from minuteparse.fields.stretches import Stretches
from minuteparse.rules import Rule, rule, rules
from minuteparse.sentences import Span

_LEAD = re.compile(
    r"(?:\s|[:;,-](?=\s)|\"|\((?:to|by|unanim|nem|\d+\s+(?:Members|votes)|Cllr"
    r"|Councillor)[^()\n]{0,60}(?:\([^()]{0,300}\)[^()\n]{0,120})*\))*"
)
_MOVERS = re.compile(
    r"[ \t]*(?:(?:Proposed|Moved|Seconded|PROPOSED|MOVED|SECONDED|Proposer|Seconder|CARRIED|Carried"
    r"|UNANIMOUS)[^\n]{0,160}|[ \t]*)\n"
)
_THAT = re.compile(r"(?:that|That|THAT|T H A T|to|To)\b[\s,]*(?:[:-]+\s*)?")
_OWN_LINE = re.compile(r"\n\s*(?=[A-Z]{5})")
_OTHER = re.compile(r"(?:;|,?\s+and)\s+(?=it\s+(?:was|were)\s+$)")
_DASHED = re.compile(r"\n[ \t]*(?=-\s)")
CONDITIONS = re.compile(
    r"(?i)\b(?:conditions?|reasons?|grounds?|informatives?|payments?|accounts?|officers|members)\b[^|]{0,60}$"
)
_COUNTS_ONLY = re.compile(
    r"(?i)(?:(?:\d+|none|nil|no|one|two|three)\s+(?:for|in favour|against|abst\w+|votes?)\b[\s,;.and]*)+$"
)
_LIST_MADE = re.compile(r"(?i)\b(?:actions?|changes|appointments|amendments) be (?:taken|made)\b")
_AND_THAT = re.compile(r";\s+(?=that\s)|;\s+(?:AND\s+)?(?=THAT\s)")
_FURTHER = re.compile(r";?\s*(?:and\s+)?be\s+it\s+(?:further|also)?\s*$", re.I)
_SAID_AGAIN = re.compile(r"(?i)it\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved|decided)\s+(?:that|to)\s+(?=\()")
# Words that open a list of advice: "THAT the Committee recommend to Council: a)".
_ADVISES = re.compile(r"\brecommends?(?:\s+to\s[^:;.]{2,60})?(?:\s+that)?\s*:")
_TASK_AFTER = re.compile(r";\s+(?:[A-Z]{2,3}|(?:the\s+)?Clerk|[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+){1,2})\s+to\s+[a-z]")
_QUOTED_WITHIN = 1500
# A sign, or the number of the resolution: "Resolved 15/12/5.01 The minutes ...".
_ENDS_LABEL = re.compile(r"(?:[:,;-]|/\d{1,5}(?:\.\d{1,3})?)\s*$")
_TO_PAY = re.compile(r"\bpay\b[^\n]*:\s*$")
_FIRST_ROW = 200
_MONEY = re.compile(r"\d\.\d\d\b")


# Without one of these no heading of advice, and without a line that ends so no request, stands in a text.
_ADVICE_HEADING = re.compile(r"RECOMMEND|Recommend|OPTION|Option|Purpose")
_ADVICE_ENDS = re.compile(r"t(?:o|hat)\s*:?-?\s*\n")


@cache
def _labels() -> tuple[Rule, ...]:
    return tuple(r for r in rules("decisions") if r.id.startswith("decisions.label."))


def advice(words: Passage) -> Iterator[Span]:
    """Officers' recommendations and options: what was proposed, not what was decided."""
    at = 0
    if not rule("decisions", "advice").may_match(words.lower):
        return
    if not (_ADVICE_HEADING.search(words.text) or _ADVICE_ENDS.search(words.lower)):
        return
    while match := pattern("advice").search(words.text, at):
        at = match.end()
        lead = _LEAD.match(words.text, at)
        begin = lead.end() if lead else at
        that = pattern("the_body").match(words.text, begin)
        clauses = read_list(words, that.end() if that else begin, pattern("stop"))
        at = clauses[-1][1] if clauses else words.sentence_end(begin)
        yield match.start(), at


def labelled_decisions(words: Passage, muted: Stretches) -> tuple[list[FoundDecision], list[Span]]:
    """The decisions after labels, and the stretches from each label to the end of its last clause."""
    every: list[FoundDecision] = []
    covered: list[Span] = []
    hits = sorted(
        ((m.start(), r, m) for r in _labels() if r.may_match(words.lower) for m in led_matches(words, r)),
        key=lambda h: (h[0], -h[2].end()),
    )
    for block in (rule("decisions", "block.reference"), rule("decisions", "block.movers")):
        if block.may_match(words.lower):
            hits += [(m.start(), block, m) for m in block.pattern.finditer(words.text)]
    consumed = 0
    hits.sort(key=lambda h: h[0])
    for n, (at, label, match) in enumerate(hits):
        if at < consumed or muted.hold(at):
            continue
        line = words.text[max(0, at - 60) : at]
        if pattern("past").search(line[-24:] + match[0]) or _quoted(words.text, at):
            continue
        clauses = list(_after_label(words, label, match))
        if (clauses and label.id.startswith("decisions.block.")) and (
            resolved_next(words.text, clauses[-1].end, hits, n) or not passed(words, match[0], clauses[-1].end, label)
        ):
            covered.append((match.start(), clauses[-1].end))
            consumed = clauses[-1].end
            continue
        if clauses:
            consumed = max(c.end for c in clauses)
            covered.append((match.start(), max(consumed, match.end())))
            every += clauses
    return every, covered


def _quoted(text: str, at: int) -> bool:
    """True if `at` stands inside a quotation of its paragraph that began before other words of it."""
    begin = max(text.rfind("\n\n", max(0, at - _QUOTED_WITHIN), at), at - _QUOTED_WITHIN, 0)
    return text.count('"', begin, at) % 2 == 1 and '"' in text[at : at + _QUOTED_WITHIN]


def _after_label(words: Passage, label: Rule, match: re.Match[str]) -> Iterator[FoundDecision]:
    text, at = words.text, match.end()
    block = label.id.startswith("decisions.block.")
    while (movers := _MOVERS.match(text, at)) and (block or text[at : movers.end()].isspace()):
        at = movers.end()
    begin = past_punctuation(text, at)
    clauses = _list_at(words, begin) or _list_after(words, begin)
    if label.id == "decisions.label.approved" and clauses and _MONEY.search(text, *clauses[0]):
        start, end = trim(text, _keyword_start(words, match), clauses[-1][1])
        yield FoundDecision(start, end, label.value, label.id)
        return
    if _TO_PAY.search(match[0]) and _MONEY.search(text, at, at + _FIRST_ROW):  # a table of payments is no clause
        start, end = trim(text, _keyword_start(words, match), match.end())
        yield FoundDecision(start, end, label.value, label.id)
        return
    if clauses:
        advises = label.value == "resolved" and _ADVISES.search(words.lower, begin, clauses[0][0])
        for start, last in clauses:
            task = _TASK_AFTER.search(text, start, last)
            end = task.start() if task else last
            kind = "recommended" if advises else kind_of(value_of(label, match), text[start:end])
            yield FoundDecision(start, end, kind, label.id)
        yield from _tail(words, clauses[-1][1], label)
        return
    if block and not _THAT.match(text, begin):
        return
    found = _single(words, label, match, begin)
    while found:
        yield from each_that(text, found)
        found = _another(words, found, label)


def each_that(text: str, found: FoundDecision) -> Iterator[FoundDecision]:
    """`found`, cut before each further "that" after a semicolon: "That A; AND THAT B"."""
    at = found.start
    if text[at : at + 5].lower() == "that ":
        for gap in _AND_THAT.finditer(text, found.start, found.end):
            yield FoundDecision(at, gap.start(), found.kind, found.by)
            at = gap.end()
    yield FoundDecision(at, found.end, found.kind, found.by)


def past_punctuation(text: str, at: int) -> int:
    """`at` moved past punctuation and brackets, but not past the dash of a list entry."""
    lead = _LEAD.match(text, at)
    if not lead:
        return at
    bullet = _DASHED.search(text, max(0, at - 1), lead.end() + 1)
    return max(at, bullet.end()) if bullet else lead.end()


def _list_at(words: Passage, begin: int) -> list[Span]:
    """The clauses of the list at `begin`, after "That" or "That the Committee:-" too."""
    for lead in (None, _THAT, _SAID_AGAIN, pattern("the_body")):
        match = lead.match(words.text, begin) if lead else None
        if lead and not match:
            continue
        at = past_punctuation(words.text, match.end()) if match else begin
        if first_mark(words.text, at) or words.text[at : at + 1] in "•*-":
            clauses = read_list(words, at, pattern("stop"))
            if clauses:
                return clauses
    return []


def _list_after(words: Passage, begin: int) -> list[Span]:
    """The clauses of a list that a sentence opens: "to amend the licence as follows:" and a blank line."""
    end = words.sentence_end(begin)
    if (
        begin >= end
        or words.text[end - 1] not in ":-"
        or not re.search(r"(?i)\bfollow(?:s|ing)\b", words.text[begin:end])
    ):
        return []
    at = past_punctuation(words.text, end)
    gap = re.sub(r"[ \t\r]", "", words.text[end:at])
    first = words.text[begin : begin + 8].lower()
    following = _LIST_MADE.search(words.text, begin, end)
    if not following and ("\n\n" not in gap or first.startswith(("to note", "that"))):
        return []
    return read_list(words, at, pattern("stop"))


def _single(words: Passage, label: Rule, match: re.Match[str], begin: int) -> FoundDecision | None:
    text = words.text
    end = words.sentence_end(begin)
    first = text[begin : begin + 40]
    block = label.id.startswith("decisions.block.")
    colon = block or bool(_ENDS_LABEL.search(match[0])) or "\n" in text[match.end() : begin]
    if begin >= len(text) or end <= begin:
        return None
    if (
        label.value == "decision"
        and "\n" in text[match.end() : begin]
        and not re.match(r"(?i)(?:that|to|not to)\b", first)
    ):
        return None
    if not colon and not re.match(r"(?i)[\"']?(?:that|to)\b", first):
        return None
    if (
        colon
        and label.value != "decision"
        and "\n\n" in re.sub(r"[ \t\r]", "", text[match.end() : begin])
        and not _clause_like(first)
    ):
        return None
    stop = pattern("stop").search(text, begin + 1, end) or pattern("movers_after").search(text, begin + 5, end)
    if not stop and text[end - 1] in ":-":
        end = with_list(words, end, far=bool(CONDITIONS.search(text[begin:end])))
    start = begin if colon else _keyword_start(words, match)
    start, end = trim(text, start, stop.start() if stop else end)
    further = _FURTHER.search(text[max(start, end - 40) : end])
    end -= len(further[0]) if further else 0
    if end - start < 3 or find("lost", text[start:end]) or _COUNTS_ONLY.fullmatch(text, start, end):
        return None
    return FoundDecision(start, end, kind_of(value_of(label, match), text[begin:end]), label.id)


def with_list(words: Passage, end: int, *, far: bool = False) -> int:
    """`end` moved past a short list that the clause opens with its colon, after blank lines too if `far`."""
    at = past_punctuation(words.text, end)
    if not far and "\n\n" in re.sub(r"[ \t\r]", "", words.text[end:at]):
        return end
    clauses = read_list(words, at, pattern("stop"))
    return clauses[-1][1] if clauses else end


def _clause_like(first: str) -> bool:
    return bool(re.match(r"(?i)[\"'(]*(?:that|to|not to|the|a|an|at|it|[A-Z])\b", first))


def _keyword_start(words: Passage, match: re.Match[str]) -> int:
    """Where a decision that keeps its keyword begins: with its sentence, if little stands before the keyword."""
    i = bisect_left(words.spans, (match.start() + 1, 0)) - 1
    begin = words.spans[i][0] if i >= 0 else match.start()
    before = words.text[begin : match.start()]
    own_line = _OWN_LINE.search(words.text, max(begin, match.start() - 2), match.end())
    if own_line:
        return own_line.end()
    if before.endswith((" was ", " were ")):
        other = _OTHER.search(before)
        return begin + other.end() if other else begin
    if re.match(
        r"(?i)(?:on the (?:proposal|motion)|it was|following|after|having|in the absence|therefore|unanim"
        r"|(?:the )?[\w -]{1,40}$)",
        before,
    ):
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
    return FoundDecision(start, end, kind_of(label.value, words.text[start:end]), label.id)


def _tail(words: Passage, at: int, label: Rule) -> Iterator[FoundDecision]:
    """A clause after the list that no enumerator opens: "And to remove ..."."""
    match = re.compile(r"[\s;.,]*\n\s*(?:And|and)\s+(?=to\b|that\b)").match(words.text, at)
    if match:
        start, end = trim(words.text, match.end(), words.sentence_end(match.end()))
        yield FoundDecision(start, end, kind_of(label.value, words.text[start:end]), label.id)
