"""Seals transfers after they were committed, so that posting knows nothing of it.

What is sealed is found along the ids of transfers, which are made in the order of time but committed in any: from a
little before the newest that is sealed, so that a late one gets a later place in the chain; now and then from further
back. No transaction is open for longer: a transfer that turns up before that is not sealed, and is found by `proof`.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from prometheus_client import Gauge
from sqlalchemy import RowMapping, insert, select, text

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.exits import service as exits
from wallet.sealing.models import BEGINNING, Seal, digest

UNSEALED_AGE = Gauge("amigok_unsealed_oldest_seconds", "Age of the oldest transfer that is not sealed")

LATE = timedelta(seconds=30)
"""Few transactions that post take as long."""

LATEST = timedelta(minutes=15)
"""None does."""

AT_ONCE = 500
MOST = 20_000
"""So many are read at once, and sealed in one transaction."""

_UNSEALED = text("""
    SELECT id, created_at FROM transfers WHERE id >= :since AND NOT EXISTS (
        SELECT FROM seals WHERE seals.transfer_id = transfers.id AND seals.transfer_id >= :since
    ) ORDER BY id LIMIT :limit
""")
_TRANSFERS = text("SELECT * FROM transfers WHERE id = ANY(:ids)")
_ENTRIES = text("SELECT * FROM entries WHERE transfer_id = ANY(:ids) ORDER BY transfer_id, account_id")


async def seal(db: UnitOfWork, *, late: timedelta = LATE) -> int:
    """Seals transfers that are not sealed yet, from `late` before the newest seal on. Returns how many."""
    done = 0
    while done < MOST:
        ids = [row.id for row in await _unsealed(db, late=late, limit=AT_ONCE)]
        await _append(db, ids)
        done += len(ids)
        if len(ids) < AT_ONCE:
            break
    return done


async def head(db: UnitOfWork) -> tuple[int, bytes]:
    """Number and digest of the newest seal."""
    last = select(Seal.number, Seal.digest).order_by(Seal.number.desc()).limit(1)
    row = (await db.execute(last)).one_or_none()
    return (row.number, row.digest) if row else (0, BEGINNING)


async def oldest(db: UnitOfWork) -> int:
    """The age of the oldest transfer that is not sealed, in seconds."""
    rows = await _unsealed(db, late=LATE, limit=1)
    return max(0, int((clock.now() - rows[0].created_at).total_seconds())) if rows else 0


async def contents(db: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, tuple[RowMapping, list[RowMapping]]]:
    """Returns those of these transfers that exist, each with its entries in the order of their accounts."""
    entries: defaultdict[UUID, list[RowMapping]] = defaultdict(list)
    for entry in (await db.execute(_ENTRIES, {"ids": ids})).mappings():
        entries[entry["transfer_id"]].append(entry)
    transfers = (await db.execute(_TRANSFERS, {"ids": ids})).mappings()
    return {transfer["id"]: (transfer, entries[transfer["id"]]) for transfer in transfers}


async def since(db: UnitOfWork, *, late: timedelta = LATEST) -> UUID:
    """The id from which on transfers are looked for. Of those before `LATEST` none will ever be sealed."""
    newest = await db.scalar(select(Seal.transfer_id).order_by(Seal.transfer_id.desc()).limit(1))
    return id_before(min(newest, new_id()), late) if newest else UUID(int=0)


async def _unsealed(db: UnitOfWork, *, late: timedelta, limit: int) -> Sequence[Any]:
    return (await db.execute(_UNSEALED, {"since": await since(db, late=late), "limit": limit})).all()


async def _append(db: UnitOfWork, ids: Sequence[UUID]) -> None:
    if not ids:
        return
    number, previous = await head(db)
    found = await contents(db, ids)
    rows = []
    for id in ids:
        number += 1
        transfer, entries = found[id]
        previous = digest(db.data_key, number=number, previous=previous, transfer=transfer, entries=entries)
        rows.append({"number": number, "transfer_id": id, "digest": previous})
    await db.execute(insert(Seal), rows)
    await exits.meet(db, ids)
