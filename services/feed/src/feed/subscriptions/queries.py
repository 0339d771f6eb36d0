"""Reads of subscriptions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from feed.periods.machine import LIVE
from feed.periods.models import Period
from feed.subscriptions.errors import SubscriptionNotFound
from feed.subscriptions.models import Subscription
from feed.subscriptions.schemas import SubscriptionOut


async def page(db: UnitOfWork, *, owner_id: UUID, paging: Paging) -> Page[SubscriptionOut]:
    """An owner's subscriptions, newest first. Raises InvalidCursor."""
    rows, cursor = await paginate(
        db, select(Subscription).where(Subscription.owner_id == owner_id), paging, key=[Subscription.id]
    )
    return Page(items=await _shown(db, rows), next_cursor=cursor)


async def one(db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID) -> SubscriptionOut:
    """An owner's subscription. Raises SubscriptionNotFound."""
    return await shown(db, await of_owner(db, subscription_id, owner_id=owner_id))


async def shown(db: UnitOfWork, subscription: Subscription) -> SubscriptionOut:
    """A subscription with the periods that run."""
    await db.flush()
    return (await _shown(db, [subscription]))[0]


async def of_owner(db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, locked: bool = False) -> Subscription:
    """An owner's subscription. Raises SubscriptionNotFound, also for somebody else's."""
    query = select(Subscription).where(Subscription.id == subscription_id, Subscription.owner_id == owner_id)
    query = query.execution_options(populate_existing=True)
    found: Subscription | None = await db.scalar(query.with_for_update() if locked else query)
    if found is None:
        raise SubscriptionNotFound
    return found


async def live_periods(db: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[Period]]:
    """The periods of these subscriptions that have not ended, by the subscription's id."""
    found: dict[UUID, list[Period]] = {id: [] for id in ids}
    live = select(Period).where(Period.subscription_id.in_(ids), Period.closed_at.is_(None), Period.state.in_(LIVE))
    for period in await db.scalars(live.order_by(Period.id).execution_options(populate_existing=True)):
        found[period.subscription_id].append(period)
    return found


async def _shown(db: UnitOfWork, rows: Sequence[Subscription]) -> list[SubscriptionOut]:
    periods = await live_periods(db, [row.id for row in rows])
    refusals = await _last_refusals(db, [row.id for row in rows if row.state == "unpaid"])
    return [SubscriptionOut.of(row, periods[row.id], refusals.get(row.id)) for row in rows]


async def _last_refusals(db: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, str | None]:
    """Why the wallet held no price for these subscriptions the last time that it was asked, by their ids."""
    refused = select(Period.subscription_id, Period.refusal).where(
        Period.subscription_id.in_(ids), Period.state == "refused"
    )
    last = refused.ext(distinct_on(Period.subscription_id)).order_by(Period.subscription_id, Period.id.desc())
    return {row.subscription_id: row.refusal for row in await db.execute(last)} if ids else {}
