"""Gives detections of unknown cards to their animals, once these are known."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis.unit_of_work import UnitOfWork
from stream.cards import service as cards
from stream.cards.models import Card, UnknownCard
from stream.cards.service import Known
from stream.detections import places
from stream.detections.marks import Mark
from stream.detections.reading import counted, newest
from stream.detections.rows import Row
from stream.detections.service import tell
from stream.sightings import service as sightings

CARDS = 20
"""Cards that one run looks at."""
AT_ONCE = 2_000
"""Detections that one run gives to an animal, of each card and farm."""

_GIVE = text(f"""
    WITH batch AS MATERIALIZED (
        SELECT device_id, event_id, detected_at FROM detections
        WHERE card_key = :key AND livestock_id IS NULL AND farm_id = :farm_id
        ORDER BY detected_at LIMIT {AT_ONCE} FOR NO KEY UPDATE
    )
    UPDATE detections SET livestock_id = :livestock_id, marks = (marks & ~{int(Mark.UNKNOWN_CARD)}) | :elsewhere
    FROM batch WHERE (detections.device_id, detections.event_id, detections.detected_at)
        = (batch.device_id, batch.event_id, batch.detected_at)
    RETURNING {", ".join(f"detections.{name}" for name in Row._fields)}
""")
# Batches that read the card meanwhile wait, and note it anew: none of their detections is left behind.
_LOCK = text("SELECT FROM unknown_cards WHERE farm_id = :farm_id AND key = :key FOR UPDATE")
_DONE = text("DELETE FROM unknown_cards WHERE farm_id = :farm_id AND key = :key")


async def resolve(db: UnitOfWork) -> int:
    """Works on the cards that were unknown and are not any more. Returns how many detections were given."""
    now_known = select(UnknownCard.farm_id, UnknownCard.key).where(
        select(Card).where(Card.key == UnknownCard.key).exists()
    )
    asked = (await db.execute(now_known.order_by(UnknownCard.key, UnknownCard.farm_id).limit(CARDS))).all()
    animals = await cards.find(db, (row.key for row in asked))
    given = [
        row
        for each in asked
        if each.key in animals
        for row in await _give(db, each.farm_id, each.key, animals[each.key])
    ]
    seen = counted(given)
    tell(db, await sightings.saw(db, newest(seen)))
    for device_id in {row.device_id for row in seen}:
        await places.mark(db, device_id, [row for row in seen if row.device_id == device_id])
    return len(given)


async def _give(db: UnitOfWork, farm_id: UUID, key: str, animal: Known) -> Sequence[Row]:
    """Gives some of a card's detections to its animal. When there are no more, the card is not unknown any more."""
    elsewhere = 0 if animal.is_at(farm_id) else int(Mark.ELSEWHERE)
    values: dict[str, Any] = {"key": key, "farm_id": farm_id, "livestock_id": animal.livestock_id}
    await db.execute(_LOCK, {"key": key, "farm_id": farm_id})
    rows = [Row(*row) for row in await db.execute(_GIVE, values | {"elsewhere": elsewhere})]
    if len(rows) < AT_ONCE:
        await db.execute(_DONE, {"key": key, "farm_id": farm_id})
    return rows
