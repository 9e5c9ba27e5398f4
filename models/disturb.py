"""What conversion and haste do to minutes, done to training examples: capitals, lost commas, misread letters.

Clerks write Ordinary Words With Capitals wherever they please; so do we, lest every pair of them be taken for a name.
"""

from __future__ import annotations

import random
import re

Spans = list[tuple[int, int, str]]
_TITLE = re.compile(
    r"(?:(?:County|Town|Parish)\s)?(?:Councillors?|Cllrs?\.?|Mrs?\.?|Ms|Miss|Dr\.?|Clr|Alderman|Sir|The)\s+\Z"
)
_MISREAD = {"l": "1", "I": "l", "o": "0", "rn": "m", "m": "rn", "e": "c", "h": "b", "t": "l"}
_PLAIN = re.compile(r"\b[a-z]{3,}(?:[ \n](?:of |and |the |for )?[a-z]{3,}){0,3}\b")
_SHARE = {"titled": 0.06, "proper": 0.35, "capitals": 0.05, "surnames": 0.05, "commas": 0.06, "misread": 0.04}


def disturbed(text: str, spans: Spans, chance: random.Random) -> tuple[str, Spans]:
    """The example with at most one disturbance, and with some titles before full names taken away."""
    text, spans = edited(text, spans, _untitled(text, spans, chance))
    if chance.random() < _SHARE["proper"]:
        text = _proper(text, spans, chance, 0.25)
    elif chance.random() < _SHARE["titled"]:
        text = _proper(text, spans, chance, 1.0)
    what = chance.random()
    if (what := what - _SHARE["capitals"]) < 0:
        return _same_length(text, text.upper()), spans
    if (what := what - _SHARE["surnames"]) < 0:
        return _shouted(text, spans), spans
    if (what := what - _SHARE["commas"]) < 0:
        return edited(text, spans, [(m.start(), m.end(), "") for m in re.finditer(",", text) if chance.random() < 0.6])
    if what - _SHARE["misread"] < 0:
        found = [m for m in re.finditer("rn|[lIomeht]", text) if chance.random() < 0.03]
        return edited(text, spans, [(m.start(), m.end(), _MISREAD[m[0]]) for m in found])
    return text, spans


def edited(text: str, spans: Spans, edits: list[tuple[int, int, str]]) -> tuple[str, Spans]:
    """`text` with stretches, in order, replaced by others, and the spans moved along."""
    pieces: list[str] = []
    at = size = 0
    moves: list[tuple[int, int, int]] = []  # an old stretch, and how far what follows it has moved
    for start, end, new in edits:
        pieces += [text[at:start], new]
        size += start - at + len(new)
        moves.append((start, end, size - end))
        at = end
    pieces.append(text[at:])

    def moved(offset: int, closing: bool) -> int:
        shift = 0
        for start, end, now in moves:
            if end < offset or (end == offset and not (closing and start == end)):
                shift = now
            elif start < offset < end:
                return end + now if closing else start + shift
            else:
                break
        return offset + shift

    found = [(moved(s, False), moved(e, True), label) for s, e, label in spans]
    return "".join(pieces), [(s, e, label) for s, e, label in found if e > s]


def _proper(text: str, spans: Spans, chance: random.Random, share: float) -> str:
    """The text with some runs of ordinary words outside the spans given capitals."""
    pieces, at = [], 0
    for run in _PLAIN.finditer(text):
        outside = not any(s < run.end() and run.start() < e for s, e, _ in spans)
        if outside and chance.random() < share:
            words = [w if w in ("of", "and", "the", "for") else w.capitalize() for w in re.split(r"([ \n])", run[0])]
            pieces += [text[at : run.start()], "".join(words)]
            at = run.end()
    return "".join([*pieces, text[at:]])


def _same_length(text: str, other: str) -> str:
    return other if len(other) == len(text) else text


def _shouted(text: str, spans: Spans) -> str:
    """Family names in capitals."""
    for start, end, label in spans:
        words = text[start:end].split()
        if label == "PERSON" and len(words) > 1 and len(words[-1].upper()) == len(words[-1]):
            text = text[: end - len(words[-1])] + words[-1].upper() + text[end:]
    return text


def _untitled(text: str, spans: Spans, chance: random.Random) -> list[tuple[int, int, str]]:
    edits = []
    for start, end, label in spans:
        title = _TITLE.search(text, max(0, start - 25), start)
        if label == "PERSON" and title and len(text[start:end].split()) > 1 and chance.random() < 0.4:
            edits.append((title.start(), start, ""))
    return edits
