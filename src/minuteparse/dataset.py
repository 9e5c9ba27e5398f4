"""A dataset that `minuteparse ingest` made, read in Python: its tables in Arrow, pandas or Polars, its records."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minuteparse.bulk.ingest import need_extra
from minuteparse.bulk.layout import Table, part, schema, tables
from minuteparse.bulk.stored import open_package, records, shards
from minuteparse.errors import InputError, UsageError
from minuteparse.record import Minutes

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Columns = Sequence[str] | None


class Dataset:
    """The tables and records of a finished dataset. Nothing is read until it is asked for.

    Each table is an attribute: `dataset.votes.pandas()` is `dataset.pandas("votes")`.
    """

    def __init__(self, folder: Path, package: dict[str, Any]) -> None:
        """Take the dataset in `folder` that `package` describes."""
        self.folder = folder
        self.package = package

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables; docs/archives.md says what they hold."""
        return tuple(tables())

    def table(self, name: str) -> StoredTable:
        """The table `name`. Raises `UsageError` if there is no such table."""
        if name not in tables():
            raise UsageError(f"no table {name!r}; the tables are {', '.join(tables())}")
        return StoredTable(self.folder, shards(self.package), tables()[name])

    def arrow(self, name: str, columns: Columns = None) -> pyarrow.Table:
        """The table `name` as a PyArrow table; `columns` names those to read, or the one, `None` all."""
        return self.table(name).arrow(columns)

    def pandas(self, name: str, columns: Columns = None) -> pandas.DataFrame:
        """The table `name` as a pandas data frame; see `StoredTable.pandas`."""
        return self.table(name).pandas(columns)

    def polars(self, name: str, columns: Columns = None) -> polars.DataFrame:
        """The table `name` as a Polars data frame; see `StoredTable.polars`."""
        return self.table(name).polars(columns)

    def records(self) -> Iterator[Minutes]:
        """The records, one at a time, in the order of the rows of `meetings`.

        Raises `InputError` if they are damaged.
        """
        return records(self.folder, self.package)

    def __getattr__(self, name: str) -> StoredTable:
        """The table `name`."""
        if name in tables():
            return self.table(name)
        raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}; its tables are {', '.join(tables())}")

    def __dir__(self) -> list[str]:
        """Tables are among what a reader is offered."""
        return [*super().__dir__(), *tables()]

    def __repr__(self) -> str:
        """The folder, and how many inputs and records it holds."""
        inputs = self.package["inputs"]
        kept = inputs.get("ok", 0) + inputs.get("partial", 0)
        return f"<dataset {self.folder}: {inputs.get('all', 0):,} inputs, {kept:,} records>"


class StoredTable:
    """One table of a dataset, over all its files."""

    def __init__(self, folder: Path, count: int, table: Table) -> None:
        """Take the table that is stored in `count` files below `folder`."""
        self.name = table.name
        self.about = table.about
        self.columns = {column.name: column.about for column in table.columns}
        self.paths = [folder / part(table.name, shard) for shard in range(count)]

    def arrow(self, columns: Columns = None) -> pyarrow.Table:
        """As a PyArrow table. Raises `UsageError` for a column that there is not, `InputError` if a file is damaged."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns = [columns] if isinstance(columns, str) else columns
        unknown = [column for column in columns or () if column not in self.columns]
        if unknown:
            raise UsageError(f"{self.name} has no column {unknown[0]!r}; its columns are {', '.join(self.columns)}")
        wanted = list(columns) if columns is not None else list(self.columns)
        empty = schema(self.name).empty_table().select(wanted)
        read = [empty]
        for path in self.paths:
            try:
                with pq.ParquetFile(path) as file:
                    read.append(file.read(columns=wanted).select(wanted))
            except (OSError, KeyError, pa.ArrowException) as error:
                raise InputError(f"{path}: cannot be read ({error}); see `minuteparse verify`") from error
        return pa.concat_tables(read)

    def pandas(self, columns: Columns = None) -> pandas.DataFrame:
        """As a pandas data frame: dates are `datetime64`, integers that may be missing `Int64`.

        Raises as `arrow` does, and `UsageError` if pandas is not installed.
        """
        _need("pandas")
        import pandas
        import pyarrow as pa

        found = self.arrow(columns)
        gaps = {pa.int64(): pandas.Int64Dtype()}
        frame: pandas.DataFrame = found.to_pandas(date_as_object=False, types_mapper=gaps.get)
        return frame

    def polars(self, columns: Columns = None) -> polars.DataFrame:
        """As a Polars data frame. Raises as `arrow` does, and `UsageError` if Polars is not installed."""
        _need("polars")
        import polars

        frame = polars.from_arrow(self.arrow(columns))
        assert isinstance(frame, polars.DataFrame)
        return frame

    def __repr__(self) -> str:
        """The name and the columns."""
        return f"<table {self.name}: {', '.join(self.columns)}>"


def load_dataset(path: str | os.PathLike[str]) -> Dataset:
    """The dataset in the folder `path`.

    Raises `UsageError` if `path` is no dataset, its run is not finished, or the extra `archive` is not installed.
    """
    need_extra()
    folder = Path(path)
    return Dataset(folder, open_package(folder))


def _need(library: str) -> None:
    try:
        import_module(library)
    except ImportError as error:
        raise UsageError(f"{library} is not installed; install it with: pip install {library}") from error
