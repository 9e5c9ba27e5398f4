"""The tables: all of the record is in them, the ids hold, and they can be opened by what researchers use."""

import json
from pathlib import Path
from typing import Any, get_args

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from archives import folder_of
from minuteparse import parse, parse_file
from minuteparse.bulk import Running, Settings, ingest
from minuteparse.bulk.layout import schema, tables
from minuteparse.bulk.rows import rows
from minuteparse.record import Minutes


@pytest.fixture(scope="module")
def dataset(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of the documents of the corpus that hold the most kinds of things."""
    out = tmp_path_factory.mktemp("tables") / "d"
    sources = (str(root / "corpus" / "gold" / "*.txt"),)
    ingest(Settings(sources, shard_inputs=20), out, Running(workers=0))
    return out


def found_in(text: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table that a text gives."""
    made: dict[str, list[dict[str, Any]]] = {name: [] for name in tables()}
    record = parse(text, model=None)
    for table, row in rows("M", "a.txt", json.loads(record.model_dump_json(by_alias=True)), text):
        made[table].append(row)
    return made


def test_rows_have_the_columns_of_their_table_and_no_others(root: Path) -> None:
    """A misspelt column would be null in silence."""
    seen = set()
    for path in sorted((root / "corpus" / "gold").glob("*.txt")):
        for table, made in found_in(path.read_bytes().decode("utf-8-sig")).items():
            for row in made:
                assert row.keys() == set(schema(table).names), table
                seen.add(table)
    assert seen == set(tables()) - {"manifest"}


def test_each_field_of_the_record_has_a_column() -> None:
    """Nothing of the record is left out of the tables without being named here."""
    renamed = {"start": {"start", "began", "name_start"}, "end": {"end", "ended", "name_end"}, "for_": {"votes_for"}}
    renamed |= {
        "against": {"votes_against"},
        "abstain": {"votes_abstain"},
        "value": {"date"},
        "attendee": {"attendance_id"},
    }
    renamed |= {
        "attendee": {"attendance_id"},
        "person": {"name"},
        "member": {"name"},
        "mover": {"mover"},
        "text": {"text", "name_text"},
    }
    columns = {name: set(schema(name).names) for name in tables()}
    homes = {"Attendance": "attendance", "Item": "items", "Decision": "decisions", "Action": "actions", "Vote": "votes"}
    homes |= {"Declaration": "declarations", "ItemPerson": "people", "Mention": "dates", "Issue": "issues"}
    homes |= {"Person": "vote_names", "Header": "meetings", "SourceInfo": "meetings"}
    # where a stretch stands in a PDF or Word file is in the records alone
    lists = {*tables(), "for_names", "against_names", "abstain_names", "name", "places"}
    for model in models(Minutes):
        if model.__name__ in homes:
            for field in model.model_fields:
                wanted = renamed.get(field, {field})
                assert wanted & columns[homes[model.__name__]] or field in lists, (model.__name__, field)


def models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """The models that a model is made of."""
    found = {model}
    for field in model.model_fields.values():
        for inner in (
            field.annotation,
            *get_args(field.annotation),
            *sum(map(get_args, get_args(field.annotation)), ()),
        ):
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner not in found:
                found |= models(inner)
    return found


def test_ids_are_the_places_of_values_in_their_record(dataset: Path) -> None:
    """An id, followed in the record of its meeting, leads to what its row says."""
    import gzip

    records = {}
    for path in sorted((dataset / "records").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                record = json.loads(line)
                records[record["source"]["sha256"][:32]] = record
    for table, key in (("decisions", "decision_id"), ("actions", "action_id"), ("issues", "issue_id")):
        found = pq.read_table(dataset / table).to_pylist()
        assert found
        for row in found:
            meeting, *steps = row[key].split("/")
            value: Any = records[meeting]
            for step in steps:
                value = value[int(step)] if step.isdigit() else value[step]
            assert (value["start"], value["end"]) == (row["start"], row["end"])
            assert value.get("text", row.get("text")) == row.get("text")


def test_records_are_what_parse_prints(dataset: Path, root: Path) -> None:
    """A line of the records is the output of `minuteparse parse --compact` for the file."""
    import gzip

    with gzip.open(dataset / "records" / "part-000000.jsonl.gz", "rt", encoding="utf-8") as stream:
        first = next(stream)
    path = sorted((root / "corpus" / "gold").glob("*.txt"))[0]
    assert first == parse_file(path).model_dump_json(by_alias=True) + "\n"


def test_texts_joined_are_the_document(dataset: Path, root: Path) -> None:
    """Head, items in order and tail give back the text of each file."""
    meetings = pq.read_table(dataset / "meetings").to_pylist()
    items = pq.read_table(dataset / "items").to_pylist()
    for meeting in meetings:
        own = sorted(
            (row for row in items if row["meeting_id"] == meeting["meeting_id"]), key=lambda row: row["position"]
        )
        text = meeting["head_text"] + "".join(row["text"] for row in own) + meeting["tail_text"]
        assert text == Path(meeting["path"]).read_bytes().decode("utf-8-sig")


def test_duckdb_and_pandas_open_the_tables(dataset: Path) -> None:
    """Both read a table as one, whatever the number of its files, and join by the keys."""
    count = duckdb.sql(
        f"select count(*) from '{dataset}/decisions/*.parquet' join '{dataset}/items/*.parquet' using (item_id)"
    ).fetchall()[0]
    decisions = pd.read_parquet(dataset / "decisions")
    assert count == (len(decisions),)
    assert len(decisions) > 100
    lines = duckdb.sql(f"select count(*) from read_json('{dataset}/records/*.jsonl.gz')").fetchall()[0]
    assert lines == (len(pd.read_parquet(dataset / "meetings")),)


def test_the_description_is_a_frictionless_package(dataset: Path) -> None:
    """Each resource names its files, each field its type; keys and links name fields that there are."""
    package = json.loads((dataset / "datapackage.json").read_bytes())
    assert package["profile"] == "data-package"
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert set(resources) == {*tables(), "records"}
    for name, table in tables().items():
        described = resources[name]
        assert all((dataset / path).is_file() for path in described["path"])
        names = [field["name"] for field in described["schema"]["fields"]]
        assert names == schema(name).names
        types = {field["type"] for field in described["schema"]["fields"]}
        assert types <= {"string", "integer", "number", "date", "array"}
        assert described["schema"]["primaryKey"] == [table.key]
        for link in described["schema"].get("foreignKeys", ()):
            target = resources[link["reference"]["resource"] or name]
            assert link["fields"][0] in names
            assert link["reference"]["fields"] == target["schema"]["primaryKey"]


def test_shards_are_bounded_in_bytes_too(tmp_path: Path) -> None:
    """Large documents make small shards."""
    folder = folder_of(tmp_path / "m", range(96))
    size = sum(path.stat().st_size for path in folder.iterdir())
    ingest(Settings((str(folder),), model=None, shard_bytes=size // 4), tmp_path / "d", Running(workers=0))
    assert len(list((tmp_path / "d" / "manifest").iterdir())) == 3


def test_the_columns_have_the_types_that_are_described() -> None:
    """Dates are dates; what is never null says so."""
    assert schema("meetings").field("date").type == pa.date32()
    assert not schema("manifest").field("status").nullable
    assert schema("manifest").field("error").nullable
