"""The role printed beside a name: "Jane Orme, Head of Finance", "the Head of Finance, Jane Orme"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minuteparse.lexicon import given_names
from minuteparse.record import Person
from minuteparse.rules import rule, words
from minuteparse.sentences import Span

_REACH = 120
_WRAPPED = 40
_AFTER = re.compile(
    r"\s{0,3}(?P<mark>\(|,\s{0,40}|\s?-\s{1,3}|\s)\s{0,40}"
    r"(?P<as>(?:as|acting as|in (?:his|her|their) (?:role|capacity) as)\s{1,3})?(?P<article>(?:the|a|an|our|its|their|also)\s{1,3})?"
)
_PIECE = re.compile(r"[^\W_][\w'&/]*(?:-[\w'&/]+)*\.?|[^\w\s]|\n[ \t\r]*\n")
_LINK = frozenset(("of", "for", "and", "&", "the", "to", "in", "with", "at", "on", "-", "a", "an"))
_WHERE = frozenset(("in", "on", "at", "with"))
_DETERMINER = frozenset(("the", "a", "an", "its", "our", "their", "whose", "his", "her", "my", "new", "by", "from", "report"))
_FORMER = frozenset(("former", "acting", "interim", "independent", "deputy", "assistant", "senior", "honorary", "local"))


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


@cache
def _heads() -> frozenset[str]:
    return frozenset(words("role_head"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("civil_title"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("reporting_verb"))


def is_head(word: str) -> bool:
    """True if `word` is the noun of a role: "Officer", "co-ordinator"."""
    return word.lower() in _heads()


def rank_of(person: Person) -> str | None:
    """The rank among the honorifics of `person`, which says what the person does, or `None`."""
    for title in person.honorifics:
        if title.rstrip(".") in words("rank"):
            return title
    return None


def role_after(folded: str, at: int, limit: int) -> Span | None:
    """The span of the role printed after a name that ends at `at`, looked for up to `limit`, or `None`."""
    opening = _AFTER.match(folded, at, min(limit, at + 90))
    if not opening or _blank_line(folded, at, opening.end()):
        return None
    stop = min(limit, opening.end() + _REACH)
    if opening["mark"] == "(":
        close = folded.find(")", opening.end(), stop)
        return _phrase(folded, opening.end(), close) if close > 0 else None
    found = _phrase(folded, opening.end(), stop)
    if found is None or opening["as"] and rule("people", "elected").pattern.search(folded, max(0, at - 120), at):
        return None
    if opening["mark"].isspace() and not opening["as"] and not _stands_bare(folded, found, opening["article"]):
        return None
    if opening["article"] and folded[found[0]].islower() and opening["mark"][0] == ",":
        return opening.start("article"), found[1]
    return found


def _stands_bare(folded: str, role: Span, article: str | None) -> bool:
    """True if a role without a comma before it is the name's: "Jane Orme Head of Finance", not "to Jane Orme the Head said"."""
    if not folded[role[0]].isupper() or folded[role[0] : role[1]].lower() == "member":
        return False
    if article is None:
        return is_head(folded[role[0] : role[1]].split()[0])
    following = re.compile(r"\s{1,3}([a-z]+)").match(folded, role[1])
    return not (following and following[1] in _verbs())


def _blank_line(folded: str, start: int, end: int) -> bool:
    return folded.count("\n", start, end) > 1


def _line_ends(folded: str, end: int, following: int) -> bool:
    """True if a line ends between two words that was not wrapped for its length."""
    broken = folded.find("\n", end, following)
    return broken >= 0 and broken - folded.rfind("\n", max(0, broken - _WRAPPED), broken) < _WRAPPED and broken >= _WRAPPED


def _phrase(folded: str, start: int, stop: int) -> Span | None:
    """The role that begins at `start`: words up to the first that cannot belong to it, if a role's noun is among them."""
    found = _Phrase()
    for match in _PIECE.finditer(folded, start, stop):
        word = _Word(match[0].rstrip("."), match.start(), match.end() - match[0].endswith("."))
        if not word.text or "\n" in word.text or not found.take(word, folded, stop) or match[0].endswith("."):
            break
    if found.head is None:
        return None
    return found.begin, found.end


