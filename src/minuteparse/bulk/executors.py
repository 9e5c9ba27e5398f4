"""Where work is done: in this process, in processes of this machine, or on the machines of a Dask cluster.

All three are a `concurrent.futures.Executor`; what uses them does not know which it has.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from minuteparse.errors import UsageError

CALLS = 1000
"""After so many calls a worker process makes place for a new one: what libraries hoard does not grow for ever."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor, how many calls it is worth giving it at once, what it raises when a worker died, and its name.

    `apart` tells that workers are processes of their own, which can die without taking the run with them.
    """

    executor: Executor
    at_once: int
    died: tuple[type[BaseException], ...]
    apart: bool
    name: str


@contextmanager
def open_workers(count: int | None, scheduler: str | None) -> Iterator[Workers]:
    """Workers for the time of the block: on the Dask cluster at `scheduler`, else `count` processes, 0 for none.

    A `count` of `None` is the number of cores that this process may use. Raises `UsageError` if there is no such
    cluster, or Dask is not installed.
    """
    if scheduler:
        with _dask(scheduler) as workers:
            yield workers
    elif count == 0:
        yield Workers(Here(), 1, (), apart=False, name="this process")
    else:
        count = count or _cores()
        pool = Processes(count)
        try:
            yield Workers(pool, count, (BrokenProcessPool,), apart=True, name=f"{count} processes")
        finally:
            pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Here(Executor):
    """Calls are made in this process, while they are submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call `fn`; the future that comes back is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Processes(Executor):
    """Worker processes, each in a pool of its own: the death of one is told apart from all others, and replaced.

    A call waits until a worker is free. Workers end when this process does, however it ends.
    """

    def __init__(self, count: int) -> None:
        """Start `count` workers; each begins to import when its first call comes."""
        self._all = [_Worker() for _ in range(count)]
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._all:
            self._free.put(worker)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have the next free worker call `fn`. If it dies, the future raises `BrokenProcessPool`."""
        worker = self._free.get()
        try:
            future = worker.submit(fn, *args, **kwargs)
        except BaseException:
            self._free.put(worker)
            raise
        future.add_done_callback(lambda _: self._free.put(worker))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers: at once with `cancel_futures`, else when they are done."""
        for worker in self._all:
            worker.end(wait=wait, at_once=cancel_futures)


class _Worker:
    """One process, and the next one when it has died."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        context = get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["minuteparse.bulk.shard_files"])
        held, self._leash = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(1, context, _begin, (held, dict(os.environ)))
        self._calls = 0
        self._held = held

    def submit(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> Future[T]:
        if self._calls == CALLS:
            self.end(wait=True, at_once=False)
            self._start()
        self._calls += 1
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            self.end(wait=True, at_once=True)
            self._start()
            return self._pool.submit(fn, *args, **kwargs)

    def end(self, *, wait: bool, at_once: bool) -> None:
        if at_once:
            self._leash.close()
        self._pool.shutdown(wait, cancel_futures=at_once)
        self._leash.close()
        self._held.close()


def _begin(held: Connection, environment: dict[str, str]) -> None:
    """The first thing that a worker does: leave Ctrl-C to its parent, and end when the parent lets go of the pipe.

    Its `environment` is the parent's of now; that of a fork server is of when the first of all workers began.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(held,), daemon=True).start()


def _end_with(held: Connection) -> None:
    held.poll(None)
    os._exit(1)


@contextmanager
def _dask(address: str) -> Iterator[Workers]:
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        message = "--scheduler needs Dask; install it with: pip install 'minuteparse[dask]'"
        raise UsageError(message) from error
    try:
        client = Client(address, timeout=5, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"{address}: no Dask scheduler answers there ({error}); check the address") from error
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise UsageError(f"{address}: the scheduler has no workers; start some with: dask worker {address}")
        executor = client.get_executor(pure=False)
        yield Workers(executor, 2 * threads, (KilledWorker,), apart=True, name=f"Dask at {address}")
    finally:
        client.close()
