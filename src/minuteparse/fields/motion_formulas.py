"""Where motions are moved, seconded or left without a seconder: formulas, looked for only where they can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minuteparse.fields.vote_windows import matches_at, places_in
from minuteparse.rules import rule
from minuteparse.text import Source

# Rules each match of which begins with one of their literals.
_BEGUN = ("move", "second", "pair_label")
# A stroke between two words that may be names, and what stands right before "seconder" where there is none.
_STROKE = re.compile(r"/(?<=[\w\s'-]/)\s*[A-Zcy]")
_BEFORE_SECONDER = ("no", "not", "been", "a", "nobody")
_WIDEST_GAP = 40


def formulas(source: Source, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches in `text[start:end]`, in order, of the rule `name` of votes: "move", "second", "slash_pair"."""
    habit = rule("votes", name)
    if name in _BEGUN:
        return matches_at(source, habit, places_in(source.places(habit.needs), start, end), end)
    if not habit.may_stand(source, start, end):
        return iter(())
    if name == "slash_pair" and not _STROKE.search(source.folded, start, end):
        return iter(())
    if name == "unseconded" and not _may_lack_seconder(source, habit.needs, start, end):
        return iter(())
    return habit.pattern.finditer(source.folded, start, end)


def _may_lack_seconder(source: Source, needs: tuple[str, ...], start: int, end: int) -> bool:
    for at in places_in(source.places(needs), start, end):
        before = source.lower[max(at - _WIDEST_GAP, start) : at].rstrip()
        if not before or before.endswith(_BEFORE_SECONDER):
            return True
    return False
