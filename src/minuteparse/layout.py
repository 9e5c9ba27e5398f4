"""What a document's layout says beside its text: where each stretch stood in the file, and what is no minute.

Offsets count code points of the text, half open, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where `text[start:end]` stands in the file that it came from.

    `page` counts from 1; `box` is left, top, right, bottom in points from the page's top left corner; `path` names the
    element: "paragraph 12" or "table 1, row 2, cell 1" of a Word file, an XPath of a web page. None where the format
    has no such thing.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the file marks as a heading: by a heading style of `level` 1 to 9, or in bold alone (`level` 0)."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Repair:
    """What rules read in place of `text[start:end]`: `said`, no longer than that, and empty for a stray blank."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one text.

    `noise` are running heads, page numbers, site navigation and notices: they stay in the text, and rules do not read
    them. `agenda` are stretches that the page marks as the agenda's own words under a heading, before the minute.
    `hyphens` are the offsets of hyphens that only the end of a line put there. `textless` are the pages, from 1, that
    show pictures and no text, `broken` those that are damaged and were not read; `recognised` those read from their
    pictures, each with how sure that is, from 0 to 100.
    """

    stands: tuple[Stand, ...] = ()
    noise: tuple[Stretch, ...] = ()
    agenda: tuple[Stretch, ...] = ()
    headings: tuple[Heading, ...] = ()
    hyphens: tuple[int, ...] = ()
    textless: tuple[int, ...] = ()
    recognised: tuple[tuple[int, int], ...] = ()
    broken: tuple[int, ...] = ()


def without_noise(folded: str, noise: tuple[Stretch, ...]) -> str:
    """`folded` with `noise` blanked, of the same length.

    Line breaks stay, but where noise stands inside a sentence they are blanked too, so that the sentence reads on.

    >>> without_noise("the Panel\\nPage 3\\nagreed", ((10, 16),))
    'the Panel        agreed'
    """
    pieces: list[str] = []
    at = 0
    for start, end in noise:
        pieces.append(folded[at:start])
        pieces.append("".join(c if c in "\r\n\f" else " " for c in folded[start:end]))
        at = end
    pieces.append(folded[at:])
    return _joined("".join(pieces), noise)


def _joined(text: str, noise: tuple[Stretch, ...]) -> str:
    """`text` with the line breaks around each stretch of noise blanked if the sentence before goes on after it."""
    cuts: list[Stretch] = []
    for start, end in noise:
        low = len(text[max(start - 400, 0) : start].rstrip()) + max(start - 400, 0)
        high = end + len(text[end : end + 400]) - len(text[end : end + 400].lstrip())
        if cuts and low <= cuts[-1][1]:
            cuts[-1] = (cuts[-1][0], max(high, cuts[-1][1]))
        else:
            cuts.append((low, high))
    pieces: list[str] = []
    at = 0
    for low, high in cuts:
        goes_on = low > 0 and high < len(text) and text[high].islower()
        if goes_on and (text[low - 1].isalnum() or text[low - 1] in ",-"):
            pieces += [text[at:low], " " * (high - low)]
            at = high
    return "".join([*pieces, text[at:]])
