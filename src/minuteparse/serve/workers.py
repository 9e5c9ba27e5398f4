"""Processes that parse, and are killed when a document takes them too long. The server itself never parses."""

from __future__ import annotations

import asyncio
import multiprocessing
from types import TracebackType
from typing import Literal, Self

from minuteparse.errors import InputError
from minuteparse.inputs.read import read_source
from minuteparse.language import DEFAULT
from minuteparse.parse import parse_source
from minuteparse.serve.limits import Limits, RefusedError
from minuteparse.text import from_text
from minuteparse.view.page import render

Answer = Literal["record", "page"]


def answer(data: bytes, name: str | None, wanted: Answer, model: str | None, ocr: bool = False) -> str:
    """The record of a document as JSON, or its page; with `ocr`, pictures of text are read. Runs in a worker.

    Raises `InputError` if it cannot be read.
    """
    source = read_source(data, name=name, ocr=ocr)
    minutes = parse_source(source, model=model)
    return minutes.model_dump_json(by_alias=True) if wanted == "record" else render(source, minutes, home="/")


def _warm_up(model: str | None) -> None:
    """Load rules, model and template, so that their time is not the first document's."""
    source = from_text("1. APOLOGIES\n\nNone.\n")
    render(source, parse_source(source, model=model))


class Workers:
    """The worker processes; a context that ends them.

    `model` is the trained pipeline, or `None` for rules alone; with `ocr`, Tesseract reads pictures of text.
    """

    def __init__(self, limits: Limits, *, model: str | None = DEFAULT, ocr: bool = False) -> None:
        """Name the limits; the processes start with the first document."""
        from pebble import ProcessPool

        self._limits = limits
        self._model = model
        self._ocr = ocr
        self._at_hand = 0
        self._pool = ProcessPool(
            max_workers=limits.workers,
            context=multiprocessing.get_context("spawn"),
            initializer=_warm_up,
            initargs=[model],
        )

    def __enter__(self) -> Self:
        """Give the workers themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes, whatever they are doing."""
        self._pool.stop()
        self._pool.join()

    async def answer(self, data: bytes, name: str | None, wanted: Answer) -> str:
        """What `answer` gives, from a worker.

        Raises `RefusedError` if the document cannot be read (422), takes too long or has to wait for too many (503).
        """
        if self._at_hand >= self._limits.at_hand:
            raise RefusedError(503, "too many documents are being parsed; try again in a while")
        self._at_hand += 1
        try:
            asked = [data, name, wanted, self._model, self._ocr]
            task = self._pool.schedule(answer, args=asked, timeout=self._limits.seconds)
            return str(await asyncio.wrap_future(task))
        except InputError as error:
            raise RefusedError(422, str(error)) from error
        except TimeoutError as error:
            why = f"parsing took longer than {self._limits.seconds:g} seconds and was stopped; send a shorter document"
            raise RefusedError(503, f"{why}, or start the server with a higher --seconds") from error
        except Exception as error:
            why = f"unexpected {type(error).__name__}: {error}; this is a defect, please report it with the text"
            raise RefusedError(500, why) from error
        finally:
            self._at_hand -= 1
