"""Names of people: where they begin and end, and what governs a list of them."""

from __future__ import annotations

import pytest

from minuteparse.names import find_titled, read_person, split_honorifics, split_name
from minuteparse.text import from_text


def names(text: str) -> list[str]:
    """The names that titles lead to in `text`."""
    return [person.name for person, _ in find_titled(from_text(text), 0, len(text))]


def test_person_carries_honorifics_and_letters_after_the_name() -> None:
    """Titles and post-nominals are parted from the name, and the span holds them all."""
    text = "  Cllr. Mrs Ada Orme OBE, "
    person = read_person(from_text(text), 0, len(text))
    assert person is not None
    assert (person.name, person.honorifics, person.suffixes) == ("Ada Orme", ["Cllr.", "Mrs"], ["OBE"])
    assert text[person.start : person.end] == "Cllr. Mrs Ada Orme OBE"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Councillor Ada Orme\nJoan Dent (Parent)", ["Ada Orme"]),
        ("Councillor A.\nOrme spoke", ["A. Orme"]),
        ("Councillor Ada\nOrme spoke", ["Ada Orme"]),
        ("Mr J B\nOrme spoke", ["J B Orme"]),
    ],
)
def test_a_line_break_ends_a_name_of_two_words(text: str, found: list[str]) -> None:
    """After initials or one given name the next line goes on; after two words it does not."""
    assert names(text) == found


def test_plural_title_governs_its_list() -> None:
    """All names after `Councillors` are found, up to what is no name."""
    assert names("Councillors Orme, P Dent and Mrs Pask, and the Clerk") == ["Orme", "P Dent", "Pask"]


def test_surnames_that_are_words_of_places_need_a_title() -> None:
    """`Hall` and `Green` are names after a title, and `Council` never is."""
    assert names("Councillors Green, Park and Hall") == ["Green", "Park", "Hall"]
    assert names("Councillor Council") == []
    source = from_text("Hall")
    assert read_person(source, 0, 4) is None
    assert read_person(source, 0, 4, titled=True) is not None


def test_honorifics_at_the_start_are_split() -> None:
    """A run of titles ends where the name begins."""
    assert split_honorifics("County Councillor Dr Orme") == (["County Councillor", "Dr"], 21)


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Orme", (None, "Orme")), ("A S van Orme-Dent", ("A S", "van Orme-Dent")), ("L. O Hanlon", ("L.", "O Hanlon"))],
)
def test_particles_belong_to_the_family_name(name: str, parts: tuple[str | None, str]) -> None:
    """Given names and initials come first; particles stay with the family name."""
    assert split_name(name) == parts
