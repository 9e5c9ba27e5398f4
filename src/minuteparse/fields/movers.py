"""Who moved and who seconded: each motion of an item with its two persons, in whatever order they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minuteparse.fields.actor_lists import people_before
from minuteparse.fields.actors import person_before, person_from
from minuteparse.fields.motion_formulas import formulas
from minuteparse.names import find_titled, read_person
from minuteparse.record import Person
from minuteparse.rules import rule
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion put before the meeting, from its first formula at `start` to its last at `end`.

    `firm` says that a seconder, named or not, supported it. `amendment` says that it would change another motion.
    """

    start: int
    end: int
    mover: Person | None
    seconder: Person | None
    firm: bool
    amendment: bool
    by: str


@dataclass(frozen=True, slots=True)
class _Step:
    start: int
    end: int
    kind: str
    person: Person | None
    other: Person | None
    by: str


_BY = re.compile(r"\s*,?\s*(?:(?:as\s+)?an?\s+amendment\s*,?\s*)?(?:by|from|gan)\b\s*[:-]*\s*", re.I)
_BOTH = re.compile(r"\s*,?\s*(?:and|&|/)\s*(?:duly\s+)?seconded(?:\s+by\b)?\s*[:-]*\s*", re.I)
_HEADS_LINE = re.compile(r"\n[ \t]*\Z")
_NOBODY = frozenset(("Nobody", "No", "None", "Neither"))
_COLON = re.compile(r"\s*[:-]+\s*|(?<=prop)\.\s+|(?<=sec)\.\s+|\s+", re.I)
_AND = re.compile(r"\s*(?:,|/|&|\band\b)\s*", re.I)
_CLAUSE = re.compile(r"(?:,\s*(?:and|then)?|\band|\bbut|;)\s*(?:then\s+)?$")
_PRONOUN = re.compile(r"\b(?:He|She|he|she)\s+(?:then\s+|also\s+|therefore\s+)?$")
_SUBJECT_GOES_ON = re.compile(r"\s*,?\s*(?:that\b|as\s+an?\b|an?\s|the\s|to\s|seconded\b|[\"'£$])", re.I)
_SENTENCE = re.compile(
    r"[a-z\d)\"'][.!?](?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bClr\.)(?<!\bCllr\.)"
    r"[\"')]*\s+(?=[A-Z])"
    r"|\n[ \t\r]*\n\s*|[;|]\s+(?=[A-Z])"
)
_AMENDMENT = re.compile(r"\bamendment\b", re.I)
_TAKEN_AMENDMENT = re.compile(
    r"\b(?:no|with|one|two|following|these|subject to|accepted|friendly)\s+(?:\w+\s+)?amendment", re.I
)
_SHORT_REACH = 150
_OPEN = 8
_HAD_BEEN = re.compile(r"\s*,?\s*(?:it\s+)?had\s+been\s+(?:agreed|resolved|decided)", re.I)
_PAST = re.compile(r"\b(?:lent|seconded)\s+(?:from|to)\b", re.I)


def find_motions(source: Source, start: int, end: int) -> list[Motion]:
    """The motions named in `text[start:end]`, in order of the text, those without a seconder included."""
    steps = sorted(_steps(source, start, end), key=lambda s: s.start)
    return _pair(source, start, steps) if steps else []


def _steps(source: Source, start: int, end: int) -> list[_Step]:
    def found(name: str) -> Iterator[re.Match[str]]:
        return formulas(source, name, start, end)

    moves = (_move(source, start, end, m) for m in found("move"))
    seconds = (_second(source, start, end, m) for m in found("second"))
    pairs = [p for name in ("slash_pair", "pair_label") for m in found(name) if (p := _pair_of(source, name, m))]
    none = (_Step(m.start(), m.end(), "unseconded", None, None, "votes.unseconded") for m in found("unseconded"))
    others = [step for step in (*moves, *seconds, *none) if step]
    return pairs + [s for s in others if not any(p.start < s.end and s.start < p.end for p in pairs)]


def _pair_of(source: Source, name: str, match: re.Match[str]) -> _Step | None:
    mover = read_person(source, *match.span("mover"))
    seconder = read_person(source, *match.span("seconder"))
    if mover is None or seconder is None:
        return None
    return _Step(match.start(), match.end(), "move", mover, seconder, f"votes.{name}")


def _move(source: Source, start: int, end: int, match: re.Match[str]) -> _Step | None:
    if match["noun"]:
        return _move_noun(source, end, match)
    return _move_verb(source, start, end, match)


