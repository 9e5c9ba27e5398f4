"""The errors that callers can meet. Doubt about a text is never an error: it becomes an issue in the record.

MinuteparseError
├── InputError      the input cannot be read: missing, damaged, protected, a scan, no known encoding or kind
└── RuleError       a rule or word list in `data/` is malformed, or an example of a rule does not hold
"""

from __future__ import annotations


class MinuteparseError(Exception):
    """Base of all errors that minuteparse raises on purpose."""


class InputError(MinuteparseError):
    """An input could not be read. The message names the input, the place and the cure."""


class RuleError(MinuteparseError):
    """A data file of rules is wrong. The message names the file, the rule and what does not hold."""
