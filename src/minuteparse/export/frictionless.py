"""A Frictionless data package: the CSV files, and `datapackage.json` that says what each column is and links to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any

from minuteparse.bulk.layout import PACKAGE, Column, Table
from minuteparse.bulk.package import table_schema
from minuteparse.export import csv
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost
from minuteparse.export.tabled import LOSSES, tabled

__all__ = ["LOSSES", "write"]


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the folder `out`: the CSV files, then their description, with the hash of each."""
    csv.write(entries, out, lost)
    described = {
        "profile": "data-package",
        "name": "minutes",
        "description": "Minutes of meetings, parsed by minuteparse: tables with stable ids.",
        "resources": [_resource(table, out / f"{name}.csv") for name, table in tabled().items()],
    }
    (out / PACKAGE).write_bytes(json.dumps(described, indent=1, ensure_ascii=False).encode() + b"\n")


def _resource(table: Table, path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
        size = stream.tell()
    about = {"name": table.name, "description": table.about, "path": path.name, "profile": "tabular-data-resource"}
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": size, "hash": f"sha256:{digest}"}
    schema = table_schema(table, required=lambda column: _is_required(table, column))
    return {**about, **form, "schema": schema}


def _is_required(table: Table, column: Column) -> bool:
    """Whether no cell of the column is empty: an empty text, as that of an item's missing number, is an empty cell."""
    is_id = column.name == table.key or any(column.name == link for link, _, _ in table.links)
    return not column.nullable and (column.type != "string" or is_id)
