"""Files that are named by a URL, through fsspec: `s3://`, `https://`, `memory://` and whatever else it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minuteparse.bulk.containers import is_container
from minuteparse.bulk.copies import Copies, chunks_of
from minuteparse.bulk.listed import Input
from minuteparse.errors import RunError, UsageError

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
_WEB = ("http", "https")
# What lives in the memory of one process cannot be seen by another.
_HERE_ONLY = ("memory",)


def is_url(source: str) -> bool:
    """Whether `source` is a URL and not a local path.

    >>> is_url("s3://bucket/minutes"), is_url("minutes/2023"), is_url("C:\\\\minutes")
    (True, False, False)
    """
    return bool(_URL.match(source))


def open_url(url: str) -> Any:
    """A binary stream of the file at `url`."""
    import fsspec

    return fsspec.open(url, "rb").open()


def remote_inputs(url: str, copies: Copies) -> Iterator[Input]:
    """Each file below `url`, or that it matches, by name. Containers, and files in memory, are copied.

    Raises `UsageError` if there is none, or no way to reach it.
    """
    try:
        names = _names(url)
    except ImportError as error:
        raise UsageError(f"{url}: {error}") from error
    except Exception as error:  # each store has errors of its own, and few of them are OSErrors
        raise UsageError(f"{url}: cannot be listed ({_first_line(error)}); check the address and the access") from error
    if not names:
        raise UsageError(f"{url}: there is no file; check the address")
    for name, size in names:
        yield _input(name, size, copies)


def _names(url: str) -> list[tuple[str, int | None]]:
    import fsspec

    protocol = url.split("://", 1)[0].lower()
    if protocol in _WEB:
        return [(url, None)]
    fs, path = fsspec.core.url_to_fs(url)
    if any(sign in path for sign in "*?["):
        found = fs.glob(path, detail=True)
    elif fs.isfile(path):
        found = {path: fs.info(path)}
    else:
        found = fs.find(path, detail=True)
    files = {fs.unstrip_protocol(name): info.get("size") for name, info in found.items() if info["type"] == "file"}
    return sorted(files.items())


def _input(url: str, size: int | None, copies: Copies) -> Input:
    here_only = url.split("://", 1)[0].lower() in _HERE_ONLY
    if not here_only and not is_container(url):
        return Input(path=url, kind="url", place=url, size=size)
    try:
        with open_url(url) as stream:
            copy = copies.keep(chunks_of(stream))
    except RunError:
        raise
    except Exception as error:  # as above
        why = f"cannot be read ({_first_line(error)}); check the address and the access"
        return Input(path=url, verdict="failed", why=why)
    return Input(path=url, place=copy, size=size)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).split("\n", 1)[0]
