"""The outline of damaged and composed documents: lost breaks, flattened pages, headings of parts, lists of entries."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.outline.runs import title_run

_HEAD = "HALLOW PARISH COUNCIL\n\nMinutes of the meeting held on 9 March 2023 in the Hut\n\n"
_HEAD += "Present: Cllr A Moss, Cllr B Penn\n\n"


def _items(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in parse(_HEAD + text, model=None).items]


def _bodies(text: str) -> list[str]:
    record = parse(_HEAD + text, model=None)
    return [" ".join((_HEAD + text)[item.body_start : item.end].split()) for item in record.items]


_PARTS = "1. Apologies\n\nNone.\n\n2. Reports\n\n{}\n\n{}\n\n3. Finance\n\nNoted.\n\n4. Next meeting\n\n4 May 2023.\n"


def test_a_title_that_a_sentence_follows_without_a_sign_heads_a_part() -> None:
    """The page lost the line break after it; the next part may even begin on the line of its item."""
    text = _PARTS.format(
        "2.1 Chair's Report The Chair met the county.", "2.2 Village Hall Work has been done on the roof."
    )
    assert _items(text)[2:4] == [("2.1", "Chair's Report"), ("2.2", "Village Hall")]
    joined = text.replace("Reports\n\n2.1", "Reports 2.1")
    assert _items(joined) == _items(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2.1 Bus shelter. The glass has come.", "2.2 Hall roof. Mr Kay had two prices."),
        ("2.1 The Chair met the county about it.", "2.2 In answer to Mr Kay the Clerk said no."),
        ("2.1 Two trees were felled by the path.", "2.2 A letter from Mr and Mrs Orford was read."),
    ],
)
def test_numbered_paragraphs_are_no_parts(first: str, second: str) -> None:
    """A label with a stop after it, or a sentence, begins a paragraph."""
    assert [number for number, _ in _items(_PARTS.format(first, second))] == ["1", "2", "3", "4"]


def test_numbers_that_count_on_head_the_items_of_a_flattened_page() -> None:
    """Titles in title case, an item without title, a nil return; the number of a part in a sentence is none."""
    text = (
        "1. Apologies for Absence Cllr C Reed sent hers. 2. No Declarations of Interest heard 3. The Minutes of the "
        "meeting of 2 February were agreed, with a change in item 4.2. 4. Road Matters It was said that the sign on "
        "Mill Lane is gone. The county will be told. 5. 5.1 Chair's Report • The seat is mended and has been paid "
        "for. 5.2 Play Area The swings were looked at in May. 6. Village Hall The roof leaks over the stage again."
    )
    assert _items(text) == [
        ("1", "Apologies for Absence"),
        ("2", "No Declarations of Interest heard"),
        ("3", ""),
        ("4", "Road Matters"),
        ("5", ""),
        ("5.1", "Chair's Report"),
        ("5.2", "Play Area"),
        ("6", "Village Hall"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Risk Assessment Update Work has been done.", "Risk Assessment Update"),
        ("Clerk's Report Members of the Public asked for it.", "Clerk's Report"),
        ("Work has been done on the gate.", None),
        ("Mill Lane Footpath and Stile", None),
    ],
)
def test_the_last_capital_before_small_words_begins_the_sentence(text: str, title: str | None) -> None:
    """At least two words in title case are left for the title."""
    cut = title_run(text)
    assert (text[: cut[0]] if cut else None) == title


_RESTART = (
    "Licensing Hearing: Tuesday\n1. Anchor Foods\nThe licence was granted to them.\n2. Beacon Cafe\nThe hours were "
    "set at nine.\n3. Cobb Brothers\nThe case was put off.\n{}\n1. Dell Stores\nThe sign may stay as it is.\n2. Elm "
    "House\nThe fee was paid in full.\n3. Fenn and Sons\nThe stall may trade on Sundays.\n"
)


def test_the_line_above_numbers_that_begin_again_heads_a_part() -> None:
    """So does the line above the first number, if it is one of a kind with the others."""
    items = _items(_RESTART.format("Trading Hearing: Wednesday"))
    assert items[0] == ("", "Licensing Hearing: Tuesday")
    assert items[4] == ("", "Trading Hearing: Wednesday")


def test_a_sentence_above_numbers_that_begin_again_is_text() -> None:
    """It ends with a stop."""
    assert all(number for number, _ in _items(_RESTART.format("The stalls were then looked at.")))


def test_a_standing_title_in_capitals_above_a_number_heads_a_part() -> None:
    """QUESTIONS stands between items 2 and 3; a lone outcome in capitals does not head anything."""
    text = "1. Minutes\n\nAgreed.\n\n2. Roads\n\nThe report was noted.\n{}\n3. Question of Cllr Penn\n\n"
    text += "When will it open?\n\n4. Question of Cllr Moss\n\nWho owns the wall?\n"
    assert ("", "QUESTIONS") in _items(text.format("QUESTIONS"))
    assert all(number for number, _ in _items(text.format("REMITTED")))


def test_entries_of_a_list_are_no_headings() -> None:
    """They follow each other at once and have no text of their own; titles that gather others are short."""
    text = (
        "Matters Arising:\n\nThe bin was moved to the green.\n\nPlanning:\n\n"
        "Extension to the dwelling at Mill House Lane\n\nTwo Dormer Windows at the Old School\n\n"
        "New Barn for Hay at Upper Farm\n\nCorrespondence:\n\nA letter was read out.\n\n"
        "Public Questions:\n\nNone were asked.\n\nNext Meeting:\n\nIt will be on 4 May 2023.\n"
    )
    titles = [title for _, title in _items(text)]
    assert titles == ["Matters Arising", "Planning", "Correspondence", "Public Questions", "Next Meeting"]


def test_who_leads_an_item_is_no_part_of_its_number() -> None:
    """The cell is torn from the row before; a code that all numbers share stays."""
    rows = "MW 2 Minutes\n\n- Adopted\n\nAll 3 Matters Arising AB 4 Handover\n\n- Keys\n\n"
    assert _items(rows + "OB 5 Finance Report\n\n- Paid\n\nMW 6 Past Events\n\n- A walk\n")[:4] == [
        ("2", "Minutes"),
        ("3", "Matters Arising"),
        ("4", "Handover"),
        ("5", "Finance Report"),
    ]
    coded = (
        "CFS 20 Minutes\n\nAgreed.\n\nCFS 21 Roads\n\nNoted.\n\nCFS 22 Finance\n\nPaid.\n\nCFS 23 Events\n\nA walk.\n"
    )
    assert [number for number, _ in _items(coded)] == ["CFS 20", "CFS 21", "CFS 22", "CFS 23"]


_LAST = "1. Minutes\n\nAgreed.\n\n2. Roads\n\nNoted.\n\n3. Any other business\n\n{}\n"


@pytest.mark.parametrize(
    "signed",
    [
        "Respectfully submitted,\nAnn Cobb",
        "Respectively submitted,\nAnn Cobb\nTown Clerk in training",
        "Parish Clerk",
        "11th March 2023\nCHAIRPERSON",
    ],
)
def test_what_is_signed_is_no_text_of_the_last_item(signed: str) -> None:
    """A name or post under the formula, a post alone, the day above it."""
    assert _bodies(_LAST.format(f"The seat is mended.\n\n{signed}"))[-1] == "The seat is mended."


def test_a_name_or_a_day_alone_is_text() -> None:
    """Without a signature by it."""
    assert _bodies(_LAST.format("The seat is mended by\n\nAnn Cobb"))[-1].endswith("Ann Cobb")
    assert _bodies(_LAST.replace("Any other business", "Date of next meeting").format("12 April 2023\n\nCHAIR"))[
        -1
    ] == ("12 April 2023")


def test_the_closing_sentence_answers_the_last_item() -> None:
    """If it is all there is about other business; the mover of a closing motion belongs to its item too."""
    close = "As there was no further business, the Chair closed the meeting at 9.05pm."
    assert _bodies(_LAST.format(close))[-1] == close
    assert _bodies(_LAST.format(f"The seat is mended.\n\n{close}"))[-1] == "The seat is mended."
    moved = "Moved by A Moss\n\nSeconded by B Penn\n\nThat the meeting BE ADJOURNED.\n\nMotion Passed"
    assert _bodies(_LAST.replace("Any other business", "Adjournment").format(moved))[-1].endswith("Motion Passed")


def test_the_numbers_below_page_breaks_are_those_of_pages() -> None:
    """They count the breaks; a number that heads a title below is an item's."""
    text = "1.\nMinutes\nAgreed.\n---\n2\n2.\nRoads\nNoted.\n---\n3\n3.\nFinance\nPaid.\n"
    assert _items(text) == [("1", "Minutes"), ("2", "Roads"), ("3", "Finance")]
    assert _bodies(text)[0].rstrip("- ") == "Agreed."


