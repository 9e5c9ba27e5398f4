"""Names without a title: capitalised words weighed by given names, people known elsewhere, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from minuteparse.fields.capitalised import Token, find_capitalised, is_initials, listed
from minuteparse.fields.role_phrases import is_head
from minuteparse.fields.surroundings import has_role_apart, labelled, paid, said, weigh
from minuteparse.lexicon import given_names
from minuteparse.sentences import Span

_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_AUXILIARY = re.compile(r"\s{1,3}(?:will|would|was|were|is|are|has|had|have|may|can|be)\b")
_IN_WORD = re.compile(r"\w").match
_LONG = 4000
_LIST_GAP = re.compile(r"(?:\s?\([^()\n]{1,30}\))?\s{0,3}(?:,\s{0,3}and\s|,|\band\b|&|;|\n)\s{0,40}\Z")
_NEVER = -9
# What a name starts with before its surroundings are weighed; from 0 up it is taken for a person's.
_PRIOR = {"given": 0, "ambiguous": -2, "initials": -2, "surname": -2, "unknown": -2}


@dataclass
class Known:
    """People known from elsewhere in the document, by the words of their names in lower case."""

    full: set[tuple[str, ...]] = field(default_factory=set)
    family: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        """Remember a name as printed, without honorifics."""
        words = (p for p in re.split(r"[\s.,]+", name.lower()) if p and p[0] not in "\"'(")
        parts = tuple(p for p in words if p not in listed("generation"))
        if not parts or len(parts[-1]) < 2:
            return
        if len(parts) > 1:
            self.full.add(parts)
        self.family.add(parts[-1])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, why (`kind`), and how much speaks for it: from 0 up it is taken for a person's."""

    start: int
    end: int
    kind: str
    score: int


def find_untitled(folded: str, start: int, end: int, taken: Sequence[Span], known: Known) -> list[Candidate]:
    """The names in `folded[start:end]` outside the spans `taken` (in order), in order of the text."""
    reading = _Reading(folded, start, end, find_capitalised(folded, start, end, taken), known)
    return _with_neighbours(folded, list(reading.candidates()), taken)


