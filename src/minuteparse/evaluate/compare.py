"""Answers found against answers given, field by field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from minuteparse.evaluate.answers import Answers, Heading
from minuteparse.evaluate.likeness import name_key, plain, without_article
from minuteparse.evaluate.tally import Tally


@dataclass(frozen=True)
class _Pair:
    """The answers given and found for the document `where`, and the tally that counts them."""

    gold: Answers
    found: Answers
    tally: Tally
    where: str

    def equal(self, name: str, of: Callable[[Answers], Sequence[Hashable]]) -> None:
        self.tally.equal(name, of(self.gold), of(self.found), self.where)

    def alike(self, name: str, of: Callable[[Answers], Sequence[tuple[str, str]]]) -> list[tuple[int, int]]:
        return self.tally.alike(name, of(self.gold), of(self.found), self.where)

    def one(self, name: str, gold: Hashable | None, found: Hashable | None) -> None:
        self.tally.one(name, gold, found, self.where)


def compare(gold: Answers, found: Answers, tally: Tally, where: str) -> None:
    """Count into `tally` what `found` has right, extra and missing of `gold`; `where` names the document."""
    pair = _Pair(gold, found, tally, where)
    _header(pair)
    _attendance(pair)
    _items(pair)
    pair.equal("previous_minutes", lambda a: a.previous_minutes)
    pair.one("next_meeting", gold.next_meeting, found.next_meeting)
    _decisions(pair)
    _actions(pair)
    _votes(pair)
    pair.equal("declaration", lambda a: [(name_key(name), interest) for name, interest in a.declarations])
    _mentions(pair)


def _header(pair: _Pair) -> None:
    for key in ("organisation", "body", "venue"):
        gold, found = (_row(without_article(a.header.get(key))) for a in (pair.gold, pair.found))
        pair.tally.alike(f"header.{key}", gold, found, pair.where)
    for key, length in (("date", 10), ("start", 5), ("end", 5)):
        value = pair.found.header.get(key)
        pair.one(f"header.{key}", pair.gold.header.get(key), value[:length] if value else None)


def _row(text: str) -> list[tuple[str, str]]:
    return [("", text)] if text else []


def _attendance(pair: _Pair) -> None:
    pair.equal("attendance", lambda a: [(name_key(p.name), p.status) for p in a.attendance])
    pair.alike(
        "attendance.role", lambda a: [(name_key(p.name), without_article(p.role)) for p in a.attendance if p.role]
    )
    pair.alike("attendance.party", lambda a: [(name_key(p.name), plain(p.party)) for p in a.attendance if p.party])
    pair.alike(
        "attendance.substitute_for",
        lambda a: [(name_key(p.name), name_key(p.substitute_for)) for p in a.attendance if p.substitute_for],
    )


def _items(pair: _Pair) -> None:
    # A record may hold text before any heading in an item without number and title: that is no finding.
    gold, found = pair.gold.items, tuple(i for i in pair.found.items if i.number or i.title)
    rows, found_rows = [_heading_row(i) for i in gold], [_heading_row(i) for i in found]
    kinds: tuple[list[Hashable], list[Hashable]] = [], []
    bounds: tuple[list[Hashable], list[Hashable]] = [], []
    for i, j in pair.tally.alike("item", rows, found_rows, pair.where):
        tag = (i, rows[i][0])
        if gold[i].kind:
            kinds[0].append((tag, gold[i].kind))
            kinds[1].append((tag, found[j].kind))
        if gold[i].first and gold[i].last:
            body = plain(found[j].body)
            good = plain(gold[i].first) in body and body.endswith(plain(gold[i].last))
            bounds[0].append(tag)
            bounds[1].append(tag if good else (tag, f"ends: {body[-60:]}"))
    pair.tally.equal("item.kind", *kinds, pair.where)
    pair.tally.equal("item.bounds", *bounds, pair.where)


def _heading_row(item: Heading) -> tuple[str, str]:
    return plain(item.number), plain(item.title)


def _decisions(pair: _Pair) -> None:
    gold, found = pair.gold.decisions, pair.found.decisions
    for i, j in pair.tally.passages("decision", [d.text for d in gold], [d.text for d in found], pair.where):
        tag = plain(gold[i].text)[:50]
        pair.one("decision.kind", _tagged(tag, gold[i].kind), _tagged(tag, found[j].kind))


def _actions(pair: _Pair) -> None:
    gold, found = pair.gold.actions, pair.found.actions
    for i, j in pair.tally.passages("action", [a.text for a in gold], [a.text for a in found], pair.where):
        tag = plain(gold[i].text)[:50]
        owners = [(tag, name_key(o)) for o in gold[i].owners], [(tag, name_key(o)) for o in found[j].owners]
        pair.tally.equal("action.owner", *owners, pair.where)
        pair.one("action.due", _tagged(tag, gold[i].due), _tagged(tag, found[j].due))


def _tagged(tag: str, value: str | None) -> tuple[str, str] | None:
    return (tag, value) if value else None


def _votes(pair: _Pair) -> None:
    pair.equal("vote.counts", lambda a: [v.counts for v in a.votes if any(n is not None for n in v.counts)])
    pair.equal("vote.mover", lambda a: [name_key(v.mover) for v in a.votes if v.mover])
    pair.equal("vote.seconder", lambda a: [name_key(v.seconder) for v in a.votes if v.seconder])
    pair.equal("vote.names", lambda a: [(key, name_key(name)) for v in a.votes for key, name in v.names])


def _mentions(pair: _Pair) -> None:
    """People and dates count once per document: which of its mentions is listed is a matter of taste."""
    pair.equal("person", lambda a: list(_roles(a)))
    pair.alike("person.role", lambda a: [(name, role) for name, role in _roles(a).items() if role])
    pair.equal("date", lambda a: list(dict.fromkeys(a.dates)))


def _roles(answers: Answers) -> dict[str, str]:
    return {name_key(name): plain(role) for name, role in answers.people}
