"""Sources to a file or folder in another format: read once, written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import uuid4

from minuteparse.errors import RunError, UsageError
from minuteparse.export import csv
from minuteparse.export.entry import Entry
from minuteparse.export.losses import Lost, Report
from minuteparse.export.targets import TargetName, open_target


def export(entries: Iterable[Entry], to: TargetName, out: Path, *, spreadsheet_safe: bool = False) -> Report:
    """Write `entries` to `out` in the format `to`; a document that comes again is left out.

    `out` appears when it is whole. With `spreadsheet_safe`, which is for CSV, no text in it is a formula.
    Raises `UsageError` if `out` is there already, an extra is missing or another format is to be `spreadsheet_safe`,
    `InputError` if an entry cannot be read, `RunError` if the disk refuses; then nothing was written.
    """
    if out.exists() or out.is_symlink():
        raise UsageError(f"{out}: is there already; name another path, or move it away")
    if spreadsheet_safe and to is not TargetName.CSV:
        why = "has no formulas" if to is TargetName.XLSX else "is not for spreadsheets"
        raise UsageError(f"--spreadsheet-safe is for csv; {to.value} {why}, leave the option out")
    target = open_target(to)
    write = partial(csv.write, spreadsheet_safe=True) if spreadsheet_safe else target.write
    passed = _Passed(Lost(target.LOSSES))
    draft = out.with_name(f".{out.name}.{uuid4().hex}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        write(passed.each(entries), draft, passed.lost)
        os.replace(draft, out)
    except OSError as error:
        raise RunError(f"{out}: cannot be written ({error.strerror or error}); nothing is there now") from error
    finally:
        if draft.is_dir():
            shutil.rmtree(draft)
        draft.unlink(missing_ok=True)
    return Report(to.value, passed.documents, passed.repeated, passed.lost)


@dataclass
class _Passed:
    """Counts what goes by on its way to the target."""

    lost: Lost
    documents: int = 0
    repeated: int = 0
    _seen: set[bytes] = field(default_factory=set)

    def each(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            own = entry.id.encode()
            if own in self._seen:
                self.repeated += 1
                continue
            self._seen.add(own)
            self.documents += 1
            self.lost.count(entry.plain)
            yield entry
