"""The laws that every record keeps, whatever it found: spans re-slice, items partition the text."""

from __future__ import annotations

from collections.abc import Iterator

from minuteparse.record import Action, Decision, Declaration, ItemPerson, Mention, Minutes, Part, Vote
from minuteparse.text import collapse


def broken_laws(minutes: Minutes, text: str) -> list[str]:
    """What in the record of `text` breaks a law, one line each; empty if all is well."""
    return [*_spans(minutes, text, "record"), *_partition(minutes, text)]


def _spans(part: Part, text: str, path: str) -> Iterator[str]:
    """Every `start:end` lies in the text, and where a `text` goes with it, the text says those very words."""
    start, end = getattr(part, "start", None), getattr(part, "end", None)
    if isinstance(start, int) and isinstance(end, int):
        if not 0 <= start <= end <= len(text):
            yield f"{path}: {start}:{end} is no span of a text of {len(text)} characters"
        else:
            said = getattr(part, "text", None)
            if said is not None and collapse(text[start:end]) != said:
                yield f"{path}: the text has {collapse(text[start:end])!r} at {start}:{end}, not {said!r}"
            if said == "":
                yield f"{path}: an empty text at {start}:{end}"
    for low, high in getattr(part, "via", None) or ():
        if not 0 <= low < high <= len(text):
            yield f"{path}: via {low}:{high} is no span of the text"
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from _spans(value, text, f"{path}.{name}")
        elif isinstance(value, list):
            for i, entry in enumerate(value):
                if isinstance(entry, Part):
                    yield from _spans(entry, text, f"{path}.{name}[{i}]")


def _partition(minutes: Minutes, text: str) -> Iterator[str]:
    """Items follow each other without gap or overlap, so that with the text around them they give it all back."""
    for i, item in enumerate(minutes.items):
        where = f"record.items[{i}]"
        if not item.start <= item.body_start <= item.end:
            yield f"{where}: the body begins at {item.body_start}, outside {item.start}:{item.end}"
        if i and item.start != minutes.items[i - 1].end:
            yield f"{where}: begins at {item.start}, but the item before it ends at {minutes.items[i - 1].end}"
        findings: list[Decision | Action | Vote | Declaration | ItemPerson | Mention] = [
            *item.decisions, *item.actions, *item.votes, *item.declarations, *item.people, *item.dates,
        ]  # fmt: skip
        for part in findings:
            if not item.start <= part.start <= part.end <= item.end:
                yield f"{where}: {type(part).__name__} at {part.start}:{part.end} lies outside {item.start}:{item.end}"
