"""One run, stage by stage: the inputs are listed, counted, parsed and built into shards, and the whole is described.

Each stage rests on the one before, never on the clock, the workers or the order in which they finish: a dataset is the
same bytes however it came about.
"""

from __future__ import annotations

import json
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from minuteparse.bulk.census import Census
from minuteparse.bulk.copies import Copies
from minuteparse.bulk.drive import Task, drive
from minuteparse.bulk.executors import Workers
from minuteparse.bulk.layout import RUNLOG
from minuteparse.bulk.package import package, statuses
from minuteparse.bulk.settings import Settings
from minuteparse.bulk.shard_files import Built, Order, build
from minuteparse.bulk.shares import Batch, Shard, shards
from minuteparse.bulk.sources import Reading, list_inputs
from minuteparse.bulk.work import Care, Job, left_in_hand, parse_batch, take_census
from minuteparse.bulk.workplace import Workplace
from minuteparse.errors import RunError

TRIES = 3
"""How often a worker may die over one thing before it is given up."""
_GIVEN_UP = f"ended its worker {TRIES} times: a crash, no memory left, or longer than --timeout; parse it by itself"


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: `stage` is listing, reading, parsing or done; `total` is `None` while it is not known."""

    stage: str
    done: int
    total: int | None
    failed: int


def _look_away(_: Step) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class Running:
    """How a run is carried out; the dataset does not depend on it, save that `timeout` may end a document.

    `workers` is the number of processes, 0 for none besides this one, `None` for one a core; `scheduler` is the address
    of a Dask cluster instead. `timeout` is in seconds for one document, 0 for none. `watch` is told of each step.
    """

    workers: int | None = None
    scheduler: str | None = None
    timeout: float = 300.0
    watch: Callable[[Step], None] = _look_away


class Run:
    """One run, from the listing to the description."""

    def __init__(self, workplace: Workplace, settings: Settings, running: Running, workers: Workers) -> None:
        """Name what the run is made of; nothing is done."""
        self._at = workplace
        self._settings = settings
        self._engine = settings.engine()
        self._watch = running.watch
        self._workers = workers
        self._care = Care(settings.max_bytes, running.timeout if workers.apart else 0.0)
        self._deaths: Counter[tuple[str, int]] = Counter()
        self._total = 0

    def carry_out(self, asked: dict[str, Any]) -> dict[str, int]:
        """Do what is left to do; how many inputs came to each status. `asked` goes into the description."""
        began = datetime.now(UTC)
        batches = self._list()
        self._total = sum(count for _, count in batches)
        with closing(Census(self._at.census, batches)) as census:
            self._count(census)
            census.settle()
            built = self._parse(census)
        counts = statuses(built)
        if counts["all"] != self._total:
            raise RunError(f"{self._at.dataset}: {self._total} inputs, but {counts['all']} outcomes; report this")
        self._log(began, counts)
        self._at.close(package(built, asked))
        self._tell("done", self._total, counts["failed"])
        return counts

    def _tell(self, stage: str, done: int, failed: int = 0) -> None:
        self._watch(Step(stage, done, None if stage == "listing" else self._total, failed))

    def _log(self, began: datetime, counts: dict[str, int]) -> None:
        ended = datetime.now(UTC).isoformat(timespec="seconds")
        entry = {"began": began.isoformat(timespec="seconds"), "ended": ended, "workers": self._workers.name, **counts}
        folder = self._at.dataset / RUNLOG
        folder.mkdir(exist_ok=True)
        with (folder / "runs.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(entry) + "\n")

    def _list(self) -> list[tuple[int, int]]:
        found = self._at.listed()
        if found is None:
            reading = Reading(self._settings.column, os.path.realpath(self._at.dataset))
            inputs = list_inputs(self._settings.sources, reading, Copies(self._at.copies))
            for done in self._at.list_anew(inputs):
                self._tell("listing", done)
            found = self._at.listed()
        if found is None:
            raise RunError(f"{self._at.dataset}: the listing cannot be read back; check the disk")
        return found

    def _count(self, census: Census) -> None:
        tasks = (
            Task(take_census, (batch.inputs, self._care), (batch.number, 0))
            for batch in self._at.batches()
            if census.missing(batch.number)
        )
        done = census.known
        for result in drive(self._workers, tasks, deque(), self._recount):
            if result is not None:
                (number, low), found = result[0].about, result[1]
                census.add(number, low, found)
                done += len(found)
            self._tell("reading", done)

    def _recount(self, task: Task) -> list[Task]:
        """A worker died while it was reading: find the input by halves, and give it up if it is alone."""
        (number, low), inputs = task.about, task.arguments[0]
        if len(inputs) > 1:
            half = len(inputs) // 2
            pieces = [(low, inputs[:half]), (low + half, inputs[half:])]
        else:
            self._deaths["read", low] += 1
            pieces = [(low, inputs)]
            if self._deaths["read", low] >= TRIES:
                pieces = [(low, (replace(inputs[0], verdict="failed", why=_GIVEN_UP),))]
        return [Task(take_census, (piece, self._care), (number, at)) for at, piece in pieces]

    def _parse(self, census: Census) -> list[Built]:
        """Parse and build what is not built yet; all shards, in order."""
        sizes = ((len(batch.inputs), census.size(batch)) for batch in self._at.batches())
        plan = list(shards(sizes, self._settings.shard_inputs, self._settings.shard_bytes))
        built = self._at.finished()
        left = {shard.number: shard.end - shard.first for shard in plan if shard.number not in built}
        counts = statuses(built.values())
        done, failed = counts["all"], counts["failed"]
        urgent: deque[Task] = deque()
        for result in drive(self._workers, self._jobs(census, plan, left), urgent, self._again):
            if result is not None:
                task, found = result
                shard: Shard = task.about
                if isinstance(found, Built):
                    self._at.finish(found)
                    built[found.shard] = found
                else:
                    done, failed = done + found[0], failed + found[1]
                    left[shard.number] -= 1
                    if not left[shard.number]:
                        order = Order(shard, self._at.spool(shard.number), self._at.dataset, self._at.folder)
                        urgent.append(Task(build, (order,), shard))
            self._tell("parsing", done, failed)
        return [built[shard.number] for shard in plan]

    def _jobs(self, census: Census, plan: list[Shard], left: dict[int, int]) -> Iterator[Task]:
        coming = iter(plan)
        shard = next(coming, None)
        for batch in self._at.batches():
            if shard is not None and batch.number >= shard.end:
                shard = next(coming, None)
            if shard is not None and shard.number in left:
                yield Task(parse_batch, (self._job(census, batch, shard),), shard)

    def _job(self, census: Census, batch: Batch, shard: Shard) -> Job:
        return Job(
            batch=batch.number,
            spool=self._at.spool(shard.number),
            inputs=batch.inputs,
            entries=census.entries(batch),
            engine=self._engine,
            model=self._settings.model,
            ocr=self._settings.ocr,
            care=self._care,
        )

    def _again(self, task: Task) -> list[Task]:
        """A worker died: what to do in its place. A document that it had in hand too often is given up."""
        job = task.arguments[0]
        if not isinstance(job, Job):
            self._deaths["build", task.about.number] += 1
            if self._deaths["build", task.about.number] >= TRIES:
                raise RunError(f"{self._at.dataset}: building a shard ended its worker {TRIES} times; is memory short?")
            return [task]
        give_up = dict(job.give_up)
        for number in left_in_hand(job.spool, job.batch):
            self._deaths["parse", number] += 1
            if self._deaths["parse", number] >= TRIES:
                give_up[number] = _GIVEN_UP
        return [replace(task, arguments=(replace(job, give_up=give_up),))]
