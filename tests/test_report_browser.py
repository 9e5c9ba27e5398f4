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
    """A body, then a year: tables, bars and queries are theirs, plots are away; one key brings all back."""
    page = show()
    before = check_queries(page, dataset, monkeypatch)
    assert before["attendance-body"][0][0] == "all bodies"
    tab_to(page, "body")
    page.keyboard.type("Quay")
    assert page.input_value("#body") != ""
    filtered = check_queries(page, dataset, monkeypatch)
    assert [row[0] for row in filtered["attendance-body"]] == ["Quay's <b>Board</b> & Co"]
    assert "Quay's <b>Board</b> & Co" in page.inner_text("#say")
    assert page.locator("#items .plot").is_hidden()
    assert page.locator("#documents .plot").is_visible()
    tab_to(page, "year")
    page.keyboard.type("2020")
    both = check_queries(page, dataset, monkeypatch)
    assert [row[1] for row in both["attendance-body"]] == ["2"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('say').textContent === ''")
    assert {name: shown for name, _, shown in page.evaluate(READ)} == before
    assert page.locator("#items .plot").is_visible()


def test_a_filter_that_leaves_nothing_says_so(show: Callable[..., Page]) -> None:
    """The only declaration was made by one body in 2019."""
    page = show()
    page.select_option("#year", label="2021")
    assert page.locator("#declarations table").is_hidden()
    assert page.locator("#declarations .nothing").is_visible()
    page.select_option("#year", label="2019")
    assert page.locator("#declarations table").is_visible()
    assert page.locator("#declarations .nothing").is_hidden()


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
    for act in ("0", "document.querySelectorAll('details').forEach((one) => { one.open = true })", None):
        page.select_option("#body", index=1) if act is None else page.evaluate(act)
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
    """On paper nothing scrolls, and there are no buttons."""
    page = show()
    page.emulate_media(media="print")
    assert page.locator("button:visible >> text=Save").count() == 0
    heights = page.locator(".scroll").evaluate_all("all => all.map((e) => [e.scrollHeight, e.clientHeight])")
    assert all(full == shown for full, shown in heights)
    assert page.pdf().startswith(b"%PDF")
