"""A whole document: head, attendance, items, close; then the wear of its way to the page."""

from __future__ import annotations

from random import Random

from corpus.generator import clauses
from corpus.generator.agenda import Numbers, order, standing
from corpus.generator.frames_plain import TITLES
from corpus.generator.headers import Header
from corpus.generator.items import Bodies, close
from corpus.generator.layouts import Layout
from corpus.generator.noise import wear
from corpus.generator.parts import frames_of
from corpus.generator.speech import Speech
from corpus.generator.world import World, imagine
from corpus.generator.writer import Mark, Writer

UMBRELLAS = (
    "Items for Decision",
    "Reports of Officers",
    "Items for Information",
    "Reports of Committees",
    "General Business",
)
SMALL = frozenset("of the and for in on to from a an at by with".split())


def title_case(text: str, case: str) -> str:
    """A title in capitals, with capital words, or as a sentence; as long as before."""
    if case == "caps":
        return text.upper() if len(text.upper()) == len(text) else text
    if case == "sentence":
        return text[:1].upper() + text[1:]
    words = text.split(" ")
    return " ".join(w if (w in SMALL and i) or not w else w[0].upper() + w[1:] for i, w in enumerate(words))


class Document:
    """Writes one document."""

    def __init__(self, rng: Random, layout: Layout) -> None:
        """Keep at hand what the work needs."""
        self.rng, self.layout = rng, layout
        self.world: World = imagine(rng, layout.part, layout)
        self.w = Writer()
        self.titles: set[str] = set()
        self.speech = Speech(self.world, self.w)

    def title(self, kind: str) -> Mark:
        """The title of an item, in the case of the layout; names in it are marked."""
        if kind == "umbrella":
            return self.w.put(
                "title", title_case(self.rng.choice(frames_of(UMBRELLAS, self.layout.part)), self.layout.case)
            )
        if kind != "substantive":
            return self.w.put("title", title_case(standing(self.world, kind), self.layout.case))
        for _ in range(9):
            scratch = self.speech.w = Writer()
            self.speech.say(self.rng.choice(frames_of(TITLES, self.layout.part)))
            if scratch.text not in self.titles:
                break
        self.titles.add(scratch.text)
        self.speech.w, base = self.w, self.w.length
        mark = self.w.put("title", title_case(scratch.text, self.layout.case))
        for inner in scratch.marks:
            inner.start, inner.end = inner.start + base, inner.end + base
            self.w.marks.append(inner)
        return mark

    def heading(self, printed: str, number: str, kind: str) -> Mark:
        """Number and title in the form of the layout; the mark's end is where the body begins."""
        form = self.layout.heading
        sort = {"umbrella": "other", "attendance": "apologies"}.get(kind, kind)
        mark = Mark("item", self.w.length, self.w.length, {"kind": sort, "number": number})
        if form == "after":
            mark.data["title"] = self.title(kind)
            self.w.add(f"\n\n{printed}\n\n")
        else:
            if printed:
                self.w.add(printed + {"two_lines": "\n\n", "wide": "          "}.get(form, " "))
            mark.data["title"] = title = self.title(kind)
            width = title.end - mark.start
            self.w.add(
                {
                    "inline_dash": " – ",
                    "inline_colon": ": ",
                    "inline_stop": ". ",
                    "underlined": f"\n{'-' * width}\n",
                }.get(form, "\n\n")
            )
        if (self.w.of(mark.data["title"]) or "").casefold().startswith("petition"):
            mark.data["kind"] = "public_questions"
        mark.data["body"] = self.w.length
        self.w.marks.append(mark)
        return mark

    def items(self, bodies: Bodies, inside: bool) -> None:
        """All items."""
        numbers = Numbers(self.world)
        kinds = order(self.world, inside)
        taken = [numbers.take() for _ in kinds]
        bodies.numbers = [number for (_, number), kind in zip(taken, kinds, strict=True) if kind == "substantive"]
        plain = self.layout.numbering in ("dot", "run", "bare", "long") and self.layout.heading in ("line", "wide")
        for (printed, number), kind in zip(taken, kinds, strict=True):
            if plain and kind == "substantive" and self.rng.random() < 0.06:
                self.umbrella(printed, number, bodies)
                continue
            mark = self.heading(printed, number, kind)
            bodies.write(kind)
            self.end(mark)

    def umbrella(self, printed: str, number: str, bodies: Bodies) -> None:
        """A heading without text of its own, and the numbered headings under it."""
        self.end(self.heading(printed, number, "umbrella"))
        for i in range(1, self.rng.randint(3, 4)):
            mark = self.heading(f"{number}.{i}", f"{number}.{i}", "substantive")
            bodies.write("substantive")
            self.end(mark)

    def end(self, mark: Mark) -> None:
        """The body of an item ends where its text ends."""
        start = mark.data["body"]
        inner = Mark("body", start, max(start, len(self.w.text.rstrip())), {"item": mark})
        mark.data["body"], mark.end = inner, inner.end
        self.w.marks.append(inner)

    def close(self, bodies: Bodies) -> None:
        """The closing line, if no item was it, and the signature."""
        if self.rng.random() < 0.75 and not any(m["field"] == "end" for m in self.w.marks if m.start > bodies.first):
            close(self.speech)
        signature = self.rng.choice(clauses.SIGNATURES)
        if signature:
            self.w.add("\n" + signature + ("\n" if self.rng.random() < 0.8 else ""))

    def write(self) -> Writer:
        """The whole document."""
        Header(self.speech).write()
        listed = self.layout.attendance != "none"
        inside = listed and self.layout.numbering != "none" and self.rng.random() < 0.08
        above = listed and (inside or self.rng.random() < 0.6)
        bodies = Bodies(self.speech, above)
        if not inside:
            bodies.roll.write(above)
        bodies.first = self.w.length
        self.items(bodies, inside)
        self.close(bodies)
        wear(self.w, self.rng, self.layout.noise.split(), self.world.date(self.world.day))
        return self.w
