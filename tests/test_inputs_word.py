"""Word, OpenDocument and rich text files: numbers, tables, notes, what is struck out, running heads."""

import io
import zipfile
from collections.abc import Callable

import pytest

from minuteparse.errors import InputError
from minuteparse.inputs.read import read_source

NUMBERING = """
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="27"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, depth: int = 0, number: int = 5) -> str:
    """A paragraph of a numbered list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_printed(make_docx: Callable[..., bytes]) -> None:
    """Numbers run on, letters start anew below each, a list with a start of its own begins there."""
    body = listed("MINUTES") + listed("noted", 1) + listed("agreed", 1) + listed("ROADS") + listed("closed", 1)
    body += listed("deep", 2) + listed("OTHER", 0, 6)
    text = read_source(make_docx(body, numbering=NUMBERING)).text
    assert text.split("\n")[:7] == [
        "27. MINUTES", "(a) noted", "(b) agreed", "28. ROADS", "(a) closed", "28.i deep", "1. OTHER",
    ]  # fmt: skip


def test_files_in_the_strict_form_of_the_standard_keep_numbers_and_heads(make_docx: Callable[..., bytes]) -> None:
    """Every part of such a file has another namespace, those of lists and running heads too."""
    usual = make_docx(listed("MINUTES") + listed("ROADS"), numbering=NUMBERING, header1=p("Moor Board"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as read, zipfile.ZipFile(stream, "w") as made:
        for name in read.namelist():
            made.writestr(
                name,
                read.read(name).replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml").replace(b"/2006", b""),
            )
    source = read_source(stream.getvalue())
    assert source.text == "Moor Board\n27. MINUTES\n28. ROADS\n"
    assert "Moor" not in source.folded


def test_headings_stand_apart_and_are_marked(make_docx: Callable[..., bytes]) -> None:
    """A heading style, by its name and by inheritance, gives a blank line and a mark."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="House"/><w:basedOn w:val="A"/></w:style>'
    )
    source = read_source(make_docx(p("Before") + p("ROADS", '<w:pStyle w:val="B"/>') + p("After"), styles=styles))
    assert source.text == "Before\n\nROADS\n\nAfter\n"
    assert source.layout
    assert [(source.text[h.start : h.end], h.level) for h in source.layout.headings] == [("ROADS", 2)]


def test_tables_keep_their_cells_and_places(make_docx: Callable[..., bytes]) -> None:
    """A row is a line, cells parted by tabs; each cell says where it stands."""
    rows = "".join(
        f"<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>" for a, b in (("Cllr Quill", "Chair"), ("Cllr Moss", ""))
    )
    source = read_source(make_docx(f"{p('Present')}<w:tbl>{rows}</w:tbl>{p('After')}"))
    assert source.text == "Present\n\nCllr Quill\tChair\nCllr Moss\n\nAfter\n"
    assert source.layout
    assert [s.path for s in source.layout.stands] == [
        "paragraph 1", "table 1, row 1, cell 1", "table 1, row 1, cell 2", "table 1, row 2, cell 1", "paragraph 2",
    ]  # fmt: skip


def test_what_is_struck_out_or_hidden_is_not_read(make_docx: Callable[..., bytes]) -> None:
    """Deleted and hidden runs and field codes are no text; inserted ones, links and content controls are."""
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        "<w:r><w:tab/><w:t>end</w:t><w:br/><w:t>below</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
    )
    assert read_source(make_docx(body)).text == "new link\tend\nbelow\ncontrolled\n"


def test_running_heads_are_noise(make_docx: Callable[..., bytes]) -> None:
    """Heads and feet are in the text once, and rules do not read them."""
    source = read_source(make_docx(p("Minutes"), header1=p("Moor Board"), footer1=p("Page 1")))
    assert source.text == "Moor Board\nMinutes\nPage 1\n"
    assert source.folded.split() == ["Minutes"]


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/hostname"', '"ten thousand words"'])
def test_entities_are_refused(entity: str) -> None:
    """A document type, which could name files or grow without end, is refused before it is read."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<!DOCTYPE a [<!ENTITY x {entity}>]><a>&x;</a>")
    with pytest.raises(InputError, match="document type"):
        read_source(stream.getvalue(), name="x")


def test_bombs_are_refused() -> None:
    """A part that unpacks to more than any minutes is not unpacked to its end."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_source(stream.getvalue(), name="x")


def test_open_documents_keep_numbers_and_tables() -> None:
    """Lists of an OpenDocument file print their numbers; spaces, tabs and notes are read; what was deleted is not."""
    names = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table", "style")
    )
    styles = (
        '<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1"'
        ' style:num-format="1" style:num-suffix="." text:start-value="27"/></text:list-style></office:automatic-styles>'
    )
    entry = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Moor<text:s text:c="3"/>Board</text:h>'
        f'<text:list text:style-name="L">{entry.format("MINUTES")}{entry.format("ROADS")}</text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>Cllr Quill</text:p></table:table-cell>"
        "<table:table-cell><text:p>Chair</text:p></table:table-cell></table:table-row></table:table>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        xml = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"<office:document-content{names}>{xml}</office:document-content>")
    source = read_source(stream.getvalue())
    assert source.text == "Moor   Board\n\n27. MINUTES\n28. ROADS\n\nCllr Quill\tChair\n\n"


def test_rich_text_keeps_numbers_letters_and_tables() -> None:
    """Code pages, Unicode, automatic numbers and rows of rich text; heads are noise, pictures and links are skipped."""
    data = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Cyr;}}{\*\generator X;}
{\header\pard Moor\par}
\pard\b Caf\'e9 Board\b0\par {\listtext 27.\tab}MINUTES \u8211?agreed\par {\pict\bin4 }}}}}{\v hidden}\f1\'cf\f0\par
\trowd\pard\intbl Cllr Quill\cell Chair\cell\row\pard {\field{\*\fldinst HYPERLINK}{\fldrslt end}}\par}"""
    source = read_source(data)
    assert source.text.rstrip("\n") + "\n" == "Moor\nCafé Board\n27.\tMINUTES –agreed\nП\n\nCllr Quill\tChair\n\nend\n"
    assert "Moor" not in source.folded
    assert source.media_type == "application/rtf"


def test_signs_of_symbol_fonts_are_what_they_show(make_docx: Callable[..., bytes]) -> None:
    """A tick is no bullet: marks in a table of attendance keep what they say."""
    signs = "".join(f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("F0FC", "F0FB", "F0B7", "0042", "x"))
    text = read_source(make_docx(f"<w:p><w:r>{signs}<w:t>\uf0a7</w:t></w:r></w:p>")).text
    assert text == "✓✗•••▪\n"


def test_cells_that_a_cut_file_leaves_open_are_read() -> None:
    """A table without the end of its row is in the text, before what follows it."""
    assert read_source(rb"{\rtf1 A\par\trowd\intbl B\cell\intbl C\cell\intbl half").text == "A\n\nB\tC\thalf\n\n"
    text = read_source(rb"{\rtf1 A\par\trowd\pard\intbl B\cell\pard After\par}").text
    assert text.split() == ["A", "B", "After"]


def test_the_outline_of_an_open_document_numbers_its_headings() -> None:
    """Levels count within those above; a heading may restart, have no number, or print its own."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style")
    )
    level = '<text:outline-level-style text:level="{0}" style:num-format="1" style:num-suffix="." {1}/>'
    outline = level.format(1, 'text:start-value="4"') + level.format(2, 'text:display-levels="2"')
    styles = f"<office:document-styles{spaces}><office:styles><text:outline-style>{outline}</text:outline-style>"
    head = '<text:h text:outline-level="{0}" {2}>{1}</text:h>'
    body = (
        head.format(1, "Roads", "") + head.format(2, "Moor Lane", "") + head.format(2, "Beck Lane", "")
        + head.format(1, "5. Bridges", "") + head.format(2, "Old Bridge", "") + head.format(3, "Aside", "")
        + head.format(1, "Note", 'text:is-list-header="true"') + head.format(1, "Fees", 'text:start-value="9"')
    )  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("styles.xml", f"{styles}</office:styles></office:document-styles>")
        content = f"<office:document-content{spaces}><office:body><office:text>{body}"
        archive.writestr("content.xml", f"{content}</office:text></office:body></office:document-content>")
    assert [line for line in read_source(stream.getvalue()).text.split("\n") if line] == [
        "4. Roads", "4.1. Moor Lane", "4.2. Beck Lane", "5. Bridges", "5.1. Old Bridge", "Aside", "Note", "9. Fees",
    ]  # fmt: skip


def test_labels_without_end_do_not_fill_the_memory(make_docx: Callable[..., bytes]) -> None:
    """Of a label that is made to be repeated before each paragraph its beginning is read."""
    level = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{"%1." * 20_000}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    text = read_source(make_docx(listed * 9, numbering=numbering)).text
    assert text.splitlines()[0].startswith("1.1.1.")
    assert max(map(len, text.splitlines())) < 60
