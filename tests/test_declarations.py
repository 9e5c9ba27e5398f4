"""Declarations of interest: who declares, what kind, in which item and why."""

from __future__ import annotations

import pytest

from minuteparse.evidence import Evidence
from minuteparse.fields.declarations import find_declarations
from minuteparse.fields.interests import kind_of
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Declaration
from minuteparse.rules import rules
from minuteparse.text import from_text


def declared(text: str, title: str = "Declarations of Interest") -> list[Declaration]:
    """The declarations in an item whose body is `text`."""
    source = from_text(text)
    kind = "declarations" if "Interest" in title else "substantive"
    block = Block("3", title, 0, 0, kind, 1, 0, 0, 0, len(text), "test")
    return find_declarations(Evidence(source, split_lines(source), Outline(0, (block,), len(text)), (), ()), block)


def rows(text: str, title: str = "Declarations of Interest") -> list[tuple[str, str | None, str | None]]:
    """Member, kind and item of each declaration."""
    return [(d.member.name, d.interest, d.agenda_item) for d in declared(text, title)]


def test_rules_load() -> None:
    """Each rule finds its examples and none of its near misses."""
    assert len(rules("declarations")) > 8


@pytest.mark.parametrize(
    ("text", "member", "kind", "item", "nature"),
    [
        (
            "Councillor Hay declared a personal interest in item 5 as he is a trustee.",
            "Hay",
            "personal",
            "5",
            "he is a trustee",
        ),
        (
            "Mr A Hay declared a DPI in agenda item 7 by reason that he owned it.",
            "A Hay",
            "pecuniary",
            "7",
            "he owned it",
        ),
        ("Cllr Hay declared a personal and prejudicial interest in minute 87.", "Hay", "prejudicial", "87", None),
        ("Cllr Hay declared a non-pecuniary interest in item 4.", "Hay", "other", "4", None),
        ("Cllr Hay disclosed an interest in application 23/00144/F.", "Hay", None, "23/00144/F", None),
        ("Councillor Hay stated that she was a governor.", "Hay", None, None, "she was a governor"),
        (
            "Mr Hay spoke of his interest in the farm as he is the tenant, and went out.",
            "Hay",
            None,
            None,
            "he is the tenant",
        ),
        (
            "The Head of Finance (Acting) declared an interest in item 9.",
            "The Head of Finance (Acting)",
            None,
            "9",
            None,
        ),
        ("A personal interest was declared by Councillor Hay in item 6.", "Hay", "personal", "6", None),
        ("Item 9.4 - Councillor Hay (employee of the Trust)", "Hay", None, "9.4", "employee of the Trust"),
        ("Cllr Hay, non-pecuniary, Minute 418 (member of the Club).", "Hay", "other", "418", "member of the Club"),
        (
            "Financial Interest\n\nCr Hay - Item 9.2 - contractor to the Shire\n",
            "Hay",
            "pecuniary",
            "9.2",
            "contractor to the Shire",
        ),
        ("Cllr Hay | 5 | Personal | Member of the Trust |", "Hay", "personal", "5", None),
    ],
)
def test_one_declaration(text: str, member: str, kind: str | None, item: str | None, nature: str | None) -> None:
    """Member, kind, item and reason are read from sentences, lines of a list and rows of a table."""
    (found,) = declared(text)
    assert (found.member.name, found.interest, found.agenda_item) == (member, kind, item)
    if nature:
        assert found.nature == nature


@pytest.mark.parametrize(
    "text",
    [
        "There were none.",
        "Members must declare any disclosable pecuniary interest in an item.",
        "Members were invited to declare any interests.",
        "No interests were declared by Members.",
        "The Monitoring Officer advised that Members who had an interest should withdraw.",
        "Councillor Hay asked whether he needed to declare an interest.",
        "The Chair declared the meeting open.",
    ],
)
def test_no_declaration(text: str) -> None:
    """Nil returns, guidance and questions are no declarations."""
    assert declared(text) == []


