"""Texts harmed on their way are read as they were meant, and counted as they came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minuteparse import parse
from minuteparse.evaluate.laws import broken_laws
from minuteparse.inputs.repair import mended
from minuteparse.text import from_text

HARMED = """M I N U T E S   O F   T H E   M E E T I N G
of the Moor Board's Finance Commit tee held on 4 May 2023 at 7 pm

P R E S E N T:  Coun cillor JosÃ© Quill (Chair), Councillors A G Smith and P C Jones
A P O L O G I E S
Councillor T Orme

1. A P O L O G I E S
Councillor Orme sent apolo gies.

2. H O U S I N G   R E P A I R S
Councillor Quill said â€œthe roofs leakâ€\x9d.
RESOL VED: That the report be noted.
It was moved by Councillor P C Jones and secon ded by Councillor JosÃ© Quill.

3. M A T T E R S A R I S I N G
None.
"""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("P R E S E N T", "PRESENT"),
        ("A g e n d a", "Agenda"),
        ("M I N U T E S   O F   T H E   M E E T I N G", "MINUTES OF THE MEETING"),
        ("D R A F T M I N U T E S", "DRAFT MINUTES"),
        ("P R E S E N T        A B S E N T", "PRESENT        ABSENT"),
        ("(A P O L O G I E S)", "(APOLOGIES)"),
        ("1. S C R U T I N Y", "1. SCRUTINY"),
        ("the Commit tee met", "the Committee met"),
        ("A pologies", "Apologies"),
        ("Com mit tee", "Committee"),
        ("JosÃ© Quill", "José Quill"),
        ("Â£500 â€“ agreed", "£500 – agreed"),
    ],
)
def test_what_was_harmed_is_read_whole(text: str, read: str) -> None:
    """Letters set apart, split words and wrong encodings; what is left out is made up for at the line's end."""
    found = mended(from_text(f"{text}\nNext"))
    assert found.text == f"{read.ljust(len(text))}\nNext"
    assert len(found.folded) == len(found.text)


@pytest.mark.parametrize(
    "text",
    [
        "A G Smith", "P C Jones", "J R R T Smith", "Dr A B C D Marsh", "Groups A B C D E F", "P P A P P A P",
        "Y N Y Y N Y", "J F M A M J J A S O N D", "S O N D J F", "A C D F G", "a b c d e f", "X X X X X X",
        "the Council or the Board", "to commit. Tee off", "recommend Ed Marsh", "Meet ING Bank", "minute s",
        "Siân naïve café É…", "A/B C/D E/F G/H",
    ],
)  # fmt: skip
def test_what_is_whole_is_left_alone(text: str) -> None:
    """Initials, options, marks of a table, months, and words that stand side by side."""
    source = from_text(text)
    assert mended(source) is source


def test_spaced_headings_reach_the_record_with_offsets_of_the_text() -> None:
    """Header, attendance, items, decisions and votes are found; every span says what the text says there."""
    minutes = parse(HARMED, model=None)
    assert broken_laws(minutes, HARMED) == []
    assert [(i.number, i.title, i.kind) for i in minutes.items] == [
        ("1", "APOLOGIES", "apologies"), ("2", "HOUSING REPAIRS", "substantive"), ("3", "MATTERS ARISING", "update"),
    ]  # fmt: skip
    assert [(a.person.name, a.status) for a in minutes.attendance] == [
        ("José Quill", "present"), ("A G Smith", "present"), ("P C Jones", "present"), ("T Orme", "apologies"),
    ]  # fmt: skip
    assert minutes.attendance[0].person.text == "Coun cillor JosÃ© Quill"
    assert minutes.header.body is not None
    assert minutes.header.body.value == "Moor Board's Finance Committee"
    assert minutes.header.body.text == "Moor Board's Finance Commit tee"
    (vote,) = minutes.items[1].votes
    assert vote.seconder is not None
    assert vote.seconder.text == "Councillor JosÃ© Quill"
    assert HARMED[minutes.items[1].start : minutes.items[1].body_start] == "2. H O U S I N G   R E P A I R S\n"


def test_wrong_encodings_are_issues_with_their_places() -> None:
    """One for each string, at its first place, with how often it stands there and what is read for it."""
    text = "Moor Board\n\n1. Childrenâ€™s homes\nThe childâ€™s cafÃ©.\n"
    issues = [i for i in parse(text, model=None).issues if i.code == "mojibake"]
    assert [text[i.start : i.end] for i in issues] == ["â€™", "Ã©"]
    assert "2 times" in issues[0].message
    assert "'’'" in issues[0].message


@given(st.text(alphabet="M INUTES\n.â€™Ã©\x9dcommit te", max_size=120))
def test_no_law_is_broken_by_repairs(text: str) -> None:
    """Whatever is mended, the record keeps the laws on the text as it came."""
    assert broken_laws(parse(text, model=None), text) == []
