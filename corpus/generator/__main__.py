"""python -m corpus.generator --part train --documents 9 --seed 1 --out DIR: minutes that nobody held, with answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from corpus.generator.document import Document
from corpus.generator.gold import Gold
from corpus.generator.layouts import layouts
from corpus.generator.parts import PARTS


def documents(part: str, number: int, seed: int) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Name, text, answers and spans of each document of a part; the same arguments give the same documents."""
    rows = layouts(part)
    for i in range(number):
        layout = rows[(i + seed) % len(rows)]
        rng = Random(f"{part}/{seed}/{i}")
        writer = Document(rng, layout).write()
        gold = Gold(writer, layout)
        spans = {"spans": gold.spans(), "layout": layout.name, "names": part}
        yield f"{part}-{seed}-{i:05}", writer.text, gold.record(), spans


def main() -> None:
    """Write the documents of a part into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name, text, gold, spans in documents(args.part, args.documents, args.seed):
        (args.out / f"{name}.txt").write_bytes(text.encode())
        (args.out / f"{name}.gold.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        (args.out / f"{name}.spans.json").write_text(json.dumps(spans) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
