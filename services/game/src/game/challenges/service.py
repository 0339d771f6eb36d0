"""Use cases of challenges: who joins, and who has met one."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import ChallengeCompleted
from game.achievements import facts
from game.challenges.errors import ChallengeNotFound, ChallengeOver, ChallengeRetired, TooManyChallenges
from game.challenges.models import Challenge, Participation
from game.challenges.schemas import CONDITIONS
from game.deeds import service as deeds
from game.deeds.conditions import Progress, progress
from game.players import service as players
from game.players.models import Player
from game.rewards import service as rewards

AT_ONCE = 10
"""So many challenges that are not over may somebody have joined."""

LATE = timedelta(days=30)
"""So long after its end a challenge can still be met, by what becomes known late."""


async def join(db: UnitOfWork, player_id: UUID, challenge_id: UUID) -> None:
    """Lets a player join a challenge; what they do from today on counts. Repeating the call has no further effect.

    Raises AccountInactive, NotPlaying, ChallengeNotFound, ChallengeRetired, ChallengeOver, TooManyChallenges.
    """
    await standing.require_active(db, player_id)
    player = await players.locked(db, player_id)
    challenge = await db.get(Challenge, challenge_id)
    if challenge is None:
        raise ChallengeNotFound
    if await db.get(Participation, (challenge_id, player_id)) is None:
        await _join(db, player, challenge)


async def complete_met(db: UnitOfWork, player: Player) -> int:
    """Completes the challenges that a player, who is locked, has met by now, each once. Returns how many."""
    query = select(Challenge, Participation).join(Participation, Participation.challenge_id == Challenge.id)
    mine = query.where(Participation.player_id == player.user_id, Participation.completed_at.is_(None))
    mine = mine.where(Challenge.ends_on >= player.local_day - LATE)
    joined = [(row[0], row[1]) for row in await db.execute(mine.order_by(Challenge.id))]
    come = await progress_in(db, player.user_id, joined)
    met = [pair for pair, each in zip(joined, come, strict=True) if each.met]
    for challenge, participation in met:
        await _complete(db, player, challenge, participation)
    return len(met)


async def progress_in(
    db: UnitOfWork, player_id: UUID, joined: Sequence[tuple[Challenge, Participation]]
) -> list[Progress]:
    """Returns how far a player has come in each of these challenges."""
    asked = [
        (CONDITIONS.validate_python(challenge.condition), (max(challenge.starts_on, mine.from_day), challenge.ends_on))
        for challenge, mine in joined
    ]
    known = await facts.within(db, player_id, asked)
    return [progress(condition, each) for (condition, _), each in zip(asked, known, strict=True)]


async def _join(db: UnitOfWork, player: Player, challenge: Challenge) -> None:
    if not challenge.is_active:
        raise ChallengeRetired
    if challenge.ends_on < player.local_day:
        raise ChallengeOver
    joined = select(func.count()).select_from(Participation)
    joined = joined.join(Challenge, Challenge.id == Participation.challenge_id)
    joined = joined.where(Participation.player_id == player.user_id, Participation.completed_at.is_(None))
    if (await db.scalar(joined.where(Challenge.ends_on >= player.local_day)) or 0) >= AT_ONCE:
        raise TooManyChallenges(limit=AT_ONCE)
    row = Participation(
        challenge_id=challenge.id, player_id=player.user_id, from_day=player.local_day, joined_at=clock.now()
    )
    db.add(row)
    await db.flush()
    await deeds.evaluate(db, [player.user_id])


async def _complete(db: UnitOfWork, player: Player, challenge: Challenge, participation: Participation) -> None:
    participation.completed_at = clock.now()
    reward = rewards.Reward(player.user_id, "challenge", challenge.id, challenge.xp, challenge.coins)
    await rewards.give(db, [reward])
    await deeds.add(db, {(player.user_id, challenge.ends_on, "challenge"): 1})
    completed = ChallengeCompleted(
        user_id=player.user_id,
        challenge_id=challenge.id,
        title=challenge.name,
        xp=challenge.xp,
        coins=challenge.coins,
    )
    emit(db, completed)
