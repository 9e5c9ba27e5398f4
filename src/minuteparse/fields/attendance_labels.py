"""Where attendance lists begin: labels such as "Present:" or "Officers in attendance", made of a few kinds of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minuteparse.fields.attendance_label_words import STRONG, phrases, value_of
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.lines import is_capitals
from minuteparse.names import patterns
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start:end`; what it governs begins at `stop`. `kinds` are the kinds of its words, `value` their sum.

    `value` is a status, or group (keeps the status in force), other_members, members_attending, category (a kind of
    member), chair, remote or stop. `below` is the second line of a label that a narrow column breaks in two.
    """

    start: int
    end: int
    stop: int
    value: str
    text: str
    by: str
    kinds: frozenset[str]
    below: tuple[int, int] | None = None


# Kinds that are labels in mid line too, if a colon follows.
_NAMED = STRONG | {"officers", "members"}
# Where a label may begin: a line, a cell, a sentence, or capitals after small letters; numbers and marks are skipped.
_PLACE = re.compile(
    r"(?:[\n\r\f.;:|•)\]*_]|  |\t|,(?= (?:when )?there were present)|[a-z0-9,][ \t]?(?=[A-Z]{4}))"
    r"(?:[ \t|•*>#_\"'\[-]|(?<=[ \t\n])\d{1,4}(?:[/.]\d{1,4}){0,4}[.)]?[ \t]){0,40}+(?=[A-Za-z(])"
)
_CLOSED = re.compile(
    r"(?:(?<=[ \t])[A-Za-z][A-Za-z'/-]*[ \t]+){0,5}(?<=[ \t])[A-Za-z][A-Za-z'/-]*[ \t]?(?::|--?[ \t](?=[A-Z]))"
)
_CLOSE = re.compile(r":|-[ \t](?=[A-Z])")  # the end of what `_CLOSED` finds
_COLON_AT_END = re.compile(r":(?=[ \t]*\n|[ \t]{2,})")
_STARTS = re.compile(r"(?<![\w'/-])[A-Z]")
_BEFORE = re.compile(
    r"[ \t|•*>#_\"'\[\-]*(?:(?:\(?(?:[\dlIivxO]{1,5}|[A-Za-z])[a-z]?[.)]+|\d{1,4}(?:[/.]\d{1,4})*)[ \t]+)?[|•*_ \t]*$"
)
_COLON = re.compile(r"[ \t*_\"']*+(?:\([^()\n]{0,60}\)[ \t*_]*+)?(?::|;(?=-))[ \t]*+[-*_]*")
_RULE_OFF = re.compile(r"[ \t*_]*+(?:\([^()\n]{0,60}\)[ \t*_]*+)?(?:-{1,2}(?=\s|[A-Z])|\|+|•|=)")
_LINE_END = re.compile(r"[ \t*_.\]]*+(?:\([^()\n]{0,60}\)[ \t*_.\]]*+)?(?:\r?\n|\r|\f|\Z)")
_BULLET = re.compile(r"\s*•")
_DASHED = re.compile(r"\s*-{1,2}\s*")
_WIDE = re.compile(r"\t|[ ]{2,}")
_SENTENCE_END = re.compile(r"(?:[.;:|•\])]|\n|\f|\A)[\s*_]*$")
_NAMES_AHEAD = re.compile(r"[A-Z][\w'.-]*,? (?:[A-Z]|\()")
_OF = re.compile(r"[A-Z]\w+ (?:for|of|from)\b")
_AHEAD_TITLED = re.compile(r"[ \t]*(?:[|•-]|\n)?\s{0,40}")
# After "Committee:" on its line: the name of the body, and no list of its members.
_BODY_NAMED = re.compile(
    r"[ \t]*(?:(?:[A-Z][\w'-]*|and|of|the|for|&|-)[, \t]+){0,9}(?:Committee|Panel|Board|Council|Cabinet|Forum"
    r"|Commission|Authority|Assembly|Partnership|Group)[ \t]*(?:\r?\n|\Z)"
)
_SINGLE = re.compile(r"(?i)(?:clerk|secretary|taker)$")
_TORN = re.compile(
    r"^[ \t]*(?P<a>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2})[ \t]{2,}(?=\S)[^\n]{0,200}\n"
    r"[ \t]*(?P<b>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2}:)(?=[ \t]*\n|[ \t]{2,})",
    re.M,
)


def find_labels(source: Source, start: int, end: int) -> tuple[Label, ...]:
    """The labels in `text[start:end]`, in order, none inside another; read once for each such stretch."""
    known = source.once(_known_labels)
    if (start, end) not in known:
        known[start, end] = tuple(_apart(_labels(source, start, end)))
    return known[start, end]


def _known_labels(_source: Source) -> dict[tuple[int, int], tuple[Label, ...]]:
    """The labels of stretches of the source that were read, at first none."""
    return {}


