"""Where a title in title case ends if neither sign nor line break ends it: `Play Area Report Work has been done`."""

from __future__ import annotations

import re

from minuteparse.rules import rule

_TOKEN = re.compile(r"\S+")
_CAPITAL = re.compile(r"[(\"']?[A-Z][\w'/&-]*")
_JOINER = re.compile(r"(?:of|and|the|for|to|in|on|at|by|with|from|&|/|-)$")
_LONGEST = 100
_SENTENCE = 160


def title_run(rest: str) -> tuple[int, int] | None:
    """End of the title that folded `rest` begins with and start of the sentence right after it, or `None`.

    Of the words in title case the last one begins the sentence; at least two must be left.

    >>> title_run("Risk Assessment Update Work has been done on the gate.")
    (22, 23)
    >>> title_run("Work has been done on the gate.")
    """
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(rest, 0, _LONGEST):
        if not (_CAPITAL.fullmatch(token[0]) or _JOINER.match(token[0])):
            break
        run.append(token)
    while run and _JOINER.match(run[-1][0]):
        run.pop()
    if not run or not rest[run[-1].end() :].lstrip()[:1].islower():
        return None
    start = run.pop().start()
    while run and _JOINER.match(run[-1][0]):
        while run and _JOINER.match(run[-1][0]):
            run.pop()
        start = run.pop().start() if run else start
    if sum(bool(_CAPITAL.fullmatch(t[0])) for t in run) < 2:
        return None
    if not rule("outline", "sentence").pattern.search(rest, start, start + _SENTENCE):
        return None
    return run[-1].end(), start
