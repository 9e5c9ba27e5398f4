"""The files of a local folder, in the order of their names, with a verdict for what cannot or should not be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from minuteparse.bulk.listed import Input, label

_HIDDEN = "hidden, for its name begins with a dot; name it as a source to read it"


def walk(folder: str, leave_out: str = "") -> Iterator[Input]:
    """Each file below `folder`, by name; folders are walked where their names stand.

    Links are followed, but not into a folder that they lie in. A folder that cannot be read is an input that failed.
    `leave_out`, an absolute path, is passed over: the dataset may lie in the folder that it is made of.
    """
    yield from _walk(folder, leave_out, ())


def _walk(folder: str, leave_out: str, above: tuple[tuple[int, int], ...]) -> Iterator[Input]:
    try:
        own = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        why = f"{error.strerror or error}; make the folder readable for this user"
        yield Input(path=label(folder) + "/", verdict="failed", why=why)
        return
    here = (*above, (own.st_dev, own.st_ino))
    for name in names:
        yield from _entry(os.path.join(folder, name), leave_out, here)


def _entry(path: str, leave_out: str, here: tuple[tuple[int, int], ...]) -> Iterator[Input]:
    if leave_out and os.path.realpath(path) == leave_out:
        return
    try:
        found = os.stat(path)
    except OSError as error:
        what = "a link that leads nowhere or round in a circle" if os.path.islink(path) else error.strerror or error
        yield Input(path=label(path), verdict="failed", why=f"{what}; check the path")
        return
    if os.path.basename(path).startswith("."):
        yield Input(path=label(path), verdict="skipped", why=_HIDDEN)
    elif stat.S_ISDIR(found.st_mode):
        if (found.st_dev, found.st_ino) in here:
            yield Input(path=label(path), verdict="skipped", why="a link to a folder that it lies in")
        else:
            yield from _walk(path, leave_out, here)
    elif stat.S_ISREG(found.st_mode):
        yield Input(path=label(path), place=os.path.abspath(path), size=found.st_size)
    else:
        yield Input(path=label(path), verdict="skipped", why="not a file with contents (a pipe, socket or device)")
