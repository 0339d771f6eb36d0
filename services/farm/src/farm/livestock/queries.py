"""Views of animals, and who may see which."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.interfaces import ORMOption

from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from farm.breeds.models import Breed
from farm.livestock.errors import LivestockNotFound
from farm.livestock.locks import get_animal
from farm.livestock.models import Livestock
from farm.livestock.schemas import LivestockDetails, LivestockOut, details, public
from farm.staff.roles import FARM_PEOPLE


def with_names() -> tuple[ORMOption, ...]:
    """Returns what loads the farm, breed and type of an animal."""
    kind = joinedload(Livestock.breed, innerjoin=True).joinedload(Breed.type, innerjoin=True)
    return joinedload(Livestock.farm, innerjoin=True), kind


def for_public() -> tuple[ORMOption, ...]:
    """Returns what loads the other rows that the public view of an animal shows."""
    return (*with_names(), joinedload(Livestock.cover))


def for_details() -> tuple[ORMOption, ...]:
    """Returns what loads the other rows that the whole view of an animal shows."""
    return (*for_public(), joinedload(Livestock.ownership), joinedload(Livestock.area))


async def show(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal | None) -> LivestockDetails | LivestockOut:
    """Returns one animal, whole for its owner and the farm's people, else in public view. Raises LivestockNotFound."""
    animal = await _find(db, livestock_id)
    return details(animal) if sees_all(viewer, animal) else public(animal)


async def whole(db: UnitOfWork, livestock_id: UUID) -> LivestockDetails:
    """Returns the whole view of one animal. Raises LivestockNotFound."""
    return details(await _find(db, livestock_id))


async def several(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> list[LivestockDetails]:
    """Returns the whole view of these animals, which exist, in this order."""
    found = {animal.id: details(animal) for animal in await db.scalars(_whole(Livestock.id.in_(livestock_ids)))}
    return [found[livestock_id] for livestock_id in livestock_ids]


async def require_disclosed(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> None:
    """Refuses viewers who may see the public view of an animal only. Raises LivestockNotFound, Forbidden."""
    if not sees_all(viewer, await get_animal(db, livestock_id)):
        raise Forbidden("Only the animal's owner and the farm's people see this.")


def sees_all(viewer: Principal | None, animal: Livestock) -> bool:
    """Whether the viewer may see what is not public of an animal: its current owner and the farm's people may."""
    return viewer is not None and (viewer.role in FARM_PEOPLE or viewer.id == animal.owner_id)


async def _find(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    animal = await db.scalar(_whole(Livestock.id == livestock_id))
    if animal is None:
        raise LivestockNotFound
    return animal


def _whole(which: ColumnElement[bool]) -> Select[Livestock]:
    return select(Livestock).options(*for_details()).where(which)
