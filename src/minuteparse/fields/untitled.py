"""Names without a title: capitalised words weighed by given names, by people known from elsewhere, and by what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from minuteparse.fields.roles import is_head, role_after, role_before
from minuteparse.lexicon import given_names
from minuteparse.rules import rule, words

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽŻČĆĐŴŶŐŰĞİŞ"
_TOKEN = re.compile(rf"(?<![\w'/&£$@])[{_UPPER}][\w']*(?:-[\w']+)*")
_NEXT_WORD = re.compile(r"[\s,]{1,4}(?:who\s)?([a-z']+|[A-Z]{2,})(?![\w.])")
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_LIST_GAP = re.compile(r"(?:\s?\([^()\n]{1,30}\))?\s{0,3}(?:,\s{0,3}and\s|,|\band\b|&|;|\n)\s{0,40}\Z")
_WRAPPED = 40


@dataclass
class Known:
    """People known from elsewhere in the document, by the words of their names in lower case."""

    full: set[tuple[str, ...]] = field(default_factory=set)
    family: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        """Remember a name as printed, without honorifics."""
        parts = tuple(p for p in re.split(r"[\s.]+", name.lower()) if p)
        if not parts or len(parts[-1]) < 2:
            return
        if len(parts) > 1:
            self.full.add(parts)
        self.family.add(parts[-1])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, the reason to think so, and how much speaks for it (a person's from 0 up)."""

    start: int
    end: int
    kind: str
    score: int


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    joined: bool  # to the token before, by a space, a full stop after an initial, or a wrapped line's end
    lower: str


@cache
def _stops() -> frozenset[str]:
    return frozenset(w.lower() for w in words("not_a_name") if len(w) > 1)


@cache
def _places() -> frozenset[str]:
    return frozenset(w.lower() for w in words("place_word"))


