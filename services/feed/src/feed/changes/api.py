"""What owners choose for their animals, over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import CurrentUser, assurance
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.machine import WrongState
from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing.service import AccountInactive
from amigok_herd import LivestockNotFound
from feed.changes import queries as previews
from feed.changes import service
from feed.changes.queries import Choice
from feed.changes.schemas import CancelIn, PackageChoiceIn, Preview, ResumeIn, SeenIn, SubscribeIn
from feed.packages.errors import PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing
from feed.periods.calendar import Cycle
from feed.subscriptions import queries
from feed.subscriptions.errors import (
    AlreadySubscribed,
    HoldPending,
    NothingToKeep,
    PriceChanged,
    SamePackage,
    SubscriptionNotFound,
)
from feed.subscriptions.schemas import SubscriptionOut

router = APIRouter(prefix="/api/v1")

_OFFER = (PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing)
_OWN = (SubscriptionNotFound, VersionConflict)


@router.post(
    "/livestock/{livestock_id}/feed-packages/{package_id}/subscribe",
    status_code=202,
    response_model=SubscriptionOut,
    responses=problems(AccountInactive, LivestockNotFound, AlreadySubscribed, PriceChanged, *_OFFER),
)
@follow("/api/v1/subscriptions/{id}")
async def subscribe(
    livestock_id: UUID, package_id: UUID, body: SubscribeIn, me: CurrentUser, once: OnceOnly
) -> Response:
    """Subscribes to a feed package for an animal of yours. Its price is held; you pay what was fed of it."""

    async def start(db: Session) -> SubscriptionOut:
        return await service.subscribe(
            db,
            livestock_id=livestock_id,
            package_id=package_id,
            cycle=body.cycle,
            price=body.price,
            owner_id=me.id,
            assurance=assurance(me),
        )

    return await once.commit(start, status=202, now=_now(me.id))


@router.get(
    "/livestock/{livestock_id}/feed-packages/{package_id}/preview", responses=problems(LivestockNotFound, *_OFFER)
)
async def preview_subscription(
    livestock_id: UUID,
    package_id: UUID,
    me: CurrentUser,
    db: Session,
    cycle: Annotated[Cycle, Query()] = "monthly",
    currency: Annotated[AccountCurrency, Query()] = "USD",
) -> Preview:
    """Says what it would cost to subscribe now."""
    return await previews.preview_subscription(
        db, livestock_id=livestock_id, package_id=package_id, cycle=cycle, currency=currency, owner_id=me.id
    )


@router.get("/my-feed-subscriptions")
async def list_my_feed_subscriptions(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[SubscriptionOut]:
    """Lists your feed subscriptions, newest first."""
    return await queries.page(db, owner_id=me.id, paging=paging)


@router.get("/subscriptions/{subscription_id}", responses=problems(SubscriptionNotFound))
async def read_subscription(subscription_id: UUID, me: CurrentUser, db: Reader) -> SubscriptionOut:
    """Returns a feed subscription of yours."""
    return await queries.one(db, subscription_id, owner_id=me.id)


@router.get("/subscriptions/{subscription_id}/preview", responses=problems(SubscriptionNotFound, WrongState, *_OFFER))
async def preview_change(
    subscription_id: UUID,
    me: CurrentUser,
    db: Session,
    choice: Annotated[Choice, Query()] = "cancel",
    package_id: Annotated[UUID | None, Query(description="For `upgrade` and `downgrade`")] = None,
) -> Preview:
    """Says what a choice would cost."""
    return await previews.preview_change(db, subscription_id, owner_id=me.id, choice=choice, package_id=package_id)


@router.post("/subscriptions/{subscription_id}/pause", responses=problems(*_OWN, WrongState))
async def pause_subscription(subscription_id: UUID, body: SeenIn, me: CurrentUser, db: Session) -> SubscriptionOut:
    """Pauses a subscription: its period is settled now, and the animal gets the basic ration."""
    return await service.pause(db, subscription_id, owner_id=me.id, seen=body.version)


@router.post(
    "/subscriptions/{subscription_id}/resume",
    status_code=202,
    response_model=SubscriptionOut,
    responses=problems(*_OWN, AccountInactive, WrongState, PackageUnsuitable, PriceMissing, PriceChanged),
)
@follow("/api/v1/subscriptions/{id}")
async def resume_subscription(subscription_id: UUID, body: ResumeIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Resumes a subscription: a new period begins now."""

    async def go_on(db: Session) -> SubscriptionOut:
        return await service.resume(
            db, subscription_id, owner_id=me.id, seen=body.version, price=body.price, assurance=assurance(me)
        )

    return await once.commit(go_on, status=202, now=_now(me.id))


@router.post("/subscriptions/{subscription_id}/cancel", responses=problems(*_OWN, WrongState))
async def cancel_subscription(subscription_id: UUID, body: CancelIn, me: CurrentUser, db: Session) -> SubscriptionOut:
    """Cancels a subscription, now or at the end of its period."""
    return await service.cancel(db, subscription_id, owner_id=me.id, seen=body.version, when=body.when)


@router.post("/subscriptions/{subscription_id}/keep", responses=problems(*_OWN, NothingToKeep))
async def keep_subscription(subscription_id: UUID, body: SeenIn, me: CurrentUser, db: Session) -> SubscriptionOut:
    """Takes back a cancellation or another package that would follow at the end of the period."""
    return await service.keep(db, subscription_id, owner_id=me.id, seen=body.version)


@router.post(
    "/subscriptions/{subscription_id}/upgrade",
    status_code=202,
    response_model=SubscriptionOut,
    responses=problems(*_OWN, AccountInactive, WrongState, SamePackage, PriceChanged, *_OFFER),
)
@follow("/api/v1/subscriptions/{id}")
async def upgrade_subscription(
    subscription_id: UUID, body: PackageChoiceIn, me: CurrentUser, once: OnceOnly
) -> Response:
    """Changes to another package now: what was fed is paid, and a period of the new package begins."""

    async def change(db: Session) -> SubscriptionOut:
        return await service.upgrade(
            db,
            subscription_id,
            owner_id=me.id,
            seen=body.version,
            package_id=body.package_id,
            price=body.price,
            assurance=assurance(me),
        )

    return await once.commit(change, status=202, now=_now(me.id))


@router.post(
    "/subscriptions/{subscription_id}/downgrade",
    responses=problems(*_OWN, WrongState, SamePackage, PriceChanged, *_OFFER),
)
async def downgrade_subscription(
    subscription_id: UUID, body: PackageChoiceIn, me: CurrentUser, db: Session
) -> SubscriptionOut:
    """Changes to another package at the end of the period."""
    return await service.downgrade(
        db, subscription_id, owner_id=me.id, seen=body.version, package_id=body.package_id, price=body.price
    )


@router.post(
    "/subscriptions/{subscription_id}/pay",
    status_code=202,
    response_model=SubscriptionOut,
    responses=problems(*_OWN, AccountInactive, WrongState, HoldPending),
)
@follow("/api/v1/subscriptions/{id}")
async def pay_subscription(subscription_id: UUID, body: SeenIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Tries again to hold the price of an unpaid subscription."""

    async def ask(db: Session) -> SubscriptionOut:
        return await service.pay(db, subscription_id, owner_id=me.id, seen=body.version, assurance=assurance(me))

    return await once.commit(ask, status=202, now=_now(me.id))


def _now(owner_id: UUID) -> Any:
    """Reads the subscription of a request that was sent again."""

    async def now(db: Session, subscription_id: UUID) -> SubscriptionOut:
        return await queries.one(db, subscription_id, owner_id=owner_id)

    return now
