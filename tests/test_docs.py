"""What the documentation claims is run."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scripts import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "corpus" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


GENERATE = load(ROOT / "docs" / "generate.py")
SHOWN = re.findall(r"^\$ (.*)$", README, re.M)
COMMANDS = [command for command in SHOWN if "dataset" not in command]  # test_archive_docs.py runs the others
PYTHON = re.findall(r"```python\n(.*?)```", README, re.S)


def test_the_readme_prints_what_is_printed() -> None:
    """The worked example, the explanation and the scores are real output; `make docs` writes them anew."""
    assert GENERATE.render(README) == README
    assert README.count("<!-- output of") == 7


def test_the_page_on_exports_prints_what_is_printed() -> None:
    """Losses, excerpts and Python are real output; `make docs` writes them anew."""
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert GENERATE.render(page) == page
    assert page.count("<!-- output of") >= 4


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_readme_run(command: str, tmp_path: Path) -> None:
    """Each command of the README exits with 0; what it would write goes elsewhere."""
    GENERATE.run(re.sub(r"(records\.jsonl|page\.html|seed\.xlsx)$", rf"{tmp_path}/\1", command))


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_the_readme_runs(code: str) -> None:
    """Each Python block runs without a warning, and prints."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout


def test_there_is_something_to_run() -> None:
    """The README shows every command that ends by itself, and the library."""
    shown = {command.split("minuteparse ")[1].split()[0] for command in SHOWN}
    assert shown == {
        *("parse", "explain", "text", "schema", "evaluate", "ingest", "verify", "view", "export", "report")
    }
    assert len(PYTHON) == 2


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    """A relative link names a file, an anchor a heading."""
    text = path.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.M)
    }
    for link in re.findall(r"\]\(([^)]+)\)", text):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        assert (path.parent / name).exists(), link
        assert not anchor or anchor in headings, link


def test_make_targets_that_are_named_exist() -> None:
    """`make X` in any page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {name for page in PAGES for name in re.findall(r"make ([a-z]+)[`\n]", page.read_text(encoding="utf-8"))}
    assert {"demo", "test", "check", "docs", "bench"} <= named <= targets


def test_every_dependency_has_its_line() -> None:
    """docs/dependencies.md names what pyproject.toml asks for, and nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    plain, extra = page.split("Some need an extra")
    assert re.findall(r"^- `([\w-]+)`:", plain, re.M) == sorted(
        re.split(r"[<>=!~]", n)[0] for n in project["dependencies"]
    )
    extras = {name: wanted for name, wanted in project["optional-dependencies"].items() if name != "all"}
    asked = sorted({re.split(r"[<>=!~]", name)[0] for wanted in extras.values() for name in wanted})
    lines = re.findall(r"^- `([\w-]+)` \(extra `(\w+)`\):", extra, re.M)
    assert [name for name, _ in lines] == asked
    assert all(any(wanted.startswith(name) for wanted in extras[group]) for name, group in lines)


def test_the_rule_in_the_guide_holds(tmp_path: Path) -> None:
    """The example of docs/rules.md is a rule that loads: its examples are found, its near misses are not."""
    (block,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.S)
    (entry,) = tomllib.loads(block)["rule"]
    pattern = re.compile(f"(?{entry['flags']})" + entry["pattern"])
    assert all(pattern.search(example) for example in entry["examples"])
    assert not any(pattern.search(miss) for miss in entry["near_misses"])
    assert entry["why"]


def test_the_changelog_has_an_entry_for_what_is_unreleased() -> None:
    """A change without an entry does not land."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = changelog.split("## [Unreleased]")[1].split("\n## ")[0]
    assert re.search(r"^- ", unreleased, re.M)


def test_the_record_page_names_every_part(root: Path) -> None:
    """docs/record.md has a row for each key of the record and of an item's findings."""
    from minuteparse.record import Item, Minutes

    page = (root / "docs" / "record.md").read_text(encoding="utf-8")
    for key in Minutes.model_fields:
        assert f"| `{key}` |" in page
    for key in ("decisions", "actions", "votes", "declarations", "people", "dates"):
        assert key in Item.model_fields
        assert f"| `items[].{key}` |" in page
