"""The fleet's documentation over HTTP, and the problems that the gateway has the portal word."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from amigok_chassis.context import InContext
from amigok_chassis.errors import problem
from portal import catalogue, pages
from portal.errors import FROM_GATEWAY, RETRY_AFTER, NoSuchPath
from portal.settings import Settings

router = APIRouter(include_in_schema=False)

ANY = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


async def _settings(context: InContext) -> Settings:
    return context.settings(Settings)


Own = Annotated[Settings, Depends(_settings)]


@router.get("/")
async def home() -> RedirectResponse:
    return RedirectResponse("/docs")


@router.get("/docs")
async def docs() -> HTMLResponse:
    """The whole fleet's HTTP API, to read and to try."""
    return HTMLResponse(pages.DOCS)


@router.get("/docs/assets/{name}")
async def asset(name: str) -> FileResponse:
    """Scripts and styles of the pages; nothing is loaded from another host."""
    return FileResponse(pages.asset(name), headers={"Cache-Control": "public, max-age=3600"})


@router.get("/openapi.json")
async def openapi(own: Own) -> FileResponse:
    return FileResponse(catalogue.file(own.docs_path, "openapi.json"))


@router.get("/asyncapi.json")
async def asyncapi(own: Own) -> FileResponse:
    return FileResponse(catalogue.file(own.docs_path, "asyncapi.json"))


@router.get("/events")
async def events(own: Own) -> HTMLResponse:
    """Every event of the fleet, to read."""
    return HTMLResponse(pages.events(catalogue.read(own.docs_path)))


@router.api_route("/internal/problems/{status}", methods=ANY)
async def gateway_problem(
    request: Request, status: int, url: Annotated[str, Query(max_length=10_000)] = ""
) -> Response:
    """The problem for a status that Traefik answers by itself; it names the path that the client asked for."""
    asked = request.headers.get("x-replaced-path") or urlsplit(url).path
    return _problem(status, instance=asked or request.url.path)


@router.api_route("/api/{path:path}", methods=ANY)
@router.api_route("/.well-known/{path:path}", methods=ANY)
async def stand_in(request: Request) -> Response:
    """The portal has no such path: the gateway sends it here while the service that has it has no healthy instance."""
    return _problem(503, instance=request.url.path)


def _problem(status: int, *, instance: str) -> Response:
    error = FROM_GATEWAY.get(status, NoSuchPath)()
    seconds = RETRY_AFTER.get(error.status)
    return problem(
        status=error.status,
        code=error.code,
        title=error.title,
        detail=error.detail,
        instance=instance,
        headers={"Retry-After": seconds} if seconds else None,
    )
