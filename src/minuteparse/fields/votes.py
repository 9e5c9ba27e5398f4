"""How members voted, and who moved and seconded: motions, counts, names and results grouped into votes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minuteparse.evidence import Evidence
from minuteparse.fields.movers import Motion, find_motions
from minuteparse.fields.unbroken import unbroken
from minuteparse.fields.vote_counts import Side, Span, Tally, find_tallies
from minuteparse.fields.vote_names import Roll, find_rolls
from minuteparse.fields.vote_results import Result, nearest_result, result_between
from minuteparse.fields.vote_windows import find_hits, windows_around
from minuteparse.outline.model import Block
from minuteparse.record import Person, Vote
from minuteparse.rules import rule
from minuteparse.text import Source

_SIDES: tuple[Side, ...] = ("for", "against", "abstain")
_ON_AMENDMENT = re.compile(r"\bamendment\b", re.I)
_ON_MOTION = re.compile(r"\b(?:motion|proposal|recommendations?|substantive)\b", re.I)
_VOTING = re.compile(r"\b(?:vot(?:e[sd]?|ing)|roll\s+call|division|carried|abst\w+|dissent\w*)\b", re.I)
_TWICE_PRINTED = re.compile(r"^[ \t]*(?:Voting Record|Recorded Vote|Decision:)[ \t]*$", re.M)
_SURE = ("votes.roll_call", "votes.recorded_side", "votes.table")
_ORDER: dict[type, int] = {Motion: 0, Tally: 1, Roll: 2}
# "Carried by 3 to nil (moved by ...": the movers after the count.
_BRACKET_OPENS = re.compile(r"[^.\n(]{0,30}\(\s*")
_JUST_BEFORE = 16
_SAME_SENTENCE = 60
_RECENT = 6
_PUT_WITHIN = 600
_AROUND = 200
_NEAR_FIGURES = 100
_NEAR_NAMES = 300


@dataclass(slots=True)
class _Draft:
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
        return (self.motion.start, self.motion.end) if self.motion else (self.start, self.end)

    def covers(self, start: int, end: int) -> None:
        self.start, self.end = min(self.start, start), max(self.end, end)


def find_votes(evidence: Evidence, block: Block) -> list[Vote]:
    """The votes of one item, in order of the text: each count, list of names, or pair of mover and seconder."""
    source, end = unbroken(evidence), block.end
    # A heading may name the movers; agenda text below it tells nothing of what was done.
    start = block.start if block.agenda_end == block.body_start else block.agenda_end
    motions = find_motions(source, start, end)
    hits = find_hits(source, start, end)
    if not (hits or motions):
        return []
    tallies = find_tallies(source, windows_around(source, hits, (start, end), _NEAR_FIGURES))
    rolls = find_rolls(source, windows_around(source, hits, (start, end), _NEAR_NAMES), end, tallies)
    if not (tallies or rolls or motions):
        return []
    drafts = _group(source, motions, tallies, rolls)
    _add_results(source, drafts, start, end)
    drafts = _merge_printed_twice(source, drafts, start, end)
    kept = [d for i, d in enumerate(drafts) if _is_vote(source, d, drafts[i + 1 : i + 1 + _RECENT], end)]
    return [_vote(d) for d in kept]


def _group(source: Source, motions: list[Motion], tallies: list[Tally], rolls: list[Roll]) -> list[_Draft]:
    drafts: list[_Draft] = []
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


def _open(source: Source, drafts: list[_Draft], motion: Motion) -> None:
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
        drafts.append(_Draft(motion.start, motion.end, motion.by, motion=motion))


def _same_pair(a: Motion, b: Motion) -> bool:
    return bool(a.mover and b.mover and a.seconder and b.seconder) and (_family(a.mover), _family(a.seconder)) == (
        _family(b.mover),
        _family(b.seconder),
    )


def _family(person: Person | None) -> str:
    return (person.family or person.name).casefold() if person else ""


def _decided(source: Source, draft: _Draft, motion: Motion) -> bool:
    """True if a result stands between `draft` and the same pair named again, so that these are two votes."""
    low = max(draft.read_to, draft.motion_span[1])
    draft.decided = draft.decided or result_between(source, low, motion.start)
    draft.read_to = motion.start
    return draft.decided


def _count(source: Source, drafts: list[_Draft], tally: Tally) -> None:
    counts: dict[Side, int] = {
        side: n for side, n in zip(_SIDES, (tally.for_, tally.against, tally.abstain), strict=True) if n is not None
    }
    if tally.division:
        _divide(drafts)
    draft = _target(source, drafts, tally.start, counts)
    if draft is None:
        draft = _Draft(tally.start, tally.end, tally.by)
        drafts.append(draft)
    draft.counts |= counts
    draft.counted_at = draft.counted_at or (tally.start, tally.end)
    draft.covers(tally.start, tally.end)


def _target(source: Source, drafts: list[_Draft], at: int, counts: dict[Side, int]) -> _Draft | None:
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


def _still_open(source: Source, drafts: list[_Draft], i: int) -> bool:
    """True if no result was given between the vote's motion and the next one."""
    if i + 1 == len(drafts):
        return True
    return not result_between(source, drafts[i].end, drafts[i + 1].start)


