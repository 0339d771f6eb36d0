"""Who may act on an animal or farm, by the read model."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends
from sqlalchemy import any_, exists, literal, or_, select

from amigok_chassis.auth import Principal, requires
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd.errors import LivestockNotFound, OtherFarm, OwnAnimal

FARM_PEOPLE = frozenset({"admin", "farm_staff", "veterinarian"})
"""Whoever works with animals."""

JUDGES = frozenset({"admin", "veterinarian"})
"""Whoever acts on every farm."""

by_farm_people = Depends(requires(*sorted(FARM_PEOPLE)))

FarmPeople = Annotated[Principal, by_farm_people]
"""Farm staff of any farm, a veterinarian or an administrator."""


async def require_farm_people(
    db: UnitOfWork, farm: Any, by: Principal, farm_id: UUID | None, *, everywhere: Collection[str] = JUDGES
) -> None:
    """Lets the farm's own staff act, and roles that act `everywhere`. Raises Forbidden, or OtherFarm, which is one."""
    if by.role in everywhere:
        return
    if by.role != "farm_staff":
        raise Forbidden
    if not await works_at(db, farm, by.id, farm_id):
        raise OtherFarm


async def works_at(db: UnitOfWork, farm: Any, user_id: UUID, farm_id: UUID | None) -> bool:
    """Returns whether somebody is on the staff of a farm."""
    there = exists().where(farm.id == farm_id, literal(user_id) == any_(farm.staff_ids))
    return bool(await db.scalar(select(there)))


async def require_owner(db: UnitOfWork, animal: Any, livestock_id: UUID, user_id: UUID) -> Any:
    """Returns the animal if this user owns it now. Raises LivestockNotFound, also where it is somebody else's."""
    found = await db.get(animal, livestock_id)
    if found is None or found.owner_id != user_id or found.gone is not None:
        raise LivestockNotFound
    return found


async def owner_at(db: UnitOfWork, ownership: Any, livestock_id: UUID, at: datetime) -> UUID | None:
    """Returns who owned an animal at a moment; None for the platform, or where nothing is known."""
    known = select(ownership.owner_id).where(ownership.livestock_id == livestock_id, ownership.began_at <= at)
    owner: UUID | None = await db.scalar(known.order_by(ownership.version.desc()).limit(1))
    return owner


async def require_others(
    db: UnitOfWork, animal: Any, ownership: Any, livestock_id: UUID, user_id: UUID, *, since: datetime
) -> None:
    """Nobody judges their own animals. Raises OwnAnimal for who owns the animal, owned it then, or has since."""
    mine = ownership.livestock_id == livestock_id, ownership.owner_id == user_id
    after = exists().where(*mine, ownership.began_at >= since)
    now = exists().where(animal.id == livestock_id, animal.owner_id == user_id)
    if await db.scalar(select(or_(now, after))) or await owner_at(db, ownership, livestock_id, since) == user_id:
        raise OwnAnimal
