"""Finds listings in the columns of this process; PostgreSQL says which of them have the words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce
from itertools import pairwise
from typing import Any
from uuid import UUID

import numpy as np

from amigok_chassis.db import Database
from amigok_chassis.places import Place
from marketplace.searches import ranges
from marketplace.searches.arrays import Array, Mask
from marketplace.searches.asking import EXAMINED_FOR, Answer, Asked, Bounds
from marketplace.searches.columns import EPOCH, Columns
from marketplace.searches.likeness import CLOSE, POINTS
from marketplace.searches.matching import Matches, matches
from marketplace.searches.places import km_between

REMEMBERED = 64
"""Searches of which the matches are kept."""
UNKNOWN = 1e18
"""Comes last, in either direction."""
VALUES = ("type_name", "breed_name", "sex", "farm", "listing_type")
RANGES = ("price", "price_per_kg", "weight_kg", "age_days", "rating")
_SORTED = {"age": "age_days", "weight": "weight_kg"}
FLAGS = ("health_cleared", "has_photos", "negotiable")
_TIER = 2**52
"""More than any creation in microseconds since 1970 until 2112."""


class Memory:
    """The backend that a fleet begins with."""

    def __init__(self, db: Database, columns: Columns) -> None:
        self._db, self._columns = db, columns
        self._recent: dict[str, Matches] = {}
        self._recent_version = 0

    async def find(self, asked: Asked) -> Answer:
        await self._columns.refresh(self._db)
        found = await self._matches(asked) if asked.groups else None
        return find(self._columns, asked, found)

    async def similar(self, listing_id: UUID, *, now: datetime, limit: int) -> Sequence[UUID]:
        await self._columns.refresh(self._db)
        row = self._columns.row_of(listing_id)
        return [] if row is None else similar(self._columns, row, now=now, limit=limit)

    async def _matches(self, asked: Asked) -> Matches:
        """What has the words, looked up once as long as no document changes."""
        version = self._columns.version
        if version != self._recent_version or len(self._recent) >= REMEMBERED:
            self._recent, self._recent_version = {}, version
        recent, key = self._recent, str(asked.groups)
        if key not in recent:
            recent[key] = await matches(self._db, asked.groups)
        return recent[key]


def find(columns: Columns, asked: Asked, found: Matches | None = None) -> Answer:
    """Searches the columns as they are."""
    base = _for_sale(columns, asked.now) & (columns["currency"] == _only(columns, "currency", asked.wanted.currency))
    if found is not None:
        base &= _mask(columns, found.words)
    masks = _masks(columns, asked)
    chosen = np.flatnonzero(reduce(np.logical_and, masks.values(), base))
    keys = _keys(columns, asked, found, chosen)
    page = _page(keys, asked)
    shown = page[: asked.limit]
    return Answer(
        hits=[columns.id_of(row) for row in chosen[shown]],
        keys=[_key(asked.sort, keys, at) for at in shown],
        more=len(page) > asked.limit,
        total=len(chosen),
        counts=_counts(columns, asked, base, masks, chosen) if asked.facets else {},
        farms=columns.farms,
    )


def similar(columns: Columns, row: int, *, now: datetime, limit: int) -> list[UUID]:
    """Listings for sale of the same type and currency, those with the most in common first, then the newest."""
    there = _for_sale(columns, now)
    for name in ("type_name", "currency"):
        there &= columns[name] == columns[name][row]
    there[row] = False
    chosen = np.flatnonzero(there)
    score = np.zeros(len(chosen), np.int64)
    for name, points in POINTS.items():
        score += points * _is_alike(columns[name], row, chosen)
    order = np.lexsort((-columns["slot"][chosen], -score))[:limit]
    return [columns.id_of(each) for each in chosen[order]]


def _is_alike(column: Array, row: int, chosen: Array) -> Mask:
    if column.dtype == np.float64:
        close: Mask = np.abs(column[chosen] - column[row]) <= CLOSE * column[row]
        return close
    same: Mask = column[chosen] == column[row]
    return same


def _for_sale(columns: Columns, now: datetime) -> Mask:
    micros = (now - EPOCH) // timedelta(microseconds=1)
    there: Mask = columns.alive & (columns["expires"] > micros) & (columns["blocked"] <= micros)
    return there


def _masks(columns: Columns, asked: Asked) -> dict[str, Mask]:
    """Which rows each filter lets pass, by facet."""
    masks = {name: np.isin(columns[name], columns.names[name].known(values)) for name, values in asked.values.items()}
    masks |= {name: _between(_numbers(columns, name, asked), bounds) for name, bounds in asked.bounds.items()}
    masks |= {name: _flag(columns, name, asked.now) == flag for name, flag in asked.flags.items()}
    if asked.near is not None and asked.within_km is not None:
        masks["distance"] = _distance(columns, asked.near) <= asked.within_km
    return masks


def _counts(
    columns: Columns, asked: Asked, base: Mask, masks: Mapping[str, Mask], chosen: Array
) -> Mapping[str, Mapping[Any, int]]:
    """What there is of each facet: its own filter does not count."""
    counts: dict[str, Mapping[Any, int]] = {}
    for facet in (*VALUES, *RANGES, *FLAGS):
        rows = chosen
        if facet in masks:
            rows = np.flatnonzero(reduce(np.logical_and, (masks[name] for name in masks if name != facet), base))
        counts[facet] = _count(columns, asked, facet, rows)
    return counts


def _count(columns: Columns, asked: Asked, facet: str, rows: Array) -> Mapping[Any, int]:
    if facet in FLAGS:
        return {True: int(np.count_nonzero(_flag(columns, facet, asked.now)[rows]))}
    if facet in VALUES:
        values = columns.names[facet].values
        return {values[number]: count for number, count in _tally(columns[facet][rows]) if number}
    known = _numbers(columns, facet, asked)[rows]
    below = [int(np.count_nonzero(known < edge)) for edge in ranges.edges(facet, asked.wanted.currency)]
    all_known = len(known) - int(np.count_nonzero(np.isnan(known)))
    counts = (most - least for least, most in pairwise([0, *below, all_known]))
    return {number: count for number, count in enumerate(counts) if count}


def _tally(numbers: Array) -> list[tuple[int, int]]:
    counts = np.bincount(numbers)
    return [(int(number), int(counts[number])) for number in np.flatnonzero(counts)]


def _keys(columns: Columns, asked: Asked, found: Matches | None, chosen: Array) -> tuple[Array, Array]:
    """What orders the chosen rows, ascending: a value, then the slot, the newest first."""
    slots = columns["slot"][chosen]
    if asked.sort == "newest":
        return -columns["created"][chosen], -slots
    if asked.sort == "relevance":
        tier = columns["featured"][chosen] * 2
        if found is not None:
            tier = tier + _mask(columns, found.heading)[chosen]
        return -(tier * _TIER + columns["created"][chosen]), -slots
    name = asked.sort.removeprefix("-")
    values = _numbers(columns, _SORTED.get(name, name), asked)[chosen]
    return np.nan_to_num(-values if asked.sort[0] == "-" else values, nan=UNKNOWN), -slots


def _page(keys: tuple[Array, Array], asked: Asked) -> Array:
    """The places in `keys` of a page's rows and of one more, in order."""
    values, slots = keys
    there = np.arange(len(values))
    if asked.after is not None:
        value, slot = _packed(asked.after) if asked.sort == "relevance" else asked.after
        there = np.flatnonzero((values > value) | ((values == value) & (slots > slot)))
    if len(there) > 4 * (asked.limit + 1):
        last = np.partition(values[there], asked.limit)[asked.limit]
        there = there[values[there] <= last]
    return there[np.lexsort((slots[there], values[there]))][: asked.limit + 1]


