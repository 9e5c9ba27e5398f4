"""A PDF to its words with their boxes: run as a program of its own, so that no document can take the caller down.

Reads the file on standard input and writes JSON to standard output, either `{"pages": [...]}` or `{"error": CODE}`.
A page is `{"width", "height", "pictures", "words"}`, or has no words and is "broken". "pictures" tells of some on a
page without words, and of one that fills a page with few. A word is `[text, left, top, right, bottom, baseline, size,
bold, sideways, spaced]`, in points from the page's top left corner as it is shown; `spaced` tells of a blank before it.
Imports nothing of minuteparse.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from typing import Any

MOST_WORDS = 500_000
MOST_ON_A_PAGE = 20_000
MOST_PAGES = 3_000
_FILLS = 0.5  # of a page's area: a picture so large is the page
_MOST_STAMPED = 8  # words that a scanner prints on a page: its number
_BOLD = 1 << 18
_NAMELESS = re.compile(r"(?:[a-z]{6}\+)?(?:cidfont\+)?[a-z]{0,4}\d*")
_FARTHEST = 20_000.0  # points; damaged files place words light years away
_STRAIGHT = 0.45  # radians; slanted letters turn by less
_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
# Control characters and every kind of blank.
_BREAKS = frozenset(
    [*range(0x21), 0x7F, *range(0x80, 0xA1), *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x3000]
) - {2}
SOFT = "\u00ad"

Word = list[Any]


def read(data: bytes) -> dict[str, Any]:
    """The pages of the PDF in `data`, or why it cannot be read."""
    try:
        import pypdfium2
    except ImportError:
        return {"error": "missing"}
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "assword" in str(error) else "damaged"}
    if count > MOST_PAGES:
        return {"error": "long"}
    pages: list[dict[str, Any]] = []
    words = 0
    for i in range(count):
        try:
            page = document[i]
            pages.append(_page(page, pypdfium2.raw))
            page.close()
        except pypdfium2.PdfiumError:
            pages.append({"width": 0, "height": 0, "pictures": False, "words": [], "broken": True})
        words += len(pages[-1]["words"])
        if words > MOST_WORDS:
            return {"error": "long"}
        if len(pages[-1]["words"]) > MOST_ON_A_PAGE:
            return {"error": "crowded"}
    return {"pages": pages}


def _page(page: Any, raw: Any) -> dict[str, Any]:
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation() % 360
    width, height = right - left, top - bottom

    def shown(x: float, y: float) -> tuple[float, float]:
        """The point of the page's own space as it is shown, from the top left."""
        x, y = x - left, y - bottom
        if turn == 90:
            return y, x
        if turn == 180:
            return width - x, y
        if turn == 270:
            return height - y, width - x
        return x, height - y

    text = page.get_textpage()
    try:
        words = _words(text, raw, shown, turn)
    finally:
        text.close()
    if turn in {90, 270}:
        width, height = height, width
    least = _FILLS * abs(width * height) if words else 0.0
    pictures = len(words) <= _MOST_STAMPED and _pictures(page, raw, least)
    return {"width": round(width, 1), "height": round(height, 1), "pictures": pictures, "words": words}


def _pictures(page: Any, raw: Any, least: float) -> bool:
    """True if the page shows a picture of an area of `least`, in square points, or more."""
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if abs((right - left) * (top - bottom)) >= least:
            return True
    return False


def _words(page: Any, raw: Any, shown: Any, turn: int) -> list[Word]:
    words: list[Word] = []
    open_word: Word | None = None
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high, spaced = 0, True
    for i in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, i)
        if code in _BREAKS or (raw.FPDFText_IsGenerated(page, i) == 1 and code not in _HYPHENS):
            open_word, spaced = None, True
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        raw.FPDFText_GetLooseCharBox(page, i, box)
        raw.FPDFText_GetCharOrigin(page, i, x, y)
        a, b = shown(box.left, box.top), shown(box.right, box.bottom)
        low, right = min(a[0], b[0]), max(a[0], b[0])
        top, bottom = min(a[1], b[1]), max(a[1], b[1])
        base = shown(x.value, y.value)[1]
        char = SOFT if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
        if open_word is not None and _goes_on(open_word, low, base):
            open_word[0] += char
            open_word[1], open_word[2] = min(open_word[1], low), min(open_word[2], top)
            open_word[3], open_word[4] = max(open_word[3], right), max(open_word[4], bottom)
        else:
            angle = raw.FPDFText_GetCharAngle(page, i) + turn * 3.141592653589793 / 180
            turned = _STRAIGHT < abs(angle) % 6.283185307179586 < 6.283185307179586 - _STRAIGHT
            size = _size(page, raw, i, bottom - top)
            open_word = [char, low, top, right, bottom, base, size, _bold(page, raw, i), turned, spaced]
            words.append(open_word)
        spaced = False
    for word in words:
        word[1:7] = [round(min(max(n, -_FARTHEST), _FARTHEST), 1) if math.isfinite(n) else 0.0 for n in word[1:7]]
    return words


def _goes_on(word: Word, low: float, base: float) -> bool:
    """True if a character at `low` on the line `base` stands close after the end of `word`."""
    size = max(word[4] - word[2], 1.0)
    return bool(abs(base - word[5]) < 0.5 * size and -1.5 * size < low - word[3] < 0.6 * size)


def _size(page: Any, raw: Any, i: int, height: float) -> float:
    """The size of the letters as it was set; that of their box, which differs from font to font, if it is not told."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, i, matrix):
        return height
    size = float(raw.FPDFText_GetFontSize(page, i)) * math.hypot(matrix.c, matrix.d)
    return size if 0.3 * height < size < 3 * height else height


def _bold(page: Any, raw: Any, i: int) -> bool:
    """True if the font is called bold. The weight is worked out from stems, often wrongly: it counts for no-names."""
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, i, name, 128, flags)
    called = name.value.decode("latin-1").lower()
    return (
        bool(flags.value & _BOLD)
        or any(word in called for word in ("bold", "black", "heavy"))
        or (bool(_NAMELESS.fullmatch(called)) and raw.FPDFText_GetFontWeight(page, i) >= 600)
    )


def main() -> None:
    """Read standard input, write standard output."""
    try:
        found = read(sys.stdin.buffer.read())
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