@cache
def _place_starts() -> frozenset[str]:
    return frozenset(w.lower() for w in words("place_before"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(w.lower() for w in words("particle"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("reporting_verb"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(w.lower() for w in words("surname_too"))


def find_untitled(folded: str, start: int, end: int, taken: list[tuple[int, int]], known: Known) -> list[Candidate]:
    """The names in `folded[start:end]` outside the spans `taken` (in order), in order of the text."""
    tokens = list(_tokens(folded, start, end, taken))
    reading = _Reading(folded, start, end, tokens, known)
    found = list(reading.candidates())
    return _with_neighbours(folded, found, taken)


def _tokens(folded: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[_Token]:
    last, at = -1, 0
    for match in _TOKEN.finditer(folded, start, end):
        begin, stop = match.span()
        while at < len(taken) and taken[at][1] <= begin:
            last = max(last, taken[at][1])
            at += 1
        if at < len(taken) and taken[at][0] <= begin:
            last = -1
            continue
        text = match[0]
        if text.endswith("'s") or text.endswith("'S"):
            text = text[:-2]
        elif text.endswith("'"):
            text = text[:-1]
        yield _Token(begin, begin + len(text), text, last >= 0 and _joins(folded, last, begin), text.lower())
        last = stop


def _joins(folded: str, before: int, begin: int) -> bool:
    gap = folded[before:begin]
    if len(gap) > 12:
        return False
    plain = gap.strip(" \t\r\n")
    if plain == "." and (before < 2 or not folded[before - 2].isalnum()):
        return gap.count("\n") == 0
    if plain:
        return plain in _particles() and "\n" not in gap
    if "\n" not in gap:
        return len(gap) < 3 and gap != ""
    line = folded.rfind("\n", max(0, before - 200), before)
    return gap.count("\n") == 1 and before - line > _WRAPPED


class _Reading:
    """One body, read token by token."""

    def __init__(self, folded: str, start: int, end: int, tokens: list[_Token], known: Known) -> None:
        self.folded, self.start, self.end, self.tokens, self.known = folded, start, end, tokens, known
        self._ordinary: frozenset[str] | None = None

    @property
    def ordinary(self) -> frozenset[str]:
        """The words of the body that are printed in lower case somewhere in it."""
        if self._ordinary is None:
            self._ordinary = frozenset(_LOWER_WORD.findall(self.folded, self.start, self.end))
        return self._ordinary

    def candidates(self) -> Iterator[Candidate]:
        i, tokens = 0, self.tokens
        while i < len(tokens):
            found = self._at(i)
            if found is None:
                i += 1
                continue
            candidate, i = found
            yield candidate

    def _at(self, i: int) -> tuple[Candidate, int] | None:
        token = self.tokens[i]
        given = given_names().get(token.lower)
        initials = given is None and _is_initials(token.text)
        if given is None and not initials:
            if token.lower in self.known.family and not self._glued(i):
                return self._surname(i)
            return self._unknown(i)
        j = self._reach(i)
        if j - i < 2:
            if token.lower in self.known.family and not self._glued(i):
                return self._surname(i)
            return None
        if initials and self._no_initials(i):
            return None
        sure = any(given_names().get(t.lower) is False for t in self.tokens[i : j - 1])
        kind = "initials" if initials else "given" if sure else "ambiguous"
        score = {"initials": -2, "ambiguous": -2, "given": 0}[kind]
        return Candidate(token.start, self.tokens[j - 1].end, kind, score + self._weigh(i, j)), j

    def _no_initials(self, i: int) -> bool:
        """True if what looks like initials is a word in capitals, half of a firm's name or the end of a sentence."""
        token, following = self.tokens[i], self.tokens[i + 1]
        if token.lower in _stops() or len(following.text) < 2 or following.lower in _verbs() | _stops() - _surnames():
            return True
        return self.folded[max(self.start, token.start - 2) : token.start].strip() == "&"

    def _reach(self, i: int) -> int:
        """Where (exclusive) the name that begins at token `i` ends."""
        tokens, j = self.tokens, i + 1
        family = False
        while j < len(tokens) and tokens[j].joined and j - i < 5:
            word = tokens[j]
            if word.lower in _particles() and not (len(word.text) == 1):
                j += 1
                continue
            if _is_initials(word.text) and not family and word.lower not in self.known.family:
                j += 1
                continue
            if word.lower in _stops() and not (word.lower in _surnames() and j == i + 1):
                break
            if word.lower in _places() and word.lower not in self.known.family and j > i + 1 and family:
                break
            if is_head(word.text) and family:
                break
            given = given_names().get(word.lower)
            if family and (given is False or j + 1 < len(tokens) and tokens[j + 1].joined):
                break
            j += 1
            if given is None or j - i > 2:
                family = True
        while j > i + 1 and (_is_initials(tokens[j - 1].text) or tokens[j - 1].lower in _particles()):
            j -= 1
        return j

    def _glued(self, i: int) -> bool:
        """True if token `i` is part of a longer run of capitalised words."""
        tokens = self.tokens
        after = i + 1 < len(tokens) and tokens[i + 1].joined and not self._line_break(i)
        return after or tokens[i].joined and tokens[i - 1].lower not in _stops()

    def _line_break(self, i: int) -> bool:
        return "\n" in self.folded[self.tokens[i].end : self.tokens[i + 1].start]

    def _surname(self, i: int) -> tuple[Candidate, int]:
        token = self.tokens[i]
        score = -2
        if rule("people", "labelled").pattern.search(self.folded, max(self.start, token.start - 40), token.start):
            score += 3
        elif self._said(token.end):
            score += 2
        if token.lower in self.ordinary:
            score -= 1
        return Candidate(token.start, token.end, "surname", score), i + 1

    def _unknown(self, i: int) -> tuple[Candidate, int] | None:
        """Two or three capitalised words of which none is a given name: a name only beside a role or with a known surname."""
        token, tokens = self.tokens[i], self.tokens
        if token.joined and tokens[i - 1].lower not in _stops() or not self._plain(token):
            return None
        j = i + 1
        while j < len(tokens) and tokens[j].joined and j - i < 4 and self._plain(tokens[j]):
            if given_names().get(tokens[j].lower) is False:
                return None
            j += 1
        if not 2 <= j - i <= 3 or (j < len(tokens) and tokens[j].joined):
            return None
        start, end = token.start, tokens[j - 1].end
        family_known = tokens[j - 1].lower in self.known.family
        role = self._role_apart(start, end)
        exact = tuple(t.lower for t in tokens[i:j]) in self.known.full
        if not (role or family_known or exact) or (not exact and self._any_capitals(i, j)):
            return None
        return Candidate(start, end, "unknown", -2 + 2 * role + 2 * family_known + 2 * exact), j

    def _any_capitals(self, i: int, j: int) -> bool:
        return any(t.text.isupper() for t in self.tokens[i:j])

    def _plain(self, token: _Token) -> bool:
        low = token.lower
        return len(low) > 1 and low not in _stops() and low not in _places() and not is_head(low) and low not in self.ordinary

    def _role(self, start: int, end: int) -> bool:
        if role_after(self.folded, end, self.end) or role_before(self.folded, start, self.start):
            return True
        return self._labelled_post(start)

    def _role_apart(self, start: int, end: int) -> bool:
        """True if a role stands after a comma or bracket, or before a comma where a verb or comma follows the name."""
        if self.folded[end : end + 1] == "," or self.folded[end : end + 2] == " (":
            if role_after(self.folded, end, self.end):
                return True
        before = self.folded[max(self.start, start - 2) : start].strip()
        if before == "," and (self._said(end) or self.folded[end : end + 1] == ","):
            return role_before(self.folded, start, self.start) is not None
        return before == ":" and self._labelled_post(start)

    def _labelled_post(self, start: int) -> bool:
        line = self.folded.rfind("\n", max(self.start, start - 24), start) + 1
        return rule("people", "post").pattern.search(self.folded[max(line, self.start, start - 24) : start]) is not None

    def _said(self, end: int) -> bool:
        word = _NEXT_WORD.match(self.folded, end, min(self.end, end + 30))
        return word is not None and word[1].lower() in _verbs()

    def _weigh(self, i: int, j: int) -> int:
        tokens, folded, known = self.tokens, self.folded, self.known
        start, end, family = tokens[i].start, tokens[j - 1].end, tokens[j - 1].lower
        score = 0
        if tuple(t.lower for t in tokens[i:j]) in known.full:
            return 6
        if family in known.family:
            score += 2
        if j < len(tokens) and tokens[j].joined and not self._line_break(j - 1):
            after = tokens[j].lower
            if after in _places() or any(t.lower in _places() for t in tokens[j : j + 2] if t.joined):
                return -9
            if after not in _stops() and not is_head(after) and given_names().get(after) is not False:
                score -= 1
        if family in _places():
            score -= 2
        score += self._before(i)
        if self.folded[max(self.start, start - 4) : start].lower() == "the ":
            score -= 2
        if self._role(start, end):
            score += 2
        if self._said(end):
            score += 2
        before = max(self.start, start - 40)
        if rule("people", "introduced").pattern.search(folded, before, start) or rule("people", "labelled").pattern.search(folded, before, start):
            score += 2 if not tokens[i].text.isupper() else 1
        elif rule("people", "located").pattern.search(folded, before, start):
            score -= 2
        if _is_initials(tokens[i].text) and rule("people", "paid").pattern.search(folded[end : end + 60]):
            score += 2
        if tokens[j - 1].text.isupper() and len(tokens[j - 1].text) > 2:
            score -= 1
        return score

    def _before(self, i: int) -> int:
        """What the capitalised word joined before the name says."""
        if i == 0 or not self.tokens[i].joined or self._line_break(i - 1):
            return 0
        before = self.tokens[i - 1]
        if before.lower in _place_starts():
            return -9
        if is_head(before.lower):
            return 0
        if before.lower in _stops():
            return 0
        return -1


def _is_initials(text: str) -> bool:
    return text.isupper() and (len(text) == 1 or len(text) == 2 and text.isalpha())


def _with_neighbours(folded: str, found: list[Candidate], taken: list[tuple[int, int]]) -> list[Candidate]:
    """`found` with those raised that stand in a list with a person, and those that nothing speaks for left out."""
    spans = sorted([(c.start, c.end, c) for c in found] + [(s, e, None) for s, e in taken], key=lambda x: x[:2])
    good = [c is None or c.score >= 0 for _, _, c in spans]
    for order in (range(len(spans)), range(len(spans) - 1, -1, -1)):
        for k in order:
            candidate = spans[k][2]
            if candidate is None or good[k] or candidate.score < -3:
                continue
            for other in (k - 1, k + 1):
                if 0 <= other < len(spans) and (good[other] or candidate.kind == "surname" and _same_kind(spans[other][2])):
                    low, high = min(k, other), max(k, other)
                    gap = folded[spans[low][1] : spans[high][0]]
                    if len(gap) < 45 and _LIST_GAP.match(gap):
                        good[k] = True
    return [c for (_, _, c), keep in zip(spans, good, strict=True) if c is not None and keep]


def _same_kind(other: Candidate | None) -> bool:
    return other is not None and other.kind == "surname"
