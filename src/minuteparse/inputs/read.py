"""Bytes of any file that a council publishes to a `Source`."""

from __future__ import annotations

from dataclasses import replace

from minuteparse.errors import InputError
from minuteparse.inputs.archive import open_archive
from minuteparse.inputs.draft import Draft
from minuteparse.inputs.markdown import is_markdown, read_markdown
from minuteparse.inputs.sniff import Kind, sniff
from minuteparse.layout import Layout
from minuteparse.text import Source, from_bytes, from_layout

MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "html": "text/html",
    "mhtml": "multipart/related",
    "text": "text/plain",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
}
"""The media type that the record gives for each kind of file."""

_PICTURE = "a picture, not text; read it with --ocr (which needs the program Tesseract), or save its text"


def read_source(data: bytes, *, name: str | None = None, ocr: bool = False) -> Source:
    """The source in the bytes of a PDF, Word, OpenDocument, RTF, HTML or text file, told apart by content alone.

    Plain text and Markdown are decoded and stay as they are. Of other files `Source.text` is their text in reading
    order, written as plain minutes are, and `Source.layout` says where in the file it stood. `name` is recorded. With
    `ocr`, Tesseract reads the pages of a PDF that are pictures, and PNG, JPEG and TIFF files.

    Raises `InputError` that names the cure if the file is damaged, protected, of a kind that holds no text, or needs a
    library that is not installed.
    """
    called = name or "input"
    kind = sniff(data, called)
    if kind == "text":
        source = from_bytes(data, name=name)
        return read_markdown(source) if is_markdown(source.text) else source
    if kind == "pdf":
        from minuteparse.inputs.pdf import read_pdf

        text, layout = read_pdf(data, called, ocr=ocr)
        return from_layout(text, layout, name=name, data=data, media_type=MEDIA_TYPES[kind])
    if kind in {"png", "jpeg", "tiff"}:
        if not ocr:
            raise InputError(f"{called}: {_PICTURE}")
        from minuteparse.inputs.pdf import read_picture

        text, layout = read_picture(data, called)
        return from_layout(text, layout, name=name, data=data, media_type=MEDIA_TYPES[kind])
    if kind in {"html", "mhtml"}:
        from minuteparse.inputs.html import read_html

        draft, encoding, guessed = read_html(data, called, packed=kind == "mhtml")
        source = from_layout(*draft.finish(), name=name, data=data, media_type=MEDIA_TYPES[kind])
        return replace(source, encoding=encoding, encoding_guessed=guessed)
    return from_layout(*_drawn(data, kind, called), name=name, data=data, media_type=MEDIA_TYPES[kind])


def _drawn(data: bytes, kind: Kind, name: str) -> tuple[str, Layout]:
    draft: Draft
    if kind == "docx":
        from minuteparse.inputs.docx import read_docx

        draft = read_docx(open_archive(data, name))
    elif kind == "odt":
        from minuteparse.inputs.odt import read_odt

        draft = read_odt(open_archive(data, name))
    else:
        from minuteparse.inputs.rtf import read_rtf

        draft = read_rtf(data, name)
    return draft.finish()
