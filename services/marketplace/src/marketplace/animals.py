"""What the marketplace knows of animals: the farm's events, whatever their order."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockWeighed
from marketplace.models import Animal


async def registered(db: AsyncSession, event: LivestockRegistered) -> None:
    """Learns of an animal; its owner only if nothing newer is known."""
    await _learn(
        db,
        event.livestock_id,
        event.aggregate_version,
        event.owner_id,
        farm_name=event.farm_name,
        type_name=event.type_name,
        breed_name=event.breed_name,
        tag_number=event.tag_number,
        sex=event.sex,
    )
    await _weigh(db, event.livestock_id, event.aggregate_version, event.weight_kg)


async def weighed(db: AsyncSession, event: LivestockWeighed) -> None:
    """Learns what an animal weighs now, unless something newer is known."""
    await _weigh(db, event.livestock_id, event.aggregate_version, event.weight_kg)


async def transferred(db: AsyncSession, event: LivestockOwnershipTransferred) -> None:
    """Learns who owns an animal now, unless something newer is known."""
    await _learn(db, event.livestock_id, event.aggregate_version, event.owner_id)


async def _weigh(db: AsyncSession, livestock_id: UUID, version: int, weight_kg: Decimal) -> None:
    told = insert(Animal).values(id=livestock_id, version=0, weight_version=version, weight_kg=weight_kg)
    await db.execute(
        told.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={"weight_kg": told.excluded.weight_kg, "weight_version": told.excluded.weight_version},
            where=told.excluded.weight_version > Animal.weight_version,
        )
    )


async def _learn(db: AsyncSession, livestock_id: UUID, version: int, owner_id: UUID | None, **details: Any) -> None:
    told = insert(Animal).values(id=livestock_id, version=version, owner_id=owner_id, **details)
    newer = told.excluded.version > Animal.version
    await db.execute(
        told.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={
                "owner_id": case((newer, told.excluded.owner_id), else_=Animal.owner_id),
                "version": case((newer, told.excluded.version), else_=Animal.version),
                **details,
            },
        )
    )
