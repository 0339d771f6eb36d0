"""Whatever owners, farms and clocks do: what was fed is what is paid, never more than the price, and nothing twice."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from hypothesis import example, given, settings
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from feed.meals.matching import Log
from feed.meals.service import record
from services.feed.tests.herds import BASIC, PACKAGE, a_farm, a_package, an_animal, dies, is_moved, is_sold
from services.feed.tests.money import Wallet

DEEDS = (
    *("subscribe", "subscribe", "feed", "feed", "feed", "late", "late", "partly", "refuse", "again", "mistaken"),
    *("hour", "hour", "half_day", "half_day", "day", "day", "week", "month", "settle", "settle"),
    *("pause", "resume", "cancel", "cancel_at_end", "keep", "upgrade", "downgrade", "pay"),
    *("deposit", "lose", "sell", "sold_before", "move"),
)
ANCHORS = (
    *("2027-01-31T11:00:00Z", "2028-01-31T11:00:00Z", "2028-02-29T05:00:00Z", "2026-12-30T23:30:00Z"),
    *("2027-03-27T01:30:00Z", "2027-03-28T00:59:00Z", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
)
DAY = timedelta(days=1)

OF_OTHERS = """
SELECT id FROM meals WHERE livestock_id = $1 AND charged_minor > 0 AND owner_id IS DISTINCT FROM (
    SELECT owned.owner_id FROM ownerships AS owned
    WHERE owned.livestock_id = meals.livestock_id AND began_at <= fed_at ORDER BY version DESC LIMIT 1
)
"""
"""Meals that somebody pays who did not own the animal when it ate."""


class World:
    """One animal, two farms in zones of their own, its owners, a wallet that answers late, and three packages."""

    def __init__(self, rig: Rig, start: str, cycle: str, money: int) -> None:
        self.rig, self.wallet, self.cycle = rig, Wallet(rig), cycle
        clock.set_offset(datetime.fromisoformat(start) - datetime.now(UTC))
        self.money, self.brought_in = money, 0
        self.owners: list[UUID] = []
        self.logged: list[Log] = []
        self.bought_at = clock.now() - DAY

    async def begin(self) -> None:
        self.wallet.read = (await self.rig.db.fetch("SELECT coalesce(max(position), 0) AS last FROM outbox"))[0]["last"]
        self.farms = [await a_farm(self.rig, time_zone=zone) for zone in ("Europe/Madrid", "America/New_York")]
        name = str(uuid4())
        daily = [{"amount": "3.33", "currency": "USD"}]
        self.packages = [
            await a_package(self.rig, name=f"A {name}"),
            await a_package(
                self.rig,
                name=f"B {name}",
                meal_times=["02:30", "12:00", "22:15"],
                prices=PACKAGE["prices"] | {"daily": daily},
            ),
        ]
        await a_package(self.rig, **BASIC | {"name": f"C {name}", "farm_ids": [str(farm) for farm in self.farms]})
        self.owners.append(uuid4())
        self.animal = await an_animal(self.rig, farm_id=self.farms[0], owner_id=self.owner)
        await self.deposit(self.money)

    @property
    def owner(self) -> UUID:
        return self.owners[-1]

    async def do(self, deed: str) -> None:
        await self.deeds[deed]()

    @property
    def deeds(self) -> dict[str, Callable[[], Awaitable[Any]]]:
        choices = ("pause", "keep", "pay")
        spans = {"hour": DAY / 24, "half_day": DAY / 2, "day": DAY, "week": 7 * DAY, "month": 31 * DAY}
        return {
            "subscribe": self.subscribe,
            "feed": lambda: self.log("fed"),
            "late": lambda: self.log("fed", ago=DAY),
            "partly": lambda: self.log("partly", kg=Decimal("0.2")),
            "refuse": lambda: self.log("refused"),
            "again": self.repeat,
            "mistaken": self.mistake,
            "settle": self.wallet.answers,
            **{choice: lambda choice=choice: self.choose(choice) for choice in choices},
            **{name: lambda span=span: self.passes(span) for name, span in spans.items()},
            "resume": self.resume,
            "cancel": lambda: self.choose("cancel", when="now"),
            "cancel_at_end": lambda: self.choose("cancel", when="period_end"),
            "upgrade": lambda: self.change("upgrade"),
            "downgrade": lambda: self.change("downgrade"),
            "deposit": lambda: self.deposit(1_000),
            "lose": self.lose,
            "sell": lambda: self.sell(DAY / 48),
            "sold_before": lambda: self.sell((clock.now() - self.bought_at) / 2),
            "move": self.move,
        }

    async def deposit(self, minor: int) -> None:
        self.brought_in += minor
        await self.wallet.deposits(self.owner, minor)

    async def lose(self) -> None:
        """The owner spends what they have elsewhere."""
        self.brought_in -= self.wallet.available[self.owner]
        self.wallet.available[self.owner] = 0

    async def subscribe(self) -> None:
        await self.post(
            f"livestock/{self.animal}/feed-packages/{self.packages[0]['id']}/subscribe",
            cycle=self.cycle,
            price=self.price(0),
        )

    async def choose(self, choice: str, **body: Any) -> None:
        if (mine := await self.live()) is not None:
            await self.post(f"subscriptions/{mine['id']}/{choice}", version=mine["version"], **body)

    async def resume(self) -> None:
        if (mine := await self.live()) is not None:
            wanted = mine["next_package_id"] or mine["package_id"]
            await self.choose("resume", price=self.price(int(wanted != self.packages[0]["id"])))

    async def change(self, choice: str) -> None:
        if (mine := await self.live()) is not None:
            other = int(mine["package_id"] == self.packages[0]["id"])
            await self.choose(choice, package_id=self.packages[other]["id"], price=self.price(other))

    def price(self, number: int) -> dict[str, str]:
        [price] = self.packages[number]["current"]["prices"][self.cycle]
        return price

    async def post(self, path: str, **body: Any) -> None:
        answer = await self.rig.request("POST", f"/api/v1/{path}", user=self.owner, json=body)
        assert answer.status_code in (200, 202, 404, 409), answer.text

    async def live(self) -> dict[str, Any] | None:
        answer = await self.rig.request("GET", "/api/v1/my-feed-subscriptions", user=self.owner)
        return next((each for each in answer.json()["items"] if each["state"] in ("active", "unpaid", "paused")), None)

    async def log(self, kind: str, *, ago: timedelta = timedelta(), kg: Decimal | None = None) -> None:
        log = Log(id=new_id(), livestock_id=self.animal, at=clock.now() - ago, kind=kind, kg=kg, by=uuid4())  # type: ignore[arg-type]
        self.logged.append(log)
        await self.repeat()

    async def repeat(self) -> None:
        if self.logged:
            async with self.rig.db.unit_of_work() as db:
                await record(db, self.logged[-1:])

    async def mistake(self) -> None:
        """The last meal that was fed was not fed after all."""
        fed = "SELECT id, fed_at FROM meals WHERE livestock_id = $1 AND state = 'fed' ORDER BY fed_at DESC LIMIT 1"
        for meal in await self.rig.db.fetch(fed, self.animal):
            log = Log(
                id=new_id(), livestock_id=self.animal, at=meal["fed_at"], kind="refused", meal_id=meal["id"], by=uuid4()
            )
            self.logged.append(log)
            await self.repeat()

    async def passes(self, span: timedelta) -> None:
        clock.set_offset(clock.offset() + span)
        await self.rig.run_task("end_all_due")
        await self.rig.run_job("plan_basic_rations")
        await self.rig.run_job("retry_due")

    async def sell(self, ago: timedelta) -> None:
        """The animal was sold a while ago, and feed hears of it now."""
        ago = min(ago, clock.now() - self.bought_at)
        self.owners.append(uuid4())
        self.bought_at = clock.now() - ago
        await is_sold(self.rig, self.animal, by=self.owners[-2], to=self.owner, ago=ago)

    async def move(self) -> None:
        self.farms.reverse()
        await is_moved(self.rig, self.animal, source=self.farms[1], to=self.farms[0])

    async def end(self) -> None:
        """The animal dies, and the wallet has answered everything."""
        await self.wallet.answers()
        await dies(self.rig, self.animal, owner_id=self.owner, ago=timedelta(hours=3))
        await self.wallet.answers()

    async def holds(self) -> None:
        periods = await self.rig.db.fetch("SELECT * FROM periods WHERE livestock_id = $1", self.animal)
        meals = await self.rig.db.fetch("SELECT * FROM meals WHERE livestock_id = $1", self.animal)
        corrections = await self.rig.db.fetch(
            "SELECT c.* FROM corrections c JOIN periods p ON p.id = period_id WHERE p.livestock_id = $1", self.animal
        )
        paid = {"package": ("feed.period", self.wallet.captured), "welfare": ("feed.welfare", self.wallet.charged)}
        for period in periods:
            assert period["state"] in ("settled", "refused")
            fed = sum(meal["charged_minor"] for meal in meals if meal["period_id"] == period["id"])
            late = sum(each["amount_minor"] for each in corrections if each["period_id"] == period["id"])
            purpose, book = paid[period["kind"]]
            charged = period["charged_minor"] or 0
            assert book.get((purpose, period["id"]), 0) == charged
            assert fed == charged + late
            assert fed <= period["price_minor"]
            planned = [
                each for each in meals if each["period_id"] == period["id"] and each["state"] in ("planned", "missed")
            ]
            assert all(each["due_at"] <= period["closed_at"] for each in planned)
        assert not self.wallet.held
        for each in corrections:
            book = self.wallet.charged if each["amount_minor"] > 0 else self.wallet.rewarded
            assert book.get(("feed.correction", each["id"]), 0) == abs(each["amount_minor"])
            assert each["settled_at"] is not None
        assert await self.rig.db.fetch(OF_OTHERS, self.animal) == []
        spent = sum(self.wallet.captured.values()) + sum(self.wallet.charged.values())
        owed = sum(debt.remaining.minor for debt in self.wallet.debts.values())
        have = sum(self.wallet.available.values())
        assert have == self.brought_in - spent + owed + sum(self.wallet.rewarded.values())


EVERYTHING = [
    *("subscribe", "settle", "half_day", "feed", "half_day", "feed", "partly", "upgrade", "settle", "half_day", "late"),
    *("pause", "half_day", "feed", "resume", "settle", "downgrade", "week", "settle", "feed", "cancel_at_end", "keep"),
    *("move", "half_day", "feed", "settle", "lose", "month", "settle", "day", "feed", "week", "settle", "deposit"),
    *(
        "deposit",
        "hour",
        "settle",
        "half_day",
        "feed",
        "sell",
        "feed",
        "settle",
        "subscribe",
        "deposit",
        "hour",
        "settle",
    ),
    *("subscribe", "settle", "day", "feed", "late", "day", "settle", "sold_before", "late", "settle"),
    *("hour", "settle", "half_day", "feed", "mistaken", "day", "settle", "late", "settle", "mistaken", "settle"),
]


@example(start=ANCHORS[0], cycle="monthly", money=10_000, deeds=EVERYTHING)
@example(start=ANCHORS[4], cycle="daily", money=500, deeds=EVERYTHING)
@example(start=ANCHORS[6], cycle="weekly", money=0, deeds=EVERYTHING)
@settings(max_examples=15)
@given(
    start=st.sampled_from(ANCHORS),
    cycle=st.sampled_from(["daily", "weekly", "monthly"]),
    money=st.sampled_from([0, 1_000, 10_000]),
    deeds=st.lists(st.sampled_from(DEEDS), min_size=5, max_size=40),
)
async def test_what_was_fed_is_paid_after_anything(
    rig: Rig, start: str, cycle: str, money: int, deeds: list[str]
) -> None:
    world = World(rig, start, cycle, money)
    await world.begin()
    for deed in ["subscribe", *deeds]:
        await world.do(deed)
    await world.end()
    await world.holds()
