"""Fed and cared for: what an owner pays for and what others may not, and a month of a herd by moving the clock."""

import os
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from amigok import demo_care, demo_feed
from amigok.client import Person, usd
from amigok.movable_clock import Clock, moving
from amigok.stage import Stage
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_client.api import (
    barn,
    blocks,
    changes,
    deaths,
    debts,
    health,
    listings,
    livestock,
    lots,
    packages,
    period_statements,
    prescriptions,
    reports,
    requests,
)
from amigok_client.models import (
    CancelIn,
    CareAcceptIn,
    CareCompletionIn,
    CareRequestIn,
    DeathIn,
    FeedingIn,
    FeedingsIn,
    FeedingTaskOut,
    Ingredient,
    LivestockDetails,
    LotIn,
    LotOut,
    LotRecallIn,
    OfferIn,
    PackageChoiceIn,
    PackageIn,
    PackageOut,
    PrescriptionIn,
    Prices,
    StatementLine,
    StatementOut,
    SubscribeIn,
    SubscriptionOut,
)
from tests.e2e.conftest import code_of, paced

HERD = int(os.environ.get("AMIGOK_E2E_HERD", "20"))
"""How many animals the month is played with."""

PRICE = "4.00"
"""Of an animal; 200 of them cost less than may leave a wallet in a day without a second factor."""

WEEK = timedelta(days=7)

MORNING = timedelta(hours=10)
"""When days and weeks of feed begin here, hours from any meal: fed is what is due ten minutes before a period ends."""


@dataclass
class Yard:
    """A farm with people, where animals are fed by the clock."""

    clock: Clock
    farm_id: UUID
    hand: Person
    fed_until: datetime

    async def move_to(self, moment: datetime) -> None:
        await self.clock.advance(moment - self.clock.now())

    async def feed(self) -> int:
        """Logs everything on the lists since the last time as fed, and returns how much that was."""
        now = self.clock.now()
        days = range((now.date() - self.fed_until.date()).days + 1)
        lists = [await self.tasks(self.fed_until + timedelta(days=day)) for day in days]
        due = [task for tasks in lists for task in tasks if task.due_at <= now]
        entries = [FeedingIn(new_id(), task.due_at, task.livestock_id, meal_id=task.meal_id) for task in due]
        for some in (entries[first : first + 1000] for first in range(0, len(entries), 1000)):
            verdicts = (await self.hand.send(barn.log_feedings(body=FeedingsIn(some)))).items
            assert [verdict.code for verdict in verdicts if verdict.feeding is None] == []
        self.fed_until = now
        return len(due)

    async def tasks(self, day: datetime) -> list[FeedingTaskOut]:
        found: list[FeedingTaskOut] = []
        cursor = None
        while True:
            call = barn.list_feeding_tasks(
                farm_id=self.farm_id, day=day.date(), only_open=True, limit=100, cursor=cursor
            )
            page = await self.hand.send(call)
            found += page.items
            cursor = page.next_cursor
            if not cursor:
                return found


@pytest.fixture
async def clock(fleet: Any) -> AsyncIterator[Clock]:
    """The fleet's clock in the morning, put back afterwards. Whoever was away for long has to sign in again."""
    async with moving(fleet.state) as clock:
        since_midnight = clock.now() - clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        await clock.advance((MORNING - since_midnight) % timedelta(days=1))
        fleet.forget_proofs()
        yield clock
    fleet.forget_proofs()


async def owned(
    fleet: Any, owner: Person, count: int, *, price: str, but_one: Person | None = None
) -> list[LivestockDetails]:
    """So many animals on a farm of their own, which the owner has bought; another person has the last one."""
    animals = await fleet.flock(count, price=price)
    buyers = [owner] * (count - 1) + [but_one or owner]
    orders = await paced(buyer.buy(animal) for buyer, animal in zip(buyers, animals, strict=True))
    assert {order.state for order in orders} == {"completed"}
    return [await owner.send(livestock.get_livestock(animal)) for animal in animals]


async def subscribed(owner: Person, animal: UUID, package: PackageOut, *, cycle: Any, price: str) -> SubscriptionOut:
    """A subscription whose first period is held."""
    wish = SubscribeIn(cycle, usd(price))
    made = await owner.send(changes.subscribe_change(animal, package.id, body=wish))

    async def held() -> SubscriptionOut | None:
        now = await owner.send(changes.read_subscription(made.id))
        return now if [period.state for period in now.periods] == ["open"] else None

    return await until(held)


async def settled(owner: Person, period_id: UUID) -> StatementOut:
    """The statement of a period that has ended and is paid."""

    async def paid() -> StatementOut | None:
        statement = await owner.send(period_statements.read_feed_statement(period_id))
        return statement if statement.state == "settled" else None

    return await until(paid)


