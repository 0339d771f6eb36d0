"""What administrators read about what became of listings."""

from datetime import timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig

PATH = "/api/v1/admin/marketplace/listing-statistics"


async def read(rig: Rig, market: Any, **period: str) -> Any:
    return await rig.request("GET", PATH, user=market.admin, role="admin", params=period)


async def end(rig: Rig, animal: Any, state: str, *, after: timedelta) -> None:
    await rig.db.fetch(
        "UPDATE listings SET state = $2, ended_at = created_at + $3 WHERE livestock_id = $1", animal, state, after
    )


async def test_listings_are_counted_by_state_day_and_end(rig: Rig, market: Any) -> None:
    first = clock.now().date()
    for days in (1, 2, 6):
        await end(rig, await market.listed(new_id()), "sold", after=timedelta(days=days))
    await end(rig, await market.listed(new_id()), "expired", after=timedelta(days=2))
    await market.listed(new_id())
    await end(rig, await market.listed(), "removed", after=timedelta(days=1))
    last = (first + timedelta(days=5)).isoformat()
    found = (await read(rig, market, since=first.isoformat(), until=last)).json()
    assert {(each["listing_type"], each["state"]): each["listings"] for each in found["states"]} == {
        ("system_livestock", "removed"): 1,
        ("user_resale", "expired"): 1,
        ("user_resale", "live"): 1,
        ("user_resale", "sold"): 3,
    }
    names = ("listed", "sold", "expired", "removed")
    users = {each["day"]: [each[name] for name in names] for each in found["days"] if "user" in each["listing_type"]}
    assert [users.get((first + timedelta(days=n)).isoformat()) for n in range(4)] == [
        [5, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 1, 1, 0],
        None,
    ]
    sales = {each["listing_type"]: each for each in found["sales"]}
    assert [sales["user_resale"][name] for name in ("ended", "sold", "sold_share", "median_days_to_sell")] == [
        3,
        2,
        "0.6667",
        "1.5",
    ]
    assert (sales["system_livestock"]["sold"], sales["system_livestock"]["median_days_to_sell"]) == (0, None)


async def test_the_period_is_bounded(rig: Rig, market: Any) -> None:
    assert (await read(rig, market, since="2020-01-01", until="2026-01-01")).status_code == 422
    nothing = (await read(rig, market, since="2020-01-01", until="2020-01-31")).json()
    assert nothing == {"states": [], "days": [], "sales": []}
