"""Pages of council meeting systems: the agenda's words under a heading, the minute, and notices told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minuteparse.inputs.draft import Line
from minuteparse.inputs.numbering import BULLET
from minuteparse.rules import rule

_TITLE = frozenset({"mgAiTitleTxt", "mgAIHeadingTxt", "mgItemTitle"})
_LABEL = frozenset({"mgSubItemTitleTxt"})
_NUMBERED = re.compile(r"\s*\d{1,3}[a-z]?[.)]?(?:\s|$)")
_ROLES = {**dict.fromkeys(_TITLE, "title"), **dict.fromkeys(_LABEL, "label")}


def role_of(classes: str) -> str:
    """What the classes of an element say of its text: "title" of an item, "label" above a part of it, or nothing."""
    return next((_ROLES[name] for name in classes.split() if name in _ROLES), "") if "mg" in classes else ""


def mark_items(lines: Sequence[Line]) -> list[Line]:
    """`lines` with notices and lists of documents as noise, and what stands under a title before the minute as agenda.

    On a page of CMIS, whose parts are tabs without an order, those who attended are put before the agenda.

    Only a page that labels its minutes ("Minutes:", "Decision:") under most of its titles is divided so: where one of
    its items has no label, all that stands under its title is the agenda's.
    """
    marked = _tabs(list(_without_notices(lines)))
    starts = [i for i, line in enumerate(marked) if line.role == "title"]
    parts = [marked[start + 1 : stop] for start, stop in pairwise([*starts, len(marked)])]
    if 2 * sum(any(map(_says_minutes, part)) for part in parts) < max(len(parts), 1):
        return marked
    out = marked[: starts[0]]
    for start, part in zip(starts, parts, strict=True):
        out += [marked[start], *_divided(part)]
    return out


def _tabs(lines: list[Line]) -> list[Line]:
    """`lines`; of a page of CMIS those of attendance first, and the agenda's words marked if no minute follows them."""
    tab = rule("inputs", "tab").pattern
    heads = [i for i, line in enumerate(lines) if not line.text.startswith(BULLET) and tab.match(line.text)]
    listed = next((i for i, line in enumerate(lines) if rule("inputs", "attended").pattern.match(line.text)), None)
    names = {i: lines[i].text.casefold() for i in heads}
    first = next((i for i in heads if names[i].startswith(("agenda", "public", "documents"))), None)
    system = any(name.startswith("meeting") for name in names.values())
    if not system or first is None or listed is None or listed < first:
        return lines
    start = listed - 1 if listed - 1 in heads else listed
    stop = next((i for i in heads if i > listed), len(lines))
    bullets = [i for i, line in enumerate(lines) if tab.match(line.text) and line.text.startswith(BULLET)]
    marked = [replace(line, noise=True) if i in bullets else line for i, line in enumerate(lines)]
    agenda = marked[first:start]
    if not any(map(_says_minutes, lines)):
        agenda = [line if _NUMBERED.match(line.text) or line.noise else replace(line, agenda=True) for line in agenda]
    return [*marked[:first], *marked[start:stop], *agenda, *marked[stop:]]


def _says_minutes(line: Line) -> bool:
    return bool(rule("inputs", "minute-label").pattern.match(line.text))


def _divided(part: Sequence[Line]) -> list[Line]:
    cut = next((i for i, line in enumerate(part) if _says_minutes(line)), len(part))
    return [line if line.noise else replace(line, agenda=True) for line in part[:cut]] + list(part[cut:])


def _without_notices(lines: Sequence[Line]) -> Iterator[Line]:
    notices = [rule("inputs", name).pattern for name in ("web-notice", "system-notice")]
    label = rule("inputs", "documents-label").pattern
    document = rule("inputs", "document-link").pattern
    listing = False
    for line in lines:
        text = line.text.strip()
        listing = (listing and bool(document.search(text))) or bool(label.match(text))
        furniture = listing or any(notice.match(text) for notice in notices)
        yield replace(line, noise=True, level=None) if furniture and line.role != "title" else line
