"""Tasks into an executor, a bounded number at a time, and results out of it, whatever dies on the way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import Any

from minuteparse.bulk.executors import Workers

_LOOK_UP = 0.5
"""Seconds after which the one who waits is told that nothing has come."""


@dataclass(frozen=True, slots=True)
class Task:
    """A call to make in a worker. `about` is what the one who asked for it needs to know the result by."""

    call: Callable[..., Any]
    arguments: tuple[Any, ...]
    about: Any


def drive(
    workers: Workers, tasks: Iterator[Task], urgent: deque[Task], recover: Callable[[Task], list[Task]]
) -> Iterator[tuple[Task, Any] | None]:
    """Each task with its result, in the order in which they come; `None` now and then while nothing does.

    At most `workers.at_once` tasks are under way, and none is taken from `tasks` before it is needed. What is in
    `urgent` goes first; it may be added to between results. When a worker has died, `recover` says what to do instead.
    Whatever else a call raises comes out of here.
    """
    under_way: dict[Future[Any], Task] = {}
    exhausted = False
    while True:
        while len(under_way) < workers.at_once:
            task = urgent.popleft() if urgent else next(tasks, None)
            if task is None:
                exhausted = True
                break
            under_way[workers.executor.submit(task.call, *task.arguments)] = task
        if not under_way:
            if exhausted and not urgent:
                return
            continue
        done, _ = wait(under_way, timeout=_LOOK_UP, return_when=FIRST_COMPLETED)
        if not done:
            yield None
        for future in done:
            task = under_way.pop(future)
            try:
                result = future.result()
            except workers.died:
                urgent.extend(recover(task))
            else:
                yield task, result
