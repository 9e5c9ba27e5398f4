"""The shape of the house: small rooms with plain names, nothing slow at import, rules that hold."""

import ast
import json
import logging
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import minuteparse
from minuteparse.rules import rules

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "minuteparse"
MODULES = sorted(SOURCE.rglob("*.py"))
GROUPS = sorted(
    p.stem for p in (SOURCE / "data").glob("*.toml") if tomllib.loads(p.read_text(encoding="utf-8")).get("rule")
)
SLOW = (
    *("spacy", "typer", "rich", "dateparser", "charset_normalizer", "numpy", "jinja2", "fastapi", "uvicorn", "pebble"),
    *("pyarrow", "duckdb", "matplotlib"),
)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_are_small_and_say_what_they_are(path: Path) -> None:
    """At most 300 lines, a docstring, and a name that refuses what does not belong."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text))
    assert path.stem not in {"utils", "helpers", "core", "common", "misc", "base"}


def test_importing_the_package_loads_nothing_slow() -> None:
    """The terminal and the date library wait until they are needed."""
    program = f"import sys, json, minuteparse; print(json.dumps([m for m in {SLOW!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(done.stdout) == []


def test_importing_the_package_reads_no_rule() -> None:
    """No work at import: rules are compiled on first use."""
    program = (
        "import minuteparse; from minuteparse.rules import rules, words; print(rules.cache_info(), words.cache_info())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.count("currsize=0") == 2


def test_all_names_what_is_exported() -> None:
    """Each name of `__all__` is there."""
    assert sorted(minuteparse.__all__) == ["Minutes", "__version__", "load_dataset", "parse", "parse_file"]
    assert all(hasattr(minuteparse, name) for name in minuteparse.__all__)


def test_the_library_is_quiet_and_typed() -> None:
    """Its logger has a NullHandler; the marker for type checkers is shipped."""
    assert any(isinstance(h, logging.NullHandler) for h in logging.getLogger("minuteparse").handlers)
    assert (SOURCE / "py.typed").exists()


@pytest.mark.parametrize("group", GROUPS)
def test_rules_load_with_examples_near_misses_and_reasons(group: str) -> None:
    """Loading tries each example and near miss; none is empty."""
    for rule in rules(group):
        assert rule.id.startswith(f"{group}.")
        assert rule.examples
        assert rule.near_misses
        assert len(rule.why) >= 10


@pytest.mark.parametrize("group", GROUPS)
def test_every_rule_is_used(group: str) -> None:
    """A rule that no code asks for, by its group or by its name, is dead."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    whole = f'rules("{group}")' in code
    assert whole or all(f'"{rule.id.partition(".")[2]}"' in code for rule in rules(group))


def test_versions_are_locked_by_hash_and_name_no_place() -> None:
    """Locks pin each release by hash; no index, address or path of a machine stands in them."""
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [path.name for path in locks] == ["build.txt", "dev.txt", "run.txt", "schemas.txt"]
    for path in locks:
        text = path.read_text(encoding="utf-8")
        assert "==" in text
        assert "--hash=sha256:" in text
        assert not any(word in text for word in ("://", "--index", "--find-links", "--trusted"))


def test_the_layers_name_every_module() -> None:
    """A new module stands in a layer, so that the direction of imports is checked for it too."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    named = {name.strip() for layer in contract["layers"] for name in layer.replace(":", "|").split("|")}
    modules = {
        p.stem if p.suffix else p.name for p in SOURCE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    }
    assert modules - {"__init__"} == named
