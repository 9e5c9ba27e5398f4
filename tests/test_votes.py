"""Votes: who moved and seconded, what was counted, whose names were taken, and which of these belong together."""

from __future__ import annotations

import pytest

from minuteparse.evidence import Evidence
from minuteparse.fields.motion_formulas import formulas
from minuteparse.fields.vote_windows import matches_begun
from minuteparse.fields.votes import find_votes
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Person, Vote
from minuteparse.rules import rule, rules
from minuteparse.text import from_text


def votes_of(text: str, agenda_end: int = 0) -> list[Vote]:
    """The votes of an item whose body is `text`."""
    source = from_text(text)
    block = Block("1", "", 0, 0, "substantive", 1, 0, 0, agenda_end, len(text), "test")
    evidence = Evidence(source, split_lines(source), Outline(0, (block,), len(text)), (), ())
    return find_votes(evidence, block)


def only(text: str) -> Vote:
    """The one vote that `text` holds."""
    (vote,) = votes_of(text)
    return vote


def name(person: Person | None) -> str | None:
    """The person's name, if there is one."""
    return person.name if person else None


def counts(vote: Vote) -> tuple[int | None, int | None, int | None]:
    """For, against and abstentions of a vote."""
    return vote.for_, vote.against, vote.abstain


def names(people: list[Person]) -> list[str]:
    """The names of `people`."""
    return [p.name for p in people]


def test_rules_load() -> None:
    """Each rule finds its examples and none of its near misses."""
    assert len(rules("votes")) > 15


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("It was moved by Councillor Hay, seconded by Councillor Orme, that the road be closed.", "Hay", "Orme"),
        ("Councillor Hay moved, and Councillor Orme seconded, that the road be closed.", "Hay", "Orme"),
        ("Moved by Alderman Hay\nSeconded by Councillor Orme and\nRESOLVED - that it be noted.", "Hay", "Orme"),
        ("Accepted. Proposed by: Cllr A Hay   Seconded by: Cllr B Orme", "A Hay", "B Orme"),
        ("The minutes were APPROVED. Prop AH sec DO\nNo matters arising.", "AH", "DO"),
        ("On the proposal of Cllr. A. Hay, seconded by Cllr. B. Orme, it was agreed.", "A. Hay", "B. Orme"),
        ("Mover:-  Councillor Hay          Seconder:-  Councillor Orme", "Hay", "Orme"),
        ("Moved Cr Hay Seconded Cr Orme\n\nThat it be noted.", "Hay", "Orme"),
        ("Approval of the list: proposed SM, seconded JF, without change.", "SM", "JF"),
        ("MOTION BY COUNCILMAN HAY,SECONDED BY COUNCILWOMAN ORME,TO ADJOURN. CARRIED.", "HAY", "ORME"),
        ('Councillor Hay proposed as follows:-\n\n"That the pond be drained."\n\nSeconded by Mr Orme.', "Hay", "Orme"),
        ("A motion by Councillor Hay that the wording be kept was seconded by Mr Orme.", "Hay", "Orme"),
        ("Councillor Hay asked for time and proposed, seconded by Councillor Orme, deferral.", "Hay", "Orme"),
        ("Councillor Hay, seconded by Councillor Orme, moved that fares be frozen.", "Hay", "Orme"),
        ("Cllr Hay disagreed. He moved, seconded by Cllr Orme, that it be refused.", "Hay", "Orme"),
        ("The Leader proposed the report, which was seconded by Councillor Orme.", "The Leader", "Orme"),
        ("The Vice-Chair proposed, and Mr. Orme seconded, an extra meeting.", "The Vice-Chair", "Orme"),
        ("Jane Hay proposed, and Paul Orme seconded, that it was correct.", "Jane Hay", "Paul Orme"),
        ("No. 4 Cllr. A. Hay: That this Council keeps the bridge.\nSeconded by Cllr. B. Orme.", "A. Hay", "B. Orme"),
        ("Quote agreed. Proposed: Cllr A Hay, 2nd Cllr B Orme, all agreed.", "A Hay", "B Orme"),
        ("Motion by Jane Hay, second by Paul Orme to adjourn. Motion carried.", "Jane Hay", "Paul Orme"),
        ("RESOLVED (Hay/Orme) that the accounts be paid.", "Hay", "Orme"),
        ("On the proposal of Councillor Hay, seconded by Councillor Larch (M), it was agreed.", "Hay", "Larch (M)"),
        ("It was proposed by Mr J\nHay, seconded by Mrs A\nOrme, that it be so.", "J Hay", "A Orme"),
    ],
)
def test_mover_and_seconder(text: str, mover: str, seconder: str) -> None:
    """The two persons are found in whatever form the clerk prints them."""
    vote = only(text)
    assert (name(vote.mover), name(vote.seconder)) == (mover, seconder)


