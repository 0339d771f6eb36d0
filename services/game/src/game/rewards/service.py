"""Gives experience and coins. Whoever calls holds the locks on the players' rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import LevelReached
from game.coins import service as coins
from game.deeds import service as deeds
from game.players.levels import level_of
from game.seasons import service as seasons


@dataclass(frozen=True)
class Reward:
    """Experience and coins for a player, for something that nobody is rewarded for twice."""

    player_id: UUID
    kind: str
    source_id: UUID
    xp: int
    coins: int


_EARN = text("""
INSERT INTO earnings (id, player_id, kind, source_id, xp, coins, created_at)
SELECT id, player_id, kind, source_id, xp, coins, :now FROM unnest(
    CAST(:ids AS uuid[]), CAST(:players AS uuid[]), CAST(:kinds AS text[]), CAST(:sources AS uuid[]),
    CAST(:xp AS int[]), CAST(:coins AS int[])
) AS won (id, player_id, kind, source_id, xp, coins)
ON CONFLICT (player_id, kind, source_id) DO NOTHING
RETURNING id, player_id, kind, xp, coins
""")

_GROW = text("""
UPDATE players AS player SET xp = player.xp + won.xp
FROM unnest(CAST(:players AS uuid[]), CAST(:xp AS bigint[])) AS won (player_id, xp)
WHERE player.user_id = won.player_id
RETURNING player.user_id AS id, player.xp
""")


async def give(db: UnitOfWork, rewards: Sequence[Reward]) -> None:
    """Gives rewards, each once, in few round trips however many there are. Repeating the call has no further effect."""
    earned = await _earn(db, rewards)
    if earned:
        await coins.give(db, [coins.Gift(each.id, each.player_id, each.kind, each.coins) for each in earned])
        await _grow(db, _won(earned))
        await deeds.evaluate(db, {each.player_id for each in earned})


async def _earn(db: UnitOfWork, rewards: Sequence[Reward]) -> Sequence[Row[Any]]:
    """Stores rewards; returns those that are new."""
    if not rewards:
        return []
    arguments = {
        "ids": [new_id() for _ in rewards],
        "players": [each.player_id for each in rewards],
        "kinds": [each.kind for each in rewards],
        "sources": [each.source_id for each in rewards],
        "xp": [each.xp for each in rewards],
        "coins": [each.coins for each in rewards],
    }
    return (await db.execute(_EARN, {**arguments, "now": clock.now()})).all()


def _won(earned: Sequence[Row[Any]]) -> Mapping[UUID, int]:
    """The experience of each player, by their ids in order."""
    won: Counter[UUID] = Counter()
    for each in earned:
        won[each.player_id] += each.xp
    return {player_id: won[player_id] for player_id in sorted(won) if won[player_id]}


async def _grow(db: UnitOfWork, won: Mapping[UUID, int]) -> None:
    """Adds experience to players and their seasons, and tells of levels that they reach."""
    if not won:
        return
    await seasons.add(db, won)
    for player in (await db.execute(_GROW, {"players": list(won), "xp": list(won.values())})).all():
        level = level_of(player.xp)
        if level > level_of(player.xp - won[player.id]):
            emit(db, LevelReached(user_id=player.id, level=level, xp=player.xp))
