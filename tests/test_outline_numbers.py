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
