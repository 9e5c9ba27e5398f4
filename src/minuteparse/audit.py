"""What the record doubts about itself, as issues. Codes are listed in `docs/issues.md`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from minuteparse.evidence import Evidence
from minuteparse.layout import Repair
from minuteparse.record import Attendance, Issue, Item, ItemPerson, Mention, Minutes, Person
from minuteparse.rules import rule, rules, words
from minuteparse.text import Source

Severity = Literal["info", "warning", "error"]

CODES: dict[str, Severity] = {
    "ambiguous-name": "info",
    "characters-lost": "warning",
    "doubtful": "info",
    "due-unresolved": "info",
    "empty-document": "error",
    "encoding-guessed": "info",
    "end-before-start": "warning",
    "initials-unresolved": "info",
    "item-number-gap": "warning",
    "item-number-repeated": "warning",
    "mojibake": "warning",
    "no-attendance": "warning",
    "no-date": "warning",
    "no-headings": "warning",
    "page-without-text": "warning",
    "present-and-apologies": "warning",
    "text-recognised": "info",
    "upcoming-before-meeting": "warning",
    "votes-exceed-present": "warning",
    "weekday-mismatch": "warning",
}
"""Every code of an issue, with its severity. `doubtful` is raised on demand alone, by `confidence.doubtful`."""

_REPLACEMENT = "\ufffd"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURES = re.compile(r"\d+")
_BRACKETED = re.compile(r"[(\[]([A-Za-z]{2,4})[)\]]")
_NAME_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ATTENDED = ("present", "substitute", "in_attendance")
_MEMBERS = ("present", "substitute")


def audit(minutes: Minutes, evidence: Evidence) -> list[Issue]:
    """The issues of a resolved record, in order of the text; those of no place come first.

    An empty document gives `empty-document` alone: what else it lacks needs no saying.
    """
    if not evidence.source.text.strip():
        found = [_issue("empty-document", "The document holds no text; check that it was converted rightly.")]
        return found + list(_encoding(minutes, evidence))
    return in_order(issue for check in _CHECKS for issue in check(minutes, evidence))


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """`issues` in order of the text; those of no place come first."""
    return sorted(issues, key=lambda i: (-1 if i.start is None else i.start, i.code))


def wrong_encodings(source: Source, repairs: Sequence[Repair]) -> Iterator[Issue]:
    """What `repairs` of `source` took to be decoded wrongly: each such string once, at its first place."""
    found = [(source.text[r.start : r.end], r) for r in repairs if r.said]
    times = Counter(wrong for wrong, _ in found)
    for wrong, repair in dict(reversed(found)).items():
        often = "" if times[wrong] == 1 else f", {times[wrong]} times"
        message = f"{wrong!r}{often}: decoded with the wrong encoding, and read as {repair.said!r}; save it as UTF-8."
        yield _issue("mojibake", message, repair.start, repair.end)


def _issue(code: str, message: str, start: int | None = None, end: int | None = None) -> Issue:
    return Issue(code=code, severity=CODES[code], message=message, start=start, end=end)


def _encoding(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    if evidence.source.encoding_guessed:
        encoding = evidence.source.encoding
        yield _issue("encoding-guessed", f"Not UTF-8; read as {encoding}, a guess. Save it as UTF-8 to be sure.")


def _lost(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    text = evidence.source.text
    at = text.find(_REPLACEMENT)
    if at >= 0:
        count = text.count(_REPLACEMENT)
        many = "A character was" if count == 1 else f"{count} characters were"
        yield _issue("characters-lost", f"{many} lost when the text was decoded; get the file again.", at, at + 1)


def _pages(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    pages = evidence.source.layout.textless if evidence.source.layout else ()
    if pages:
        which = f"Page {pages[0]} shows" if len(pages) == 1 else f"Pages {', '.join(map(str, pages))} show"
        yield _issue("page-without-text", f"{which} a picture and no text: read the file with --ocr.")
    broken = evidence.source.layout.broken if evidence.source.layout else ()
    if broken:
        which = f"Page {broken[0]} is" if len(broken) == 1 else f"Pages {', '.join(map(str, broken))} are"
        cure = "get the file again, or mend it with: qpdf IN.pdf OUT.pdf."
        yield _issue("page-without-text", f"{which} damaged and not read: {cure}")
    read = evidence.source.layout.recognised if evidence.source.layout else ()
    if read:
        least, page = min((sure, page) for page, sure in read)
        which = "1 page was" if len(read) == 1 else f"{len(read)} pages were"
        message = f"{which} read from pictures; Tesseract is least sure of page {page}, at {least} of 100."
        yield _issue("text-recognised", message)


def _lacking(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    if not minutes.items:
        yield _issue("no-headings", "No item heading was found; all of the text is in the header block.")
    if minutes.header.date is None:
        yield _issue("no-date", "No date of the meeting was found, so no deadline can be reckoned from it.")
    if not minutes.attendance:
        yield _issue("no-attendance", "No attendance was found: who was there is unknown, not nobody.")


def _numbering(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    """Gaps and repeats among the agenda's own numbers; a fall to 1 opens a new part and is neither."""
    before: tuple[Item, tuple[int, ...]] | None = None
    seen: set[str] = set()
    for item in minutes.items:
        parts = tuple(int(digits[:9]) for digits in _FIGURES.findall(item.number)) if item.level == 1 else ()
        if not parts:
            continue
        heading = (item.start, item.body_start)
        step = _step(before[1], parts) if before else None
        if step is not None and step[0] < 0 and step[1] == 1:
            seen.clear()
        if item.number in seen:
            yield _issue("item-number-repeated", f"The number {item.number} stands before two items.", *heading)
        elif before and step is not None and step[0] > 1:
            message = f"The numbers go from {before[0].number} to {item.number}: an item may be missing."
            yield _issue("item-number-gap", message, *heading)
        seen.add(item.number)
        before = item, parts


