"""Released footage over HTTP."""

from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from amigok_herd import LivestockNotFound
from stream.releases import service
from stream.releases.errors import NotYourTime, ReleaseNotFound, TooManyReleases
from stream.releases.schemas import ReleaseIn, ReleaseOut, ReleasesOut, shown

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}/released-footage", tags=["recordings"])


@router.post(
    "",
    status_code=201,
    responses=problems(AccountInactive, LivestockNotFound, NotYourTime, TooManyReleases),
)
async def release_footage(livestock_id: UUID, body: ReleaseIn, me: CurrentUser, db: Session) -> ReleaseOut:
    """Lets buyers see what was recorded in a time that was yours, while the animal is for sale."""
    during = Range(body.begins_at, body.ends_at)
    return shown(await service.release(db, livestock_id, during, body.camera_id, by=me.id))


@router.get("")
async def list_released_footage(livestock_id: UUID, me: CurrentUser, db: Reader) -> ReleasesOut:
    """What you have released of an animal, newest first."""
    return ReleasesOut(items=[shown(each) for each in await service.released_by(db, livestock_id, by=me.id)])


@router.delete("/{release_id}", status_code=204, responses=problems(ReleaseNotFound))
async def withdraw_footage(livestock_id: UUID, release_id: UUID, me: CurrentUser, db: Session) -> None:
    """Ends a release. Nobody but you sees it any more by it."""
    await service.withdraw(db, livestock_id, release_id, by=me.id)
