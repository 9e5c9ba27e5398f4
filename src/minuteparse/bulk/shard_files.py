"""A shard: the spools of its batches become one file of each table, and one of records."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.bulk.durable import replacing
from minuteparse.bulk.layout import RECORDS, RUNLOG, part, schema, tables
from minuteparse.bulk.outcome import Outcome
from minuteparse.bulk.rows import rows
from minuteparse.bulk.shares import Shard
from minuteparse.bulk.work import spooled
from minuteparse.errors import RunError

if TYPE_CHECKING:
    import pyarrow

_LEVEL = 3
"""Level of compression of the records: past it, time grows faster than the files shrink."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the shard, the folder of its spools, the dataset, and the working folder beside the dataset."""

    shard: Shard
    spool: Path
    dataset: Path
    work: Path


@dataclass(frozen=True, slots=True)
class File:
    """A file of the dataset: its table, its path below the dataset, its size, hash and number of rows."""

    table: str
    path: str
    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Built:
    """A finished shard: its files, and how many of its inputs came to each status."""

    shard: int
    files: tuple[File, ...]
    statuses: dict[str, int]

    def plain(self) -> dict[str, Any]:
        """As plain data, for the journal."""
        return asdict(self)


def from_plain_built(found: dict[str, Any]) -> Built:
    """The shard that `Built.plain` wrote."""
    return Built(found["shard"], tuple(File(**file) for file in found["files"]), found["statuses"])


def build(order: Order) -> Built:
    """Write the files of a shard, each visible at once when it is whole; the manifest's comes last.

    Raises `RunError` if an input lacks its outcome, or the disk refuses.
    """
    import pyarrow as pa

    try:
        return _build(order)
    except (OSError, pa.ArrowException) as error:
        said = getattr(error, "strerror", None) or str(error).split("\n", 1)[0]
        why = f"cannot be written ({said}); see to it, and run the same command again"
        raise RunError(f"{order.dataset}: shard {order.shard.number} {why}") from error


def _build(order: Order) -> Built:
    columns = {name: _Columns(name) for name in tables()}
    seconds: list[tuple[int, str, float]] = []
    statuses: Counter[str] = Counter()
    with ExitStack() as drafts:
        records = drafts.enter_context(replacing(_final(order, RECORDS), order.work / "drafts"))
        with records.open("wb") as raw, gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as stream:
            for outcome in _outcomes(order):
                row = outcome.row
                columns["manifest"].add(row)
                statuses[row["status"]] += 1
                seconds.append((row["input"], row["path"], outcome.seconds))
                if outcome.record is not None:
                    stream.write(outcome.record + b"\n")
                    for table, found in rows(row["meeting_id"], row["path"], _json(outcome.record), outcome.text):
                        columns[table].add(found)
        _write_seconds(order, seconds)
    counts = {name: held.rows for name, held in columns.items()} | {RECORDS: columns["meetings"].rows}
    for name in [*(name for name in columns if name != "manifest"), "manifest"]:
        _write(columns.pop(name).table(), _final(order, name), order.work)
    names = [*tables(), RECORDS]
    files = tuple(describe(order.dataset, name, order.shard.number, counts[name]) for name in names)
    return Built(order.shard.number, files, {name: statuses[name] for name in sorted(statuses)})


def _json(record: bytes) -> dict[str, Any]:
    from pydantic_core import from_json

    found: dict[str, Any] = from_json(record)
    return found


def _final(order: Order, table: str) -> Path:
    return order.dataset / part(table, order.shard.number)


def _outcomes(order: Order) -> Iterator[Outcome]:
    expected = order.shard.start
    for batch in range(order.shard.first, order.shard.end):
        for number, outcome in sorted(spooled(order.spool, batch).items()):
            if number != expected:
                break
            expected += 1
            yield outcome
    if expected != order.shard.stop:
        raise RunError(f"{order.spool}: input {expected} was parsed, but its outcome is gone; run the command again")


def describe(dataset: Path, table: str, shard: int, count: int) -> File:
    """The file of `table` in a shard as it lies on the disk now. Raises `OSError` if it cannot be read."""
    path = part(table, shard)
    with (dataset / path).open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
        return File(table, path, stream.tell(), digest, count)


def _write(table: pyarrow.Table, final: Path, work: Path) -> None:
    import pyarrow.parquet as pq

    with replacing(final, work / "drafts") as draft:
        pq.write_table(table, draft, compression="zstd")


def _write_seconds(order: Order, seconds: list[tuple[int, str, float]]) -> None:
    import pyarrow as pa

    numbers, paths, spent = zip(*seconds, strict=True)
    table = pa.table({"input": numbers, "path": paths, "seconds": spent})
    _write(table, order.dataset / RUNLOG / f"seconds-{order.shard.number:06}.parquet", order.work)


class _Columns:
    """The rows of one table, turned into Arrow's columns some thousand at a time: Python's objects are large."""

    _MOST = 2000

    def __init__(self, name: str) -> None:
        self._schema = schema(name)
        self._rows: list[dict[str, Any]] = []
        self._batches: list[pyarrow.RecordBatch] = []
        self.rows = 0

    def add(self, row: dict[str, Any]) -> None:
        self._rows.append(row)
        self.rows += 1
        if len(self._rows) == self._MOST:
            self._settle()

    def _settle(self) -> None:
        import pyarrow as pa

        self._batches.append(pa.RecordBatch.from_pylist(self._rows, self._schema))
        self._rows = []

    def table(self) -> pyarrow.Table:
        import pyarrow as pa

        self._settle()
        return pa.Table.from_batches(self._batches, self._schema)
