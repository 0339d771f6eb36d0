"""What an owner agreed to once is held again when nobody is there to prove who they are, and nothing else is."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.care import CareChargeRequested
from amigok_contracts.feed import MealCorrectionCharged, PeriodHoldRequested, PeriodReleaseRequested, WelfareCharged
from amigok_contracts.money_requests import Share
from amigok_contracts.wallet import ChargeCompleted, HoldPlaced, HoldRefused
from wallet.settings import Limit, Settings


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


class Feed:
    """What feed asks of one owner's wallet."""

    def __init__(self, rig: Rig, bank: Any, owner: UUID) -> None:
        self.rig, self.bank, self.owner = rig, bank, owner

    async def asks(self, price: str | Money, *, agreement: UUID | None, sure: bool = False, **more: Any) -> str:
        """Asks for the price of a period, and returns why it was refused, or nothing."""
        amount = usd(price) if isinstance(price, str) else price
        about: dict[str, Any] = {"reference_id": new_id(), "payer_id": self.owner, "amount": amount}
        proof = self.bank.sure() if sure else self.bank.sure(authenticated_at=clock.now() - timedelta(days=30))
        request = PeriodHoldRequested(**about | {"agreement_id": agreement, "assurance": proof} | more)
        await self.rig.deliver(request, request)
        refused = [each for each in await self.rig.events(HoldRefused) if each.reference_id == request.reference_id]
        placed = [each for each in await self.rig.events(HoldPlaced) if each.reference_id == request.reference_id]
        assert len(refused) + len(placed) == 1
        return refused[0].reason if refused else ""

    async def agreed(self, amount: str) -> UUID:
        """The owner subscribes, with a fresh proof."""
        agreement = new_id()
        assert await self.asks(amount, agreement=agreement, sure=True) == ""
        return agreement

    async def used(self) -> str:
        limits = (await self.bank.get(self.owner, "/exits"))["limits"]
        return next(str(each["used"]["amount"]) for each in limits if each["used"]["currency"] == "USD")


@pytest.fixture
async def feed(rig: Rig, bank: Any) -> Feed:
    return Feed(rig, bank, await bank.user("5000.00"))


async def test_what_was_agreed_to_with_a_fresh_proof_is_held_again_without_one(rig: Rig, bank: Any, feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    for _ in range(3):
        assert await feed.asks("180.00", agreement=agreement) == ""
    assert await feed.asks("120.00", agreement=agreement, assurance=None) == ""
    assert await feed.used() == "180.00"
    assert (await bank.balance(feed.owner))[1] == "840.00"
    await bank.prove()


async def test_many_small_agreements_renew_on_one_day(feed: Feed) -> None:
    agreements = [await feed.agreed("60.00") for _ in range(8)]
    assert [await feed.asks("60.00", agreement=each) for each in agreements] == [""] * 8


async def test_a_dearer_period_and_another_agreement_need_a_proof_of_their_own(feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    assert await feed.asks("180.01", agreement=agreement) == "step_up_required"
    assert await feed.asks("180.00", agreement=new_id()) == "step_up_required"
    assert await feed.asks("180.00", agreement=None) == "step_up_required"
    assert await feed.asks("200.00", agreement=agreement, sure=True) == ""
    assert await feed.asks("200.00", agreement=agreement) == "step_up_required"


async def test_a_stolen_session_makes_no_agreement_that_it_could_not_pay_at_once(feed: Feed) -> None:
    large, *small = (new_id() for _ in range(6))
    assert await feed.asks("100.01", agreement=large) == "step_up_required"
    assert await feed.asks("100.01", agreement=large) == "step_up_required"
    answers = [await feed.asks("60.00", agreement=each) for each in small]
    assert answers == [""] * 4 + ["step_up_required"]
    assert await feed.asks("60.00", agreement=small[-1]) == "step_up_required"


async def test_an_agreement_is_its_payers_alone_and_in_its_currency(rig: Rig, bank: Any, feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    other = Feed(rig, bank, await bank.user("5000.00"))
    assert await other.asks("180.00", agreement=agreement) == "step_up_required"
    await bank.credit(feed.owner, "500.00", "EUR")
    euros = Money.model_validate({"amount": "180.00", "currency": "EUR"})
    assert await feed.asks(euros, agreement=agreement) == "step_up_required"


async def test_a_hold_with_an_agreement_pays_nobody_but_the_platform(rig: Rig, bank: Any, feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    with pytest.raises(Reject, match="has payees"):
        await feed.asks("180.00", agreement=agreement, payee_ids=(await bank.user(),))


async def test_a_closed_wallet_refuses_what_was_agreed_to(rig: Rig, bank: Any, feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    headers = bank.bearer(feed.owner)
    await rig.request("POST", "/api/v1/wallet/exits/stop", headers=headers, json={"hours": None})
    assert await feed.asks("180.00", agreement=agreement) == "exits_stopped"
    await rig.request("POST", "/api/v1/wallet/exits/resume", headers=headers)
    assert await feed.asks("180.00", agreement=agreement) == ""
    await rig.deliver(bank.standing(feed.owner, status="deactivated"))
    assert await feed.asks("180.00", agreement=agreement) == "account_inactive"


async def test_the_limits_of_its_purpose_hold_for_what_was_agreed_to(rig: Rig, feed: Feed) -> None:
    day = Limit.model_validate({"daily": dict.fromkeys(("EUR", "GBP", "USD"), "400.00")})
    rig.context.use(Settings(limits={"feed.*": day}))
    agreement = await feed.agreed("180.00")
    assert await feed.asks("180.00", agreement=agreement) == ""
    assert await feed.asks("180.00", agreement=agreement) == "purpose_daily_limit_exceeded"


async def test_who_agreed_with_a_fresh_proof_but_too_little_money_pays_when_it_arrives(rig: Rig, bank: Any) -> None:
    feed = Feed(rig, bank, await bank.user("10.00"))
    sure, unsure = new_id(), new_id()
    assert await feed.asks("180.00", agreement=sure, sure=True) == "insufficient_funds"
    assert await feed.asks("60.00", agreement=unsure) == "insufficient_funds"
    assert await feed.used() == "0.00"
    await bank.credit(feed.owner, "1000.00")
    assert await feed.asks("180.00", agreement=sure) == ""
    for _ in range(4):
        assert await feed.asks("60.00", agreement=unsure, assurance=None) == ""
    assert await feed.used() == "60.00"


async def test_releasing_what_was_agreed_to_gives_back_no_allowance(rig: Rig, feed: Feed) -> None:
    agreement = await feed.agreed("180.00")
    reference = new_id()
    assert await feed.asks("180.00", agreement=agreement, reference_id=reference) == ""
    released = PeriodReleaseRequested(reference_id=reference, payer_id=feed.owner, reason="nothing_fed")
    await rig.deliver(released, released)
    assert await feed.used() == "180.00"


@pytest.mark.parametrize("event", [WelfareCharged, MealCorrectionCharged, CareChargeRequested])
async def test_what_is_owed_for_an_animals_sake_needs_no_proof(rig: Rig, feed: Feed, event: type[Event]) -> None:
    more = {"request_id": new_id(), "mandatory": True} if event is CareChargeRequested else {}
    shares = (Share(amount=usd("400.00")),)
    await rig.deliver(event(reference_id=new_id(), payer_id=feed.owner, shares=shares, **more))
    assert [each.amount for each in await rig.events(ChargeCompleted)] == [usd("400.00")]
