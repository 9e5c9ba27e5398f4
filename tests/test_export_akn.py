"""Akoma Ntoso: valid by the schema of OASIS, the text whole and in order, marks where the record's spans are."""

import io
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exports import exported, full_entry, gold_entries
from minuteparse import parse
from minuteparse.errors import InputError
from minuteparse.export.akn_text import Mark, Marked, Writer
from minuteparse.export.entry import Entry, entry_of
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName
from standards import akoma_ntoso

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
MINUTES = """ELMBROOK PARISH COUNCIL
Minutes of the meeting held on Wednesday 1 March 2023 at 6.00 pm in the Village Hall

Present: Councillor A Bell (Chair), Councillor J Quill, Councillor R Thorne

1. PLOTS
It was moved by Councillor Quill and seconded by Councillor Thorne that plot 4 be let. On being put to the vote the
motion was carried, 2 voting for and 1 against.

2. FENCES
RESOLVED: that the fence be mended.

The meeting closed at 7.30 pm.
"""


def akn(entry: Entry, folder: Path) -> etree._Element:
    """What `entry` becomes."""
    (content,) = exported(TargetName.AKN, [entry], folder).values()
    return etree.fromstring(content)


def entry(text: str) -> Entry:
    """The entry of minutes, parsed by rules alone."""
    return entry_of(parse(text, name="plots.txt", model=None), "plots.txt", text)


@cache
def gold() -> tuple[tuple[Entry, etree._Element], ...]:
    """All of corpus/gold, each with what it becomes."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        files = exported(TargetName.AKN, gold_entries(), Path(folder))
    return tuple((one, etree.fromstring(files[f"out/{one.id}.xml"])) for one in gold_entries())


def bare(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


def said(*elements: etree._Element) -> str:
    """The text of elements, without white space."""
    return bare("".join(part for element in elements for part in element.itertext()))


def test_all_gold_documents_are_valid(tmp_path: Path) -> None:
    """They, and the record that says something everywhere."""
    schema = akoma_ntoso()
    for found in (*(tree for _, tree in gold()), akn(full_entry(), tmp_path)):
        assert schema.validate(found), schema.error_log.last_error


def test_the_text_is_whole_and_in_order() -> None:
    """Preface, body and conclusions say what the document says, and each section what its item says."""
    for one, tree in gold():
        debate = tree[0]
        assert said(*debate[1:]) == bare(one.text), one.name
        for i, item in enumerate(one.record.items):
            (section,) = tree.xpath(f"//a:debateSection[@eId='items_{i}']", namespaces=NS)
            assert said(*section.xpath("*[not(self::a:debateSection)]", namespaces=NS)) == bare(
                one.text[item.start : item.end]
            )


def test_no_line_of_the_text_is_torn() -> None:
    """Each paragraph, with its lines, stands in the document as it is."""
    for one, tree in gold():
        for paragraph in tree.iterfind(".//a:p", NS):
            assert "".join(paragraph.itertext()) in one.text


def test_decisions_and_actions_are_marked_where_they_stand() -> None:
    """The parts of each mark, joined, say what the span says; decisions are in resolutions."""
    for one, tree in gold():
        parts: dict[str, list[etree._Element]] = defaultdict(list)
        for mark in tree.iterfind(".//*[@eId]"):
            if mark.tag.rpartition("}")[2] in {"outcome", "inline"}:
                parts[mark.get("eId").partition("-")[0]].append(mark)
        for i, item in enumerate(one.record.items):
            found = [(f"items_{i}_decisions_{j}", part) for j, part in enumerate(item.decisions)]
            found += [(f"items_{i}_actions_{j}", part) for j, part in enumerate(item.actions)]
            for eid, part in found:
                assert said(*parts[eid]) == bare(one.text[part.start : part.end])
                if "decisions" in eid:
                    assert parts[eid][0].xpath("ancestor::a:resolutions", namespaces=NS)


def test_numbers_and_headings_are_those_of_the_items() -> None:
    """Where an item has a number, it is in the element for it."""
    numbered = 0
    for one, tree in gold():
        for i, item in enumerate(one.record.items):
            number = tree.find(f".//a:debateSection[@eId='items_{i}']/a:num", NS)
            if number is not None:
                numbered += 1
                assert item.number in "".join(number.itertext())
    assert numbered > 300


def test_every_reference_leads_to_one_in_the_metadata() -> None:
    """By, as, choice, outcome, source, href and refersTo."""
    for _, tree in gold():
        known = {f"#{own}" for own in tree.xpath("//a:references/*/@eId", namespaces=NS)}
        used = tree.xpath(
            "//@by | //@as | //@choice | //@outcome | //@source | //@refersTo | //a:FRBRauthor/@href", namespaces=NS
        )
        assert set(used) <= known


def test_votes_are_counted_and_voters_named(tmp_path: Path) -> None:
    """Counts and outcome in the analysis, mover and seconder by their names."""
    tree = akn(entry(MINUTES), tmp_path)
    (voting,) = tree.iterfind(".//a:voting", NS)
    assert voting.get("outcome") == "#carried"
    assert [(count.get("refersTo"), count.get("value")) for count in voting] == [("#yes", "2"), ("#no", "1")]
    names = {one.get("as"): "".join(one.itertext()) for one in tree.iterfind(".//a:debateSection//a:person", NS)}
    assert names == {"#mover": "Councillor Quill", "#seconder": "Councillor Thorne"}
    cast = sum(
        len(v.for_names) + len(v.against_names) + len(v.abstain_names)
        for e, _ in gold()
        for i in e.record.items
        for v in i.votes
    )
    marked = [vote.get("by") for _, found in gold() for vote in found.iterfind(".//a:vote", NS)]
    assert len(marked) >= cast > 50


def test_the_head_is_preface_and_roll_call(tmp_path: Path) -> None:
    """The roll call begins with the paragraph of the first attendee; date, time and place are marked before it."""
    tree = akn(entry(MINUTES), tmp_path)
    preface, call = tree.find(".//a:preface", NS), tree.find(".//a:rollCall", NS)
    assert preface.find(".//a:docDate", NS).get("date") == "2023-03-01"
    assert preface.find(".//a:time", NS).get("time") == "18:00:00"
    assert said(call).startswith("Present:")
    assert [one.get("as") for one in call.iterfind(".//a:person", NS)] == ["#role_chair", None, None]


def test_sections_nest_as_items_do(tmp_path: Path) -> None:
    """An item of a deeper level lies in the one before it that is less deep."""
    first = full_entry()
    deep = first.record.items[0].model_copy(update={"level": 2, "start": 80, "body_start": 84})
    flat = deep.model_copy(update={"level": 1, "start": 90, "body_start": 94})
    nested = entry_of(first.record.model_copy(update={"items": [first.record.items[0], deep, flat]}), "n", first.text)
    tree = akn(nested, tmp_path)
    assert akoma_ntoso().validate(tree)
    parents = [one.getparent().tag.rpartition("}")[2] for one in tree.iterfind(".//a:debateSection", NS)]
    assert parents == ["debateBody", "debateSection", "debateBody"]


@pytest.mark.parametrize("text", ["", " \n ", "No heading here.\x0c\n\nNext page.", "1. ONE", "Present: Cllr A Bell"])
def test_little_text_is_valid_too(text: str, tmp_path: Path) -> None:
    """Nothing at all, no item, an item without a body, attendance alone."""
    tree = akn(entry(text), tmp_path)
    assert akoma_ntoso().validate(tree), akoma_ntoso().error_log.last_error
    assert said(*tree[0][1:]) == bare(text)


def test_hostile_text_is_text_and_what_xml_cannot_hold_is_counted(tmp_path: Path) -> None:
    """Markup is escaped; a null character, a form of blank and a character that is none are replaced."""
    text = MINUTES.replace("the fence", '<script>&\x00]]> "the\x0bfence" \ufffe')
    report = export([entry(text)], TargetName.AKN, tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    tree = etree.parse(file).getroot()
    assert akoma_ntoso().validate(tree)
    assert '<script>&\ufffd]]> "the fence" \ufffd' in "".join(tree.itertext())
    assert sum(line["values"] for line in report.lost.by_path() if line["path"] == "text") == 3


def test_marks_that_cross_are_cut_and_numbered(tmp_path: Path) -> None:
    """The full record has crossing spans at will: every element still opens and closes, and no text is said twice."""
    full = full_entry()
    tree = akn(full, tmp_path)
    assert said(*tree[0][1:]) == bare(full.text)
    assert tree.find(".//*[@eId='items_0_decisions_0-2']") is not None


def test_what_some_values_lose_is_counted(tmp_path: Path) -> None:
    """Whose party, organisation and substitute: the full record has one of each, and one of an item's people."""
    report = export([full_entry()], TargetName.AKN, tmp_path / "out")
    lost = {line["path"]: line["values"] for line in report.lost.by_path()}
    paths = [f"attendance[].{key}" for key in ("party", "organisation", "substitute_for")]
    assert [lost[path] for path in (*paths, "items[].people[].organisation")] == [1, 1, 1, 1]


