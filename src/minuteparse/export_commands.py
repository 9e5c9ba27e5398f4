"""The command that takes records elsewhere: `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minuteparse.errors import UsageError
from minuteparse.export.targets import TargetName
from minuteparse.language import DEFAULT
from minuteparse.terminal import keep, print_error, write_output

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Records that parse printed, the folder of a dataset, or minutes; - is standard input.",
    ),
]


def export(
    sources: Sources,
    to: Annotated[TargetName, typer.Option("--to", metavar="TARGET", help=f"{', '.join(TargetName)}.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PATH", help="The file or folder to write.")],
    losses: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write each path that TARGET cannot hold here, as JSON.")
    ] = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules alone, where SOURCE are minutes that are parsed first.")
    ] = False,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Read scans too, where SOURCE are minutes. Needs Tesseract.")
    ] = False,
    spreadsheet_safe: Annotated[
        bool,
        typer.Option("--spreadsheet-safe", help="With csv: an apostrophe before cells that a spreadsheet computes."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not print what was lost.")] = False,
) -> None:
    """Write the records of SOURCE in another format; say on standard error what it cannot hold.

    PATH must not be there yet; it is written whole or not at all. docs/exports.md says what each TARGET holds.
    """
    from minuteparse.export.run import export as run
    from minuteparse.export.sources import entries

    if losses:
        _keep_apart(losses, out)
        keep(losses, sources)
    found = entries(sources, model=None if no_model else DEFAULT, ocr=ocr)
    report = run(found, to, out, spreadsheet_safe=spreadsheet_safe)
    if losses:
        with write_output(losses) as write:
            write(report.json())
    for line in () if quiet else report.lines():
        print_error(line)


def _keep_apart(losses: Path, out: Path) -> None:
    if out.resolve() in {losses.resolve(), *losses.resolve().parents}:
        raise UsageError(f"--losses {losses}: is where the export goes; name another path")
    if not losses.parent.is_dir():
        raise UsageError(f"--losses {losses}: no such folder; make it first")
