"""What goes wrong in a long run: documents that kill or hang, processes that are killed, disks that are full.

In a small form by default; with FAULTS=full, by `make faults`, in as many moments as it takes to be sure.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from archives import command, contents, folder_of, manifest, minutes_of, run
from minuteparse.bulk import Running, Settings, executors, ingest, verify
from minuteparse.bulk.executors import open_workers

FULL = os.environ.get("FAULTS") == "full"
MOMENTS = 50 if FULL else 4
FAULTY = [sys.executable, "-W", "error", str(Path(__file__).with_name("faulty.py"))]
HERE = Running(workers=0)


def faulty(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run in which some documents do harm."""
    whole = os.environ | environment
    return subprocess.run(
        [*FAULTY, *map(str, arguments)], env=whole, capture_output=True, text=True, check=False, timeout=300
    )


def options(out: Path, workers: int = 2) -> list[str | Path]:
    """The options of all runs here."""
    return ["-o", out, "--workers", str(workers), "--no-model", "--shard-inputs=64", "-q"]


@pytest.mark.parametrize(("word", "timeout"), [("KILLS", "60"), ("HANGS", "4")])
def test_a_document_that_kills_or_hangs_is_given_up_and_no_other(word: str, timeout: str, tmp_path: Path) -> None:
    """Its worker is replaced, the document is tried again, then marked; all others are parsed once."""
    folder, log = folder_of(tmp_path / "m", range(70)), tmp_path / "parsed"
    (folder / "0033x.txt").write_text(f"This {word} whoever reads it.", encoding="utf-8")
    done = faulty("ingest", folder, *options(tmp_path / "d"), "--timeout", timeout, PARSED=str(log))
    assert (done.returncode, done.stderr) == (1, "")
    rows = manifest(tmp_path / "d")
    assert [name for name, row in rows.items() if row["status"] == "failed"] == ["0033x.txt"]
    assert "ended its worker 3 times" in rows["0033x.txt"]["error"]
    assert len(log.read_text(encoding="utf-8").splitlines()) == 70
    assert verify(tmp_path / "d").problems == []


def test_a_document_that_kills_once_is_parsed_after_all(tmp_path: Path) -> None:
    """A worker that died for some other reason costs nothing: the dataset is that of a quiet run."""
    folder = folder_of(tmp_path / "m", range(70))
    (folder / "0033x.txt").write_text(f"{minutes_of(500)}This KILLS whoever reads it.", encoding="utf-8")
    (tmp_path / "once").mkdir()
    assert faulty("ingest", folder, *options(tmp_path / "d"), ONCE=str(tmp_path / "once")).returncode == 0
    assert run("ingest", folder, *options(tmp_path / "quiet")).returncode == 0
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")


def test_an_input_that_kills_whoever_reads_it_is_found_among_its_batch(tmp_path: Path) -> None:
    """The batch is halved until the input stands alone; its neighbours are read."""
    folder = folder_of(tmp_path / "m", range(40))
    (folder / "0013deadly.txt").write_text("x", encoding="utf-8")
    assert faulty("ingest", folder, *options(tmp_path / "d", 1)).returncode == 1
    failed = {name: row["error"] for name, row in manifest(tmp_path / "d").items() if row["status"] != "ok"}
    assert list(failed) == ["0013deadly.txt"]
    assert "ended its worker 3 times" in failed["0013deadly.txt"]


def test_a_defect_of_the_parser_fails_one_document(tmp_path: Path) -> None:
    """Its row says what to report, in one line."""
    folder = folder_of(tmp_path / "m", range(3))
    (folder / "bad.txt").write_text("This FAILS.", encoding="utf-8")
    assert faulty("ingest", folder, *options(tmp_path / "d", 1)).returncode == 1
    error = manifest(tmp_path / "d")["bad.txt"]["error"]
    assert error == "unexpected ArithmeticError: a defect; this is a defect, please report it with the text"


def kill_now_and_then(arguments: list[str | Path], moments: int, rng: random.Random, *, parent: bool) -> int:
    """Run a command again and again, killing the run or one of its workers at random; how often it was begun."""
    begun = killed = 0
    while True:
        begun += 1
        with subprocess.Popen(command(*arguments), stderr=subprocess.DEVNULL) as process:
            while killed < moments:
                try:
                    process.wait(timeout=rng.uniform(0.2, 2.5))
                    break
                except subprocess.TimeoutExpired:
                    pass
                if parent:
                    process.kill()
                    killed += 1
                    break
                workers = [p for p in psutil.Process(process.pid).children(recursive=True) if _is_worker(p)]
                if workers:
                    rng.choice(workers).kill()
                    killed += 1
        if process.returncode == 0:
            return begun


def _is_worker(process: psutil.Process) -> bool:
    try:
        return process.num_threads() > 1  # it watches its parent; the server that starts workers has but one thread
    except psutil.Error:
        return False


@pytest.mark.parametrize("parent", [True, False], ids=["the-run", "workers"])
def test_killed_at_random_moments_the_dataset_is_the_same(parent: bool, tmp_path: Path) -> None:
    """Kill -9 of the run, or of workers, at any moment: taken up, it ends in the bytes of a quiet run."""
    rng = random.Random(5)
    folder = folder_of(tmp_path / "m", range(3000 if FULL else 250))
    ingest(Settings((str(folder),), model=None, shard_inputs=64), tmp_path / "quiet", HERE)
    begun = kill_now_and_then(["ingest", folder, *options(tmp_path / "d")], MOMENTS, rng, parent=parent)
    assert begun > 1 or not parent
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")
    assert verify(tmp_path / "d", None).problems == []
    assert not (tmp_path / "d" / ".work").exists()


