"""Motions, counts and names put together: each event of an item to the vote that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minuteparse.fields.movers import Motion
from minuteparse.fields.vote_counts import Side, Span, Tally
from minuteparse.fields.vote_names import Roll
from minuteparse.fields.vote_results import Result, result_between
from minuteparse.record import Person
from minuteparse.text import Source

_SIDES: tuple[Side, ...] = ("for", "against", "abstain")
_ON_AMENDMENT = re.compile(r"\bamendment\b", re.I)
_ON_MOTION = re.compile(r"\b(?:motion|proposal|recommendations?|substantive)\b", re.I)
_ORDER: dict[type, int] = {Motion: 0, Tally: 1, Roll: 2}
# "Carried by 3 to nil (moved by ...": the movers after the count.
_BRACKET_OPENS = re.compile(r"[^.\n(]{0,30}\(\s*")
_JUST_BEFORE = 16
_SAME_SENTENCE = 60
_RECENT = 6
_AROUND = 200


@dataclass(slots=True)
class Draft:
    """One vote as it is put together, from its first event at `start` to its last at `end`."""

    start: int
    end: int
    by: str
    motion: Motion | None = None
    counts: dict[Side, int] = field(default_factory=dict)
    names: dict[Side, list[Person]] = field(default_factory=dict)
    counted: set[Side] = field(default_factory=set)
    counted_at: Span | None = None
    read_to: int = 0
    decided: bool = False
    result: Result | None = None

    @property
    def known(self) -> dict[Side, int]:
        """The counts, with those of complete lists of names."""
        return {side: len(self.names.get(side, ())) for side in self.counted} | self.counts

    @property
    def motion_span(self) -> Span:
        """The span of the motion; without one that of the whole vote."""
        return (self.motion.start, self.motion.end) if self.motion else (self.start, self.end)

    def covers(self, start: int, end: int) -> None:
        """Stretches the vote over `start:end` as well."""
        self.start, self.end = min(self.start, start), max(self.end, end)


def group(source: Source, motions: list[Motion], tallies: list[Tally], rolls: list[Roll]) -> list[Draft]:
    """The votes that `motions`, `tallies` and `rolls`, each in order of the text, make up."""
    drafts: list[Draft] = []
    # Names among figures follow the figures.
    events: list[Motion | Tally | Roll] = sorted([*motions, *tallies, *rolls], key=lambda e: (e.start, _ORDER[type(e)]))
    for event in events:
        if isinstance(event, Motion):
            _open(source, drafts, event)
        elif isinstance(event, Tally):
            _count(source, drafts, event)
        else:
            _name(drafts, event)
    return drafts


def _open(source: Source, drafts: list[Draft], motion: Motion) -> None:
    for draft in drafts[-3:]:
        if draft.motion and _same_pair(draft.motion, motion) and not _decided(source, draft, motion):
            draft.covers(motion.start, motion.end)
            return
        if draft.motion and motion.by == "votes.slash_pair" != draft.motion.by and _same_pair(draft.motion, motion):
            # The resolution under the debate names the movers again.
            draft.covers(motion.start, motion.end)
            return
    last = drafts[-1] if drafts else None
    if last and last.motion is None and _BRACKET_OPENS.fullmatch(source.folded, last.end, motion.start):
        last.motion, last.end = motion, max(last.end, motion.end)
    else:
        drafts.append(Draft(motion.start, motion.end, motion.by, motion=motion))


def _same_pair(a: Motion, b: Motion) -> bool:
    return bool(a.mover and b.mover and a.seconder and b.seconder) and (_family(a.mover), _family(a.seconder)) == (
        _family(b.mover),
        _family(b.seconder),
    )


def _family(person: Person | None) -> str:
    return (person.family or person.name).casefold() if person else ""


def _decided(source: Source, draft: Draft, motion: Motion) -> bool:
    """True if a result stands between `draft` and the same pair named again, so that these are two votes."""
    low = max(draft.read_to, draft.motion_span[1])
    draft.decided = draft.decided or result_between(source, low, motion.start)
    draft.read_to = motion.start
    return draft.decided


def _count(source: Source, drafts: list[Draft], tally: Tally) -> None:
    counts: dict[Side, int] = {
        side: n for side, n in zip(_SIDES, (tally.for_, tally.against, tally.abstain), strict=True) if n is not None
    }
    if tally.division:
        _divide(drafts)
    draft = _target(source, drafts, tally.start, counts)
    if draft is None:
        draft = Draft(tally.start, tally.end, tally.by)
        drafts.append(draft)
    draft.counts |= counts
    draft.counted_at = draft.counted_at or (tally.start, tally.end)
    draft.covers(tally.start, tally.end)


def _target(source: Source, drafts: list[Draft], at: int, counts: dict[Side, int]) -> Draft | None:
    """The vote that `counts` printed at `at` belong to, or `None` for one of their own.

    The latest vote if it has the same counts or none; else an earlier motion that was overtaken by an amendment.
    """
    if not drafts:
        return None
    latest = _latest(drafts)
    between = latest.end, at - _JUST_BEFORE
    if latest.known and _same_counts(latest.known, counts) and not result_between(source, *between):
        return latest
    recent = drafts[-_RECENT:]
    open_ones = [d for i, d in enumerate(recent) if d.motion and not d.known and _still_open(source, recent, i)]
    firm = [d for d in open_ones if d.motion and d.motion.firm] or open_ones
    if len(firm) > 1 and _settled(source, firm[-1], at):
        firm.pop()
    if not firm:
        return None
    lead = source.folded[max(latest.end, at - 160) : at + 60]
    if _ON_MOTION.search(lead) and not _ON_AMENDMENT.search(lead):
        return next((d for d in reversed(firm) if d.motion and not d.motion.amendment), firm[-1])
    return firm[-1]


def _same_counts(old: dict[Side, int], new: dict[Side, int]) -> bool:
    """True if one repeats or completes the other: no side differs, and one has all sides of the other or none."""
    if any(old[side] != n for side, n in new.items() if side in old):
        return False
    shared = old.keys() & new.keys()
    return not shared or old.keys() <= new.keys() or new.keys() <= old.keys()


def _settled(source: Source, draft: Draft, at: int) -> bool:
    """True if the paragraph of the vote's motion ends with its result, and the count at `at` stands in a later one."""
    stop = source.folded.find("\n\n", draft.end, at)
    return stop >= 0 and result_between(source, draft.end, stop)


