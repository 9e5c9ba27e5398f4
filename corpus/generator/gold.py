"""The answers of a document, read off its marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from corpus.generator.layouts import Layout
from corpus.generator.writer import Mark, Writer

TOKEN = re.compile(r"\S*[^\W_]\S*")
# ruff: noqa: E501
HEADER = ("organisation", "body", "date", "start", "end", "venue")


class Gold:
    """Turns marks into answers."""

    def __init__(self, writer: Writer, layout: Layout) -> None:
        """Keep at hand what the work needs."""
        self.w, self.layout = writer, layout
        self.items = [m for m in writer.marks if m.kind == "item"]
        self.bodies = [m.data["body"] for m in self.items]
        self.starts = [m.start for m in self.items]
        printed = [m.data["number"] for m in self.items]
        self.unique = {n: printed.count(n) == 1 and n != "" for n in printed}

    def item_of(self, offset: int) -> Mark | None:
        """The item whose body holds an offset."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0 or not self.bodies[i].start <= offset < self.bodies[i].end:
            return None
        return self.items[i]

    def where(self, mark: Mark) -> dict[str, Any]:
        """The item of a mark, by number, and by title where the number does not tell."""
        item = self.item_of(mark.start)
        if item is None:
            return {"item": "", "item_title": None}
        number = item.data["number"]
        return (
            {"item": number} if self.unique[number] else {"item": number, "item_title": self.w.of(item.data["title"])}
        )

    def of(self, kind: str) -> list[Mark]:
        """Marks of a kind in the order of the text."""
        return sorted((m for m in self.w.marks if m.kind == kind), key=lambda m: m.start)

    def text(self, mark: Mark | str | None) -> str | None:
        """A quote, or a value given outright."""
        return mark if isinstance(mark, str) or mark is None else self.w.of(mark)

    def record(self) -> dict[str, Any]:
        """The whole answer."""
        dates = self.of("date")
        upcoming = next((m["iso"] for m in dates if m["next"]), None)
        return {
            "profile": f"{self.layout.name}: {self.layout.header}, {self.layout.attendance}, {self.layout.numbering}, {self.layout.decision}, {self.layout.noise or 'clean'}",
            "header": self.header(),
            "attendance": [self.attendee(m) for m in self.of("attendee")],
            "items": [self.item(m) for m in self.items],
            "previous_minutes": list(dict.fromkeys(m["iso"] for m in dates if m["previous"])),
            "next_meeting": upcoming,
            "decisions": [
                {**self.where(m), "kind": m["kind"], "text": (self.w.of(m) or "").rstrip(".;, ")}
                for m in self.of("decision")
            ],
            "actions": [self.action(m, upcoming) for m in self.of("action")],
            "votes": [self.vote(m) for m in self.of("vote")],
            "declarations": [
                {
                    **self.where(m),
                    "member": self.w.of(m["member"]),
                    "interest": m["interest"],
                    "agenda_item": self.w.of(m["agenda_item"]),
                    "nature": self.w.of(m["nature"]),
                }
                for m in self.of("declaration")
            ],
            "people_in_body": self.people(),
            "dates_in_body": [
                {"text": self.w.of(m), "iso": m["iso"], **self.where(m)} for m in dates if self.item_of(m.start)
            ],
            "traps": self.layout.noise.split(),
        }

    def header(self) -> dict[str, str | None]:
        """The values of the head."""
        found: dict[str, str | None] = dict.fromkeys(HEADER)
        for mark in self.of("header"):
            field = mark["field"]
            if found[field] is None:
                found[field] = mark["value"] if field in ("date", "start", "end") else self.w.of(mark)
        return found

    def attendee(self, mark: Mark) -> dict[str, Any]:
        """One entry of the attendance."""
        name = mark["name"]
        return {
            "name": self.w.of(name), "raw": self.w.of(name["raw"]), "status": mark["status"], "role": self.text(mark["role"]),
            "party": self.w.of(mark["party"]), "organisation": self.w.of(mark["organisation"]), "for": self.w.of(mark["for"]),
        }  # fmt: skip

    def item(self, mark: Mark) -> dict[str, Any]:
        """One item with the ends of its body."""
        body = mark["body"]
        words = [m.span() for m in TOKEN.finditer(self.w.text, body.start, body.end)]
        foreign = self.near(body)
        words = [w for w in words if not any(n.start < w[1] and w[0] < n.end for n in foreign)]
        head = [w for w in words[:5] if not any(words[0][0] <= n.start < w[0] for n in foreign)]
        tail = [w for w in words[-5:] if not any(w[1] <= n.start < words[-1][0] for n in foreign)]
        first = self.w.quote(head[0][0], head[-1][1]) if words else ""
        last = self.w.quote(tail[0][0], tail[-1][1]) if words else ""
        return {
            "number": mark["number"],
            "title": self.w.of(mark["title"]),
            "first": first,
            "last": last,
            "kind": mark["kind"],
        }

    def near(self, body: Mark) -> list[Mark]:
        """The noise inside a body."""
        return [n for n in self.w.noise if n.start < body.end and body.start < n.end]

    def action(self, mark: Mark, upcoming: str | None) -> dict[str, Any]:
        """One action."""
        due = mark["due"]
        day = upcoming if mark["via_next"] else due.isoformat() if due else None
        owners = [self.w.of(o) for o in mark["owners"] or []]
        return {
            **self.where(mark),
            "text": (self.w.of(mark) or "").rstrip("., "),
            "owners": owners,
            "due": day,
            "due_text": self.w.of(mark["due_text"]),
        }

    def vote(self, mark: Mark) -> dict[str, Any]:
        """One vote."""
        names = {
            f"{side}_names": [self.w.of(n) for n in mark[f"{side}_names"] or []]
            for side in ("for", "against", "abstain")
        }
        return {
            **self.where(mark), "for": mark["for"], "against": mark["against"], "abstain": mark["abstain"],
            "mover": self.w.of(mark["mover"]), "seconder": self.w.of(mark["seconder"]), "result": mark["result"], **names,
        }  # fmt: skip

    def people(self) -> list[dict[str, Any]]:
        """People named in bodies, once an item, with the role printed beside the name."""
        rows: dict[tuple[int, int], dict[str, Any]] = {}
        for mark in self.of("PERSON"):
            item = self.item_of(mark.start)
            if item is None:
                continue
            key = (id(item), id(mark["person"]))
            role = self.text(mark["role"])
            if key in rows:
                rows[key]["role"] = rows[key]["role"] or role
            else:
                rows[key] = {"name": self.w.of(mark), "raw": self.w.of(mark["raw"]), "role": role, **self.where(mark)}
        return list(rows.values())

    def spans(self) -> list[tuple[int, int, str]]:
        """The spans of names, roles and bodies, in order and without overlap."""
        out: list[tuple[int, int, str]] = []
        for mark in sorted(
            (m for m in self.w.marks if m.kind in ("PERSON", "ROLE", "BODY")), key=lambda m: (m.start, -m.end)
        ):
            if mark.end > mark.start and (not out or mark.start >= out[-1][1]):
                out.append((mark.start, mark.end, mark.kind))
        return out
