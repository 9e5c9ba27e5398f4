"""A stretch of minutes cut into sentences, in one pass over its characters.

Minutes are not prose: clerks wrap lines by hand, write "Cllr. J. Smith", put one statement on a line without a full
stop, and printers drop page numbers into the middle of a sentence. Offsets are code points of the source, half open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from minuteparse.rules import word_set, words
from minuteparse.text import Source

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\f]+")
_BULLET = re.compile(r"\s*(?:[•*|>~]\s*|-{1,2}(?=\s)\s*|[o§ü](?=\s{2})\s*)+")
_ENUMERATOR = re.compile(
    r"\s*(?:\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})\)"
    r"|\d{1,4}(?:\.\d{1,3}){1,3}\.?|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.(?![\w.]))(?=\s)\s*"
)
# A stop with closing quotes and brackets before white space, a pipe or the end; or glued to the next sentence.
# One class of characters stands first, so that the engine skips to them.
_STOP = re.compile(
    r"[.!?|](?:(?<!\|)(?:[.!?]*[\"')\]]{0,3}(?=[\s|]|$)|(?:(?<=[a-z]{3}.)|(?<=\d{4}.))(?=[A-Z][a-z]|[A-Z]\b))"
    r"|(?<=\s\|)\|*\s?|(?<=\|)\|+)"
)
# Marks of emphasis that pages in Markdown leave: `**Resolved:**`, `*Reply:*`.
_EMPHASIS = re.compile(r"\*\*|(?<![\w*])\*(?=[^\s*][^*\n]{0,80}[^\s*]\*(?!\w))|(?<=[^\s*])\*(?=\s|$)(?<=[.:;,!?]\*)")
_LETTER = re.compile(r"\s+\(?(?:[a-h]|[ivx]{1,4})\)\s")
_LAST_WORD = re.compile(r"[\w.'&-]{1,20}$")
_DROW_TSAL = re.compile(r"\n?([\w.'&-]{1,20})")
_FIRST_WORD = re.compile(r"\s*[\"'(\[]*([^\s\"'(\[]{1,30})")
_ROMAN = frozenset("ivxIVX")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*[A-Z]|Ll|Th|Ph|Ch")
_HALF_DAY = re.compile(r"[apAP]\.?[mM]|noon|hrs?")
_OPEN_END = re.compile(
    r"(?:[,(&/-]|\b(?:a|an|and|as|at|be|by|for|from|in|is|of|on|or|that|the|to|was|were|which|with))$", re.I
)
# After these a single letter names a thing, not a person: "Option A. The officer ..."
_LETTERED = frozenset(
    ["option", "appendix", "annex", "part", "band", "class", "lot", "bidder", "contractor", "schedule", "site", "item"]
)
_LONGEST_TITLE = 5  # longer ones are printed in full, without a stop of their own
_WIDEST, _NARROWEST, _SURELY_WRAPPED, _RAGGED = 160, 30, 45, 8


@cache
def _abbreviations() -> frozenset[str]:
    short = (w for w in words("honorific") if len(w) <= _LONGEST_TITLE or w.lower() in {"messrs", "mssrs"})
    single = frozenset(w.lower() for w in (*short, *words("abbreviation")) if " " not in w)
    return single - {"lord", "lady", "dame", "imam", "judge", "major", "mayor", "rabbi", "garda", "canon", "baron"}


def readable(source: Source, start: int, end: int, noise: Iterable[Span] = ()) -> str:
    """The folded text of `start:end`, of the same length, with `noise` (page numbers, running heads) blanked out.

    Marks of emphasis are blanked too.
    Where noise interrupts a sentence the line breaks around it are blanked too, so that the sentence reads on.
    """
    text = source.folded[start:end]
    if "*" in text:
        text = _EMPHASIS.sub(lambda m: " " * len(m[0]), text)
    pieces: list[str] = []
    at = 0
    for noise_start, noise_end in noise:
        low, high = max(noise_start - start, at), min(noise_end - start, len(text))
        if low >= high:
            continue
        head, tail = text[at:low].rstrip(), text[high : high + 40]
        rest = tail.lstrip()
        goes_on = rest[:1].islower() or rest[:1] == "(" or _OPEN_END.search(head[-12:])
        if rest and head and goes_on and head[-1] not in ".!?:;":
            low, high = at + len(head), high + len(tail) - len(rest)
        pieces += [text[at:low], " " * (high - low)]
        at = high
    return "".join([*pieces, text[at:]]) if pieces else text


def sentences(source: Source, start: int, end: int, noise: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The sentences of `source.text[start:end]` as `(start, end)` in order, without outer blanks, never overlapping.

    A sentence ends at a full stop, question or exclamation mark (not after "Cllr.", "No.", initials), at a blank line,
    at a table's pipe, before a bullet or enumerator at a line start, and at a line end unless the line was wrapped
    there. The final punctuation belongs to it; a bullet or enumerator before it does not. Spans in `noise`
    (`outline.noise`) are read over, so a span may hold a page number.

    >>> from minuteparse.text import from_text
    >>> source = from_text("Cllr. A. Smith spoke. The Clerk\\nreplied.")
    >>> [source.quote(*s) for s in sentences(source, 0, 40)]
    ['Cllr. A. Smith spoke.', 'The Clerk replied.']
    """
    return tuple((start + a, start + b) for a, b in split(readable(source, start, end, noise)))


def split(text: str) -> tuple[Span, ...]:
    """The sentences of a folded text, as `sentences` cuts them; offsets are those of `text`."""
    return tuple([span for low, high in _paragraphs(text) for span in _split(text, low, high)])


