"""Observations: each value of a record with its signs, and whether the answers say that it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from minuteparse.confidence.ground import survey
from minuteparse.confidence.signs import Signs, read
from minuteparse.evaluate import read_json
from minuteparse.evaluate.answers import from_gold
from minuteparse.evaluate.verdicts import verdicts
from minuteparse.parse import parse_unweighed
from minuteparse.record import Minutes
from minuteparse.text import Source, from_bytes, from_text


class Observation(NamedTuple):
    """One value: the set and the document that it is from, its field, its signs, and whether it is right."""

    where: str
    document: str
    field: str
    signs: Signs
    right: bool


def observe(where: str, source: Source, gold: dict[str, Any]) -> tuple[Minutes, list[Observation]]:
    """The record of `source`, not yet weighed, and the observations on it that `gold` allows."""
    minutes, evidence = parse_unweighed(source)
    right = {(v.field, id(v.part)): v.right for v in verdicts(from_gold(gold), minutes, source.text)}
    name = source.name or ""
    return minutes, [
        Observation(where, name, field, signs, right[field, id(part)])
        for field, part, signs in read(minutes, survey(minutes, evidence))
        if (field, id(part)) in right
    ]


def of_folder(where: str, folder: Path) -> Iterator[Observation]:
    """The observations on each `NAME.txt` of `folder` that has a `NAME.gold.json`."""
    for source, gold in answered(folder):
        yield from observe(where, source, gold)[1]


def answered(folder: Path) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Each text of `folder` that has answers, with them, in order of name."""
    for path in sorted(folder.glob("*.txt")):
        gold = path.with_suffix(".gold.json")
        if gold.exists():
            yield from_bytes(path.read_bytes(), name=path.stem), read_json(gold)


def of_generator(part: str, number: int, seed: int) -> Iterator[Observation]:
    """The observations on documents of one part of the generator; the layout stands for the document."""
    from corpus.generator.__main__ import documents

    rows: Iterable[tuple[str, str, dict[str, Any], dict[str, Any]]] = documents(part, number, seed)
    for _, text, gold, spans in rows:
        yield from observe(part, from_text(text, name=str(spans["layout"])), gold)[1]
