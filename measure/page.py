"""Write `docs/accuracy.md`: `python -m measure.page`. Every figure of the page is worked out here, none is copied."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from measure.fit import WEIGHTS, cross_validated, fit_fields, gather_observations
from measure.left_out import ROOT, Kind, kinds, without_each
from measure.observe import answered, of_folder
from measure.read import Reading, read
from measure.reliability import by_confidence, by_field, by_set
from measure.unseen import read_unseen

from minuteparse.confidence.weights import confidence
from minuteparse.evaluate.confusion import NOTHING

SETS = {
    "1": "real minutes",
    "2": "invented minutes, some damaged",
    "3": "invented minutes, other layouts",
    "4": "ordinary ones",
    "5": "ordinary ones, later",
    "6": "ordinary ones, later still",
    "7": "commonest layouts",
}
PAGE = ROOT / "docs" / "accuracy.md"
HEAD = """# Accuracy

How often the record is right: on documents that the rules were written with, on kinds of bodies that they were not
written with, and on documents that nothing was tuned to. All of this page is written by `make accuracy`.

- *Seen*: `corpus/gold`, `corpus/hand` and `corpus/later`. Whoever writes a rule may read them.
- *Left out*: the same documents, each read without the rules, and without the words of word lists, that only documents
  of its kind of body speak for (`corpus/kinds.toml`, `measure/left_out.py`). What the code itself knows is not taken
  away, so the fall is a lower bound of what an unknown kind of body costs.
- *Unseen*: `corpus/held`. Its scores are looked at in sum only; whoever reads what was missed moves the document.

A *strict* score is the one that `minuteparse evaluate` prints. A *soft* score gives a finding that is nearly right a
part of the point (the token F1 of its text); where it is empty, nothing can be nearly right.
"""
CONFIDENCE = """## Confidence

Each value of a record has a `confidence`: how often values with the same evidence were right. The evidence is what the
finished record shows: which rule found the value, its length, what stands around it, whether the attendance knows the
name, whether an issue doubts it (`minuteparse.confidence.signs`). It is weighed by logistic regression
(`make confidence`). The scale is set on documents that nothing had been tuned to when they were first read, of which
the repository keeps the signs and verdicts alone (`measure/unseen.tsv`). The promise is that of the values with 0.9 or
more at least 95 % are right; where the evidence of a field cannot keep it, its values say 0.89 at most.

What is right: an attendance entry with its name and status, an item with its number, title and kind, a decision with
its text and kind, an action with its text, owners and day, a vote with its counts, mover and seconder, a declaration
with its member and interest, a person with the name. Roles, parties and the bounds of items have no confidence of their
own. Confidence says nothing of what was not found.

