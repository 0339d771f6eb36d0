"""What animals are worth by the farm's word, and whether a price is far below that."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from marketplace.models import AnimalValue
from marketplace.settings import Settings


async def told(db: UnitOfWork, livestock_id: UUID, value: Money) -> None:
    """Learns what an animal is worth; the most of it counts, in whatever order news come."""
    row = insert(AnimalValue).values(livestock_id=livestock_id, currency=value.currency, highest=value.minor)
    highest = func.greatest(AnimalValue.highest, row.excluded.highest)
    known = [AnimalValue.livestock_id, AnimalValue.currency]
    await db.execute(row.on_conflict_do_update(index_elements=known, set_={"highest": highest}))


async def of(db: UnitOfWork, livestock_id: UUID) -> Money | None:
    """The most that an animal was worth; None where that is not known, or was told in several currencies."""
    found = (await db.scalars(select(AnimalValue).where(AnimalValue.livestock_id == livestock_id).limit(2))).all()
    return Money.of_minor(found[0].highest, found[0].currency) if len(found) == 1 else None


async def is_low(db: UnitOfWork, livestock_id: UUID, price: Money) -> bool:
    """Whether a price is far below the value, or cannot be compared with it."""
    value = await of(db, livestock_id)
    if value is None or value.currency != price.currency:
        return True
    return price.minor * 100 < value.minor * Settings().lowest_price_percent
