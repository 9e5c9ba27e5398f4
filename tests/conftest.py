"""What the tests share: where the corpus lies, the seed document, and how hypothesis runs."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
