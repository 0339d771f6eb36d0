"""The room that is left on disks: it is said once when there is too little, and once when there is enough again."""

import asyncio
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from prometheus_client import Gauge
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.outbox import emit
from amigok_chassis.service import task
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import StorageLow, StorageRecovered
from stream.recordings import retention
from stream.recordings.models import LowDisk
from stream.settings import Settings

FREE = Gauge("amigok_stream_free_bytes", "Bytes that the disk has left, by what is on it", ["place"])
LOW = Gauge("amigok_stream_low_disks", "Disks for footage that have too little room")

UNSEEN = timedelta(minutes=10)
"""After so long a disk is forgotten that no worker has looked at."""

TURN = timedelta(seconds=10)
"""What is removed has gone from the disk by then."""

ENOUGH = 1.1
"""So many times the least that is free there is enough again: it is not said back and forth."""


@task(seconds=15)
async def watch_room(context: Context) -> None:
    """Looks at the disks of this worker, and removes the oldest continuous recordings where theirs is nearly full."""
    settings = context.settings(Settings)
    for disk in await asyncio.to_thread(lambda: list(_disks(context))):
        FREE.labels(disk.place).set(disk.free)
        least = min(settings.storage_least_free, round(disk.size * settings.storage_least_share))
        async with context.db.unit_of_work() as db:
            await _look(db, disk, least)


async def low_disks(db: UnitOfWork) -> int:
    """How many disks have too little room, as far as workers have looked lately."""
    return await db.scalar(select(func.count()).select_from(LowDisk)) or 0


@dataclass(frozen=True)
class _Seen:
    """A disk with its free bytes, and all. All workers that keep recordings in one folder see the same disk."""

    id: UUID
    place: str
    free: int
    size: int


def _disks(context: Context) -> Iterator[_Seen]:
    disk, spool = context.storage.disk(), context.settings(Settings).spool
    if disk is not None:
        yield _Seen(uuid5(NAMESPACE_URL, context.config.storage_url), "recordings", *disk)
    if spool.is_dir():
        usage = shutil.disk_usage(spool)
        yield _Seen(uuid5(NAMESPACE_URL, f"{socket.gethostname()}/{spool}"), "spool", usage.free, usage.total)


async def _look(db: UnitOfWork, disk: _Seen, least: int) -> None:
    await db.execute(delete(LowDisk).where(LowDisk.seen_at < clock.now() - UNSEEN))
    if disk.free < least:
        if await _say_low(db, disk, least) and disk.place == "recordings":
            await retention.make_room(db, round(least * ENOUGH) - disk.free)
    elif disk.free >= least * ENOUGH:
        await _say_enough(db, disk, least)


async def _say_low(db: UnitOfWork, disk: _Seen, least: int) -> bool:
    """Returns whether this worker is to act: of several that see the same disk one does, now and then."""
    now = clock.now()
    new = insert(LowDisk).values(id=disk.id, place=disk.place, since=now, seen_at=now).on_conflict_do_nothing()
    if await db.scalar(new.returning(LowDisk.id)) is not None:
        emit(db, StorageLow(place_id=disk.id, place=disk.place, free=disk.free, least=least))
        return True
    known = await db.get_one(LowDisk, disk.id, with_for_update=True)
    is_turn = abs(now - known.seen_at) >= TURN
    known.seen_at = now if is_turn else known.seen_at
    return is_turn


async def _say_enough(db: UnitOfWork, disk: _Seen, least: int) -> None:
    was_low = delete(LowDisk).where(LowDisk.id == disk.id).returning(LowDisk.id)
    if await db.scalar(was_low) is not None:
        emit(db, StorageRecovered(place_id=disk.id, place=disk.place, free=disk.free, least=least))
