"""Put a trained pipeline where the package loads it: `finish.py TRAINED DATA.json OUT`.

What only training needs is left out: words seen in training are told by their hashes alone.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import spacy
from spacy.strings import StringStore

VERSION = "1.0"


def main(trained: Path, data: Path, out: Path) -> None:
    """Write the pipeline without the strings of its training texts, with the hash of its data in its description."""
    nlp = spacy.load(trained)
    made = json.loads(data.read_text(encoding="utf-8"))
    nlp.meta |= {
        "name": "minutes",
        "version": f"{VERSION}+{made['sha256']['train'][:8]}",
        "description": "Names, roles and bodies in minutes; made by `make model` from corpus/ alone.",
        "author": "",
        "license": "MIT",
    }
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vectors", "lookups"])
    labels = StringStore(["PERSON", "ROLE", "BODY", "en"])
    labels.to_disk(out / "vocab" / "strings.json")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.2f} MB")
    if size > 6e6:
        raise SystemExit("the weights are larger than 6 MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
