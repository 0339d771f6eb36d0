"""Money on the wire: a decimal string plus an ISO 4217 currency; in ledgers, integer minor units."""

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema, model_validator

Currency = Literal["EUR", "GBP", "USD"]

CURRENCIES: dict[str, int] = {"EUR": 2, "GBP": 2, "USD": 2}
"""The currencies that the platform keeps accounts in, each with its number of minor digits (ISO 4217)."""

_PATTERN = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,3})?")
_LARGEST = Decimal(10) ** 13

Amount = Annotated[
    Decimal,
    PlainSerializer(lambda amount: format(amount, "f"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN.pattern}$", "examples": ["240.00"]}),
]


class Money(BaseModel):
    """An exact amount, e.g. `{"amount": "240.00", "currency": "USD"}`. Never a float."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Amount
    currency: Currency

    @model_validator(mode="before")
    @classmethod
    def _refuse_other_spellings(cls, data: object) -> object:
        """A decimal number has many spellings that only some languages read; the wire has one."""
        amount = data.get("amount", "0") if isinstance(data, dict) else "0"
        if not isinstance(amount, Decimal) and not (isinstance(amount, str) and _PATTERN.fullmatch(amount)):
            raise ValueError("amount is a decimal string, such as '240.00'")
        return data

    @model_validator(mode="after")
    def _whole_minor_units(self) -> Self:
        if not self.amount.is_finite() or abs(self.amount) >= _LARGEST:
            raise ValueError("amount is out of range")
        quantum = Decimal(1).scaleb(-CURRENCIES[self.currency])
        exact = self.amount.quantize(quantum)
        if exact != self.amount:
            raise ValueError(f"{self.currency} has {CURRENCIES[self.currency]} decimal places")
        object.__setattr__(self, "amount", exact)
        return self

    def __str__(self) -> str:
        """For people: `240.00 USD`."""
        return f"{self.amount:f} {self.currency}"

    @property
    def minor(self) -> int:
        """The amount in minor units: 24000 for 240.00 USD."""
        return int(self.amount.scaleb(CURRENCIES[self.currency]))

    @classmethod
    def of_minor(cls, minor: int, currency: str) -> "Money":
        """The money of so many minor units: `of_minor(24000, "USD")` is 240.00 USD."""
        amount = Decimal(minor).scaleb(-CURRENCIES[currency])
        return cls.model_validate({"amount": amount, "currency": currency})
