"""What animals gained, ate and needed, and what those like them did."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from analytics.engine import Engine, Row
from analytics.scopes.service import NIL, Scope

SHORTEST_DAYS = 14
"""Days between the first and the last weighing from which a daily gain follows."""

_WITHIN = "at >= {since:DateTime64(6, 'UTC')} AND at < {until:DateTime64(6, 'UTC')}"
_AMONG = "livestock_id IN (<animals>)"
"""Stands in every part of a query: nothing is computed of animals that are not asked for."""
_UNTIL = "at < {until:DateTime64(6, 'UTC')}"

BAND = """
    multiIf(isNull(b.born_on), 'unknown', b.born_on > toDate32({until:DateTime64(6, 'UTC')}) - INTERVAL 6 MONTH, '0-6',
        b.born_on > toDate32({until:DateTime64(6, 'UTC')}) - INTERVAL 12 MONTH, '6-12',
        b.born_on > toDate32({until:DateTime64(6, 'UTC')}) - INTERVAL 24 MONTH, '12-24', '24+')
"""
"""Of which age an animal is at the end of the time, in months."""

_HERD = f"""
SELECT a.livestock_id AS livestock_id, a.type_id AS type_id, a.breed_id AS breed_id, a.type_name AS type_name,
    a.breed_name AS breed_name, {BAND} AS age_months, p.stands_at AS farm_id
FROM (SELECT * FROM animals FINAL WHERE {_AMONG} AND {_UNTIL}) AS a
LEFT JOIN (SELECT livestock_id, born_on FROM births FINAL WHERE {_AMONG}) AS b ON b.livestock_id = a.livestock_id
LEFT JOIN (
    SELECT livestock_id, argMax(farm_id, (at, version)) AS stands_at FROM placements FINAL
    WHERE {_AMONG} AND farm_id <> {{nil:UUID}} AND {_UNTIL} GROUP BY livestock_id
) AS p ON p.livestock_id = a.livestock_id
"""
"""Animals with what tells cohorts apart."""

_GAINS = f"""
SELECT livestock_id, count() AS weighings, min(at) AS first_at, max(at) AS last_at,
    argMin(weight_kg, at) AS first_kg, argMax(weight_kg, at) AS last_kg,
    (toFloat64(last_kg) - toFloat64(first_kg)) / (dateDiff('second', first_at, last_at) / 86400) AS daily_gain
FROM weights FINAL
WHERE {_AMONG} AND is_measured = 1 AND {_WITHIN}
    AND weighing_id NOT IN (SELECT supersedes_id FROM weights FINAL WHERE {_AMONG} AND supersedes_id <> {{nil:UUID}})
GROUP BY livestock_id HAVING dateDiff('second', first_at, last_at) >= {{shortest:UInt32}} * 86400
"""

_FED = f"""
SELECT g.livestock_id AS livestock_id, sum(m.kg) AS kg, countIf(isNull(m.kg)) AS unknown,
    any(toFloat64(g.last_kg) - toFloat64(g.first_kg)) AS gained,
    if(gained > 0, toFloat64(kg) / gained, NULL) AS conversion
FROM (
    SELECT livestock_id, at, kg FROM meals FINAL WHERE {_AMONG} AND outcome <> 'missed' AND {_WITHIN}
        AND feeding_id NOT IN (SELECT replaces_id FROM meals FINAL WHERE {_AMONG} AND replaces_id <> {{nil:UUID}})
) AS m
JOIN ({_GAINS}) AS g ON g.livestock_id = m.livestock_id
WHERE m.at >= g.first_at AND m.at < g.last_at
GROUP BY livestock_id
"""

_HEALTH = f"""
SELECT livestock_id, countIf(kind = 'checkup') AS checkups,
    countIf(kind IN ('vaccination', 'dose_vaccination')) AS vaccinations,
    countIf(kind IN ('treatment', 'dose_treatment', 'emergency', 'surgery')) AS treatments,
    countIf(kind = 'dose_missed') AS doses_missed
FROM health FINAL WHERE {_AMONG} AND {_WITHIN} GROUP BY livestock_id
"""

_DEAD = f"""
SELECT livestock_id, min(at) AS died_at FROM deaths FINAL
WHERE {_AMONG} AND state = 'died' AND {_UNTIL}
    AND death_id NOT IN (SELECT death_id FROM deaths FINAL WHERE {_AMONG} AND state = 'reinstated')
