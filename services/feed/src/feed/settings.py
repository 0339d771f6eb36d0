"""Feed's own keys, with the prefix `FEED_`."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _ladder(days: tuple[int, ...]) -> tuple[int, ...]:
    if not days or days[0] != 0 or list(days) != sorted(set(days)):
        raise ValueError("the days of a ladder begin with 0 and grow")
    return days


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="FEED_", frozen=True)

    unpaid_days: Annotated[tuple[int, ...], AfterValidator(_ladder)] = (0, 1, 3, 7)
    """On which days after a hold was refused the price is asked for again; besides, whenever money arrives."""

    block_after_days: int = Field(7, ge=0)
    """From which day on the animal of an unpaid subscription cannot be sold."""

    retry_pause: timedelta = timedelta(minutes=1)
    """How long after a refused hold money that arrives leads to the next one."""

    hold_beyond: timedelta = timedelta(days=30)
    """How long after the end of its period a hold lasts, so that nothing expires while it is being settled."""

    log_days: int = Field(30, ge=1, le=365)
    """Feedings that are longer ago are no longer recorded."""

    missed_after_hours: int = Field(4, ge=1, le=72)
    """So long after it was due a meal that nobody has logged counts as missed."""

    stock_days: int = Field(7, ge=1, le=365)
    """Stock is low when it holds less than is fed in so many days."""