class _Phrase:
    """A role as it is read word by word; `end` is after the last word that may close it."""

    def __init__(self) -> None:
        self.begin = self.end = -1
        self.head: str | None = None
        self.count = 0
        self.linked = False
        self.after_link = 0
        self.capitals = False

    def take(self, word: _Word, folded: str, stop: int) -> bool:
        """Read one more word or mark; False if it does not belong to the role."""
        lower = word.text.lower()
        self.count += 1
        if self.begin < 0:
            if not word.text[0].isalpha() or lower in _LINK or lower in _verbs() or lower.endswith("ed"):
                return False
            self.begin, self.capitals = word.start, word.capital and not word.text.isupper()
        if self.count > 14:
            return False
        if word.text == "(":
            return self._bracket(word, folded, stop)
        if word.text == ",":
            return self._comma(word, folded, stop)
        if lower in _LINK:
            self.linked, self.after_link = True, 0
            return (self.head is not None or self.capitals) and (self.capitals or lower not in _WHERE)
        if not word.text[0].isalnum():
            return False
        return self._word(word, lower)

    def _word(self, word: _Word, lower: str) -> bool:
        head = lower in _heads()
        if word.capital and self._is_name(word.text):
            return False
        if not word.capital and not head:
            if lower in _verbs() or lower.endswith(("ed", "ing")) or lower in {"who", "which", "that", "when", "had", "if", "but", "as"}:
                return False
            if self.head is not None and not (self.linked and self.after_link < 2 and not self.capitals):
                return False
            if self.head is None and (self.capitals or self.count > 5):
                return False
        if not word.capital and head and self.head is not None and self.capitals:
            return False
        if head:
            self.head = lower
        self.after_link += 1
        if self.head is not None:
            self.end = word.end
        return True

    @staticmethod
    def _is_name(word: str) -> bool:
        return word in _titles() or given_names().get(word.lower()) is False

    def _bracket(self, word: _Word, folded: str, stop: int) -> bool:
        close = folded.find(")", word.start, min(stop, word.start + 60))
        inside = folded[word.end : close] if close > 0 else ""
        if self.head is not None and len(inside) > 5 and "\n" not in inside and not any(c.isdigit() for c in inside):
            self.end = close + 1
        return False

    def _comma(self, word: _Word, folded: str, stop: int) -> bool:
        """A comma inside a role: "Performance, Scrutiny and Policy Manager", "Director of Housing, Roads and Parks"."""
        ahead = folded[word.end : min(stop, word.end + 70)]
        piece = re.match(r"\s{1,3}((?:[A-Z][\w'-]*|and|&|of)(?:[ \n](?:[A-Z][\w'-]*|and|&|of)){0,7})", ahead)
        if not piece or not self.capitals:
            return False
        tokens = piece[1].split()
        if "and" not in tokens and "&" not in tokens or not tokens[0][0].isupper() or self._is_name(tokens[0]):
            return False
        names_role = any(is_head(t) for t in tokens)
        return names_role if self.head is None else self.linked and not names_role and tokens[-1][0].isupper()


def role_before(folded: str, at: int, floor: int) -> Span | None:
    """The span of the role printed before a name that begins at `at`, not before `floor`, or `None`."""
    low = max(floor, at - _REACH)
    stop = at
    while stop > low and folded[stop - 1].isspace():
        stop -= 1
    if _blank_line(folded, stop, at):
        return None
    mark = folded[stop - 1] if stop > low else ""
    if mark and mark in ",(:-":
        stop -= 1
    segment = list(_PIECE.finditer(folded, low, stop))
    chosen: list[_Word] = []
    for match in reversed(segment):
        word = _Word(match[0].rstrip("."), match.start(), match.end())
        if match[0].endswith(".") or not word.text or "\n" in word.text or word.text in ".,;:()|•":
            break
        if _line_ends(folded, word.end, chosen[-1].start if chosen else stop):
            break
        lower = word.text.lower()
        if not (word.capital or lower in _LINK or lower in _heads()):
            if not chosen or (lower not in _FORMER and any(w.capital for w in chosen)):
                break
        if not chosen and lower in _LINK:
            return None
        chosen.append(word)
    found = _backward(chosen[::-1])
    if found and mark == "," and rule("people", "permission").pattern.search(folded, max(0, found[0] - 40), found[0]):
        return None
    return found


def _backward(chosen: list[_Word]) -> Span | None:
    heads = [i for i, w in enumerate(chosen) if is_head(w.text)]
    if not heads:
        return None
    first = 0
    for i in range(heads[0] - 1, -1, -1):
        if chosen[i].text.lower() in _DETERMINER:
            first = i + 1
            break
    else:
        if not chosen[heads[-1]].capital:
            first = heads[-1]
    while first < len(chosen) and chosen[first].text.lower() in _LINK:
        first += 1
    kept = chosen[first:]
    if not kept or len(kept) > 12 or not any(is_head(w.text) for w in kept):
        return None
    if not kept[0].text[0].isalpha() or not kept[0].capital and not is_head(kept[-1].text):
        return None
    if any(given_names().get(w.text.lower()) is False for w in kept if w.capital):
        return None
    return kept[0].start, kept[-1].end
