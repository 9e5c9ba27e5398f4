"""The paragraphs and sentences of an attendance list: which are lists, which are prose, and which are passed over."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_details import habit
from minuteparse.fields.attendance_pieces import Piece
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.lines import is_capitals
from minuteparse.names import patterns
from minuteparse.rules import rule
from minuteparse.text import Source

# Words of which a sentence about attendance holds one.
TELLS = re.compile(
    r"(?i)present\b|attend|apolog|absen|chair|presid|to order|substitut|deputi|with (?:him|her|them)\b"
    r"|(?:opened|called) by|officers? w|roll|answer|in (?:his|her|their) place|sent |heard|joined"
)
_CONDOLES = re.compile(r"(?i)[^.:;,\n]{0,60}\b(?:condolences|sympath(?:y|ies)|congratulations|tributes?)\b")
_LEGEND = re.compile(r"(?i)\b(?:denotes?|indicates?|signif(?:y|ies))\b")
_REPLACED = re.compile(r"(?:substituted|represented|replaced|deputi[sz]ed)\b")
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})?[.)]?")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_NAMED_SO = re.compile(r"(?:Will|Gan|May|BE) [A-Z]")  # names that are verbs in small letters


def passed_over(source: Source, chunk: list[Piece], marks: dict[str, str]) -> bool:
    """True if `chunk` explains marks, or tells of condolences or congratulations to people who were not there."""
    start, end = chunk[0].start, chunk[-1].end
    if marks and _LEGEND.search(source.folded, start, end):
        return True
    return chunk[0].sep == "blank" and bool(_CONDOLES.match(source.folded, start, end))


def is_heading(source: Source, chunk: list[Piece], name: str) -> bool:
    """True if `chunk` is the number of an item, or a heading in capitals under names that are not: "OPEN BUSINESS"."""
    text = source.folded[chunk[0].start : chunk[-1].end]
    if _NUMBER.fullmatch(text):
        return True
    return chunk[0].sep == "blank" and len(chunk) == 1 and is_capitals(text) and not is_capitals(name)


def tells_more(source: Source, chunk: list[Piece]) -> bool:
    """True if the sentence `chunk`, after others about attendance, tells more of it: "Cllr Orme joined by Zoom"."""
    return chunk[0].sep == "stop" and bool(TELLS.search(source.folded, chunk[0].start, chunk[-1].end))


def chunks_of(pieces: list[Piece]) -> list[list[Piece]]:
    """`pieces` cut at blank lines and full stops."""
    chunks: list[list[Piece]] = []
    for piece in pieces:
        if not chunks or piece.sep in ("blank", "stop"):
            chunks.append([])
        chunks[-1].append(piece)
    return chunks


def divide(folded: str, chunk: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a list, and the sentence that follows it in the same paragraph, if any."""
    for n, piece in enumerate(chunk):
        text = folded[piece.start : piece.end]
        if (
            not _is_prose(text)
            or (n and text.startswith("who "))
            or (piece.sep in ("dash", "comma") and _REPLACED.match(text))
        ):
            continue
        first = n
        if piece.sep == "semi" and not patterns().titled.match(text) and not speaks_for_name(text):
            return chunk[:n], chunk[n:]  # a remark after the list: "...; and others whose names are in the book"
        while (
            first
            and not folded.startswith("polog", chunk[first].start + 1)
            and (chunk[first].sep not in ("line", "bullet", "pipe") or _long_line(folded, chunk[first]))
        ):
            first -= 1
        return chunk[:first], chunk[first:]
    return chunk, []


def _is_prose(text: str) -> bool:
    """True if a verb in `text` makes it a sentence; one that begins a name ("Will Orme", "BE Dent") does not."""
    text = _BRACKETS.sub(" ", text) if "(" in text else text
    if rule("attendance", "count").may_match(text.lower()):
        text = habit("count").sub(" ", text)
    return any(not _NAMED_SO.match(text, verb.start()) for verb in habit("prose").finditer(text.lower()))


def _long_line(folded: str, piece: Piece) -> bool:
    end = folded.rfind("\n", 0, piece.start)
    begin = folded.rfind("\n", max(0, end - 200), end) + 1 if end > 0 else 0
    return end - begin >= 60 and len(folded[begin:end].strip()) >= 50
