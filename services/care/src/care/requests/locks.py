"""Locks on requests for care. Whoever may make another request locks the animal first."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.locks import ANIMALS
from care.payments.models import Payment
from care.requests.errors import RequestNotFound
from care.requests.models import Request
from care.tables import Rank


async def locked(db: UnitOfWork, request_id: UUID) -> Request:
    """Returns the request with its row locked. Raises RequestNotFound."""
    found = await db.get(Request, request_id, with_for_update={"key_share": True}, populate_existing=True)
    if found is None:
        raise RequestNotFound
    return found


async def locked_of_owner(db: UnitOfWork, request_id: UUID, owner_id: UUID) -> Request:
    """Returns the owner's own request, locked. Raises RequestNotFound."""
    request = await locked(db, request_id)
    if request.owner_id != owner_id:
        raise RequestNotFound
    return request


async def locked_with_animal(db: UnitOfWork, request_id: UUID) -> Request:
    """Returns the request with its animal's row and its own locked. Raises RequestNotFound."""
    livestock_id = await db.scalar(select(Request.livestock_id).where(Request.id == request_id))
    if livestock_id is None:
        raise RequestNotFound
    await ANIMALS.take(db, {livestock_id})
    return await locked(db, request_id)


async def _of_payments(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await lock(db, select(Payment.request_id).where(Payment.id.in_(ids)))


async def _of_animals(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await lock(db, select(Request.id).where(Request.livestock_id.in_(ids), Request.ended_at.is_(None)))


async def _of_owners(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await lock(db, select(Request.id).where(Request.owner_id.in_(ids), Request.ended_at.is_(None)))


async def lock(db: UnitOfWork, ids: Collection[UUID] | Select[UUID]) -> None:
    """Locks the rows of these requests, by id."""
    wanted = select(Request.id).where(Request.id.in_(ids)).order_by(Request.id)
    await db.execute(wanted.with_for_update(key_share=True))


REQUESTS = Lock(Rank.REQUESTS, lock)
"""Keys: ids of requests."""

PAID_REQUESTS = Lock(Rank.REQUESTS, _of_payments)
"""Keys: ids of payments."""

OPEN_REQUESTS_OF_ANIMALS = Lock(Rank.REQUESTS, _of_animals)
"""Keys: ids of animals."""

OPEN_REQUESTS_OF_OWNERS = Lock(Rank.REQUESTS, _of_owners)
"""Keys: ids of users."""
