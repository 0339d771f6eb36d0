"""Livestock types, breeds and farms: what an animal is and where it stands."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from farm.errors import FarmNotFound, UnknownLivestockType, named_violations
from farm.models import Breed, Farm, LivestockType
from farm.schemas import BreedOut, FarmOut, LivestockTypeOut


async def add_type(db: AsyncSession, *, name: str, description: str | None) -> LivestockTypeOut:
    """Adds a livestock type. Raises LivestockTypeExists; letter case makes no other name, here and below."""
    kind = LivestockType(name=name, description=description, created_at=clock.now())
    await _save(db, kind)
    return LivestockTypeOut.model_validate(kind)


async def add_breed(
    db: AsyncSession,
    *,
    livestock_type_id: UUID,
    name: str,
    description: str | None,
    typical_weight_kg: Decimal | None,
) -> BreedOut:
    """Adds a breed to a type. Raises UnknownLivestockType, BreedExists."""
    if await db.get(LivestockType, livestock_type_id) is None:
        raise UnknownLivestockType
    breed = Breed(
        livestock_type_id=livestock_type_id,
        name=name,
        description=description,
        typical_weight_kg=typical_weight_kg,
        created_at=clock.now(),
    )
    await _save(db, breed)
    return BreedOut.model_validate(breed)


async def add_farm(
    db: AsyncSession, *, name: str, address: str | None, latitude: float, longitude: float, capacity: int
) -> FarmOut:
    """Adds an empty farm; degrees are WGS 84. Raises FarmExists."""
    farm = Farm(
        name=name,
        address=address,
        latitude=latitude,
        longitude=longitude,
        capacity=capacity,
        created_at=clock.now(),
    )
    await _save(db, farm)
    return FarmOut.model_validate(farm)


async def types(db: AsyncSession, paging: Paging) -> Page[LivestockTypeOut]:
    """All livestock types, newest first. Raises InvalidCursor, as every list does."""
    rows, cursor = await paginate(db, select(LivestockType), paging, key=[LivestockType.id])
    return Page(items=[LivestockTypeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def breeds(db: AsyncSession, paging: Paging, *, livestock_type_id: UUID | None) -> Page[BreedOut]:
    """The breeds, of one type if it is given, newest first."""
    query = select(Breed)
    if livestock_type_id is not None:
        query = query.where(Breed.livestock_type_id == livestock_type_id)
    rows, cursor = await paginate(db, query, paging, key=[Breed.id])
    return Page(items=[BreedOut.model_validate(row) for row in rows], next_cursor=cursor)


async def farms(db: AsyncSession, paging: Paging) -> Page[FarmOut]:
    """All farms, newest first."""
    rows, cursor = await paginate(db, select(Farm), paging, key=[Farm.id])
    return Page(items=[FarmOut.model_validate(row) for row in rows], next_cursor=cursor)


async def farm(db: AsyncSession, farm_id: UUID) -> FarmOut:
    """One farm. Raises FarmNotFound."""
    found = await db.get(Farm, farm_id)
    if found is None:
        raise FarmNotFound
    return FarmOut.model_validate(found)


async def _save(db: AsyncSession, row: LivestockType | Breed | Farm) -> None:
    db.add(row)
    with named_violations():
        await db.flush()
