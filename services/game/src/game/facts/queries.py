"""Reads of facts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from game.facts.models import FactRow
from game.scoring.values import Fact

_NAMES = tuple(Fact.__dataclass_fields__)
_ANY_TIME = ("purchase", "task_void")
"""These count whenever they happened: what was bought before the start, and what was called off later."""


async def of_animals(
    db: UnitOfWork,
    livestock_ids: Collection[UUID],
    kinds: Collection[str],
    *,
    begins: datetime | None,
    ends: datetime,
) -> Sequence[Fact]:
    """The facts of these kinds about these animals from one moment (None: ever) to before another, in their order.

    Facts that correct others come along, whenever they happened. What is not known in full is left out.
    """
    known = select(*(getattr(FactRow, name) for name in _NAMES)).where(
        among(FactRow.livestock_id, livestock_ids),
        FactRow.kind.in_(kinds),
        or_(FactRow.kind.not_in(("purchase", "sale", "feed_cost", "care_cost")), FactRow.amount.is_not(None)),
        or_(FactRow.at < ends, FactRow.replaces_id.is_not(None), FactRow.kind.in_(_ANY_TIME)),
    )
    if begins is not None:
        timely = or_(FactRow.at >= begins, FactRow.replaces_id.is_not(None), FactRow.kind.in_(_ANY_TIME))
        known = known.where(timely)
    rows = await db.execute(known.order_by(FactRow.at, FactRow.source_id, FactRow.kind))
    return [Fact(**row._mapping) for row in rows]