@pytest.mark.parametrize(
    "text",
    [
        "The officer had moved to another post and a nurse was seconded from the hospital.",
        "Cllr Hay moved that the item wait, but there was no seconder.",
        "It was proposed to move the service to the new building.",
        "A petition of 1,901 signatures was presented. At the election Mr Hay received 512 votes.",
        "All in favour.",
        "Each side may speak for 3 minutes for and 3 minutes against the application.",
        "Consultation: 61% were against and 52 letters in favour were received.",
        "The work was carried out and £3 for each copy was paid.",
        "At the June meeting, on the proposal of Cllr Hay and seconded by Cllr Orme, it had been agreed to wait.",
    ],
)
def test_no_vote(text: str) -> None:
    """Narrative, petitions, elections and motions without a seconder are no votes."""
    assert votes_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The motion was carried by 4 votes to 2.", (4, 2, None)),
        ("It was agreed (by 7 votes to 0).", (7, 0, None)),
        ("5 For, 0 Against, 1 Abstention", (5, 0, 1)),
        ("The item was deferred (7 for, 4 against, 1 abstention).", (7, 4, 1)),
        ("A vote was taken. In favour: 4. Against: 0. Abstained: 1", (4, 0, 1)),
        ("CARRIED 6/1", (6, 1, None)),
        ("MOTION CARRIED 5-0.", (5, 0, None)),
        ("Motion failed 2-2-1.", (2, 2, 1)),
        ("It was carried by 11 votes to nil.", (11, 0, None)),
        ("The amendment was carried, with four members voting for and two against.", (4, 2, None)),
        ("There voted for 5, against 1; the Chair did not vote.", (5, 1, None)),
        ("22 Members voted for, 1 against and there was 1 abstention.", (22, 1, 1)),
        (
            "there voted\n   for the amendment        5\n   against             6\n   abstentions         2\n",
            (5, 6, 2),
        ),
        ("Proposed and seconded; 7 for. It was resolved.", (7, None, None)),
        ("All in favour (6). It was resolved.", (6, None, None)),
        ("By a majority of two to one it decided to refuse.", (2, 1, None)),
        ("The vote was equal, 6 for and 6 against, and the Chair used her casting vote.", (6, 6, None)),
        ("The motion was lost by 9 votes to 4.", (4, 9, None)),
        ("For the motion (6)\nFor the amendment (4)\n", (6, 4, None)),
    ],
)
def test_counts(text: str, expected: tuple[int | None, ...]) -> None:
    """Counts are read in digits and words, before or after their side, and casting votes are not added."""
    assert counts(only(text)) == expected


def test_names_in_lists() -> None:
    """A recorded vote gives the names of each side, and its printed totals are the counts."""
    vote = only(
        "A recorded vote:\nFor: Cllrs. Hay, Orme, Mrs Dent (3)\nAgainst: Cllr. Kerr (1)\nAbstained: Cllr Lunn (1)"
    )
    assert (names(vote.for_names), names(vote.against_names), names(vote.abstain_names)) == (
        ["Hay", "Orme", "Dent"],
        ["Kerr"],
        ["Lunn"],
    )
    assert counts(vote) == (3, 1, 1)


def test_names_one_a_line() -> None:
    """Names may stand one a line under the side, with the total below them."""
    vote = only(
        "The vote was:\n\nFOR\n\nCouncillor Hay\n\nCouncillor Mrs Orme\n\n2\n\nAGAINST\n\nCouncillor Kerr\n\n1\n"
    )
    assert (names(vote.for_names), names(vote.against_names), counts(vote)) == (["Hay", "Orme"], ["Kerr"], (2, 1, None))


