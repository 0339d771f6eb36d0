"""How people want to be told things, over HTTP."""

from datetime import time
from functools import lru_cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from amigok_chassis.schemas import In
from notification.people.languages import Language

_zones = lru_cache(available_timezones)


def _known(zone: str) -> str:
    if zone not in _zones():
        raise ValueError("not a time zone of the IANA database")
    return zone


def _shown(at: object) -> object:
    return f"{at:%H:%M}" if isinstance(at, time) else at


TimeZone = Annotated[str, Field(max_length=64, examples=["Europe/Madrid"]), AfterValidator(_known)]
TimeOfDay = Annotated[
    str, BeforeValidator(_shown), Field(max_length=5, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["22:00"])
]


class SettingsIn(In):
    """Your language and time zone, the hours in which nobody wakes you, and when digests come."""

    language: Language
    time_zone: TimeZone
    quiet_from: TimeOfDay | None = None
    quiet_to: TimeOfDay | None = None
    digest_hour: int = Field(8, strict=True, ge=0, le=23)
    digest_weekday: int = Field(0, strict=True, ge=0, le=6, description="Monday is 0")

    @model_validator(mode="after")
    def _both_or_none(self) -> "SettingsIn":
        ends = {self.quiet_from, self.quiet_to}
        if ends != {None} and (None in ends or len(ends) == 1):
            raise ValueError("quiet hours have a beginning and another end")
        return self


class SettingsOut(SettingsIn):
    """The same, as it is kept."""
