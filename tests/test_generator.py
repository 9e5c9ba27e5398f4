"""The generator of synthetic minutes: documents repeat, parts are apart, answers hold by the rules of the format."""

import importlib
import itertools
import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

PARTS = ("train", "dev", "test")
SPACE = re.compile(r"\s+")


@pytest.fixture(scope="module")
def package(root: Path) -> Any:
    """The generator, which lives beside the corpus and not in the package."""
    sys.path.insert(0, str(root))
    yield lambda name: importlib.import_module(f"corpus.generator.{name}")
    sys.path.remove(str(root))


@pytest.fixture(scope="module")
def made(package: Any) -> dict[str, list[tuple[str, str, dict[str, Any], dict[str, Any]]]]:
    """Some documents of each part, every layout among them."""
    generate = package("__main__").documents
    return {part: list(generate(part, 120, 11)) for part in PARTS}


@pytest.fixture(scope="module")
def every(made: dict[str, list[Any]]) -> list[Any]:
    """All of them."""
    return list(itertools.chain.from_iterable(made.values()))


def test_same_arguments_same_bytes(root: Path, tmp_path: Path) -> None:
    """Two runs of the command write the same files with the same bytes; another seed writes others."""
    for out, seed in (("one", "4"), ("two", "4"), ("three", "5")):
        arguments = ["--part", "dev", "--documents", "3", "--seed", seed, "--out", str(tmp_path / out)]
        subprocess.run([sys.executable, "-m", "corpus.generator", *arguments], cwd=root, check=True)
    one, two, three = (
        {f.name: f.read_bytes() for f in sorted((tmp_path / out).iterdir())} for out in ("one", "two", "three")
    )
    assert len(one) == 9
    assert one == two
    assert set(one.values()).isdisjoint(three.values())


def test_spans_hold_what_they_name(every: list[Any]) -> None:
    """Spans lie in the text, in order, without overlap and without white space at their ends."""
    for name, text, _, spans in every:
        cursor = 0
        for start, end, kind in spans["spans"]:
            piece = text[start:end]
            assert cursor <= start < end <= len(text), name
            assert piece == piece.strip(), (name, piece)
            assert kind in ("PERSON", "ROLE", "BODY")
            cursor = end


def test_people_of_the_answers_are_spans(every: list[Any]) -> None:
    """Every person of the answers is a PERSON span; a role begins with a ROLE span ("in the chair" apart)."""
    for name, text, gold, spans in every:
        found: dict[str, set[str]] = {"PERSON": set(), "ROLE": set(), "BODY": set()}
        for start, end, kind in spans["spans"]:
            found[kind].add(SPACE.sub(" ", text[start:end]))
        for row in gold["people_in_body"]:
            assert row["name"] in found["PERSON"], (name, row)
            held = row["role"] or "Chair"
            assert held == "Chair" or any(held == r or held.startswith(r + " ") for r in found["ROLE"]), (name, row)
        for row in gold["attendance"]:
            assert row["name"] in found["PERSON"], (name, row)


def test_strings_of_the_answers_stand_in_the_text(every: list[Any]) -> None:
    """What an answer quotes occurs in the text; page lines inside a sentence are left out of the quote."""
    for name, text, gold, _ in every:
        flat = SPACE.sub(" ", text)
        short = [v for v in (gold["header"][f] for f in ("organisation", "body", "venue")) if v]
        short += [d["text"] for d in gold["dates_in_body"]] + [d["member"] for d in gold["declarations"]]
        short += [v[side] for v in gold["votes"] for side in ("mover", "seconder") if v[side]]
        short += [owner for a in gold["actions"] for owner in a["owners"]]
        short += [i["title"] for i in gold["items"]] + [i["number"] for i in gold["items"]]
        assert all(s in flat for s in short), (name, [s for s in short if s not in flat])
        if not gold["traps"]:
            long = [d["text"] for field in ("decisions", "actions") for d in gold[field]]
            assert all(s in flat for s in long), (name, [s for s in long if s not in flat])


def test_items_stand_in_order_with_their_ends(every: list[Any]) -> None:
    """Titles come in the order of the text, and the first and last words of each body after its title."""
    for name, text, gold, _ in every:
        flat, cursor = SPACE.sub(" ", text), 0
        for item in gold["items"]:
            cursor = flat.find(item["title"], cursor)
            assert cursor >= 0, (name, item)
            after = flat.find(item["first"], cursor)
            assert after >= 0, (name, item)
            assert flat.find(item["last"], after) >= 0, (name, item)
            assert len(item["first"].split()) >= min(1, len(item["last"])), (name, item)
            cursor += len(item["title"])


def test_every_answer_names_an_item(every: list[Any]) -> None:
    """Decisions, actions, votes, declarations, people and dates belong to an item of the document."""
    for name, _, gold, _ in every:
        numbers = {i["number"] for i in gold["items"]}
        for field in ("decisions", "actions", "votes", "declarations", "people_in_body", "dates_in_body"):
            for row in gold[field]:
                assert row["item"] in numbers, (name, field, row)


