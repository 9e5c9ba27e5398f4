"""A list of people cut into pieces at its commas, lines, dashes and bullets, brackets kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minuteparse.fields.attendance_details import is_post
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.names import patterns
from minuteparse.record import Person
from minuteparse.rules import word_set
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """`start:end` of a list, what stands before it (`sep`), and whether a colon stands after it (`head`).

    `sep` is start, comma, semi, and, line, blank, bullet, pipe, gap, dash, colon or stop.
    """

    start: int
    end: int
    sep: str
    head: bool = False


@dataclass(slots=True)
class State:
    """What a list has said so far that decides how its next words are read.

    `governed`: a plural title is in force, so that a single word is a name. `roles_first`: roles stand before names.
    `pending` is a role that waits for its name, `office` that the name may follow a comma ("the Clerk, Ann Orme"),
    `headed` that a colon has parted it from what follows,
    `last` the last person, `mark` the sign before the next name, `party` that of the group that is being listed.
    """

    governed: bool = False
    roles_first: bool = False
    pending: tuple[int, int] | None = None
    office: bool = False
    headed: bool = False
    last: Person | None = None
    mark: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a piece: a person, a bracket, a plural title, a count of the public, or text."""

    kind: str
    start: int
    end: int
    person: Person | None = None
    tier: str | None = None
    rank: str | None = None
    role: str | None = None
    alias: str | None = None


_CUT = re.compile(
    r"(?=[^b-oq-zB-Z\d ]|C| {3})(?:"  # what a cut may begin with, so that most letters are passed over at once
    r"(?P<bracket>\((?:[^()\n]|\n(?![ \t]{0,20}\n)){0,160}(?:\([^()]{0,80}\)[^()]{0,80}){0,2}\)|\[[^\[\]\n]{0,160}\])"
    r"|(?P<blank>\n[ \t\r]*\n\s*)|(?P<line>[\n\r\f]+[ \t]*(?:[-*][ \t]+(?=\w))?)"
    r"|(?P<bullet>[•●○■▪\uf0b7\uf02d])|(?P<pipe>\|+)"
    r"|(?P<and>(?<=[\s,)])(?:and|AND|plus|also)(?=\s)|&(?=\s{0,3}[A-Z])|(?<=[\w)] )ac?(?= [A-Z][\w'-]+ ?[A-Z]?))"
    r"|(?P<glued>(?<=[a-z)])(?=(?:Councillor|Cllr|Alderman)s?\.? [A-Z]))"
    r"|(?P<comma>,)|(?P<semi>;)|(?P<colon>:(?=\s|-))|(?P<gap>\t+| {3,}|\.(?:\.|[ ](?=\.)){3,})"
    r"|(?P<dash>(?<=[ \t])-{1,3}(?=\s)|(?<=[a-z)])-{1,2}(?= )|--+)|(?P<long>-)"
    r"|(?P<stop>\.(?=\s+[\"'A-Z(\d]|\s{0,9}\Z|\s{0,9}\n|[A-Z]{2,})))"
)
_BULLET = re.compile(r"\s{0,40}[-*][ \t]+(?=\w)")
_WORD_BEFORE = re.compile(r"[\w'-]+$")


def split_pieces(source: Source, start: int, end: int) -> list[Piece]:
    """The pieces of `text[start:end]` that print something, in order."""
    folded, pieces = source.folded, list[Piece]()
    lead = _BULLET.match(folded, start, end)
    at, sep = lead.end() if lead else start, "start"
    for cut in _CUT.finditer(folded, at, end):
        kind = cut.lastgroup or ""
        if kind == "long":
            if source.text[cut.start()] not in "\u2014\u2015":
                continue
            kind = "dash"
        kind = "line" if kind == "glued" else kind
        if kind == "bracket" or (kind == "stop" and _abbreviation(folded, at, cut.start())):
            continue
        if folded[at : cut.start()].strip():
            pieces.append(Piece(*_trim(folded, at, cut.start()), sep, kind == "colon"))
            sep = kind
        else:
            sep = _stronger(sep, kind)
        at = cut.end()
    if folded[at:end].strip():
        pieces.append(Piece(*_trim(folded, at, end), sep))
    pieces = _rejoin(folded, pieces)
    return [
        replace(one, head=True, sep="semi" if one.sep == "comma" else one.sep)
        if two.sep == "dash" and _heads(folded, one, two)
        else one
        for one, two in zip(pieces, [*pieces[1:], Piece(end, end, "start")], strict=False)
    ]


def _heads(folded: str, one: Piece, two: Piece) -> bool:
    """True if a dash parts an office or a place from whoever holds it or comes from there: "DARLEY - Cllr A Orme"."""
    text = folded[one.start : one.end]
    if one.sep == "comma" and is_post(text) and not patterns().titled.match(text) and not _CHAIRED.match(text):
        return bool(patterns().titled.match(folded, two.start, two.end))
    if one.sep not in ("start", "line", "blank", "bullet", "semi") or patterns().titled.match(text):
        named = _OFFICE_OF.match(text) is not None and one.sep != "comma"
        return named and bool(_INITIALLED.match(folded, two.start, two.end))
    return bool(patterns().titled.match(folded, two.start, two.end))


_STRENGTH = ("line", "and", "gap", "comma", "dash", "colon", "pipe", "semi", "bullet", "stop", "blank", "start")


