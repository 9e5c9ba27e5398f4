"""Bytes to a source, and the folded twin."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minuteparse import parse_file
from minuteparse.errors import InputError
from minuteparse.text import collapse, fold, from_bytes, from_text


@given(st.text())
def test_folding_keeps_length(text: str) -> None:
    """The folded twin has the length of the text."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    """Folding what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


def test_folding_unifies_quotes_dashes_spaces_and_bullets() -> None:
    """Each of the clerk's typographic variants becomes one plain character."""
    assert fold("‘a’ “b” c–d—e\u00a0f ● g · h") == "'a' \"b\" c-d-e f • g • h"


def test_a_lost_apostrophe_is_read_as_one_between_letters_only() -> None:
    """Old mirrors print CHAIRMAN?S; a question keeps its mark."""
    assert fold("CHAIRMAN?S REPORT. Any questions? O=Dowd a = b") == "CHAIRMAN'S REPORT. Any questions? O'Dowd a = b"


def test_lower_keeps_length() -> None:
    """A capital whose small form is longer is kept, so that offsets hold."""
    source = from_text("İstanbul Road")
    assert len(source.lower) == len(source.text)
    assert source.lower.endswith("stanbul road")


def test_quote_collapses_white_space_but_keeps_characters() -> None:
    """A quotation is what the text says, on one line."""
    source = from_text("the  Parish\r\n\tCouncil’s")
    assert source.quote(0, len(source.text)) == "the Parish Council’s"
    assert collapse(" \n ") == ""


def test_utf8_with_and_without_mark() -> None:
    """The mark is no part of the text; the hash is of the bytes as they came."""
    plain, marked = from_bytes("Café".encode()), from_bytes("Café".encode("utf-8-sig"))
    assert plain.text == marked.text == "Café"
    assert not plain.encoding_guessed
    assert marked.sha256 == hashlib.sha256("Café".encode("utf-8-sig")).hexdigest() != plain.sha256


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_mark(encoding: str) -> None:
    """UTF-16 is read if it says so."""
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff"
    source = from_bytes(mark + "Present: Ní Bhriain".encode(encoding))
    assert (source.text, source.encoding, source.encoding_guessed) == ("Present: Ní Bhriain", encoding, False)


def test_damaged_utf16_names_the_place() -> None:
    """Half a character at the end is an error that says where."""
    with pytest.raises(InputError, match=r"x\.txt: .*byte \d+"):
        from_bytes(b"\xff\xfea\x00b", name="x.txt")


def test_other_encodings_are_guessed_and_say_so() -> None:
    """Windows text is decoded, and the record can doubt it."""
    text = "The Chair’s café – minutes of the Parish Council held on Tuesday. " * 20
    source = from_bytes(text.encode("cp1252"))
    assert source.encoding_guessed
    assert "Parish Council" in source.text


@pytest.mark.parametrize("data", [b"%PDF-1.4\n\x00\x01", b"\xff\xfea\x00\x00\x00", b"\x00"])
def test_nul_is_an_error_with_its_offset(data: bytes) -> None:
    """A NUL byte means a binary file: the message names the file, the offset and the cure."""
    with pytest.raises(InputError, match=r"scan\.pdf: NUL .* offset \d+.*convert"):
        from_bytes(data, name="scan.pdf")


def test_line_ends_form_feeds_and_a_missing_last_newline_stay(tmp_path: Path) -> None:
    """Bytes are decoded once and never in text mode, so nothing is translated."""
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"1. APOLOGIES\r\nNone.\r\n\f2. CLOSE\rend")
    minutes = parse_file(path)
    assert minutes.source.length == len(b"1. APOLOGIES\r\nNone.\r\n\f2. CLOSE\rend")


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    """The library raises its own error, naming the file."""
    with pytest.raises(InputError, match="nowhere"):
        parse_file(tmp_path / "nowhere.txt")
