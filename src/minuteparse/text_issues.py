"""What the text itself lacks or has lost on its way from the page, as issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from minuteparse.evidence import Evidence
from minuteparse.fields.attendance import unparted_names
from minuteparse.issue_codes import issue
from minuteparse.layout import Repair
from minuteparse.outline.detached import detached_numbers
from minuteparse.record import Issue
from minuteparse.text import Source

_REPLACEMENT = "\ufffd"


def wrong_encodings(source: Source, repairs: Sequence[Repair]) -> Iterator[Issue]:
    """What `repairs` of `source` took to be decoded wrongly: each such string once, at its first place."""
    found = [(source.text[r.start : r.end], r) for r in repairs if r.said]
    times = Counter(wrong for wrong, _ in found)
    for wrong, repair in dict(reversed(found)).items():
        often = "" if times[wrong] == 1 else f", {times[wrong]} times"
        message = f"{wrong!r}{often}: decoded with the wrong encoding, and read as {repair.said!r}; save it as UTF-8."
        yield issue("mojibake", message, repair.start, repair.end)


def of_text(evidence: Evidence) -> Iterator[Issue]:
    """All issues of the text, whatever the record found in it, in no order."""
    yield from of_encoding(evidence.source)
    yield from _lost(evidence.source.text)
    yield from _pages(evidence.source)
    yield from _detached(evidence)
    yield from _unparted(evidence)


def of_encoding(source: Source) -> Iterator[Issue]:
    """An issue if the encoding of `source` is a guess."""
    if source.encoding_guessed:
        message = f"Not UTF-8; read as {source.encoding}, a guess. Save it as UTF-8 to be sure."
        yield issue("encoding-guessed", message)


def _lost(text: str) -> Iterator[Issue]:
    at = text.find(_REPLACEMENT)
    if at >= 0:
        count = text.count(_REPLACEMENT)
        many = "A character was" if count == 1 else f"{count} characters were"
        yield issue("characters-lost", f"{many} lost when the text was decoded; get the file again.", at, at + 1)


def _pages(source: Source) -> Iterator[Issue]:
    pages = source.layout.textless if source.layout else ()
    if pages:
        which = f"Page {pages[0]} shows" if len(pages) == 1 else f"Pages {', '.join(map(str, pages))} show"
        yield issue("page-without-text", f"{which} a picture and no text: read the file with --ocr.")
    broken = source.layout.broken if source.layout else ()
    if broken:
        which = f"Page {broken[0]} is" if len(broken) == 1 else f"Pages {', '.join(map(str, broken))} are"
        cure = "get the file again, or mend it with: qpdf IN.pdf OUT.pdf."
        yield issue("page-without-text", f"{which} damaged and not read: {cure}")
    read = source.layout.recognised if source.layout else ()
    if read:
        least, page = min((sure, page) for page, sure in read)
        which = "1 page was" if len(read) == 1 else f"{len(read)} pages were"
        message = f"{which} read from pictures; Tesseract is least sure of page {page}, at {least} of 100."
        yield issue("text-recognised", message)


def _detached(evidence: Evidence) -> Iterator[Issue]:
    torn = detached_numbers(evidence.lines)
    if torn:
        message = (
            f"{len(torn)} lines hold numbers apart from their titles, as columns read in the wrong order leave them: "
            "which item has which number is unknown."
        )
        yield issue("item-number-detached", message, torn[0].start, torn[0].end)


def _unparted(evidence: Evidence) -> Iterator[Issue]:
    for start, end in unparted_names(evidence):
        names = " ".join(evidence.source.quote(start, end).split())
        message = f"{names!r}: the names have lost what parted them; where one ends is unknown, and none is listed."
        yield issue("names-unparted", message, start, end)
