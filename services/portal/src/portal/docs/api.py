"""The documentation over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from amigok_chassis.context import InContext
from portal.docs import catalogue, pages, served
from portal.settings import Settings

router = APIRouter(include_in_schema=False)


async def _settings(context: InContext) -> Settings:
    return context.settings(Settings)


Own = Annotated[Settings, Depends(_settings)]


@router.get("/")
async def home() -> RedirectResponse:
    return RedirectResponse("/docs")


@router.get("/docs")
async def docs() -> HTMLResponse:
    """Shows the HTTP API of the whole fleet, to read and to try."""
    return HTMLResponse(pages.DOCS)


@router.get("/docs/assets/{name}")
async def asset(request: Request, name: str) -> Response:
    """Returns a script or style sheet of the pages. Nothing is loaded from another host."""
    return served.served(request, pages.asset(name), seconds=served.ASSET_SECONDS)


@router.get("/openapi.json")
async def openapi(request: Request, own: Own) -> Response:
    return served.document(request, own.docs_path, "openapi.json")


@router.get("/asyncapi.json")
async def asyncapi(request: Request, own: Own) -> Response:
    return served.document(request, own.docs_path, "asyncapi.json")


@router.get("/events")
async def events(own: Own) -> HTMLResponse:
    """Shows every event of the fleet."""
    return HTMLResponse(pages.events(catalogue.read(own.docs_path)))
