"""The rows behind a line come to the line: those of the owner and of the time in which they had the animal."""

from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts.farm import FarmChanged, FarmStaffChanged
from amigok_contracts.payment import OrderRefunded
from services.analytics.tests.figures.barns import Barn, at, usd

ANNA, BEN = new_id(), new_id()


def refunded(day: str, animal: UUID, order: UUID, amount: str) -> Any:
    refund = OrderRefunded(
        refund_id=new_id(), order_id=order, livestock_id=animal, buyer_id=ANNA, amount=usd(amount), animal="stays"
    )
    return at(day), refund


async def bought_sold_and_bought_back(barn: Barn) -> None:
    """Anna gets 5.00 back while she has the animal and 7.00 later, and buys it again from Ben."""
    animal = new_id()
    first = barn.sold("2025-01-10", animal, "240.00", buyer=ANNA, seller=None)
    order = first[1][1].reference_id
    await barn.happens(
        barn.registered("2025-01-02", animal, "240.00"),
        *first,
        refunded("2025-02-01", animal, order, "5.00"),
        *barn.sold("2025-05-10", animal, "310.00", buyer=BEN, seller=ANNA, fee="7.75"),
        refunded("2025-06-01", animal, order, "7.00"),
        *barn.sold("2025-07-10", animal, "320.00", buyer=ANNA, seller=BEN),
    )


async def explained(barn: Barn, user: UUID, role: str = "investor", **asked: Any) -> dict[str, list[str]]:
    """The amounts of the rows behind each line of an account."""
    account = (await barn.get("analytics/financial/profit-loss", user, role, **asked)).json()
    [only] = account["currencies"]
    found = {}
    for entry in only["entries"]:
        answer = await barn.rig.request("GET", entry["explain"], user=user, role=role)
        assert answer.status_code == 200, answer.text
        found[entry["entry"]] = [row["amount"]["amount"] for row in answer.json()["items"]]
    return found


async def test_what_was_sold_leads_to_what_it_cost_and_not_to_what_its_next_owner_paid(barn: Barn) -> None:
    await bought_sold_and_bought_back(barn)
    assert await explained(barn, ANNA) == {
        "sales": ["310.00"],
        "cost_of_sold": ["5.00", "-240.00"],
        "sale_fees": ["-7.75"],
        "refunds": ["7.00"],
    }


async def test_a_sale_that_is_booked_after_the_tax_year_belongs_to_the_year_of_the_sale(barn: Barn) -> None:
    animal = new_id()
    await barn.happens(
        barn.registered("2024-01-02", animal, "240.00"),
        *barn.sold("2024-01-10", animal, "240.00", buyer=ANNA, seller=None),
        *barn.sold("2024-12-31T23:59:59.500", animal, "310.00", buyer=BEN, seller=ANNA, fee="7.75"),
    )
    [only] = (await barn.get("analytics/financial/tax-statement", ANNA, year=2024)).json()["disposals"]
    assert [only[name]["amount"] for name in ("cost", "proceeds", "fees", "gain")] == [
        "240.00",
        "310.00",
        "-7.75",
        "62.25",
    ]
    assert (await barn.get("analytics/financial/tax-statement", ANNA, year=2025)).json()["disposals"] == []


async def test_the_rows_of_a_farm_are_those_of_each_owner_who_sold(barn: Barn) -> None:
    hand = await barn.rig.is_known(new_id(), role="farm_staff")
    where = {"time_zone": "Europe/Madrid", "latitude": 40.4, "longitude": -3.7}
    farm = FarmChanged(farm_id=barn.farm_id, name="Hill Farm", **where)
    staff = FarmStaffChanged(farm_id=barn.farm_id, user_ids=(hand,))
    await barn.happens((at("2025-01-01"), farm), (at("2025-01-01"), staff))
    await bought_sold_and_bought_back(barn)
    asked = {"scope": "farm", "farm_id": str(barn.farm_id), "until": "2025-06-15T00:00:00Z"}
    assert (await explained(barn, hand, "farm_staff", **asked))["cost_of_sold"] == ["5.00", "-240.00"]


@pytest.mark.parametrize("limit", [1, 2])
async def test_the_rows_of_costs_come_page_by_page(barn: Barn, limit: int) -> None:
    await bought_sold_and_bought_back(barn)
    amounts, asked = [], {"entry": "cost_of_sold", "limit": limit}
    while True:
        page = (await barn.get("analytics/financial/explain", ANNA, **asked)).json()
        amounts += [row["amount"]["amount"] for row in page["items"]]
        if page["next_cursor"] is None:
            break
        asked["cursor"] = page["next_cursor"]
    assert amounts == ["5.00", "-240.00"]