def test_a_list_ends_where_its_names_end() -> None:
    """What stands below a list of names is not read into it."""
    vote = only("CARRIED 5/2\n\nAgainst: Cr Hay, Cr Orme\n\nCr Dent declared an interest and left the room.")
    assert names(vote.against_names) == ["Hay", "Orme"]


def test_names_with_leaders() -> None:
    """Dotted leaders and the number after them end a list."""
    vote = only(
        "There voted for the motion:-\n\nCouncillors Hay, Orme ..........  2\n\nThere voted against:-\n\nNone\n"
    )
    assert (names(vote.for_names), counts(vote)) == (["Hay", "Orme"], (2, 0, None))


def test_roll_call_is_counted() -> None:
    """The answers of a roll call are the count where none is printed."""
    vote = only("Motion by Jane Hay, second by Paul Orme. Roll call: Hay aye, Orme aye, Dent nay. Motion carried.")
    assert (names(vote.for_names), names(vote.against_names), counts(vote)) == (["Hay", "Orme"], ["Dent"], (2, 1, None))


@pytest.mark.parametrize(
    ("text", "against", "abstain"),
    [
        ("REFUSED (6 for, 1 against JK)", ["JK"], []),
        ("It was agreed; 5 in favour 2 against (JK, POD)", ["JK", "POD"], []),
        (
            "Carried by 9 votes to 1. Councillor Hay asked for it to be recorded that she had voted against.",
            ["Hay"],
            [],
        ),
        ("CARRIED 6/1\n\nCr Hay requested that his vote against the motion be recorded.", ["Hay"], []),
        ("Carried by 11 votes to nil, Councillor Hay abstaining.", [], ["Hay"]),
        ("3 for, 3 against, 1 abstention (Cllr Hay).", [], ["Hay"]),
        (
            "(2 Members (Councillors Dent and Kerr) voted in favour, and 1 Member (Councillor Hay) voted against.)",
            ["Hay"],
            [],
        ),
    ],
)
def test_a_minority_is_named_in_the_sentence(text: str, against: list[str], abstain: list[str]) -> None:
    """Names beside a count or in its sentence belong to their side."""
    vote = only(text)
    assert (names(vote.against_names), names(vote.abstain_names)) == (against, abstain)


def test_one_who_abstains_beside_counts_is_counted() -> None:
    """A named abstention completes the counts of its sentence; a name alone counts nobody."""
    assert counts(only("Carried by 11 votes to nil, Councillor Hay abstaining.")) == (11, 0, 1)
    assert counts(only("No objection was made. Cllr Hay abstained from voting.")) == (None, None, None)


def test_a_division_between_two_courses_of_which_neither_is_called_an_amendment() -> None:
    """What was moved last was put against the motion; names in brackets below go with the figures."""
    vote = only(
        "Motion\n\nTo approve the plan.\n\n- moved by Councillor Hay, seconded by Councillor Orme\n\nAmendment\n\n"
        "To continue the plan.\n\n- moved by Councillor Dent, seconded by Councillor Kerr\n\n"
        "For the motion   -   2 votes\nFor the amendment   -   3 votes\n\n"
        "(For the motion: Councillors Hay and Orme.\nFor the amendment: Councillors Dent, Kerr and Pask.)\n"
    )
    assert (name(vote.mover), name(vote.seconder), counts(vote)) == ("Hay", "Orme", (2, 3, None))
    assert ([p.name for p in vote.for_names], [p.name for p in vote.against_names]) == (
        ["Hay", "Orme"],
        ["Dent", "Kerr", "Pask"],
    )


def test_a_division_told_in_one_sentence() -> None:
    """Bailies and Councillors for the motion, those for the amendment after a semicolon, as in Scotland."""
    vote = only(
        "Councillor Hay, seconded by Councillor Dent, moved that it be built. As an amendment, Councillor Ray, "
        "seconded by Councillor Lee, moved that it be refused.\n\nOn a division, there voted for the motion - Bailies "
        "Hay and Orme; and Councillors Dent, Pask and Kerr (5); and for the amendment - Councillors Ray and Lee (2) - "
        "whereupon the motion was declared carried."
    )
    assert (name(vote.mover), counts(vote), vote.result) == ("Hay", (5, 2, None), "carried")
    assert [p.name for p in vote.for_names] == ["Hay", "Orme", "Dent", "Pask", "Kerr"]
    assert [p.name for p in vote.against_names] == ["Ray", "Lee"]


