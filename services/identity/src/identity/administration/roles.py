"""Gives roles. A role that decides on what others propose takes two administrators, who give it to a third person."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis import audit
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserRoleChanged
from identity.administration.errors import UserUnverified
from identity.administration.service import create
from identity.administrators.errors import LastAdministrator, UserDeleted, UserNotFound
from identity.administrators.records import picture, state_of, tell
from identity.administrators.service import keep_an_administrator, locked
from identity.sessions import ending
from identity.standing import service as standing
from identity.standing.service import DECIDING_ROLES
from identity.users.models import User


class Grant(BaseModel):
    """Who gets which role."""

    user_id: UUID
    role: str


async def _grant(db: UnitOfWork, grant: Grant, proposal_id: UUID, decided_by: UUID) -> None:
    user = await locked(db, grant.user_id, by=decided_by)
    await _change(db, user, grant.role, by=decided_by)


GRANT = Kind(
    "role.grant",
    Grant,
    _grant,
    raises=(
        Unauthenticated,
        UserNotFound,
        LastAdministrator,
        UserDeleted,
    ),
)


async def change(db: UnitOfWork, user_id: UUID, *, by: UUID, role: str) -> User | ProposalOut:
    """Gives another role and ends sessions with the old one. A role that decides is only proposed.

    Raises UserNotFound, UserDeleted, UserUnverified, LastAdministrator, OwnBehalf, NotEntitled.
    """
    user = await locked(db, user_id, by=by)
    if user.role == role:
        audit.unchanged()
        return user
    if user.is_claim:
        raise UserUnverified
    if role in DECIDING_ROLES:
        return await propose_role(db, user, role, by=by)
    return await _change(db, user, role, by=by)


async def propose_role(db: UnitOfWork, user: User, role: str, *, by: UUID) -> ProposalOut:
    """Asks another administrator to agree to a role. Raises OwnBehalf, NotEntitled."""
    grant = Grant(user_id=user.id, role=role)
    return await propose(db, GRANT, grant, subject_id=user.id, beneficiaries=[user.id], by=by)


async def _change(db: UnitOfWork, user: User, role: str, *, by: UUID) -> User:
    await keep_an_administrator(db, user)
    before = picture(user)
    standing.give_role(db, user, role)
    user.version += 1
    emit(db, UserRoleChanged(**state_of(user)))
    await standing.announce(db, user)
    await ending.end_all(db, user_id=user.id)
    tell(db, user, "user.role_changed", by=by, before=before)
    return user


async def invite(db: UnitOfWork, *, by: UUID, role: str, **about: Any) -> tuple[User, ProposalOut | None]:
    """Makes an account. A role that decides is proposed; until it is given, the person is an investor.

    Raises EmailTaken, UsernameTaken, NotEntitled.
    """
    if role not in DECIDING_ROLES:
        return await create(db, by=by, role=role, **about), None
    user = await create(db, by=by, role="investor", **about)
    return user, await propose_role(db, user, role, by=by)
