"""Texts that were harmed on their way, mended for the rules alone: the record counts the characters as they came.

Rules read a twin of equal length. What is left out of a line is made up for by blanks at the line's end, so offsets
differ within mended lines only; `restored` takes a record of the twin back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from minuteparse.inputs.mojibake import wrongly_decoded
from minuteparse.inputs.spacing import stray_blanks
from minuteparse.layout import Repair
from minuteparse.record import Minutes
from minuteparse.text import Source, collapse, fold

_BREAK = re.compile(r"[\r\n\f]")
_NO_SPANS = frozenset({"source", "engine"})


def mended(source: Source) -> Source:
    """`source` with its text mended, and of the same length; `source` itself if there is nothing to mend.

    >>> from minuteparse.text import from_text
    >>> mended(from_text("A P O L O G I E S\\nCllr Quill")).text
    'APOLOGIES        \\nCllr Quill'
    """
    found = sorted([*wrongly_decoded(source), *stray_blanks(source)], key=lambda repair: repair.start)
    repairs = [r for i, r in enumerate(found) if i == 0 or r.start >= found[i - 1].end]
    if not repairs:
        return source
    text = _twin(source.text, source.text, repairs, str)
    return replace(source, text=text, folded=_twin(source.folded, source.text, repairs, fold), repairs=tuple(repairs))


def _twin(twin: str, text: str, repairs: Sequence[Repair], said: Callable[[str], str]) -> str:
    """`twin` with `repairs` made; the lines are those of `text`."""
    pieces: list[str] = []
    at = owed = 0
    for repair, below in zip(repairs, [*repairs[1:], None], strict=True):
        pieces += [twin[at : repair.start], said(repair.said)]
        at, owed = repair.end, owed + repair.end - repair.start - len(repair.said)
        stop = _line_end(text, at)
        if below is None or below.start >= stop:
            pieces += [twin[at:stop], " " * owed]
            at, owed = stop, 0
    return "".join([*pieces, twin[at:]])


def _line_end(text: str, at: int) -> int:
    match = _BREAK.search(text, at)
    return match.start() if match else len(text)


@dataclass
class _Ruler:
    """Where offsets of the twin lie in the text. From `twin[i]` on, characters stand from `text[i]` on.

    `whole[i]` is the length in the text of a stretch that is taken as one; None where it runs on one for one.
    """

    twin: list[int] = field(default_factory=lambda: [0])
    text: list[int] = field(default_factory=lambda: [0])
    whole: list[int | None] = field(default_factory=lambda: [None])

    def mark(self, twin: int, text: int, whole: int | None = None) -> None:
        """From `twin` on, the text stands from `text` on."""
        if self.twin[-1] == twin:
            self.text[-1], self.whole[-1] = text, whole
        else:
            self.twin.append(twin)
            self.text.append(text)
            self.whole.append(whole)

    def start(self, at: int) -> int:
        """Where in the text a span begins that begins at `at` in the twin."""
        i = bisect_right(self.twin, at) - 1
        return self.text[i] + (at - self.twin[i] if self.whole[i] is None else 0)

    def end(self, at: int) -> int:
        """Where in the text a span ends that ends at `at` in the twin."""
        i = max(bisect_right(self.twin, at - 1) - 1, 0)
        length = self.whole[i]
        return self.text[i] + (at - self.twin[i] if length is None else length)


def _ruler(text: str, repairs: Sequence[Repair]) -> _Ruler:
    ruler = _Ruler()
    shift = 0  # how far left of the text the twin stands
    for repair, below in zip(repairs, [*repairs[1:], None], strict=True):
        if repair.said:
            ruler.mark(repair.start - shift, repair.start, repair.end - repair.start)
        shift += repair.end - repair.start - len(repair.said)
        ruler.mark(repair.end - shift, repair.end)
        stop = _line_end(text, repair.end)
        if below is None or below.start >= stop:
            ruler.mark(stop - shift, stop, 0)
            ruler.mark(stop, stop)
            shift = 0
    return ruler


def restored(minutes: Minutes, source: Source, repairs: Sequence[Repair]) -> Minutes:
    """`minutes`, the record of a mended twin of `source`, with its spans and quotations taken back to `source`."""
    ruler = _ruler(source.text, repairs)
    return Minutes.model_validate(_restored(minutes.model_dump(by_alias=True), source.text, ruler))


def _restored(value: Any, text: str, ruler: _Ruler) -> Any:
    if isinstance(value, list):
        return [_restored(v, text, ruler) for v in value]
    if not isinstance(value, dict):
        return value
    found = {k: v if k in _NO_SPANS else _restored(v, text, ruler) for k, v in value.items()}
    start, end = value.get("start"), value.get("end")
    if "via" in value:
        found["via"] = [(ruler.start(low), ruler.end(high)) for low, high in value["via"]]
    if isinstance(start, int) and isinstance(end, int):
        found["start"] = ruler.start(start)
        if "body_start" in value:  # items follow each other: one's end is the next one's start
            found["body_start"], found["end"] = ruler.start(value["body_start"]), ruler.start(end)
        else:
            found["end"] = max(ruler.end(end), found["start"])
        if "text" in value:
            found["text"] = collapse(text[found["start"] : found["end"]])
    return found
