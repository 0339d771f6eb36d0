"""What is asked of a backend, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from amigok_chassis.pagination import InvalidCursor
from amigok_chassis.places import Place
from marketplace.listings.price_bounds import in_minor_units
from marketplace.searches.schemas import Filters, Wanted

EXAMINED_FOR = timedelta(days=90)
"""How long an examination by a veterinarian counts."""

Bounds = tuple[float | None, float | None]
Group = Sequence[str]
"""Words of which a listing must have one."""


@dataclass(frozen=True)
class Asked:
    """A search: the filters in a backend's terms. A listing must have a word of each of the `groups`.

    Prices are in minor units, `age_days` counts from today. `after` is the key of the last hit of the page before.
    """

    wanted: Wanted
    groups: Sequence[Group]
    now: datetime
    sort: str = "relevance"
    limit: int = 24
    after: Sequence[float] | None = None
    facets: bool = False

    @classmethod
    def of(cls, filters: Filters, groups: Sequence[Group], now: datetime) -> "Asked":
        """Raises InvalidCursor where the cursor is that of another order."""
        shown = filters.facets and filters.cursor is None
        return cls(filters, groups, now, filters.sort, filters.limit, _after(filters), shown)

    @property
    def values(self) -> Mapping[str, Sequence[str]]:
        """Of which values one must hold, by facet; a facet that is not here may have any."""
        wanted = self.wanted
        one = {"sex": wanted.sex, "listing_type": wanted.listing_type}
        asked = {"type_name": wanted.type_name, "breed_name": wanted.breed_name, "farm": [*map(str, wanted.farm_id)]}
        asked |= {name: [value] for name, value in one.items() if value}
        return {name: values for name, values in asked.items() if values}

    @property
    def bounds(self) -> Mapping[str, Bounds]:
        """Between which numbers it must be, by facet."""
        wanted, currency = self.wanted, self.wanted.currency
        given = {
            "price": in_minor_units(wanted.min_price, wanted.max_price, currency),
            "price_per_kg": in_minor_units(wanted.min_price_per_kg, wanted.max_price_per_kg, currency),
            "weight_kg": _plain(wanted.min_weight_kg, wanted.max_weight_kg),
            "age_days": _plain(wanted.min_age_days, wanted.max_age_days),
            "rating": _plain(wanted.min_rating, None),
        }
        return {name: bounds for name, bounds in given.items() if bounds != (None, None)}

    @property
    def flags(self) -> Mapping[str, bool]:
        """What must be so, or must not, by facet."""
        given = {name: getattr(self.wanted, name) for name in ("health_cleared", "has_photos", "negotiable")}
        return {name: flag for name, flag in given.items() if flag is not None}

    @property
    def near(self) -> Place | None:
        return None if self.wanted.near is None else Place.parse(self.wanted.near)

    @property
    def within_km(self) -> float | None:
        return None if self.wanted.within_km is None else float(self.wanted.within_km)


@dataclass(frozen=True)
class Answer:
    """A page of ids of listings with the key of each, by which it continues; `counts` by facet and value or range."""

    hits: Sequence[UUID]
    keys: Sequence[Sequence[float]]
    more: bool
    total: int
    counts: Mapping[str, Mapping[Any, int]]
    """Of `farm` by id, of ranges by their number, of yes or no under `True`."""
    farms: Mapping[str, str]
    """Names of the farms that are counted, by id."""


class Backend(Protocol):
    """Where listings are looked for."""

    async def find(self, asked: Asked) -> Answer: ...

    async def similar(self, listing_id: UUID, *, now: datetime, limit: int) -> Sequence[UUID]: ...


def key_length(sort: str) -> int:
    """How many numbers the key of a hit has."""
    return 4 if sort == "relevance" else 2


def _after(filters: Filters) -> Sequence[float] | None:
    """A cursor is a key after the name of its order."""
    found = filters.paging.after(str, *[float] * key_length(filters.sort))
    if found is None:
        return None
    sort, *key = found
    if sort != filters.sort:
        raise InvalidCursor
    return key


def _plain(low: Any, high: Any) -> Bounds:
    return (None if low is None else float(low), None if high is None else float(high))
