"""Bounds its own memory and time, then becomes another program: `limited.py SECONDS MEGABYTES PROGRAM ARGUMENT...`.

A program of its own, which imports nothing of minuteparse. Where the system knows no such bounds, the caller's clock is
the only one. Where it can, it ends with its caller, which may be killed for taking too long.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Set the bounds and start the program."""
    seconds, megabytes, *command = sys.argv[1:]
    try:
        import resource
    except ImportError:
        sys.exit(subprocess.call(command))
    memory = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _end_with_caller()
    os.execvp(command[0], command)


def _end_with_caller() -> None:
    """Have the system end this program when its caller is ended, where it knows how (Linux)."""
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