def test_people_are_listed_once_an_item(every: list[Any]) -> None:
    """A person counts once per item, by the first name used there."""
    for name, _, gold, _ in every:
        rows = [(r["name"], r["item"], r.get("item_title")) for r in gold["people_in_body"]]
        assert len(rows) == len(set(rows)), name


def test_values_are_those_of_the_format(every: list[Any]) -> None:
    """Kinds, states and dates are from the lists of the format."""
    kinds = "apologies declarations previous_minutes substantive update next_meeting urgent exclusion "
    kinds += "public_questions work_programme closing other"
    decided = "resolved recommended agreed noted approved deferred refused delegated"
    for _, _, gold, _ in every:
        assert {i["kind"] for i in gold["items"]} <= set(kinds.split())
        assert {d["kind"] for d in gold["decisions"]} <= set(decided.split())
        assert {a["status"] for a in gold["attendance"]} <= {
            "present",
            "apologies",
            "absent",
            "in_attendance",
            "substitute",
        }
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", d["iso"]) for d in gold["dates_in_body"])


def test_every_field_occurs(made: dict[str, list[Any]]) -> None:
    """No part lacks a kind of answer."""
    for part, rows in made.items():
        golds = [gold for _, _, gold, _ in rows]
        for field in (
            "attendance",
            "items",
            "decisions",
            "actions",
            "votes",
            "declarations",
            "people_in_body",
            "dates_in_body",
        ):
            assert any(g[field] for g in golds), (part, field)
        assert any(a["for"] for g in golds for a in g["attendance"]), part
        assert any(v["for_names"] for g in golds for v in g["votes"]), part


def test_parts_share_no_layout(package: Any) -> None:
    """Layouts belong to one part, by name and by what they are made of; train has at least forty, the others twelve."""
    rows = {part: package("layouts").layouts(part) for part in PARTS}
    assert [len(rows[p]) >= n for p, n in zip(PARTS, (40, 12, 12), strict=True)] == [True] * 3
    for one, two in itertools.combinations(PARTS, 2):
        assert {r.name for r in rows[one]}.isdisjoint(r.name for r in rows[two])
        shape = {(r.header, r.attendance, r.numbering, r.heading, r.decision, r.action) for r in rows[one]}
        assert shape.isdisjoint(
            (r.header, r.attendance, r.numbering, r.heading, r.decision, r.action) for r in rows[two]
        )


def test_parts_share_no_name(package: Any, made: dict[str, list[Any]]) -> None:
    """No given name, surname or town of one part is in another, in the lists or in the documents."""
    people, places = package("people"), package("places")
    lists = {
        part: {w for lists in people.stock(part).values() for names in lists for n in names for w in n.split("_")[-1:]}
        for part in PARTS
    }
    for one, two in itertools.combinations(PARTS, 2):
        assert lists[one].isdisjoint(lists[two])
        assert set(places.towns(one)).isdisjoint(places.towns(two))
    words = {
        part: {
            word.casefold()
            for _, text, _, spans in rows
            for start, end, kind in spans["spans"]
            if kind == "PERSON" and spans["layout"] != "t42"
            for word in re.split(r"[\s.-]+", text[start:end])
            if len(word) > 3
        }
        for part, rows in made.items()
    }
    for one, two in itertools.combinations(PARTS, 2):
        assert words[one].isdisjoint(words[two]), words[one] & words[two]


def test_edits_move_marks(package: Any) -> None:
    """Text put in before, inside and after a mark moves it as it should, and noise is left out of a quote."""
    writer = package("writer").Writer()
    writer.add("The ")
    mark = writer.put("PERSON", "Ann Lee")
    writer.add(" spoke at length.")
    writer.edit([(0, 0, ">> ", True), (11, 11, "!", True), (17, 18, "\n12\n", True)])
    assert writer.text == ">> The Ann Lee! spoke\n12\nat length."
    assert writer.of(mark) == "Ann Lee"
    assert writer.quote(7, len(writer.text)) == "Ann Lee spoke at length."


def test_deadlines_are_days_to_come(made: dict[str, list[Any]]) -> None:
    """A deadline is after the day of the meeting, and one given as the next meeting is its date."""
    for name, _, gold, _ in itertools.chain.from_iterable(made.values()):
        for action in gold["actions"]:
            assert action["due"] is None or action["due"] > gold["header"]["date"], (name, action)
            if action["due_text"] and "next meeting" in action["due_text"].casefold():
                assert action["due"] == gold["next_meeting"], (name, action)


def test_names_have_the_forms_of_minutes(package: Any) -> None:
    """One person in each of the forms."""
    person = package("people").Person("Thomas", "TJ", "Smith", False, "Mr")
    forms = {
        "full": "Thomas Smith",
        "surname": "Smith",
        "initial": "T Smith",
        "dotted": "T. Smith",
        "initials": "T J Smith",
    }
    assert {form: person.name(form) for form in forms} == forms
    assert person.name("closedots") == "T.J. Smith"
    assert json.dumps(package("people").somebody(Random(3), "dev").name("upper"))