def test_several_members_in_one_sentence() -> None:
    """Each member of a list has a declaration, with the kind said afterwards."""
    text = "Councillors Hay and Orme each declared that they were members of the Union. The interests were personal."
    assert rows(text) == [("Hay", "personal", None), ("Orme", "personal", None)]
    assert rows("JM and RE declared an interest in item 2.") == [("JM", None, "2"), ("RE", None, "2")]


def test_a_similar_interest_is_of_the_kind_before() -> None:
    """ "A similar interest" and "the same item" mean what was declared just before."""
    text = "Cllr Hay declared a personal interest in item 9. Mr Orme declared a similar interest in the same item."
    assert rows(text) == [("Hay", "personal", "9"), ("Orme", "personal", "9")]


def test_cells_one_a_line() -> None:
    """The cells of a table that was flattened to lines belong to the name above them."""
    cells = (
        "Name",
        "Type",
        "Nature",
        "Cllr A Hay",
        "Non-Pecuniary",
        "Item 5 - Governor",
        "Cllr B Orme",
        "Pecuniary",
        "Item 6",
    )
    text = "\n\n".join(cells)
    assert rows(text) == [("A Hay", "other", "5"), ("B Orme", "pecuniary", "6")]


def test_labelled_lines() -> None:
    """Labels before member and minute, with the kind said in the sentence that leads to them."""
    text = "The following member declared a personal interest:-\n\nMember - Councillor Hay\nMinute - 87\n"
    assert rows(text) == [("Hay", "personal", "87")]


def test_headings_give_the_kind_to_what_follows() -> None:
    """A heading's kind holds until the next heading."""
    text = "Personal Interests\nCllr Hay: agenda item 4\nPrejudicial Interests\nCllr Orme: agenda item 9\n"
    assert rows(text) == [("Hay", "personal", "4"), ("Orme", "prejudicial", "9")]


def test_a_decision_and_its_minute_are_one_declaration() -> None:
    """Pages that print the decision and the minute alike do not double the declaration."""
    said = "Cllr Hay declared a personal interest in item 6"
    text = f"Decision:\n\n{said}.\n\nMinutes:\n\n{said} as a trustee.\n"
    assert rows(text) == [("Hay", "personal", "6")]


def test_elsewhere_only_what_is_new() -> None:
    """In the middle of another item a declaration counts, but not what "having declared" looks back to."""
    assert rows("Councillor Hay declared an interest and left.", "Car Parks") == [("Hay", None, None)]
    assert rows("Councillor Hay, having declared an interest, left.", "Car Parks") == []
    assert rows("Councillor Hay had declared an interest and left.", "Car Parks") == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a personal but not prejudicial interest", "personal"),
        ("a disclosable pecuniary interest", "pecuniary"),
        ("a non-financial personal interest", "other"),
        ("an other registrable interest", "other"),
        ("a conflict of interest", "other"),
        ("an interest", None),
    ],
)
def test_kinds(words: str, kind: str | None) -> None:
    """The kind is the one that the words name; an interest alone has none."""
    assert kind_of(words) == kind


def test_spans() -> None:
    """A declaration's span holds its sentence, and the member's span the name with its title."""
    text = "None but this. Councillor A Hay declared a personal interest in item 5. The meeting went on."
    (found,) = declared(text)
    assert text[found.start : found.end] == "Councillor A Hay declared a personal interest in item 5."
    assert text[found.member.start : found.member.end] == "Councillor A Hay"


