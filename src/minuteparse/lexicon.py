"""Given names, and whether one speaks for a person on its own.

`data/given_names.txt` holds them by tradition; a star marks one that is an ordinary word, a place or a family name too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def given_names() -> Mapping[str, bool]:
    """Each given name in lower case, with `True` if it is also a word, a place or a family name.

    >>> given_names()["josephine"], given_names()["grace"], "bridge" in given_names()
    (False, True, False)
    """
    text = resources.files("minuteparse").joinpath("data", "given_names.txt").read_text(encoding="utf-8")
    found: dict[str, bool] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        for word in line.split():
            name = word.rstrip("*").lower()
            found[name] = found.get(name, False) or word.endswith("*")
    return MappingProxyType(found)
