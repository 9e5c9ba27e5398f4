"""The trained pipeline: plain spans out, spaCy only when asked, rules without it."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minuteparse import parse
from minuteparse.cli import main
from minuteparse.errors import InputError
from minuteparse.language import DEFAULT, Flat, Found, open_model

TOLD = "1. TRANSPORT\n\nMembers heard from Ms Jane Orme of Winby Cycle Forum about the lanes.\n"


def test_flat_text_finds_its_way_back() -> None:
    """White space is collapsed, sentences stand on a line each, offsets come back."""
    text = "Mr  A.\n Orme   spoke.  Left out. Dr B Dent\tleft."
    flat = Flat(text, [(0, 21), (text.index("Dr"), len(text))])
    assert flat.text == "Mr A. Orme spoke.\nDr B Dent left."
    start = flat.text.index("Orme")
    low, high = flat.back(start, start + 4)
    assert text[low:high] == "Orme"
    assert flat.forth(low) == start
    start = flat.text.index("A. Orme")
    low, high = flat.back(start, start + 7)
    assert text[low:high] == "A.\n Orme"


def test_a_word_without_end_is_cut() -> None:
    """Words that no name is as long as do not reach the tokenizer whole."""
    assert len(Flat("x" * 5000 + " Orme", [(0, 5005)]).text) < 100


def test_names_roles_and_bodies_are_plain_spans() -> None:
    """What leaves the module are frozen spans of the text, in order."""
    text = "The Board welcomed Jane Orme, Head of Finance."
    found = open_model(DEFAULT).find(text, [(0, len(text))])
    assert all(isinstance(f, Found) for f in found)
    assert ("Jane Orme", "PERSON") in [(text[f.start : f.end], f.label) for f in found]
    assert [f.start for f in found] == sorted(f.start for f in found)


def test_long_texts_are_read_in_parts() -> None:
    """Offsets hold beyond the first part."""
    text = "Nothing was said of it. " * 3000 + "The Board welcomed Jane Orme."
    found = open_model(DEFAULT).find(text, [(0, len(text))])
    assert (found[-1].start, found[-1].end) == (text.index("Jane"), len(text) - 1)


def test_no_sentence_no_work() -> None:
    """Nothing asked, nothing found."""
    assert open_model(DEFAULT).find("Jane Orme", []) == ()


def test_threads_share_a_pipeline() -> None:
    """Many readers at once find what one finds."""
    once = parse(TOLD).model_dump_json()
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: parse(TOLD).model_dump_json(), range(24))) == {once}


def test_memory_stays_flat_over_documents() -> None:
    """New words of a document are forgotten after it."""
    model = open_model(DEFAULT)
    model.find("The Board thanked Jane Orme.", [(0, 28)])
    assert model._pipeline is not None
    before = len(model._pipeline.vocab.strings)
    for n in range(50):
        text = f"The Board thanked Jane Zyx{n}qua of Wub{n}lington Trust."
        model.find(text, [(0, len(text))])
    assert len(model._pipeline.vocab.strings) <= before + 5


def test_the_record_tells_the_model() -> None:
    """Its version where it was at hand, null by rules alone; another name is an input error."""
    assert parse(TOLD).engine.model == open_model(DEFAULT).version
    assert parse(TOLD, model=None).engine.model is None
    with pytest.raises(InputError, match="no model 'other'"):
        parse(TOLD, model="other")


def test_an_organisation_that_rules_do_not_know_is_found() -> None:
    """The body beside a name, of a kind that no list has."""
    (alone,) = parse(TOLD, model=None).items[0].people
    (person,) = parse(TOLD).items[0].people
    assert (alone.organisation, person.organisation) == (None, "Winby Cycle Forum")


def test_scores_with_and_without_the_model_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`evaluate --compare-model` prints F1 by rules alone and with the model."""
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    gold = {"items": [], "people_in_body": []}
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["minuteparse", "evaluate", str(tmp_path), "--compare-model"])
    with pytest.raises(SystemExit) as left:
        main()
    printed = capsys.readouterr().out.splitlines()
    assert left.value.code == 0
    assert printed[0].split() == ["field", "rules", "model"]
    assert printed[-1].split()[0] == "mean"


def test_no_model_leaves_rules_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`parse --no-model` says so in the record."""
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["minuteparse", "parse", "--no-model", str(tmp_path / "a.txt")])
    with pytest.raises(SystemExit):
        main()
    assert json.loads(capsys.readouterr().out)["engine"]["model"] is None


def test_spacy_waits_until_a_sentence_needs_it() -> None:
    """A document without doubt, and rules alone, never import it."""
    program = (
        "import sys, json\nfrom minuteparse import parse\n"
        "parse('1. X\\n\\nMr Orme spoke.\\n'); first = 'spacy' in sys.modules\n"
        f"parse({TOLD!r}, model=None); second = 'spacy' in sys.modules\n"
        f"parse({TOLD!r}); print(json.dumps([first, second, 'spacy' in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(done.stdout) == [False, False, True]
