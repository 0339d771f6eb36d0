"""The marketplace's own keys, with the prefix `MARKETPLACE_`."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read when first needed."""

    model_config = SettingsConfigDict(env_prefix="MARKETPLACE_", frozen=True)

    fee_basis_points: int = Field(250, ge=0, le=10_000)
    hold_within: timedelta = timedelta(seconds=30)
    transfer_within: timedelta = timedelta(seconds=30)
    capture_within: timedelta = timedelta(seconds=60)
