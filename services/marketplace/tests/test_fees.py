"""The platform's fee, in lists and where a listing is shown by itself."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from marketplace.fees import rules

MOST = 10**14 - 1
LISTINGS = st.tuples(st.integers(1, MOST), st.integers(0, 10_000), st.integers(0, 10_000) | st.integers(0, MOST))


@given(many=st.lists(LISTINGS, min_size=1, max_size=200))
async def test_the_database_works_out_the_same_fee(rig: Rig, many: list[tuple[int, int, int]]) -> None:
    rows = await rig.db.fetch(
        f"SELECT {rules.FEE_SQL} AS fee FROM unnest($1::bigint[], $2::int[], $3::bigint[])"
        " WITH ORDINALITY AS l (price, fee_basis_points, fee_minimum, n) ORDER BY n",
        *map(list, zip(*many, strict=True)),
    )
    fees = [
        rules.fee(Money.of_minor(price, "USD"), basis_points=points, minimum=least) for price, points, least in many
    ]
    assert [row["fee"] for row in rows] == [fee.minor for fee in fees]


async def test_a_listing_shows_its_fee_in_lists_and_by_itself(rig: Rig, market: Any) -> None:
    animal = await market.listed(new_id(), price={"amount": "240.00", "currency": "USD"})
    alone = (await rig.request("GET", f"{market.path}/livestock/{animal}")).json()
    [listed] = (await rig.request("GET", f"{market.path}/livestock")).json()["items"]
    assert alone["fee"] == listed["fee"] == {"amount": "6.00", "currency": "USD"}
