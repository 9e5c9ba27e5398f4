"""The metadata of a document in Akoma Ntoso: what it is, the votes counted in it, whom and what it refers to."""

from __future__ import annotations

from minuteparse.export.akn_found import Found, eid
from minuteparse.export.akn_text import Attributes, Writer
from minuteparse.export.entry import Entry
from minuteparse.export.motions import counts
from minuteparse.export.origin import address, day

_AGENT = "#minuteparse"
_UNKNOWN_DAY = "0001-01-01"


def write_meta(xml: Writer, entry: Entry, found: Found) -> None:
    """Write the element `meta` of `entry`; `found` has what it refers to."""
    engine = entry.record.engine
    model = f", model {engine.model}" if engine.model else ""
    found.refer("Organization", "minuteparse", f"{engine.name} {engine.version}{model}")
    author = f"#{eid(found.actors.body)}" if found.actors.body else found.refer("Organization", "unknown", "not stated")
    xml.start("meta")
    xml.line()
    _write_identification(xml, entry, found, author)
    _write_votes(xml, entry, found)
    xml.start("references", {"source": _AGENT})
    xml.line()
    for tag, attributes in found.references.values():
        xml.empty(tag, attributes)
    xml.end("references")
    xml.end("meta")
    xml.line()


def _write_identification(xml: Writer, entry: Entry, found: Found, author: str) -> None:
    header = entry.record.header.date
    known = day(header.value) if header else None
    dated = {"date": known or _UNKNOWN_DAY, "name": "meeting" if known else "unknown"}
    work = f"/akn/xx/debate/minutes/{dated['date']}/{entry.id}"
    aliases = {"document": address(entry), "input": entry.name}
    levels: dict[str, tuple[str, str, str, list[tuple[str, Attributes]]]] = {
        "Work": (work, f"{work}/!main", author, [("FRBRcountry", {"value": "xx"})]),
        "Expression": (f"{work}/eng@", f"{work}/eng@/!main", author, [("FRBRlanguage", {"language": "eng"})]),
        "Manifestation": (f"{work}/eng@.xml", f"{work}/eng@/!main.xml", _AGENT, [("FRBRformat", {"value": "xml"})]),
    }
    xml.start("identification", {"source": _AGENT})
    xml.line()
    for level, (uri, this, by, more) in levels.items():
        xml.start(f"FRBR{level}")
        xml.line()
        xml.empty("FRBRthis", {"value": this})
        xml.empty("FRBRuri", {"value": uri})
        for name, value in aliases.items() if level == "Work" else ():
            xml.empty("FRBRalias", {"value": value, "name": name})
        xml.empty("FRBRdate", dated)
        xml.empty("FRBRauthor", {"href": by})
        for tag, attributes in more:
            xml.empty(tag, attributes)
        xml.end(f"FRBR{level}")
        xml.line()
    xml.end("identification")
    xml.line()


def _write_votes(xml: Writer, entry: Entry, found: Found) -> None:
    """The votes of which the text states a number; a voting without one is not valid."""
    votes = [
        (eid(f"items/{i}/votes/{j}"), vote)
        for i, item in enumerate(entry.record.items)
        for j, vote in enumerate(item.votes)
        if counts(vote)
    ]
    if not votes:
        return
    xml.start("analysis", {"source": _AGENT})
    xml.start("parliamentary")
    xml.line()
    for own, vote in votes:
        outcome = {"outcome": found.refer("Concept", vote.result, vote.result)} if vote.result else {}
        xml.start("voting", {"eId": f"voting_{own}", **outcome, "refersTo": f"#{own}"})
        for option, count in counts(vote).items():
            choice = found.refer("Concept", option, option)
            xml.start("count", {"eId": f"voting_{own}_{option}", "value": str(count), "refersTo": choice})
            xml.end("count")
        xml.end("voting")
        xml.line()
    xml.end("parliamentary")
    xml.end("analysis")
    xml.line()