def _step(before: tuple[int, ...], now: tuple[int, ...]) -> tuple[int, int] | None:
    """By how much the one part that differs rises, and to what; `None` if the numbers are not of one series."""
    if len(before) != len(now):
        return None
    changed = [(b - a, b) for a, b in zip(before, now, strict=True) if a != b]
    return changed[0] if len(changed) == 1 else None


def _weekdays(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    for found in evidence.dates:
        if found.weekday is None or found.year is None:
            continue
        try:
            actual = date(found.year, found.month, found.day)
        except ValueError:
            continue
        if actual.weekday() != found.weekday:
            right, printed = _WEEKDAYS[actual.weekday()], _WEEKDAYS[found.weekday]
            message = f"{evidence.source.quote(found.start, found.end)} is a {right}; the text says {printed}."
            yield _issue("weekday-mismatch", message, found.start, found.end)


def _times(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    start, end = minutes.header.start, minutes.header.end
    # An evening meeting may well end after midnight.
    if start and end and end.value < start.value and not (start.value >= "17:00" and end.value < "06:00"):
        message = f"The meeting ends at {end.value}, before it starts at {start.value}."
        yield _issue("end-before-start", message, end.start, end.end)


def _votes(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    members = sum(a.status in _MEMBERS for a in minutes.attendance)
    for vote in (v for item in minutes.items for v in item.votes):
        cast = sum(n or 0 for n in (vote.for_, vote.against, vote.abstain))
        if cast > members > 0:
            message = f"{cast} votes are counted, but {members} members are recorded as present."
            yield _issue("votes-exceed-present", message, vote.start, vote.end)


def _twice(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    """People with one name, or one surname with one title, both there and away."""
    away = [a for a in minutes.attendance if a.status not in _ATTENDED]
    there = {_identity(a.person) for a in minutes.attendance if a.status in _ATTENDED} if away else set()
    for entry in away:
        if _identity(entry.person) in there:
            message = f"{entry.person.name} is recorded as present and as {_away(entry)}."
            yield _issue("present-and-apologies", message, entry.start, entry.end)


def _away(entry: Attendance) -> str:
    return "having sent apologies" if entry.status == "apologies" else "absent"


def _identity(person: Person) -> tuple[str, tuple[str, ...]]:
    return person.name.casefold(), _titles(person)


def _titles(person: Person) -> tuple[str, ...]:
    """The titles that tell people of one surname apart."""
    told = {"mr", "mrs", "ms", "miss", "sir", "lady", "lord", "dame"}
    return tuple(sorted(t for h in person.honorifics if (t := h.casefold().rstrip(".")) in told))


def _upcoming(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    meeting, ahead = minutes.header.date, minutes.next_meeting
    if meeting is None:
        return
    dates = [m for item in minutes.items for m in item.dates]
    past = [m for m in dates if m.value < meeting.value and _said_to_come(evidence, m)]
    if ahead is not None and ahead.value < meeting.value:
        told = any(m.start == ahead.start and _said_to_come(evidence, m) for m in dates)
        past += [] if told else [ahead]
    for mention in past:
        message = f"{mention.text} is said to be ahead, but the meeting was on {meeting.value}."
        yield _issue("upcoming-before-meeting", message, mention.start, mention.end)


def _said_to_come(evidence: Evidence, mention: Mention) -> bool:
    low = max(mention.start - 160, 0)
    before = evidence.source.lower[low : mention.start]
    cues = (r for r in rules("audit") if r.value == "upcoming" and r.may_match(before))
    return any(cue.pattern.search(evidence.source.folded, low, mention.start) for cue in cues)


def _ambiguous(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    """Surnames used alone that two attendees share; each surname once, where it is first used."""
    families: dict[str, list[Person]] = defaultdict(list)
    for entry in minutes.attendance:
        if entry.person.family:
            families[entry.person.family.casefold()].append(entry.person)
    if not any(len({p.name for p in shared}) > 1 for shared in families.values()):
        return
    for person in sorted(_named(minutes), key=lambda p: p.start):
        if person.given or not person.family or (isinstance(person, ItemPerson) and person.attendee is not None):
            continue
        titles = _titles(person)
        shared = families.get(person.family.casefold(), [])
        fits = sorted({p.name for p in shared if not titles or not _titles(p) or _titles(p) == titles})
        if len(fits) > 1:
            message = f"{person.text} may be {' or '.join(fits)}."
            yield _issue("ambiguous-name", message, person.start, person.end)
            families.pop(person.family.casefold())


def _named(minutes: Minutes) -> Iterator[Person]:
    for item in minutes.items:
        yield from item.people
        yield from (d.member for d in item.declarations)
        for vote in item.votes:
            yield from (p for p in (vote.mover, vote.seconder) if p)
            yield from (*vote.for_names, *vote.against_names, *vote.abstain_names)


def _deadlines(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    for action in (a for item in minutes.items for a in item.actions):
        if action.due_text and not action.due and not rule("audit", "recurring").pattern.search(action.due_text):
            message = f"The deadline {action.due_text!r} could not be turned into a date."
            yield _issue("due-unresolved", message, action.start, action.end)


def _initials(minutes: Minutes, evidence: Evidence) -> Iterator[Issue]:
    """Initials that own an action and stand for nobody named; each once, at the first action."""
    pattern = rule("audit", "initials").pattern
    owners = ((action, owner) for item in minutes.items for action in item.actions for owner in action.owners)
    short = [(action, match) for action, owner in owners if (match := pattern.match(owner))]
    if not short:
        return
    known = {i for p in (*(a.person for a in minutes.attendance), *_named(minutes)) for i in _initials_of(p.name)}
    known |= {i.upper() for i in _BRACKETED.findall(evidence.source.folded)}
    known |= set(words("office_initials"))
    for action, match in short:
        initials = re.sub(r"[^A-Za-z]", "", match["initials"]).upper()
        if initials not in known:
            known.add(initials)
            message = f"The owner {match.string} is known by initials that no name in the document stands for."
            yield _issue("initials-unresolved", message, action.start, action.end)


def _initials_of(name: str) -> set[str]:
    parts = _NAME_PARTS.findall(name)
    if len(parts) < 2:
        return set()
    given = "".join(p if p.isupper() and len(p) < 4 else p[0] for p in parts[:-1])
    return {(given + parts[-1][0]).upper(), (parts[0][0] + parts[-1][0]).upper()}


_CHECKS: tuple[Callable[[Minutes, Evidence], Iterator[Issue]], ...] = (
    _encoding, _lost, _pages, _lacking, _numbering, _weekdays, _times, _votes, _twice, _upcoming, _ambiguous,
    _deadlines, _initials,
)  # fmt: skip
