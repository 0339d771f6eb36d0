"""Which animals a camera shows by hand, besides those of its area."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.animals.models import Animal
from stream.cameras.errors import AnimalsElsewhere, AssignmentNotFound, TooManyAnimals
from stream.cameras.locks import locked_camera
from stream.cameras.models import Assignment
from stream.revocations.service import revoke

MOST = 500
"""So many animals are assigned to a camera by hand at most."""


async def assign(db: UnitOfWork, camera_id: UUID, livestock_ids: Collection[UUID], *, by: UUID) -> None:
    """Assigns a camera to animals on its farm, in addition to those that it has.

    Raises CameraNotFound, AnimalsElsewhere, TooManyAnimals.
    """
    camera, _ = await locked_camera(db, camera_id)
    wanted = set(livestock_ids)
    await _refuse_others(db, wanted, farm_id=camera.farm_id)
    values = [
        {"camera_id": camera_id, "livestock_id": id, "assigned_at": clock.now(), "assigned_by": by}
        for id in sorted(wanted)
    ]
    row = insert(Assignment).values(values).on_conflict_do_nothing()
    new = sorted(await db.scalars(row.returning(Assignment.livestock_id)))
    await _refuse_many(db, camera_id)
    audit.record(
        db, "camera.assigned", subject_id=camera_id, after={"livestock_ids": new}
    ) if new else audit.unchanged()


async def unassign(db: UnitOfWork, camera_id: UUID, livestock_id: UUID) -> None:
    """Takes an animal off a camera; its area may still show it. Raises CameraNotFound, AssignmentNotFound."""
    await locked_camera(db, camera_id)
    row = delete(Assignment).where(Assignment.camera_id == camera_id, Assignment.livestock_id == livestock_id)
    if await db.scalar(row.returning(Assignment.livestock_id)) is None:
        raise AssignmentNotFound
    await revoke(db, camera_id=camera_id, livestock_id=livestock_id)
    audit.record(db, "camera.unassigned", subject_id=camera_id, before={"livestock_id": livestock_id})


async def _refuse_others(db: UnitOfWork, wanted: set[UUID], *, farm_id: UUID) -> None:
    there = select(Animal.id).where(Animal.id.in_(wanted), Animal.farm_id == farm_id, Animal.gone.is_(None))
    if elsewhere := wanted - set(await db.scalars(there)):
        raise AnimalsElsewhere(livestock_ids=sorted(map(str, elsewhere)))


async def _refuse_many(db: UnitOfWork, camera_id: UUID) -> None:
    count = await db.scalar(select(func.count()).where(Assignment.camera_id == camera_id))
    if (count or 0) > MOST:
        raise TooManyAnimals
