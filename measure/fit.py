"""Fit the weights of signs: `python -m measure.fit [--unseen DIR ...]` writes `src/minuteparse/data/confidence.json`.

Two steps of plain logistic regression with shrinkage, so that what is rare falls back on what is common, and a third:

1. in each field a weight for each sign, on every document there is;
2. one slope for all fields and a shift for each, on documents that the rules were not tuned to, each read by a fit that
   had not seen it. Documents that the rules were written with are right too often to say how sure a value is;
3. a bar for each field: values under it say 0.89 at most, so that of those that say 0.9 or more at least 95 % are
   right on those documents.

The documents that nothing was tuned to are kept as figures alone, in `measure/unseen.tsv`: their fields, signs and
verdicts as they were when first read. `--unseen` writes that file anew from folders of texts with answers.
Nothing in it is random; the same inputs give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from measure.left_out import ROOT, SEEN, Kind, kinds, without_each
from measure.observe import Observation, observe, of_folder, of_generator
from measure.regression import Numbers, regress
from measure.unseen import read_unseen, write_unseen

from minuteparse.confidence.signs import SIGNS
from minuteparse.confidence.weights import Scale

WEIGHTS = ROOT / "src" / "minuteparse" / "data" / "confidence.json"
GENERATED = {"train": 168, "dev": 120, "test": 120}
SEED = 7
FOLDS = 10
SIGN_WEIGHT = dict.fromkeys((*SEEN, "left out"), 0.5) | {
    "unseen": 2.0,
    "train": 0.15,
    "dev": 0.25,
    "test": 0.25,
}
"""What a value of each set counts in the first step: generated documents are many and easy."""
SHIFT_WEIGHT = {"unseen": 1.0, "left out": 0.15, "dev": 0.02, "test": 0.02}
"""What it counts in the second step."""
RARE = 3
"""A sign with fewer values than this gets no weight of its own."""
SURE = float(np.log(0.9 / 0.1))
PROMISE = 0.95
NEVER = 99.0


class Fitted(NamedTuple):
    """Step 1 for one field: its signs in columns, their weights, and the log odds of each value by a fit without it."""

    columns: dict[tuple[str, str], int]
    weights: Numbers
    odds: Numbers


def gather_observations() -> list[Observation]:
    """The observations on all that is fitted to, in a fixed order."""
    left = [row for rows in without_each(_of_kind, kinds()) for row in rows]
    found = read_unseen() + left
    for name in SEEN:
        found += of_folder(name, ROOT / "corpus" / name)
    for part, number in GENERATED.items():
        found += of_generator(part, number, SEED)
    return found


def _of_kind(kind: Kind) -> list[Observation]:
    return [row for source, gold in kind.documents for row in observe("left out", source, gold)[1]]


def columns_of(field: str, rows: list[Observation]) -> dict[tuple[str, str], int]:
    """A column for each sign of `field` that is not rare, after the first, which is always set."""
    seen = Counter((name, sign) for row in rows for name, sign in zip(SIGNS[field], row.signs, strict=True))
    return {key: i + 1 for i, key in enumerate(sorted(key for key, n in seen.items() if n >= RARE))}


def matrix(field: str, rows: list[Observation], columns: dict[tuple[str, str], int]) -> Numbers:
    """A row for each value, 1 where it has the column's sign."""
    found = np.zeros((len(rows), len(columns) + 1))
    found[:, 0] = 1
    for i, row in enumerate(rows):
        for key in zip(SIGNS[field], row.signs, strict=True):
            if key in columns:
                found[i, columns[key]] = 1
    return found


def fold_of(row: Observation) -> int:
    """The fold of a value's document; one read twice, with and without what was left out, is in one fold."""
    kind = "known" if row.where in {*SEEN, "left out"} else row.where
    return crc32(f"{kind}/{row.document}".encode()) % FOLDS


def fit_signs(field: str, rows: list[Observation]) -> Fitted:
    """Step 1 for one field."""
    y = np.array([row.right for row in rows], float)
    weight = np.array([SIGN_WEIGHT[row.where] for row in rows])
    folds = np.array([fold_of(row) for row in rows])
    odds = np.zeros(len(rows))
    for k in sorted(set(folds.tolist())):
        inside = [row for row, f in zip(rows, folds, strict=True) if f != k]
        columns = columns_of(field, inside)
        b = _regress_signs(matrix(field, inside, columns), y[folds != k], weight[folds != k])
        odds[folds == k] = matrix(field, [r for r, f in zip(rows, folds, strict=True) if f == k], columns) @ b
    columns = columns_of(field, rows)
    return Fitted(columns, _regress_signs(matrix(field, rows, columns), y, weight), odds)


def _regress_signs(x: Numbers, y: Numbers, weight: Numbers) -> Numbers:
    start, pull = np.zeros(x.shape[1]), np.full(x.shape[1], 2.0)
    start[0], pull[0] = 2.0, 0.3
    return regress(x, y, weight, start, pull)


