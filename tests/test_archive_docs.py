"""What the documentation of archives claims is run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from archives import run
from scripts import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


GENERATE = load(ROOT / "docs" / "generate_archives.py")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `dataset`, made, checked and reported on by the commands that the README shows."""
    folder = tmp_path_factory.mktemp("readme")
    commands = [c for c in re.findall(r"^\$ minuteparse (.*)$", README, re.M) if "dataset" in c]
    assert len(commands) == 3
    for command in commands:
        words = [word.strip('"').replace("corpus/", f"{ROOT}/corpus/") for word in command.split()]
        done = run(*[str(folder / word) if word in {"dataset", "report.html"} else word for word in words])
        assert done.returncode == 0, done.stderr
    return folder


def test_the_queries_of_the_readme_print_what_is_printed(made: Path) -> None:
    """Three queries with their results; `make docs` writes them anew."""
    assert GENERATE.queries(README, made) == README
    assert len(GENERATE._QUERY.findall(README)) == 3


def test_the_page_on_scale_has_what_is_reckoned() -> None:
    """Its tables are those that the figures of the last measurement give."""
    page = GENERATE.SCALE.read_text(encoding="utf-8")
    assert GENERATE.scale(page) == page
    assert "1 billion" in page


def test_the_benchmark_measures(tmp_path: Path) -> None:
    """A small archive goes through: the same bytes with one worker and two, and after it was killed."""
    program = [sys.executable, str(ROOT / "benchmarks" / "archive.py"), "--no-model"]
    written = tmp_path / "figures.json"
    done = subprocess.run(
        [*program, "--documents", "60", "--kills", "1", "--write", str(written)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "gave the same bytes: True" in done.stdout
    scale = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "scale.py"), str(written)], capture_output=True, check=True
    )
    assert b"1 billion" in scale.stdout
