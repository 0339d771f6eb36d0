"""Reads of prizes."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import exists, func, select

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.prizes.models import Award, Entitlement
from game.prizes.schemas import PrizeWonOut
from game.settings import Settings

_SHOWN = ("id", "contest_id", "entry_id", "rank", "kind", "what", "percent", "state", "reason", "planned_at")


async def of_owner(db: UnitOfWork, paging: Paging, owner_id: UUID) -> Page[PrizeWonOut]:
    """Returns what somebody has won, newest first."""
    awards, cursor = await paginate(db, select(Award).where(Award.owner_id == owner_id), paging, key=[Award.id])
    ids = [award.id for award in awards]
    granted = {each.id: each for each in await db.scalars(select(Entitlement).where(Entitlement.id.in_(ids)))}
    return Page(items=[_shown(award, granted) for award in awards], next_cursor=cursor)


async def of_contest(db: UnitOfWork, paging: Paging, contest_id: UUID) -> Page[PrizeWonOut]:
    """Returns the prizes of a contest, the best ranks first."""
    query = select(Award).where(Award.contest_id == contest_id)
    awards, cursor = await paginate(db, query, paging, key=[Award.rank, Award.id], descending=False)
    return Page(items=[_shown(award, {}) for award in awards], next_cursor=cursor)


async def are_under_way(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether prizes of somebody are about to be given. Those that are withheld are forfeited when they are deleted."""
    moving = Award.owner_id == user_id, Award.state.in_(("agreeing", "due", "requested"))
    return bool(await db.scalar(select(exists().where(*moving))))


async def stuck(db: UnitOfWork) -> int:
    """Counts prizes that the wallet should have paid long ago."""
    late = clock.now() - db.settings(Settings).answer_within
    return await db.scalar(select(func.count()).where(Award.state == "requested", Award.moved_at < late)) or 0


def _shown(award: Award, granted: Mapping[UUID, Entitlement]) -> PrizeWonOut:
    told = {name: getattr(award, name) for name in _SHOWN} | {"amount": award.money}
    found = granted.get(award.id)
    times = {"expires_at": found and found.expires_at, "code_issued_at": found and found.code_issued_at}
    return PrizeWonOut.model_validate(told | times)
