"""Make the training and development data of the pipeline from the corpus alone: `prepare.py --out DIR`.

The synthetic part is generated anew; of the documents written by hand those with an even number are used, with other
names put in the place of theirs. Same arguments, same bytes: the hash of the data is printed, and stands in the card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from by_hand import annotated, renamed
from disturb import disturbed
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from minuteparse.language import Flat
from minuteparse.sentences import sentences
from minuteparse.text import from_text

ROOT = Path(__file__).parent.parent
SEED = 20
Spans = list[tuple[int, int, str]]
MISSING = "?"
"""The label of a stretch of which the data do not say what it is."""


def generate(part: str, documents: int, seed: int, out: Path) -> list[tuple[str, Spans]]:
    """Texts of one part of the synthetic corpus, with their spans."""
    folder = out / part
    command = ["--part", part, "--documents", str(documents), "--seed", str(seed), "--out", str(folder)]
    subprocess.run([sys.executable, "-m", "corpus.generator", *command], cwd=ROOT, check=True)
    found = []
    for path in sorted(folder.glob("*.spans.json")):
        text = path.with_name(path.name.replace(".spans.json", ".txt")).read_bytes().decode()
        spans = [(start, end, label) for start, end, label in json.loads(path.read_text(encoding="utf-8"))["spans"]]
        found.append((text, sorted(spans)))
    return found


def passages(text: str, spans: Spans, chance: random.Random) -> Iterator[tuple[str, Spans]]:
    """Groups of sentences as the pipeline will get them, with the spans that lie in them."""
    source = from_text(text)
    group: list[tuple[int, int]] = []
    size = chance.randint(1, 8)
    for start, end in sentences(source, 0, len(text)):
        named = any(s < end and e > start for s, e, _ in spans)
        if not named and chance.random() < 0.6:
            continue
        group.append((start, end))
        if len(group) == size:
            yield _flat(source.folded, group, spans)
            group, size = [], chance.randint(1, 8)
    if group:
        yield _flat(source.folded, group, spans)


def _flat(folded: str, group: list[tuple[int, int]], spans: Spans) -> tuple[str, Spans]:
    flat = Flat(folded, group)
    inside = []
    for s, e, label in spans:
        if any(start <= s and e <= end for start, end in group):
            a, b = flat.forth(s), flat.forth(e - 1) + 1
            inside.append((a, b, label))
    return flat.text, inside


def document(nlp: spacy.Language, text: str, spans: Spans) -> Doc:
    """`text` as a spaCy document with its entities set."""
    doc = nlp.make_doc(text)
    found = [doc.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in spans]
    kept = filter_spans([span for span in found if span is not None])
    doc.set_ents(
        [span for span in kept if span.label_ != MISSING],
        missing=[span for span in kept if span.label_ == MISSING],
        default="outside",
    )
    return doc


def save(name: str, examples: list[tuple[str, Spans]], out: Path) -> str:
    """Write examples as `NAME.spacy`; their hash."""
    nlp = spacy.blank("en")
    DocBin(docs=[document(nlp, text, spans) for text, spans in examples]).to_disk(out / f"{name}.spacy")
    return hashlib.sha256(json.dumps(examples, ensure_ascii=False).encode()).hexdigest()


def main() -> None:
    """Write train.spacy, dev.spacy and data.json into the folder asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--documents", type=int, default=1500, help="synthetic documents to train on")
    options.add_argument("--hand", type=int, default=20, help="how often each document written by hand is retold")
    asked = options.parse_args()
    asked.out = asked.out.resolve()
    asked.out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    train = generate("train", asked.documents, SEED, asked.out) if asked.documents else []
    few = asked.documents // 15
    dev, test = (generate(part, few, SEED, asked.out) if few else [] for part in ("dev", "test"))
    names = [text[s:e] for text, spans in train for s, e, label in spans if label == "PERSON"]
    hand = annotated(ROOT / "corpus" / "hand")
    retold = [renamed(text, spans, names, chance) for text, spans in hand for _ in range(asked.hand)]
    examples = [p for text, spans in (*train, *retold, *hand) for p in passages(text, spans, chance)]
    examples = [disturbed(text, spans, chance) for text, spans in examples]
    chance.shuffle(examples)
    parts = {"train": examples}
    for name, documents in (("dev", dev or hand), ("test", test)):
        parts[name] = [p for text, spans in documents for p in passages(text, spans, chance)]
    hashes = {name: save(name, found, asked.out) for name, found in parts.items()}
    counts = {"documents": len(train), "hand": len(hand), **{name: len(found) for name, found in parts.items()}}
    (asked.out / "data.json").write_text(json.dumps({"seed": SEED, **counts, "sha256": hashes}, indent=1) + "\n")
    print(json.dumps({**counts, "sha256": hashes}))


if __name__ == "__main__":
    main()
