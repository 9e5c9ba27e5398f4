"""Zip archives, and the XML in them, read with limits: no entity, no other file, no bomb."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from minuteparse.errors import InputError

MOST_BYTES = 32 * 1024 * 1024
"""The largest part of an archive that is read, unpacked; the XML of a thousand pages is smaller."""

MOST_IN_ALL = 40 * 1024 * 1024
"""The bytes that are read of one archive, all parts together, unpacked."""

_DEEPEST = 200
_MOST_ELEMENTS = 1_000_000
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
    OverflowError, IndexError, KeyError,
)  # fmt: skip


@dataclass
class Archive:
    """An open zip archive; `name` is what errors call the file, `left` how many bytes of it may still be read."""

    zip: zipfile.ZipFile
    name: str
    parts: frozenset[str]
    left: int = MOST_IN_ALL

    def read(self, part: str) -> bytes | None:
        """The bytes of `part`, or None if there is no such part. Raises `InputError` if damaged or too large."""
        if part not in self.parts:
            return None
        try:
            with self.zip.open(part) as stream:
                data = stream.read(MOST_BYTES + 1)
        except _DAMAGE as error:
            raise InputError(
                f"{self.name}: damaged at {part} ({error}); get the file again, or save it anew"
            ) from error
        self.left -= len(data)
        if len(data) > MOST_BYTES or self.left < 0:
            message = f"{self.name}: unpacks to more than {MOST_BYTES // 2**20} MB at {part}; no minutes are so long"
            raise InputError(message)
        return data

    def xml(self, part: str) -> ET.Element | None:
        """The root of the XML in `part`, or None if there is no such part. Raises `InputError` as `read` does."""
        data = self.read(part)
        return None if data is None else parse_xml(data, f"{self.name}: {part}")


def open_archive(data: bytes, name: str) -> Archive:
    """The archive in `data`. Raises `InputError` if it is damaged."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        parts = frozenset(opened.namelist())
    except _DAMAGE as error:
        message = f"{name}: a Word, OpenDocument or zip file, but damaged ({error}); get it again, or save it anew"
        raise InputError(message) from error
    return Archive(opened, name, parts)


class _Builder(ET.TreeBuilder):
    """Builds the tree, and refuses what no document needs: a document type, endless nesting, millions of elements."""

    depth = 0
    count = 0

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise ValueError("a document type declaration, which may define entities or name other files")

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.depth += 1
        self.count += 1
        if self.count > _MOST_ELEMENTS:
            raise ValueError(f"more than {_MOST_ELEMENTS} elements")
        if self.depth > _DEEPEST:
            raise ValueError(f"elements nested more than {_DEEPEST} deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)


def parse_xml(data: bytes, name: str) -> ET.Element:
    """The root element of `data`. Raises `InputError` if it is no XML, or holds what is refused.

    No entity is expanded but those of XML itself, and no other file or address is read.
    """
    try:
        return ET.fromstring(data, parser=ET.XMLParser(target=_Builder()))
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InputError(f"{name}: XML that cannot be read ({error}); save the document anew") from error
