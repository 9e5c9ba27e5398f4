"""The tables of exports: CSV and Excel hold what the records say, whatever the records say."""

import csv
import io
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from exports import full_entry, full_record, gold_entries
from minuteparse import parse
from minuteparse.export import xlsx
from minuteparse.export.entry import Entry, entry_of
from minuteparse.export.losses import lost_leaves
from minuteparse.export.run import export
from minuteparse.export.tabled import LOSSES, tabled
from minuteparse.export.targets import TargetName

LOST = frozenset(lost_leaves(LOSSES))
Tables = dict[str, list[dict[str, Any]]]


def read_csv(folder: Path) -> Tables:
    """The rows of all tables, each value with the type that its column has."""
    found: Tables = {}
    for name, table in tabled().items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        found[name] = [{c.name: _typed(row[c.name], c.type, c.nullable) for c in table.columns} for row in rows]
    return found


def _typed(cell: str, kind: str, nullable: bool) -> Any:
    if cell == "" and nullable:
        return None
    readers = {"integer": int, "number": float, "strings": json.loads, "spans": json.loads}
    return readers.get(kind, str)(cell)


def facts(found: Tables, meeting: str, plain: dict[str, Any]) -> dict[str, Any]:
    """`plain`, a record, as the tables have it: every value that they carry is taken from them, the others are gone."""
    own = {name: [row for row in rows if row["meeting_id"] == meeting] for name, rows in found.items()}
    (head,) = own["meetings"]
    names = {"organisation": "organisation", "body": "body", "date": "date", "start": "began", "end": "ended"}
    header = {}
    for key, column in {**names, "venue": "venue"}.items():
        ends = {"value": head[column]} | {k: head[f"{column}_{k}"] for k in ("start", "end", "confidence")}
        header[key] = ends if head[column] is not None else None
    keys = ("sha256", "media_type", "encoding", "length")
    return {
        "schema_version": plain["schema_version"],
        "source": {key: head[key] for key in keys},
        "header": header,
        "attendance": [_attendance(row) for row in own["attendance"]],
        "items": [_item(row, own) for row in own["items"]],
        "previous_minutes": [_date(row) for row in own["dates"] if row["role"] == "previous_minutes"],
        "next_meeting": next((_date(row) for row in own["dates"] if row["role"] == "next_meeting"), None),
        "issues": [_rest(row, "issue_id", "meeting_id") for row in own["issues"]],
    }


def _rest(row: dict[str, Any], *gone: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in gone}


_NAME = ("name", "honorifics", "given", "family", "suffixes")


def _person(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in _NAME} | {k: row[f"name_{k}"] for k in ("text", "start", "end")}


def _attendance(row: dict[str, Any]) -> dict[str, Any]:
    kept = _rest(row, "attendance_id", "meeting_id", "name_text", "name_start", "name_end", "substitute_for", *_NAME)
    instead = {"name": row["substitute_for"]} if row["substitute_for"] else None
    return {**kept, "person": _person(row), "substitute_for": instead}


def _item(row: dict[str, Any], own: Tables) -> dict[str, Any]:
    inside = {name: [r for r in rows if r.get("item_id") == row["item_id"]] for name, rows in own.items()}
    people = []
    for found in inside["people"]:
        entry = found["attendance_id"]
        kept = _rest(found, "person_id", "meeting_id", "item_id", "attendance_id")
        people.append({**kept, "attendee": int(entry.rpartition("/")[2]) if entry else None})
    declarations = []
    for found in inside["declarations"]:
        gone = ("declaration_id", "meeting_id", "item_id", "name_text", "name_start", "name_end", *_NAME)
        declarations.append({**_rest(found, *gone), "member": _person(found)})
    return {
        **_rest(row, "item_id", "meeting_id", "position", "text"),
        "decisions": [_rest(r, "decision_id", "meeting_id", "item_id") for r in inside["decisions"]],
        "actions": [{**_rest(r, "action_id", "meeting_id", "item_id"), "via": _pairs(r)} for r in inside["actions"]],
        "votes": [_vote(r, own["vote_names"]) for r in inside["votes"]],
        "declarations": declarations,
        "people": people,
        "dates": [_date(r) for r in inside["dates"]],
    }


def _vote(row: dict[str, Any], names: list[dict[str, Any]]) -> dict[str, Any]:
    named = [name for name in names if name["vote_id"] == row["vote_id"]]
    sides: dict[str, list[dict[str, Any]]] = {side: [] for side in ("mover", "seconder", "for", "against", "abstain")}
    for name in named:
        sides[name["side"]].append(_rest(name, "vote_name_id", "meeting_id", "vote_id", "side"))
    counts = {side: row[f"votes_{side}"] for side in ("for", "against", "abstain")}
    people = {f"{side}_names": sides[side] for side in counts}
    moved = {side: sides[side][0] if sides[side] else None for side in ("mover", "seconder")}
    return {**counts, **people, **moved, **{key: row[key] for key in ("result", "start", "end", "by", "confidence")}}


