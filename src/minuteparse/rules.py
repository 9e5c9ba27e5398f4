"""The only reader of `data/*.toml`: habits of clerks as compiled rules and word lists.

A rule has an id, a pattern, examples that it must find and near misses that it must not; without them it does not load.
A pattern may name a word list in double braces, `{{honorific}}`, which stands for the alternatives of that list.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from minuteparse.errors import RuleError
from minuteparse.text import Source

_LIST = re.compile(r"\{\{(\w+)\}\}")
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}


@dataclass(frozen=True, slots=True)
class Rule:
    """One habit. `value` is what a match stands for (a kind, a status), or empty; `why` says who does it.

    `needs` are literals in lower case of which every match holds one: where none stands the pattern need not be tried.
    """

    id: str
    pattern: re.Pattern[str]
    value: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    why: str
    needs: tuple[str, ...] = ()

    def may_match(self, lowered: str) -> bool:
        """False if the pattern cannot match anywhere in the text whose lower case is `lowered`."""
        for literal in self.needs:
            if literal in lowered:
                return True
        return not self.needs

    def may_stand(self, source: Source, start: int, end: int) -> bool:
        """False if no match of the pattern can begin and end in `source.folded[start:end]`."""
        return not self.needs or source.holds(self.needs, start, end)


def _read(file: str) -> dict[str, object]:
    try:
        return tomllib.loads(resources.files("minuteparse").joinpath("data", file).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"data/{file}: {error}") from error


@cache
def words(name: str) -> tuple[str, ...]:
    """The word list `name` of `data/words.toml`, in the order of the file. Raises `RuleError` if there is none."""
    table = _words()
    if name not in table:
        raise RuleError(f"data/words.toml: no list {name!r}")
    return table[name]


@cache
def word_set(name: str) -> frozenset[str]:
    """The word list `name` of `data/words.toml`, to be asked whether it holds a word."""
    return frozenset(words(name))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {k: tuple(str(w) for w in v) for k, v in _read("words.toml").items() if isinstance(v, list)}


@cache
def alternatives(name: str) -> str:
    """The word list `name` as a regex group, longest word first; a space stands for any white space."""
    return one_of(re.escape(w).replace(r"\ ", r"\s+") for w in words(name))


def one_of(patterns: Iterable[str]) -> str:
    """A regex group that finds the longest of `patterns`, each of which begins with a letter or a mark of its own.

    Those with one first letter share a branch, so that the engine passes over the rest of them at once.

    >>> one_of(["Cllr", "Mr", "Mrs", "Clerk"])
    '(?:C(?:lerk|llr)|M(?:rs|r))'
    """
    ordered = sorted(patterns, key=lambda w: (-len(w), w))
    by_letter: dict[str, list[str]] = {}
    for word in ordered:
        by_letter.setdefault(word[0], []).append(word)
    grouped = [word for group in by_letter.values() for word in group]
    if not all(letter.isalpha() for letter in by_letter) or not _longest_first(grouped):
        return "(?:" + "|".join(ordered) + ")"
    return "(?:" + "|".join(_branch(letter, group) for letter, group in by_letter.items()) + ")"


def _branch(letter: str, group: list[str]) -> str:
    return f"{letter}(?:{'|'.join(word[1:] for word in group)})" if len(group) > 1 else group[0]


def _longest_first(patterns: list[str]) -> bool:
    """True if no pattern stands after the beginning of it, whatever the case of either."""
    seen: list[str] = []
    for pattern in map(str.lower, patterns):
        if pattern not in seen and pattern.startswith(tuple(seen)):
            return False
        seen.append(pattern)
    return True


def expand(pattern: str) -> str:
    """`pattern` with each `{{list}}` replaced by the alternatives of that word list."""
    return _LIST.sub(lambda m: alternatives(m[1]), pattern)


@cache
def rules(group: str) -> tuple[Rule, ...]:
    """The rules of `data/GROUP.toml` in the order of the file, compiled, each example and near miss tried.

    Raises `RuleError` naming the rule if a key is missing, an example is not found or a near miss is.
    """
    entries = _read(f"{group}.toml").get("rule", [])
    if not isinstance(entries, list):
        raise RuleError(f"data/{group}.toml: [[rule]] expected")
    made = tuple(_compile(group, entry) for entry in entries)
    ids = [r.id for r in made]
    if len(ids) != len(set(ids)):
        raise RuleError(f"data/{group}.toml: the id {max(ids, key=ids.count)!r} stands twice")
    return made


@cache
def rule(group: str, name: str) -> Rule:
    """The one rule of `group` whose id is `group.name`."""
    found = _by_id(group).get(f"{group}.{name}")
    if found is None:
        raise RuleError(f"data/{group}.toml: no rule {name!r}")
    return found


def pattern(group: str, name: str) -> re.Pattern[str]:
    """The pattern of the one rule of `group` whose id is `group.name`."""
    return rule(group, name).pattern


def find(group: str, name: str, text: str) -> re.Match[str] | None:
    """The first match of that rule in `text`, tried only where one of its literals stands."""
    tried = rule(group, name)
    return tried.pattern.search(text) if tried.may_match(text.lower()) else None


@cache
def _by_id(group: str) -> dict[str, Rule]:
    return {r.id: r for r in rules(group)}


def _compile(group: str, entry: dict[str, object]) -> Rule:
    name = str(entry.get("id", "?"))
    where = f"data/{group}.toml, rule {name!r}"
    missing = [k for k in ("id", "pattern", "examples", "near_misses", "why") if not entry.get(k)]
    if missing:
        raise RuleError(f"{where}: lacks {', '.join(missing)}")
    flags = re.NOFLAG
    for letter in str(entry.get("flags", "")):
        flags |= _FLAGS[letter]
    try:
        pattern = re.compile(expand(str(entry["pattern"])), flags)
    except re.error as error:
        raise RuleError(f"{where}: {error}") from error
    examples, near = _strings(entry["examples"]), _strings(entry["near_misses"])
    for example in examples:
        if not pattern.search(example):
            raise RuleError(f"{where}: the example {example!r} is not found")
    for miss in near:
        if pattern.search(miss):
            raise RuleError(f"{where}: the near miss {miss!r} is found")
    made = Rule(
        id=f"{group}.{name}",
        pattern=pattern,
        value=str(entry.get("value", "")),
        examples=examples,
        near_misses=near,
        why=str(entry["why"]),
        needs=_strings(entry.get("needs", [])),
    )
    for example in examples:
        if not made.may_match(example.lower()):
            raise RuleError(f"{where}: the example {example!r} holds none of the literals in `needs`")
    return made


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else ()