def _labels(source: Source, start: int, end: int) -> list[Label]:
    """All labels in `text[start:end]`, in order; those of a torn label may lie inside another."""
    folded = source.folded
    found: list[Label] = list(_torn(source, start, end))
    for at in sorted(set(_places(folded, start, end))):
        if found and found[-1].start <= at < found[-1].stop and found[-1].below is None:
            continue
        for stop, kinds in phrases(folded, at, end):
            if label := _judge(folded, kinds, at, stop, start, end):
                found.append(label)
                break
    found.sort(key=lambda label: (label.start, label.below is None, -label.end))
    return found


def _places(folded: str, start: int, end: int) -> Iterator[int]:
    """Where a label may begin in `folded[start:end]`, in no order."""
    if start >= end:
        return
    lead = _BEFORE.match(folded, start, min(end, start + 40))
    yield lead.end() if lead else start
    yield next((at for at in range(start, end) if not folded[at].isspace()), end)
    for place in _PLACE.finditer(folded, start, end):
        yield place.end()
    low = start
    for close in _CLOSE.finditer(folded, start, end):
        low = max(low, folded.rfind("\n", low, close.start()) + 1)
        if run := _CLOSED.search(folded, low, min(close.end() + 1, end)):
            for capital in _STARTS.finditer(folded, run.start(), run.end()):
                yield capital.start()
        low = close.end()


def _apart(found: list[Label]) -> list[Label]:
    """`found` without labels that lie inside another."""
    kept: list[Label] = []
    for label in found:
        below = kept[-1].below if kept else None
        if kept and (label.start < kept[-1].end or (below and below[0] <= label.start < below[1])):
            continue
        kept.append(label)
    return kept


def _torn(source: Source, start: int, end: int) -> Iterator[Label]:
    """Labels that a narrow column breaks in two, the names beside them: "OFFICER   A Orme" over "SUPPORT:"."""
    folded, low = source.folded, start
    for colon in _COLON_AT_END.finditer(folded, start, end):
        line = folded.rfind("\n", low, colon.start()) + 1
        above = max(folded.rfind("\n", 0, max(line - 1, 0)) + 1, 0)
        match = _TORN.match(folded, above, end) if line > low and above >= low else None
        if not match:
            continue
        low = match.end()
        text = f"{match['a']} {match['b'].rstrip(':')}"
        whole = next(iter(phrases(text, 0, len(text))), None)
        if whole and whole[0] == len(text):
            yield _made(match.start("a"), match.end("a"), match.end("a"), text, whole[1], match.span("b"))


def _made(
    start: int, end: int, stop: int, text: str, kinds: frozenset[str], below: tuple[int, int] | None = None
) -> Label:
    value = value_of(kinds)
    names = {
        "in_attendance": "attendance",
        "group": "members",
        "other_members": "others",
        "members_attending": "members",
    }
    return Label(start, end, stop, value, text, f"attendance.label_{names.get(value, value)}", kinds, below)


def _judge(folded: str, kinds: frozenset[str], start: int, end: int, low: int, high: int) -> Label | None:
    """The label at `start:end`, or `None` where the same words are plain text."""
    text = folded[start:end]
    strong = bool(kinds & STRONG)
    caps = is_capitals(text) and end - start >= 5
    before = folded[max(low, start - 90) : start]
    line = before[before.rfind("\n") + 1 :]
    if before[-1:].isalnum() and not (caps and strong):
        return None
    after = folded[end : end + 2]
    if after[:1].isalpha() and not (caps and after[0].isupper() and after[1:].islower()):
        return None
    if after[:1] == "'" or (after[:1] == "-" and after[1:].islower()):
        return None
    at_line = bool(_BEFORE.match(line)) and ("\n" in before or start - len(line) <= low)
    stop = _ending(folded, end, high)
    if strong and not at_line and _LINE_END.match(folded, end, high) and _other_tongue(line):
        return _made(start - len(line), end, stop or end, " ".join(text.split()), kinds)
    if kinds <= {"body", "link", "verb"} or "verb" in kinds:
        good = at_line and bool(_COLON.match(folded, end, high)) and bool(kinds - {"link", "verb"})
        good = good and not _BODY_NAMED.match(folded, stop or end, high)
    elif at_line and value_of(kinds) == "chair" and not _COLON.match(folded, end, high):
        ahead = _AHEAD_TITLED.match(folded, end, high)
        celled = "|" in folded[end : end + 3]
        good = bool(ahead and (patterns().titled if not celled else _NAMES_AHEAD).match(folded, ahead.end(), high))
    elif at_line and _of_one(kinds, text) and not _COLON.match(folded, end, high):
        good = _heads_one(folded, kinds, end, stop, high)
    elif at_line:
        good = stop is not None or _opens_list(folded, kinds, end, high)
    elif not text[:1].isupper() and text[:1] != "(" and not text.startswith(("when there", "there were")):
        return None
    elif kinds == {"stop"} and caps and " " in text:
        good = True
    else:
        good = _inline(folded, kinds, before, (end, high), stop is not None, caps)
    if not good or (at_line and before.rstrip()[-1:] == "," and not _COLON.match(folded, end, high)):
        return None
    return _made(start, end, stop if stop is not None else end, " ".join(text.split()), kinds)


