"""PDF: rows, columns, paragraphs over pages, furniture, places, hyphens, and what cannot be read."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from minuteparse.errors import InputError
from minuteparse.inputs import pdf, pdf_words
from minuteparse.inputs.pdf_hyphens import line_end_hyphens
from minuteparse.inputs.pdf_lines import Segment, Word
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source

Make = Callable[..., bytes]
LONG = "The committee heard that the old bridge over the beck had been shut since the flood of last winter"
SHORT = "The committee heard that the old bridge over the beck had been shut since the flood"


def test_rows_keep_wide_blanks_and_places(make_pdf: Make) -> None:
    """What stands beside each other is one line; every line has its page and box."""
    source = read_source(
        make_pdf([(72, 700, "*MOOR BOARD"), (72, 660, "A Ash"), (300, 660, "Chair"), (72, 646, "B Beck")])
    )
    lines = source.text.split("\n")
    assert lines[0] == "MOOR BOARD"
    assert lines[2].split("   ")[0] == "A Ash"
    assert lines[2].endswith("   Chair")
    assert lines[3] == "B Beck"
    assert source.layout
    stand = source.layout.stands[1]
    assert stand.page == 1
    assert stand.box is not None
    assert stand.box[0] == pytest.approx(72, abs=1)
    assert 842 - 660 - 12 < stand.box[1] < 842 - 660
    assert [source.text[h.start : h.end] for h in source.layout.headings] == ["MOOR BOARD"]


def test_a_paragraph_is_one_line_over_the_end_of_a_page(make_pdf: Make) -> None:
    """Rows that fill the column go on; the foot and the head between them come after the paragraph, as noise."""
    first = [(72, 720, "Moor Board"), (72, 120, LONG), (72, 106, LONG), (280, 30, "Page 1 of 2")]
    second = [(72, 800, "Moor Board"), (72, 740, "and would be mended."), (280, 30, "Page 2 of 2")]
    source = read_source(make_pdf(first, second))
    assert f"{LONG} {LONG} and would be mended.\n" in source.text
    assert "Page 1 of 2" in source.text
    assert "Page" not in source.folded
    assert source.folded.count("Moor Board") == 1
    assert source.layout
    at = source.text.index("and would")
    assert [s.page for s in source.layout.stands if s.start == at] == [2]


def test_furniture_between_items_is_in_none_of_them(make_pdf: Make) -> None:
    """A foot below an item's last line stands before the next heading, or in the closing block."""
    first = [(72, 700, "1. Apologies"), (72, 680, "None were received."), (280, 30, "Page 1 of 2")]
    second = [(72, 740, "2. Roads"), (72, 720, "The report was noted."), (280, 30, "Page 2 of 2")]
    source = read_source(make_pdf(first, second))
    ends = [source.text[: item.end].rstrip()[-9:] for item in parse_source(source, model=None).items]
    assert ends == ["received.", "as noted."]


def test_labelled_columns_are_read_one_by_one(make_pdf: Make) -> None:
    """Two lists below labels of their own are not mixed."""
    rows = [
        (72, 700, "Present:"),
        (320, 700, "Apologies:"),
        (72, 686, "Cllr A Ash"),
        (320, 686, "Cllr D Dun"),
        (72, 672, "Cllr B Beck"),
    ]
    minutes = parse_source(read_source(make_pdf(rows)), model=None)
    assert [(a.person.family, a.status) for a in minutes.attendance] == [
        ("Ash", "present"), ("Beck", "present"), ("Dun", "apologies"),
    ]  # fmt: skip


def test_columns_of_running_text_are_read_one_by_one(make_pdf: Make) -> None:
    """A page in two columns is read down the left, then down the right."""
    left = [(50.0, 700.0 - 14 * i, f"left {i} ran on and on over the moor") for i in range(6)]
    right = [(320.0, 700.0 - 14 * i, f"right {i} ran on and on over the fell") for i in range(6)]
    text = read_source(make_pdf(left + right)).text
    assert text.index("left 5") < text.index("right 0")


def test_hyphens_are_healed_in_values_and_left_in_the_text(make_pdf: Make) -> None:
    """`title` has the word whole; the text, and what quotes it, has the hyphen and the line break."""
    rows = [
        (72, 700, "Moor Board"), (72, 660, "1. Apologies"), (72, 646, "None."), (72, 620, "2. Report of the Env-"),
        (84, 606, "ironment Group"), (72, 580, "Noted."), (72, 560, LONG), (72, 546, LONG),
    ]  # fmt: skip
    source = read_source(make_pdf(rows))
    assert "Env-\n" in source.text
    minutes = parse_source(source, model=None)
    assert not any("Env-" in item.title for item in minutes.items)
    assert line_end_hyphens("the Vice-\nchair, a by-\nelection and a by-election") == ()


