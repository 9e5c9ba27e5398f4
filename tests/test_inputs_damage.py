"""Damaged files: each is read, or refused with a reason; a small part of what benchmarks/damaged.py does at length."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from minuteparse.errors import InputError
from minuteparse.inputs import pdf, pdf_words
from minuteparse.inputs.contained import PYTHON
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source
from scripts import load

PAGE = b"<html><body><h1>Moor Board</h1><table><tr><td>1.<td>Roads</table><ul><li>Noted<li>Agreed</ul></body></html>"
RICH = (
    rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\b Moor Board\b0\par {\listtext 1.\tab}Roads \u8211?\'e9\par\intbl x\cell\row}"
)
MARKED = b"# Moor Board\n\n## 1. Roads\n\n| Who | What |\n| --- | --- |\n| Cllr Quill | **Chair** |\n"


@pytest.fixture(scope="module")
def damage(root: Path) -> ModuleType:
    """benchmarks/damaged.py."""
    return load(root / "benchmarks" / "damaged.py")


@pytest.fixture
def good(make_docx: Callable[..., bytes], make_pdf: Callable[..., bytes]) -> dict[str, bytes]:
    """A sound file of each kind."""
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cllr Quill</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    word = make_docx(f"<w:p><w:r><w:t>Moor Board</w:t></w:r></w:p>{row}")
    lines = make_pdf([(72, 700, "Moor Board"), (72, 686, "1. Roads")])
    return {"docx": word, "pdf": lines, "html": PAGE, "rtf": RICH, "odt": _open_document(), "md": MARKED}


def _open_document() -> bytes:
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text"))
    body = "<office:body><office:text><text:h>Moor Board</text:h><text:p>Roads</text:p></office:text></office:body>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content{names}>{body}</office:document-content>")
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "html", "rtf", "md"])
def test_damaged_files_are_read_or_refused(
    kind: str, good: dict[str, bytes], damage: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a crash nor an error without the name of the file and a cure."""
    monkeypatch.setattr(pdf, "_pages", damage._in_process)
    refused, read = [], 0
    for n in range(100):
        rng = Random(f"{kind} {n}")
        try:
            source = read_source(damage.damaged(good[kind], good["html"], rng), name="x.doc")
        except InputError as error:
            refused.append(str(error))
        else:
            read += 1
            assert parse_source(source, model=None).source.length == len(source.text)
    assert all(message.startswith("x.doc: ") for message in refused)
    assert read > 5


def test_the_reader_of_pdf_knows_nothing_of_the_package() -> None:
    """It runs as a program of its own: it imports neither the package nor, before it is asked to read, the library."""
    read = f"import runpy, sys; runpy.run_path({pdf_words.__file__!r}, run_name='alone')"
    found = "print([name for name in sys.modules if name.startswith(('minuteparse', 'pypdfium2'))])"
    done = subprocess.run([*PYTHON, "-c", f"{read}; {found}"], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
