"""Money goes back: it is held, given back by the provider and then taken, or freed."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.payment import RefundCompleted, RefundFailed
from amigok_contracts.wallet import HoldPlaced, HoldRefused


class Refund:
    """Payment's side of one refund."""

    def __init__(
        self, bank: Any, user: UUID, amount: str, *, destination: str = "provider", charged_to: str = "user"
    ) -> None:
        self.bank = bank
        self.about: dict[str, Any] = {
            "refund_id": new_id(),
            "payment_id": new_id(),
            "user_id": user,
            "amount": {"amount": amount, "currency": "USD"},
        }
        self.destination, self.charged_to = destination, charged_to

    def requested(self) -> Event:
        event: Event = self.bank.refund(
            self.about["user_id"], Money.model_validate(self.about["amount"]), self.about["refund_id"]
        )
        return event

    def completed(self) -> RefundCompleted:
        return RefundCompleted.model_validate(
            {**self.about, "provider": "stripe", "destination": self.destination, "charged_to": self.charged_to}
        )

    def failed(self) -> RefundFailed:
        return RefundFailed.model_validate({**self.about, "charged_to": self.charged_to, "reason": "refused"})


async def test_a_refund_is_held_and_then_gone(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    refund = Refund(bank, anna, "30.00")
    await rig.deliver(refund.requested(), refund.requested())
    assert await bank.balance(anna) == ("70.00", "30.00")
    (hold,) = (await bank.get(anna))["holds"]
    assert (hold["purpose"], hold["reference_id"], hold["expires_at"]) == (
        "payment.refund",
        str(refund.about["refund_id"]),
        None,
    )
    assert len(await rig.events(HoldPlaced)) == 1
    await rig.deliver(refund.completed(), refund.completed(), refund.requested())
    assert await bank.balance(anna) == ("70.00", "0.00")
    assert (await bank.get(anna, "/transactions", type="refund"))["items"][0]["held_change"]["amount"] == "-30.00"
    assert (await bank.prove())["platform"]["stripe:USD"] == {"amount": "30.00", "currency": "USD"}


async def test_a_refund_that_failed_frees_the_money_in_any_order(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    for events in (["requested", "failed", "failed"], ["failed", "requested"], ["failed", "requested", "failed"]):
        refund = Refund(bank, anna, "30.00")
        await rig.deliver(*(getattr(refund, event)() for event in events))
        assert await bank.balance(anna) == ("100.00", "0.00")
        with pytest.raises(Reject):
            await rig.deliver(refund.completed())
    await bank.prove()


async def test_who_has_too_little_left_is_not_given_back(rig: Rig, bank: Any) -> None:
    anna = await bank.user("29.99")
    refund, strangers = Refund(bank, anna, "30.00"), Refund(bank, new_id(), "1.00")
    await rig.deliver(refund.requested(), strangers.requested())
    await bank.credit(anna, "1.00")
    await rig.deliver(refund.requested())
    assert [event.reason for event in await rig.events(HoldRefused)] == ["insufficient_funds", "wallet_missing"]
    assert await bank.balance(anna) == ("30.99", "0.00")


async def test_the_platform_may_bear_a_refund_to_the_provider_or_into_the_wallet(rig: Rig, bank: Any) -> None:
    anna = await bank.user("1.00")
    away = Refund(bank, anna, "30.00", charged_to="platform")
    here = Refund(bank, anna, "5.00", charged_to="platform", destination="wallet")
    events = [away.completed(), here.completed()]
    await rig.deliver(*events, *events)
    await asyncio.gather(*(rig.deliver(event) for event in events))
    assert await bank.balance(anna) == ("6.00", "0.00")
    platform = (await bank.prove())["platform"]
    assert (platform["revenue:USD"]["amount"], platform["stripe:USD"]["amount"]) == ("-35.00", "30.00")
    await rig.deliver(away.failed())
    await bank.prove()


async def test_a_refund_into_the_own_wallet_at_the_own_charge_changes_nothing(rig: Rig, bank: Any) -> None:
    anna = await bank.user("50.00")
    refund = Refund(bank, anna, "30.00", destination="wallet")
    await rig.deliver(refund.requested(), refund.completed(), refund.completed())
    assert await bank.balance(anna) == ("50.00", "0.00")
    await bank.prove()
