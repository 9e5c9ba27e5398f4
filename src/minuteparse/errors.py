"""The errors that callers can meet. Doubt about a text is never an error: it becomes an issue in the record.

MinuteparseError
├── InputError      the input cannot be read: missing, damaged, protected, a scan, no known encoding or kind
├── UsageError      what was asked for cannot be begun: a source that is not there, a dataset that is taken, an extra
│                   that is not installed
├── RunError        a run over many inputs had to stop, the disk being full for one; it can be taken up again
└── RuleError       a rule or word list in `data/` is malformed, or an example of a rule does not hold
"""

from __future__ import annotations


class MinuteparseError(Exception):
    """Base of all errors that minuteparse raises on purpose."""


class InputError(MinuteparseError):
    """An input could not be read. The message names the input, the place and the cure."""


class UsageError(MinuteparseError):
    """A run cannot be begun as asked. The message names what is wrong and the cure; nothing was changed."""


class RunError(MinuteparseError):
    """A run had to stop before its end. The message says why; the same command goes on where it stopped."""


class RuleError(MinuteparseError):
    """A data file of rules is wrong. The message names the file, the rule and what does not hold."""
