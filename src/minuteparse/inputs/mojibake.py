"""Characters that were decoded with the wrong encoding on their way: "Childrenâ€™s" for "Children’s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from minuteparse.layout import Repair
from minuteparse.text import Source

# A lead byte of UTF-8 and one that follows it, both shown as characters of Windows or of the Macintosh.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|\u201a\u00c4"
)
_BLANK = re.compile(r"[ \t\r\n\f]")
_LONGEST = 80  # characters on either side of the place
_MOST = 20_000  # different words that are looked at, so that no text takes minutes


def wrongly_decoded(source: Source) -> Iterator[Repair]:
    """What was decoded wrongly, and what it should say, in order of the text; `ftfy` judges each word.

    >>> from minuteparse.text import from_text
    >>> list(wrongly_decoded(from_text("Childrenâ€™s café")))
    [Repair(start=8, end=11, said='’')]
    """
    text = source.text
    if text.isascii() or not _SUSPECT.search(text):
        return
    read: dict[str, list[Repair]] = {}
    done = 0
    for match in _SUSPECT.finditer(text):
        if match.start() < done:
            continue
        start, done = _word(text, match, done)
        word = text[start:done]
        if word not in read and len(read) < _MOST:
            read[word] = list(_differences(word))
        for repair in read.get(word, ()):
            if source.folded[start + repair.start : start + repair.end].strip() or not repair.said.strip():
                yield Repair(start + repair.start, start + repair.end, repair.said)


def _word(text: str, match: re.Match[str], floor: int) -> tuple[int, int]:
    """Where the word around `match` begins, not before `floor`, and ends; blanks of other alphabets are part of it."""
    low, high = max(match.start() - _LONGEST, floor), min(match.end() + _LONGEST, len(text))
    before = [m.end() for m in _BLANK.finditer(text, low, match.start())]
    after = _BLANK.search(text, match.end(), high)
    return before[-1] if before else low, after.start() if after else high


def _differences(word: str) -> Iterator[Repair]:
    import ftfy  # only for the rare text that looks wrongly decoded

    fixed = ftfy.fix_encoding(word)
    for kind, a, b, c, d in SequenceMatcher(None, word, fixed, autojunk=False).get_opcodes():
        said = fixed[c:d]
        if kind != "equal" and len(said) <= b - a and (said.isprintable() or said == "\u00a0"):
            yield Repair(a, b, said)
