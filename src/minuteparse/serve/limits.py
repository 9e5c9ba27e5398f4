"""What the server grants one request, and the refusals of what goes beyond."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest document in bytes, the seconds for one parse (and one upload), and how many parses run at a time."""

    max_bytes: int = 10_000_000
    seconds: float = 60.0
    workers: int = 2

    @property
    def at_hand(self) -> int:
        """How many documents may be in the server, parsed or waiting for a worker."""
        return 4 * self.workers

    @property
    def arriving(self) -> int:
        """How many documents may be on their way in, each of which takes memory."""
        return 4 * self.at_hand


class RefusedError(Exception):
    """A request that is not answered with a record: an HTTP status, and why and what to do in one sentence."""

    def __init__(self, status: int, why: str) -> None:
        """Take the status and the sentence."""
        super().__init__(why)
        self.status = status
        self.why = why
