"""What identity says of users, in whatever order it comes."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from wallet.settings import Settings
from wallet.withdrawals.errors import CoolDown, KycRequired
from wallet.withdrawals.models import Standing


async def kyc_became(db: AsyncSession, user_id: UUID, status: str, *, version: int) -> None:
    """Takes over a newer status of the proof of who the user is."""
    row = insert(Standing).values(user_id=user_id, kyc_status=status, kyc_version=version)
    newer = {"kyc_status": status, "kyc_version": version}
    await db.execute(
        row.on_conflict_do_update(
            index_elements=[Standing.user_id], set_=newer, where=Standing.kyc_version < version
        )
    )  # fmt: skip


async def credentials_changed(db: AsyncSession, user_id: UUID, *, at: datetime) -> None:
    """Keeps when the user's way to sign in was last changed."""
    row = insert(Standing).values(user_id=user_id, credentials_changed_at=at)
    later = {"credentials_changed_at": func.greatest(Standing.credentials_changed_at, at)}
    await db.execute(row.on_conflict_do_update(index_elements=[Standing.user_id], set_=later))


async def deleted(db: AsyncSession, user_id: UUID) -> None:
    """Keeps that the person is to be forgotten."""
    row = insert(Standing).values(user_id=user_id, deleted=True)
    await db.execute(row.on_conflict_do_update(index_elements=[Standing.user_id], set_={"deleted": True}))


async def of(db: AsyncSession, user_id: UUID) -> Standing:
    """What is known of a user; nothing has been said of one who is new."""
    return await db.get(Standing, user_id) or Standing(user_id=user_id, kyc_status="not_submitted", deleted=False)


async def check(db: AsyncSession, user_id: UUID, *, rules: Settings) -> None:
    """Raises KycRequired and, with the seconds until it is over, CoolDown."""
    standing = await of(db, user_id)
    if standing.kyc_status != "approved":
        raise KycRequired
    if standing.credentials_changed_at is not None:
        over = standing.credentials_changed_at + timedelta(hours=rules.cool_down_hours)
        if (left := over - clock.now()) > timedelta():
            raise CoolDown(retry_after=int(left.total_seconds()) + 1)
