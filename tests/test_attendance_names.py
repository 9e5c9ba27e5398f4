"""Names, columns and labels of attendance lists that only some councils print."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.record import Attendance


def listed(text: str) -> list[Attendance]:
    """The attendance of `text`."""
    return parse(text, model=None).attendance


def names(text: str) -> list[tuple[str, str]]:
    """Status and name of each entry of `text`."""
    return [(a.status, a.person.name) for a in listed(text)]


def roles(text: str) -> list[tuple[str, str | None]]:
    """Name and role of each entry of `text`."""
    return [(a.person.name, a.role) for a in listed(text)]


@pytest.mark.parametrize(
    "form", ["M.J. Orme", "M J Orme", "MJ Orme", "M. J. Orme", "M.Ll. Orme", "J.-P. Orme", "M.J.K. Orme"]
)
def test_initials_in_every_form_belong_to_the_name(form: str) -> None:
    """Alone, first, in the middle and at the end of a list."""
    assert names(f"Present: Councillors {form} (Chair), A Dent, {form} and K Pask")[:1] == [("present", form)]
    assert names(f"Present: Councillors K.L. Pask, {form} and T.A. Bone") == [
        ("present", n) for n in ("K.L. Pask", form, "T.A. Bone")
    ]
    assert names(f"Present: {form} (Chair), K.L. Pask") == [("present", form), ("present", "K.L. Pask")]


def test_initials_glued_to_the_name_are_given_names() -> None:
    """`M.J.Orme` is an Orme."""
    assert [(a.person.given, a.person.family) for a in listed("Present: Mr M.J.Orme, Mr K.Hall")] == [
        ("M.J.", "Orme"),
        ("K.", "Hall"),
    ]


def test_initials_that_repeat_those_of_the_last_name_begin_a_name() -> None:
    """`MJ Dent` after `M J Orme` is a person; lone initials after a name are only its short form."""
    assert names("Present: Councillors M J Orme, MJ Dent") == [("present", "M J Orme"), ("present", "MJ Dent")]
    assert names("Present: Mary Orme MO, Ann Dent AD") == [("present", "Mary Orme"), ("present", "Ann Dent")]


def test_a_name_that_is_a_verb_in_small_letters_makes_no_sentence() -> None:
    """A list with Will or BE in it is read as a list."""
    assert names("Present: Cr JJ Barr (Chair), Cr BE Rolls, Cr CI Shell and Will Orme") == [
        ("present", n) for n in ("JJ Barr", "BE Rolls", "CI Shell", "Will Orme")
    ]
    assert names("Present: Cr Barr. The meeting will be recorded by Will Orme.") == [("present", "Barr")]


def test_columns_of_name_office_and_initials() -> None:
    """The office is the middle column, whatever is in brackets; the initials are none."""
    text = (
        "PRESENT\nProfessor Helen Mayne       Non-Executive Director (Chair)     HMa\n"
        "Will Orme                   Non-Executive Director             WO\n"
        "Paul Dent                   Waste Contracts Manager            PD\n"
        "Ann Pask                    Police and Crime Commissioner      AP\n"
    )
    assert roles(text) == [
        ("Helen Mayne", "Non-Executive Director (Chair)"),
        ("Will Orme", "Non-Executive Director"),
        ("Paul Dent", "Waste Contracts Manager"),
        ("Ann Pask", "Police and Crime Commissioner"),
    ]


def test_offices_in_the_first_column() -> None:
    """An office that begins like a rank is none; two columns of councillors stay people."""
    text = (
        "Present: Cr A Orme\n\nIN ATTENDANCE    Group Manager River Works      Mr RJ Strong\n"
        "                 Group Manager Natural Ways      Dr J Roy-Lee\n"
    )
    assert roles(text)[1:] == [("RJ Strong", "Group Manager River Works"), ("J Roy-Lee", "Group Manager Natural Ways")]
    assert names("Present:\nCouncillor A Orme      Councillor B Dent\nMayor C Pask      Mr D Tarn") == [
        ("present", n) for n in ("A Orme", "B Dent", "C Pask", "D Tarn")
    ]


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Who came", "present"),
        ("Sorry not to be there", "apologies"),
        ("Not able to come", "apologies"),
        ("Leithscéal / Apologies", "apologies"),
        ("Not accounted for", "absent"),
        ("No word from", "absent"),
        ("Missing", "absent"),
        ("Expected but not attending", "absent"),
        ("Guests", "in_attendance"),
        ("Attending", "in_attendance"),
    ],
)
def test_labels_in_plain_words(label: str, status: str) -> None:
    """Village societies put it in words of their own."""
    assert names(f"Present: Ann Pask (Chair), Joe Tarn\n{label}: Kit Orme, Una Dent\n\n1. Minutes\nAgreed.")[2:] == [
        (status, "Kit Orme"),
        (status, "Una Dent"),
    ]


def test_members_by_who_elected_them() -> None:
    """Those elected by the staff are members, not staff."""
    text = "Present:\nEx officio: Dr A Orme, Dean of Arts.\nElected by the Staff: Dr K Pask; Mr J Tarn."
    assert names(text) == [("present", "A Orme"), ("present", "K Pask"), ("present", "J Tarn")]
