"""The steps of the demonstration in which an animal is fed, and its owner pays for what it ate."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

from amigok.client import Person, usd
from amigok.errors import Failure
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_client import Call, Problem
from amigok_client.api import barn, changes, lots, packages, period_statements, staff
from amigok_client.models import (
    CancelIn,
    FeedingIn,
    FeedingsIn,
    FeedingTaskOut,
    Ingredient,
    LivestockDetails,
    LotIn,
    PackageIn,
    PackageOut,
    Prices,
    StatementOut,
    SubscribeIn,
    SubscriptionOut,
)
from amigok_client.types import File

MIX = [Ingredient("Lucerne hay", "70"), Ingredient("Barley", "30")]
MEALS = ["06:30", "12:30", "18:30"]
A_DAY = usd("2.00")


async def offer(admin: Person, animal: LivestockDetails) -> PackageOut:
    """Offers a package on the animal's farm, beside the basic ration of those that have none."""
    types, unique = [animal.livestock_type_id], secrets.token_hex(3)
    basic = PackageIn(types, ["07:00"], f"Pasture {unique}", "basic", farm_ids=[animal.farm_id])
    basic.is_basic_ration, basic.ration_percent = True, "2.5"
    await known(admin, packages.add_feed_package(body=basic))
    package = PackageIn(types, MEALS, f"Karoo Finisher {unique}", "premium", farm_ids=[animal.farm_id])
    package.ration_percent, package.ingredients, package.prices = "3", MIX, Prices(daily=[A_DAY])
    return await known(admin, packages.add_feed_package(body=package))


async def known(person: Person, call: Call[PackageOut]) -> PackageOut:
    """Sends what names a type or a farm, again until feed has heard of it."""

    async def sent() -> PackageOut | None:
        try:
            return await person.send(call)
        except Problem as problem:
            if problem.code not in ("unknown_livestock_type", "unknown_farm"):
                raise
            return None

    return await until(sent)


async def employ(admin: Person, hand: Person, farm_id: UUID) -> None:
    """Puts somebody on a farm's staff, and returns once feed has heard of it."""
    await admin.send(staff.add_staff(farm_id, hand.id))

    async def works_there() -> bool:
        try:
            await hand.send(barn.list_feeding_tasks(farm_id=farm_id))
        except Problem as problem:
            if problem.code != "other_farm":
                raise
            return False
        return True

    await until(works_there)


async def deliver(stage: Stage, hand: Person, farm_id: UUID, *, now: datetime) -> None:
    """A delivery of each ingredient comes to the farm."""
    day = now.date() + timedelta(days=90)
    for ingredient in MIX:
        lot = LotIn(now, day, farm_id, ingredient.name, "500", f"L-{secrets.token_hex(3)}", "Graaff Mills")
        delivered = await hand.send(lots.deliver_lot(body=lot))
        stage.fact(f"{delivered.left_kg} kg of {delivered.ingredient} in lot {delivered.lot_number}")


async def subscribe(stage: Stage, owner: Person, animal: UUID, package: PackageOut) -> SubscriptionOut:
    """The owner looks at what it will cost, subscribes, and waits until the first day's price is held."""
    preview = await owner.send(changes.preview_subscription(animal, package.id, cycle="daily"))
    assert preview.held is not None
    stage.fact(f"{owner.name} sees: {preview.held.amount} USD are held for {preview.planned_meals} meals")
    wish = SubscribeIn("daily", usd(preview.held.amount))
    made = await owner.send(changes.subscribe_change(animal, package.id, body=wish))

    async def begun() -> SubscriptionOut | None:
        now = await owner.send(changes.read_subscription(made.id))
        return now if [each.state for each in now.periods] == ["open"] else None

    subscription = await until(begun)
    stage.fact(f"the subscription is {subscription.state}; {' available, '.join(await owner.balance())} held")
    return subscription


async def feed(stage: Stage, hand: Person, farm_id: UUID, *, now: datetime) -> None:
    """Everything on the lists of yesterday and today that is due is fed, but one meal, and logged at once."""
    tasks = [task for task in await _tasks(hand, farm_id, now) if task.due_at <= now]
    for task in tasks:
        stage.fact(f"{task.tag_number}  {task.due_at:%H:%M} UTC: {task.ration_kg} kg of {task.package_name}")
    logs = FeedingsIn(list(_feedings(tasks)))
    verdicts = (await hand.send(barn.log_feedings(body=logs))).items
    if refused := [verdict.code for verdict in verdicts if verdict.feeding is None]:
        raise Failure(f"feedings were refused: {', '.join(map(str, refused))}")
    stage.fact(f"{hand.name} logs {len(verdicts)} meals, of which one was refused")


async def _tasks(hand: Person, farm_id: UUID, now: datetime) -> list[FeedingTaskOut]:
    days = [(now - timedelta(days=1)).date(), now.date()]
    lists = [await hand.send(barn.list_feeding_tasks(farm_id=farm_id, day=day, only_open=True)) for day in days]
    return [task for each in lists for task in each.items if task.package_name]


def _feedings(tasks: list[FeedingTaskOut]) -> Iterator[FeedingIn]:
    for number, task in enumerate(tasks):
        feeding = FeedingIn(new_id(), task.due_at, task.livestock_id, meal_id=task.meal_id)
        if number == 0:
            feeding.outcome, feeding.reason = "refused", "Lay down and did not come to the trough"
        yield feeding


async def keep_statement(stage: Stage, state: State, owner: Person, subscription: SubscriptionOut) -> None:
    """Saves the statement of the first day as PDF, once it is settled."""
    statement = await until(partial(_settled, owner, subscription.periods[0].id))
    charged = sum(Decimal(meal.charged.amount) for meal in statement.meals)
    stage.fact(f"of {statement.price.amount} USD {charged} are paid, {statement.released.amount} given back")
    if charged != Decimal(statement.total.amount):
        raise Failure(f"the meals come to {charged}, the statement to {statement.total.amount}")
    pdf = await owner.send(period_statements.download_feed_statement(statement.id))
    stage.fact(f"statement: {await keep(state, 'statements', f'{statement.id}.pdf', pdf)}")


async def _settled(owner: Person, period_id: UUID) -> StatementOut | None:
    statement = await owner.send(period_statements.read_feed_statement(period_id))
    return statement if statement.state == "settled" else None


async def keep(state: State, folder: str, name: str, pdf: File) -> Path:
    """Saves a document. `Failure` if it is no PDF."""
    content = pdf.payload.read()
    if not content.startswith(b"%PDF-"):
        raise Failure(f"{name} is no PDF")
    place: Path = state.subfolder(folder) / name
    await asyncio.to_thread(place.write_bytes, content)
    return place


async def cancel(stage: Stage, owner: Person, subscription: SubscriptionOut) -> None:
    """Ends the subscription now; what is held for the day that has begun is given back."""
    now = await owner.send(changes.read_subscription(subscription.id))
    await owner.send(changes.cancel_subscription(now.id, body=CancelIn(now.version, "now")))

    async def given_back() -> bool:
        return (await owner.balance())[1] == "0.00"

    await until(given_back)
    stage.fact(f"{owner.name} cancels, and has {' available, '.join(await owner.balance())} held")
