"""Locks on players."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Ownership
from game.players.models import Player
from game.tables import Rank


async def take(db: UnitOfWork, user_ids: Collection[UUID]) -> None:
    """Locks players in the order of their ids."""
    wanted = select(Player.user_id).where(Player.user_id.in_(user_ids))
    await db.execute(wanted.order_by(Player.user_id).with_for_update(key_share=True))


async def _of_animals(db: UnitOfWork, livestock_ids: Collection[UUID]) -> None:
    owners = select(Ownership.owner_id).where(Ownership.livestock_id.in_(livestock_ids))
    wanted = select(Player.user_id).where(Player.user_id.in_(owners))
    await db.execute(wanted.order_by(Player.user_id).with_for_update(key_share=True))


OF_ANIMALS = Lock(Rank.PLAYERS, _of_animals)
"""Keys: ids of animals; all players who have ever owned them are locked."""

PLAYERS = Lock(Rank.PLAYERS, take)
"""Keys: ids of users."""
