"""The marketplace's own keys, with the prefix `MARKETPLACE_`."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read when first needed."""

    model_config = SettingsConfigDict(env_prefix="MARKETPLACE_", frozen=True)

    fee_basis_points: int = Field(250, ge=0, le=10_000)
    lowest_price_percent: int = Field(50, ge=0, le=100)
    """Of an animal's value: to offer one of the platform's own for less takes a second administrator."""

    pay_within: timedelta = timedelta(minutes=15)
    """How long an animal stays reserved for somebody who pays for it with a card or the like."""

    unpaid_orders: int = Field(3, ge=1)
    """How many such orders a buyer may have open at once."""

    pending_orders: int = Field(50, ge=1)
    """How many orders of all kinds a buyer may have whose price is not held yet."""

    free_attempts: int = Field(3, ge=1)
    """After so many orders in vain a buyer has one at a time, and waits before the next."""

    first_pause: timedelta = timedelta(minutes=1)
    longest_pause: timedelta = timedelta(days=1)
    """How long they wait: at first, doubled by each further one, and at most."""

    forgiven_after: timedelta = timedelta(days=7)
    """When an order in vain does not count any more."""

    hold_within: timedelta = timedelta(seconds=30)
    transfer_within: timedelta = timedelta(seconds=30)
    capture_within: timedelta = timedelta(seconds=60)
