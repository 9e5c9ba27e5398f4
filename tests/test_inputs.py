"""Files of every kind are told by content; what cannot be read says why; plain text is as it was."""

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from minuteparse import Minutes, parse, parse_file
from minuteparse.errors import InputError
from minuteparse.evidence import gather
from minuteparse.inputs import archive, rtf, web_words
from minuteparse.inputs.read import read_source
from minuteparse.layout import without_noise
from minuteparse.text import from_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["seed", "c04", "c08", "d03", "d18"])
def test_plain_text_is_read_as_it_was(root: Path, name: str) -> None:
    """Texts with pipes, tags and form feeds stay plain text, and their record has no new field."""
    data = (root / "corpus" / "gold" / f"{name}.txt").read_bytes()
    assert read_source(data, name="x") == from_bytes(data, name="x")
    record = json.loads(parse(data.decode()).model_dump_json())
    assert set(record["source"]) == {"name", "sha256", "media_type", "encoding", "length"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + b"\0" * 600, "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "without one"),
        (b"\x89PNG\r\n\x1a\n", "--ocr"),
        (b"\x1f\x8b\x08\0", "unpack"),
        (b"PK\x03\x04 cut short", "damaged"),
        (zipped(xl__workbook=b"x"), "Excel"),
        (zipped(minutes=b"x"), "unpack"),
        (zipped(word__styles=b"<a/>"), "without word/document.xml"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": b"<a/>"}), "no text"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"text \0 with nul", "NUL"),
        (b"{\\rtf1" + b"{" * 600, "nested"),
        (b"<html><body>" + b"<div>" * 700, "nested"),
        (b"Content-Type: multipart/related; boundary=x\n\n--x--\n", "without HTML"),
    ],
)
def test_what_cannot_be_read_says_why_and_names_the_cure(data: bytes, says: str) -> None:
    """The error begins with the file's name and ends with what to do."""
    with pytest.raises(InputError, match=says) as error:
        read_source(data, name="a.doc")
    assert str(error.value).startswith("a.doc: ")


@pytest.mark.parametrize(
    ("module", "limit", "data"),
    [
        (archive, "MOST_BYTES", zipped(**{"word/document.xml": b"<a>" + b" " * 99 + b"</a>"})),
        (archive, "_MOST_ELEMENTS", zipped(**{"word/document.xml": b"<a>" + b"<b/>" * 99 + b"</a>"})),
        (web_words, "_MOST_TAGS", b"<html><body>" + b"<p>" * 99),
        (rtf, "_MOST_PARAGRAPHS", b"{\\rtf1 " + b"\\par" * 99 + b"}"),
        (web_words, "_MOST_PARTS", b"Content-Type: multipart/related; boundary=x\n" + b"\n--x" * 99),
    ],
)
def test_what_would_fill_the_memory_is_refused(
    module: ModuleType, limit: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few megabytes that unpack to many, or hold a million things, say so with what to do."""
    monkeypatch.setattr(module, limit, 90)
    with pytest.raises(InputError, match=r"^a: .*(?:no minutes are so long|save)"):
        read_source(data, name="a")


def test_the_parts_of_one_file_share_a_limit() -> None:
    """Many parts, each of them small enough, are not read for hours."""
    opened = archive.open_archive(zipped(one=b"x" * 60, two=b"x" * 60), "a")
    opened.left = 100
    assert opened.read("one") == b"x" * 60
    with pytest.raises(InputError, match="at two; no minutes are so long"):
        opened.read("two")


def test_the_kind_is_told_by_content_not_by_name(tmp_path: Path, make_docx: Callable[..., bytes]) -> None:
    """A Word file that is called .txt is read as a Word file."""
    path = tmp_path / "minutes.txt"
    path.write_bytes(make_docx("<w:p><w:r><w:t>Present: Councillor T Quill</w:t></w:r></w:p>"))
    minutes = parse_file(path, model=None)
    assert minutes.source.media_type.endswith("wordprocessingml.document")
    assert [a.person.name for a in minutes.attendance] == ["T Quill"]


def test_a_record_locates_its_spans_after_a_round_trip() -> None:
    """Places are in the record itself; a record of plain text has none."""
    page = b"<html><body><h1>Moor Board</h1><p>Present: Councillor T Quill</p></body></html>"
    source = read_source(page, name="x.html")
    from minuteparse.parse import parse_source

    minutes = Minutes.model_validate_json(parse_source(source, model=None).model_dump_json(by_alias=True))
    person = minutes.attendance[0]
    assert [place.path for place in minutes.locate(person.start, person.end)] == ["/html/body/p[1]"]
    assert minutes.locate(0, 0) == []
    assert parse("Present: Councillor T Quill").locate(0, 5) == []


def test_noise_is_not_read_and_sentences_read_on_over_it() -> None:
    """The twin has the length of the text; a sentence that noise parts is one."""
    folded = "It was agreed that the\nPage 3\nbridge be mended.\nPage 4\nNext item"
    blanked = without_noise(folded, ((23, 29), (48, 54)))
    assert len(blanked) == len(folded)
    assert blanked.split() == "It was agreed that the bridge be mended. Next item".split()
    assert "\n" not in blanked[:40]
    assert blanked.count("\n") == 2


def test_the_outline_knows_the_noise_that_the_file_marks() -> None:
    """Furniture of a page is noise of the outline too, so that `explain` shows it."""
    page = b"<html><body><nav>Home</nav><main><p>" + b"The board met. " * 20 + b"</p></main></body></html>"
    source = read_source(page)
    start = source.text.index("Home")
    assert (start, start + 4) in gather(source).outline.noise
    assert "Home" not in source.folded


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    """The mark of a PDF counts at the head of the file, or of a line, alone."""
    assert read_source(b"1. Files begin with %PDF-1.4, members heard.").media_type == "text/plain"
    with pytest.raises(InputError, match="damaged"):
        read_source(b"X-Sent: yes\n\n%PDF-1.4", name="x")


@pytest.mark.parametrize("root", ["w:wordDocument xmlns:w='x'", "pkg:package xmlns:pkg='x'", "office:document"])
def test_a_document_in_one_xml_file_names_the_cure(root: str) -> None:
    """Its tags are not taken for minutes."""
    with pytest.raises(InputError, match=r"^x: a Word or OpenDocument file saved as one XML file; save it as \.docx"):
        read_source(f'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><{root}>'.encode(), name="x")


def test_long_rows_of_blanks_in_markdown_take_no_time() -> None:
    """A line of blanks is read once, not once for each of them."""
    start = time.process_time()
    assert read_source(b"# A\n# B\n" + b" " * 100_000 + b"x\n").media_type == "text/markdown"
    assert time.process_time() - start < 2
