"""Web pages: lines, lists, tables, furniture, pages of meeting systems, encodings; Markdown."""

import pytest

from minuteparse.evidence import gather
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source

SYSTEM = """<html><body><div id="modgov"><h1>Agenda and minutes</h1>
<p>Moor Board - Monday 11th November, 2024 4.30 pm</p>
<p>Share this item</p><p>This meeting was webcast live and can be watched on our site</p>
<table class="mgItemTable"><tr><td class="mgItemNumberCell"><p>1.</p></td><td><p class="mgAiTitleTxt">Apologies</p>
<div class="mgWordPara"><p>To receive any apologies.</p></div><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>Apologies were received from Councillor Quill.</p></div></td></tr>
<tr><td><p>2.</p></td><td><p class="mgAiTitleTxt">Bridges <a>PDF 112 KB</a></p>
<div class="mgWordPara"><p>It is RESOLVED that the bridge be mended.</p></div>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul><li><a>Bridge report PDF 2 MB</a></li></ul></td></tr>
</table></div></body></html>"""


def text_of(page: str) -> str:
    """The text of the body of a page."""
    return read_source(f"<html><body>{page}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One\n  two</p><p>three</p>", "One two\n\nthree\n"),
        ("<div>One</div><div>two<br>three</div>", "One\ntwo\nthree\n"),
        ("<h2>27. ROADS</h2>Noted.", "27. ROADS\n\nNoted.\n"),
        ("<ol start=3><li>One<li>Two<ul><li>deep</ul></ol>", "3. One\n4. Two\n• deep\n\n"),
        ("<ol type=a><li>One<li value=4>Two</ol>", "a. One\nd. Two\n\n"),
        ("<ol><li>(a) One</ol>", "(a) One\n\n"),
        ("<ul style='list-style-type: none'><li>One</ul>", "One\n\n"),
        ("<table><tr><th>Who<th>What<tr><td>AB<td>Ring</table>", "Who\tWhat\nAB\tRing\n\n"),
        ("<table><tr><td>1<td><p>Roads</p><p>Noted.</p><td>AB</table>", "1\tRoads\n\nNoted.\tAB\n\n"),
        ("<table><tr><td>Present:<td>Apologies:<tr><td>A Ash<br>B Beck<br>C Cob<td>D Dun<br>E Elm</table>",
         "Present:\nA Ash\nB Beck\nC Cob\nApologies:\nD Dun\nE Elm\n\n"),
        ("<pre>A   b\n  c</pre>", "A   b\n  c\n"),
        ("<p>Said<script>x()</script><style>p{}</style><!-- not --> so</p>", "Said so\n"),
        ("<p>&nbsp;</p><p>Caf&eacute;&nbsp;bar</p>", "Café\u00a0bar\n"),
    ],
)  # fmt: skip
def test_blocks_become_lines(page: str, text: str) -> None:
    """Blocks, lists and tables as plain minutes print them."""
    assert text_of(page).rstrip("\n") == text.rstrip("\n")


def test_site_furniture_is_noise_and_the_rest_is_not() -> None:
    """Navigation, heads, feet and what stands outside of the main part are in the text, and are not read."""
    words = "The board met and agreed to mend the bridge at once, which all thought right. " * 4
    top = "<header>Top</header><nav>Home</nav><div class=breadcrumb>You are here</div>"
    page = f"{top}<main><header>Board</header><p>{words}</p></main><footer>Foot</footer>"
    source = read_source(f"<html><body>{page}</body></html>".encode())
    assert all(word in source.text for word in ("Top", "Home", "You are here", "Foot"))
    assert source.folded.split()[:2] == ["Board", "The"]
    assert source.folded.split()[-1] == "right."


def test_a_teaser_beside_the_minutes_is_not_the_document() -> None:
    """An article counts as the document if it holds a good part of the page's words; script does not count."""
    minutes = "<p>1. Roads</p><p>RESOLVED: That the road be mended at once.</p>" * 20
    teaser = f"<article>{'The summer fair was a great success. ' * 7}</article>"
    page = "<html><body><div>{0}</div>{1}<script>{2}</script></body></html>"
    assert read_source(page.format(minutes, teaser, "").encode()).folded.count("RESOLVED") == 20
    source = read_source(
        page.format(teaser.replace("article", "p"), f"<article>{minutes}</article>", "x" * 9999).encode()
    )
    assert source.folded.count("RESOLVED") == 20
    assert "fair" not in source.folded


