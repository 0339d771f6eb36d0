"""Stores readings: by COPY beside the table, and from there what is new, with its sums, in one statement."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis.unit_of_work import DUE, UnitOfWork
from stream.readings.judging import Measured
from stream.sensors.models import Sensor

_BESIDE = text("""
    CREATE TEMPORARY TABLE IF NOT EXISTS arriving (
        sensor_id uuid NOT NULL, recorded_at timestamptz NOT NULL, value double precision NOT NULL
    ) ON COMMIT DELETE ROWS
""")
_SUMS = """
    INSERT INTO reading_{unit}s AS known (sensor_id, began_at, minimum, maximum, total, count)
    SELECT sensor_id, date_trunc('{unit}', recorded_at, 'UTC'), min(value), max(value), sum(value), count(*)
    FROM stored GROUP BY 1, 2
    ON CONFLICT (sensor_id, began_at) DO UPDATE SET
        minimum = least(known.minimum, excluded.minimum), maximum = greatest(known.maximum, excluded.maximum),
        total = known.total + excluded.total, count = known.count + excluded.count
"""
# Each part of it sees what `stored` returns, and only that: what was there already adds nothing to the sums.
_STORE = text(f"""
    WITH stored AS (
        INSERT INTO readings (sensor_id, recorded_at, value)
        SELECT sensor_id, recorded_at, value FROM pg_temp.arriving ON CONFLICT DO NOTHING
        RETURNING sensor_id, recorded_at, value
    ), hours AS ({_SUMS.format(unit="hour")}), days AS ({_SUMS.format(unit="day")}), sensed AS (
        UPDATE sensors SET
            unjudged_from = least(unjudged_from, earliest),
            last_recorded_at = greatest(last_recorded_at, latest),
            last_value = CASE WHEN last_recorded_at >= latest THEN last_value ELSE newest END
        FROM (
            SELECT sensor_id, min(recorded_at) AS earliest, max(recorded_at) AS latest,
                (array_agg(value ORDER BY recorded_at DESC))[1] AS newest
            FROM stored GROUP BY sensor_id
        ) AS new WHERE sensors.id = new.sensor_id
    )
    SELECT sensor_id, recorded_at FROM stored
""")


async def store(db: UnitOfWork, measured: Sequence[Measured]) -> set[tuple[UUID, datetime]]:
    """Stores what is new of these readings and returns which: the first that has a sensor and a time.

    Sums, newest values and `unjudged_from` of their sensors follow in the same transaction. There must be a part of
    the table for each time. A task that sleeps on the topic `sensors` wakes.
    """
    if not measured:
        return set()
    ids = sorted({each.sensor_id for each in measured})
    await db.execute(select(Sensor.id).where(Sensor.id.in_(ids)).order_by(Sensor.id).with_for_update(key_share=True))
    await _copy(db, measured)
    stored = {(row.sensor_id, row.recorded_at) for row in await db.execute(_STORE)}
    if stored:
        db.info.setdefault(DUE, set()).add(Sensor.__tablename__)
    return stored


async def _copy(db: UnitOfWork, measured: Sequence[Measured]) -> None:
    await db.execute(_BESIDE)
    raw = await (await db.connection()).get_raw_connection()
    driver = raw.driver_connection
    assert driver is not None
    rows = [(each.sensor_id, each.recorded_at, each.value) for each in measured]
    await driver.copy_records_to_table("arriving", records=rows, columns=["sensor_id", "recorded_at", "value"])
