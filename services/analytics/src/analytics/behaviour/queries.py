"""What people did, counted. Facts know people by pseudonyms only, and none leaves this file."""

from datetime import datetime

from analytics.engine import Engine, Row

OWN = (
    "registered",
    "verified",
    "kyc_submitted",
    "deposited",
    "ordered",
    "bought",
    "fed",
    "cared",
    "withdrew",
    "transferred",
)
"""What people do themselves. That somebody buys of them, approves them or ends their account shows no interest."""

_FUNNEL = """
SELECT step, count() AS people FROM (
    SELECT person, multiIf(
        countIf(kind = 'bought') > 1, 'bought_again', countIf(kind = 'bought') = 1, 'bought',
        countIf(kind = 'ordered') > 0, 'ordered', countIf(kind = 'deposited') > 0, 'deposited',
        countIf(kind = 'verified') > 0, 'verified', 'registered'
    ) AS step
    FROM activity FINAL WHERE at < {until:DateTime64(6, 'UTC')} AND person IN (
        SELECT person FROM activity FINAL WHERE kind = 'registered'
            AND at >= {since:DateTime64(6, 'UTC')} AND at < {until:DateTime64(6, 'UTC')}
    )
    GROUP BY person
)
GROUP BY step
"""

_RETENTION = """
SELECT r.month AS month, dateDiff('month', r.month, toStartOfMonth(a.at, {zone:String})) AS later,
    uniqExact(a.person) AS people
FROM (
    SELECT person, at FROM activity FINAL WHERE at < {until:DateTime64(6, 'UTC')} AND kind IN {own:Array(String)}
) AS a
JOIN (
    SELECT person, toStartOfMonth(min(at), {zone:String}) AS month FROM activity FINAL WHERE kind = 'registered'
        AND at >= {since:DateTime64(6, 'UTC')} AND at < {until:DateTime64(6, 'UTC')} GROUP BY person
) AS r ON r.person = a.person
WHERE later >= 0
GROUP BY month, later ORDER BY month, later
"""

_ACTIVE = """
SELECT day, uniqExactIf(person, on = day) AS daily, uniqExact(person) AS monthly FROM (
    SELECT person, toDate(at, {zone:String}) AS on, arrayJoin(range(30)) AS back, on + back AS day
    FROM activity FINAL
    WHERE at >= {since:DateTime64(6, 'UTC')} - INTERVAL 31 DAY AND at < {until:DateTime64(6, 'UTC')}
        AND kind IN {own:Array(String)}
)
WHERE day >= toDate({since:DateTime64(6, 'UTC')}, {zone:String})
    AND day <= toDate({until:DateTime64(6, 'UTC')}, {zone:String})
GROUP BY day ORDER BY day
"""


async def furthest(facts: Engine, since: datetime, until: datetime) -> dict[str, int]:
    """Of the people who registered in a time, how many have taken which step as their furthest."""
    rows = await facts.query(_FUNNEL, {"since": since, "until": until})
    return {row["step"]: row["people"] for row in rows}


async def months(facts: Engine, since: datetime, until: datetime, zone: str) -> list[Row]:
    """By the month in which people registered: how many did something so many months later."""
    return await facts.query(_RETENTION, {"since": since, "until": until, "zone": zone, "own": OWN})


async def active(facts: Engine, since: datetime, until: datetime, zone: str) -> list[Row]:
    """Each day with how many people did something on it, and within the 30 days up to it."""
    return await facts.query(_ACTIVE, {"since": since, "until": until, "zone": zone, "own": OWN})
