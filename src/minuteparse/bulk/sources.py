"""What is to be read: the sources as named on the command line, spread out into one `Input` each, in a fixed order.

The order is that of the sources' names, then of the names within each folder or archive: it does not depend on the
file system, the locale or the order of the arguments. Nothing is opened here that is not a container.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minuteparse.bulk.containers import expand, is_container
from minuteparse.bulk.copies import Copies
from minuteparse.bulk.folders import walk
from minuteparse.bulk.listed import Input, label
from minuteparse.bulk.remote import is_url, remote_inputs
from minuteparse.errors import UsageError

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: which column of tables holds the text, and the absolute path of a folder to leave out."""

    column: str = "text"
    leave_out: str = ""


def list_inputs(sources: Iterable[str], reading: Reading, copies: Copies) -> Iterator[Input]:
    """Each input of `sources`, once. What no other process could read at random is copied by `copies`.

    Raises `UsageError` for a source that is not there.
    """
    named = sorted(set(sources))
    overlapping = len(named) > 1 or any(_MAGIC & set(source) for source in named)
    seen: set[str] = set()
    for source in named:
        for found in _one(source, reading, copies):
            if overlapping:
                if found.path in seen:
                    continue
                seen.add(found.path)
            yield found


def check_sources(sources: Iterable[str]) -> None:
    """Raise `UsageError` if a local source is not there, before anything is written."""
    for source in sources:
        if not is_url(source) and not os.path.lexists(source) and not _matches(source):
            what = "no file matches" if _MAGIC & set(source) else "no such file or folder"
            raise UsageError(f"{source}: {what}; check the path")


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True)) if _MAGIC & set(pattern) else []


def _one(source: str, reading: Reading, copies: Copies) -> Iterator[Input]:
    if is_url(source):
        files: Iterable[Input] = remote_inputs(source, copies)
    elif os.path.lexists(source):
        files = _local(source, reading)
    else:
        files = (found for match in _matches(source) for found in _local(match, reading))
    for found in files:
        if found.verdict or not is_container(found.path):
            yield found
        else:
            yield from expand(found, reading.column, copies)


def _local(path: str, reading: Reading) -> Iterator[Input]:
    if os.path.isdir(path):
        yield from walk(path, reading.leave_out)
    else:
        yield Input(path=label(path), place=os.path.abspath(path))
