"""The currencies that the platform keeps accounts in, and money as clients may send it.

Events may bring any currency (`amigok_contracts.Currency`); clients may name these only. Adding one here is a change of
the HTTP API and of the ledger's accounts, not of the events.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_after_validator_function, plain_serializer_function_ser_schema

from amigok_contracts import Money

AccountCurrency = Literal["EUR", "GBP", "USD"]
CURRENCIES: tuple[AccountCurrency, ...] = get_args(AccountCurrency)


class MoneyAsked(Money):
    """An exact amount. Never a float."""

    model_config = ConfigDict(from_attributes=True, title="Money")

    currency: AccountCurrency

    def plain(self) -> Money:
        return Money.model_construct(amount=self.amount, currency=self.currency)


def _as_it_is(money: Money) -> Money:
    return money


class _OfAnAccount:
    """Reads as `MoneyAsked`, so that clients see the currencies in the schema, and gives plain money."""

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = plain_serializer_function_ser_schema(_as_it_is, return_schema=handler.generate_schema(Money))
        return no_info_after_validator_function(
            MoneyAsked.plain, handler.generate_schema(MoneyAsked), serialization=written
        )


MoneyIn = Annotated[Money, _OfAnAccount()]
"""Money that a client sends: in a currency that the platform keeps accounts in, otherwise the request is refused."""


def _of_every_currency(value: dict[str, Decimal]) -> dict[str, Decimal]:
    if set(value) != set(CURRENCIES) or any(amount < 0 for amount in value.values()):
        raise ValueError(f"needs an amount, 0 or more, for each of {', '.join(CURRENCIES)}")
    for currency, amount in value.items():
        Money(amount=amount, currency=currency)
    return value


Amounts = Annotated[dict[str, Decimal], AfterValidator(_of_every_currency)]
"""For settings: an amount, 0 or more, in each currency: `{"EUR": "500.00", "GBP": "500.00", "USD": "500.00"}`."""
