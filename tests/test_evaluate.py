"""Scoring: what counts as right, and what a score means."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minuteparse import parse
from minuteparse.errors import InputError
from minuteparse.evaluate import broken_laws, changes, evaluate_folder, read_json
from minuteparse.evaluate.answers import Answers, from_gold, from_record
from minuteparse.evaluate.compare import compare
from minuteparse.evaluate.likeness import name_key, pair_passages, plain, similarity
from minuteparse.evaluate.tally import Tally
from minuteparse.record import Decision, Minutes
from scripts import load

GOLD = sorted((Path(__file__).parent.parent / "corpus" / "gold").glob("*.gold.json"))


def score(gold: Answers, found: Answers) -> Tally:
    """The tally of one comparison."""
    tally = Tally()
    compare(gold, found, tally, "doc")
    return tally


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name.split(".")[0])
def test_a_perfect_prediction_scores_one(path: Path) -> None:
    """The answers against themselves: every field is right, nothing is extra or missing."""
    gold = from_gold(read_json(path))
    tally = score(gold, gold)
    assert tally.mean() == 1.0
    assert all((c.extra, c.missing) == (0, 0) for c in tally.counts.values())


@pytest.mark.parametrize("path", GOLD[:5], ids=lambda p: p.name.split(".")[0])
def test_an_empty_prediction_scores_zero(path: Path) -> None:
    """Nothing found: no field has a score, and none has a false finding."""
    tally = score(from_gold(read_json(path)), Answers())
    assert {s.f1 for s in tally.scores().values()} == {0.0}
    assert sum(c.extra for c in tally.counts.values()) == 0


def test_false_findings_in_a_document_without_answers_are_counted() -> None:
    """Where the gold has nothing, what is found is extra; the field has no score of its own."""
    found = from_gold({"decisions": [{"text": "That the sky be blue.", "kind": "resolved"}]})
    tally = score(Answers(), found)
    assert tally.counts["decision"].extra == 1
    assert "decision" not in tally.scores()


def test_each_answer_counts_once() -> None:
    """One finding cannot be right for two answers, nor two findings for one."""
    one = from_gold({"attendance": [{"name": "A Bell", "status": "present"}]})
    two = from_gold({"attendance": [{"name": "A Bell", "status": "present"}] * 2})
    assert score(one, two).counts["attendance"].extra == 1
    assert score(two, one).counts["attendance"].missing == 1


def test_status_is_part_of_the_answer() -> None:
    """The right name in the wrong status is one extra and one missing."""
    there, away = (from_gold({"attendance": [{"name": "A Bell", "status": s}]}) for s in ("present", "apologies"))
    count = score(there, away).counts["attendance"]
    assert (count.right, count.extra, count.missing) == (0, 1, 1)


def test_bounds_need_both_ends_of_the_body() -> None:
    """An item whose span runs on past its body has wrong bounds, though its heading is right."""
    text = "1. CLOCK\nThe clock is slow today. It will be mended by Easter this year.\nCHAIR"
    gold = from_gold(
        {
            "items": [
                {"number": "1", "title": "CLOCK", "first": "The clock is slow today.", "last": "by Easter this year."}
            ]
        }
    )
    minutes = parse("1. CLOCK\n").model_copy()
    item = {"number": "1", "title": "CLOCK", "kind": "other", "level": 1, "start": 0, "body_start": 9, "by": "o.x"}
    right, long = (
        Minutes.model_validate(minutes.model_dump() | {"items": [item | {"end": end}]})
        for end in (text.index("\nCHAIR"), len(text))
    )
    assert score(gold, from_record(right, text)).counts["item.bounds"].right == 1
    assert score(gold, from_record(long, text)).counts["item.bounds"].right == 0


def test_passages_pair_the_likest_first() -> None:
    """A passage is paired with its best match, not with the first that passes."""
    assert pair_passages(["the clock be mended now", "the clock be mended"], ["the clock be mended"]) == [(1, 0)]
    assert pair_passages(["the clock be mended"], ["the hall be painted"]) == []


def test_names_are_compared_without_titles_letters_and_order() -> None:
    """`name_key` sees the person, not the style."""
    assert name_key("Cllr. Mrs E O’Dowd OBE") == name_key("O'Dowd E")
    assert name_key("T Smith") != name_key("J Smith")
    assert name_key("Mayor") == "mayor"


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_a_share_and_symmetric(a: str, b: str) -> None:
    """0 to 1, the same both ways."""
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == similarity(b, a)


@given(st.text(max_size=40))
def test_plain_text_stays_plain(text: str) -> None:
    """What is plain has no white space runs, and no capitals where small letters exist."""
    assert "  " not in plain(text)
    assert plain(text) == plain(text).strip()


def test_a_broken_span_is_found() -> None:
    """A record whose text is not what the span says breaks a law; so does one that reaches past the end."""
    minutes = parse("1. CLOCK\nThe clock is slow.\n")
    wrong = Decision(kind="agreed", text="The clock is fast.", start=9, end=27, by="decisions.test")
    beyond = wrong.model_copy(update={"start": 9, "end": 99})
    item = {"number": "1", "title": "CLOCK", "kind": "other", "level": 1, "start": 0, "body_start": 9, "by": "o.x"}
    for decision, said in ((wrong, "'The clock is slow.'"), (beyond, "no span")):
        broken = minutes.model_dump() | {"items": [item | {"end": 28, "decisions": [decision]}]}
        lines = broken_laws(Minutes.model_validate(broken), "1. CLOCK\nThe clock is slow.\n")
        assert any(said in line for line in lines)


def test_a_gap_between_items_is_found() -> None:
    """Text that belongs to no item, though items stand on both sides, breaks a law."""
    text = "1. CLOCK\n2. HALL\n"
    item = {"title": "", "kind": "other", "level": 1, "by": "o.x"}
    items = [
        item | {"number": "1", "start": 0, "body_start": 8, "end": 8},
        item | {"number": "2", "start": 9, "body_start": 17, "end": 17},
    ]
    minutes = Minutes.model_validate(parse("").model_dump() | {"items": items})
    assert any("ends at 8" in line for line in broken_laws(minutes, text))


def test_changes_name_what_fell_and_what_rose() -> None:
    """Up to 0.005 is no loss; a field that is gone counts as 0."""
    before = {"fields": {"a": {"f1": 0.9}, "b": {"f1": 0.9}, "c": {"f1": 0.5}, "d": {"f1": 0.4}}}
    after = {"fields": {"a": {"f1": 0.895}, "b": {"f1": 0.894}, "c": {"f1": 0.6}}}
    assert {c.name: c.lost for c in changes(before, after)} == {"a": False, "b": True, "c": False, "d": True}
    assert changes(after, after) == []


def test_scores_that_are_none_are_an_error() -> None:
    """A file of another kind is refused with the cure."""
    with pytest.raises(InputError, match="evaluate --write"):
        changes({"anything": 1}, {"fields": {}})


@pytest.mark.parametrize("content", ["[1]", "not json", "\udcff"])
def test_answers_that_are_no_object_name_the_file(content: str, tmp_path: Path) -> None:
    """The message names the file."""
    path = tmp_path / "a.gold.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match=r"a\.gold\.json"):
        read_json(path)


def test_a_text_that_cannot_be_read_counts_as_nothing_found(tmp_path: Path) -> None:
    """The folder's score falls, and the text is named; the others are still scored."""
    (tmp_path / "a.txt").write_bytes(b"\x00")
    (tmp_path / "a.gold.json").write_text('{"header": {"date": "2023-11-08"}}')
    evaluation = evaluate_folder(tmp_path)
    assert "NUL" in evaluation.failed["a"]
    assert evaluation.figures()["fields"]["header.date"]["f1"] == 0.0


