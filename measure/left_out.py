"""One kind of body left out: the parser without the rules and words that only documents of that kind speak for.

A rule that matches in some document of the kind in the folders `SEEN`, and in none of another kind, would not have been
written without them; the same goes for a word of a word list. Both are taken away, and the documents of
the kind are read without them. What the code knows is not taken away, so the fall is a lower bound.
"""

from __future__ import annotations

import multiprocessing
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from measure.observe import answered

from minuteparse import rules as rulebook
from minuteparse.text import Source

ROOT = Path(__file__).parent.parent
SEEN = ("gold", "hand", "later")
"""The folders of the corpus that rules may be written with."""
NEVER = re.compile(r"(?!)")
NO_WORD = "\0"
T = TypeVar("T")
Answered = tuple[Source, dict[str, Any]]


@dataclass(frozen=True)
class Kind:
    """A kind of body, its documents with their answers, and the rules and words (list, word) it alone speaks for."""

    name: str
    documents: tuple[Answered, ...]
    rules: frozenset[str]
    words: frozenset[tuple[str, str]]


def kinds() -> list[Kind]:
    """The kinds of `corpus/kinds.toml`. Raises `SystemExit` if a document has no kind."""
    table = tomllib.loads((ROOT / "corpus" / "kinds.toml").read_text(encoding="utf-8"))
    kind_of = {name: kind for kind, names in table.items() for name in names}
    documents = {s.name: (s, g) for folder in SEEN for s, g in answered(ROOT / "corpus" / folder)}
    if missing := sorted(set(map(str, documents)) ^ set(kind_of)):
        raise SystemExit(f"corpus/kinds.toml: {', '.join(missing)} stand in it or in the corpus alone")
    rules, words = _spoken_for(documents, kind_of)
    return [
        Kind(
            kind,
            tuple(documents[name] for name in names),
            frozenset(rule for rule, by in rules.items() if by == {kind}),
            frozenset(word for word, by in words.items() if by == {kind}),
        )
        for kind, names in table.items()
    ]


def _spoken_for(
    documents: dict[str | None, Answered], kind_of: dict[str, str]
) -> tuple[dict[str, set[str]], dict[tuple[str, str], set[str]]]:
    """The kinds in whose documents each rule matches, and those in which each word of a list stands."""
    rules: dict[str, set[str]] = {}
    words: dict[tuple[str, str], set[str]] = {}
    lists = [(name, word, word.lower()) for name, found in rulebook._words().items() for word in found]
    for name, (source, _) in documents.items():
        kind = kind_of[str(name)]
        for rule in (r for group in _groups() for r in rulebook.rules(group)):
            if (
                kind not in rules.get(rule.id, ())
                and rule.may_match(source.lower)
                and rule.pattern.search(source.folded)
            ):
                rules.setdefault(rule.id, set()).add(kind)
        tokens = set(re.findall(r"\w+", source.lower))
        for key, word, lower in lists:
            if (lower in tokens) if lower.isalnum() else (lower in source.lower):
                words.setdefault((key, word), set()).add(kind)
    return rules, words


def _groups() -> list[str]:
    data = Path(str(resources.files("minuteparse").joinpath("data")))
    return sorted(p.stem for p in data.glob("*.toml") if "[[rule]]" in p.read_text(encoding="utf-8"))


def without_each(task: Callable[[Kind], T], found: list[Kind]) -> list[T]:
    """What `task` gives for each kind, run in a process whose parser lacks what that kind alone speaks for.

    The process that calls this must not have parsed anything: what it has compiled would be used again.
    """
    full = {rule.id: rule for group in _groups() for rule in rulebook.rules(group)}
    global _task, _full
    _task, _full = task, full
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        return pool.map(_run, found, chunksize=1)


_task: Callable[[Kind], Any]
_full: dict[str, rulebook.Rule]


def _run(kind: Kind) -> Any:
    unlearn(kind, _full)
    return _task(kind)


def unlearn(kind: Kind, full: dict[str, rulebook.Rule]) -> None:
    """Take the rules and words of `kind` away from this process for good; `full` are all rules as they load."""
    left: dict[str, tuple[str, ...]] = {}
    for name, words in rulebook._words().items():
        left[name] = tuple(word for word in words if (name, word) not in kind.words) or (NO_WORD,)

    def compiled(group: str, entry: dict[str, object]) -> rulebook.Rule:
        rule = full[f"{group}.{entry['id']}"]
        if rule.id in kind.rules:
            return replace(rule, pattern=NEVER)
        return replace(rule, pattern=re.compile(rulebook.expand(str(entry["pattern"])), rule.pattern.flags))

    for kept in vars(rulebook).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
    rulebook._words = lambda: left  # type: ignore[assignment]
    rulebook._compile = compiled
    for rule in kind.rules:
        if any(r.id == rule and r.pattern is not NEVER for r in rulebook.rules(rule.partition(".")[0])):
            raise SystemExit(f"measure/left_out.py: {rule} is still there; rules are compiled in another way now")
    for name, word in kind.words:
        if word in rulebook.words(name):
            raise SystemExit(f"measure/left_out.py: {word!r} is still in {name}; words are read in another way now")