def test_votes_without_colons_and_speakers_who_did_not_vote() -> None:
    """Names follow "There voted for the motion" at once; those who spoke for and against a plan cast no votes."""
    vote = only(
        "Councillor Hay moved and Councillor Orme seconded that the Panel object. There voted for the motion "
        "Councillors Hay, Dent and Orme (3); against, 8; one member abstained. The motion was accordingly lost."
    )
    assert (counts(vote), vote.result, len(vote.for_names)) == ((3, 8, 1), "lost", 3)
    assert votes_of("Those speaking in favor: Beth Hay. Those opposed: Chad Orme, of Elm Lane.") == []
    tie = only(
        "Moved by: Councillor Hay\nSeconded by: Councillor Dent\n\nTHAT it be closed.\nDefeated on a tie, 2 to 2"
    )
    assert (counts(tie), tie.result) == ((2, 2, None), "lost")


def test_amendment_before_the_motion() -> None:
    """The count after an amendment is the amendment's; the substantive motion has the next one."""
    motion, amendment = votes_of(
        "Moved by Cllr Hay and seconded by Cllr Orme that a grant of £300 be made. Cllr Dent proposed an amendment, "
        "seconded by Cllr Kerr, that £200 be offered. The amendment was lost, 2 voting for and 5 against. "
        "The substantive motion was put and carried by 6 votes to 1."
    )
    assert (name(motion.mover), counts(motion), motion.result) == ("Hay", (6, 1, None), "carried")
    assert (name(amendment.mover), counts(amendment), amendment.result) == ("Dent", (2, 5, None), "lost")


def test_an_overtaken_motion_stays() -> None:
    """A motion overtaken by an amendment is a vote of its own, without a result."""
    motion, amendment = votes_of(
        "It was proposed by Cllr Hay and seconded by Cllr Orme that £300 be given. Amendment by Cllr Dent, seconded by "
        "Cllr Kerr: to give £200. In favour of the amendment 4, against 2."
    )
    assert (counts(motion), counts(amendment)) == ((None, None, None), (4, 2, None))


def test_division_between_motion_and_amendment() -> None:
    """Where motion and amendment are put against each other there is one vote, and the motion's movers are its own."""
    vote = only(
        "Councillor Hay, seconded by Councillor Orme, moved approval.\n\nCouncillor Dent, seconded by Councillor Kerr, "
        "moved an amendment.\n\nFor the Amendment: Councillors Dent and Kerr (2).\n\nFor the Motion: Councillors "
        "Hay, Orme and Lunn (3).\n\nThe Motion was carried."
    )
    assert (name(vote.mover), counts(vote), names(vote.against_names)) == ("Hay", (3, 2, None), ["Dent", "Kerr"])


def test_the_same_pair_again_is_the_same_vote() -> None:
    """A pair named again before any result is one vote; after a result it is another."""
    again = "proposed by Cllr Hay, seconded by Cllr Orme"
    assert len(votes_of(f"It was {again}, to wait. A vote would be held on what had been {again}.")) == 1
    assert len(votes_of(f"It was {again}, to wait. Motion passed. It was {again}, to adjourn. Motion passed.")) == 2


def test_two_counts_alike_are_two_votes_if_a_result_parts_them() -> None:
    """Equal counts of two resolutions are two votes."""
    text = "The list was put; 6 for, 1 abstention. It was RESOLVED to pay. The other was put; 6 for, 1 abstention."
    assert [counts(v) for v in votes_of(text)] == [(6, None, 1), (6, None, 1)]


def test_a_motion_without_a_named_seconder_counts_if_put_to_the_vote() -> None:
    """A proposal that was voted upon has a mover alone."""
    vote = only(
        "A vote was taken on a proposal by Councillor Hay that the Panel write and this was carried unanimously."
    )
    assert (name(vote.mover), vote.seconder, vote.result) == ("Hay", None, "carried")


def test_agenda_text_is_left_out() -> None:
    """What the agenda proposes under the heading is no vote of the meeting."""
    agenda = "Motion proposed by Cllr Hay, seconded by Cllr Orme.\nMinutes:\n"
    assert votes_of(agenda + "The item was withdrawn.", len(agenda)) == []


