"""The wallet's own keys, with the prefix `WALLET_`."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES
from amigok_contracts import Money


def _money(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {
        code: {"amount": amount, "currency": code} if isinstance(amount, str) else amount
        for code, amount in value.items()
    }


def _of_every_currency(value: dict[str, Money]) -> dict[str, Money]:
    if set(value) != set(CURRENCIES) or any(money.minor <= 0 for money in value.values()):
        raise ValueError(f"needs an amount above zero for each of {', '.join(CURRENCIES)}")
    return value


Amounts = Annotated[dict[str, Money], BeforeValidator(_money), AfterValidator(_of_every_currency)]
"""An amount in each currency, written `{"EUR": "5.00", "GBP": "5.00", "USD": "5.00"}`."""


def _amounts(amount: str) -> dict[str, Money]:
    return {code: Money.model_validate({"amount": amount, "currency": code}) for code in CURRENCIES}


def _same(amount: str) -> Any:
    return Field(_amounts(amount))


Pattern = Annotated[str, StringConstraints(pattern=r"^(\*|[a-z]+\.(\*|[a-z_]{1,40}))$")]
"""A purpose, all of a producer (`feed.*`), or every one (`*`); the one that names a purpose most closely counts."""


class Limit(BaseModel):
    """What other services may ask of one user: at once, and in all within 24 hours. Null: there is no such limit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    most: Amounts | None = None
    daily: Amounts | None = None


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="WALLET_", frozen=True)

    limits: dict[Pattern, Limit] = {
        "*": Limit(most=_amounts("1000000.00")),
        "game.entry": Limit(most=_amounts("500.00"), daily=_amounts("2000.00")),
        "game.entry_refund": Limit(most=_amounts("500.00")),
    }
    """What is asked for beyond that is refused with `purpose_limit_exceeded` or `purpose_daily_limit_exceeded`."""

    debt_order: dict[Pattern, int] = {"wallet.*": 10, "*": 100}
    """Debts with a lower number are settled first; of two with the same number, the older one."""

    deposit_least: Amounts = _same("5.00")
    deposit_most: Amounts = _same("50000.00")
    withdrawal_least: Amounts = _same("10.00")
    withdrawal_daily: Amounts = _same("20000.00")
    """What one user may ask for within 24 hours."""

    four_eyes_above: Amounts = _same("1000.00")
    """What is asked for beyond that within 24 hours needs the approval of two administrators."""

    cool_down_hours: int = Field(24, ge=0)
    """How long after a change of how they sign in a user cannot withdraw."""

    new_seller_days: int = Field(30, ge=0)
    new_seller_sales: int = Field(3, ge=0)
    """Who has been here for less long, or has completed fewer sales, is a new seller."""

    proceeds_wait_hours: int = Field(72, ge=0)
    """How long the earnings of a new seller wait if the payer paid through a provider."""

    exit_small: Amounts = _same("100.00")
    exit_small_daily: Amounts = _same("250.00")
    """Up to this much for somebody who was paid before, and this much a day in all, needs no fresh proof."""

    exit_new_recipient: Amounts = _same("50.00")
    """Up to this much for somebody new needs none either."""

    exit_cautious_daily: Amounts = _same("1000.00")
    """What may leave a day where it is not quite sure who acts: one factor only, a new device, a young account, ..."""

    exit_daily: Amounts = _same("20000.00")
    """What may leave a day at all, by all exits together."""

    exit_noticed_from: Amounts = _same("1000.00")
    """The owner is notified of exits from this amount on."""

    exit_proof_minutes: int = Field(10, ge=1)
    exit_recipient_hours: int = Field(24, ge=0)
    exit_device_hours: int = Field(24, ge=0)
    exit_credentials_hours: int = Field(24, ge=0)
    exit_account_days: int = Field(7, ge=0)
    """How long a proof is fresh, and how long a recipient, a device, a change of credentials and an account are new."""

    def __hash__(self) -> int:
        """Settings are read once, so what follows from them can be kept."""
        return id(self)
