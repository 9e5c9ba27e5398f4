"""The component of spaCy pipelines: the record of each document, spans on its tokens, and what survives a store."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from exports import GOLD
from minuteparse import parse
from minuteparse.record import Minutes

TEXT = (
    "ELMBROOK PARISH COUNCIL\n\nMinutes of the meeting held on 1 March 2023 at 7.00pm\n\n"
    "Present: Councillor A Bell (Chair), Councillor T Marsh\n\n1. PLOT 4\n\n"
    "Proposed by Councillor A Bell, seconded by Councillor T Marsh.\nRESOLVED: That plot 4 be let.\n\n"
    "ACTION: The Clerk to write to Mr Quill by 14 April 2023.\n\n2. DATE OF NEXT MEETING\n\n3 April 2023\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline of the component alone, by rules."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("minuteparse", config={"model": None})
    return pipeline


def test_no_import_is_needed() -> None:
    """spaCy finds the component by its entry point."""
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('minuteparse'); print(nlp('Present: A Bell')._.minutes)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert "name='A Bell'" in done.stdout, done.stderr


def test_the_record_is_that_of_parse(nlp: Language) -> None:
    """Every text is kept by spaCy as it is, so offsets count the same characters."""
    for path in [*GOLD[:4], *GOLD[-2:]]:
        text = path.read_bytes().decode()
        doc = nlp(text)
        assert doc.text == text
        assert doc._.minutes == parse(text, model=None)


def test_the_groups_have_a_span_for_every_value(nlp: Language) -> None:
    """In the record's order, on whole tokens that hold the value; offsets and path stand beside it."""
    for path in GOLD[:8]:
        doc = nlp(path.read_bytes().decode())
        minutes = doc._.minutes
        counts = {name.removeprefix("minuteparse."): len(group) for name, group in doc.spans.items()}
        assert counts["attendance"] == len(minutes.attendance)
        assert counts["items"] == len(minutes.items)
        for kind in ("decisions", "actions", "votes", "declarations", "people", "dates"):
            assert counts[kind] == sum(len(getattr(item, kind)) for item in minutes.items)
        for group in doc.spans.values():
            assert group.attrs["unaligned"] == []
            for span, (start, end) in zip(group, group.attrs["offsets"], strict=True):
                assert doc.text[start:end].strip() in span.text
                assert len(span.text) < end - start + 40


def test_labels_and_paths_lead_back_to_the_record(nlp: Language) -> None:
    """The span of a decision is labelled with its kind; its path names its place."""
    doc = nlp(TEXT)
    group = doc.spans["minuteparse.decisions"]
    assert [(span.text, span.label_) for span in group] == [("That plot 4 be let", "resolved")]
    assert group.attrs["paths"] == ["items[0].decisions[0]"]
    assert [span.label_ for span in doc.spans["minuteparse.attendance"]] == ["present", "present"]
    assert {span.label_: span.text for span in doc.spans["minuteparse.header"]}["date"] == "1 March 2023"
    assert [span.text for span in doc.spans["minuteparse.meetings"]] == ["3 April 2023"]


@pytest.mark.parametrize(
    ("mode", "text"), [("strict", None), ("contract", "March 2023"), ("expand", "Wednesday,1 March 2023")]
)
def test_a_value_that_begins_inside_a_token_is_treated_as_asked(mode: str, text: str | None) -> None:
    """Without a span, contracted, or expanded; where there is no span, the path is told."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("minuteparse", config={"model": None, "alignment_mode": mode, "prefix": "m"})
    doc = pipeline("Minutes of the meeting held on Wednesday,1 March 2023\n")
    group = doc.spans["m.header"]
    assert doc._.minutes.header.date.text == "1 March 2023"
    assert [span.text for span in group] == ([text] if text else [])
    assert group.attrs["unaligned"] == ([] if text else ["header.date"])


def test_a_pipeline_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    """With its configuration; what it makes is the same."""
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.get_pipe("minuteparse").model is None
    assert again(TEXT)._.minutes == nlp(TEXT)._.minutes


def test_record_and_groups_survive_bytes(nlp: Language) -> None:
    """`Doc.to_bytes` keeps both, and so do several processes, which send documents in that form."""
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.minutes == doc._.minutes
    group = again.spans["minuteparse.actions"]
    assert [span.text for span in group] == [span.text for span in doc.spans["minuteparse.actions"]]
    assert group.attrs == doc.spans["minuteparse.actions"].attrs


def test_a_docbin_keeps_the_record_if_user_data_are_stored(nlp: Language) -> None:
    """The groups are kept in any case; without user data there is no record."""
    doc = nlp(TEXT)
    for stored in (True, False):
        kept = DocBin(docs=[doc], store_user_data=stored).to_bytes()
        (again,) = DocBin(store_user_data=stored).from_bytes(kept).get_docs(nlp.vocab)
        assert again._.minutes == (doc._.minutes if stored else None)
        assert len(again.spans["minuteparse.people"]) == len(doc.spans["minuteparse.people"]) > 0


def test_any_text_gives_a_record(nlp: Language) -> None:
    """No text, blanks, other scripts and signs beyond the first plane."""
    for text in ("", " \n ", "𝄞 会議 1. ITEM\u2028RESOLVED: 🎵 that it be so", "1.\t\x00 A\r\nB"):
        doc = nlp(text)
        assert doc.text == text
        assert isinstance(doc._.minutes, Minutes)
