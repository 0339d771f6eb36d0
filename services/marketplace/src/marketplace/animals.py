"""What the marketplace knows of animals: the farm's events, whatever their order."""

from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
    LivestockSaleStatusChanged,
    LivestockWeighed,
)
from marketplace import values
from marketplace.errors import NotForSale
from marketplace.models import Animal


async def registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    """Learns of an animal; its owner and its farm only if nothing newer is known."""
    await _learn(
        db,
        event.livestock_id,
        event.aggregate_version,
        event.owner_id,
        type_name=event.type_name,
        breed_name=event.breed_name,
        tag_number=event.tag_number,
        sex=event.sex,
    )
    await _replace(db, event.livestock_id, Animal.farm_version, event.aggregate_version, farm_name=event.farm_name)
    await _replace(db, event.livestock_id, Animal.weight_version, event.aggregate_version, weight_kg=event.weight_kg)
    await values.told(db, event.livestock_id, event.value)


async def moved(db: UnitOfWork, event: LivestockMoved) -> None:
    """Learns where an animal lives now, unless something newer is known."""
    await _replace(db, event.livestock_id, Animal.farm_version, event.aggregate_version, farm_name=event.farm_name)


async def weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    """Learns what an animal weighs now, unless something newer is known."""
    await _replace(db, event.livestock_id, Animal.weight_version, event.aggregate_version, weight_kg=event.weight_kg)
    await values.told(db, event.livestock_id, event.value)


async def priced(db: UnitOfWork, event: LivestockPriced) -> None:
    """Learns what an animal is worth at another price per kg."""
    await values.told(db, event.livestock_id, event.value)


async def transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    """Learns who owns an animal now, unless something newer is known."""
    await _learn(db, event.livestock_id, event.aggregate_version, event.owner_id)


async def reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    """Learns that an animal is the platform's again, unless something newer is known."""
    await _learn(db, event.livestock_id, event.aggregate_version, None)


async def withdrawn(db: UnitOfWork, event: LivestockRemoved) -> str | None:
    """Learns that an animal was taken out, unless something newer is known. Returns why it is gone, if it is."""
    return await _learn(db, event.livestock_id, event.aggregate_version, None, "withdrawn")


async def died(db: UnitOfWork, event: LivestockDied) -> str | None:
    """Learns that an animal is dead, unless something newer is known. Returns why it is gone, if it is."""
    return await _learn(db, event.livestock_id, event.aggregate_version, event.owner_id, "deceased")


async def reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    """Learns that an animal lives after all, unless something newer is known."""
    await _learn(db, event.livestock_id, event.aggregate_version, event.owner_id)


async def sale_status(db: UnitOfWork, event: LivestockSaleStatusChanged) -> None:
    """Learns what keeps an animal from being sold, unless something newer is known."""
    blocks = [block.model_dump(mode="json") for block in event.blocks]
    await _replace(db, event.livestock_id, Animal.blocks_version, event.aggregate_version, blocks=blocks)


async def require_sellable(db: UnitOfWork, livestock_id: UUID) -> None:
    """Raises NotForSale while something keeps the animal from being sold. The farm asks itself again in the end."""
    animal = await db.get(Animal, livestock_id)
    blocks = [] if animal is None else animal.blocked(clock.now())
    if blocks:
        raise NotForSale(blocks=blocks)


async def _learn(
    db: UnitOfWork, livestock_id: UUID, version: int, owner_id: UUID | None, gone: str | None = None, **details: Any
) -> str | None:
    """Takes over whose the animal is and whether it is gone, if that is newer. Returns why it is gone, if it is."""
    told = insert(Animal).values(id=livestock_id, version=version, owner_id=owner_id, gone=gone, **details)
    newer = told.excluded.version > Animal.version
    return await db.scalar(
        told.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={
                "owner_id": case((newer, told.excluded.owner_id), else_=Animal.owner_id),
                "gone": case((newer, told.excluded.gone), else_=Animal.gone),
                "version": case((newer, told.excluded.version), else_=Animal.version),
                **details,
            },
        ).returning(Animal.gone)
    )


async def _replace(
    db: UnitOfWork, livestock_id: UUID, newest: InstrumentedAttribute[int], version: int, **told: Any
) -> None:
    """Takes over what was told, unless something as new is known: `newest` is the column of its version."""
    row = insert(Animal).values({"id": livestock_id, "version": 0, newest.key: version, **told})
    await db.execute(
        row.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={name: row.excluded[name] for name in (newest.key, *told)},
            where=row.excluded[newest.key] > newest,
        )
    )
