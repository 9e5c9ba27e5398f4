"""Archives and the server with `--ocr`: pictures are read, the dataset says so, and Tesseract is part of what it is."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archives import contents, folder_of, manifest, run

pytest.importorskip("pyarrow", reason="the extra 'archive' is not installed")

from minuteparse.bulk import Running, Settings, ingest
from minuteparse.bulk.run import Step
from minuteparse.errors import UsageError
from minuteparse.serve.limits import Limits
from minuteparse.serve.workers import Workers

PAGE = """<html><body><div class="ocr_page" title="bbox 0 0 2480 3508; scan_res 300 300">
<span class="ocr_line" title="bbox 300 300 900 350; baseline 0 -10; x_size 46">
<span title="bbox 300 300 500 350; x_wconf 90">1.</span>
<span title="bbox 520 300 900 350; x_wconf 90">ROADS</span></span></div></body></html>"""
Engine = Callable[[str], None]


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Puts a program in Tesseract's place, for worker processes too: it tells the version, and reads one page."""

    def make(version: str) -> None:
        program = tmp_path / "bin" / "tesseract"
        program.parent.mkdir(exist_ok=True)
        says = f"print('tesseract {version}' if '--version' in sys.argv else {PAGE!r})"
        program.write_text(f"#!{sys.executable} -S\nimport sys\nsys.stdin.buffer.read()\n{says}\n", encoding="utf-8")
        program.chmod(0o755)

    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    make("5.9.1")
    return make


@pytest.fixture
def scans(tmp_path: Path, engine: Engine) -> Path:
    """Three documents, one of them a picture."""
    folder = folder_of(tmp_path / "in", range(2))
    (folder / "scan.png").write_bytes(b"\x89PNG")
    return folder


def asked(folder: Path, *, ocr: bool) -> Settings:
    """What the tests ask for."""
    return Settings((str(folder),), model=None, ocr=ocr)


def test_pictures_are_read_and_the_dataset_says_so(scans: Path, tmp_path: Path) -> None:
    """Row, record and description tell of it; the bytes do not depend on the workers."""
    here = tmp_path / "here"
    assert ingest(asked(scans, ocr=True), here, Running(workers=0)).inputs["failed"] == 0
    ingest(asked(scans, ocr=True), tmp_path / "there", Running(workers=2))
    assert contents(here) == contents(tmp_path / "there")
    rows = manifest(here)
    assert "text-recognised" in rows["scan.png"]["issue_codes"]
    assert "text-recognised" not in rows["0000.txt"]["issue_codes"]
    assert json.loads(contents(here)["datapackage.json"])["settings"]["ocr"] == "5.9.1"


def test_without_the_option_a_picture_fails_with_its_cure(scans: Path, tmp_path: Path) -> None:
    """The row names `--ocr`; the finished dataset is not taken for one with pictures read."""
    found = ingest(asked(scans, ocr=False), tmp_path / "d", Running(workers=0))
    assert found.inputs["failed"] == 1
    assert "read it with --ocr" in manifest(tmp_path / "d")["scan.png"]["error"]
    with pytest.raises(UsageError, match=r'something else .ocr is null there and "5.9.1" here.; name another folder'):
        ingest(asked(scans, ocr=True), tmp_path / "d", Running(workers=0))


def test_a_stopped_run_is_taken_up_with_the_same_engine_alone(scans: Path, engine: Engine, tmp_path: Path) -> None:
    """Another version of Tesseract reads otherwise, so it is refused, as leaving the option out is."""

    def stop(step: Step) -> None:
        if step.stage == "parsing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(asked(scans, ocr=True), tmp_path / "d", Running(workers=0, watch=stop))
    with pytest.raises(UsageError, match=r'begun otherwise .ocr is "5.9.1" there and null here'):
        ingest(asked(scans, ocr=False), tmp_path / "d", Running(workers=0))
    engine("6.0")
    with pytest.raises(UsageError, match=r'ocr is "5.9.1" there and "6.0" here'):
        ingest(asked(scans, ocr=True), tmp_path / "d", Running(workers=0))
    engine("5.9.1")
    assert ingest(asked(scans, ocr=True), tmp_path / "d", Running(workers=0)).exit_code == 0


@pytest.mark.parametrize("version", ["none of yours", ""])
def test_a_program_that_is_not_tesseract_is_told(version: str, scans: Path, engine: Engine, tmp_path: Path) -> None:
    """What does not tell a version is not asked to read."""
    engine(version)
    with pytest.raises(UsageError, match=r"bin/tesseract: does not tell its version.*install Tesseract anew"):
        ingest(asked(scans, ocr=True), tmp_path / "d", Running(workers=0))


def test_commands_without_the_engine_say_what_to_install(scans: Path, tmp_path: Path) -> None:
    """Neither `ingest --ocr` nor `serve --ocr` begins; `explain --ocr` and `view --ocr` name the file too."""
    nowhere = str(tmp_path / "nowhere")
    begun = run("ingest", scans, "--ocr", "--out", tmp_path / "d", PATH=nowhere)
    assert (begun.returncode, begun.stdout) == (2, "")
    served = run("serve", "--ocr", "--port", "0", PATH=nowhere)
    assert served.returncode == 1
    shown = [run(name, "--ocr", scans / "scan.png", PATH=nowhere) for name in ("explain", "view")]
    assert [done.returncode for done in shown] == [1, 1]
    assert all("scan.png: a picture" in done.stderr for done in shown)
    assert all("apt-get install tesseract-ocr" in done.stderr for done in (begun, served, *shown))


def test_the_server_reads_pictures_when_told_to(engine: Engine) -> None:
    """The record has the words of the picture and the issue that says where they come from."""
    with Workers(Limits(workers=1), model=None, ocr=True) as workers:
        found = json.loads(asyncio.run(workers.answer(b"\x89PNG", "scan.png", "record")))
    assert [item["title"] for item in found["items"]] == ["ROADS"]
    assert "text-recognised" in [issue["code"] for issue in found["issues"]]


@pytest.mark.skipif(sys.platform != "linux", reason="the system ends no program with its caller")
def test_what_reads_ends_when_its_caller_is_killed(tmp_path: Path) -> None:
    """A worker that is killed for taking too long leaves nothing behind that goes on reading."""
    flag = tmp_path / "pid"
    reads = f"import os, time; open({str(flag)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    calls = f"[*PYTHON, '-c', {reads!r}], b'', seconds=50, megabytes=500"
    begun = f"from minuteparse.inputs.contained import PYTHON, run; run({calls})"
    with subprocess.Popen([sys.executable, "-c", begun]) as caller:
        while not (flag.exists() and flag.read_text(encoding="ascii")):
            time.sleep(0.02)
        caller.kill()
    pid = int(flag.read_text(encoding="ascii"))
    for _ in range(100):
        if not _runs(pid):
            break
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        said = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return said.rpartition(")")[2].split()[0] != "Z"
