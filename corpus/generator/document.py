"""A whole document: head, attendance, items, close; then the wear of its way to the page."""

from __future__ import annotations

from random import Random

from corpus.generator import clauses
from corpus.generator.agenda import Numbers, order, standing
from corpus.generator.attendance import Roll
from corpus.generator.frames_plain import TITLES
from corpus.generator.headers import Header
from corpus.generator.items import Bodies
from corpus.generator.layouts import Layout
from corpus.generator.noise import wear
from corpus.generator.parts import frames_of
from corpus.generator.speech import Speech
from corpus.generator.world import World, imagine
from corpus.generator.writer import Mark, Writer

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
        self.rng, self.layout = rng, layout
        self.world: World = imagine(rng, layout.part, layout)
        self.w = Writer()
        self.titles: set[str] = set()
        self.speech = Speech(self.world, self.w)

    def title(self, kind: str) -> Mark:
        """The title of an item, in the case of the layout; names in it are marked."""
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
        mark = Mark("item", self.w.length, self.w.length, {"kind": kind, "number": number})
        if form == "after":
            mark.data["title"] = self.title(kind)
            self.w.add(f"\n\n{printed}\n\n")
        else:
            if printed:
                self.w.add(printed + {"two_lines": "\n\n", "wide": "          "}.get(form, " "))
            mark.data["title"] = title = self.title(kind)
            width = title.end - mark.start
            self.w.add({"inline_dash": " – ", "inline_colon": ": ", "inline_stop": ". ", "underlined": f"\n{'-' * width}\n"}.get(form, "\n\n"))
        mark.data["body"] = self.w.length
        self.w.marks.append(mark)
        return mark

    def items(self, apologies_above: bool) -> None:
        """All items."""
        numbers, bodies = Numbers(self.world), Bodies(self.speech, apologies_above)
        kinds = order(self.world)
        taken = [numbers.take() for _ in kinds]
        bodies.numbers = [number for (_, number), kind in zip(taken, kinds, strict=True) if kind == "substantive"]
        for (printed, number), kind in zip(taken, kinds, strict=True):
            mark = self.heading(printed, number, kind)
            bodies.write(kind)
            body = self.w.text
            end = len(body.rstrip())
            inner = Mark("body", mark.data["body"], end, {"item": mark})
            mark.data["body"] = inner
            self.w.marks.append(inner)
            mark.end = end

    def close(self) -> None:
        """The closing line and the signature."""
        world = self.world
        if self.rng.random() < 0.75:
            frame = self.rng.choice(frames_of(clauses.CLOSINGS, world.part))
            with self.w.mark("closing"):
                self.speech.say(frame, end=lambda: self.w.put("header", world.time(world.end), field="end", value=f"{world.end:%H:%M}"))
            self.w.add("\n\n")
        signature = self.rng.choice(clauses.SIGNATURES)
        if signature:
            self.w.add("\n" + signature + ("\n" if self.rng.random() < 0.8 else ""))

    def write(self) -> Writer:
        """The whole document."""
        Header(self.speech).write()
        above = self.layout.attendance != "none" and self.rng.random() < 0.6
        Roll(self.speech).write(above)
        self.items(above)
        self.close()
        wear(self.w, self.rng, self.layout.noise.split(), self.world.date(self.world.day))
        return self.w