def fit_shifts(rows: dict[str, list[Observation]], odds: dict[str, Numbers]) -> tuple[float, dict[str, float]]:
    """Step 2: the slope of all fields and the shift of each.

    Each field has, beside its values, those of one more document of average size, half of them wrong: the next body
    may be one that none of these resembles.
    """
    fields = list(rows)
    x, y, weight = [], [], []
    for i, field in enumerate(fields):
        w = np.array([SHIFT_WEIGHT.get(row.where, 0.0) for row in rows[field]])
        if not w.any():
            continue
        documents = {(row.where, row.document): SHIFT_WEIGHT.get(row.where, 0.0) for row in rows[field]}
        more = w.sum() / sum(documents.values())
        own = np.zeros((len(w) + 1, len(fields) + 2))
        own[:, 0] = np.append(odds[field], np.average(odds[field], weights=w))
        own[:, 1] = own[:, i + 2] = 1
        x.append(own)
        y.append(np.append([float(row.right) for row in rows[field]], 0.5))
        weight.append(np.append(w, more))
    start, pull = np.zeros(len(fields) + 2), np.full(len(fields) + 2, 2.0)
    start[0], pull[1] = 1.0, 0.1
    b = regress(np.concatenate(x), np.concatenate(y), np.concatenate(weight), start, pull)
    return float(b[0]), {field: float(b[1] + b[i + 2]) for i, field in enumerate(fields)}


def bars(
    rows: dict[str, list[Observation]], odds: dict[str, Numbers], slope: float, shifts: dict[str, float]
) -> dict[str, float]:
    """Step 3: the log odds from which a value of a field may say 0.9 or more; infinite if that would never be right."""
    found = {}
    for field, own in rows.items():
        chosen = np.array([row.where == "unseen" for row in own])
        right = np.array([row.right for row in own], float)[chosen]
        sure = slope * odds[field][chosen] + shifts[field]
        kept = [bar for bar in (SURE + 0.05 * i for i in range(80)) if _promised(right[sure >= bar])]
        found[field] = kept[0] if kept else np.inf
    return found


def _promised(right: Numbers) -> bool:
    """True if the promise would hold even with one more value, a wrong one: few values prove nothing."""
    return bool(right.sum() / (len(right) + 1) >= PROMISE)


def weights_file(fitted: dict[str, Fitted], slope: float, shifts: dict[str, float], limits: dict[str, float]) -> str:
    """What `data/confidence.json` holds: the weights of both steps in one, in hundredths of log odds."""
    fields: dict[str, object] = {}
    for field, fit in fitted.items():
        signs: dict[str, dict[str, int]] = {}
        for (name, sign), i in fit.columns.items():
            if weight := round(100 * slope * float(fit.weights[i])):
                signs.setdefault(name, {})[sign] = weight
        start = round(100 * (slope * float(fit.weights[0]) + shifts[field]))
        bar = round(100 * min(limits[field], NEVER))
        fields[field] = {
            "start": start,
            "bar": bar,
            "signs": {name: signs[name] for name in SIGNS[field] if name in signs},
        }
    about = "Weights of signs in hundredths of log odds, by field; `make confidence` fits them."
    return json.dumps({"about": about, "fields": fields}, indent=1, ensure_ascii=False) + "\n"


def fit_fields(found: list[Observation]) -> tuple[dict[str, list[Observation]], dict[str, Fitted]]:
    """Step 1 for every field, with the observations of each."""
    rows = {field: [row for row in found if row.field == field] for field in SIGNS}
    return rows, {field: fit_signs(field, rows[field]) for field in SIGNS}


def cross_validated(rows: dict[str, list[Observation]], fitted: dict[str, Fitted]) -> list[tuple[Observation, float]]:
    """Each unseen value with the confidence that a fit of all three steps without its document gives it."""
    found = []
    for k in range(FOLDS):
        inside = {field: np.array([fold_of(row) != k for row in own]) for field, own in rows.items()}
        kept = {f: [row for row, chosen in zip(own, inside[f], strict=True) if chosen] for f, own in rows.items()}
        odds = {field: fit.odds[inside[field]] for field, fit in fitted.items()}
        slope, shifts = fit_shifts(kept, odds)
        limits = bars(kept, odds, slope, shifts)
        for field, own in rows.items():
            for row, odd in zip(own, fitted[field].odds, strict=True):
                if row.where == "unseen" and fold_of(row) == k:
                    total = slope * float(odd) + shifts[field]
                    scale = Scale(round(100 * total), round(100 * min(limits[field], NEVER)), ())
                    found.append((row, scale.confidence(())))
    return found


def main() -> None:
    """Fit, and write the file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--unseen", type=Path, nargs="+", metavar="DIR", help="write measure/unseen.tsv anew from these"
    )
    folders = parser.parse_args().unseen
    if folders:
        write_unseen(folders)
    found = gather_observations()
    rows, fitted = fit_fields(found)
    odds = {field: fit.odds for field, fit in fitted.items()}
    slope, shifts = fit_shifts(rows, odds)
    WEIGHTS.write_text(weights_file(fitted, slope, shifts, bars(rows, odds, slope, shifts)), encoding="utf-8")
    print(f"{WEIGHTS.relative_to(ROOT)}: {len(found)} values of {len(SIGNS)} fields")


if __name__ == "__main__":
    main()
