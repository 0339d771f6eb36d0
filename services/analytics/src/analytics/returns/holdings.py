"""The rows behind what is not realised: each animal that is held, with what it cost and what its value comes from."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from analytics.engine import Engine, Row
from analytics.returns import queries
from analytics.returns.lines import Position
from analytics.returns.schemas import HoldingOut, HoldingsAsk
from analytics.returns.service import period_of
from analytics.scopes.service import NIL, scope_of

_VALUED = """
SELECT livestock_id, argMax(value_minor, (at, version)) AS minor, argMax(currency, (at, version)) AS worth_in,
    max(at) AS valued_at, argMax(how, (at, version)) AS way, argMax(event_id, (at, version)) AS event
FROM valuations FINAL WHERE livestock_id IN {shown:Array(UUID)} AND at < {until:DateTime64(6, 'UTC')}
GROUP BY livestock_id
"""


async def holdings(db: UnitOfWork, facts: Engine, me: Principal, asked: HoldingsAsk) -> Page[HoldingOut]:
    """The animals that were held at a moment, by id. Raises what `account` raises, InvalidCursor."""
    scope = await scope_of(db, me, asked)
    until = period_of(asked).until
    after = (asked.paging.after(UUID) or (NIL,))[0]
    found = await queries.followed(facts, scope, until)
    held = sorted((each for each in found if each.is_held(until)), key=lambda each: each.livestock_id)
    rest = [each for each in held if each.livestock_id > after]
    page = rest[: asked.limit]
    shown = [each.livestock_id for each in page]
    valued = {row["livestock_id"]: row for row in await facts.query(_VALUED, {"shown": shown, "until": until})}
    return Page(
        items=[_holding(each, valued.get(each.livestock_id), until) for each in page],
        next_cursor=encode(shown[-1]) if len(rest) > asked.limit else None,
    )


def _holding(position: Position, row: Row | None, until: datetime) -> HoldingOut:
    paid = {line.currency for line in position.lines}
    costs = [Money.of_minor(minor, each) for each in sorted(paid) if (minor := position.cost(each, until))]
    return HoldingOut(
        livestock_id=position.livestock_id,
        acquired_at=position.began_at,
        costs=costs,
        value=Money.of_minor(row["minor"], row["worth_in"]) if row else None,
        valued_at=row["valued_at"] if row else None,
        how=row["way"] if row else None,
        event_id=row["event"] if row else None,
    )
