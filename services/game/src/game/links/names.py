"""Whether two accounts are of people with one legal name. The names themselves are not kept."""

from uuid import UUID

from sqlalchemy import delete

from amigok_chassis import newer, transit
from amigok_chassis.text import comparable
from amigok_chassis.unit_of_work import UnitOfWork
from game.links.models import VerifiedName


async def keep(db: UnitOfWork, user_id: UUID, *, version: int, handed_over: str) -> None:
    """Keeps the digest of a newer name, which identity sealed for the fleet."""
    name = transit.unseal(db.fleet_key, handed_over, bound=f"kyc name {user_id}")
    digest = transit.digest(db.data_key, "verified names", comparable(name))
    await newer.keep(db, VerifiedName, {"user_id": user_id, "version": version, "digest": digest})


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    await db.execute(delete(VerifiedName).where(VerifiedName.user_id == user_id))
