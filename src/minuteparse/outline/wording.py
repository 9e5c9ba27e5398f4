"""What the words of a title tell: the kind of item, and how much they look like a title at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from minuteparse.lines import is_capitals
from minuteparse.record import ItemKind
from minuteparse.rules import alternatives, rule, rules

# Signs that stand loose at the end of a title: table bars, stops, dashes.
_LOOSE = " \t\r\n|.:;*_#-"
ATTENDANCE_LABEL = re.compile(
    r"(?i)(?:also |members |those |others |officers |officials )?(?:present|in attendance|sederunt)\b(?! the)"
    r"(?!\s+(?!(?:were|was|as|at|from|for|on|via|by|with|and)\b)(?-i:[a-z]))"
)
# Members and nothing else: "Councillors Penn and A. Moss".
NAMES = re.compile(
    r"(?:Councillors?|Cllrs?\.?|Aldermen|Alderman|Deput(?:y|ies))"
    r"(?: (?:(?:and|de|van|der|ab|[Nn]í|Ó) )?[A-Z][\w'.-]+,?| and| &){1,10}"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHOUTED_VERB = re.compile(r"\b(?:WILL|WAS|WERE|HAS|HAD|WOULD)\b")
_AGENDA = re.compile(r"To (?:re-?)?(?:elect|appoint|consider|receive|approve|adopt|confirm|note)\b")
# "(to be referred to the Finance Panel)" after a title makes it no sentence, however long.
_REMARK = re.compile(r"(?<=.)\([^()]*\)$")
# "To elect a Chair until another has been elected" has no main verb: it is the agenda's own wording.
_PURPOSE = re.compile(r"To (?!be\b)(?:and/or |and |or |[a-z]+, )?[a-z]+ (?!.*\. )(?!.*\.$)")
_AMOUNT = re.compile(r"\d[.,]\d\d$|\s\d+ \d+$")


@lru_cache(maxsize=8192)
def kind_of(title: str) -> tuple[ItemKind, bool]:
    """The kind of item that folded `title` names, and whether it is a standing title that councils share.

    >>> kind_of("DATE OF NEXT MEETING"), kind_of("Swan Park")
    (('next_meeting', True), ('substantive', False))
    """
    lowered = title.lower()
    for r in rules("titles"):
        if r.may_match(lowered) and r.pattern.search(title):
            return cast(ItemKind, r.value), True
    return "substantive", False


@cache
def honorific_start() -> re.Pattern[str]:
    """A person with a title before the name, at the start of a text."""
    return re.compile(rf"(?:{alternatives('tier')}\s+)?{alternatives('honorific')}\b\.?\s+(?!Report|REPORT)[A-Z]")


@cache
def dated() -> re.Pattern[str]:
    """A date or weekday at the very start: the date line of a header or running head."""
    weekday, month = alternatives("weekday"), alternatives("month")
    return re.compile(
        rf"(?:{weekday},?\s+(?:the\s+)?)?\d{{1,2}}\s?(?:st|nd|rd|th)?,?\s+{month}\b|{weekday},? \d",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8192)
def evidence(title: str) -> float:
    """How much folded `title` looks like the title of an item: above 1 well, below 0 badly.

    The weights are the author's, set on the documents of `corpus/gold`; their order matters more than their size.
    """
    words = _WORD.findall(title)
    if not words or rule("outline", "not-a-heading").pattern.match(title):
        return -4.0
    score = 0.0
    capitals = is_capitals(title)
    if kind_of(title)[1]:
        score += 2.0 if len(title) <= 80 else 1.0
    if capitals:
        score += 1.3 - (2.0 if _SHOUTED_VERB.search(title) else 0.0)
    elif title[0].islower():
        score -= 3.0
    else:
        long_words = [w for w in words if len(w) > 3]
        share = sum(w[0].isupper() for w in long_words) / len(long_words) if long_words else 1.0
        score += 0.7 if share >= 0.6 or _AGENDA.match(title) else 0.0
    if not capitals and not _PURPOSE.match(title) and rule("outline", "sentence").pattern.search(title):
        score -= 2.5 if title.endswith(".") else 1.5
    length = len(_REMARK.sub("", title))
    score -= 2.0 if length > 200 else 1.0 if length > 120 else 0.0
    if title.endswith((",", ";")) or title.startswith(("That ", "that ")):
        score -= 2.0
    if "£" in title or "$" in title or _AMOUNT.search(title):
        score -= 1.0
    if dated().match(title):
        score -= 2.5
    if honorific_start().match(title):
        score -= 2.5
    if title.count("|") > 1:
        score -= 2.0
    return score


def strip_tail(text: str) -> int:
    """The length of `text` without links, agenda references, clock times and punctuation at its end."""
    tail = rule("outline", "title-tail")
    end = len(text.rstrip(_LOOSE))
    for _ in range(4):
        low = max(end - 80, 0)
        match = tail.pattern.search(text, low, end) if tail.may_match(text[low:end].lower()) else None
        if match is None:
            break
        end = len(text[: match.start()].rstrip(_LOOSE))
    return end
