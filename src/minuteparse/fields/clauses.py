"""A list of clauses after a word of decision, cut at its enumerators: `(1)`, `a)`, `3.1.`.

Offsets here are local to a `Passage`; spans are half open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from minuteparse.evidence import Evidence
from minuteparse.sentences import Span, containing, readable, split
from minuteparse.text import Source

_ENUMERATOR = re.compile(
    r"(?P<open>\(?)(?P<n>(?:\d{1,3}\.)*\d{1,3}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])(?P<close>\)|\.(?!\w)"
    r"|(?<=\d)(?=\s+[A-Z(]))[ \t]*"
)
_ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
_LABELS = re.compile(r"resol|action|agreed|decision|carried|minute|\bnoted")
# A column at the right margin, far from the text: initials or an office, those who are to act.
_MARGIN = re.compile(
    r"[ \t](?<=[^\s|][ \t])(?:(?<=[ ])(?:[ ]{3,79}|[ ]{0,39}\t[ \t]{0,40})|(?<=\t)[ \t]{0,40})"
    r"((?:[A-Z]{2,4}[a-z]?|All|ALL|(?:Parish |Town |Deputy )?Clerk|Chair(?:man)?|Secretary|Treasurer)"
    r"(?:\s?[,/&]\s?(?:[A-Z]{2,4}[a-z]?|(?:the )?Clerk|Chair))*)[ \t]*$",
    re.M,
)
# One who is to act, where a paragraph that has lost its column ends: "... for the bench. Cllr. B. Orme/Clerk".
_ACTOR = (
    r"(?:(?:the )?(?:Clerk|Chair(?:man|person)?|Secretary|Treasurer)"
    r"|C(?:ll|oun)?rs?\.?[ ](?:[A-Z][a-z]?\.?[ ]){0,2}[A-Z][\w'-]{1,24}(?:[ ][A-Z][\w'-]{1,24})?)"
)
# One who is to act, after the full stop of the sentence: far off, or initials at the end of the paragraph.
_AFTER_STOP = re.compile(
    r"[.;](?:(?<=[a-z)\d].)(?:[ ]{4,120}|[ ]{0,40}\t[ \t]{0,40}|\n[ \t]{24,120})"
    r"((?:C(?:ll|oun)?r|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?[ ](?:[A-Z]\.?[ ])?[A-Z][\w'-]{1,24}"
    r"|(?:[A-Z][a-z]{1,20}[ ]){0,3}"
    r"(?:Clerk|Officer|Manager|Director|Secretary|Treasurer|Administrator|Chair(?:man|woman)?|Convener))[ \t]*$"
    r"|(?<=[a-z)].)[ ]{1,3}([A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3}){0,3})[ \t]*(?=\n\s{0,40}[\n•*-]|\s{0,40}\Z)"
    rf"|(?<=[a-z)\d].)[ ]{{1,3}}({_ACTOR}(?:\s?[,/&]\s?{_ACTOR}){{0,3}})[ \t]*"
    r"(?=\n[ \t]{0,40}(?:\n|\(?[\w.]{1,8}[.)][ \t])|\s{0,40}\Z))",
    re.M,
)
# Those who are to act, at the end of a sentence in square brackets or in a line of their own below it.
_ACTS = (
    r"(?:[A-Z]{2,3}(?:-[A-Z])?|(?:C(?:ll|oun)?r|Mrs?|Ms|Dr|Revd?)\.?[ ][A-Z][\w'-]{1,24}"
    r"|Clerk|Chair|Secretary|Treasurer)"
)
_BRACKETED = re.compile(rf"[ \t]\[({_ACTS}(?:\s?[,/&]\s?{_ACTS}){{0,3}})\]\.?(?=\s|\Z)")
_OWN_LINE = re.compile(
    r"(?<=[a-z\d)][.;])[ \t]*\n[ \t]*((?!AOB|PDF|NIL|END|AGM)[A-Z]{2,3}(?:\s?[,/&+]\s?[A-Z]{2,3}){0,4})"
    r"[ \t]*(?=\r?\n|\Z)(?!\s+[A-Z]{2,3}[a-z]?[ \t]*(?:\r?\n|\Z))"
)
_CAPITALS_ALONE = re.compile(r"\n[ \t]*[A-Z]{2,3}(?:\s?[,/&+]|[ \t]*(?:\r?\n|\Z))")
_BULLET = re.compile(r"\s*(?:[•*>|]|-(?=\s)|o(?=\s{2}))\s*")
_FARTHEST = 1500  # characters within which a clause must end or be followed by the next


@dataclass(frozen=True)
class Passage:
    """The minute text of one item, page numbers blanked out, cut into sentences; `base` is its offset in the source.

    `margins` are the names in a column at the right margin, blanked out too, each with the offset where its gap begins.
    """

    text: str
    base: int
    spans: tuple[Span, ...]
    margins: tuple[tuple[int, str], ...] = ()

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length."""
        low = self.text.lower()
        return (
            low if len(low) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        )

    def sentence_end(self, at: int) -> int:
        """Where the sentence that holds `at`, or the next one after it, ends."""
        span = containing(self.spans, at)
        if span:
            return span[1]
        i = bisect_left(self.spans, (at, 0))
        return self.spans[i][1] if i < len(self.spans) else len(self.text)