def _name(drafts: list[_Draft], roll: Roll) -> None:
    if roll.division:
        _divide(drafts)
    fits = sorted((d for d in drafts[-3:] if _fits(d, roll)), key=lambda d: (_counts_it(d, roll), *_likely(d)))
    draft = fits[-1] if fits else None
    if draft is None:
        draft = _Draft(roll.start, roll.end, roll.by)
        drafts.append(draft)
    if roll.people:
        draft.names[roll.side] = list(roll.people)
    if roll.total is not None and roll.complete:
        draft.counts.setdefault(roll.side, roll.total)
    told = draft.counts or draft.counted
    if roll.complete or (told and roll.side == "abstain" and roll.start - draft.end < _SAME_SENTENCE):
        draft.counted.add(roll.side)
    draft.covers(roll.start, roll.end)


def _counts_it(draft: _Draft, roll: Roll) -> bool:
    """True if the names of `roll` stand among the figures of `draft`."""
    at = draft.counted_at
    return at is not None and at[0] <= roll.start < at[1] and draft.counts.get(roll.side) is not None


def _divide(drafts: list[_Draft]) -> None:
    """An amendment put against the motion is no vote of its own: its movers go, the motion's stay."""
    last = drafts[-1] if len(drafts) > 1 else None
    if last and last.motion and last.motion.amendment and not last.counts and not last.names:
        drafts.pop()


def _likely(draft: _Draft) -> tuple[bool, int]:
    """How likely names that fit belong to `draft`: least to a motion without seconder, most to the latest vote."""
    return bool(draft.counts or draft.names or draft.motion is None or draft.motion.firm), draft.end


def _latest(drafts: list[_Draft]) -> _Draft:
    """The vote that the text spoke of last."""
    return max(drafts[-_RECENT:], key=lambda d: d.end)


def _fits(draft: _Draft, roll: Roll) -> bool:
    if roll.side in draft.names:
        return False
    printed = draft.counts.get(roll.side)
    if printed is None or not roll.people:
        return True
    if roll.complete and roll.total is None and 0 <= roll.start - draft.end < _AROUND:
        # A list right below a count belongs to it, even if a name of it was not read.
        return True
    return len(roll.people) == printed if roll.complete else len(roll.people) <= max(printed, 1)


def _add_results(source: Source, drafts: list[_Draft], start: int, end: int) -> None:
    """To each vote the result said around its count, or after its motion and before the next one, or just before it."""
    drafts.sort(key=lambda d: d.start)
    before = start
    for i, draft in enumerate(drafts):
        following = drafts[i + 1].start if i + 1 < len(drafts) else end
        if at := draft.counted_at:
            draft.result = nearest_result(source, max(start, at[0] - _AROUND), min(end, at[1] + _AROUND), at)
        if draft.result is None and draft.motion:
            span = draft.motion_span
            draft.result = nearest_result(source, span[1], max(following, span[1]), span)
        if draft.result is None:
            low = max(before, draft.start - _AROUND, source.folded.rfind("\n", before, draft.start))
            draft.result = nearest_result(source, low, draft.start, (draft.start, draft.start))
        before = max(before, draft.end)


def _merge_printed_twice(source: Source, drafts: list[_Draft], start: int, end: int) -> list[_Draft]:
    """A count in a box and the movers in the minute below it, where a page prints each vote in both: one vote."""
    if len(drafts) != 2 or not _TWICE_PRINTED.search(source.folded, start, end):
        return drafts
    first, second = drafts
    if first.motion is None and second.motion and not second.counts:
        second.counts, second.names = second.counts | first.counts, first.names | second.names
        second.counted |= first.counted
        second.result = second.result or first.result
        second.covers(first.start, first.end)
        return [second]
    return drafts


def _is_vote(source: Source, draft: _Draft, later: list[_Draft], end: int) -> bool:
    """False for a motion without a seconder that was not put to the vote, and for names with no word of voting near."""
    motion = draft.motion
    if motion is None and draft.counted_at is None and len(draft.names) == 1:
        # One list alone may be of speakers against a plan.
        low, high = max(draft.start - _AROUND, 0), min(draft.end + _AROUND, end)
        return draft.by in _SURE or _VOTING.search(source.folded, low, high) is not None
    if motion is None or motion.firm or draft.counts or draft.names:
        return True
    bounds = [d.start for d in later] + [d.counted_at[0] for d in later if d.counted_at]
    high = min([*bounds, end, motion.end + _PUT_WITHIN])
    return rule("votes", "put").pattern.search(source.folded, motion.end, high) is not None


def _vote(draft: _Draft) -> Vote:
    counts = draft.known
    return Vote(
        for_=counts.get("for"),
        against=counts.get("against"),
        abstain=counts.get("abstain"),
        mover=draft.motion.mover if draft.motion else None,
        seconder=draft.motion.seconder if draft.motion else None,
        result=draft.result,
        for_names=draft.names.get("for", []),
        against_names=draft.names.get("against", []),
        abstain_names=draft.names.get("abstain", []),
        start=draft.start,
        end=draft.end,
        by=draft.by,
    )
