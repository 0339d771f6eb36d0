"""Money on the wire: a decimal string plus an ISO 4217 currency; in ledgers, integer minor units."""

import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, WithJsonSchema, model_validator

from amigok_contracts.currencies import digits

Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$"), Field(examples=["USD"])]
"""The code of a currency (ISO 4217). Any may come; `digits` knows those that these contracts can read amounts in."""

_PATTERN = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,3})?")
_LARGEST = Decimal(10) ** 13

Amount = Annotated[
    Decimal,
    PlainSerializer(lambda amount: format(amount, "f"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_PATTERN.pattern}$", "examples": ["240.00"]}),
]


class Money(BaseModel):
    """An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Amount
    currency: Currency

    @model_validator(mode="before")
    @classmethod
    def _refuse_other_spellings(cls, data: object) -> object:
        """A decimal number has many spellings that only some languages read; on the wire there is one."""
        amount = data.get("amount", "0") if isinstance(data, dict) else "0"
        if not isinstance(amount, Decimal) and not (isinstance(amount, str) and _PATTERN.fullmatch(amount)):
            raise ValueError("amount is a decimal string, such as '240.00'")
        return data

    @model_validator(mode="after")
    def _whole_minor_units(self) -> Self:
        if not self.amount.is_finite() or abs(self.amount) >= _LARGEST:
            raise ValueError("amount is out of range")
        exact = self.amount.quantize(Decimal(1).scaleb(-digits(self.currency)))
        if exact != self.amount:
            raise ValueError(f"{self.currency} has {digits(self.currency)} decimal places")
        object.__setattr__(self, "amount", exact)
        return self

    def __str__(self) -> str:
        """For people: `240.00 USD`."""
        return f"{self.amount:f} {self.currency}"

    @property
    def minor(self) -> int:
        """The amount in minor units: 24000 for 240.00 USD."""
        return int(self.amount.scaleb(digits(self.currency)))

    @classmethod
    def of_minor(cls, minor: int, currency: str) -> "Money":
        """The money of so many minor units: `of_minor(24000, "USD")` is 240.00 USD. Raises ValueError as above."""
        amount = Decimal(minor).scaleb(-digits(currency))
        return cls.model_validate({"amount": amount, "currency": currency})
