"""Prices per kg of animals, and their history."""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import LivestockPriced
from farm.livestock.errors import LivestockGone
from farm.livestock.locks import get_animal, lock_animal
from farm.ownership import service as ownership
from farm.prices.errors import PriceChanged
from farm.prices.models import Price
from farm.prices.schemas import PriceDetails, PriceOut

log = structlog.get_logger()


async def change(
    db: UnitOfWork, livestock_id: UUID, *, price_per_kg: Money, expected: Money, reason: str, by: UUID
) -> None:
    """Changes the price of an animal. The same price has no effect.

    Raises LivestockNotFound, OwnAnimal, LivestockGone, PriceChanged.
    """
    animal = await lock_animal(db, livestock_id)
    await ownership.require_others(db, livestock_id, by, since=clock.now())
    if animal.is_gone:
        raise LivestockGone
    if animal.price_per_kg != expected:
        raise PriceChanged(price_per_kg=animal.price_per_kg.model_dump())
    if price_per_kg == expected:
        audit.unchanged()
        return
    animal.price_per_kg_minor, animal.currency = price_per_kg.minor, price_per_kg.currency
    animal.version += 1
    db.add(
        Price(
            livestock_id=livestock_id,
            price_per_kg_minor=price_per_kg.minor,
            currency=price_per_kg.currency,
            since=clock.now(),
            set_by=by,
            reason=reason,
        )
    )
    emit(
        db,
        LivestockPriced(
            livestock_id=livestock_id,
            price_per_kg=price_per_kg,
            value=animal.value,
        ),
    )
    before, after = {"price_per_kg": str(expected)}, {"price_per_kg": str(price_per_kg), "reason": reason}
    audit.record(db, "livestock.priced", subject_id=livestock_id, before=before, after=after)
    log.info("livestock.priced", livestock_id=str(livestock_id), price_per_kg=str(price_per_kg.amount))


async def history(
    db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal | None
) -> Page[PriceDetails] | Page[PriceOut]:
    """Returns an animal's prices, latest first; administrators see who set them and why. Raises LivestockNotFound."""
    await get_animal(db, livestock_id)
    query = select(Price).where(Price.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Price.since, Price.id])
    if viewer is not None and viewer.role == "admin":
        return Page[PriceDetails](items=[PriceDetails.model_validate(row) for row in rows], next_cursor=cursor)
    return Page[PriceOut](items=[PriceOut.model_validate(row) for row in rows], next_cursor=cursor)
