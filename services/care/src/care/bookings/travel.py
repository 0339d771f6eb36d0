"""How long it takes from one place to another."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from amigok_chassis.places import Place


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
