"""Fees over HTTP."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.values import OneSpelling
from amigok_contracts import Money
from marketplace.fees import rules
from marketplace.settings import FeeRule, ListingType


class FeeQuery(BaseModel):
    """What is to be sold: by a user or by the platform, and for how much if that is known."""

    model_config = ConfigDict(extra="forbid")

    listing_type: ListingType = "user_resale"
    price: Annotated[Decimal, Field(gt=0, lt=Decimal(10) ** 12), OneSpelling] | None = None
    currency: AccountCurrency = "USD"

    @model_validator(mode="after")
    def _is_exact(self) -> Self:
        _ = self.money
        return self

    @property
    def money(self) -> Money | None:
        return None if self.price is None else Money(amount=self.price, currency=self.currency)


class FeeOut(BaseModel):
    """The platform's fee on a sale. `basis_points` are hundredths of a per cent of the price: 250 means 2.5 %.

    It is at least `minimum`. With a price: the `fee`, and the `proceeds` that are left to the seller.
    """

    listing_type: ListingType
    basis_points: int
    minimum: Money
    price: Money | None
    fee: Money | None
    proceeds: Money | None

    @classmethod
    def of(cls, asked: FeeQuery, rule: FeeRule) -> Self:
        least, price = rules.minimum(rule, asked.currency), asked.money
        fee = None if price is None else rules.fee(price, basis_points=rule.basis_points, minimum=least.minor)
        left = None if price is None or fee is None else Money.of_minor(price.minor - fee.minor, price.currency)
        return cls(
            listing_type=asked.listing_type,
            basis_points=rule.basis_points,
            minimum=least,
            price=price,
            fee=fee,
            proceeds=left,
        )
