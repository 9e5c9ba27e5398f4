"""The web application: records as the command prints them, limits that hold, strangers turned away, nothing kept."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from minuteparse import parse
from minuteparse.record import Minutes

pytest.importorskip("fastapi", reason="the extra 'serve' is not installed")
pytest.importorskip("pebble", reason="the extra 'serve' is not installed")

import schemathesis
import uvicorn
from hypothesis import given, settings
from schemathesis import checks

from minuteparse.serve.app import create_app
from minuteparse.serve.limits import Limits
from minuteparse.serve.run import LOOPBACK
from minuteparse.serve.workers import Workers

LIMITS = Limits(max_bytes=200_000, seconds=20.0, workers=1)
MINUTES = "Present: Councillor A Bell\n\n1. THE POND\n\nResolved that the pond be cleared.\n"


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One worker process, by rules alone."""
    with Workers(LIMITS, model=None) as working:
        yield working


@contextmanager
def serving(workers: Workers, limits: Limits) -> Iterator[httpx.Client]:
    """A client of the application, which runs in a thread on a loopback address."""
    config = uvicorn.Config(
        create_app(workers, limits, hosts=set(LOOPBACK)), log_level="warning", lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=address, timeout=60, follow_redirects=True) as client:
            yield client
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(workers: Workers) -> Iterator[httpx.Client]:
    """A client of a server that all tests share."""
    with serving(workers, LIMITS) as opened:
        yield opened


