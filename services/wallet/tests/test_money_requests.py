"""A service that the wallet has never heard of asks for money: nothing in the wallet names it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

import wallet
from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.money_requests import (
    CaptureRequest,
    ChargeRequest,
    DebtRequest,
    HoldRequest,
    ReleaseRequest,
    RewardRequest,
    Share,
)
from amigok_contracts.wallet import (
    ChargeCompleted,
    ChargeRefused,
    DebtRecorded,
    DebtSettled,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
    RewardPaid,
)
from wallet.settings import Limit, Settings

PURPOSE = "loyalty.points_purchase"


class PointsOrdered(HoldRequest, Event, type="loyalty.points.ordered", aggregate="reference_id"):
    """Somebody wants to buy points."""


class PointsIssued(CaptureRequest, Event, type="loyalty.points.issued", aggregate="reference_id"):
    """They have the points."""


class PointsCancelled(ReleaseRequest, Event, type="loyalty.points.cancelled", aggregate="reference_id"):
    """They will not have them."""


class FeeDue(ChargeRequest, Event, type="loyalty.fee.due", aggregate="reference_id"):
    """The card of the loyalty programme costs something."""


class PointsRedeemed(RewardRequest, Event, type="loyalty.points.redeemed", aggregate="reference_id"):
    """Points became money."""


class PointsMisused(DebtRequest, Event, type="loyalty.points.misused", aggregate="reference_id"):
    """Points are to be paid back."""


HEARD = (PointsOrdered, PointsIssued, PointsCancelled, FeeDue, PointsRedeemed, PointsMisused)


@pytest.fixture
async def rig(hears: Any) -> AsyncIterator[Rig]:
    async with running(hears(HEARD)) as rig:
        yield rig


def usd(amount: str, currency: str = "USD") -> Money:
    return Money.model_validate({"amount": amount, "currency": currency})


class Purchase:
    """Points for 10.00 that Anna buys of Ben."""

    def __init__(self, bank: Any, anna: UUID, ben: UUID, *, price: str = "10.00") -> None:
        self.bank, self.ben, self.price = bank, ben, usd(price)
        self.about: dict[str, Any] = {"purpose": PURPOSE, "reference_id": new_id(), "payer_id": anna}

    def ordered(self, **more: Any) -> PointsOrdered:
        about = {"amount": self.price, "payee_ids": (self.ben,), "assurance": self.bank.sure(), **self.about}
        return PointsOrdered(**about | more)

    def issued(self, *shares: Share, **more: Any) -> PointsIssued:
        return PointsIssued(**self.about | more, shares=shares or (self.share("10.00"),))

    def cancelled(self, **more: Any) -> PointsCancelled:
        return PointsCancelled(**self.about | more, reason="changed_my_mind")

    def share(self, amount: str, currency: str = "USD") -> Share:
        return Share(amount=usd(amount, currency), payee_id=self.ben)


@pytest.fixture
async def anna(rig: Rig, bank: Any) -> UUID:
    user: UUID = await bank.user("100.00")
    return user


@pytest.fixture
async def ben(rig: Rig, bank: Any) -> UUID:
    user: UUID = await bank.user()
    return user


@pytest.fixture
def purchase(bank: Any, anna: UUID, ben: UUID) -> Purchase:
    return Purchase(bank, anna, ben)


def test_no_line_of_the_wallet_names_who_asks() -> None:
    names = ("loyalty", "marketplace", "farm.", "order_id")
    for path in Path(wallet.__file__).parent.rglob("*.py"):
        found = [name for name in names if name in path.read_text()]
        assert not found, f"{path} names {found}"


async def test_a_hold_is_captured_in_shares_and_the_rest_is_free(
    rig: Rig, bank: Any, anna: UUID, ben: UUID, purchase: Purchase
) -> None:
    await rig.deliver(purchase.ordered(description="A hundred points"))
    [hold] = (await bank.get(anna))["holds"]
    assert (hold["purpose"], hold["description"]) == (PURPOSE, "A hundred points")
    shares = (
        purchase.share("6.00"),
        Share(amount=usd("1.00"), fee="issue"),
        Share(amount=usd("0.50"), fee="card"),
        Share(amount=usd("0.25")),
        Share(amount=usd("0.00"), fee="nothing"),
    )
    await rig.deliver(purchase.issued(*shares), purchase.issued(*shares))
    assert (await bank.balance(anna), await bank.balance(ben)) == (("92.25", "0.00"), ("6.00", "0.00"))
    proof = await bank.prove()
    assert {kind: each["amount"] for kind, each in proof["fees"].items()} == {"card:USD": "0.50", "issue:USD": "1.00"}
    assert (proof["platform"]["revenue:USD"]["amount"], proof["platform"]["sales:USD"]["amount"]) == ("1.50", "0.25")
    [placed], [captured] = await rig.events(HoldPlaced), await rig.events(HoldCaptured)
    assert (placed.purpose, placed.reference_id) == (PURPOSE, purchase.about["reference_id"])
    assert (captured.hold_id, captured.amount, captured.shares) == (placed.hold_id, usd("7.75"), shares)
    [line] = (await bank.get(ben, "/transactions"))["items"]
    assert (line["type"], line["purpose"], line["description"]) == ("sale", PURPOSE, "A hundred points")


async def test_what_is_released_is_free_and_what_was_released_before_is_never_held(
    rig: Rig, bank: Any, anna: UUID, ben: UUID, purchase: Purchase
) -> None:
    await rig.deliver(purchase.ordered(), purchase.cancelled(), purchase.cancelled(), purchase.ordered())
    other = Purchase(bank, anna, ben)
    await rig.deliver(other.cancelled(), other.ordered())
    assert await bank.balance(anna) == ("100.00", "0.00")
    [released] = await rig.events(HoldReleased)
    assert (released.reference_id, released.reason) == (purchase.about["reference_id"], "changed_my_mind")
    await bank.prove()


async def test_a_hold_expires_when_its_request_says(rig: Rig, bank: Any, anna: UUID, purchase: Purchase) -> None:
    await rig.deliver(purchase.ordered(expires_at=clock.now() + timedelta(hours=1)))
    clock.set_offset(timedelta(minutes=59))
    await rig.run_job("expire_holds")
    assert await bank.balance(anna) == ("90.00", "10.00")
    clock.set_offset(timedelta(minutes=61))
    await rig.run_job("expire_holds")
    assert await bank.balance(anna) == ("100.00", "0.00")
    assert [event.reason for event in await rig.events(HoldReleased)] == ["expired"]


async def test_shares_that_do_not_fit_the_hold_are_for_people_to_look_at(
    rig: Rig, bank: Any, anna: UUID, purchase: Purchase
) -> None:
    stranger = await bank.user()
    await rig.deliver(purchase.ordered())
    misfits = {
        "10.00 USD is held, and 10.01 USD asked for": purchase.issued(purchase.share("10.01")),
        "USD is held, and EUR asked for": purchase.issued(purchase.share("1.00", "EUR")),
        "held for others": purchase.issued(Share(amount=usd("1.00"), payee_id=stranger)),
        "held for another payer": purchase.issued(payer_id=stranger),
    }
    for reason, request in misfits.items():
        with pytest.raises(Reject, match=reason):
            await rig.deliver(request)
    with pytest.raises(Reject, match="held for another payer"):
        await rig.deliver(purchase.cancelled(payer_id=stranger))
    with pytest.raises(Reject, match="has payees"):
        await rig.deliver(Purchase(bank, anna, stranger).ordered(gives_back=True))
    with pytest.raises(Reject, match="its own payer"):
        await rig.deliver(Purchase(bank, anna, anna).ordered())
    assert await bank.balance(anna) == ("90.00", "10.00")
    assert await rig.events(HoldCaptured) == await rig.events(HoldReleased) == []
    await rig.deliver(purchase.issued())
    await bank.prove()


async def test_charges_rewards_and_debts_are_answered_by_purpose_and_reference(
    rig: Rig, bank: Any, anna: UUID, ben: UUID
) -> None:
    fee: dict[str, Any] = {"purpose": "loyalty.card", "shares": (Share(amount=usd("30.00"), fee="card"),)}
    first, second, third, fourth, fifth = (new_id() for _ in range(5))
    await rig.deliver(
        FeeDue(**fee, reference_id=first, payer_id=anna, assurance=bank.sure()),
        FeeDue(**fee, reference_id=second, payer_id=ben, assurance=bank.sure()),
        FeeDue(**fee, reference_id=third, payer_id=ben, mandatory=True),
        PointsMisused(purpose=PURPOSE, reference_id=fourth, debtor_id=ben, amount=usd("5.00"), livestock_id=fifth),
        PointsRedeemed(purpose=PURPOSE, reference_id=fifth, payee_id=ben, amount=usd("36.00")),
    )
    assert [(e.reference_id, str(e.owed.amount)) for e in await rig.events(ChargeCompleted)] == [
        (first, "0.00"),
        (third, "30.00"),
    ]
    assert [(e.reference_id, e.reason) for e in await rig.events(ChargeRefused)] == [(second, "insufficient_funds")]
    assert [(e.purpose, e.reference_id, e.livestock_id) for e in await rig.events(DebtRecorded)] == [
        ("loyalty.card", third, None),
        (PURPOSE, fourth, fifth),
    ]
    assert [(e.reference_id, e.reason) for e in await rig.events(DebtSettled)] == [(third, "paid"), (fourth, "paid")]
    [paid] = await rig.events(RewardPaid)
    assert (paid.purpose, paid.reference_id, paid.payee_id) == (PURPOSE, fifth, ben)
    assert (await bank.balance(anna), await bank.balance(ben)) == (("70.00", "0.00"), ("1.00", "0.00"))
    await bank.prove()


async def test_debts_are_settled_in_the_stated_order_then_the_older_first(rig: Rig, bank: Any, ben: UUID) -> None:
    rig.context.use(Settings(debt_order={"loyalty.urgent": 1, "loyalty.*": 5, "*": 9}))
    names = ("loyalty.points_purchase", "loyalty.card", "loyalty.urgent")
    for name in names:
        await rig.deliver(PointsMisused(purpose=name, reference_id=new_id(), debtor_id=ben, amount=usd("5.00")))
    [balance] = (await bank.get(ben))["balances"]
    assert balance["owed"]["amount"] == "15.00"
    shown = [each["purpose"] for each in (await bank.get(ben))["debts"]]
    assert shown == ["loyalty.urgent", "loyalty.points_purchase", "loyalty.card"]
    await bank.credit(ben, "7.00")
    left = [(each["purpose"], each["remaining"]["amount"]) for each in (await bank.get(ben))["debts"]]
    assert left == [("loyalty.points_purchase", "3.00"), ("loyalty.card", "5.00")]
    assert [event.purpose for event in await rig.events(DebtSettled)] == ["loyalty.urgent"]
    assert (await bank.prove())["platform"]["receivables:USD"]["amount"] == "-8.00"


async def test_one_capture_settles_the_debts_of_everybody_it_pays(
    rig: Rig, bank: Any, anna: UUID, ben: UUID, purchase: Purchase
) -> None:
    carl = await bank.user()
    about = {"purpose": "loyalty.card", "amount": usd("3.00")}
    await rig.deliver(purchase.ordered(payee_ids=(ben, carl)))
    await rig.deliver(*(PointsMisused(**about, reference_id=new_id(), debtor_id=each) for each in (ben, carl)))
    shares = (purchase.share("4.00"), Share(amount=usd("5.00"), payee_id=carl))
    await rig.deliver(purchase.issued(*shares))
    assert [await bank.balance(each) for each in (anna, ben, carl)] == [
        ("91.00", "0.00"),
        ("1.00", "0.00"),
        ("2.00", "0.00"),
    ]
    assert {event.debtor_id for event in await rig.events(DebtSettled)} == {ben, carl}
    [paid] = (await bank.get(ben, "/transactions", type="debt_paid"))["items"]
    assert (paid["available_change"]["amount"], paid["counterparty"]) == ("-3.00", None)
    await bank.prove()


async def test_what_is_released_because_it_expired_elsewhere_is_never_captured(
    rig: Rig, bank: Any, anna: UUID, purchase: Purchase
) -> None:
    await rig.deliver(purchase.ordered(), PointsCancelled(**purchase.about, reason="expired"))
    with pytest.raises(Reject, match="released"):
        await rig.deliver(purchase.issued())
    assert await bank.balance(anna) == ("100.00", "0.00")
    await bank.prove()


async def test_nobody_asks_for_what_is_anothers_to_ask(purchase: Purchase) -> None:
    with pytest.raises(ValidationError, match="cannot ask for"):
        purchase.ordered(purpose="shop.order")
    stolen = purchase.ordered().model_dump() | {"purpose": "shop.order"}
    with pytest.raises(ValidationError, match="cannot ask for"):
        PointsOrdered.model_validate(stolen)


@pytest.mark.parametrize(
    "shares",
    [
        (),
        (Share(amount=usd("0.00")),),
        (Share(amount=usd("1.00")), Share(amount=usd("1.00", "EUR"))),
    ],
)
def test_shares_of_nothing_or_of_several_currencies_are_no_request(purchase: Purchase, shares: Any) -> None:
    with pytest.raises(ValidationError):
        PointsIssued(**purchase.about, shares=shares)


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_what_is_asked_for_is_more_than_zero(purchase: Purchase, amount: str) -> None:
    with pytest.raises(ValidationError):
        purchase.ordered(amount=usd(amount))
    with pytest.raises(ValidationError):
        Share(amount=usd("-1.00"))


async def test_each_purpose_has_limits_and_the_nearest_counts(rig: Rig, bank: Any, anna: UUID, ben: UUID) -> None:
    ten = Limit.model_validate({"most": dict.fromkeys(("EUR", "GBP", "USD"), "10.00")})
    day = Limit.model_validate({"daily": dict.fromkeys(("EUR", "GBP", "USD"), "25.00")})
    rig.context.use(Settings(limits={PURPOSE: ten, "loyalty.*": day, "*": ten}))
    await rig.deliver(Purchase(bank, anna, ben, price="10.01").ordered())
    cards = [Purchase(bank, anna, ben, price=price) for price in ("15.00", "10.01", "10.00", "0.01")]
    for card in cards:
        card.about["purpose"] = "loyalty.card"
        await rig.deliver(card.ordered())
    assert [event.reason for event in await rig.events(HoldRefused)] == [
        "purpose_limit_exceeded",
        "purpose_daily_limit_exceeded",
        "purpose_daily_limit_exceeded",
    ]
    await rig.deliver(cards[0].cancelled())
    again = Purchase(bank, anna, ben, price="15.00")
    again.about["purpose"] = "loyalty.card"
    await rig.deliver(again.ordered())
    clock.set_offset(timedelta(hours=25))
    later = Purchase(bank, anna, ben, price="25.00")
    later.about["purpose"] = "loyalty.card"
    await rig.deliver(later.ordered())
    assert len(await rig.events(HoldPlaced)) == 4
    assert await bank.balance(anna) == ("50.00", "50.00")
    await bank.prove()


async def test_a_daily_limit_counts_debts_and_only_the_purpose_that_it_names(rig: Rig, bank: Any, ben: UUID) -> None:
    day = Limit.model_validate({"daily": dict.fromkeys(("EUR", "GBP", "USD"), "25.00")})
    rig.context.use(Settings(limits={"loyalty.card": day}))
    shares = (Share(amount=usd("20.00"), fee="card"),)
    for purpose in ("loyalty.card_lost", "loyalty.card"):
        fee = FeeDue(purpose=purpose, reference_id=new_id(), payer_id=ben, mandatory=True, shares=shares)
        await rig.deliver(fee)
    about: dict[str, Any] = {"purpose": "loyalty.card", "debtor_id": ben}
    await rig.deliver(PointsMisused(**about, reference_id=new_id(), amount=usd("5.00")))
    with pytest.raises(Reject, match="purpose_daily_limit_exceeded"):
        await rig.deliver(PointsMisused(**about, reference_id=new_id(), amount=usd("0.01")))
    await bank.prove()


ASKS = ("hold", "charge", "mandatory", "debt")


@pytest.mark.parametrize(("first", "second"), [pair for pair in permutations(ASKS, 2) if set(pair) != set(ASKS[1:3])])
async def test_what_is_asked_for_in_two_ways_under_one_reference_is_for_people_to_look_at_at_once(
    rig: Rig, bank: Any, anna: UUID, ben: UUID, first: str, second: str
) -> None:
    about: dict[str, Any] = {"purpose": PURPOSE, "reference_id": new_id()}
    fee: dict[str, Any] = {**about, "payer_id": anna, "assurance": bank.sure()}
    asks = {
        "hold": PointsOrdered(**fee, amount=usd("60.00"), payee_ids=(ben,)),
        "charge": FeeDue(**fee, shares=(Share(amount=usd("60.00")),)),
        "mandatory": FeeDue(**fee, shares=(Share(amount=usd("600.00")),), mandatory=True),
        "debt": PointsMisused(**about, debtor_id=anna, amount=usd("600.00")),
    }
    await rig.deliver(asks[first])
    before = await bank.get(anna)
    with pytest.raises(Reject, match="contradicts"):
        await rig.deliver(asks[second])
    await rig.deliver(asks[first])
    assert await bank.get(anna) == before
    await bank.prove()


async def test_a_request_that_contradicts_an_earlier_one_is_for_people_to_look_at(
    rig: Rig, bank: Any, anna: UUID, ben: UUID, purchase: Purchase
) -> None:
    reference_id = new_id()
    fee: dict[str, Any] = {"purpose": "loyalty.card", "reference_id": reference_id, "mandatory": True}
    prize: dict[str, Any] = {"purpose": PURPOSE, "reference_id": reference_id}
    dollar, two = (Share(amount=usd("1.00"), fee="card"),), (Share(amount=usd("2.00"), fee="card"),)
    fine = {**prize, "debtor_id": ben, "amount": usd("1.00")}
    await rig.deliver(
        purchase.ordered(),
        FeeDue(**fee, payer_id=anna, shares=dollar),
        PointsRedeemed(**prize, payee_id=ben, amount=usd("1.00")),
        PointsMisused(**fine),
    )
    others = (
        purchase.ordered(payer_id=new_id()),
        purchase.ordered(amount=usd("10.01")),
        purchase.ordered(payee_ids=()),
        FeeDue(**fee, payer_id=ben, shares=dollar),
        FeeDue(**fee, payer_id=anna, shares=two),
        PointsRedeemed(**prize, payee_id=anna, amount=usd("1.00")),
        PointsRedeemed(**prize, payee_id=ben, amount=usd("2.00")),
        PointsMisused(**fine | {"debtor_id": anna}),
        PointsMisused(**fine | {"amount": usd("2.00")}),
    )
    for other in others:
        with pytest.raises(Reject, match="contradicts"):
            await rig.deliver(other)
    assert (await bank.balance(anna), await bank.balance(ben)) == (("89.00", "10.00"), ("0.00", "0.00"))
    await rig.deliver(purchase.issued(), purchase.ordered())
    await bank.prove()
