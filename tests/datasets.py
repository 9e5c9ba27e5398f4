"""What the tests of reports share: a dataset of invented minutes with known answers, and datasets made row by row."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from minuteparse.bulk import Running, Settings, ingest
from minuteparse.bulk.layout import PACKAGE, part, schema, tables

HEAD = "ELMBROOK PARISH COUNCIL\n\nMinutes of the meeting held on {day} at {start} in the Village Hall\n\n"
MINUTES = {
    "january": HEAD.format(day="Monday 10 January 2022", start="7.00pm")
    + "Present: Councillors A Bell (Chair), T Marsh and R Thorne\nApologies: Councillor J Quill\n\n"
    "1. DECLARATIONS OF INTEREST\n\nCouncillor Marsh declared a pecuniary interest in item 2.\n\n"
    "2. THE POND\n\nIt was proposed by Councillor Bell, seconded by Councillor Marsh and RESOLVED that the pond be "
    "cleared. The vote was 2 for, 1 against.\n\nACTION: The Clerk to write to the contractor by 14 February 2022.\n\n"
    "3. FINANCE REPORT\n\nRESOLVED: That the report be noted.\n\nThe meeting closed at 8.30pm.\n",
    "february": HEAD.format(day="Monday 14 February 2022", start="7.00pm")
    + "Present: Councillors A Bell (Chair) and J Quill\nApologies: Councillor Thorne\n\n"
    "1. THE HEDGE\n\nIt was proposed by Councillor Bell, seconded by Councillor Quill and carried unanimously that the "
    "hedge be cut.\n\nACTION: Report to be circulated.\n\nThe meeting closed at 9.00pm.\n",
    "march": HEAD.format(day="Monday 14 March 2022", start="7.00pm")
    + "1. THE GATE\n\nRESOLVED: That the gate be mended.\n\nThe meeting closed at 7.30pm.\n",
    "next-january": HEAD.format(day="Monday 9 January 2023", start="7.30pm")
    + "Present: Councillors A Bell (Chair), T Marsh and J Quill\nAbsent: Councillor R Thorne\n\n"
    "1. THE BENCH\n\nIt was proposed by Councillor Quill, seconded by Councillor Marsh and RESOLVED that the bench be "
    "painted.\n",
}


def ingested(folder: Path) -> Path:
    """A dataset of those minutes, of a document that is no minutes, and of one that cannot be read."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for name, text in MINUTES.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    (sources / "empty.txt").write_text("\n", encoding="utf-8")
    (sources / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing\n")
    ingest(Settings(sources=(str(sources),), model=None), folder / "dataset", Running(workers=0))
    return folder / "dataset"


def made(folder: Path, **rows: list[dict[str, Any]]) -> Path:
    """A dataset of the rows given for its tables; what a row leaves out is null, or what is least."""
    least = {"string": "", "integer": 0, "number": 0.0, "strings": [], "spans": [], "date": datetime.date(2020, 1, 1)}
    rows.setdefault("manifest", [{"status": "ok", "path": str(i)} for i in range(len(rows.get("meetings", [])))])
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name, table in tables().items():
        default = {column.name: None if column.nullable else least[column.type] for column in table.columns}
        keyed = [
            default | {table.key: 1 if name == "manifest" else f"{name}/{i}"} for i in range(len(rows.get(name, [])))
        ]
        whole = [base | row for base, row in zip(keyed, rows.get(name, []), strict=True)]
        path = folder / part(name, 0)
        path.parent.mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(whole, schema=schema(name)), path)
    package = {
        "resources": [],
        "inputs": {"all": len(rows["manifest"])},
        "settings": {"engine": {"version": "0", "model": None}},
    }
    (folder / PACKAGE).write_text(json.dumps(package), encoding="utf-8")
    return folder


def meeting(key: str, date: str | None, body: str | None = "Board", **more: Any) -> dict[str, Any]:
    """A row of meetings."""
    return {"meeting_id": key, "date": datetime.date.fromisoformat(date) if date else None, "body": body, **more}


def person(key: str, name: str, status: str = "present", **more: Any) -> dict[str, Any]:
    """A row of attendance: the last word of `name` is the family name, what stands before it the given name."""
    given, _, family = name.rpartition(" ")
    return {"meeting_id": key, "name": name, "given": given or None, "family": family, "status": status, **more}
