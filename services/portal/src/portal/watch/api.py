"""The player over HTTP."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from portal.docs import served
from portal.watch import page

router = APIRouter(include_in_schema=False)


@router.get("/watch")
async def watch() -> HTMLResponse:
    """Plays the stream whose playlist the fragment names, which no server ever sees."""
    return HTMLResponse(page.WATCH, headers={"Cache-Control": f"public, max-age={served.DOCUMENT_SECONDS}"})


@router.get("/watch/assets/{name}")
async def asset(request: Request, name: str) -> Response:
    """Returns a script or style sheet of the page, or the licence of what is not ours."""
    return served.served(request, page.asset(name), seconds=served.ASSET_SECONDS)