def _stronger(one: str, other: str) -> str:
    if "line" in (one, other) and {one, other} & {"pipe", "dash", "colon"}:
        return "line"
    return max(one, other, key=_STRENGTH.index)


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _abbreviation(folded: str, start: int, stop: int) -> bool:
    """True if the full stop at `stop` ends an initial or a short title ("K.", "Cllr.", "Messrs.")."""
    word = _WORD_BEFORE.search(folded, max(start, stop - 20), stop)
    if not word:
        return False
    if word[0] in word_set("postnominal"):
        return word[0] in ("Jr", "Sr", "Jnr", "Snr", "Esq")
    return (
        (len(word[0]) <= 2 and not word[0].isdigit())
        or word[0] in word_set("honorific")
        or word[0] in ("Hons", "hon", "Prop", "Dept", "Asst", "approx")
    )


_LED = re.compile(r"(?:Councill?ors|Cllrs\.?|Messrs\.?)\s+[A-Z][\w'-]+$")
# The noun of an office at the start of a line, a name after it: "Code Enforcement" over "Officer Bud Orme".
_MARKED = re.compile(r"[a-z][*†‡]?\s+[A-Z]")
# A title and one name at a line's end; the family name stands on the next.
_FIRST_NAME = re.compile(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Cr|Clr)\.? [A-Z][A-Za-z]+$")
_FAMILY = re.compile(r"[A-Z][\w'-]+(?=\s*(?:\(|$)| (?:for|who|and) )")
_GOES_ON = re.compile(r"(?:Officer|Manager|Director|Engineer|Secretary|Inspector|Administrator|Supt|Superintendent)\b")
_CAPITALS = re.compile(r"[A-Z][a-z]+(?: (?:[A-Z][a-z]+|and|&)){0,3}")
_CHAIRED = re.compile(r"(?i)(?:vice|deputy)?[- ]?(?:chair|conven)\w*$")
_OFFICE_OF = re.compile(r"(?i)(?:the )?[\w-]+ (?:of|de|du|for) ")
_INITIALLED = re.compile(r"(?:[A-Z]\.? ?){1,3} (?:[A-Z]|d[eu] )|(?:Mr|Mrs|Miss|Ms|Dr|Very|Rev)")
_LONE = re.compile(r"(?:[A-Z][\w'.-]*\.?|[A-Z]{1,3})$")


def _rejoin(folded: str, pieces: list[Piece]) -> list[Piece]:
    """`pieces` with names and roles that a hard-wrapped line cut in two put together again."""
    made: list[Piece] = []
    for piece in pieces:
        if made and (
            _wrapped(folded, made[-1], piece)
            if piece.sep == "line"
            else piece.sep == "and" and made[-1].sep == "gap" and _one_office(folded, made[-1], piece)
        ):
            made[-1] = Piece(made[-1].start, piece.end, made[-1].sep, piece.head)
        else:
            made.append(piece)
    return made


def _one_office(folded: str, last: Piece, piece: Piece) -> bool:
    """True if an "and" joins the words of one office in a column: "Police" and "Crime Commissioner"."""
    head = folded[last.start : last.end]
    named = patterns().titled.match(head) or speaks_for_name(head) or is_post(head)
    return not named and is_post(folded[piece.start : piece.end].rsplit(maxsplit=1)[-1])


def _wrapped(folded: str, last: Piece, piece: Piece) -> bool:
    head, tail = folded[last.start : last.end], folded[piece.start : piece.end]
    if (tail[0].islower() and not _MARKED.match(tail)) or tail[0] == "(":
        return True
    final = head.split()[-1].rstrip(".")
    if last.sep in ("comma", "and", "semi") and not speaks_for_name(head) and _GOES_ON.match(tail):
        return bool(_CAPITALS.fullmatch(head))
    if final in ("of", "for", "the", "to", "in", "County", "Borough", "District", "Senior"):
        return True
    if final in word_set("honorific"):
        # "Crime Commissioner" is the end of an office, not the title of the person on the next line.
        return " " not in head or not patterns().titled.match(tail)
    if len(final) == 1 and final.isupper() and last.sep in ("comma", "and", "semi"):
        return True
    if _FIRST_NAME.search(head) and _FAMILY.match(tail):
        return True
    lone = _LONE.match(head) and not is_post(head) and not speaks_for_name(tail)
    if lone and last.sep in ("comma", "and", "semi"):
        begin = folded.rfind("\n", 0, last.start) + 1
        return not (_TURNED.fullmatch(folded, begin, last.end) and _TURNED.match(folded, piece.start))
    return bool(_LED.search(head)) and bool(_LONE.match(tail))


# A line of its own for each, surname first: "Orme, Jan".
_TURNED = re.compile(r"[^\w\n]{0,5}[A-Z][\w'-]+, [A-Z][\w'-]+")
_STARTS = frozenset(["start", "line", "blank"])
_WIDE = re.compile(r"[ ]{3,}|[ ]{0,9}\t\s{0,9}")
_RANKED = 2


def office_column(source: Source, piece: Piece) -> bool:
    """True if `piece` is an office in a column before its holder: "Group Manager Rivers    Mr R Orme"."""
    gap = _WIDE.match(source.folded, piece.end) if piece.sep in _STARTS else None
    if not gap or not patterns().titled.match(source.folded, gap.end()):
        return False
    text = source.folded[piece.start : piece.end]
    titled = patterns().titled.search(text)
    ranked = titled is not None and titled.start() == 0 and titled[0].strip() in word_set("rank")
    return is_post(text) and (not titled or (ranked and len(text.split()) > _RANKED))
