"""The attendance part cut at its labels: stretches of text, each a list of people of one status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minuteparse.fields.attendance_label_words import STRONG
from minuteparse.fields.attendance_labels import Label, find_labels
from minuteparse.rules import rule
from minuteparse.text import Source

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Text that lists people of one status, or of none yet (`status` is `None`): `spans`, without the label.

    More than one span is a column, or what stands beside and below a label broken in two. `role` is what the label
    makes of each person ("Co-opted Members"); `printed` is the label's text.
    """

    status: str | None
    spans: tuple[tuple[int, int], ...]
    printed: str = ""
    role: str | None = None
    chair: str | None = None
    remote: bool = False
    by: str = "attendance.label"

    @property
    def label(self) -> str:
        """The text of the label in lower case; empty without one."""
        return self.printed.casefold()

    @property
    def start(self) -> int:
        """Where the first span begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return self.spans[-1][1]


_VOTES = re.compile(r"(?:yeas?|nays?|ayes?|noes|for|against|moved by|seconded by|abstain)")
_OPENING = frozenset(["present", "attendance", "roll", "remote", "apologies", "absent", "stop"])
_VOTELESS = re.compile(r" \((?:non[- ]voting|no vote|without vote)\)", re.I)
_LATER = frozenset(["roll", "link"])  # "Attending:" after a list of members is of others
_GAP = re.compile(r"[ \t]{3,}|\t|[ \t]*\|[ \t]*")
_BAR = re.compile(r"\t|\|")
_ONLY_GAP = re.compile(r"[ \t|*_:]*")
_NEAR = 3  # characters by which a column may wander


def sections(source: Source, start: int, end: int, default: str | None) -> list[Section]:
    """`text[start:end]` cut at its labels. What stands before the first has the status `default`."""
    labels = find_labels(source, start, end)
    first = labels[0].start if labels else end
    made = [Section(default, ((start, first),))] if first > start else []
    made += _governed(source, labels, end, default)
    return made


def _governed(source: Source, labels: tuple[Label, ...], end: int, default: str | None) -> Iterator[Section]:
    """A section for each label, with the status that it and the labels before it give."""
    state, past = _State(default), 0
    for n, label in enumerate(labels):
        if n < past:
            continue
        stop = max(labels[n + 1].start if n + 1 < len(labels) else end, label.stop)
        spans: tuple[tuple[int, int], ...] = ((label.stop, stop),)
        if label.below:
            spans = ((label.stop, label.below[0]), (label.below[1], max(stop, label.below[1])))
        elif n + 1 < len(labels) and _beside(source, label, labels[n + 1]):
            past = _past_columns(source, labels, n)
            after = labels[past].start if past < len(labels) else end
            spans = tuple(_column(source, label, labels[n + 1], after, left=True)) or spans
            beside = labels[n + 1]
            cells = tuple(_column(source, label, beside, after, left=False)) or ((beside.stop, after),)
            made = [(label, spans), *_relabelled(source, beside, cells)]
            yield from (section for one, where in made if (section := state.section(one, where)))
            continue
        if section := state.section(label, spans):
            votes = _VOTELESS.match(source.folded, label.end) if label.value == "category" else None
            yield replace(section, role=f"{section.role}{votes[0]}") if votes else section


def _past_columns(source: Source, labels: tuple[Label, ...], n: int) -> int:
    """The first of `labels` below the two that stand side by side from `n` on which is not in the right column."""
    folded, split = source.folded, labels[n + 1].start - (source.folded.rfind("\n", 0, labels[n].start) + 1)
    past = n + 2
    while past < len(labels):
        start = labels[past].start
        line = folded.rfind("\n", 0, start) + 1
        if start - line < split - _NEAR or folded[line:start].strip():
            break
        past += 1
    return past


def _relabelled(source: Source, label: Label, cells: Spans) -> Iterator[tuple[Label, Spans]]:
    """The `cells` of a column under `label`, parted where one of them is a label itself."""
    held: list[tuple[int, int]] = []
    for start, end in cells:
        begin = start + len(source.folded[start:end]) - len(source.folded[start:end].lstrip())
        new = next(iter(find_labels(source, begin, end)), None) if source.folded[begin:end].strip() else None
        if new is None or new.start != begin or not new.kinds & STRONG:
            held.append((start, end))
            continue
        yield label, tuple(held) or ((begin, begin),)
        label, held = new, [(new.stop, end)] if source.folded[new.stop : end].strip() else []
    yield label, tuple(held) or ((label.stop, label.stop),)


@dataclass(slots=True)
class _State:
    """What the labels so far have set: the status in force and how it came about."""

    status: str | None
    chaired: bool = False
    grouped: bool = False
    voting: bool = False
    listed: bool = False
    own: bool = False
    remote: bool = False

    def section(self, label: Label, spans: tuple[tuple[int, int], ...]) -> Section | None:
        """The section that `label` opens over `spans`; `None` if it lists votes."""
        made = Section(label.value, spans, label.text, by=label.by, remote="remote" in label.kinds)
        role = label.text.rstrip(" :")
        match label.value:
            case "absent" if self.voting:
                return None
            case "present" if self._of_others(label):
                made = replace(made, status="in_attendance")
            case "group":
                made = replace(made, status=self._of_group(label))
            case "category":
                kind = rule("attendance", "label_category").pattern.search(label.text)
                made = replace(made, status=self.status or "present", role=kind[0] if kind else role)
            case "chair":
                chair = rule("attendance", "label_chair").pattern.search(label.text)
                made = replace(made, status="present", chair=chair[0] if chair else role)
                self.chaired = True
            case "remote":
                kept = self.status if self.status in ("present", "in_attendance") else "present"
                made = replace(made, status=kept)
            case "other_members":
                made = replace(made, status="present" if self.chaired and self.status != "present" else "in_attendance")
            case "members_attending":
                made = replace(made, status="in_attendance" if self.listed else "present")
            case "stop":
                self.voting = self.voting or bool(_VOTES.match(made.label))
                made = replace(made, status=None)
        if label.kinds & _OPENING:
            self.remote = made.remote
        elif self.remote:
            made = replace(made, remote=True)
        self._remember(label, made)
        return made

    def _of_others(self, label: Label) -> bool:
        """True if a label of presence heads others than the members, who have been listed."""
        return (self.grouped and self.status == "in_attendance") or (self.listed and label.kinds <= _LATER)

    def _of_group(self, label: Label) -> str:
        """The status of a list of members or ranks: the one in force, but not that of officers before them."""
        self.grouped = self.grouped or self.status is None
        if self.status == "in_attendance" and (self.own or (not self.listed and "members" in label.kinds)):
            return "present"
        return self.status or "present"

    def _remember(self, label: Label, made: Section) -> None:
        # A list of officers under "Present" leaves that label in force for the members after it.
        if label.value == "group" or (label.value == "category" and self.status):
            self.own = self.own and made.status == "in_attendance"
            self.listed = self.listed or made.status == "present"
            return
        if label.value == "chair":
            self.status = self.status if self.status == "present" else None
        elif label.value != "category":
            self.own = made.status == "in_attendance" and "officers" in label.kinds and self.status == "present"
            self.status = made.status
            self.listed = self.listed or made.status == "present"


def _beside(source: Source, one: Label, other: Label) -> bool:
    """True if the two labels stand on one line with nothing but a wide gap between them and nothing after them."""
    folded = source.folded
    between = folded[one.end : other.start]
    if "\n" in between or not _GAP.search(between) or not _ONLY_GAP.fullmatch(between) or one.value == other.value:
        return False
    line_end = folded.find("\n", other.end)
    return line_end >= 0 and bool(_ONLY_GAP.fullmatch(folded, other.end, line_end))


def _column(source: Source, one: Label, other: Label, end: int, *, left: bool) -> Iterator[tuple[int, int]]:
    """The cells under the left or the right of two labels that stand side by side."""
    folded = source.folded
    head = folded.rfind("\n", 0, one.start) + 1
    split = other.start - head
    nth = len(_BAR.findall(folded, one.start, other.start))
    at = folded.find("\n", other.end) + 1
    while 0 < at < end:
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        if nth:
            lead = at + len(folded[at:stop]) - len(folded[at:stop].lstrip(" |"))
            gaps = [g for n, g in enumerate(_BAR.finditer(folded, lead, stop), 1) if n == nth]
        else:
            gaps = [g for g in _GAP.finditer(folded, at, stop) if g.end() - at >= split - _NEAR]
        cut = gaps[0].start() if gaps else stop
        begin, until = (at, cut) if left else (cut, stop)
        if folded[begin:until].strip(" \t|"):
            yield begin, until
        at = stop + 1
