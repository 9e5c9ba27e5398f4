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
    r"(?P<as>(?:as|acting as|in (?:his|her|their) (?:role|capacity) as)\s{1,3})?"
    r"(?P<article>(?:the|a|an|our|its|their|also)\s{1,3})?"
)
_PIECE = re.compile(r"[^\W_][\w'&/]*(?:-[\w'&/]+)*\.?|[^\w\s]|\n[ \t\r]*\n")
_LINK = frozenset(("of", "for", "and", "&", "the", "to", "in", "with", "at", "on", "-", "a", "an"))
_WHERE = frozenset(("in", "on", "at", "with"))
_DETERMINER = frozenset("the a an its our their whose his her my new by from report".split())
_FORMER = frozenset("former acting interim independent deputy assistant senior honorary local".split())
_NO_ROLE = frozenset("who which that when had if but as".split())
# "..., Clerk to write": what the clerk is to do, and no role of the person named before.
_DUTY = re.compile(r"\s{1,3}(?:to\s(?!the\b|a\b|our\b)|will\b|would\b|shall\b)")
_BRACKET = re.compile(r"[()]")
# What follows the noun of a role after a comma or colon: "Assistant Director, Planning", "Service Director: Skills".
_DEPARTMENT = re.compile(r"[,:]?\s([A-Z][\w'-]*(?:(?:,\s|\s(?:and\s|&\s|of\s)?)[A-Z][\w'-]*){0,4})")
_NEXT_WORD = re.compile(r"\s{1,3}([a-z]+)")
_LIST_PIECE = re.compile(r"\s{1,3}((?:[A-Z][\w'-]*|and|&|of)(?:[ \n](?:[A-Z][\w'-]*|and|&|of)){0,7})")


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
        close = _closing(folded, opening.end(), stop)
        return _phrase(folded, opening.end(), close) if close > 0 else None
    if opening["mark"].isspace() and _line_ends(folded, at, opening.end()):
        return None
    found = _phrase(folded, opening.end(), stop, determined=opening["article"] is not None)
    if found is None or not _is_held(folded, at, found, opening):
        return None
    if opening["article"] and folded[found[0]].islower() and opening["mark"][0] == ",":
        return opening.start("article"), found[1]
    return found


def _closing(folded: str, start: int, stop: int) -> int:
    """Where the bracket closes that was opened before `start`, or -1: brackets inside it are passed."""
    depth = 1
    for mark in _BRACKET.finditer(folded, start, stop):
        depth += 1 if mark[0] == "(" else -1
        if not depth:
            return mark.start()
    return -1


def _is_held(folded: str, at: int, role: Span, opening: re.Match[str]) -> bool:
    """True if the person named up to `at` holds the role now: not one to be elected "as chairman"."""
    if opening["as"]:
        return rule("people", "elected").pattern.search(folded, max(0, at - 120), at) is None
    if _DUTY.match(folded, role[1]) or folded[role[0] : role[1] + 1] == "sec.":
        return False  # "..., sec. Cllr Dent": seconded
    return not opening["mark"].isspace() or _stands_bare(folded, role, opening["article"])


def _stands_bare(folded: str, role: Span, article: str | None) -> bool:
    """True if a role without a comma is the name's: "Jane Orme Head of Finance", not "to Jane Orme the Head said"."""
    if not folded[role[0]].isupper() or folded[role[0] : role[1]].lower() == "member":
        return False
    if article is None:
        return is_head(folded[role[0] : role[1]].split(maxsplit=1)[0])
    following = _NEXT_WORD.match(folded, role[1])
    return not (following and following[1] in _verbs())


def _blank_line(folded: str, start: int, end: int) -> bool:
    return folded.count("\n", start, end) > 1


def _line_ends(folded: str, end: int, following: int) -> bool:
    """True if a line ends between two words that was not wrapped for its length."""
    broken = folded.find("\n", end, following)
    return broken >= 0 and folded.rfind("\n", max(0, broken - _WRAPPED), broken) >= 0


def _phrase(folded: str, start: int, stop: int, *, determined: bool = False) -> Span | None:
    """The role that begins at `start`: words up to the first that cannot belong to it, a role's noun among them.

    `determined` tells that an article stands before it.
    """
    found = _Phrase(determined)
    for match in _PIECE.finditer(folded, start, stop):
        word = _Word(match[0].rstrip("."), match.start(), match.end() - match[0].endswith("."))
        if not word.text or "\n" in word.text or not found.take(word, folded, stop) or match[0].endswith("."):
            break
    if found.head is None:
        return None
    return found.begin, _with_department(folded, found.end, stop) if found.capitals else found.end


