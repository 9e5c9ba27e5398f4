"""The Frictionless data package: valid by Frictionless itself, and found invalid once it is damaged."""

import json
from pathlib import Path
from typing import Any

import pytest

from exports import full_entry, gold_entries
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName


def errors_of(folder: Path) -> list[Any]:
    """What Frictionless finds wrong with the package in `folder`: types, keys, links, hashes and sizes."""
    pytest.importorskip("frictionless")
    from frictionless import Package

    report = Package(str(folder / "datapackage.json")).validate()
    return [error.type for task in report.tasks for error in task.errors] + [error.type for error in report.errors]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents of corpus/gold, and a record that says something everywhere."""
    folder = tmp_path_factory.mktemp("export") / "package"
    export([*gold_entries(), full_entry()], TargetName.FRICTIONLESS, folder)
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_frictionless_finds_nothing_wrong(made: Path) -> None:
    """Every table is of its schema, every link leads to a row, every hash is the file's."""
    assert errors_of(made) == []
    described = json.loads((made / "datapackage.json").read_bytes())
    assert len(described["resources"]) == 11


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_frictionless_finds_a_link_that_leads_nowhere(made: Path, tmp_path: Path) -> None:
    """A decision of another item is noticed, and that the file is not the one that was written."""
    for path in made.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = (tmp_path / "decisions.csv").read_text(encoding="utf-8")
    (tmp_path / "decisions.csv").write_text(table.replace("/items/1,", "/items/99,", 1), encoding="utf-8")
    assert {"foreign-key", "hash-count"} <= set(errors_of(tmp_path))
