"""What is listed of each kind of source, in which order, and what is refused."""

import bz2
import functools
import gzip
import http.server
import io
import json
import lzma
import os
import random
import socket
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from minuteparse.bulk.copies import Copies
from minuteparse.bulk.fetch import fetch
from minuteparse.bulk.listed import Input
from minuteparse.bulk.shares import Shard, batches, shards
from minuteparse.bulk.sources import Reading, check_sources, list_inputs
from minuteparse.errors import InputError, RunError, UsageError

MOST = 1 << 20


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, so that listings name short paths."""
    folder = tmp_path / "there"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def listed(*sources: str, tmp: Path, column: str = "text") -> list[Input]:
    """The listing of `sources`."""
    check_sources(sources)
    return list(list_inputs(sources, Reading(column), Copies(tmp / "copies")))


def read(one: Input) -> str:
    """The text of an input, or why there is none."""
    if one.verdict:
        return f"{one.verdict}: {one.why}"
    try:
        return fetch(one, MOST).decode()
    except InputError as error:
        return f"failed: {error}"


def texts(*sources: str, tmp: Path, column: str = "text") -> dict[str, str]:
    """The text of each input, or what became of it."""
    found = listed(*sources, tmp=tmp, column=column)
    assert len({one.path for one in found}) == len(found)
    return {one.path: read(one) for one in found}


def test_a_folder_is_listed_by_name_whatever_its_depth(there: Path, tmp_path: Path) -> None:
    """Folders stand where their names stand; the order is that of code points."""
    for name in ("b/2.txt", "b/10.txt", "a.txt", "B.txt", "b-c/x.txt", "é.txt"):
        (there / "m" / name).parent.mkdir(parents=True, exist_ok=True)
        (there / "m" / name).write_text(name, encoding="utf-8")
    found = texts("m", tmp=tmp_path)
    assert list(found) == ["m/B.txt", "m/a.txt", "m/b/10.txt", "m/b/2.txt", "m/b-c/x.txt", "m/é.txt"]
    assert all(path == f"m/{text}" for path, text in found.items())


def test_sources_are_sorted_and_each_input_comes_once(there: Path, tmp_path: Path) -> None:
    """A file that two sources name is one input, wherever it is named."""
    for name in ("m/1.txt", "m/2.txt", "z.txt"):
        (there / name).parent.mkdir(exist_ok=True)
        (there / name).write_text(name, encoding="utf-8")
    assert list(texts("z.txt", "m/2.txt", "m", "m/*.txt", tmp=tmp_path)) == ["m/1.txt", "m/2.txt", "z.txt"]
    assert list(texts("**/*.txt", tmp=tmp_path)) == ["m/1.txt", "m/2.txt", "z.txt"]


@pytest.mark.parametrize("source", ["nowhere.txt", "no/*.where"])
def test_a_source_that_is_not_there_is_wrong_use(source: str, there: Path) -> None:
    """A slip in a name is told before anything is done."""
    with pytest.raises(UsageError, match=r"check the path$"):
        check_sources([source])


def test_what_a_folder_holds_besides_documents_is_accounted_for(there: Path, tmp_path: Path) -> None:
    """Hidden files, links in a circle, links to nowhere, pipes: a row each, none followed or waited for."""
    (there / "m").mkdir()
    (there / "m" / ".hidden").write_text("x", encoding="utf-8")
    (there / "m" / "loop").symlink_to(there / "m")
    (there / "m" / "self").symlink_to(there / "m" / "self")
    (there / "m" / "gone").symlink_to(there / "nowhere")
    (there / "m" / "good").symlink_to(there / "real.txt")
    (there / "real.txt").write_text("real", encoding="utf-8")
    os.mkfifo(there / "m" / "pipe")
    found = {
        path.removeprefix("m/"): text.split(";")[0].split(",")[0] for path, text in texts("m", tmp=tmp_path).items()
    }
    assert found == {
        ".hidden": "skipped: hidden",
        "gone": "failed: a link that leads nowhere or round in a circle",
        "good": "real",
        "loop": "skipped: a link to a folder that it lies in",
        "pipe": "skipped: not a file with contents (a pipe",
        "self": "failed: a link that leads nowhere or round in a circle",
    }


def test_names_that_are_no_utf8_are_shown_with_escapes(there: Path, tmp_path: Path) -> None:
    """Such a file is read; its path in the manifest can be printed."""
    (there / "m").mkdir()
    with open(os.fsencode(there / "m") + b"/caf\xe9.txt", "wb") as stream:
        stream.write(b"x")
    assert texts("m", tmp=tmp_path) == {"m/caf\\xe9.txt": "x"}


def test_a_folder_that_cannot_be_read_has_failed(there: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied is a row of its own. The refusal is raised here, for root is refused nothing."""
    (there / "m" / "shut").mkdir(parents=True)
    (there / "m" / "z.txt").write_text("z", encoding="utf-8")
    plain = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return plain(path)

    monkeypatch.setattr(os, "listdir", refuse)
    why = "failed: Permission denied; make the folder readable for this user"
    assert texts("m", tmp=tmp_path) == {"m/shut/": why, "m/z.txt": "z"}


