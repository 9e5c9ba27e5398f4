"""Datasets read in Python: tables for pandas, Polars and PyArrow, records one at a time, errors that help."""

import gzip
import shutil
import sys
from pathlib import Path

import pytest

from archives import folder_of
from minuteparse import Minutes, load_dataset
from minuteparse.bulk import Running, Settings, ingest
from minuteparse.bulk.stored import documents
from minuteparse.dataset import Dataset
from minuteparse.errors import InputError, UsageError


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Forty documents in two files of each table, two of them the same, one without any words."""
    folder = tmp_path_factory.mktemp("dataset")
    source = folder_of(folder / "in", range(38))
    (source / "0038.txt").write_bytes((source / "0000.txt").read_bytes())
    (source / "0039.txt").write_bytes(b"\n")
    settings = Settings(sources=(str(source),), shard_inputs=32, model=None)
    ingest(settings, folder / "out", Running(workers=0))
    return load_dataset(folder / "out")


def test_tables_are_the_same_in_all_three_libraries(dataset: Dataset) -> None:
    """Names and numbers of rows, over all files; the tables are attributes too."""
    pytest.importorskip("polars")
    for name in dataset.tables:
        rows = dataset.arrow(name).num_rows
        assert (len(dataset.pandas(name)), dataset.polars(name).height) == (rows, rows)
        assert list(dataset.pandas(name).columns) == dataset.polars(name).columns == dataset.arrow(name).column_names
    assert len(dataset.meetings.pandas()) == 39
    assert len(dataset.meetings.paths) == 2
    assert set(dataset.tables) <= set(dir(dataset))
    assert repr(dataset).endswith("40 inputs, 39 records>")


def test_types_are_those_of_the_library(dataset: Dataset) -> None:
    """Dates can be reckoned with; a count that the text does not give is missing, not zero, and no fraction."""
    meetings = dataset.pandas("meetings")
    assert set(meetings["date"].dt.day.dropna()) == set(range(1, 29))
    votes = dataset.pandas("votes")
    assert str(votes["votes_for"].dtype) == "Int64"
    assert votes["votes_for"].isna().all()
    polars = pytest.importorskip("polars")
    assert dataset.polars("meetings").schema["date"] == polars.Date


def test_columns_can_be_chosen(dataset: Dataset) -> None:
    """In the order asked for, or one by its name."""
    assert list(dataset.items.pandas(["title", "meeting_id"]).columns) == ["title", "meeting_id"]
    assert list(dataset.items.pandas("title").columns) == ["title"]
    with pytest.raises(UsageError, match="items has no column 'name'; its columns are item_id"):
        dataset.arrow("items", ["name"])


def test_records_come_in_the_order_of_the_meetings(dataset: Dataset) -> None:
    """Each that of its row."""
    found = list(dataset.records())
    assert all(isinstance(one, Minutes) for one in found)
    assert [one.source.sha256 for one in found] == dataset.arrow("meetings")["sha256"].to_pylist()


def test_documents_come_with_their_texts(dataset: Dataset) -> None:
    """Head, items and tail joined are the text that was read, of documents without items too."""
    for one in documents(dataset.folder, dataset.package):
        assert Path(one.path).read_bytes().decode() == one.text
        assert one.record.source.sha256.startswith(one.meeting)


def test_an_unknown_table_is_named_with_those_there_are(dataset: Dataset) -> None:
    """As an error of use where it is asked for by name, as a missing attribute elsewhere."""
    with pytest.raises(UsageError, match="no table 'motions'; the tables are manifest, meetings"):
        dataset.pandas("motions")
    with pytest.raises(AttributeError, match="motions"):
        _ = dataset.motions


def test_what_is_no_dataset_is_refused(tmp_path: Path) -> None:
    """An empty folder, a run that was not finished, a description of something else."""
    with pytest.raises(UsageError, match="name the folder of a dataset"):
        load_dataset(tmp_path)
    (tmp_path / ".work").mkdir()
    with pytest.raises(UsageError, match="its run is not finished"):
        load_dataset(tmp_path)
    (tmp_path / "datapackage.json").write_text("{}")
    with pytest.raises(UsageError, match="not the description of a dataset"):
        load_dataset(tmp_path)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named_with_its_command(
    dataset: Dataset, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither pandas nor Polars comes with minuteparse."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=f"pip install {library}"):
        getattr(dataset, library)("votes")


def test_damage_is_named(dataset: Dataset, tmp_path: Path) -> None:
    """A file that is not Parquet, and a line that is no record: the file, the line and the cure."""
    for path in dataset.folder.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(dataset.folder)
            copy.parent.mkdir(exist_ok=True, parents=True)
            copy.write_bytes(path.read_bytes())
    damaged = load_dataset(tmp_path)
    (tmp_path / "votes" / "part-000001.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match=r"votes/part-000001.parquet: cannot be read .*minuteparse verify"):
        damaged.arrow("votes")
    (tmp_path / "records" / "part-000000.jsonl.gz").write_bytes(gzip.compress(b'{"schema_version": 2}\n'))
    with pytest.raises(InputError, match=r"part-000000.jsonl.gz:1: not a record of this version"):
        list(damaged.records())


@pytest.mark.parametrize(
    "content",
    [
        '{"resources": [], "inputs": [], "settings": {}}',
        '{"resources": {}, "inputs": {}, "settings": {}}',
        '{"resources": [], "inputs": {}, "settings": null}',
        "[]",
    ],
)
def test_the_description_of_something_else_is_refused(content: str, tmp_path: Path) -> None:
    """Whatever its keys hold."""
    (tmp_path / "datapackage.json").write_text(content)
    with pytest.raises(UsageError, match="not the description of a dataset of minuteparse"):
        load_dataset(tmp_path)


@pytest.mark.parametrize("resources", ["[]", "[1]", '[{"name": "records"}]', '[{"name": "records", "parts": 2}]'])
def test_a_description_without_records_is_told(resources: str, tmp_path: Path) -> None:
    """When a table or the records are asked for."""
    (tmp_path / "datapackage.json").write_text(f'{{"resources": {resources}, "inputs": {{}}, "settings": {{}}}}')
    damaged = load_dataset(tmp_path)
    for ask in (
        lambda: damaged.arrow("votes"),
        lambda: next(damaged.records()),
        lambda: list(documents(tmp_path, damaged.package)),
    ):
        with pytest.raises(InputError, match=r"datapackage\.json: names no records"):
            ask()


def test_records_that_are_missing_are_told(dataset: Dataset, tmp_path: Path) -> None:
    """A file of records that was cut at a line holds fewer than there are meetings."""
    shutil.copytree(dataset.folder, tmp_path / "cut")
    path = tmp_path / "cut" / "records" / "part-000001.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(gzip.decompress(path.read_bytes()).splitlines(keepends=True)[:-1])))
    with pytest.raises(InputError, match="has not a record for each meeting; see `minuteparse verify`"):
        list(documents(tmp_path / "cut", dataset.package))
