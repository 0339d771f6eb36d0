"""Keeps the log of what administrators do, and proves that it is whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload

from amigok_chassis import clock
from amigok_chassis.db import DATA_KEY
from amigok_chassis.pagination import Page, Paging, paginate
from identity.audit.models import BEGINNING, AuditEntry, PersonalValues
from identity.audit.schemas import AuditEntryOut

PERSONAL = {"email", "full_name", "notes", "reason", "status_reason", "username"}
"""Values with these names tell of a person: they are kept apart, so that they can be erased."""

DELETION = "user.deleted"
VERIFIED_AT_ONCE = 1_000

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305011)")

Values = dict[str, Any]


async def record(
    db: AsyncSession,
    *,
    actor_id: UUID,
    action: str,
    subject_id: UUID,
    address: str,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """Adds an entry in the transaction of what it tells.

    The subject of what is done to a user is the user. Values are strings, whole numbers, booleans or null, and hold
    no secrets and no documents; those that tell of a person are called as in `PERSONAL`.
    """
    key: bytes = db.info[DATA_KEY]
    await db.execute(_ONE_AT_A_TIME)
    last = await db.scalar(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1))
    number = last.number + 1 if last else 1
    before, personal_before = _parted(before or {})
    after, personal_after = _parted(after or {})
    entry = AuditEntry(
        number=number, at=clock.now(), actor_id=actor_id, action=action, subject_id=subject_id, address=address,
        before=before, after=after,
    )  # fmt: skip
    if personal_before or personal_after:
        entry.personal = PersonalValues(number=number, before=personal_before, after=personal_after)
        entry.personal_digest = entry.personal.digest(key)
    entry.digest = entry.sealed(last.digest if last else BEGINNING, key)
    db.add(entry)
    await db.flush()


def _parted(values: Values) -> tuple[Values, Values]:
    personal = {name: value for name, value in values.items() if name in PERSONAL}
    return {name: value for name, value in values.items() if name not in PERSONAL}, personal


async def erase(db: AsyncSession, *, subject_id: UUID) -> None:
    """Deletes what the log tells of a person, once the log says that the account is deleted."""
    entries = select(AuditEntry.number).where(AuditEntry.subject_id == subject_id)
    await db.execute(delete(PersonalValues).where(PersonalValues.number.in_(entries)))


async def entries(
    db: AsyncSession,
    paging: Paging,
    *,
    actor_id: UUID | None,
    subject_id: UUID | None,
    action: str | None,
    since: datetime | None,
    until: datetime | None,
) -> Page[AuditEntryOut]:
    """The log, newest first; from `since`, before `until`. Raises InvalidCursor."""
    query = select(AuditEntry).options(joinedload(AuditEntry.personal))
    for column, value in (
        (AuditEntry.actor_id, actor_id), (AuditEntry.subject_id, subject_id), (AuditEntry.action, action),
    ):  # fmt: skip
        if value is not None:
            query = query.where(column == value)
    if since is not None:
        query = query.where(AuditEntry.at >= since)
    if until is not None:
        query = query.where(AuditEntry.at < until)
    rows, cursor = await paginate(db, query, paging, key=[AuditEntry.number])
    return Page(items=[AuditEntryOut.of(row) for row in rows], next_cursor=cursor)


@dataclass(frozen=True)
class Verdict:
    """How many entries are whole from the first on, the digest of the last of them, and what is wrong with the next."""

    entries: int = 0
    digest: bytes = BEGINNING
    broken: str = ""


async def verify(db: AsyncSession, *, key: bytes, noted: tuple[int, bytes] | None = None) -> Verdict:
    """Computes the chain anew, in batches, up to the first entry that does not fit.

    Whoever has the database, but not the key, can only take the newest entries away; `noted`, the number and digest of
    an entry as they were told once, proves that it and all before it are still there.
    """
    whole = Verdict()
    while True:
        rows = (await db.execute(_batch(whole.entries))).all()
        for entry, was_deleted in rows:
            reason = _misfit(entry, whole, key=key, was_deleted=was_deleted, noted=noted)
            if reason:
                return Verdict(whole.entries, whole.digest, reason)
            whole = Verdict(entry.number, entry.digest)
        if len(rows) < VERIFIED_AT_ONCE:
            break
        db.expunge_all()
    if noted is not None and whole.entries < noted[0]:
        return Verdict(whole.entries, whole.digest, f"entry {whole.entries + 1} is missing")
    return whole


def _batch(after: int) -> Select[AuditEntry, bool]:
    deletion = aliased(AuditEntry)
    was_deleted = (
        select(deletion.number)
        .where(deletion.subject_id == AuditEntry.subject_id, deletion.action == DELETION)
        .where(deletion.number >= AuditEntry.number)
        .exists()
    )
    return (
        select(AuditEntry, was_deleted)
        .options(joinedload(AuditEntry.personal))
        .where(AuditEntry.number > after)
        .order_by(AuditEntry.number)
        .limit(VERIFIED_AT_ONCE)
    )


def _misfit(
    entry: AuditEntry, whole: Verdict, *, key: bytes, was_deleted: bool, noted: tuple[int, bytes] | None
) -> str:
    """Why an entry does not follow on those that are whole; empty when it does."""
    if entry.number != whole.entries + 1:
        return f"entry {whole.entries + 1} is missing"
    if entry.digest != entry.sealed(whole.digest, key):
        return f"entry {entry.number} was changed"
    if noted is not None and noted[0] == entry.number and noted[1] != entry.digest:
        return f"entry {entry.number} is not the one that was noted"
    if entry.personal is None:
        kept = entry.personal_digest is None or was_deleted
    else:
        kept = entry.personal.digest(key) == entry.personal_digest
    return "" if kept else f"the values of entry {entry.number} were changed"
