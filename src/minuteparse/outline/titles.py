"""Where a title ends and its text begins, what kind of item it names, and how much it looks like a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from minuteparse.lines import Line, is_capitals
from minuteparse.record import ItemKind
from minuteparse.rules import alternatives, rule, rules
from minuteparse.text import Source

LONGEST_TITLE = 260
_SHORT = 100
# Signs that stand loose at the end of a title: table bars, stops, dashes.
_LOOSE = " \t\r\n|.:;-"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SEPARATOR = re.compile(r"\s?(?::-?|;-)\s*(?=\S)|\s-\s+|\.\s+(?=[A-Z'\"(•])|\s•\s+|(?<=[A-Z]{3})\.(?=[A-Z]{3})|\.-\s*")
_ABBREVIATION = re.compile(r"(?:\b(?:St|No|Nos|Cllrs?|Mr|Mrs|Ms|Dr|Rev|Co|Ltd|vs?|Ref|Inc|Ald|Cr|[A-Z]))$")
_SHOUTED_VERB = re.compile(r"\b(?:WILL|WAS|WERE|HAS|HAD|WOULD)\b")
_AMOUNT = re.compile(r"\d[.,]\d\d$|\s\d+ \d+$")
_GLUED = re.compile(r"[A-Z\d)']{2,}(?=[A-Z][a-z])|\S+?(?=RESOLVED\b)|\d(?=[A-Z][a-z])")
_JOINS = re.compile(r"(?:[,&/-]|\b(?:and|of|the|for|to|in|on|from|with|at|by|held|a|AND|OF|THE|FOR|TO|IN|ON|FROM|WITH|AT|BY))$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end`; its item's own text begins at `body_start`. `inline`: both stand on one line."""

    start: int
    end: int
    body_start: int
    text: str
    inline: bool
    evidence: float


@lru_cache(maxsize=8192)
def kind_of(title: str) -> tuple[ItemKind, bool]:
    """The kind of item that folded `title` names, and whether it is a standing title that councils share.

    >>> kind_of("DATE OF NEXT MEETING"), kind_of("Swan Park")
    (('next_meeting', True), ('substantive', False))
    """
    lowered = title.lower()
    for r in rules("titles"):
        if r.may_match(lowered) and r.pattern.search(title):
            return cast(ItemKind, r.value), True
    return "substantive", False


@cache
def _honorific_start() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('tier')}\s+)?{alternatives('honorific')}\b\.?\s+(?!Report|REPORT)[A-Z]")


@cache
def _dated() -> re.Pattern[str]:
    """A date or weekday at the very start: the date line of a header or running head."""
    return re.compile(rf"(?:{alternatives('weekday')},?\s+(?:the\s+)?)?\d{{1,2}}\s?(?:st|nd|rd|th)?,?\s+{alternatives('month')}\b|{alternatives('weekday')},? \d", re.IGNORECASE)


@lru_cache(maxsize=8192)
def evidence(title: str) -> float:
    """How much folded `title` looks like the title of an item: above 1 well, below 0 badly.

    The weights are the author's, set on the documents of `corpus/gold`; their order matters more than their size.
    """
    words = _WORD.findall(title)
    if not words or rule("outline", "not-a-heading").pattern.match(title):
        return -4.0
    score = 0.0
    capitals = is_capitals(title)
    if kind_of(title)[1]:
        score += 2.0 if len(title) <= 80 else 1.0
    if capitals:
        score += 1.3 - (2.0 if _SHOUTED_VERB.search(title) else 0.0)
    elif title[0].islower():
        score -= 3.0
    else:
        long_words = [w for w in words if len(w) > 3]
        share = sum(w[0].isupper() for w in long_words) / len(long_words) if long_words else 1.0
        score += 0.7 if share >= 0.6 else 0.0
    if not capitals and rule("outline", "sentence").pattern.search(title):
        score -= 2.5 if title.endswith(".") else 1.5
    score -= 2.0 if len(title) > 200 else 1.0 if len(title) > 120 else 0.0
    if title.endswith((",", ";")) or title.startswith(("That ", "that ")):
        score -= 2.0
    if "£" in title or "$" in title or _AMOUNT.search(title):
        score -= 1.0
    if _dated().match(title):
        score -= 2.5
    if _honorific_start().match(title):
        score -= 2.5
    if title.count("|") > 1:
        score -= 2.0
    return score


def strip_tail(text: str) -> int:
    """The length of `text` without links, agenda references, clock times and punctuation at its end."""
    tail = rule("outline", "title-tail").pattern
    end = len(text.rstrip(_LOOSE))
    for _ in range(4):
        match = tail.search(text, max(end - 80, 0), end)
        if match is None:
            break
        end = len(text[: match.start()].rstrip(_LOOSE))
    return end


def read_title(source: Source, lines: Sequence[Line], n: int, at: int) -> Title | None:
    """The title that begins at offset `at` in line `n`, or `None` if nothing is printed there."""
    line = lines[n]
    rest = source.folded[at : line.end]
    if not rest:
        return None
    cut = inline_cut(rest)
    if cut is not None:
        end, body = at + cut[0], at + cut[1]
        return Title(at, end, body, source.quote(at, end), True, evidence(rest[: cut[0]]))
    if len(rest) > LONGEST_TITLE * 2:
        return None
    last = _continue(lines, n, rest)
    end = at + strip_tail(source.folded[at : lines[last].end])
    text = source.quote(at, end)
    folded = " ".join(source.folded[at:end].split())
    return Title(at, end, lines[last].stop, text, False, evidence(folded) if folded else -4.0)


