"""The values of a record that fall short of a confidence, as issues."""

from __future__ import annotations

from collections.abc import Iterator

from minuteparse.record import Issue, Minutes, Part

_NAMES = {
    "attendance": "attendance", "items": "item", "decisions": "decision", "actions": "action", "votes": "vote",
    "declarations": "declaration", "people": "person", "dates": "date", "for_names": "voter",
    "against_names": "voter", "abstain_names": "voter",
}  # fmt: skip
# An attendee and a declarant are as sure as the entry that names them, which is listed already.
_TOLD = {"person", "member"}


def doubtful(minutes: Minutes, minimum: float) -> list[Issue]:
    """An issue `doubtful` for each value of `minutes` whose confidence is under `minimum` (0 to 1), by place.

    >>> from minuteparse import parse
    >>> minutes = parse("Present: Councillor T Smith")
    >>> [(issue.code, issue.start, issue.end) for issue in doubtful(minutes, 1)]
    [('doubtful', 9, 27)]
    """
    found = [
        Issue(code="doubtful", severity="info", message=_message(name, part, confidence), start=start, end=end)
        for name, part, confidence in _values(minutes, "")
        if confidence < minimum
        for start, end in [_span(part)]
    ]
    return sorted(found, key=lambda issue: (issue.start or 0, issue.end or 0, issue.message))


def with_doubts(minutes: Minutes, minimum: float) -> Minutes:
    """`minutes` with an issue `doubtful` for each value under `minimum`, in order of the text among the others."""
    doubts = doubtful(minutes, minimum)
    if not doubts:
        return minutes
    issues = sorted(
        [*minutes.issues, *doubts], key=lambda issue: (-1 if issue.start is None else issue.start, issue.code)
    )
    return minutes.model_copy(update={"issues": issues})


def _values(part: Part, path: str) -> Iterator[tuple[str, Part, float]]:
    """The weighed parts within `part`, each with the name of its field in words."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for entry in value if isinstance(value, list) else [value]:
            if not isinstance(entry, Part):
                continue
            words = _NAMES.get(name, f"{path} {name}".strip().replace("_", " "))
            confidence = getattr(entry, "confidence", None)
            if isinstance(confidence, float) and name not in _TOLD:
                yield words, entry, confidence
            yield from _values(entry, words)


def _span(part: Part) -> tuple[int, int]:
    """Where the value stands; of an item its heading."""
    start, end = getattr(part, "start", 0), getattr(part, "body_start", getattr(part, "end", 0))
    return int(start), int(end)


def _message(name: str, part: Part, confidence: float) -> str:
    rule = getattr(part, "by", None)
    found = f", found by {rule}," if rule else ""
    return f"The {name} here{found} has a confidence of {confidence:.2f}."
