"""What providers keep is booked, so that their accounts say what really lies there."""

from typing import Any

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.payment import PaymentCompleted, SettlementReconciled


async def test_fees_are_booked_once_as_the_newest_statement_says(rig: Rig, bank: Any) -> None:
    anna, day = await bank.user(), new_id()
    paid: Any = {"payment_id": new_id(), "user_id": anna, "amount": {"amount": "100.00", "currency": "USD"}}
    await rig.deliver(PaymentCompleted(**paid, provider="stripe", purpose="deposit", order_id=None))

    def stated(version: int, fees: str) -> SettlementReconciled:
        money = {"currency": "USD"}
        return SettlementReconciled.model_validate(
            {
                "settlement_id": day,
                "aggregate_version": version,
                "provider": "stripe",
                "day": "2026-01-31",
                "gross": money | {"amount": "100.00"},
                "fees": money | {"amount": fees},
                "differences": 0,
            }
        )

    await rig.deliver(stated(1, "3.20"), stated(3, "3.00"), stated(2, "9.00"), stated(3, "3.00"))
    found = (await bank.prove())["platform"]
    assert (found["stripe:USD"]["amount"], found["fees:USD"]["amount"]) == ("-97.00", "-3.00")
    await rig.run_job("publish_liabilities")
    [shown] = (await rig.request("GET", "/api/v1/wallet/solvency?currency=USD")).json()["items"]
    assert (shown["total"], shown["assets"]["stripe"]) == (10_000, 9_700)
