"""What can be exported: records as JSON, JSON Lines of records, datasets, and minutes themselves, told by content."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from minuteparse.bulk.ingest import need_extra
from minuteparse.bulk.listed import label
from minuteparse.bulk.stored import documents, open_package
from minuteparse.errors import InputError
from minuteparse.export.entry import Entry, entry_of
from minuteparse.inputs.read import read_source
from minuteparse.language import DEFAULT
from minuteparse.parse import parse_source
from minuteparse.record import Minutes

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*\{)')
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def entries(sources: list[str], *, model: str | None = DEFAULT, ocr: bool = False) -> Iterator[Entry]:
    """The documents of all `sources`, in order, one at a time.

    A source is a folder that `ingest` made, or a file (`-` for standard input) with one record, with a record a line,
    or with minutes, which are parsed with `model`, scans among them only with `ocr`. Raises `InputError` that names
    file, line and cure, and `UsageError` for a folder that is no dataset.
    """
    for source in sources:
        if source == "-":
            yield from _stream(sys.stdin.buffer, "standard input", model, ocr=ocr)
        elif Path(source).is_dir():
            yield from _dataset(Path(source))
        else:
            with _reading(source):
                stream = open(source, "rb")  # noqa: SIM115 - what is read of it stands below
            with stream:
                yield from _stream(stream, source, model, ocr=ocr)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn what the system says while `name` is opened or read, and nothing else, into an `InputError`."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{name}: {why}; check the path") from error


def _dataset(folder: Path) -> Iterator[Entry]:
    need_extra()
    for one in documents(folder, open_package(folder)):
        yield entry_of(one.record, one.path, one.text)


def _stream(stream: BinaryIO, name: str, model: str | None, *, ocr: bool) -> Iterator[Entry]:
    with _reading(name):
        head = stream.read(_HEAD)
        while head.isspace() and (more := stream.read(_HEAD)):
            head += more
    if not head.strip():
        raise InputError(f"{name}: empty; print records with: minuteparse parse FILE")
    if head.startswith(_WIDE) and _JSON.match(head.decode("utf-16", "ignore").encode()):
        raise InputError(f"{name}: records in UTF-16; save them as UTF-8, or use parse --output")
    if not _JSON.match(head):
        own = None if stream is sys.stdin.buffer else label(Path(name).name)
        with _reading(name):
            data = head + stream.read()
        source = replace(read_source(data, name=name, ocr=ocr), name=own)
        yield entry_of(parse_source(source, model=model), own or name, source.text)
        return
    for number, line in _objects(head.removeprefix(b"\xef\xbb\xbf"), stream, name):
        where = f"{name}:{number}" if number else name
        try:
            record = Minutes.model_validate_json(line)
        except ValueError as error:
            raise InputError(f"{where}: {_wrong(error)}; print records with: minuteparse parse FILE") from error
        yield entry_of(record, record.source.name or name)


def _objects(head: bytes, stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """The JSON of each record with the number of its line; 0 if all of the stream is one record over many lines."""
    with _reading(name):
        head += stream.readline()  # no line is cut in two
        first, *rest = head.lstrip().splitlines(keepends=True)
        if not first.rstrip().endswith(b"}"):
            yield 0, head + stream.read()
            return
        for number, line in enumerate(chain([first, *rest], stream), 1 + head[: -len(head.lstrip())].count(b"\n")):
            if line.strip():
                yield number, line


def _wrong(error: ValueError) -> str:
    details = getattr(error, "errors", None)
    if details is None:
        return f"not a record ({error})"
    first = details(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"not a record of minuteparse ({place + ': ' if place else ''}{first['msg']})"
