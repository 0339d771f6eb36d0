"""Proves what a device has signed: computes its chains, and the digest of each batch from the stored detections.

Detections are read once, in the order of their batches, a thousand at a time; the database sorts them. What is not
signed is not proven: which animal a card is of, and marks. The time of a detection is, unless the device's clock was
wrong.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from amigok_chassis.db import Database
from stream.evidence.canonical import NOTHING, Statement, line
from stream.evidence.service import is_signed

AT_ONCE = 1_000
SECONDS = 600
"""How long the database may take to sort."""
BACKFILL = timedelta(days=31)
"""No detection is older when it arrives: see `Settings.detection_backfill`."""

_CHAINS = "SELECT * FROM evidence WHERE device_id = $1 ORDER BY key, counter, id"
# Read once whatever the planner thinks: by the index on the device it would read all of them for each batch.
_BATCHES = """
    WITH stored AS MATERIALIZED (SELECT * FROM detections WHERE device_id = $1 AND evidence_id IS NOT NULL)
    SELECT evidence.id, evidence.counter, evidence.count, evidence.batch_digest,
        greatest(evidence.sent_at, evidence.received_at) AS at, stored.*
    FROM evidence LEFT JOIN stored ON stored.evidence_id = evidence.id
    WHERE evidence.device_id = $1 AND evidence.verdict = 'accepted'
    ORDER BY evidence.id, stored.position, stored.event_id
"""
_MOVED = """
    SELECT event_id FROM detections
    WHERE device_id = $1 AND evidence_id IS NOT NULL AND marks & 8 = 0 AND detected_at <> least(device_at, received_at)
"""
_STRAYS = """
    SELECT event_id FROM detections AS stored
    WHERE device_id = $1 AND evidence_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM evidence WHERE id = stored.evidence_id AND device_id = $1)
"""
_UNSIGNED = """
    SELECT event_id FROM detections WHERE device_id = $1 AND evidence_id IS NULL
        AND received_at > (SELECT min(received_at) FROM evidence WHERE device_id = $1 AND verdict = 'accepted')
"""
_OLDEST = """
    SELECT min(right(child.relname, 10)) AS day FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
    WHERE inhparent = 'detections'::regclass
"""
_FOREIGN = """
    SELECT DISTINCT key FROM evidence WHERE device_id = $1 AND verdict = 'accepted'
        AND NOT EXISTS (SELECT FROM devices WHERE id = $1 AND public_key = key)
        AND NOT EXISTS (SELECT FROM device_former_keys WHERE device_id = $1 AND public_key = key)
"""
_NOTED = "SELECT FROM evidence WHERE device_id = $1 AND counter = $2 AND hash = $3 AND verdict = 'accepted'"


@dataclass
class Proof:
    """What was found of a device: how much is whole, the end of each chain by key, and what is not as it should be.

    `expired` batches have lost detections to the end of their time; their place in the chain is proven all the same.
    """

    batches: int = 0
    detections: int = 0
    expired: int = 0
    ends: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    found: int = 0
    findings: list[str] = field(default_factory=list)

    def find(self, finding: str) -> None:
        """Counts a finding; the first hundred are kept."""
        self.found += 1
        if len(self.findings) < 100:
            self.findings.append(finding)


async def prove(db: Database, device_id: UUID, noted: tuple[int, bytes] | None = None) -> Proof:
    """Computes everything anew. `noted` is the number and hash of a batch that must still be there."""
    proof = Proof()
    async with _reading(db) as driver:
        async for row in _read(driver, _CHAINS, device_id):
            _link(proof, row)
        async for row in _read(driver, _FOREIGN, device_id):
            proof.find(f"key {row['key'].hex()} was never the device's")
        await _compare(proof, driver, device_id)
        for what, sql in (
            ("belongs to no batch of the device", _STRAYS),
            ("was given another time", _MOVED),
            ("is not signed, and came after the device had begun to sign", _UNSIGNED),
        ):
            async for row in _read(driver, sql, device_id):
                proof.find(f"detection {row['event_id']} {what}")
        if noted is not None and not await driver.fetch(_NOTED, device_id, *noted):
            proof.find(f"batch {noted[0]} with the hash that was noted is not there any more")
    return proof


@asynccontextmanager
async def _reading(db: Database) -> AsyncIterator[Any]:
    """A connection that sees one state of the database."""
    async with db.driver() as driver, driver.transaction(isolation="repeatable_read", readonly=True):
        yield driver


async def _read(driver: Any, sql: str, *arguments: Any) -> AsyncIterator[Any]:
    async for row in driver.cursor(sql, *arguments, prefetch=AT_ONCE, timeout=SECONDS):
        yield row


def _link(proof: Proof, row: Any) -> None:
    """Checks a statement by itself and against the one before in its chain."""
    name = f"batch {row['counter']} of key {row['key'].hex()[:16]}"
    if row["verdict"] != "accepted":
        return proof.find(f"{name} was refused: {row['verdict']}")
    names = Statement.__dataclass_fields__
    stated = Statement(**{each: row[each] for each in names})
    if stated.hash != row["hash"]:
        proof.find(f"{name} was changed: its hash is another")
    if not is_signed(stated, row["signature"]):
        proof.find(f"{name} was changed: it is not signed")
    last, hash = proof.ends.get(stated.key, (0, NOTHING))
    if stated.counter > last + 1:
        proof.find(f"{name} does not follow: {last + 1} to {stated.counter - 1} are missing")
    elif stated.previous != hash:
        proof.find(f"{name} does not follow: the one before has another hash")
    proof.ends[stated.key] = stated.counter, row["hash"]
    proof.batches += 1
    return None


@dataclass
class _Batch:
    """A batch whose detections are being read."""

    row: Any
    digest: Any = field(default_factory=sha256)
    count: int = 0


async def _compare(proof: Proof, driver: Any, device_id: UUID) -> None:
    """Compares each batch with its detections."""
    kept_from = await _kept_from(driver)
    batch: _Batch | None = None
    async for row in _read(driver, _BATCHES, device_id):
        if batch is None or batch.row["id"] != row["id"]:
            _close(proof, batch, kept_from)
            batch = _Batch(row)
        if row["event_id"] is not None:
            batch.digest.update(_line(row))
            batch.count += 1
    _close(proof, batch, kept_from)


def _close(proof: Proof, batch: _Batch | None, kept_from: datetime) -> None:
    if batch is None:
        return
    row = batch.row
    proof.detections += batch.count
    if batch.count < row["count"] and row["at"] < kept_from + BACKFILL:
        proof.expired += 1
    elif (batch.count, batch.digest.digest()) != (row["count"], row["batch_digest"]):
        proof.find(
            f"the detections of batch {row['counter']} are not those that were signed: "
            f"{batch.count} stored, {row['count']} signed"
        )


async def _kept_from(driver: Any) -> datetime:
    """The beginning of the oldest part of the table."""
    [row] = await driver.fetch(_OLDEST)
    return datetime.strptime(row["day"] or "1970_01_01", "%Y_%m_%d").replace(tzinfo=UTC)


def _line(row: Any) -> bytes:
    return line(
        event_id=row["event_id"],
        camera_id=row["camera_id"],
        card=row["card"],
        confidence=row["confidence"],
        box=(row["x"], row["y"], row["width"], row["height"]),
        area=row["area"],
        model_version=row["model_version"],
        device_at=row["device_at"],
    )
