"""Farms over HTTP."""

from functools import cache
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from amigok_chassis.pagination import Paged
from amigok_chassis.places import MOST_KM
from amigok_chassis.schemas import In, LongProperName, Name, Out, Prose, Version
from amigok_chassis.values import IsoDate, OneSpelling
from farm.farms import geo


@cache
def _zones() -> frozenset[str]:
    """The names of the IANA database, without what stands for the machine's own zone."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("a time zone has a name of the IANA database, such as Europe/Madrid")
    return name


def _on_earth(point: str) -> str:
    geo.Point.parse(point)
    return point


Point = Annotated[
    str,
    StringConstraints(pattern=r"^-?[0-9]{1,2}(\.[0-9]{1,12})?,-?[0-9]{1,3}(\.[0-9]{1,12})?$"),
    AfterValidator(_on_earth),
]
"""`38.46,27.22`: latitude, longitude."""
Kilometres = Annotated[float, Field(gt=0, le=MOST_KM), OneSpelling]


TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_zone)]
"""`Europe/Madrid`: a name of the IANA database."""


class Certification(In):
    """A certificate of a farm."""

    name: Name
    issued_by: Name | None = None
    number: Name | None = None
    valid_until: IsoDate | None = None


class FarmFields(In):
    """What a farm is like, apart from its time zone."""

    name: LongProperName
    address: Prose | None = None
    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False, strict=True)
    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False, strict=True)
    capacity: int = Field(ge=1, le=1_000_000, strict=True)
    facilities: list[Name] = Field(default_factory=list, max_length=50)
    certifications: list[Certification] = Field(default_factory=list, max_length=20)


class FarmIn(FarmFields):
    time_zone: TimeZone = "UTC"


class FarmChange(FarmFields):
    """The whole farm as it is to be. Without a time zone it keeps the one that it has."""

    version: Version
    time_zone: TimeZone | None = None


class FarmOut(Out):
    id: UUID
    name: str
    address: str | None
    latitude: float
    longitude: float
    time_zone: str
    capacity: int
    current_occupancy: int
    facilities: list[str]
    certifications: list[Certification]
    version: int
    distance_km: float | None = None
    """From the place that the list was asked to be near."""


def _box(text: str) -> str:
    south, west, north, east = (float(part) for part in text.split(","))
    geo.Point.parse(f"{south},{west}")
    geo.Point.parse(f"{north},{east}")
    if south > north:
        raise ValueError("the south of a box is below its north")
    return text


_DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,12})?"
Box = Annotated[str, StringConstraints(pattern=rf"^{_DEGREES}(,{_DEGREES}){{3}}$"), AfterValidator(_box)]


class FarmFilters(Paged):
    """Which farms to list. With `near` the nearest come first, else the newest."""

    near: Point | None = Field(None, description="`latitude,longitude`: nearest farms first, with their distance")
    within_km: Kilometres | None = Field(None, description="At most this far from `near`")
    bbox: Box | None = Field(
        None, description="`south,west,north,east` in degrees; west is greater than east across the date line"
    )

    @model_validator(mode="after")
    def _near_where(self) -> Self:
        if self.within_km is not None and self.near is None:
            raise ValueError("within_km needs near")
        return self
