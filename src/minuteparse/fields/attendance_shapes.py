"""Where one name ends and the next begins in a run of words without any sign between them."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_details import is_alias, is_post
from minuteparse.lexicon import given_names
from minuteparse.record import Person
from minuteparse.rules import word_set

INITIAL = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.-?){1,4}(?<!-)$|[A-ZÀ-Þ]{1,2}\.?$|(?:[A-Z]\.? ?){2,3}$")
GLUED = re.compile(r"((?:[A-Z]\.){1,3})([A-Z][a-z'][\w'-]+)$")
_NAMEWORD = re.compile(r"(?:[dDO]'|Mc|Mac|[A-ZÀ-ÞŴŶ])[\wÀ-ÿŵŷ]*(?:['?=][\wÀ-ÿ]+)?(?:-[A-ZÀ-Þ]?[\wÀ-ÿ']+){0,3}[.]?$")
_SURNAME = re.compile(r"(?:Mc|Mac|[DO]')?[A-ZÀ-Þ][a-zà-ÿ'][\wÀ-ÿ'-]*")
_INITIALLED = re.compile(r"\s*\(([A-Z][A-Za-z]{0,3})\)")
_GOES_ON = re.compile(r" (?!(?:III?|IV|[JS]n?r)\b)(?:[A-Z][\w']|of\b|for\b)")
_NICKNAME = re.compile(r"\"[A-Z][\w'-]*\"|'[A-Z][\w-]*'")
_IN_BRACKETS = re.compile(r"\(\w+\) [A-Z]")
_CHILD = re.compile(r" (?:III?|IV|[JS]n?r)\b")
_TOKEN = re.compile(r"[^\s()]+")
_RUN = 40
_DEEP = 400
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
    if plain.replace(".", "") in word_set("postnominal") and len(plain) > 1:
        return "P"
    if word in word_set("particle") and len(word) > 1:
        return "p"
    return "I" if INITIAL.match(word) else "W"


def speaks_for_name(text: str) -> bool:
    """True if `text` begins with a given name, and more than one word of it."""
    parts = text.split()
    return len(parts) > 1 and parts[0].casefold() in given_names()


def speaks_alone(word: str) -> bool:
    """True if `word` is a given name and nothing else: no ordinary word, place or family name.

    >>> speaks_alone("Josephine"), speaks_alone("Grace"), speaks_alone("Orme")
    (True, False, False)
    """
    return given_names().get(word.lower()) is False


def first_name_after(word: str, last: Person | None) -> bool:
    """True if `word` alone is a person of whom no more than the first name is printed, after the person `last`."""
    if last is not None and last.honorifics:
        return False
    if last is None or last.given is not None:
        return speaks_alone(word)
    return speaks_alone(last.name) and word.lower() in given_names()  # a surname may stand before: "Orme, Jan"


def initialled(folded: str, at: int, stop: int, end: int) -> bool:
    """True if the one word `at:stop` has initials of it in brackets after it: "Sai (S)"."""
    bracket = _INITIALLED.match(folded, stop, end)
    return bool(bracket and is_alias(bracket[1], folded[at:stop]))


def is_surname(text: str) -> bool:
    """True if `text` is one word that may be a surname and is no first name."""
    return _SURNAME.fullmatch(text) is not None and not speaks_alone(text) and text not in word_set("not_a_name")


def full_name(parts: list[str]) -> bool:
    """True if `parts` have a family name and something before it."""
    long = [p for p in parts if len(p.strip(".")) > 2 or (len(p) == 2 and p[1].islower())]
    return (len(parts) >= 2 and bool(long)) or bool(parts and GLUED.match(parts[0]))


def role_words() -> frozenset[str]:
    """Words of posts that never stand in a name."""
    return word_set("role_word")


def name_run(folded: str, at: int, end: int, governed: bool) -> list[tuple[int, int]]:
    """The words from `at` that may all be words of names, up to the first that is not."""
    run: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(folded, at, end):
        raw, start = token[0], token.start()
        text = raw.rstrip(",:;*†‡")
        if (
            "\n" in folded[run[-1][1] if run else at : start]
            and len(run) >= 2
            and not INITIAL.match(folded[run[-1][0] : run[-1][1]])
        ):
            break
        if run and (nick := _nickname(folded, token, end, len(run))):
            run.append(nick)
            continue
        if not text or (folded[start - 1 : start] in "([" and start > at):
            break
        plain = text.rstrip(".")
        if plain in word_set("surname_too") and run and not _GOES_ON.match(folded, start + len(text), end):
            run.append((start, start + len(text)))
            if raw != text or not _CHILD.match(folded, token.end(), end):
                break
            continue
        if plain in word_set("honorific") and run and plain not in word_set("particle"):
            break
        if not _may_be_name(folded, plain, (text, run), governed):
            break
        run.append((start, start + len(text)))
        if text.endswith(".") and len(plain) > 2 and plain not in word_set("postnominal") and not INITIAL.match(text):
            run[-1] = (start, start + len(plain))
            break
        if len(run) >= _RUN or raw != text:
            break
    while run and folded[run[-1][0] : run[-1][1]] in word_set("particle") and folded[run[-1][0] : run[-1][1]].islower():
        run.pop()
    return run


def _nickname(folded: str, token: re.Match[str], end: int, words_before: int) -> tuple[int, int] | None:
    """The span of `token` if it is a short name in quotes or brackets, or "Jr.", after other words of a name."""
    start, text = token.start(), token[0].rstrip(",:;")
    if words_before == 1 and text in word_set("nickname") and _IN_BRACKETS.match(folded, start - 1, end):
        return start - 1, token.end() + 1
    if _NICKNAME.fullmatch(text) or (text == token[0] and text.rstrip(".") in word_set("generation")):
        return start, start + len(text)
    return None


def _surname_of(folded: str, first: tuple[int, int], text: str) -> bool:
    """True if `text`, a word of bodies after the `first` name, is the family name: "Mrs Iris Board"."""
    end = folded.find(text, first[1]) + len(text)
    ends = not folded[end : end + 2].strip() or folded[end : end + 2].strip()[0] in ",;("
    known = ends and text[:1].isupper() and folded[slice(*first)].lower() in given_names()
    return known and text in word_set("body_noun") and not is_post(text)


def _may_be_name(folded: str, plain: str, ahead: tuple[str, list[tuple[int, int]]], governed: bool) -> bool:
    text, run = ahead
    if plain in word_set("particle"):
        return True
    if (
        plain.isupper()
        and len(plain) > 1
        and plain.capitalize() in word_set("not_a_name")
        and plain not in word_set("not_a_name")
    ):
        plain = plain.capitalize()
    if plain in role_words() or plain.rstrip("s") in role_words():
        initials = all(INITIAL.match(folded[s:e]) for s, e in run)
        if governed and len(run) == 1 and _surname_of(folded, run[0], text):
            return True
        return plain in word_set("surname_too") and initials and (governed or bool(run))
    if plain in word_set("not_a_name") and len(plain) > 1:
        return plain in word_set("surname_too") and (bool(run) or governed)
    return bool(INITIAL.match(text) or _NAMEWORD.match(text) or GLUED.match(text))


def closing(folded: str, at: int, end: int) -> int | None:
    """Where the bracket that opens at `at` closes, or `None`."""
    depth = 0
    for n in range(at, min(end, at + _DEEP)):
        if folded[n] in "([":
            depth += 1
        elif folded[n] in ")]":
            depth -= 1
            if depth == 0:
                return n + 1
    return None


def office_last(parts: list[str]) -> bool:
    """True if the last of `parts` is of an office; after a given name Dean and Reeve are family names.

    >>> office_last(["Waste", "Officer"]), office_last(["Mark", "Reeve"])
    (True, False)
    """
    return is_post(parts[-1]) and not (speaks_for_name(" ".join(parts)) and parts[-1] in word_set("surname_too"))
