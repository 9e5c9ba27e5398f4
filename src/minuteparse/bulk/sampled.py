"""Some meetings of a dataset, read as closely as can be: text, hash, laws, and each row against the record."""

from __future__ import annotations

import gzip
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minuteparse.bulk.layout import part, tables
from minuteparse.bulk.rows import rows
from minuteparse.evaluate import broken_laws
from minuteparse.record import Minutes

_MARK = b"\xef\xbb\xbf"


def check_sample(held: dict[str, Any], records: Path, shard: int, every: int, checked: Counter[str]) -> Iterator[str]:
    """What is wrong with each `every`th meeting of a shard whose tables are `held`, and with the count of records."""
    meetings = held["meetings"].to_pylist()
    chosen = {row["meeting_id"]: row for row in meetings[::every]}
    stored = _rows_of(held, set(chosen))
    count = 0
    with gzip.open(records, "rb") as stream:
        for row, line in zip(meetings, stream, strict=False):
            count += 1
            if row["meeting_id"] in chosen:
                checked["meetings read closely"] += 1
                where = f"{part('meetings', shard)}: {row['meeting_id']}"
                yield from (f"{where}: {problem}" for problem in _meeting(row, line, stored[row["meeting_id"]]))
        count += sum(1 for _ in stream)
    if count != len(meetings):
        yield f"{records.name}: {count} records of {len(meetings)} meetings"


def _rows_of(held: dict[str, Any], chosen: set[str]) -> dict[str, dict[str, list[Any]]]:
    """The rows of the chosen meetings by meeting and table."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(sorted(chosen), pa.string())
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in tables() if name != "manifest"})
    for name, table in held.items():
        if name != "manifest":
            for row in table.filter(pc.is_in(table.column("meeting_id"), value_set=wanted)).to_pylist():
                found[row["meeting_id"]][name].append(row)
    return found


def _meeting(row: dict[str, Any], line: bytes, stored: dict[str, list[Any]]) -> Iterator[str]:
    try:
        minutes = Minutes.model_validate_json(line)
    except ValueError as error:
        yield f"its record is not valid ({str(error).splitlines()[0]})"
        return
    items = sorted(stored["items"], key=lambda item: item["position"])
    text = "".join((row["head_text"], *(item["text"] for item in items), row["tail_text"]))
    if len(text) != row["length"]:
        yield f"its texts joined have {len(text)} characters, not {row['length']}"
        return
    if row["encoding"] == "utf-8" and row["media_type"] == "text/plain":
        data = text.encode()
        if row["sha256"] not in (hashlib.sha256(data).hexdigest(), hashlib.sha256(_MARK + data).hexdigest()):
            yield "its texts joined have not the hash of the document"
    yield from broken_laws(minutes, text)
    fresh: dict[str, list[Any]] = {name: [] for name in stored}
    for name, found in rows(row["meeting_id"], row["path"], minutes.model_dump(mode="json", by_alias=True), text):
        fresh[name].append(found)
    for name, expected in fresh.items():
        if expected != stored[name]:
            yield f"its rows in {name} are not what its record says"