def passage(evidence: Evidence, start: int, end: int) -> Passage:
    """The text of `start:end` ready for reading."""
    return _passage(evidence.source, evidence.outline.noise, start, end)


# Decisions, actions and votes read the same item one after the other.
@lru_cache(maxsize=2)
def _passage(source: Source, noise: tuple[Span, ...], start: int, end: int) -> Passage:
    # A line that recurs may be a label or a reference of resolutions rather than a running head.
    near = noise[bisect_left(noise, (start, 0)) : bisect_left(noise, (end, 0))] if noise else ()
    noise = tuple(n for n in near if not _LABELS.search(source.lower, *n))
    text = readable(source, start, end, noise)
    margins: list[tuple[int, str]] = []

    def blank(match: re.Match[str]) -> str:
        stop = match[0][0] if match[0][0] in ".;" else ""
        margins.append((match.start() + len(stop), match[match.lastindex or 1]))
        return stop + " " * (len(match[0]) - len(stop))

    def stopped(match: re.Match[str]) -> str:
        margins.append((match.start() + 1, match[1]))
        return "." + " " * (len(match[0]) - 1)

    if "    " in text or "\t" in text:
        text = _MARGIN.sub(blank, text)
    text = _AFTER_STOP.sub(blank, text)
    if _CAPITALS_ALONE.search(text):
        text = _OWN_LINE.sub(blank, text)
    if "[" in text:
        text = _BRACKETED.sub(stopped, text)
    return Passage(text, start, split(text), tuple(sorted(margins)))


@dataclass(frozen=True, slots=True)
class _Mark:
    """An enumerator: its style, its ordinal in that style, what stands before the last figure ("3." in "3.2")."""

    style: str
    ordinal: int
    stem: str
    start: int
    end: int


def _readings(match: re.Match[str]) -> list[_Mark]:
    number, shape = match["n"], match["open"] + "{}" + match["close"]
    if number[0].isdigit():
        stem, _, last = number.rpartition(".")
        return [_Mark("1" + shape, int(last), stem, match.start(), match.end())]
    case = "a" if number.islower() else "A"
    found = []
    if number.lower() in _ROMAN:
        found.append(_Mark("i" + case + shape, _ROMAN.index(number.lower()) + 1, "", match.start(), match.end()))
    if len(number) == 1:
        found.append(_Mark("a" + case + shape, ord(number.lower()) - ord("a") + 1, "", match.start(), match.end()))
    return found


def first_mark(text: str, at: int) -> _Mark | None:
    """The enumerator at `at` if it may open a list: 1, a, i, or any dotted number such as 3.3."""
    match = _ENUMERATOR.match(text, at)
    if not match or (match["open"] and match["close"] != ")"):
        return None
    for mark in _readings(match):
        if mark.ordinal == 1 or mark.stem:
            return mark
    return None


def _next_mark(text: str, mark: _Mark, at: int, limit: int) -> _Mark | None:
    """The successor of `mark` in `text[at:limit]`, if any."""
    number = _successor(mark)
    left = r"\(" if "(" in mark.style else ""
    right = {")": r"\)", ".": r"\.(?!\d)", "}": r"(?=\s+[A-Z(])"}[mark.style[-1]]
    pattern = re.compile(rf"(?:(?<=[\s.;,:|])|^){left}{re.escape(number)}{right}[ \t]*")
    match = pattern.search(text, at, limit)
    return _Mark(mark.style, mark.ordinal + 1, mark.stem, match.start(), match.end()) if match else None


