"""Problems over HTTP: what the gateway answers in the fleet's name."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from amigok_chassis.errors import problem
from amigok_chassis.methods import KNOWN
from portal.problems.errors import FROM_GATEWAY, RETRY_AFTER, NoSuchPath

router = APIRouter(include_in_schema=False)

ANY = sorted(KNOWN)


@router.api_route("/internal/problems/{status}", methods=ANY)
async def gateway_problem(
    request: Request, status: int, url: Annotated[str, Query(max_length=10_000)] = ""
) -> Response:
    """Returns the problem for a status that Traefik answers by itself. It names the path that the client asked for."""
    asked = request.headers.get("x-replaced-path") or urlsplit(url).path
    return _problem(status, instance=asked or request.url.path)


@router.api_route("/api/{path:path}", methods=ANY)
@router.api_route("/.well-known/{path:path}", methods=ANY)
async def stand_in(request: Request) -> Response:
    """Answers 503. The gateway sends a request here while the service with its path has no healthy instance."""
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
