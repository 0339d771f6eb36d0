"""Care's own keys, with the prefix `CARE_`."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES

Amounts = dict[str, int]


def _of_every_currency(value: Amounts) -> Amounts:
    if set(value) != set(CURRENCIES) or any(minor < 0 for minor in value.values()):
        raise ValueError(f"needs an amount of minor units for each of {', '.join(CURRENCIES)}")
    return value


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="CARE_", frozen=True)

    emergency_most: Annotated[Amounts, AfterValidator(_of_every_currency)] = dict.fromkeys(CURRENCIES, 50_000)
    """What an emergency may cost without asking its owner, in minor units of each currency."""

    hold_for: timedelta = Field(timedelta(days=60), gt=timedelta())
    """How long what an owner has accepted stays held. If the care has not begun by then, it is quoted again."""

    answer_within: timedelta = Field(timedelta(minutes=10), gt=timedelta())
    """After so long without the wallet's answer a payment counts as stuck."""

    work_within: timedelta = Field(timedelta(days=2), gt=timedelta())
    """After so long in progress the care counts as stuck."""

    def __hash__(self) -> int:
        """Settings are read once, so what follows from them can be kept."""
        return id(self)
