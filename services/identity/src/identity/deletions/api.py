"""Deletions over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import RecentUser, requires
from amigok_chassis.db import Reader, Session
from identity.deletions import service
from identity.deletions.schemas import DeletionOut

admin = APIRouter(prefix="/api/v1/admin/users", tags=["identity"], dependencies=[Depends(requires("admin"))])


@admin.delete("/{user_id:uuid}", status_code=202)
async def delete_user(user_id: UUID, me: RecentUser, db: Session) -> DeletionOut:
    """Begins to delete a person: nobody may hold money, animals, orders or disputes of theirs, and all are asked.

    The account is deactivated meanwhile, and active again when that is refused. Follow it at
    `GET /api/v1/admin/users/{id}/deletion`; once it is done, all that told of the person is overwritten and the id
    stays. Asking again while it is under way, or when it is done, answers the same.
    404 `user_not_found`; 409 `own_account`, `last_administrator`.
    """
    return DeletionOut.model_validate(await service.request(db, user_id, by=me.id))


@admin.get("/{user_id}/deletion")
async def read_deletion(user_id: UUID, db: Reader) -> DeletionOut:
    """How the last wish to delete a user stands, and what is in its way. 404 `deletion_not_found`."""
    return DeletionOut.model_validate(await service.read(db, user_id))
