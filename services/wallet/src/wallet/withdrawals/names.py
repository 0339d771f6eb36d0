"""The legal names of users who have proved who they are: whoever decides sees them beside the account's holder."""

from uuid import UUID

from sqlalchemy import delete

from amigok_chassis import newer, sealing, transit
from amigok_chassis.sealing import derive
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.withdrawals.models import KycName

_PURPOSE = "kyc names"


async def keep(db: UnitOfWork, user_id: UUID, *, version: int, handed_over: str) -> None:
    """Takes over a newer name, as identity sealed it for the fleet."""
    bound = f"kyc name {user_id}"
    name = transit.unseal(db.fleet_key, handed_over, bound=bound)
    sealed = sealing.seal(_key(db), name.encode(), bound=bound)
    await newer.keep(db, KycName, {"user_id": user_id, "version": version, "sealed": sealed})


async def of(db: UnitOfWork, user_id: UUID) -> str | None:
    """The name of a user who has proved who they are."""
    kept = await db.get(KycName, user_id)
    return sealing.unseal(_key(db), kept.sealed, bound=f"kyc name {user_id}").decode() if kept else None


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    await db.execute(delete(KycName).where(KycName.user_id == user_id))


def _key(db: UnitOfWork) -> bytes:
    return derive(db.data_key, _PURPOSE)