def _pairs(row: dict[str, Any]) -> list[list[int]]:
    return [[span["start"], span["end"]] for span in row["via"]]


def _date(row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: row[key] for key in ("text", "start", "end", "basis", "by", "confidence")}
    return {**kept, "value": row["date"], "via": _pairs(row)}


def without_losses(plain: Any, path: str = "") -> Any:
    """A record without the values that the tables cannot hold."""
    if isinstance(plain, dict):
        inner = {key: (f"{path}.{key}" if path else key, value) for key, value in plain.items()}
        kept = {k: without_losses(v, p) for k, (p, v) in inner.items() if p not in LOST and f"{p}[]" not in LOST}
        return {key: value for key, value in kept.items() if value != {} and key not in ("engine", "places")}
    if isinstance(plain, list) and plain and isinstance(plain[0], dict):
        return [without_losses(value, f"{path}[]") for value in plain]
    return plain


def test_records_to_csv_and_back_are_the_same_facts(tmp_path: Path) -> None:
    """All documents of corpus/gold, and a record that says something everywhere: only the losses listed are missing."""
    entries = [*gold_entries(), full_entry()]
    export(entries, TargetName.CSV, tmp_path / "csv")
    found = read_csv(tmp_path / "csv")
    assert len(found["meetings"]) == 42
    for entry in entries:
        assert facts(found, entry.id, entry.plain) == without_losses(entry.plain)


def test_the_texts_of_a_csv_export_joined_are_the_documents(tmp_path: Path) -> None:
    """Head, items and tail of each meeting, line breaks as they were."""
    export(gold_entries(), TargetName.CSV, tmp_path / "csv")
    found = read_csv(tmp_path / "csv")
    for entry, row in zip(gold_entries(), found["meetings"], strict=True):
        texts = [item["text"] for item in found["items"] if item["meeting_id"] == entry.id]
        assert "".join((row["head_text"], *texts, row["tail_text"])) == entry.text


