"""Pictures of pages to their words with their boxes: Tesseract reads them, in a process of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from minuteparse.errors import InputError
from minuteparse.inputs.contained import PYTHON, Overrun, run
from minuteparse.inputs.pdf_lines import Page, Word
from minuteparse.inputs.pdf_pictures import DPI

MOST_SECONDS = 120
"""Seconds of processor time after which reading one page is given up."""
MOST_PAGES = 300
"""Pages of one file that are read so; a page takes seconds."""

_MEGABYTES = 1000
_PICTURES = Path(__file__).with_name("pdf_pictures.py")
_VERSION_SECONDS = 30
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_BOX = re.compile(r"\bbbox (\d+) (\d+) (\d+) (\d+)")
_LINE = re.compile(rf"\bbaseline {_NUMBER} {_NUMBER}; x_size {_NUMBER}")
_SURE = re.compile(r"\bx_wconf (\d+)")
_DOTS = re.compile(r"\bscan_res (\d+) (\d+)")
_VERSION = re.compile(rb"tesseract v?(\d[\w.+-]*)")
_INSTALL = "install it (Debian: apt-get install tesseract-ocr; macOS: brew install tesseract)"
_MISSING = f"a picture, which needs Tesseract to be read; {_INSTALL}"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page that was read from its picture; `sure` is how sure Tesseract is of its words, from 0 to 100."""

    page: Page
    sure: int


def tesseract_version() -> str:
    """The version of Tesseract, on which the text that it reads depends. Raises `InputError` that names the cure."""
    program = shutil.which("tesseract")
    if program is None:
        raise InputError(f"Tesseract, which reads pictures of text, is not installed; {_INSTALL}")
    try:
        done = run([program, "--version"], b"", seconds=_VERSION_SECONDS, megabytes=_MEGABYTES)
    except (Overrun, OSError) as error:
        raise InputError(f"{program}: cannot be run ({error}); install Tesseract anew") from error
    said = _VERSION.search(done.stdout + done.stderr)
    if said is None:
        raise InputError(f"{program}: does not tell its version, so it may be another program; install Tesseract anew")
    return said[1].decode("ascii")


def page_of_pdf(data: bytes, number: int, name: str) -> Recognised:
    """What the picture of the page `number`, from 0, of a PDF says. Raises `InputError` that names the cure."""
    try:
        done = run([*PYTHON, str(_PICTURES), str(number)], data, seconds=MOST_SECONDS, megabytes=_MEGABYTES)
    except (Overrun, OSError) as error:
        raise InputError(f"{name}: page {number + 1} cannot be drawn; print the file to a new PDF") from error
    if done.returncode != 0 or not done.stdout:
        raise InputError(f"{name}: page {number + 1} cannot be drawn; print the file to a new PDF")
    found = list(_recognised(done.stdout, name, f"page {number + 1}", "--dpi", str(DPI)))
    return found[0] if found else Recognised(Page(0.0, 0.0, True, ()), 0)


def pages_of_picture(data: bytes, name: str) -> list[Recognised]:
    """What a picture file says, a page each of a TIFF. Raises `InputError` that names the cure."""
    return list(_recognised(data, name, "the picture"))


def _recognised(data: bytes, name: str, what: str, *options: str) -> Iterator[Recognised]:
    program = shutil.which("tesseract")
    if program is None:
        raise InputError(f"{name}: {_MISSING}")
    command = [program, "stdin", "stdout", "-l", "eng", *options, "hocr"]
    try:
        done = run(command, data, seconds=MOST_SECONDS, megabytes=_MEGABYTES)
    except Overrun as error:
        message = f"{name}: {what} was not read in {MOST_SECONDS} seconds; scan it again at 300 dots an inch"
        raise InputError(message) from error
    try:
        root = ET.fromstring(done.stdout) if done.returncode == 0 else None
    except ET.ParseError:
        root = None
    if root is None:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:120]
        raise InputError(f"{name}: Tesseract cannot read {what} ({said}); scan it again, or save it as PNG")
    for node in root.iter():
        if node.get("class") == "ocr_page":
            yield _page(node)


def _page(node: ET.Element) -> Recognised:
    title = node.get("title") or ""
    dots = _DOTS.search(title)
    points = 72 / max(int(dots[1]) if dots else DPI, 1)
    box = _box(node, points)
    words: list[Word] = []
    sure: list[int] = []
    for line in node.iter():
        shape = _LINE.search(line.get("title") or "")
        if shape is None:
            continue
        base = _box(line, points)[3] + float(shape[2]) * points
        for word in line:
            text = "".join(word.itertext()).strip()
            match = _SURE.search(word.get("title") or "")
            if text and match:
                left, top, right, bottom = _box(word, points)
                size = float(shape[3]) * points
                words.append(Word(text, left, top, right, bottom, round(base, 1), round(size, 1), False, False))
                sure.append(int(match[1]))
    return Recognised(Page(box[2], box[3], True, tuple(words)), round(sum(sure) / len(sure)) if sure else 0)


def _box(node: ET.Element, points: float) -> tuple[float, float, float, float]:
    match = _BOX.search(node.get("title") or "")
    left, top, right, bottom = (round(int(n) * points, 1) for n in (match.groups() if match else "0000"))
    return left, top, right, bottom
