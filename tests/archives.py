"""What the tests of archives share: invented minutes, runs of the command, and the bytes of a dataset."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

NAMES = ("A Bell", "T Marsh", "J Quill", "R Thorne", "P Okoro", "S Vane")


def minutes_of(i: int) -> str:
    """The minutes of a meeting that nobody held; each number gives others."""
    there, away = NAMES[i % 6], NAMES[(i + 1) % 6]
    return (
        f"ELMBROOK PARISH COUNCIL\n\nMinutes of the meeting held on {i % 28 + 1} March 2023 at 7.00pm\n\n"
        f"Present: Councillor {there} (Chair), Councillor {NAMES[(i + 2) % 6]}\nApologies: Councillor {away}\n\n"
        f"1. DECLARATIONS OF INTEREST\n\nCouncillor {there} declared a personal interest in item 3.\n\n"
        f"2. ALLOTMENT {i}\n\nProposed by Councillor {there}, seconded by Councillor {NAMES[(i + 2) % 6]}.\n"
        f"RESOLVED: That plot {i} be let.\n\nACTION: The Clerk to write to the tenant by 14 April 2023.\n\n"
        "3. DATE OF NEXT MEETING\n\n3 April 2023\n"
    )


def folder_of(folder: Path, numbers: Iterable[int]) -> Path:
    """A folder with such minutes, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for i in numbers:
        (folder / f"{i:04}.txt").write_text(minutes_of(i), encoding="utf-8")
    return folder


def command(*args: str | Path) -> list[str]:
    """The command line that runs `minuteparse ARGS`, warnings being errors."""
    return [sys.executable, "-W", "error", "-c", "from minuteparse.cli import main; main()", *map(str, args)]


def run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`minuteparse ARGS` in a process of its own."""
    whole = os.environ | environment
    return subprocess.run(command(*args), capture_output=True, check=False, text=True, env=whole, timeout=300)


def contents(dataset: Path) -> dict[str, bytes]:
    """Each file of a finished dataset with its bytes; what is declared no part of it is left out."""
    found = {p.relative_to(dataset).as_posix(): p.read_bytes() for p in dataset.rglob("*") if p.is_file()}
    return {name: data for name, data in sorted(found.items()) if not name.startswith("runlog/")}


def manifest(dataset: Path) -> dict[str, dict[str, Any]]:
    """The rows of the manifest by the last part of the path."""
    import pyarrow.parquet as pq

    rows = pq.read_table(dataset / "manifest").to_pylist()
    return {row["path"].rpartition("/")[2]: row for row in rows}
