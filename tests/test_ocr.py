"""Scans and pictures are read with `--ocr`, by a program of its own; without it they say what to do."""

import io
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from minuteparse.errors import InputError
from minuteparse.export.sources import entries
from minuteparse.inputs import contained, ocr, pdf
from minuteparse.inputs.contained import PYTHON, Overrun, run
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source

with_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="no Tesseract here (Debian: apt-get install tesseract-ocr)"
)
Make = Callable[..., bytes]
ROWS = [
    (72, 760, "*Moor Board"), (72, 730, "Minutes of the meeting held on 4 May 2023 at 7.00 pm"),
    (72, 700, "Present: Councillor A Quill, Councillor B Orme"), (72, 670, "*1. Roads"),
    (72, 650, "RESOLVED: That the report be noted."), (72, 600, "*2. Bridges"), (72, 580, "The bridge was mended."),
]  # fmt: skip
HOCR = """<?xml version="1.0"?><!DOCTYPE html><html><body>
<div class="ocr_page" title="image; bbox 0 0 2480 3508; ppageno 0; scan_res 300 300"><p>
<span class="ocr_line" title="bbox 300 300 900 350; baseline 0 -10; x_size 46">
<span class="ocrx_word" title="bbox 300 300 500 350; x_wconf 90">1.</span>
<span class="ocrx_word" title="bbox 520 300 900 350; x_wconf 70">Roads</span></span></p></div></body></html>"""


def picture_of(data: bytes, kind: str = "PNG") -> bytes:
    """The first page of a PDF as a picture."""
    out = io.BytesIO()
    page = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil().convert("L")
    page.save(out, kind, dpi=(200, 200), resolution=200)
    return out.getvalue()


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program in Tesseract's place that runs the Python given."""

    def make(code: str) -> None:
        program = tmp_path / "tesseract"
        program.write_text(f"#!{sys.executable}\nimport sys\nsys.stdin.buffer.read()\n{code}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda name: str(program))

    return make


@with_tesseract
@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_a_scan_gives_a_record_with_pages_and_boxes(kind: str, make_pdf: Make) -> None:
    """Attendance, items and decisions are found, and each span has its place on the page."""
    source = read_source(picture_of(make_pdf(ROWS), kind), name="x", ocr=True)
    minutes = parse_source(source, model=None)
    assert [a.person.name for a in minutes.attendance] == ["A Quill", "B Orme"]
    assert [(i.number, i.title) for i in minutes.items] == [("1", "Roads"), ("2", "Bridges")]
    assert [d.kind for d in minutes.items[0].decisions] == ["resolved"]
    (place,) = minutes.locate(minutes.items[0].start, minutes.items[0].body_start)
    assert place.page == 1
    assert place.box is not None
    assert 60 < place.box[0] < 85
    assert 150 < place.box[1] < 180
    assert [i.message[:27] for i in minutes.issues if i.code == "text-recognised"] == ["1 page was read from pictur"]


@with_tesseract
def test_a_scan_is_exported_with_the_option_alone(make_pdf: Make, tmp_path: Path) -> None:
    """Without it the error names the option; with it the record is that of the words in the picture."""
    scan = tmp_path / "scan.png"
    scan.write_bytes(picture_of(make_pdf(ROWS), "PNG"))
    with pytest.raises(InputError, match="--ocr"):
        list(entries([str(scan)], model=None))
    (entry,) = entries([str(scan)], model=None, ocr=True)
    assert [i.title for i in entry.record.items] == ["Roads", "Bridges"]


def test_words_come_with_their_boxes_and_how_sure_they_are(tesseract: Callable[[str], None]) -> None:
    """Dots of the picture become points; the mean of the words' figures is the page's."""
    tesseract(f"sys.stdout.write({HOCR!r})")
    (found,) = ocr.pages_of_picture(b"\x89PNG", "x")
    assert found.sure == 80
    assert [w.text for w in found.page.words] == ["1.", "Roads"]
    assert (found.page.words[0].left, found.page.words[0].base, found.page.words[0].size) == (72.0, 81.6, 11.0)
    assert read_source(b"\x89PNG", name="x", ocr=True).text == "1. Roads\n"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("sys.exit('Error in pixRead')", "cannot read the picture .*pixRead.*save it as PNG"),
        ("print('<html>')", "cannot read the picture"),
        ("print('<html/>')", "no words were found"),
        ("while True: pass", "not read in 1 seconds"),
    ],
)
def test_an_engine_that_fails_is_an_error_with_a_cure(
    code: str, says: str, tesseract: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken picture, no output, no words, and no end."""
    tesseract(code)
    monkeypatch.setattr(ocr, "MOST_SECONDS", 1)
    with pytest.raises(InputError, match=f"^x: .*{says}"):
        read_source(b"\xff\xd8\xff", name="x", ocr=True)


def test_without_the_option_or_the_engine_the_error_names_both(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture and a scanned PDF name `--ocr` and the extra; `--ocr` without Tesseract says how to install it."""
    with pytest.raises(InputError, match="--ocr"):
        read_source(b"II*\0", name="x")
    scan = picture_of(make_pdf(ROWS), "PDF")
    with pytest.raises(InputError, match=r"--ocr \(pip install 'minuteparse\[ocr\]'.*Tesseract"):
        read_source(scan, name="x")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(InputError, match="apt-get install tesseract-ocr"):
        read_source(scan, name="x", ocr=True)


def test_too_many_pictures_are_refused(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page takes seconds, so a file has a limit."""
    monkeypatch.setattr(pdf, "MOST_PAGES", 0)
    with pytest.raises(InputError, match="split it into one file a meeting"):
        read_source(picture_of(make_pdf(ROWS), "PDF"), name="x", ocr=True)


@pytest.mark.parametrize("code", ["while True: pass", "import time; time.sleep(60)"])
def test_the_time_of_a_program_is_bounded(code: str) -> None:
    """One that works without end and one that waits without end are both stopped."""
    start = time.monotonic()
    with pytest.raises(Overrun):
        run([*PYTHON, "-c", code], b"", seconds=1, megabytes=500)
    assert time.monotonic() - start < 10


def test_the_memory_of_a_program_is_bounded() -> None:
    """One that asks for more than it is given fails, and the caller does not."""
    done = run([*PYTHON, "-c", "x = bytes(10**9)"], b"", seconds=10, megabytes=300)
    assert done.returncode != 0
    assert b"MemoryError" in done.stderr


def test_a_pdf_that_takes_too_long_is_an_error_with_a_cure(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for the reader of PDF, and the message says so."""
    monkeypatch.setattr(pdf, "PYTHON", (*contained.PYTHON, "-c", "while True: pass"))
    monkeypatch.setattr(pdf, "MOST_SECONDS", 1)
    with pytest.raises(InputError, match=r"^x: a PDF not read in \d+ seconds; print it"):
        read_source(make_pdf(ROWS), name="x")
