"""Signs to a confidence: what each sign weighs, from `data/confidence.json`, which `make confidence` fits.

A weight is a whole number of hundredths of log odds, so that the same signs give the same confidence on any machine.
A sign that the table does not know weighs nothing: the rest of the evidence decides.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from minuteparse.confidence.signs import SIGNS, Signs
from minuteparse.errors import RuleError

_FILE = "confidence.json"
_UNDER_BAR = 89


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights of one field: what is so without any sign, a table for each sign, and the bar.

    Under the bar a value says 0.89 at most: that much evidence has not been right in 95 of 100.
    """

    start: int
    bar: int
    tables: tuple[dict[str, int], ...]

    def confidence(self, signs: Signs) -> float:
        """The confidence of a value with `signs`, from 0 to 0.99 in hundredths, rounded down."""
        total = self.start
        for table, sign in zip(self.tables, signs, strict=True):
            total += table.get(sign, 0)
        hundredths = bisect_right(_steps(), total)
        return (hundredths if total >= self.bar else min(hundredths, _UNDER_BAR)) / 100


@lru_cache(maxsize=8192)
def confidence(field: str, signs: Signs) -> float:
    """The confidence of a value of `field` with `signs`: values that look alike are weighed once."""
    return scales()[field].confidence(signs)


@cache
def _steps() -> tuple[int, ...]:
    """The log odds, in hundredths, from which a confidence is 0.01, 0.02 and so on to 0.99."""
    return tuple(math.ceil(100 * math.log(k / (100 - k)) - 1e-9) for k in range(1, 100))


@cache
def scales() -> dict[str, Scale]:
    """The scale of each field. Raises `RuleError` if the file of weights does not fit the signs."""
    text = resources.files("minuteparse").joinpath("data", _FILE).read_text(encoding="utf-8")
    return read_scales(text)


def read_scales(text: str) -> dict[str, Scale]:
    """The scales in the JSON `text`. Raises `RuleError` that names the field at fault."""
    try:
        fields = json.loads(text)["fields"]
    except (ValueError, KeyError, TypeError) as error:
        raise RuleError(f"data/{_FILE}: JSON with 'fields' is expected; run `make confidence` ({error!r})") from error
    return {field: _scale(field, names, fields.get(field)) for field, names in SIGNS.items()}


def _scale(field: str, names: tuple[str, ...], row: object) -> Scale:
    where = f"data/{_FILE}, field {field!r}"
    if not isinstance(row, dict) or [type(row.get(key)) for key in ("start", "bar", "signs")] != [int, int, dict]:
        raise RuleError(f"{where}: numbers 'start' and 'bar' and a table 'signs' are expected; run `make confidence`")
    signs = row["signs"]
    if unknown := sorted(set(signs) - set(names)):
        raise RuleError(f"{where}: no sign is called {', '.join(unknown)}; run `make confidence`")
    tables = tuple({str(k): int(v) for k, v in signs.get(name, {}).items()} for name in names)
    return Scale(row["start"], row["bar"], tables)
