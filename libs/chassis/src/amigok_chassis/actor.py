"""Who acts: the user of the current request, otherwise the service itself."""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from uuid import UUID

THE_SERVICE = UUID(int=0)
"""The actor in jobs, handlers and commands, where no user acts."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The user and their network address. `owes` is true while an act by a role still has to be recorded."""

    address: str
    id: UUID = THE_SERVICE
    owes: bool = False


_NOBODY = Actor("the service")

actor: ContextVar[Actor] = ContextVar("actor", default=_NOBODY)
"""The HTTP edge sets the address, the token sets the user, and the guard of a role sets `owes`."""


def identified(user_id: UUID) -> None:
    """Notes which user the request belongs to."""
    actor.set(replace(actor.get(), id=user_id))


def owing() -> None:
    """Requires an audit entry: the request may change what does not belong to the user."""
    actor.set(replace(actor.get(), owes=True))


def settled() -> None:
    """Notes that the audit entry is there, or that none is needed."""
    actor.set(replace(actor.get(), owes=False))