def _move_noun(source: Source, end: int, match: re.Match[str]) -> _Step | None:
    person = person_from(source, match.end(), end)
    if person is None:
        return None
    kind = "amend" if match["noun"].lower() in ("amendment", "addendum") else "on" if _is_on(source, match) else "move"
    other = _second_of_two(source, person.end, end) if match[0].lower().endswith("of") else None
    return _Step(match.start(), (other or person).end, kind, person, other, "votes.motion_by")


def _is_on(source: Source, match: re.Match[str]) -> bool:
    return source.lower[max(match.start() - 7, 0) : match.start()].split()[-2:] in (["on", "the"], ["on", "a"])


def _second_of_two(source: Source, at: int, end: int) -> Person | None:
    """The second of "on the motion of A and B", unless what follows names a seconder itself."""
    joint = _AND.match(source.folded, at, end)
    if joint is None or source.lower.startswith(("seconded", "second "), joint.end()):
        return None
    return person_from(source, joint.end(), end, anyone=False)


def _move_verb(source: Source, start: int, end: int, match: re.Match[str]) -> _Step | None:
    folded, at = source.folded, match.end()
    if both := _BOTH.match(folded, at, end):
        person = person_from(source, both.end(), end, anyone=both[0].lower().rstrip(" :-").endswith("by"))
        if person:
            other = _second_of_two(source, person.end, end)
            return _Step(match.start(), (other or person).end, "move", person, other, "votes.moved_and_seconded_by")
        named = people_before(source, start, match.start())
        if len(named) == 2:  # "Councillors Hay and Orme proposed and seconded"
            return _Step(named[0].start, both.end(), "move", named[0], named[1], "votes.moved_and_seconded")
    if by := _BY.match(folded, at, end):
        person = person_from(source, by.end(), end)
        return _Step(match.start(), person.end, "move", person, None, "votes.moved_by") if person else None
    label = match["label"] or match[0][0].isupper()
    if label and (step := _labelled(source, end, match)):
        return step
    if match["label"]:
        return None
    subject = _subject(source, start, match)
    if subject:
        return _Step(min(subject.start, match.start()), match.end(), "move", subject, None, "votes.moves")
    return None if label else _labelled(source, end, match)


def _labelled(source: Source, end: int, match: re.Match[str]) -> _Step | None:
    gap = _COLON.match(source.folded, match.end(), end)
    if gap is None or match[0].lower().startswith("made"):
        return None
    colon = ":" in gap[0] or "-" in gap[0]
    heads_line = match[0][0].isupper() and _HEADS_LINE.search(source.folded, max(match.start() - 40, 0), match.start())
    person = person_from(source, gap.end(), end, anyone=bool(colon or heads_line or match["label"]))
    if person is None or (
        not colon
        and match["label"]
        and match["label"].lower() != "motion"
        and not (person.given or person.honorifics or person.name.isupper())
    ):
        return None
    other = None
    if source.folded[person.end : person.end + 3].strip().startswith("/"):
        other = _second_of_two(source, person.end, end)
    return _Step(match.start(), (other or person).end, "move", person, other, "votes.mover_label")


def _subject(source: Source, start: int, match: re.Match[str]) -> Person | None:
    """Who does what the verb says: the person right before it, or the subject of its sentence or of the one before."""
    at = match.start()
    if person := person_before(source, start, at, surname=match[0].lower().startswith(("moved", "ma"))):
        return None if "\n\n" in source.folded[person.end : at] else _not_seconder(source, start, person)
    window = source.folded[max(start, at - 500) : at]
    base = at - len(window)
    if not _SUBJECT_GOES_ON.match(source.folded, match.end()):
        return None
    breaks = [m.end() for m in _SENTENCE.finditer(window)]
    if _CLAUSE.search(window[-14:]):
        begin = base + (breaks[-1] if breaks else 0)
        return person_from(source, begin, at, anyone=False)
    if _PRONOUN.search(window[-20:]):
        for begin in reversed([0, *breaks][-4:]):
            if person := person_from(source, base + begin, at, anyone=False):
                return person
    return None


def _not_seconder(source: Source, start: int, person: Person) -> Person:
    """`person`, or who stands before "seconded by" if it is the seconder in "A, seconded by B, moved"."""
    low = max(start, person.start - 14)
    at = source.lower.find("seconded by", low, person.start)
    if at < 0:
        return person
    stop = at - len(source.folded[low:at]) + len(source.folded[low:at].rstrip(", "))
    return person_before(source, start, stop) or person


