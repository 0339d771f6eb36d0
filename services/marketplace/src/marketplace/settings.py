"""The marketplace's own keys, with the prefix `MARKETPLACE_`."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="MARKETPLACE_", frozen=True)

    fee_basis_points: int = Field(250, ge=0, le=10_000)
    lowest_price_percent: int = Field(50, ge=0, le=100)
    """Of an animal's value. Offering a platform animal for less takes a second administrator."""

    listing_days: int = Field(60, ge=1, le=3_650)
    """How long a listing is live before it ends by itself."""

    warned_before: timedelta = timedelta(days=7)
    """How long before that its seller is told."""

    pay_within: timedelta = timedelta(minutes=15)
    """How long an animal stays reserved for a buyer who pays by card or the like."""

    unpaid_orders: int = Field(3, ge=1)
    """How many orders of that kind a buyer may have open at once."""

    pending_orders: int = Field(50, ge=1)
    """How many orders whose price is not held yet a buyer may have, of all kinds."""

    free_attempts: int = Field(3, ge=1)
    """After this many failed orders a buyer has one at a time, and waits before the next."""

    first_pause: timedelta = timedelta(minutes=1)
    longest_pause: timedelta = timedelta(days=1)
    """How long they wait: at first, doubled with each further failed order, and at most."""

    forgiven_after: timedelta = timedelta(days=7)
    """When a failed order no longer counts."""

    hold_within: timedelta = timedelta(seconds=30)
    transfer_within: timedelta = timedelta(seconds=30)
    capture_within: timedelta = timedelta(seconds=60)
