"""Decisions: keywords, clauses, kinds, and what is none."""

from __future__ import annotations

import pytest

from minuteparse import parse
from minuteparse.evidence import Evidence
from minuteparse.fields.clauses import Passage
from minuteparse.fields.decision_leads import led_matches
from minuteparse.fields.decisions import find_decisions
from minuteparse.lines import split_lines
from minuteparse.outline.model import Block, Outline
from minuteparse.record import Decision, ItemKind
from minuteparse.rules import Rule, rules
from minuteparse.text import from_text


def read(text: str, *, title: str = "Hedges", kind: ItemKind = "substantive") -> list[Decision]:
    """The decisions of an item whose body is `text`."""
    source = from_text(text)
    block = Block("1", title, 0, 0, kind, 1, 0, 0, 0, len(text), "test")
    outline = Outline(0, (block,), len(text))
    found = find_decisions(Evidence(source, split_lines(source), outline, (), ()), block)
    for decision in found:
        assert source.quote(decision.start, decision.end) == decision.text
    return found


def said(text: str, *, title: str = "Hedges", kind: ItemKind = "substantive") -> list[tuple[str, str]]:
    """Kind and text of each decision."""
    return [(d.kind, d.text) for d in read(text, title=title, kind=kind)]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the hedge be cut.",
        "Resolved - That the hedge be cut.",
        "RESOLVED\n\nThat the hedge be cut.\n\nReason: It hides the sign.",
        "It was moved by Mr Moss, seconded by Ms Penn and\n\nRESOLVED 2011/044\n\nThat the hedge be cut.",
        "Resolved unanimously:\n\nThat the hedge be cut.\n\nMover: Mr Moss",
        "RESOLVED by 10 votes to 1 - That the hedge be cut.",
        "COUNCIL RESOLUTION 0911.02\n\nMoved Cr Moss Seconded Cr Penn\n\nThat the hedge be cut.\n\nCARRIED 5/2",
        "Resolution Record No. ABC/12/01\nProposed by Cllr Moss.\nCARRIED: Unanimous.\nThat the hedge be cut.",
        "Moved by A. Moss\nSeconded by B. Penn\n\nThat the hedge be cut.\n\nMotion Passed (5 to 0)",
    ],
)
def test_a_label_is_left_out_of_the_clause(text: str) -> None:
    """However the keyword, its reference, its count and its movers stand, the clause alone is the decision."""
    assert said(text) == [("resolved", "That the hedge be cut")]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That (1) the hedge be cut;\n\n(2) the gate be painted; and\n\n(3) no more be said.",
        "Resolved - (a) the hedge be cut; (b) the gate be painted, and (c) no more be said.",
        "RESOLVED that the Panel:-\n(i) the hedge be cut;\n(ii) the gate be painted;\n(iii) no more be said.",
        "RESOLVED:1. the hedge be cut.2. the gate be painted.3. no more be said.Reason for decision:None.",
        "the Committee resolved:\n\n4.1. the hedge be cut.\n\n4.2. the gate be painted.\n\n4.3. no more be said.",
    ],
)
def test_each_clause_of_a_list_is_a_decision(text: str) -> None:
    """Enumerators of any style part the clauses and belong to none."""
    assert [d.text for d in read(text)] == ["the hedge be cut", "the gate be painted", "no more be said"]


