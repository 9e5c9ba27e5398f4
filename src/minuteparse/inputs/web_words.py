"""The bytes of a web page, or of a saved one with its parts, to the characters of its HTML."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from email.message import EmailMessage

from minuteparse.errors import InputError
from minuteparse.text import decode

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 8192
# What pages declare and what browsers read.
_BROWSERS = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Elements without an end, and those whose end is usually left out.
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option"
    " optgroup colgroup body html head".split()
)
_INLINE = frozenset("a abbr b big cite code em font i s small span strike strong sub sup tt u".split())
_DEEPEST = 600
_MOST_TAGS = 600_000
_MOST_PARTS = 5_000
_DEEPEST_INLINE = 20_000
MOST_BYTES = 48 * 1024 * 1024
"""The largest page that is read."""


def page_text(data: bytes, name: str) -> tuple[str, str, bool]:
    """The characters of a page, its encoding, and whether that was guessed.

    A byte order mark decides, then what the page declares, then its bytes. Raises `InputError` as `text.decode` does,
    and for pages too large or too deeply nested.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: a web page of more than {MOST_BYTES // 2**20} MB; no minutes are so long")
    text, encoding, guessed = _decoded(data, name)
    _check_depth(text, name)
    return text, encoding, guessed


def _decoded(data: bytes, name: str) -> tuple[str, str, bool]:
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        match = _CHARSET.search(data[:_HEAD])
        declared = _known(match[1].decode("ascii", "replace")) if match else None
        if declared is not None:
            try:
                return data.decode(declared).replace("\0", "\ufffd"), declared, False
            except (UnicodeDecodeError, LookupError):
                pass
    return decode(data.replace(b"\0", b" ") if b"\0" in data and data[:1] == b"<" else data, name)


def _known(declared: str) -> str | None:
    """The codec of a declared character set that is one of text, or None."""
    try:
        codec = codecs.lookup(declared)
    except LookupError:
        return None
    name = _BROWSERS.get(codec.name, codec.name)
    if name.startswith("utf-16") or not getattr(codec, "_is_text_encoding", True):
        return None
    return "utf-8-sig" if name == "utf-8" else name


def _check_depth(text: str, name: str) -> None:
    """Refuse pages so deeply nested that reading them would take quadratic time, or of too many parts to hold."""
    blocks = inline = 0
    for count, match in enumerate(_TAG.finditer(text)):
        if count > _MOST_TAGS:
            raise InputError(f"{name}: a web page of more than {_MOST_TAGS:,} tags; save its text instead")
        tag, step = match[2].lower(), -1 if match[1] else 1
        if tag in _INLINE:
            inline = max(inline + step, 0)
        elif tag not in _UNNESTED:
            blocks = max(blocks + step, 0)
        if blocks > _DEEPEST or inline > _DEEPEST_INLINE:
            message = f"{name}: elements nested more than {_DEEPEST} deep; no page of minutes is so built"
            raise InputError(f"{message}; save its text instead")


def saved_page(data: bytes, name: str) -> bytes:
    """The HTML inside a page that a browser saved with its parts (MHTML). Raises `InputError` if there is none."""
    if data.count(b"\n--") > _MOST_PARTS:
        raise InputError(f"{name}: a saved web page of more than {_MOST_PARTS:,} parts; save it again as HTML")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    charset = part.get_content_charset()
                    return _declared(content, charset)
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise InputError(f"{name}: a saved web page that is damaged ({error}); save it again as HTML") from error
    raise InputError(f"{name}: a saved web page without HTML in it; save it again as HTML")


def _declared(content: bytes, charset: str | None) -> bytes:
    """`content`, in UTF-8 with a mark if its part declares a character set that holds."""
    try:
        return codecs.BOM_UTF8 + content.decode(_known(charset or "") or "ascii").encode("utf-8")
    except (UnicodeError, LookupError):
        return content
