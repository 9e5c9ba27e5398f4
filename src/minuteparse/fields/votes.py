"""How members voted, and who moved and seconded: motions, counts, names and results as the votes of an item."""

from __future__ import annotations

import re

from minuteparse.evidence import Evidence
from minuteparse.fields.movers import find_motions
from minuteparse.fields.unbroken import unbroken
from minuteparse.fields.vote_counts import find_tallies
from minuteparse.fields.vote_grouping import Draft, group
from minuteparse.fields.vote_names import find_rolls
from minuteparse.fields.vote_results import nearest_result
from minuteparse.fields.vote_windows import find_hits, windows_around
from minuteparse.outline.model import Block
from minuteparse.record import Vote
from minuteparse.rules import rule
from minuteparse.text import Source

_VOTING = re.compile(r"\b(?:vot(?:e[sd]?|ing)|roll\s+call|division|carried|abst\w+|dissent\w*)\b", re.I)
_TWICE_PRINTED = re.compile(r"^[ \t]*(?:Voting Record|Recorded Vote|Decision:)[ \t]*$", re.M)
_SURE = ("votes.roll_call", "votes.recorded_side", "votes.table")
_RECENT = 6
_PUT_WITHIN = 600
_AROUND = 200
_NEAR_FIGURES = 100
_NEAR_NAMES = 300


def find_votes(evidence: Evidence, block: Block) -> list[Vote]:
    """The votes of one item, in order of the text: each count, list of names, or pair of mover and seconder."""
    source, end = unbroken(evidence), block.end
    # A heading may name the movers; agenda text below it tells nothing of what was done.
    start = block.start if block.agenda_end == block.body_start else block.agenda_end
    motions = find_motions(source, start, end)
    hits = find_hits(source, start, end)
    if not (hits or motions):
        return []
    wide = windows_around(source, hits, (start, end), _NEAR_NAMES)
    tallies = find_tallies(source, windows_around(source, hits, (start, end), _NEAR_FIGURES), wide)
    rolls = find_rolls(source, wide, end, tallies)
    if not (tallies or rolls or motions):
        return []
    drafts = group(source, motions, tallies, rolls)
    _add_results(source, drafts, start, end)
    drafts = _merge_printed_twice(source, drafts, start, end)
    kept = [d for i, d in enumerate(drafts) if _is_vote(source, d, drafts[i + 1 : i + 1 + _RECENT], end)]
    return [_vote(d) for d in kept]


def _add_results(source: Source, drafts: list[Draft], start: int, end: int) -> None:
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


def _merge_printed_twice(source: Source, drafts: list[Draft], start: int, end: int) -> list[Draft]:
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


def _is_vote(source: Source, draft: Draft, later: list[Draft], end: int) -> bool:
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
    put = rule("votes", "put")
    return (
        put.may_match(source.lower[motion.end : high])
        and put.pattern.search(source.folded, motion.end, high) is not None
    )


def _vote(draft: Draft) -> Vote:
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
