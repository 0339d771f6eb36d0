"""Released footage over HTTP."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.schemas import In, NearMoment, Out
from stream.releases.models import Release


class ReleaseIn(In):
    """A time that was yours, of all cameras that show the animal or of one."""

    begins_at: NearMoment
    ends_at: NearMoment
    camera_id: UUID | None = Field(None, description="Only what this camera recorded")

    @model_validator(mode="after")
    def _is_a_time(self) -> Self:
        if self.begins_at >= self.ends_at:
            raise ValueError("ends_at is after begins_at")
        return self


class ReleaseOut(Out):
    """Footage that others may see while the animal is for sale."""

    id: UUID
    livestock_id: UUID
    camera_id: UUID | None
    begins_at: datetime
    ends_at: datetime
    released_at: datetime


class ReleasesOut(Out):
    """All that you have released of an animal, newest first."""

    items: list[ReleaseOut]


def shown(release: Release) -> ReleaseOut:
    begins_at, ends_at = release.during.lower, release.during.upper
    assert begins_at is not None
    assert ends_at is not None
    return ReleaseOut(
        id=release.id,
        livestock_id=release.livestock_id,
        camera_id=release.camera_id,
        begins_at=begins_at,
        ends_at=ends_at,
        released_at=release.released_at,
    )