def test_the_day_of_the_next_meeting_is_no_part_of_its_title() -> None:
    """Unless a dash joins them."""
    text = "1. Minutes\n\nAgreed.\n\n2. Roads\n\nNoted.\n\n3. Date of next meeting{} 4 May 2023\n"
    assert _items(text.format(""))[-1] == ("3", "Date of next meeting")
    assert _items(text.format(" -"))[-1] == ("3", "Date of next meeting - 4 May 2023")


def test_the_number_of_a_house_is_no_number_of_an_item() -> None:
    """It is far off and has no dot."""
    text = "1. Anchor Ltd\n\nNew sign.\n\n2. Beacon Ltd\n\n60 NORTH SQUARE, HALLOW\n\nNew door.\n\n"
    text += "3. Cobb Ltd\n\nNew roof.\n"
    assert [number for number, _ in _items(text)] == ["1", "2", "3"]


def test_the_subject_of_a_sentence_is_no_title() -> None:
    """Accounts were presented; a title may stand before a participle."""
    text = "1. Minutes\n\nAgreed.\n\n2. Accounts were presented and accepted for payment.\n\n3. Roads\n\nNoted.\n"
    assert _items(text)[1] == ("2", "")


def test_a_title_in_capitals_ends_before_a_list_or_a_verb() -> None:
    """And before a line with a label."""
    text = "1. MINUTES\n\nAgreed.\n\n2. COUNTY REPORTS i. Hallow Borough Nothing\n\n"
    text += "3. ANCHOR FOODS LTD\nSITE: THE QUAY\n\nNoted.\n"
    assert _items(text)[1:] == [("2", "COUNTY REPORTS"), ("3", "ANCHOR FOODS LTD")]


