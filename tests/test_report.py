"""The report on a dataset: figures reckoned by hand, queries that give the tables, hostile names, what is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from archives import run
from datasets import ingested, made, meeting, person
from minuteparse.errors import InputError, RunError, UsageError
from minuteparse.report.page import report, said
from minuteparse.report.scope import find_scope
from minuteparse.report.sections import query_end, query_start, sections
from minuteparse.report.tables import FILTERED, FIRST, Table, fill, limit_of, opened

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("matplotlib")
selectolax = pytest.importorskip("selectolax.lexbor")

SECTIONS = {section.id: section for section in sections()}
ELMBROOK = "ELMBROOK PARISH COUNCIL"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of four invented minutes, of an empty document, and of one that cannot be read."""
    return ingested(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def page(dataset: Path) -> str:
    """Its report."""
    return report(dataset)


def table(folder: Path, name: str, **asked: Any) -> Table:
    """The table of the section `name`, without the page around it."""
    everything = asked.pop("everything", False)
    with opened(folder) as connection:
        scope = find_scope(
            lambda query: connection.execute(query).fetchall(),
            asked.get("bodies", ()), asked.get("years", ()), everything=everything,
        )  # fmt: skip
        return fill(connection, SECTIONS[name], scope, everything=everything)


def rows(
    folder: Path, name: str, body: str | None = None, year: str | None = None, **asked: Any
) -> list[dict[str, Any]]:
    """What the view of `body` and `year` shows of it, by the names of the columns."""
    found = table(folder, name, **asked)
    return [dict(zip((c for c, _ in found.section.columns), cells, strict=True)) for cells in found.of((body, year))]


def one(folder: Path, name: str, column: str, *columns: str, **view: Any) -> dict[str, Any]:
    """Some columns of those rows by the value of another."""
    found = rows(folder, name, **view)
    return {r[column]: r[columns[0]] if len(columns) == 1 else tuple(r[c] for c in columns) for r in found}


def test_attendance_of_members_is_what_a_hand_reckons(dataset: Path) -> None:
    """Three of four meetings count; a surname alone is the one member who has it; not named is not absent."""
    counts = ("counted", "attended", "apologies", "absent", "not_named", "rate", "at_most")
    assert one(dataset, "attendance-member", "member", *counts) == {
        "A Bell": (3, 3, 0, 0, 0, 100.0, 100.0),
        "T Marsh": (3, 2, 0, 0, 1, 66.7, 100.0),
        "J Quill": (3, 2, 1, 0, 0, 66.7, 66.7),
        "R Thorne": (3, 1, 1, 1, 0, 33.3, 33.3),
    }
    assert one(dataset, "attendance-member", "member", *counts, year="2022")["T Marsh"] == (2, 1, 0, 0, 1, 50.0, 100.0)


def test_attendance_of_bodies_has_its_denominator(dataset: Path) -> None:
    """Four members at three meetings have twelve places, eight of them taken; by year five of eight, three of four."""
    columns = ("meetings", "known", "places", "attended", "rate")
    assert one(dataset, "attendance-body", "body", *columns)[ELMBROOK] == (4, 3, 12, 8, 66.7)
    assert one(dataset, "attendance-body", "body", *columns, year="2022")[ELMBROOK] == (3, 2, 8, 5, 62.5)
    assert one(dataset, "attendance-body", "body", *columns, body=ELMBROOK, year="2023") == {
        ELMBROOK: (1, 1, 4, 3, 75.0)
    }


def test_a_year_asked_for_counts_as_the_filter_of_that_year(dataset: Path) -> None:
    """`--year` leaves the stretch of each member as it is: both ways give the same rates."""
    for name in ("attendance-member", "attendance-body", "months"):
        assert rows(dataset, name, years=[2022], body=ELMBROOK) == rows(dataset, name, body=ELMBROOK, year="2022")


def test_votes_decisions_and_actions_are_counted(dataset: Path) -> None:
    """One vote against, one unanimous in words, one unknown; one item of five only noted; one action lacks all."""
    votes = one(dataset, "votes", "body", "votes", "contested", "unanimous", "unknown", "share")
    assert votes[ELMBROOK] == (3, 1, 1, 1, 50.0)
    assert one(dataset, "noted", "body", "decided", "noted", "share")[ELMBROOK] == (5, 1, 20.0)
    assert one(dataset, "movers", "member", "moved", "seconded") == {
        "A Bell": (2, 0),
        "J Quill": (1, 1),
        "T Marsh": (0, 2),
    }
    assert one(dataset, "declarations", "interest", "declarations") == {"pecuniary": 1}
    assert one(dataset, "actions", "body", "actions", "no_owner", "dated", "neither")[ELMBROOK] == (2, 1, 1, 1)
    assert one(dataset, "owners", "owner", "actions") == {"The Clerk": 1, "no owner named": 1}
    assert [said(row["due"]) for row in rows(dataset, "due")] == ["2022-02-14"]


def test_length_is_of_meetings_with_both_times(dataset: Path) -> None:
    """90, 120 and 30 minutes; the fourth meeting has no end."""
    assert one(dataset, "length", "body", "meetings", "timed", "median", "longest")[ELMBROOK] == (4, 3, 90.0, 120)


def test_gaps_are_told(dataset: Path) -> None:
    """Failed and partial documents, missing parts, and the nine months of thirteen without minutes."""
    assert one(dataset, "documents", "status", "documents") == {"ok": 3, "partial": 2, "failed": 1}
    assert [row["status"] for row in rows(dataset, "failed")] == ["failed", "partial", "partial"]
    assert one(dataset, "missing", "part", "lacking")["anybody present"] == 2
    assert one(dataset, "months", "body", "months", "without", "share") == {ELMBROOK: (13, 9, 69.2)}
    assert one(dataset, "issues", "code", "issues")["no-attendance"] == 1


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of odd cases: names alike, names of markup, times past midnight, no date, no body, one day twice."""
    meetings = [
        meeting("a", "2020-01-06", "Board", began="18:00", ended="01:00"),
        meeting("b", "2020-02-03", "BOARD.", began="10:00", ended="09:00"),
        meeting("c", "2020-03-02", "The Vale Council Board", organisation="The Vale Council"),
        meeting("d", None, "Board", began="10:00", ended="10:00"),
        meeting("e", "2020-02-03", None),
        meeting("f", "2020-02-03", "Board"),
        meeting("g", "2019-02-03", "<script>alert(1)</script> 'B' $x^$", organisation="Vale"),
        meeting("h", "2018-02-03", "{years}') -- {bodies}"),
    ]
    attendance = [
        *(person(m, name) for m in "ab" for name in ("T Smith", "Ann Bell", "J.P. O'Rawe")),
        person("f", "Smith"), person("f", "Bell"), person("f", "J P O’Rawe"), person("f", "C Bell"),
        person("e", "T Smith"), person("d", "T Smith"), person("c", "T Smith", "apologies"),
        person("g", "<img src=x onerror=alert(1)> \"&'"), person("g", "=cmd|' /C calc'!A0"), person("g", "Ni\0l $y$"),
        person("a", "Ann Bell", "apologies"),
        person("a", "D Marsh", "substitute", substitute_for="E Fenn"),
        person("a", "The Clerk", "in_attendance"),
    ]  # fmt: skip
    items = [{"item_id": f"{m}/i", "meeting_id": m, "kind": "substantive", "text": "x" * 50} for m in "abg"]
    votes = [
        {"vote_id": "v0", "votes_for": 5, "votes_against": 0, "votes_abstain": 2, "result": "carried"},
        {"vote_id": "v1", "votes_for": 5, "votes_against": 0},
        {"vote_id": "v2", "votes_for": 5},
        {"vote_id": "v3"},
    ]
    sides = [
        {"vote_id": "v3", "side": "against"},
        {"vote_id": "v3", "side": "mover", "name": "Smith", "family": "Smith"},
    ]
    return made(
        tmp_path_factory.mktemp("odd") / "dataset",
        meetings=meetings, attendance=attendance, items=items,
        votes=[vote | {"meeting_id": "a", "item_id": "a/i", "start": 0, "end": 9} for vote in votes],
        vote_names=[side | {"meeting_id": "a"} for side in sides],
        actions=[{"meeting_id": "g", "owners": ["<b>Clerk</b>"], "text": "</td><script>x</script>"}],
    )  # fmt: skip


def test_names_are_matched_where_one_member_fits(odd: Path) -> None:
    """Dots and apostrophes do not matter; "Bell" beside "C Bell" in one list is somebody else; no body, no match."""
    members = one(odd, "attendance-member", "member", "body", "attended", body="Board")
    assert members == {
        "T Smith": ("Board", 3),
        "Ann Bell": ("Board", 2),
        "J.P. O'Rawe": ("Board", 3),
        "Bell": ("Board", 1),
        "C Bell": ("Board", 1),
    }
    assert [row["member"] for row in rows(odd, "movers")] == ["T Smith"]


def test_bodies_are_told_apart_by_what_is_printed(odd: Path) -> None:
    """Capitals and full stops do not matter, the organisation does; what has no body counts for no rate."""
    bodies = one(odd, "attendance-body", "body", "meetings", "known")
    assert bodies["Board"] == (4, 3)
    assert bodies["no body named"] == (1, 0)
    assert bodies["The Vale Council Board"] == (1, 0)
    assert one(odd, "twice", "body", "documents") == {"Board": 2}


def test_a_meeting_may_end_after_midnight_but_not_before_it_began(odd: Path) -> None:
    """18:00 to 01:00 are 420 minutes; 10:00 to 09:00 is a contradiction; 10:00 to 10:00 is none."""
    row = one(odd, "length", "body", "timed", "contradictory", "shortest", "longest")["Board"]
    assert row == (3, 1, 0, 420)


def test_votes_without_counts_are_unknown(odd: Path) -> None:
    """A name against makes a vote contested; abstentions alone make it unopposed; "5 for" says nothing of others."""
    row = one(odd, "votes", "body", "contested", "unanimous", "unopposed", "unknown")["Board"]
    assert row == (1, 1, 1, 1)


def test_substitutes_are_no_members(odd: Path) -> None:
    """Who stands in has a row among the substitutes, and no rate."""
    assert one(odd, "apologies", "body", "substitutes", "for_whom")["Board"] == (1, 1)
    assert "D Marsh" not in one(odd, "attendance-member", "member", "rate")


def cells(html: str) -> dict[str, tuple[str, list[tuple[str, ...]]]]:
    """Each section of a page that has a table: its query, and the cells of the rows that are in sight."""
    tree = selectolax.LexborHTMLParser(html)
    found = {}
    for section in tree.css("section"):
        shown = [row for row in section.css("tbody tr") if "hidden" not in row.attributes]
        query = section.css_first("pre").text()
        found[section.attributes["id"]] = (query, [tuple(cell.text() for cell in row.css("td")) for row in shown])
    return found


def test_every_query_gives_its_table(page: str, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pasted into DuckDB in the folder of the dataset."""
    monkeypatch.chdir(dataset)
    found = cells(page)
    assert found.keys() == SECTIONS.keys()
    with duckdb.connect() as connection:
        for query, shown in found.values():
            assert [tuple(map(said, row)) for row in connection.execute(query).fetchall()] == shown
    assert sum(bool(shown) for _, shown in found.values()) == len(SECTIONS) - 1


@pytest.mark.parametrize(
    ("source", "views"),
    [
        ("dataset", [(ELMBROOK, None), (None, "2022"), (ELMBROOK, "2022")]),
        ("odd", [("Vale, <script>alert(1)</script> 'B' $x^$", None), ("Board", "undated")]),
    ],
)
def test_every_query_gives_what_a_filter_shows(
    source: str, views: list[tuple[str | None, str | None]], request: pytest.FixtureRequest
) -> None:
    """For a body, for a year, for both: the end of the query is the condition of the view."""
    with opened(request.getfixturevalue(source)) as connection:
        scope = find_scope(lambda query: connection.execute(query).fetchall(), (), (), everything=False)
        for section in sections():
            found = fill(connection, section, scope, everything=False)
            for view in views:
                end = query_end(section, view, limit_of(view, everything=False))
                asked = connection.execute(f"{query_start(section, scope.asked)}\n{end}").fetchall()
                assert asked == found.of(view)


def test_the_page_is_the_same_wherever_the_dataset_lies(page: str, dataset: Path, tmp_path: Path) -> None:
    """The command writes it for the dataset under another name, and says where."""
    (tmp_path / "other").symlink_to(dataset)
    done = run("report", tmp_path / "other", "--out", tmp_path / "page.html")
    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", str(tmp_path / "page.html"))
    assert (tmp_path / "page.html").read_bytes() == page.encode()


def test_wrong_use_is_told_with_its_cure(dataset: Path, tmp_path: Path) -> None:
    """A folder that is no dataset, a body or a year that is not there: exit code 2 and one line."""
    done = run("report", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"minuteparse: {tmp_path}: no datapackage.json")
    with pytest.raises(UsageError, match=f"no body of that name; it has 2, such as {ELMBROOK}"):
        report(dataset, bodies=["Elmbrok Parish"])
    with pytest.raises(UsageError, match=r"no meeting of that year; the years are 2022, 2023$"):
        report(dataset, years=[1999])


def test_a_folder_may_be_called_anything(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commas, stars and brackets; and the folder that one stands in, a dataset too, is another one."""
    made(tmp_path / "other", meetings=[meeting("a", "2020-01-06")])
    monkeypatch.chdir(tmp_path / "other")
    link = tmp_path / "min,utes [20*]'s"
    link.symlink_to(dataset)
    assert rows(link, "attendance-member") == rows(dataset, "attendance-member") != []


def test_a_body_is_found_by_part_of_its_name(odd: Path) -> None:
    """The whole name before the words after the organisation, these before any part."""
    with opened(odd) as connection:

        def asked(name: str) -> tuple[str, ...]:
            return find_scope(lambda q: connection.execute(q).fetchall(), [name], (), everything=False).asked.bodies

        assert asked("board") == ("Board",)
        assert asked("vale council") == ("The Vale Council Board",)
        assert set(asked("VALE ")) == {"The Vale Council Board", "Vale, <script>alert(1)</script> 'B' $x^$"}


def test_the_name_of_a_body_is_no_part_of_a_query(odd: Path) -> None:
    """Quotes, comments and what stands for years in queries are words like others."""
    assert [row["meetings"] for row in rows(odd, "attendance-body", bodies=["{years}"], years=[2018])] == [1, 1]


def test_a_filter_offers_the_bodies_that_met_in_the_years_asked_for(odd: Path) -> None:
    """Those with most meetings first, and no year but those."""
    with opened(odd) as connection:
        scope = find_scope(lambda q: connection.execute(q).fetchall(), (), [2019], everything=False)
    assert scope.bodies == ("Vale, <script>alert(1)</script> 'B' $x^$",)
    assert (scope.all_bodies, scope.years) == (1, ("2019",))


def test_hostile_names_are_text(odd: Path) -> None:
    """Markup in a body, a member, an owner or an action is printed as it is, in tables, queries and plots."""
    html = report(odd)
    tree = selectolax.LexborHTMLParser(html)
    assert len(tree.css("script")) == 2
    assert not tree.css("img, tbody b, text b")
    assert tree.css_first("#body option:nth-child(3), #body option").text()
    assert any("<script>alert(1)</script>" in option.text() for option in tree.css("#body option"))
    assert any("<img src=x" in cell.text() for cell in tree.css("#attendance-member td"))
    assert any("<img src=x" in words.text() for words in tree.css("#attendance-member svg text"))
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", html))


def test_a_dataset_without_documents_has_a_report(tmp_path: Path) -> None:
    """It says that there is nothing; a filter of nothing is wrong use."""
    made(tmp_path / "dataset", manifest=[])
    assert "has no documents" in report(tmp_path / "dataset")
    with pytest.raises(UsageError, match="has no documents"):
        report(tmp_path / "dataset", years=[2020])


def test_a_dataset_of_failures_tells_them(tmp_path: Path) -> None:
    """The documents and why; the other sections say that there is nothing."""
    failed = [{"status": "failed", "path": "a.pdf", "error": "a scan & no text"}]
    html = report(made(tmp_path / "dataset", manifest=failed))
    found = cells(html)
    assert found["failed"][1] == [("failed", "a.pdf", "a scan & no text")]
    assert [name for name, (_, shown) in found.items() if shown] == ["documents", "failed"]
    assert html.count('<p class="none">') == len(SECTIONS) - 2


def test_a_damaged_table_is_told(tmp_path: Path) -> None:
    """No traceback: the error names the dataset and what proves it whole."""
    made(tmp_path / "dataset", meetings=[meeting("a", "2020-01-06")])
    (tmp_path / "dataset" / "meetings" / "part-000000.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match="minuteparse verify"):
        report(tmp_path / "dataset")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 bodies over 30 years, each with a meeting of five members: more than a page shows."""
    keys = [f"{b:03}-{y}" for b in range(300) for y in range(1990 + b % 3, 2020, 3)]
    meetings = [meeting(key, f"{key[4:]}-05-01", f"Board {key[:3]}") for key in keys]
    attendance = [person(key, f"{letter} Bell") for key in keys for letter in "ABCDE"]
    return made(tmp_path_factory.mktemp("large") / "dataset", meetings=meetings, attendance=attendance)


def test_what_a_long_table_leaves_out_is_counted(large: Path) -> None:
    """The first rows of each view, and how many it would have; with everything, all of them."""
    found = table(large, "attendance-member")
    assert len(found.of((None, None))) == FIRST
    assert found.totals[None, None] == 1500
    assert len(found.of((None, "2019"))) == FILTERED
    assert found.totals[None, "2019"] == 500
    whole = table(large, "attendance-member", everything=True)
    assert len(whole.of((None, None))) == 1500
    assert whole.totals == {}


def test_a_page_does_not_grow_with_the_dataset(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 300 bodies and 30 years the filters offer some; rows are bounded; each section is one query."""
    asked: list[str] = []
    whole = duckdb.DuckDBPyConnection.execute

    class Counting:
        def __init__(self, connection: Any) -> None:
            self.connection = connection

        def execute(self, query: str) -> Any:
            asked.append(query)
            return whole(self.connection, query)

    with opened(large) as connection:
        counting: Any = Counting(connection)
        scope = find_scope(lambda query: counting.execute(query).fetchall(), (), (), everything=False)
        rows = sum(len(fill(counting, section, scope, everything=False).rows) for section in sections())
    assert (len(scope.bodies), len(scope.years)) == (10, 20)
    assert (scope.all_bodies, scope.all_years) == (300, 30)
    assert len(asked) == len(SECTIONS) + 2
    assert rows < 12_000


def test_an_extra_that_is_missing_is_named(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without DuckDB the error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'minuteparse\[report\]'"):
        report(dataset)


def test_memory_that_runs_out_is_no_damage(dataset: Path) -> None:
    """The tables are whole; a smaller report is what helps."""
    with (
        pytest.raises(RunError, match="needs more memory than there is; report on a --body or a --year"),
        opened(dataset),
    ):
        raise duckdb.OutOfMemoryException("failed to pin block")
