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


_PARTS = (
    "Unfinished Business\n\n1. Licence for the Old Quay\n\nMoss moved to approve the licence.\n\n2. Gravel Pit "
    "Hearing\n\n"
    "The hearing was put off.\n\nNew Business\n\nNone.\n\nConsent Agenda\n\n1. Minutes of the February Meeting\n\n"
    "Moss moved to accept the minutes.\n\n2. Treasury of the Harbour\n\nThe report was accepted.\n\nCommittee "
    "Reports\n\n"
    "1. Ferries\n\nThe ferry runs again.\n\n2. Parks\n\nThe swings are mended.\n\nAdjournment\n\nThe council "
    "went home.\n"
)


def test_numbers_that_begin_anew_below_each_heading_are_all_items() -> None:
    """And a heading between them that no number follows is one like theirs."""
    assert _items(_PARTS) == [
        ("", "Unfinished Business"),
        ("1", "Licence for the Old Quay"),
        ("2", "Gravel Pit Hearing"),
        ("", "New Business"),
        ("", "Consent Agenda"),
        ("1", "Minutes of the February Meeting"),
        ("2", "Treasury of the Harbour"),
        ("", "Committee Reports"),
        ("1", "Ferries"),
        ("2", "Parks"),
        ("", "Adjournment"),
    ]


def test_numbered_paragraphs_below_each_heading_are_none() -> None:
    """Sentences are counted anew below headings too."""
    text = (
        "Unfinished Business\n\n1. The quay was leased to Mr Kay.\n2. The gravel was sold.\n\nNew "
        "Business\n\n1. The swings "
        "were looked at.\n2. The ferry is late.\n\nCommittee Reports\n\n1. The ferry was said to run again.\n"
    )
    assert [title for _, title in _items(text)] == ["Unfinished Business", "New Business", "Committee Reports"]


def test_how_many_voted_is_no_number_of_an_item() -> None:
    """A count in brackets stands below the names; what the agenda sets out to do needs no main verb."""
    text = (
        "1.\nTo elect a Chair of the Harbour District to hold\noffice until a successor has been elected\nA vote was "
        "taken.\nFor Councillor Moss\nCouncillors Penn and Reed\n(2)\nFor Councillor Kay\nCouncillors Kay and "
        "Ash\n(3)\n"
        "Abstain\nCouncillor Orme\n2.\nTo elect a Deputy Chair of the Harbour District to\nhold office until a "
        "successor "
        "has been elected\nCouncillor Ash was elected.\n3.\nCorrespondence\nNone.\n"
    )
    assert [number for number, _ in _items(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2. To Approve: Costs of the Sea Wall The costs were agreed by all.", "To Approve: Costs of the Sea Wall"),
        ("2. To receive Reports from Members Nobody had any.", "To receive Reports from Members Nobody had any"),
        ("2. Sea Wall: The costs were agreed by all.", "Sea Wall"),
    ],
)
def test_a_title_ends_neither_after_its_verb_nor_after_a_preposition(line: str, title: str) -> None:
    """ "To Approve:" and "Reports from" ask for what follows them."""
    assert (
        _items(f"1. Apologies\n\nNone.\n\n{line}\n\n3. Quay Tolls\n\nNoted.\n\n4. Ferries\n\nNoted.\n")[1][1] == title
    )


def test_what_an_officer_reports_is_an_update() -> None:
    """Townships head it with the name of the work; what was reported to a council is business."""
    rest = "2. MINUTES\n\nAgreed.\n\n3. ADJOURNMENT\n\nDone.\n"
    kinds = [
        parse(f"{_HEAD}1. ROADS\n\n{told} the road is muddy and soft.\n\n{rest}", model=None).items[0].kind
        for told in ("Ann Cobb reports", "The Clerk reported that")
    ]
    assert kinds == ["update", "substantive"]


_TOWN = (
    "CALL TO ORDER\n\nThe Chair called the meeting to order.\n\nPLEDGE OF ALLEGIANCE -- those present stood up\n\n"
    "CORRESPONDENCE\nNo correspondence\n\nROADS\n\nThe road is muddy after all the rain of the month.\n\n"
    "Any questions on the road?\n\nThere were two of them about the ditch.\n\nNEXT MEETING April 19, 2023 at 6 pm\n\n"
    "ADJOURNMENT\n\nMoss moved to adjourn.\n"
)


