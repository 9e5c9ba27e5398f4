"""What the tests share: where the corpus lies, the seed document, and how hypothesis runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent

# Never a time limit: machines differ. In CI the examples are the same in every run.
settings.register_profile(
    "minuteparse",
    deadline=None,
    max_examples=300,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("minuteparse")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The document that the README uses."""
    return ROOT / "corpus" / "seed.txt"


@pytest.fixture(scope="session")
def seed_text(seed_path: Path) -> str:
    """Its text."""
    return seed_path.read_bytes().decode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium. Its test modules are skipped where the browser, or what drives it, is missing."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    driver = pytest.importorskip("playwright.sync_api")
    with driver.sync_playwright() as play:
        # Without a sandbox of its own, which needs rights that containers lack; it opens what the tests make.
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds what hinders people who see, hear or point otherwise."""
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
