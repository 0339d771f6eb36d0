"""How long it takes from one place to another."""

from dataclasses import dataclass
from datetime import timedelta
from math import asin, ceil, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0088
"""The mean radius of the earth."""


class Place(NamedTuple):
    """A point on earth, in degrees."""

    latitude: float
    longitude: float

    def km_to(self, other: "Place") -> float:
        """The distance on a sphere, by the haversine formula."""
        a, b = ((radians(each.latitude), radians(each.longitude)) for each in (self, other))
        chord = sin((b[0] - a[0]) / 2) ** 2 + cos(a[0]) * cos(b[0]) * sin((b[1] - a[1]) / 2) ** 2
        return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True)
class Travel:
    """The speed over the straight line, in km/h, and what every way takes at least."""

    kmh: float
    minimum: timedelta

    def between(self, here: Place | None, there: Place | None) -> timedelta:
        """In whole minutes. None from a place to itself; the minimum where one of them is not known."""
        if here is None or there is None:
            return self.minimum
        if here == there:
            return timedelta()
        return max(self.minimum, timedelta(minutes=ceil(here.km_to(there) / self.kmh * 60)))
