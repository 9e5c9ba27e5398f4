"""A folder of texts with their answers, scored."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minuteparse.errors import InputError
from minuteparse.evaluate.answers import Answers, from_gold, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.laws import broken_laws
from minuteparse.evaluate.tally import Tally
from minuteparse.inputs.read import read_source
from minuteparse.language import DEFAULT
from minuteparse.parse import parse_source

TOLERANCE = 0.005
"""By how much the score of a field may fall before it counts as a loss."""


@dataclass
class Evaluation:
    """The scores of a folder. `broken` has a line for each law that a record breaks, `failed` the texts not parsed."""

    tally: Tally = field(default_factory=Tally)
    by_document: dict[str, float] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """The scores as plain data, rounded to four places, as `--write` puts them down."""
        fields = {
            name: {key: round(value, 4) for key, value in score._asdict().items()}
            for name, score in self.tally.scores().items()
        }
        documents = {name: round(score, 4) for name, score in self.by_document.items()}
        return {
            "documents": len(documents),
            "mean": round(self.tally.mean(), 4),
            "fields": fields,
            "by_document": documents,
        }


@dataclass(frozen=True)
class Change:
    """A field whose score is not what it was. `lost` tells if it fell by more than the tolerance."""

    name: str
    before: float
    after: float

    @property
    def lost(self) -> bool:
        """True if the field fell by more than `TOLERANCE`."""
        return round(self.before - self.after, 6) > TOLERANCE


def evaluate_folder(folder: Path, *, model: str | None = DEFAULT) -> Evaluation:
    """Parse each file in `folder`, of any kind, that has a `NAME.gold.json` beside it, and score the records.

    `model` is the trained pipeline that is asked, `None` for rules alone.

    A text that cannot be parsed counts as one in which nothing was found. Raises `InputError` if the folder holds no
    text with answers, or answers that cannot be read.
    """
    texts = sorted(path for path in folder.glob("*.*") if path.suffix != ".json" and _gold(path).exists())
    if not texts:
        raise InputError(f"{folder}: no NAME.txt with a NAME.gold.json beside it; name the folder that holds them")
    evaluation = Evaluation()
    for path in texts:
        gold = from_gold(read_json(_gold(path)))
        found = _answers(path, evaluation, model)
        compare(gold, found, evaluation.tally, path.stem)
        own = Tally()
        compare(gold, found, own, path.stem)
        evaluation.by_document[path.stem] = own.mean()
    return evaluation


def _gold(path: Path) -> Path:
    return path.with_suffix(".gold.json")


def _answers(path: Path, evaluation: Evaluation, model: str | None) -> Answers:
    try:
        source = read_source(path.read_bytes(), name=path.name)
        minutes = parse_source(source, model=model)
    except Exception as error:  # a defect in one document must not hide the scores of the others
        evaluation.failed[path.stem] = f"{type(error).__name__}: {error}"
        return Answers()
    evaluation.broken += [f"{path.stem}: {line}" for line in broken_laws(minutes, source.text)]
    return from_record(minutes, source.text)


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object in the file at `path`. Raises `InputError` that names the place if there is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON in UTF-8 ({error})") from error
    if not isinstance(found, dict):
        raise InputError(f"{path}: a JSON object is expected, not {type(found).__name__}")
    return found


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The fields of two sets of `figures` whose F1 differs; a field that one of them lacks counts as 0 there.

    Raises `InputError` if `before` is no set of figures.
    """
    old, new = before.get("fields"), after["fields"]
    if not isinstance(old, dict) or not all(isinstance(row, dict) and "f1" in row for row in old.values()):
        raise InputError("the committed scores lack fields with an f1; make them with `minuteparse evaluate --write`")
    names = [*new, *(name for name in old if name not in new)]
    pairs = [(name, old.get(name, {"f1": 0.0})["f1"], new.get(name, {"f1": 0.0})["f1"]) for name in names]
    return [Change(name, was, now) for name, was, now in pairs if was != now]
