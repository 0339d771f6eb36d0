"""Overwrites and deletes all personal data of a user. The id stays, because other rows refer to it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Column, delete, func

from amigok_chassis import audit
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from identity.account_requests.models import AccountRequest
from identity.administrators.records import picture, record, state_of
from identity.invitations import service as invitations
from identity.kyc import service as kyc
from identity.mails.models import Mail
from identity.models import Base
from identity.sessions import ending
from identity.sms.models import Sms
from identity.standing import service as standing
from identity.users.models import User


async def forget(db: UnitOfWork, user: User, *, by: UUID, password_hash: str) -> None:
    """Forgets the person behind a locked account. The address and the username are free again."""
    before, email, phone = picture(user), user.email, user.phone
    await kyc.close(db, user)
    user.anonymise(password_hash)
    emit(db, UserDeleted(**state_of(user)))
    await standing.announce(db, user)
    await ending.end_all(db, user_id=user.id)
    await invitations.void(db, user)
    record(db, user, audit.DELETION, by=by, before=before)
    await _erase(db, user, email=email, phone=phone)


async def _erase(db: UnitOfWork, user: User, *, email: str, phone: str | None) -> None:
    """Deletes what else is known about a person, in every noun."""
    for belonging in _belongings():
        await db.execute(delete(belonging.table).where(belonging == user.id))
    await ending.forget_devices(db, user_id=user.id)
    await db.execute(delete(Mail).where(func.lower(Mail.recipient) == func.lower(email)))
    await db.execute(delete(AccountRequest).where(func.lower(AccountRequest.email) == func.lower(email)))
    await db.execute(delete(Sms).where(Sms.recipient == phone))
    audit.forget(db, user.id)


def _belongings() -> list[Column[Any]]:
    """The columns of rows that belong to a user. Sessions stay, because their end has to be announced."""
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.references(User.metadata.tables["users"]) and key.ondelete == "CASCADE" and table.name != "sessions"
    ]
