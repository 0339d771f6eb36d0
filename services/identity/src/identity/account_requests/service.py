"""Requests in the order in which they came: one is deleted in the transaction that answers it."""

from typing import Any

from pydantic_core import to_json
from sqlalchemy import delete, select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.account_requests.models import AccountRequest

_ASK = "INSERT INTO account_requests (id, email, registration, created_at) VALUES ($1, $2, $3, $4)"


async def ask(db: Database, *, email: str, registration: dict[str, Any] | None = None) -> None:
    """Notes that somebody asks. Nothing is looked up, so neither answer nor time can tell anything."""
    chosen = to_json(registration).decode() if registration else None
    await db.fetch(_ASK, new_id(), email, chosen, clock.now())


async def take(db: UnitOfWork) -> AccountRequest | None:
    """The oldest request, which is gone when the transaction commits; None when nobody waits.

    Who takes one meanwhile waits: of two registrations with an address, the later one is also answered later.
    """
    oldest = select(AccountRequest.id).order_by(AccountRequest.id).limit(1).with_for_update()
    taken: AccountRequest | None = await db.scalar(
        delete(AccountRequest).where(AccountRequest.id == oldest.scalar_subquery()).returning(AccountRequest)
    )
    return taken
