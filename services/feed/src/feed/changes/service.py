"""What owners choose: subscribe, pause, cancel, change. The subscription is locked."""

from datetime import datetime
from uuid import UUID

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.feed import SubscriptionPaused, SubscriptionResumed, SubscriptionStarted
from feed.animals.models import Animal
from feed.billing import blocks, closing, renewing, unpaid
from feed.billing.closing import Closing
from feed.billing.opening import Opening, open_periods
from feed.changes.offers import is_given_on, own_animal, require_offered, require_price, time_zone
from feed.changes.schemas import When
from feed.packages.errors import PackageUnsuitable, PriceMissing
from feed.packages.models import PackageVersion
from feed.packages.queries import versions_at
from feed.periods.calendar import Cycle
from feed.subscriptions import queries
from feed.subscriptions import service as endings
from feed.subscriptions.errors import AlreadySubscribed, HoldPending, NothingToKeep, SamePackage
from feed.subscriptions.machine import SUBSCRIPTIONS
from feed.subscriptions.models import Subscription
from feed.subscriptions.schemas import SubscriptionOut

_VIOLATIONS = {"subscriptions_live_key": AlreadySubscribed}


async def subscribe(
    db: UnitOfWork,
    *,
    livestock_id: UUID,
    package_id: UUID,
    cycle: Cycle,
    price: Money,
    owner_id: UUID,
    assurance: Assurance | None,
) -> SubscriptionOut:
    """Subscribes to a package for an animal that one owns; its first period begins now.

    Raises AccountInactive, LivestockNotFound, PackageNotFound, PackageRetired, PackageUnsuitable, PriceMissing,
    PriceChanged, AlreadySubscribed.
    """
    await standing.require_active(db, owner_id)
    animal = await own_animal(db, livestock_id, owner_id, locked=True)
    version = await require_offered(db, package_id, animal)
    require_price(version, cycle, price)
    now = clock.now()
    subscription = Subscription(
        livestock_id=livestock_id,
        owner_id=owner_id,
        package_id=package_id,
        currency=price.currency,
        cycle=cycle,
        state=SUBSCRIPTIONS.follow("start", None),
        version=1,
        anchor_at=now,
        time_zone=await time_zone(db, animal),
        started_at=now,
    )
    subscription.agree(assurance)
    db.add(subscription)
    with named_violations(_VIOLATIONS):
        await db.flush()
    emit(
        db,
        SubscriptionStarted(
            subscription_id=subscription.id,
            livestock_id=livestock_id,
            owner_id=owner_id,
            package_id=package_id,
            cycle=cycle,
            currency=price.currency,
        ),
    )
    await begin(db, subscription, version, price, now=now)
    return await queries.shown(db, subscription)


async def pause(db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int) -> SubscriptionOut:
    """Ends the period now. The animal gets the basic ration until the owner resumes.

    Raises SubscriptionNotFound, VersionConflict, WrongState.
    """
    subscription = await _locked(db, subscription_id, owner_id, seen)
    subscription.state = SUBSCRIPTIONS.follow("pause", subscription.state)
    subscription.version += 1
    await close_all(db, subscription, clock.now(), "paused")
    about = {"livestock_id": subscription.livestock_id, "owner_id": owner_id}
    emit(db, SubscriptionPaused(subscription_id=subscription.id, **about))
    return await queries.shown(db, subscription)


async def resume(
    db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int, price: Money, assurance: Assurance | None
) -> SubscriptionOut:
    """Goes on with what the owner has chosen: a new period begins now. A retired package is still theirs.

    Raises AccountInactive, SubscriptionNotFound, VersionConflict, WrongState, PackageUnsuitable, PriceMissing,
    PriceChanged.
    """
    await standing.require_active(db, owner_id)
    subscription = await _locked(db, subscription_id, owner_id, seen)
    subscription.state = SUBSCRIPTIONS.follow("resume", subscription.state)
    subscription.version += 1
    subscription.package_id = subscription.next_package_id or subscription.package_id
    subscription.next_package_id, subscription.cancel_at_end = None, False
    subscription.agree(assurance)
    version = await _kept(db, subscription, price)
    await begin(db, subscription, version, price, now=clock.now())
    about = {"livestock_id": subscription.livestock_id, "owner_id": owner_id}
    emit(db, SubscriptionResumed(subscription_id=subscription.id, **about))
    return await queries.shown(db, subscription)


async def cancel(db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int, when: When) -> SubscriptionOut:
    """Ends the subscription, now or at the end of the period. What has no period that is held ends now.

    Raises SubscriptionNotFound, VersionConflict, WrongState.
    """
    subscription = await _locked(db, subscription_id, owner_id, seen)
    SUBSCRIPTIONS.follow("cancel", subscription.state)
    if when == "period_end" and subscription.state == "active":
        subscription.cancel_at_end, subscription.next_package_id = True, None
        endings.changed(db, subscription)
        return await queries.shown(db, subscription)
    await close_all(db, subscription, clock.now(), "cancelled")
    endings.cancel(db, subscription)
    await db.flush()
    await blocks.end_if_paid(db, subscription)
    return await queries.shown(db, subscription)


