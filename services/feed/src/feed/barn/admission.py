"""Who may log which feedings: the staff of the farm where they were, never of one's own animals, and in good time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import DomainError
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import JUDGES, LivestockNotFound, OtherFarm, OwnAnimal
from feed.barn.errors import AnimalGone, FedInFuture, FedTooLongAgo
from feed.barn.schemas import FeedingIn
from feed.settings import Settings

CLOCKS_DIFFER = timedelta(minutes=1)
"""How far the clock of a phone may be ahead of ours."""

# Their own is an animal that they own now, owned when it was fed, or have owned since.
_FACTS = text(
    """
SELECT entry.place, animals.farm_id, animals.gone_at,
    animals.owner_id = :me OR EXISTS (
        SELECT FROM ownerships WHERE livestock_id = entry.livestock_id AND owner_id = :me AND began_at >= entry.at
    ) OR (
        SELECT owner_id FROM ownerships WHERE livestock_id = entry.livestock_id AND began_at <= entry.at
        ORDER BY version DESC LIMIT 1
    ) = :me AS is_own,
    EXISTS (
        SELECT FROM farms WHERE id IN (animals.farm_id, meals.farm_id) AND :me = ANY (staff_ids)
    ) AS works_there
FROM unnest(CAST(:animals AS uuid[]), CAST(:times AS timestamptz[]), CAST(:meals AS uuid[]))
    WITH ORDINALITY AS entry (livestock_id, at, meal_id, place)
JOIN animals ON animals.id = entry.livestock_id
LEFT JOIN meals ON meals.id = entry.meal_id AND meals.livestock_id = entry.livestock_id
WHERE animals.farm_id IS NOT NULL
"""
)


async def refusals(db: UnitOfWork, entries: Sequence[FeedingIn], *, by: Principal) -> dict[UUID, DomainError]:
    """Why entries may not be recorded, by client id: the failure that each would be, for those that have one."""
    arrays = {
        "animals": [entry.livestock_id for entry in entries],
        "times": [entry.fed_at for entry in entries],
        "meals": [entry.meal_id for entry in entries],
    }
    facts = {row.place: row for row in await db.execute(_FACTS, {"me": by.id, **arrays})}
    oldest = clock.now() - timedelta(days=db.settings(Settings).log_days)
    found = {
        entry.client_id: _refusal(entry, facts.get(place), by=by, oldest=oldest)
        for place, entry in enumerate(entries, 1)
    }
    return {client_id: refusal for client_id, refusal in found.items() if refusal is not None}


def _refusal(entry: FeedingIn, facts: Row[Any] | None, *, by: Principal, oldest: datetime) -> DomainError | None:
    if facts is None:
        return LivestockNotFound()
    if by.role not in JUDGES and not facts.works_there:
        return OtherFarm()
    if facts.is_own:
        return OwnAnimal()
    if entry.fed_at > clock.now() + CLOCKS_DIFFER:
        return FedInFuture()
    if entry.fed_at < oldest:
        return FedTooLongAgo()
    if facts.gone_at is not None and entry.fed_at >= facts.gone_at:
        return AnimalGone()
    return None
