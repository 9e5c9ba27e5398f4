"""The targets: a module of this package each, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from minuteparse.errors import UsageError
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost


class TargetName(StrEnum):
    """The formats, by the name of their module."""

    CSV = "csv"
    XLSX = "xlsx"
    FRICTIONLESS = "frictionless"
    ICALENDAR = "icalendar"
    POPOLO = "popolo"
    OCD = "ocd"
    AKN = "akn"


class Target(Protocol):
    """What the module of a target has."""

    @property
    def LOSSES(self) -> tuple[Loss, ...]:  # noqa: N802
        """The paths of the record that the format cannot hold."""

    def write(self, entries: Iterator[Entry], out: Path, lost: Lost) -> None:
        """Write all entries, which can be gone through once, to `out`: a file or folder that is not there yet.

        The same entries give the same bytes. What is lost of a value that others are not is added to `lost`.
        """


def open_target(name: TargetName) -> Target:
    """The module of a target."""
    return cast(Target, import_module(f"minuteparse.export.{name.value}"))


def need(module: str, extra: str) -> None:
    """Raise `UsageError` that names the command that installs it if `module`, which comes with `extra`, is missing."""
    try:
        import_module(module)
    except ImportError as error:
        message = f"{module} is not installed; install it with: pip install 'minuteparse[{extra}]'"
        raise UsageError(message) from error
