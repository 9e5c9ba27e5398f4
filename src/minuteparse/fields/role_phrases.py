"""The words of a role, read one by one: "Performance, Scrutiny and Policy Manager", "a swimming teacher"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minuteparse.lexicon import given_names
from minuteparse.rules import words
from minuteparse.sentences import Span

PIECE = re.compile(r"[^\W_][\w'&/]*(?:-[\w'&/]+)*\.?|[^\w\s]|\n[ \t\r]*\n")
"""A word or a mark of a role."""
LINK = frozenset(("of", "for", "and", "&", "the", "to", "in", "with", "at", "on", "-", "a", "an"))
"""Words that join the parts of a role."""
# With a full stop they end no sentence: "Hon. Secretary".
ABBREVIATED = frozenset(("Hon", "hon", "Asst", "Dep"))
"""Words of a role that are cut short with a full stop."""
_WHERE = frozenset(("in", "on", "at", "with"))
_NO_ROLE = frozenset("who whose which that when had if but as".split())
# What follows the noun of a role after a comma or colon: "Assistant Director, Planning", "Service Director: Skills".
_DEPARTMENT = re.compile(r"[,:]?\s([A-Z][\w'-]*(?:(?:,\s|\s(?:and\s|&\s|of\s)?)[A-Z][\w'-]*){0,4})")
_LABEL = re.compile(r"[A-Z][\w'-]*(?:[ \t]+[\w'&-]+){0,3}:")
_LIST_PIECE = re.compile(r"\s{1,3}((?:[A-Z][\w'-]*|and|&|of)(?:[ \n](?:[A-Z][\w'-]*|and|&|of)){0,7})")


class Word(NamedTuple):
    """One word or mark of a text."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """True if it begins with a capital or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


@cache
def _heads() -> frozenset[str]:
    return frozenset(words("role_head"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("civil_title"))


@cache
def reporting_verbs() -> frozenset[str]:
    """What people do in meetings: "said", "reported"."""
    return frozenset(words("reporting_verb"))


def is_head(word: str) -> bool:
    """True if `word` is the noun of a role: "Officer", "co-ordinator"."""
    return word.lower() in _heads()


def role_phrase(folded: str, start: int, stop: int, *, determined: bool = False) -> Span | None:
    """The role that begins at `start`: words up to the first that cannot belong to it, a role's noun among them.

    `determined` tells that an article stands before it.
    """
    found = _Phrase(determined)
    for match in PIECE.finditer(folded, start, stop):
        word = Word(match[0].rstrip("."), match.start(), match.end() - match[0].endswith("."))
        if (
            not word.text
            or "\n" in word.text
            or _is_label(folded, found.end, word)
            or not found.take(word, folded, stop)
        ):
            break
        if match[0].endswith(".") and word.text not in ABBREVIATED:
            break
    if found.head is None:
        return None
    return found.begin, _with_department(folded, found.end, stop) if found.capitals else found.end


def _is_label(folded: str, end: int, word: Word) -> bool:
    """True if `word` is a label on the line below the role so far, which ends at `end`: "Apologies:"."""
    return 0 <= end < word.start and "\n" in folded[end : word.start] and _LABEL.match(folded, word.start) is not None


def _with_department(folded: str, end: int, stop: int) -> int:
    """Where a role ends that goes on after its noun at `end` with the names of departments and nothing else."""
    further = _DEPARTMENT.match(folded, end, stop) if folded[end : end + 1] in (",", ":") else None
    if not further:
        return end
    parts = further[1].replace(",", " ").split()
    known = words("department")
    while parts and parts[-1] not in known:
        parts.pop()
    if not parts or any(part not in known and part not in LINK for part in parts):
        return end
    last = folded.rfind(parts[-1], end, further.end())
    return last + len(parts[-1])


class _Phrase:
    """A role as it is read word by word; `end` is after the last word that may close it."""

    def __init__(self, determined: bool) -> None:
        self.determined = determined
        self.begin = self.end = -1
        self.head: str | None = None
        self.count = 0
        self.linked = False
        self.after_link = 0
        self.capitals = False

    def take(self, word: Word, folded: str, stop: int) -> bool:
        """Read one more word or mark; False if it does not belong to the role."""
        lower = word.text.lower()
        self.count += 1
        if self.count > 14 or (self.begin < 0 and not self._opens(word, lower)):
            return False
        if word.text == "(":
            return self._bracket(word, folded, stop)
        if word.text == ",":
            return self._comma(word, folded, stop)
        if lower in LINK:
            self.linked, self.after_link = True, 0
            return (self.head is not None or self.capitals) and (self.capitals or lower not in _WHERE)
        if word.text.isdecimal():
            return self.capitals and self.head is None  # "Section 151 Officer"
        return word.text[0].isalpha() and self._word(word, lower)

    def _opens(self, word: Word, lower: str) -> bool:
        if (
            not word.text[0].isalpha()
            or lower in LINK
            or lower in reporting_verbs()
            or lower == "whose"
            or (word.text.endswith("ed") and not word.capital)
        ):
            return False
        self.begin, self.capitals = word.start, word.capital and not word.text.isupper()
        return True

    def _word(self, word: Word, lower: str) -> bool:
        head = lower in _heads()
        if word.capital:
            shouted = word.text.isupper() and (lower in reporting_verbs() or lower == "be")
            fits = not shouted and not self._is_name(word.text)
        elif head:
            fits = self.head is None or not self.capitals
        else:
            fits = self._plain_fits(lower)
        if not fits:
            return False
        if head:
            self.head = lower
        self.after_link += 1
        if self.head is not None:
            self.end = word.end
        return True

    def _plain_fits(self, lower: str) -> bool:
        """True if a word in small letters that is no role's noun goes on with the role."""
        if self.determined and self.count == 1 and lower.endswith("ing"):
            return True  # "a swimming teacher"
        if lower in reporting_verbs() or lower in _NO_ROLE or lower.endswith(("ed", "ing")):
            return False
        if self.head is None:
            return not self.capitals and self.count <= 5
        return self.linked and self.after_link < 2 and not self.capitals

    @staticmethod
    def _is_name(word: str) -> bool:
        return word in _titles() or given_names().get(word.lower()) is False

    def _bracket(self, word: Word, folded: str, stop: int) -> bool:
        close = folded.find(")", word.start, min(stop, word.start + 60))
        inside = folded[word.end : close] if close > 0 else ""
        if self.head is None or "\n" in inside or any(c.isdigit() for c in inside) or inside.startswith("Item"):
            return False
        if len(inside) > 5 or is_head(inside):
            self.end = close + 1
        return False

    def _comma(self, word: Word, folded: str, stop: int) -> bool:
        """A comma inside a role: "Performance, Scrutiny and Policy Manager", "Director of Housing, Roads and Parks"."""
        ahead = folded[word.end : min(stop, word.end + 70)]
        piece = _LIST_PIECE.match(ahead)
        if not piece or not self.capitals:
            return False
        tokens = piece[1].split()
        if not {"and", "&"} & set(tokens) or not tokens[0][0].isupper() or self._is_name(tokens[0]):
            return False
        names_role = any(is_head(t) for t in tokens)
        return names_role if self.head is None else self.linked and not names_role and tokens[-1][0].isupper()
