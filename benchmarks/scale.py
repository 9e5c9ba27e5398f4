"""What large archives cost: `scale.py [FIGURES]` reckons with what `archive.py --write FIGURES` measured.

A simulation says what the reckoning leaves out: workers wait for each other at the end, some are slow, some die. It
draws its numbers from a fixed seed, so the same figures print the same tables.
"""

from __future__ import annotations

import heapq
import json
import random
import sys
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).with_name("archive.json")
BATCH = 32
MACHINES = ((1, 2), (10, 20), (1000, 2000))
"""Machines and cores: of two cores each, as the one that was measured."""
ARCHIVES = ((10**6, "1 million"), (10**9, "1 billion"))
CENSUS_BYTES = 50 + 100
"""What the run itself holds in memory for each input while it looks for duplicates; see `census.py`."""
# The simulation: how the time of a batch varies, how many machines are slow and by how much, how often one dies.
SPREAD, SLOW_SHARE, SLOW_FACTOR, RESTART = 0.5, 0.02, 5.0, 60.0
DEATHS_A_MACHINE_DAY = 1.0
MOST_TASKS = 200_000


def hours(seconds: float) -> str:
    """A length of time as a person says it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:,.1f} h" if seconds < 172_800 else f"{seconds / 86_400:,.1f} days"


def amount(size: float) -> str:
    """A number of bytes as a person says it."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:,.1f} TB"


def reckon(figures: dict[str, Any]) -> None:
    """Print what archives cost on so many machines if nothing goes wrong."""
    print("documents  machines  cores    core hours  workers' time  the run's own time  memory of the run  written")
    for documents, name in ARCHIVES:
        for machines, cores in MACHINES:
            work = documents * figures["worker_ms_a_document"] / 1000
            own = documents * figures["parent_ms_a_document"] / 1000
            memory, written = documents * CENSUS_BYTES, documents * figures["bytes_a_document"]
            print(f"{name:<11}{machines:>8,}{cores:>7,}{work / 3600:>14,.1f}{hours(work / cores):>15}"
                  f"{hours(own):>20}{amount(memory):>19}{amount(written):>9}")  # fmt: skip


def simulate(cores: int, tasks: int, seconds: float, *, slow: bool, deaths: float) -> tuple[float, float]:
    """How long `tasks` take on `cores`, each worker taking the next one, and how much is done twice; the ideal is 1.

    `seconds` is the mean of a task, `deaths` the deaths of a worker a second. A worker that dies is back after a while;
    of its task, what was put down document by document is kept, so the documents in hand are all that is lost.
    """
    rng = random.Random(f"{cores}/{tasks}")  # all columns of a row meet with the same luck
    speeds = [SLOW_FACTOR if rng.random() < SLOW_SHARE and slow else 1.0 for _ in range(cores)]
    free = [(0.0, worker) for worker in range(cores)]
    heapq.heapify(free)
    ended = lost = ideal = 0.0
    for _ in range(tasks):
        at, worker = heapq.heappop(free)
        even = seconds * rng.lognormvariate(-(SPREAD**2) / 2, SPREAD)
        spent = speeds[worker] * even
        ideal += even / cores
        luck, place = rng.random(), rng.random()
        if luck < deaths * spent:
            again = spent / BATCH * place
            lost += again / cores
            spent += RESTART + again
        ended = max(ended, at + spent)
        heapq.heappush(free, (at + spent, worker))
    return ended / ideal, lost / ideal


def stragglers(figures: dict[str, Any]) -> None:
    """Print how much longer than the ideal a run takes, by the simulation."""
    seconds = BATCH * figures["worker_ms_a_document"] / 1000
    print(f"cores   batches a core   even   {SLOW_SHARE:.0%} slow   and deaths   work done twice")
    for cores in (2, 20, 2000):
        for each in (10, 100, 1000):
            tasks = cores * each
            if tasks > MOST_TASKS:
                continue
            deaths = DEATHS_A_MACHINE_DAY / 86_400
            even, _ = simulate(cores, tasks, seconds, slow=False, deaths=0)
            slow, _ = simulate(cores, tasks, seconds, slow=True, deaths=0)
            dying, lost = simulate(cores, tasks, seconds, slow=True, deaths=deaths)
            print(f"{cores:>5,}{each:>17,}{even:>7.2f}{slow:>10.2f}{dying:>13.2f}{lost:>18.4%}")


def birthdays(documents: int, digits: int) -> float:
    """The chance that two of so many different documents share an id of so many hexadecimal digits."""
    return documents**2 / 2 / 16**digits


def main(path: Path) -> None:
    """Print the tables."""
    figures = json.loads(path.read_text(encoding="utf-8"))
    print(f"measured over {figures['documents']:,} documents of {figures['characters_a_document']:,} characters:")
    print(f"  {figures['worker_ms_a_document']:.2f} ms of processor time a document in a worker, "
          f"{figures['parent_ms_a_document']:.3f} ms in the run itself")  # fmt: skip
    print(f"  {figures['bytes_a_document']:,} bytes written a document, {figures['worker_mb']} MB a worker\n")
    reckon(figures)
    feeds = figures["worker_ms_a_document"] / figures["parent_ms_a_document"]
    print(f"\none run keeps {feeds:,.0f} workers busy; an id is shared by two of a billion documents with a chance of "
          f"{birthdays(10**9, 32):.0e}\n")  # fmt: skip
    print("time of a simulated run, the ideal being 1:")
    stragglers(figures)
    print(f"(the time of a batch varies by a log-normal law with a sigma of {SPREAD}; slow machines take "
          f"{SLOW_FACTOR:.0f} times as long;\na worker dies {DEATHS_A_MACHINE_DAY:.0f} time a day and is back after "
          f"{RESTART:.0f} s)")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FIGURES)
