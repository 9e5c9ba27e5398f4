"""The commands that make pages: `view` and `report` write one, `serve` runs a local web application."""

from __future__ import annotations

import re
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from minuteparse.errors import UsageError
from minuteparse.language import DEFAULT
from minuteparse.parse import parse_source
from minuteparse.terminal import input_source, print_error, write_output

_RECORD = re.compile(r'\s*\{\s*"schema_version":')
NoModel = Annotated[
    bool, typer.Option("--no-model", help="Rules alone: do not ask the trained pipeline where they are in doubt.")
]

Ocr = Annotated[
    bool,
    typer.Option("--ocr", help="Read scans too: PDF pages that are pictures, PNG, JPEG and TIFF. Needs Tesseract."),
]


def view(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The minutes to read; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Write the page here, not to NAME.view.html."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Show the page in the browser, too.")] = False,
    no_model: NoModel = False,
    ocr: Ocr = False,
) -> None:
    """Write one HTML page: the minutes of FILE with every found value marked, and the record beside them.

    The page needs no network and can be sent by mail. Without --output it is NAME.view.html in the current folder.
    """
    from minuteparse.view.page import render

    source = input_source(file, ocr=ocr)
    if _RECORD.match(source.text):
        raise UsageError(f"{file}: a record, which has no text to show; name the minutes that it was made from")
    page = render(source, parse_source(source, model=None if no_model else DEFAULT))
    path = output or Path(Path(source.name or "minutes").stem + ".view.html")
    _put(page, path, show=open_, read=[file])


def _put(page: str, path: Path, *, show: bool, read: Sequence[str] = ()) -> None:
    """Write `page`, made of the files `read`, to `path`, say so, and `show` it in the browser."""
    with write_output(path, read) as write:
        write(page)
    typer.echo(path)
    if show and not webbrowser.open(path.resolve().as_uri()):
        print_error(f"{path}: written, but no browser could be started; open it yourself")
        raise typer.Exit(1)


def report(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="The folder of a finished dataset.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write the page here, not to DATASET.report.html."),
    ] = None,
    body: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this body, or those whose name has it. Repeatable.")
    ] = None,
    year: Annotated[list[int] | None, typer.Option(metavar="YYYY", help="Only this year. Repeatable.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All rows of all tables, all bodies and years in the filters.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the page in the browser, too.")] = False,
) -> None:
    """Write one HTML report on DATASET: attendance, length, items, decisions, votes, actions, gaps.

    Each table has its query, most have a plot; all follow the page's filters by body and year. The page needs no
    network and can be sent by mail. It needs minuteparse[report]. Without --out it is written to the current folder.
    """
    from minuteparse.report.page import report as write_report

    page = write_report(dataset, bodies=body or (), years=year or (), everything=everything)
    _put(page, out or Path(f"{dataset.resolve().name}.report.html"), show=open_)


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to serve on; by default this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    max_bytes: Annotated[int, typer.Option(metavar="N", min=1, help="The largest document.")] = 10_000_000,
    seconds: Annotated[float, typer.Option(metavar="N", min=0.1, help="The longest that one parse may take.")] = 60.0,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="How many documents are parsed at a time.")] = 2,
    no_model: NoModel = False,
    ocr: Ocr = False,
) -> None:
    """Serve a page to drop or paste minutes on, and POST /parse for programs; needs minuteparse[serve].

    Documents stay in memory while they are parsed, and are then forgotten. A scanned page takes seconds: with --ocr,
    give long scans more --seconds. Stop it with Ctrl+C.
    """
    from minuteparse.serve.limits import Limits
    from minuteparse.serve.run import is_loopback
    from minuteparse.serve.run import serve as run

    if not is_loopback(host):
        print_error(f"{host}: whoever reaches this address can have documents parsed; there is no password")
    limits = Limits(max_bytes=max_bytes, seconds=seconds, workers=workers)
    run(host, port, limits, model=None if no_model else DEFAULT, ocr=ocr, ready=_say)


def _say(address: str) -> None:
    typer.echo(f"serving on {address}")
    sys.stdout.flush()