async def cancelled(owner: Person, subscription_id: UUID) -> None:
    """Ends a subscription now, and returns when nothing of it is under way."""
    now = await owner.send(changes.read_subscription(subscription_id))
    await owner.send(changes.cancel_subscription(now.id, body=CancelIn(now.version, "now")))
    for period in now.periods:
        await settled(owner, period.id)


async def delivered(yard: Yard, ingredient: str, *, kg: str) -> LotOut:
    now = yard.clock.now()
    day = now.date() + timedelta(days=90)
    lot = LotIn(now, day, yard.farm_id, ingredient, kg, f"L-{new_id()}", "Hill Mills")
    return await yard.hand.send(lots.deliver_lot(body=lot))


async def nobody_else_feeds(yard: Yard, stranger: Person, *, owner: Person, ewe: UUID) -> None:
    """Staff of no farm and the owner are refused, and nothing is recorded."""
    tasks = barn.list_feeding_tasks(farm_id=yard.farm_id)
    feeding = FeedingIn(new_id(), yard.clock.now(), ewe)
    assert await code_of(stranger.send(tasks)) == "other_farm"
    assert await code_of(stranger.send(barn.log_feeding(body=feeding))) == "other_farm"
    verdicts = (await stranger.send(barn.log_feedings(body=FeedingsIn([feeding])))).items
    assert [verdict.code for verdict in verdicts] == ["other_farm"]
    assert await code_of(stranger.send(lots.list_lots(farm_id=yard.farm_id))) == "other_farm"
    assert await code_of(owner.send(tasks)) == "forbidden"
    assert await code_of(owner.send(barn.log_feeding(body=feeding))) == "forbidden"


async def nobody_else_treats(request_id: UUID, medicine_id: UUID, *, stranger: Person, vet: Person) -> None:
    """For others than its owner and its veterinarian there is no such request."""
    dose = PrescriptionIn("6", medicine_id, "intramuscular")
    done = CareCompletionIn(1)
    for person, call in (
        (stranger, requests.read_care_request(request_id)),
        (stranger, requests.accept_care(request_id, body=CareAcceptIn(1))),
        (stranger, requests.cancel_care(request_id)),
        (vet, requests.start_care(request_id)),
        (vet, reports.write_care_report(request_id, body=demo_care.REPORT)),
        (vet, prescriptions.prescribe_medicine(request_id, body=dose)),
        (vet, reports.complete_care(request_id, body=done)),
    ):
        assert await code_of(person.send(call)) == "care_request_not_found"
    assert await code_of(stranger.send(requests.start_care(request_id))) == "forbidden"


async def blocked_for(viewer: Person, animal: UUID) -> list[str]:
    """Why an animal cannot be sold."""
    return [block.reason for block in (await viewer.send(blocks.get_sale_status(animal))).blocks]


async def treatment_is_known(owner: Person, animal: UUID, medicine: str) -> None:
    """The farm has one record of what was given, and the animal cannot be sold."""

    async def blocked() -> bool:
        return await blocked_for(owner, animal) == ["withdrawal_period"]

    await until(blocked)
    records = (await owner.send(health.list_health_records(animal))).items
    assert [record.medication.medicine_name for record in records if record.medication] == [medicine]


def text_of(pdf: BinaryIO) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read())).pages)


