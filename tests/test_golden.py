"""Whole records, kept in tests/golden and read in every change. `UPDATE_GOLDEN=1` writes them anew."""

import os
from pathlib import Path

import pytest

from minuteparse import parse_file

NAMES = ["seed", "c05", "d03", "d10"]
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_the_golden_one(name: str, root: Path) -> None:
    """Any change of a record shows as a change of its golden file."""
    record = parse_file(root / "corpus" / "gold" / f"{name}.txt").model_dump_json(indent=1) + "\n"
    path = root / "tests" / "golden" / f"{name}.json"
    if UPDATE:
        path.write_text(record, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == record


def test_golden_files_are_not_rewritten_in_ci() -> None:
    """A run that writes its own answers proves nothing."""
    assert not (UPDATE and os.environ.get("CI"))


def test_no_golden_file_is_left_over(root: Path) -> None:
    """Each file in tests/golden belongs to a test."""
    assert sorted(path.stem for path in (root / "tests" / "golden").glob("*.json")) == sorted(NAMES)
