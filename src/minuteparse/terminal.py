"""What goes in and out of the process: bytes read with errors that help, text written, tables and colour."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from minuteparse.errors import InputError, RunError, UsageError
from minuteparse.inputs.read import read_source
from minuteparse.text import Source

if TYPE_CHECKING:
    from minuteparse.evaluate import Change, Evaluation
    from minuteparse.explain import Explained
    from minuteparse.record import Issue

_CURES = {
    errno.ENOENT: "no such file; check the path",
    errno.EISDIR: "a folder, not a file; name the files in it",
    errno.EACCES: "permission denied; make it readable for this user",
}


def input_source(file: str, *, ocr: bool = False) -> Source:
    """The source in `file`, or on standard input if it is `-`; with `ocr`, pictures of text are read.

    Raises `InputError` that names file, place and cure.
    """
    if file == "-":
        return replace(read_source(sys.stdin.buffer.read(), name="standard input", ocr=ocr), name=None)
    path = Path(file)
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: {_cure(error)}") from error
    # A name that is no UTF-8 on disk cannot stand in JSON as it is.
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return replace(read_source(data, name=file, ocr=ocr), name=name)


def _cure(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return _CURES.get(error.errno, f"{error.strerror}; check the path")
    return f"{error}; check the path"


@contextmanager
def write_output(path: Path | None, read: Iterable[str] = ()) -> Iterator[Callable[[str], None]]:
    """A function that writes text in UTF-8 to `path`, or to standard output; both as bytes, whatever the locale.

    Raises `UsageError` if `path` is one of the files `read`, which would be lost, `RunError` if it cannot be written.
    """
    if path is None:
        yield partial(_put, sys.stdout.buffer, "standard output")
        return
    keep(path, read)
    try:
        stream = path.open("wb", buffering=0)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        raise RunError(f"{path}: {'no such folder; make it first' if missing else _cure(error)}") from error
    with stream:
        yield partial(_put, stream, str(path))


def keep(path: Path, read: Iterable[str]) -> None:
    """Raise `UsageError` if `path`, which is about to be written, is one of the files `read`."""
    for name in read:
        try:
            same = path.samefile(name)
        except (OSError, ValueError):
            continue
        if same:
            raise UsageError(f"{path}: is read, and would be lost; name another path to write")


def _put(stream: BinaryIO | io.RawIOBase, name: str, text: str) -> None:
    sys.stdout.flush()
    rest = memoryview(text.encode("utf-8"))
    try:
        while rest:
            rest = rest[stream.write(rest) or 0 :]
        stream.flush()
    except OSError as error:
        raise RunError(f"{name}: cannot be written to its end ({error.strerror or error})") from error


def plain_streams() -> None:
    """Make the standard streams print what they cannot encode as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def print_error(message: str) -> None:
    """One line on standard error, without what could steer the terminal."""
    sys.stderr.write(f"minuteparse: {_printable(' '.join(message.split()))}\n")


def print_line(line: str) -> None:
    """One plain line on standard output."""
    _print(_printable(line))


def _print(*parts: Any) -> None:
    """Styled text to standard output: in colour on a terminal, plain elsewhere, never wrapped."""
    from rich.console import Console

    Console(highlight=False, soft_wrap=True, markup=False, emoji=False).print(*parts, sep="", end="\n")


def print_explanation(lines: Sequence[Explained], issues: Sequence[Issue]) -> None:
    """The lines with offsets and rules in columns, then the issues."""
    from rich.text import Text

    digits = len(str(lines[-1].end)) if lines else 1
    names = [", ".join(line.rules) or "-" for line in lines]
    width = min(max(map(len, names), default=1), 28)
    for line, name in zip(lines, names, strict=True):
        style = "bold cyan" if line.heading else "green" if line.rules else "yellow"
        row = Text(f"{line.start:>{digits}}-{line.end:<{digits}}  ", style="dim")
        row.append(f"{name:<{width}}  ", style=style)
        row.append(_printable(line.text), style="bold" if line.heading else "")
        _print(row)
    for issue in issues:
        place = f"{issue.start}-{issue.end}  " if issue.start is not None else ""
        _print(Text(f"{issue.severity}: {issue.code}  {place}{issue.message}", style="red"))


def _printable(text: str) -> str:
    """`text` with control characters shown as a blank, so that a document cannot steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def print_misses(evaluation: Evaluation, fields: Sequence[str]) -> None:
    """What is extra and what is missing of each field named, or of all."""
    counts = evaluation.tally.counts
    for name in counts if "all" in fields else fields:
        _print(f"-- {name}")
        for line in counts[name].misses:
            _print(f"  {line}")


def print_evaluation(evaluation: Evaluation, *, by_document: bool) -> None:
    """The table of fields, the mean, and what failed."""
    _print(f"{'field':<26}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}")
    for name, score in evaluation.tally.scores().items():
        _print(f"{name:<26}{score.precision:>7.3f}{score.recall:>7.3f}{score.f1:>7.3f}{score.gold:>7}")
    if by_document:
        for name, mean in sorted(evaluation.by_document.items(), key=lambda row: row[1]):
            _print(f"  {name:<24}{mean:.3f}")
    for name, why in evaluation.failed.items():
        print_error(f"{name}: failed with {why}")
    for line in evaluation.broken:
        print_error(f"{line} (a law is broken: this is a defect)")
    fields, documents = len(evaluation.tally.scores()), len(evaluation.by_document)
    failed, broken = len(evaluation.failed), len(evaluation.broken)
    mean = evaluation.tally.mean()
    _print(f"mean {mean:.4f} over {fields} fields, {documents} documents, {failed} failed, {broken} laws broken")


def print_comparison(rules: Evaluation, model: Evaluation) -> None:
    """F1 of each field by rules alone and with the model, and the means."""
    _print(f"{'field':<26}{'rules':>8}{'model':>8}")
    with_model = model.tally.scores()
    for name, score in rules.tally.scores().items():
        gain = with_model[name].f1 - score.f1
        _print(f"{name:<26}{score.f1:>8.3f}{with_model[name].f1:>8.3f}{f'{gain:+.4f}' if gain else '':>10}")
    _print(f"{'mean':<26}{rules.tally.mean():>8.4f}{model.tally.mean():>8.4f}")


def print_changes(changes: Sequence[Change]) -> bool:
    """Gains and losses; true if a field lost more than is tolerated."""
    if not changes:
        _print("no field's score has changed")
    for change in sorted(changes, key=lambda c: c.after - c.before):
        word = "LOST" if change.lost else "gain" if change.after > change.before else "less"
        _print(
            f"{word} {change.name:<26}{change.before:>7.3f} -> {change.after:.3f}  {change.after - change.before:+.4f}"
        )
    return any(change.lost for change in changes)