async def test_an_owner_pays_for_what_was_fed_and_done_and_nobody_else_gets_in(fleet: Any, clock: Clock) -> None:
    anna, ben = await fleet.person("anna", money="500.00"), await fleet.person("ben", money="500.00")
    (ewe,) = await owned(fleet, anna, 1, price="100.00")
    hand, stranger = await fleet.hire("dora", "farm_staff"), await fleet.hire("emil", "farm_staff")
    vet, other_vet = await fleet.hire("vera", "veterinarian"), await fleet.hire("wim", "veterinarian")
    await demo_feed.employ(fleet.admin, hand, ewe.farm_id)
    package = await demo_feed.offer(fleet.admin, ewe)
    yard = Yard(clock, ewe.farm_id, hand, clock.now())
    await delivered(yard, "Barley", kg="100")
    other_package = changes.subscribe_change(ewe.id, package.id, body=SubscribeIn("daily", usd("2.00")))
    assert await code_of(ben.send(other_package)) == "livestock_not_found"
    subscription = await subscribed(anna, ewe.id, package, cycle="daily", price="2.00")
    assert await code_of(ben.send(changes.read_subscription(subscription.id))) == "feed_subscription_not_found"
    end = CancelIn(subscription.version, "now")
    assert (
        await code_of(ben.send(changes.cancel_subscription(subscription.id, body=end))) == "feed_subscription_not_found"
    )

    await clock.advance(timedelta(hours=23, minutes=50))
    await nobody_else_feeds(yard, stranger, owner=anna, ewe=ewe.id)
    assert await yard.feed() >= 3
    await clock.advance(timedelta(minutes=15))
    statement = await settled(anna, subscription.periods[0].id)
    assert (statement.price.amount, statement.charged.amount, statement.total.amount) == ("2.00", "2.00", "2.00")
    pdf = await anna.send(period_statements.download_feed_statement(statement.id))
    assert "USD 2.00" in text_of(pdf.payload)
    for read in (period_statements.read_feed_statement, period_statements.download_feed_statement):
        assert await code_of(ben.send(read(statement.id))) == "feed_statement_not_found"
    await cancelled(anna, subscription.id)

    fleet.forget_proofs()
    service_id, medicine = await demo_care.equip(fleet.admin, vet, ewe, today=clock.now().date())
    wish = CareRequestIn("USD", service_id, reason="She limps")
    assert await code_of(ben.send(requests.request_care(ewe.id, body=wish))) == "livestock_not_found"
    request = await demo_care.ask(Stage(), anna, ewe.id, service_id)
    await nobody_else_treats(request.id, medicine.id, stranger=ben, vet=other_vet)
    await demo_care.treat(Stage(), vet, request.id, medicine, dose="6")
    await demo_care.give(Stage(), vet, ewe)
    await demo_care.complete(Stage(), vet, anna, request.id)

    async def report() -> str:
        return text_of((await anna.send(reports.download_care_report(request.id))).payload)

    assert "Interdigital dermatitis" in await until(report)
    assert await code_of(ben.send(reports.download_care_report(request.id))) == "care_request_not_found"
    await treatment_is_known(anna, ewe.id, medicine.name)
    await anna.step_up(password=anna.password)
    assert await code_of(anna.send(listings.offer_own_listing(ewe.id, body=OfferIn(usd("150.00"))))) == "not_for_sale"
    assert await anna.balance() == ("348.20", "0.00")
    await fleet.at_rest()


async def test_four_weeks_of_a_herd_are_paid_to_the_cent(fleet: Any, clock: Clock) -> None:
    """Weekly bills. In the second week a lot is recalled and one dies, in the third one is sold and one gets more.

    One owner has money for a week only: theirs goes into debt, cannot be sold, and recovers when money comes.
    """
    owner, poor, buyer = [await fleet.person(name, money="8.00") for name in ("otto", "paul", "bea")]
    await fleet.credit(owner, str(HERD * 30))
    herd = await owned(fleet, owner, HERD, price=PRICE, but_one=poor)
    await clock.advance(timedelta(hours=25))  # what may leave a wallet in a day was needed for the animals
    fleet.forget_proofs()
    people = (owner, poor, buyer, fleet.admin, fleet.other_admin)
    for person in people:
        await person.step_up(password=person.password)
    hand = await fleet.hire("dora", "farm_staff")
    await demo_feed.employ(fleet.admin, hand, herd[0].farm_id)
    begun = clock.now()
    yard = Yard(clock, herd[0].farm_id, hand, begun)
    hay = await delivered(yard, "Hay", kg=str(HERD * 50))
    plain, finer = await packages_of(fleet.admin, herd[0])
    subscriptions = {
        animal.id: made.id
        for animal, made in zip(
            herd,
            await paced(
                subscribed(poor if animal is herd[-1] else owner, animal.id, plain, cycle="weekly", price="3.50")
                for animal in herd
            ),
            strict=True,
        )
    }
    dying, sold, better, unpaid = herd[0].id, herd[1].id, herd[2].id, herd[-1].id

    await live_until(yard, begun + WEEK, people)
    assert await bills(owner, HERD - 1) == {("end", "3.50"): HERD - 1}

    await live_until(yard, begun + WEEK * 1.5, people)
    await hand.send(lots.recall_lot(hay.id, body=LotRecallIn("Mould")))
    assert await eaters(hand, hay.id) == {animal.id for animal in herd}
    await delivered(yard, "Hay", kg=str(HERD * 100))
    await hand.send(deaths.report_death(dying, body=DeathIn("Bloat", clock.now())))
    await ended(owner, subscriptions.pop(dying), "died")

    await live_until(yard, begun + WEEK * 2, people)
    await live_until(yard, begun + WEEK * 2.5, people)
    await owner.step_up(password=owner.password)
    await owner.send(listings.offer_own_listing(sold, body=OfferIn(usd("5.00"))))
    order = await buyer.buy(sold)
    await ended(owner, subscriptions.pop(sold), "sold")
    assert (await buyer.send(changes.list_my_feed_subscriptions())).items == []
    now = await owner.send(changes.read_subscription(subscriptions[better]))
    choice = PackageChoiceIn(finer.id, usd("4.90"), now.version)
    await owner.send(changes.upgrade_subscription(now.id, body=choice))

    await live_until(yard, begun + WEEK * 3, people)
    assert "unpaid_feed" in await blocked_for(poor, unpaid)
    assert (await fleet.admin.send(debts.list_debts(user_id=poor.id, open_=True))).items
    fleet.forget_proofs()
    await fleet.credit(poor, "50.00")
    await until(partial(is_active, poor, subscriptions[unpaid], clock))
    assert (await fleet.admin.send(debts.list_debts(user_id=poor.id, open_=True))).items == []

    await live_until(yard, begun + WEEK * 3.5, people)
    await live_until(yard, begun + WEEK * 4, people)
    for animal, subscription in subscriptions.items():
        await cancelled(poor if animal == unpaid else owner, subscription)
    await fleet.at_rest()
    assert "unpaid_feed" not in await blocked_for(poor, unpaid)
    paid_for = Decimal(PRICE) * (HERD - 1)
    got = Decimal(order.price.amount) - Decimal(order.fee.amount)
    assert await owner.balance() == (str(8 + HERD * 30 - paid_for + got - await billed(owner)), "0.00")
    assert await poor.balance() == (str(8 - Decimal(PRICE) + 50 - await billed(poor)), "0.00")


