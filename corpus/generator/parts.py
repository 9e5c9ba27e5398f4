"""The three parts of the synthetic corpus, and how words and frames are shared out among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar
from zlib import crc32

PARTS = ("train", "dev", "test")
T = TypeVar("T")


@cache
def part_of(word: str) -> str:
    """A name belongs to one part by its own letters, so that no list can bring it into two."""
    share = crc32(word.casefold().encode()) % 20
    return "train" if share < 13 else "dev" if share < 16 else "test"


def names_of(words: str, part: str) -> tuple[str, ...]:
    """The words of a list that belong to a part; a word of several tokens counts by its last."""
    return tuple(w for w in words.split() if part_of(w.replace("_", " ").split()[-1]) == part)


def frames_of(frames: Sequence[T], part: str) -> tuple[T, ...]:
    """The frames of a list that belong to a part: three in five for training, one each for the others."""
    where = {"train": (0, 1, 2), "dev": (3,), "test": (4,)}[part]
    return tuple(f for i, f in enumerate(frames) if i % 5 in where)
