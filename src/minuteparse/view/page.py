"""The page: a record and its text poured into the template, with style and script inside and all else shut out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from minuteparse.record import Minutes
from minuteparse.text import Source
from minuteparse.view.inline import environment
from minuteparse.view.kinds import KINDS
from minuteparse.view.layers import HEADING, stretches
from minuteparse.view.values import Mark, Section, all_values, marks_of, sections_of

if TYPE_CHECKING:
    from markupsafe import Markup

_GAP = re.compile(r"\S {3,}\S|\t")


def render(source: Source, minutes: Minutes, *, home: str | None = None) -> str:
    """The page of `minutes`, which were read from `source`: all of an HTML file that loads nothing and calls nobody.

    `home` is where its link "Another document" leads, `None` leaves that out. The same input gives the same page.
    """
    sections = sections_of(minutes)
    marks = marks_of(sections)
    items = [mark for mark in marks if mark.kind == "item"]
    inner = [mark for mark in marks if mark.kind != "item"] + list(_headings(source.text, minutes))
    values = list(all_values(sections))
    return (
        environment("minuteparse.view")
        .get_template("page.html")
        .render(
            title=_title(minutes),
            minutes=minutes,
            record=_data(minutes),
            sections=sections,
            stretches=stretches(source.text, items, inner),
            columns=_in_columns(source.text),
            kinds=[(kind, sum(mark.kind == kind.name for mark in marks)) for kind in KINDS],
            tags={kind.name: kind.tag for kind in KINDS},
            weighed=any(value.confidence is not None for value in values),
            tally=_tally(sections),
            quote=source.quote,
            home=home,
            height=height,
        )
    )


def _headings(text: str, minutes: Minutes) -> list[Mark]:
    """A mark for the printed heading of each item, so that the page has headings to go by."""
    found = []
    for item in minutes.items:
        printed = text[item.start : item.body_start]
        if printed.strip():
            end = item.start + len(printed.rstrip())
            found.append(Mark(HEADING, "heading", item.start, end, of=HEADING))
    return found


def _title(minutes: Minutes) -> str:
    header = minutes.header
    named = header.body or header.organisation
    when = header.date
    said = [mention.value for mention in (named, when) if mention]
    return ", ".join(said) or minutes.source.name or "Minutes"


def _tally(sections: tuple[Section, ...]) -> list[tuple[str, int]]:
    """How many entries each list of the record has."""
    return [(section.title, len(section.values)) for section in sections if section.name in {"attendance", "items"}]


def _in_columns(text: str) -> bool:
    """Whether the text sets columns with blanks, so that only letters of one width show what it means."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and sum(bool(_GAP.search(line.strip())) for line in lines) * 20 > len(lines)


def _data(minutes: Minutes) -> Markup:
    """The record as JSON that can stand inside a script element whatever its strings hold."""
    from markupsafe import Markup

    said = json.dumps(minutes.model_dump(mode="json", by_alias=True), ensure_ascii=False, separators=(",", ":"))
    return Markup(said.replace("<", "\\u003c").replace("\0", "\\u0000"))


def height(lines: int) -> int:
    """The class of height for a block of so many lines: the next of 4, 8 ... 44.

    >>> height(1), height(9), height(1000)
    (4, 12, 44)
    """
    return min(max(-(-lines // 4) * 4, 4), 44)
