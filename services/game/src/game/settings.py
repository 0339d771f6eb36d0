"""Game's own keys, with the prefix `GAME_`."""

from datetime import timedelta
from decimal import Decimal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES, Amounts
from amigok_contracts import Money


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="GAME_", frozen=True)

    prizes_alone: Amounts = dict.fromkeys(CURRENCIES, Decimal("500.00"))
    """Where the prizes of a contest come to more than that in a currency, two administrators agree to them."""

    announce_after: timedelta = Field(timedelta(hours=24), ge=timedelta())
    """How long what is told late is waited for, before the result of a contest without judges is announced."""

    answer_within: timedelta = Field(timedelta(minutes=10), gt=timedelta())
    """A fee or a prize that the wallet has not answered for so long is stuck."""

    cached_from: int = Field(5_000, ge=1)
    """Ranks in contests with so many entries come from Redis; of smaller ones the database counts as fast."""

    entitlement_days: int = Field(365, ge=1)
    """How long a prize that is no money may be claimed."""

    def alone(self, currency: str) -> int:
        """The most that one administrator may give, in minor units."""
        return Money(amount=self.prizes_alone[currency], currency=currency).minor
