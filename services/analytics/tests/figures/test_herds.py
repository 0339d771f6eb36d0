"""Performance, the market and behaviour, on small herds."""

from datetime import timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.barn import Feeding, FeedingsLogged
from amigok_contracts.examples import example
from amigok_contracts.farm import FarmChanged, FarmStaffChanged, LivestockDied
from amigok_contracts.identity import UserDeactivated, UserEmailVerified, UserRegistered
from amigok_contracts.marketplace import ListingPublished, OrderPlaced
from amigok_contracts.wallet import DepositCompleted
from services.analytics.tests.figures.barns import Barn, at, usd

ANNA = new_id()
YEAR = {"since": "2025-01-01T00:00:00Z", "until": "2025-12-31T00:00:00Z"}


def ate(barn: Barn, day: str, animal: Any, kg: str) -> Any:
    feeding = Feeding(
        feeding_id=new_id(),
        livestock_id=animal,
        meal_id=None,
        outcome="fed",
        kg=kg,
        is_estimated=False,
        fed_at=at(day),
        replaces_id=None,
    )
    return at(day), FeedingsLogged(farm_id=barn.farm_id, recorded_at=at(day), feedings=(feeding,))


def grows(barn: Barn, animal: Any, kg: str, owner: Any = None) -> list[Any]:
    """A hundred days from 40 kg to this weight, with 60 kg of feed."""
    return [
        barn.registered("2025-01-01", animal, "200.00", owner),
        barn.weighed("2025-01-02", animal, "40.00", "200.00"),
        ate(barn, "2025-02-01", animal, "60.000"),
        barn.weighed("2025-04-12", animal, kg, "260.00"),
    ]


async def test_an_animal_stands_beside_its_cohort_once_that_has_ten(barn: Barn) -> None:
    mine = new_id()
    others = [new_id() for _ in range(8)]
    herd = [grows(barn, each, f"{50 + place}.00") for place, each in enumerate(others)]
    await barn.happens(*grows(barn, mine, "60.00", ANNA), *(event for each in herd for event in each))

    [alone] = (await barn.get("analytics/livestock/performance", ANNA, **YEAR)).json()["items"]
    assert alone["daily_gain_kg"] == {"value": "0.200", "cohort": None, "place": None}
    assert alone["feed_conversion"]["value"] == "3.000"
    assert (alone["cohort"]["animals"], alone["cohort"]["mortality"]) == (None, None)

    died = new_id()
    death = LivestockDied(livestock_id=died, death_id=new_id(), owner_id=None, died_at=at("2025-05-01"))
    await barn.happens(*grows(barn, died, "48.00"), (at("2025-05-01"), death))
    answer = await barn.get("analytics/livestock/performance", ANNA, **YEAR)
    [beside] = answer.json()["items"]
    assert beside["daily_gain_kg"]["cohort"] == {"animals": 10, "low": "0.112", "middle": "0.135", "high": "0.158"}
    assert beside["daily_gain_kg"]["place"] == "highest_quarter"
    assert (beside["cohort"]["animals"], beside["cohort"]["mortality"]) == (10, "0.1000")

    rows = (await barn.rig.request("GET", answer.json()["explain"], user=ANNA)).json()["items"]
    assert [row["what"] for row in rows] == ["weighing", "meal", "weighing", "weighing"]


async def test_staff_see_the_animals_of_their_farm_and_nobody_else_does(barn: Barn) -> None:
    animal, hand = new_id(), await barn.rig.is_known(new_id(), role="farm_staff")
    where = {"time_zone": "Europe/Madrid", "latitude": 40.4, "longitude": -3.7}
    farm = FarmChanged(farm_id=barn.farm_id, name="Hill Farm", **where)
    staff = FarmStaffChanged(farm_id=barn.farm_id, user_ids=(hand,))
    bought = barn.sold("2025-01-10", animal, "240.00", buyer=ANNA, seller=None)
    when = at("2025-01-01")
    await barn.happens((when, farm), (when, staff), barn.registered("2025-01-02", animal, "240.00"), *bought)

    params = {"scope": "farm", "farm_id": str(barn.farm_id)}
    for path in ("financial/roi", "livestock/performance", "financial/explain"):
        there = await barn.get(f"analytics/{path}", hand, "farm_staff", **params)
        assert there.status_code == 200, there.text
        assert str(animal) in there.text or "240.00" in there.text
        for who, role in ((ANNA, "investor"), (new_id(), "farm_staff")):
            assert (await barn.get(f"analytics/{path}", who, role, **params)).status_code == 403
        assert (await barn.get(f"analytics/{path}", ANNA, scope="platform")).status_code == 403
        assert (await barn.get(f"analytics/{path}", new_id(), livestock_id=str(animal))).status_code == 404
    platform = await barn.get("analytics/financial/profit-loss", new_id(), "admin", scope="platform")
    [only] = platform.json()["currencies"]
    into = {"scope": "platform", "into": "EUR", "rate": "USD:0.5:2025-01-01"}
    assert (await barn.get("analytics/financial/profit-loss", new_id(), "admin", **into)).status_code == 422
    assert [(each["entry"], each["amount"]["amount"]) for each in only["entries"]] == [("sales", "240.00")]


