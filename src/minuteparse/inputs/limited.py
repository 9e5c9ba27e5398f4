"""Bounds its own memory and time, then becomes another program: `limited.py SECONDS MEGABYTES PROGRAM ARGUMENT...`.

A program of its own, which imports nothing of minuteparse. Where the system knows no such bounds, the caller's clock is
the only one.
"""

from __future__ import annotations

import os
import subprocess
import sys


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
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
