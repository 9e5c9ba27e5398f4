"""What a worker does, in any process on any machine: hash some inputs, or parse them. Each call can be made again.

What has been parsed is put down one document at a time, in a spool that the next worker reads if this one dies.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from threading import Lock
from uuid import uuid4

from minuteparse.bulk.fetch import fetch
from minuteparse.bulk.journal import Journal, read_sealed
from minuteparse.bulk.listed import Input
from minuteparse.bulk.outcome import Engine, Entry, Outcome, from_plain, parsed, settled
from minuteparse.errors import InputError, MinuteparseError, RunError
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source
from minuteparse.record import Minutes
from minuteparse.text import Source, from_text

Found = tuple[str | None, int | None, str | None]
"""Hash, size in bytes and error of an input that was read; the first two or the last are `None`."""

_BEGUN = b"begun "

_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Care:
    """What a worker heeds: the largest input in bytes, and the seconds after which one document has hung.

    `seconds` of 0 sets no limit: a hang cannot be ended in the process that everything runs in.
    """

    max_bytes: int
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Job:
    """The inputs of a batch to parse, the folder of their spool, and those to give up, with the reason."""

    batch: int
    spool: Path
    inputs: tuple[Input, ...]
    entries: tuple[Entry, ...]
    engine: Engine
    model: str | None
    ocr: bool
    care: Care
    give_up: dict[int, str] = field(default_factory=dict)


def record_of(data: bytes, name: str, model: str | None, *, ocr: bool = False) -> tuple[Source, Minutes]:
    """The source and the record of a document's bytes: the one place where an archive's bytes become a record.

    With `ocr`, pictures of text are read. Raises `InputError` if they cannot be read as a document.
    """
    source = read_source(data, name=name, ocr=ocr)
    return source, parse_source(source, model=model)


def take_census(inputs: tuple[Input, ...], care: Care) -> list[Found]:
    """Hash and size of each of `inputs`, or why they cannot be read."""
    with _one_at_a_time:
        return [_census_of(one, care) for one in inputs]


def _census_of(one: Input, care: Care) -> Found:
    if one.verdict:
        return None, None, one.why
    try:
        with ends_after(care.seconds):
            data = fetch(one, care.max_bytes)
    except MinuteparseError as error:
        return None, None, str(error)
    except Exception as error:  # one bad input must not stop the others
        return None, None, _defect(error)
    return hashlib.sha256(data).hexdigest(), len(data), None


def parse_batch(job: Job) -> tuple[int, int]:
    """Parse what the spool of `job` lacks; how many inputs there are, and how many of them failed.

    Raises `RunError` if the spool cannot be written.
    """
    with _one_at_a_time:
        done = spooled(job.spool, job.batch)
        failed = sum(outcome.row["status"] == "failed" for outcome in done.values())
        missing = [pair for pair in zip(job.inputs, job.entries, strict=True) if pair[1].number not in done]
        if missing:
            try:
                failed += _add(job, missing)
            except OSError as error:
                why = f"cannot be written ({error.strerror or error}); see to it, and run the same command again"
                raise RunError(f"{job.spool}: {why}") from error
        return len(job.entries), failed


def _add(job: Job, missing: list[tuple[Input, Entry]]) -> int:
    # Two workers may have the same batch in hand, one of them being believed dead: each writes a file of its own.
    _warm_up()
    spool = Journal(job.spool / f"{job.batch:08}-{uuid4().hex}")
    failed = 0
    try:
        for one, entry in missing:
            spool.add(_BEGUN + str(entry.number).encode())
            outcome = outcome_of(one, entry, job)
            failed += outcome.row["status"] == "failed"
            spool.add(outcome.plain())
    finally:
        spool.close()
    return failed


@cache
def _warm_up() -> None:
    """Compile the rules, once a process: their time is not the first document's."""
    parse_source(from_text("1. APOLOGIES\n\nNone.\n"), model=None)


def outcome_of(one: Input, entry: Entry, job: Job) -> Outcome:
    """What becomes of the input `one`. Whatever goes wrong with it becomes part of the outcome."""
    if entry.status:
        return settled(entry, job.engine)
    began = time.perf_counter()
    if entry.number in job.give_up:
        return settled(_failed(entry, job.give_up[entry.number]), job.engine)
    try:
        with ends_after(job.care.seconds):
            data = fetch(one, job.care.max_bytes)
            if hashlib.sha256(data).hexdigest() != entry.sha256:
                raise InputError("changed while it was being ingested; ingest it again when it is at rest")
            name = one.path.rpartition("!")[2].rpartition("/")[2]
            source, minutes = record_of(data, name, job.model, ocr=job.ocr)
            return parsed(entry, minutes, source.text, job.engine, time.perf_counter() - began)
    except MinuteparseError as error:
        return settled(_failed(entry, str(error)), job.engine, time.perf_counter() - began)
    except Exception as error:  # one bad document must not stop the others
        return settled(_failed(entry, _defect(error)), job.engine, time.perf_counter() - began)


def _failed(entry: Entry, error: str) -> Entry:
    return replace(entry, status="failed", error=error)


def _defect(error: Exception) -> str:
    said = str(error).split("\n", 1)[0]
    return f"unexpected {type(error).__name__}: {said}; this is a defect, please report it with the text"


def spooled(folder: Path, batch: int) -> dict[int, Outcome]:
    """What workers have put down of a batch, by the inputs' places in the listing; damaged lines do not count."""
    said = [line for line in _said(folder, batch) if not line.startswith(_BEGUN)]
    return {outcome.row["input"]: outcome for outcome in map(from_plain, said)}


def left_in_hand(folder: Path, batch: int) -> set[int]:
    """The inputs of a batch that workers began with and did not end."""
    begun = {int(line.removeprefix(_BEGUN)) for line in _said(folder, batch) if line.startswith(_BEGUN)}
    return begun - spooled(folder, batch).keys() if begun else begun


def _said(folder: Path, batch: int) -> Iterator[bytes]:
    for path in sorted(folder.glob(f"{batch:08}-*")):
        yield from read_sealed(path)


@contextmanager
def ends_after(seconds: float) -> Iterator[None]:
    """End this process at once if the block takes longer; 0 sets no limit.

    The watch is kept outside the interpreter, so that it sees code that never gives way. Whoever waits for the process
    learns of its death and has another one go on.
    """
    if not seconds:
        yield
        return
    import faulthandler

    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)