def _second(source: Source, start: int, end: int, match: re.Match[str]) -> _Step | None:
    folded, at = source.folded, match.end()
    if _PAST.match(folded, match.start(), end):
        return None
    by = _BY.match(folded, at, end)
    if by:
        person = person_from(source, by.end(), end)
    else:
        gap = _COLON.match(folded, at, end)
        glued = folded[max(match.start() - 2, 0) : match.start()].rstrip(" ")[-1:] in (
            ",",
            ".",
            ";",
            "(",
            "/",
            "\n",
            "",
        )
        person = None
        if gap and (glued or match[0][0].isupper() or match[0].lower() != "seconded"):
            person = person_from(source, gap.end(), end, anyone=glued or ":" in gap[0] or "-" in gap[0])
        if person is None and match[0].lower() in ("seconded", "seconds", "seconding"):
            if (subject := person_before(source, start, match.start(), surname=True)) and subject.name not in _NOBODY:
                return _Step(subject.start, match.end(), "second", subject, None, "votes.seconds")
            if gap:
                person = person_from(source, gap.end(), end)
                person = person if person and (person.given or person.honorifics) else None
    if person:
        weak = match[0].lower().startswith("support")
        short = weak or (match[0].lower() in ("sec", "2nd", "second", "secd") and not by)
        return _Step(
            match.start(), person.end, "second", person, None, "votes.second_short" if short else "votes.seconded_by"
        )
    if match[0].lower() == "seconded":
        return _Step(match.start(), match.end(), "second", None, None, "votes.seconded")
    return None


def _pair(source: Source, start: int, steps: list[_Step]) -> list[Motion]:
    """Each seconder to the latest motion before it that has none yet; failing that to the next one, or to a notice."""
    motions: list[Motion] = []
    for step in steps:
        if step.kind == "unseconded":
            if motions and not motions[-1].firm:
                motions.pop()
        elif step.kind == "second":
            _add_seconder(source, start, motions, step)
        else:
            motion, last = _motion(source, start, step), motions[-1] if motions else None
            if last and last.mover is None and step.start < last.start <= step.end:
                # "A, seconded by B, moved": the seconder was met first
                motions[-1] = replace(motion, seconder=last.seconder, firm=True, end=max(motion.end, last.end))
            else:
                motions.append(motion)
    return [m for m in motions if (m.mover or m.seconder) and not _of_the_past(source, m)]


def _add_seconder(source: Source, start: int, motions: list[Motion], step: _Step) -> None:
    open_at = _unseconded(motions, step)
    short = step.by == "votes.second_short"
    if open_at is not None:
        old = motions[open_at]
        if not (short and step.start - old.end > _SHORT_REACH):
            motions[open_at] = replace(old, end=max(old.end, step.end), seconder=step.person, firm=True)
    elif step.person is not None and not short:
        low = motions[-1].end if motions else start
        mover = _by_notice(source, max(start, low), step.start)
        motions.append(Motion((mover or step).start, step.end, mover, step.person, True, False, step.by))


def _of_the_past(source: Source, motion: Motion) -> bool:
    """True for what an earlier meeting did: "on the proposal of A, seconded by B, it had been agreed"."""
    return motion.by == "votes.motion_by" and _HAD_BEEN.match(source.folded, motion.end) is not None


def _motion(source: Source, start: int, step: _Step) -> Motion:
    low = max(start, step.start - 60)
    lead = _SENTENCE.split(source.folded[low : step.start])[-1]
    sentence = lead + source.folded[step.start : step.end + 40]
    amendment = step.kind == "amend" or bool(_AMENDMENT.search(sentence) and not _TAKEN_AMENDMENT.search(sentence))
    firm = step.other is not None or step.kind == "on"
    return Motion(step.start, step.end, step.person, step.other, firm, amendment, step.by)


def _unseconded(motions: list[Motion], step: _Step) -> int | None:
    """The index of the motion that `step` seconds: the latest without a seconder."""
    for i in range(len(motions) - 1, max(len(motions) - _OPEN, 0) - 1, -1):
        mover = motions[i].mover
        if mover and not motions[i].seconder and not (step.person is None and motions[i].firm):
            return None if step.person and mover.start == step.person.start else i
        if step.person is None:
            return None
    return None


def _by_notice(source: Source, start: int, at: int) -> Person | None:
    """The mover of a motion that is only seconded here, from the notice of it printed before."""
    low = max(start, at - 3000)
    best: Person | None = None
    for match in rule("votes", "in_the_name_of").pattern.finditer(source.folded, low, at):
        best = person_from(source, match.end(), at, anyone=False) or best
    for match in rule("votes", "notice").pattern.finditer(source.folded, low, at):
        person = next((p for p, _ in find_titled(source, match.start(), match.end())), None)
        if person and (best is None or person.start > best.start):
            best = person
    return best