class _Reading:
    """One body, read token by token."""

    def __init__(self, folded: str, start: int, end: int, tokens: list[Token], known: Known) -> None:
        self.folded, self.start, self.end, self.tokens, self.known = folded, start, end, tokens, known

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        return frozenset(_LOWER_WORD.findall(self.folded, self.start, self.end))

    def _is_ordinary(self, word: str) -> bool:
        """True if the body prints `word` in lower case somewhere. A short body is searched, a long one read once."""
        low, high, size = self.start, self.end, len(word)
        if high - low > _LONG or not word.isascii():
            return word in self._ordinary
        at = self.folded.find(word, low, high)
        while at >= 0:
            if _LOWER_WORD.fullmatch(self.folded, at, at + size) and (
                at + size == high or not _IN_WORD(self.folded, at + size)
            ):
                return True
            at = self.folded.find(word, at + 1, high)
        return False

    def candidates(self) -> Iterator[Candidate]:
        """What may be a name, in order, none overlapping."""
        i, tokens, family = 0, self.tokens, self.known.family
        count = len(tokens)
        while i < count:
            if tokens[i].lower not in family and not (i + 1 < count and tokens[i + 1].joined):
                i += 1  # one word alone that is nobody's family name
                continue
            candidate, following = self._at(i)
            if candidate is not None:
                yield candidate
            i = following

    def _at(self, i: int) -> tuple[Candidate | None, int]:
        """What begins at token `i`, and the token to go on from."""
        token = self.tokens[i]
        given = given_names().get(token.lower)
        initials = given is None and is_initials(token.text)
        if given is not None or initials:
            j = self._reach(i)
            if j - i > 1:
                return (None, i + 1) if initials and self._no_initials(i) else (self._full(i, j, initials), j)
        if token.lower in self.known.family and (self._in_office(i) or not self._glued(i)):
            return self._surname(token, in_office=self._in_office(i)), i + 1
        return self._unknown(i) if given is None and not initials else (None, i + 1)

    def _reach(self, i: int) -> int:
        """Where (exclusive) the name that begins at token `i` ends."""
        tokens, j, family = self.tokens, i + 1, False
        while j < len(tokens) and tokens[j].joined and j - i < 5:
            word = tokens[j]
            lower, given = word.lower, given_names().get(word.lower)
            if lower not in listed("particle") and (family or lower in self.known.family or not is_initials(word.text)):
                more = j + 1 < len(tokens) and tokens[j + 1].joined
                if self._ends_before(word, i, j) or (family and (given is False or more)):
                    break
                family = family or given is None or j - i > 1
            j += 1
        while j > i + 1 and (is_initials(tokens[j - 1].text) or tokens[j - 1].lower in listed("particle")):
            j -= 1
        return j

    def _ends_before(self, word: Token, i: int, j: int) -> bool:
        """True if `word`, token `j`, is no part of the name that begins at token `i`."""
        if word.lower in listed("not_a_name") and not (word.lower in listed("surname_too") and j == i + 1):
            return True
        shouted = word.text.isupper() and not self.tokens[i + 1].text.isupper()
        place = word.lower in listed("place_word") and word.lower not in self.known.family
        return j > i + 1 and (place or is_head(word.text) or shouted)

    def _no_initials(self, i: int) -> bool:
        """True if what looks like initials is a shouted word or half of a firm's: "TO APPROVE", "K & M Lighting"."""
        token, following = self.tokens[i], self.tokens[i + 1].lower
        if token.lower in listed("not_a_name") or following in listed("reporting_verb"):
            return True
        if following in listed("not_a_name") and following not in listed("surname_too"):
            return True
        return self.folded[max(self.start, token.start - 2) : token.start].strip() == "&"

    def _full(self, i: int, j: int, initials: bool) -> Candidate:
        """Tokens `i` to `j` (exclusive) as a name of given names or initials and a family name."""
        tokens, start, end = self.tokens[i:j], self.tokens[i].start, self.tokens[j - 1].end
        sure = any(given_names().get(t.lower) is False for t in tokens[:-1])
        kind = "initials" if initials else "given" if sure else "ambiguous"
        if tuple(t.lower for t in tokens) in self.known.full:
            return Candidate(start, end, kind, 4)
        score = _PRIOR[kind] + self._inside(tokens) + self._joined_words(i, j)
        if score > _NEVER // 2:
            score += weigh(self.folded, start, end, self.start, self.end)
            score += 3 * (initials and paid(self.folded, end, self.end))
        score -= initials and len(tokens[0].text) == 2  # "HM Revenue"
        return Candidate(start, end, kind, score)

    def _inside(self, tokens: list[Token]) -> int:
        family = tokens[-1]
        score = 2 * (family.lower in self.known.family) - 2 * (family.lower in listed("place_word"))
        return score - (family.text.isupper() and len(family.text) > 2)

    def _joined_words(self, i: int, j: int) -> int:
        """What the capitalised words say that stand right before token `i` and after the name's last."""
        tokens, score = self.tokens, 0
        if j < len(tokens) and tokens[j].joined and not self._line_break(j - 1):
            after = tokens[j].lower
            if any(t.lower in listed("place_word") for t in tokens[j : j + 2] if t.joined):
                return _NEVER
            goes_on = after not in listed("not_a_name") and not is_head(after) and given_names().get(after) is not False
            score -= goes_on
        if i > 0 and tokens[i].joined and not self._line_break(i - 1):
            before = tokens[i - 1].lower
            if before in listed("place_before"):
                return _NEVER
            score -= before not in listed("not_a_name") and not is_head(before)
        return score

    def _glued(self, i: int) -> bool:
        """True if token `i` is part of a longer run of capitalised words."""
        tokens = self.tokens
        if i + 1 < len(tokens) and tokens[i + 1].joined and not self._line_break(i):
            return True
        return tokens[i].joined and (tokens[i - 1].lower not in listed("not_a_name") or is_head(tokens[i - 1].text))

    def _in_office(self, i: int) -> bool:
        """True if the noun of a role stands right before token `i`, a surname, as a title: "President Orme said"."""
        tokens = self.tokens
        if i == 0 or not tokens[i].joined or self._line_break(i - 1) or not is_head(tokens[i - 1].text):
            return False
        if tokens[i].lower in listed("department"):
            return False  # "the Group Manager Infrastructure"
        return not (i + 1 < len(tokens) and tokens[i + 1].joined) and not tokens[i].text.isupper()

    def _line_break(self, i: int) -> bool:
        """True if a line ends after token `i`, before the next."""
        return "\n" in self.folded[self.tokens[i].end : self.tokens[i + 1].start]

    def _surname(self, token: Token, *, in_office: bool) -> Candidate:
        score = _PRIOR["surname"] - self._is_ordinary(token.lower)
        if in_office or labelled(self.folded, token.start, self.start):
            score += 3
        elif said(self.folded, token.end, self.end):
            score += 2
        return Candidate(token.start, token.end, "surname", score)

    def _unknown(self, i: int) -> tuple[Candidate | None, int]:
        """Two or three capitalised words, none a given name: a name only beside a role or with a known surname."""
        tokens, none = self.tokens, (None, i + 1)
        within = tokens[i].joined and tokens[i - 1].lower not in listed("not_a_name")
        if (within and not self._titled(i)) or not self._plain(tokens[i]):
            return none
        j = i + 1
        while j < len(tokens) and tokens[j].joined and j - i < 4 and self._plain(tokens[j]):
            if given_names().get(tokens[j].lower) is False:
                return none
            j += 1
        if not 2 <= j - i <= 3 or (j < len(tokens) and tokens[j].joined):
            return none
        after = tokens[j - 1].end
        told = j - i == 2 and said(self.folded, after, self.end) and not _AUXILIARY.match(self.folded, after)
        if told and self._titled(i):
            return Candidate(tokens[i].start, after, "unknown", 0), j
        if within:
            return none
        if tuple(t.lower for t in tokens[i:j]) in self.known.full or self._supported(tokens[i:j]):
            return Candidate(tokens[i].start, tokens[j - 1].end, "unknown", 0), j
        return none

    def _titled(self, i: int) -> bool:
        """True if an office of two words or more stands right before token `i`: "Planning Director Walt Orme"."""
        tokens = self.tokens
        if i < 2 or not (tokens[i].joined and tokens[i - 1].joined) or self._line_break(i - 1):
            return False
        return is_head(tokens[i - 1].text) and tokens[i].lower not in listed("department")

    def _supported(self, tokens: list[Token]) -> bool:
        """True if a known family name ends these words, or a role stands beside them."""
        if any(t.text.isupper() for t in tokens):
            return False
        if tokens[-1].lower in self.known.family:
            return True
        return has_role_apart(self.folded, tokens[0].start, tokens[-1].end, self.start, self.end)

    def _plain(self, token: Token) -> bool:
        low = token.lower
        listed_word = low in listed("not_a_name") or low in listed("place_word")
        return len(low) > 1 and not listed_word and not is_head(low) and not self._is_ordinary(low)


