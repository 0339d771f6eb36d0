"""Which animal a card is of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import get_args
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import audit, clock, newer
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from stream.animals.models import Animal
from stream.cards.keys import key
from stream.cards.models import Card, Kind

_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}

_NOTE = """
    INSERT INTO unknown_cards AS known (farm_id, key, card, detections, first_at, last_at)
    SELECT $1, key, min(card), count(*), min(at), max(at)
    FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS read (key, card, at)
    GROUP BY key ORDER BY key
    ON CONFLICT (farm_id, key) DO UPDATE SET
        detections = known.detections + excluded.detections,
        first_at = least(known.first_at, excluded.first_at),
        last_at = greatest(known.last_at, excluded.last_at)
"""
_FORGET = text("DELETE FROM unknown_cards WHERE last_at < :before")


@dataclass(frozen=True, slots=True)
class Known:
    """An animal and the farm on which it lives, None while the farm has not said so."""

    livestock_id: UUID
    farm_id: UUID | None

    def is_at(self, farm_id: UUID) -> bool:
        return self.farm_id in (farm_id, None)


async def find(db: UnitOfWork, keys: Iterable[str]) -> dict[str, Known]:
    """The animals that are known by these keys. See `Kind` for a key that is of several."""
    wanted = (
        select(Card.key, Card.kind, Card.livestock_id, Animal.farm_id)
        .outerjoin(Animal, Animal.id == Card.livestock_id)
        .where(Card.key.in_(sorted(set(keys))))
    )
    rows = sorted((await db.execute(wanted)).all(), key=lambda row: (_ORDER[row.kind], row.livestock_id), reverse=True)
    return {row.key: Known(row.livestock_id, row.farm_id) for row in rows}


async def note_unknown(db: UnitOfWork, farm_id: UUID, read: list[tuple[str, str, datetime]]) -> None:
    """Counts cards that are no animal's: the key of each, the card and when it was read."""
    if read:
        columns = [list(column) for column in zip(*read, strict=True)]
        await (await db.connection()).exec_driver_sql(_NOTE, (farm_id, *columns))


async def tell(db: UnitOfWork, livestock_id: UUID, version: int, **marks: str | None) -> None:
    """Keeps what the farm says of an animal's marks, by kind, unless something newer is known."""
    for kind, mark in marks.items():
        values = {"livestock_id": livestock_id, "kind": kind, "version": version, "key": mark and key(mark)}
        await newer.keep(db, Card, values)


async def assign(db: UnitOfWork, card: str, livestock_id: UUID) -> None:
    """Says by hand whose a card is. What was detected with it becomes that animal's. Raises LivestockNotFound."""
    if await db.get(Animal, livestock_id) is None:
        raise LivestockNotFound
    before = await db.scalar(select(Card.key).where(Card.livestock_id == livestock_id, Card.kind == "hand"))
    version = int(clock.now().timestamp() * 1_000_000)
    await tell(db, livestock_id, version, hand=card)
    audit.record(
        db,
        "card.assigned",
        subject_id=livestock_id,
        before={"card": before} if before else None,
        after={"card": key(card)},
    )


async def forget(db: UnitOfWork, before: datetime) -> None:
    """Removes unknown cards that were last read before a time."""
    await db.execute(_FORGET, {"before": before})
