"""People who do not exist: their names, and the forms in which minutes print them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from corpus.generator.names import ORIGINS
from corpus.generator.parts import names_of

PLURALS = {
    "Councillor": "Councillors",
    "Cllr": "Cllrs",
    "Cllr.": "Cllrs.",
    "Cr": "Crs",
    "Commissioner": "Commissioners",
    "Supervisor": "Supervisors",
    "Trustee": "Trustees",
    "Councilman": "Councilmen",
}
LETTERS_AFTER = ("OBE", "MBE", "JP", "CBE", "BEM", "DL")


@dataclass(eq=False)
class Person:
    """One invented person and what the document may say of them."""

    given: str
    initials: str
    surname: str
    woman: bool
    honorific: str
    after: str = ""
    role: str | None = None
    organisation: str | None = None
    party: str | None = None
    doubled: bool = False

    def name(self, form: str) -> str:
        """The name in a form: full, surname, T Smith, T. Smith, TJ Smith, T.J. Smith, Thomas J Smith, THOMAS SMITH."""
        letters = self.initials
        return {
            "full": f"{self.given} {self.surname}",
            "surname": self.surname,
            "initial": f"{letters[0]} {self.surname}",
            "dotted": f"{letters[0]}. {self.surname}",
            "initials": f"{' '.join(letters)} {self.surname}",
            "close": f"{letters} {self.surname}",
            "closedots": f"{'.'.join(letters)}. {self.surname}",
            "middle": f"{self.given} {letters[1:2]} {self.surname}".replace("  ", " "),
            "upper": f"{self.given} {self.surname.upper()}",
        }[form]


@cache
def stock(part: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Women's and men's given names and surnames of a part, by origin."""
    return {origin: tuple(names_of(words, part) for words in lists) for origin, (_, *lists) in ORIGINS.items()}  # type: ignore[misc]


@cache
def surnames(part: str) -> tuple[str, ...]:
    """All surnames of a part."""
    return tuple(name for _, _, family in stock(part).values() for name in family)


@cache
def origins(home: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Origins and their shares, with more of the country's own."""
    shares = {origin: share * (6 if origin == home else 1) for origin, (share, *_) in ORIGINS.items()}
    return tuple(shares), tuple(shares.values())


def somebody(rng: Random, part: str, home: str = "english") -> Person:
    """A person of a part."""
    kinds, shares = origins(home)
    origin = rng.choices(kinds, shares)[0]
    women, men, family = stock(part)[origin]
    woman = rng.random() < 0.46
    given = rng.choice((women if woman else men) or stock(part)["english"][0 if woman else 1])
    surname = rng.choice(family or surnames(part)).replace("_", " ")
    mixed = rng.random()
    if mixed < 0.07:
        surname = f"{surname}-{rng.choice(family or surnames(part)).replace('_', ' ')}"
    elif mixed < 0.09:
        surname = f"{surname} {rng.choice(family or surnames(part)).replace('_', ' ')}"
    if mixed > 0.98 and "-" not in given:
        given = f"{given}-{rng.choice(stock(part)['english'][0 if woman else 1])}"
    letters = given[0] + "".join(rng.choice("ABCDEFGHJKLMPRSTW") for _ in range(rng.choice((0, 1, 1, 2))))
    honorific = rng.choice(("Mrs", "Ms", "Miss", "Ms", "Dr")) if woman else rng.choice((*["Mr"] * 7, "Dr"))
    if rng.random() < 0.02:
        honorific = rng.choice(("Reverend", "Rev", "Revd", "Professor", "Prof", "Prof"))
    after = rng.choice(LETTERS_AFTER) if rng.random() < 0.04 else ""
    return Person(given, letters, surname, woman, honorific, after, doubled=rng.random() < 0.3)


def cast(rng: Random, part: str, number: int, taken: set[str], home: str = "english") -> list[Person]:
    """Some people whose surnames differ from each other and from those taken."""
    people: list[Person] = []
    while len(people) < number:
        person = somebody(rng, part, home)
        if person.surname not in taken:
            taken.add(person.surname)
            people.append(person)
    return people