def test_answers_and_questions_under_headings_are_none() -> None:
    """A title in capitals ends before a dash and small letters, and before the day of the next meeting."""
    titles = ["CALL TO ORDER", "PLEDGE OF ALLEGIANCE", "CORRESPONDENCE", "ROADS", "NEXT MEETING", "ADJOURNMENT"]
    assert [title for _, title in _items(_TOWN)] == titles


def test_a_sentence_about_members_present_is_no_label_of_attendance() -> None:
    """So the headings above it are not those of a letterhead; a label with its names is one."""
    text = (
        "Quay Walls\n\nIt was said by Mr Kay twice, and all\nmembers present noted, that the wall is "
        "down.\n\nOld Ferry\n\nIt is late "
    )
    text += "again.\n\n"
    text += "Correspondence\n\nNobody has written to us at all.\n\nDate of Next Meeting\n\n4 May 2023 in the Hut.\n"
    assert _items(text)[0][1] == "Quay Walls"
    named = text.replace("members present noted, that the wall is down", "Members present: Cllr D Reed, Cllr T Ash")
    assert "Quay Walls" not in [title for _, title in _items(named)]


@pytest.mark.parametrize(
    ("lines", "letters"),
    [
        (
            "(a)\nLand at Mill Road\nThe engineer told members what the land is worth.\n"
            "(b)\nPier Survey\nThe survey of the pier and of the quay was noted.\n",
            ["a", "b"],
        ),
        (
            "(a)\nCirculated, report of the Quay Engineer, Harbour Office, dated\n2nd March.\nThe report was noted.\n",
            [],
        ),
    ],
)
def test_a_letter_on_a_line_of_its_own_heads_the_title_below_it(lines: str, letters: list[str]) -> None:
    """A paragraph below it is lettered, not headed."""
    text = f"1.\nMinutes\nThe minutes were agreed.\n2.\nWorks Directorate\n{lines}"
    text += "3.\nCorrespondence\nNone.\n4.\nFerries\nNone.\n"
    assert [number for number, _ in _items(text)] == ["1", "2", *letters, "3", "4"]


def test_a_paragraph_on_the_last_minutes_is_an_item_among_headings() -> None:
    """Unless one of them is already about the minutes."""
    minutes = "Minutes of the meeting held 2 February: Moss proposed and Penn seconded them.\n\n"
    rest = "Quay Walls\n\nThe wall by the pier is down again.\n\nOld Ferry\n\nIt is late again this month.\n\n"
    rest += "Date of Next Meeting\n\n4 May 2023 in the Hut.\n"
    text = f"Apologies for Absence\n\nThere were none at all this time.\n\n{{}}{minutes}{rest}"
    assert ("", "Minutes of the meeting held 2 February") in _items(text.format(""))
    headed = text.format("Last Meeting's Minutes\n\nThey had been sent out and were read.\n\n")
    assert ("", "Minutes of the meeting held 2 February") not in _items(headed)


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("Ferry Works pdf icon PDF 1 MB (Agenda item 2) Members may note it: •      Mr Kay spoke.", "Ferry Works"),
        ("Old Quay Lights (Agenda item 2) Minutes: Mr Kay was heard.", "Old Quay Lights"),
        ("Approval of Minutes: The minutes were agreed by all.", "Approval of Minutes"),
    ],
)
def test_the_reference_to_the_agenda_ends_a_title_in_the_row_of_a_table(row: str, title: str) -> None:
    """What the agenda says of the item, or its minute, follows on the same line."""
    rows = f"No. | Item\n---|---\n1. | Apologies for absence (Agenda item 1) Minutes: None.\n2. | {row}\n"
    rows += "3. | Gravel Pit (Agenda item 3) Minutes: None.\n4. | Ferry Tolls (Agenda item 4) Minutes: None.\n"
    assert _items(rows)[1] == ("2", title)


def test_what_the_agenda_sets_out_to_do_is_a_title() -> None:
    """The next meeting until which an office is held is not what the item is about."""
    text = (
        "1.\nTo elect a Mayor of the Harbour District to hold\noffice until the next Annual Meeting of members\nMoss "
        "proposed Cllr Penn.\n2.\nTo elect a Deputy Mayor of the Harbour District to\nhold office until the "
        "next Annual "
        "Meeting\nPenn proposed Cllr Moss.\n"
    )
    assert [(item.number, item.kind) for item in parse(_HEAD + text, model=None).items] == [
        ("1", "substantive"),
        ("2", "substantive"),
    ]
    assert "To be discussed in May" not in [title for _, title in _items(f"{text}To be discussed in May\nFerries.\n")]
