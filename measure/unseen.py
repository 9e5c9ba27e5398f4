"""Documents that nothing was tuned to, kept as figures alone: `measure/unseen.tsv`.

A line is a value: document (a number), field, 1 if it is right, and its signs. No word of a document and no name stands
in it. The lines are what the parser made of the documents when it first met them, so that they say how sure it may be
of documents that it meets next. The set stands before the document's number: 1 are real minutes, mostly of parishes; 2
and 3 are invented ones of all kinds of bodies, some of them damaged as conversion damages them; 4 to 7 are ordinary
invented ones, each set written and read later than the one before, the last in the commonest layouts.
"""

from __future__ import annotations

from pathlib import Path

from measure.observe import Observation, of_folder

UNSEEN = Path(__file__).parent / "unseen.tsv"


def read_unseen() -> list[Observation]:
    """The observations of the file, in its order."""
    rows = [line.split("\t") for line in UNSEEN.read_text(encoding="utf-8").splitlines()]
    return [Observation("unseen", name, field, tuple(signs), right == "1") for name, field, right, *signs in rows]


def write_unseen(folders: list[Path]) -> None:
    """Write the file anew from `folders` of `NAME.txt` with `NAME.gold.json`."""
    lines = []
    for i, folder in enumerate(folders):
        numbers: dict[str, int] = {}
        for row in of_folder("unseen", folder):
            n = numbers.setdefault(row.document, len(numbers) + 1)
            lines.append("\t".join((f"{i + 1}-{n:02}", row.field, str(int(row.right)), *row.signs)))
    UNSEEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
