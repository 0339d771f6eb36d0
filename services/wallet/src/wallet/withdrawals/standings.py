"""Whether a user's standing allows withdrawals."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock, standing
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.settings import Settings
from wallet.withdrawals.errors import CoolDown, KycRequired


async def check(db: UnitOfWork, user_id: UUID) -> None:
    """Raises AccountInactive, KycRequired and, with the seconds until it is over, CoolDown."""
    known = await standing.require_active(db, user_id)
    if known.kyc != "approved":
        raise KycRequired
    if known.credentials_changed_at is not None:
        over = known.credentials_changed_at + timedelta(hours=db.settings(Settings).cool_down_hours)
        if (left := over - clock.now()) > timedelta():
            raise CoolDown(retry_after=int(left.total_seconds()) + 1)
