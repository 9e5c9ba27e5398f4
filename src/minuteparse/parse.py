"""A text to a record: the few calls that make one, in order."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from os import PathLike
from pathlib import Path

from minuteparse.audit import audit
from minuteparse.confidence import weigh
from minuteparse.errors import InputError
from minuteparse.evidence import Evidence, gather
from minuteparse.fields.actions import find_actions
from minuteparse.fields.attendance import find_attendance
from minuteparse.fields.dates import find_dates
from minuteparse.fields.decisions import find_decisions
from minuteparse.fields.declarations import find_declarations
from minuteparse.fields.header import find_header
from minuteparse.fields.meetings import find_next, find_previous
from minuteparse.fields.people import find_all_people
from minuteparse.fields.votes import find_votes
from minuteparse.inputs.pdf_hyphens import heal
from minuteparse.inputs.read import read_source
from minuteparse.inputs.repair import mended, restored
from minuteparse.issue_codes import in_order
from minuteparse.language import DEFAULT, Model, open_model
from minuteparse.outline.model import Block
from minuteparse.record import Engine, Item, ItemPerson, Minutes, Place, SourceInfo
from minuteparse.resolve import resolve
from minuteparse.text import Source, from_text
from minuteparse.text_issues import wrong_encodings


def parse(text: str, *, model: str | None = DEFAULT, name: str | None = None) -> Minutes:
    """The record of the minutes in `text`. Any `str` gives one; doubt becomes an issue in it.

    `model` names the trained pipeline that is asked where the rules are in doubt, `None` leaves it to rules alone.
    `name` is recorded as the source's name. Offsets in the record count code points of `text`.

    >>> minutes = parse("Present: Councillor T Smith")
    >>> minutes.source.length
    27
    """
    return parse_source(from_text(text, name=name), model=model)


def parse_file(path: str | PathLike[str], *, model: str | None = DEFAULT, ocr: bool = False) -> Minutes:
    """The record of the minutes in the file at `path`, a PDF, Word, OpenDocument, RTF, HTML or text file.

    The kind is told by content. `model` as in `parse`. With `ocr`, Tesseract reads pictures of text. Raises
    `InputError` that names the cure if it cannot be read.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    return parse_source(read_source(data, name=path.name, ocr=ocr), model=model)


def parse_source(source: Source, *, model: str | None = DEFAULT) -> Minutes:
    """The record of a decoded source; `model` as in `parse`."""
    whole = mended(source)
    minutes = weigh(*parse_unweighed(whole, model=model))
    if not whole.repairs:
        return minutes
    minutes = restored(minutes, source, whole.repairs)
    issues = in_order([*minutes.issues, *wrong_encodings(source, whole.repairs)])
    return minutes.model_copy(update={"issues": issues})


def parse_unweighed(source: Source, *, model: str | None = DEFAULT) -> tuple[Minutes, Evidence]:
    """The record of a decoded source without any confidence, and the evidence that it was made from.

    What was harmed in the text on its way is read as it is.
    """
    evidence = gather(source)
    minutes = resolve(_read(evidence, open_model(model) if model else None), evidence)
    minutes = minutes.model_copy(update={"issues": audit(minutes, evidence)})
    return heal(minutes, source.text, source.layout) if source.layout else minutes, evidence


def _read(evidence: Evidence, model: Model | None) -> Minutes:
    source = evidence.source
    header = find_header(evidence)
    date = header.date.value if header.date else None
    attendance = find_attendance(evidence)
    people = find_all_people(evidence, attendance, model)
    return Minutes(
        engine=Engine(version=_version(), model=model.version if model else None),
        source=SourceInfo(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            length=len(source.text),
            places=_places(source),
        ),
        header=header,
        attendance=attendance,
        items=[
            _item(evidence, block, date, named) for block, named in zip(evidence.outline.blocks, people, strict=True)
        ],
        previous_minutes=find_previous(evidence, date),
        next_meeting=find_next(evidence, date),
    )


def _places(source: Source) -> list[Place] | None:
    if source.layout is None:
        return None
    return [Place(start=s.start, end=s.end, page=s.page, box=s.box, path=s.path) for s in source.layout.stands]


@cache
def _version() -> str:
    return version("minuteparse")


def _item(evidence: Evidence, block: Block, date: str | None, people: list[ItemPerson]) -> Item:
    return Item(
        number=block.number,
        title=block.title,
        kind=block.kind,
        level=block.level,
        start=block.start,
        end=block.end,
        body_start=block.body_start,
        by=block.by,
        decisions=find_decisions(evidence, block),
        actions=find_actions(evidence, block),
        votes=find_votes(evidence, block),
        declarations=find_declarations(evidence, block),
        people=people,
        dates=find_dates(evidence, block, date),
    )
