"""Where on one line a title ends and the text of its item begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minuteparse.lines import is_capitals
from minuteparse.outline.wording import NAMES, dated, evidence, honorific_start, kind_of, strip_tail
from minuteparse.rules import alternatives, rule

LONGEST_TITLE = 260
# A line no longer than this, without a verb, may be title all through.
SHORT = 100
# One class of characters stands first, so that the engine skips to them.
_SEPARATOR = re.compile(
    r"[\s:;.](?:(?<=\s)(?:(?::-?|;-)\s*(?=\S)|-\s+|•\s+|\|\s+)|(?<=:)-?\s*(?=\S)|(?<=;)-\s*(?=\S)"
    r"|(?<=\.)(?:\s+(?=[A-Z'\"(•])|(?<=[A-Z]{3}.)(?=[A-Z]{3})|-\s*))"
)
# After the title of such an item a colon opens the list itself, not the rest of the title.
_LISTED = frozenset({"apologies", "declarations", "next_meeting", "previous_minutes", "update", "closing"})
_UNFINISHED = re.compile(r"\b(?:and|of|the|for|from|with|by|&)$|^To [A-Za-z]+(?: and [A-Za-z]+)?$")
_PREDICATE = re.compile(r"(?:was|were|is|had|has)\s")
_ENUMERATOR = re.compile(r"(?:[ivx]{1,4}|[a-c])[.)]\s+[A-Z]")
# The first paragraph of an item; any other bracket after a title is a remark of the title's own.
_FIRST_PARAGRAPH = re.compile(r"\((?:1|i|a)\)\s+[A-Z\"']")
_MEETS = re.compile(r"(?i)meeting")
# Pages of a common system print the item of the agenda after the title, then its text or the minute.
_REFERRED = re.compile(
    r"(?<=\w)\s(?:pdf icon PDF [\d.]+ [KM]B\s)?\((?i:(?:agenda )?item)\s(?:(?i:no)\.?\s)?\d{1,3}[a-z]?\)\s+"
    r"(?:(?:Minutes|Decision):\s+)?(?=[A-Z•(])"
)
_COLUMN = re.compile(r"(?<=\S)(?: *\t\s*| {3,})(?=\S)")
_DIGIT = re.compile(r"\d")
_PRINTED = re.compile(r"\S+")
# A text that begins with one of these and fills the line runs on below it.
SENTENCE_WORD = re.compile(
    r"(?:The|It|There|Members|Councillors?|Cllrs?|None|No|An?|At|In|Following|Under|On|Having|This|We|They"
    r"|Received from) "
)
_ABBREVIATION = re.compile(r"(?:\b(?:St|No|Nos|Cllrs?|Mrs?|MRS?|M[sS]|D[rR]|Rev|REV|Co|Ltd|vs?|Ref|Inc|Ald|Cr|[A-Z]))$")
# What stands before a title in any case of letters: a remark in brackets, a code with figures.
_CODE = re.compile(r"\([^()]*\)|\S*\d\S*")
_GLUED = re.compile(r"[A-Z\d)']{2,}(?=[A-Z][a-z])|\S+?(?=RESOLVED\b)|\d(?=[A-Z][a-z])")


def column_cut(rest: str) -> tuple[int, int] | None:
    """Where in folded `rest` a title ends and the next column begins, or `None` if it stands in one column alone.

    For texts whose blanks show where things stood in the file: a tab between cells, three blanks or more on a page.

    >>> column_cut("Apologies for absence     TQ"), column_cut("Apologies for absence")
    ((21, 26), None)
    """
    match = _COLUMN.search(rest)
    return match.span() if match and evidence(rest[: match.start()]) >= 0.0 else None


def inline_cut(rest: str) -> tuple[int, int] | None:
    """Where in folded `rest` a title ends and the text on the same line begins, or `None` if all of it is title."""
    head = rest[:LONGEST_TITLE]
    referred = _REFERRED.search(head) if "tem " in head.lower() else None
    if referred and not rule("outline", "sentence").pattern.search(head, 0, referred.start()):
        return strip_tail(head[: referred.start()]), referred.end()
    long = len(rest) > SHORT or bool(rule("outline", "sentence").pattern.search(rest))
    capitals = _capital_prefix(head)
    if capitals and (long or _ENUMERATOR.match(head, capitals[1])):
        end = strip_tail(head[: capitals[0]])
        if end:
            return end, capitals[1]
    for start, stop in _cuts(head):
        left = head[: strip_tail(head[:start])]
        if (
            not left
            or _UNFINISHED.search(left)
            or (head[start:stop].startswith(".") and _ABBREVIATION.search(left))
            or left.count("(") > left.count(")")
        ):
            continue
        if rule("outline", "sentence").pattern.search(left) and not kind_of(left)[1]:
            break
        right = rest[stop:]
        if head[start:stop].isspace() and head[:start].rstrip().endswith("-"):
            continue
        if not right.strip("| ") or (head[start:stop].strip() == "-" and _goes_on(head, stop)):
            continue
        if evidence(left) >= 0.0 and _begins_text(left, head[start:stop], right, long=long):
            return len(left), stop
    return None


def _goes_on(head: str, at: int) -> bool:
    """True if the words after a dash run on to a sentence opener without a verb: they are title too."""
    if SENTENCE_WORD.match(head, at):
        return False
    opener = rule("outline", "opener").pattern.search(head, at, at + 90)
    return (
        opener is not None
        and not rule("outline", "sentence").pattern.search(head[at : opener.start()])
        and ". " not in head[at : opener.start()]
    )


def _cuts(head: str) -> list[tuple[int, int]]:
    found = [m.span() for m in _SEPARATOR.finditer(head)]
    found += [m.span() for m in rule("outline", "opener").pattern.finditer(head)]
    meeting = next_meeting_cut(head)
    if meeting:
        found.append(meeting)
    return sorted(set(found))


def next_meeting_cut(rest: str) -> tuple[int, int] | None:
    """Where a title about the next meeting ends and its day begins, or `None`.

    >>> next_meeting_cut("NEXT MEETING May 17, 2021"), next_meeting_cut("MEETING OF May 17, 2021")
    ((12, 13), None)
    """
    if not _MEETS.search(rest):
        return None
    return next((m.span() for m in _day().finditer(rest) if _meets(rest[: m.start()])), None)


@cache
def _day() -> re.Pattern[str]:
    """The gap before a day: "Date of next meeting 5 June 2014", "NEXT MEETING May 17"."""
    month, weekday = alternatives("month"), alternatives("weekday")
    return re.compile(
        rf"(?i)(?<=\w)\s+(?=(?:{weekday},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{month}\b|{month}\s+\d{{1,2}}\b)"
    )


def _meets(left: str) -> bool:
    """True for a title about the next meeting, complete before the day: no weekday of it, no dash at its end."""
    return kind_of(left)[0] == "next_meeting" and " - " not in left and not _of_a_day().search(left)


@cache
def _of_a_day() -> re.Pattern[str]:
    """What ends before a day that goes with it: its weekday, the dash of a title with the day in it."""
    return re.compile(rf"(?i)(?:\b(?:{alternatives('weekday')},?|on|for|at|is|be|to)|[-:])$")


def _begins_text(left: str, separator: str, right: str, *, long: bool) -> bool:
    """True if what follows a separator is the text of the item rather than more of its title."""
    sign = separator.strip()
    if sign in {"•", ":-", ";-"}:
        return True
    if sign == "|":  # a table's next cell, unless it is the title again in another language
        return len(right) > SHORT // 2 or bool(rule("outline", "sentence").pattern.search(right))
    known, capitals = kind_of(left)[1], is_capitals(left)
    person = bool(honorific_start().match(right))
    resolved = right.startswith(("Resolved", "RESOLVED"))
    sentence = resolved or bool(rule("outline", "sentence").pattern.search(right[:300]))
    shouted = capitals and is_capitals(right[:40])
    if not sign:
        return _opens(left, right, sentence=sentence) and (resolved or not shouted)
    if sign == "-":
        sentence = sentence or (len(right) >= 24 and bool(SENTENCE_WORD.match(right)))
        if NAMES.fullmatch(right) and kind_of(left)[0] not in _LISTED:
            return False  # who brought it: "Bus Fares - Councillors Penn and Moss"
        nil = known and right[:5].lower() in {"none.", "nil", "none"}
        return (person and not shouted) or nil or (sentence and not is_capitals(right[:40]))
    if sign == ":":
        listed = kind_of(left)[0] in _LISTED or (len(right) >= 24 and bool(SENTENCE_WORD.match(right)))
        return not shouted and (sentence or person or listed or len(right) > SHORT)
    if known and len(left) <= 60 and (_DIGIT.search(right[:60]) or len(right) > 60):
        return True
    shouted = shouted and len(right) > 25
    return (sentence or person or shouted or len(right) > SHORT) and (long or person or shouted)


def _opens(left: str, right: str, *, sentence: bool) -> bool:
    """True if a sentence opener without any sign before it begins the text."""
    if right[0].islower():
        return kind_of(left)[1] and len(left) <= 60
    if dated().match(right):
        return is_capitals(left) or kind_of(left)[0] == "next_meeting"
    return sentence or right.startswith("See ") or is_capitals(left) or kind_of(left)[1]


def _capital_prefix(head: str) -> tuple[int, int] | None:
    """End of the run of capitals that `head` begins with, and where the text after it begins."""
    end, letters, words = 0, 0, 0
    for token in _tokens(head):
        small = sum(map(str.islower, token[2]))
        if small and not (small == 1 and len(token[2]) > 3 and token[2].upper() != token[2] and token[2][0].islower()):
            break
        end = token[1]
        caps = sum(map(str.isupper, token[2]))
        letters += caps
        words += caps >= 2
    if end == 0 or end >= len(head.rstrip()):
        return None
    run = head[:end]
    if not any(map(str.isalpha, _CODE.sub("", run))):
        return None  # "(ADDED) RFP-24-27 Template for Grants"
    if run.endswith((" A", " I")):
        end, run = end - 2, run[:-2]
    elif run.endswith(" (1)"):
        end, run = end - 4, run[:-4]
    following = head[end:].lstrip(" \t-:.,;|")
    joined = end == len(head.rstrip()) or not following
    if joined or words < 1 or (words < 2 and letters < 8 and not kind_of(run)[1]):
        return None
    listed = bool(_ENUMERATOR.match(following))
    listed = listed or (kind_of(run)[1] and bool(_PREDICATE.match(following)))
    bracketed = following[0] == "(" and not _FIRST_PARAGRAPH.match(following)
    if (following[0].islower() and not listed) or bracketed or run.count("(") > run.count(")"):
        return None
    start = head.index(following, end)
    return end, start


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Words with their offsets; capitals that a lost line break glued to the next word are a word of their own."""
    for m in _PRINTED.finditer(text):
        glued = _GLUED.match(m[0])
        if glued and glued.end() < len(m[0]) and m[0][glued.end() :][:1].isupper():
            yield m.start(), m.start() + glued.end(), glued[0]
            yield m.start() + glued.end(), m.end(), m[0][glued.end() :]
        else:
            yield m.start(), m.end(), m[0]