def test_spans_hold_what_was_found() -> None:
    """The vote's span covers its persons and its count, and each person's span is the text of the person."""
    text = "Noted. It was moved by Councillor Hay, seconded by Mr Orme JP, and carried by 4 votes to 2. They went on."
    vote = only(text)
    assert text[vote.start : vote.end] == "moved by Councillor Hay, seconded by Mr Orme JP, and carried by 4 votes to 2"
    assert vote.mover
    assert vote.seconder
    assert [text[p.start : p.end] for p in (vote.mover, vote.seconder)] == ["Councillor Hay", "Mr Orme JP"]
    assert vote.by == "votes.moved_by"


@pytest.mark.parametrize(
    ("text", "for_", "against", "abstain"),
    [
        (
            "Yeas:|Nays:|Absent:\nA. Hay|S. Trent|J. Pike\nD. Orme||\n\nMotion Passed",
            ["A. Hay", "D. Orme"],
            ["S. Trent"],
            [],
        ),
        (
            "DIVISION\n\nFOR             AGAINST\nCr Hay          Cr Pike\nCr Orme\n\nThat it be noted.",
            ["Hay", "Orme"],
            ["Pike"],
            [],
        ),
        (
            "                   Yea     Nay     Absent\nMayor Hay           X\nCouncillor Orme             X\n"
            "Councillor Dent                     X\n\nDEFEATED",
            ["Hay"],
            ["Orme"],
            [],
        ),
        ("Member | For | Against | Abstain\nHay | X | |\nPike | | X |\nDent | | | X\n", ["Hay"], ["Pike"], ["Dent"]),
        (
            "The vote was: For | Against | Cllr Hay | Cllr Pike | Cllr Orme | | It was lost. |",
            ["Hay", "Orme"],
            ["Pike"],
            [],
        ),
        (
            "Vote | Councillors | Count\nFor | A Hay and B Orme | 2\nAgainst | D Pike | 1\n",
            ["A Hay", "B Orme"],
            ["D Pike"],
            [],
        ),
        ("ForA Hay and B Orme2\nAgainstNone0\nAbstainC Dent1\n", ["A Hay", "B Orme"], [], ["C Dent"]),
        ("FOR        Councillors Hay, Orme\nAGAINST    Councillor Pike\n", ["Hay", "Orme"], ["Pike"], []),
    ],
)
def test_divisions_are_read_from_tables(text: str, for_: list[str], against: list[str], abstain: list[str]) -> None:
    """Columns of names, marks beside names, rows of a side and cells run together name the same members."""
    vote = only(text)
    assert (names(vote.for_names), names(vote.against_names), names(vote.abstain_names)) == (for_, against, abstain)
    assert counts(vote)[:2] == (len(for_), len(against) if against or "None0" in text else None)


