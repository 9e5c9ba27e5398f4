"""Read files that were damaged on purpose: does one crash, hang, or take too much memory?

    python benchmarks/damaged.py FOLDER [--files 10000] [--seed 1]

FOLDER holds good files of one kind. Each damaged one is a good one with bits flipped, bytes cut out, repeated or
overwritten, cut short, or joined to another, under the suffix of any kind; parts of archives also stay sound XML in
which elements and attributes are lost, repeated, moved or absurd. It must be read, or refused with an `InputError`; one
in four is parsed then. Seconds are of processor time; memory is the most that any process held.
"""

from __future__ import annotations

import argparse
import copy
import io
import multiprocessing
import resource
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

from minuteparse.errors import InputError
from minuteparse.inputs import pdf, pdf_words
from minuteparse.inputs.read import read_source
from minuteparse.parse import parse_source

_OWN_PROCESS = pdf._pages
_SECONDS = 20
_PATIENCE = 600  # seconds of the clock without a word from the process that reads
_PARSED = 4
_BATCH = 250
_SUFFIXES = (".pdf", ".docx", ".html", ".txt", ".odt", ".rtf", ".doc", "")
_MOST_PARENTS = 3000
_ABSURD = ("", "-1", "0", "7", "999999999", "true", "x" * 5000)


def damaged(data: bytes, other: bytes, rng: Random) -> bytes:
    """`data` with one to three kinds of damage; half the archives are damaged inside. `other` may be joined to it."""
    if data.startswith(b"PK") and rng.random() < 0.5:
        return _inside(data, rng)
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = _once(data, other, rng)
    return data


def _inside(data: bytes, rng: Random) -> bytes:
    """A sound archive of which one part is damaged."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(stream, "w") as made:
        names = good.namelist()
        likely = [n for n in names if n.endswith(("document.xml", "content.xml", "styles.xml", "numbering.xml"))]
        chosen = rng.choice(likely or names)
        for name in names:
            part = good.read(name)
            if name == chosen:
                part = _odd(part, rng) if name.endswith(".xml") and rng.random() < 0.6 else _once(part, part, rng)
            made.writestr(name, part)
    return stream.getvalue()


def _odd(part: bytes, rng: Random) -> bytes:
    """Sound XML, of which elements are lost, repeated or moved, and attributes absurd."""
    root = ET.fromstring(part)
    for _ in range(rng.choice((1, 4, 16))):
        parents = [node for node in root.iter() if len(node)]
        if not parents:
            break
        parent = rng.choice(parents)
        node = rng.choice(list(parent))
        kind = rng.randrange(4)
        if kind == 0:
            parent.remove(node)
        elif kind == 1:
            times = 1 if len(parents) > _MOST_PARENTS else rng.choice((1, 3, 50))
            parent.extend(copy.deepcopy(node) for _ in range(times))
        elif kind == 2:
            parent.remove(node)
            rng.choice(list(root.iter())).append(node)
        else:
            node.attrib.update({name: rng.choice(_ABSURD) for name in node.attrib})
            node.tag = rng.choice([node.tag, rng.choice(parents).tag])
    return ET.tostring(root)


def _once(data: bytes, other: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    length = min(rng.choice((1, 4, 64, 1024)), len(data))
    kind = rng.randrange(7)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[at:]
    if kind == 2:
        return data[:at] + data[at + length :]
    if kind == 3:
        return data[:at] + data[at : at + length] * rng.choice((2, 50)) + data[at:]
    if kind == 4:
        return data[:at] + rng.randbytes(length) + data[at + length :]
    if kind == 5:
        return data[:at] + other[rng.randrange(len(other) + 1) :]
    mutable = bytearray(data)
    for _ in range(rng.choice((1, 8, 64))):
        if mutable:
            mutable[rng.randrange(len(mutable))] ^= 1 << rng.randrange(8)
    return bytes(mutable)


def files(folder: Path, count: int, seed: int) -> Iterator[tuple[int, bytes]]:
    """The number and the bytes of each damaged file; the same arguments give the same ones."""
    good = [p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file() and p.suffix != ".json"]
    for n in range(count):
        rng = Random(f"{folder.name}/{seed}/{n}")
        yield n, damaged(rng.choice(good), rng.choice(good), rng)


def _read(n: int, data: bytes) -> str:
    """What becomes of one file: "read", or "refused"."""
    try:
        source = read_source(data, name=f"damaged-{n}{_SUFFIXES[n % len(_SUFFIXES)]}")
    except InputError as error:
        return "refused" if ": " in str(error) else "refused without a reason"
    if n % _PARSED == 0:
        parse_source(source, model=None)
    return "read"


def _work(batch: list[tuple[int, bytes]], out: Connection) -> None:
    for n, data in batch:
        signal.setitimer(signal.ITIMER_PROF, _SECONDS)
        start = time.process_time()
        try:
            found = _read(n, data)
        except BaseException as error:
            found = f"{type(error).__name__}: {str(error)[:90]}"
        out.send((n, found, time.process_time() - start, _memory()))
    out.close()


def _memory() -> int:
    """The most megabytes that this process, or one that it started, has held."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


def _in_process(data: bytes, name: str) -> list[dict[str, object]]:
    """What `inputs.pdf` does, without a process of its own: faster, and a crash of the library is seen."""
    found = pdf_words.read(data)
    if "error" in found:
        raise InputError(f"{name}: {found['error']}")
    return list(found["pages"])


def _contained(file: tuple[int, bytes]) -> bool:
    """True if a PDF that kills this process is read, or refused, by the package, which keeps such files apart."""
    if not file[1].startswith(b"%PDF"):
        return False
    used, pdf._pages = pdf._pages, _OWN_PROCESS
    results = list(_batch([file]))
    pdf._pages = used
    return bool(results) and results[0][1] in {"read", "refused"}


def main() -> None:
    """Read the damaged files and print what became of them; exit 1 if one crashed, hung or took over a gigabyte."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own-process", action="store_true", help="Read each PDF as the package does.")
    args = parser.parse_args()
    if not args.own_process:
        pdf._pages = _in_process
    results: Counter[str] = Counter()
    slowest, most, bad = 0.0, 0, 0
    batch: list[tuple[int, bytes]] = []
    for n, data in files(args.folder, args.files, args.seed):
        batch.append((n, data))
        if len(batch) < _BATCH and n < args.files - 1:
            continue
        while batch:
            done = 0
            for k, found, seconds, memory in _batch(batch):
                results[found] += 1
                slowest, most, done = max(slowest, seconds), max(most, memory), done + 1
                if found not in {"read", "refused"}:
                    bad += 1
                    print(f"file {k}: {found}", file=sys.stderr)
            if done < len(batch):
                contained = _contained(batch[done])
                bad += not contained
                results[f"process died or hung, {'' if contained else 'not '}contained by the package"] += 1
                print(f"file {batch[done][0]}: the process died or hung", file=sys.stderr)
            batch = batch[done + 1 :]
    for found, count in results.most_common():
        print(f"{count:>7} {found}")
    print(f"slowest {slowest:.2f} s, most memory {most} MB")
    sys.exit(1 if bad or most > 1024 else 0)


def _batch(batch: list[tuple[int, bytes]]) -> Iterator[tuple[int, str, float, int]]:
    receive, send = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.get_context("fork").Process(target=_work, args=(batch, send))
    worker.start()
    send.close()
    try:
        while receive.poll(_PATIENCE):
            yield receive.recv()
        worker.kill()  # it waits for something
    except EOFError:
        pass
    worker.join()


if __name__ == "__main__":
    main()
