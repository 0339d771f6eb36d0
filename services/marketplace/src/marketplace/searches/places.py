"""Distances on a sphere, for many places at once."""

import numpy as np

from amigok_chassis.places import EARTH_KM, Place
from marketplace.searches.arrays import Array


def km_between(here: Place, latitude: Array, longitude: Array) -> Array:
    """The distances to other places, in km, as `Place.km_to` has it for one. NaN where a place is not known."""
    own, there = np.radians(here.latitude), np.radians(latitude)
    half = np.sin((there - own) / 2) ** 2
    half += np.cos(own) * np.cos(there) * np.sin(np.radians(longitude - here.longitude) / 2) ** 2
    distances: Array = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distances
