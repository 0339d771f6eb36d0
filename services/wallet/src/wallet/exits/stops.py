"""Users stop everything that leaves their wallet, and let it go again.

A stop is one step for whoever has a session: it can only keep money here. It is never cut short by another. To lift it
takes a fresh proof with all factors the account has, on a device that is not new; and a while when the way to sign in
was changed after the stop: it may be what the owner stopped their wallet for.
"""

from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from wallet.accounts.service import lock
from wallet.exits.errors import ExitDelayed
from wallet.exits.models import ExitStop
from wallet.settings import Settings

_TOO_SOON = "A stop is not lifted on a new device, nor so soon after a change of how you sign in; it has to wait."


async def current(db: UnitOfWork, user_id: UUID) -> ExitStop | None:
    """The stop that holds now, if there is one."""
    stop = await db.get(ExitStop, user_id, populate_existing=True)
    return stop if stop is not None and (stop.until is None or stop.until > clock.now()) else None


async def stop(db: UnitOfWork, *, user_id: UUID, hours: int | None) -> None:
    """Stops all exits for this many hours, or until the stop is lifted. An earlier stop is never shortened."""
    await lock(db, [user_id])
    now = clock.now()
    until = None if hours is None else now + timedelta(hours=hours)
    before = await current(db, user_id)
    if before is None:
        row = insert(ExitStop).values(user_id=user_id, since=now, until=until)
        await db.execute(row.on_conflict_do_update(index_elements=[ExitStop.user_id], set_=row.excluded))
    elif before.until is not None:
        before.until = None if until is None else max(until, before.until)


async def resume(db: UnitOfWork, *, user_id: UUID, assurance: Assurance) -> None:
    """Lets money leave again; where nothing is stopped, nothing is done. Raises ExitDelayed."""
    await lock(db, [user_id])
    before = await current(db, user_id)
    if before is None:
        return
    settings = db.settings(Settings)
    changed = (await standing.of(db, user_id)).credentials_changed_at
    left = _left(assurance.device_since or clock.now(), hours=settings.exit_device_hours)
    if changed is not None and changed > before.since:
        left = max(left, _left(changed, hours=settings.exit_credentials_hours))
    if left > timedelta():
        raise ExitDelayed(_TOO_SOON, retry_after=ceil(left.total_seconds()))
    await db.delete(before)


def _left(since: datetime, *, hours: int) -> timedelta:
    """How long until this time is that many hours ago."""
    return since + timedelta(hours=hours) - clock.now()
