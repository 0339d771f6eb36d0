"""Places on earth: degrees of WGS 84, distances on a sphere."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple, Self

EARTH_KM = 6371.0088
"""The mean radius of the earth."""

MOST_KM = 20_100
"""A little more than half the way around the earth: nothing is farther away."""


class Place(NamedTuple):
    """A place on earth, in degrees."""

    latitude: float
    longitude: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `38.46,27.22`, latitude first. Raises ValueError for a place that is not on earth."""
        latitude, longitude = (float(part) for part in text.split(","))
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError("a latitude is from -90 to 90 and a longitude from -180 to 180 degrees")
        return cls(latitude, longitude)

    def km_to(self, other: "Place") -> float:
        """The distance on a sphere, by the haversine formula."""
        a, b = ((radians(each.latitude), radians(each.longitude)) for each in (self, other))
        chord = sin((b[0] - a[0]) / 2) ** 2 + cos(a[0]) * cos(b[0]) * sin((b[1] - a[1]) / 2) ** 2
        return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
