"""Lines to an outline."""

from __future__ import annotations

import re

from minuteparse.lines import Line
from minuteparse.outline.model import Block, Outline
from minuteparse.text import Source

_HEAD = re.compile(r"(\d{1,4}(?:[./]\d{1,4})?)[.)]?[ \t]+([A-Z][^\n]{2,100})$")


def build_outline(source: Source, lines: tuple[Line, ...]) -> Outline:
    """The outline of `source`."""
    heads = [(line, m) for line in lines if (m := _HEAD.match(line.text)) and (line.capitals or len(line.text) < 60)]
    blocks = []
    for i, (line, m) in enumerate(heads):
        end = heads[i + 1][0].begin if i + 1 < len(heads) else len(source.text)
        blocks.append(
            Block(m[1], source.quote(line.start + m.start(2), line.end), line.start + m.start(2), line.end, "other", 1, line.begin, line.stop, line.stop, end, "outline.numbered")
        )
    first = blocks[0].start if blocks else len(source.text)
    return Outline(first, tuple(blocks), blocks[-1].end if blocks else first)
