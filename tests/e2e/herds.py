"""Animals that are fed and cared for, as their owners, the farm and a veterinarian see it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar
from uuid import UUID, uuid4

import aio_pika
import httpx
from aio_pika.abc import HeadersType

from amigok.client import Person, usd
from amigok_chassis.money import CURRENCIES
from amigok_chassis.patience import until
from amigok_client import Call, Problem
from amigok_client.api import (
    barn,
    bookings,
    changes,
    livestock,
    packages,
    procedures,
    reports,
    requests,
)
from amigok_client.models import (
    CancelIn,
    CareAcceptIn,
    CareCompletionIn,
    CareReportIn,
    CareRequestIn,
    CareRequestOut,
    CareServiceIn,
    FeedingIn,
    FeedingsIn,
    MoneyAsked,
    PackageIn,
    PackageOut,
    Prices,
    SubscribeIn,
    SubscriptionOut,
    VisitIn,
)
from amigok_contracts import Event, Money
from amigok_contracts.farm import LivestockRegistered

T = TypeVar("T")

MEALS = [f"{hour:02}:00" for hour in range(0, 24, 2)]
"""So often that one can be logged at any time."""

PRICE = usd("1.20")
"""Of a day's feed, and of a visit."""

DAY_LATER = """
    WITH due AS (SELECT * FROM periods WHERE subscription_id = ANY($1::uuid[]) AND closed_at IS NULL),
        moved AS (
            UPDATE meals SET due_at = meals.due_at - interval '1 day', local_day = meals.local_day - 1
            FROM due WHERE meals.period_id = due.id
        ),
        anchored AS (
            UPDATE subscriptions AS s SET anchor_at = s.anchor_at - interval '1 day'
            FROM due WHERE due.subscription_id = s.id
        )
    UPDATE periods SET starts_at = periods.starts_at - interval '1 day', ends_at = periods.ends_at - interval '1 day'
    FROM due WHERE periods.id = due.id
"""
"""Makes periods a day older. The clock of the fleet, which all journeys share, stays."""


async def insist(person: Person, call: Call[T], *, early: Iterable[str] = ()) -> T:
    """Sends what may be sent again until it is answered, and while the answer is a code of what was too early."""

    async def answered() -> list[T]:
        try:
            return [await person.send(call)]
        except httpx.TransportError:
            return []
        except Problem as problem:
            if problem.status not in (502, 503, 504) and problem.code not in early:
                raise
            return []

    [answer] = await until(answered)
    return answer


async def a_package(fleet: Any, animal: UUID) -> PackageOut:
    """A feed package for animals of this one's type, sold by the day."""
    kind = (await fleet.admin.send(livestock.get_livestock(animal))).livestock_type_id
    body = PackageIn([kind], MEALS, f"Meadow {kind}", "standard", prices=Prices([PRICE]), ration_kg="2.4")
    added: PackageOut = await insist(
        fleet.admin, packages.add_feed_package(body=body), early=["unknown_livestock_type"]
    )
    return added


async def told(fleet: Any, like: UUID, owners: Sequence[Person], *, service: str = "feed") -> list[UUID]:
    """Animals, one of each owner, that live with this one: many are quickly there.

    One service alone hears of them, and notification: it tells their owners what that service says of them.
    """
    farm = await fleet.admin.send(livestock.get_livestock(like))
    events = [
        LivestockRegistered(
            livestock_id=uuid4(),
            farm_id=farm.farm_id,
            farm_name=farm.farm_name,
            livestock_type_id=farm.livestock_type_id,
            type_name="Sheep",
            breed_name="Awassi",
            tag_number=f"JO{uuid4()}",
            sex="female",
            weight_kg=Decimal("61.50"),
            value=Money.of_minor(100, "USD"),
            owner_id=owner.id,
            registered_at=datetime.now(UTC),
            aggregate_version=1,
        )
        for owner in owners
    ]
    animals = [event.livestock_id for event in events]
    async with fleet.channel() as channel:
        for name in (service, "notification"):
            exchange = await channel.get_exchange(f"{name}.queues", ensure=False)
            await asyncio.gather(*(exchange.publish(_message(event), f"{name}.animals") for event in events))
            await until(partial(_known, fleet, animals, name))
    return animals


def _message(event: Event) -> aio_pika.Message:
    headers: HeadersType = {
        "cloudEvents_id": str(uuid4()),
        "cloudEvents_type": event.type,
        "cloudEvents_dataversion": event.version,
    }
    return aio_pika.Message(event.model_dump_json().encode(), headers=headers)


async def _known(fleet: Any, animals: Sequence[UUID], service: str) -> bool:
    count = "SELECT count(*) FROM animals WHERE id = ANY($1::uuid[])"
    return bool((await fleet.query(service, count, animals))[0]["count"] == len(animals))


async def subscribe(owner: Person, animal: UUID, package: PackageOut) -> UUID:
    """A new subscription, whose price the wallet is asked for."""
    call = changes.subscribe_change(animal, package.id, body=SubscribeIn("daily", PRICE))
    return (await insist(owner, call, early=["livestock_not_found"])).id


