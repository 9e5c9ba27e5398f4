"""The command line: files in, records, explanations and scores out. The only module that knows the terminal."""

from __future__ import annotations

import json
import logging
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from minuteparse import __version__, archive_commands, export_commands, page_commands
from minuteparse.confidence import with_doubts
from minuteparse.errors import MinuteparseError, UsageError
from minuteparse.evaluate import changes, evaluate_folder, read_json
from minuteparse.explain import explain as explain_source
from minuteparse.language import DEFAULT
from minuteparse.page_commands import Ocr
from minuteparse.parse import parse_source
from minuteparse.schema import schema_text
from minuteparse.terminal import (
    input_source,
    plain_streams,
    print_changes,
    print_comparison,
    print_error,
    print_evaluation,
    print_explanation,
    print_misses,
    write_output,
)

EXIT_CODES = "Exit codes: 0 all went well; 1 an input failed, or a score fell; 2 wrong use of the command."

app = typer.Typer(
    name="minuteparse",
    help="Turn the raw minutes of a meeting into one validated record, each value with the characters that say it.",
    epilog=EXIT_CODES,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_log = logging.getLogger(__name__)

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="PDF, Word, OpenDocument, RTF, HTML or text files, told apart by content; - is standard input.",
    ),
]
NoModel = Annotated[
    bool, typer.Option("--no-model", help="Rules alone: do not ask the trained pipeline where they are in doubt.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write here, not to the terminal.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minuteparse {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options that stand before the command; without a command, the help."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(epilog=EXIT_CODES)
def parse(
    files: Files,
    output: Output = None,
    pretty: Annotated[
        bool | None, typer.Option("--pretty/--compact", help="Indent the record, or print it on one line.")
    ] = None,
    no_model: NoModel = False,
    ocr: Ocr = False,
    min_confidence: Annotated[
        float, typer.Option(metavar="X", min=0, max=1, help="List each value under X as an issue, doubtful.")
    ] = 0,
) -> None:
    """Print the record of each FILE as JSON.

    One file gives one indented JSON object; several give JSON Lines, one record a line, in the order of the files. A
    file that cannot be read is reported on standard error and does not stop the others; the exit code is then 1.
    """
    if pretty and len(files) > 1:
        raise typer.BadParameter("several files give JSON Lines; leave --pretty out", param_hint="--pretty")
    indent = 2 if pretty or (pretty is None and len(files) == 1) else None
    failed = False
    model = None if no_model else DEFAULT
    with write_output(output, files) as write:
        for file in files:
            try:
                minutes = with_doubts(parse_source(input_source(file, ocr=ocr), model=model), min_confidence)
                record = minutes.model_dump_json(by_alias=True, indent=indent)
            except Exception as error:  # one bad file must not stop the others
                failed = True
                _report(error, file)
            else:
                write(record + "\n")
    if failed:
        raise typer.Exit(1)


@app.command(epilog=EXIT_CODES)
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to read; - is standard input.")],
    ocr: Ocr = False,
) -> None:
    """Print each line of FILE with its offsets and the rules that claimed a part of it, - if none did.

    Offsets count characters from the start of the text. The issues of the record follow the lines.
    """
    print_explanation(*explain_source(input_source(file, ocr=ocr)))


@app.command(epilog=EXIT_CODES)
def text(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to read; - is standard input.")],
    output: Output = None,
    ocr: Ocr = False,
) -> None:
    """Print the text of FILE that the offsets of its record count: of a PDF, Word file or page, in reading order."""
    with write_output(output, [file]) as write:
        write(input_source(file, ocr=ocr).text)


@app.command(epilog=EXIT_CODES)
def schema(output: Output = None) -> None:
    """Print the JSON Schema (draft 2020-12) of the record."""
    with write_output(output) as write:
        write(schema_text())


@app.command(epilog=EXIT_CODES)
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder of NAME.txt, or other files, with NAME.gold.json beside each."),
    ],
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="SCORES", help="Print gains and losses against this file; exit 1 if a field lost > 0.005."
        ),
    ] = None,
    write: Annotated[Path | None, typer.Option(metavar="SCORES", help="Write the scores to this file.")] = None,
    misses: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD", help="List what is extra and missing of a field, or of 'all'. Repeatable."),
    ] = None,
    by_document: Annotated[bool, typer.Option("--by-document", help="Print the mean of each document too.")] = False,
    no_model: NoModel = False,
    compare_model: Annotated[
        bool,
        typer.Option("--compare-model", help="Print F1 in two columns instead: rules alone, and with the model."),
    ] = False,
) -> None:
    """Parse each text in DIR, score the records against the answers beside them, and check the laws on each record.

    Exit code 1 tells that a text failed, a record broke a law, or a field fell by more than 0.005 below SCORES.
    """
    if compare_model:
        print_comparison(evaluate_folder(folder, model=None), evaluate_folder(folder))
        return
    before = read_json(against) if against else None
    evaluation = evaluate_folder(folder, model=None if no_model else DEFAULT)
    for field in misses or ():
        if field != "all" and field not in evaluation.tally.counts:
            known = ", ".join(evaluation.tally.counts)
            raise typer.BadParameter(f"no field {field!r}; the fields are {known}", param_hint="--misses")
    print_misses(evaluation, misses or [])
    print_evaluation(evaluation, by_document=by_document)
    lost = print_changes(changes(before, evaluation.figures())) if before else False
    if write:
        with write_output(write) as put:
            put(json.dumps(evaluation.figures(), indent=1) + "\n")
    if lost or evaluation.failed or evaluation.broken:
        raise typer.Exit(1)


app.command(epilog=EXIT_CODES)(archive_commands.ingest)
app.command(epilog=EXIT_CODES)(archive_commands.verify)
app.command(epilog=EXIT_CODES)(export_commands.export)
app.command(epilog=EXIT_CODES)(page_commands.view)
app.command(epilog=EXIT_CODES)(page_commands.serve)
app.command(epilog=EXIT_CODES)(page_commands.report)


def _report(error: Exception, file: str | None = None) -> None:
    """One line on standard error for `error`; a defect of the program is said to be one."""
    if isinstance(error, MinuteparseError):
        print_error(str(error))
        return
    _log.debug("unexpected error", exc_info=error)
    where = f"{file}: " if file else ""
    what = str(error).split("\n", 1)[0]
    print_error(f"{where}unexpected {type(error).__name__}: {what}; this is a defect, please report it with the text")


def main() -> None:
    """Run the command line and leave the process with its exit code. A reader that goes away ends it quietly."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    plain_streams()
    try:
        code = app(standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except Exception as error:  # the last line of defence: no traceback reaches a user
        describe = getattr(error, "format_message", None)  # wrong use, whose class typer does not export
        if describe is None:
            _report(error)
            sys.exit(2 if isinstance(error, UsageError) else 1)
        print_error(f"{str(describe()).rstrip('.')}; see 'minuteparse --help'")
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
