"""What somebody owes is taken as soon as anything of theirs becomes available, whichever way it comes."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token
from amigok_contracts import Money
from amigok_contracts.identity import UserDeletionRequested
from amigok_contracts.payment import PaymentCompleted, RefundCompleted, RefundMadeOutside, RefundReturned
from amigok_contracts.wallet import DebtRecorded, WalletDeletionChecked
from services.wallet.tests.test_disputes import Dispute, platform

FIFTY = Money.of_minor(5_000, "USD")


async def debtor(rig: Rig, bank: Any) -> tuple[UUID, Dispute]:
    """Somebody who has spent the 100.00 that are disputed now."""
    anna, shop = await bank.user(), await bank.user()
    dispute = Dispute(anna, "100.00")
    await rig.deliver(dispute.paid())
    assert (await bank.transfer(anna, shop, "100.00")).status_code == 201
    await rig.deliver(dispute.opened())
    assert await bank.balance(anna) == ("0.00", "0.00")
    return anna, dispute


async def owed(bank: Any, anna: UUID) -> str:
    """What Anna owes, by her wallet, which agrees with the ledger."""
    [balance] = (await bank.get(anna))["balances"]
    receivables = (await bank.prove())["platform"].get("receivables:USD", {"amount": "0.00"})["amount"]
    assert balance["owed"]["amount"] == receivables.removeprefix("-")
    return str(balance["owed"]["amount"])


async def by_credit(rig: Rig, bank: Any, anna: UUID) -> None:
    await bank.credit(anna, "50.00")


async def by_deposit(rig: Rig, bank: Any, anna: UUID) -> None:
    await rig.deliver(Dispute(anna, "50.00").paid())


async def by_transfer(rig: Rig, bank: Any, anna: UUID) -> None:
    ben = await bank.user("60.00")
    sent = await bank.transfer(ben, anna, "50.00")
    assert (sent.status_code, sent.json()["available"]["amount"]) == (201, "10.00")


async def by_sale(rig: Rig, bank: Any, anna: UUID) -> None:
    order = bank.order(await bank.user("60.00"), "60.00", seller=anna, fee="10.00")
    await rig.deliver(order.placed(), order.fulfilled())


async def by_reward(rig: Rig, bank: Any, anna: UUID) -> None:
    await rig.deliver(bank.prize(anna, FIFTY, new_id()))


async def by_refund(rig: Rig, bank: Any, anna: UUID) -> None:
    about: Any = {"refund_id": new_id(), "payment_id": new_id(), "user_id": anna, "amount": FIFTY}
    await rig.deliver(RefundCompleted(**about, provider="stripe", destination="wallet", charged_to="platform"))


@pytest.mark.parametrize("way", [by_credit, by_deposit, by_transfer, by_sale, by_reward, by_refund])
async def test_whatever_becomes_available_is_frozen_while_something_is_disputed(rig: Rig, bank: Any, way: Any) -> None:
    anna, dispute = await debtor(rig, bank)
    for frozen in ("50.00", "100.00"):
        await way(rig, bank, anna)
        assert await bank.balance(anna) == ("0.00", frozen)
    await way(rig, bank, anna)
    assert await bank.balance(anna) == ("50.00", "100.00")
    await bank.prove()
    await rig.deliver(dispute.lost())
    assert await bank.balance(anna) == ("50.00", "0.00")
    assert (await platform(bank))["losses"] == "0.00"


async def test_money_that_was_held_for_a_withdrawal_is_frozen_when_it_is_taken_back(rig: Rig, bank: Any) -> None:
    """Deposit, withdraw all, dispute, cancel, transfer away."""
    anna = await bank.user()
    dispute = Dispute(anna, "100.00")
    await rig.is_known(anna, kyc="approved")
    await rig.deliver(dispute.paid())
    body = {"amount": {"amount": "100.00", "currency": "USD"}, "method": "paypal", "account": {"email": "a@b.example"}}
    headers = {"Authorization": f"Bearer {token(anna, amr=('pwd', 'otp', 'mfa'))}"}
    asked = await rig.request("POST", "/api/v1/wallet/withdraw", json=body, headers=headers)
    assert asked.status_code == 202, asked.text
    await rig.deliver(dispute.opened())
    back = await rig.request("POST", f"/api/v1/wallet/withdraw/{asked.json()['id']}/cancel", user=anna)
    assert back.status_code == 200
    assert await bank.balance(anna) == ("0.00", "100.00")
    assert (await bank.transfer(anna, await bank.user(), "100.00")).status_code in (403, 409)
    await rig.deliver(dispute.lost())
    assert (await platform(bank))["losses"] == "0.00"


async def test_a_lost_dispute_is_collected_from_what_comes_later_and_never_more(rig: Rig, bank: Any) -> None:
    anna, dispute = await debtor(rig, bank)
    await by_credit(rig, bank, anna)
    await rig.deliver(dispute.lost())
    assert await owed(bank, anna) == "50.00"
    for left in ("0.00", "50.00", "100.00"):
        await by_transfer(rig, bank, anna)
        assert await bank.balance(anna) == (left, "0.00")
    assert (await platform(bank))["losses"] == "0.00"
    await rig.deliver(dispute.won())
    assert await bank.balance(anna) == ("200.00", "0.00")
    await bank.prove()


async def test_what_is_free_again_after_one_dispute_goes_to_the_next(rig: Rig, bank: Any) -> None:
    anna, first = await debtor(rig, bank)
    second = Dispute(anna, "30.00")
    await rig.deliver(second.paid(), second.opened())
    assert await bank.balance(anna) == ("0.00", "30.00")
    await by_credit(rig, bank, anna)
    await rig.deliver(first.won())
    assert await bank.balance(anna) == ("50.00", "30.00")
    await rig.deliver(second.won())
    assert await bank.balance(anna) == ("80.00", "0.00")
    await bank.prove()


async def test_what_comes_at_once_from_everywhere_is_taken_once(rig: Rig, bank: Any) -> None:
    anna, _ = await debtor(rig, bank)
    ways = [by_credit, by_deposit, by_transfer, by_sale, by_reward, by_refund]
    await asyncio.gather(*(way(rig, bank, anna) for way in ways))
    assert await bank.balance(anna) == ("200.00", "100.00")
    await bank.prove()


async def test_a_transfer_to_a_debtor_is_made_once_under_one_key(rig: Rig, bank: Any) -> None:
    anna, _ = await debtor(rig, bank)
    ben = await bank.user("60.00")
    answers = [await bank.transfer(ben, anna, "20.00", key="the-same-key") for _ in range(2)]
    assert [answer.json() for answer in answers] == [answers[0].json()] * 2
    assert (await bank.balance(ben), await bank.balance(anna)) == (("40.00", "0.00"), ("0.00", "20.00"))


async def test_the_database_refuses_to_make_available_what_is_owed(rig: Rig, bank: Any) -> None:
    anna, _ = await debtor(rig, bank)
    with pytest.raises(Exception, match="what is owed is not available"):
        await rig.db.fetch("UPDATE accounts SET balance = 1 WHERE owner_id = $1 AND kind = 'available'", anna)


async def test_users_see_what_is_frozen_and_what_they_owe(rig: Rig, bank: Any) -> None:
    anna, dispute = await debtor(rig, bank)
    await by_credit(rig, bank, anna)
    wallet = await bank.get(anna)
    [hold], [debt] = wallet["holds"], wallet["debts"]
    assert (hold["purpose"], hold["amount"]["amount"]) == ("wallet.dispute", "50.00")
    assert (debt["state"], debt["remaining"]["amount"]) == ("frozen", "50.00")
    assert wallet["balances"][0]["owed"]["amount"] == "0.00"
    await rig.deliver(dispute.lost())
    wallet = await bank.get(anna)
    [debt] = wallet["debts"]
    assert (wallet["holds"], debt["state"], debt["amount"]["amount"]) == ([], "owed", "100.00")
    assert (debt["remaining"]["amount"], wallet["balances"][0]["owed"]["amount"]) == ("50.00", "50.00")
    [line] = (await bank.get(anna, "/transactions", limit=1))["items"]
    assert (line["type"], line["purpose"], line["owed_change"]["amount"]) == ("dispute_lost", "wallet.dispute", "50.00")
    [told] = await rig.events(DebtRecorded)
    assert (told.purpose, told.remaining) == ("wallet.dispute", FIFTY)


async def test_administrators_see_what_is_owed_and_what_is_left_of_it(rig: Rig, bank: Any) -> None:
    anna, dispute = await debtor(rig, bank)
    await by_credit(rig, bank, anna)
    path = f"/api/v1/admin/wallet/debts?user_id={anna}&open=true"
    assert (await rig.request("GET", path, user=anna)).status_code == 403
    [shown] = (await rig.request("GET", path, user=new_id(), role="admin")).json()["items"]
    assert (shown["reference_id"], shown["purpose"]) == (str(dispute.about["dispute_id"]), "wallet.dispute")
    assert (shown["state"], shown["remaining"]["amount"]) == ("frozen", "50.00")
    await by_credit(rig, bank, anna)
    assert (await rig.request("GET", path, user=new_id(), role="admin")).json()["items"] == []


async def refunded_outside(rig: Rig, anna: UUID) -> Any:
    about: Any = {"payment_id": new_id(), "user_id": anna, "amount": FIFTY, "provider": "stripe"}
    await rig.deliver(PaymentCompleted(**about, purpose="deposit", order_id=None))
    return {**about, "refund_id": new_id()}


async def test_what_the_provider_gave_back_without_us_is_the_users_to_pay(rig: Rig, bank: Any) -> None:
    anna, shop = await bank.user(), await bank.user()
    about = await refunded_outside(rig, anna)
    await bank.transfer(anna, shop, "30.00")
    made = RefundMadeOutside(**about)
    await rig.deliver(made, made)
    assert await bank.balance(anna) == ("0.00", "0.00")
    assert await platform(bank) == {"stripe": "0.00", "losses": "0.00", "receivables": "-30.00"}
    await bank.credit(anna, "100.00")
    assert await bank.balance(anna) == ("70.00", "0.00")
    assert await platform(bank) == {"stripe": "0.00", "losses": "0.00"}
    back = RefundReturned(**about, charged_to="user", made_outside=True, reason="account_closed")
    await rig.deliver(back, back)
    assert await bank.balance(anna) == ("120.00", "0.00")
    assert await platform(bank) == {"stripe": "-50.00", "losses": "0.00"}


async def test_who_still_owes_something_is_not_deleted(rig: Rig, bank: Any) -> None:
    anna, dispute = await debtor(rig, bank)
    await rig.deliver(dispute.lost(), UserDeletionRequested(user_id=anna, request_id=new_id()))
    (told,) = await rig.events(WalletDeletionChecked)
    assert told.obstacles == ("debts",)
