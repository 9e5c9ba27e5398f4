"""What the trained pipeline sees where the rules are in doubt: it is asked once a document, about few sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from minuteparse.language import Found, Model
from minuteparse.sentences import Span, sentences
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Seen:
    """The sentences of one item that the pipeline was asked about, in order, and what it saw in them, in order."""

    sentences: tuple[Span, ...]
    found: tuple[Found, ...]

    def bodies(self) -> list[Span]:
        """What it takes for names of bodies."""
        return [(f.start, f.end) for f in self.found if f.label == "BODY"]


def ask(model: Model, source: Source, items: Sequence[tuple[Span, Sequence[int]]]) -> list[Seen | None]:
    """What `model` sees in each of `items`, given by the span of its body and the offsets of doubt in it, in order.

    `None` where nothing is in doubt.
    """
    asked = [_doubtful(source, body, doubts) if doubts else () for body, doubts in items]
    everything = [sentence for chosen in asked for sentence in chosen]
    found = model.find(source.folded, everything) if everything else ()
    starts = [f.start for f in found]
    seen: list[Seen | None] = []
    for ((start, end), _), chosen in zip(items, asked, strict=True):
        low, high = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        seen.append(Seen(chosen, found[low:high]) if chosen else None)
    return seen


def _doubtful(source: Source, body: Span, doubts: Sequence[int]) -> tuple[Span, ...]:
    """The sentences of a body that hold an offset of doubt."""
    chosen = []
    at = 0
    for start, end in sentences(source, *body):
        while at < len(doubts) and doubts[at] < start:
            at += 1
        if at < len(doubts) and doubts[at] < end:
            chosen.append((start, end))
    return tuple(chosen)