@pytest.mark.parametrize(
    "text",
    [
        "COUNCILLOR     ITEM              NATURE OF INTEREST\n\nHay            Item 8 (Fees)     Personal - licensee\n"
        "Mrs Orme       Item 9 (Parks)    Prejudicial - owns a stall\n",
        "Name | Agenda item | Type of interest | Reason\n"
        "Cllr Hay | 8 | Personal | Tenant\nMrs Orme | 9 | Prejudicial | Owner\n",
        "Member\tMinute No\tInterest\nHay\t8\tPersonal\nOrme\t9\tPrejudicial\n",
        "a) Personal: Cllr Hay (item 8)\nb) Prejudicial: Cllr Orme (item 9)\n",
        "Interests were declared as follows:\n• Hay - item 8 - personal\n• Mrs Orme - item 9 - prejudicial\n",
    ],
)
def test_tables_and_rows_give_a_declaration_a_member(text: str) -> None:
    """A heading names the columns, or a line leads with the kind; each row is of its own member and item."""
    assert rows(text) == [("Hay", "personal", "8"), ("Orme", "prejudicial", "9")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All Members declared a personal interest in item 5, as they knew the clerk.",
            [("All Members", "personal", "5")],
        ),
        ("All Councillors present had been lobbied by the objectors.", [("All Councillors present", None, None)]),
        ("Cllr Hay has a non-registrable interest in item 8, his sister being the tenant.", [("Hay", "other", "8")]),
        ("Councillor Hay declared a personal but not prejudicial interest in item 4.", [("Hay", "personal", "4")]),
        (
            "Councillor Hay - Item 8.2\n\nCouncillor Hay declared a pecuniary interest as he owns a lot.",
            [("Hay", "pecuniary", "8.2")],
        ),
        ("Mr Hay, item 6, as his son works there. Neither had a financial interest.", [("Hay", "other", "6")]),
        ("Cllr Hay - Item 12 (DPI), Cllr Orme - Item 14 (ORI)", [("Hay", "pecuniary", "12"), ("Orme", "other", "14")]),
        ("The Chaplain, Canon Hay, asked that it be known that she sat on the board.", [("Hay", None, None)]),
        ("Councillor Hay made a transparency statement that his son had no interest to declare.", []),
        (
            "Alderman Hay          EH/005/2009          Non-pecuniary - member of the Hall Committee\n"
            "Councillor Orme       EH/007/2009          Pecuniary - brother is licensee",
            [("Hay", "other", "EH/005/2009"), ("Orme", "pecuniary", "EH/007/2009")],
        ),
        (
            "Financial:      Cr M Hay, item 9.3 - is a director of the tenant\nProximity:      Nil\n"
            "Impartiality:   Cr L Orme, item 9.2 - patron of the Arts Group\n"
            "                Mr G Dent (CEO), item 9.1 - acquainted with the tenderer",
            [("M Hay", "pecuniary", "9.3"), ("L Orme", "other", "9.2"), ("G Dent", "other", "9.1")],
        ),
        ("Cllr Hay: member of the Cycling Campaign (OS.34).", [("Hay", None, None)]),
        ("- Paul Hay: indirect interest in item 8 because his son works there.", [("Paul Hay", None, "8")]),
        ("Mr Hay reminded the Session that he had a pecuniary interest in the manse.", [("Hay", "pecuniary", None)]),
        (
            "Councillor Ms. L. Hay-Orme     Agenda Item 7 - Library\n            The nature of the interest was that "
            "Councillor Hay-Orme was a trustee. As this was a personal and prejudicial interest she withdrew.",
            [("L. Hay-Orme", "prejudicial", "7")],
        ),
    ],
)
def test_interests_are_said_in_many_ways(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Whole bodies declare, kinds are denied or abbreviated, and a line may lead the sentence that says the rest."""
    assert rows(text) == expected


def test_interests_come_up_under_other_headings() -> None:
    """Who declares in the debate, or takes no part for a conflict, is found; who had declared before is not."""
    text = (
        "Councillor Hay, having heard the name, declared a personal interest. Commissioner Orme recused herself "
        "because of a conflict. Councillor Dent, who had declared an interest, left the room."
    )
    assert rows(text, "Planning") == [("Hay", "personal", None), ("Orme", "other", None)]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Councillor Lark declared that she was secretary of the Band and left the room.", ["Lark"]),
        ("Councillor Lark declared that she was pleased with the plans.", []),
        ("It was late. Ruth declared that she works for the owner and took no part in this.", ["Ruth"]),
        ("JMcC declared an interest as a neighbour and took no part.", ["JMcC"]),
        ("AB, when she joined, declared a financial interest as the tenant.", ["AB"]),
        ("Paul Van den Rook declared a personal interest in it.", ["Paul Van den Rook"]),
        ("The weather, when it came, declared an interest.", []),
        ("Nobody declared an interest.", []),
    ],
)
def test_who_declares_outside_the_item_of_declarations(text: str, members: list[str]) -> None:
    """A tie with its consequence, first names, mixed initials and words between the name and the verb."""
    assert [d.member.name for d in declared(text, "Band Room")] == members


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cllr Hay declared an 'other' interest in item 5.", [("Hay", "other", "5")]),
        ("Cllr Hay declared that his wife works there. Interest: Other.", [("Hay", "other", None)]),
        ("Councillor Hay declared an affected interest in item 12.", [("Hay", "other", "12")]),
        ("Councillor Hay declared an ORI in item 12.", [("Hay", "other", "12")]),
        ("Mr Orme intimated an interest in item 9.", [("Orme", None, "9")]),
        ("Mr Orme wished it to be noted that he was a governor.", [("Orme", None, None)]),
        ("Mr Orme asked for it to be recorded that he knew the owner.", [("Orme", None, None)]),
        ("Member Hay declared an interest in item 14.", [("Hay", None, "14")]),
        ("Deputy Chair Orme declared a conflict of interest in item 2.", [("Orme", "other", "2")]),
        ("All officers present declared an interest in item 14 (pay).", [("All officers present", None, "14")]),
        ("With regard to item 6 Councillor Hay declared a personal interest.", [("Hay", "personal", "6")]),
        ("Agenda Item 14: Councillor Hay declared an interest (member of the club).", [("Hay", None, "14")]),
        (
            "Cllr Hay (item 9) and Cllr Orme (item 10) each declared a personal interest.",
            [("Hay", "personal", "9"), ("Orme", "personal", "10")],
        ),
        (
            "Interests were declared by Cllr Hay (item 9) and Cllr Orme (item 10).",
            [("Hay", None, "9"), ("Orme", None, "10")],
        ),
        (
            "Cllr Hay: item 6 (personal), Cllr Orme: item 9 (pecuniary).",
            [("Hay", "personal", "6"), ("Orme", "pecuniary", "9")],
        ),
        ("Personal: Cllr Hay (Item 14). Prejudicial: None.", [("Hay", "personal", "14")]),
        ("Hay - item 9\nOrme - item 10", [("Hay", None, "9"), ("Orme", None, "10")]),
        ("AD - DPI in item 9\nTS - a personal interest in item 4", [("AD", "pecuniary", "9"), ("TS", "personal", "4")]),
        ("Cllr Hay: Trustee of the hall.", [("Hay", None, None)]),
    ],
)
def test_wordings_of_many_bodies(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """Kinds in quotation marks and by initials, the item of each in brackets or before the name, lists by surname."""
    assert rows(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Hay declared that he had been granted a dispensation for item 9.",
        "Mr Orme wished the team well.",
        "Each Member of the Board declared the result.",
        "Members: item 9 is put off.",
    ],
)
def test_near_misses_of_wordings(text: str) -> None:
    """Leave to take part, good wishes and results are no interests."""
    assert rows(text) == []


def test_the_kind_told_after_the_nature_of_the_interest() -> None:
    """A later sentence on the same interest gives its kind; one on something else does not."""
    told = "Councillor Orme declared an interest in item 6. The nature of the interest was that he sat on the board. "
    assert rows(told + "He advised that the interest was both personal and prejudicial.") == [
        ("Orme", "prejudicial", "6")
    ]
    assert rows(told + "He advised that the board was prejudicial.") == [("Orme", None, "6")]


def test_two_members_with_interests_of_two_kinds_in_one_sentence() -> None:
    """Each has the kind and the item of the words beside the name."""
    text = "Councillor Orme declared a pecuniary interest in item 4 and Mr Dent a non-pecuniary interest in item 5."
    assert rows(text) == [("Orme", "pecuniary", "4"), ("Dent", "other", "5")]


def test_indented_rows_of_a_table_are_rows() -> None:
    """Rows that stand as deep as the first are rows of their own; deeper lines go on with the row above."""
    table = (
        "     Name                 Item       Interest\n"
        "     Councillor Orme      H.2        Direct pecuniary - owns a lot\n"
        "                                     beside the road\n"
        "     Councillor Dent      F.1        Indirect pecuniary - spouse works there\n"
    )
    assert [(name, kind) for name, kind, _ in rows(table)] == [("Orme", "pecuniary"), ("Dent", "pecuniary")]
