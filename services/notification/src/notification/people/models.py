"""The table of people."""

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from notification.models import Base
from notification.people import hours


class Person(Base):
    """How a user wants to be told things: in which language, when not, and when what waits for a digest.

    Quiet hours and the digest are times of day where they live. Without a row everything is as `unset` has it.
    """

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("num_nonnulls(quiet_from, quiet_to) IN (0, 2)", name="quiet"),
        CheckConstraint("digest_hour BETWEEN 0 AND 23", name="digest_hour"),
        CheckConstraint("digest_weekday BETWEEN 0 AND 6", name="digest_weekday"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(2))
    time_zone: Mapped[str] = mapped_column(String(64))
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    digest_hour: Mapped[int]
    digest_weekday: Mapped[int]

    @classmethod
    def unset(cls, user_id: UUID) -> "Person":
        """Somebody who has said nothing."""
        return cls(
            user_id=user_id,
            language="en",
            time_zone="UTC",
            quiet_from=None,
            quiet_to=None,
            digest_hour=8,
            digest_weekday=0,
        )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def awake(self, at: datetime) -> datetime:
        """The first moment from then on that is outside of quiet hours."""
        if self.quiet_from is None or self.quiet_to is None:
            return at
        return hours.after_quiet(at, self.quiet_from, self.quiet_to, self.zone)

    def next_digest(self, at: datetime, *, weekly: bool) -> datetime:
        """When the next digest after then is due."""
        return hours.next_time(at, self.digest_hour, self.zone, weekday=self.digest_weekday if weekly else None)