def _with_department(folded: str, end: int, stop: int) -> int:
    """Where a role ends that goes on after its noun at `end` with the names of departments and nothing else."""
    further = _DEPARTMENT.match(folded, end, stop) if folded[end : end + 1] in (",", ":") else None
    if not further:
        return end
    parts = further[1].replace(",", " ").split()
    known = words("department")
    while parts and parts[-1] not in known:
        parts.pop()
    if not parts or any(part not in known and part not in _LINK for part in parts):
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

    def take(self, word: _Word, folded: str, stop: int) -> bool:
        """Read one more word or mark; False if it does not belong to the role."""
        lower = word.text.lower()
        self.count += 1
        if self.count > 14 or (self.begin < 0 and not self._opens(word, lower)):
            return False
        if word.text == "(":
            return self._bracket(word, folded, stop)
        if word.text == ",":
            return self._comma(word, folded, stop)
        if lower in _LINK:
            self.linked, self.after_link = True, 0
            return (self.head is not None or self.capitals) and (self.capitals or lower not in _WHERE)
        return word.text[0].isalpha() and self._word(word, lower)

    def _opens(self, word: _Word, lower: str) -> bool:
        if (
            not word.text[0].isalpha()
            or lower in _LINK
            or lower in _verbs()
            or (word.text.endswith("ed") and not word.capital)
        ):
            return False
        self.begin, self.capitals = word.start, word.capital and not word.text.isupper()
        return True

    def _word(self, word: _Word, lower: str) -> bool:
        head = lower in _heads()
        if word.capital:
            shouted = word.text.isupper() and (lower in _verbs() or lower == "be")
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
        if lower in _verbs() or lower in _NO_ROLE or lower.endswith(("ed", "ing")):
            return False
        if self.head is None:
            return not self.capitals and self.count <= 5
        return self.linked and self.after_link < 2 and not self.capitals

    @staticmethod
    def _is_name(word: str) -> bool:
        return word in _titles() or given_names().get(word.lower()) is False

    def _bracket(self, word: _Word, folded: str, stop: int) -> bool:
        close = folded.find(")", word.start, min(stop, word.start + 60))
        inside = folded[word.end : close] if close > 0 else ""
        if self.head is None or "\n" in inside or any(c.isdigit() for c in inside) or inside.startswith("Item"):
            return False
        if len(inside) > 5 or is_head(inside):
            self.end = close + 1
        return False

    def _comma(self, word: _Word, folded: str, stop: int) -> bool:
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
    qualified = _qualifier(folded, low, stop)
    if qualified:
        found = role_before(folded, qualified, floor)
        return (found[0], stop) if found and found[1] == qualified else None
    segment = list(_PIECE.finditer(folded, low, stop))
    chosen: list[_Word] = []
    for match in reversed(segment):
        word = _Word(match[0].rstrip("."), match.start(), match.end())
        if match[0].endswith(".") or not word.text or "\n" in word.text or word.text in ".,;:()|•":
            break
        if _line_ends(folded, word.end, chosen[-1].start if chosen else stop):
            break
        lower = word.text.lower()
        plain = not (word.capital or lower in _LINK or lower in _heads())
        if plain and (not chosen or (lower not in _FORMER and any(w.capital for w in chosen))):
            break
        if not chosen and lower in _LINK:
            return None
        chosen.append(word)
    found = _backward(chosen[::-1])
    if found and mark == "," and rule("people", "permission").pattern.search(folded, max(0, found[0] - 40), found[0]):
        return None
    return found


def _qualifier(folded: str, low: int, stop: int) -> int:
    """Where the noun of a role ends that a bracket before `stop` goes on with: "Assistant Director (Schools), "; or 0."""
    text = folded[low:stop].rstrip()
    begin = text.rfind("(") if text.endswith(")") else -1
    inside = text[begin + 1 : -1]
    if begin < 1 or len(inside) < 3 or "\n\n" in inside or any(c.isdigit() for c in inside) or not inside[0].isupper():
        return 0
    return low + len(text[:begin].rstrip())


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
    if len(kept) == 1 and kept[0].text.lower() == "member":
        return None  # a title that some councils use: "seconded by Member Orme"
    if kept and kept[-1].text == "Councillors":
        return None  # "The Mayor and Councillors Orme, Dent": a list
    if not kept or len(kept) > 12 or not any(is_head(w.text) for w in kept):
        return None
    if not kept[0].text[0].isalpha() or not (kept[0].capital or is_head(kept[-1].text)):
        return None
    if any(given_names().get(w.text.lower()) is False for w in kept if w.capital):
        return None
    return kept[0].start, kept[-1].end
