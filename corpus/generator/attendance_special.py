"""Attendance in shapes that no label and list describe: margins, marks, columns torn apart, categories, members by authority."""

from __future__ import annotations

# ruff: noqa: E501
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from corpus.generator import organisations
from corpus.generator.people import Person

if TYPE_CHECKING:
    from corpus.generator.attendance import Roll


def margin(roll: Roll) -> None:
    """Labels in the margin, names in lines beside them."""
    width = roll.rng.choice((16, 18, 22))
    groups = (
        ("present", roll.world.members, "present"),
        ("apologies", roll.away, "apologies"),
        ("absent", roll.world.absent, "absent"),
        ("officers", roll.world.officers, ""),
        ("guests", roll.world.guests, ""),
    )
    for kind, people, status in groups:
        if not people or (kind == "apologies" and not roll.apologies):
            continue
        label = roll.labels[kind] + ":"
        roll.w.add(label + " " * max(2, width - len(label)))
        for i, person in enumerate(people):
            roll.w.add(" " * max(width, len(label) + 2) if i else "")
            if status:
                roll.member(person, status, False, True)
            else:
                roll.outsider(person, False, roll.shape.role)
            roll.w.add("\n")
        roll.w.add("\n")


def marks(roll: Roll) -> None:
    """A letter before each member says whether he or she was there."""
    present, away, absent = roll.rng.choice((("P", "A", "AB"), ("P", "Ap", "X"), ("✓", "A", "x")))
    rows = [(present, p, "present") for p in roll.world.members]
    rows += [(away, p, "apologies") for p in roll.away] + [(absent, p, "absent") for p in roll.world.absent]
    roll.w.add(f"({present} = present, {away} = apologies, {absent} = absent)\n\n")
    roll.rng.shuffle(rows)
    for letter, person, status in rows:
        roll.w.add(f"{letter:<4}")
        roll.member(person, status, False, True, False)
        roll.w.add("\n")
    roll.w.add("\n")
    roll.staff("officers", roll.world.officers)
    roll.staff("guests", roll.world.guests)


def torn(roll: Roll) -> None:
    """All names first and all roles after them, as a table leaves them when its columns are read one by one."""
    for kind, people, status in (
        ("present", roll.world.members, "present"),
        ("officers", roll.world.officers, "in_attendance"),
    ):
        roll.w.add(roll.labels[kind] + ":\n\n")
        held = []
        for person in people:
            with roll.w.mark("attendee", status=status) as mark:
                mark.data["name"] = roll.speech.person(
                    person, "full", roll.speech.member_title(person) if status == "present" else ""
                )
            held.append(mark)
            roll.w.add("\n")
        roll.w.add("\n")
        for person, mark in zip(people, held, strict=True):
            word = person.role or (
                "Chair" if person is roll.world.chair else "Non-Executive Director" if person.woman else "Governor"
            )
            mark.data["role"] = mark.data["name"].data["role"] = roll.speech.role(word)
            roll.w.add("\n")
        roll.w.add("\n")
    if roll.apologies:
        roll.group("apologies", roll.away, "apologies")
    roll.group("absent", roll.world.absent, "absent")


def authorities(roll: Roll) -> None:
    """Members of a joint body, each with the authority that sent him or her."""
    shape = roll.rng.choice(("{m} ({g})", "{m}, {g}", "{m} - {g}", "{g}: {m}", "{m} [{g}]"))
    names = [organisations.council(roll.rng, roll.world.part, "district") for _ in range(4)]
    inline = roll.rng.random() < 0.4 and shape not in ("{m}, {g}", "{g}: {m}")

    def one(person: Person, status: str) -> None:
        with roll.w.mark("attendee", status=status) as mark:
            for piece in shape.replace("{", "\0{").replace("}", "}\0").split("\0"):
                if piece == "{m}":
                    mark.data["name"] = roll.speech.person(person, roll.form, roll.title(person, False, True))
                    if person is roll.world.chair and status == "present":
                        roll.w.add(" (")
                        mark.data["role"] = mark.data["name"].data["role"] = roll.speech.role("Chair")
                        roll.w.add(")")
                elif piece == "{g}":
                    mark.data["organisation"] = roll.w.put("BODY", roll.rng.choice(names))
                else:
                    roll.w.add(piece)

    for kind, people, status in (
        ("present", roll.world.members, "present"),
        ("apologies", roll.away if roll.apologies else [], "apologies"),
    ):
        if not people:
            continue
        roll.label(kind, "comma" if inline else "lines")
        writers: list[Callable[[], None]] = [partial(one, p, status) for p in people]
        roll.separate(writers, "semi" if inline else "lines")
        roll.end("semi" if inline else "lines")
    roll.group("absent", roll.world.absent, "absent")
    roll.staff("officers", roll.world.officers)
    roll.staff("guests", roll.world.guests)


def chair_first(roll: Roll) -> None:
    """The chair on a line, the others under one title after it."""
    chair = roll.world.chair
    with roll.w.mark("attendee", status="present", role="Chair") as mark:
        shape = roll.rng.randint(0, 2)
        roll.w.add((roll.labels["present"] + ": ", "", roll.labels["present"] + "\n\n")[shape])
        mark.data["name"] = roll.speech.person(chair, roll.form, roll.title(chair, False, True))
        mark.data["name"].data["role"] = "Chair"
    roll.w.add(roll.rng.choice((" in the Chair", " (in the Chair)", " in the chair")))
    roll.w.add(roll.rng.choice(("\n\n", "; ", "\n")))
    plural = roll.plural()
    if plural:
        roll.w.add(plural + " ")
    rest = roll.world.members[1:]
    roll.separate(
        [partial(roll.member, p, "present", bool(plural), i == 0, False) for i, p in enumerate(rest)], "comma"
    )
    roll.end("comma")
    roll.rest()


def categories(roll: Roll) -> None:
    """Members under the names of their kinds; the kind of those who are no councillors is their role."""
    members, others = roll.world.members[:-2], roll.world.members[-2:]
    roll.group("present", members, "present")
    word = roll.rng.choice(
        (
            "Co-opted Members",
            "Independent Members",
            "Parent Governors",
            "Statutory Co-opted Members",
            "Non-voting Members",
        )
    )
    office = roll.speech.role(word)
    roll.w.add(": ")
    for i, person in enumerate(others):
        roll.w.add(" and " if i else "")
        with roll.w.mark("attendee", status="present") as mark:
            mark.data["name"] = roll.speech.person(person, "full", person.honorific)
        mark.data["role"] = office
    roll.w.add("\n\n")
    roll.rest()


SPECIAL: dict[str, Callable[[Roll], None]] = {
    "margin": margin, "marks": marks, "torn": torn, "authorities": authorities, "chair_first": chair_first, "categories": categories,
}  # fmt: skip
