"""The report in a real browser: filters by keyboard, queries that follow them, order, saving, accessibility, print."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from datasets import made, meeting, person
from minuteparse.report.page import report, said

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("matplotlib")

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Each section with its query and the cells of the rows in sight.
READ = """() => [...document.querySelectorAll("section")].map((section) => [
  section.id,
  section.querySelector("pre").textContent,
  [...section.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility())
    .map((row) => [...row.cells].map((cell) => cell.textContent)),
])"""

PLOTS = "all => Object.fromEntries(all.map((plot) => [plot.closest('section').id, plot.outerHTML]))"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two bodies over three years, one of them with an apostrophe and markup in its name."""
    keys = [
        (f"{b}{y}{m}", b, f"{y}-0{m}-10") for b in "pq" for y in (2019, 2020, 2021) for m in range(1, 4 - (b == "q"))
    ]
    names = {"p": "Parks Board", "q": "Quay's <b>Board</b> & Co"}
    mine = [(key, {"meeting_id": key, "item_id": f"{key}/i"}) for key, _, _ in keys]
    bell = {"side": "mover", "name": "Bell", "family": "Bell"}
    people = ("A Bell", "T Marsh", "=1+1 Fenn")
    return made(
        tmp_path_factory.mktemp("browser") / "dataset",
        meetings=[meeting(key, day, names[b], began="18:00", ended="19:30") for key, b, day in keys],
        attendance=[
            person(key, name, "apologies" if name[0] == "T" and key[-1] == "2" else "present")
            for key, *_ in keys for name in people
        ],
        items=[item | {"kind": ("update", "substantive")[i % 2], "text": "x" * 40} for i, (_, item) in enumerate(mine)],
        decisions=[item | {"kind": ("noted", "agreed")[i % 3 == 0]} for i, (_, item) in enumerate(mine)],
        votes=[item | {"vote_id": f"{key}/v", "votes_for": 3, "votes_against": i % 2}
            for i, (key, item) in enumerate(mine)],
        vote_names=[bell | {"meeting_id": key, "vote_id": f"{key}/v"} for key, _ in mine],
        declarations=[mine[0][1] | {"name": "A Bell", "interest": "personal"}],
        actions=[item | {"owners": ["The Clerk"][: i % 2], "text": "write"} for i, (_, item) in enumerate(mine)],
        issues=[{"meeting_id": mine[0][0], "code": "no-date", "severity": "warning"}],
    )  # fmt: skip