*Cross-validated*: the {documents} unseen documents of the fit, each weighed by a fit without it. *Held*: `corpus/held`,
which the fit never reads. Written with the weights {fingerprint}.
"""


def main() -> None:
    """Measure, and write the page. The kinds come first: nothing may have been parsed before them."""
    found = kinds()
    observations = gather_observations()  # also runs the kinds apart, before this process parses
    parts = [HEAD]
    readings = without_each(_read_kind, found)
    left_out, seen = Reading(), Reading()
    by_kind = []
    for kind, reading in zip(found, readings, strict=True):
        full = read(kind.documents)
        by_kind.append((kind, full, reading))
        left_out.add(reading)
        seen.add(full)
    unseen = read(answered(ROOT / "corpus" / "held"))
    parts += [*_scores(seen, left_out, unseen), *_kinds(by_kind), *_statuses(seen, left_out, unseen)]
    parts += [*_whole(seen, left_out, unseen), *_confusions(left_out)]
    parts.append(CONFIDENCE.format(fingerprint=fingerprint(), documents=len({r.document for r in read_unseen()})))
    weighed = cross_validated(*fit_fields(observations))
    crossed = [(row.field, sure, row.right) for row, sure in weighed]
    sets = [(SETS[row.document[0]], said) for (row, _), said in zip(weighed, crossed, strict=True)]
    held = [(row.field, confidence(row.field, row.signs), row.right) for row in of_folder("held", ROOT / "corpus/held")]
    parts += [_table(*by_confidence(crossed, held)), "### By field\n", _table(*by_field(crossed, held))]
    parts += ["### Cross-validated, by set of documents\n", _table(*by_set(sets))]
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {seen.documents} documents seen, {unseen.documents} unseen")


def fingerprint() -> str:
    """Of the file of weights: a page with another one is out of date."""
    return hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:12]


def _read_kind(kind: Kind) -> Reading:
    return read(kind.documents)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _scores(seen: Reading, left_out: Reading, unseen: Reading) -> Iterable[str]:
    strict = [r.strict.scores() for r in (seen, left_out, unseen)]
    soft = [r.soft.scores() for r in (seen, left_out, unseen)]
    rows = []
    for name in strict[0]:
        f1 = [s[name].f1 if name in s else None for s in strict]
        gap = f1[0] - f1[2] if f1[0] is not None and f1[2] is not None else None
        answers = str(strict[2][name].gold) if name in strict[2] else "0"
        rows.append([name, *map(_figure, f1), _figure(gap), *(_figure(s.get(name)) for s in soft), answers])
    means = [r.strict.mean() for r in (seen, left_out, unseen)]
    soft_means = [sum(s.values()) / len(s) for s in soft]
    rows.append(["**mean**", *map(_figure, means), _figure(means[0] - means[2]), *map(_figure, soft_means), ""])
    yield "## Seen and unseen\n"
    yield (
        f"F1 by field, on {seen.documents} documents seen and {unseen.documents} unseen. The mean of the soft columns "
        "is over the fields that have one. The last column counts the answers of the unseen documents: with few of "
        "them a score says little.\n"
    )
    head = ["Field", "Seen", "Left out", "Unseen", "Seen - unseen", "Soft: seen", "Left out", "Unseen", "Answers"]
    yield _table(head, rows)


def _kinds(by_kind: list[tuple[Kind, Reading, Reading]]) -> Iterable[str]:
    yield "## A kind of body left out\n"
    yield "The mean F1 on each kind, with all rules and words, and without those that it alone speaks for.\n"
    rows = [
        [
            kind.name.replace("_", " "), str(full.documents), str(len(kind.rules)), str(len(kind.words)),
            _figure(full.strict.mean()), _figure(less.strict.mean()), _figure(full.strict.mean() - less.strict.mean()),
        ]
        for kind, full, less in by_kind
    ]  # fmt: skip
    yield _table(["Kind of body", "Documents", "Rules left out", "Words", "All", "Left out", "Fall"], rows)


def _statuses(seen: Reading, left_out: Reading, unseen: Reading) -> Iterable[str]:
    yield "## Attendance by status\n"
    yield "F1 of name and status. The macro score counts each status alike, however rare it is.\n"
    readings = (seen, left_out, unseen)
    scores = [r.confusion.by_status() for r in readings]
    rows = [
        [status.replace("_", " "), *(_figure(s[status].f1 if status in s else None) for s in scores)]
        + [str(s[status].gold) if status in s else "0" for s in (scores[0], scores[2])]
        for status in scores[0]
    ]
    rows.append(["**macro**", *(_figure(r.confusion.macro()) for r in readings), "", ""])
    yield _table(["Status", "Seen", "Left out", "Unseen", "Answers seen", "Unseen"], rows)


def _whole(seen: Reading, left_out: Reading, unseen: Reading) -> Iterable[str]:
    yield "## Whole documents\n"
    yield (
        "The share of documents in which nothing of a part is extra or missing, of those that have the part. "
        "*attendance* is with roles, parties and substitutes, *people* without roles.\n"
    )
    rates = [r.whole.rates() for r in (seen, left_out, unseen)]
    rows = [
        [part, *(_figure(r.get(part)) for r in rates), str(seen.whole.asked[part]), str(unseen.whole.asked[part])]
        for part in rates[0]
    ]
    yield _table(["Part", "Seen", "Left out", "Unseen", "Documents seen", "Unseen"], rows)


def _confusions(reading: Reading) -> Iterable[str]:
    yield "## What is taken for what\n"
    yield (
        f"On the documents with their kind of body left out. Rows are the answers, columns what was found; `{NOTHING}` "
        "stands for what was not found (column) or is not there (row). Statuses are those of one name.\n"
    )
    for name, cells in reading.confusion.cells.items():
        labels = [*sorted({label for pair in cells for label in pair} - {NOTHING}), NOTHING]
        rows = [[wanted, *(str(cells[wanted, given] or "") for given in labels)] for wanted in labels]
        yield f"### {name}\n"
        yield _table(["", *labels], rows)


if __name__ == "__main__":
    main()