def test_a_list_inside_a_clause_stays_in_it() -> None:
    """Grounds and conditions are part of the decision."""
    text = "RESOLVED: That it be refused on these grounds: (i) it is too tall; and (ii) it is too wide."
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("AGREED - That a seat be bought.", "agreed"),
        ("It was agreed that a seat be bought.", "agreed"),
        ("Members agreed to buy a seat.", "agreed"),
        ("The report was noted.", "noted"),
        ("Members noted the programme.", "noted"),
        ("This item was deferred to the next meeting.", "deferred"),
        ("The minutes of 2 May were approved as a correct record.", "approved"),
        ("RESOLVED - That the minutes of 2 May be confirmed and signed.", "approved"),
        ("Recommended: That a seat be bought.", "recommended"),
        ("The Panel agreed to recommend to the Council that a seat be bought.", "recommended"),
        ("Delegated to the Clerk to buy a seat.", "delegated"),
        ("DECISION:\n\nNot to support the motion.", "refused"),
        ("RESOLVED that Cabinet NOTED the report.", "noted"),
    ],
)
def test_the_keyword_gives_the_kind(text: str, kind: str) -> None:
    """Approval of minutes is approved whatever the keyword."""
    assert [d.kind for d in read(text)] == [kind]


def test_a_word_alone_decides_on_its_entry() -> None:
    """ "Noted" closes the entry that it stands in, and stands alone in a paragraph of its own."""
    assert said("(a) Brass band, leaflet. Noted.\n(b) Scouts, thanks. Noted.") == [
        ("noted", "Brass band, leaflet. Noted"),
        ("noted", "Scouts, thanks. Noted"),
    ]
    assert said("The report was long.\n\nNOTED.") == [("noted", "NOTED")]


def test_comments_on_applications_are_agreed() -> None:
    """What a parish says to a planning application is its decision on it."""
    text = "21/00412/FUL Old Forge, rear extension. No objection.\n21/00418/FUL Mill. OBJECT: it is too tall."
    assert said(text, title="Planning applications") == [
        ("agreed", "21/00412/FUL Old Forge, rear extension. No objection"),
        ("agreed", "21/00418/FUL Mill. OBJECT: it is too tall"),
    ]


def test_a_carried_motion_is_resolved() -> None:
    """Where nothing else is printed, the motion is the decision, if it was carried."""
    assert said("Motion by Ann Moss, second by Bo Penn, to buy a seat. Motion carried 5-0.") == [
        ("resolved", "Motion by Ann Moss, second by Bo Penn, to buy a seat")
    ]
    assert read("Motion by Ann Moss, second by Bo Penn, to buy a seat. The motion was lost 2-3.") == []


@pytest.mark.parametrize(
    "text",
    [
        "To approve the minutes of the meeting held on 2 May.",
        "Recommendation: That the Panel notes the report.",
        "OFFICER RECOMMENDATION\n\nThat Council:\n1. Buys a seat; and\n2. Paints the gate.",
        "It was moved that a seat be bought. The motion was lost.",
        "The seat had been approved in June.",
        "Mr Moss agreed to send the figures.",
        "Moved by A. Moss\nSeconded by B. Penn\n\nThat the hedge be cut.\n\nLOST 2/4",
        "An amendment was moved by Mr Moss and carried.",
        "",
    ],
)
def test_what_is_no_decision(text: str) -> None:
    """Advice, lost motions, the past, undertakings of one person."""
    assert read(text) == []


def test_a_decision_printed_twice_counts_once() -> None:
    """Pages that print the decision above the minute repeat it."""
    text = "Decision:\n\nRESOLVED that a seat be bought.\n\nMinutes:\n\nA talk.\n\nRESOLVED: That a seat be bought."
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board NOTED the report.", [("noted", "The Board NOTED the report")]),
        (
            "The Forum NOTED the forecast and DEFERRED its view until May.",
            [("noted", "The Forum NOTED the forecast"), ("deferred", "DEFERRED its view until May")],
        ),
        (
            "**The Board:**\n\n**a) NOTED the position; and**\n\n**b) ENDORSED the plan.**",
            [("noted", "NOTED the position"), ("approved", "ENDORSED the plan")],
        ),
        ("A report was tabled. It was said to be long.", []),
    ],
)
def test_verbs_in_capitals_decide_inside_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    """Each capital verb opens a decision of its kind, and marks of emphasis are read over."""
    assert said(text) == expected


