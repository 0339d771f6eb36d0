"""Deletions over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import RecentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.locations import follow
from amigok_chassis.problems import problems
from identity.administrators.errors import LastAdministrator, UserNotFound
from identity.deletions import queries, service
from identity.deletions.errors import NeverDeleted, OwnAccount
from identity.deletions.schemas import DeletionOut
from identity.passwords.errors import TooBusy

admin = APIRouter(prefix="/api/v1/admin/users", dependencies=[Depends(requires("admin"))])


@admin.delete(
    "/{user_id:uuid}", status_code=202, responses=problems(UserNotFound, LastAdministrator, OwnAccount, TooBusy)
)
@follow("/api/v1/admin/users/{user_id}/deletion")
async def delete_user(user_id: UUID, me: RecentUser, db: Session) -> DeletionOut:
    """Begins to delete a person. All services are asked: none may hold money, animals, orders or disputes of theirs.

    Meanwhile the account is deactivated; it is active again if the deletion is refused. Follow it at
    `GET /api/v1/admin/users/{id}/deletion`. Once it is done, all personal data are overwritten and the id stays.
    Repeating the call while it is under way, or once it is done, has no further effect.
    """
    return DeletionOut.model_validate(await service.request(db, user_id, by=me.id))


@admin.get("/{user_id}/deletion", responses=problems(NeverDeleted))
async def read_deletion(user_id: UUID, db: Reader) -> DeletionOut:
    """Returns the state of the latest deletion of a user, and what prevents it."""
    return DeletionOut.model_validate(await queries.read(db, user_id))
