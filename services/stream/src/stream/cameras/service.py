"""Cameras and the animals that they show."""

from collections.abc import Sequence

from sqlalchemy import and_, exists, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.animals.models import Animal
from stream.cameras.models import Assignment, Camera


async def cameras_of(db: UnitOfWork, animal: Animal) -> Sequence[Camera]:
    """The active cameras on an animal's farm that show it: by hand, or because they watch its area. Oldest first."""
    by_hand = exists().where(Assignment.camera_id == Camera.id, Assignment.livestock_id == animal.id)
    by_area = and_(Camera.area_id.is_not(None), Camera.area_id == animal.area_id)
    shown = Camera.is_active, Camera.farm_id == animal.farm_id, or_(by_hand, by_area)
    return (await db.scalars(select(Camera).where(*shown).order_by(Camera.id))).all()
