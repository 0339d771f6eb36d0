"""Game's own keys, with the prefix `GAME_`."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="GAME_", frozen=True)

    answer_within: timedelta = Field(timedelta(minutes=10), gt=timedelta())
    """A fee that the wallet has not answered for so long is stuck."""

    cached_from: int = Field(5_000, ge=1)
    """Ranks in contests with so many entries come from Redis; of smaller ones the database counts as fast."""
