"""The server: the application on an address of this machine, until it is told to stop."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from collections.abc import Callable
from ipaddress import ip_address

from minuteparse.errors import UsageError
from minuteparse.inputs.ocr import tesseract_version
from minuteparse.language import DEFAULT
from minuteparse.serve.limits import Limits

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def serve(
    host: str,
    port: int,
    limits: Limits,
    *,
    model: str | None = DEFAULT,
    ocr: bool = False,
    ready: Callable[[str], None],
) -> None:
    """Serve on `host` and `port` (0 for any that is free) until interrupted; `ready` is given the address once.

    On a loopback address it answers to the loopback names alone. Raises `UsageError` if the extra is not installed or
    the address cannot be had, and, with `ocr`, `MinuteparseError` if Tesseract is not there to read pictures of text.
    """
    if ocr:
        tesseract_version()
    try:
        import uvicorn

        from minuteparse.serve.app import create_app
        from minuteparse.serve.workers import Workers
    except ModuleNotFoundError as error:
        message = f"{error.name} is not installed; install what serve needs with: pip install 'minuteparse[serve]'"
        raise UsageError(message) from error
    listener = _listen(host, port)
    with listener, Workers(limits, model=model, ocr=ocr) as workers:
        app = create_app(workers, limits, hosts={*LOOPBACK, host} if is_loopback(host) else None)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="off", ws="none", server_header=False
        )
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{listener.getsockname()[1]}/")
        if threading.current_thread() is threading.main_thread():
            signal.signal(
                signal.SIGTERM, _stop
            )  # uvicorn hands it on when it has ended, and the workers have to end too
        uvicorn.Server(config).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """Whether `host` is reached from this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _stop(*_: object) -> None:
    sys.exit(0)


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        message = f"{host} port {port}: {why}; name another --port, or --port 0 for any that is free"
        raise UsageError(message) from error
