"""The column of texts in a Parquet file, copied out so that each text can be read by itself."""

from __future__ import annotations

from collections.abc import Iterator

from minuteparse.bulk.copies import Copies
from minuteparse.bulk.listed import Input

_ROWS = 256


def parquet_rows(path: str, place: str, column: str, copies: Copies) -> Iterator[Input]:
    """Each row of the Parquet file at `place`: the text in `column`, or a failed input where it is null.

    Texts are read some hundred at a time. A file without the column, or whose column is not of texts, is one input
    that failed.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(place) as table:
        if column not in table.schema_arrow.names:
            names = ", ".join(table.schema_arrow.names)
            why = f"no column {column!r}; name the one that holds the text with --text-column: {names}"
            yield Input(path=path, verdict="failed", why=why)
            return
        kind = table.schema_arrow.field(column).type
        if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
            yield Input(path=path, verdict="failed", why=f"column {column!r} holds {kind}, not text")
            return
        with copies.new() as (copy, write):
            at = row = 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=[column]):
                for text in batch.column(0).to_pylist():
                    row += 1
                    if text is None:
                        yield Input(path=f"{path}#{row}", verdict="failed", why=f"column {column!r} is null here")
                        continue
                    data = text.encode("utf-8")
                    write(data)
                    yield Input(path=f"{path}#{row}", kind="slice", place=copy, at=at, size=len(data))
                    at += len(data)