def test_dashes_below_a_label_are_clauses() -> None:
    """The dash of the first entry belongs to the list, not to the label."""
    assert said("Decided:\n- to note the sum\n- to ask for more\n- that a seat be bought") == [
        ("agreed", "to note the sum"),
        ("agreed", "to ask for more"),
        ("agreed", "that a seat be bought"),
    ]


def test_reasons_and_conditions_stay_with_their_clause() -> None:
    """After blank lines too, while a list of changes is one of decisions."""
    reasons = "RESOLVED:\n\nThat it be REFUSED for the following reasons:\n\n1. Loss of light.\n\n2. Poor access."
    assert [d.text for d in read(reasons)] == [
        "That it be REFUSED for the following reasons: 1. Loss of light. 2. Poor access"
    ]
    changes = "RESOLVED - That the following changes be made:\n\n(i) Mr Moss for Ms Penn\n\n(ii) Mr Day for Mr Lee"
    assert [d.text for d in read(changes)] == ["Mr Moss for Ms Penn", "Mr Day for Mr Lee"]


def test_movers_on_lines_of_their_own_may_agree() -> None:
    """ "Seconded by B and agreed that" opens the clause below it."""
    text = "Proposed by Mr Moss\nSeconded by Ms Penn and agreed {}\n\n{}a seat be bought."
    assert said(text.format("that", "")) == [("agreed", "a seat be bought")]
    assert said(text.format("", "that ")) == [("agreed", "that a seat be bought")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESOLVED to pay (Cllr Moss / Cllr Penn).", "RESOLVED to pay"),
        ("AGREED to pay (proposed AH, seconded BJ, all in favour).", "AGREED to pay"),
        ("RESOLVED - That it be let, Mr Moss wishing it to be recorded that he was against.", "That it be let"),
        ("It was proposed by Mr A,\nand it was unanimously\n\nRESOLVED that it be let.", "RESOLVED that it be let"),
    ],
)
def test_movers_and_dissent_are_no_part_of_the_clause(text: str, expected: str) -> None:
    """What names people around a decision is left out."""
    assert [d.text for d in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The adoption of the plan was proposed by Mr Moss and seconded by Ms Penn, all were in favour.",
        "Ms Penn proposed to adopt the plan, which was seconded by Mr Moss, all in favour.",
        "Mr Moss moved to adopt the plan. Ms Penn seconded the motion. It passed 4-0.",
        "Moved Cr Moss, seconded Cr Penn, that it be adopted. An amendment by Cr Day was LOST. The motion was CARRIED.",
    ],
)
def test_a_motion_stands_anywhere_in_its_sentence(text: str) -> None:
    """Mover, seconder and result make it a decision; an amendment that was lost changes nothing."""
    assert [d.by for d in read(text)] == ["decisions.motion"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Moss moved to adopt the plan. Ms Penn seconded the motion. It was lost 1-4.",
        "Mr Moss moved that it be let. Ms Penn seconded. An amendment was put and carried.",
        'The minute read: "RESOLVED that the sign be gilded". The gilder had died.',
        "The Panel had met on 2 May and RECOMMENDED that it be let.",
        "Agreed: 5 for, 0 against.",
    ],
)
def test_what_only_looks_like_a_decision(text: str) -> None:
    """Lost and amended motions, quotations, other meetings, bare counts."""
    assert read(text) == []


def test_a_thing_withdrawn_or_lost_is_no_lost_motion() -> None:
    """Only motions, amendments and votes are lost."""
    assert said("It was noted that the application had been withdrawn.") != []
    assert said("It was agreed that the lost keys be replaced.") != []


def test_minutes_are_approved_whatever_the_keyword() -> None:
    """In the item on previous minutes, "they" are the minutes."""
    assert said("It was RESOLVED that they be confirmed and signed.", kind="previous_minutes")[0][0] == "approved"


def test_noted_after_a_long_paragraph_stands_alone() -> None:
    """A report of several sentences is not part of the noting."""
    text = "The Clerk spoke at length of the drains in the lower field and of what they cost. " * 3 + "Noted."
    assert said(text) == [("noted", "Noted")]