def _with_neighbours(folded: str, found: list[Candidate], taken: Sequence[Span]) -> list[Candidate]:
    """`found` without those that nothing speaks for, neither by itself nor by a person next to it in a list."""
    mixed: list[tuple[int, int, Candidate | None]] = [(c.start, c.end, c) for c in found]
    mixed = sorted(mixed + [(s, e, None) for s, e in taken], key=lambda entry: entry[:2])
    good = [c is None or c.score >= 0 for _, _, c in mixed]
    for order in (range(len(mixed)), range(len(mixed) - 1, -1, -1)):
        for k in order:
            candidate = mixed[k][2]
            if candidate is None or good[k] or candidate.score < -3:
                continue
            for other in (k - 1, k + 1):
                if 0 <= other < len(mixed) and (good[other] or _alike(candidate, mixed[other][2])):
                    low, high = min(k, other), max(k, other)
                    gap = folded[mixed[low][1] : min(mixed[high][0], mixed[low][1] + 50)]
                    good[k] = good[k] or _LIST_GAP.match(gap) is not None
    return [c for (_, _, c), keep in zip(mixed, good, strict=True) if c is not None and keep]


def _alike(candidate: Candidate, other: Candidate | None) -> bool:
    """True if both are surnames alone, or both have initials: in a list one speaks for the other."""
    return other is not None and other.kind == candidate.kind and candidate.kind in ("surname", "initials")