async def run(fleet: Any, subscriptions: Sequence[UUID]) -> bool:
    """Whether the price of a period of each of these is held."""
    held = "SELECT count(*) FROM periods WHERE state = 'open' AND subscription_id = ANY($1::uuid[])"
    return bool((await fleet.query("feed", held, subscriptions))[0]["count"] == len(subscriptions))


async def cancelled(owner: Person, subscription_id: UUID, *, when: str) -> SubscriptionOut:
    """Ends a subscription, now or with its period."""
    read = changes.read_subscription(subscription_id)

    async def cancel(it: SubscriptionOut) -> None:
        body = CancelIn(it.version, when)  # type: ignore[arg-type]
        await owner.send(changes.cancel_subscription(it.id, body=body))

    return await brought(owner, read, lambda it: it.cancel_at_end or it.ended_at is not None, cancel)


async def fed(fleet: Any, animals: Sequence[UUID]) -> None:
    """The farm logs a meal of each of these animals now."""
    now = datetime.now(UTC)
    for start in range(0, len(animals), 1000):
        logged = [FeedingIn(uuid4(), now, animal) for animal in animals[start : start + 1000]]
        verdicts = await fleet.admin.send(barn.log_feedings(body=FeedingsIn(logged)))
        assert all(each.feeding for each in verdicts.items), verdicts.items


async def a_care_service(fleet: Any) -> UUID:
    """Care at a fixed price."""
    prices = [MoneyAsked(PRICE.amount, currency) for currency in CURRENCIES]
    body = CareServiceIn("checkup", 30, f"Checkup {uuid4()}", prices)
    added = await fleet.admin.send(procedures.add_care_service(body=body))
    return UUID(str(added.id))


async def held(owner: Person, animal: UUID, service_id: UUID) -> CareRequestOut:
    """A request for care that the owner has accepted, and whose price is held."""
    body = CareRequestIn("USD", service_id)
    asked = await insist(owner, requests.request_care(animal, body=body), early=["livestock_not_found"])
    accepted = requests.accept_care(asked.id, body=CareAcceptIn(asked.quote_version))
    await insist(owner, accepted)
    return await seen(owner, requests.read_care_request(asked.id), lambda it: it.funded_at is not None)


async def cared_for(fleet: Any, vet: Person, request_id: UUID) -> CareRequestOut:
    """The veterinarian is named, comes, writes a report and completes what was asked for."""
    read = requests.read_care_request(request_id)

    async def step(it: CareRequestOut) -> None:
        if it.veterinarian_id is None:
            named = VisitIn(it.version, veterinarian_id=vet.id)
            await fleet.admin.send(bookings.assign_veterinarian(it.id, body=named))
        elif it.started_at is None:
            await vet.send(requests.start_care(it.id))
        else:
            await vet.send(reports.write_care_report(it.id, body=CareReportIn("Healthy")))
            latest = await vet.send(read)
            await vet.send(reports.complete_care(it.id, body=CareCompletionIn(latest.version)))

    return await brought(fleet.admin, read, lambda it: it.ended_at is not None, step)


async def a_day(fleet: Any, owner: Person, animals: Sequence[UUID]) -> None:
    """Each animal is fed and cared for. Of the last the owner cancels both before anything is done."""
    package, vet, service_id = (
        await a_package(fleet, animals[0]),
        await fleet.hire("vet", "veterinarian"),
        await a_care_service(fleet),
    )
    *kept, last = started = [await subscribe(owner, animal, package) for animal in animals]
    await until(partial(run, fleet, started))
    *wanted, unwanted = [(await held(owner, animal, service_id)).id for animal in animals]
    await fed(fleet, animals[:-1])
    for subscription_id in kept:
        await cancelled(owner, subscription_id, when="period_end")
    await fleet.query("feed", DAY_LATER, kept)
    await cancelled(owner, last, when="now")
    for request_id in wanted:
        await cared_for(fleet, vet, request_id)
    await owner.send(requests.cancel_care(unwanted))
    await until(partial(_missed, fleet))


async def _missed(fleet: Any) -> bool:
    """Whether what was not fed in time is known to be missed: a task marks it."""
    waiting = "SELECT count(*) FROM meals WHERE state = 'planned' AND due_at < now() - interval '4 hours'"
    return not (await fleet.query("feed", waiting))[0]["count"]


async def seen(person: Person, call: Call[T], wanted: Callable[[T], bool]) -> T:
    """What is read, once it is what is wanted."""

    async def nothing(_: T) -> None:
        """The fleet brings it there."""

    return await brought(person, call, wanted, nothing)


async def brought(
    person: Person, call: Call[T], wanted: Callable[[T], bool], step: Callable[[T], Awaitable[None]]
) -> T:
    """What is read once steps have brought it there. One whose answer is lost is taken again if it is still needed."""

    async def there() -> list[T]:
        try:
            it = await person.send(call)
            if wanted(it):
                return [it]
            await step(it)
        except httpx.TransportError:
            pass
        except Problem as problem:
            if problem.status not in (404, 409, 502, 503, 504):
                raise
        return []

    [it] = await until(there)
    return it
