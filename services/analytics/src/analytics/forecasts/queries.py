"""What is known of an animal now, and of animals that were like it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeVar
from uuid import UUID

from analytics.engine import Engine
from analytics.forecasts.ranges import Past
from analytics.scopes.service import NIL

V = TypeVar("V")

MOST_ANIMALS = 2_000
"""So many animals of the past are looked at, chosen by a digest of their ids."""
RECENT = timedelta(days=90)

_NOW = """
SELECT a.type_id AS type_id, a.breed_id AS breed_id, w.kg AS kg, w.weighed_at AS weighed_at,
    v.minor AS minor, v.worth_in AS currency, v.valued_at AS valued_at
FROM (SELECT * FROM animals FINAL WHERE livestock_id = {animal:UUID}) AS a
LEFT JOIN (
    SELECT livestock_id, argMax(weight_kg, at) AS kg, max(at) AS weighed_at FROM weights FINAL
    WHERE livestock_id = {animal:UUID} AND is_measured = 1 AND weighing_id NOT IN (
        SELECT supersedes_id FROM weights FINAL WHERE livestock_id = {animal:UUID}
    ) GROUP BY livestock_id
) AS w ON w.livestock_id = a.livestock_id
LEFT JOIN (
    SELECT livestock_id, argMax(value_minor, (at, version)) AS minor, argMax(currency, (at, version)) AS worth_in,
        max(at) AS valued_at
    FROM valuations FINAL WHERE livestock_id = {animal:UUID} GROUP BY livestock_id
) AS v ON v.livestock_id = a.livestock_id
"""

_ALIKE = """
SELECT livestock_id FROM animals FINAL
WHERE type_id = {type:UUID} AND breed_id = {breed:UUID} AND livestock_id <> {animal:UUID}
ORDER BY cityHash64(livestock_id) LIMIT {most:UInt32}
"""

_WEIGHINGS = f"""
SELECT livestock_id, groupArray(at) AS times, groupArray(weight_kg) AS weights FROM weights FINAL
WHERE is_measured = 1 AND livestock_id IN ({_ALIKE})
    AND weighing_id NOT IN (SELECT supersedes_id FROM weights FINAL WHERE supersedes_id <> {{nil:UUID}})
GROUP BY livestock_id
"""

_COSTS = f"""
SELECT livestock_id, groupArray(at) AS times, groupArray(-amount_minor) AS costs FROM lines FINAL
WHERE owner <> {{nil:UUID}} AND kind IN ('feed', 'welfare_feed', 'feed_correction', 'care')
    AND currency = {{currency:String}} AND livestock_id IN ({_ALIKE})
GROUP BY livestock_id
"""

_DEATHS = f"""
SELECT livestock_id, min(at) AS died_at FROM deaths FINAL
WHERE state = 'died' AND livestock_id IN ({_ALIKE})
    AND death_id NOT IN (SELECT death_id FROM deaths FINAL WHERE state = 'reinstated')
GROUP BY livestock_id
"""

_OWNED = f"""
SELECT livestock_id, groupArray(at) AS times, groupArray(toUInt8(owner <> {{nil:UUID}})) AS owned
FROM (SELECT * FROM ownerships FINAL WHERE livestock_id IN ({_ALIKE})) GROUP BY livestock_id
"""

_FEE = """
SELECT median(fee_minor / price_minor) AS fee, count() AS sales FROM orders FINAL
WHERE state = 'fulfilled' AND seller <> {nil:UUID} AND price_minor > 0 AND currency = {currency:String}
    AND at >= {since:DateTime64(6, 'UTC')}
"""

_MEASURED = """
SELECT at, weight_kg FROM weights FINAL WHERE livestock_id = {animal:UUID} AND is_measured = 1
    AND weighing_id NOT IN (SELECT supersedes_id FROM weights FINAL WHERE livestock_id = {animal:UUID})
"""

_DIED = """
SELECT min(at) AS died_at, count() AS deaths FROM deaths FINAL
WHERE livestock_id = {animal:UUID} AND state = 'died'
    AND death_id NOT IN (SELECT death_id FROM deaths FINAL WHERE state = 'reinstated')
"""


class Now(NamedTuple):
    """What is known of an animal: its last measured weight, and its value in minor units."""

    type_id: UUID
    breed_id: UUID
    weight_kg: Decimal
    minor: int
    currency: str


async def present(facts: Engine, livestock_id: UUID, now: datetime) -> Now | None:
    """What is known of an animal now; None without a weight of the last 90 days, or without a value."""
    rows = await facts.query(_NOW, {"animal": livestock_id})
    known = [row for row in rows if row["kg"] > 0 and row["minor"] > 0 and now - row["weighed_at"] <= RECENT]
    return Now(*(known[0][name] for name in ("type_id", "breed_id", "kg", "minor", "currency"))) if known else None


async def alike(facts: Engine, livestock_id: UUID, now: Now) -> list[Past]:
    """The animals of the same type and breed, with what they weighed and cost in the same currency."""
    params = {"type": now.type_id, "breed": now.breed_id, "animal": livestock_id, "most": MOST_ANIMALS, "nil": NIL}
    weighed = await facts.query(_WEIGHINGS, params)
    paid = await facts.query(_COSTS, {**params, "currency": now.currency})
    died = {row["livestock_id"]: row["died_at"] for row in await facts.query(_DEATHS, params)}
    owners = {row["livestock_id"]: _pairs(row["times"], row["owned"]) for row in await facts.query(_OWNED, params)}
    costs = {row["livestock_id"]: _pairs(row["times"], row["costs"]) for row in paid}
    return [
        Past(
            livestock_id=row["livestock_id"],
            weighings=_pairs(row["times"], row["weights"]),
            costs=costs.get(row["livestock_id"], ()),
            died_at=died.get(row["livestock_id"]),
            owned=[(at, bool(owned)) for at, owned in owners.get(row["livestock_id"], ())],
        )
        for row in sorted(weighed, key=lambda row: row["livestock_id"])
    ]


async def usual_fee(facts: Engine, currency: str, since: datetime) -> Decimal:
    """The part of a price that half of the sellers paid at most, since a moment; zero where nobody sold."""
    [row] = await facts.query(_FEE, {"currency": currency, "since": since, "nil": NIL})
    return Decimal(repr(row["fee"])).quantize(Decimal("0.0001")) if row["sales"] else Decimal(0)


async def weighings(facts: Engine, livestock_id: UUID) -> list[tuple[datetime, Decimal]]:
    """What an animal was measured to weigh."""
    rows = await facts.query(_MEASURED, {"animal": livestock_id})
    return [(row["at"], row["weight_kg"]) for row in rows]


async def died_at(facts: Engine, livestock_id: UUID) -> datetime | None:
    """When an animal died."""
    [row] = await facts.query(_DIED, {"animal": livestock_id})
    return row["died_at"] if row["deaths"] else None


def _pairs(times: Sequence[datetime], values: Sequence[V]) -> list[tuple[datetime, V]]:
    return list(zip(times, values, strict=True))
