"""Stream's own keys, with the prefix `STREAM_`."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="STREAM_", frozen=True)

    credential_cache: timedelta = Field(timedelta(seconds=2), ge=timedelta(), le=timedelta(seconds=4))
    """How long a process believes that a device's credential, once checked, is still good."""
