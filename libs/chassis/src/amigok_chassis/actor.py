"""Who is behind what is done: the user of the request that is being served, else the service itself."""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from uuid import UUID

THE_SERVICE = UUID(int=0)
"""The actor of what no user does: jobs, events, the command line."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The user and the network address; `owes` while the log has not heard what the user does by their role."""

    address: str
    id: UUID = THE_SERVICE
    owes: bool = False


_NOBODY = Actor("the service")

actor: ContextVar[Actor] = ContextVar("actor", default=_NOBODY)
"""The edge of HTTP says where a request comes from, its token whose it is, the guard of a role that it owes."""


def identified(user_id: UUID) -> None:
    """The request is this user's."""
    actor.set(replace(actor.get(), id=user_id))


def owing() -> None:
    """The request may change what is not the user's own: the log has to hear of it."""
    actor.set(replace(actor.get(), owes=True))


def settled() -> None:
    """The log hears of it, or there is nothing to hear."""
    actor.set(replace(actor.get(), owes=False))
