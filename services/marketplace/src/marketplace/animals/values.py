"""What animals are worth according to the farm, and whether a price is far below that."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from marketplace.animals.models import AnimalValue
from marketplace.settings import Settings


async def learn(db: UnitOfWork, livestock_id: UUID, value: Money) -> None:
    """Keeps what an animal is worth, if that is more than what is known. The order of events does not matter."""
    row = insert(AnimalValue).values(livestock_id=livestock_id, currency=value.currency, highest=value.minor)
    highest = func.greatest(AnimalValue.highest, row.excluded.highest)
    known = [AnimalValue.livestock_id, AnimalValue.currency]
    await db.execute(row.on_conflict_do_update(index_elements=known, set_={"highest": highest}))


async def of(db: UnitOfWork, livestock_id: UUID) -> Money | None:
    """The most that an animal was worth. None if it is unknown, or known in several currencies."""
    found = (await db.scalars(select(AnimalValue).where(AnimalValue.livestock_id == livestock_id).limit(2))).all()
    return Money.of_minor(found[0].highest, found[0].currency) if len(found) == 1 else None


async def is_low(db: UnitOfWork, livestock_id: UUID, price: Money) -> bool:
    """Whether a price is far below the value, or cannot be compared with it."""
    value = await of(db, livestock_id)
    if value is None or value.currency != price.currency:
        return True
    return price.minor * 100 < value.minor * db.settings(Settings).lowest_price_percent
