"""Files that are there whole or not at all, and that stay there when the power goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


def sync_folder(folder: Path) -> None:
    """Have the system put the names in `folder` on the disk. Does nothing where folders cannot be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def replacing(final: Path, staging: Path) -> Iterator[Path]:
    """A new path in the folder `staging` to write to; what is written becomes `final` at once, or never.

    Both lie on one file system. If the body raises, the half-written file is removed and `final` stays as it was.
    """
    staging.mkdir(parents=True, exist_ok=True)
    draft = staging / f"{uuid4().hex}-{final.name}"
    try:
        yield draft
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        publish(draft, final)
    finally:
        draft.unlink(missing_ok=True)


def publish(draft: Path, final: Path) -> None:
    """Make `draft`, which is on the disk, visible as `final` in one step."""
    final.parent.mkdir(parents=True, exist_ok=True)
    os.replace(draft, final)
    sync_folder(final.parent)