@pytest.mark.parametrize(
    ("text", "for_", "against"),
    [
        ("The roll was called:\nHay - For\nCourt - For\nPike - Against\nDent - Absent\n", ["Hay", "Court"], ["Pike"]),
        ("Roll call: Mr. Hay, yes; Mr. Orme, yes; Ms. Pike, no; Mr. Dent absent.", ["Hay", "Orme"], ["Pike"]),
        ("Cllr Hay: For\nCllr Orme: For\nCllr Pike: Against\nCllr Dent: Did not vote\n", ["Hay", "Orme"], ["Pike"]),
        (
            "Supervisor Hay, Councilmember Conk & Orme voting aye. Councilmember Pike voted nay.",
            ["Hay", "Conk", "Orme"],
            ["Pike"],
        ),
    ],
)
def test_answers_are_read_one_by_one(text: str, for_: list[str], against: list[str]) -> None:
    """A roll call gives each member's side, on one line or one a line; the absent have none."""
    vote = only(text)
    assert (names(vote.for_names), names(vote.against_names)) == (for_, against)
    assert counts(vote) == (len(for_), len(against), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There voted for the motion four, against seven, and one member abstained.", (4, 7, 1)),
        ("For, eight; against, three; abstentions, one (Mr Dent).", (8, 3, 1)),
        ("There were for the amendment 14 and against it 22.", (14, 22, None)),
        ("It was agreed, no one voting against and three not voting.", (None, 0, 3)),
        ("By ballot there were 2 for objecting and 3 for no comment, with one abstention.", (2, 3, 1)),
        ("Upon a vote there appeared POUR - 2, CONTRE - 1.", (2, 1, None)),
        ("In favour - 2; Against - 3; Not voting - 1", (2, 3, 1)),
        ("For: 12\nAgainst: 9\nAbstain: 1\nNot Voting: 2\nThe Motion was carried.", (12, 9, 1)),
        ("Two conversions. Objected, 4 to 1.", (4, 1, None)),
        ("Mrs Hay was elected on a show of hands, 3 to nil.", (3, 0, None)),
        ("It was carried by a majority of three to one.", (3, 1, None)),
    ],
)
def test_counts_may_be_words_and_name_their_side_first(text: str, expected: tuple[int | None, ...]) -> None:
    """Numbers in words, sides before numbers, courses put against each other, and two figures after a decision."""
    assert counts(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Motion Hay, second Orme, to renew the licence. Carried.", "Hay", "Orme"),
        ("MOTION: Hay   SECOND: Orme", "Hay", "Orme"),
        ("Offered by Mr. Hay, seconded by Mr. Orme:", "Hay", "Orme"),
        ("Moved by Hay, supported by Orme, to adjourn. Carried.", "Hay", "Orme"),
        ("M/S Hay/Orme to adjourn", "Hay", "Orme"),
        ("Moved/Seconded: Hay & Orme", "Hay", "Orme"),
        ("RESOLVED to pay (Cllr Hay / Cllr Orme; Cllr Dent did not vote).", "Hay", "Orme"),
        ("MOVED by Chairperson H Hay, seconded by Member L Orme: That it be noted.", "H Hay", "L Orme"),
        ("The minutes were agreed, prop CB sec SF. The rest waited.", "CB", "SF"),
        ("It was moved by Councillor Judge, seconded by Councillor Hay, that it be noted.", "Judge", "Hay"),
        ("Mrs. Lord moved, and Mr. Hay seconded, that it be noted.", "Lord", "Hay"),
        ("It was moved by the Metro Mayor, seconded by Mayor Hay, and carried.", "the Metro Mayor", "Hay"),
        (
            "It was proposed by the Constable of St Hill and seconded by the Dean of Orme.",
            "the Constable of St Hill",
            "the Dean of Orme",
        ),
        ("Gwelliant / Amendment gan Rhys Hay, eilio / seconded Gwyn Orme", "Rhys Hay", "Gwyn Orme"),
        ("Upon motion duly made by Mr. Hay and seconded by Mrs. Orme it was carried.", "Hay", "Orme"),
        ("That the report be received.\n(Hay/Orme)   Carried", "Hay", "Orme"),
        ("Moved          Hay/Orme\nThat the report be received.\nCARRIED", "Hay", "Orme"),
        ("All was read.\n\nMoved W. Hay / Seconded T. Orme:\n\nThat it be sent.\nCarried", "W. Hay", "T. Orme"),
        ("Cllr Hay put forward that it be shut, Cllr Orme seconding. Carried.", "Hay", "Orme"),
        ("Cllr Hay and Cllr Orme proposed and seconded.", "Hay", "Orme"),
        ("Mrs. Hay thought it dear and proposed £13, seconded by Mr. Orme. It was lost.", "Hay", "Orme"),
    ],
)
def test_movers_are_named_in_many_ways(text: str, mover: str, seconder: str) -> None:
    """Labels, strokes, offices before names, and family names that might be titles or letters after a name."""
    vote = only(text)
    assert (name(vote.mover), name(vote.seconder)) == (mover, seconder)


def test_nobody_seconds_no_motion() -> None:
    """The word stands where a name might."""
    assert votes_of("Councillor Hay moved to put it off. Nobody seconded that.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Motion by Hay, second by Orme, to note it. Motion carries 6-0-1.", (6, 0, 1)),
        ("The vote was tied at four each and the Chair voted against.", (4, 4, None)),
        ("A vote was taken:\nTá (4): Cllrs. Hay, Orme, Dent, Pike\nNíl (1): Cllr. Fahy", (4, 1, None)),
        (
            "Members voted as follows:\n\nMotion               Amendment         No Vote\n"
            "Councillor Hay       Councillor Dent   Councillor Pike\nCouncillor Orme\n",
            (2, 1, 1),
        ),
    ],
)
def test_counts_of_many_countries(text: str, expected: tuple[int | None, ...]) -> None:
    """American figures after the verb, ties, Irish sides, Scottish columns of motion and amendment."""
    assert counts(only(text)) == expected


