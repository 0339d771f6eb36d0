"""Chooses the labels to print."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.farms.locks import get_farm
from farm.labels.errors import NothingToPrint, SomeNotFound, TooManyLabels
from farm.labels.schemas import MAX_LABELS
from farm.labels.typesetting import Label
from farm.livestock.lifecycle import LIVING
from farm.livestock.models import Livestock
from farm.livestock.queries import with_names


async def choose(
    db: UnitOfWork, *, livestock_ids: Sequence[UUID] | None, farm_id: UUID | None, public_url: str
) -> list[Label]:
    """Returns labels for these animals, in this order, or for all that live in a farm, by tag number.

    Raises SomeNotFound, FarmNotFound, NothingToPrint, TooManyLabels.
    """
    animals = await (_named(db, livestock_ids or ()) if farm_id is None else _living_in(db, farm_id))
    return [_label(each, public_url) for each in animals]


async def _named(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> Sequence[Livestock]:
    found = {each.id: each for each in await db.scalars(_animals().where(Livestock.id.in_(livestock_ids)))}
    missing = [str(each) for each in livestock_ids if each not in found]
    if missing:
        raise SomeNotFound(f"{len(missing)} of these animals do not exist.", missing=missing)
    return [found[each] for each in livestock_ids]


async def _living_in(db: UnitOfWork, farm_id: UUID) -> Sequence[Livestock]:
    await get_farm(db, farm_id)
    living = _animals().where(Livestock.farm_id == farm_id, Livestock.status.in_(LIVING))
    found = (await db.scalars(living.order_by(Livestock.tag_number).limit(MAX_LABELS + 1))).all()
    if not found:
        raise NothingToPrint
    if len(found) > MAX_LABELS:
        raise TooManyLabels(f"This farm has more than {MAX_LABELS} animals.")
    return found


def _label(animal: Livestock, public_url: str) -> Label:
    return Label(
        tag_number=animal.tag_number,
        breed=animal.breed.name,
        type=animal.breed.type.name,
        farm=animal.farm.name,
        url=f"{public_url.rstrip('/')}/livestock/{animal.id}",
    )


def _animals() -> Select[Livestock]:
    return select(Livestock).options(*with_names())
