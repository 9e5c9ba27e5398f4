"""The command `export`: what it reads, what it refuses, what it says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from archives import folder_of, minutes_of, run
from exports import full_entry, gold_entries, with_value
from minuteparse import parse
from minuteparse.bulk import Running, Settings, ingest
from minuteparse.errors import InputError, RunError, UsageError
from minuteparse.export.entry import Entry
from minuteparse.export.run import export
from minuteparse.export.sources import entries
from minuteparse.export.targets import TargetName


def record(i: int, indent: int | None = None) -> str:
    """The record of invented minutes as `parse` prints it."""
    return parse(minutes_of(i), name=f"{i}.txt", model=None).model_dump_json(by_alias=True, indent=indent) + "\n"


def read(*sources: Path) -> list[Entry]:
    """The entries of `sources`, by rules alone."""
    return list(entries([str(source) for source in sources], model=None))


def names(found: list[Entry]) -> list[tuple[str, bool]]:
    """Where each entry came from, and whether its text is at hand."""
    return [(entry.name, entry.text is not None) for entry in found]


def test_each_kind_of_source_is_told_by_its_content(tmp_path: Path) -> None:
    """A record on one line or on many, lines of records, minutes, a dataset: all give the same records."""
    one, many, lines, minutes = (tmp_path / name for name in ("one", "many", "lines", "minutes"))
    one.write_text(record(0))
    many.write_text("\ufeff" + record(0, indent=2))
    lines.write_text("\n" + record(0) + "\n" + record(1).rstrip("\n"))
    minutes.write_text(minutes_of(0))
    source = folder_of(tmp_path / "in", [0, 1])
    ingest(Settings(sources=(str(source),), model=None), tmp_path / "dataset", Running(workers=0))
    assert names(read(one, many, minutes)) == [("0.txt", False), ("0.txt", False), ("minutes", True)]
    stored = read(tmp_path / "dataset")
    assert names(stored) == [(str(source / "0000.txt"), True), (str(source / "0001.txt"), True)]
    assert [entry.text for entry in stored] == [minutes_of(0), minutes_of(1)]
    alone = read(lines)
    assert [entry.id for entry in alone] == [entry.id for entry in stored]
    assert alone[0].record == read(many)[0].record
    assert alone[0].record.items == stored[0].record.items


def test_minutes_become_the_record_that_parse_gives(tmp_path: Path) -> None:
    """Named by the file alone; a name that is no UTF-8 is written with escapes."""
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xff.txt"))
    odd.write_text(minutes_of(0))
    (entry,) = read(odd)
    assert entry.name == entry.record.source.name == "m\\xff.txt"
    assert entry.record == parse(minutes_of(0), name="m\\xff.txt", model=None)
    export([entry], TargetName.CSV, tmp_path / "out")
    assert b"m\\xff.txt" in (tmp_path / "out" / "meetings.csv").read_bytes()


def test_long_lines_and_long_files_are_read_whole(tmp_path: Path) -> None:
    """What is looked at to tell the kind ends in the middle of a line."""
    path = tmp_path / "records.jsonl"
    path.write_text("".join(record(i) for i in range(9)))
    assert len(record(0)) > 4096
    assert [entry.name for entry in read(path)] == [f"{i}.txt" for i in range(9)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "bad: empty; print records with: minuteparse parse FILE"),
        ("{}", "bad:1: not a record of minuteparse (engine: Field required)"),
        (f"[{record(0).strip()}]", "bad: not a record of minuteparse (Input should be an object"),
        ('{"a": 1}\n', "bad:1: not a record of minuteparse (engine: Field required)"),
        (record(0) + '{"schema_version":\n', "bad:2: not a record of minuteparse (Invalid JSON: "),
        (record(0, indent=2)[:-9], "bad: not a record of minuteparse (Invalid JSON: "),
        (record(0) + "1. APOLOGIES\n", "bad:2: not a record of minuteparse (Invalid JSON: "),
    ],
)
def test_what_is_no_record_is_named_with_its_line_and_the_cure(content: str, why: str, tmp_path: Path) -> None:
    """Nothing is written then, though records came before it."""
    path = tmp_path / "bad"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        export(entries([str(path)], model=None), TargetName.CSV, tmp_path / "out")
    assert f"{tmp_path}/{why}" in str(caught.value)
    assert str(caught.value).endswith("print records with: minuteparse parse FILE")
    assert [p.name for p in tmp_path.iterdir()] == ["bad"]


def test_records_in_utf_16_are_not_taken_for_minutes(tmp_path: Path) -> None:
    """Some shells write what a command prints in UTF-16."""
    (tmp_path / "records").write_text(record(0), encoding="utf-16")
    with pytest.raises(InputError, match="records in UTF-16; save them as UTF-8"):
        read(tmp_path / "records")


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """A file that is missing, a folder that is no dataset."""
    with pytest.raises(InputError, match="No such file or directory; check the path"):
        read(tmp_path / "missing")
    with pytest.raises(UsageError, match="name the folder of a dataset"):
        read(tmp_path)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a file nor a folder, an empty one included."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    for name in ("file", "folder"):
        with pytest.raises(UsageError, match="is there already; name another path"):
            export(gold_entries()[:1], TargetName.CSV, tmp_path / name)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The draft goes away with the reason told."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("minuteparse.export.run.os.replace", full)
    with pytest.raises(RunError, match=r"cannot be written \(No space left on device\)"):
        export(gold_entries()[:1], TargetName.CSV, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("header.date.value", "header.date.value"),
        ("items[].actions[].due", "items[0].actions[0].due"),
        ("items[].dates[].value", "items[0].dates[0].value"),
        ("previous_minutes[].value", "previous_minutes[0].value"),
        ("next_meeting.value", "next_meeting.value"),
    ],
)
@pytest.mark.parametrize("to", [TargetName.CSV, TargetName.XLSX, TargetName.FRICTIONLESS, TargetName.ICALENDAR])
def test_what_is_no_day_is_named(to: TargetName, path: str, place: str, tmp_path: Path) -> None:
    """A record that somebody else wrote may have any text for a date."""
    odd = full_entry(with_value(path, "next week"))
    with pytest.raises(InputError, match=re.escape(f"a.pdf: {place} is 'next week', no day (YYYY-MM-DD)")):
        export([odd], to, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("to", [to for to in TargetName if to is not TargetName.AKN])
def test_a_record_without_a_name_has_that_of_its_file(to: TargetName, tmp_path: Path) -> None:
    """Bytes in it that are no UTF-8 are escapes."""
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/m\xff.json")
    nameless = parse(minutes_of(0), model=None).model_dump_json(by_alias=True)
    Path(odd).write_text(nameless)
    (entry,) = entries([odd])
    assert entry.name == odd.replace("\udcff", "\\udcff")
    assert export([entry], to, tmp_path / "out").documents == 1


@pytest.mark.parametrize("digest", ["", "zz" * 32, "../" * 20 + "evil", "AB" * 32, "ab" * 31])
def test_a_record_without_a_hash_is_named(digest: str, tmp_path: Path) -> None:
    """Ids, addresses and names of files are made of it: none may lead out of the folder that is written."""
    plain = with_value("source.sha256", digest)
    (tmp_path / "a.json").write_text(json.dumps(plain))
    with pytest.raises(InputError, match=re.escape(f"a.pdf: source.sha256 is {digest[:80]!r}, not 64")):
        read(tmp_path / "a.json")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file whose first byte cannot be read")
def test_a_source_that_fails_while_it_is_read_is_named(tmp_path: Path) -> None:
    """It, and not the file that was to be written."""
    with pytest.raises(InputError, match=r"/proc/self/mem: Input/output error"):
        export(entries(["/proc/self/mem"]), TargetName.CSV, tmp_path / "out")


def test_minutes_below_many_blank_lines_are_no_empty_file(tmp_path: Path) -> None:
    """Nor are records."""
    for name, content in (("minutes", minutes_of(0)), ("records", record(0) + record(1))):
        (tmp_path / name).write_text("\n" * 9000 + content)
    assert names(read(tmp_path / "minutes", tmp_path / "records")) == [
        ("minutes", True),
        ("0.txt", False),
        ("1.txt", False),
    ]


def test_losses_never_take_the_place_of_the_export_or_of_a_source(tmp_path: Path) -> None:
    """Wrong use, told before anything is written."""
    source = tmp_path / "a.json"
    source.write_text(record(0))
    asked = ("export", source, "--to", "popolo", "--out", tmp_path / "out", "--losses")
    for losses, why in (
        (tmp_path / "out", "is where the export goes"),
        (tmp_path / "out" / "losses", "is where the export goes"),
        (tmp_path / "none" / "losses", "no such folder"),
        (source, "is read, and would be lost"),
    ):
        done = run(*asked, losses)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert why in done.stderr
    assert source.read_text() == record(0)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("to", [target for target in TargetName if target is not TargetName.CSV])
def test_other_formats_than_csv_have_no_cells_to_make_safe(to: TargetName, tmp_path: Path) -> None:
    """The option is refused, for it would do nothing."""
    with pytest.raises(UsageError, match=f"--spreadsheet-safe is for csv; {to.value}"):
        export(gold_entries()[:1], to, tmp_path / "out", spreadsheet_safe=True)
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_comes_again_is_left_out_and_counted(tmp_path: Path) -> None:
    """Ids stay unique; the report says how many came twice."""
    report = export([*gold_entries()[:2], *gold_entries()[:3]], TargetName.CSV, tmp_path / "out")
    assert (report.documents, report.repeated) == (3, 2)
    assert report.lines()[0].startswith("3 documents (2 that came again left out): ")
    assert (tmp_path / "out" / "meetings.csv").read_bytes().count(b"\n" + gold_entries()[0].id.encode()) == 1


def test_the_command_writes_and_says_what_is_lost(tmp_path: Path) -> None:
    """On standard error in a few lines, in a file in full; exit code 2 for a path that is taken, 1 for a bad record."""
    (tmp_path / "records.jsonl").write_text(record(0) + record(1))
    asked = ("export", tmp_path / "records.jsonl", "--to", "csv", "--out", tmp_path / "out")
    done = run(*asked, "--losses", tmp_path / "losses.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("minuteparse: 2 documents: ")
    assert "2 at engine: the tables do not say what made the record" in done.stderr
    told = json.loads((tmp_path / "losses.json").read_bytes())
    assert (told["target"], told["documents"], told["repeated"]) == ("csv", 2, 0)
    assert {"path": "engine.version", "values": 2, "why": "the tables do not say what made the record"} in told["lost"]
    assert {"path": "engine.model", "values": 0, "why": "the tables do not say what made the record"} in told["lost"]
    again = run(*asked)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert "is there already" in again.stderr
    (tmp_path / "bad").write_text("{}")
    assert run("export", tmp_path / "bad", "--to", "pdf", "--out", tmp_path / "x").returncode == 2


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`minuteparse parse FILE | minuteparse export - ...`."""

    class Stdin:
        buffer = (tmp_path / "records").open("w+b")

    Stdin.buffer.write(record(3).encode())
    Stdin.buffer.seek(0)
    monkeypatch.setattr("sys.stdin", Stdin)
    assert names(list(entries(["-"]))) == [("3.txt", False)]
    Stdin.buffer.close()


@pytest.mark.parametrize(
    ("to", "library", "extra"),
    [(TargetName.XLSX, "xlsxwriter", "xlsx"), (TargetName.ICALENDAR, "icalendar", "calendar")],
)
def test_an_extra_that_is_missing_is_named_with_its_command(
    to: TargetName, library: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written then."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        UsageError, match=re.escape(f"{library} is not installed; install it with: pip install 'minuteparse[{extra}]'")
    ):
        export(gold_entries()[:1], to, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_export_needs_no_extra_for_what_needs_none() -> None:
    """CSV from a record: neither PyArrow nor what else archives need is imported."""
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('pyarrow', 'filelock', 'fsspec')))\n"
        "import minuteparse.export.csv, minuteparse.export.run, minuteparse.export.sources, minuteparse.export_commands"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
