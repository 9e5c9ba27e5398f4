"""The kinds of values that a page tells apart: their names, and the words that stand before a mark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mark. `name` stands in class names, `label` is what people read.

    `tag` is printed before the first character of a mark, so that the kind can be told without colour; "" for kinds
    that stand so close together that only the line under them tells which they are.
    """

    name: str
    label: str
    tag: str = ""


KINDS = (
    Kind("header", "Heading facts"),
    Kind("attendance", "Attendance"),
    Kind("item", "Items"),
    Kind("decision", "Decisions", "decision"),
    Kind("action", "Actions", "action"),
    Kind("vote", "Votes", "vote"),
    Kind("declaration", "Declarations", "interest"),
    Kind("person", "People"),
    Kind("date", "Dates"),
    Kind("meeting", "Other meetings", "meeting"),
    Kind("issue", "Issues", "issue"),
    Kind("via", "Leaned on"),
    Kind("other", "Other values"),
)

_OF_FIELD = {
    "header": "header",
    "attendance": "attendance",
    "items": "item",
    "decisions": "decision",
    "actions": "action",
    "votes": "vote",
    "declarations": "declaration",
    "people": "person",
    "dates": "date",
    "previous_minutes": "meeting",
    "next_meeting": "meeting",
    "issues": "issue",
}

_LABELS = {
    "header": "Meeting",
    "previous_minutes": "Previous minutes",
    "next_meeting": "Next meeting",
    "start": "Started",
    "end": "Ended",
    "person": "Name",
    "substitute_for": "In place of",
    "for_names": "For",
    "against_names": "Against",
    "abstain_names": "Abstained",
}
_ONE_OF = {
    "attendance": "Attendee",
    "items": "Item",
    "decisions": "Decision",
    "actions": "Action",
    "votes": "Vote",
    "declarations": "Interest",
    "people": "Person",
    "dates": "Date",
    "previous_minutes": "Minutes of",
    "issues": "Issue",
}


def kind_of(field: str) -> str:
    """The kind of what the record keeps under the key `field`; "other" for a key that is not known yet.

    >>> kind_of("decisions"), kind_of("petitions")
    ('decision', 'other')
    """
    return _OF_FIELD.get(field, "other")


def label_of(field: str, *, one: bool = False) -> str:
    """What a reader calls the record's key `field`, or, of a list, `one` of its entries.

    >>> label_of("votes"), label_of("votes", one=True), label_of("for_names"), label_of("agenda_item")
    ('Votes', 'Vote', 'For', 'Agenda item')
    """
    if one and field in _ONE_OF:
        return _ONE_OF[field]
    return _LABELS.get(field) or field.rstrip("_").replace("_", " ").capitalize()
