"""The copy of an animal: takes over what is newer, in whatever order events arrive."""

from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.errors import NotForSale
from marketplace.animals.models import Animal


async def require_sellable(db: UnitOfWork, livestock_id: UUID) -> None:
    """Raises NotForSale while the animal is blocked. The farm checks again before it transfers the animal."""
    animal = await db.get(Animal, livestock_id)
    blocks = [] if animal is None else animal.blocked(clock.now())
    if blocks:
        raise NotForSale(blocks=blocks)


async def keep_owner(
    db: UnitOfWork, livestock_id: UUID, version: int, owner_id: UUID | None, gone: str | None = None, **details: Any
) -> None:
    """Keeps who owns the animal and whether it is gone, if that is newer, and the details in any case."""
    row = insert(Animal).values(id=livestock_id, version=version, owner_id=owner_id, gone=gone, **details)
    newer = row.excluded.version > Animal.version
    await db.execute(
        row.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={
                "owner_id": case((newer, row.excluded.owner_id), else_=Animal.owner_id),
                "gone": case((newer, row.excluded.gone), else_=Animal.gone),
                "version": case((newer, row.excluded.version), else_=Animal.version),
                **details,
            },
        )
    )


async def keep(
    db: UnitOfWork, livestock_id: UUID, newest: InstrumentedAttribute[int], version: int, **news: Any
) -> None:
    """Keeps the news unless something as new is known. `newest` is the column with the version of what is known."""
    row = insert(Animal).values({"id": livestock_id, "version": 0, newest.key: version, **news})
    await db.execute(
        row.on_conflict_do_update(
            index_elements=[Animal.id],
            set_={name: row.excluded[name] for name in (newest.key, *news)},
            where=row.excluded[newest.key] > newest,
        )
    )
