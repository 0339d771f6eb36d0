"""Which sensors are to be judged, and from when on. Storing readings never waits for this."""

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork

_MAKE_ROOM = text("""
    INSERT INTO judgements (sensor_id)
    SELECT id FROM sensors WHERE unjudged_from IS NOT NULL
        AND NOT EXISTS (SELECT FROM judgements WHERE sensor_id = sensors.id)
    ORDER BY id
    ON CONFLICT DO NOTHING
""")
# A sensor that is being judged, or whose readings are being stored, is left for the next time.
_TAKE = text("""
    WITH marked AS MATERIALIZED (
        SELECT sensors.id, unjudged_from, last_recorded_at
        FROM sensors JOIN judgements ON sensor_id = sensors.id
        WHERE unjudged_from IS NOT NULL ORDER BY unjudged_from LIMIT :most FOR NO KEY UPDATE SKIP LOCKED
    ), cleared AS (
        UPDATE sensors SET unjudged_from = NULL FROM marked WHERE sensors.id = marked.id
    )
    UPDATE judgements SET
        due_from = least(due_from, unjudged_from), due_until = greatest(due_until, last_recorded_at)
    FROM marked WHERE sensor_id = marked.id
    RETURNING sensor_id
""")


async def take(db: UnitOfWork, *, most: int) -> int:
    """Makes sensors with new readings due, in a transaction of its own. Returns how many."""
    await db.execute(_MAKE_ROOM)
    return len((await db.scalars(_TAKE, {"most": most})).all())
