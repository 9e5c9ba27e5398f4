"""The component of spaCy pipelines: `nlp.add_pipe("minuteparse")` gives `doc._.minutes` and groups of spans.

spaCy finds it by its entry point, so nothing has to be imported, save where documents are read back without a pipeline.
It needs no other component: `spacy.blank("en")` will do.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("minuteparse", config={"model": None})
    >>> doc = nlp("Present: Councillor T Smith\\n\\n1. PLOTS\\n\\nRESOLVED: That plot 4 be let.\\n")
    >>> doc._.minutes.attendance[0].person.name
    'T Smith'
    >>> [(span.text, span.label_) for span in doc.spans["minuteparse.decisions"]]
    [('That plot 4 be let', 'resolved')]

What survives: `Doc.to_bytes` and `DocBin(store_user_data=True)` keep the record and the groups, a plain `DocBin` the
groups alone. The pipeline itself is its configuration: `nlp.to_disk` keeps that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from minuteparse.language import DEFAULT
from minuteparse.parse import parse
from minuteparse.record import Minutes

Alignment = Literal["strict", "contract", "expand"]
GROUPS = (
    *("header", "attendance", "items", "decisions", "actions", "votes", "declarations", "people", "dates"),
    *("meetings", "issues"),
)
"""The groups of spans by name; in a document each begins with the component's `prefix`, "minuteparse.items" say."""
_KEY = "minuteparse"
_MOST = 64

Found = tuple[str, str, str, int, int]
"""Group, label, path in the record, and offsets of one span."""


@Language.factory(
    "minuteparse",
    assigns=["doc._.minutes", "doc.spans"],
    default_config={"model": DEFAULT, "alignment_mode": "expand", "prefix": "minuteparse"},
)
def make_component(
    nlp: Language, name: str, model: str | None, alignment_mode: Alignment, prefix: str
) -> MinutesComponent:
    """The component, as the configuration of a pipeline asks for it.

    `model` is as in `minuteparse.parse`: `None` for rules alone. `alignment_mode` says what becomes of a value that
    begins or ends inside a token: `expand` takes the whole token in, `contract` leaves it out, `strict` makes no span.
    White space at either end may belong to no token, and is left out then.
    `prefix` begins the names of the groups.
    """
    return MinutesComponent(model, alignment_mode, prefix)


class MinutesComponent:
    """Parses the text of each document; it has no state besides its configuration."""

    def __init__(self, model: str | None, alignment_mode: Alignment, prefix: str) -> None:
        """As in `make_component`."""
        self.model = model
        self.alignment_mode = alignment_mode
        self.prefix = prefix

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its record and its groups; the record's offsets count the characters of `doc.text`.

        Each group's `attrs` say more of its spans, in their order: `paths` in the record and `offsets`, which the token
        boundaries do not change. `unaligned` has the paths of values that no span could be made for.
        """
        minutes = parse(doc.text, model=self.model)
        doc.user_data[_KEY] = minutes.model_dump_json(by_alias=True)
        found = list(_found(minutes))
        for group in GROUPS:
            self._fill(doc, group, [one for one in found if one[0] == group])
        return doc

    def _fill(self, doc: Doc, group: str, found: list[Found]) -> None:
        spans: list[Span] = []
        kept: list[Found] = []
        unaligned: list[str] = []
        for one in found:
            _, label, path, start, end = one
            span = doc.char_span(start, end, label=label, alignment_mode=self.alignment_mode) if start < end else None
            if span is None or len(span) == 0:
                unaligned.append(path)
            else:
                spans.append(span)
                kept.append(one)
        attrs: dict[str, Any] = {"paths": [one[2] for one in kept], "offsets": [[one[3], one[4]] for one in kept]}
        name = f"{self.prefix}.{group}"
        doc.spans[name] = SpanGroup(doc, name=name, spans=spans, attrs=attrs | {"unaligned": unaligned})


def _found(minutes: Minutes) -> Iterator[Found]:
    for key, mention in minutes.header:
        if mention:
            yield "header", key, f"header.{key}", mention.start, mention.end
    for i, entry in enumerate(minutes.attendance):
        yield "attendance", entry.status, f"attendance[{i}]", entry.start, entry.end
    for i, item in enumerate(minutes.items):
        path = f"items[{i}]"
        yield "items", item.kind, path, item.start, item.end
        labelled: tuple[tuple[str, list[Any], Any], ...] = (
            ("decisions", item.decisions, lambda part: part.kind),
            ("actions", item.actions, lambda part: "action"),
            ("votes", item.votes, lambda part: part.result or "vote"),
            ("declarations", item.declarations, lambda part: part.interest or "declaration"),
            ("people", item.people, lambda part: "person"),
            ("dates", item.dates, lambda part: "date"),
        )
        for group, parts, label in labelled:
            for k, part in enumerate(parts):
                yield group, label(part), f"{path}.{group}[{k}]", part.start, part.end
    for i, mention in enumerate(minutes.previous_minutes):
        yield "meetings", "previous_minutes", f"previous_minutes[{i}]", mention.start, mention.end
    if minutes.next_meeting:
        yield "meetings", "next_meeting", "next_meeting", minutes.next_meeting.start, minutes.next_meeting.end
    for i, issue in enumerate(minutes.issues):
        if issue.start is not None and issue.end is not None:
            yield "issues", issue.code, f"issues[{i}]", issue.start, issue.end


def _minutes(doc: Doc) -> Minutes | None:
    """The record of `doc`, `None` if it has not been through the component."""
    kept = doc.user_data.get(_KEY)
    return None if kept is None else _record(kept)


@lru_cache(maxsize=_MOST)
def _record(kept: str) -> Minutes:
    return Minutes.model_validate_json(kept)


# What spaCy keeps of a document is bytes, text and numbers: the record is kept as JSON, and read when it is asked for.
Doc.set_extension("minutes", getter=_minutes)
