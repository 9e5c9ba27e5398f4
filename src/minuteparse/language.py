"""The trained pipeline: sentences in, the names, roles and bodies it sees in them out. The only importer of spaCy.

spaCy is imported, and the weights are read, when the first sentence asks for them: a document in which the rules leave
nothing open costs neither. What leaves this module are plain spans; spaCy's own objects stay inside.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from importlib import resources
from threading import Lock
from typing import TYPE_CHECKING, Literal, cast

from minuteparse.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language

Label = Literal["PERSON", "ROLE", "BODY"]
DEFAULT = "default"
"""The name of the pipeline that the package carries."""
# What is read at once. Longer texts are read in parts, so that memory stays flat whatever the document's length.
_PART = 40_000
# A longer word is no name; the tokenizer's time may grow with the square of a word's length.
_LONGEST = 60
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the text and what the pipeline takes it for."""

    start: int
    end: int
    label: Label


class Flat:
    """Sentences of a text on a line each, their white space collapsed, and the way back to the text's offsets."""

    def __init__(self, folded: str, sentences: Iterable[tuple[int, int]]) -> None:
        """Lay out `sentences`, spans of `folded` in order."""
        pieces: list[str] = []
        self._here: list[int] = []
        self._there: list[int] = []
        at = 0
        for start, end in sentences:
            for word in _WORD.finditer(folded, start, end):
                self._here.append(at)
                self._there.append(word.start())
                piece = word[0][:_LONGEST]
                pieces += [piece, " "]
                at += len(piece) + 1
            if pieces:
                pieces[-1] = "\n"
        self.text = "".join(pieces)[:-1]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where `self.text[start:end]` stands in the text that the sentences were taken from."""
        return self._back(start), self._back(end - 1) + 1

    def forth(self, offset: int) -> int:
        """Where the character at `offset` of the text, which is not white space, stands in `self.text`."""
        i = bisect_right(self._there, offset) - 1
        return self._here[i] + offset - self._there[i]

    def _back(self, offset: int) -> int:
        i = bisect_right(self._here, offset) - 1
        return self._there[i] + offset - self._here[i]


class Model:
    """A trained pipeline in a folder. Making one reads its version alone; threads may share it."""

    def __init__(self, path: str) -> None:
        """Name the folder that the pipeline lies in."""
        self._path = path
        self._lock = Lock()
        self._pipeline: Language | None = None
        with open(f"{path}/meta.json", encoding="utf-8") as file:
            meta = json.load(file)
        self.version = f"{meta['name']} {meta['version']}"

    def find(self, folded: str, sentences: Iterable[tuple[int, int]]) -> tuple[Found, ...]:
        """What the pipeline sees in `sentences`, spans of `folded` in order; nothing of theirs overlaps."""
        found: list[Found] = []
        for part in _parts(sentences):
            flat = Flat(folded, part)
            if flat.text:
                found += (Found(*flat.back(start, end), label) for start, end, label in self._entities(flat.text))
        return tuple(found)

    def _entities(self, text: str) -> list[tuple[int, int, Label]]:
        with self._lock:  # a pipeline's vocabulary may be written to by one reader at a time
            nlp = self._pipeline = self._pipeline or _load(self._path)
            # What the reading adds to the vocabulary is dropped after it, where spaCy is able to.
            with nlp.memory_zone() if hasattr(nlp, "memory_zone") else nullcontext():
                return [(e.start_char, e.end_char, cast(Label, e.label_)) for e in nlp(text).ents]


def _parts(sentences: Iterable[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    part: list[tuple[int, int]] = []
    size = 0
    for start, end in sentences:
        for low in range(start, end, _PART):  # a sentence may be as long as a hostile text
            high = min(end, low + _PART)
            if part and size + high - low > _PART:
                yield part
                part, size = [], 0
            part.append((low, high))
            size += high - low
    if part:
        yield part


def _load(path: str) -> Language:
    import spacy

    # The tokenizer is the one that comes with English: reading its exceptions a second time takes a tenth of a second.
    return spacy.load(path, exclude=["tokenizer"])


@cache
def open_model(name: str) -> Model:
    """The pipeline called `name`; "default" is the one that the package carries. Raises `InputError` for another."""
    if name != DEFAULT:
        raise InputError(f"no model {name!r}; the models are {DEFAULT!r}, and None for rules alone")
    return Model(str(resources.files("minuteparse").joinpath("data", "ner")))
