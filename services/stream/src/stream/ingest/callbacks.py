"""What the media server asks and tells, in forms. It is known by a secret; the gateway leads nobody here."""

import hmac
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Header, Request, Response

from amigok_chassis.context import InContext
from amigok_chassis.db import Session
from amigok_chassis.errors import NotFound
from stream.ingest import relays, service, updates
from stream.ingest.keys import digest
from stream.settings import Settings

MOST_FIELDS = 64


async def media_server(context: InContext, secret: Annotated[str, Header(alias="X-Media-Secret")] = "") -> None:
    """Raises NotFound for whoever does not know the secret."""
    wanted = context.settings(Settings).callback_secret.get_secret_value()
    if not wanted or not hmac.compare_digest(secret.encode(), wanted.encode()):
        raise NotFound


async def told(request: Request) -> dict[str, str]:
    """The fields of a form. What a publisher appended comes last, so the first of two with one name counts."""
    body = (await request.body()).decode("latin-1")
    fields = parse_qsl(body, max_num_fields=MOST_FIELDS) if body.count("&") < MOST_FIELDS else []
    return dict(reversed(fields))


Told = Annotated[dict[str, str], Depends(told)]
router = APIRouter(prefix="/internal/rtmp", include_in_schema=False, dependencies=[Depends(media_server)])


@router.post("/publish")
async def publish(told: Told, db: Session) -> Response:
    """Lets a publisher in, under the name of its session instead of its key."""
    session = await service.begin(db, told.get("name", ""))
    return Response(status_code=302, headers={"Location": str(session.id)})


@router.post("/relayed", status_code=204)
async def relayed(told: Told, context: InContext) -> None:
    """Lets the media server's own relay of a session in."""
    await relays.require_live(context, told.get("name", ""))


@router.post("/updated", status_code=204)
async def updated(told: Told, context: InContext) -> None:
    """Says whether a stream may go on. Of the media server's own relay nothing needs to be said."""
    if told.get("call") != "update_play":
        await updates.require_live(context, told.get("name", ""))


@router.post("/done", status_code=204)
async def done(told: Told, db: Session) -> None:
    """A publisher has gone."""
    await service.end(db, digest(told.get("name", "")), "done")
