"""Fill README.md and docs/exports.md with what their commands and their Python really print: `generate.py [--write]`.

A fenced block after `<!-- output of: COMMAND -->` holds what COMMAND prints, and one after
`<!-- output of the Python above -->` what the nearest Python block above it prints. Without --write, tells by its exit
code whether the files are up to date.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "exports.md")
_BLOCK = re.compile(
    r"<!-- output of(?:: (?P<command>[^\n]+)| the Python above) -->\n```(?P<kind>\w+)\n(?P<body>.*?)```\n", re.S
)
_PYTHON = re.compile(r"```python\n(.*?)```\n", re.S)


def run(command: list[str] | str) -> str:
    """What `command` prints at the root of the repository, with this environment's programs first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=ROOT,
        env=os.environ | {"PATH": path},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode()


def render(text: str) -> str:
    """`text` with each output block holding what is printed now."""

    def fill(match: re.Match[str]) -> str:
        command = match["command"]
        output = run(command) if command else run([sys.executable, "-c", _PYTHON.findall(text, 0, match.start())[-1]])
        start, end = match.start("body") - match.start(), match.end("body") - match.start()
        return match[0][:start] + output + match[0][end:]

    return _BLOCK.sub(fill, text)


def main() -> int:
    """Write the pages anew, or compare; the exit code."""
    fresh = {page: render(page.read_text(encoding="utf-8")) for page in PAGES}
    stale = [page for page, text in fresh.items() if text != page.read_text(encoding="utf-8")]
    for page in stale if "--write" in sys.argv[1:] else ():
        page.write_text(fresh[page], encoding="utf-8")
    return 0 if not stale or "--write" in sys.argv[1:] else 1


if __name__ == "__main__":
    sys.exit(main())