def test_the_agendas_words_are_no_minute() -> None:
    """On a page that labels its minutes, what stands under a title without one is the agenda's: nothing was decided."""
    source = read_source(SYSTEM.encode())
    minutes = parse_source(source, model=None)
    assert [(i.number, i.title) for i in minutes.items] == [("1", "Apologies"), ("2", "Bridges")]
    assert [a.person.family for a in minutes.attendance] == ["Quill"]
    assert [len(i.decisions) for i in minutes.items] == [0, 0]
    block = gather(source).outline.blocks[1]
    assert source.text[: block.agenda_end].endswith("mended.")


def test_notices_and_lists_of_documents_are_noise() -> None:
    """Share links, webcasts, and files with their sizes stay in the text, unread."""
    source = read_source(SYSTEM.encode())
    for notice in ("Share this item", "This meeting was webcast", "Additional documents:", "Bridge report PDF 2 MB"):
        assert notice in source.text
        assert notice not in source.folded
    assert "Bridges PDF 112 KB" in source.folded


def test_a_page_of_another_meeting_system_is_read() -> None:
    """Heads of tables and what was not entered are noise; the agenda's words are none of the minute."""
    item = "<tr><td>{0}</td><td><div>{1}</div><div>To receive it.</div><div>Minutes:</div><div>{2}</div></td></tr>"
    items = item.format(1, "Apologies for Absence", "Councillor T Quill sent apologies.")
    items += item.format(2, "Bridges", "RESOLVED: That the bridge be mended.")
    page = f"""<html><body><h1>Meeting Details</h1><div>Moor Scrutiny Board</div><table><tr><td>Date:</td>
    <td>11 Nov 2024 - 16:30 to 18:05</td></tr><tr><td>Location:</td><td>Civic Room, Moor House</td></tr></table>
    <h2>Agenda</h2><table><tr><td colspan=2>Public Items</td></tr>{items}</table><h2>Attendance</h2>
    <h3>Attended - Committee Members</h3><table><tr><th>Name<tr><td>Cllr Ann Orme<tr><td>Cllr Bea Lund</table>
    <h3>Apologies</h3><table><tr><th>Name<th>Reason for Sending Apology<th>Substituted By<tr><td>Councillor T Quill
    <td>&nbsp;<td>&nbsp;</table><h3>Absent</h3><table><tr><th>Name<th>Reason for Absence<tr><td>Councillor Max Fell<td>
    </table><h3>Visitors</h3><p>Visitor information is not yet available for this meeting</p></body></html>"""
    minutes = parse_source(read_source(page.encode()), model=None)
    header = minutes.header
    assert [m and m.value for m in (header.body, header.date, header.start, header.end, header.venue)] == [
        "Moor Scrutiny Board", "2024-11-11", "16:30", "18:05", "Civic Room, Moor House",
    ]  # fmt: skip
    assert [(a.person.name, a.status) for a in minutes.attendance] == [
        ("Ann Orme", "present"), ("Bea Lund", "present"), ("T Quill", "apologies"), ("Max Fell", "absent"),
    ]  # fmt: skip
    assert [(i.title, [d.text for d in i.decisions]) for i in minutes.items] == [
        ("Apologies for Absence", []), ("Bridges", ["That the bridge be mended"]),
    ]  # fmt: skip