async def keep(db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int) -> SubscriptionOut:
    """Takes back what is to happen at the end of the period.

    Raises SubscriptionNotFound, VersionConflict, NothingToKeep.
    """
    subscription = await _locked(db, subscription_id, owner_id, seen)
    if not subscription.cancel_at_end and subscription.next_package_id is None:
        raise NothingToKeep
    subscription.cancel_at_end, subscription.next_package_id = False, None
    endings.changed(db, subscription)
    return await queries.shown(db, subscription)


async def upgrade(
    db: UnitOfWork,
    subscription_id: UUID,
    *,
    owner_id: UUID,
    seen: int,
    package_id: UUID,
    price: Money,
    assurance: Assurance | None,
) -> SubscriptionOut:
    """Changes to another package now: the running period is settled, and one of the new package begins.

    Raises AccountInactive, SubscriptionNotFound, VersionConflict, WrongState, SamePackage, PackageNotFound,
    PackageRetired, PackageUnsuitable, PriceMissing, PriceChanged.
    """
    await standing.require_active(db, owner_id)
    subscription = await _locked(db, subscription_id, owner_id, seen)
    version = await _other(db, subscription, package_id, price, at=clock.now())
    await close_all(db, subscription, clock.now(), "changed")
    subscription.package_id, subscription.next_package_id, subscription.cancel_at_end = package_id, None, False
    subscription.agree(assurance)
    endings.changed(db, subscription)
    await begin(db, subscription, version, price, now=clock.now())
    return await queries.shown(db, subscription)


async def downgrade(
    db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int, package_id: UUID, price: Money
) -> SubscriptionOut:
    """Changes to another package at the end of the period.

    Raises SubscriptionNotFound, VersionConflict, WrongState, SamePackage, PackageNotFound, PackageRetired,
    PackageUnsuitable, PriceMissing, PriceChanged.
    """
    subscription = await _locked(db, subscription_id, owner_id, seen)
    await _other(db, subscription, package_id, price, at=await _end_of_period(db, subscription))
    subscription.next_package_id, subscription.cancel_at_end = package_id, False
    endings.changed(db, subscription)
    return await queries.shown(db, subscription)


async def pay(
    db: UnitOfWork, subscription_id: UUID, *, owner_id: UUID, seen: int, assurance: Assurance | None
) -> SubscriptionOut:
    """Asks the wallet for the price of an unpaid subscription now, as well authenticated as the owner is now.

    Raises AccountInactive, SubscriptionNotFound, VersionConflict, WrongState, HoldPending.
    """
    await standing.require_active(db, owner_id)
    subscription = await _locked(db, subscription_id, owner_id, seen)
    SUBSCRIPTIONS.follow("recover", subscription.state)
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    if any(period.kind == "package" for period in periods):
        raise HoldPending
    subscription.agree(assurance)
    await unpaid.ask_again(db, [subscription], assurance=assurance)
    return await queries.shown(db, subscription)


async def begin(
    db: UnitOfWork, subscription: Subscription, version: PackageVersion, price: Money, *, now: datetime
) -> None:
    """Opens a first period that begins now; later ones are counted from it."""
    subscription.anchor_at = now
    opening = Opening(
        subscription=subscription,
        version=version,
        price=price,
        cycle=subscription.cycle,
        anchor_at=now,
        assurance=renewing.assurance_of(subscription),
    )
    await open_periods(db, [opening])


async def close_all(db: UnitOfWork, subscription: Subscription, at: datetime, reason: str) -> None:
    """Ends the periods of a subscription that run, at a time."""
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    await closing.close(db, [Closing(period, at, reason) for period in periods])


async def _locked(db: UnitOfWork, subscription_id: UUID, owner_id: UUID, seen: int) -> Subscription:
    subscription = await queries.of_owner(db, subscription_id, owner_id=owner_id, locked=True)
    refuse_other_version(seen, subscription.version)
    return subscription


async def _other(
    db: UnitOfWork, subscription: Subscription, package_id: UUID, price: Money, *, at: datetime
) -> PackageVersion:
    """The version of another package that an active subscription may change to."""
    SUBSCRIPTIONS.follow("pause", subscription.state)
    if package_id == subscription.package_id:
        raise SamePackage
    animal = await db.get_one(Animal, subscription.livestock_id)
    version = await require_offered(db, package_id, animal, at)
    _require_price(subscription, version, price)
    return version


async def _kept(db: UnitOfWork, subscription: Subscription, price: Money) -> PackageVersion:
    """The version of the package that a subscription has, for the price that was seen."""
    animal = await db.get_one(Animal, subscription.livestock_id)
    if not await is_given_on(db, subscription.package_id, animal.farm_id):
        raise PackageUnsuitable(reasons=["farm"])
    version = (await versions_at(db, [subscription.package_id], clock.now())).get(subscription.package_id)
    if version is None:
        raise PriceMissing
    _require_price(subscription, version, price)
    return version


def _require_price(subscription: Subscription, version: PackageVersion, seen: Money) -> None:
    """Raises PriceMissing, also for another currency than the subscription's, and PriceChanged."""
    if seen.currency != subscription.currency:
        raise PriceMissing
    require_price(version, subscription.cycle, seen)


async def _end_of_period(db: UnitOfWork, subscription: Subscription) -> datetime:
    periods = (await queries.live_periods(db, [subscription.id]))[subscription.id]
    return max((period.ends_at for period in periods), default=clock.now())