def test_a_decision_before_the_first_heading_is_kept() -> None:
    """Whoever attends; a line of attendance begins no item."""
    text = "It was agreed to hold the forum first so that those attending might leave early.\n\n1. Minutes\n\nAgreed.\n"
    record = parse(_HEAD + text, model=None)
    assert [d.kind for d in record.items[0].decisions] == ["agreed"]
    assert _items(text.replace("It was agreed to hold", "Members held")) == [("1", "Minutes")]


def test_a_lone_outcome_or_sum_in_capitals_heads_nothing() -> None:
    """However many stand above numbers."""
    text = "1. Roads\n\nThe sign is gone.\n\nNO OBSERVATIONS\n\n2. Bins\n\nThe bin is full.\n\nTOTAL COST\n\n"
    text += "3. Seats\n\nNone.\n"
    assert [number for number, _ in _items(text)] == ["1", "2", "3"]


def test_the_subject_of_a_paragraph_is_no_heading_without_a_number() -> None:
    """The treasurer's report was approved."""
    text = "Open Forum\n\nMs Roy spoke.\n\nMatters arising\n\nThe bin was moved.\n\n"
    text += "The treasurer's report was approved.\n\n"
    assert [title for _, title in _items(text + "Next meeting\n\n4 May 2023.\n")] == [
        "Open Forum",
        "Matters arising",
        "Next meeting",
    ]


def test_names_with_initials_in_lists_of_votes_are_no_lettered_headings() -> None:
    """The same names stand under each motion; the numbers hold the items."""
    votes = "Moved by: B. Dent\n\nYeas: (4)\nA. Orme\nB. Dent\nC. Moss\nD. Hay\n\nMotion Passed (4 to 0)\n\n\n"
    text = "".join(f"{n}.   {title}\n\n{votes}" for n, title in enumerate(["Roads", "Parks", "Rates"], 1))
    assert _items(text) == [("1", "Roads"), ("2", "Parks"), ("3", "Rates")]


def test_long_titles_among_numbered_parts_are_headings_too() -> None:
    """Numbers of one depth, each apart, several of them plainly headings: so are those that are too long to look so."""
    long = "Additions to the Centre Improvement Plan Guidelines: Vacant Shops, Lighting, Signs and Grants for Façades"
    titles = [
        "Repair of a Truck",
        "Tax Policy (Relates to Bill No. 135)",
        f"{long} of Listed Houses",
        "Wren Park",
        "Bus Lane",
    ]
    parts = "".join(
        f"4.{n}   (2.{n}) {t}\n\nMoved by B. Dent that it be received.\n\n\n" for n, t in enumerate(titles, 1)
    )
    text = f"3.   Minutes\n\nAgreed.\n\n4.   Reports\n\nAll were taken.\n\n\n{parts}5.   Bills\n\nNone.\n"
    assert [number for number, _ in _items(text)] == ["3", "4", "4.1", "4.2", "4.3", "4.4", "4.5", "5"]


def test_several_lists_in_one_item_are_no_items() -> None:
    """Each begins with 1; the number that goes on after them belongs to the item before them."""
    names = "".join(f"{n}.  {name}\n\n" for n, name in enumerate(["Ann Orme", "Bo Dent", "Cy Moss"], 1))
    text = (
        f"5.   Minutes\n\nAgreed.\n\n6.   Letters\n\nRead.\n\n{names}{names}7.   Bills\n\nNone.\n\n8.   Parks\n\nYes.\n"
    )
    assert [number for number, _ in _items(text)] == ["5", "6", "7", "8"]


def test_numbers_torn_from_their_titles_head_nothing() -> None:
    """A column of numbers read before the column of titles: the record says so and guesses no pairs."""
    torn = "16/05/1 i)\n\nii) 16/05/2\n\n16/05/3 16/05/4 i)\n\nii)\n\n"
    text = "Local Reports: None.\n\nClerk's Report\nThe bench was mended.\n\nCorrespondence: A letter was read.\n"
    record = parse(torn + text, model=None)
    assert not any(item.number for item in record.items)
    assert [(i.code, i.start, i.end) for i in record.issues if "number" in i.code] == [("item-number-detached", 0, 10)]
    few = parse(
        "16/05/1 Reports\n\nSee 16/05/3 i).\n\n16/05/2 Letters\n\nNone.\n\n16/05/3 Paths\n\ni) Mill Lane\n", model=None
    )
    assert [item.number for item in few.items if item.level == 1] == ["16/05/1", "16/05/2", "16/05/3"]
    assert not any(i.code == "item-number-detached" for i in few.issues)