@pytest.mark.parametrize("word", ["RESOLVED", "resolved", "agreed"])
def test_accordingly_points_to_the_words_before(word: str) -> None:
    """The clause before says what was decided, so it is part of the decision."""
    text = f"The amendment was put and carried, 4 votes to 2, the Chairman not voting, and it was {word} accordingly."
    assert [t for _, t in said(text)] == [text[:-1]]


def test_a_motion_in_the_present_is_read_without_the_word_motion() -> None:
    """ "The Board moves to adopt it" passes where the next sentence says so."""
    assert said("The Board moves to adopt the plan, Ms Penn seconds. All in favour.") == [
        ("resolved", "The Board moves to adopt the plan, Ms Penn seconds")
    ]


@pytest.mark.parametrize(
    "label", [r for r in rules("decisions") if r.id.startswith("decisions.label.")], ids=lambda r: str(r.id)
)
def test_labels_are_found_wherever_their_pattern_is(label: Rule) -> None:
    """With all the words that lead to them, "It was unanimously RESOLVED:", over line breaks too."""
    leads = ["", "It was therefore\n unanimously ", "it was ", "The Committee ", "RESOLVED to ", "were  unanimously "]
    text = "\n".join(lead + example for example in (*label.examples, *label.near_misses) for lead in leads)
    found = [m.span() for m in led_matches(Passage(text, 0, ()), label)]
    assert found == [m.span() for m in label.pattern.finditer(text)] != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "THAT Report R-3 be received; AND THAT the hedge be cut; AND THAT staff report back.",
            ["THAT Report R-3 be received", "THAT the hedge be cut", "THAT staff report back"],
        ),
        (
            "Agreed: It was agreed that (1) the hedge be cut; and (2) the gate be shut.",
            ["the hedge be cut", "the gate be shut"],
        ),
        ("it was agreed that (a) the hedge be cut; (b) the gate be shut.", ["the hedge be cut", "the gate be shut"]),
        (
            "AGREED that:\n\ni. the hedge be cut; Ann Moss to order the shears\n\nii. the gate be shut.",
            ["the hedge be cut", "the gate be shut"],
        ),
        (
            "It was agreed that a path be laid; and that a gate be hung.",
            ["It was agreed that a path be laid; and that a gate be hung"],
        ),
    ],
)
def test_clauses_within_one_sentence(text: str, found: list[str]) -> None:
    """Numbers and a shouted "AND THAT" part clauses; a plain "and that" goes on; a task after one is no part of it."""
    assert [d.text for d in read(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Motion by Mr Moss, second by Ms Penn, to approve the plan. Motion carries 7-0.",
            [("resolved", "Motion by Mr Moss, second by Ms Penn, to approve the plan")],
        ),
        (
            "Motion to award the bid to Dent Ltd.\nMotion by Mr Moss, second by Ms Penn.\nFinal: Motion Carries 4-2",
            [("resolved", "Motion to award the bid to Dent Ltd")],
        ),
        ("Motion to hold a fair.\nMotion by Mr Moss, second by Ms Penn.\nFinal: Motion Fails 2-4", []),
        (
            "Motion by Mr Moss, second by Ms Penn, to continue P-7 to May 20, 2031. Motion carries 7-0.",
            [("deferred", "Motion by Mr Moss, second by Ms Penn, to continue P-7 to May 20, 2031")],
        ),
        (
            "Mr Moss moved to adopt the plan with the following amendment. Ms Penn seconded. It passed 4-0.",
            [("resolved", "Mr Moss moved to adopt the plan with the following amendment")],
        ),
        ("Mr Moss moved to deny it, seconded by Ms Penn. Ayes - Moss. Nays - Penn, Dent. Motion fails 1-2.", []),
        (
            "Mr Moss proposed that the fee be £5, and Ms Penn seconded. The Trustees resolved accordingly.",
            [("resolved", "Mr Moss proposed that the fee be £5, and Ms Penn seconded")],
        ),
    ],
)
def test_motions_of_councils_that_print_no_resolution(text: str, found: list[tuple[str, str]]) -> None:
    """The sentence of the motion is the decision if it was carried; who made it may stand on the next line."""
    assert said(text) == found


