"""Requests for care over HTTP."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.money import AccountCurrency, MoneyIn
from amigok_chassis.schemas import In, Note, Out, Prose, Version
from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from care.procedures.models import CareType
from care.requests.models import Origin, Request

State = Literal["requested", "quoted", "accepted", "scheduled", "in_progress", "completed", "cancelled", "declined"]
QuoteVersion = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1, description="The quote that you have seen")]

ServiceName = Annotated[str, Field(examples=["Yearly checkup"])]

HIGHEST = 100_000_000
"""Minor units that anything costs at most."""


def _is_bounded(money: Money) -> Money:
    if not 0 <= money.minor <= HIGHEST:
        raise ValueError("an amount is at least 0 and at most 1,000,000.00")
    return money


def _is_positive(money: Money) -> Money:
    if money.minor == 0:
        raise ValueError("this is more than zero")
    return money


Cost = Annotated[MoneyIn, AfterValidator(_is_bounded)]
"""An amount that may be nothing."""
More = Annotated[MoneyIn, AfterValidator(_is_bounded), AfterValidator(_is_positive)]


class CareRequestIn(In):
    """What is wanted, and why. Prices are in `currency`."""

    service_id: UUID
    currency: AccountCurrency
    reason: Prose = ""


class CareAssignmentIn(CareRequestIn):
    """Care of an animal of this user. What is mandatory is done after its due date in any case."""

    livestock_id: UUID
    mandatory: Annotated[bool, Field(strict=True)] = False
    due_on: IsoDate | None = None


class CareAcceptIn(In):
    """The quote that is accepted. `allowance` is what the care may cost beyond the estimate without asking again."""

    quote_version: QuoteVersion
    allowance: Cost | None = None


class CarePaymentIn(CareAcceptIn):
    """As to accept a quote; or with `amount`, what you were asked for beyond what you had allowed."""

    amount: More | None = None


class CareDeclineIn(In):
    quote_version: QuoteVersion


class CareQuoteIn(In):
    """What the care is expected to cost."""

    version: Version
    estimate: Cost


class CareSeenIn(In):
    """The request as it was seen."""

    version: Version


class CareEndIn(CareSeenIn):
    """Why it ends; for the audit log."""

    note: Note


class CareMoreIn(CareSeenIn):
    """What is needed beyond what the owner has allowed."""

    amount: More


class CareRequestOut(Out):
    """A request for care. `reason` is why it is wanted.

    `authorised` is taken without asking the owner again, `asked` is what they have to confirm besides, and `paid` what
    was taken. With `funded_at` the work may begin. `payment_refusal` is why the last payment failed.
    """

    id: UUID
    version: int
    state: State
    livestock_id: UUID
    service_id: UUID
    service_name: ServiceName
    care_type: CareType
    duration_minutes: int
    origin: Origin
    mandatory: bool
    emergency: bool
    due_at: datetime | None
    reason: str
    list_price: Money
    quote_version: int
    estimate: Money | None
    allowance: Money
    authorised: Money
    cost: Money
    asked: Money | None
    paid: Money
    owes: bool
    payment_refusal: Annotated[str | None, Field(examples=["insufficient_funds"])]
    veterinarian_id: UUID | None
    starts_at: datetime | None
    ends_at: datetime | None
    requested_at: datetime
    accepted_at: datetime | None
    funded_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    end_reason: Annotated[str | None, Field(examples=["owner_cancelled"])]

    @classmethod
    def of(cls, request: Request, *, asked: int | None, paid: int, owes: bool) -> Self:
        amounts = {
            **{name: request.money(getattr(request, name)) for name in _AMOUNTS},
            "estimate": None if request.state == "requested" else request.money(request.estimate),
            "asked": None if asked is None else request.money(asked),
            "paid": request.money(paid),
            "owes": owes,
        }
        return cls(**{name: getattr(request, name) for name in cls.model_fields.keys() - amounts.keys()}, **amounts)


class CareRequestDetails(CareRequestOut):
    """What administrators see in addition: who pays, null for the platform; who has requested and quoted it."""

    owner_id: UUID | None
    requested_by: UUID | None
    quoted_by: UUID | None


_AMOUNTS = ("list_price", "allowance", "authorised", "cost")