def test_a_scan_and_a_locked_file_name_the_cure(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without text, pictures alone, a password: each its own error."""
    with pytest.raises(InputError, match=r"^x: a PDF without pages or text"):
        read_source(make_pdf([]), name="x")
    for code, says in (
        ("password", "without one"),
        ("missing", "pip install"),
        ("memory", "print it"),
        ("long", "split it"),
    ):
        monkeypatch.setattr(pdf, "_ERRORS", pdf._ERRORS)
        monkeypatch.setattr("json.loads", lambda _, code=code: {"error": code})
        with pytest.raises(InputError, match=says):
            read_source(make_pdf([(72, 700, "x")]), name="x")
    scan = {"pages": [{"width": 1, "height": 1, "pictures": True, "words": []}]}
    monkeypatch.setattr("json.loads", lambda _: scan)
    with pytest.raises(InputError, match="ocrmypdf"):
        read_source(make_pdf([(72, 700, "x")]), name="x")


def test_a_page_of_pictures_among_others_is_an_issue(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record says which page could not be read."""
    pages = pdf._pages(make_pdf([(72, 700, "Minutes")]), "x")
    scan = {"width": 1, "height": 1, "pictures": True, "words": []}
    monkeypatch.setattr(pdf, "_pages", lambda data, name: [*pages, scan])
    minutes = parse_source(read_source(make_pdf([(72, 700, "x")])), model=None)
    assert [i.message for i in minutes.issues if i.code == "page-without-text"] == [
        "Page 2 shows a picture and no text: read the file with --ocr."
    ]


def test_a_scan_on_which_its_number_is_printed_is_a_scan(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page number alone is no text of a page that a picture fills; a title beside a picture is."""
    shown, numbered, titled = pdf._pages(
        make_pdf([(72, 700, "Minutes")], [(72, 30, "Page 2 of 3")], [(72, 700, "Bridges of the Moor")]), "x"
    )
    pages = [shown, {**numbered, "pictures": True}, {**titled, "pictures": True}]
    monkeypatch.setattr(pdf, "_pages", lambda data, name: pages)
    source = read_source(make_pdf([(72, 700, "x")]))
    assert source.layout is not None
    assert source.layout.textless == (2,)
    monkeypatch.setattr(pdf, "_pages", lambda data, name: pages[1:2])
    with pytest.raises(InputError, match="read it with --ocr"):
        read_source(make_pdf([(72, 700, "x")]), name="x")


@pytest.mark.parametrize(("size", "stamp", "shows"), [(595, b"", True), (595, b"Page 2", True), (90, b"Page 2", False)])
def test_a_picture_is_the_page_if_it_fills_it(size: int, stamp: bytes, shows: bool, make_pdf: Make) -> None:
    """A crest above the number of an empty page is no scan; a picture on a page without words may be."""
    picture = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q " % (size, size)
    drawn = b"BT /F 11 Tf 72.0 30.0 Td (%s) Tj ET"
    data = make_pdf([(72, 30, "Page 2")]).replace(drawn % b"Page 2", picture + drawn % stamp)
    assert [page["pictures"] for page in pdf_words.read(data)["pages"]] == [shows]


def test_a_page_that_cannot_be_opened_is_an_issue(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read, with `--ocr` too; if none is left, the file is damaged."""
    pages = pdf._pages(make_pdf([(72, 700, "Minutes")]), "x")
    broken = {"width": 0, "height": 0, "pictures": False, "words": [], "broken": True}
    monkeypatch.setattr(pdf, "_pages", lambda data, name: [*pages, broken])
    minutes = parse_source(read_source(make_pdf([(72, 700, "x")]), ocr=True), model=None)
    assert [i.message for i in minutes.issues if i.code == "page-without-text"] == [
        "Page 2 is damaged and not read: get the file again, or mend it with: qpdf IN.pdf OUT.pdf."
    ]
    monkeypatch.setattr(pdf, "_pages", lambda data, name: [broken])
    with pytest.raises(InputError, match="x: a PDF that is damaged"):
        read_source(make_pdf([(72, 700, "x")]), name="x")


def test_a_file_of_pages_without_end_is_refused(make_pdf: Make) -> None:
    """One page that is listed thousands of times is not read thousands of times."""
    data = make_pdf([(72, 700, "x")]).replace(
        b"/Kids[5 0 R]/Count 1>>", b"/Kids[" + b"5 0 R " * 3001 + b"]/Count 3001>>"
    )
    with pytest.raises(InputError, match="split it into one file a meeting"):
        read_source(data, name="x")


def test_notes_in_the_margin_end_their_paragraph(make_pdf: Make) -> None:
    """Initials right of the text, beside one of its lines or between two, do not part its sentence."""
    line = "the Board heard again that the hedge beside the lower path had grown too high for"
    rows = [
        (72, 700, "*1. Paths"), (72, 680, line), (72, 664, line), (72, 648, "all, so the clerk agreed to cut it."),
        (540, 664, "*TQ"), (540, 656, "*AB"), *((72, 600 - 16 * n, "Noted.") for n in range(9)),
    ]  # fmt: skip
    source = read_source(make_pdf(rows))
    assert f"{line} {line} all, so the clerk agreed to cut it.   TQ   AB\n" in source.text
    minutes = parse_source(source, model=None)
    at = source.text.index("AB")
    (place,) = minutes.locate(at, at + 2)
    assert place.box is not None
    assert place.box[0] > 530


def test_a_title_ends_where_the_next_column_begins(make_pdf: Make) -> None:
    """Who speaks to an item stands in a column of its own, and is none of its title."""
    rows = [(72, 760, "*Moor Board")]
    for n, title in enumerate(("Apologies", "Past events (standing item)", "Hedges and paths"), 1):
        rows += [(72, 760 - 60 * n, str(n)), (100, 760 - 60 * n, title), (500, 760 - 60 * n, "TQ")]
        rows += [(120, 740 - 60 * n, "It was talked about.")]
    minutes = parse_source(read_source(make_pdf(rows)), model=None)
    assert [(i.number, i.title) for i in minutes.items] == [
        ("1", "Apologies"), ("2", "Past events (standing item)"), ("3", "Hedges and paths"),
    ]  # fmt: skip


def test_bold_headings_that_are_indented_are_headings(make_pdf: Make) -> None:
    """A heading begins with its first letter, not with the blanks that show where it stands."""
    source = read_source(make_pdf([(72, 700, "Some text that begins left"), (200, 660, "*Centred heading")]))
    assert source.layout is not None
    (heading,) = source.layout.headings
    assert source.text[heading.start : heading.end] == "Centred heading"


def test_letters_too_small_to_read_are_noise(make_pdf: Make) -> None:
    """What a machine left on the page is in the text, and is not read."""
    data = make_pdf([(72, 700, "Moor Board"), (72, 760, "Qz7%k")]).replace(
        b"/F 11 Tf 72.0 760.0", b"/F 02 Tf 72.0 760.0"
    )
    source = read_source(data)
    assert "Qz7%k" in source.text
    assert source.folded.split() == ["Moor", "Board"]


def test_pages_made_to_take_hours_take_seconds() -> None:
    """Columns without end are looked for in a bounded stretch; raised letters too."""
    places = [(50.0 + 250 * (i % 2), 7.0 * (i // 2)) for i in range(6000)]
    words = [pdf.Word("ab", x, y, x + 20, y + 10, y + 10, 10.0, False, False) for x, y in places]
    start = time.process_time()
    pdf.draft_of([pdf.Page(600.0, 800.0, False, tuple(words))])
    assert time.process_time() - start < 3


def test_a_crowded_page_is_refused(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page of minutes holds twenty thousand words."""
    monkeypatch.setattr(pdf_words, "MOST_ON_A_PAGE", 2)
    assert pdf_words.read(make_pdf([(72, 700, "one two three")])) == {"error": "crowded"}
    assert "20,000" in pdf._ERRORS["crowded"]


def test_words_light_years_away_fill_no_memory(make_pdf: Make) -> None:
    """A damaged file may place a word anywhere; the blanks before it are bounded."""
    data = make_pdf([(72, 700, "Moor Board"), (300, 700, "far")]).replace(b"300.0 700.0 Td", b"9e9 700.000 Td")
    source = read_source(data)
    assert "Moor Board" in source.text
    assert len(source.text) < 500
    words = [pdf.Word(t, x, 1.0, x + 1e9, 9.0, 9.0, 8.0, False, False) for t, x in (("a", -1e9), ("b", 1e9))]
    text, _ = pdf.draft_of([pdf.Page(600.0, 800.0, False, tuple(words))]).finish()
    assert len(text) < 500


def test_a_wide_heading_does_not_keep_the_text_below_from_being_joined(make_pdf: Make) -> None:
    """Where the running text ends on the right is told by its own rows; a note beyond that is no part of them."""
    wide = "*Minutes of the meeting of the Moor Board held on 4 May 2023 at the old bridge and hall"
    rows = [(72.0, 700 - 14 * i, SHORT) for i in range(5)]
    text = read_source(make_pdf([(60, 760, wide), *rows, (72, 630, "and was shut."), (520, 672, "AQ")])).text
    assert f"{SHORT} {SHORT} {SHORT} {SHORT} {SHORT} and was shut.   AQ\n" in text


def test_a_note_in_the_margin_belongs_to_the_row_that_it_is_nearest_to(make_pdf: Make) -> None:
    """A note that stands a little above the first row of a paragraph is not the one's above."""
    rows = [(72.0, 700 - 14 * i, SHORT if i % 2 == 0 else "and shut.") for i in range(10)]
    for up, owner in ((676, 1), (680, 0)):
        lines = read_source(make_pdf([*rows, (520, up, "AQ")])).text.splitlines()
        assert lines == [f"{SHORT} and shut.{'   AQ' if i == owner else ''}" for i in range(5)]


def test_rows_hang_under_the_word_after_a_bullet(make_pdf: Make) -> None:
    """Also where a wide blank stands after the first words, as after a title run into the text."""
    rows = [(72, 700, "•"), (84, 700, "*Bridges"), (145, 700, SHORT[:67]), (84, 686, "was shut.")]
    rows += [(72, 672, "•"), (84, 672, SHORT), (84, 658, SHORT), (84, 644, "and mended.")]
    lines = read_source(make_pdf(rows)).text.split("\n")
    assert lines == [f"• Bridges     {SHORT[:67]} was shut.", f"• {SHORT} {SHORT} and mended.", ""]


def test_rows_go_on_under_a_bold_title_run_into_the_text(make_pdf: Make) -> None:
    """The text below stands where the title begins; a bold row there is another title."""
    rows = [(72, 700, "*Bridges"), (145, 700, SHORT[:69]), (72, 686, "was shut."), (72, 672, SHORT), (72, 658, SHORT)]
    assert read_source(make_pdf(rows)).text.split("\n")[0] == f"Bridges       {SHORT[:69]} was shut."
    rows[2] = (72, 686, "*Roads")
    assert read_source(make_pdf(rows)).text.split("\n")[1] == "Roads"


def test_entries_of_a_list_are_not_run_together(make_pdf: Make) -> None:
    """A mark below another of its kind, or a dash after a sentence, begins an entry though the row above is full."""
    rows = [(72, 700, f"i) {LONG} Clerk"), (72, 686, f"ii) {LONG}."), (72, 672, f"-{LONG}."), (72, 658, "-Noted.")]
    lines = read_source(make_pdf(rows)).text.rstrip().split("\n")
    assert [line[:4] for line in lines] == ["i) T", "ii) ", "-The", "-Not"]


def test_bold_in_the_middle_of_a_sentence_does_not_break_it(make_pdf: Make) -> None:
    """A row that goes on in bold is joined; one that begins anew is not."""
    rows = [(72, 700, SHORT), (72, 686, SHORT)]
    text = read_source(make_pdf([*rows, (72, 672, "*in its bed was passed.")])).text
    assert text == f"{SHORT} {SHORT} in its bed was passed.\n"
    text = read_source(make_pdf([*rows, (72, 672, "*Roads and bridges")])).text
    assert text == f"{SHORT} {SHORT}\nRoads and bridges\n"


def test_a_raised_ordinal_belongs_to_its_number() -> None:
    """The blank that readers of PDF put before raised letters is left out; words keep theirs."""
    number = Word("9", 72, 700, 78, 711, 711, 12.0, True, False)
    raised = Word("th", 78, 699, 84, 706, 706, 8.0, True, False)
    month = Word("May", 87, 700, 105, 711, 711, 12.0, True, False)
    assert Segment((number, raised, month)).text == "9th May"
    assert Segment((number, replace(raised, text="a"), month)).text == "9 a May"
    assert Segment((number, replace(raised, left=82), month)).text == "9 th May"


def test_signs_of_symbol_fonts_are_readable() -> None:
    """Bullets and ticks that the file numbers as its font does are characters in the text."""
    words = [Word(text, 72, 700, 78, 711, 711, 12.0, False, False) for text in ("\uf0b7", "Quorum", "\uf0fc", "\uf123")]
    assert Segment(
        tuple(replace(word, left=72.0 + 40 * i, right=100.0 + 40 * i) for i, word in enumerate(words))
    ).text == ("• Quorum ✓ \uf123")
