"""Numbers of items in the ways that councils print them: in brackets, with letters, below the heading."""

from __future__ import annotations

from minuteparse import parse


def _items(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in parse(text, model=None).items]


def test_numbers_with_a_stroke_may_stand_in_brackets() -> None:
    """`(71/22) Drains` is item 71/22; years in brackets at the start of a line are no numbers."""
    text = (
        "Quay Council\n\nPresent: Cllr Penn\n\n(70/22) Apologies\n\nThere were none.\n\n"
        "(71/22) Drains\n\nThe grant for the year\n(2021/22) was spent.\n\n(72/22) Harbour Wall\n\nIt was mended.\n"
    )
    assert _items(text) == [("70/22", "Apologies"), ("71/22", "Drains"), ("72/22", "Harbour Wall")]


def test_letters_of_numbers_are_kept_on_a_page_without_line_breaks() -> None:
    """`QW8/19.` keeps its letters; its title in capitals goes on over a dash and ends before the agenda's item."""
    text = (
        "Quay Council PRESENT: Mrs Penn (Chairman), Mr Moss, Mr Oakes, Ms Tarn and Mrs Birch, who came at QW9/19. "
        "QW7/19. APOLOGIES (Item 1) There were none from members of the Council. "
        "QW8/19. FERRY FARES - A NEW SCALE (Item 2) (1) Mrs Penn gave an account of the scale. (2) Mr Moss agreed. "
        "QW9/19. MOORINGS: RENTS FOR 2019/20 (Item 3) (Report by the Harbour Master) (1) Mr Moss left the room. "
        "QW10/19. HARBOUR STEPS (1) Ms Tarn said that the steps were wet. The meeting ended at 9 pm.\n"
    )
    assert _items(text) == [
        ("QW7/19", "APOLOGIES"),
        ("QW8/19", "FERRY FARES - A NEW SCALE"),
        ("QW9/19", "MOORINGS: RENTS FOR 2019/20"),
        ("QW10/19", "HARBOUR STEPS"),
    ]
    text = text.replace("STEPS (1)", "STEPS (NORTH)")
    assert _items(text)[-1] == ("QW10/19", "HARBOUR STEPS (NORTH)")


def test_a_number_at_the_head_of_the_paragraph_belongs_to_the_heading_above() -> None:
    """`MOORINGS`, then `1417  The Board ...`: item 1417; numbers that run on over several paragraphs are not items'."""
    titles = ["APOLOGIES", "MOORINGS", "FERRY FARES", "HARBOUR WALL", "NEXT MEETING"]
    one_each = "".join(f"{t}\n\n{n}   There was submitted a paper on it.\n\n" for n, t in enumerate(titles, 1416))
    text = "Quay Council\n\nPresent: Cllr Penn\n\n" + one_each
    assert _items(text) == [(str(n), t) for n, t in enumerate(titles, 1416)]
    three_each = "".join(
        f"{t}\n\n" + "".join(f"{3 * k + n}.   There was submitted a paper on it.\n\n" for n in (1, 2, 3))
        for k, t in enumerate(titles)
    )
    text = "Quay Council\n\nPresent: Cllr Penn\n\n" + three_each
    assert [("2", t) for t in titles if ("2", t) in _items(text)] == []


def test_a_clock_time_may_stand_before_a_heading() -> None:
    """`9:02 a.m.  APPROVAL OF AGENDA` is a heading; a recess and a time in a sentence are not."""
    text = (
        "REGULAR MEETING MINUTES\n\nPresent: Penn, Moss\n\n9:00 a.m.  CALL TO ORDER\nMoss called us to order.\n"
        "9:02 a.m.  CONSENT AGENDA\n1. Minutes of May 2\n2. Bills\n\nMoss moved to approve the consent agenda.\n\n"
        "9:10 a.m.  FERRY FARES: NEW SCALE\nPenn gave the report of the harbour master.\n\n"
        "9:15 a.m.  HARBOUR WALL\nIt was mended, and Penn thanked the masons for it.\n\n"
        "9:20 a.m. to 9:30 a.m. Recess\n\n9:40 a.m.  ADJOURNMENT\nThere was nothing more to do that morning.\n"
    )
    titles = ["CALL TO ORDER", "CONSENT AGENDA", "FERRY FARES: NEW SCALE", "HARBOUR WALL", "ADJOURNMENT"]
    assert _items(text) == [("", t) for t in titles]


def test_cases_and_motions_are_parts_of_their_item() -> None:
    """`3/1` under III and `(a) Cllr Penn: Ferry fares` are headings; a list of who spoke is none."""
    text = (
        "Quay Council\n\nPresent: Cllr Penn\n\nI.   APOLOGIES\n\nNone.\n\nII.   PLANNING\n\nA list was put.\n\n"
        "2/1   QW/22/7 - QUAY HOUSE - NEW PORCH - MR. A. OAKES\n\nThe Clerk said that two letters had come in.\n\n"
        "2/2   QW/22/9 - MILL BARN - NEW ROOF - MRS. B. TARN\n\nThe Clerk said that nobody had written about it.\n\n"
        "III.   NOTICES OF MOTION\n\n(a)   Cllr. Ann Penn: Ferry fares\n\n"
        "That this Council asks for a lower fare on the early boat.\n\n(b)   Cllr. Jo Moss: Sunday boats\n\n"
        "That this Council asks for a boat on each Sunday in summer.\n\nIV.   ROADS\n\nIn turn there spoke:\n\n"
        "(a)   Cllr. Ann Penn: she wanted the lane to be mended.\n\n(b)   Cllr. Jo Moss: he did not want that.\n\n"
        "V.   NEXT MEETING\n\nOn 4 May.\n"
    )
    assert _items(text) == [
        ("I", "APOLOGIES"),
        ("II", "PLANNING"),
        ("2/1", "QW/22/7 - QUAY HOUSE - NEW PORCH - MR. A. OAKES"),
        ("2/2", "QW/22/9 - MILL BARN - NEW ROOF - MRS. B. TARN"),
        ("III", "NOTICES OF MOTION"),
        ("a", "Cllr. Ann Penn: Ferry fares"),
        ("b", "Cllr. Jo Moss: Sunday boats"),
        ("IV", "ROADS"),
        ("V", "NEXT MEETING"),
    ]


def test_a_motion_with_its_subject_is_an_item() -> None:
    """`2. Motion by Councillor Moss - Ferry Fares` is an item; a paragraph that says `Reported:` is none."""
    text = (
        "Quay Council\n\nPresent: Cllr Penn\n\n1. Apologies\n\n1.1 Reported:\n\nthat there were none.\n\n"
        "2. Motion by Councillor Moss - Ferry Fares\n\nIt was agreed to ask for less.\n\n3. Harbour Wall\n\n"
        "Motion by Councillor Penn - seconded by Councillor Moss\n\nIt was mended.\n\n4. Next Meeting\n\n4 May.\n"
    )
    titles = ["Apologies", "Motion by Councillor Moss - Ferry Fares", "Harbour Wall", "Next Meeting"]
    assert _items(text) == [(str(n), title) for n, title in enumerate(titles, 1)]
