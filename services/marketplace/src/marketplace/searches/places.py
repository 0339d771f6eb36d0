"""Places on earth: degrees, and distances on a sphere."""

from typing import NamedTuple, Self

import numpy as np

from marketplace.searches.arrays import Array

MOST_KM = 20_100
"""A little more than half the way around the earth: nothing is farther away."""

_RADIUS_KM = 6_371.0088
"""The mean radius of WGS 84."""


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

    def km_to(self, latitude: Array, longitude: Array) -> Array:
        """The distances to other places, in km, by the haversine formula. NaN where a place is not known."""
        here, there = np.radians(self.latitude), np.radians(latitude)
        half = np.sin((there - here) / 2) ** 2
        half += np.cos(here) * np.cos(there) * np.sin(np.radians(longitude - self.longitude) / 2) ** 2
        distances: Array = 2 * _RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
        return distances
