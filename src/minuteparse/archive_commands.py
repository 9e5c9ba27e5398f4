"""The commands for archives: `ingest` and `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from minuteparse.errors import UsageError
from minuteparse.language import DEFAULT
from minuteparse.progress import watching
from minuteparse.terminal import print_error, print_line

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Files, folders, globs, zip and tar archives, JSON Lines, Parquet; or URLs of such."
    ),
]


@contextmanager
def _wrong_use() -> Iterator[None]:
    """What cannot be begun as asked is wrong use of the command: exit code 2. An interruption loses nothing: 130."""
    try:
        yield
    except KeyboardInterrupt as error:
        print_error("stopped; run the same command again, and it goes on from here")
        raise typer.Exit(130) from error
    except UsageError as error:
        print_error(str(error))
        raise typer.Exit(2) from error


def ingest(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DATASET", help="The folder of the dataset.")],
    workers: Annotated[
        int | None, typer.Option(min=0, help="Worker processes; 0 for none besides this one. Default: one a core.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on the Dask cluster at tcp://HOST:PORT instead.")
    ] = None,
    text_column: Annotated[str, typer.Option(help="The key or column that holds the text, in tables.")] = "text",
    max_bytes: Annotated[int, typer.Option(min=1, help="A larger document fails instead of being read.")] = 64 << 20,
    shard_inputs: Annotated[int, typer.Option(min=1, help="How many inputs one file of each table covers.")] = 1024,
    timeout: Annotated[
        float | None,
        typer.Option(min=0, help="Seconds for one document; 0 sets no limit. Default: 300, and 3600 with --ocr."),
    ] = None,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Read scans and pictures too, which takes seconds a page. Needs Tesseract.")
    ] = False,
    no_model: Annotated[bool, typer.Option("--no-model", help="Rules alone: do not ask the trained pipeline.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Make a dataset of all that SOURCE holds: Parquet tables, records as JSON Lines, a manifest of all inputs.

    Stopped at any moment, it goes on where it was when the same command is run again, and the finished dataset is the
    same bytes. Exit code 1 tells that an input failed; the manifest says which and why.
    """
    from minuteparse.bulk import Running, Settings
    from minuteparse.bulk import ingest as run

    if scheduler and workers is not None:
        raise typer.BadParameter("a cluster has its own workers; leave --workers out", param_hint="--scheduler")
    settings = Settings(
        sources=tuple(sources),
        column=text_column,
        max_bytes=max_bytes,
        shard_inputs=shard_inputs,
        model=None if no_model else DEFAULT,
        ocr=ocr,
    )
    if timeout is None:
        timeout = 3600.0 if ocr else 300.0
    with _wrong_use(), watching(quiet=quiet) as watch:
        summary = run(settings, out, Running(workers=workers, scheduler=scheduler, timeout=timeout, watch=watch))
    if not quiet:
        found = summary.inputs
        counts = ", ".join(f"{count:,} {status}" for status, count in found.items() if status != "all")
        before = "finished before, " if summary.already_finished else ""
        print_line(f"{out}: {before}{found['all']:,} inputs: {counts}")
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def verify(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="The folder of a finished dataset.")],
    sample: Annotated[int, typer.Option(min=1, help="About how many meetings are read closely.")] = 1000,
    everything: Annotated[bool, typer.Option("--all", help="Read all meetings closely.")] = False,
) -> None:
    """Prove that DATASET is whole: hashes, counts, keys and links of all files, texts and spans of a sample.

    What is wrong is printed, one line each; the exit code is then 1.
    """
    from minuteparse.bulk import verify as run

    with _wrong_use():
        report = run(dataset, None if everything else sample)
    for problem in report.problems:
        print_error(f"{dataset}: {problem}")
    checked = ", ".join(f"{count:,} {name}" for name, count in report.checked.items())
    print_line(f"{dataset}: {'whole' if not report.problems else 'NOT whole'}; checked {checked or 'nothing'}")
    if report.exit_code:
        raise typer.Exit(report.exit_code)
