"""Many inputs to one dataset, in a way that can be stopped anywhere and taken up again."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minuteparse.bulk.executors import open_workers
from minuteparse.bulk.layout import PACKAGE
from minuteparse.bulk.run import Run, Running
from minuteparse.bulk.settings import Settings, differences
from minuteparse.bulk.sources import check_sources
from minuteparse.bulk.workplace import Workplace
from minuteparse.errors import InputError, RunError, UsageError


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: how many inputs have each status, `all` among them, and whether it found the work done."""

    inputs: dict[str, int]
    already_finished: bool

    @property
    def exit_code(self) -> int:
        """0 if no input failed, else 1."""
        return 1 if self.inputs["failed"] else 0


def ingest(settings: Settings, out: str | os.PathLike[str], running: Running | None = None) -> Summary:
    """Make the dataset in the folder `out`, or finish it if a run was stopped before its end.

    Raises `UsageError` if it cannot be begun as asked, `RunError` if it has to stop; then the same call goes on.
    """
    need_extra()
    running = running or Running()
    workplace = Workplace(Path(out).absolute())
    check_sources(settings.sources)
    with workplace.locked():
        asked = _asked(settings)
        if (workplace.dataset / PACKAGE).exists():
            return _finished(workplace, asked)
        try:
            workplace.agree(asked)
            with open_workers(running.workers, running.scheduler) as workers:
                counts = Run(workplace, settings, running, workers).carry_out(asked)
        except OSError as error:
            raise RunError(f"{out}: {error.strerror or error}; see to it, and run the same command again") from error
    return Summary(counts, already_finished=False)


def _asked(settings: Settings) -> dict[str, Any]:
    try:
        return settings.plain()
    except InputError as error:
        raise UsageError(str(error)) from error


def need_extra() -> None:
    """Raise `UsageError`, naming the command that installs it, if what archives need is not installed."""
    try:
        import filelock  # noqa: F401
        import fsspec  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError as error:
        message = f"{error.name} is not installed; install what archives need with: pip install 'minuteparse[archive]'"
        raise UsageError(message) from error


def _finished(workplace: Workplace, asked: dict[str, Any]) -> Summary:
    found = json.loads((workplace.dataset / PACKAGE).read_bytes())
    workplace.clear()
    if what := differences(found["settings"], asked):
        message = f"{workplace.dataset}: holds a finished dataset of something else ({what}); name another folder"
        raise UsageError(message)
    return Summary(found["inputs"], already_finished=True)
