"""All documents of listings for sale, as arrays in the memory of the process: whatever is asked, counting is fast.

PostgreSQL needs a tenth of a second to count a dozen facets of 100,000 listings, whichever index it has; arrays need
some milliseconds. A listing takes about 150 bytes. Before each search the process reads what has changed.
"""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import numpy as np
from asyncpg import Record

from amigok_chassis.db import Database
from marketplace.searches.arrays import Array, Mask

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHUNK = 2_000
"""Documents that are read at once."""
FRESH = 0.25
"""Seconds for which nothing is read again."""
LEAST = 1_024

_NUMBERS = ("price", "price_per_kg", "weight_kg", "born", "examined", "rating", "latitude", "longitude")
_TIMES = ("created", "expires", "blocked")
_FLAGS = ("negotiable", "featured", "has_photos")
NAMES = ("currency", "type_name", "breed_name", "sex", "farm", "listing_type")
"""What has one of a few values: arrays hold their numbers."""


def _micros(column: str) -> str:
    return f"(extract(epoch FROM {column}) * 1000000)::bigint"


LISTING_TYPE = "CASE WHEN resale THEN 'user_resale' ELSE 'system_livestock' END"
_COLUMNS = f"""
    listing_id, slot, version, shown, price, price_per_kg, weight_kg::float8,
    date_of_birth - '1970-01-01' AS born, {_micros("examined_at")} AS examined, {_micros("created_at")} AS created,
    CASE WHEN isfinite(expires_at) THEN {_micros("expires_at")} END AS expires,
    CASE WHEN isfinite(blocked_until) THEN {_micros("blocked_until")} WHEN blocked_until IS NULL THEN 0 END AS blocked,
    rating, latitude, longitude, negotiable, featured, photos AS has_photos, currency, type_name, breed_name, sex,
    farm_id::text AS farm, farm_name, {LISTING_TYPE} AS listing_type
"""
_FOLLOWING = f"FROM search_documents WHERE version > $1 AND (shown OR $2) ORDER BY version LIMIT {CHUNK}"
READ = f"SELECT {_COLUMNS} {_FOLLOWING}"
"""The documents after a version, in microseconds since 1970 and minor units; all of them, or those that are shown."""
WITH_WORDS = f"SELECT {_COLUMNS}, heading, words {_FOLLOWING}"
FOREVER = 2**62


class Names:
    """The values of a column in the order in which they came, each with a number; what is not known is number 0."""

    def __init__(self) -> None:
        self.values: list[str | None] = [None]
        self._numbers: dict[str | None, int] = {None: 0}

    def number(self, value: str | None) -> int:
        found = self._numbers.setdefault(value, len(self.values))
        if found == len(self.values):
            self.values.append(value)
        return found

    def known(self, values: Iterable[str]) -> list[int]:
        """The numbers of those of these values that there are."""
        return [self._numbers[value] for value in values if value in self._numbers]


class Columns:
    """The arrays. A row is alive while its document is shown; rows of dead ones are used no more."""

    def __init__(self) -> None:
        self.version = 0
        self.names = {name: Names() for name in NAMES}
        self.farms: dict[str, str] = {}
        self._rows: dict[UUID, int] = {}
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()
        self._loaded = False
        self._ids: list[UUID] = []
        self._by_slot: Array = np.zeros(0, dtype=np.int32)
        self._columns: dict[str, Array] = {}
        self._empty(LEAST)

    def __getitem__(self, name: str) -> Array:
        """A column, a value for each row."""
        column: Array = self._columns[name][: self.count]
        return column

    @property
    def alive(self) -> Mask:
        return self._columns["alive"][: self.count]

    def id_of(self, row: int) -> UUID:
        return self._ids[row]

    def row_of(self, listing_id: UUID) -> int | None:
        return self._rows.get(listing_id)

    def rows_of(self, slots: Array) -> Array:
        """The rows of these slots, without those that have none."""
        rows: Array = self._by_slot[slots[slots < len(self._by_slot)]]
        return rows[rows >= 0]

    async def refresh(self, db: Database) -> None:
        """Takes over what has changed, unless that was done just now."""
        async with self._reading:
            if time.monotonic() - self._read_at < FRESH:
                return
            while rows := await db.fetch(READ, self.version, self._loaded):
                self.take(rows)
            self._loaded, self._read_at = True, time.monotonic()

    def take(self, documents: Sequence[Mapping[str, Any] | Record]) -> None:
        """Takes over these documents, the oldest version first."""
        self._make_room(len(documents))
        rows = [self._row(document["listing_id"], document["slot"]) for document in documents]
        at = np.array(rows, dtype=np.int64)
        columns = self._columns
        for name in (*_NUMBERS, *_TIMES, *_FLAGS):
            columns[name][at] = _filled(name, [document[name] for document in documents])
        for name, names in self.names.items():
            columns[name][at] = [names.number(document[name]) for document in documents]
        columns["alive"][at] = [document["shown"] for document in documents]
        columns["slot"][at] = [document["slot"] for document in documents]
        self.farms |= {document["farm"]: document["farm_name"] for document in documents if document["farm"]}
        self.version = documents[-1]["version"]

    def _row(self, listing_id: UUID, slot: int) -> int:
        row = self._rows.setdefault(listing_id, self.count)
        if row == self.count:
            self.count += 1
            self._ids.append(listing_id)
            if slot >= len(self._by_slot):
                more = np.full(max(slot + 1, 2 * len(self._by_slot)) - len(self._by_slot), -1, dtype=np.int32)
                self._by_slot = np.concatenate([self._by_slot, more])
            self._by_slot[slot] = row
        return row

    def _empty(self, room: int) -> None:
        self.count = 0
        self._ids = []
        self._rows.clear()
        self._by_slot = np.full(room, -1, dtype=np.int32)
        self._columns = {name: np.zeros(room, _kind(name)) for name in ALL}

    def _make_room(self, more: int) -> None:
        """Rows of dead documents go once they are most; otherwise arrays double."""
        room = len(self._columns["alive"])
        if self.count + more <= room:
            return
        keep = np.flatnonzero(self.alive)
        kept = {name: column[keep] for name, column in self._columns.items()}
        ids = [self._ids[row] for row in keep]
        while room < 2 * (len(ids) + more):
            room *= 2
        self._empty(room)
        for row, (id, slot) in enumerate(zip(ids, kept["slot"].tolist(), strict=True)):
            assert self._row(id, slot) == row
        for name, column in kept.items():
            self._columns[name][: len(ids)] = column


ALL = ("alive", "slot", *_NUMBERS, *_TIMES, *_FLAGS, *NAMES)


def _kind(name: str) -> Any:
    if name in _NUMBERS:
        return np.float64
    if name in NAMES:
        return np.int32
    return np.int64 if name in (*_TIMES, "slot") else np.bool_


def _filled(name: str, values: Sequence[Any]) -> Sequence[Any]:
    """What is not known is NaN among numbers. A time that is not known never comes."""
    missing: Any = np.nan if name in _NUMBERS else FOREVER
    return [missing if value is None else value for value in values]
