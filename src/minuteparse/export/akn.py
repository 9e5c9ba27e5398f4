"""Akoma Ntoso 3.0: a folder with a `debate` for each document, its text whole and in order, the findings marked in it.

The head of the minutes is preface and roll call, each item a section, and what follows the last one the conclusions.
Paragraphs with decisions are resolutions. Work, expression and manifestation are named by the date of the meeting and
the document's id; `xx` stands for the country, which minutes do not state, and the first day of year 1 for a date that
they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from minuteparse.errors import InputError
from minuteparse.export.akn_found import Found, eid
from minuteparse.export.akn_meta import write_meta
from minuteparse.export.akn_text import Marked, Writer
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Loss, Lost
from minuteparse.export.overlaps import Spans
from minuteparse.record import Item

__all__ = ["LOSSES", "write"]

_NAMESPACES = {
    "xmlns": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    "xmlns:vcard": "http://www.w3.org/2006/vcard/ns#",
}
Place = tuple[int, int]
_NOT_XML = "XML 1.0 has no such character; U+FFFD, or a space, stands there"

_FOUND = "it does not say how a value was found, nor how sure it is"
_TEXT = "the passage stands in the text, marked, and not a second time"
_UNMARKED = "the words stand in the text, but no element says what they are"

LOSSES = (
    *(
        Loss(f"source.{key}", "its text is not that of a file")
        for key in ("name", "media_type", "encoding", "length", "places")
    ),
    *(Loss(f"**.{key}", _FOUND) for key in ("basis", "via", "by", "confidence")),
    *(Loss(f"{path}.text", _TEXT) for path in ("header.*", "previous_minutes[]", "next_meeting", "items[].dates[]")),
    *(Loss(f"items[].{path}", _TEXT) for path in ("title", "decisions[].text", "actions[].text")),
    *(Loss(f"attendance[].{key}", _UNMARKED) for key in ("mode", "note")),
    *(Loss(f"items[].actions[].{key}", _UNMARKED) for key in ("owners", "due", "due_text")),
    *(Loss(f"items[].declarations[].{key}", _UNMARKED) for key in ("agenda_item", "nature")),
    Loss("issues", "it has no doubts"),
)
"""What Akoma Ntoso does not have of a record."""


def write(entries: Iterator[Entry], out: Path, lost: Lost) -> None:
    """Write the folder `out` with a file `ID.xml` for each entry.

    Raises `InputError` for a record that comes without its text, which is most of what such a file holds.
    """
    out.mkdir()
    for entry in entries:
        if entry.text is None:
            raise InputError(f"{entry.name}: a record without the text of its minutes; export the minutes or a dataset")
        with (out / f"{entry.id}.xml").open("w", encoding="utf-8", newline="\n") as stream:
            xml = Writer(stream)
            _Debate(entry, entry.text, xml, lost).write()
        if xml.replaced:
            lost.add("text", _NOT_XML, xml.replaced)


class _Debate:
    """One entry as a debate."""

    def __init__(self, entry: Entry, text: str, xml: Writer, lost: Lost) -> None:
        self._entry = entry
        self._xml = xml
        self._found = Found(entry, lost)
        self._text = Marked(text, self._found.marks)

    def write(self) -> None:
        """Write it all."""
        xml, items, length = self._xml, self._entry.record.items, len(self._text.text)
        starts = [0]
        for item in items:
            starts.append(min(max(item.start, starts[-1]), length))
        last = min(max(items[-1].end, starts[-1]), length) if items else length
        starts.append(last)
        xml.start("akomaNtoso", _NAMESPACES)
        xml.start("debate", {"name": "minutes"})
        xml.line()
        write_meta(xml, self._entry, self._found)
        called = self._preface(starts[1])
        xml.start("debateBody")
        xml.line()
        if called or not items:
            self._head(called)
        self._items(starts)
        xml.end("debateBody")
        xml.line()
        self._blocks("conclusions", list(self._text.paragraphs(last, length)))
        xml.end("debate")
        xml.end("akomaNtoso")
        xml.line()

    def _preface(self, stop: int) -> list[Place]:
        """Write what stands before the first attendee; the rest of the paragraphs before `stop` are left."""
        record = self._entry.record
        first = min((entry.start for entry in record.attendance), default=stop if record.items else 0)
        places = list(self._text.paragraphs(0, stop))
        before = [place for place in places if place[1] <= first]
        self._blocks("preface", before)
        return places[len(before) :]

    def _head(self, called: list[Place]) -> None:
        tag = "rollCall" if self._entry.record.attendance else "debateSection"
        self._xml.start(tag, {"eId": "head"} | ({"name": "minutes"} if tag == "debateSection" else {}))
        self._xml.line()
        self._paragraphs(called)
        self._end(tag)

    def _items(self, starts: list[int]) -> None:
        levels: list[int] = []
        for i, item in enumerate(self._entry.record.items):
            while levels and levels[-1] >= item.level:
                levels.pop()
                self._end("debateSection")
            levels.append(item.level)
            told = {"eId": eid(f"items/{i}"), "class": f"level{item.level}", "name": item.kind}
            self._xml.start("debateSection", told)
            self._xml.line()
            body = min(max(item.body_start, starts[i + 1]), starts[i + 2])
            self._heading(item, starts[i + 1], body)
            self._body(i, item, list(self._text.paragraphs(body, starts[i + 2])))
        for _ in levels:
            self._end("debateSection")

    def _heading(self, item: Item, start: int, stop: int) -> None:
        places = list(self._text.paragraphs(start, stop))
        if not places:
            return
        start, stop = places[0][0], places[-1][1]
        number = re.compile(rf"\W*{re.escape(item.number)}[^\w\n]*") if item.number else None
        if number and (found := number.match(self._text.text, start, stop)):
            self._inline("num", start, start + len(found[0].rstrip()))
            start = found.end()
        title = list(self._text.paragraphs(start, stop))
        if title:
            self._inline("heading", title[0][0], stop)

    def _body(self, i: int, item: Item, places: list[Place]) -> None:
        """Write the paragraphs; those with decisions, which lie in a row, are resolutions."""
        decided = Spans((found.start, found.end) for found in item.decisions)
        for number, (resolved, row) in enumerate(groupby(places, lambda place: decided.touch(*place))):
            if resolved:
                self._xml.start("resolutions", {"eId": f"{eid(f'items/{i}')}_resolutions_{number}"})
                self._xml.line()
            self._paragraphs(row)
            if resolved:
                self._end("resolutions")

    def _blocks(self, tag: str, places: list[Place]) -> None:
        if places:
            self._xml.start(tag)
            self._xml.line()
            self._paragraphs(places)
            self._end(tag)

    def _paragraphs(self, places: Iterable[Place]) -> None:
        for place in places:
            self._inline("p", *place)

    def _inline(self, tag: str, start: int, stop: int) -> None:
        self._xml.start(tag)
        self._text.write(self._xml, start, stop)
        self._end(tag)

    def _end(self, tag: str) -> None:
        self._xml.end(tag)
        self._xml.line()
