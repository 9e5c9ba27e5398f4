"""A JSON file of several lists that are filled side by side, in the memory of one thing at a time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any


@contextmanager
def collected(out: Path, names: Sequence[str]) -> Iterator[Callable[[str, dict[str, Any]], None]]:
    """Write to `out` an object with a list for each of `names`; what is yielded adds an object to one."""
    with ExitStack() as files:
        lists = {name: files.enter_context(TemporaryFile("w+", encoding="utf-8", dir=out.parent)) for name in names}

        begun: set[str] = set()

        def add(name: str, found: dict[str, Any]) -> None:
            lists[name].write((",\n" if name in begun else "\n") + json.dumps(found, ensure_ascii=False))
            begun.add(name)

        yield add
        with out.open("w", encoding="utf-8", newline="\n") as whole:
            for i, (name, part) in enumerate(lists.items()):
                whole.write(f"{',' if i else '{'}\n{json.dumps(name)}: [")
                part.seek(0)
                shutil.copyfileobj(part, whole)
                whole.write("\n]")
            whole.write("\n}\n")
