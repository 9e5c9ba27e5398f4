"""The application: a start page, the page of a document, and an interface for programs."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from pydantic import BaseModel

from minuteparse import __version__
from minuteparse.record import Minutes
from minuteparse.serve.guard import Guard
from minuteparse.serve.limits import Limits, RefusedError
from minuteparse.serve.uploads import Intake
from minuteparse.serve.workers import Workers
from minuteparse.view.inline import environment


class Problem(BaseModel):
    """Why there is no record, and what to do."""

    detail: str


_BINARY = {"schema": {"type": "string", "format": "binary"}}
_BODY = {
    "requestBody": {
        "description": "The document: its bytes as they are, or a form with a file or with text.",
        "required": True,
        "content": {
            "text/plain": {"schema": {"type": "string"}},
            "application/octet-stream": _BINARY,
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"file": _BINARY["schema"]},
                    "required": ["file"],
                    "additionalProperties": False,
                }
            },
        },
    }
}
_REFUSALS = {
    400: "The document did not arrive whole.",
    403: "The request came from another site, or to another name.",
    408: "The document arrived too slowly.",
    413: "The document is too large.",
    415: "The body is not a document.",
    422: "The document cannot be read.",
    500: "A defect of the program.",
    503: "Parsing took too long, or too many documents arrive or wait.",
}


def create_app(workers: Workers, limits: Limits, *, hosts: Collection[str] | None = None) -> FastAPI:
    """The application that has documents parsed by `workers`. It answers to the names `hosts`, `None` to any."""
    app = FastAPI(
        title="minuteparse",
        version=__version__,
        description="The minutes of a meeting in, one validated record out. Nothing is kept.",
        docs_url=None,  # its pages would load script from elsewhere
        redoc_url=None,
    )
    app.add_middleware(Guard, hosts=hosts)
    intake = Intake(limits)

    @app.get("/", include_in_schema=False)
    def start() -> HTMLResponse:
        return HTMLResponse(_start_page(limits))

    @app.get("/view", include_in_schema=False)
    def view_again() -> RedirectResponse:
        return RedirectResponse("/")

    @app.post("/view", include_in_schema=False)
    async def view(request: Request) -> HTMLResponse:
        try:
            document = await intake.document(request)
            return HTMLResponse(await workers.answer(document.data, document.name, "page"))
        except RefusedError as refused:
            return HTMLResponse(_start_page(limits, refused.why), status_code=refused.status)

    @app.post(
        "/parse",
        response_model=Minutes,
        summary="Parse one document",
        openapi_extra=_BODY,
        responses={status: {"model": Problem, "description": why} for status, why in _REFUSALS.items()},
    )
    async def parse(request: Request) -> Response:
        """The record of a document, the same as `minuteparse parse` prints."""
        try:
            document = await intake.document(request)
            record = await workers.answer(document.data, document.name, "record")
        except RefusedError as refused:
            return JSONResponse({"detail": refused.why}, status_code=refused.status)
        return Response(record, media_type="application/json")

    return app


def _start_page(limits: Limits, problem: str = "") -> str:
    return environment("minuteparse.serve").get_template("start.html").render(limits=limits, problem=problem)
