"""A bank takes a payment back: what the user still has of it is frozen, and the loss is borne in the right order."""

import asyncio
from decimal import Decimal
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, PaymentCompleted


class Dispute:
    """Payment's side of one dispute: of all that was paid, unless `disputed` says how much."""

    def __init__(self, user: UUID, amount: str, currency: str = "USD", *, disputed: str = "", **more: Any) -> None:
        self.about = {
            "dispute_id": new_id(),
            "payment_id": new_id(),
            "user_id": user,
            "provider": "stripe",
            "amount": {"amount": disputed or amount, "currency": currency},
            "paid": {"amount": amount, "currency": currency},
            "order_id": None,
            "livestock_id": None,
            **more,
        }

    def paid(self) -> PaymentCompleted:
        """What is disputed, which came before."""
        return PaymentCompleted.model_validate({**self.about, "amount": self.about["paid"], "purpose": "deposit"})

    def opened(self) -> DisputeOpened:
        return DisputeOpened.model_validate(self.about)

    def won(self) -> DisputeWon:
        return DisputeWon.model_validate(self.about)

    def lost(self, amount: str = "") -> DisputeLost:
        part = {"amount": {**self.about["amount"], "amount": amount}} if amount else {}
        return DisputeLost.model_validate(self.about | part)


async def disputed(rig: Rig, bank: Any, amount: str, *, left: str) -> tuple[UUID, Dispute]:
    """Somebody who has paid so much in and has so much left, and a dispute of that payment."""
    anna, shop = await bank.user(), await bank.user()
    dispute = Dispute(anna, amount)
    await rig.deliver(dispute.paid())
    spent = Decimal(amount) - Decimal(left)
    if spent > 0:
        assert (await bank.transfer(anna, shop, str(spent))).status_code == 201
    else:
        await bank.credit(anna, str(-spent))
    return anna, dispute


async def platform(bank: Any) -> dict[str, str]:
    found = (await bank.prove())["platform"]
    kinds = ("stripe", "disputes", "losses", "receivables")
    return {kind: found[f"{kind}:USD"]["amount"] for kind in kinds if f"{kind}:USD" in found}


async def test_a_dispute_freezes_what_is_left_and_losing_it_takes_that_first(rig: Rig, bank: Any) -> None:
    anna, dispute = await disputed(rig, bank, "100.00", left="30.00")
    await rig.deliver(dispute.opened(), dispute.opened())
    assert await bank.balance(anna) == ("0.00", "30.00")
    assert await platform(bank) == {"stripe": "0.00", "disputes": "-100.00"}
    await rig.deliver(dispute.lost(), dispute.lost(), dispute.opened())
    assert await bank.balance(anna) == ("0.00", "0.00")
    rest = {"losses": "0.00", "receivables": "-70.00"}
    assert await platform(bank) == {"stripe": "0.00", "disputes": "0.00", **rest}
    assert (await bank.get(anna, "/transactions", type="dispute_lost"))["items"][0]["held_change"]["amount"] == "-30.00"


async def test_a_dispute_that_is_won_leaves_everything_as_it_was(rig: Rig, bank: Any) -> None:
    anna, dispute = await disputed(rig, bank, "100.00", left="300.00")
    await rig.deliver(dispute.opened())
    assert await bank.balance(anna) == ("200.00", "100.00")
    await rig.deliver(dispute.won(), dispute.won())
    assert await bank.balance(anna) == ("300.00", "0.00")
    assert await platform(bank) == {"stripe": "-100.00", "disputes": "0.00"}


@pytest.mark.parametrize(("end", "left"), [("won", "50.00"), ("lost", "10.00")])
async def test_news_of_a_dispute_may_come_in_any_order_and_at_once(rig: Rig, bank: Any, end: str, left: str) -> None:
    for events in permutations(["opened", end, "opened", end]):
        anna, dispute = await disputed(rig, bank, "40.00", left="50.00")
        await rig.deliver(*(getattr(dispute, event)() for event in events))
        assert await bank.balance(anna) == (left, "0.00")
    ben, dispute = await disputed(rig, bank, "40.00", left="50.00")
    await asyncio.gather(*(rig.deliver(getattr(dispute, event)()) for event in ["opened", end] * 4))
    assert await bank.balance(ben) == (left, "0.00")
    await bank.prove()


async def test_who_has_nothing_left_owes_the_loss(rig: Rig, bank: Any) -> None:
    _, dispute = await disputed(rig, bank, "40.00", left="0.00")
    await rig.deliver(dispute.opened(), dispute.lost())
    rest = {"losses": "0.00", "receivables": "-40.00"}
    assert await platform(bank) == {"stripe": "0.00", "disputes": "0.00", **rest}