async def packages_of(admin: Person, animal: LivestockDetails) -> list[PackageOut]:
    """A package and a finer one, beside a basic ration that costs 1.00 USD a day."""
    types, farm_ids = [animal.livestock_type_id], [animal.farm_id]
    basic = PackageIn(types, ["07:00"], f"Pasture {new_id()}", "basic", farm_ids=farm_ids, ration_kg="2")
    basic.is_basic_ration, basic.prices = True, Prices(daily=[usd("1.00")])
    await demo_feed.known(admin, packages.add_feed_package(body=basic))
    made = []
    for name, price in (("Plain", "3.50"), ("Finer", "4.90")):
        package = PackageIn(types, ["07:00", "17:00"], f"{name} {new_id()}", "standard", farm_ids=farm_ids)
        package.ration_kg, package.ingredients = "2", [Ingredient("Hay", "100")]
        package.prices = Prices(weekly=[usd(price)])
        made.append(await demo_feed.known(admin, packages.add_feed_package(body=package)))
    return made


async def live_until(yard: Yard, moment: datetime, people: Sequence[Person]) -> None:
    """Everything is fed until shortly before, and everybody looks at their money, which keeps them signed in."""
    await yard.move_to(moment - timedelta(minutes=10))
    assert await yard.feed() >= HERD
    for person in people:
        await person.balance()
    await yard.move_to(moment + timedelta(minutes=1))


async def statements(owner: Person) -> list[StatementLine]:
    """All statements of an owner, newest first."""
    found: list[StatementLine] = []
    cursor = None
    while True:
        page = await owner.send(period_statements.list_my_feed_statements(limit=100, cursor=cursor))
        found += page.items
        cursor = page.next_cursor
        if not cursor:
            return found


async def bills(owner: Person, count: int) -> Counter[tuple[str | None, str | None]]:
    """Once so many periods are settled: how many ended for which reason and at which charge."""

    async def settled() -> list[StatementLine] | None:
        lines = [line for line in await statements(owner) if line.state == "settled"]
        return lines if len(lines) == count else None

    return Counter((line.close_reason, line.charged and line.charged.amount) for line in await until(settled))


async def billed(owner: Person) -> Decimal:
    """What all meals of an owner cost, after corrections."""
    reads = (owner.send(period_statements.read_feed_statement(line.id)) for line in await statements(owner))
    return sum((Decimal(statement.total.amount) for statement in await paced(reads)), Decimal())


async def eaters(hand: Person, lot_id: UUID) -> set[UUID]:
    """The animals that ate of a lot."""
    found: set[UUID] = set()
    cursor = None
    while True:
        page = await hand.send(lots.list_eaters(lot_id, limit=100, cursor=cursor))
        found |= {each.livestock_id for each in page.items}
        cursor = page.next_cursor
        if not cursor:
            return found


async def ended(owner: Person, subscription_id: UUID, reason: str) -> None:
    async def over() -> bool:
        return (await owner.send(changes.read_subscription(subscription_id))).end_reason == reason

    await until(over)


async def is_active(owner: Person, subscription_id: UUID, clock: Clock) -> bool:
    """Whether the price of a subscription is held; it is asked for a minute after money came."""
    await clock.advance(timedelta(minutes=1))
    return (await owner.send(changes.read_subscription(subscription_id))).state == "active"
