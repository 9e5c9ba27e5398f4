"""The page as a file: marks are the record's spans, whatever overlaps; hostile minutes are text; nothing is loaded."""

import itertools
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minuteparse import parse
from minuteparse.parse import parse_source
from minuteparse.record import Minutes
from minuteparse.text import from_bytes, from_text
from minuteparse.view.layers import Stretch, stretches
from minuteparse.view.page import render
from minuteparse.view.values import Mark, all_values, marks_of, sections_of

HOSTILE = (
    "PARISH COUNCIL OF <b>NOWHERE</b>\nHeld on 3 May 2022\n\nPresent: Councillor <script>alert(1)</script> Bell, "
    'Councillor "onclick=alert(2)" Ash\n\n1. </script><script>alert(3)</script>\n\n'
    "It was RESOLVED that {{ 7*7 }} <img src=x onerror=alert(4)> be approved.\n\n2. <!-- URGENT ITEMS\n\nNone.\n"
)


def written(found: tuple[Stretch, ...]) -> tuple[str, dict[int, list[tuple[int, int]]]]:
    """The text that the tokens hold, and the pieces of each mark in it; borders have to be well nested."""
    text, pieces, first, last = "", {}, [], []
    for stretch in found:
        for block in stretch.blocks:
            open_now: list[tuple[Mark, int]] = []
            for token in block.tokens:
                if token.act in {"text", "break"}:
                    text += token.text
                elif token.act == "open" and token.mark:
                    open_now.append((token.mark, len(text)))
                    first += [token.mark.number] * token.first
                else:
                    mark, start = open_now.pop()
                    assert mark == token.mark
                    pieces.setdefault(mark.number, []).append((start, len(text)))
                    last += [mark.number] * token.last
            assert open_now == []
    assert sorted(first) == sorted(last) == sorted(pieces)
    return text, pieces


def joined(pieces: list[tuple[int, int]]) -> tuple[int, int]:
    """The one span that adjoining pieces make."""
    for before, after in itertools.pairwise(pieces):
        assert before[1] == after[0]
    return pieces[0][0], pieces[-1][1]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[Mark]]:
    """A text, items that follow each other, and marks that overlap in any way, of any width."""
    text = draw(st.text(st.sampled_from("ab \r\n\f\0<&é😀"), max_size=60)) * draw(st.sampled_from([1, 1, 9]))
    at = st.integers(0, len(text))
    borders = sorted(set(draw(st.lists(at, max_size=4))))
    items = [Mark(n, "item", low, high, n) for n, (low, high) in enumerate(itertools.pairwise(borders), 1)]
    spans = draw(st.lists(st.tuples(at, at), max_size=12))
    return text, items, [Mark(n, "date", min(s), max(s), n) for n, s in enumerate(spans, 100)]


@given(marked_texts())
def test_marks_may_overlap_in_any_way(case: tuple[str, list[Mark], list[Mark]]) -> None:
    """The text comes out as it went in, and the pieces of each mark, joined, are its span."""
    text, items, marks = case
    found = stretches(text, items, marks)
    out, pieces = written(found)
    assert out == text
    assert {number: joined(of) for number, of in pieces.items()} == {m.number: (m.start, m.end) for m in marks}
    assert [stretch.mark for stretch in found if stretch.mark] == items


def test_long_texts_come_in_blocks() -> None:
    """So that a browser lays out what is seen alone; a block ends where a line does."""
    (stretch,) = stretches("A line of the minutes.\n" * 1000, [], [])
    assert len(stretch.blocks) == 25
    assert all(block.tokens[-1].text.endswith("\n") for block in stretch.blocks)


def spans(node: object) -> list[tuple[int, int]]:
    """Every span that a printed record names, however deep."""
    if isinstance(node, list):
        return [span for entry in node for span in spans(entry)]
    if not isinstance(node, dict):
        return []
    own = [(node["start"], node["end"])] if isinstance(node.get("start"), int) else []
    own += [tuple(pair) for pair in node.get("via", [])]
    return own + [span for key, value in node.items() if key != "via" for span in spans(value)]