def test_a_verdict_on_its_own_line_leaves_labelled_lines_alone() -> None:
    """What stands above "Granted" is the case, not the decision; a plain entry belongs to its verdict."""
    assert said("Manager: Ann Moss\nAttorney: Bo Penn\nHours: 8:00 to 22:00\nGranted") == [("approved", "Granted")]
    assert said("Request for a bench. Granted.") == [("approved", "Request for a bench. Granted")]


def test_entries_that_run_on_each_have_their_verdict() -> None:
    """The verdict of one entry ends it, so that it is not read into the next."""
    text = (
        "(1) From the Roads Panel, on the bridge in May 2031. Noted."
        " (2) From the Guild, asking for the use of the House. Granted."
    )
    assert [k for k, _ in said(text)] == ["noted", "approved"]
    assert said(text)[1][1] == "From the Guild, asking for the use of the House. Granted"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Board voted to approve the licence.", "approved"),
        ("The Integration Joint Board noted the position.", "noted"),
        ("The Council of Governors noted the report.", "noted"),
        ("The Council agreed after discussion that no bin be bought.", "agreed"),
        ("It is decided that the path be closed.", "agreed"),
        ("Be it resolved that a working party be formed.", "resolved"),
        ("Approval was given for the seat.", "approved"),
        ("Parish Council Recommended Approval.", "recommended"),
        ("The Panel recommended to the Board that a nurse be found.", "recommended"),
        ("Continued to June 17, 2031.", "deferred"),
        ("Left to the April meeting.", "deferred"),
        ("Granted, pending a licence.", "approved"),
        ("Payments of £917.43 authorised.", "approved"),
        ("We agreed to ask the patients.", "agreed"),
        ("The Board delegated authority to the Clerk to sign.", "delegated"),
        ("It was agreed that a path be laid, at a time to be agreed.", "agreed"),
        ("The minutes of 4 May were read and, with one name put right, approved.", "approved"),
        ("Decision: the application was deferred to the meeting in July.", "deferred"),
        ("DECISION 2031/07: Option B is adopted.", "resolved"),
        ("DECISION 2031/08: The Panel recommends to the Board that it wait.", "recommended"),
        ("Outcome: the Panel\n\n(a) noted the sum; and\n(b) approved the plan.", "noted"),
    ],
)
def test_words_of_many_bodies(text: str, kind: str) -> None:
    """Formulas that boards, parishes, churches and companies share."""
    assert [k for k, _ in said(text)][:1] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "At the end of last term, new monitors were appointed.",
        "The Panel continues to defer to the Council on fences.",
        "The Planning Commission recommended approval on May 17, 2031.",
        "None of the three plans was decided on.",
        "Mrs Keith and Mr Dent were appointed to obtain prices.",
    ],
)
def test_news_and_tasks_are_no_decisions(text: str) -> None:
    """What happened before or elsewhere, and what somebody is to do."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Attorney: Bo T. Penn\nDEFER PENDING A HEARING", ["DEFER PENDING A HEARING"]),
        ("Cllr Moss / Cllr Penn: half rent for the band. CARRIED, 5 for.", ["half rent for the band"]),
        ("Those of 22nd May, 2031 were signed.", ["Those of 22nd May, 2031 were signed"]),
        ("This was agreed, four for and none against, Mr Moss not voting.", ["This was agreed"]),
        (
            "Moved by A. Moss:\n\nThat it be cut.\n\nThe motion as altered was carried.\n\nRESOLVED: That it be shorn.",
            ["That it be shorn"],
        ),
        (
            "It was proposed by Mr Moss and seconded by Ms Penn that it be cut.\n\nThe Board approved the cut.",
            ["The Board approved the cut"],
        ),
        ("Moss / Penn: two names.", []),
    ],
)
def test_what_alone_is_the_decision(text: str, found: list[str]) -> None:
    """Movers, labels, counts and motions that were altered or are said again do not belong to it."""
    assert [d.text for d in read(text)] == found


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Resolved 15/12/5.01 The hedge will be cut.", ["The hedge will be cut"]),
        ("Mill Lane, new porch. Resolved 23/6/11.02 No objections.", ["No objections"]),
        ("The dispute is unresolved 15/12/5.01 The hedge stands.", []),
        ("A letter of thanks was read. These were noted.", ["These were noted"]),
        ("A letter of thanks was read. Noted.", ["A letter of thanks was read. Noted"]),
        ("Cars were counted. Few came by. It was noted that the road is dry.", []),
        ("Cars were counted. It was noted that the road is dry.", ["It was noted that the road is dry"]),
        ("Retrospective approval was provided for the pump.", ["Retrospective approval was provided for the pump"]),
    ],
)
def test_references_remarks_and_verdicts_with_a_subject(text: str, decided: list[str]) -> None:
    """A resolution's number ends its label; "These were noted" has its own subject; in a long talk a note is talk."""
    assert [d.text for d in read(text)] == decided


