"""Which parts of a numbered document are headed: long titles among short ones, lists that begin again, names."""

from __future__ import annotations

import pytest

from minuteparse import parse

_HEAD = "HALLOW TOWN COUNCIL\n\nMinutes of the meeting held on 9 March 2023 in the Hut\n\n"
_HEAD += "Present: Cllr A Moss, Cllr B Penn\n\n"


def _items(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in parse(_HEAD + text, model=None).items]


_MOVED = "\n\nMoved by A. Moss\n\nThat the report BE RECEIVED.\n\n"
_CONSENT = (
    "1.   Disclosures of Interest\n\nNone.\n\n2.   Consent\n\n"
    f"2.1   Gravel Pit Licence{_MOVED}2.2   Ferry Timetable{_MOVED}"
    "3.   Items for Direction\n\n{}" + f"{_MOVED}4.   Other Reports\n\n4.1   Harbour Lights{_MOVED}"
    "5.   Adjournment\n\nThat the meeting BE ADJOURNED.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "Request for a Meeting of Shareholders - Hallow Hydro Inc.",
        "Quay Toll - Councillors A. Moss, B. Penn and D. Reed",
        "(ADDED) RFP-2024-227 Template for the Grants of Harbour Works",
        "Grants for the Repair of Sea Walls between the Old Quay and the Long Sand, with the Agreement of the County "
        "of Westmarsh and of both Parishes",
    ],
)
def test_one_long_title_is_a_heading_where_the_parts_of_the_document_are(title: str) -> None:
    """Its siblings stand under other items; a company's point, a mover's name and a code end no title."""
    assert ("3.1", title.rstrip(".")) in _items(_CONSENT.format(f"3.1   {title}"))


def test_a_numbered_sentence_is_none() -> None:
    """It stands apart as titles do, and ends as a sentence does."""
    text = _CONSENT.format("3.1   The harbour master told members of the state of the sea wall.")
    assert "3.1" not in [number for number, _ in _items(text)]


_MOTIONS = (
    "1.\nAdoption of Minutes\nThe minutes were agreed.\n2.\nQuestion submitted by Councillor A. Moss\nI will ask when "
    "the quay is to be mended.\n3.\nQuestion submitted by Councillor B. Penn\nI will ask what the ferry costs.\n4.\n"
    "Notice of Motion submitted by Councillor B. Penn (to be referred to the Quays and\nFerries Policy Committee of "
    "the County)\nI will move that the ferry be free.\nThe motion was carried.\n5.\nCorrespondence\nNone.\n"
)


def test_who_submitted_a_question_or_motion_makes_no_sentence_of_its_title() -> None:
    """Nor does the panel in brackets that it goes to make the title too long for one."""
    found = _items(_MOTIONS)
    assert [number for number, _ in found] == ["1", "2", "3", "4", "5"]
    assert found[3][1].endswith("(to be referred to the Quays and Ferries Policy Committee of the County)")


_CASES = (
    "1. Moss Trading LLC\nDate: 02/01/2023\nNotice: overcrowded quay bar.\nWarning\n"
    "2. Penn Foods LLC\nDate: 05/01/2023\nNotice: blocked gangway on the quay.\nNo violation\n"
    "3. Penn Foods LLC\nDate: 07/01/2023\nNotice: blocked gangway on the pier.\nWarning\n"
    "4. Reed & Sons LLC\nDate: 08/01/2023\nNotice: music after eleven at night.\nWarning\n"
)


def test_lines_with_the_days_of_cases_are_no_running_heads() -> None:
    """So what is printed twice beside them, the name of one who has two cases, is a heading."""
    assert [number for number, _ in _items(_CASES)] == ["1", "2", "3", "4"]


def test_a_line_with_the_day_of_the_meeting_on_each_page_is_a_running_head() -> None:
    """It stands in no item's text wherever the pages break."""
    text = _HEAD + "".join(
        f"{n}. {title}\n\nThe quay was spoken of.\n\nHallow Council 09/03/2023\n\n"
        for n, title in enumerate(("Sea Wall", "Ferry Fares", "Pier Lights", "Gravel"), 1)
    )
    record = parse(text, model=None)
    assert [item.title for item in record.items] == ["Sea Wall", "Ferry Fares", "Pier Lights", "Gravel"]
    assert not any("Hallow Council" in text[item.body_start : item.end] for item in record.items)
