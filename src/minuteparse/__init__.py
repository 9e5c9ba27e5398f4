"""minuteparse: the minutes of a meeting in, one validated record out, each value with the characters that say it."""

from __future__ import annotations

import logging
from importlib.metadata import version
from typing import TYPE_CHECKING

from minuteparse.parse import parse, parse_file
from minuteparse.record import Minutes

if TYPE_CHECKING:
    import os

    from minuteparse.dataset import Dataset

__all__ = ["Minutes", "__version__", "load_dataset", "parse", "parse_file"]
__version__ = version("minuteparse")

logging.getLogger(__name__).addHandler(logging.NullHandler())


def load_dataset(path: str | os.PathLike[str]) -> Dataset:
    """The dataset that `minuteparse ingest` made in the folder `path`, for pandas, Polars and PyArrow.

    `load_dataset("dataset").pandas("meetings")` is a data frame; `.records()` gives the records one at a time. Raises
    `errors.UsageError` if `path` is no finished dataset, or the extra `archive` is not installed.
    """
    from minuteparse.dataset import load_dataset as load

    return load(path)
