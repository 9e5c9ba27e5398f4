"""A record as rows of the tables. Every id is the path of a value in its record, after the id of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

Json = dict[str, Any]
Row = tuple[str, Json]
"""The name of a table, and a row of it by column."""

_SIDES = (("for_names", "for"), ("against_names", "against"), ("abstain_names", "abstain"))


def rows(meeting: str, path: str, record: Json, text: str) -> Iterator[Row]:
    """The rows of all tables, save the manifest, that the record of `text` gives; `record` is plain data.

    `meeting` is its id, `path` the input that the manifest names.
    """
    items = record["items"]
    yield "meetings", _meeting(meeting, path, record, text)
    for i, entry in enumerate(record["attendance"]):
        yield "attendance", _attendance(f"{meeting}/attendance/{i}", meeting, entry)
    for i, item in enumerate(items):
        yield from _item(f"{meeting}/items/{i}", meeting, i, item, text)
    for i, mention in enumerate(record["previous_minutes"]):
        yield "dates", _date(f"{meeting}/previous_minutes/{i}", meeting, None, "previous_minutes", mention)
    if record["next_meeting"]:
        yield "dates", _date(f"{meeting}/next_meeting", meeting, None, "next_meeting", record["next_meeting"])
    for i, issue in enumerate(record["issues"]):
        kept = _take(issue, "code", "severity", "message", "start", "end")
        yield "issues", {"issue_id": f"{meeting}/issues/{i}", "meeting_id": meeting, **kept}


def _take(part: Json, *names: str) -> Json:
    return {name: part[name] for name in names}


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _via(part: Json) -> list[Json]:
    return [{"start": start, "end": end} for start, end in part["via"]]


def _person(person: Json) -> Json:
    return _take(person, "name", "honorifics", "given", "family", "suffixes")


def _printed(person: Json) -> Json:
    return {"name_text": person["text"], "name_start": person["start"], "name_end": person["end"]}


def _meeting(meeting: str, path: str, record: Json, text: str) -> Json:
    items, source = record["items"], record["source"]
    row = {"meeting_id": meeting, "path": path, **_take(source, "sha256", "media_type", "encoding", "length")}
    names = {"organisation": "organisation", "body": "body", "date": "date", "start": "began", "end": "ended"}
    for field, column in {**names, "venue": "venue"}.items():
        mention = record["header"][field] or dict.fromkeys(("value", "start", "end", "confidence"))
        value = _day(mention["value"]) if field == "date" else mention["value"]
        row |= {column: value, f"{column}_start": mention["start"], f"{column}_end": mention["end"]}
        row[f"{column}_confidence"] = mention["confidence"]
    first, last = (items[0]["start"], items[-1]["end"]) if items else (len(text), len(text))
    return row | {"head_text": text[:first], "tail_text": text[last:]}


def _attendance(own: str, meeting: str, entry: Json) -> Json:
    kept = _take(entry, "status", "role", "party", "organisation", "mode", "note", "start", "end", "by", "confidence")
    instead = entry["substitute_for"]
    person = _person(entry["person"]) | _printed(entry["person"])
    named = {"substitute_for": instead["name"] if instead else None}
    return {"attendance_id": own, "meeting_id": meeting, **person, **kept, **named}


def _item(own: str, meeting: str, position: int, item: Json, text: str) -> Iterator[Row]:
    kept = _take(item, "number", "title", "kind", "level", "start", "end", "body_start", "by", "confidence")
    ids = {"meeting_id": meeting, "item_id": own}
    yield "items", {**ids, "position": position, **kept, "text": text[item["start"] : item["end"]]}
    for i, found in enumerate(item["decisions"]):
        kept = _take(found, "kind", "text", "start", "end", "by", "confidence")
        yield "decisions", {"decision_id": f"{own}/decisions/{i}", **ids, **kept}
    for i, found in enumerate(item["actions"]):
        kept = _take(found, "text", "owners", "due_text", "basis", "start", "end", "by", "confidence")
        more = {"due": _day(found["due"]), "via": _via(found)}
        yield "actions", {"action_id": f"{own}/actions/{i}", **ids, **kept, **more}
    for i, found in enumerate(item["votes"]):
        yield from _vote(f"{own}/votes/{i}", ids, found)
    for i, found in enumerate(item["declarations"]):
        kept = _take(found, "interest", "agenda_item", "nature", "start", "end", "by", "confidence")
        member = _person(found["member"]) | _printed(found["member"])
        yield "declarations", {"declaration_id": f"{own}/declarations/{i}", **ids, **member, **kept}
    for i, found in enumerate(item["people"]):
        attendee = found["attendee"]
        entry = None if attendee is None else f"{meeting}/attendance/{attendee}"
        kept = _person(found) | _take(found, "role", "organisation", "text", "start", "end", "by", "confidence")
        yield "people", {"person_id": f"{own}/people/{i}", **ids, **kept, "attendance_id": entry}
    for i, found in enumerate(item["dates"]):
        yield "dates", _date(f"{own}/dates/{i}", meeting, own, "item", found)


def _vote(own: str, ids: Json, vote: Json) -> Iterator[Row]:
    counts = {"votes_for": vote["for"], "votes_against": vote["against"], "votes_abstain": vote["abstain"]}
    named = {side: vote[side]["name"] if vote[side] else None for side in ("mover", "seconder")}
    yield (
        "votes",
        {"vote_id": own, **ids, **counts, **named, **_take(vote, "result", "start", "end", "by", "confidence")},
    )
    people = [(side, side, vote[side]) for side in ("mover", "seconder") if vote[side]]
    people += [(f"{key}/{i}", side, person) for key, side in _SIDES for i, person in enumerate(vote[key])]
    for place, side, person in people:
        kept = _person(person) | _take(person, "text", "start", "end", "confidence")
        row = {"vote_name_id": f"{own}/{place}", "meeting_id": ids["meeting_id"], "vote_id": own, "side": side}
        yield "vote_names", {**row, **kept}


def _date(own: str, meeting: str, item: str | None, role: str, mention: Json) -> Json:
    ids = {"date_id": own, "meeting_id": meeting, "item_id": item, "role": role}
    return {**ids, "date": _day(mention["value"]), "via": _via(mention), **_take(
        mention, "basis", "text", "start", "end", "by", "confidence"
    )}  # fmt: skip
