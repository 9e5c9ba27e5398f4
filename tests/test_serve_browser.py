"""The web application in a real browser: pasted, chosen and dropped minutes lead to their page, and back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("fastapi", reason="the extra 'serve' is not installed")

MINUTES = "Present: Councillor A Bell\n\n1. THE POND\n\nResolved that the pond be cleared.\n"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the command serves."""
    command = [sys.executable, "-c", "from minuteparse.cli import main; main()", "serve", "--port", "0", "--no-model"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().removeprefix("serving on ").strip()
        server.terminate()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The start page; what it says on the console, or asks of others, fails the test."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: request.url.startswith((address, "data:")) or said.append(request.url))
    page.goto(address)
    yield page
    context.close()
    assert said == []


def test_pasted_minutes_lead_to_their_page_and_back(page: Page, address: str) -> None:
    """Typed with the keyboard alone."""
    page.locator("#text").focus()
    page.keyboard.insert_text(MINUTES)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.click("#record a >> text=the pond be cleared")
    assert page.locator("#minutes .on").text_content() == "Resolved that the pond be cleared"
    page.click("text=Another document")
    assert page.url == address


def test_a_file_that_is_chosen_is_shown_at_once(page: Page, tmp_path: Path) -> None:
    """Under its name."""
    path = tmp_path / "pond.txt"
    path.write_text(MINUTES, encoding="utf-8")
    page.set_input_files("#file", path)
    page.wait_for_selector("#minutes")
    assert "pond.txt" in page.inner_text(".about >> nth=0")


def test_a_file_that_is_dropped_is_shown_at_once(page: Page) -> None:
    """Anywhere on the page."""
    page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "dropped.txt"));
          for (const kind of ["dragover", "drop"])
            document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        MINUTES,
    )
    page.wait_for_selector("#minutes")
    assert "dropped.txt" in page.inner_text(".about >> nth=0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 390])
def test_the_start_page_hinders_nobody(scheme: str, width: int, browser: Browser, address: str, axe: str) -> None:
    """axe finds nothing, nothing is cut off, and a refusal is said."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    for act in (None, "text=Show the record"):
        if act:
            page.click(act)
            assert "has no document" in page.inner_text("[role=alert]")
        page.evaluate(axe)
        assert page.evaluate("axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