def test_the_figures_are_those_of_the_reference_scorer(root: Path) -> None:
    """Field by field the same F1 as the scorer that comes with the answers, where that scorer is at hand."""
    path = root.parent / "shared" / "gold" / "score.py"
    if not path.exists():
        pytest.skip("../shared is missing: the reference scorer is not at hand")
    reference = load(path)
    tally = reference.Tally()
    for text in sorted((root / "corpus" / "gold").glob("*.txt")):
        record = json.loads(parse(text.read_bytes().decode(), name=text.name).model_dump_json())
        gold = json.loads(text.with_suffix(".gold.json").read_text(encoding="utf-8"))
        reference.score_document(text.stem, text.read_bytes().decode(), gold, record, tally)
    ours = evaluate_folder(root / "corpus" / "gold").tally.scores()
    theirs = {f: tally.f1(f)[2] for f, c in tally.counts.items() if c[0] + c[2]}
    assert {f: s.f1 for f, s in ours.items()} == pytest.approx(theirs)


def test_the_shipped_answers_are_the_shared_ones(root: Path) -> None:
    """corpus/gold holds the same documents and answers as ../shared/gold, where that is at hand."""
    shared = root.parent / "shared" / "gold"
    if not shared.exists():
        pytest.skip("../shared is missing: there is nothing to compare with")
    for path in (*shared.glob("*.txt"), *shared.glob("*.gold.json")):
        assert (root / "corpus" / "gold" / path.name).read_bytes() == path.read_bytes()


def test_the_sample_is_one_of_the_gold_documents(root: Path) -> None:
    """corpus/seed.txt, which the README uses, is scored too."""
    for name in ("seed.txt", "seed.gold.json"):
        assert (root / "corpus" / name).read_bytes() == (root / "corpus" / "gold" / name).read_bytes()
