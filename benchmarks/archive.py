"""Ingest a large archive with one worker and two, watch the workers' memory, kill the run: `archive.py --documents N`.

The archive is made on the spot: short minutes of a parish that is nowhere, one in ten from the generator of the corpus,
and the texts of corpus/gold; no two are the same. Prints what was measured; --write puts it into a file too, which
`scale.py` reckons with. Figures of one run compare with each other, those of two runs do not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from minuteparse.bulk import Running, Settings, Step, ingest, verify
from minuteparse.language import DEFAULT

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


def texts(count: int) -> Iterator[str]:
    """`count` texts, no two the same."""
    from corpus.generator.__main__ import documents

    from archives import minutes_of

    gold = [path.read_bytes().decode("utf-8-sig") for path in sorted((ROOT / "corpus" / "gold").glob("*.txt"))]
    long = (text for _, text, _, _ in documents("train", count // 10 + 1, 1))
    for i in range(count):
        yield gold[i] if i < len(gold) else next(long) if i % 10 == 0 else minutes_of(i)


def make(folder: Path, count: int) -> int:
    """Write the archive as JSON Lines; its characters."""
    characters = 0
    with (folder / "archive.jsonl").open("w", encoding="utf-8") as stream:
        for text in texts(count):
            characters += len(text)
            stream.write(json.dumps({"text": text}) + "\n")
    return characters


class Watch:
    """What is seen of a run: when each stage began, and how large the workers were after so many documents."""

    def __init__(self) -> None:
        """Nothing has been seen."""
        self.began: dict[str, float] = {}
        self.memory: dict[int, float] = {}
        self.spent: dict[int, float] = {}
        self.watching = 0.0
        self._next = 0.0

    def __call__(self, step: Step) -> None:
        """Take a step down."""
        self.began.setdefault(step.stage, time.monotonic())
        if time.monotonic() < self._next:  # looking around takes longer than parsing a batch
            return
        self._next, began = time.monotonic() + 0.5, time.process_time()
        sizes = [0.0]
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.Error), process.oneshot():
                times = process.cpu_times()
                self.spent[process.pid] = times.user + times.system
                sizes.append(process.memory_info().rss / 2**20)
        if step.stage == "parsing":
            self.memory[step.done] = max(sizes)
        self.watching += time.process_time() - began

    def after(self, documents: int) -> float:
        """MB of the largest worker when `documents` were done, or soon after; the last if there were not so many."""
        later = [mb for done, mb in sorted(self.memory.items()) if done >= documents]
        return later[0] if later else self.memory[max(self.memory)]


def once(archive: Path, out: Path, workers: int, model: str | None) -> tuple[Watch, dict[str, float]]:
    """Ingest; what was seen, and what it took: seconds by the clock, of the processors in workers and in the parent."""
    watch = Watch()
    own = resource.getrusage(resource.RUSAGE_SELF)
    settings = Settings((str(archive),), model=model)
    ingest(settings, out, Running(workers=workers, watch=watch))
    ended = time.monotonic()
    return watch, {
        "seconds": ended - watch.began["listing"],
        "parsing": ended - watch.began["parsing"],
        "workers_cpu": sum(watch.spent.values()),
        "parent_cpu": _spent(resource.getrusage(resource.RUSAGE_SELF), own) - watch.watching,
    }


def _spent(now: resource.struct_rusage, before: resource.struct_rusage) -> float:
    return now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime


def killed(archive: Path, out: Path, kills: int, seconds: float, model: str | None) -> None:
    """Ingest, killing the run outright so often, at random moments of the time that it takes undisturbed."""
    rng = random.Random(1)
    options = ["--workers", "2", "--quiet", *([] if model else ["--no-model"])]
    command = [
        sys.executable,
        "-c",
        "from minuteparse.cli import main; main()",
        "ingest",
        str(archive),
        "--out",
        str(out),
        *options,
    ]
    while True:
        with subprocess.Popen(command) as process:
            try:
                limit = rng.uniform(1, max(2.0, 2 * seconds / (kills + 1))) if kills > 0 else None
                code = process.wait(timeout=limit)
            except subprocess.TimeoutExpired:
                process.kill()
                kills -= 1
                continue
        if code:
            raise SystemExit(f"the run that was taken up ended with {code}")
        if kills <= 0:
            return
        kills = 0


def same(one: Path, other: Path) -> bool:
    """Whether two datasets have the same files with the same bytes."""
    left, right = (
        {p.relative_to(d): p for p in d.rglob("*") if p.is_file() and "runlog" not in p.parts} for d in (one, other)
    )
    return left.keys() == right.keys() and all(left[name].read_bytes() == right[name].read_bytes() for name in left)


def size(folder: Path) -> int:
    """Bytes of the files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> int:
    """Measure and print; the exit code is 1 if two datasets differ or one is not whole."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=2000)
    options.add_argument("--kills", type=int, default=0)
    options.add_argument("--no-model", action="store_true")
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    model = None if given.no_model else DEFAULT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = make(folder, given.documents)
        found, well = measure(folder, given.documents, characters, model, given.kills)
    if given.write:
        given.write.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0 if well else 1


def measure(folder: Path, count: int, characters: int, model: str | None, kills: int) -> tuple[dict[str, Any], bool]:
    """Print the figures; what `scale.py` needs of them, and whether all datasets were whole and the same."""
    archive, found = folder / "archive.jsonl", {}
    for workers in (1, 2):
        watch, took = once(archive, folder / str(workers), workers, model)
        found[workers] = took
        rate = count / took["parsing"]
        print(f"{workers} worker{'s' if workers > 1 else ' '}  {count:,} documents in {took['seconds']:.1f} s; parsing "
              f"{rate:,.1f} documents and {rate * characters / count:,.0f} characters a second")  # fmt: skip
        sizes = ", ".join(f"{watch.after(n):.0f} MB after {n:,}" for n in (1000, count // 20, count // 2) if n < count)
        print(f"           memory of the largest worker: {sizes} documents, {watch.after(count):.0f} MB at the end")
    ratio = found[1]["parsing"] / found[2]["parsing"]
    print(f"ratio      two workers do {ratio:.2f} times the documents of one in the same time")
    stored = {name: size(folder / "1" / name) for name in ("records", "items", "runlog")}
    whole = size(folder / "1") - stored["runlog"]
    report = verify(folder / "1")
    well = same(folder / "1", folder / "2") and not report.problems
    print(f"storage    {whole / count:,.0f} bytes a document, {stored['records'] / count:,.0f} of them records; "
          f"the texts are {characters / count:,.0f} characters")  # fmt: skip
    print(f"processor  {1000 * found[1]['workers_cpu'] / count:.2f} ms a document in the worker, "
          f"{1000 * found[1]['parent_cpu'] / count:.3f} ms in the parent")  # fmt: skip
    if kills:
        killed(archive, folder / "killed", kills, found[2]["seconds"], model)
        well = well and same(folder / "1", folder / "killed")
        print(f"killed     {kills} times and taken up: the same bytes: {same(folder / '1', folder / 'killed')}")
    checked = ", ".join(f"{n:,} {what}" for what, n in report.checked.items())
    print(f"verify     {checked}; {len(report.problems)} problems")
    print(f"workers    one and two gave the same bytes: {same(folder / '1', folder / '2')}")
    return {
        "documents": count,
        "characters_a_document": round(characters / count),
        "worker_ms_a_document": round(1000 * found[1]["workers_cpu"] / count, 3),
        "parent_ms_a_document": round(1000 * found[1]["parent_cpu"] / count, 4),
        "bytes_a_document": round(whole / count),
        "worker_mb": round(watch.after(count)),
        "cores": os.cpu_count(),
    }, well


if __name__ == "__main__":
    sys.exit(main())
