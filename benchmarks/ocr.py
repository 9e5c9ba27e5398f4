"""How much of a record survives print and scan: documents with answers, drawn, read back by OCR, and scored.

    python benchmarks/ocr.py corpus/gold [--documents 12] [--seed 1]

Each document is set as PDF pages in one column and in two, drawn as pictures, put into a PDF without text, and read
with `--ocr`. "worn" pages are turned by half a degree, blurred and speckled. Needs Tesseract.
"""

from __future__ import annotations

import argparse
import importlib
import io
import json
import sys
import time
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image, ImageFilter

from minuteparse.evaluate.answers import from_gold, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.tally import Tally
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source
from minuteparse.text import Source, from_text

ROOT = Path(__file__).parent.parent
WAYS = {"300 dpi": (300, False), "200 dpi": (200, False), "300 dpi, worn": (300, True)}


def scanned(pdf: bytes, dots: int, *, worn: bool, rng: Random) -> tuple[bytes, int]:
    """A PDF of pictures of the pages of `pdf`, and how many there are."""
    pages = [page.render(scale=dots / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    if worn:
        pages = [_worn(page, rng) for page in pages]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dots)
    return out.getvalue(), len(pages)


def _worn(page: Image.Image, rng: Random) -> Image.Image:
    page = page.rotate(rng.uniform(-0.5, 0.5), fillcolor=255, resample=Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(1.2))
    for _ in range(3000):
        page.putpixel((rng.randrange(page.width), rng.randrange(page.height)), rng.randrange(120))
    return page


def score(tally: Tally, answers: dict[str, object], source: Source) -> None:
    """Add the record of `source` to `tally`."""
    compare(from_gold(answers), from_record(parse_source(source), source.text), tally, source.name or "")


def main() -> None:
    """Print the mean score of the texts, and of each kind of scan, with the seconds a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    render = importlib.import_module("corpus.render.__main__").render
    rng = Random(args.seed)
    names = sorted(path.name.removesuffix(".gold.json") for path in args.folder.glob("*.gold.json"))
    names = sorted(rng.sample(names, min(args.documents, len(names))))
    tallies: dict[str, Tally] = {"text": Tally()}
    clock: dict[str, list[float]] = {}
    for name in names:
        text = (args.folder / f"{name}.txt").read_text(encoding="utf-8")
        answers = json.loads((args.folder / f"{name}.gold.json").read_text(encoding="utf-8"))
        made = render(text, answers)
        score(tallies["text"], answers, from_text(text))
        for columns in ("one-column", "two-columns"):
            score(tallies.setdefault(f"{columns}, text layer", Tally()), answers, read_source(made[f"{columns}.pdf"]))
            for way, (dots, worn) in WAYS.items():
                data, count = scanned(made[f"{columns}.pdf"], dots, worn=worn, rng=rng)
                start = time.perf_counter()
                source = read_source(data, name=name, ocr=True)
                clock.setdefault(way, []).append((time.perf_counter() - start) / count)
                score(tallies.setdefault(f"{columns}, scan at {way}", Tally()), answers, source)
    print(f"{len(names)} documents")
    for what, tally in tallies.items():
        print(f"{tally.mean():.4f} {what}")
    for way, seconds in clock.items():
        print(f"{sum(seconds) / len(seconds):.1f} s a page at {way}")


if __name__ == "__main__":
    main()
