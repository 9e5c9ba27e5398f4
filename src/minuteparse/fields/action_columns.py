"""Actions of a column beside the text that the page's plain text holds below each paragraph: a task, then its owner.

Such a note begins with an order, has no full stop, and ends with a line that names who acts and nothing else.
"""

from __future__ import annotations

import re

from minuteparse.fields.clauses import Passage, trim
from minuteparse.fields.found_action import FoundAction, order
from minuteparse.fields.owners import owners_only

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Fr|Revd?|Prof|C(?:ll|oun)?r|Councillor)"
_ACTOR = (
    rf"(?:[A-Z]{{2,4}}|{_TITLE}\.?[ ](?:[A-Z]\.?[ ])?[A-Z][\w'-]{{1,24}}"
    r"|(?:[A-Z][a-z]{1,20}[ ]){0,2}"
    r"(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Head(?:teacher)?|Principal|Manager|Officer))"
)
# A line of names alone, below one that has no full stop.
_NAMES = re.compile(rf"(?<=[\w)])[ \t]*\n[ \t]*(?P<names>{_ACTOR}(?:\s?[,/&]\s?{_ACTOR}){{0,3}})[ \t]*(?=\n|\Z)")
_LINES, _WIDEST = 3, 70
_ENDED = re.compile(r"(?:^|[.:;!?)]|\n)[ \t]*\n?\Z")


def column_actions(words: Passage) -> list[FoundAction]:
    """The tasks that stand between a paragraph and a line of their owners.

    >>> from minuteparse.sentences import split
    >>> text = "The forms are late.\\nSend reminder by\\n4 May\\nClerk\\nThe accounts were noted."
    >>> [(text[a.start : a.end], a.owners) for a in column_actions(Passage(text, 0, split(text)))]
    [('Send reminder by\\n4 May', ('Clerk',))]
    """
    found = []
    for names in _NAMES.finditer(words.text):
        start = _begin(words.text, names.start())
        owners = owners_only(names["names"])
        if start is not None and owners:
            found.append(FoundAction(*trim(words.text, start, names.start()), tuple(owners), "actions.column"))
    return found


def _begin(text: str, end: int) -> int | None:
    """Where the note that ends at `end` begins: at the nearest line that is an order, after a paragraph's end."""
    at = end
    for _ in range(_LINES):
        begin = text.rfind("\n", 0, at) + 1
        line = text[begin:at]
        if not line.strip() or len(line) > _WIDEST:
            return None
        indent = len(line) - len(line.lstrip())
        if (
            line[indent].isupper()
            and order().match(text, begin + indent)
            and _ENDED.search(text[max(0, begin - 3) : begin])
        ):
            return begin + indent
        at = begin - 1
        if at < 0 or text[at - 1 : at] in ".:;":
            return None
    return None
