"""The farm's own keys, with the prefix `FARM_`, and how its database plans."""

from decimal import Decimal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DATABASE_OPTIONS = {"plan_cache_mode": "force_custom_plan", "random_page_cost": "1.1", "jit": "off"}
"""Lists are planned for the values of their filters, which decide what index is best."""


class Settings(BaseSettings):
    """The limits of what one person decides alone."""

    model_config = SettingsConfigDict(env_prefix="FARM_", frozen=True)

    claim_alone: Decimal = Field(Decimal(1000), ge=0)
    """The largest insurance payout that one administrator decides alone, in units of its currency."""