@pytest.mark.parametrize("mode", [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
def test_the_interface_is_as_described(mode: schemathesis.GenerationMode, client: httpx.Client) -> None:
    """Whatever schemathesis makes up, right or wrong, is answered as the description says, and never by a defect."""
    described = schemathesis.openapi.from_url(f"{client.base_url}/openapi.json")
    statuses = set()

    @settings(max_examples=40)
    @given(described["/parse"]["POST"].as_strategy(generation_mode=mode))
    def send(case: schemathesis.Case) -> None:
        answer = case.call_and_validate(
            checks=[
                checks.not_a_server_error,
                checks.content_type_conformance,
                checks.response_schema_conformance,
                checks.status_code_conformance,
            ]
        )
        statuses.add(answer.status_code)

    send()
    assert 200 in statuses


def text(body: str | bytes) -> dict[str, object]:
    """The arguments of a request that sends `body` as it is."""
    return {"content": body, "headers": {"content-type": "text/plain"}}


def test_parse_gives_the_record_that_the_library_gives(client: httpx.Client) -> None:
    """As JSON, byte for byte what `minuteparse parse --compact` prints."""
    answer = client.post("/parse", **text(MINUTES))
    assert answer.status_code == 200
    assert answer.text == parse(MINUTES, model=None).model_dump_json(by_alias=True)


def test_a_file_in_a_form_keeps_its_name_without_its_folders(client: httpx.Client) -> None:
    """What a browser or `curl -F file=@minutes.txt` sends."""
    answer = client.post("/parse", files={"file": ("C:\\council\\minutes.txt", MINUTES.encode())})
    record = Minutes.model_validate_json(answer.content)
    assert record == parse(MINUTES, model=None, name="minutes.txt")


def test_pasted_minutes_give_their_page(client: httpx.Client) -> None:
    """With a way back to the start, and the record in it."""
    answer = client.post("/view", files={"file": ("", b"")}, data={"text": MINUTES})
    assert answer.status_code == 200
    assert '<a href="/">Another document</a>' in answer.text
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', answer.text, re.S)
    assert Minutes.model_validate_json(data) == parse(MINUTES, model=None)


@pytest.mark.parametrize(
    ("request_", "status", "said"),
    [
        (text(b"Present\0: A"), 422, "NUL byte at offset 7"),
        (text(b"x" * 200_001), 413, "larger than 200000 bytes"),
        ({"files": {"file": ("long.txt", b"x" * 200_001)}}, 413, "larger than 200000 bytes"),
        ({"files": {"file": ("long.txt", b"x" * 300_000)}}, 413, "larger than 200000 bytes"),
        ({"data": {"text": "x"}}, 415, "send it as text/plain"),
        ({"files": {"other": ("a.txt", b"x")}}, 422, "has no document"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422, "cannot be read"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=y"}}, 422, "cannot be read"),
    ],
)
def test_refusals_say_why_and_what_to_do(
    request_: dict[str, object], status: int, said: str, client: httpx.Client
) -> None:
    """Programs get one sentence of JSON, people the start page with that sentence, both the same status."""
    answer = client.post("/parse", **request_)
    assert answer.status_code == status
    assert said in answer.json()["detail"]
    page = client.post("/view", **request_)
    assert page.status_code == status
    assert 'role="alert"' in page.text


def test_a_body_of_unknown_length_is_bounded_too(client: httpx.Client) -> None:
    """What does not announce its length is counted as it comes."""
    answer = client.post("/parse", content=(b"x" * 50_000 for _ in range(5)), headers={"content-type": "text/plain"})
    assert answer.status_code == 413


def test_a_parse_that_takes_too_long_is_killed() -> None:
    """The answer says so, and the next document is parsed by a new process."""
    limits = Limits(max_bytes=5_000_000, seconds=1.0, workers=1)
    with Workers(limits, model=None) as workers, serving(workers, limits) as client:
        long = client.post("/parse", **text("1. THE POND\n\nCouncillor A Bell moved that it be cleared.\n\n" * 30_000))
        assert long.status_code == 503
        assert "longer than 1 seconds" in long.json()["detail"]
        assert client.post("/parse", **text("")).status_code == 200


@pytest.mark.parametrize("limit", ["at_hand", "arriving"])
def test_too_many_documents_at_once_are_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch, client: httpx.Client
) -> None:
    """A server that is busy says so at once, instead of piling up what it cannot do or hold."""
    monkeypatch.setattr(Limits, limit, 0)
    answer = client.post("/parse", **text(MINUTES))
    assert answer.status_code == 503
    assert "try again" in answer.json()["detail"]


def test_nothing_is_written_to_a_disk(monkeypatch: pytest.MonkeyPatch, client: httpx.Client) -> None:
    """Not even a form's file while it is read."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file is written")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert client.post("/parse", files={"file": ("minutes.txt", b"x" * 198_000)}).status_code == 200


def test_answers_are_not_to_be_stored_or_framed(client: httpx.Client) -> None:
    """By browsers and what is between."""
    for answer in (client.get("/"), client.post("/parse", **text("")), client.get("/nowhere")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "minutes.example"},
        {"host": "127.0.0.1.example:8000"},
        {"host": "["},
        {"origin": "https://minutes.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_pages_of_other_sites_and_other_names_are_turned_away(headers: dict[str, str], client: httpx.Client) -> None:
    """A page elsewhere cannot use this server through its user's browser."""
    assert client.post("/parse", content=MINUTES, headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9", "[::1]:8000"])
def test_the_names_of_this_machine_are_known(host: str, client: httpx.Client) -> None:
    """With any port, and from the server's own pages."""
    headers = {"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"}
    assert client.get("/", headers=headers).status_code == 200


def test_going_back_to_a_page_leads_to_the_start(client: httpx.Client) -> None:
    """No document is kept that could be shown again."""
    answer = client.get("/view")
    assert answer.url.path == "/"
    assert "Choose a file" in answer.text


def test_the_start_page_loads_nothing(client: httpx.Client) -> None:
    """No address but its own."""
    page = client.get("/").text
    links = re.findall(r'(?:href|src|action)="([^"]*)"', page)
    assert set(links) == {"data:,", "/view", "/openapi.json"}
    assert "default-src &#39;none&#39;" in page


def test_the_interface_is_described(client: httpx.Client) -> None:
    """OpenAPI has the one way in, the record's schema, and each refusal."""
    said = client.get("/openapi.json").json()
    assert list(said["paths"]) == ["/parse"]
    responses = said["paths"]["/parse"]["post"]["responses"]
    assert set(responses) == {"200", "400", "403", "408", "413", "415", "422", "500", "503"}
    assert "for" in said["components"]["schemas"]["Vote"]["properties"]


@pytest.mark.parametrize(("by", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_the_command_serves_until_it_is_told_to_stop(by: signal.Signals, code: int) -> None:
    """It names its address, parses, and ends quietly, its workers with it."""
    command = [sys.executable, "-c", "from minuteparse.cli import main; main()", "serve", "--port", "0", "--no-model"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stderr
        address = server.stdout.readline().removeprefix("serving on ").strip()
        assert httpx.get(address).status_code == 200
        record = httpx.post(address + "parse", **text(MINUTES), timeout=60).json()
        server.send_signal(by)
        assert server.wait(timeout=20) == code
        assert server.stderr.read() == ""  # read to the end: no worker holds it open
    assert [person["person"]["name"] for person in record["attendance"]] == ["A Bell"]


def test_an_address_that_is_taken_is_one_line() -> None:
    """With the cure."""
    program = (
        "import socket; s = socket.create_server(('127.0.0.1', 0)); import sys; sys.argv[1:] = ['serve', '--port', "
    )
    program += "str(s.getsockname()[1])]; from minuteparse.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert re.fullmatch(r"minuteparse: 127\.0\.0\.1 port \d+: .*; name another --port, or .*\n", done.stderr)


def test_without_the_extra_the_command_names_it(tmp_path: Path) -> None:
    """Instead of a traceback."""
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError('no uvicorn', name='uvicorn')")
    program = f"import sys; sys.path.insert(0, {json.dumps(str(tmp_path))}); sys.argv[1:] = ['serve']; "
    program += "from minuteparse.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert done.stderr == (
        "minuteparse: uvicorn is not installed; install what serve needs with: pip install 'minuteparse[serve]'\n"
    )