async def test_the_market_says_nothing_of_four_sales_and_much_of_five(barn: Barn) -> None:
    async def one_is_sold(price: str, day: str = "2025-03-11") -> None:
        animal, listing = new_id(), new_id()
        told = barn.sold(day, animal, price, buyer=new_id(), seller=None)
        placed = OrderPlaced(
            order_id=told[1][1].reference_id,
            listing_id=listing,
            livestock_id=animal,
            buyer_id=told[1][1].payer_id,
            seller_id=None,
            price=usd(price),
            fee=usd("0.00"),
        )
        listed = ListingPublished(listing_id=listing, livestock_id=animal, resale=False, price=usd(price))
        registered = barn.registered("2025-01-01", animal, price, kg="40.00")
        await barn.happens(registered, (at("2025-03-01"), listed), (at("2025-03-10"), placed), *told)

    running = (await barn.get("analytics/market/prices", ANNA)).json()["until"]
    assert running == f"{clock.now():%Y-%m}-01T00:00:00Z", "each sale of a running month could be told as it comes"
    for price in ("200.00", "220.00", "240.00", "260.00"):
        await one_is_sold(price)
    [few] = (await barn.get("analytics/market/prices", ANNA, **YEAR)).json()["items"]
    assert (few["sales"], few["per_kg"], few["volume"], few["weight_from_kg"]) == (None, None, None, 25)
    await one_is_sold("280.00")
    answer = (await barn.get("analytics/market/prices", ANNA, **YEAR)).json()
    [many] = answer["items"]
    assert (many["sales"], many["per_kg"], many["volume"]["amount"]) == (5, "6.0000", "1200.00")
    assert (many["per_kg_low"], many["per_kg_high"], many["spread"]) == ("5.5000", "6.5000", "0.1667")
    assert (many["days_to_sell"], many["begins_on"]) == ("10.0", "2025-03-01")
    until = {**YEAR, "until": "2025-03-20T00:00:00Z"}
    [same] = (await barn.get("analytics/market/prices", ANNA, **until)).json()["items"]
    assert same["volume"]["amount"] == "1200.00"
    await one_is_sold("300.00", "2025-03-21")
    [six] = (await barn.get("analytics/market/prices", ANNA, **until)).json()["items"]
    assert six["sales"] == 6, "a part of a month would tell what the one in the rest of it was sold for"
    assert (await barn.rig.request("GET", answer["explain"], user=ANNA)).status_code == 403
    rows = await barn.rig.request("GET", answer["explain"], user=new_id(), role="admin")
    assert len(rows.json()["items"]) == 6


async def test_administrators_see_how_far_people_come_and_nothing_of_four(barn: Barn) -> None:
    people = [new_id() for _ in range(6)]
    day = at("2025-02-03")
    told: list[Any] = []
    for place, each in enumerate(people):
        told.append((day, UserRegistered(user_id=each, role="investor")))
        told.append((day, UserEmailVerified(user_id=each, role="investor")))
        if place:
            paid = DepositCompleted(payment_id=new_id(), user_id=each, transfer_id=new_id(), amount=usd("300.00"))
            told.append((day + timedelta(days=40), paid))
    told += barn.sold("2025-03-20", new_id(), "240.00", buyer=people[5], seller=None)
    ended = UserDeactivated.model_validate(example(UserDeactivated))
    told += [(at("2025-05-01"), ended.model_copy(update={"user_id": each})) for each in people]
    await barn.happens(*told)
    admin = new_id()
    funnel = (await barn.get("admin/analytics/behaviour/funnel", admin, "admin", **YEAR)).json()["steps"]
    assert [each["people"] for each in funnel] == [6, 6, 5, None, None, 0]
    assert funnel[2]["of_all"] == "0.8333"
    [month] = (await barn.get("admin/analytics/behaviour/retention", admin, "admin", **YEAR)).json()["cohorts"]
    assert (month["month"], month["people"], month["retained"]) == ("2025-02-01", 6, ["1.0000", "0.8333"])
    days = (await barn.get("admin/analytics/behaviour/activity", admin, "admin", **YEAR)).json()["days"]
    assert (days[0]["day"], days[0]["daily"], days[0]["stickiness"]) == ("2025-02-03", 6, "1.0000")
    assert (await barn.get("admin/analytics/behaviour/funnel", ANNA, **YEAR)).status_code == 403
