"""python -m corpus.render FOLDER --out DIR: each document in eight files, a folder a shape, with its answers."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

from corpus.render.blocks import blocks_of, running_head
from corpus.render.pages import pdf_file
from corpus.render.plainer import markdown, open_document, rich_text
from corpus.render.web import site_page, system_page
from corpus.render.word import word_file


def render(text: str, gold: dict[str, Any]) -> dict[str, bytes]:
    """The document in each shape, by the name of its folder, which ends as the file does."""
    blocks = blocks_of(text, gold)
    head = running_head(gold)
    return {
        "word.docx": word_file(blocks, head),
        "site.html": site_page(blocks),
        "system.html": system_page(blocks),
        "one-column.pdf": pdf_file(blocks, head, columns=False, font="Helvetica"),
        "open.odt": open_document(blocks),
        "rich.rtf": rich_text(blocks),
        "markdown.md": markdown(blocks),
        "two-columns.pdf": pdf_file(blocks, head, columns=True, font="Times-Roman"),
    }


def main() -> None:
    """Write the files of a folder of documents with answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    for answers in sorted(args.folder.glob("*.gold.json")):
        name = answers.name.removesuffix(".gold.json")
        text = (args.folder / f"{name}.txt").read_text(encoding="utf-8")
        for shape, data in render(text, json.loads(answers.read_text(encoding="utf-8"))).items():
            folder = args.out / shape.partition(".")[0]
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.{shape.partition('.')[2]}").write_bytes(data)
            shutil.copy(answers, folder)


if __name__ == "__main__":
    main()
