"""Every path of the record at which a value may stand, read off the models that define it.

A path is made of keys as the record prints them; `[]` stands for any place in a list: `items[].votes[].mover.name`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from minuteparse.record import Minutes


@cache
def leaves() -> tuple[str, ...]:
    """The path of every single value, in the record's order.

    A pair of offsets, and a box on a page, are one value. What can have no other value says nothing and is left out.

    >>> leaves()[:3]
    ('engine.version', 'engine.model', 'source.name')
    """
    return tuple(_below("", Minutes))


def _below(path: str, kind: Any) -> Iterator[str]:
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _below(path, get_args(kind)[0])
    elif origin in (Union, UnionType):
        (said,) = (one for one in get_args(kind) if one is not type(None))
        yield from _below(path, said)
    elif origin is list:
        yield from _below(f"{path}[]", get_args(kind)[0])
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            yield from _below(f"{path}.{field.alias or name}".lstrip("."), field.annotation)
    elif origin is not Literal or len(get_args(kind)) > 1:
        yield path


@cache
def _known() -> frozenset[str]:
    return frozenset(leaves())


def said(plain: dict[str, Any]) -> Counter[str]:
    """How many values `plain`, a record as data for JSON, has at each path: no nulls, no empty text, no empty lists.

    >>> said({"source": {"name": "a.txt", "encoding": ""}})
    Counter({'source.name': 1})
    """
    found: Counter[str] = Counter()
    _count(plain, "", found)
    return found


def _count(plain: Any, path: str, found: Counter[str]) -> None:
    if plain is None or plain in ("", []):
        return
    if path in _known():
        found[path] += 1
    elif isinstance(plain, dict):
        for key, value in plain.items():
            _count(value, f"{path}.{key}" if path else key, found)
    elif isinstance(plain, list):
        for value in plain:
            _count(value, f"{path}[]", found)
