"""The working folder of a run: the lock, what was asked, the listing, the finished shards. It goes when the run ends.

A run that takes up another's work believes what it can check: listings and journals carry hashes line by line, and a
shard counts as finished if each of its files has the hash that was put down for it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from minuteparse.bulk.durable import publish, replacing
from minuteparse.bulk.journal import Journal, read_sealed, seal
from minuteparse.bulk.layout import PACKAGE, RECORDS, RUNLOG, WORK, tables
from minuteparse.bulk.listed import Input
from minuteparse.bulk.settings import differences
from minuteparse.bulk.shard_files import Built, describe, from_plain_built
from minuteparse.bulk.shares import Batch, batches
from minuteparse.errors import UsageError


class Workplace:
    """The working folder `.work` in the folder of a dataset."""

    def __init__(self, dataset: Path) -> None:
        """Name the dataset's folder; nothing is touched."""
        self.dataset = dataset
        self.folder = dataset / WORK
        self.copies = self.folder / "copies"
        self.census = self.folder / "census"
        self._settings = self.folder / "settings.json"
        self._listing = self.folder / "listing"
        self._shards = self.folder / "shards"

    def spool(self, shard: int) -> Path:
        """The folder of the outcomes of a shard that is not built yet."""
        return self.folder / "spool" / f"{shard:06}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep all other runs out of the dataset. Raises `UsageError` if one is in it, or the folder is not ours."""
        from filelock import FileLock, Timeout

        known = {WORK, PACKAGE, RUNLOG, RECORDS, *tables()}
        try:
            strangers = sorted(path.name for path in self.dataset.iterdir() if path.name not in known)
        except FileNotFoundError:
            strangers = []
        except OSError as error:
            raise UsageError(f"{self.dataset}: {error.strerror or error}; name a folder for the dataset") from error
        if strangers:
            raise UsageError(f"{self.dataset}: holds other things ({strangers[0]}); name a new or an empty folder")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / "lock", timeout=0)
            lock.acquire()
        except Timeout as error:
            message = f"{self.dataset}: another run is writing this dataset; wait for its end, or name another folder"
            raise UsageError(message) from error
        except OSError as error:
            raise UsageError(f"{self.dataset}: {error.strerror or error}; name a folder that can be written") from error
        try:
            yield
        finally:
            lock.release()

    def agree(self, settings: dict[str, Any]) -> bool:
        """Whether a run with these settings has been begun; if none has, it is begun.

        Raises `UsageError` if the run that was begun has other settings.
        """
        try:
            before = json.loads(self._settings.read_bytes())
        except (FileNotFoundError, ValueError):
            if any((self.dataset / name).exists() for name in tables()):
                message = f"{self.dataset}: holds tables of an unknown run; remove them, or name another folder"
                raise UsageError(message) from None
            with replacing(self._settings, self.folder / "drafts") as draft:
                draft.write_text(json.dumps(settings), encoding="utf-8")
            return False
        if what := differences(before, settings):
            message = f"{self.dataset}: begun otherwise ({what}); go on as it was begun, or name another folder"
            raise UsageError(message)
        return True

    def listed(self) -> list[tuple[int, int]] | None:
        """The first input of each batch of the listing and how many it has; `None` if the listing is not whole."""
        found: list[tuple[int, int]] = []
        end = None
        for said in read_sealed(self._listing):
            head = json.loads(said)
            if "inputs" in head:
                found.append((head["first"], len(head["inputs"])))
            else:
                end = head["batches"]
        return found if end == len(found) else None

    def list_anew(self, inputs: Iterable[Input]) -> Iterator[int]:
        """Write the listing of `inputs`; how many there are, after each batch. Whatever rested on another goes."""
        for path in (self._listing, self.census, self._shards):
            path.unlink(missing_ok=True)
        for folder in (self.copies, self.folder / "spool"):
            shutil.rmtree(folder, ignore_errors=True)
        with replacing(self._listing, self.folder / "drafts") as draft, draft.open("wb") as stream:
            count = total = 0
            for batch in batches(inputs):
                plain = {"first": batch.first, "inputs": [one.plain() for one in batch.inputs]}
                stream.write(seal(json.dumps(plain).encode()))
                count, total = count + 1, total + len(batch.inputs)
                yield total
            stream.write(seal(json.dumps({"batches": count}).encode()))

    def batches(self) -> Iterator[Batch]:
        """The batches of the listing, in order."""
        for number, said in enumerate(read_sealed(self._listing)):
            found = json.loads(said)
            if "inputs" in found:
                yield Batch(number, found["first"], tuple(Input(*plain) for plain in found["inputs"]))

    def finished(self) -> dict[int, Built]:
        """The shards whose files are all there with the hashes that they had when they were built."""
        found = {}
        for said in read_sealed(self._shards):
            built = from_plain_built(json.loads(said))
            try:
                same = all(describe(self.dataset, f.table, built.shard, f.rows) == f for f in built.files)
            except OSError:
                same = False
            if same:
                found[built.shard] = built
        return found

    def finish(self, built: Built) -> None:
        """Put down that a shard is built; its spool is no longer needed."""
        journal = Journal(self._shards)
        journal.add(json.dumps(built.plain()).encode())
        journal.sync()
        journal.close()
        shutil.rmtree(self.spool(built.shard), ignore_errors=True)

    def close(self, package: bytes) -> None:
        """Put the description beside the tables, which tells that the dataset is whole, and clear the workplace."""
        draft = self.folder / PACKAGE
        with replacing(draft, self.folder / "drafts") as path:
            path.write_bytes(package)
        publish(draft, self.dataset / PACKAGE)
        self.clear()

    def clear(self) -> None:
        """Remove the working folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
