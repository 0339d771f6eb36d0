"""Records an entry from the field once, however often a phone that got no answer sends it."""

import json
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from farm.entries.errors import ClientIdReused
from farm.entries.models import FieldEntry
from farm.schemas import FieldIn
from farm.staff.roles import FARM_PEOPLE


class Recorded(Protocol):
    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=Recorded)


async def once(
    db: UnitOfWork,
    kind: str,
    subject_id: UUID,
    body: FieldIn,
    *,
    by: Principal,
    record: Callable[[], Awaitable[R]],
    show: Callable[[UnitOfWork, UUID], Awaitable[R]],
) -> R:
    """Records the entry, or shows the existing record if this person has sent the entry before under its client id.

    Concurrent calls wait for each other. A refused entry leaves nothing behind and may be sent again. Raises
    ClientIdReused, Forbidden for people who no longer work with animals, and whatever `record` raises.
    """
    if body.client_id is None:
        return await record()
    digest = _digest(kind, subject_id, body)
    if await _claim(db, by.id, body.client_id, digest):
        made = await record()
        mine = (FieldEntry.recorded_by == by.id) & (FieldEntry.client_id == body.client_id)
        await db.execute(update(FieldEntry).where(mine).values(record_id=made.id))
        return made
    return await show(db, await _known(db, body.client_id, digest, by=by))


async def _claim(db: UnitOfWork, user_id: UUID, client_id: UUID, digest: bytes) -> bool:
    entry = insert(FieldEntry).values(recorded_by=user_id, client_id=client_id, digest=digest)
    return await db.scalar(entry.on_conflict_do_nothing().returning(FieldEntry.client_id)) is not None


async def _known(db: UnitOfWork, client_id: UUID, digest: bytes, *, by: Principal) -> UUID:
    if by.role not in FARM_PEOPLE:
        raise Forbidden("This needs the role farm_staff, veterinarian or admin.")
    entry = await db.get_one(FieldEntry, (by.id, client_id))
    if entry.digest != digest:
        raise ClientIdReused
    assert entry.record_id is not None
    audit.unchanged()
    return entry.record_id


def _digest(kind: str, subject_id: UUID, body: FieldIn) -> bytes:
    """The digest of what the entry means: two spellings of one number or moment are equal."""
    meant = [kind, str(subject_id), body.model_dump(mode="json", exclude={"client_id"})]
    return sha256(json.dumps(meant, sort_keys=True).encode()).digest()