def test_without_a_text_its_columns_are_empty_and_that_is_said(tmp_path: Path) -> None:
    """A record alone has no text: no cell claims that the text is empty, and the report counts what is missing."""
    bare = entry_of(full_entry().record, "a.json")
    report = export([bare], TargetName.CSV, tmp_path / "csv")
    with (tmp_path / "csv" / "items.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["text"] == ""
    assert {line["path"] for line in report.lost.by_path() if "without its text" in line["why"]} == {
        "items.text",
        "meetings.text",
    }


def read_xlsx(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each sheet, that of the names first."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path, read_only=True)
    found = {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    book.close()
    return found


def test_a_workbook_holds_the_rows_of_the_tables(tmp_path: Path) -> None:
    """Each sheet has the cells of the CSV file, save its control characters; dates are dates, numbers numbers."""
    entries = [*gold_entries(), full_entry()]
    export(entries, TargetName.XLSX, tmp_path / "book.xlsx")
    export(entries, TargetName.CSV, tmp_path / "csv")
    sheets = read_xlsx(tmp_path / "book.xlsx")
    assert list(sheets) == list(tabled())
    for name, rows in sheets.items():
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            assert [list(map(_shown, row)) for row in rows] == [_as_in_excel(row) for row in csv.reader(stream)]
    days = [row[tuple(sheets["meetings"][0]).index("date")] for row in sheets["meetings"][1:]]
    assert {type(day) for day in days} == {datetime}


def _shown(cell: Any) -> str:
    return "" if cell is None else cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def _as_in_excel(row: list[str]) -> list[str]:
    held = (cell.replace("\r\n", "\n").replace("\f", "\ufffd") for cell in row)
    return [{"1.0": "1", "0.0": "0"}.get(cell, cell) for cell in held]


def hostile(title: str, day: str = "2023-03-01") -> Entry:
    """A record with such a title of an item, held on such a day."""
    plain = full_record()
    plain["items"][0]["title"] = title
    plain["header"]["date"]["value"] = day
    return full_entry(plain)


@pytest.mark.parametrize(
    "title", ["=1+1", "+A1", "-2", "@now()", "\ttab", "<r>not ours</r>", "_x0041_", "'quoted", "12"]
)
def test_cells_of_a_workbook_are_text_whatever_they_begin_with(title: str, tmp_path: Path) -> None:
    """No formula, no markup, no number is made of a text."""
    openpyxl = pytest.importorskip("openpyxl")
    export([hostile(title)], TargetName.XLSX, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    cells = {head.value: cell for head, cell in zip(*book["items"].iter_rows(), strict=True)}
    assert cells["title"].data_type == "s"
    assert cells["title"].value.replace("_x005F_", "_") == title
    book.close()


def test_what_excel_has_no_room_for_is_counted(tmp_path: Path) -> None:
    """A long text is cut, a control character replaced, a day before 1900 and a large number are text."""
    plain = full_record()
    plain["items"][0]["title"] = "𝄞" * 20_000
    plain["items"][0]["number"] = "a\x0bb\r\nc"
    plain["items"][0]["votes"][0]["for"] = 10**400
    plain["header"]["date"]["value"] = "1894-12-04"
    report = export([full_entry(plain)], TargetName.XLSX, tmp_path / "book.xlsx")
    sheets = {
        name: dict(zip(*rows, strict=True))
        for name, rows in read_xlsx(tmp_path / "book.xlsx").items()
        if len(rows) == 2
    }
    assert sheets["items"]["title"] == "𝄞" * 16_383
    assert sheets["items"]["number"] == "a�b\nc"
    assert sheets["meetings"]["date"] == "1894-12-04"
    assert sheets["votes"]["votes_for"] == str(10**400)
    known = {
        line["path"]: line["values"] for line in report.lost.by_path() if "Excel" in line["why"] and line["values"]
    }
    assert known == {"items.title": 1, "items.number": 1, "meetings.date": 1, "votes.votes_for": 1}


def test_a_table_longer_than_a_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for four rows, five meetings take two sheets, each with the names of the columns."""
    monkeypatch.setattr(xlsx, "ROWS", 4)
    entries = [entry_of(parse(f"1. PLOTS\n\nPlot {i}.\n", model=None), "a") for i in range(5)]
    export(entries, TargetName.XLSX, tmp_path / "book.xlsx")
    sheets = read_xlsx(tmp_path / "book.xlsx")
    assert [len(sheets[name]) for name in ("meetings", "meetings 2")] == [4, 3]
    assert sheets["meetings"][0] == sheets["meetings 2"][0]


def test_csv_cells_are_exact(tmp_path: Path) -> None:
    """Quotes, commas, every kind of line break, what a spreadsheet takes for a formula: read back as they were."""
    title = '=HYPERLINK("x"),\r\n\rA "B"\n\x00\t'
    export([hostile(title)], TargetName.CSV, tmp_path / "csv")
    assert read_csv(tmp_path / "csv")["items"][0]["title"] == title
    assert (tmp_path / "csv" / "items.csv").read_bytes().count(b'"=HYPERLINK(""x"")') == 1


def test_an_empty_text_where_null_may_stand_is_counted(tmp_path: Path) -> None:
    """An empty role is read back as none, and the report says so."""
    plain = full_record()
    plain["attendance"][0]["role"] = ""
    report = export([full_entry(plain)], TargetName.CSV, tmp_path / "csv")
    assert read_csv(tmp_path / "csv")["attendance"][0]["role"] is None
    assert {line["path"] for line in report.lost.by_path() if "empty text" in line["why"]} == {"attendance.role"}


FORMULAS = ("=1+1", "+1 to the list", "-A Bell", "@Bell", "\t=1", " =1+1", "\uff1d1", "\r=1", "'=1", "''-1", "'\n")
TEXTS = ("A = B", "1+1", "'tis said", "", "A Bell", "[-1]", "''")


@pytest.mark.parametrize("text", FORMULAS + TEXTS)
def test_no_cell_is_a_formula_where_that_is_asked(text: str, tmp_path: Path) -> None:
    """An apostrophe stands before it, and is counted; without it the text is the same; other texts are left alone."""
    plain = full_record()
    plain["items"][0]["title"] = text
    report = export([full_entry(plain)], TargetName.CSV, tmp_path / "out", spreadsheet_safe=True)
    with (tmp_path / "out" / "items.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["title"] == ("'" if text in FORMULAS else "") + text
    assert re.sub(r"^'(?='*(\s*[=+\-@＝＋－＠]|[\t\r\n]))", "", row["title"]) == text
    assert report.lost.by_reason()[-1][1].startswith("a spreadsheet would take") == (text in FORMULAS)


def test_cells_are_exact_where_nothing_is_asked(tmp_path: Path) -> None:
    """What other programs read is what the minutes say; safe cells of corpus/gold differ by apostrophes alone."""
    for safe in (False, True):
        export(gold_entries(), TargetName.CSV, tmp_path / str(safe), spreadsheet_safe=safe)
    differing = 0
    for name in tabled():
        exact, safe = (
            list(csv.reader(io.StringIO((tmp_path / kind / f"{name}.csv").read_bytes().decode(), newline="")))
            for kind in ("False", "True")
        )
        for one, other in zip(exact, safe, strict=True):
            for cell, guarded in zip(one, other, strict=True):
                differing += cell != guarded
                assert guarded in (cell, f"'{cell}")
                assert not guarded.startswith(tuple("=+-@\t\r"))
    assert differing > 0