def test_workers_end_with_a_run_that_was_killed(tmp_path: Path) -> None:
    """Nobody is left behind to parse for nobody."""
    folder = folder_of(tmp_path / "m", range(200))
    arguments = [*FAULTY, "ingest", str(folder), *map(str, options(tmp_path / "d"))]
    with subprocess.Popen(arguments, env=os.environ | {"PARSED": str(tmp_path / "log"), "SLOWLY": "0.05"}) as process:
        while not (tmp_path / "log").exists():
            time.sleep(0.02)
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    assert children
    assert psutil.wait_procs(children, timeout=10)[1] == []


def limit_files() -> None:
    """Let the process write no file larger than 20 kB: to it, the disk is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_disk_that_is_full_stops_the_run_and_loses_nothing(tmp_path: Path) -> None:
    """The run ends with one line and code 1; with room again it ends in the same bytes."""
    folder = folder_of(tmp_path / "m", range(100))
    arguments = command("ingest", folder, *options(tmp_path / "d"))
    done = subprocess.run(arguments, preexec_fn=limit_files, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "File too large" in done.stderr
    assert "run the same command again" in done.stderr
    assert run("ingest", folder, *options(tmp_path / "d")).returncode == 0
    ingest(Settings((str(folder),), model=None, shard_inputs=64), tmp_path / "quiet", HERE)
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk is mounted")
def test_a_small_disk_that_is_full(tmp_path: Path) -> None:
    """A real file system of a quarter of a megabyte: the same line, and the same dataset once it has grown."""
    folder, disk = folder_of(tmp_path / "m", range(150)), tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        done = run("ingest", folder, *options(disk / "d"))
        assert (done.returncode, "No space left on device" in done.stderr) == (1, True)
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        assert run("ingest", folder, *options(disk / "d")).returncode == 0
        assert verify(disk / "d", None).problems == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_files_that_vanish_or_change_are_marked(tmp_path: Path) -> None:
    """Listed and counted, then gone, or written anew, before they are parsed: a row each, and no wrong record."""
    folder = folder_of(tmp_path / "m", range(40))

    def watch(step: object) -> None:
        if getattr(step, "stage", "") == "parsing" and (folder / "0035.txt").exists():
            (folder / "0035.txt").unlink()
            (folder / "0036.txt").write_text(minutes_of(77), encoding="utf-8")

    settings = Settings((str(folder),), model=None)
    assert ingest(settings, tmp_path / "d", Running(workers=0, watch=watch)).exit_code == 1
    rows = manifest(tmp_path / "d")
    assert rows["0035.txt"]["error"] == "gone since it was listed; check the path"
    assert rows["0036.txt"]["error"].startswith("changed while it was being ingested")
    assert sum(row["status"] == "failed" for row in rows.values()) == 2
    assert verify(tmp_path / "d").problems == []


def test_a_huge_document_is_refused_or_read(tmp_path: Path) -> None:
    """200 MB are beyond the limit, which says how to raise it; a document within a raised limit is read whole."""
    folder = folder_of(tmp_path / "m", range(2))
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(200 << 20)
    settings = Settings((str(folder),), model=None)
    ingest(settings, tmp_path / "d", HERE)
    error = manifest(tmp_path / "d")["huge.txt"]["error"]
    assert error.startswith("209,715,200 bytes are more than the limit of 67,108,864; raise it with --max-bytes")
    (folder / "huge.txt").write_text("Line of prose.\n" * (200_000 if FULL else 7000), encoding="utf-8")
    ingest(Settings((str(folder),), model=None, max_bytes=8 << 20), tmp_path / "e", HERE)
    assert manifest(tmp_path / "e")["huge.txt"]["status"] == "partial"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied on the dataset's side is one line. The refusal is raised here, for root is refused nothing."""
    folder = folder_of(tmp_path / "m", range(2))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    from minuteparse.errors import UsageError

    with pytest.raises(UsageError, match="Permission denied; name a folder that can be written"):
        ingest(Settings((str(folder),), model=None), tmp_path / "d", HERE)


def test_a_worker_makes_place_after_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new process takes over; nothing grows for ever."""
    monkeypatch.setattr(executors, "CALLS", 2)
    with open_workers(1, None) as workers:
        processes = [workers.executor.submit(os.getpid).result() for _ in range(5)]
    assert [processes.index(process) for process in processes] == [0, 0, 2, 2, 4]


def test_two_workers_with_one_batch_do_no_harm(tmp_path: Path) -> None:
    """A worker believed dead comes back: both put down the same outcomes, and one of each is taken."""
    folder = folder_of(tmp_path / "m", range(64))
    settings = Settings((str(folder),), model=None, shard_inputs=64)
    ingest(settings, tmp_path / "quiet", HERE)

    def watch(step: object) -> None:
        spool = tmp_path / "d" / ".work" / "spool" / "000000"
        for path in list(spool.glob("00000000-*")):
            if not path.name.endswith("again"):
                shutil.copy(path, spool / "00000000-again")

    ingest(settings, tmp_path / "d", Running(workers=0, watch=watch))
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")
    assert threading.active_count() == 1
