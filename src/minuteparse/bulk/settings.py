"""What was asked for: all that the finished dataset depends on besides its inputs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from minuteparse.bulk.outcome import Engine
from minuteparse.inputs.ocr import tesseract_version
from minuteparse.language import DEFAULT, open_model

SHARD_INPUTS = 1024
SHARD_BYTES = 32 << 20
MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """The sources as named, how they are read, what parses them, and how large a shard grows."""

    sources: tuple[str, ...]
    column: str = "text"
    max_bytes: int = MAX_BYTES
    shard_inputs: int = SHARD_INPUTS
    shard_bytes: int = SHARD_BYTES
    model: str | None = DEFAULT
    ocr: bool = False

    def engine(self) -> Engine:
        """The versions of minuteparse and of the model that is asked."""
        return Engine(version("minuteparse"), open_model(self.model).version if self.model else None)

    def plain(self) -> dict[str, Any]:
        """As plain data, with the versions of what writes the files; `ocr` is that of Tesseract, or `None`.

        Raises `InputError` if pictures are to be read and Tesseract is not there.
        """
        reads = tesseract_version() if self.ocr else None
        asked = asdict(self) | {"sources": sorted(set(self.sources)), "ocr": reads}
        return asked | {"engine": asdict(self.engine()), "pyarrow": version("pyarrow")}


def differences(one: dict[str, Any], other: dict[str, Any]) -> str:
    """What `other` has otherwise than `one`, in words; empty if nothing.

    >>> differences({"column": "text", "model": None}, {"column": "body", "model": None})
    'column is "text" there and "body" here'
    """
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    return "; ".join(f"{n} is {json.dumps(one.get(n))} there and {json.dumps(other.get(n))} here" for n in names)
