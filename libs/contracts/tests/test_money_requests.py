"""The vocabulary of money requests: what a producer may ask for, and what makes no sense."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from amigok_contracts import Event, Money, parse
from amigok_contracts.money_requests import (
    CaptureRequest,
    ChargeRequest,
    DebtRequest,
    HoldRequest,
    MoneyRequest,
    ReleaseRequest,
    RewardRequest,
    Share,
    total,
)

ANNA, BEN, THIS = UUID(int=1), UUID(int=2), UUID(int=3)


class ShearingBooked(HoldRequest, Event, type="shearing.visit.booked", aggregate="reference_id"):
    """Somebody wants their sheep shorn."""


class ShearingDone(CaptureRequest, Event, type="shearing.visit.done", aggregate="reference_id"):
    """The sheep are shorn."""


class ShearingCancelled(ReleaseRequest, Event, type="shearing.visit.cancelled", aggregate="reference_id"):
    """They are not."""


class WoolDelivered(ChargeRequest, Event, type="shearing.wool.delivered", aggregate="reference_id"):
    """Somebody gets wool."""


class PrizeWon(RewardRequest, Event, type="shearing.prize.won", aggregate="reference_id"):
    """The fastest shearer."""


class FenceBroken(DebtRequest, Event, type="shearing.fence.broken", aggregate="reference_id"):
    """Somebody broke a fence."""


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


def share(amount: str, **more: Any) -> Share:
    return Share(amount=usd(amount), **more)


SHARES = (share("9.00", payee_id=BEN), share("1.00", fee="shearing"))
REQUESTS: dict[type[Event], dict[str, Any]] = {
    ShearingBooked: {"payer_id": ANNA, "amount": usd("10.00"), "payee_ids": (BEN,)},
    ShearingDone: {"payer_id": ANNA, "shares": SHARES},
    ShearingCancelled: {"payer_id": ANNA, "reason": "rain"},
    WoolDelivered: {"payer_id": ANNA, "shares": SHARES, "mandatory": True},
    PrizeWon: {"payee_id": ANNA, "amount": usd("10.00")},
    FenceBroken: {"debtor_id": ANNA, "amount": usd("10.00")},
}

EACH = pytest.mark.parametrize("kind", REQUESTS, ids=lambda kind: kind.__name__)


def asked(kind: type[Event], **changes: Any) -> Event:
    return kind.model_validate(
        {"purpose": "shearing.visit", "reference_id": THIS, **REQUESTS[kind], **changes}, from_attributes=True
    )


@EACH
def test_an_event_is_a_request_and_goes_over_the_wire_as_one(kind: type[Event]) -> None:
    event = asked(kind)
    assert isinstance(event, MoneyRequest)
    assert event.subject == str(THIS)
    assert parse(kind.type, kind.version, event.model_dump_json()) == event


@EACH
@pytest.mark.parametrize("purpose", ["marketplace.order", "shear.visit", "shearings.visit"])
def test_a_purpose_of_another_producer_is_refused(kind: type[Event], purpose: str) -> None:
    with pytest.raises(ValidationError, match=f"{kind.type} cannot ask for {purpose}"):
        asked(kind, purpose=purpose)


@EACH
@pytest.mark.parametrize("purpose", ["shearing", "shearing.", ".visit", "Shearing.visit", "shearing.visit.again", ""])
def test_a_purpose_is_a_producer_and_a_word(kind: type[Event], purpose: str) -> None:
    with pytest.raises(ValidationError):
        asked(kind, purpose=purpose)


@pytest.mark.parametrize("kind", [ShearingBooked, PrizeWon, FenceBroken], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_what_is_asked_for_is_more_than_nothing(kind: type[Event], amount: str) -> None:
    with pytest.raises(ValidationError, match="more than zero"):
        asked(kind, amount=usd(amount))


def test_shares_are_in_one_currency_and_add_up() -> None:
    assert total(SHARES) == usd("10.00")
    yen = Share(amount=Money.of_minor(100, "JPY"), payee_id=BEN)
    for wrong in ((), (share("0.00"),), (*SHARES, yen)):
        with pytest.raises(ValueError, match=r"one currency|more than zero"):
            total(wrong)
        with pytest.raises(ValidationError):
            asked(ShearingDone, shares=wrong)


def test_a_share_is_not_negative_and_a_fee_has_no_payee() -> None:
    with pytest.raises(ValidationError, match="not negative"):
        share("-1.00")
    with pytest.raises(ValidationError, match="no payee"):
        share("1.00", fee="shearing", payee_id=BEN)


@pytest.mark.parametrize("kind", [ShearingBooked, WoolDelivered, PrizeWon, FenceBroken], ids=lambda kind: kind.__name__)
def test_what_people_read_in_their_statement_is_short(kind: type[Event]) -> None:
    assert asked(kind, description="x" * 200)
    with pytest.raises(ValidationError):
        asked(kind, description="x" * 201)
