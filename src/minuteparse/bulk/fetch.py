"""The bytes of one input, wherever they lie, with errors that say what to do."""

from __future__ import annotations

import errno
import json
import zipfile
import zlib
from functools import lru_cache
from lzma import LZMAError

from minuteparse.bulk.copies import is_bomb
from minuteparse.bulk.listed import Input
from minuteparse.bulk.remote import open_url
from minuteparse.errors import InputError

_CURES = {
    errno.ENOENT: "gone since it was listed; check the path",
    errno.EACCES: "permission denied; make it readable for this user",
    errno.EPERM: "permission denied; make it readable for this user",
}


def fetch(one: Input, max_bytes: int) -> bytes:
    """The bytes of the document `one`, at most `max_bytes` of them.

    Raises `InputError` whose message says why they cannot be had; it does not repeat the input's name.
    """
    if one.size is not None and one.size > max_bytes:
        raise InputError(_too_big(one.size, max_bytes))
    try:
        data = _read(one, max_bytes + 1)
    except OSError as error:
        cure = _CURES.get(error.errno or 0)
        raise InputError(cure or f"cannot be read ({_said(error)}); check the path and the access") from error
    except (EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, LZMAError) as error:
        raise InputError(f"damaged in its archive ({_said(error)}); pack it again") from error
    if len(data) > max_bytes:
        raise InputError(_too_big(None, max_bytes))
    return _text_of(data, one.column) if one.kind == "line" else data


def _said(error: Exception) -> str:
    strerror = error.strerror if isinstance(error, OSError) else None
    return str(strerror or error or type(error).__name__).split("\n", 1)[0]


def _too_big(size: int | None, limit: int) -> str:
    what = f"{size:,} bytes are" if size is not None else "its contents are"
    return f"{what} more than the limit of {limit:,}; raise it with --max-bytes if it is a document"


def _read(one: Input, most: int) -> bytes:
    if one.kind == "url":
        return _from_store(one.place, most)
    if one.kind == "zip":
        archive = _archive(one.place)
        entry = archive.infolist()[one.at]
        if is_bomb(entry.compress_size, entry.file_size):
            raise InputError("grows beyond all reason when unpacked; refused")
        with archive.open(entry) as member:
            return member.read(most)
    with open(one.place, "rb") as stream:
        if one.kind == "file":
            return stream.read(most)
        stream.seek(one.at)
        data = stream.read(min(most, one.size or 0))
    if len(data) < (one.size or 0):
        raise EOFError("it ends before the document does")
    return data


def _from_store(url: str, most: int) -> bytes:
    try:
        with open_url(url) as stream:
            return bytes(stream.read(most))
    except OSError:
        raise
    except Exception as error:  # each store has errors of its own
        raise InputError(f"cannot be read ({_said(error)}); check the address and the access") from error


@lru_cache(maxsize=1)
def _archive(place: str) -> zipfile.ZipFile:
    # Inputs come archive by archive: the directory of the one in hand is read once, not once a member.
    return zipfile.ZipFile(place)


def _text_of(line: bytes, column: str) -> bytes:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON ({error})") from error
    if not isinstance(found, dict) or column not in found:
        names = ", ".join(found) if isinstance(found, dict) else "no object"
        raise InputError(f"no key {column!r}; name the one that holds the text with --text-column: {names}")
    text = found[column]
    if not isinstance(text, str):
        raise InputError(f"key {column!r} holds no text")
    return text.encode("utf-8", "replace")
