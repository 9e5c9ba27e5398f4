"""The document in a request: the body as it is, or a file or pasted text in a form; in memory, within the limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from minuteparse.serve.limits import Limits, RefusedError

_ENVELOPE = 10_000
"""Bytes that a form may take beside the document in it."""

_PATIENCE = 20
"""How many times the limit a body may be long and still be read to its end."""


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a document, and the name of its file if it had one."""

    data: bytes
    name: str | None = None


class Intake:
    """The way in for documents: so many at a time, each within the limits."""

    def __init__(self, limits: Limits) -> None:
        """Begin with none."""
        self._limits = limits
        self._arriving = 0

    async def document(self, request: Request) -> Document:
        """The document in `request`; raises as `read_document`, and `RefusedError` (503) if too many are arriving."""
        if self._arriving >= self._limits.arriving:
            raise RefusedError(503, "too many documents are arriving; try again in a while")
        self._arriving += 1
        try:
            return await read_document(request, self._limits)
        finally:
            self._arriving -= 1


async def read_document(request: Request, limits: Limits) -> Document:
    """The document in `request`.

    Raises `RefusedError` if it is too large (413), comes too slowly (408), or is not in the request (415, 422).
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        async with asyncio.timeout(limits.seconds):
            if kind == "multipart/form-data":
                return await _from_form(request, limits)
            if kind == "application/x-www-form-urlencoded":
                why = "an urlencoded form cannot hold a document; send it as text/plain or as multipart/form-data"
                raise RefusedError(415, why)
            return Document(b"".join([part async for part in _bounded(request, limits.max_bytes, limits)]))
    except TimeoutError as error:
        raise RefusedError(408, f"the document did not arrive within {limits.seconds:g} seconds") from error
    except ClientDisconnect as error:
        raise RefusedError(400, "the document did not arrive whole") from error


async def _from_form(request: Request, limits: Limits) -> Document:
    """The file in the field `file` of a form, else the text in its field `text`."""
    stream = _bounded(request, limits.max_bytes + _ENVELOPE, limits)
    parser = MultiPartParser(request.headers, stream, max_files=1, max_fields=2, max_part_size=limits.max_bytes)
    parser.spool_max_size = limits.max_bytes + _ENVELOPE  # nothing is ever written to a disk
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        said = getattr(error, "message", "") or "it is damaged"
        raise RefusedError(422, f"the form cannot be read ({said}); send it again") from error
    try:
        file, text = form.get("file"), form.get("text")
        if isinstance(file, UploadFile) and (file.filename or file.size):
            data = await file.read()
            name = PureWindowsPath(file.filename or "").name or None
        elif isinstance(text, str) and text:
            data, name = text.encode("utf-8", "replace"), None
        elif isinstance(file, str):
            data, name = file.encode("utf-8", "replace"), None
        else:
            raise RefusedError(
                422, "the form has no document; choose a file (field 'file') or paste the minutes (field 'text')"
            )
    finally:
        await form.close()
    if len(data) > limits.max_bytes:
        raise _too_large(limits)
    return Document(data, name)


async def _bounded(request: Request, most: int, limits: Limits) -> AsyncGenerator[bytes, None]:
    """The body of `request` as it arrives, as long as it is no longer than `most` bytes.

    More is read and thrown away before it is refused: who is still sending does not listen for an answer.
    """
    seen = 0
    async for part in request.stream():
        seen += len(part)
        if seen <= most:
            yield part
        elif seen > _PATIENCE * most:
            break
    if seen > most:
        raise _too_large(limits)


def _too_large(limits: Limits) -> RefusedError:
    why = f"the document is larger than {limits.max_bytes} bytes; send it in parts"
    return RefusedError(413, f"{why}, or start the server with a higher --max-bytes")
