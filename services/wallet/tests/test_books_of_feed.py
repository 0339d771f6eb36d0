"""What feed says was captured, charged and paid back is what the ledger has."""

from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.books import BookItem
from amigok_contracts.feed import (
    FeedBooksStated,
    MealCorrectionRefunded,
    PeriodCaptureRequested,
    PeriodHoldRequested,
    WelfareCharged,
)
from amigok_contracts.money_requests import Share


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


@pytest.fixture
async def fed(rig: Rig, bank: Any) -> dict[str, UUID]:
    """A period of 20.00 of which 7.00 was fed, 5.00 of basic ration of which 3.00 is owed, and 1.00 paid back."""
    owner, ids = await bank.user("22.00"), {kind: new_id() for kind in ("capture", "charge", "reward")}
    await rig.deliver(
        PeriodHoldRequested(reference_id=ids["capture"], payer_id=owner, amount=usd("20.00"), assurance=bank.sure()),
        WelfareCharged(reference_id=ids["charge"], payer_id=owner, shares=(Share(amount=usd("5.00")),)),
        PeriodCaptureRequested(reference_id=ids["capture"], payer_id=owner, shares=(Share(amount=usd("7.00")),)),
        MealCorrectionRefunded(reference_id=ids["reward"], payee_id=owner, amount=usd("1.00")),
    )
    return ids


def stated(fed: dict[str, UUID], **amounts: str) -> FeedBooksStated:
    said = {"capture": "7.00", "charge": "5.00", "reward": "1.00"} | amounts
    items = [BookItem(reference_id=id, kind=kind, amount=usd(said[kind])) for kind, id in fed.items()]
    window = {"window_id": new_id(), "after_id": UUID(int=0), "up_to_id": new_id()}
    return FeedBooksStated(**window, stated_at=clock.now(), items=items, under_way=[])


async def differences(rig: Rig) -> list[tuple[str, int, int]]:
    await rig.run_job("prove_invariants")
    [kept] = await rig.db.fetch("SELECT differences FROM proofs ORDER BY made_at DESC LIMIT 1")
    return [(each["check"], each["expected"], each["found"]) for each in kept["differences"]]


async def test_what_feed_settled_is_what_was_posted(rig: Rig, fed: dict[str, UUID]) -> None:
    await rig.deliver(stated(fed))
    assert await differences(rig) == []


@pytest.mark.parametrize("kind", ["capture", "charge", "reward"])
async def test_another_amount_than_was_posted_is_a_difference(rig: Rig, fed: dict[str, UUID], kind: str) -> None:
    posted = {"capture": 700, "charge": 500, "reward": 100}
    await rig.deliver(stated(fed, **{kind: "9.00"}))
    assert await differences(rig) == [(f"feed_agrees_on_{kind}", 900, posted[kind])]
