"""The proof that a dataset is whole: hashes, counts, keys and links of every file, texts and spans of a sample.

A dataset is read shard by shard, so that memory does not grow with it. No input is needed: the items' texts, joined,
are the document, and its hash is in the manifest.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.bulk.ingest import need_extra
from minuteparse.bulk.layout import PACKAGE, RECORDS, RUNLOG, WORK, part, schema, tables
from minuteparse.bulk.outcome import STATUSES
from minuteparse.bulk.package import tally
from minuteparse.bulk.sampled import check_sample
from minuteparse.bulk.shard_files import describe
from minuteparse.bulk.stored import open_package

if TYPE_CHECKING:
    import pyarrow

MOST = 50
"""How many problems are told before it is enough."""


@dataclass
class Report:
    """What was checked, by name with how many, and what is wrong, one line each; empty if the dataset is whole."""

    checked: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 if nothing is wrong, else 1."""
        return 1 if self.problems else 0


def verify(dataset: str | os.PathLike[str], sample: int | None = 1000) -> Report:
    """Check the dataset in the folder `dataset`, and the texts of about `sample` meetings, `None` for all.

    Raises `UsageError` if there is no finished dataset.
    """
    need_extra()
    folder = Path(dataset)
    package = open_package(folder)
    report = Report()
    for problem in _problems(folder, package, sample, report.checked):
        report.problems.append(problem)
        if len(report.problems) == MOST:
            report.problems.append(f"and perhaps more: told are the first {MOST}")
            break
    return report


def _problems(folder: Path, package: dict[str, Any], sample: int | None, checked: Counter[str]) -> Iterator[str]:
    parts = {resource["name"]: resource["parts"] for resource in package["resources"]}
    names = {*tables(), RECORDS}
    if parts.keys() != names or len({len(files) for files in parts.values()}) != 1:
        yield f"{PACKAGE}: tables are missing, or not all of the same number of files"
        return
    yield from _strangers(folder, {file["path"] for files in parts.values() for file in files})
    counts: Counter[str] = Counter()
    meetings = sum(file["rows"] for file in parts["meetings"])
    every = 1 if sample is None else max(1, -(-meetings // max(sample, 1)))
    seen, unread = _Seen(), False
    for shard in range(len(parts["manifest"])):
        broken = [line for name in sorted(names) for line in _file(folder, name, shard, parts[name][shard], checked)]
        yield from broken
        if broken:
            unread = True
            continue
        held = {name: _read(folder / part(name, shard)) for name in tables()}
        wrong = list(_schemas(held, shard, parts))
        yield from wrong
        unread = unread or bool(wrong)
        if not wrong:
            checked["rows"] += sum(table.num_rows for table in held.values())
            yield from _keys_and_links(held, shard, seen, checked)
            yield from _manifest(held, shard, seen, counts)
            yield from check_sample(held, folder / part(RECORDS, shard), shard, every, checked)
    found = tally(counts)
    if not unread and found != package["inputs"]:
        yield f"{PACKAGE}: says {package['inputs']} of the inputs, the manifest {found}"


@dataclass
class _Seen:
    """What must not come twice over all shards."""

    inputs: int = 0
    paths: set[bytes] = field(default_factory=set)
    hashes: set[str] = field(default_factory=set)


def _strangers(folder: Path, expected: set[str]) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in expected and name != PACKAGE and name.split("/")[0] not in (RUNLOG, WORK):
            yield f"{name}: not part of the dataset"


def _file(folder: Path, table: str, shard: int, said: dict[str, Any], checked: Counter[str]) -> Iterator[str]:
    try:
        found = describe(folder, table, shard, said["rows"])
    except OSError as error:
        yield f"{said['path']}: {error.strerror or error}"
        return
    checked["files"] += 1
    if found.sha256 != said["sha256"] or found.path != said["path"]:
        yield f"{said['path']}: its contents are not those that were written (SHA-256 differs)"


def _read(path: Path) -> pyarrow.Table:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        return file.read()


def _schemas(held: dict[str, Any], shard: int, parts: dict[str, Any]) -> Iterator[str]:
    for name, table in held.items():
        if not table.schema.equals(schema(name)):
            yield f"{part(name, shard)}: its columns are not those of the table"
        if table.num_rows != parts[name][shard]["rows"]:
            yield f"{part(name, shard)}: {table.num_rows} rows, not {parts[name][shard]['rows']}"


def _keys_and_links(held: dict[str, Any], shard: int, seen: _Seen, checked: Counter[str]) -> Iterator[str]:
    keys = {name: held[name].column(tables()[name].key).to_pylist() for name in held}
    for name, values in keys.items():
        again = [value for value, count in Counter(values).items() if count > 1]
        if again:
            yield f"{part(name, shard)}: {tables()[name].key} {again[0]!r} stands more than once"
        checked["keys"] += len(values)
    known = {name: set(values) for name, values in keys.items()}
    known["manifest"] = set(range(seen.inputs + len(keys["manifest"])))
    for name, table in held.items():
        for column, to, _ in tables()[name].links:
            values = [value for value in table.column(column).to_pylist() if value is not None]
            lost = [value for value in values if value not in known[to]]
            checked["links"] += len(values)
            if lost:
                yield f"{part(name, shard)}: {column} {lost[0]!r} is in no row of {to}"


def _manifest(held: dict[str, Any], shard: int, seen: _Seen, counts: Counter[str]) -> Iterator[str]:
    where = part("manifest", shard)
    documents = held["meetings"].select(["meeting_id", "sha256", "path"]).to_pylist()
    meetings: dict[str, Any] = {row["meeting_id"]: row for row in documents}
    for row in held["manifest"].to_pylist():
        counts[row["status"]] += 1
        if row["input"] != seen.inputs:
            yield f"{where}: input {row['input']} stands where {seen.inputs} should"
        seen.inputs += 1
        yield from (f"{where}: input {row['input']} {line}" for line in _row(row, meetings, seen))
    if meetings:
        yield f"{part('meetings', shard)}: {next(iter(meetings))} is in no row of the manifest"


def _row(row: dict[str, Any], meetings: dict[str, Any], seen: _Seen) -> Iterator[str]:
    path = row["path"].encode()
    if path in seen.paths:
        yield f"has the path {row['path']!r}, which came before"
    seen.paths.add(path)
    if row["status"] not in STATUSES:
        yield f"has the status {row['status']!r}, which there is not"
    has_record = row["status"] in ("ok", "partial")
    meeting = meetings.pop(row["meeting_id"], None)
    if has_record != (meeting is not None):
        yield f"is {row['status']} and has {'a' if meeting else 'no'} record"
    elif meeting and (meeting["sha256"], meeting["path"]) != (row["sha256"], row["path"]):
        yield "is not the document of its meeting"
    if has_record and row["sha256"] in seen.hashes:
        yield "has the contents of an input before it, which was parsed too"
    if has_record:
        seen.hashes.add(row["sha256"])
    explained: dict[str, Callable[[], bool]] = {
        "failed": lambda: bool(row["error"]),
        "skipped": lambda: bool(row["error"]),
        "duplicate": lambda: row["duplicate_of"] is not None,
    }
    if row["status"] in explained and not explained[row["status"]]():
        yield f"is {row['status']}, but it is not said why"
