"""Proves that the ledger is as it was when it was sealed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.models import account_id
from wallet.ledger.schemas import Difference
from wallet.sealing.models import BEGINNING, Seal, digest
from wallet.sealing.service import contents, since

AT_ONCE = 1_000
TAIL = 10_000
"""So many of the newest seals are proved every hour."""

_NEVER_SEALED = text("""
    SELECT id FROM transfers WHERE id < :before AND NOT EXISTS (
        SELECT FROM seals WHERE seals.transfer_id = transfers.id AND seals.number > 0
    ) ORDER BY id LIMIT 1
""")
_ACCOUNTS = text("SELECT id, owner_id, kind, currency FROM accounts WHERE id > :after ORDER BY id LIMIT :limit")

Noted = tuple[int, bytes]


@dataclass(frozen=True)
class Verdict:
    """How many transfers are whole from the first on, the digest of the last of them, and what is wrong.

    `at` is the transfer or account that it is wrong with, if there is one.
    """

    transfers: int = 0
    digest: bytes = BEGINNING
    broken: str = ""
    at: UUID | None = None

    def but(self, broken: str, at: UUID | None = None) -> "Verdict":
        return replace(self, broken=broken, at=at)


async def verify(db: UnitOfWork, *, noted: Iterable[Noted] = ()) -> Verdict:
    """Recomputes the whole chain, in batches, up to the first transfer that does not fit.

    Then looks for transfers that were slipped in past the chain, and for accounts that were given to another owner.
    Whoever has the database, but not the key, can only take the newest seals away, change what they sealed and have it
    sealed again. What was `noted`, the number and digest of a seal as they were shown once, proves that it and all
    before it are as they were then; publications of liabilities note seals, too.
    """
    known: defaultdict[int, set[bytes]] = defaultdict(set)
    for number, seal in noted:
        known[number].add(seal)
    verdict = await _chain(db, Verdict(), known)
    if not verdict.broken and verdict.transfers < max(known, default=0):
        return verdict.but(f"seal {verdict.transfers + 1} is missing")
    return await _past_the_chain(db, verdict)


async def differences(db: UnitOfWork) -> list[Difference]:
    """Checks only the newest seals, for the hourly proof. Returns the first that does not fit."""
    last = await db.scalar(select(func.max(Seal.number))) or 0
    before = await db.get(Seal, last - TAIL) if last > TAIL else None
    verdict = await _chain(db, Verdict(before.number, before.digest) if before else Verdict(), {})
    verdict = await _past_the_chain(db, verdict)
    if not verdict.broken:
        return []
    expected, found = verdict.transfers + 1, verdict.transfers
    return [Difference(check="sealed_as_posted", id=verdict.at or UUID(int=0), expected=expected, found=found)]


async def _chain(db: UnitOfWork, whole: Verdict, known: Mapping[int, set[bytes]]) -> Verdict:
    while seals := await _batch(db, after=whole.transfers):
        found = await contents(db, [seal.transfer_id for seal in seals])
        for seal in seals:
            broken = _misfit(seal, whole, found.get(seal.transfer_id), key=db.data_key, known=known)
            if broken:
                return whole.but(broken, seal.transfer_id)
            whole = Verdict(seal.number, seal.digest)
    return whole


async def _batch(db: UnitOfWork, *, after: int) -> Sequence[Any]:
    columns = select(Seal.number, Seal.transfer_id, Seal.digest)
    return (await db.execute(columns.where(Seal.number > after).order_by(Seal.number).limit(AT_ONCE))).all()


def _misfit(seal: Any, whole: Verdict, content: Any, *, key: bytes, known: Mapping[int, set[bytes]]) -> str:
    """Why a seal does not follow on those that are whole; empty when it does."""
    if seal.number != whole.transfers + 1:
        return f"seal {whole.transfers + 1} is missing"
    if content is None:
        return f"transfer {seal.transfer_id} of seal {seal.number} is missing"
    transfer, entries = content
    if seal.digest != digest(key, number=seal.number, previous=whole.digest, transfer=transfer, entries=entries):
        return f"transfer {seal.transfer_id} of seal {seal.number} was changed"
    if known.get(seal.number, {seal.digest}) != {seal.digest}:
        return f"seal {seal.number} is not the one that was noted"
    return ""


async def _past_the_chain(db: UnitOfWork, verdict: Verdict) -> Verdict:
    if verdict.broken:
        return verdict
    stray = await db.scalar(_NEVER_SEALED, {"before": await since(db)})
    if stray is not None:
        return verdict.but(f"transfer {stray} was never sealed", stray)
    moved = await _moved_account(db)
    return verdict.but(f"account {moved} was given to another owner", moved) if moved else verdict


async def _moved_account(db: UnitOfWork) -> UUID | None:
    """The first account whose id does not follow from what it is."""
    after = UUID(int=0)
    while rows := (await db.execute(_ACCOUNTS, {"after": after, "limit": AT_ONCE})).all():
        for row in rows:
            if account_id.__wrapped__(row.owner_id, row.kind, row.currency) != row.id:
                return UUID(str(row.id))
        after = rows[-1].id
    return None
