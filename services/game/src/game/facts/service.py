"""Keeps what happened, once. Facts come in any order and more than once; what they come to is the same."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import causation_id, emitted_at
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from game.facts.kinds import OFTEN, Kind
from game.facts.models import FactRow, Followed

Row = dict[str, Any]

_TOLD_IN_PARTS = ("livestock_id", "owner_id", "about_id", "number", "amount", "currency", "replaces_id")

_JOIN = text(
    "UPDATE facts AS paid SET livestock_id = request.livestock_id FROM facts AS request"
    " WHERE paid.kind = 'care_cost' AND paid.about_id = :id AND paid.livestock_id IS NULL"
    " AND request.kind = 'care_request' AND request.source_id = :id RETURNING paid.livestock_id"
)


def fact(
    kind: Kind,
    source_id: UUID,
    *,
    at: datetime | None = None,
    livestock_id: UUID | None = None,
    owner_id: UUID | None = None,
    about_id: UUID | None = None,
    number: Decimal | None = None,
    money: Money | None = None,
    replaces_id: UUID | None = None,
    **data: Any,
) -> Row:
    """A fact that the event of now tells, or a part of one. Without `at` it happened when the event was emitted."""
    return {
        "id": new_id(),
        "kind": kind,
        "source_id": source_id,
        "event_id": UUID(causation_id.get()),
        "at": at or told_at(),
        "livestock_id": livestock_id,
        "owner_id": owner_id,
        "about_id": about_id,
        "number": number,
        "amount": money and money.minor,
        "currency": money and money.currency,
        "replaces_id": replaces_id,
        "data": data,
    }


def told_at() -> datetime:
    """When the event that is being handled was emitted."""
    return emitted_at.get() or clock.now()


async def keep(db: UnitOfWork, *told: Row) -> None:
    """Keeps these facts, each in full as soon as all of its parts are known. Repeating the call has no further effect.

    The animals that are followed are due to be scored anew.
    """
    rows = await _wanted(db, told)
    if rows:
        await due(db, [livestock_id for livestock_id in await _upsert(db, rows) if livestock_id is not None])


async def join(db: UnitOfWork, request_id: UUID) -> None:
    """Lets the payments for a request for care know its animal. The request is locked, see `facts.locks`."""
    await due(db, (await db.scalars(_JOIN, {"id": request_id})).all())


async def due(db: UnitOfWork, livestock_ids: Collection[UUID]) -> None:
    """Has those of these animals that are followed scored anew."""
    if livestock_ids:
        theirs = update(Followed).where(among(Followed.livestock_id, livestock_ids))
        changed = theirs.values(due_at=clock.now(), attempts=0).execution_options(synchronize_session=False)
        await db.execute(changed)
        announce(db, Followed)


async def _wanted(db: UnitOfWork, told: Collection[Row]) -> list[Row]:
    """These facts, each once, of the frequent ones only those about animals that are followed."""
    told = list({(row["kind"], row["source_id"]): row for row in told}.values())
    often = {row["livestock_id"] for row in told if row["kind"] in OFTEN}
    if not often:
        return told
    followed = set(await db.scalars(select(Followed.livestock_id).where(among(Followed.livestock_id, often))))
    return [row for row in told if row["kind"] not in OFTEN or row["livestock_id"] in followed]


async def _upsert(db: UnitOfWork, rows: list[Row]) -> Sequence[UUID | None]:
    """Of two parts of a fact each adds what it knows; of two times the earlier one counts.

    Returns the animals of those that are new, or that something was added to.
    """
    new = insert(FactRow).values(rows)
    merged: dict[str, Any] = {
        name: func.coalesce(getattr(FactRow, name), new.excluded[name]) for name in _TOLD_IN_PARTS
    }
    merged["at"] = func.least(FactRow.at, new.excluded.at)
    merged["data"] = FactRow.data.op("||")(new.excluded.data)
    adds = or_(*(getattr(FactRow, name).is_distinct_from(value) for name, value in merged.items()))
    kept = new.on_conflict_do_update(index_elements=["kind", "source_id"], set_=merged, where=adds)
    return (await db.scalars(kept.returning(FactRow.livestock_id))).all()
