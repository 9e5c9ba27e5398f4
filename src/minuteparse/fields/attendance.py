"""Who was there, who sent apologies, who was absent, who stood in for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from minuteparse.evidence import Evidence
from minuteparse.fields.attendance_cuts import Section, sections
from minuteparse.fields.attendance_details import habit
from minuteparse.fields.attendance_labels import find_labels, is_label
from minuteparse.fields.attendance_marks import read_footnotes, read_marks
from minuteparse.fields.attendance_merge import aliases, entries, from_said
from minuteparse.fields.attendance_pieces import split_pieces
from minuteparse.fields.attendance_prose import read_sentence
from minuteparse.fields.attendance_register import LETTERHEAD, Found
from minuteparse.fields.attendance_reserves import read_reserves
from minuteparse.fields.attendance_run_together import run_together
from minuteparse.fields.attendance_sections import read_section
from minuteparse.fields.attendance_tables import read_table
from minuteparse.names import patterns
from minuteparse.outline.model import Block
from minuteparse.record import Attendance, Person
from minuteparse.rules import find
from minuteparse.text import Source

_LIMIT = 30_000  # an attendance part longer than this is none
_STRONG = frozenset(
    f"attendance.label_{kind}" for kind in ("present", "also", "attendance", "apologies", "absent", "remote")
)
_FIRST = 4
_TABLE = 2000  # no table of those present is longer
_TRIES = 5
_LISTED = 3  # names that make a list without a label
_SHORT = 4000
_FIRST_SENTENCE = 200
_EARLY = 12  # headings among which the lists of an attendance part may stand
_LOOSE = re.compile(r"^[ \t]*(?:MEMBERS )?(?:PRESENT|Present|ATTENDEES|Attendees)\b(?= ?:|[ \t]*\n| [A-Z])", re.M)
_MENTION = re.compile(
    r"(?i)\bpresent\b|PRESENT|\battend|sederunt|roll call|calling of|bresennol|participants|in the room"
)
_CHAIRED = re.compile(
    r"(?:C(?:ll|oun)?rs?|Councillors?|M(?:r|rs|s|iss)|Dr|Chair(?:man|person)?)\b[^.\n]{2,60}"
    r"\b(?:opened the meeting|took the [Cc]hair|presided|was in the [Cc]hair)\b"
)
_AWAY = re.compile(r"(?i)apolog|^\W*absen")
_ONE_SERVANT = re.compile(r"(?:clerk|secretary)\W*$")
# An address or a number to ring, as a letterhead has beside the clerk's name.
_ADDRESS = re.compile(r", ?\d{1,4}[A-Za-z]? [A-Z]|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|@|\b0\d{3,4} ?\d{3}")
_BLANK = re.compile(r"\n[ \t\r]*\n+")


def find_attendance(evidence: Evidence) -> list[Attendance]:
    """One entry a person and status, in order of the text; empty if the text names nobody."""
    found, lost = _found(evidence), unparted_names(evidence)
    if lost:
        found = [f for f in found if not any(start <= f.start < end for start, end in lost)]
    return entries(evidence.source, found)


def unparted_names(evidence: Evidence) -> list[tuple[int, int]]:
    """Where names of the attendance stand without anything between them, so that nobody is told from the next."""
    return run_together(evidence.source, _found(evidence))


def find_aliases(evidence: Evidence) -> dict[str, Person]:
    """The initials that the attendance part prints beside names ("Jan Orme (JO)"), each with its person."""
    return aliases(_found(evidence))


def _found(evidence: Evidence) -> list[Found]:
    """What the document says of attendance; read once, for the entries and for the initials."""
    held = evidence.source.once(_held)
    if not held:
        held.append(_read(evidence))
    return held[0]


def _held(_source: Source) -> list[list[Found]]:
    """Where the findings of one document are kept, at first empty."""
    return []


def _read(evidence: Evidence) -> list[Found]:
    found: list[Found] = []
    for start, end, default in _regions(evidence):
        table, taken = read_table(evidence.source, start, end)
        found += table
        marks = read_marks(evidence.source, start, end)
        parts = _apart(evidence.source, sections(evidence.source, start, end, default))
        parts = _below_letterhead(evidence.source, parts) if start == 0 else parts
        if start >= evidence.outline.closing_start and evidence.outline.blocks:
            parts = [p for p in parts if p.by in _STRONG]
        found += read_reserves(evidence.source, start, end, found)
        for n, section in enumerate(parts):
            if taken and section.start < taken[1] and section.end > taken[0]:
                continue
            found += read_section(evidence.source, section, parts[n - 1] if n else None, marks)
        found = read_footnotes(evidence.source, start, end, found)
    if not any(f.status == "present" for f in found):
        found += read_footnotes(evidence.source, 0, _LIMIT, _unlabelled(evidence) or _elsewhere(evidence))
    return found + _sentences(evidence, found)


def _unlabelled(evidence: Evidence) -> list[Found]:
    """The list of those present that stands in the header block without a label: it begins with a title."""
    source, end = evidence.source, min(evidence.outline.header_end, _LIMIT)
    begin = 0
    for blank in (*_BLANK.finditer(source.folded, 0, end), None):
        stop = blank.start() if blank else end
        at = begin + len(source.folded[begin:stop]) - len(source.folded[begin:stop].lstrip())
        if patterns().titled.match(source.folded, at, stop):
            found = read_section(source, Section("present", ((at, stop),), by="attendance.unlabelled"), None, {})
            if len(found) >= _LISTED:
                return found
        begin = blank.end() if blank else end
    return []


def _elsewhere(evidence: Evidence) -> list[Found]:
    """The list of those present where it stands in the middle of the text, as tables at the foot of a page do."""
    source = evidence.source
    for match in islice(_LOOSE.finditer(source.folded), _TRIES):
        blank = _BLANK.search(source.folded, match.end(), match.end() + _TABLE)
        end = blank.start() if blank else min(len(source.text), match.end() + _TABLE)
        for section in sections(source, match.start(), end, None):
            if section.status == "present" and (found := read_section(source, section, None, {})) and len(found) > 1:
                return found
    return []


def _sentences(evidence: Evidence, found: list[Found]) -> list[Found]:
    """Apologies that sentences of the first items tell, outside the items about them."""
    source, blocks = evidence.source, evidence.outline.blocks
    end = blocks[min(len(blocks), _FIRST) - 1].end if blocks else evidence.outline.header_end
    more: list[Found] = []
    known = {f.person.start for f in found}
    for match in _apology_sentences(source, min(end, _LIMIT)):
        said = read_sentence(source, match.start(), match.end(), attending=False)
        more += [
            from_said(source, s, "attendance.sentence")
            for s in said
            if s.status == "apologies" and s.draft.person.start not in known
        ]
    return more


def _apology_sentences(source: Source, end: int) -> Iterator[re.Match[str]]:
    """The sentences before `end` whose subject sent apologies; each stands on one line."""
    past = 0
    for at in source.places(("apologies",)):
        if past <= at < end:
            line, past = source.folded.rfind("\n", past, at) + 1, source.folded.find("\n", at, end)
            past = past if past >= 0 else end
            yield from habit("apology_sentence").finditer(source.folded, line, past)


def _apart(source: Source, parts: list[Section]) -> list[Section]:
    """`parts` with values given back to labels that stand side by side before them ("PRESENT: APOLOGIES: ...")."""
    made = list(parts)
    for n, (one, two) in enumerate(pairwise(parts)):
        kinds = {one.status, two.status}
        if one.end - one.start > 2 or len(kinds) == 1 or None in kinds or "\n" in source.folded[one.start : two.start]:
            continue
        stops = [p.start for p in split_pieces(source, two.start, two.end) if p.sep == "stop"]
        if len(stops) >= 1:
            made[n] = replace(one, spans=((two.start, stops[-1]),))
            made[n + 1] = replace(two, spans=((stops[-1], two.end),))
    return made


def _below_letterhead(source: Source, parts: list[Section]) -> list[Section]:
    """`parts` without a letterhead's address; the clerk it names is only known by it if a list follows."""
    first = next((n for n, p in enumerate(parts) if p.status == "present" and not p.chair), len(parts))
    made = list(parts)
    for n, part in enumerate(parts[: first + 1]):
        if part.status == "present" or not _ONE_SERVANT.search(part.label):
            continue
        line = source.folded.find("\n", part.start, part.end)
        line = part.end if line < 0 else line
        if not _ADDRESS.search(source.folded, source.folded.rfind("\n", 0, part.start) + 1, line):
            continue
        below = replace(part, status=None, printed="", spans=((line, part.end),))
        comma = source.folded.find(",", part.start, line)
        named = replace(part, spans=((part.start, comma if comma >= 0 else line),))
        made[n : n + 1] = [replace(named, by=LETTERHEAD) if first < len(parts) else named, below]
        break
    return made


