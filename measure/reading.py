"""A hundred real documents, read by eye beside their records: `measure/reading.jsonl` becomes `docs/reading.md`.

Each line has a document, how many values of header, attendance and items were right, wrong and missing, and what was
wrong, with its cause. It holds no words of the documents.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FIGURES = Path(__file__).parent / "reading.jsonl"
PAGE = ROOT / "docs" / "reading.md"
FIELDS = ("header", "attendance", "items")
HEAD = """# Real documents, read by eye

{documents} documents of thirteen real bodies, drawn at random (seed 20261123) from those that nobody had read before,
were read beside their records on 23 November 2026. A value is *right* if a researcher could cite it: an attendance
entry with its person and status, an item with its number, title and both ends of its body. What was found and mended
since is not counted again. The figures are in `measure/reading.jsonl`; `make accuracy` writes this page from them.
"""


def main() -> None:
    """Write the page."""
    rows = [json.loads(line) for line in FIGURES.read_text(encoding="utf-8").splitlines()]
    parts = [HEAD.format(documents=len(rows)), *_totals(rows), *_causes(rows), *_documents(rows)]
    PAGE.write_text("\n".join(parts) + "\n", encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(rows)} documents")


def _totals(rows: list[dict[str, Any]]) -> list[str]:
    lines = [
        "| | right | wrong | missing | of those given right | of those there found right |",
        "|---|---|---|---|---|---|",
    ]
    for field in FIELDS:
        right, wrong, missing = (sum(row[field][k] for row in rows) for k in range(3))
        given, there = right / (right + wrong), right / (right + wrong + missing)
        lines.append(f"| {field} | {right} | {wrong} | {missing} | {given:.3f} | {there:.3f} |")
    return [*lines, "", "*There* counts wrong values as values that are there, though some are inventions.\n"]


def _causes(rows: list[dict[str, Any]]) -> list[str]:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for said in row["wrong"]:
            counts[said["field"], said["cause"]] += said["count"]
    lines = ["## Causes\n", "| field | cause | values |", "|---|---|---|"]
    ordered = sorted(counts.items(), key=lambda one: (FIELDS.index(one[0][0]), -one[1], one[0]))
    return [*lines, *(f"| {field} | {cause} | {n} |" for (field, cause), n in ordered), ""]


def _documents(rows: list[dict[str, Any]]) -> list[str]:
    lines = ["## What was wrong, by document\n"]
    whole = sum(not row["wrong"] for row in rows)
    lines.append(f"In {whole} documents nothing was. In the others:\n")
    for row in rows:
        if row["wrong"]:
            said = "; ".join(f"{s['field']}: {s['what']} ({s['count']})" for s in row["wrong"])
            lines.append(f"- `{row['doc']}`: {said}")
    return lines


if __name__ == "__main__":
    main()
