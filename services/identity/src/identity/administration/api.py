"""Administration over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from amigok_chassis.auth import RecentUser, requires
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from amigok_chassis.rows import VersionConflict
from amigok_chassis.values import IsoDateTime
from identity.activity import service as activity
from identity.activity.schemas import ActivityOut
from identity.administration import queries, roles, service
from identity.administration.errors import (
    DeletionUnderWay,
    EmailTaken,
    UserDeactivated,
    UserUnverified,
)
from identity.administration.queries import Wanted
from identity.administration.schemas import (
    NewUserIn,
    NewUserOut,
    Role,
    RoleIn,
    StatisticsOut,
    Status,
    StatusIn,
    UserDetails,
    UserIn,
    UserOut,
)
from identity.administrators.errors import LastAdministrator, UserDeleted, UserNotFound
from identity.passwords.errors import TooBusy
from identity.users.errors import UsernameTaken

admin = APIRouter(prefix="/api/v1/admin/users", dependencies=[Depends(requires("admin"))])


async def _wanted(
    role: Role | None = None,
    status: Status | None = None,
    verified: bool | None = None,
    created_since: IsoDateTime | None = None,
    created_until: IsoDateTime | None = None,
    q: Annotated[
        str | None, Query(min_length=3, max_length=100, description="A part of the address, username or full name")
    ] = None,
) -> Wanted:
    return Wanted(role, status, verified, created_since, created_until, q)


@admin.get("")
async def list_users(page: PageRequest, wanted: Annotated[Wanted, Depends(_wanted)], db: Reader) -> Page[UserOut]:
    """Lists users, newest first: created at `created_since` or later, before `created_until`."""
    return await queries.users(db, page, wanted)


@admin.get("/statistics")
async def show_statistics(db: Statements) -> StatisticsOut:
    """Returns how many users there are of each role and status, and how many registered each day."""
    return await queries.statistics(db)


@admin.post("", status_code=201, responses=problems(NotEntitled, EmailTaken, UsernameTaken, TooBusy))
async def create_user(body: NewUserIn, me: RecentUser, db: Session, context: InContext) -> NewUserOut:
    """Makes an account with any role. The person gets a mail with a link to choose a password, once, within 3 days.

    A person with the role `admin` or `veterinarian` is an investor until another administrator approves `proposal`.
    """
    user, proposal = await roles.invite(db, by=me.id, **body.model_dump(), public_url=context.config.public_url)
    return NewUserOut(**UserDetails.model_validate(user).model_dump(), proposal=proposal)


@admin.get("/{user_id:uuid}", responses=problems(UserNotFound))
async def show_user(user_id: UUID, db: Reader) -> UserDetails:
    """Returns one user, even a deleted one."""
    return UserDetails.model_validate(await queries.user(db, user_id))


@admin.put("/{user_id:uuid}", responses=problems(UserNotFound, UserDeleted, VersionConflict))
async def update_user(user_id: UUID, body: UserIn, me: RecentUser, db: Session) -> UserDetails:
    """Replaces the name and the notes of the version that you saw."""
    return UserDetails.model_validate(await service.update(db, user_id, by=me.id, **body.model_dump()))


@admin.put("/{user_id}/role", responses=problems(NotEntitled, OwnBehalf, UserUnverified, *roles.GRANT.raises))
async def change_role(
    user_id: UUID, body: RoleIn, me: RecentUser, db: Session, response: Response
) -> UserDetails | ProposalOut:
    """Gives the user another role. Tokens with the old role are refused within seconds.

    The roles `admin` and `veterinarian` decide on what others propose, so they are only proposed: 202 with the
    proposal, on which another administrator decides.
    """
    changed = await roles.change(db, user_id, by=me.id, role=body.role)
    if isinstance(changed, ProposalOut):
        response.status_code = 202
        return changed
    return UserDetails.model_validate(changed)


@admin.put("/{user_id}/status", responses=problems(UserNotFound, DeletionUnderWay, LastAdministrator, UserDeleted))
async def change_status(user_id: UUID, body: StatusIn, me: RecentUser, db: Session) -> UserDetails:
    """Deactivates a user, who is signed out within seconds, or reactivates one."""
    return UserDetails.model_validate(await service.change_status(db, user_id, by=me.id, **body.model_dump()))


@admin.post(
    "/{user_id}/reset-password",
    status_code=204,
    responses=problems(UserNotFound, UserDeactivated, UserDeleted, TooBusy),
)
async def reset_password(user_id: UUID, me: RecentUser, db: Session, context: InContext) -> None:
    """Makes the password void, ends all sessions and mails a link to choose another.

    An invited person gets a new link.
    """
    await service.reset_password(db, user_id, by=me.id, public_url=context.config.public_url)


@admin.get("/{user_id}/activity-log", responses=problems(UserNotFound))
async def list_user_activity(user_id: UUID, page: PageRequest, db: Reader) -> Page[ActivityOut]:
    """Lists what happened to an account in the last year, newest first."""
    await queries.user(db, user_id)
    return await activity.of(db, page, user_id=user_id)
