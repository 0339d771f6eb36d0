"""The farm's own keys, with the prefix `FARM_`."""

from decimal import Decimal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read where a rule needs it."""

    model_config = SettingsConfigDict(env_prefix="FARM_", frozen=True)

    claim_alone: Decimal = Field(Decimal(1000), ge=0)
    """The largest insurance payout that one administrator decides alone, in units of its currency."""
