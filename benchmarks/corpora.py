"""Parse every text and original file under a folder, and check the laws on each record: `corpora.py FOLDER`.

Prints counts; says so and is content if the folder is missing. Exit code 1 if a text fails or a law is broken.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from minuteparse.errors import InputError
from minuteparse.evaluate import broken_laws
from minuteparse.evidence import gather
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source
from minuteparse.text import Source


def _partition(source: Source) -> list[str]:
    outline = gather(source).outline
    edges = [0, outline.header_end, *(block.end for block in outline.blocks), len(source.text)]
    starts = [0, *(block.start for block in outline.blocks), outline.closing_start]
    whole = starts == [0, *edges[1 : len(outline.blocks) + 1], edges[-2]]
    return [] if whole else ["header block, items and closing block do not partition the text"]


def main(folder: Path) -> int:
    """Check all texts under `folder`; the exit code."""
    paths = sorted({*folder.rglob("*.txt"), *(p for p in folder.rglob("original/*") if p.is_file())})
    if not paths:
        print(f"skipped: {folder} is missing or has no texts")
        return 0
    counts: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    wrong: list[str] = []
    began = time.process_time()
    for path in paths:
        try:
            source = read_source(path.read_bytes(), name=path.name)
            minutes = parse_source(source)
        except InputError as error:
            counts["unreadable"] += 1
            wrong.append(str(error))
            continue
        except Exception as error:  # a defect in one text must not hide the others
            wrong.append(f"{path}: {type(error).__name__}: {error}")
            continue
        wrong += [f"{path}: {line}" for line in broken_laws(minutes, source.text) + _partition(source)]
        counts["documents"] += 1
        counts["characters"] += len(source.text)
        counts["items"] += len(minutes.items)
        counts["attendances"] += len(minutes.attendance)
        for part in ("decisions", "actions", "votes", "declarations", "people", "dates"):
            counts[part] += sum(len(getattr(item, part)) for item in minutes.items)
        issues.update(issue.code for issue in minutes.issues)
    for name, count in counts.items():
        print(f"{name:<14}{count:>10}")
    print("issues: " + ", ".join(f"{code} {count}" for code, count in sorted(issues.items())))
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(paths)} texts in {time.process_time() - began:.1f} s of processor time, {len(wrong)} errors")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