def _successor(mark: _Mark) -> str:
    if mark.style[0] == "1":
        return f"{mark.stem}.{mark.ordinal + 1}" if mark.stem else str(mark.ordinal + 1)
    if mark.style[0] == "i":
        number = _ROMAN[mark.ordinal] if mark.ordinal < len(_ROMAN) else "xxi"
    else:
        number = chr(ord("a") + mark.ordinal)
    return number.upper() if mark.style[1] == "A" else number


def read_list(words: Passage, at: int, stop: re.Pattern[str]) -> list[Span]:
    """The clauses of the list that begins at `at` with an enumerator or bullet, up to `stop`; empty if none does."""
    mark = first_mark(words.text, at)
    if mark is None:
        return _bullets(words, at, stop)
    clauses: list[Span] = []
    while True:
        begin = mark.end
        limit = min(begin + _FARTHEST, len(words.text))
        halt = stop.search(words.text, begin, limit)
        limit = halt.start() if halt else limit
        following = _next_mark(words.text, mark, begin, limit)
        if following is None or _broken_off(words.text, begin, following.start):
            clauses.append((begin, min(words.sentence_end(begin), limit)))
            return [span for span in (trim(words.text, *c) for c in clauses) if span[0] < span[1]]
        clauses.append((begin, following.start))
        mark = following


def _broken_off(text: str, begin: int, end: int) -> bool:
    """True if a paragraph that belongs to no clause stands between: prose after a full stop."""
    paragraphs = [p for p in re.split(r"\n[ \t\r]*\n", text[begin:end]) if p.strip()]
    for before, after in pairwise(paragraphs):
        head = after.lstrip()
        plain = not _ENUMERATOR.match(head) and not _BULLET.match(head)
        if plain and before.rstrip().endswith(".") and head[:1].isupper():
            return True
    return False


def _bullets(words: Passage, at: int, stop: re.Pattern[str]) -> list[Span]:
    clauses: list[Span] = []
    while bullet := _BULLET.match(words.text, at):
        end = words.sentence_end(bullet.end())
        halt = stop.search(words.text, bullet.end(), end)
        clauses.append(trim(words.text, bullet.end(), halt.start() if halt else end))
        if halt or end <= at:
            break
        at = end
    return [c for c in clauses if c[0] < c[1]] if len(clauses) > 1 else []


_STOPS = frozenset(".;,:|-")
_TRAILING = frozenset(" \t\r\n\f\v.;,:|-dD")
_LONGEST_TRAIL = 40
_PAIRS = (('"', '"'), ("'", "'"), ("(", ")"), ("[", "]"))


def trim(text: str, start: int, end: int) -> Span:
    """`start:end` without outer blanks and stops, a trailing "; and", and quotation marks that are not part of it."""
    before = (-1, -1)
    while (start, end) != before:
        before = (start, end)
        while start < end and text[start] in " \t\r\n\f:;,.-|•*":
            start += 1
        if text[end - 1 : end] in _TRAILING:
            end = _before_trail(text, max(start, end - _LONGEST_TRAIL), end)
        start, end = _unquoted(text, start, end)
    return start, end


def _before_trail(text: str, low: int, end: int) -> int:
    """`end` moved back, to `low` at most, past blanks, stops and the word "and"."""
    stop, at = end, end
    while at > low:
        last = text[at - 1]
        if last in _STOPS or last.isspace():
            at -= 1
        elif last in "dD" and _is_and(text, low, at, stop):
            at -= 3
        else:
            break
    return at


def _is_and(text: str, low: int, at: int, stop: int) -> bool:
    """True if the word that ends at `at` is "and", within `text[low:stop]`."""
    if at - 3 < low or text[at - 3 : at] not in ("and", "AND"):
        return False
    ends = at == stop or not _is_word(text[at])
    return ends and (at - 3 == low or not _is_word(text[at - 4]))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _unquoted(text: str, start: int, end: int) -> Span:
    if end - start < 2:
        return start, end
    for opening, closing in _PAIRS:
        first, last = text[start] == opening, text[end - 1] == closing
        if not (first or last):
            continue
        opened, closed = text.count(opening, start, end), text.count(closing, start, end)
        if opening == closing:
            if opened == first + last:
                return start + first, end - last
        elif first and opened > closed:
            return start + 1, end
        elif last and closed > opened:
            return start, end - 1
    return start, end
