"""What new sellers earn by card waits, for the payment may be disputed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, PaymentCompleted


class Sale:
    """An order that was paid by card, and its payment."""

    def __init__(self, rig: Rig, bank: Any, buyer: UUID, seller: UUID) -> None:
        self.rig = rig
        self.order = bank.order(buyer, "240.00", seller=seller, fee="6.00")
        self.paid: dict[str, Any] = {
            "payment_id": new_id(),
            "user_id": buyer,
            "amount": self.order.price,
            "provider": "stripe",
            "order_id": self.order.id,
        }
        self.dispute = {**self.paid, "dispute_id": new_id(), "paid": self.order.price, "livestock_id": None}

    async def complete(self) -> None:
        await self.rig.deliver(
            PaymentCompleted(**self.paid, purpose="order"),
            self.order.placed(funded_by=self.paid["payment_id"]),
            self.order.fulfilled(),
        )

    async def id(self) -> UUID:
        found = "SELECT id FROM proceeds WHERE reference_id = $1"
        rows = await self.rig.db.fetch(found, self.order.id)
        return rows[0]["id"] if rows else new_id()

    async def propose(self, outcome: str, **more: Any) -> Any:
        path = f"/api/v1/admin/wallet/proceeds/{await self.id()}/settlement"
        body = {"outcome": outcome, "reason": "The animal came back"}
        by = more.get("by") or await self.rig.administrator()
        return await self.rig.request("POST", path, user=by, role="admin", json=body)


async def sold(rig: Rig, bank: Any) -> tuple[UUID, Sale]:
    seller = await rig.is_known(await bank.user())
    sale = Sale(rig, bank, await bank.user(), seller)
    await sale.complete()
    return seller, sale


async def test_a_new_sellers_share_of_a_card_payment_waits_and_is_released_when_it_is_time(rig: Rig, bank: Any) -> None:
    seller, _ = await sold(rig, bank)
    assert await bank.balance(seller) == ("0.00", "234.00")
    assert (await bank.get(seller))["holds"][0]["purpose"] == "wallet.proceeds"
    await rig.run_job("release_proceeds")
    assert await bank.balance(seller) == ("0.00", "234.00")
    clock.set_offset(timedelta(hours=73))
    await rig.run_job("release_proceeds")
    await rig.run_job("release_proceeds")
    assert await bank.balance(seller) == ("234.00", "0.00")
    await bank.prove()


async def test_who_has_sold_before_and_is_here_for_long_waits_for_nothing(rig: Rig, bank: Any) -> None:
    seller = await rig.is_known(await bank.user())
    for _ in range(3):
        order = bank.order(await bank.user("10.00"), "10.00", seller=seller)
        await rig.deliver(order.placed(), order.fulfilled())
    await Sale(rig, bank, await bank.user(), seller).complete()
    assert await bank.balance(seller) == ("264.00", "0.00")
    await rig.is_known(seller, registered_at=clock.now() - timedelta(days=29))
    await Sale(rig, bank, await bank.user(), seller).complete()
    assert await bank.balance(seller) == ("264.00", "234.00")


async def test_each_new_payee_of_a_capture_waits_for_their_own_share(rig: Rig, bank: Any) -> None:
    ben, carl = await bank.user(), await bank.user()
    sale = Sale(rig, bank, await bank.user(), ben)
    placed = sale.order.placed(funded_by=sale.paid["payment_id"]).model_copy(update={"payee_ids": (ben, carl)})
    hers, fee = sale.order.fulfilled().shares
    his = hers.model_copy(update={"payee_id": carl, "amount": Money.of_minor(400, "USD")})
    fulfilled = sale.order.fulfilled().model_copy(update={"shares": (his, fee, his)})
    await rig.deliver(PaymentCompleted(**sale.paid, purpose="order"), placed, fulfilled)
    assert (await bank.balance(ben), await bank.balance(carl)) == (("0.00", "0.00"), ("0.00", "8.00"))
    await bank.prove()
    clock.set_offset(timedelta(hours=73))
    await rig.run_job("release_proceeds")
    assert await bank.balance(carl) == ("8.00", "0.00")
    assert await bank.balance(sale.order.buyer) == ("226.00", "0.00")
    await bank.prove()


async def test_what_is_paid_from_the_wallet_does_not_wait(rig: Rig, bank: Any) -> None:
    seller = await bank.user()
    order = bank.order(await bank.user("10.00"), "10.00", seller=seller)
    await rig.deliver(order.placed(), order.fulfilled())
    assert await bank.balance(seller) == ("10.00", "0.00")


@pytest.mark.parametrize("end", [DisputeWon, None])
async def test_a_share_is_not_released_while_its_payment_is_disputed(rig: Rig, bank: Any, end: Any) -> None:
    seller, sale = await sold(rig, bank)
    await rig.deliver(DisputeOpened(**sale.dispute))
    clock.set_offset(timedelta(hours=73))
    await rig.run_job("release_proceeds")
    assert await bank.balance(seller) == ("0.00", "234.00")
    if end is not None:
        await rig.deliver(end(**sale.dispute))
        await rig.run_job("release_proceeds")
        assert await bank.balance(seller) == ("234.00", "0.00")


@pytest.mark.parametrize(("outcome", "left"), [("released", "234.00"), ("kept", "0.00")])
async def test_two_administrators_decide_about_a_share_whose_payment_was_lost(
    rig: Rig, bank: Any, outcome: str, left: str
) -> None:
    seller, sale = await sold(rig, bank)
    assert (await sale.propose(outcome)).json()["code"] == "proceeds_settled"
    await rig.deliver(DisputeOpened(**sale.dispute), DisputeLost(**sale.dispute))
    clock.set_offset(timedelta(hours=73))
    await rig.run_job("release_proceeds")
    assert await bank.balance(seller) == ("0.00", "234.00")
    path = "/api/v1/admin/wallet/proceeds"
    [shown] = (await rig.request("GET", path, user=new_id(), role="admin")).json()["items"]
    assert (shown["reference_id"], shown["disputed"]) == (str(sale.order.id), True)
    own = await sale.propose(outcome, by=await rig.is_known(seller, role="admin", decides_from=clock.now()))
    assert own.json()["code"] == "own_behalf"
    assert (await rig.decided(await sale.propose(outcome))).status_code == 200
    assert await bank.balance(seller) == (left, "0.00")
    assert (await sale.propose(outcome)).json()["code"] == "proceeds_settled"
    await bank.prove()


async def test_of_an_order_that_nobody_knows_nothing_waits(rig: Rig, bank: Any) -> None:
    sale = Sale(rig, bank, new_id(), new_id())
    assert (await sale.propose("kept")).json()["code"] == "proceeds_not_found"
