"""Who may listen: with a token, or with a ticket where no header can be sent."""

from typing import Annotated

from fastapi import Depends
from fastapi.security import APIKeyQuery

from amigok_chassis.auth import MaybeUser, Principal
from amigok_chassis.context import InContext
from amigok_chassis.errors import Unauthenticated, Unavailable
from amigok_chassis.problems import raising
from notification.stream import service

_ticket = APIKeyQuery(
    name="ticket", scheme_name="ticket", auto_error=False, description="What opens the stream once, within 30 s."
)


@raising(Unauthenticated, Unavailable)
async def listening(context: InContext, me: MaybeUser, ticket: Annotated[str | None, Depends(_ticket)]) -> Principal:
    """The user who listens. Raises Unauthenticated."""
    if me is not None:
        return me
    if ticket is None:
        raise Unauthenticated
    return await service.redeem(context.db, ticket)


Listening = Annotated[Principal, Depends(listening)]
