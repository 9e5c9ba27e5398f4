"""Who was there: lists in the layouts of real minutes, each entry with its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from corpus.generator.attendance_shapes import LABELS, NOTES, PARTIES, REASONS, SHAPES
from corpus.generator.attendance_special import SPECIAL
from corpus.generator.parts import frames_of
from corpus.generator.people import PLURALS, Person
from corpus.generator.roles import VICES
from corpus.generator.speech import Speech
from corpus.generator.writer import Mark


class Roll:
    """Writes the attendance of a document."""

    def __init__(self, speech: Speech) -> None:
        """Keep at hand what the work needs."""
        self.speech, self.w, self.rng, self.world = speech, speech.w, speech.rng, speech.world
        style = self.world.layout.attendance
        self.shape = SHAPES.get(style, SHAPES["inline_plural"])
        self.labels = {kind: self.rng.choice(frames_of(words, self.world.part)) for kind, words in LABELS.items()}
        if style == "sederunt":
            self.labels["present"] = "Sederunt"
        self.party = self.world.kind in ("district", "county", "joint") and self.rng.random() < 0.12
        self.form = {"given": "full"}.get(speech.listed, speech.listed)
        self.notes = self.rng.random() < 0.35
        self.apologies, self.listed_absentees = True, True
        self.reasons = self.rng.random() < 0.3

    # entries

    def entry(self, person: Person, status: str, title: str, role: str | None, style: str, note: str = "") -> Mark:
        """One person of a list."""
        office: Mark | None = None
        printed = "in the Chair" if role == "in the Chair" else role
        with self.w.mark("attendee", status=status) as mark:
            if role and style == "before":
                office = self.speech.role(printed or "")
                self.w.add(self.rng.choice((": ", " ", " - ")) if self.shape.entries == "lines" else " ")
            form = self.form if status != "in_attendance" or title else "full"
            mark.data["name"] = self.speech.person(person, form, title)
            if person.after:
                self.w.add(" " + person.after)
            if self.party and person in self.world.members:
                self.w.add(" (")
                mark.data["party"] = self.w.put("party", person.party or "Ind")
                self.w.add(")")
            if role and style == "bracket":
                self.w.add(" (")
                office = self.speech.role(printed or "")
                self.w.add(")")
            elif role and style in ("comma", "dash"):
                self.w.add(", " if style == "comma" else f" {self.speech.dash} ")
                office = self.speech.role(printed or "")
            elif role and style == "column":
                self.w.add(" " * max(2, 34 - len(person.name(form)) - len(title)))
                office = self.speech.role(printed or "")
            if note:
                self.w.add(f" ({note})")
        mark.data["role"] = "Chair" if role == "in the Chair" else office
        mark.data["name"].data["role"] = mark.data["role"]
        return mark

    def member(self, person: Person, status: str, governed: bool, first: bool, allow_note: bool = True) -> Mark:
        """A member in a list."""
        title = self.title(person, governed, first)
        role = None
        if status == "present" and person is self.world.chair:
            role = self.world.chair_word
        elif person is self.world.vice and status == "present":
            role = VICES.get(self.world.chair_word, "Vice-Chair")
        style = self.shape.role if role != "in the Chair" or self.shape.role != "before" else "bracket"
        note = ""
        if allow_note and status == "present" and self.notes and self.rng.random() < 0.12 and not role:
            note = self.rng.choice(NOTES).format(n=self.rng.randint(3, 9))
        if status == "apologies" and self.reasons and self.rng.random() < 0.6:
            note = self.rng.choice(REASONS)
        return self.entry(person, status, title, role, style, note)

    def title(self, person: Person, governed: bool, first: bool) -> str:
        """The title of a member in a list, which a plural before the list may have taken over."""
        title = self.speech.member_title(person)
        if self.shape.title == "none" or self.speech.title == "-":
            return ""
        if governed:
            doubled = person.honorific if person.doubled and person.honorific in ("Mrs", "Dr", "Miss") else ""
            return doubled if not first else ""
        return title

    def separate(self, write: Sequence[Callable[[], object]], entries: str) -> None:
        """Write entries with what stands between them."""
        total = len(write)
        for i, one in enumerate(write):
            if entries == "bullets":
                self.w.add("• ")
            elif entries == "pipes":
                self.w.add("| ")
            one()
            last = i == total - 1
            if entries in ("comma", "semi"):
                comma = "; " if entries == "semi" else ", "
                if last:
                    continue
                self.w.add(self.and_ if i == total - 2 else comma)
            elif entries == "pairs":
                self.w.add("\n" if i % 2 or last else "      ")
            elif entries == "pipes":
                self.w.add(" |\n")
            else:
                self.w.add("\n")

    @property
    def and_(self) -> str:
        """What joins the last of a list."""
        semi = self.shape.entries == "semi"
        return self.rng.choice((" and ", " and ", "; ") if semi else (" and ", " and ", ", ", " & "))

    def label(self, kind: str, entries: str) -> None:
        """The label of a list."""
        word = self.labels[kind]
        inline = entries in ("comma", "semi")
        if word.endswith("from") or word in ("Present were",):
            self.w.add(word + (" " if inline else ":\n"))
        elif self.shape.label == "glued" and inline:
            self.w.add(word + ":")
        elif self.shape.label == "dash" and inline:
            self.w.add(word + " - ")
        elif inline:
            self.w.add(word + ": ")
        else:
            self.w.add(
                word + ("\n" if self.shape.label == "bare" else ":\n") + ("\n" if self.rng.random() < 0.3 else "")
            )

    def group(self, kind: str, people: Sequence[Person], status: str) -> None:
        """A list of members with its label."""
        if not people:
            return
        entries = self.shape.entries
        if status != "present" and entries in ("columns", "pairs", "pipes") and len(people) == 1:
            entries = "comma"
        self.label(kind, entries)
        governed = (
            self.shape.title == "plural"
            and self.speech.title in PLURALS
            and len(people) > 1
            and entries in ("comma", "semi")
        )
        if governed:
            self.w.add(PLURALS[self.speech.title] + " ")
        self.separate([partial(self.member, p, status, governed, i == 0) for i, p in enumerate(people)], entries)
        self.end(entries)

    def staff(self, kind: str, people: Sequence[Person]) -> None:
        """A list of officers or guests with its label."""
        if not people:
            return
        entries, style = (self.shape.staff or f"{self.shape.entries} {self.shape.role}").split()
        if entries == "comma" and style == "comma":
            entries = "semi"
        entries = "lines" if entries == "pairs" else entries
        self.label(kind, entries)
        titled = self.rng.random() < 0.35
        self.separate([partial(self.outsider, p, titled, style) for p in people], entries)
        if kind == "guests" and self.rng.random() < 0.3 and entries in ("comma", "semi"):
            self.w.add(f" and {self.rng.randint(2, 30)} members of the public")
        self.end(entries)

    def outsider(self, person: Person, titled: bool, style: str) -> None:
        """An officer or guest in a list."""
        if person.organisation and style in ("bracket", "comma", "dash"):
            shape = self.rng.choice(("{r}, {g}", "{g}")) if person.role else "{g}"
            with self.w.mark("attendee", status="in_attendance") as mark:
                mark.data["name"] = self.speech.person(person, "full", person.honorific if titled else "")
                self.w.add({"bracket": " (", "comma": ", ", "dash": " - "}[style])
                if "{r}" in shape:
                    mark.data["role"] = self.speech.role(person.role or "")
                    self.w.add(", ")
                mark.data["organisation"] = self.w.put("BODY", person.organisation)
                self.w.add(")" if style == "bracket" else "")
            return
        self.entry(person, "in_attendance", person.honorific if titled else "", person.role, style)

    def end(self, entries: str) -> None:
        """Close a list."""
        if entries in ("comma", "semi"):
            self.w.add(self.rng.choice(("", "", ".")))
            self.w.add("\n\n")
        else:
            self.w.add("\n")

    def substitutes(self) -> None:
        """The substitutes in a list of their own."""
        pairs = self.world.substitutes
        if not pairs:
            return
        self.label("substitutes", "semi")
        form = self.rng.choice(
            (
                "{a} (substitute for {b})",
                "{a} for {b}",
                "{a} (substituting for {b})",
                "{a} as substitute for {b}",
                "{a} (for {b})",
                "{a} in place of {b}",
                "{a} substituted for {b}",
                "{b} (substituted by {a})",
                "{b}, for whom {a} was substitute",
            )
        )
        for i, (new, old) in enumerate(pairs):
            self.w.add("; " if i else "")
            marks = {}
            with self.w.mark("span"):
                for piece in form.replace("{a}", "\0a\0").replace("{b}", "\0b\0").split("\0"):
                    if piece in ("a", "b"):
                        person = new if piece == "a" else old
                        marks[piece] = self.speech.person(person, self.form, self.title(person, False, True))
                    else:
                        self.w.add(piece)
            self.w.marks.append(
                Mark(
                    "attendee",
                    marks["a"].start,
                    marks["a"].end,
                    {"status": "substitute", "name": marks["a"], "for": marks["b"]},
                )
            )
            if form.startswith("{b}"):
                self.w.marks.append(
                    Mark("attendee", marks["b"].start, marks["b"].end, {"status": "apologies", "name": marks["b"]})
                )
        self.w.add("\n\n")
        self.listed_absentees = not form.startswith("{b}")

    @property
    def away(self) -> list[Person]:
        """Who sent apologies: those for whom somebody else came are not named again where that says so."""
        return [*self.world.apologies, *([old for _, old in self.world.substitutes] if self.listed_absentees else [])]

    def plural(self) -> str:
        """The title that governs a list, if the layout has one."""
        return PLURALS.get(self.speech.title, "")

    def write(self, apologies: bool) -> None:
        """The whole block; apologies may be left for an item."""
        world = self.world
        self.apologies = apologies
        if world.layout.attendance == "none":
            return
        if self.party:
            for person in world.members:
                person.party = self.rng.choice(PARTIES[:6])
        if world.layout.attendance in SPECIAL:
            SPECIAL[world.layout.attendance](self)
            return
        members = list(world.members)
        remote: list[Person] = []
        if world.layout.attendance == "remote" and len(members) > 5:
            members, remote = members[:-3], members[-3:]
        if world.layout.attendance == "prose":
            self.prose(members)
        else:
            self.group("present", members, "present")
        self.group("remote", remote, "present")
        self.rest()

    def rest(self) -> None:
        """Everybody but the members present."""
        self.substitutes()
        if self.apologies:
            self.group("apologies", self.away, "apologies")
        self.group("absent", self.world.absent, "absent")
        self.staff("officers", self.world.officers)
        self.staff("guests", self.world.guests)

    def prose(self, members: list[Person]) -> None:
        """Members in a sentence."""
        chair = members[0]
        shape = self.rng.randint(0, 2)
        with self.w.mark("attendee", status="present", role="Chair") as mark:
            mark.data["name"] = self.speech.person(chair, self.form, self.title(chair, False, True))
        self.w.add(
            (
                " was in the chair and the following members were present: ",
                " presided. Also present were ",
                " took the chair. Other members present were ",
            )[shape]
        )
        self.separate([partial(self.member, p, "present", False, True, False) for p in members[1:]], "comma")
        self.w.add(".\n\n")