def _regions(evidence: Evidence) -> list[tuple[int, int, str | None]]:
    """Where attendance is told: the header block, items about it, and the closing block."""
    outline, source = evidence.outline, evidence.source
    head = _head(evidence)
    regions: list[tuple[int, int, str | None]] = [(0, min(head, _LIMIT), None)]
    for block in outline.blocks:
        if block.start < head:
            continue
        lists = bool(find("attendance", "lists", block.title))
        if not (block.kind == "apologies" or lists or find("attendance", "about", block.title)):
            continue
        start = block.agenda_end
        if habit("named").search(source.folded, block.title_start, block.title_end):
            start = block.title_start
        default = "present" if lists else None
        if not lists and (block.kind == "apologies" or _AWAY.search(block.title)):
            default = "apologies"
        regions.append((start, min(block.end, start + _LIMIT), default))
    if outline.blocks:
        regions.append((outline.closing_start, min(len(source.text), outline.closing_start + _LIMIT), None))
    return [r for r in regions if r[1] > r[0]]


def _opens_with_label(source: Source, start: int, end: int) -> bool:
    """True if a label stands at the head of `text[start:end]`."""
    labels = find_labels(source, start, min(end, start + _SHORT))
    return bool(labels) and not source.folded[start : labels[0].start].strip(" \t\n*_")


