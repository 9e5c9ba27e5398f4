"""The command line, run as a user runs it."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from minuteparse import __version__
from minuteparse.errors import InputError
from minuteparse.record import Minutes
from minuteparse.schema import schema_text
from minuteparse.terminal import input_source

COMMANDS = ("parse", "explain", "schema", "evaluate", "view", "serve")


def run(*args: str | Path, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`minuteparse ARGS` in a process of its own, warnings being errors."""
    command = [sys.executable, "-W", "error", "-c", "from minuteparse.cli import main; main()", *map(str, args)]
    return subprocess.run(command, input=data, capture_output=True, check=False, env=os.environ | environment)


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line that the process wrote to standard error."""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("minuteparse: ")
    return line


def test_parse_prints_one_indented_record(seed_path: Path) -> None:
    """One file gives one JSON object of several lines."""
    done = run("parse", seed_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"{\n")
    assert Minutes.model_validate_json(done.stdout).source.name == "seed.txt"


def test_parse_compact_is_one_line(seed_path: Path) -> None:
    """--compact puts the same record on one line."""
    compact, pretty = run("parse", "--compact", seed_path), run("parse", "--pretty", seed_path)
    assert compact.stdout.count(b"\n") == 1
    assert json.loads(compact.stdout) == json.loads(pretty.stdout)


def test_parse_reads_standard_input(seed_path: Path) -> None:
    """`-` gives the same record, without a name."""
    piped, named = (
        json.loads(run("parse", "-", data=seed_path.read_bytes()).stdout),
        json.loads(run("parse", seed_path).stdout),
    )
    assert piped["source"].pop("name") is None
    assert named["source"].pop("name") == "seed.txt"
    assert piped == named


def test_parse_lists_what_is_under_a_confidence(seed_path: Path) -> None:
    """--min-confidence adds issues and nothing else; 1 lists every value, 0 none; 2 is wrong use."""
    plain, doubting = (
        json.loads(run("parse", *options, seed_path).stdout) for options in ((), ("--min-confidence", "1"))
    )
    doubts = [issue for issue in doubting["issues"] if issue["code"] == "doubtful"]
    assert len(doubts) > len(plain["items"])
    assert doubting | {"issues": [i for i in doubting["issues"] if i not in doubts]} == plain
    assert json.loads(run("parse", "--min-confidence", "0", seed_path).stdout) == plain
    wrong = run("parse", "--min-confidence", "2", seed_path)
    assert wrong.returncode == 2
    assert "--min-confidence" in one_line(wrong)


def test_parse_writes_to_a_file(seed_path: Path, tmp_path: Path) -> None:
    """--output leaves the terminal alone."""
    done = run("parse", seed_path, "--output", tmp_path / "record.json")
    assert done.stdout == b""
    assert (tmp_path / "record.json").read_bytes() == run("parse", seed_path).stdout


def test_several_files_give_json_lines_and_a_bad_one_does_not_stop_them(seed_path: Path, tmp_path: Path) -> None:
    """The good files are printed in order, the bad one is named, the exit code tells."""
    done = run("parse", seed_path, tmp_path / "nowhere.txt", seed_path)
    assert done.returncode == 1
    assert [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()] == ["seed.txt", "seed.txt"]
    assert "nowhere.txt: no such file; check the path" in one_line(done)


def test_pretty_json_lines_are_wrong_use(seed_path: Path) -> None:
    """Indented records of several files would be no JSON Lines."""
    done = run("parse", "--pretty", seed_path, seed_path)
    assert done.returncode == 2
    assert "--pretty" in one_line(done)


def test_bytes_out_do_not_depend_on_the_locale(seed_path: Path) -> None:
    """Output is UTF-8 whatever the terminal believes."""
    assert run("parse", seed_path, LC_ALL="C", PYTHONIOENCODING="ascii").stdout == run("parse", seed_path).stdout


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Present\x00: A", "NUL byte at offset 7"),
        (b"\xff\xfea\x00b", "damaged at byte"),
    ],
)
def test_what_is_no_text_is_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    """A binary file is refused with the file's full path, the place and the cure."""
    path = tmp_path / "scan.bin"
    path.write_bytes(data)
    done = run("parse", path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert str(path) in one_line(done)
    assert said in one_line(done)


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    """The cure is to name the files in it."""
    done = run("parse", tmp_path)
    assert done.returncode == 1
    assert "a folder, not a file; name the files in it" in one_line(done)


def test_an_unreadable_file_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied is said in words. The refusal is raised here, for root is refused nothing."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"^secret\.txt: permission denied; make it readable for this user$"):
        input_source("secret.txt")


def test_an_output_that_cannot_be_written_is_one_line(seed_path: Path, tmp_path: Path) -> None:
    """The place that cannot be written is named."""
    done = run("parse", seed_path, "-o", tmp_path)
    assert done.returncode == 1
    assert str(tmp_path) in one_line(done)


def test_an_empty_file_gives_a_record_with_an_issue(tmp_path: Path) -> None:
    """Nothing in, doubt out."""
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    done = run("parse", path)
    assert done.returncode == 0
    assert [issue["code"] for issue in json.loads(done.stdout)["issues"]] == ["empty-document"]


def test_a_name_that_is_no_utf8_is_printed_all_the_same(tmp_path: Path) -> None:
    """A file name of another century stands in the record with a replacement character."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(b"Present: A")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert json.loads(run("parse", os.fsdecode(path)).stdout)["source"]["name"] == "caf\ufffd.txt"


@pytest.mark.skipif(not hasattr(__import__("signal"), "SIGPIPE"), reason="no broken pipes here")
@pytest.mark.parametrize("command", ["parse", "explain"])
def test_a_reader_that_goes_away_ends_it_quietly(command: str, seed_path: Path) -> None:
    """`minuteparse ... | head -1` leaves nothing on standard error."""
    program = [sys.executable, "-c", "from minuteparse.cli import main; main()", command, str(seed_path)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_explain_shows_each_line_with_offsets_and_rule(seed_path: Path, seed_text: str) -> None:
    """Each printed line stands there once; its offsets re-slice it; the claimed date names its rule."""
    rows = run("explain", seed_path).stdout.decode().splitlines()
    printed = [line for line in seed_text.splitlines() if line.strip()]
    for row, line in zip(rows, printed, strict=False):
        start, end = map(int, row.strip().split(" ")[0].split("-"))
        assert seed_text[start:end] == line.strip()
    (dated,) = [row for row in rows if row.endswith("  8 November 2023")]
    assert "header.date" in dated
    assert any(row.split()[1] == "-" for row in rows if "Regular reporting" in row)


def test_explain_is_plain_unless_on_a_terminal(seed_path: Path) -> None:
    """No colour code goes into a pipe; a terminal gets them."""
    assert b"\x1b[" not in run("explain", seed_path).stdout
    assert b"\x1b[" in run("explain", seed_path, FORCE_COLOR="1", TERM="xterm").stdout


def test_explain_does_not_let_a_document_steer_the_terminal() -> None:
    """Control characters are shown as blanks."""
    assert b"\x1b" not in run("explain", "-", data=b"Present: \x1b[31mred").stdout


def test_text_prints_what_offsets_count(seed_path: Path, seed_text: str, make_docx: Callable[..., bytes]) -> None:
    """Of a text the text itself; of another file the text that its record counts."""
    assert run("text", seed_path).stdout.decode() == seed_text
    word = make_docx("<w:p><w:r><w:t>Moor Board</w:t></w:r></w:p>")
    assert run("text", "-", data=word).stdout == b"Moor Board\n"


def test_schema_is_printed(root: Path) -> None:
    """The schema is the committed one."""
    assert run("schema").stdout.decode() == schema_text()


def test_evaluate_prints_writes_and_compares(root: Path, tmp_path: Path) -> None:
    """Scores are printed and written; against themselves nothing has changed; against better ones a field has lost."""
    for name in ("seed.txt", "seed.gold.json"):
        (tmp_path / name).write_bytes((root / "corpus" / name).read_bytes())
    scores = tmp_path / "scores.json"
    done = run("evaluate", tmp_path, "--write", scores, "--by-document", "--misses", "all")
    assert done.returncode == 0
    assert "mean " in done.stdout.decode().splitlines()[-1]
    assert run("evaluate", tmp_path, "--against", scores).stdout.decode().splitlines()[-1] == (
        "no field's score has changed"
    )
    better = json.loads(scores.read_text())
    better["fields"]["brilliance"] = {"f1": 1.0}
    scores.write_text(json.dumps(better))
    worse = run("evaluate", tmp_path, "--against", scores)
    assert worse.returncode == 1
    assert "LOST brilliance" in worse.stdout.decode()


@pytest.mark.parametrize("misses", ["nothing", "decisions"])
def test_an_unknown_field_is_wrong_use(misses: str, root: Path, tmp_path: Path) -> None:
    """The fields that there are are listed."""
    for name in ("seed.txt", "seed.gold.json"):
        (tmp_path / name).write_bytes((root / "corpus" / name).read_bytes())
    done = run("evaluate", tmp_path, "--misses", misses)
    assert done.returncode == 2
    assert "header.date" in one_line(done)


def test_a_folder_without_answers_is_one_line(tmp_path: Path) -> None:
    """The message says what the folder should hold."""
    done = run("evaluate", tmp_path)
    assert done.returncode == 1
    assert "NAME.gold.json" in one_line(done)


@pytest.mark.parametrize("args", [["parse"], ["mince"], ["parse", "--loud", "x"]])
def test_wrong_use_is_one_line_and_exit_code_2(args: list[str]) -> None:
    """Wrong use points to the help."""
    done = run(*args)
    assert done.returncode == 2
    assert "--help" in one_line(done)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_its_exit_codes(command: str) -> None:
    """A newcomer can ask each command."""
    done = run(command, "--help")
    assert done.returncode == 0
    assert b"Exit codes: 0" in done.stdout


def test_without_a_command_the_help_is_printed() -> None:
    """The help names every command."""
    done = run()
    assert done.returncode == 0
    assert all(command in done.stdout.decode() for command in COMMANDS)


def test_version() -> None:
    """--version prints the version and stops."""
    assert run("--version").stdout.decode() == f"minuteparse {__version__}\n"


def test_completion_can_be_shown() -> None:
    """Shells can be taught to complete."""
    done = run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert b"complete" in done.stdout


def test_an_unexpected_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback reaches a user, even if the parser has a defect."""
    from minuteparse import cli

    def broken(source: object, model: str | None) -> None:
        raise ZeroDivisionError("by nothing\nat all")

    monkeypatch.setattr(cli, "parse_source", broken)
    monkeypatch.setattr(sys, "argv", ["minuteparse", "parse", __file__])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "test_cli.py: unexpected ZeroDivisionError: by nothing; this is a defect" in line


@pytest.mark.parametrize("module", ["minuteparse", "minuteparse.cli"])
def test_the_module_is_the_command_too(module: str, seed_path: Path) -> None:
    """`python -m` prints what the command prints, rather than nothing."""
    done = subprocess.run(
        [sys.executable, "-m", module, "parse", "--no-model", str(seed_path)], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["header"]["date"]["value"] == "2023-11-08"


@pytest.mark.parametrize("command", ["parse", "text", "view"])
def test_a_file_that_is_read_is_not_written_over(command: str, tmp_path: Path) -> None:
    """Minutes named as the output, by a link too, are kept; exit code 2."""
    minutes, link = tmp_path / "a.txt", tmp_path / "b.txt"
    minutes.write_text("1. APOLOGIES\n\nNone.\n")
    link.symlink_to(minutes)
    for output in (minutes, link):
        done = run(command, minutes, "--output", output)
        assert done.returncode == 2
        assert "is read, and would be lost" in one_line(done)
    assert minutes.read_text() == "1. APOLOGIES\n\nNone.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_defect(seed_path: Path, tmp_path: Path) -> None:
    """It is said which output could not be written, standard output too; a folder that is missing is said to be."""
    done = run("view", seed_path, "--output", "/dev/full")
    assert (done.returncode, one_line(done)) == (
        1, "minuteparse: /dev/full: cannot be written to its end (No space left on device)",
    )  # fmt: skip
    program = [sys.executable, "-c", "from minuteparse.cli import main; main()", "parse", str(seed_path)]
    with open("/dev/full", "wb") as full:
        piped = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, check=False)
    assert piped.returncode == 1
    assert piped.stderr.startswith(b"minuteparse: standard output: cannot be written to its end")
    missing = run("view", seed_path, "--output", tmp_path / "none" / "a.html")
    assert one_line(missing) == f"minuteparse: {tmp_path / 'none' / 'a.html'}: no such folder; make it first"


def test_the_name_of_a_file_does_not_steer_the_terminal() -> None:
    """Control characters in an error are blanks."""
    assert "\x1b" not in one_line(run("parse", "a\x1b[31m.txt"))


def test_a_record_is_not_shown_as_minutes(seed_path: Path, tmp_path: Path) -> None:
    """The page shows minutes; what is to be named instead is said."""
    (tmp_path / "a.json").write_bytes(run("parse", "--no-model", seed_path).stdout)
    done = run("view", tmp_path / "a.json", "--output", tmp_path / "a.html")
    assert done.returncode == 2
    assert "name the minutes that it was made from" in one_line(done)
