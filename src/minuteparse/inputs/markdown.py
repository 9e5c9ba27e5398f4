"""Markdown: its marks are blanked in the twin that rules read; the text and its offsets stay."""

from __future__ import annotations

import re
from dataclasses import replace

from minuteparse.text import Source

_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_FEWEST = 2
_MARKS = re.compile(
    r"""
      ^[ ]{0,3}\#{1,6}(?=[ ])            # before a heading
    | (?<=\S)[ ]+\#+[ ]*$                # after one
    | ^[ \t]*+(?:\|[ ]*+)?:?-{3,}:?[ ]*+(?:\|[ ]*+:?-{3,}:?[ ]*+)*+\|?[ \t]*$   # below a table's head, or a rule
    | ^[ ]{0,3}\|(?=.*\|[ \t]*$)         # around a row
    | \|[ \t]*$
    | ^[ ]{0,3}(?:>[ ]?)+                # quoted
    | ^[ ]{0,3}(?:`{3,}|~{3,}).*$        # fences
    | \*{2,3}|_{2,3}(?=\w)|(?<=[\w.:;,!?)])_{2,3}   # bold
    | (?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]) # italic
    | (?<!\w)_(?=\w)|(?<=[\w.])_(?!\w)
    | \\(?=[-.*_()\[\]\#+!|>])           # escapes
    | !?\[(?=[^\]\n]{1,200}\]\([^)\s]{1,500}\)) | (?<=[^\]\n])\]\([^)\s]{1,500}\)   # links
    | <br\s*/?>
    """,
    re.MULTILINE | re.VERBOSE,
)


def is_markdown(text: str) -> bool:
    """True if the text has headings as Markdown marks them.

    >>> is_markdown("# Minutes\\n\\n## 1. Apologies"), is_markdown("1. Apologies\\n#2 noted")
    (True, False)
    """
    return text.count("#") >= _FEWEST and len(_HEADING.findall(text)) >= _FEWEST


def read_markdown(source: Source) -> Source:
    """`source` with its marks blanked in the folded twin, one for one.

    >>> from minuteparse.text import from_text
    >>> read_markdown(from_text("## 1. **Apologies**")).folded
    '   1.   Apologies  '
    """
    folded = _MARKS.sub(lambda m: " " * len(m[0]), source.folded)
    return replace(source, folded=folded, media_type="text/markdown")
