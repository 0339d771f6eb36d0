"""Judges signed batches as they arrive, and keeps what they state.

A device counts its batches from 1 and names in each the hash of the one before. They may come in any order: what is
missing is a gap, and what comes later closes it if it fits both neighbours. Whatever does not fit is kept with its
verdict and is not part of the chain:

- `wrong_key`: the key is not the device's and never was;
- `former_key`: it was the device's, and the batch closes no gap of that key's chain;
- `bad_signature`: the key has not signed this;
- `fork`: its number was used before, for another batch after the same one;
- `rollback`: its number was used before, at another point of the chain;
- `broken_link`: the batch before or after it has another hash than is stated;
- `overlap`: some of its detections had come before, outside of this batch.

Whoever calls holds the lock on the device's detector.
"""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import ColumnElement, exists, func, select

from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.models import Device, FormerKey
from stream.evidence.canonical import NOTHING, Statement
from stream.evidence.models import Evidence, Verdict


@dataclass(frozen=True)
class Judged:
    """A statement with its signature and what is thought of it. `known` is the row of an earlier copy."""

    statement: Statement
    signature: bytes
    verdict: Verdict
    known: Evidence | None

    @property
    def is_replay(self) -> bool:
        """Whether this copy adds nothing: the chain has the batch, or it was refused before as it is now."""
        return self.known is not None and (self.known.verdict == "accepted" or self.verdict != "accepted")

    def but(self, verdict: Verdict) -> "Judged":
        return replace(self, verdict=verdict)


async def judge(db: UnitOfWork, statement: Statement, signature: bytes) -> Judged:
    """Looks at key, signature and place in the chain. Writes nothing."""
    known = await _copy(db, statement)
    return Judged(statement, signature, await _verdict(db, statement, signature), known)


def keep(db: UnitOfWork, judged: Judged, received_at: datetime) -> Evidence:
    """Keeps what was stated with the verdict. A damaged copy that came earlier gives its row to the good one."""
    row = judged.known
    if row is None:
        row = Evidence(**{field.name: getattr(judged.statement, field.name) for field in fields(Statement)})
        row.id, row.hash = new_id(), judged.statement.hash
        db.add(row)
    row.signature, row.verdict, row.received_at = judged.signature, judged.verdict, received_at
    return row


async def _verdict(db: UnitOfWork, stated: Statement, signature: bytes) -> Verdict:
    is_current = stated.key == await db.scalar(select(Device.public_key).where(Device.id == stated.device_id))
    if not is_current and not await _was_its_key(db, stated):
        return "wrong_key"
    if not is_signed(stated, signature):
        return "bad_signature"
    place = await _place(db, stated)
    closes_gap = is_current or stated.counter < (await _last(db, stated) or 0)
    return place if closes_gap or place != "accepted" else "former_key"


def is_signed(stated: Statement, signature: bytes) -> bool:
    """Whether the key that is stated has signed this."""
    try:
        Ed25519PublicKey.from_public_bytes(stated.key).verify(signature, stated.signed)
    except (InvalidSignature, ValueError):
        return False
    return True


async def _copy(db: UnitOfWork, stated: Statement) -> Evidence | None:
    same = Evidence.device_id == stated.device_id, Evidence.hash == stated.hash
    return await db.scalar(select(Evidence).where(*same))


async def _was_its_key(db: UnitOfWork, stated: Statement) -> bool:
    former = FormerKey.device_id == stated.device_id, FormerKey.public_key == stated.key
    return bool(await db.scalar(select(exists().where(*former)))) or await _last(db, stated) is not None


async def _last(db: UnitOfWork, stated: Statement) -> int | None:
    """The highest number of the key's chain, None where it has none."""
    return await db.scalar(select(func.max(Evidence.counter)).where(*_of_chain(stated)))


async def _place(db: UnitOfWork, stated: Statement) -> Verdict:
    """What the neighbours in the chain say of a batch."""
    numbers = [stated.counter - 1, stated.counter, stated.counter + 1]
    around = (await db.scalars(select(Evidence).where(*_of_chain(stated), Evidence.counter.in_(numbers)))).all()
    before, same, after = ({each.counter: each for each in around}.get(number) for number in numbers)
    if same is not None and same.hash != stated.hash:
        return "fork" if same.previous == stated.previous else "rollback"
    if same is None and not _links(before, stated, after):
        return "broken_link"
    return "accepted"


def _links(before: Evidence | None, stated: Statement, after: Evidence | None) -> bool:
    """Whether the neighbours that are known have the hashes that are stated."""
    if stated.counter == 1 and stated.previous != NOTHING:
        return False
    return (before is None or before.hash == stated.previous) and (after is None or after.previous == stated.hash)


def _of_chain(stated: Statement) -> tuple[ColumnElement[bool], ...]:
    return Evidence.device_id == stated.device_id, Evidence.key == stated.key, Evidence.verdict == "accepted"
