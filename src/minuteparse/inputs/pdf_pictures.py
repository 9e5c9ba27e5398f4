"""A page of a PDF to a picture of it: run as a program of its own, `pdf_pictures.py PAGE`, pages counted from 0.

Reads the file on standard input and writes a grey picture (PGM) to standard output. Imports nothing of minuteparse.
"""

from __future__ import annotations

import sys

DPI = 300
MOST_PIXELS = 40_000_000


def picture(data: bytes, number: int) -> bytes:
    """The picture of one page, at 300 dots an inch or as many as keep it under 40 million."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[number]
    width, height = page.get_size()
    scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    if bitmap.stride != bitmap.width:
        rows = b"".join(rows[i * bitmap.stride : i * bitmap.stride + bitmap.width] for i in range(bitmap.height))
    return b"P5 %d %d 255\n%s" % (bitmap.width, bitmap.height, rows)


if __name__ == "__main__":
    sys.stdout.buffer.write(picture(sys.stdin.buffer.read(), int(sys.argv[1])))
