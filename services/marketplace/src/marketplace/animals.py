"""What the marketplace knows of animals: the farm's events, whatever their order."""

from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockSaleStatusChanged
from marketplace.errors import NotForSale
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
        weight_kg=event.weight_kg,
    )


async def transferred(db: AsyncSession, event: LivestockOwnershipTransferred) -> None:
    """Learns who owns an animal now, unless something newer is known."""
    await _learn(db, event.livestock_id, event.aggregate_version, event.owner_id)


async def sale_status(db: AsyncSession, event: LivestockSaleStatusChanged) -> None:
    """Learns what keeps an animal from being sold, unless something newer is known."""
    blocks = [block.model_dump(mode="json") for block in event.blocks]
    told = insert(Animal).values(
        id=event.livestock_id, version=0, blocks_version=event.aggregate_version, blocks=blocks
    )
    await db.execute(
        told.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={"blocks": told.excluded.blocks, "blocks_version": told.excluded.blocks_version},
            where=told.excluded.blocks_version > Animal.blocks_version,
        )
    )


async def require_sellable(db: AsyncSession, livestock_id: UUID) -> None:
    """Raises NotForSale while something keeps the animal from being sold. The farm asks itself again in the end."""
    animal = await db.get(Animal, livestock_id)
    blocks = [] if animal is None else animal.blocked(clock.now())
    if blocks:
        raise NotForSale(blocks=blocks)


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
