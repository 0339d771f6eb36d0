"""What was measured of animals: the rows behind their performance."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, encode
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.engine import Engine
from analytics.performance.queries import chosen
from analytics.performance.schemas import ObservationOut, PerformanceAsk
from analytics.performance.service import time_of
from analytics.scopes.service import scope_of

_OBSERVED = """
SELECT at, livestock_id, what, kind, kg, event_id FROM (
    SELECT at, livestock_id, 'weighing' AS what, if(is_measured = 1, 'measured', 'registered') AS kind,
        toNullable(weight_kg) AS kg, event_id FROM weights FINAL
    UNION ALL SELECT at, livestock_id, 'meal', toString(outcome), kg, event_id FROM meals FINAL
    UNION ALL SELECT at, livestock_id, 'care', toString(kind), NULL, event_id FROM health FINAL
    UNION ALL SELECT at, livestock_id, 'death', toString(state), NULL, event_id FROM deaths FINAL
)
WHERE {chosen} AND at >= {{since:DateTime64(6, 'UTC')}} AND at < {{until:DateTime64(6, 'UTC')}} AND {after}
ORDER BY at DESC, livestock_id DESC, event_id DESC, what DESC LIMIT {{most:UInt32}}
"""

_AFTER = (
    "(at, livestock_id, event_id, what) < "
    "({after_at:DateTime64(6, 'UTC')}, {after_animal:UUID}, {after_event:UUID}, {after_what:String})"
)


async def observations(db: UnitOfWork, facts: Engine, me: Principal, asked: PerformanceAsk) -> Page[ObservationOut]:
    """The rows, newest first. Raises LivestockNotFound, Forbidden, OtherFarm, TimeEmpty, InvalidCursor."""
    scope = await scope_of(db, me, asked)
    since, until = time_of(asked)
    after = asked.paging.after(datetime, UUID, UUID, str)
    names = ("after_at", "after_animal", "after_event", "after_what")
    bounds = dict(zip(names, after, strict=True)) if after else {}
    sql = _OBSERVED.format(chosen=chosen(scope), after=_AFTER if after else "true")
    params = {**scope.params, **bounds, "since": since, "until": until, "most": asked.limit + 1}
    found = await facts.query(sql, params)
    rows = found[: asked.limit]
    last = [rows[-1][name] for name in ("at", "livestock_id", "event_id", "what")] if len(found) > asked.limit else None
    return Page(items=[ObservationOut(**row) for row in rows], next_cursor=encode(*last) if last else None)
