"""How a run tells how far it is: a bar, plain lines, or nothing."""

import io

import pytest

from minuteparse import progress
from minuteparse.bulk import Step
from minuteparse.progress import watching


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands at its last entry."""
    hands = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: hands[-1])
    return hands


def test_a_log_gets_a_plain_line_now_and_then(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    """When a stage begins, and each ten seconds: done, rate, failures, time left."""
    with watching(quiet=False) as watch:
        for seconds, step in (
            (100.0, Step("listing", 32, None, 0)),
            (101.0, Step("parsing", 0, 9000, 0)),
            (106.0, Step("parsing", 500, 9000, 1)),
            (111.0, Step("parsing", 1000, 9000, 2)),
        ):
            clock.append(seconds)
            watch(step)
    assert capsys.readouterr().err.splitlines() == [
        "minuteparse: listing: 32, 0 failed",
        "minuteparse: parsing: 0 of 9,000, 0 failed",
        "minuteparse: parsing: 1,000 of 9,000, 100 a second, 2 failed, 1 min 20 s left",
    ]


def test_a_terminal_gets_a_bar_that_goes_when_it_is_done(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar says the same as the lines."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    with watching(quiet=False) as watch:
        watch(Step("parsing", 0, 9000, 0))
        clock.append(110.0)
        watch(Step("parsing", 1000, 9000, 2))
    assert "1,000 of 9,000, 100 a second, 2 failed, 1 min 20 s left" in screen.getvalue()
    assert "minuteparse:" not in screen.getvalue()


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Not a word."""
    with watching(quiet=True) as watch:
        watch(Step("parsing", 1, 2, 0))
    assert capsys.readouterr() == ("", "")
