"""A finished dataset, read: its description, and its documents one after the other."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

from minuteparse.bulk.layout import PACKAGE, RECORDS, WORK, part
from minuteparse.errors import InputError, UsageError
from minuteparse.record import Minutes


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of a dataset: the id of its meeting, the input that it was read from, its record, its text."""

    meeting: str
    path: str
    record: Minutes
    text: str


def open_package(folder: Path) -> dict[str, Any]:
    """The description of the finished dataset in `folder`. Raises `UsageError` if there is none."""
    try:
        found = json.loads((folder / PACKAGE).read_bytes())
    except OSError as error:
        unfinished = (folder / WORK).exists()
        cure = "its run is not finished; run the same ingest again" if unfinished else "name the folder of a dataset"
        raise UsageError(f"{folder}: no {PACKAGE} ({error.strerror or error}); {cure}") from error
    except ValueError as error:
        raise UsageError(f"{folder / PACKAGE}: not JSON ({error}); ingest anew") from error
    kinds = {"resources": list, "inputs": dict, "settings": dict}
    if not isinstance(found, dict) or not all(isinstance(found.get(key), kind) for key, kind in kinds.items()):
        raise UsageError(f"{folder / PACKAGE}: not the description of a dataset of minuteparse")
    return found


def shards(package: dict[str, Any]) -> int:
    """How many shards the dataset that `package` describes has. Raises `InputError` if it names no records."""
    for resource in package["resources"]:
        if isinstance(resource, dict) and resource.get("name") == RECORDS and isinstance(resource.get("parts"), list):
            return len(resource["parts"])
    raise InputError(f"{PACKAGE}: names no {RECORDS}; see `minuteparse verify`, or ingest anew")


def records(folder: Path, package: dict[str, Any]) -> Iterator[Minutes]:
    """The records of the dataset in `folder`, in the order of the listing. Raises `InputError` if it is damaged."""
    for shard in range(shards(package)):
        yield from _records(folder / part(RECORDS, shard))


def documents(folder: Path, package: dict[str, Any]) -> Iterator[Stored]:
    """The documents of the dataset in `folder` with their texts. Raises `InputError` if it is damaged."""
    for shard in range(shards(package)):
        items = groupby(_rows(folder, "items", shard, "meeting_id", "text"), key=lambda row: row["meeting_id"])
        meeting, texts = next(items, ("", iter(())))
        heads = _rows(folder, "meetings", shard, "meeting_id", "path", "head_text", "tail_text")
        for row, record in zip_longest(heads, _records(folder / part(RECORDS, shard))):
            if row is None or record is None:
                raise InputError(f"{folder}: has not a record for each meeting; see `minuteparse verify`")
            own = row["meeting_id"]
            pieces = [row["head_text"]]
            if meeting == own:
                pieces += (item["text"] for item in texts)
                meeting, texts = next(items, ("", iter(())))
            yield Stored(own, row["path"], record, "".join((*pieces, row["tail_text"])))


def _records(path: Path) -> Iterator[Minutes]:
    try:
        with gzip.open(path, "rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    yield Minutes.model_validate_json(line)
                except ValueError as error:
                    why = f"not a record of this version of minuteparse ({str(error).splitlines()[0]})"
                    raise InputError(f"{path}:{number}: {why}; ingest anew") from error
    except (OSError, EOFError) as error:
        raise InputError(f"{path}: cannot be read ({error}); see `minuteparse verify`") from error


def _rows(folder: Path, table: str, shard: int, *columns: str) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / part(table, shard)
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=256, columns=list(columns)):
                yield from batch.to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"{path}: cannot be read ({error}); see `minuteparse verify`") from error
