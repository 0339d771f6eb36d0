"""Places, clears and finds what keeps animals from being sold, and publishes every change.

All of it happens under the lock of the animal's row, as does a transfer, so one comes after the other. Other services
ask with events of their own (`requests.py`). Repeating a call has no further effect. A block that was cleared stays
cleared, even if events come in the wrong order.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.needs import Ahead
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import Block, LivestockSaleStatusChanged
from farm.blocks.models import SaleBlock
from farm.blocks.obstacles import obstacles
from farm.blocks.reasons import REASONS
from farm.livestock.lifecycle import LIVING
from farm.livestock.locks import ANIMALS, lock_animal
from farm.livestock.models import Livestock

log = structlog.get_logger()


@dataclass(frozen=True)
class Cause:
    """What identifies a block of an animal: a reason, and the record, case or order behind it.

    With `owner_id` it concerns that owner only: it is not in force while somebody else owns the animal.
    """

    reason: str
    source_id: UUID
    until: datetime | None = None
    owner_id: UUID | None = None

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise ValueError(f"{self.reason!r} is not in the table of reasons")


async def place(
    db: UnitOfWork,
    *,
    livestock_id: UUID,
    reason: str,
    source_id: UUID,
    until: datetime | None = None,
    owner_id: UUID | None = None,
) -> None:
    """Blocks the sale of an animal, unless `until` is past or somebody else than `owner_id` owns it.

    Repeating it has no effect. Raises LivestockNotFound.
    """
    await change(db, livestock_id, place=[Cause(reason, source_id, until, owner_id)])


async def clear(db: UnitOfWork, *, livestock_id: UUID, reason: str, source_id: UUID) -> None:
    """Ends a block now, or keeps one that was not placed yet from ever standing. Raises LivestockNotFound."""
    await change(db, livestock_id, clear=[Cause(reason, source_id)])


async def extend(db: UnitOfWork, livestock_id: UUID, cause: Cause) -> None:
    """Places a block, or has it last until a later time, even if it has ended by itself. One that was cleared stays so.

    Repeating it, an earlier time, or one that is past has no effect. Raises LivestockNotFound.
    """
    await lock_animal(db, livestock_id)
    if cause.until is None or cause.until <= clock.now():
        return
    longer = await db.scalar(
        update(SaleBlock)
        .where(
            SaleBlock.livestock_id == livestock_id,
            SaleBlock.reason == cause.reason,
            SaleBlock.source_id == cause.source_id,
            SaleBlock.until < cause.until,
            or_(SaleBlock.cleared_at.is_(None), SaleBlock.cleared_at == SaleBlock.until),
        )
        .values(until=cause.until, cleared_at=None)
        .returning(SaleBlock.id)
        .execution_options(synchronize_session=False)
    )
    if longer is not None:
        await publish(db, Livestock.id == livestock_id)
    else:
        await change(db, livestock_id, place=[cause])


async def change(
    db: UnitOfWork, livestock_id: UUID, *, place: Sequence[Cause] = (), clear: Sequence[Cause] = ()
) -> None:
    """Places and clears blocks of one animal as one change of its sale status. Raises LivestockNotFound."""
    animal = await lock_animal(db, livestock_id)
    now = clock.now()
    changes = [await _place(db, animal, cause, now=now) for cause in place]
    changes += [await _clear(db, livestock_id, cause, now=now) for cause in clear]
    if any(changes):
        await publish(db, Livestock.id == livestock_id)


async def end_of_former_owner(db: UnitOfWork, animal: Livestock) -> None:
    """Ends the blocks that concern somebody who no longer owns the animal, which must be locked, as one change."""
    await db.flush()
    theirs = SaleBlock.owner_id.is_distinct_from(animal.owner_id) & SaleBlock.owner_id.is_not(None)
    of_animal = (SaleBlock.livestock_id == animal.id) & SaleBlock.cleared_at.is_(None)
    ended = await db.scalars(
        update(SaleBlock)
        .where(of_animal, theirs)
        .values(cleared_at=func.greatest(clock.now(), SaleBlock.placed_at))
        .returning(SaleBlock.id)
        .execution_options(synchronize_session=False)
    )
    if ended.all():
        await publish(db, Livestock.id == animal.id)


async def standing(db: UnitOfWork, livestock_id: UUID, *, now: datetime) -> list[Block]:
    """Returns the blocks that stand now: the animal's own, and those of the farm it is in."""
    return (await standing_of(db, [livestock_id], now=now))[livestock_id]


async def _read(db: UnitOfWork, animals: Collection[UUID]) -> dict[UUID, list[Block]]:
    return await standing_of(db, list(animals), now=clock.now())


STANDING = Ahead(_read, under=ANIMALS)
"""The blocks that stand now against each animal, which is locked, in a farm that is shared."""


async def standing_of(db: UnitOfWork, animals: Sequence[UUID], *, now: datetime) -> dict[UUID, list[Block]]:
    """Returns the blocks that stand against each of these animals, oldest first."""

    def of(subject: ColumnElement[bool]) -> Select[UUID, str, datetime | None, UUID]:
        return (
            select(Livestock.id, SaleBlock.reason, SaleBlock.until, SaleBlock.id.label("block_id"))
            .join(SaleBlock, subject)
            .where(among(Livestock.id, animals), _stands(now))
        )

    both = union_all(of(SaleBlock.livestock_id == Livestock.id), of(SaleBlock.farm_id == Livestock.farm_id))
    found: defaultdict[UUID, list[Block]] = defaultdict(list)
    for row in await db.execute(both.order_by("block_id")):
        found[row.id].append(Block(reason=row.reason, until=row.until))
    return found