def test_a_record_without_its_text_is_refused(tmp_path: Path) -> None:
    """With the cure, and nothing is written."""
    with pytest.raises(InputError, match="export the minutes or a dataset"):
        export([entry_of(full_entry().record, "a.json")], TargetName.AKN, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


_SPANS = st.tuples(st.integers(-2, 40), st.integers(-2, 40), st.sampled_from(["date", "person", "inline"]))


@given(st.text(st.sampled_from("ab \n\r\x0c\x00<&\ud7ff\ufffe"), max_size=36), st.lists(_SPANS, max_size=12))
@settings(max_examples=200)
def test_any_marks_on_any_text_give_xml_with_all_of_it(text: str, spans: list[tuple[int, int, str]]) -> None:
    """Spans may cross, lie outside or end before they begin."""
    stream = io.StringIO()
    xml = Writer(stream)
    marked = Marked(text, [Mark(start, end, tag, {"eId": f"m{i}"}) for i, (start, end, tag) in enumerate(spans)])
    xml.start("all")
    for place in marked.paragraphs(0, len(text)):
        xml.start("p")
        marked.write(xml, *place)
        xml.end("p")
    xml.end("all")
    tree = etree.fromstring(stream.getvalue().encode())
    assert said(tree) == bare(text.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd"))
    eids = tree.xpath("//@eId")
    assert len(set(eids)) == len(eids)
    assert all("\n\n" not in "".join(p.itertext()).replace("\r", "\n") for p in tree)
