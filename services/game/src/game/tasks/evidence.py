"""Tasks that are done by what the farm, care and cameras record.

Evidence counts for the task in whose time it lies, whenever it comes, if the player owned the animal then. So neither
its order nor its repetition makes a difference. What belongs to a day that is not made yet is kept until it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from game.tasks import settling

KEPT = timedelta(days=3)
"""So long evidence of a day that was never made is kept."""


@dataclass(frozen=True)
class Evidence:
    """Something that was recorded of an animal: `kind` is one of `models.EVIDENCE`, `id` the record's own.

    Of a vaccination it is the request's, so that it does the task of this request and no other.
    """

    kind: str
    livestock_id: UUID
    at: datetime
    id: UUID | None = None


OWNER_THEN = """LATERAL (
    SELECT owner_id FROM ownerships
    WHERE ownerships.livestock_id = told.livestock_id AND began_at <= told.at ORDER BY version DESC LIMIT 1
) AS owner"""
"""Who owned the animal, as far as it is known now, when something was recorded of it."""

_TOLD = f"""
WITH told AS (
    SELECT * FROM unnest(
        CAST(:kinds AS text[]), CAST(:animals AS uuid[]), CAST(:times AS timestamptz[]), CAST(:ids AS uuid[])
    ) AS told (kind, livestock_id, at, id)
), owned AS (
    SELECT told.*, owner.owner_id FROM told CROSS JOIN {OWNER_THEN} WHERE owner.owner_id IS NOT NULL
)
"""

_DO = text(
    _TOLD
    + """
, fits AS (
    SELECT DISTINCT ON (task.id) task.id, owned.at, owned.kind, owned.id AS evidence_id
    FROM owned
    JOIN task_rules AS rule ON owned.kind = ANY(rule.evidence)
    JOIN tasks AS task ON task.livestock_id = owned.livestock_id AND task.kind = rule.kind
        AND task.local_day >= CAST(owned.at AT TIME ZONE 'UTC' AS date) - 1
        AND task.starts_at <= owned.at AND owned.at < task.ends_at
        AND task.player_id = owned.owner_id AND task.done_at IS NULL
        AND (task.request_id = owned.id OR task.request_id IS NULL OR owned.kind <> 'vaccination')
    ORDER BY task.id, owned.at, owned.id
)
UPDATE tasks SET done_at = fits.at, done_by = fits.kind, evidence_id = fits.evidence_id
FROM fits WHERE tasks.id = fits.id
"""
    + settling.RETURNING
)

_KEEP = text(
    _TOLD
    + """
INSERT INTO early_evidence (livestock_id, kind, quarter, at, evidence_id)
SELECT owned.livestock_id, owned.kind,
    CASE WHEN owned.kind = 'vaccination' THEN owned.at ELSE date_bin('15 minutes', owned.at, '2020-01-01 00:00Z') END,
    owned.at, owned.id
FROM owned JOIN players AS player ON player.user_id = owned.owner_id
WHERE owned.at >= player.day_ends_at AND player.deleted_at IS NULL
ORDER BY owned.livestock_id, owned.kind, owned.at
ON CONFLICT DO NOTHING
"""
)


async def take(db: UnitOfWork, told: Sequence[Evidence]) -> None:
    """Does the tasks that this shows to be done. The players who owned the animals are locked."""
    arguments = {
        "kinds": [each.kind for each in told],
        "animals": [each.livestock_id for each in told],
        "times": [each.at for each in told],
        "ids": [each.id for each in told],
    }
    await settling.settle(db, (await db.execute(_DO, arguments)).all())
    await db.execute(_KEEP, arguments)
