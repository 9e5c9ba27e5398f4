"""A finished dataset, read: its description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from minuteparse.bulk.layout import PACKAGE, WORK
from minuteparse.errors import UsageError


def open_package(folder: Path) -> dict[str, Any]:
    """The description of the finished dataset in `folder`. Raises `UsageError` if there is none."""
    try:
        found = json.loads((folder / PACKAGE).read_bytes())
    except OSError as error:
        unfinished = (folder / WORK).exists()
        cure = "its run is not finished; run the same ingest again" if unfinished else "name the folder of a dataset"
        raise UsageError(f"{folder}: no {PACKAGE} ({error.strerror or error}); {cure}") from error
    except ValueError as error:
        raise UsageError(f"{folder / PACKAGE}: not JSON ({error}); ingest anew") from error
    if not isinstance(found, dict) or {"resources", "inputs", "settings"} - found.keys():
        raise UsageError(f"{folder / PACKAGE}: not the description of a dataset of minuteparse")
    return found
