"""Who is behind what is done: the user of the request that is being served, else the service itself."""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from uuid import UUID

THE_SERVICE = UUID(int=0)
"""The actor of what no user does: jobs, events, the command line."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The user and the network address."""

    address: str
    id: UUID = THE_SERVICE


_NOBODY = Actor("the service")

actor: ContextVar[Actor] = ContextVar("actor", default=_NOBODY)
"""The edge of HTTP sets where a request comes from, its token whose it is."""


def identified(user_id: UUID) -> None:
    """The request is this user's."""
    actor.set(replace(actor.get(), id=user_id))