def _opens_with_chair(source: Source, block: Block) -> bool:
    """True if the running text above the first heading begins with who took the chair or opened the meeting."""
    return (
        block.number == ""
        and _CHAIRED.search(source.folded, block.start, min(block.end, block.start + _FIRST_SENTENCE)) is not None
    )


def _head(evidence: Evidence) -> int:
    """Where the attendance part at the top ends: with the header, or later if headings there are labels of lists."""
    outline = evidence.outline
    head, listed = outline.header_end, False
    open_label = False
    for block in outline.blocks[:_EARLY]:
        labels = is_label(block.title) or (
            not block.title
            and (
                _opens_with_label(evidence.source, block.start, block.end) or _opens_with_chair(evidence.source, block)
            )
        )
        if (labels and block.end - block.start < _SHORT) or (open_label and not block.number):
            head, listed = block.end, True
        # a label over nothing governs what the next heading holds
        open_label = labels and not evidence.source.folded[block.body_start : block.end].strip()
    if listed or any(label.value == "present" for label in find_labels(evidence.source, 0, min(head, _LIMIT))):
        return head
    for block in outline.blocks[:_FIRST]:
        if _MENTION.search(evidence.source.folded, block.start, min(block.end, block.start + _LIMIT)) and any(
            label.value == "present"
            for label in find_labels(evidence.source, block.start, min(block.end, block.start + _LIMIT))
        ):
            return block.end
    return head
