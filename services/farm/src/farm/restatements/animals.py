"""What an animal is like now, as one event."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import Block
from amigok_contracts.farm_restated import LivestockRestated
from farm.blocks import service as blocks
from farm.blocks.obstacles import obstacles
from farm.livestock.locks import lock_animals
from farm.livestock.models import Livestock
from farm.livestock.queries import for_details
from farm.movements.models import Movement
from farm.weights import service as weights
from farm.weights.gain import Growth


async def publish(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> None:
    """Publishes what these animals, which it locks, are like now."""
    await lock_animals(db, livestock_ids)
    growths = await weights.growths(db, livestock_ids)
    standing = await blocks.standing_of(db, livestock_ids, now=clock.now())
    left = await _left(db, livestock_ids)
    whole = select(Livestock).where(among(Livestock.id, livestock_ids)).options(*for_details()).order_by(Livestock.id)
    for animal in await db.scalars(whole.execution_options(populate_existing=True)):
        against = obstacles(animal.status, standing[animal.id])
        emit(db, _restated(animal, growths[animal.id], against, left_at=left.get(animal.id)))


async def _left(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """Returns when those of the animals that have died or left did so."""
    last = (
        select(Movement.livestock_id, func.max(Movement.occurred_at).label("at"))
        .where(Movement.livestock_id.in_(livestock_ids), Movement.kind.in_(["died", "removed"]))
        .group_by(Movement.livestock_id)
    )
    return {row.livestock_id: row.at for row in await db.execute(last)}


def _restated(
    animal: Livestock, growth: Growth, against: Sequence[Block], *, left_at: datetime | None
) -> LivestockRestated:
    gone_at = left_at if animal.is_gone else None
    owned_since = animal.ownership.started_at if animal.ownership is not None else gone_at
    assert owned_since is not None
    return LivestockRestated(
        livestock_id=animal.id,
        farm_id=animal.farm_id,
        farm_name=animal.farm.name,
        area_id=animal.area_id,
        area_name=animal.area and animal.area.name,
        livestock_type_id=animal.breed.livestock_type_id,
        breed_id=animal.breed_id,
        type_name=animal.breed.type.name,
        breed_name=animal.breed.name,
        tag_number=animal.tag_number,
        sex=animal.sex,
        date_of_birth=animal.date_of_birth,
        weight_kg=animal.weight_kg,
        weighed_at=growth.latest.at,
        daily_gain_kg=growth.daily_gain,
        value=animal.value,
        owner_id=animal.owner_id,
        owned_since=owned_since,
        gone=animal.status if animal.is_gone else None,
        gone_at=gone_at,
        blocks=tuple(against),
        unique_id_card=animal.unique_id_card,
        eid=animal.eid,
    )
