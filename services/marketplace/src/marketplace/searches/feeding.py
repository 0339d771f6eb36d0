"""Writes documents into OpenSearch as they change: at least once, the newest version wins."""

from collections.abc import Sequence

from asyncpg import Record

from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.service import task
from marketplace.searches.columns import FOREVER, WITH_WORDS
from marketplace.searches.engine import PROPERTIES, Engine, Json, engine_of
from marketplace.searches.models import SearchIndex

_TABLE = SearchIndex.__tablename__
_INDICES = f"SELECT name, position FROM {_TABLE} ORDER BY name"
_POSITION = f"SELECT position FROM {_TABLE} WHERE name = $1"
_ADD = f"INSERT INTO {_TABLE} (name, position) VALUES ($1, 0) ON CONFLICT DO NOTHING"
_ADVANCE = f"UPDATE {_TABLE} SET position = greatest(position, $2) WHERE name = $1"
_DROP = f"DELETE FROM {_TABLE} WHERE name = ANY($1)"
_TIMES = ("expires", "blocked")
_PLAIN = [column for column in PROPERTIES if column not in ("place", "featured", *_TIMES)]


@task(1)
async def feed_index(context: Context) -> float | None:
    """Brings every index up to date, the one that is searched and one that is rebuilt."""
    engine = engine_of(context)
    if engine is None:
        return 60
    if not await context.db.fetch(_INDICES):
        await _begin(context.db, engine, f"{engine.alias}-1")
        await engine.point(f"{engine.alias}-1")
    for index in await context.db.fetch(_INDICES):
        await catch_up(context.db, engine, index["name"])
    return None


async def rebuild_index(context: Context) -> int | None:
    """Writes a new index beside the one that is searched and has searches read it. Returns how many documents it has.

    What changes meanwhile is written into both. None where the fleet has no OpenSearch.
    """
    engine = engine_of(context)
    if engine is None:
        return None
    name = f"{engine.alias}-{new_id().hex}"
    await _begin(context.db, engine, name)
    written = await catch_up(context.db, engine, name)
    await engine.refresh(name)
    old = [row["name"] for row in await context.db.fetch(_INDICES) if row["name"] != name]
    await engine.point(name, instead=old)
    await context.db.fetch(_DROP, old)
    for each in old:
        await engine.drop(each)
    return written


async def catch_up(db: Database, engine: Engine, index: str) -> int:
    """Writes what an index does not have yet. Returns how many documents those were."""
    written = 0
    while documents := await _missing(db, index):
        await engine.write(index, [(str(each["listing_id"]), each["version"], _document(each)) for each in documents])
        await db.fetch(_ADVANCE, index, documents[-1]["version"])
        written += len(documents)
    return written


async def _begin(db: Database, engine: Engine, name: str) -> None:
    await engine.make(name)
    await db.fetch(_ADD, name)


async def _missing(db: Database, index: str) -> Sequence[Record]:
    rows = await db.fetch(_POSITION, index)
    if not rows:
        raise Unavailable(f"the index {index} was replaced meanwhile")
    return await db.fetch(WITH_WORDS, rows[0]["position"], True)


def _document(row: Record) -> Json:
    """A document as it is indexed. A time that is not known never comes."""
    times = {name: FOREVER if row[name] is None else row[name] for name in _TIMES}
    there = row["latitude"] is not None
    place = {"place": {"lat": row["latitude"], "lon": row["longitude"]}} if there else {}
    known = {name: row[name] for name in _PLAIN if row[name] is not None}
    return {**known, **times, **place, "featured": int(row["featured"])}
