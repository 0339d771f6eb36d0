"""Publishers: each row is one session of a camera's video, from the key that was given for it to its end."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.machine import Machine, step
from stream.models import Base

PUBLISHERS = Machine(
    "publishers",
    states=("offered", "live", "ended"),
    steps={
        "offer": step(None, to="offered", by="device"),
        "publish": step("offered", to="live", by="media_server", then=["stream.video.started"]),
        "withdraw": step("offered", to="ended", by="device"),
        "end": step("live", to="ended", by="device media_server revocation clock", then=["stream.video.ended"]),
    },
    meanings={
        "offered": "The device was given a key, and has not begun to publish with it.",
        "live": "It publishes. A camera has one live session at most: a newer one ends it.",
    },
)


class Publisher(Base):
    """A session: its id names the files of its video, its key is known by its digest only.

    `moment` is what was committed when the key was given. `heard_at` is when the media server last said that video
    comes, give or take ten seconds.
    """

    __tablename__ = "publishers"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    camera_id: Mapped[UUID] = mapped_column(ForeignKey("cameras.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    farm_id: Mapped[UUID]
    state: Mapped[str] = mapped_column(String(10), default="offered")
    key_digest: Mapped[bytes] = mapped_column(LargeBinary)
    moment: Mapped[str]
    offered_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(20))

    __table_args__ = (
        CheckConstraint(PUBLISHERS.check("state"), name="state"),
        CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended_at"),
        CheckConstraint("state <> 'live' OR (started_at IS NOT NULL AND heard_at IS NOT NULL)", name="started_at"),
        UniqueConstraint("key_digest"),
        Index("publishers_offered_key", "camera_id", unique=True, postgresql_where=text("state = 'offered'")),
        Index("publishers_live_key", "camera_id", unique=True, postgresql_where=text("state = 'live'")),
        Index(None, "camera_id", "started_at"),
        Index(None, "device_id", "id"),
    )
