"""Who may see what concerns an animal."""

from uuid import UUID

from sqlalchemy import any_, exists, literal, select

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import FARM_PEOPLE, LivestockNotFound, require_farm_people, require_owner
from care.animals.models import Animal
from care.farms.models import Farm


async def require_viewer(db: UnitOfWork, livestock_id: UUID, viewer: Principal) -> None:
    """Lets an animal's owner, the people of its farm and those who act on every farm see its medical facts.

    They go on with the animal when it is sold. Raises LivestockNotFound, OtherFarm.
    """
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    if viewer.role in FARM_PEOPLE and animal.owner_id != viewer.id:
        await require_farm_people(db, Farm, viewer, animal.farm_id)
    else:
        await require_owner(db, Animal, livestock_id, viewer.id)


async def works_on_farm_of(db: UnitOfWork, livestock_id: UUID, user_id: UUID) -> bool:
    """Returns whether somebody is on the staff of the farm where the animal is."""
    there = exists().where(
        Animal.id == livestock_id, Farm.id == Animal.farm_id, literal(user_id) == any_(Farm.staff_ids)
    )
    return bool(await db.scalar(select(there)))
