"""What every request and every answer goes through: strangers are turned away, nothing is stored by anybody."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "same-origin",  # with "no-referrer" a form of our own would not say that it is ours
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Lets through what names one of `hosts` and does not come from the page of another site.

    A page elsewhere could otherwise make the browser of this machine's user send documents here, under a name of its
    own that leads to this machine. `hosts` of `None` takes any name.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] | None) -> None:
        """Stand before `app`."""
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refusal = self._refusal(Headers(scope=scope))
        if refusal:
            await JSONResponse({"detail": refusal}, status_code=403)(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    def _refusal(self, headers: Headers) -> str:
        host = headers.get("host", "")
        if self._hosts is not None and _name(f"//{host}") not in self._hosts:
            return "this server does not answer to that name; use the address that it printed"
        origin = headers.get("origin")
        if headers.get("sec-fetch-site") in {"cross-site", "same-site"} or (
            origin is not None and origin.partition("://")[2] != host
        ):
            return "requests from pages of other sites are not answered"
        return ""


def _name(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
