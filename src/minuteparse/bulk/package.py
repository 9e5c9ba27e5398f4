"""The description that lies beside the tables: a Frictionless data package, with the hash of each file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from minuteparse.bulk.layout import RECORDS, RUNLOG, Column, Table, tables
from minuteparse.bulk.outcome import STATUSES
from minuteparse.bulk.shard_files import Built, File

_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "strings": "array",
    "spans": "array",
}


def package(built: Iterable[Built], settings: dict[str, Any]) -> bytes:
    """The data package of the shards `built`, as JSON; the same for the same dataset."""
    shards = sorted(built, key=lambda one: one.shard)
    files: dict[str, list[File]] = {name: [] for name in (*tables(), RECORDS)}
    for shard in shards:
        for file in shard.files:
            files[file.table].append(file)
    described = {
        "profile": "data-package",
        "name": "minutes",
        "description": "Minutes of meetings, parsed by minuteparse: tables with stable ids, and the records.",
        "settings": settings,
        "inputs": statuses(shards),
        "not_part_of_the_dataset": f"{RUNLOG}/: when runs began and ended, and the seconds that each input took",
        "resources": [*(_resource(table, files[name]) for name, table in tables().items()), _records(files[RECORDS])],
    }
    return json.dumps(described, indent=1, ensure_ascii=False).encode() + b"\n"


def statuses(shards: Iterable[Built]) -> dict[str, int]:
    """How many inputs came to each status, and `all` of them."""
    counts: Counter[str] = Counter()
    for shard in shards:
        counts.update(shard.statuses)
    return tally(counts)


def tally(counts: Counter[str]) -> dict[str, int]:
    """`counts` of statuses in their fixed order, with `all` before them."""
    found = {"all": counts.total()}
    return found | {status: counts[status] for status in STATUSES}


def _parts(files: list[File]) -> dict[str, Any]:
    kept = [{key: value for key, value in asdict(file).items() if key != "table"} for file in files]
    return {"path": [file.path for file in files], "rows": sum(file.rows for file in files), "parts": kept}


def _records(files: list[File]) -> dict[str, Any]:
    about = "The records, one JSON object a line, in the order of the meetings; see `minuteparse schema`."
    return {"name": RECORDS, "description": about, "format": "jsonl", "compression": "gz", **_parts(files)}


def _resource(table: Table, files: list[File]) -> dict[str, Any]:
    about = {"name": table.name, "description": table.about, "format": "parquet"}
    schema = table_schema(table, required=lambda column: not column.nullable)
    return {**about, "mediatype": "application/vnd.apache.parquet", "schema": schema, **_parts(files)}


def table_schema(table: Table, required: Callable[[Column], bool]) -> dict[str, Any]:
    """The Table Schema of `table`: its fields, those that are `required` marked so, its key and its links."""
    fields = []
    for column in table.columns:
        field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.about}
        if required(column):
            field["constraints"] = {"required": True}
        fields.append({key: value for key, value in field.items() if value})
    links = [
        {"fields": [column], "reference": {"resource": "" if to == table.name else to, "fields": [other]}}
        for column, to, other in table.links
    ]
    schema = {"fields": fields, "primaryKey": [table.key], "foreignKeys": links}
    if not links:
        del schema["foreignKeys"]
    return schema
