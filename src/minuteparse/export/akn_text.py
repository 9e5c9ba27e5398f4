"""The text of minutes as paragraphs of Akoma Ntoso, with what was found in it marked where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from io import TextIOBase
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_LINE = re.compile(r"[^\n\r\f]+")
_BREAK = re.compile(r"\r\n|[\n\r\f]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = dict[str, str]


class Writer:
    """Writes XML. A character that XML 1.0 cannot hold becomes U+FFFD, a blank a space; `replaced` counts them."""

    def __init__(self, stream: TextIOBase) -> None:
        """Begin the document; `stream` is UTF-8."""
        self.replaced = 0
        self._returned = False
        self._xml = XMLGenerator(stream, encoding="utf-8", short_empty_elements=True)
        self._xml.startDocument()

    def start(self, tag: str, attributes: Attributes | None = None) -> None:
        """Open an element."""
        fit = {name: self._fit(value) for name, value in (attributes or {}).items()}
        self._xml.startElement(tag, AttributesImpl(fit))

    def end(self, tag: str) -> None:
        """Close an element."""
        self._xml.endElement(tag)

    def line(self) -> None:
        """Begin a new line where white space says nothing."""
        self._xml.ignorableWhitespace("\n")

    def empty(self, tag: str, attributes: Attributes) -> None:
        """Write an element without content on a line of its own."""
        self.start(tag, attributes)
        self.end(tag)
        self.line()

    def text(self, text: str) -> None:
        """Write text; a line break in it is marked, and a newline too."""
        if self._returned and text.startswith("\n"):  # a mark ends inside a break of two characters
            text = text[1:]
        self._returned = text.endswith("\r")
        for i, line in enumerate(_BREAK.split(text)):
            if i:
                self.start("eol")
                self.end("eol")
            self._xml.characters(self._fit(f"\n{line}" if i else line))

    def _fit(self, text: str) -> str:
        fit, count = _NOT_XML.subn(lambda found: " " if found[0].isspace() else "\ufffd", text)
        self.replaced += count
        return fit


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element over `start:end` of the text. Where it is cut, the second part has `-2` at its `eId` and so on.

    >>> Mark(0, 9, "outcome", {"eId": "items_0_decisions_0"}).part(2)
    {'eId': 'items_0_decisions_0-2'}
    """

    start: int
    end: int
    tag: str
    attributes: Attributes

    def part(self, number: int) -> Attributes:
        """The attributes of the part `number`, from 1."""
        own = self.attributes.get("eId")
        return self.attributes | {"eId": f"{own}-{number}"} if own and number > 1 else self.attributes


class Marked:
    """A text and the marks on it, to be written in order, each stretch once."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        """Take `marks` in any order; of two with one element over the same characters the first is kept."""
        kept: dict[tuple[int, int, str], Mark] = {}
        for mark in marks:
            kept.setdefault((mark.start, -mark.end, mark.tag), mark)
        self.text = text
        self._marks = sorted(kept.values(), key=lambda mark: (mark.start, -mark.end))
        self._next = 0
        self._open: list[int] = []
        self._parts: Counter[int] = Counter()

    def paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the paragraphs of `start:end` stand, blank lines between them and no blanks around them."""
        first = last = None
        for line in _LINE.finditer(self.text, start, end):
            said = line[0].strip()
            broken = last is not None and _BREAK.fullmatch(self.text, last[1], line.start()) is None
            if first is not None and last is not None and (broken or not said):
                yield first, last[0]
                first = None
            if said:
                left = line.start() + line[0].index(said)
                first = left if first is None else first
                last = left + len(said), line.end()
        if first is not None and last is not None:
            yield first, last[0]

    def write(self, xml: Writer, start: int, end: int) -> None:
        """Write `start:end`, which is not before what was written already; a mark across another is cut in two."""
        at = start
        inside: list[Mark] = []
        waiting = self._within(start, end)
        heapify(waiting)
        while waiting or inside:
            left, stop, order = (waiting[0][0], -waiting[0][1], waiting[0][2]) if waiting else (end, end, 0)
            if inside and inside[-1].end <= left:
                closed = inside.pop()
                xml.text(self.text[at : closed.end])
                at = closed.end
                xml.end(closed.tag)
                continue
            heappop(waiting)
            if inside and stop > inside[-1].end:
                heappush(waiting, (inside[-1].end, -stop, order))
                stop = inside[-1].end
            xml.text(self.text[at:left])
            at = left
            mark = self._marks[order]
            inside.append(replace(mark, start=left, end=stop))
            self._parts[order] += 1
            xml.start(mark.tag, mark.part(self._parts[order]))
        xml.text(self.text[at:end])

    def _within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The marks on `start:end`, cut to it: start, minus end, place among all marks."""
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            self._open.append(self._next)
            self._next += 1
        self._open = [i for i in self._open if self._marks[i].end > start]
        found = ((max(self._marks[i].start, start), min(self._marks[i].end, end), i) for i in self._open)
        return [(left, -right, i) for left, right, i in found if left < right]