def containing(spans: tuple[Span, ...], at: int) -> Span | None:
    """The span of `spans` (in order) that holds offset `at`, or `None`."""
    i = bisect_right(spans, (at, 1 << 62)) - 1
    return spans[i] if i >= 0 and spans[i][0] <= at < spans[i][1] else None


def _paragraphs(text: str) -> Iterator[Span]:
    """Runs of lines that read on: cut at blank lines, before list entries, and where a line was not wrapped."""
    lines = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    widths = _widths(text, lines)
    low = lines[0][0] if lines else 0
    for i in range(1, len(lines)):
        if not _reads_on(text, lines[i - 1], lines[i], widths[i - 1]):
            yield low, lines[i - 1][1]
            low = lines[i][0]
    if lines:
        yield low, lines[-1][1]


def _widths(text: str, lines: list[Span]) -> list[int]:
    """For each line the margin its block was wrapped at: the longest line's length, far out if none was wrapped."""
    widths = [0] * len(lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or _blank_between(text, lines[i - 1][1], lines[i][0]):
            lengths = sorted([end - begin for begin, end in lines[first:i]])[-2:]
            wrapped = lengths and (lengths[-1] >= _SURELY_WRAPPED or lengths[-1] - lengths[0] <= _RAGGED)
            widths[first:i] = [lengths[-1] if wrapped else _WIDEST + 1] * (i - first)
            first = i
    return widths


def _blank_between(text: str, end: int, begin: int) -> bool:
    if begin - end < 2:
        return False
    gap = text[end:begin]
    return gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap)


def _reads_on(text: str, line: Span, following: Span, width: int) -> bool:
    """True if `line` goes on in the `following` one, in a block wrapped at `width`."""
    (begin, end), (next_begin, next_end) = line, following
    if _blank_between(text, end, next_begin) or _past_marks(text, next_begin, len(text)) > next_begin:
        return False
    tail = text[max(begin, end - 60) : end].rstrip()
    first = _FIRST_WORD.match(text, next_begin, next_end)
    if tail.endswith((".", "!", "?", ":")):
        return tail.endswith(".") and _cut_short(tail, first[1] if first else "")
    if first is None or first[1][0].islower() or _OPEN_END.search(tail):
        return True
    # The next word would not have fitted.
    length = end - begin
    return width <= _WIDEST and length >= _NARROWEST and length + len(first[1]) + _RAGGED > width


def _cut_short(tail: str, after: str) -> bool:
    """True if the full stop at the end of a line belongs to initials or a title before the name on the next line."""
    word = _LAST_WORD.search(tail, max(0, len(tail) - 21), len(tail) - 1)
    if word is None or not after[:1].isupper() or word[0].lower() in {"etc", "ltd", "plc", "inc", "no"}:
        return False
    titled = _abbreviated(tail[max(0, word.start() - 14) : word.start()], word[0], after)
    return titled and (len(word[0]) == 1 or (word[0][:1].isupper() and word[0].lower() in _abbreviations()))


def _split(text: str, low: int, high: int) -> list[Span]:
    found: list[Span] = []
    at = _past_marks(text, low, high)
    for stop in _STOP.finditer(text, low, high):
        begin, end = stop.span()
        mark = stop[0]
        if begin < at or (mark[0] in ".!?" and not _ends(text, at, stop, high)):
            continue
        pipe = "|" in mark
        _add(found, text, at, begin if pipe else end)
        at = _past_marks(text, end, high) if pipe or _LETTER.match(text, end, high) else end
    _add(found, text, at, high)
    return found


def _past_marks(text: str, low: int, high: int) -> int:
    """`low` moved past a bullet and an enumerator."""
    first = text[low : low + 2]
    if first.isalpha() and len(first) == 2 and not (first[0] in _ROMAN and first[1] in _ROMAN):
        return low  # a word
    for mark in (_BULLET, _ENUMERATOR):
        if m := mark.match(text, low, high):
            low = m.end()
    return low


def _ends(text: str, at: int, stop: re.Match[str], high: int) -> bool:
    """True if the stop ends the sentence that began at `at`, rather than an abbreviation or initials."""
    mark, (begin, end) = stop[0], stop.span()
    if mark[0] != "." or (len(mark) > 1 and len(mark.rstrip("\"')]")) > 1):
        return True
    # read backwards, the last word comes first
    word = _DROW_TSAL.match(text[max(at, begin - 20) : begin][::-1])
    following = _FIRST_WORD.match(text, end, min(high, end + 60))
    if word is None or following is None:
        return True
    last, after = word[1][::-1], following[1].rstrip(",.")
    if after[:1].islower() and not mark.endswith(('"', "'")):
        return _LETTER.match(text, end, high) is not None
    if _HALF_DAY.fullmatch(last.replace(".", "")):
        return after[:1].isupper() and after not in word_set("weekday") and after not in word_set("month")
    start = begin - word.end()
    return not _abbreviated(text[max(at, start - 14) : start], last, after)


def _abbreviated(before: str, last: str, after: str) -> bool:
    """True if `last`, printed with a full stop between `before` and `after`, is an abbreviation or initials."""
    if last.lower().rstrip(".") in _abbreviations():
        # "No." before a number, "Cllr." before a name; "etc." or "Ltd." before a capital ends more often than not
        return not (last.lower() in {"etc", "ltd", "plc", "inc"} and after[:1].isupper())
    if _INITIALS.fullmatch(last):
        previous = before.split()[-1:]
        return not (previous and previous[0].lower() in _LETTERED)
    return False


def _add(found: list[Span], text: str, low: int, high: int) -> None:
    """Add `low:high` without outer blanks, if a letter or figure stands in it."""
    piece = text[low:high]
    stripped = piece.strip()
    if stripped and (stripped[0].isalnum() or any(map(str.isalnum, stripped))):
        low += piece.index(stripped[0])
        found.append((low, low + len(stripped)))
