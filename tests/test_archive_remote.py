"""Object stores and clusters: a real server that speaks S3, and a real Dask cluster that loses a worker."""

import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from archives import contents, folder_of, manifest, minutes_of, run
from minuteparse.bulk import Running, Settings, ingest, verify


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens on a port."""
    for _ in range(600):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not start")


@pytest.fixture
def store() -> Iterator[dict[str, str]]:
    """The environment in which `s3://` leads to an object store on this machine."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-c", "from moto.server import main; main()", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        wait_for(port, server)
        yield {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "nobody",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        server.terminate()


FILL = """
import fsspec, sys
store = fsspec.filesystem("s3")
store.mkdir("council")
store.put(sys.argv[1] + "/", "council/minutes/", recursive=True)
"""


def test_an_object_store_is_read_by_all_workers(store: dict[str, str], tmp_path: Path) -> None:
    """Objects and an archive among them: the records are those of the local files."""
    folder = folder_of(tmp_path / "m", range(40))
    with zipfile.ZipFile(folder / "old.zip", "w") as archive:
        archive.writestr("1899.txt", minutes_of(99))
    subprocess.run([sys.executable, "-c", FILL, str(folder)], env=os.environ | store, check=True)
    out = tmp_path / "d"
    done = run("ingest", "s3://council/minutes", "-o", out, "--workers", "2", "--no-model", "-q", **store)
    assert (done.returncode, done.stderr) == (0, "")
    rows = manifest(out)
    assert [row["path"] for row in rows.values()][0::40] == [
        "s3://council/minutes/0000.txt",
        "s3://council/minutes/old.zip!1899.txt",
    ]
    ingest(Settings((str(folder),), model=None), tmp_path / "local", Running(workers=0))
    assert contents(out)["records/part-000000.jsonl.gz"] == contents(tmp_path / "local")["records/part-000000.jsonl.gz"]
    assert verify(out).problems == []
    done = run("ingest", "s3://nobody/knows", "-o", tmp_path / "e", "--workers", "0", "-q", **store)
    assert done.returncode == 2
    assert "s3://nobody/knows" in done.stderr


CLUSTER = """
import sys, time
from distributed import LocalCluster

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    print(cluster.scheduler_address, *(nanny.pid for nanny in cluster.workers.values()), flush=True)
    sys.stdin.read()
    cluster.close()
"""


def test_a_dask_cluster_that_loses_a_worker_makes_the_same_dataset(tmp_path: Path) -> None:
    """A worker is killed outright in the middle of the run: its batch goes to another, and the bytes are the same."""
    folder = folder_of(tmp_path / "m", range(600))
    settings = Settings((str(folder),), model=None, shard_inputs=128)
    ingest(settings, tmp_path / "quiet", Running(workers=0))
    (tmp_path / "cluster.py").write_text(CLUSTER, encoding="utf-8")
    pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([sys.executable, str(tmp_path / "cluster.py")], text=True, **pipe) as cluster:
        assert cluster.stdout
        assert cluster.stdin
        address, first, _ = cluster.stdout.readline().split()
        options = ["-o", str(tmp_path / "d"), "--no-model", "--shard-inputs=128", "--scheduler", address]
        program = [sys.executable, "-c", "from minuteparse.cli import main; main()", "ingest", str(folder), *options]
        with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as ingesting:
            spool = tmp_path / "d" / ".work" / "spool"
            while not list(spool.rglob("*-*")):
                assert ingesting.poll() is None
                time.sleep(0.02)
            os.kill(int(first), 9)
            _, said = ingesting.communicate(timeout=120)
        cluster.stdin.close()
    assert ingesting.returncode == 0, said
    assert contents(tmp_path / "d") == contents(tmp_path / "quiet")


def test_a_cluster_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    """The address is named; nothing is begun."""
    folder = folder_of(tmp_path / "m", range(1))
    done = run("ingest", folder, "-o", tmp_path / "d", "--scheduler", f"tcp://127.0.0.1:{free_port()}")
    assert done.returncode == 2
    assert "no Dask scheduler answers there" in done.stderr
    assert "Traceback" not in done.stderr
