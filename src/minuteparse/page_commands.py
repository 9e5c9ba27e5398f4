"""The commands that show a record beside its minutes: `view` writes a page, `serve` runs a local web application."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from minuteparse.language import DEFAULT
from minuteparse.parse import parse_source
from minuteparse.terminal import input_source, print_error, write_output

NoModel = Annotated[
    bool, typer.Option("--no-model", help="Rules alone: do not ask the trained pipeline where they are in doubt.")
]


def view(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The minutes to read; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Write the page here, not to NAME.view.html."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Show the page in the browser, too.")] = False,
    no_model: NoModel = False,
) -> None:
    """Write one HTML page: the minutes of FILE with every found value marked, and the record beside them.

    The page needs no network and can be sent by mail. Without --output it is NAME.view.html in the current folder.
    """
    from minuteparse.view.page import render

    source = input_source(file)
    page = render(source, parse_source(source, model=None if no_model else DEFAULT))
    path = output or Path(Path(source.name or "minutes").stem + ".view.html")
    with write_output(path) as write:
        write(page)
    typer.echo(path)
    if open_ and not webbrowser.open(path.resolve().as_uri()):
        print_error(f"{path}: written, but no browser could be started; open it yourself")
        raise typer.Exit(1)
