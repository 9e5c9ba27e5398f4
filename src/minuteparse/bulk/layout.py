"""What a dataset is made of: its tables with their columns and links, and where each file lies.

The tables are defined in `tables.toml` beside this module; nothing else says what a column is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

RECORDS = "records"
RUNLOG = "runlog"
PACKAGE = "datapackage.json"
WORK = ".work"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type without the mark, whether it may be null, and what it says."""

    name: str
    type: str
    nullable: bool
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `key` names its primary key, `links` maps a column to the (table, column) that it points to."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str
    links: tuple[tuple[str, str, str], ...]


@cache
def tables() -> dict[str, Table]:
    """All tables by name, in the order in which they are described.

    >>> list(tables())[:4]
    ['manifest', 'meetings', 'attendance', 'items']
    """
    found = tomllib.loads(resources.files("minuteparse.bulk").joinpath("tables.toml").read_text(encoding="utf-8"))
    return {
        name: Table(
            name=name,
            about=entry["about"],
            columns=tuple(Column(c, t.rstrip("!"), not t.endswith("!"), about) for c, t, about in entry["columns"]),
            key=entry["key"],
            links=tuple((column, *_target(column, to)) for column, to in entry.get("links", {}).items()),
        )
        for name, entry in found.items()
    }


def _target(column: str, to: str) -> tuple[str, str]:
    table, _, other = to.partition(".")
    return table, other or column


@cache
def schema(name: str) -> pyarrow.Schema:
    """The Arrow schema of the table `name`."""
    import pyarrow as pa

    pair = pa.struct([pa.field("start", pa.int64(), nullable=False), pa.field("end", pa.int64(), nullable=False)])
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "strings": pa.list_(pa.string()),
        "spans": pa.list_(pair),
    }
    return pa.schema([pa.field(c.name, types[c.type], nullable=c.nullable) for c in tables()[name].columns])


def part(table: str, shard: int) -> str:
    """The file of `table` in shard number `shard`, below the dataset's folder.

    >>> part("meetings", 12)
    'meetings/part-000012.parquet'
    """
    ending = "jsonl.gz" if table == RECORDS else "parquet"
    return f"{table}/part-{shard:06}.{ending}"
