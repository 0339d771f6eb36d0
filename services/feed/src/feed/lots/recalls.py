"""Which animals ate of a lot, which lots an animal ate, and the recall of a lot (EU 178/2002, article 18)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select, text

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.barn import Eater
from amigok_contracts.barn import LotRecalled as Recalled
from feed.lots.models import Draw, Lot

AT_ONCE = 500
"""So many animals at most are in one event."""

_OWNERS = text(
    """
SELECT livestock_id, array_agg(DISTINCT owner_id) AS owner_ids
FROM unnest(CAST(:ids AS uuid[]), CAST(:since AS timestamptz[])) AS eater (livestock_id, since)
JOIN ownerships AS owned USING (livestock_id)
WHERE owner_id IS NOT NULL AND (began_at > since OR owned.version = (
    SELECT max(version) FROM ownerships AS at_first
    WHERE at_first.livestock_id = eater.livestock_id AND at_first.began_at <= since
))
GROUP BY livestock_id
"""
)


def eaters(lot_id: UUID) -> Select[Any, Any, Any, Any]:
    """Selects the animals that ate of a lot: `livestock_id`, `kg`, `first_fed_at`, `last_fed_at`, by id."""
    by_animal = select(
        Draw.livestock_id,
        func.sum(Draw.kg).label("kg"),
        func.min(Draw.fed_at).label("first_fed_at"),
        func.max(Draw.fed_at).label("last_fed_at"),
    )
    return by_animal.where(Draw.lot_id == lot_id).group_by(Draw.livestock_id).order_by(Draw.livestock_id)


async def with_owners(db: UnitOfWork, rows: Sequence[Row[Any, Any, Any, Any]]) -> list[Eater]:
    """The rows of `eaters` with everybody who has owned the animal since it first ate of the lot."""
    arrays = {"ids": [row.livestock_id for row in rows], "since": [row.first_fed_at for row in rows]}
    owners = {row.livestock_id: tuple(sorted(row.owner_ids)) for row in await db.execute(_OWNERS, arrays)}
    return [
        Eater(
            livestock_id=row.livestock_id,
            kg=row.kg,
            first_fed_at=row.first_fed_at,
            last_fed_at=row.last_fed_at,
            owner_ids=owners.get(row.livestock_id, ()),
        )
        for row in rows
    ]


async def publish(db: UnitOfWork, lot: Lot, animals: Sequence[UUID] | None = None) -> None:
    """Publishes that a lot is recalled, with all animals that ate of it, or with these; 500 at a time."""
    query = eaters(lot.id) if animals is None else eaters(lot.id).where(Draw.livestock_id.in_(animals))
    ate = await with_owners(db, (await db.execute(query)).all())
    parts = [ate[start : start + AT_ONCE] for start in range(0, len(ate), AT_ONCE)] or [[]]
    for number, part in enumerate(parts, 1):
        emit(
            db,
            Recalled(
                lot_id=lot.id,
                farm_id=lot.farm_id,
                ingredient=lot.ingredient,
                supplier=lot.supplier,
                lot_number=lot.lot_number,
                recalled_at=lot.recalled_at,
                animals=tuple(part),
                part=number,
                parts=len(parts),
            ),
        )
