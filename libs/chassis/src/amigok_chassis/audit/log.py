"""Writes the log. Entries of a unit of work are inserted last, right before the commit.

Entries are inserted one at a time, under a lock that is held until the commit. Its holder waits for no other lock.
"""

import json
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import ColumnElement, and_, delete, func, or_, select, text

from amigok_chassis import clock
from amigok_chassis.actor import Actor, actor, settled
from amigok_chassis.audit.models import BEGINNING, AuditEntry, PersonalValues, Values
from amigok_chassis.sealing import DATA_KEY
from amigok_chassis.unit_of_work import UnitOfWork

DELETION = "user.deleted"
"""The action after which personal values of its subject may be missing."""

_ENTRIES, _PEOPLE = "audit entries", "audited people to forget"
_LOCK = text("SELECT number, digest FROM lock_audit_log()")
_HAS_WRITTEN = text("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")


class Untold(RuntimeError):
    """A defect: a use case changed something by a role without recording it."""


def record(
    db: UnitOfWork,
    action: str,
    *,
    subject_id: UUID,
    before: Values | None = None,
    after: Values | None = None,
    personal: Collection[str] = (),
    person_id: UUID | None = None,
) -> None:
    """Tells what is done to a subject by the actor of now, if and only if the transaction of `db` commits.

    Of the values before and after, which hold no secrets and no documents, those are kept that differ; where there
    were some and none does, nothing was done. `personal` names those that tell of a person, who is the subject unless
    `person_id` says otherwise: whoever records such values must `forget` that person in time.
    """
    settled()
    before, after = before or {}, after or {}
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    if changed or not before:
        entry = _entry(actor.get(), action, subject_id)
        apart, open_to_all = changed & set(personal), changed - set(personal)
        entry.before, entry.after = _only(open_to_all, before), _only(open_to_all, after)
        if apart:
            entry.person_id = person_id
            entry.personal = PersonalValues(before=_only(apart, before), after=_only(apart, after))
        _pending(db, _ENTRIES).append(entry)


def unchanged() -> None:
    """Notes that a request by a role changed nothing, so there is nothing to record."""
    settled()


def forget(db: UnitOfWork, person_id: UUID) -> None:
    """Erases the personal values of a deleted person when the transaction commits, and records that."""
    _pending(db, _PEOPLE).append(person_id)


def picture(row: object, *names: str) -> Values:
    """These attributes of a row, as values to record."""
    return {name: getattr(row, name) for name in names}


async def flush(db: UnitOfWork) -> None:
    """Inserts the recorded entries, last before the commit. Raises Untold."""
    entries, people = db.info.pop(_ENTRIES, []), db.info.pop(_PEOPLE, [])
    if entries or people:
        await _append(db, entries)
        await _forget(db, people, deleted={entry.subject_id for entry in entries if entry.action == DELETION})
    elif actor.get().owes:
        await db.flush()
        if await db.scalar(_HAS_WRITTEN):
            raise Untold("the use case calls audit.record, or audit.unchanged() where it has only looked")


async def _append(db: UnitOfWork, entries: Sequence[AuditEntry]) -> None:
    await db.flush()
    key: bytes = db.data_key
    newest, last = (await db.execute(_LOCK)).one()
    digest, now = last or BEGINNING, clock.now()
    for number, entry in enumerate(entries, (newest or 0) + 1):
        entry.chain(number, now, digest, key)
        digest = entry.digest
    db.add_all(entries)
    await db.flush()


async def _forget(db: UnitOfWork, people: Sequence[UUID], *, deleted: set[UUID]) -> None:
    if not people:
        return
    person = func.coalesce(AuditEntry.person_id, AuditEntry.subject_id)
    known = set(await db.scalars(select(person).join(AuditEntry.personal).where(_tells_of(people))))
    if told := sorted(known - deleted):
        await _append(db, [_entry(actor.get(), DELETION, person_id) for person_id in told])
    theirs = select(AuditEntry.number).where(_tells_of(people))
    await db.execute(delete(PersonalValues).where(PersonalValues.number.in_(theirs)))


def _tells_of(people: Sequence[UUID]) -> ColumnElement[bool]:
    theirs = and_(AuditEntry.person_id.is_(None), AuditEntry.subject_id.in_(people))
    return or_(AuditEntry.person_id.in_(people), theirs)


def _entry(by: Actor, action: str, subject_id: UUID) -> AuditEntry:
    return AuditEntry(actor_id=by.id, address=by.address, action=action, subject_id=subject_id, before={}, after={})


def _pending(db: UnitOfWork, what: str) -> list[Any]:
    """What waits for the end of the unit of work. Raises LookupError when `db` is none, for then it would be lost."""
    if DATA_KEY not in db.info:
        raise LookupError("only a unit of work tells the audit log, and only with the data key at hand")
    pending: list[Any] = db.info.setdefault(what, [])
    return pending


def _only(names: Collection[str], values: Values) -> Values:
    """These values as strings, whole numbers, booleans and null, which come back from the database as they were."""
    return {name: _plain(to_jsonable_python(value)) for name, value in values.items() if name in names}


def _plain(value: Any) -> str | int | bool | None:
    if value is None or isinstance(value, str | int):
        return value
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