@pytest.mark.parametrize(
    ("number", "cure"), [(13, "permission denied; make it readable"), (2, "gone since it was listed")]
)
def test_a_file_that_cannot_be_read_says_why(
    number: int, cure: str, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permission denied and a file that vanished have words of their own."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match=cure):
        fetch(Input("a", place=str(there / "a")), MOST)


def zipped(path: Path, members: dict[str, str]) -> None:
    """A zip archive at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)


def test_members_of_a_zip_archive_are_read_where_they_lie(there: Path, tmp_path: Path) -> None:
    """Members come in the order of the archive; what is no document is accounted for; nothing climbs out."""
    with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("b/2.txt", "two"), ("1.txt", "one"), ("b/", "")):
            archive.writestr(name, text)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("1.txt", "again")
        for name in ("../out.txt", "/root.txt", "C:\\x.txt", "__MACOSX/._1.txt", "inner.zip"):
            archive.writestr(name, "x")
    found = {
        path.removeprefix("a.zip!"): text.split(";")[0].split(":")[-1]
        for path, text in texts("a.zip", tmp=tmp_path).items()
    }
    assert found == {
        "b/2.txt": "two",
        "1.txt": "one",
        "1.txt#2": "again",
        "../out.txt": " its path climbs out of the archive",
        "/root.txt": " its path climbs out of the archive",
        "C:\\x.txt": " its path climbs out of the archive",
        "__MACOSX/._1.txt": " not a document of the archive",
        "inner.zip": " an archive inside an archive is not opened",
    }
    assert sorted(os.listdir(there)) == ["a.zip"]


def test_a_zip_bomb_is_refused(there: Path, tmp_path: Path) -> None:
    """An archive whose contents are beyond all reason is not opened, a single such member is not read."""
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("zeros.txt", bytes(80 << 20))
    assert (there / "bomb.zip").stat().st_size < 200_000
    (one,) = listed("bomb.zip", tmp=tmp_path)
    assert read(one) == "failed: grows beyond all reason when unpacked; refused"
    member = Input("bomb.zip!zeros.txt", "zip", str(there / "bomb.zip"), 0, None)
    with pytest.raises(InputError, match="refused"):
        fetch(member, 200 << 20)


def test_a_pattern_that_matches_folders_and_their_files_lists_each_once(there: Path, tmp_path: Path) -> None:
    """`**` matches a folder and what is in it."""
    for name in ("m/1.txt", "m/sub/2.txt"):
        (there / name).parent.mkdir(exist_ok=True)
        (there / name).write_text(name)
    assert list(texts("m/**", tmp=tmp_path)) == ["m/1.txt", "m/sub/2.txt"]


@pytest.mark.parametrize("ending", [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"])
def test_members_of_a_tar_archive_are_read(ending: str, there: Path, tmp_path: Path) -> None:
    """Packed or not; links in it are not followed, and nothing climbs out."""
    mode = {".tar": "w", ".tgz": "w:gz"}.get(ending, f"w:{ending[5:]}")
    with tarfile.open(f"a{ending}", mode) as archive:
        for name, text in (("2.txt", "two"), ("d/1.txt", "one"), ("../out.txt", "x")):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
        entry = tarfile.TarInfo("link")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(entry)
    assert texts(f"a{ending}", tmp=tmp_path) == {
        f"a{ending}!2.txt": "two",
        f"a{ending}!d/1.txt": "one",
        f"a{ending}!../out.txt": "failed: its path climbs out of the archive; refused",
        f"a{ending}!link": "skipped: a link or device, not a file",
    }


def test_a_packed_bomb_is_refused_before_the_disk_is_full(there: Path, tmp_path: Path) -> None:
    """Unpacking stops when the contents grow beyond all reason."""
    with gzip.open("bomb.tar.gz", "wb") as stream:
        for _ in range(80):
            stream.write(bytes(1 << 20))
    assert "refused" in texts("bomb.tar.gz", tmp=tmp_path)["bomb.tar.gz"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.jsonl.gz", "a.parquet"])
def test_a_damaged_container_is_one_failed_input(name: str, there: Path, tmp_path: Path) -> None:
    """Its row says so; nothing is raised."""
    (there / name).write_bytes(b"this is none of these")
    found = texts(name, tmp=tmp_path)
    assert list(found) == [name]
    assert "damaged or unreadable" in found[name]


def test_a_truncated_archive_gives_what_was_read_before_its_end(there: Path, tmp_path: Path) -> None:
    """Documents before the damage are kept, and the damage has a row."""
    with tarfile.open("a.tar", "w") as archive:
        for name in ("1.txt", "2.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = 2000
            archive.addfile(entry, io.BytesIO(b"x" * 2000))
    (there / "a.tar").write_bytes((there / "a.tar").read_bytes()[:3500])
    found = texts("a.tar", tmp=tmp_path)
    assert found["a.tar!1.txt"] == "x" * 2000
    assert sum("damaged" in text for text in found.values()) >= 1


def tar_of(*names: str) -> bytes:
    """A tar archive of files of one block each."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = len(name)
            archive.addfile(entry, io.BytesIO(name.encode()))
    return held.getvalue()


WHOLE = tar_of("1", "2", "3")
BROKEN = bytes([*WHOLE[:1024], *b"\xff" * 512, *WHOLE[1536:]])


@pytest.mark.parametrize(
    ("data", "before"),
    [(BROKEN, 1), (WHOLE[:1024], 1), (WHOLE[:1100], 1), (WHOLE + WHOLE, 3)],
    ids=["header", "cut", "cut-in-header", "two-in-one"],
)
def test_a_tar_archive_never_ends_in_silence(data: bytes, before: int, there: Path, tmp_path: Path) -> None:
    """Python's reader takes a damaged header, or the end of a cut file, for the end of the archive."""
    (there / "a.tar").write_bytes(data)
    found = texts("a.tar", tmp=tmp_path)
    assert list(found) == [*(f"a.tar!{n}" for n in range(1, before + 1)), "a.tar"]
    assert "failed: damaged or unreadable" in found["a.tar"]


@pytest.mark.parametrize("ending", [".tar.gz", ".tar.bz2", ".tar.xz"])
def test_a_packed_archive_gives_what_can_be_unpacked(ending: str, there: Path, tmp_path: Path) -> None:
    """Each packer has an error of its own for damaged bytes; none ends the run."""
    small_blocks = functools.partial(bz2.compress, compresslevel=1)
    pack = {"gz": gzip.compress, "bz2": small_blocks, "xz": lzma.compress}[ending[5:]]
    noise = random.Random(1)
    whole = pack(tar_of(*(noise.randbytes(40).hex() for _ in range(2000))))
    (there / f"a{ending}").write_bytes(whole[:-2000] + bytes(100) + whole[-1900:])
    found = texts(f"a{ending}", tmp=tmp_path)
    assert "failed: damaged or unreadable" in found[f"a{ending}"]
    assert len(found) > 1000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("name", ["a.tar.gz", "a.parquet"])
def test_a_full_disk_is_not_the_fault_of_what_is_copied(name: str, there: Path, tmp_path: Path) -> None:
    """The run stops and can be taken up; no input is given up for it."""
    if name == "a.parquet":
        pq.write_table(pa.table({"text": ["x" * 100_000]}), name)
    else:
        (there / name).write_bytes(gzip.compress(WHOLE))
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "000000").symlink_to("/dev/full")
    with pytest.raises(RunError, match="No space left on device"):
        listed(name, tmp=tmp_path)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.jsonl", "a.parquet"])
