"""One input of a run: what the manifest calls it, and where its bytes lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["file", "url", "zip", "slice", "line"]
Verdict = Literal["", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Input:
    """An input as the listing has it.

    `path` names it in the manifest. `place` is the file or URL that holds its bytes: all of it (`file`, `url`), the
    member number `at` of an archive (`zip`), the bytes from `at` on (`slice`), or such bytes with a JSON object in
    which `column` holds the text (`line`). `size` is in bytes, `None` if not known beforehand. A `verdict` settles
    what becomes of the input without reading it, and `why` says why.
    """

    path: str
    kind: Kind = "file"
    place: str = ""
    at: int = 0
    size: int | None = None
    column: str = ""
    verdict: Verdict = ""
    why: str = ""

    def plain(self) -> list[Any]:
        """As plain data, for JSON; `Input(*plain)` is the input again."""
        return [getattr(self, name) for name in self.__slots__]


def label(path: str) -> str:
    """`path` as it can stand in a table: with `/`, and with escapes for bytes that are no UTF-8.

    >>> label("minutes/2023.txt")
    'minutes/2023.txt'
    """
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return shown.replace(os.sep, "/")
