"""The proof that a dataset is whole finds each way in which it is not."""

import gzip
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from archives import folder_of, run
from minuteparse.bulk import Running, Settings, ingest, verify
from minuteparse.bulk.layout import schema
from minuteparse.errors import UsageError


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dataset in two shards."""
    place = tmp_path_factory.mktemp("verify")
    folder = folder_of(place / "m", range(40))
    (folder / "bad.txt").write_bytes(b"\0")
    ingest(Settings((str(folder),), model=None, shard_inputs=32), place / "d", Running(workers=0))
    return place / "d"


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return shutil.copytree(whole, tmp_path / "d")


def rewrite(dataset: Path, name: str, change: Callable[[list[dict[str, Any]]], Any]) -> None:
    """Change the rows of one file, and put its new hash into the description: a lie that hashes do not tell."""
    path = dataset / name
    if name.endswith(".gz"):
        rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
        change(rows)
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        path.write_bytes(gzip.compress(lines.encode(), mtime=0))
    else:
        rows = pq.read_table(path).to_pylist()
        change(rows)
        pq.write_table(pa.Table.from_pylist(rows, schema(name.split("/", maxsplit=1)[0])), path)
    describe(dataset, lambda part: part.update(rows=len(rows)) if part["path"] == name else None)


def describe(dataset: Path, change: Callable[[dict[str, Any]], Any]) -> None:
    """Make the description say what lies there now."""
    package = json.loads((dataset / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        for part in resource["parts"]:
            change(part)
            part["sha256"] = sha256((dataset / part["path"]).read_bytes()).hexdigest()
    (dataset / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def test_a_whole_dataset_is_whole(whole: Path) -> None:
    """Nothing to tell; it says how much was checked."""
    report = verify(whole)
    assert (report.problems, report.exit_code) == ([], 0)
    assert report.checked["files"] == 26
    assert report.checked["meetings read closely"] == 40
    assert verify(whole, 5).checked["meetings read closely"] == 5


def test_the_command_prints_one_line(whole: Path, copy: Path) -> None:
    """Whole: exit code 0. Spoilt: each problem on a line of standard error, exit code 1."""
    done = run("verify", whole)
    assert (done.returncode, done.stderr) == (0, "")
    assert "d: whole; checked 26 files" in done.stdout
    (copy / "items" / "part-000001.parquet").unlink()
    done = run("verify", copy)
    assert done.returncode == 1
    assert done.stderr.endswith("items/part-000001.parquet: No such file or directory\n")
    assert "NOT whole" in done.stdout


def test_an_unfinished_dataset_is_none(copy: Path) -> None:
    """It is said whether a run can be taken up, or the description is no description."""
    (copy / ".work").mkdir()
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="not JSON"):
        verify(copy)
    (copy / "datapackage.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="not the description"):
        verify(copy)
    (copy / "datapackage.json").unlink()
    with pytest.raises(UsageError, match="run the same ingest again"):
        verify(copy)


def test_a_turned_byte_and_a_stranger_are_found(copy: Path) -> None:
    """Contents are hashed; files that do not belong are named."""
    path = copy / "records" / "part-000000.jsonl.gz"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    (copy / "items" / "part-000009.parquet").write_bytes(b"")
    problems = verify(copy).problems
    assert "items/part-000009.parquet: not part of the dataset" in problems
    assert any(line.startswith("records/part-000000.jsonl.gz: its contents are not") for line in problems)


def set_in(at: int, column: str, value: Any) -> Callable[[list[dict[str, Any]]], None]:
    """A change of one value."""
    return lambda rows: rows[at].update({column: value})


def shift(part: dict[str, Any]) -> None:
    """Let a part begin too late."""
    part["start"] += 3


LIES = [
    ("manifest/part-000000.parquet", set_in(3, "status", "failed"), "is failed and has a record"),
    ("manifest/part-000000.parquet", set_in(3, "status", "fine"), "which there is not"),
    ("manifest/part-000000.parquet", set_in(3, "input", 4), "stands where 3 should"),
    ("manifest/part-000000.parquet", set_in(3, "sha256", "0" * 64), "not the document of its meeting"),
    ("manifest/part-000001.parquet", lambda rows: rows[0].update(path=rows[1]["path"]), "which came before"),
    ("manifest/part-000001.parquet", set_in(8, "error", None), "it is not said why"),
    ("manifest/part-000001.parquet", lambda rows: rows.pop(), "of the inputs, the manifest"),
    ("meetings/part-000000.parquet", set_in(0, "length", 5), "characters, not 5"),
    ("meetings/part-000000.parquet", lambda rows: rows.append(dict(rows[0])), "stands more than once"),
    ("items/part-000000.parquet", lambda rows: rows[0].update(text=rows[0]["text"].upper()), "not the hash"),
    ("decisions/part-000000.parquet", set_in(0, "item_id", "gone"), "item_id 'gone' is in no row of items"),
    (
        "decisions/part-000000.parquet",
        set_in(0, "text", "Otherwise."),
        "rows in decisions are not what its record says",
    ),
    ("records/part-000000.jsonl.gz", lambda rows: rows.pop(), "31 records of 32 meetings"),
    ("records/part-000000.jsonl.gz", lambda rows: rows[0].pop("items"), "rows in items are not"),
    ("records/part-000000.jsonl.gz", lambda rows: rows[0].update(engine=None), "its record is not valid"),
    ("records/part-000000.jsonl.gz", lambda rows: shift(rows[0]["items"][1]["decisions"][0]), "the text has"),
]


@pytest.mark.parametrize(("name", "change", "said"), LIES, ids=[said for _, _, said in LIES])
def test_what_hashes_do_not_tell_is_found(name: str, change: Callable[..., Any], said: str, copy: Path) -> None:
    """Counts, keys, links, texts and spans are checked for themselves."""
    rewrite(copy, name, change)
    assert any(said in line for line in verify(copy).problems), verify(copy).problems


def test_other_columns_are_found(copy: Path) -> None:
    """A table must have the columns that it is described with."""
    path = copy / "votes" / "part-000000.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["mover"]), path)
    describe(copy, lambda part: None)
    assert "votes/part-000000.parquet: its columns are not those of the table" in verify(copy).problems


def test_the_first_problems_are_enough(copy: Path) -> None:
    """A dataset that is wrong throughout does not fill the screen."""
    rewrite(copy, "manifest/part-000000.parquet", lambda rows: [row.update(status="fine") for row in rows])
    assert len(verify(copy).problems) == 51