def _continue(lines: Sequence[Line], n: int, rest: str) -> int:
    """The last line of a title that runs over its line: capitals go on, or the line is full and the next begins small."""
    capitals = is_capitals(rest)
    length = len(rest)
    while n + 1 < len(lines) and lines[n + 1].blank_before == 0 and not lines[n + 1].blank and length < LONGEST_TITLE:
        line, following = lines[n], lines[n + 1]
        if line.text.endswith((".", ":", ";", "|", ":-", ";-")) or _starts_entry(following.text):
            break
        if capitals:
            goes_on = following.capitals and not rule("outline", "not-a-heading").pattern.match(following.text)
        else:
            small = following.text[0].islower() and len(line.text) >= 40 and len(following.text) < 70
            goes_on = (small or bool(_JOINS.search(line.text))) and not following.capitals and len(following.text) < _SHORT
        if not goes_on:
            break
        n += 1
        length += len(following.text)
    return n


def _starts_entry(text: str) -> bool:
    match = rule("outline", "marker").pattern.match(text)
    return bool(match and (match["close"] or match.end() == len(text) or "/" in match["number"]))


def inline_cut(rest: str) -> tuple[int, int] | None:
    """Where in folded `rest` a title ends and the text on the same line begins, or `None` if all of it is title."""
    head = rest[:LONGEST_TITLE]
    long = len(rest) > _SHORT or bool(rule("outline", "sentence").pattern.search(rest))
    capitals = _capital_prefix(head)
    if capitals and long:
        end = strip_tail(head[: capitals[0]])
        if end:
            return end, capitals[1]
    for start, stop in _cuts(head):
        left = head[: strip_tail(head[:start])]
        if not left or (head[start:stop].startswith(".") and _ABBREVIATION.search(left)) or left.count("(") > left.count(")"):
            continue
        if rule("outline", "sentence").pattern.search(left) and not kind_of(left)[1]:
            break
        right = rest[stop:]
        if head[start:stop].isspace() and head[:start].rstrip().endswith("-"):
            continue
        if not right.strip("| ") or (head[start:stop].strip() == "-" and _goes_on(head, stop)):
            continue
        if evidence(left) >= 0.0 and _begins_text(left, head[start:stop], right, long=long):
            return len(left), stop
    return None


def _goes_on(head: str, at: int) -> bool:
    """True if the words after a dash run on to a sentence opener without a verb: they are title too."""
    opener = rule("outline", "opener").pattern.search(head, at, at + 90)
    return opener is not None and not rule("outline", "sentence").pattern.search(head[at : opener.start()]) and ". " not in head[at : opener.start()]


def _cuts(head: str) -> list[tuple[int, int]]:
    found = [(m.start(), m.end()) for m in _SEPARATOR.finditer(head)]
    found += [(m.start(), m.end()) for m in rule("outline", "opener").pattern.finditer(head)]
    return sorted(set(found))


def _begins_text(left: str, separator: str, right: str, *, long: bool) -> bool:
    """True if what follows a separator is the text of the item rather than more of its title."""
    sign = separator.strip()
    known = kind_of(left)[1]
    sentence = bool(rule("outline", "sentence").pattern.search(right[:300])) or right.startswith(("Resolved", "RESOLVED"))
    person = bool(_honorific_start().match(right))
    if sign == "•":
        return True
    if not sign:
        capitals = is_capitals(left)
        if right[0].islower():
            return known and len(left) <= 60
        if capitals and is_capitals(right[:40]) and not right.startswith("RESOLVED"):
            return False
        return capitals if _dated().match(right) else sentence or capitals or known
    if sign == "-":
        return person or (sentence and not is_capitals(right[:40])) or (known and right[:5].lower() in {"none.", "nil", "none"})
    if sign in {":-", ";-"}:
        return True
    if sign == ":":
        if is_capitals(left) and is_capitals(right[:40]):
            return False
        return sentence or person or known or len(right) > _SHORT
    shouted = is_capitals(left) and is_capitals(right[:60]) and len(right) > 25
    return (sentence or person or shouted or len(right) > _SHORT) and (long or person or shouted)


def _capital_prefix(head: str) -> tuple[int, int] | None:
    """End of the run of capitals that `head` begins with, and where the text after it begins."""
    end, letters, words = 0, 0, 0
    for token in _tokens(head):
        small = sum(c.islower() for c in token[2])
        if small and not (small == 1 and len(token[2]) > 3 and token[2].upper() != token[2] and token[2][0].islower()):
            break
        end = token[1]
        caps = sum(c.isupper() for c in token[2])
        letters += caps
        words += caps >= 2
    if end == 0 or end >= len(head.rstrip()):
        return None
    run = head[:end]
    if run.endswith((" A", " I")):
        end, run = end - 2, run[:-2]
    following = head[end:].lstrip(" \t-:.,;|")
    joined = end == len(head.rstrip()) or not following
    if joined or words < 1 or (words < 2 and letters < 8 and not kind_of(run)[1]):
        return None
    if following[0].islower() or following[0] == "(" or run.count("(") > run.count(")"):
        return None
    start = head.index(following, end)
    return end, start


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Words with their offsets; capitals that a lost line break glued to the next word are a word of their own."""
    for m in re.finditer(r"\S+", text):
        glued = _GLUED.match(m[0])
        if glued and glued.end() < len(m[0]) and m[0][glued.end() :][:1].isupper():
            yield m.start(), m.start() + glued.end(), glued[0]
            yield m.start() + glued.end(), m.end(), m[0][glued.end() :]
        else:
            yield m.start(), m.end(), m[0]
