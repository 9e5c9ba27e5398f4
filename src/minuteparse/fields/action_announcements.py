"""Where actions are announced: at labels, above the names of officers, in the heading rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minuteparse.fields.clauses import Passage
from minuteparse.fields.found_action import pattern
from minuteparse.rules import rule

_GAP = re.compile(r" {2}|\t|\|")
_LINE = re.compile(r"[^\n]+")


def announcements(words: Passage) -> list[tuple[int, int, str]]:
    """The words that announce actions, in order: where they begin and end, and what they are."""
    return sorted(
        (match.start(), match.end(), by)
        for name, by, matches in _KINDS
        if rule("actions", name).may_match(words.lower)
        for match in matches(words)
    )


def _labels(words: Passage) -> Iterator[re.Match[str]]:
    """The labels, each of which begins with its word, or with the line if nothing but a bullet stands before it."""
    text, end = words.text, 0
    for word in _label_words().finditer(words.lower):
        begin = _line_before(text, word.start())
        for at in (word.start(),) if begin is None else (begin, word.start()):
            match = pattern("label").match(text, at) if at >= end else None
            if match:
                yield match
                end = match.end()
                break


@cache
def _label_words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, rule("actions", "label").needs)))


def _line_before(text: str, at: int) -> int | None:
    """Where the line begins if nothing but blanks and a bullet stands before `at` in it."""
    for _ in range(2):
        while at and text[at - 1] in " \t":
            at -= 1
        if not at or text[at - 1] == "\n":
            return at
        if text[at - 1] not in "•*-":
            return None
        at -= 1
    return None


def _officer_labels(words: Passage) -> Iterator[re.Match[str]]:
    return pattern("officers").finditer(words.text)


def _table_heads(words: Passage) -> Iterator[re.Match[str]]:
    """The heading rows of tables: lines with a gap between cells."""
    if _GAP.search(words.text):
        for line in _LINE.finditer(words.text):
            if _GAP.search(line[0]) and (match := pattern("table_head").match(words.text, line.start())):
                yield match


_KINDS = (
    ("label", "actions.label", _labels),
    ("officers", "actions.officers", _officer_labels),
    ("table_head", "actions.table", _table_heads),
)
