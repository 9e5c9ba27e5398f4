"""Who is one person in a document, and who is not."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.persons import identities, named, persons

HEAD = "WREN COUNCIL\n4 May 2021\n\nPresent: Councillors Bill Orme (Chair), A Dent and J Moss\n\n1. ROADS\n\n"


def known(body: str) -> list[tuple[str, int]]:
    """The fullest name and the number of mentions of everybody in items, those who attended left out."""
    found = persons(parse(HEAD + body, model=None))
    return [(one.person.name, len(one.mentions)) for one in found if not one.attendance]


def test_attendees_are_one_with_their_mentions() -> None:
    """Title, initial or full name: the same councillor."""
    text = f"{HEAD}Councillor Orme spoke. Moved by Cllr B. Orme, seconded by Cllr Dent. CARRIED.\n"
    first = persons(parse(text, model=None))[0]
    assert first.person.name == "Bill Orme"
    assert [path.split("/")[0] for path, _ in first.mentions] == ["attendance", "items", "items"]
    assert first.attendance == (0,)


def test_who_did_not_attend_is_one_person_too() -> None:
    """Full name first, then title and surname, in another item as well."""
    body = (
        "Mrs Carol Pask asked for a crossing.\n\n2. PARKS\n\nMrs Pask was thanked.\n\n3. TREES\n\nCarol Pask replied.\n"
    )
    assert known(body) == [("Carol Pask", 3)]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Mr John Pask and Mrs Jane Pask spoke.\n\n2. PARKS\n\nMrs Pask replied.\n", ["John Pask", "Jane Pask"]),
        ("Mr Tom Pask and Mr Tim Pask spoke.\n\n2. PARKS\n\nMr Pask replied.\n", ["Tom Pask", "Tim Pask", "Pask"]),
        ("Mr T Smith and Mr James Smith spoke.\n", ["T Smith", "James Smith"]),
        ("Mr Smith and Mrs Smith spoke.\n", ["Smith", "Smith"]),
    ],
)
def test_two_people_are_never_made_one(body: str, people: list[str]) -> None:
    """Where more than one can be meant, a mention stays by itself."""
    assert [name for name, _ in known(body)] == people


def test_each_mention_is_somebodys() -> None:
    """Paths and mentions go together, once each, and the first mention gives the name by which others are known."""
    minutes = parse(f"{HEAD}Mr Tom Pask spoke. Moved by Cllr Moss.\n\n2. PARKS\n\nMr Pask replied.\n", model=None)
    ids = identities(minutes)
    assert sorted(ids) == sorted(path for path, _, _ in named(minutes))
    assert all(ids[first] == first for first in ids.values())
    assert sum(len(one.mentions) for one in persons(minutes)) == len(ids)