def test_minutes_agreed_under_apologies_are_a_decision() -> None:
    """The page lost the heading between; the apologies themselves decide nothing."""
    text = "Ms Penn sent hers, which were accepted.\n\nThe minutes of 2 May were agreed as a true record.\n"
    assert said(text, kind="apologies") == [("approved", "The minutes of 2 May were agreed as a true record")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Motion made by Mr. Moss, seconded by Ms. Penn, to buy a bench. Vote: 4-0. Motion carried.",
            [("resolved", "Motion made by Mr. Moss, seconded by Ms. Penn, to buy a bench")],
        ),
        (
            "It was proposed by Mr Moss that the low price be taken. Ms Penn seconded it. Mr Roy asked for a recorded "
            "vote.\n\nFOR\n\nMr Moss\nMs Penn\n\nAGAINST\n\nMr Roy\n\nThe Chair declared the proposal carried.",
            [("resolved", "It was proposed by Mr Moss that the low price be taken")],
        ),
        (
            "Goalposts. Two prices came. It was proposed by Mr Moss that the lower be taken, seconded by Ms Penn. "
            "Four in favour. Carried.",
            [("resolved", "It was proposed by Mr Moss that the lower be taken, seconded by Ms Penn")],
        ),
        (
            "Mr Moss, seconded by Ms Penn, proposed that a letter be sent. The Panel so agreed.",
            [("agreed", "Mr Moss, seconded by Ms Penn, proposed that a letter be sent")],
        ),
        (
            "It was proposed by Mr Moss and seconded by Ms Penn that it be recommended to the full Council. Agreed.",
            [
                (
                    "recommended",
                    "It was proposed by Mr Moss and seconded by Ms Penn that it be recommended to the full Council",
                )
            ],
        ),
        (
            "Mr Moss moved, seconded by Ms Penn, that £900 be given. Two were for and two against. The Chair gave her "
            "casting vote against.",
            [],
        ),
        (
            "A tree will be planted; a proposal that it be an ash was carried by 5 votes to 2.",
            [("resolved", "a proposal that it be an ash was carried by 5 votes to 2")],
        ),
        (
            'Mr Moss moved:\n\n"This Council deplores the loss of the ferry."\n\nThe motion was put and carried.',
            [("resolved", "This Council deplores the loss of the ferry")],
        ),
    ],
)
def test_motions_and_their_results(text: str, found: list[tuple[str, str]]) -> None:
    """A motion is a decision once carried, however far off that is said; its result is not one more."""
    assert said(text) == found


