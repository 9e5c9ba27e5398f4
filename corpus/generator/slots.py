"""Slots that leave marks: offices, the chair, holders of offices elsewhere, several members, organisations, dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from corpus.generator import organisations, places
from corpus.generator.frames_people import LOW_ROLES
from corpus.generator.people import PLURALS, surnames
from corpus.generator.words import family

if TYPE_CHECKING:
    from corpus.generator.speech import Speech


def office(speech: Speech) -> None:
    """The office of an officer without the name."""
    speech.w.add("The " if speech.opening() else "the ")
    officer = speech.rng.choice(speech.world.officers)
    speech.role(officer.role or "Clerk")


def chair(speech: Speech) -> None:
    """The chair by the word."""
    word = speech.world.chair_word
    speech.role("Chair" if word == "in the Chair" else word)


def chair_named(speech: Speech) -> None:
    """The chair, by the office, by the name, or by both."""
    world = speech.world
    roll = speech.rng.random()
    speech.busy.append(world.chair)
    if roll < 0.4:
        speech.w.add("The " if speech.opening() else "the ")
        chair(speech)
    elif roll < 0.6:
        name = speech.member(world.chair)
        speech.w.add(" (")
        chair(speech)
        name.data["role"] = speech.w.marks[-1]
        speech.w.add(")")
    elif roll < 0.85:
        speech.w.add("The " if speech.opening() else "the ")
        chair(speech)
        held = speech.w.marks[-1]
        speech.w.add(", ")
        speech.member(world.chair).data["role"] = held
        speech.w.add(",")
    else:
        name = speech.member(world.chair)
        speech.w.add(", ")
        chair(speech)
        name.data["role"] = speech.w.marks[-1]
        speech.w.add(",")


def holder(speech: Speech) -> None:
    """A councillor who is not of this body, with what he or she holds elsewhere."""
    person = speech.pick(speech.world.holders) or speech.world.holders[0]
    speech.beside(person)


def several(speech: Speech) -> None:
    """Some members under one title."""
    number = min(speech.rng.choice((2, 2, 3, 4)), len(speech.world.members))
    people = speech.rng.sample(speech.world.members, number)
    speech.busy += people
    plural = PLURALS.get(speech.title)
    form = "full" if speech.spoken == "given" else speech.spoken
    if plural:
        speech.w.add(plural + " ")
    for i, person in enumerate(people):
        speech.w.add((" and " if i == number - 1 else ", ") if i else "")
        speech.person(person, form, "" if plural else speech.member_title(person))


def low_role(speech: Speech) -> None:
    """A role in plain words, of the person named last."""
    name = next(m for m in reversed(speech.w.marks) if m.kind == "PERSON")
    name.data["role"] = speech.role(speech.rng.choice(LOW_ROLES))


def title_of(text: str) -> Callable[[Speech], None]:
    """A role that a frame spells out, of the person named last."""

    def write(speech: Speech) -> None:
        name = next(m for m in reversed(speech.w.marks) if m.kind == "PERSON")
        name.data["role"] = speech.role(text)

    return write


def applicant(speech: Speech) -> None:
    """The applicant, by the word and the name."""
    speech.w.add("The " if speech.opening() else "the ")
    held = speech.role(speech.rng.choice(("applicant", "landlord", "architect", "objector", "agent")))
    speech.w.add(", ")
    speech.outsider(speech.anybody()).data["role"] = held
    speech.w.add(",")


def chair_of(speech: Speech) -> None:
    """The chair of another committee, as the role of the person named last."""
    name = next(m for m in reversed(speech.w.marks) if m.kind == "PERSON")
    with speech.w.mark("span") as whole:
        speech.role(speech.rng.choice(("Chair", "Chairman", "Vice-Chair")))
        speech.w.add(" of the ")
        speech.w.put("BODY", organisations.committee(speech.rng, speech.world.kind))
    name.data["role"] = whole


def body_name(speech: Speech) -> None:
    """The name of the body in full."""
    speech.w.put("BODY", speech.world.body)


def outside(speech: Speech) -> None:
    """An organisation that is spoken of."""
    name = organisations.outside(speech.rng, speech.world.part)
    if (
        name.split()[-1] in ("Council", "Agency", "Club", "Institute", "Trust")
        and speech.rng.random() < 0.4
        and not name.startswith("Friends")
    ):
        speech.w.add("the ")
    speech.w.put("BODY", name)


FILLERS: dict[str, Callable[[Speech], object]] = {
    "O": office,
    "oa": office,
    "ch": chair,
    "rolelow": low_role,
    "treasurer": title_of("treasurer"),
    "parent": title_of("a parent"),
    "ward": title_of("ward member"),
    "formermayor": title_of("former Mayor"),
    "appl": applicant,
    "chm": chair_named,
    "cm": holder,
    "mm": several,
    "Body": body_name,
    "chairof": chair_of,
    "committee": lambda s: s.w.put("BODY", organisations.committee(s.rng, s.world.kind)),
    "ofsted": lambda s: s.w.put("BODY", "Ofsted"),
    "registry": lambda s: s.w.put("BODY", "Land Registry"),
    "council": lambda s: s.w.put("BODY", s.world.organisation),
    "other": outside,
    "date": lambda s: s.dated(s.world.day + timedelta(days=s.rng.choice((-1, 1)) * s.rng.randint(3, 200))),
    "school": lambda s: s.w.put("BODY", places.school(s.rng, s.world.part, family(s.world, s.rng))),
    "firm": lambda s: s.w.put("BODY", organisations.firm(s.rng, surnames(s.world.part))),
    "welcome": lambda s: s.welcome(),
}