def _still_open(source: Source, drafts: list[Draft], i: int) -> bool:
    """True if no result was given between the vote's motion and the next one."""
    if i + 1 == len(drafts):
        return True
    return not result_between(source, drafts[i].end, drafts[i + 1].start)


def _name(drafts: list[Draft], roll: Roll) -> None:
    if roll.division:
        _divide(drafts)
    fits = sorted((d for d in drafts[-3:] if _fits(d, roll)), key=lambda d: (_counts_it(d, roll), *_likely(d)))
    draft = fits[-1] if fits else None
    if draft is None:
        draft = Draft(roll.start, roll.end, roll.by)
        drafts.append(draft)
    if roll.people:
        draft.names[roll.side] = list(roll.people)
    if roll.total is not None and roll.complete:
        draft.counts.setdefault(roll.side, roll.total)
    told = draft.counts or draft.counted
    if roll.complete or (told and roll.side == "abstain" and roll.start - draft.end < _SAME_SENTENCE):
        draft.counted.add(roll.side)
    draft.covers(roll.start, roll.end)


def _counts_it(draft: Draft, roll: Roll) -> bool:
    """True if the names of `roll` stand among the figures of `draft`."""
    at = draft.counted_at
    return at is not None and at[0] <= roll.start < at[1] and draft.counts.get(roll.side) is not None


def _divide(drafts: list[Draft]) -> None:
    """An amendment put against the motion is no vote of its own: its movers go, the motion's stay.

    Where nothing says which is which, the amendment is what was moved last.
    """
    last, before = (drafts[-1], drafts[-2]) if len(drafts) > 1 else (None, None)
    if not (last and before and last.motion) or last.known or last.names:
        return
    if last.motion.amendment or (before.motion and not before.known):
        drafts.pop()


def _likely(draft: Draft) -> tuple[bool, int]:
    """How likely names that fit belong to `draft`: least to a motion without seconder, most to the latest vote."""
    return bool(draft.counts or draft.names or draft.motion is None or draft.motion.firm), draft.end


def _latest(drafts: list[Draft]) -> Draft:
    """The vote that the text spoke of last."""
    return max(drafts[-_RECENT:], key=lambda d: d.end)


def _fits(draft: Draft, roll: Roll) -> bool:
    if roll.side in draft.names:
        return False
    printed = draft.counts.get(roll.side)
    if printed is None or not roll.people:
        return True
    if roll.complete and roll.total is None and 0 <= roll.start - draft.end < _AROUND:
        # A list right below a count belongs to it, even if a name of it was not read.
        return True
    return len(roll.people) == printed if roll.complete else len(roll.people) <= max(printed, 1)
