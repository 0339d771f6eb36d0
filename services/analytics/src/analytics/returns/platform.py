"""The platform's own account: sums of days, for its lines are too many to follow each.

What the platform paid for the animals that it brought in is not known here, so they have cost nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from analytics.engine import Engine, Row
from analytics.returns import queries
from analytics.returns.lines import Kind
from analytics.returns.results import ENTRIES, Entry, Left, Period, Result
from analytics.scopes.service import Scope

COUNTED: Mapping[str, Kind] = {**queries.COUNTED, "refund": "refund", "disputed": "refund"}

_SUMS = """
SELECT kind, currency, toStartOfDay(at) AS day, sum(amount_minor) AS minor FROM lines FINAL
WHERE {scope} AND kind IN {{kinds:Array(String)}}
    AND at >= {{since:DateTime64(6, 'UTC')}} AND at < {{until:DateTime64(6, 'UTC')}}
GROUP BY kind, currency, day
"""

_LEFT = """
SELECT worth_in, sum(minor) AS value, count() AS animals, min(valued_at) AS oldest_value_at FROM (
    SELECT livestock_id, argMax(value_minor, (at, version)) AS minor, argMax(currency, (at, version)) AS worth_in,
        max(at) AS valued_at
    FROM valuations FINAL WHERE {animals} AND at < {{until:DateTime64(6, 'UTC')}} GROUP BY livestock_id
)
WHERE livestock_id IN (
    SELECT livestock_id FROM ownerships FINAL WHERE {animals} AND at < {{until:DateTime64(6, 'UTC')}}
    GROUP BY livestock_id
    HAVING argMax(owner, (at, version)) = {{nil:UUID}} AND argMax(how, (at, version)) <> 'removed'
) AND livestock_id NOT IN (
    SELECT livestock_id FROM deaths FINAL WHERE state = 'died' AND at < {{until:DateTime64(6, 'UTC')}}
        AND death_id NOT IN (SELECT death_id FROM deaths FINAL WHERE state = 'reinstated')
)
GROUP BY worth_in
"""

_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


async def results(facts: Engine, scope: Scope, period: Period) -> list[Result]:
    """What a period brought the platform, by currency. Raises QueryTooCostly."""
    before = await _left(facts, scope, period.since) if period.since else {}
    after = await _left(facts, scope, period.until)
    bounds = {"since": period.since or _BEGINNING, "until": period.until}
    sql = _SUMS.format(scope=scope.sql)
    rows = await facts.query(sql, {**scope.params, **bounds, "kinds": list(COUNTED)})
    currencies = sorted({row["currency"] for row in rows} | set(after) | set(before))
    return [
        _result([row for row in rows if row["currency"] == each], each, period, before.get(each), after.get(each))
        for each in currencies
    ]


async def _left(facts: Engine, scope: Scope, at: datetime) -> dict[str, Left]:
    rows = await facts.query(_LEFT.format(animals=scope.animals), {**scope.params, "until": at})
    return {
        row["worth_in"]: Left(value=row["value"], animals=row["animals"], oldest_value_at=row["oldest_value_at"])
        for row in rows
    }


def _result(rows: Iterable[Row], currency: str, period: Period, before: Left | None, after: Left | None) -> Result:
    began, ended = before or Left(), after or Left()
    entries: dict[Entry, int] = {}
    flows = [(period.since, -began.value)] if period.since else []
    for row in rows:
        name = ENTRIES[COUNTED[row["kind"]]]
        entries[name] = entries.get(name, 0) + row["minor"]
        flows.append((row["day"], row["minor"]))
    return Result(
        currency=currency,
        entries=entries,
        before=began,
        after=ended,
        invested=began.value - sum(minor for _, minor in flows[bool(period.since) :] if minor < 0),
        flows=[*flows, (period.until, ended.value)],
    )
