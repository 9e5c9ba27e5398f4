"""How the inputs are shared out: batches for the workers, shards for the files. Both follow from the listing alone.

A batch is what one worker takes at a time; a shard is some batches in a row, and one file of each table. Neither
depends on how many workers there are, so the files do not either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minuteparse.bulk.listed import Input

BATCH_INPUTS = 32
BATCH_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Batch:
    """Some inputs in a row; `first` is the place of the first of them in the listing."""

    number: int
    first: int
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """The batches from number `first` up to, not with, `end`; their inputs are `start:stop` of the listing."""

    number: int
    first: int
    end: int
    start: int
    stop: int


def batches(inputs: Iterable[Input]) -> Iterator[Batch]:
    """`inputs` in batches of at most `BATCH_INPUTS`, and of not much more than `BATCH_BYTES` as far as is known."""
    number = first = size = 0
    held: list[Input] = []
    for one in inputs:
        held.append(one)
        size += one.size or 0
        if len(held) == BATCH_INPUTS or size >= BATCH_BYTES:
            yield Batch(number, first, tuple(held))
            number, first, size, held = number + 1, first + len(held), 0, []
    if held:
        yield Batch(number, first, tuple(held))


def shards(sizes: Iterable[tuple[int, int]], most_inputs: int, most_bytes: int) -> Iterator[Shard]:
    """Shards of the batches whose numbers of inputs and of bytes are `sizes`, in order.

    A shard is closed by the batch that brings it to `most_inputs` inputs or `most_bytes` bytes.
    """
    number = first = start = stop = size = 0
    at = -1
    for at, (inputs, length) in enumerate(sizes):
        stop += inputs
        size += length
        if stop - start >= most_inputs or size >= most_bytes:
            yield Shard(number, first, at + 1, start, stop)
            number, first, start, size = number + 1, at + 1, stop, 0
    if stop > start:
        yield Shard(number, first, at + 1, start, stop)