def _packed(key: Sequence[float]) -> tuple[float, float]:
    """The key of a hit by relevance, which says whether it is featured and has the words in its heading."""
    featured, heading, created, slot = map(int, key)
    return -((featured * 2 + heading) * _TIER + created), slot


def _key(sort: str, keys: tuple[Array, Array], at: int) -> list[float]:
    value, slot = keys[0][at].item(), keys[1][at].item()
    if sort != "relevance":
        return [value, slot]
    tier, created = divmod(-value, _TIER)
    return [tier // 2, tier % 2, created, slot]


def _numbers(columns: Columns, facet: str, asked: Asked) -> Array:
    if facet == "age_days":
        return (asked.now.date() - EPOCH.date()).days - columns["born"]
    if facet == "distance":
        assert asked.near is not None
        return _distance(columns, asked.near)
    return columns[facet]


def _distance(columns: Columns, near: Place) -> Array:
    return km_between(near, columns["latitude"], columns["longitude"])


def _flag(columns: Columns, facet: str, now: datetime) -> Mask:
    if facet == "health_cleared":
        return columns["examined"] >= (now - EXAMINED_FOR - EPOCH) / timedelta(microseconds=1)
    return columns[facet].astype(np.bool_)


def _between(values: Array, bounds: Bounds) -> Mask:
    low, high = bounds
    return (values >= (-np.inf if low is None else low)) & (values <= (np.inf if high is None else high))


def _mask(columns: Columns, slots: Array) -> Mask:
    mask = np.zeros(columns.count, np.bool_)
    mask[columns.rows_of(slots)] = True
    return mask


def _only(columns: Columns, name: str, value: str) -> int:
    return next(iter(columns.names[name].known([value])), -1)
