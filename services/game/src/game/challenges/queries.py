"""Reads of challenges."""

from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.challenges import service
from game.challenges.errors import ChallengeNotFound
from game.challenges.models import Challenge, Participation
from game.challenges.schemas import CONDITIONS, ChallengeOut, MyChallengeOut
from game.deeds.conditions import Facts, Progress, progress
from game.players import service as players
from game.players.models import Player


async def offered(db: UnitOfWork, paging: Paging) -> Page[ChallengeOut]:
    """Returns all challenges, those that end last first, retired ones too."""
    rows, cursor = await paginate(db, select(Challenge), paging, key=[Challenge.ends_on, Challenge.id])
    return Page(items=[ChallengeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def of_player(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[MyChallengeOut]:
    """Returns the challenges that a player can join or has joined, those that end last first. Raises NotPlaying."""
    player = await players.of(db, player_id)
    mine = select(Participation.challenge_id).where(Participation.player_id == player_id)
    is_open = Challenge.is_active & (Challenge.ends_on >= player.local_day)
    query = select(Challenge).where(or_(is_open, Challenge.id.in_(mine)))
    rows, cursor = await paginate(db, query, paging, key=[Challenge.ends_on, Challenge.id])
    return Page(items=await _shown(db, player_id, rows), next_cursor=cursor)


async def running(db: UnitOfWork, player: Player) -> list[MyChallengeOut]:
    """Returns the challenges that a player has joined and that are not over, those that end first first."""
    query = select(Challenge).join(Participation, Participation.challenge_id == Challenge.id)
    query = query.where(Participation.player_id == player.user_id, Challenge.ends_on >= player.local_day)
    query = query.where(Participation.completed_at.is_(None)).order_by(Challenge.ends_on, Challenge.id)
    return await _shown(db, player.user_id, list(await db.scalars(query.limit(service.AT_ONCE))))


async def one(db: UnitOfWork, player_id: UUID, challenge_id: UUID) -> MyChallengeOut:
    """Returns a challenge as a player sees it. Raises ChallengeNotFound."""
    challenge = await db.get(Challenge, challenge_id)
    if challenge is None:
        raise ChallengeNotFound
    [found] = await _shown(db, player_id, [challenge])
    return found


async def _shown(db: UnitOfWork, player_id: UUID, challenges: list[Challenge]) -> list[MyChallengeOut]:
    ids = [challenge.id for challenge in challenges]
    mine = select(Participation).where(Participation.player_id == player_id, Participation.challenge_id.in_(ids))
    joined = {each.challenge_id: each for each in await db.scalars(mine)}
    pairs = [(challenge, joined[challenge.id]) for challenge in challenges if challenge.id in joined]
    come = await service.progress_in(db, player_id, pairs)
    known = {challenge.id: each for (challenge, _), each in zip(pairs, come, strict=True)}
    return [_one(each, joined.get(each.id), known.get(each.id) or _nothing(each)) for each in challenges]


def _nothing(challenge: Challenge) -> Progress:
    return progress(CONDITIONS.validate_python(challenge.condition), Facts())


def _one(challenge: Challenge, participation: Participation | None, come: Progress) -> MyChallengeOut:
    names = ("id", "name", "description", "starts_on", "ends_on", "xp", "coins")
    return MyChallengeOut(
        have=come.have,
        need=come.need,
        joined_at=participation.joined_at if participation else None,
        completed_at=participation.completed_at if participation else None,
        **{name: getattr(challenge, name) for name in names},
    )
