"""Fill the README's queries and docs/scale.md with what they really print: `generate_archives.py [--write]`.

Each Python block after "### Queries" in the README is run where `dataset` is the dataset of corpus/gold, and the block
after it holds what it prints. Without --write, tells by its exit code whether both files are up to date.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from minuteparse.bulk import Running, Settings, ingest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SCALE = ROOT / "docs" / "scale.md"
_QUERY = re.compile(r"```py\n(?P<code>.*?)```\n\n```text\n(?P<result>.*?)```\n", re.S)
_TABLE = re.compile(r"(?<=<!-- output of: python benchmarks/scale.py -->\n```text\n).*?(?=```\n)", re.S)


def queries(text: str, folder: Path) -> str:
    """`text` with what each of its queries prints in `folder`."""

    def fill(match: re.Match[str]) -> str:
        return match[0].replace(f"```text\n{match['result']}", f"```text\n{printed(match['code'], folder)}")

    return _QUERY.sub(fill, text)


def printed(code: str, folder: Path) -> str:
    """What a query prints; blanks at the ends of lines are left out."""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{code}\n{done.stderr}")
    return re.sub(r" +$", "", done.stdout, flags=re.M)


def scale(text: str) -> str:
    """`text` with the tables that benchmarks/scale.py prints."""
    command = [sys.executable, str(ROOT / "benchmarks" / "scale.py")]
    tables = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return _TABLE.sub(lambda _: tables, text)


def main() -> int:
    """Write both files anew, or compare; the exit code."""
    with tempfile.TemporaryDirectory() as name:
        ingest(Settings((str(ROOT / "corpus" / "gold" / "*.txt"),)), Path(name) / "dataset", Running(workers=0))
        fresh = {README: queries(README.read_text(encoding="utf-8"), Path(name))}
    fresh[SCALE] = scale(SCALE.read_text(encoding="utf-8"))
    stale = [path for path, text in fresh.items() if text != path.read_text(encoding="utf-8")]
    for path in stale if "--write" in sys.argv[1:] else ():
        path.write_text(fresh[path], encoding="utf-8")
    return 0 if not stale or "--write" in sys.argv[1:] else 1


if __name__ == "__main__":
    sys.exit(main())