def test_a_request_refused_is_a_decision_of_its_own() -> None:
    """With the entry that it ends; what others refused is none."""
    entry = "Rovers FC - request for strips. Refused with regret, as there is no money"
    assert said(f"{entry}.") == [("refused", entry)]
    assert said("The county had refused with a letter in May.") == []


def test_a_table_of_payments_is_no_part_of_the_resolution_to_pay() -> None:
    """Its rows are accounts, not clauses."""
    text = (
        "It was resolved to pay the following accounts:\n104   Ada Moss   Pay   £38.20\n105   Penn   Grass   £40.00\n"
    )
    assert said(text) == [("resolved", "It was resolved to pay the following accounts")]


def test_the_kind_after_a_label_is_that_of_the_verb() -> None:
    """In capitals or not; the minutes are approved, even by a panel that only recommends."""
    assert said("DECISION: Approved for sending by 4 May.") == [("approved", "Approved for sending by 4 May")]
    assert said("DECISION: Granted consent, subject to conditions.")[0][0] == "approved"
    assert said("DECISION: Refused consent, being too tall.")[0][0] == "refused"
    text = "RECOMMENDED - That the minutes of 4 May 2021 be approved as a correct record."
    assert said(text, title="Minutes", kind="previous_minutes")[0][0] == "approved"


def test_a_list_after_the_name_of_the_body_tells_each_verb() -> None:
    """The verb of each entry is the kind of its decision; a list of what was said decides nothing."""
    text = "The Harbour Joint Board:-\n\n(i)   noted the report; and\n\n(ii)   agreed the plan for the quay.\n"
    assert said(text) == [("noted", "noted the report"), ("agreed", "agreed the plan for the quay")]
    assert said("The Committee:-\n\n(i)   heard Mr Moss; and\n\n(ii)   asked for a plan.\n") == []


def test_a_list_of_dashes_below_the_body() -> None:
    """Clauses that dashes open below "That the Panel" are decisions each; a dash on the line opens none."""
    text = (
        "WREN COUNCIL\n\nMinutes of 4 May 2020\n\n1. Roads\n\nRESOLVED: That the Panel\n\n"
        "- notes the report; and\n- asks for another in May.\n"
    )
    found = [d.text for item in parse(text).items for d in item.decisions]
    assert found == ["notes the report", "asks for another in May"]
    other = "WREN COUNCIL\n\n1. Roads\n\nRESOLVED: That the Panel - with thanks - note the report.\n"
    assert len([d for item in parse(other).items for d in item.decisions]) == 1


@pytest.mark.parametrize(
    ("body", "kind", "texts"),
    [
        (
            "RECOMMENDED to the Member for Roads that: (i) a path be laid; and (ii) a seat be bought.",
            "recommended",
            ["a path be laid", "a seat be bought"],
        ),
        (
            "Decision\n\n1)  To note the plan.\n\n2)  To note the budget.\n",
            "noted",
            ["To note the plan", "To note the budget"],
        ),
        ("Decision\n\nTo refuse the request of the Fair.\n", "refused", ["To refuse the request of the Fair"]),
        ("The following were RATIFIED:\n- Bullying\n- Uniform\n", "approved", ["Bullying", "Uniform"]),
        ("The report was otherwise noted.", "noted", ["The report was otherwise noted"]),
        ("It was the consensus of the Board to wait.", "agreed", ["It was the consensus of the Board to wait"]),
        (
            "Notes of May: On the proposal of Ann Moss, it was resolved to go.",
            "resolved",
            ["On the proposal of Ann Moss, it was resolved to go"],
        ),
        ("The Chief Executive agreed to meet them.", "", []),
    ],
)
def test_lists_of_advice_and_verbs_of_clauses(body: str, kind: str, texts: list[str]) -> None:
    """Advice to another body, verbs under a lone label and lists give each clause; an officer's promise gives none."""
    found = read(body)
    assert [d.text for d in found] == texts
    assert {d.kind for d in found} <= {kind}
