"""What kind of file the bytes are, by content alone."""

from __future__ import annotations

import re
from typing import Literal

from minuteparse.errors import InputError
from minuteparse.inputs.archive import open_archive

Kind = Literal["pdf", "docx", "odt", "rtf", "html", "mhtml", "text", "png", "jpeg", "tiff"]

_HEAD = 4096
_SPACE = b" \t\r\n\f"
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
# A part of a page: it begins with an element and closes some.
_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|center|dd|div|dl|dt|em|figure|font|footer|form|h[1-6]"
    "|header|hr|html|i|img|input|label|li|link|main|meta|nav|ol|p|pre|script|section|small|span|strong|style|sub|sup"
    "|table|tbody|td|th|thead|time|title|tr|u|ul"
)
_ELEMENT = re.compile(rf"(?:<!--.{{0,2000}}?-->\s*|<\?php\b.{{0,2000}}?\?>\s*)*<(?:{_NAMES})\b[^<>]*>", re.I | re.S)
_CLOSED = re.compile(rf"</(?:{_NAMES})\s*>", re.IGNORECASE)
_MHTML = re.compile(r"^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_PICTURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"),
)  # fmt: skip
_OTHER = (
    (b"GIF8", "a picture (GIF); save it as PNG, and read that with --ocr"),
    (b"\x1f\x8b", "packed with gzip; unpack it first"), (b"BZh", "packed with bzip2; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip; unpack it first"), (b"Rar!", "packed with RAR; unpack it first"),
)  # fmt: skip
# Some files have a little before the mark; a text that speaks of it is none.
_PDF = re.compile(rb"(?:\A|[^ -~\t])%PDF-\d")
_XML = re.compile(r"<\?xml\b[^>]*>\s*(?:<[?!][^>]*>\s*)*<(?:w:wordDocument|pkg:package|office:document)\b")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes, name: str) -> Kind:
    """The kind of the file in `data`. Raises `InputError`, beginning with `name`, for kinds that cannot be read."""
    start = data[:_HEAD].lstrip(_SPACE)
    if _PDF.search(data[:1024]):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if data.startswith(_OLE):
        raise InputError(f"{name}: {_ole(data)}")
    if start.startswith(b"{\\rt"):
        return "rtf"
    for magic, kind in _PICTURES:
        if data.startswith(magic):
            return kind
    for magic, what in _OTHER:
        if data.startswith(magic):
            raise InputError(f"{name}: {what}")
    return _by_words(data, name)


def _zipped(data: bytes, name: str) -> Kind:
    archive = open_archive(data, name)
    if "content.xml" in archive.parts:
        kind = (archive.read("mimetype") or b"").decode("ascii", "replace")
        if kind and not kind.startswith("application/vnd.oasis.opendocument.text"):
            raise InputError(f"{name}: {kind}, no text document; save the minutes as .odt, .docx or PDF")
        return "odt"
    if "word/document.xml" in archive.parts or any(p.startswith("word/") for p in archive.parts):
        return "docx"
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if any(part.startswith(folder) for part in archive.parts):
            raise InputError(f"{name}: {what}, no text document; save the minutes as .docx, PDF or text")
    if "[Content_Types].xml" in archive.parts:
        return "docx"
    raise InputError(f"{name}: a zip archive, no document; unpack it and name the files in it")


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected by a password; open it in Word and save it without one"
    return "an old Word file (.doc) or another of that family; save it as .docx, or convert it with LibreOffice"


def _by_words(data: bytes, name: str) -> Kind:
    head = data[:_HEAD]
    encoding = next((e for bom, e in _BOMS.items() if head.startswith(bom)), "latin-1")
    text = head.decode(encoding, "replace").lstrip("\ufeff").lstrip()
    if _XML.match(text):
        raise InputError(f"{name}: a Word or OpenDocument file saved as one XML file; save it as .docx or .odt")
    if _MHTML.match(text):
        return "mhtml"
    if text.startswith("<") and _PAGE.search(text[:2048]):
        return "html"
    if _ELEMENT.match(text) and len(_CLOSED.findall(text)) >= 2:
        return "html"
    return "text"
