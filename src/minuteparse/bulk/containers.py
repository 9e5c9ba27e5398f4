"""Archives and tables, spread out into the documents that they hold: zip, tar, JSON Lines, Parquet.

A member is never written to a path of its own, so none can climb out of its archive; one that tries is refused all the
same, for whoever made it meant no good. Containers inside containers are not opened.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from io import BufferedIOBase
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, cast

from minuteparse.bulk.columns import parquet_rows
from minuteparse.bulk.copies import Copies, chunks_of, is_bomb
from minuteparse.bulk.listed import Input
from minuteparse.errors import InputError

_UNPACK: dict[str, Callable[[str], object]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
_SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".ndjson": ".jsonl"}
_KINDS = (".zip", ".tar", ".jsonl", ".parquet")
_PIECE = 1 << 20
_CLIMBS = "its path climbs out of the archive; refused"
_BOMB = "grows beyond all reason when unpacked; refused"
_DAMAGED = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    lzma.LZMAError,
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
)


def _kind(path: str) -> tuple[str, str]:
    """The kind of container that the name tells, and how it is packed; empty strings if it tells none."""
    name = path.lower()
    for short, full in _SHORT.items():
        name = name.replace(short, full) if short in name[-11:] else name
    packed = next((ending for ending in _UNPACK if name.endswith(ending)), "")
    inner = name.removesuffix(packed)
    kind = next((ending for ending in _KINDS if inner.endswith(ending)), "")
    return (kind, packed) if kind in (".tar", ".jsonl") or not packed else ("", "")


def is_container(path: str) -> bool:
    """Whether the name is that of an archive or a table of documents.

    >>> [is_container(name) for name in ("a.zip", "b.tar.gz", "c.ndjson", "d.txt", "e.docx")]
    [True, True, True, False, False]
    """
    return bool(_kind(path)[0])


def expand(container: Input, column: str, copies: Copies) -> Iterator[Input]:
    """Each document that the local file of `container` holds, in the order in which they lie there.

    A container that is damaged gives what was read before the damage, and an input that failed in its own name; one
    that holds nothing is an input that was skipped.
    """
    kind, packed = _kind(container.path)
    damage: list[Exception] = []
    empty = True
    try:
        place = _unpacked(container, packed, copies, damage) if packed else container.place
        for found in _documents(kind, container.path, place, column, copies):
            empty = False
            yield found
    except (InputError, *_DAMAGED) as error:
        damage.append(error)
    if damage:
        yield _failed(container, damage[0])
    elif empty:
        yield Input(path=container.path, verdict="skipped", why="holds no document")


def _documents(kind: str, path: str, place: str, column: str, copies: Copies) -> Iterator[Input]:
    if kind == ".zip":
        return _zip_members(path, place)
    if kind == ".tar":
        return _tar_members(path, place)
    if kind == ".jsonl":
        return _lines(path, place, column)
    return parquet_rows(path, place, column, copies)


def _failed(container: Input, error: Exception) -> Input:
    said = str(error).removeprefix(f"{container.path}: ") or type(error).__name__
    what = said if isinstance(error, InputError) else f"damaged or unreadable ({said}); pack or fetch it again"
    return Input(path=container.path, verdict="failed", why=what)


def _unpacked(container: Input, packed: str, copies: Copies, damage: list[Exception]) -> str:
    """The path of a copy of what `container` holds, as far as it can be unpacked; what ends it goes into `damage`."""
    size = os.path.getsize(container.place)
    with cast(BufferedIOBase, _UNPACK[packed](container.place)) as stream:
        return copies.keep(_up_to_damage(stream, damage), packed=size, name=container.path)


def _up_to_damage(stream: BufferedIOBase, damage: list[Exception]) -> Iterator[bytes]:
    try:
        while chunk := stream.read1(_PIECE):  # read() would lose what it had when it met the damage
            yield chunk
    except _DAMAGED as error:
        damage.append(error)


def _climbs(name: str) -> bool:
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    return posix.is_absolute() or bool(windows.anchor) or ".." in windows.parts


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != "." for part in parts)


class _Members:
    """The labels and verdicts that members of any archive share. A name that comes again is numbered."""

    def __init__(self, archive: str) -> None:
        self._archive = archive
        self._seen: Counter[str] = Counter()

    def label(self, name: str) -> str:
        name = name.encode("utf-8", "backslashreplace").decode("utf-8")
        self._seen[name] += 1
        again = self._seen[name]
        return f"{self._archive}!{name}" + (f"#{again}" if again > 1 else "")

    def verdict(self, name: str) -> Input | None:
        """The input if its name alone settles it, else `None`."""
        if _climbs(name):
            return Input(path=self.label(name), verdict="failed", why=_CLIMBS)
        if _hidden(name):
            return Input(path=self.label(name), verdict="skipped", why="hidden: not a document of the archive")
        if is_container(name):
            why = "an archive inside an archive is not opened; unpack it and name it as a source"
            return Input(path=self.label(name), verdict="failed", why=why)
        return None


def _zip_members(path: str, place: str) -> Iterator[Input]:
    members = _Members(path)
    packed = os.path.getsize(place)
    with zipfile.ZipFile(place) as archive:
        entries = archive.infolist()
        if is_bomb(packed, sum(entry.file_size for entry in entries)):
            raise InputError(f"{path}: {_BOMB}")
        for at, entry in enumerate(entries):
            if entry.is_dir():
                continue
            if (settled := members.verdict(entry.filename)) is not None:
                yield settled
            elif entry.flag_bits & 1:
                why = "encrypted; unpack the archive with its password first"
                yield Input(path=members.label(entry.filename), verdict="failed", why=why)
            else:
                shown = members.label(entry.filename)
                yield Input(path=shown, kind="zip", place=place, at=at, size=entry.file_size)


def _tar_members(path: str, place: str) -> Iterator[Input]:
    members = _Members(path)
    with tarfile.open(place, "r:") as archive:
        for entry in archive:
            cast(Any, archive).members = []  # a list of a million members is not needed
            if entry.isdir():
                continue
            if (settled := members.verdict(entry.name)) is not None:
                yield settled
            elif entry.isreg() and not entry.issparse():
                shown = members.label(entry.name)
                yield Input(path=shown, kind="slice", place=place, at=entry.offset_data, size=entry.size)
            else:
                yield Input(path=members.label(entry.name), verdict="skipped", why="a link or device, not a file")
        _check_end(place, archive.offset)


def _check_end(place: str, at: int) -> None:
    """Raise `ReadError` if what `tarfile` took for the end, at byte `at`, is not: it stops in silence at any damage."""
    with open(place, "rb") as stream:
        stream.seek(at)
        if stream.read(tarfile.BLOCKSIZE) != tarfile.NUL * tarfile.BLOCKSIZE:
            raise tarfile.ReadError(f"no member and no end mark at byte {at}")
        if any(chunk.strip(tarfile.NUL) for chunk in chunks_of(stream)):
            raise tarfile.ReadError(f"it goes on after its end mark at byte {at}: are these several archives in one?")


def _lines(path: str, place: str, column: str) -> Iterator[Input]:
    at = size = 0
    number, blank = 1, True
    with open(place, "rb") as stream:
        while piece := stream.readline(_PIECE):  # a line may be as long as the file
            size += len(piece)
            blank = blank and not piece.strip()
            if not piece.endswith(b"\n"):
                continue
            if not blank:
                yield Input(path=f"{path}#{number}", kind="line", place=place, at=at, size=size, column=column)
            at, size, number, blank = at + size, 0, number + 1, True
    if not blank:
        yield Input(path=f"{path}#{number}", kind="line", place=place, at=at, size=size, column=column)
