"""What the tests share: where the corpus lies, the seed document, and how hypothesis runs."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent

# Never a time limit: machines differ. In CI the examples are the same in every run.
settings.register_profile(
    "minuteparse",
    deadline=None,
    max_examples=300,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("minuteparse")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The document that the README uses."""
    return ROOT / "corpus" / "seed.txt"


@pytest.fixture(scope="session")
def seed_text(seed_path: Path) -> str:
    """Its text."""
    return seed_path.read_bytes().decode()


WORD = '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{1}</w:{0}>'


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """A Word file of a body in XML; further parts by name, "numbering" for word/numbering.xml."""

    def make(body: str, **parts: str) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("word/document.xml", WORD.format("document", f"<w:body>{body}</w:body>"))
            for name, xml in parts.items():
                root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
                archive.writestr(f"word/{name}.xml", WORD.format(root, xml))
        return stream.getvalue()

    return make


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    """A PDF of pages, each a list of (left, up from the foot, text) in Helvetica of 11 points, *text in bold."""

    def make(*pages: list[tuple[float, float, str]], trailer: bytes = b"") -> bytes:
        count = len(pages)
        kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(count))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        ]
        for i, texts in enumerate(pages):
            drawn = b"".join(
                b"BT /%s 11 Tf %.1f %.1f Td (%s) Tj ET\n"
                % (b"B" if t[:1] == "*" else b"F", x, y, _escaped(t.lstrip("*")))
                for x, y, t in texts
            )
            fonts = b"<</Font<</F 3 0 R/B 4 0 R>>>>"
            page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s>>" % (6 + 2 * i, fonts)
            objects += [page, b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)]
        out = b"%PDF-1.4\n"
        places = []
        for n, content in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (n, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(objects) + 1
        end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(out))
        return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)

    return make


def _escaped(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium. Its test modules are skipped where the browser, or what drives it, is missing."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    driver = pytest.importorskip("playwright.sync_api")
    with driver.sync_playwright() as play:
        # Without a sandbox of its own, which needs rights that containers lack; it opens what the tests make.
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def open_file(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file as a page; anything that it says on the console, or asks for, fails the test."""
    said: list[str] = []
    contexts = []

    def opened(path: Path, **settings: Any) -> Page:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: request.url.startswith(("file:", "data:")) or said.append(request.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds what hinders people who see, hear or point otherwise."""
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