def test_lists_run_over_page_breaks() -> None:
    """A page number inside a list of names does not end it, nor is it counted."""
    vote = only("For the motion: Councillors Hay, Orme and\n\n3\n\nDent\nAgainst the motion: Councillor Pike")
    assert names(vote.for_names) == ["Hay", "Orme", "Dent"]
    assert counts(vote) == (3, 1, None)


def test_a_resolution_that_repeats_its_movers_is_the_vote_before_it() -> None:
    """Australian minutes print the motion, the debate, and then the resolution with both names in brackets."""
    text = (
        "MOVED Clr Hay, seconded Clr Orme, that it be refused. The motion was CARRIED.\n\nRESOLVED (Hay/Orme)\n\nThat"
    )
    assert [(name(v.mover), name(v.seconder)) for v in votes_of(text)] == [("Hay", "Orme")]


def test_a_count_follows_the_motion_it_was_taken_on() -> None:
    """A motion agreed without a count leaves the next count to the one before it."""
    text = (
        "A motion was proposed by Cllr Hay and seconded by Cllr Orme. Councillor Dent moved, and Councillor "
        "Pike seconded, that the question be now put. This was agreed by all.\n\nUpon being put to the vote "
        "the motion was carried, with 11 for, 9 against and one abstaining."
    )
    assert [(name(v.mover), counts(v)) for v in votes_of(text)] == [("Hay", (11, 9, 1)), ("Dent", (None, None, None))]


@pytest.mark.parametrize("name", ["move", "second", "unseconded", "slash_pair", "pair_label"])
def test_formulas_of_motions_are_found_wherever_their_pattern_is(name: str) -> None:
    """The cheap tests before these rules leave out no match of theirs."""
    habit = rule("votes", name)
    text = "\n".join([*habit.examples, *habit.near_misses])
    found = [m.span() for m in formulas(from_text(text), name, 0, len(text))]
    assert found == [m.span() for m in habit.pattern.finditer(text)] != []


@pytest.mark.parametrize(
    ("group", "name"),
    [
        *(("votes", n) for n in ("duo_result", "duo_closed", "named_side", "recorded_side", "roll_sentence")),
        *(("declarations", n) for n in ("declares", "declared_by")),
    ],
)
def test_rules_that_begin_with_their_literals_are_found_wherever_their_pattern_is(group: str, name: str) -> None:
    """What these rules need is what each of their matches begins with."""
    habit = rule(group, name)
    text = "\n".join([*habit.examples, *habit.near_misses])
    found = [m.span() for m in matches_begun(from_text(text), habit, 0, len(text))]
    assert found == [m.span() for m in habit.pattern.finditer(text)] != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The grant was proposed by Cllr Lark, seconded by Cllr Rook and carried with one against.", (None, 1, None)),
        ("Moved by Cllr Lark, seconded by Cllr Rook and RESOLVED (with no Member voting against)", (None, 0, None)),
        ("Proposed by Cllr Lark, seconded by Cllr Rook and carried with work in hand.", (None, None, None)),
    ],
)
def test_a_minority_counted_after_the_result(text: str, found: tuple[int | None, int | None, int | None]) -> None:
    """ "Carried with one against" counts those against alone."""
    assert counts(only(text)) == found


def test_votes_recorded_for_a_motion() -> None:
    """Those on the losing side may have it recorded that they voted for the motion."""
    text = (
        "It was moved by Councillor Lark and seconded by Councillor Rook that the gate be shut. The motion was lost,"
        " 2 Members voting in favour and 6 against.\n\n(Councillors Lark and Rook wished it to be recorded that they"
        " had voted for the motion.)"
    )
    vote = only(text)
    assert [p.name for p in vote.for_names] == ["Lark", "Rook"]
    assert counts(vote) == (2, 6, None)