@pytest.mark.parametrize("news", ["opened", "won", "lost"])
async def test_a_dispute_waits_for_the_payment_that_it_is_about(rig: Rig, bank: Any, news: str) -> None:
    """What comes afterwards would be there to spend, and the platform would bear it all."""
    anna = await bank.user("10.00")
    dispute = Dispute(anna, "40.00")
    with pytest.raises(Retry):
        await rig.deliver(getattr(dispute, news)())
    await rig.deliver(dispute.paid(), getattr(dispute, news)())
    left = {"opened": ("10.00", "40.00"), "won": ("50.00", "0.00"), "lost": ("10.00", "0.00")}
    assert await bank.balance(anna) == left[news]
    await bank.prove()


@pytest.mark.parametrize("left", ["50.00", "25.00", "0.00"])
async def test_a_dispute_that_is_won_after_it_was_lost_gives_back_to_whoever_bore_it(
    rig: Rig, bank: Any, left: str
) -> None:
    anna, dispute = await disputed(rig, bank, "40.00", left=left)
    await rig.deliver(dispute.lost(), dispute.won(), dispute.won(), dispute.lost())
    assert await bank.balance(anna) == (left, "0.00")
    assert await platform(bank) == {"stripe": "-40.00", "disputes": "0.00", "losses": "0.00"}


async def test_old_news_that_a_dispute_was_lost_changes_nothing_when_it_was_won(rig: Rig, bank: Any) -> None:
    anna, dispute = await disputed(rig, bank, "40.00", left="50.00")
    await rig.deliver(dispute.won(), dispute.lost())
    assert await bank.balance(anna) == ("50.00", "0.00")
    await bank.prove()


@pytest.mark.parametrize("is_opened_first", [True, False])
async def test_of_a_dispute_that_is_lost_in_part_the_rest_is_free(rig: Rig, bank: Any, is_opened_first: bool) -> None:
    anna, dispute = await disputed(rig, bank, "240.00", left="300.00")
    await rig.deliver(*([dispute.opened()] if is_opened_first else []), dispute.lost("20.00"), dispute.opened())
    assert await bank.balance(anna) == ("280.00", "0.00")
    assert await platform(bank) == {"stripe": "-220.00", "disputes": "0.00", "losses": "0.00"}


async def test_a_dispute_of_a_part_takes_the_part(rig: Rig, bank: Any) -> None:
    anna = await bank.user()
    dispute = Dispute(anna, "300.00", disputed="5.00")
    await rig.deliver(dispute.paid(), dispute.opened())
    assert await bank.balance(anna) == ("295.00", "5.00")
    await rig.deliver(dispute.lost())
    assert await bank.balance(anna) == ("295.00", "0.00")
    await bank.prove()


@pytest.mark.parametrize("taken", [("260.00", "USD"), ("220.00", "EUR")])
async def test_what_a_bank_takes_beyond_the_payment_or_in_another_currency_is_the_platforms_loss(
    rig: Rig, bank: Any, taken: tuple[str, str]
) -> None:
    anna = await bank.user("100.00")
    charged_back = dict(zip(("amount", "currency"), taken, strict=True))
    dispute = Dispute(anna, "240.00", charged_back=charged_back)
    await rig.deliver(dispute.paid(), dispute.opened())
    assert await bank.balance(anna) == ("100.00", "240.00")
    await bank.prove()
    await rig.deliver(dispute.lost())
    assert await bank.balance(anna) == ("100.00", "0.00")
    found = (await bank.prove())["platform"]
    lost = {"USD": {"losses:USD": "-20.00"}, "EUR": {"losses:USD": "240.00", "losses:EUR": "-220.00"}}[taken[1]]
    assert {kind: found[kind]["amount"] for kind in lost} == lost
    await rig.deliver(dispute.won())
    assert await bank.balance(anna) == ("340.00", "0.00")
    found = (await bank.prove())["platform"]
    assert {found[kind]["amount"] for kind in found if kind.startswith(("losses", "disputes"))} == {"0.00"}


async def test_the_reconciliation_finds_chargebacks_and_withdrawals_that_the_ledger_does_not_know(
    rig: Rig, bank: Any
) -> None:
    _, dispute = await disputed(rig, bank, "40.00", left="50.00")
    await rig.deliver(dispute.opened())
    await rig.db.fetch("UPDATE disputes SET state = 'won'")
    await rig.db.fetch(
        "INSERT INTO withdrawals (id, user_id, currency, amount, method, sealed, state, requested_at, "
        "approvals_needed) VALUES ($1, $1, 'USD', 700, 'paypal', '', 'requested', now(), 1)",
        new_id(),
    )
    found = (await bank.reconcile())["differences"]
    assert [(each["check"], each["expected"], each["found"]) for each in found] == [
        ("withdrawal_is_held", 700, 0),
        ("disputes_equal_chargebacks", 0, -4000),
    ]
