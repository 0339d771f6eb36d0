"""The stream over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Response
from fastapi.sse import EventSourceResponse

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session
from amigok_chassis.methods import IsHead
from amigok_chassis.problems import problems
from notification.stream import service
from notification.stream.access import Listening
from notification.stream.answer import EventStream
from notification.stream.errors import TooManyStreams
from notification.stream.hub import refuse_too_many
from notification.stream.listeners import Listener
from notification.stream.schemas import TicketOut

router = APIRouter(prefix="/api/v1/notifications/stream", tags=["stream"])

EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {EventSourceResponse.media_type: {"schema": {"type": "string"}}}}
}


@router.post("/tickets", status_code=201)
async def issue_stream_ticket(me: CurrentUser, db: Session) -> TicketOut:
    """A ticket for `EventSource` in browsers, which sends no headers: it opens the stream once, within 30 seconds."""
    ticket = await service.issue_ticket(db, me)
    return TicketOut(ticket=ticket, expires_in=service.TICKET_LIFETIME.seconds)


@router.get("", response_class=Response, responses=EVENTS | problems(TooManyStreams))
async def follow_stream(
    me: Listening,
    context: InContext,
    is_head: IsHead,
    last_event_id: Annotated[int | None, Header(ge=0, le=2**62)] = None,
    after: Annotated[int | None, Query(ge=0, le=2**62, description="Instead of the header Last-Event-ID")] = None,
) -> Response:
    """Server-sent events about what concerns you: see docs/clients.md. Ends with your token; resume then."""
    if is_head:
        return Response(media_type=EventSourceResponse.media_type)
    refuse_too_many(context)
    return EventStream(context, Listener(me), after if last_event_id is None else last_event_id)
