"""A withdrawal that failed was given back; when the provider has paid it all the same, that is a debt."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.books import BookItem
from amigok_contracts.payment import PaymentBooksStated, PayoutFailed, PayoutPaidAfterAll, PayoutReturned
from amigok_contracts.wallet import WithdrawalPaidAfterAll, WithdrawalReturned
from services.wallet.tests.test_books import differences
from services.wallet.tests.test_disputes import platform
from services.wallet.tests.test_withdrawals import Desk

HUNDRED = Money.of_minor(10_000, "USD")


class Payout:
    """Payment's side of a withdrawal of 100.00."""

    def __init__(self, withdrawal: str, user: UUID) -> None:
        self.id = UUID(withdrawal)
        self.about: Any = {"withdrawal_id": self.id, "user_id": user, "amount": HUNDRED, "provider": "stripe"}

    def failed(self) -> PayoutFailed:
        return PayoutFailed(**self.about, reason="not_paid_out")

    def paid(self) -> PayoutPaidAfterAll:
        return PayoutPaidAfterAll(**self.about)

    def returned(self) -> PayoutReturned:
        return PayoutReturned(**self.about, reason="account_closed")


@pytest.fixture
async def desk(rig: Rig, bank: Any) -> Desk:
    return await Desk(rig, bank).staffed()


@pytest.fixture
async def anna(desk: Desk) -> UUID:
    return await desk.known("100.00")


@pytest.fixture
async def payout(desk: Desk, anna: UUID) -> Payout:
    """All that Anna has is approved to go out."""
    withdrawal = await desk.asked(anna)
    assert (await desk.decide(withdrawal, "approved")).status_code == 200
    return Payout(withdrawal, anna)


async def debts(bank: Any, **filters: Any) -> list[Any]:
    path = "/api/v1/admin/wallet/debts"
    answer = await bank.rig.request("GET", path, user=bank.admin, role="admin", params=filters)
    return list(answer.json()["items"])


@pytest.mark.parametrize("times", [1, 3])
async def test_what_was_paid_after_all_is_taken_back_once(
    rig: Rig, bank: Any, desk: Desk, anna: UUID, payout: Payout, times: int
) -> None:
    await rig.deliver(payout.failed())
    assert await bank.balance(anna) == ("100.00", "0.00")
    for _ in range(times):
        await rig.deliver(payout.paid())
    assert await bank.balance(anna) == ("0.00", "0.00")
    [shown] = (await desk.look(status="paid_after_all"))["items"]
    assert (await desk.state(anna), shown["id"]) == ("paid_after_all", str(payout.id))
    assert await platform(bank) == {"stripe": "100.00", "losses": "0.00"}
    assert len(await rig.events(WithdrawalPaidAfterAll)) == 1
    [debt] = await debts(bank, open=False)
    assert (debt["purpose"], debt["reference_id"]) == ("wallet.withdrawal", str(payout.id))
    assert (debt["taken"]["amount"], debt["state"]) == ("100.00", "settled")
    await bank.prove()


async def test_what_was_spent_meanwhile_is_owed(rig: Rig, bank: Any, anna: UUID, payout: Payout) -> None:
    await rig.deliver(payout.failed())
    assert (await bank.transfer(anna, await bank.user(), "70.00")).status_code == 201
    await asyncio.gather(*(rig.deliver(payout.paid()) for _ in range(3)))
    assert await bank.balance(anna) == ("0.00", "0.00")
    assert await platform(bank) == {"stripe": "100.00", "losses": "0.00", "receivables": "-70.00"}
    [debt] = await debts(bank, open=True, user_id=anna)
    assert debt["remaining"]["amount"] == "70.00"
    await bank.prove()
    await bank.credit(anna, "90.00")
    assert await bank.balance(anna) == ("20.00", "0.00")
    assert (await debts(bank, open=True), (await platform(bank))["losses"]) == ([], "0.00")
    await bank.prove()


async def test_when_it_comes_back_nothing_is_owed_any_more(
    rig: Rig, bank: Any, desk: Desk, anna: UUID, payout: Payout
) -> None:
    await rig.deliver(payout.failed())
    await bank.transfer(anna, await bank.user(), "70.00")
    await rig.deliver(payout.paid(), *[payout.returned()] * 2, payout.paid())
    assert (await bank.balance(anna), await desk.state(anna)) == (("30.00", "0.00"), "returned")
    assert await platform(bank) == {"stripe": "0.00", "losses": "0.00"}
    assert len(await rig.events(WithdrawalReturned)) == 1
    assert await debts(bank, open=True) == []
    await bank.prove()


async def test_it_waits_for_the_failure_and_is_not_undone_by_it(
    rig: Rig, bank: Any, desk: Desk, anna: UUID, payout: Payout
) -> None:
    with pytest.raises(Retry):
        await rig.deliver(payout.paid())
    await rig.deliver(payout.failed())
    with pytest.raises(Retry):
        await rig.deliver(payout.returned())
    await rig.deliver(payout.paid(), payout.failed())
    assert (await bank.balance(anna), await desk.state(anna)) == (("0.00", "0.00"), "paid_after_all")


async def test_what_was_never_sent_cannot_be_paid_after_all(rig: Rig, bank: Any, desk: Desk, anna: UUID) -> None:
    withdrawal = await desk.asked(anna)
    await desk.cancel(withdrawal, anna)
    for stray in (Payout(withdrawal, anna), Payout(str(new_id()), anna)):
        with pytest.raises(Reject):
            await rig.deliver(stray.paid())
    assert await bank.balance(anna) == ("100.00", "0.00")


async def test_the_books_agree_on_it(rig: Rig, bank: Any, payout: Payout) -> None:
    await rig.deliver(payout.failed(), payout.paid())
    item = BookItem(reference_id=payout.id, kind="withdrawal", amount=HUNDRED)
    window: Any = {"after_id": UUID(int=0), "up_to_id": new_id(), "under_way": []}
    await rig.deliver(PaymentBooksStated(window_id=new_id(), stated_at=clock.now(), items=[item], **window))
    assert await differences(rig) == []
    await rig.deliver(PaymentBooksStated(window_id=new_id(), stated_at=clock.now(), items=[], **window))
    assert await differences(rig) == [("payment_agrees_on_withdrawal", str(payout.id), 0, 10_000)]