@pytest.fixture(scope="module")
def page_file(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on it, in a file."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report(dataset), encoding="utf-8", newline="")
    return path


@pytest.fixture
def show(open_file: Callable[..., Page], page_file: Path) -> Callable[..., Page]:
    """Opens the report."""
    return partial(open_file, page_file)


def check_queries(page: Page, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """Each query that is shown gives the rows that are in sight; these, by section."""
    monkeypatch.chdir(dataset)
    found = page.evaluate(READ)
    with duckdb.connect() as connection:
        for name, query, shown in found:
            assert [[said(cell) for cell in row] for row in connection.execute(query).fetchall()] == shown, name
    return {name: shown for name, _, shown in found}


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until the element with the id `name` has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    pytest.fail(f"{name} is not reached")


def test_filters_work_by_keyboard_and_queries_follow(
    show: Callable[..., Page], dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body, then a year: tables, bars, plots and queries are theirs; one key brings all back."""
    page = show()
    plots = page.locator(".plot").evaluate_all(PLOTS)
    before = check_queries(page, dataset, monkeypatch)
    assert before["attendance-body"][0][0] == "all bodies"
    tab_to(page, "body")
    page.keyboard.type("Quay")
    assert page.input_value("#body") != ""
    filtered = check_queries(page, dataset, monkeypatch)
    assert [row[0] for row in filtered["attendance-body"]] == ["Quay's <b>Board</b> & Co"]
    assert "Quay's <b>Board</b> & Co" in page.inner_text("#say")
    drawn = page.locator(".plot").evaluate_all(PLOTS)
    assert [name for name in plots if drawn[name] == plots[name]] == ["documents"]
    tab_to(page, "year")
    page.keyboard.type("2020")
    both = check_queries(page, dataset, monkeypatch)
    assert [row[1] for row in both["attendance-body"]] == ["2"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#say:empty").wait_for(state="attached")
    assert {name: shown for name, _, shown in page.evaluate(READ)} == before
    assert page.locator(".plot").evaluate_all(PLOTS) == plots


def test_a_filter_that_leaves_nothing_says_so(show: Callable[..., Page]) -> None:
    """The only declaration was made by one body in 2019."""
    page = show()
    page.select_option("#year", label="2021")
    assert page.locator("#declarations table").is_hidden()
    assert page.locator("#declarations .nothing").is_visible()
    page.select_option("#year", label="2019")
    assert page.locator("#declarations table").is_visible()
    assert page.locator("#declarations .nothing").is_hidden()


def told(page: Page, section: str) -> tuple[str, str]:
    """The title and the description of the plot of a section."""
    parts = (page.locator(f"#{section} .plot {part}").text_content() for part in ("title", "desc"))
    title, description = (part or "" for part in parts)
    return title, description


def test_plots_of_one_body_show_its_years(show: Callable[..., Page]) -> None:
    """Lines, columns and rows have the values of that body in each year, as its tables have them."""
    page = show()
    page.select_option("#body", label="Parks Board")
    assert told(page, "attendance-body") == (
        "Attendance by body: Parks Board",
        "places taken, %. Parks Board: 2019 88.9, 2020 88.9, 2021 88.9; all bodies: 2019 86.7, 2020 86.7, 2021 86.7.",
    )
    assert page.locator("#attendance-body .plot path.stroke-s1").last.get_attribute("d").count("L") == 2
    assert told(page, "items")[1] == (
        "items. 2019: update 2, substantive 1; 2020: update 1, substantive 2; 2021: update 2, substantive 1."
    )
    assert page.locator("#items .plot rect.fill-s2").count() == 1 + 3  # the key, and a part of each column
    page.select_option("#body", label="Quay's <b>Board</b> & Co")
    keys = page.locator("#items .plot text").all_text_contents()[:2]
    assert keys == ["update", "substantive"]  # in one order, and colour, whatever is the most of a body
    page.select_option("#body", label="Parks Board")
    assert told(page, "length")[1] == ("minutes. Parks Board: shortest 90, quartiles 90 and 90, median 90, longest 90.")
    assert told(page, "months")[1].endswith("2020: Without minutes 9; 2021: Without minutes 0.")
    assert told(page, "movers")[1] == "motions. A Bell: Moved 9, Seconded 0."


def test_plots_of_one_year_show_what_is_in_it(show: Callable[..., Page]) -> None:
    """A bar for each row in sight, or for each thing that the row of all bodies counts, to the scale of the largest."""
    page = show()
    page.select_option("#year", label="2020")
    assert told(page, "votes")[1] == "votes. Contested 3; Unanimous 2; Unopposed 0; Counts unknown 0."
    widths = [float(w) for w in page.locator("#votes .plot .fill-s1").evaluate_all(
        "all => all.map((bar) => bar.getAttribute('width'))")]  # fmt: skip
    assert widths[0] / widths[1] == pytest.approx(3 / 2)
    members = told(page, "attendance-member")[1]
    assert "A Bell · Parks Board: Attended 3, Apologies 0, Absent 0, Not named 0;" in members
    page.select_option("#body", label="Parks Board")
    assert told(page, "items") == (
        "Items by kind: Parks Board, 2020", "items. substantive 2; update 1."
    )  # fmt: skip
    assert "A Bell: Attended 3" in told(page, "attendance-member")[1]


def test_plots_are_of_the_first_rows_in_whatever_order_the_table_stands(show: Callable[..., Page]) -> None:
    """To sort a table does not change its plot."""
    page = show()
    page.select_option("#year", label="2020")
    before = told(page, "attendance-member")
    page.click("#attendance-member th >> text=Member")
    page.select_option("#year", label="2021")
    page.select_option("#year", label="2020")
    assert told(page, "attendance-member") == before


def test_a_plot_is_away_where_a_filter_leaves_nothing_to_draw(show: Callable[..., Page]) -> None:
    """The only declaration was made in 2019."""
    page = show()
    page.select_option("#year", label="2021")
    assert page.locator("#declarations .plot").is_hidden()
    page.select_option("#year", label="2019")
    assert page.locator("#declarations .plot").is_visible()


def test_drawn_plots_are_read_without_colour(show: Callable[..., Page]) -> None:
    """Each part but the first has lines over it, which its key shows, too; colours are those of the page alone."""
    page = show()
    page.select_option("#body", label="Parks Board")
    assert (
        page.locator(".plot [fill^='#'], .plot [stroke^='#'], .plot [style]").count()
        == page.locator("#documents .plot [style]").count()
    )
    for part in ("s2", "s3", "s4"):
        own = "all => all.map((e) => (e.nextElementSibling?.getAttribute('fill') || '').slice(0, 5))"
        assert set(page.locator(f".plot:not(#documents .plot) rect.fill-{part}").evaluate_all(own)) == {"url(#"}
    lost = "all => all.filter((e) => !document.getElementById(e.getAttribute('fill').slice(5, -1))).length"
    assert page.locator(".plot [fill^='url']").evaluate_all(lost) == 0


def test_bars_are_drawn_to_the_largest_in_sight(show: Callable[..., Page]) -> None:
    """Shares to 100; counts to the largest of the rows that the filter leaves."""
    page = show()
    box = "bars => bars.map((bar) => bar.getAttribute('viewBox'))"
    assert set(page.locator("#attendance-member tr:not([hidden]) .bar").evaluate_all(box)) == {"0 0 100 1"}
    assert page.locator("#movers tr:not([hidden]) .bar").first.get_attribute("viewBox") == "0 0 9 1"
    page.select_option("#year", label="2020")
    assert page.locator("#movers tr:not([hidden]) .bar").first.get_attribute("viewBox") == "0 0 3 1"


def test_tables_can_be_put_in_order(show: Callable[..., Page]) -> None:
    """By the key, numbers as numbers, and back; the heading says in which order they are."""
    page = show()
    page.locator("#attendance-body th >> text=Meetings").focus()
    page.keyboard.press("Enter")
    assert page.get_attribute("#attendance-body th:nth-child(2)", "aria-sort") == "descending"
    page.keyboard.press("Enter")
    assert page.get_attribute("#attendance-body th:nth-child(2)", "aria-sort") == "ascending"
    meetings = page.locator("#attendance-body tbody tr:not([hidden]) td:nth-child(2)").all_text_contents()
    assert meetings == ["6", "9", "15"]


def test_a_table_is_saved_as_it_is_filtered(show: Callable[..., Page]) -> None:
    """As CSV with its headings; what a spreadsheet would take for a formula is not one."""
    page = show()
    page.select_option("#body", label="Parks Board")
    with page.expect_download() as coming:
        page.click("#attendance-member .csv")
    assert coming.value.suggested_filename == "attendance-member.csv"
    rows = list(csv.reader(io.StringIO(Path(coming.value.path()).read_text(encoding="utf-8"))))
    assert rows[0][:3] == ["Body", "Member", "First"]
    assert [row[:2] for row in rows[1:]] == [["Parks Board", n] for n in ("'=1+1 Fenn", "A Bell", "T Marsh")]


@pytest.mark.parametrize("name", ["-2+3|x", "-Bell", " =1", "'=1", "\uff1d1", "@Bell"])
def test_no_saved_cell_is_a_formula(name: str, show: Callable[..., Page]) -> None:
    """Nor one that begins with a number and goes on as a formula."""
    page = show()
    page.evaluate("(name) => { document.querySelector('#movers td').textContent = name }", name)
    with page.expect_download() as coming:
        page.click("#movers .csv")
    rows = list(csv.reader(io.StringIO(Path(coming.value.path()).read_text(encoding="utf-8"))))
    assert rows[1][0] == f"'{name}"


def test_without_script_everything_is_there(show: Callable[..., Page]) -> None:
    """Tables of all bodies and years, plots and queries; no button that does nothing."""
    page = show(java_script_enabled=False)
    assert page.locator("button:visible, select:visible").count() == 0
    assert page.locator(".plot:visible").count() == page.locator(".plot").count() > 10
    assert page.locator("#attendance-member tbody tr:visible").count() == 6
    page.click("#votes summary")
    assert page.locator("#votes pre").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_hinders_anybody(scheme: str, width: int, show: Callable[..., Page], axe: str) -> None:
    """axe finds nothing, also with what is folded open and a filter set; the page is as wide as the window."""
    page = show(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.evaluate(axe)
    for act in ("", "details", "body", "year"):
        if act == "details":
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        elif act:
            page.select_option(f"#{act}", index=1)
        found = page.evaluate("axe.run().then((r) => r.violations.map((v) => [v.id, v.impact, v.nodes[0].html]))")
        assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_plots_tell_in_words_what_they_show(show: Callable[..., Page]) -> None:
    """Each has a title and a description, and colours of the page alone."""
    page = show()
    told = page.locator(".plot svg").evaluate_all(
        "all => all.map((e) => ['title', 'desc'].map((part) => e.querySelector(part).textContent))"
    )
    assert all(title and description for title, description in told)
    assert page.locator(".plot [fill^='#'], .plot [stroke^='#']").count() == 0


def test_all_of_it_is_printed(show: Callable[..., Page]) -> None:
    """On paper nothing scrolls, and there are no buttons; plots of what is filtered are there."""
    page = show()
    page.emulate_media(media="print")
    assert page.locator("button:visible >> text=Save").count() == 0
    heights = page.locator(".scroll").evaluate_all("all => all.map((e) => [e.scrollHeight, e.clientHeight])")
    assert all(full == shown for full, shown in heights)
    page.select_option("#body", label="Parks Board")
    plots = page.locator(".plot:visible svg").evaluate_all("all => all.map((e) => e.getBoundingClientRect().height)")
    assert len(plots) > 10
    assert min(plots) > 40
    assert page.pdf().startswith(b"%PDF")
