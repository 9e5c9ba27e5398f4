"""Programs that read what may be hostile: each in a process of its own, with bounded memory and time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_LIMITED = Path(__file__).with_name("limited.py")
_OVERRUN = frozenset({-getattr(signal, "SIGXCPU", 24), -getattr(signal, "SIGKILL", 9)})
# `-P`: the modules of this folder must not stand in for those of the standard library.
PYTHON = (sys.executable, "-P")
"""What runs a program of ours that stands in this folder."""


class Overrun(Exception):  # noqa: N818 - it is caught next door, and no error that callers meet
    """A program took longer than it was given."""


def run(command: Sequence[str], data: bytes, *, seconds: int, megabytes: int) -> subprocess.CompletedProcess[bytes]:
    """What `command` makes of `data` on its standard input, in `seconds` of processor time and twice that in all.

    Raises `Overrun` if it takes longer, `OSError` if it cannot be started.
    """
    bounded = [*PYTHON, "-S", str(_LIMITED), str(seconds), str(megabytes), *command]
    try:
        done = subprocess.run(
            bounded,
            input=data,
            capture_output=True,
            timeout=2 * seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads make Tesseract slower, not faster
        )
    except subprocess.TimeoutExpired as error:
        raise Overrun from error
    if done.returncode in _OVERRUN:
        raise Overrun
    return done
