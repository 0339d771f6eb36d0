"""Use cases of players: who joins, changes how they play, and is forgotten."""

from datetime import timedelta
from random import SystemRandom
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from game.players import days
from game.players.errors import AgeNotProved, HandleTaken, MinorsAreNotShown, NotPlaying, TimeZoneChangedLately
from game.players.handles import key_of, made_up
from game.players.models import Player
from game.players.schemas import JoinIn, PlayerChange

ZONE_LASTS = timedelta(days=7)
"""So long a time zone stays once it was changed."""

_VIOLATIONS = {"players_handle_key_idx": HandleTaken}
_CHANCE = SystemRandom()


async def join(db: UnitOfWork, user_id: UUID, wanted: JoinIn) -> tuple[Player, bool]:
    """Returns the player, and whether they are new. Whoever plays already keeps what they have.

    Raises AccountInactive, HandleTaken, MinorsAreNotShown.
    """
    await standing.require_active(db, user_id)
    _refuse_shown(wanted.visibility, is_minor=wanted.is_minor)
    now = clock.now()
    day = days.first(now, wanted.time_zone)
    row = {
        "user_id": user_id,
        **wanted.model_dump(exclude={"handle"}),
        **_named(wanted.handle or await _free(db)),
        "local_day": day.local_day,
        "day_starts_at": day.starts_at,
        "day_ends_at": day.ends_at,
        "next_day_at": day.ends_at,
        "joined_at": now,
    }
    new = insert(Player).values(row).on_conflict_do_nothing(index_elements=["user_id"]).returning(Player.user_id)
    with named_violations(_VIOLATIONS):
        added = await db.scalar(new)
    return await locked(db, user_id), added is not None


async def change(db: UnitOfWork, user_id: UUID, wanted: PlayerChange) -> Player:
    """Changes how somebody plays.

    Raises NotPlaying, VersionConflict, HandleTaken, MinorsAreNotShown, AgeNotProved, TimeZoneChangedLately.
    """
    player = await locked(db, user_id)
    refuse_other_version(wanted.version, player.version)
    if player.is_minor and not wanted.is_minor:
        await _require_age(db, user_id)
    _refuse_shown(wanted.visibility, is_minor=wanted.is_minor)
    _move(player, wanted.time_zone)
    player.visibility, player.is_minor = wanted.visibility, wanted.is_minor
    for name, value in _named(wanted.handle).items():
        setattr(player, name, value)
    player.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    return player


async def of(db: UnitOfWork, user_id: UUID) -> Player:
    """Returns a player. Raises NotPlaying."""
    player = await db.get(Player, user_id)
    if player is None or player.deleted_at is not None:
        raise NotPlaying
    return player


async def locked(db: UnitOfWork, user_id: UUID) -> Player:
    """Returns a player whom nobody else changes until the commit. Raises NotPlaying."""
    query = select(Player).where(Player.user_id == user_id, Player.deleted_at.is_(None))
    player = await db.scalar(query.with_for_update(key_share=True).execution_options(populate_existing=True))
    if player is None:
        raise NotPlaying
    return player


async def forget(db: UnitOfWork, user_id: UUID) -> Player | None:
    """Forgets who a player was: the handle goes, and no day comes any more. Returns the player if there is one."""
    player = await db.get(Player, user_id, with_for_update={"key_share": True}, populate_existing=True)
    if player is not None and player.deleted_at is None:
        player.handle = player.handle_key = player.next_day_at = None
        player.visibility, player.time_zone, player.deleted_at = "nobody", "UTC", clock.now()
    return player


async def _free(db: UnitOfWork) -> str:
    """Returns a handle that nobody has."""
    offered = [made_up(_CHANCE) for _ in range(8)]
    taken = set(await db.scalars(select(Player.handle_key).where(Player.handle_key.in_(map(key_of, offered)))))
    return next((handle for handle in offered if key_of(handle) not in taken), offered[0])


def _named(handle: str) -> dict[str, str]:
    return {"handle": handle, "handle_key": key_of(handle)}


def _refuse_shown(visibility: str, *, is_minor: bool) -> None:
    if is_minor and visibility == "everyone":
        raise MinorsAreNotShown


async def _require_age(db: UnitOfWork, user_id: UUID) -> None:
    """Whoever is verified has shown a document with their date of birth."""
    if (await standing.of(db, user_id)).kyc != "approved":
        raise AgeNotProved


def _move(player: Player, time_zone: str) -> None:
    """Takes another time zone; the day that it is goes on to its end. Raises TimeZoneChangedLately."""
    if time_zone == player.time_zone:
        return
    now = clock.now()
    left = ZONE_LASTS - (now - player.zone_changed_at) if player.zone_changed_at else timedelta()
    if left > timedelta():
        raise TimeZoneChangedLately(retry_after=int(left.total_seconds()) + 1)
    player.time_zone, player.zone_changed_at = time_zone, now