async def own(db: UnitOfWork, livestock_id: UUID, *, now: datetime) -> Sequence[SaleBlock]:
    """Returns the rows of an animal's own blocks that stand now, oldest first."""
    query = select(SaleBlock).where(SaleBlock.livestock_id == livestock_id, _stands(now)).order_by(SaleBlock.id)
    return (await db.scalars(query.execution_options(populate_existing=True))).all()


async def arrived(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> None:
    """Publishes what keeps animals from being sold that have just come to farms, which are locked."""
    await db.flush()
    blocked = await standing_of(db, livestock_ids, now=clock.now())
    if blocked:
        await publish(db, among(Livestock.id, blocked))


def begin_with(db: UnitOfWork, livestock_id: UUID, cause: Cause, *, now: datetime) -> None:
    """Blocks the sale of an animal that is being registered; `arrived` publishes it."""
    db.add(SaleBlock(livestock_id=livestock_id, reason=cause.reason, source_id=cause.source_id, placed_at=now))


async def publish(db: UnitOfWork, which: ColumnElement[bool]) -> None:
    """Publishes what keeps these animals from being sold now, as a new version of each."""
    ids = select(Livestock.id).where(which).order_by(Livestock.id).with_for_update(key_share=True).cte("locked")
    changed = await db.execute(
        update(Livestock)
        .where(Livestock.id.in_(select(ids.c.id)))
        .values(version=Livestock.version + 1)
        .returning(Livestock.id, Livestock.status)
        .execution_options(synchronize_session="fetch")
    )
    animals = changed.all()
    blocks = await standing_of(db, [animal.id for animal in animals], now=clock.now())
    for livestock_id, status in animals:
        against = obstacles(status, blocks[livestock_id])
        emit(
            db,
            LivestockSaleStatusChanged(livestock_id=livestock_id, sellable=not against, blocks=tuple(against)),
        )


async def end_past(db: UnitOfWork, *, limit: int = 500) -> None:
    """Marks the blocks whose time is over and publishes each end once. They have not been in force since that time."""
    now = clock.now()
    over = select(SaleBlock.livestock_id).where(SaleBlock.cleared_at.is_(None), SaleBlock.until <= now)
    due = over.order_by(SaleBlock.until).limit(limit).cte("due")
    locked = await db.scalars(
        select(Livestock.id)
        .where(Livestock.id.in_(select(due.c.livestock_id)))
        .order_by(Livestock.id)
        .with_for_update(key_share=True, skip_locked=True)
    )
    ended = await db.scalars(
        update(SaleBlock)
        .where(SaleBlock.livestock_id.in_(locked.all()), SaleBlock.cleared_at.is_(None), SaleBlock.until <= now)
        .values(cleared_at=SaleBlock.until)
        .returning(SaleBlock.livestock_id)
        .execution_options(synchronize_session=False)
    )
    animals = {livestock_id for livestock_id in ended if livestock_id is not None}
    if animals:
        await publish(db, among(Livestock.id, animals))
        log.info("blocks.ended", livestock=len(animals))


def living() -> ColumnElement[bool]:
    """Selects the animals that are alive and on the platform."""
    return Livestock.status.in_(LIVING)


def living_in(farm_id: UUID) -> ColumnElement[bool]:
    """Selects those of them that live in this farm."""
    return and_(Livestock.farm_id == farm_id, living())


async def end(db: UnitOfWork, subject: ColumnElement[bool], cause: Cause, *, now: datetime) -> bool:
    """Ends the block of an animal or farm that has this cause, without an event. Returns whether it stood."""
    ended = await db.scalar(
        update(SaleBlock)
        .where(
            subject,
            SaleBlock.reason == cause.reason,
            SaleBlock.source_id == cause.source_id,
            SaleBlock.cleared_at.is_(None),
        )
        .values(cleared_at=func.greatest(now, SaleBlock.placed_at))
        .returning(SaleBlock.id)
        .execution_options(synchronize_session=False)
    )
    return ended is not None


async def _place(db: UnitOfWork, animal: Livestock, cause: Cause, *, now: datetime) -> bool:
    """Returns whether the block stands now and did not before. One of a former owner is stored as cleared."""
    if cause.until is not None and cause.until <= now:
        return False
    concerns = cause.owner_id in (None, animal.owner_id)
    inserted = await _insert(db, animal.id, cause, placed_at=now, cleared_at=None if concerns else now)
    return inserted and concerns


async def _clear(db: UnitOfWork, livestock_id: UUID, cause: Cause, *, now: datetime) -> bool:
    """Returns whether the block stood. One that was never placed is stored as cleared."""
    if await end(db, SaleBlock.livestock_id == livestock_id, cause, now=now):
        return True
    await _insert(db, livestock_id, cause, placed_at=now, cleared_at=now)
    return False


async def _insert(
    db: UnitOfWork, livestock_id: UUID, cause: Cause, *, placed_at: datetime, cleared_at: datetime | None
) -> bool:
    inserted = await db.scalar(
        insert(SaleBlock)
        .values(
            id=new_id(),
            livestock_id=livestock_id,
            reason=cause.reason,
            source_id=cause.source_id,
            owner_id=cause.owner_id,
            placed_at=placed_at,
            until=cause.until,
            cleared_at=cleared_at,
        )
        .on_conflict_do_nothing()
        .returning(SaleBlock.id)
    )
    return inserted is not None


def _stands(now: datetime) -> ColumnElement[bool]:
    return and_(SaleBlock.cleared_at.is_(None), or_(SaleBlock.until.is_(None), SaleBlock.until > now))
