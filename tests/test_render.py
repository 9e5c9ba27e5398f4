"""Documents of the corpus, rendered to files and read back, keep their answers."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from minuteparse.evaluate import evaluate_folder

NAMES = ("seed", "c03", "c18")
SHAPES = {"docx": 0.02, "html": 0.02, "odt": 0.02, "rtf": 0.02, "pdf": 0.05}


@pytest.fixture(scope="module")
def render(root: Path) -> Iterator[ModuleType]:
    """The renderer, which lives beside the corpus and not in the package."""
    sys.path.insert(0, str(root))
    yield importlib.import_module("corpus.render.__main__")
    sys.path.remove(str(root))


@pytest.fixture(scope="module")
def files(render: ModuleType, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some documents in each shape, a folder a shape, and as text."""
    out = tmp_path_factory.mktemp("shapes")
    for name in NAMES:
        text = (root / "corpus" / "gold" / f"{name}.txt").read_text(encoding="utf-8")
        answers = (root / "corpus" / "gold" / f"{name}.gold.json").read_text(encoding="utf-8")
        for shape, data in {"text.txt": text.encode(), **render.render(text, json.loads(answers))}.items():
            folder = out / shape.partition(".")[0]
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.{shape.partition('.')[2]}").write_bytes(data)
            (folder / f"{name}.gold.json").write_text(answers, encoding="utf-8")
    return out


@pytest.mark.parametrize("shape", ["word", "site", "system", "open", "rich", "one-column", "two-columns"])
def test_a_rendered_document_scores_as_its_text_does(shape: str, files: Path) -> None:
    """Word and web pages lose at most 0.02 of the score of the text, PDF at most 0.05; no law is broken."""
    found = evaluate_folder(files / shape, model=None)
    kind = next(p.suffix[1:] for p in (files / shape).iterdir() if p.suffix != ".json")
    assert not found.failed
    assert not found.broken
    assert found.tally.mean() >= evaluate_folder(files / "text", model=None).tally.mean() - SHAPES[kind]
