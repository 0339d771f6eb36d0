"""Care's own keys, with the prefix `CARE_`."""

from datetime import timedelta
from decimal import Decimal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES, Amounts
from amigok_contracts import Money


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="CARE_", frozen=True)

    emergency_most: Amounts = dict.fromkeys(CURRENCIES, Decimal("500.00"))
    """What an emergency may cost without asking its owner."""

    hold_for: timedelta = Field(timedelta(days=60), gt=timedelta())
    """How long what an owner has accepted stays held. If the care has not begun by then, it is quoted again."""

    answer_within: timedelta = Field(timedelta(minutes=10), gt=timedelta())
    """After so long without the wallet's answer a payment counts as stuck."""

    work_within: timedelta = Field(timedelta(days=2), gt=timedelta())
    """After so long in progress the care counts as stuck."""

    travel_kmh: float = Field(50, gt=0, le=500)
    """How fast veterinarians are from farm to farm, over the straight line."""

    travel_minimum: timedelta = Field(timedelta(minutes=10), ge=timedelta())
    """What every way between two places takes at least."""

    slot_every: timedelta = Field(timedelta(minutes=15), ge=timedelta(minutes=1), le=timedelta(days=1))
    """Free slots begin at whole multiples of this."""

    search_ahead: timedelta = Field(timedelta(days=14), gt=timedelta(), le=timedelta(days=60))
    """How far ahead the nearest free veterinarian is looked for."""

    emergency_answer: timedelta = Field(timedelta(minutes=10), gt=timedelta())
    """How long a veterinarian has to take an emergency over before the next one is asked."""

    emergency_calls: int = Field(3, ge=1, le=100)
    """So many veterinarians are asked, one after the other, before the administrators."""

    emergency_cancellations: int = Field(3, ge=1)
    """An owner who has cancelled so many emergencies of late asks for no more by themselves."""

    emergency_cancellations_within: timedelta = Field(timedelta(days=1), gt=timedelta())
    """How long a cancelled emergency counts."""

    dose_grace: timedelta = Field(timedelta(hours=4), gt=timedelta())
    """How long after its time a dose counts as missed."""

    def without_asking(self, currency: str) -> int:
        """What an emergency may cost without asking its owner, in minor units."""
        return Money(amount=self.emergency_most[currency], currency=currency).minor

    def __hash__(self) -> int:
        """Settings are read once, so what follows from them can be kept."""
        return id(self)