def _of_one(kinds: frozenset[str], text: str) -> bool:
    """True if the words are an office or a kind of member in the singular: "Committee Clerk", "Lay member"."""
    return ("category" in kinds and not text.endswith("s")) or (
        kinds <= {"officers", "link", "body"} and bool(_SINGLE.search(text))
    )


def _heads_one(folded: str, kinds: frozenset[str], end: int, stop: int | None, high: int) -> bool:
    """True if an office in the singular heads a name below it; alone on its line it may be the role of one above."""
    ahead = _AHEAD_TITLED.match(folded, stop, high) if stop is not None else None
    named = ahead and (
        _NAMES_AHEAD.match(folded, ahead.end(), high) or patterns().titled.match(folded, ahead.end(), high)
    )
    if "category" in kinds:
        return bool(named)
    return (ahead is None or bool(named)) and (stop is not None or _opens_list(folded, kinds, end, high))


def _other_tongue(line: str) -> bool:
    """True if `line`, before a label, is the same label in another language: "Kua tae mai | Present"."""
    cell, bar, rest = line.partition("|")
    name = patterns().titled.match(cell) or speaks_for_name(cell)
    return bool(bar and cell.strip() and not rest.strip(" *_") and not name)


def _ending(folded: str, end: int, high: int) -> int | None:
    """Where a value begins after a colon, dash, pipe or line end that closes a label at `end`; else `None`."""
    for pattern in (_COLON, _RULE_OFF, _LINE_END):
        if match := pattern.match(folded, end, high):
            return match.end()
    return end if end >= high else None


def _opens_list(folded: str, kinds: frozenset[str], end: int, high: int) -> bool:
    """True if a label at a line's start is followed by names without a colon."""
    if _WIDE.match(folded, end, high):
        return True
    if folded.startswith("Together with", end - 13):
        return True
    gap = end + (folded[end : end + 1] == " ")
    titled = bool(patterns().titled.match(folded, gap, high))
    if kinds & STRONG:
        return titled or bool(_NAMES_AHEAD.match(folded, gap, high) and not _OF.match(folded, gap, high))
    return titled if "members" in kinds else "officers" in kinds and bool(_NAMES_AHEAD.match(folded, gap, high))


def _inline(folded: str, kinds: frozenset[str], before: str, after: tuple[int, int], closed: bool, caps: bool) -> bool:
    """True if words in mid line are a label: a colon or bullet after them, or capitals where the text has few."""
    end, high = after
    bullet, dash = _BULLET.match(folded, end, high), _DASHED.match(folded, end, high)
    colon = _COLON.match(folded, end, high)
    opened = bool(_SENTENCE_END.search(before)) or before.endswith(("  ", "\t"))
    if kinds == {"stop"}:
        return opened and bool(colon or bullet)
    if colon:
        return opened or bool(kinds & _NAMED) or "\n" not in before
    if bullet:
        return opened
    if closed and kinds & (STRONG | {"officers", "others"}) and (cell := _cell_before(before)):
        whole = phrases(cell, 0, len(cell))
        return bool(whole and whole[0][0] == len(cell) and whole[0][1] & STRONG)
    if caps and kinds & STRONG and not is_capitals(folded[end : end + 40]):
        return not (closed and before.endswith("  "))
    if not kinds & STRONG:
        return False
    titled = opened and not closed and patterns().titled.match(folded, end + 1, high)
    return bool(titled) or bool(dash and (opened or patterns().titled.match(folded, dash.end(), high)))


def _cell_before(before: str) -> str:
    """What stands in the cell before, if `before` ends with the gap between two columns; else nothing."""
    parted = before.endswith(("  ", "\t")) or before.rstrip(" ").endswith("|")
    return before[before.rfind("\n") + 1 :].strip(" \t|*_") if parted else ""


def is_label(title: str) -> bool:
    """True if a heading `title` is nothing but the label of a list of people, but for those who sent apologies."""
    plain = title.strip(" :.-")
    whole = next(iter(phrases(plain, 0, len(plain))), None)
    if whole is None or whole[0] < len(plain):
        return False
    kinds = whole[1]
    if kinds <= {"body", "link", "others"}:
        return False
    return "category" not in kinds and value_of(kinds) not in ("stop", "apologies", "absent")
