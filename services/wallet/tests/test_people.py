"""Who people are decides what they may do with money, and nobody learns of others what is not theirs to know."""

import asyncio
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import transit
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.identity import UserDeletionRequested, UserHandlesChanged
from amigok_contracts.wallet import WalletDeletionChecked


def code(answer: httpx.Response) -> str:
    return str(answer.json().get("code", ""))


async def named(rig: Rig, user: UUID, name: str) -> UUID:
    """Somebody found by address and username."""
    digests = {
        f"{kind}_digest": transit.digest(rig.db.fleet_key, kind, text)
        for kind, text in (("email", f"{name}@example.com"), ("username", name))
    }
    await rig.deliver(UserHandlesChanged.model_validate({"user_id": user, "aggregate_version": 1, **digests}))
    return user


async def send(rig: Rig, bank: Any, sender: UUID, amount: str, **to: str) -> httpx.Response:
    body = {"amount": {"amount": amount, "currency": "USD"}, **to}
    return await rig.request("POST", "/api/v1/wallet/transfer", json=body, headers=bank.bearer(sender))


@pytest.fixture
async def pairs(rig: Rig, bank: Any) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Each way to name a recipient, for somebody who is here and for somebody who is not or not any more."""
    full = await named(rig, await bank.user("9999999999999.99"), "full")
    gone = await named(rig, await bank.user("5.00"), "gone")
    await rig.is_known(gone, status="deactivated")
    return [
        ({"recipient_id": str(full)}, {"recipient_id": str(new_id())}),
        ({"recipient_id": str(gone)}, {"recipient_id": str(new_id())}),
        ({"email": "full@example.com"}, {"email": "nobody@example.com"}),
        ({"username": "full"}, {"username": "nobody"}),
        ({"username": "gone"}, {"username": "nobody"}),
    ]


@pytest.mark.parametrize("amount", ["1.00", "900.00", "9999999999999.99", "5000.00"])
async def test_a_refusal_is_the_same_whoever_is_meant(rig: Rig, bank: Any, pairs: Any, amount: str) -> None:
    """The recipient is not here, is shut out or can hold no more; the sender has enough, or not."""
    rich, poor = await bank.user("50000.00"), await bank.user("0.50")
    for sender in (rich, poor):
        for here, not_here in pairs:
            answers = [await send(rig, bank, sender, amount, **to) for to in (here, not_here)]
            for answer in answers:
                assert answer.status_code >= 400, answer.text
            first, second = ({**answer.json()} for answer in answers)
            assert first == second
            assert {*answers[0].headers} == {*answers[1].headers}


async def test_who_asks_is_judged_before_whom_they_mean(rig: Rig, bank: Any, pairs: Any) -> None:
    poor, stopped = await bank.user("1.00"), await bank.user("900.00")
    await rig.request("POST", "/api/v1/wallet/exits/stop", user=stopped, json={"hours": 1})
    for to in (each for pair in pairs for each in pair):
        assert code(await send(rig, bank, new_id(), "2.00", **to)) in ("wallet_missing", "too_many_attempts")
        assert code(await send(rig, bank, poor, "2.00", **to)) == "insufficient_funds"
        assert code(await send(rig, bank, stopped, "2.00", **to)) == "exits_stopped"


async def test_vain_searches_by_id_are_counted_as_those_by_name(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("90.00"), await bank.user()
    tries = await asyncio.gather(*(send(rig, bank, anna, "1.00", recipient_id=str(new_id())) for _ in range(30)))
    codes = [code(answer) for answer in tries]
    assert (codes.count("recipient_not_found"), codes.count("too_many_attempts")) == (20, 10)
    assert code(await send(rig, bank, anna, "1.00", username="nobody")) == "too_many_attempts"
    assert (await send(rig, bank, anna, "1.00", recipient_id=str(ben))).status_code == 201


async def test_the_time_of_a_refusal_does_not_tell_either(rig: Rig, bank: Any) -> None:
    here = await named(rig, await bank.user("5.00"), "here")
    times: dict[str, list[float]] = {}
    for number in range(12):
        stranger = str(new_id())
        for to in (
            {"recipient_id": str(here)},
            {"recipient_id": stranger},
            {"username": "here"},
            {"username": "nobody"},
        ):
            poor = await bank.user("1.00")
            begun = perf_counter()
            assert code(await send(rig, bank, poor, "2.00", **to)) == "insufficient_funds"
            if number > 1:
                times.setdefault(str(to).replace(stranger, "stranger"), []).append(perf_counter() - begun)
    found = [median(each) for each in times.values()]
    assert max(found) < 5 * min(found)


async def test_nothing_is_sent_to_or_brought_in_for_who_is_shut_out(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("90.00"), await bank.user("5.00")
    for status in ("deactivated", "deleted"):
        await rig.is_known(ben, status=status)
        for amount in ("1.00", "60.00"):
            answer = await bank.transfer(anna, ben, amount)
            assert (answer.status_code, code(answer)) == (404, "recipient_not_found")
    await rig.is_known(ben, status="active")
    assert (await bank.transfer(anna, ben, "1.00")).status_code == 201


async def test_what_is_in_the_way_of_a_deletion_is_said_when_asked(rig: Rig, bank: Any) -> None:
    anna, empty = await bank.user("90.00"), await bank.user()
    await rig.deliver(bank.order(anna, "10.00").placed())
    await rig.is_known(anna, kyc="approved")
    wish = {"amount": {"amount": "80.00", "currency": "USD"}, "method": "paypal", "account": {"email": "a@example.com"}}
    answer = await rig.request("POST", "/api/v1/wallet/withdraw", json=wish, headers=bank.bearer(anna))
    assert answer.status_code == 202, answer.text
    await rig.db.fetch(
        "INSERT INTO disputes (id, payment_id, user_id, currency, amount, charged_back, charged_back_currency, "
        "provider, state, opened_at) VALUES ($1, $1, $2, 'EUR', 1, 1, 'EUR', 'stripe', 'opened', now())",
        new_id(),
        anna,
    )
    asked = [UserDeletionRequested(user_id=user, request_id=new_id()) for user in (anna, empty, new_id())]
    await rig.deliver(*asked)
    told = {event.request_id: event.obstacles for event in await rig.events(WalletDeletionChecked)}
    assert [told[each.request_id] for each in asked] == [("balance", "holds", "withdrawals", "disputes"), (), ()]


async def test_what_comes_for_somebody_deleted_is_kept_and_shown_as_unclaimed(rig: Rig, bank: Any) -> None:
    anna, admin = await bank.user(), await rig.administrator()
    await rig.deliver(bank.standing(anna, status="deleted"))
    await rig.deliver(bank.prize(anna, usd("12.00"), new_id()))
    answer = await rig.request("GET", "/api/v1/admin/wallet/unclaimed?limit=1", user=admin, role="admin")
    (item,) = answer.json()["items"]
    assert (item["user_id"], item["available"]["amount"], answer.json()["next_cursor"]) == (str(anna), "12.00", None)


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


async def test_a_reward_is_paid_once_also_to_who_has_no_wallet_in_its_currency(rig: Rig, bank: Any) -> None:
    anna, won = await bank.user(), new_id()
    prize = bank.prize(anna, Money.of_minor(30_000, "EUR"), won)
    await asyncio.gather(*(rig.deliver(prize) for _ in range(4)))
    assert await bank.balance(anna, "EUR") == ("300.00", "0.00")
    (line,) = (await bank.get(anna, "/transactions", type="reward"))["items"]
    assert (line["reference_id"], line["purpose"]) == (str(won), "shop.prize")
    assert (await bank.prove())["platform"]["revenue:EUR"]["amount"] == "-300.00"