def test_a_container_that_holds_nothing_has_a_row(name: str, there: Path, tmp_path: Path) -> None:
    """It would else be missing from the manifest."""
    if name == "a.zip":
        zipfile.ZipFile(name, "w").close()
    elif name == "a.parquet":
        pq.write_table(pa.table({"text": pa.array([], pa.string())}), name)
    else:
        (there / name).write_bytes(tar_of() if name == "a.tar" else b"\n")
    assert texts(name, tmp=tmp_path) == {name: "skipped: holds no document"}


def test_json_lines_are_read_by_their_key(there: Path, tmp_path: Path) -> None:
    """Each line that holds something is an input; what is wrong with a line is said of that line."""
    lines = [json.dumps({"id": 1, "body": "one\ntwo"}), "", "{broken", json.dumps(["x"]), json.dumps({"body": 3})]
    (there / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = texts("a.jsonl", tmp=tmp_path, column="body")
    assert list(found) == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#4", "a.jsonl#5"]
    assert found["a.jsonl#1"] == "one\ntwo"
    assert "not JSON" in found["a.jsonl#3"]
    assert "no key 'body'" in found["a.jsonl#4"]
    assert "holds no text" in found["a.jsonl#5"]
    assert "no key 'text'" in texts("a.jsonl", tmp=tmp_path / "again")["a.jsonl#1"]


def test_a_line_without_end_is_not_read_whole(there: Path, tmp_path: Path) -> None:
    """Its size is known, and it fails for being too large."""
    (there / "a.jsonl").write_bytes(b'{"text": "' + b"x" * (3 << 20))
    (one,) = listed("a.jsonl", tmp=tmp_path)
    assert one.size == (3 << 20) + 10
    assert "more than the limit" in read(one)


def test_parquet_is_read_by_its_column(there: Path, tmp_path: Path) -> None:
    """Each row is an input; a null fails by itself, a table without the column as a whole."""
    pq.write_table(pa.table({"text": ["one", None, "drei é"], "n": [1, 2, 3]}), "a.parquet")
    found = texts("a.parquet", tmp=tmp_path)
    assert list(found.values()) == ["one", "failed: column 'text' is null here", "drei é"]
    assert "holds int64, not text" in texts("a.parquet", tmp=tmp_path / "2", column="n")["a.parquet"]
    assert "no column 'x'" in texts("a.parquet", tmp=tmp_path / "3", column="x")["a.parquet"]


def test_memory_is_copied_for_the_workers(tmp_path: Path) -> None:
    """Files of `memory://` come by name; what lives in one process is copied once."""
    import fsspec

    memory = fsspec.filesystem("memory")
    for name in ("b.txt", "a/1.txt"):
        memory.pipe_file(f"/council/{name}", name.encode())
    found = texts("memory://council", tmp=tmp_path)
    assert found == {"memory:///council/a/1.txt": "a/1.txt", "memory:///council/b.txt": "b.txt"}
    assert list(texts("memory://council/*.txt", tmp=tmp_path / "2").values()) == ["b.txt"]
    with pytest.raises(UsageError, match="there is no file"):
        texts("memory://nowhere", tmp=tmp_path / "3")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address of a web server for a folder `site`."""
    (tmp_path / "site").mkdir()
    handler = functools.partial(_Quiet, directory=tmp_path / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_documents_and_archives_are_read_from_the_web(site: str, tmp_path: Path) -> None:
    """A page is an input; an archive is fetched once and spread out; what is not there has failed."""
    (tmp_path / "site" / "a.txt").write_text("from afar", encoding="utf-8")
    zipped(tmp_path / "site" / "b.zip", {"1.txt": "packed"})
    found = texts(f"{site}/a.txt", f"{site}/b.zip", f"{site}/no.txt", tmp=tmp_path)
    assert found[f"{site}/a.txt"] == "from afar"
    assert found[f"{site}/b.zip!1.txt"] == "packed"
    assert found[f"{site}/no.txt"].startswith("failed: ")


def test_an_unknown_protocol_and_a_dead_address_are_told(tmp_path: Path) -> None:
    """One is wrong use, the other a failed input; both have words."""
    with pytest.raises(UsageError, match="nosuch"):
        texts("nosuch://bucket/a.txt", tmp=tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/a.txt"
        assert texts(url, tmp=tmp_path)[url].startswith("failed: ")


def test_batches_and_shards_follow_from_the_listing() -> None:
    """Batches are bounded in number and bytes, shards made of whole batches; together they are the listing."""
    inputs = [Input(str(i), size=200_000 if i < 10 else 10) for i in range(100)]
    made = list(batches(inputs))
    assert [one for batch in made for one in batch.inputs] == inputs
    assert [len(batch.inputs) for batch in made] == [6, 32, 32, 30]
    assert list(shards([(6, 100), (32, 1), (32, 1), (30, 1)], 64, 1000)) == [
        Shard(0, 0, 3, 0, 70),
        Shard(1, 3, 4, 70, 100),
    ]
    assert [s.stop for s in shards([(6, 100), (32, 1), (32, 1), (30, 1)], 64, 50)] == [6, 70, 100]
    assert list(shards([], 64, 50)) == []