@pytest.mark.parametrize("folder", ["gold", "hand", "held"])
def test_every_span_of_a_record_is_one_mark(folder: str, root: Path) -> None:
    """Nothing that the record points at is left out, added, or marked twice."""
    for path in sorted((root / "corpus" / folder).glob("*.txt"))[::4]:
        minutes = parse_source(from_bytes(path.read_bytes()), model=None)
        marks = marks_of(sections_of(minutes))
        assert sorted((m.start, m.end) for m in marks) == sorted(spans(json.loads(minutes.model_dump_json())))
        assert len({m.number for m in marks}) == len(marks)


class Elements(HTMLParser):
    """The elements of a page, their attributes, and the text in the blocks of the minutes."""

    def __init__(self, page: str) -> None:
        """Read `page`."""
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name and the attributes."""
        self.names.append(tag)
        self.attributes += attrs


def page_of(text: str) -> str:
    """The page of `text`, read by rules alone."""
    source = from_text(text, name="minutes.txt")
    return render(source, parse_source(source, model=None))


def test_hostile_minutes_are_text() -> None:
    """No element, attribute or script of the minutes becomes one of the page; template marks are not run."""
    page = Elements(page_of(HOSTILE))
    assert page.names.count("script") == 2
    assert {"b", "img"}.isdisjoint(page.names)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in page_of(HOSTILE)


def test_the_page_holds_the_whole_record() -> None:
    """The JSON inside is the record that `parse` gives, hostile strings and all."""
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page_of(HOSTILE), re.S)
    assert Minutes.model_validate_json(data) == parse(HOSTILE, model=None, name="minutes.txt")


def test_the_page_loads_nothing() -> None:
    """No address but places in the page itself; a policy forbids the rest, inline attributes included."""
    page = Elements(page_of(HOSTILE))
    assert {"link", "style", "script"} <= set(page.names)
    links = [value or "" for name, value in page.attributes if name in {"href", "src", "action", "srcset"}]
    assert all(link.startswith("#") or link == "data:," for link in links)
    assert "style" not in {name for name, _ in page.attributes}
    (policy,) = [value for name, value in page.attributes if name == "content" and "default-src" in (value or "")]
    assert str(policy).startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in str(policy)


def test_values_say_what_they_lean_on_and_what_is_not_said(seed_text: str) -> None:
    """A derived deadline names the words of the next meeting; the venue that the minutes lack is said to lack."""
    sections = sections_of(parse(seed_text, model=None))
    (derived,) = [value for value in all_values(sections) if value.basis == "derived"]
    assert [seed_text[via.start : via.end] for via in derived.via] == [
        "at the next available meeting",
        "10 January 2024",
    ]
    assert dict(derived.facts)["Due"] == "2024-01-10"
    (header,) = [section for section in sections if section.name == "header"]
    assert "Venue" in header.unsaid


def test_the_same_minutes_give_the_same_page(seed_text: str) -> None:
    """Byte for byte."""
    assert page_of(seed_text) == page_of(seed_text)


@pytest.mark.parametrize("text", ["", "\n", "x", "\0", "\r\r\r", "1.", "\ud800"])
def test_any_text_has_a_page(text: str) -> None:
    """Even one with nothing in it."""
    assert page_of(text).endswith("</html>")


def run(*args: str | Path, cwd: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`minuteparse view ARGS` in a process of its own, warnings being errors."""
    command = [sys.executable, "-W", "error", "-c", "from minuteparse.cli import main; main()", "view", "--no-model"]
    return subprocess.run([*command, *map(str, args)], input=data, capture_output=True, check=False, cwd=cwd)


def test_the_command_writes_a_page_and_names_it(seed_path: Path, tmp_path: Path) -> None:
    """NAME.view.html in the current folder, or where --output says; standard input has no name."""
    assert run(seed_path, cwd=tmp_path).stdout == b"seed.view.html\n"
    assert run(seed_path, "-o", "there.html", cwd=tmp_path).stdout == b"there.html\n"
    assert run("-", cwd=tmp_path, data=seed_path.read_bytes()).stdout == b"minutes.view.html\n"
    page = (tmp_path / "seed.view.html").read_bytes()
    assert page == (tmp_path / "there.html").read_bytes()
    assert b"Content-Security-Policy" in (tmp_path / "minutes.view.html").read_bytes()


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    """As with the other commands."""
    done = run("nowhere.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"minuteparse: nowhere.txt: no such file; check the path\n"