GROUP BY livestock_id
"""


_BESIDE = f"""
LEFT JOIN ({_GAINS}) AS g ON g.livestock_id = h.livestock_id
LEFT JOIN ({_FED}) AS f ON f.livestock_id = h.livestock_id
LEFT JOIN ({_HEALTH}) AS e ON e.livestock_id = h.livestock_id
LEFT JOIN ({_DEAD}) AS d ON d.livestock_id = h.livestock_id
"""

_ALIKE = """
SELECT livestock_id FROM animals FINAL WHERE (type_id, breed_id) IN (
    SELECT type_id, breed_id FROM animals FINAL WHERE livestock_id IN {shown:Array(UUID)}
)
"""


def _owned(animals: str, who: str) -> str:
    return f"""
SELECT livestock_id FROM ownerships FINAL WHERE {animals} AND at < {{until:DateTime64(6, 'UTC')}}
GROUP BY livestock_id HAVING argMax(owner, (at, version)) = {who}
"""


def _shown(chosen: str) -> str:
    return f"""
SELECT livestock_id FROM animals FINAL WHERE {chosen} AND livestock_id > {{after:UUID}} AND {_UNTIL}
ORDER BY livestock_id LIMIT {{most:UInt32}}
"""


_OF_ANIMALS = f"""
SELECT h.livestock_id AS livestock_id, h.type_id AS type_id, h.breed_id AS breed_id, h.type_name AS type_name,
    h.breed_name AS breed_name, h.age_months AS age_months, h.farm_id AS farm_id, g.weighings AS weighings,
    g.daily_gain AS daily_gain, f.kg AS fed_kg, f.unknown AS fed_unknown,
    f.conversion AS conversion, e.checkups AS checkups, e.vaccinations AS vaccinations, e.treatments AS treatments,
    e.doses_missed AS doses_missed, d.died_at AS died_at
FROM ({_HERD}) AS h {_BESIDE}
ORDER BY h.livestock_id
"""


def _cohorts(farm: str) -> str:
    return f"""
SELECT type_id, breed_id, age_months, {farm} AS farm, count() AS animals,
    countIf(g.weighings > 0) AS weighed,
    quantilesExactInclusiveIf(0.25, 0.5, 0.75)(g.daily_gain, g.weighings > 0) AS gains,
    countIf(isNotNull(f.conversion) AND f.kg > 0) AS fed,
    quantilesExactInclusiveIf(0.25, 0.5, 0.75)(assumeNotNull(f.conversion), isNotNull(f.conversion) AND f.kg > 0)
        AS conversions,
    countIf(e.treatments > 0) AS treated,
    countIf(d.died_at > toDateTime64(0, 6, 'UTC')) AS died
FROM ({_HERD}) AS h {_BESIDE}
WHERE d.died_at < toDateTime64(1, 6, 'UTC') OR d.died_at >= {{since:DateTime64(6, 'UTC')}}
GROUP BY type_id, breed_id, age_months, farm
"""


Cohort = tuple[UUID, UUID, str, UUID]
"""Type, breed, age in months, and the farm, which is nil where all farms count."""


async def page(facts: Engine, scope: Scope, *, since: datetime, until: datetime, after: UUID, most: int) -> list[Row]:
    """Animals of a scope with what they did in a time, by id."""
    bounds = _bounds(since, until)
    shown = await facts.query(_shown(chosen(scope)), {**scope.params, **bounds, "after": after, "most": most})
    named = [row["livestock_id"] for row in shown]
    sql = _OF_ANIMALS.replace("<animals>", "{shown:Array(UUID)}")
    return await facts.query(sql, {**bounds, "shown": named}) if named else []


async def cohorts(
    facts: Engine, shown: Sequence[UUID], *, since: datetime, until: datetime, within_farm: bool
) -> Mapping[Cohort, Row]:
    """What the animals that are like these did in a time."""
    sql = _cohorts("farm_id" if within_farm else "{nil:UUID}").replace("<animals>", _ALIKE)
    rows = await facts.query(sql, {**_bounds(since, until), "shown": list(shown)})
    return {(row["type_id"], row["breed_id"], row["age_months"], row["farm"]): row for row in rows}


def chosen(scope: Scope) -> str:
    """The condition on the animals of a scope: those of a farm stand there, those of an owner are owned at the end."""
    if scope.whose == "farm":
        return scope.animals
    who = "{owner:UUID}" if scope.owner is not None else "{nil:UUID}"
    return f"livestock_id IN ({_owned(scope.animals, who)})"


def _bounds(since: datetime, until: datetime) -> dict[str, object]:
    return {"since": since, "until": until, "nil": NIL, "shortest": SHORTEST_DAYS}
