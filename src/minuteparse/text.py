"""Bytes to a `Source`: decoded once, with a folded twin of equal length that the rules read.

Offsets everywhere count Unicode code points of `Source.text`, half open: `text[start:end]`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from minuteparse.errors import InputError
from minuteparse.layout import Layout, Repair, without_noise

T = TypeVar("T")

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d"
_BULLETS = "\u2022\u00b7\u25cf\u25aa\u25e6\u2043\u2219\uf0b7\uf0a7\uf0d8\u25a0\u27a2\u2756\u25cb"
_FOLD = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_BULLETS, "\u2022")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
)
# The grave accent is the one character of ASCII that folds.
_MAY_FOLD = re.compile("[^\x00-_a-\x7f]")
# Old web pages and mirrors lose apostrophes to a question mark, an equals sign or U+FFFD (CHAIRMAN?S, O=Brien).
_LOST_APOSTROPHE = re.compile("(?<=[^\\W\\d_])[?=\ufffd](?=[^\\W\\d_])")
# Scans of typescripts in capitals read a capital F as a small one (OPEN fORUM, SWIfT).
_SMALL_F = re.compile(r"(?<=[A-Z]{2})f\b|(?<=[A-Z])f(?=[A-Z])|\bf(?=[A-Z]{2})|(?<=\bO)f\b")
_SMALL_F_INSIDE = re.compile(r"[A-Z]f[A-Z]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    """The twin of `text` that rules read: quotes, dashes, bullets and odd spaces unified, one for one.

    >>> fold("Children’s – 7.30\\u00a0pm")
    "Children's - 7.30 pm"
    """
    folded = text if text.isascii() and "`" not in text else _MAY_FOLD.sub(_folded, text)
    if "?" in folded or "=" in folded or "\ufffd" in folded:
        folded = _LOST_APOSTROPHE.sub("'", folded)
    return _SMALL_F.sub("F", folded) if len(_SMALL_F_INSIDE.findall(folded)) > 1 else folded


def _folded(match: re.Match[str]) -> str:
    return _FOLD.get(match[0], match[0])


def collapse(text: str) -> str:
    """`text` with each run of white space replaced by one space, and none at the ends."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Source:
    """One decoded document. `folded` has the length of `text`; `sha256` is of the bytes as they came.

    `layout` tells of a PDF, Word file or web page where the text stood; it is None for plain text. `repairs` are those
    made in both twins by `inputs.repair`; a source as it was read has none.
    """

    text: str
    folded: str
    name: str | None
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    layout: Layout | None = None
    repairs: tuple[Repair, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """The characters `text[start:end]` with white space collapsed, as records print them."""
        return collapse(self.text[start:end])

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case, of the same length (characters that would grow are kept as they are)."""
        low = self.folded.lower()
        if len(low) == len(self.folded):
            return low
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.folded)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[int]]:
        return {}

    @cached_property
    def _once(self) -> dict[Callable[[Source], object], object]:
        return {}

    def once(self, read: Callable[[Source], T]) -> T:
        """`read(self)`, worked out at the first call and remembered; `read` looks at nothing but the source.

        >>> def count(source: Source) -> int:
        ...     print("counting")
        ...     return len(source.text)
        >>> source = from_text("Present")
        >>> source.once(count), source.once(count)
        counting
        (7, 7)
        """
        if read not in self._once:
            self._once[read] = read(self)
        return cast(T, self._once[read])

    def places(self, literals: tuple[str, ...]) -> list[int]:
        """Where one of `literals` (lower case) begins in `lower`, in order; looked for once in a document.

        >>> from_text("Moved by A, seconded by B").places(("moved", "seconded"))
        [0, 12]
        """
        found = self._places.get(literals)
        if found is None:
            lower = self.lower
            found = []
            for word in literals:
                at = lower.find(word)
                while at >= 0:
                    found.append(at)
                    at = lower.find(word, at + 1)
            if len(found) > 1:
                found = sorted(set(found))
            self._places[literals] = found
        return found

    def holds(self, literals: tuple[str, ...], start: int, end: int) -> bool:
        """Whether one of `literals` (lower case) begins in `lower[start:end]`."""
        places = self.places(literals)
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end


def from_text(text: str, *, name: str | None = None) -> Source:
    """A `Source` of a text that is already decoded; its hash is that of its UTF-8 bytes.

    Lone surrogates, which no file can hold and no record could print, become U+FFFD one for one.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
        data = text.encode("utf-8")
    return Source(text=text, folded=fold(text), name=name, sha256=hashlib.sha256(data).hexdigest())


def from_bytes(data: bytes, *, name: str | None = None) -> Source:
    """A `Source` of raw bytes: UTF-8 with or without a mark, UTF-16 with one, else the likeliest encoding.

    Raises `InputError` if the bytes hold NUL (a binary file) or cannot be decoded by any known encoding.
    """
    text, encoding, guessed = decode(data, name or "input")
    return Source(
        text=text,
        folded=fold(text),
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        encoding_guessed=guessed,
    )


def from_layout(text: str, layout: Layout, *, name: str | None, data: bytes, media_type: str) -> Source:
    """A `Source` of a text that was drawn from the file `data`; rules do not read what `layout` holds to be noise."""
    return Source(
        text=text,
        folded=without_noise(fold(text), layout.noise),
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        encoding="binary",
        layout=layout,
    )


def decode(data: bytes, name: str) -> tuple[str, str, bool]:
    """The text of `data`, its encoding, and whether that was guessed; errors, which begin with `name`, as above."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            try:
                text = data[2:].decode(encoding)
            except UnicodeDecodeError as error:
                message = f"{name}: marked as {encoding} but damaged at byte {error.start + 2}; save it again as UTF-8"
                raise InputError(message) from error
            return _without_nul(text, name), encoding, False
    at = data.find(b"\0")
    if at >= 0:
        raise InputError(f"{name}: NUL byte at offset {at}, so this is no plain text; convert it to UTF-8 text first")
    try:
        return data.decode("utf-8-sig"), "utf-8", False
    except UnicodeDecodeError:
        pass
    import charset_normalizer  # only for the rare input that is not UTF-8

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        message = f"{name}: the encoding cannot be told; save it as UTF-8, or decode it yourself and parse the text"
        raise InputError(message)
    return _without_nul(str(best), name), best.encoding, True


def _without_nul(text: str, name: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise InputError(f"{name}: NUL character at offset {at}, so this is no plain text; convert it to UTF-8 first")
    return text