def test_the_tabs_of_a_meeting_page_are_read_with_attendance_first() -> None:
    """The names of tabs are noise; an agenda below which no minute stands decides nothing."""
    item = "<tr><td>{0}</td><td><div>{1}</div><div><p>{2}</p></div></td></tr>"
    items = item.format(1, "Apologies", "To receive any apologies.")
    items += item.format(2, "Exclusion of the Public", "RESOLVED – That the public be excluded.")
    items += item.format(3, "Minutes", "To confirm the minutes.") + item.format(4, "Bridges", "Report of the Director")
    tabs = "".join(f"<li>{name}</li>" for name in ("Documents", "Attendance", "Visitors", "Declarations of Interests"))
    members = "<tr><th>Name</th></tr><tr><td>Councillor Ann Orme</td></tr><tr><td>Councillor Bea Lund</td></tr>"
    away = "<tr><th>Name<th>Reason for Sending Apology</tr><tr><td>Councillor T Quill<td>Illness</tr>"
    page = f"""<html><body><div><h2>Meeting Details</h2><fieldset><legend>Meeting Summary</legend>
    <div>Moor Board</div><div>29 Aug 2023 - 14:00 to 15:10</div></fieldset><ul>{tabs}</ul>
    <fieldset><legend>Documents</legend><table><tr><td colspan=2>Public Agenda</td></tr>{items}</table></fieldset>
    <fieldset><legend>Attendance</legend><fieldset><legend>Attended - Committee Members</legend>
    <table>{members}</table></fieldset><fieldset><legend>Apologies</legend><table>{away}</table></fieldset></fieldset>
    <fieldset><legend>Declarations of Interests</legend>None.</fieldset></div></body></html>"""
    source = read_source(page.encode())
    minutes = parse_source(source, model=None)
    assert [(a.person.name, a.status) for a in minutes.attendance] == [
        ("Ann Orme", "present"), ("Bea Lund", "present"), ("T Quill", "apologies"),
    ]  # fmt: skip
    assert [i.title for i in minutes.items] == ["Apologies", "Exclusion of the Public", "Minutes", "Bridges"]
    assert not any(i.decisions for i in minutes.items)
    (place,) = minutes.locate(*_span(source.text, "Ann Orme"))
    assert (place.path or "").endswith("tr[2]/td[1]")
    assert "• Attendance" in source.text
    assert "• Attendance" not in source.folded


def test_other_pages_with_those_who_attended_below_are_left_as_they_are() -> None:
    """Minutes under the word "Agenda" are minutes, wherever the attendance stands."""
    page = (
        "<h2>Agenda</h2><p>1. Roads</p><p>RESOLVED: That the road be mended.</p><h2>Attended</h2><p>Cllr Ann Orme</p>"
    )
    source = read_source(f"<html><body>{page}</body></html>".encode())
    assert source.text.index("Roads") < source.text.index("Orme")
    assert [len(i.decisions) for i in parse_source(source, model=None).items][:1] == [1]


def _span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_page_without_attendance_says_that_it_is_unknown() -> None:
    """Nobody listed is not nobody there."""
    page = SYSTEM.replace("Apologies were received from Councillor Quill.", "None.")
    minutes = parse_source(read_source(page.encode()), model=None)
    assert "no-attendance" in {issue.code for issue in minutes.issues}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta http-equiv=x content='text/html; charset=utf-8'>", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_declared_encoding_is_used(head: str, encoding: str) -> None:
    """What a page declares decides; what browsers read as windows-1252 is read so."""
    source = read_source(f"<html><head>{head}</head><body><p>Café – bar</p></body></html>".encode(encoding))
    assert source.text == "Café – bar\n"
    assert source.encoding.startswith(encoding)


def test_a_saved_page_with_its_parts_is_read() -> None:
    """The HTML of an MHTML file; nothing that it points to is opened."""
    data = (
        b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=XX\n\n--XX\n"
        b'Content-Type: text/html; charset="utf-8"\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<html><body><p>Caf=C3=A9</p>"
        b'<img src=3D"http://example.invalid/x"></body></html>\n--XX--\n'
    )
    assert read_source(data).text == "Café\n"


def test_markdown_keeps_its_text_and_hides_its_marks() -> None:
    """Marks are blanked in the twin alone, so titles are without them."""
    page = (
        "# Moor Board\n\n**Present:** Councillor T Quill\n\n## 1. _Apologies_\n\nNone.\n\n"
        "## 2. [Roads](http://x.invalid/y)\n\nNoted.\n"
    )
    source = read_source(page.encode())
    assert source.text == page
    assert len(source.folded) == len(page)
    minutes = parse_source(source, model=None)
    assert [(i.number, i.title) for i in minutes.items] == [("1", "Apologies"), ("2", "Roads")]
    assert minutes.source.media_type == "text/markdown"
