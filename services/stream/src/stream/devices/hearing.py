"""When a device was last heard: whatever it says, by HTTP or MQTT, is a sign of life."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from stream.settings import Settings

OFTEN = timedelta(seconds=5)
"""Who was heard so short a time ago is not written again."""

# $1 is now, $2 the earliest time that is heard of late, $3 the earliest that is no absence.
MARK = """
heard AS (
    UPDATE devices SET heard_at = $1,
        claim_digest = CASE WHEN signs_in THEN NULL ELSE claim_digest END,
        claim_expires_at = CASE WHEN signs_in THEN NULL ELSE claim_expires_at END,
        back_at = CASE WHEN devices.heard_at >= $3 THEN devices.back_at ELSE $1 END
    FROM found WHERE devices.id = found.id AND (
        devices.heard_at IS NULL OR devices.heard_at NOT BETWEEN $2 AND $1 OR signs_in AND claim_digest IS NOT NULL
    )
), absent AS (
    INSERT INTO device_absences AS known (device_id, lost_at, back_at, state)
    SELECT id, lost_at, greatest($1, lost_at), CASE WHEN heard_at IS NULL THEN 'announced' ELSE 'noticed' END
    FROM found CROSS JOIN LATERAL (SELECT coalesce(heard_at, registered_at) AS lost_at) AS last
    WHERE heard_at IS NULL OR heard_at < $3 ORDER BY id
    ON CONFLICT (device_id, lost_at) DO UPDATE SET back_at = coalesce(known.back_at, excluded.back_at)
)
"""
"""Goes on a statement whose `found` has `id`, `heard_at` and `registered_at` of devices, and whether each `signs_in`.

It notes how long each was silent. A device that signs in has its secret, so its claim has ended.
"""


def statement(select: str) -> str:
    """A statement that notes that the devices of `$4` were heard, and returns what `select` does."""
    return f"""
    WITH found AS MATERIALIZED (
        SELECT id, heard_at, registered_at, false AS signs_in FROM devices
        WHERE id = ANY($4) AND revoked_at IS NULL AND registered_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE
    ), {MARK}
    {select}
    """


_HEARD = statement("SELECT")


def moments(settings: Settings) -> tuple[object, object, object]:
    """The first three parameters of `MARK`."""
    now = clock.now()
    return now, now - OFTEN, now - settings.silence


async def heard(db: Database, device_ids: Collection[UUID]) -> None:
    """Notes that these devices were heard now, in one statement. For what comes without signing in each time."""
    await db.fetch(_HEARD, *moments(db.settings(Settings)), sorted(device_ids))


async def heard_within(db: UnitOfWork, device_id: UUID) -> None:
    """The same in a transaction, whose other changes of the device's row come after."""
    await (await db.connection()).exec_driver_sql(_HEARD, (*moments(db.settings(Settings)), [device_id]))
