"""Who works on which farm, and who may therefore act there."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock, standing
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import FarmStaffChanged
from farm.farms.locks import get_farm, lock_farm, lock_farms
from farm.staff.errors import NotFarmStaff, OtherFarm
from farm.staff.models import FarmStaff
from farm.staff.roles import JUDGES
from farm.staff.schemas import StaffOut


async def works_at(db: UnitOfWork, user_id: UUID, farm_id: UUID) -> bool:
    """Whether this user is on the staff of this farm, whatever their role."""
    return bool(await db.scalar(select(exists().where(FarmStaff.farm_id == farm_id, FarmStaff.user_id == user_id))))


async def require(db: UnitOfWork, user: Principal, farm_id: UUID) -> None:
    """Lets veterinarians, administrators and the farm's own staff act. Raises Forbidden, or OtherFarm, which is one."""
    if user.role in JUDGES:
        return
    if user.role != "farm_staff":
        raise Forbidden("This needs the role farm_staff, veterinarian or admin.")
    if not await works_at(db, user.id, farm_id):
        raise OtherFarm


async def add(db: UnitOfWork, *, farm_id: UUID, user_id: UUID) -> StaffOut:
    """Puts a user on the staff; repeating the call has no further effect. Raises FarmNotFound, AccountInactive."""
    await lock_farm(db, farm_id)
    await standing.require_active(db, user_id)
    member = insert(FarmStaff).values(farm_id=farm_id, user_id=user_id, added_at=clock.now())
    if await db.scalar(member.on_conflict_do_nothing().returning(FarmStaff.user_id)) is None:
        audit.unchanged()
    else:
        await publish(db, farm_id)
        audit.record(db, "farm.staff_added", subject_id=farm_id, after={"user_id": user_id})
    return StaffOut.model_validate(await db.get_one(FarmStaff, (farm_id, user_id)))


async def remove(db: UnitOfWork, *, farm_id: UUID, user_id: UUID) -> None:
    """Takes a user off the staff. Raises NotFarmStaff."""
    await lock_farms(db, farm_id)
    gone = delete(FarmStaff).where(FarmStaff.farm_id == farm_id, FarmStaff.user_id == user_id)
    if await db.scalar(gone.returning(FarmStaff.user_id)) is None:
        raise NotFarmStaff
    await publish(db, farm_id)
    audit.record(db, "farm.staff_removed", subject_id=farm_id, before={"user_id": user_id})


async def lock_farms_of(db: UnitOfWork, user_ids: Collection[UUID]) -> None:
    """Locks the farms that these users work on, in the order of their ids."""
    theirs = await db.scalars(select(FarmStaff.farm_id).where(FarmStaff.user_id.in_(user_ids)))
    await lock_farms(db, *set(theirs))


async def leave_all(db: UnitOfWork, user_id: UUID) -> None:
    """Takes a user off the staff of every farm. The farms must be locked."""
    left = delete(FarmStaff).where(FarmStaff.user_id == user_id).returning(FarmStaff.farm_id)
    for farm_id in sorted(await db.scalars(left)):
        await publish(db, farm_id)


async def publish(db: UnitOfWork, farm_id: UUID) -> None:
    """Publishes who is on the staff of a farm, which must be locked, now."""
    there = select(FarmStaff.user_id).where(FarmStaff.farm_id == farm_id).order_by(FarmStaff.user_id)
    emit(db, FarmStaffChanged(farm_id=farm_id, user_ids=tuple(await db.scalars(there))))


async def members(db: UnitOfWork, paging: Paging, *, farm_id: UUID) -> Page[StaffOut]:
    """Returns a farm's staff, the highest user id first. Raises FarmNotFound."""
    await get_farm(db, farm_id)
    query = select(FarmStaff).where(FarmStaff.farm_id == farm_id)
    rows, cursor = await paginate(db, query, paging, key=[FarmStaff.user_id])
    return Page(items=[StaffOut.model_validate(row) for row in rows], next_cursor=cursor)
