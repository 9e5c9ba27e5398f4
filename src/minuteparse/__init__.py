"""minuteparse: the minutes of a meeting in, one validated record out, each value with the characters that say it."""

import logging
from importlib.metadata import version

from minuteparse.parse import parse, parse_file
from minuteparse.record import Minutes

__all__ = ["Minutes", "__version__", "parse", "parse_file"]
__version__ = version("minuteparse")

logging.getLogger(__name__).addHandler(logging.NullHandler())
