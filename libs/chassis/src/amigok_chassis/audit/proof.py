"""Verifies that the audit log is whole."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased, joinedload

from amigok_chassis.audit.log import DELETION
from amigok_chassis.audit.models import BEGINNING, AuditEntry
from amigok_chassis.unit_of_work import UnitOfWork

AT_ONCE = 1_000


@dataclass(frozen=True)
class Verdict:
    """The number of valid entries, the digest of the last of them, and what is wrong with the next."""

    entries: int = 0
    digest: bytes = BEGINNING
    broken: str = ""


async def verify(db: UnitOfWork, *, key: bytes, noted: tuple[int, bytes] | None = None) -> Verdict:
    """Computes the chain again, in batches, up to the first entry that does not fit.

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
        if len(rows) < AT_ONCE:
            break
        db.expunge_all()
    if noted is not None and whole.entries < noted[0]:
        return Verdict(whole.entries, whole.digest, f"entry {whole.entries + 1} is missing")
    return whole


def _batch(after: int) -> Select[AuditEntry, bool]:
    deletion = aliased(AuditEntry)
    was_deleted = (
        select(deletion.number)
        .where(deletion.subject_id == func.coalesce(AuditEntry.person_id, AuditEntry.subject_id))
        .where(deletion.action == DELETION, deletion.number >= AuditEntry.number)
        .exists()
    )
    return (
        select(AuditEntry, was_deleted)
        .options(joinedload(AuditEntry.personal))
        .where(AuditEntry.number > after)
        .order_by(AuditEntry.number)
        .limit(AT_ONCE)
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
