"""What a target cannot hold: named beforehand by path, counted while it is written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minuteparse.export.paths import leaves, said


@dataclass(frozen=True, slots=True)
class Loss:
    """A path of the record, with all below it, that a target cannot hold, and why.

    `*` in a path stands for one key, `**.` for any path that leads there.
    """

    path: str
    why: str

    def covers(self, leaf: str) -> bool:
        """Whether the value at `leaf` is lost.

        >>> Loss("**.by", "").covers("items[].votes[].by"), Loss("header.*.via", "").covers("header.date.via[]")
        (True, True)
        >>> Loss("items[].votes", "").covers("items[].title")
        False
        """
        pattern = re.escape(self.path).replace(r"\*\*\.", r"(?:.+\.)?").replace(r"\*", r"[^.\[]+")
        return re.fullmatch(rf"{pattern}(?:[.\[].*)?", leaf) is not None


def lost_leaves(losses: Iterable[Loss]) -> dict[str, Loss]:
    """Each path of the record that `losses` cover, with the first of them that does, in the record's order."""
    losses = tuple(losses)
    found = ((leaf, next((loss for loss in losses if loss.covers(leaf)), None)) for leaf in leaves())
    return {leaf: loss for leaf, loss in found if loss is not None}


class Lost:
    """What one export has lost so far: how many values, by path and reason."""

    def __init__(self, losses: Iterable[Loss]) -> None:
        """Begin with nothing lost; `losses` are those that the target names beforehand."""
        self._losses = tuple(losses)
        self._leaves = lost_leaves(self._losses)
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, path: str, why: str, count: int = 1) -> None:
        """Count values at `path` that cannot be held as they are, though others there can: a cell cut short, say."""
        if count:
            self._counts[path, why] += count

    def count(self, plain: dict[str, Any]) -> None:
        """Count what a record, as data for JSON, says at paths that the target cannot hold at all."""
        for path, values in said(plain).items():
            if path in self._leaves:
                self._counts[path, self._leaves[path].why] += values

    def by_path(self) -> list[dict[str, Any]]:
        """Each path that the target cannot hold, and each that lost a value, with their number and the reason."""
        known = [(path, loss.why) for path, loss in self._leaves.items()]
        met = sorted(self._counts.keys() - set(known))
        return [{"path": path, "values": self._counts[path, why], "why": why} for path, why in (*known, *met)]

    def by_reason(self) -> list[tuple[int, str, list[str]]]:
        """How many values were lost for each reason, and the paths or patterns that they stood at."""
        places: dict[str, Counter[str]] = {}
        for line in self.by_path():
            loss = self._leaves.get(line["path"])
            place = loss.path if loss and loss.why == line["why"] else line["path"]
            if line["values"]:
                places.setdefault(line["why"], Counter())[place] += line["values"]
        return [(values.total(), why, list(values)) for why, values in places.items()]


@dataclass(frozen=True, slots=True)
class Report:
    """What an export came to: how many documents it holds, how many came twice and are in it once, what was lost."""

    target: str
    documents: int
    repeated: int
    lost: Lost

    def json(self) -> str:
        """The report as JSON, with a last newline: `lost` names every path that the target cannot hold."""
        counts = {"target": self.target, "documents": self.documents, "repeated": self.repeated}
        return json.dumps(counts | {"lost": self.lost.by_path()}, indent=1, ensure_ascii=False) + "\n"

    def lines(self) -> list[str]:
        """The report in lines for people: only what lost something."""
        reasons = self.lost.by_reason()
        twice = f" ({self.repeated:,} that came again left out)" if self.repeated else ""
        total = sum(values for values, _, _ in reasons)
        held = "1 document" if self.documents == 1 else f"{self.documents:,} documents"
        head = f"{held}{twice}: {total:,} values that {self.target} does not hold"
        return [head, *(f"{values:,} at {_few(paths)}: {why}" for values, why, paths in reasons)]


def _few(paths: list[str]) -> str:
    return ", ".join(paths) if len(paths) < 4 else f"{', '.join(paths[:2])} and {len(paths) - 2} more"
