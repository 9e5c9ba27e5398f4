"""Runs over an archive: the same bytes however they are carried out, each input accounted for, nothing done twice."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from archives import contents, folder_of, manifest, minutes_of, run
from minuteparse.bulk import Running, Settings, Step, ingest
from minuteparse.bulk.executors import open_workers
from minuteparse.errors import RunError, UsageError

FAULTY = [sys.executable, "-W", "error", str(Path(__file__).with_name("faulty.py"))]
HERE = Running(workers=0)


def rules(*sources: Path | str, shard: int = 64, **more: Any) -> Settings:
    """Settings with rules alone, and small shards."""
    return Settings(sources=tuple(map(str, sources)), model=None, shard_inputs=shard, **more)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 100 documents, some of them twice, some no documents at all."""
    folder = folder_of(tmp_path_factory.mktemp("archive") / "m", range(90))
    for i in range(5):
        (folder / f"again{i}.txt").write_text(minutes_of(i * 20), encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"\0\1\2")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "nothing.txt").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"x")
    (folder / "prose.txt").write_text("No minutes at all.", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of it, made in one go in one process."""
    out = tmp_path_factory.mktemp("whole") / "d"
    ingest(rules(archive), out, HERE)
    return out


def test_each_input_has_one_row_that_says_what_became_of_it(whole: Path) -> None:
    """Statuses, hashes, sizes, codes, errors and duplicates."""
    rows = manifest(whole)
    assert len(rows) == 100
    assert [row["input"] for row in rows.values()] == list(range(100))
    assert rows["0007.txt"]["status"] == "ok"
    assert rows["0007.txt"]["bytes"] == len(minutes_of(7).encode())
    assert rows["0007.txt"]["meeting_id"] == rows["0007.txt"]["sha256"][:32]
    assert rows["0007.txt"]["media_type"] == "text/plain"
    again = rows["again3.txt"]
    assert (again["status"], again["duplicate_of"], again["meeting_id"]) == (
        "duplicate",
        rows["0060.txt"]["input"],
        None,
    )
    assert (rows["empty.txt"]["status"], rows["empty.txt"]["issue_codes"]) == ("partial", ["empty-document"])
    assert rows["nothing.txt"]["status"] == "duplicate"
    assert "no-headings" in rows["prose.txt"]["issue_codes"]
    assert (rows[".hidden"]["status"], rows["binary.txt"]["status"]) == ("skipped", "failed")
    assert "NUL byte at offset 0" in rows["binary.txt"]["error"]


@pytest.mark.parametrize("workers", [2, 8])
def test_the_bytes_do_not_depend_on_the_workers(workers: int, archive: Path, whole: Path, tmp_path: Path) -> None:
    """2 and 8 processes give what this process alone gives; the clock's test has 1."""
    done = run("ingest", archive, "--out", tmp_path / "d", "--workers", str(workers), "--no-model", "--shard-inputs=64")
    assert (done.returncode, contents(tmp_path / "d") == contents(whole)) == (1, True)
    counts = "1 failed, 6 duplicate, 1 skipped"
    assert counts in done.stdout
    assert "done: 100 of 100, 1 failed" in done.stderr.replace(", 0 a second", "")


def test_the_model_is_asked_in_workers_too(archive: Path, tmp_path: Path) -> None:
    """With the trained pipeline, processes and this process give the same; the manifest names its version."""
    few = folder_of(tmp_path / "few", range(8))
    for name, workers in (("one", 0), ("two", 2)):
        assert run("ingest", few, "-o", tmp_path / name, "--workers", str(workers), "--quiet").returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert all(row["model_version"] for row in manifest(tmp_path / "one").values())


def test_workers_have_the_environment_of_their_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not that of the first run of the process, when the server began that they are forked from."""
    with open_workers(1, None) as workers:
        assert workers.executor.submit(os.getpid).result() != os.getpid()
    monkeypatch.setenv("MINUTES_OF", "Wren")
    with open_workers(1, None) as workers:
        assert workers.executor.submit(os.getenv, "MINUTES_OF").result() == "Wren"


def test_neither_the_clock_nor_the_locale_is_in_the_bytes(archive: Path, whole: Path, tmp_path: Path) -> None:
    """Another time zone, and files that come from the future, change nothing."""
    for path in archive.iterdir():
        os.utime(path, (4e9, 4e9))
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    run("ingest", archive, "-o", tmp_path / "d", "--workers", "1", "--no-model", "--shard-inputs=64", **environment)
    assert contents(tmp_path / "d") == contents(whole)


def test_a_clock_that_is_set_back_changes_nothing(
    archive: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock goes backwards all through the run."""
    ticks = iter(range(10**9, 0, -3600))
    monkeypatch.setattr(time, "time", lambda: float(next(ticks)))
    ingest(rules(archive), tmp_path / "d", HERE)
    assert contents(tmp_path / "d") == contents(whole)


def test_seconds_lie_beside_the_dataset(whole: Path) -> None:
    """Each input has its seconds in the run log, which is declared to be no part of the dataset."""
    rows = pq.read_table(sorted((whole / "runlog").glob("seconds-*.parquet"))).to_pylist()
    assert [row["path"].rpartition("/")[2] for row in rows] == list(manifest(whole))
    assert sum(row["seconds"] for row in rows) > 0
    (line,) = (whole / "runlog" / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["workers"] == "this process"
    assert "runlog/" in json.loads((whole / "datapackage.json").read_bytes())["not_part_of_the_dataset"]


def test_a_finished_dataset_is_left_alone(archive: Path, whole: Path) -> None:
    """The same command again does nothing and says so; another one is refused."""
    before = contents(whole)
    summary = ingest(rules(archive), whole, HERE)
    assert (summary.already_finished, summary.inputs["all"], summary.exit_code) == (True, 100, 1)
    with pytest.raises(UsageError, match="finished dataset of something else"):
        ingest(rules(archive, shard=65), whole, HERE)
    assert contents(whole) == before


def test_a_folder_with_other_things_is_refused(archive: Path, tmp_path: Path) -> None:
    """A slip of the hand does not spill a dataset over somebody's files."""
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds other things \(mine.txt\)"):
        ingest(rules(archive), tmp_path, HERE)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def stop_after(steps: int, stage: str) -> Running:
    """A run in this process that is interrupted in the middle of a stage."""
    left = iter(range(steps, -1, -1))

    def watch(step: Step) -> None:
        if step.stage == stage and next(left) == 0:
            raise KeyboardInterrupt

    return Running(workers=0, watch=watch)


@pytest.mark.parametrize(
    ("stage", "steps"), [("listing", 1), ("reading", 2), ("parsing", 1), ("parsing", 3), ("parsing", 5)]
)
def test_an_interrupted_run_is_taken_up(stage: str, steps: int, archive: Path, whole: Path, tmp_path: Path) -> None:
    """Stopped in any stage, the same call makes the same dataset; there is no description before the end."""
    out = tmp_path / "d"
    with pytest.raises(KeyboardInterrupt):
        ingest(rules(archive), out, stop_after(steps, stage))
    assert not (out / "datapackage.json").exists()
    ingest(rules(archive), out, HERE)
    assert contents(out) == contents(whole)


def test_another_command_does_not_take_up_a_run(archive: Path, tmp_path: Path) -> None:
    """Shards of two kinds in one dataset are refused; what differs is said."""
    with pytest.raises(KeyboardInterrupt):
        ingest(rules(archive), tmp_path / "d", stop_after(2, "parsing"))
    with pytest.raises(UsageError, match="shard_inputs is 64 there and 32 here"):
        ingest(rules(archive, shard=32), tmp_path / "d", HERE)


def test_what_does_not_check_is_made_again(archive: Path, whole: Path, tmp_path: Path) -> None:
    """A finished shard, the listing, the census and a spool that were damaged while nobody looked are not believed."""
    for name in (
        "meetings/part-000000.parquet",
        ".work/listing",
        ".work/census",
        ".work/shards",
        ".work/settings.json",
    ):
        out = tmp_path / name.replace("/", "-")
        with pytest.raises(KeyboardInterrupt):
            ingest(rules(archive), out, stop_after(5, "parsing"))
        damage(out / name)
        if name.endswith("settings.json"):
            with pytest.raises(UsageError, match="tables of an unknown run"):
                ingest(rules(archive), out, HERE)
            continue
        ingest(rules(archive), out, HERE)
        assert contents(out) == contents(whole), name


def test_a_damaged_spool_is_parsed_again(archive: Path, whole: Path, tmp_path: Path) -> None:
    """Outcomes whose hash does not hold are passed over, wherever the file was torn."""
    with pytest.raises(KeyboardInterrupt):
        ingest(rules(archive), tmp_path / "d", stop_after(1, "parsing"))
    spools = [path for path in (tmp_path / "d" / ".work" / "spool").rglob("*-*") if path.is_file()]
    assert spools
    for path in spools:
        damage(path)
    ingest(rules(archive), tmp_path / "d", HERE)
    assert contents(tmp_path / "d") == contents(whole)


def damage(path: Path) -> None:
    """Turn a byte in the middle of a file, and tear off its end."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data[:-7])


def test_what_was_parsed_is_not_parsed_again(tmp_path: Path) -> None:
    """Killed outright in the middle of a batch, a run takes up at the document that it had in hand."""
    folder, log = folder_of(tmp_path / "m", range(60)), tmp_path / "parsed"
    arguments = ["ingest", folder, "-o", tmp_path / "d", "--workers", "1", "--no-model", "-q"]
    environment = os.environ | {"PARSED": str(log), "SLOWLY": "0.03"}
    with subprocess.Popen([*FAULTY, *map(str, arguments)], env=environment) as process:
        while not log.exists() or len(log.read_text(encoding="utf-8").splitlines()) < 10:
            time.sleep(0.02)
        process.kill()
    del environment["SLOWLY"]
    time.sleep(0.2)
    assert not (tmp_path / "d" / "datapackage.json").exists()
    subprocess.run([*FAULTY, *map(str, arguments)], env=environment, check=True)
    parsed = log.read_text(encoding="utf-8").split()
    assert set(parsed) == {f"{i:04}.txt" for i in range(60)}
    assert len(parsed) <= 61


def test_ctrl_c_ends_at_once_and_says_how_to_go_on(tmp_path: Path) -> None:
    """Interrupted from the keyboard: exit code 130, no traceback, workers gone, and the work is kept."""
    folder = folder_of(tmp_path / "m", range(60))
    arguments = ["ingest", folder, "-o", tmp_path / "d", "--workers", "2", "--no-model"]
    environment = os.environ | {"PARSED": str(tmp_path / "log"), "SLOWLY": "0.05"}
    with subprocess.Popen(
        [*FAULTY, *map(str, arguments)], env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while not (tmp_path / "log").exists():
            time.sleep(0.02)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "run the same command again" in said.splitlines()[-1]
    assert time.monotonic() - began < 5
    assert run(*arguments).returncode == 0


def test_two_runs_into_one_dataset_are_refused(archive: Path, tmp_path: Path) -> None:
    """The second is told to wait, with exit code 2, and does no harm to the first."""
    folder = folder_of(tmp_path / "m", range(40))
    arguments = ["ingest", folder, "-o", tmp_path / "d", "--workers", "1", "--no-model", "-q"]
    environment = os.environ | {"PARSED": str(tmp_path / "log"), "SLOWLY": "0.05"}
    with subprocess.Popen([*FAULTY, *map(str, arguments)], env=environment) as first:
        while not (tmp_path / "log").exists():
            time.sleep(0.02)
        second = run(*arguments)
        assert first.wait(timeout=60) == 0
    assert second.returncode == 2
    assert "another run is writing this dataset" in second.stderr
    assert run("verify", tmp_path / "d").returncode == 0


def test_a_dataset_may_lie_in_the_folder_that_it_is_made_of(tmp_path: Path) -> None:
    """The dataset does not become its own input."""
    folder = folder_of(tmp_path / "m", range(3))
    assert ingest(rules(folder), folder / "d", HERE).inputs["all"] == 3


def test_no_inputs_give_an_empty_dataset(tmp_path: Path) -> None:
    """An empty folder is no error."""
    (tmp_path / "m").mkdir()
    assert ingest(rules(tmp_path / "m"), tmp_path / "d", HERE).inputs["all"] == 0
    assert run("verify", tmp_path / "d").returncode == 0


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    """Without the extra, one line says how to install it; the other commands do not need it."""
    for name in ("pyarrow", "fsspec", "filelock"):
        hide = f"import sys; sys.modules[{name!r}] = None; from minuteparse.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", hide, "ingest", str(tmp_path), "-o", str(tmp_path / "d")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr == (
            f"minuteparse: {name} is not installed; "
            "install what archives need with: pip install 'minuteparse[archive]'\n"
        )


def test_wrong_use_is_told(archive: Path, tmp_path: Path) -> None:
    """A missing source, workers and a cluster at once, a dead scheduler, no dataset to verify: exit code 2."""
    for arguments, said in (
        (["ingest", tmp_path / "no", "-o", tmp_path / "d"], "no such file or folder"),
        (["ingest", archive, "-o", tmp_path / "d", "--scheduler", "tcp://127.0.0.1:9", "--workers", "2"], "--workers"),
        (["ingest", archive, "-o", archive / "empty.txt"], "name a folder"),
        (["verify", tmp_path], "name the folder of a dataset"),
    ):
        done = run(*arguments)
        assert (done.returncode, said in done.stderr, done.stdout) == (2, True, "")
        assert len(done.stderr.splitlines()) == 1


def test_a_listing_that_cannot_be_read_back_stops_the_run(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that loses what it was given is not believed."""
    monkeypatch.setattr("minuteparse.bulk.workplace.Workplace.listed", lambda self: None)
    with pytest.raises(RunError, match="check the disk"):
        ingest(rules(archive), tmp_path / "d", HERE)


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    """Not even the summary."""
    folder = folder_of(tmp_path / "m", range(2))
    done = run("ingest", folder, "-o", tmp_path / "d", "--workers", "0", "--no-model", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
