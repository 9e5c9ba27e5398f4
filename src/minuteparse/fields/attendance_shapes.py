"""Where one name ends and the next begins in a run of words without any sign between them."""

from __future__ import annotations

import re

from minuteparse.rules import words

INITIAL = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.){1,4}$|[A-ZÀ-Þ]{1,2}\.?$|(?:[A-Z]\.? ?){2,3}$")
GLUED = re.compile(r"((?:[A-Z]\.){1,3})([A-Z][a-z'][\w'-]+)$")
# I initial, W word, p particle, P letters after the name.
_ONE_NAME = re.compile(r"I{1,4}p*Wp*W?P*|W{1,3}P*|WI{1,3}p*W{1,2}P*|I*p*W?p*WP*|W{1,2}p+W{1,2}P*|I+WIWP*")
_TWO_NAMES = re.compile(r"I+WIW")
_TITLED_NAME = re.compile(r"W{1,3}P*|W?I{1,3}W{1,2}P*")
_BY_INITIALS = re.compile(r"I{1,4}(?:Ip*W|p*W)(?:(?=W(?:I|$))W)?P*")
_BY_PAIRS = re.compile(r"W(?:I{1,2}p*W|p*W|p+W)P*")


def first_name(run: list[str], *, titled: bool) -> int:
    """How many words of `run` make its first name: all of a short run, else up to where the next name begins.

    >>> first_name("T A Orme R J Dent".split(), titled=False), first_name(["Ann", "G", "Orme"], titled=False)
    (3, 3)
    """
    shape = "".join(_shape(word) for word in run)
    if _ONE_NAME.fullmatch(shape) and not _TWO_NAMES.fullmatch(shape):
        return len(run)
    if titled and _TITLED_NAME.fullmatch(shape):
        return len(run)
    match = (_BY_INITIALS if shape.startswith("I") else _BY_PAIRS).match(shape)
    return match.end() if match else len(run)


def _shape(word: str) -> str:
    plain = word.rstrip(".")
    if plain.replace(".", "") in words("postnominal") and len(plain) > 1:
        return "P"
    if word in words("particle") and len(word) > 1:
        return "p"
    return "I" if INITIAL.match(word) else "W"


def full_name(parts: list[str]) -> bool:
    """True if `parts` have a family name and something before it."""
    long = [p for p in parts if len(p.strip(".")) > 2 or (len(p) == 2 and p[1].islower())]
    return (len(parts) >= 2 and bool(long)) or bool(parts and GLUED.match(parts[0]))
