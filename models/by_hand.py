"""The documents written by hand as training data: spans worked out from their answers, with other names in them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

from disturb import edited

from minuteparse.rules import alternatives

Spans = list[tuple[int, int, str]]
MISSING = "?"


def annotated(folder: Path) -> list[tuple[str, Spans]]:
    """Texts of even number, with spans for the persons, roles and organisations that their answers name."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        if int(re.sub(r"\D", "", path.name.split(".")[0]) or 1) % 2:
            continue  # held out
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode()
        found.append((text, spans_of(text, json.loads(path.read_text(encoding="utf-8")))))
    return found


def spans_of(text: str, gold: dict) -> Spans:
    """Where the answers' names, roles beside names and bodies stand; bodies that they do not tell are left open."""
    people = [*gold["attendance"], *gold["people_in_body"]]
    names = {p["name"] for p in people} | {p.get("for") for p in people}
    spans = _found(text, {n for n in names if n}, "PERSON", [])
    roles = {p["role"] for p in people if p["role"] and len(p["role"]) > 3}
    beside = [s for s in _found(text, roles, "ROLE", spans) if _beside(text, s, spans)]
    organisations = {p.get("organisation") for p in people} | {gold["header"]["organisation"], gold["header"]["body"]}
    spans = sorted(spans + beside)
    spans = sorted(spans + _found(text, {o for o in organisations if o and " " in o}, "BODY", spans))
    noun = re.compile(rf"(?:[A-Z][\w']*\s(?:(?:and|of|the|for|&)\s)?){{0,5}}(?=[A-Z]){alternatives('body_noun')}\b")
    taken = list(spans)
    for match in noun.finditer(text):
        if not any(s < match.end() and match.start() < e for s, e, _ in taken):
            spans.append((match.start(), match.end(), MISSING))
    return sorted(spans)


def _found(text: str, wanted: set[str], label: str, taken: Spans) -> Spans:
    found: Spans = []
    for words in sorted(wanted, key=lambda w: (-len(w), w)):
        pattern = r"\s+".join(re.escape(w) for w in words.split())
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            if not any(s < match.end() and match.start() < e for s, e, _ in (*taken, *found)) and not (
                label == "PERSON" and " " not in words and _a_date(text, *match.span())
            ):
                found.append((match.start(), match.end(), label))
    return sorted(found)


def _a_date(text: str, start: int, end: int) -> bool:
    """True if a name that is a month's too stands in a date: "in May 2015"."""
    return bool(
        re.match(r"\s+\d", text[end : end + 4])
        or re.search(r"\d(?:st|nd|rd|th)?\s+\Z", text[max(0, start - 5) : start])
    )


def _beside(text: str, role: tuple[int, int, str], names: Spans) -> bool:
    near = re.compile(r"[\s,:(-]{0,4}(?:the\s|as\s|Cllr\s|Councillor\s|M(?:rs?|s)\.?\s|Miss\s|Dr\s)?\Z")
    return any(
        (e <= role[0] < e + 30 and near.match(text[e : role[0]]))
        or (role[1] <= s < role[1] + 30 and near.match(text[role[1] : s]))
        for s, e, _ in names
    )


def renamed(text: str, spans: Spans, names: Sequence[str], chance: random.Random) -> tuple[str, Spans]:
    """The document with each word of its persons' names replaced, throughout, by one from `names`."""
    if not names:
        return text, spans
    given = [n.split()[0] for n in names if len(n.split()) > 1 and len(n.split()[0].strip(".")) > 2]
    family = [n.split()[-1] for n in names]
    place: dict[tuple[str, bool], str] = {}
    edits = []
    for start, end, label in spans:
        if label != "PERSON":
            continue
        words = list(re.finditer(r"\S+", text[start:end]))
        for i, word in enumerate(words):
            last = i == len(words) - 1
            if len(word[0].strip(".")) < 3 or not word[0][0].isupper():
                continue
            other = place.setdefault((word[0].lower(), last), chance.choice(family if last else given))
            edits.append((start + word.start(), start + word.end(), other.upper() if word[0].isupper() else other))
    return edited(text, spans, edits)
