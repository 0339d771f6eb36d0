"""The table of logins that wait for a second factor."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

CHALLENGE_LIFETIME = timedelta(minutes=5)
CHALLENGE_TRIES = 5


class LoginChallenge(Base):
    """A login whose password was right and whose second factor is still missing."""

    __tablename__ = "login_challenges"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    password_digest: Mapped[bytes]
    """A digest of the password's hash, so that a change of password voids the challenge."""
    wrong: Mapped[int] = mapped_column(SmallInteger, default=0)
    expires_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (CheckConstraint(f"wrong BETWEEN 0 AND {CHALLENGE_TRIES}", name="wrong"),)

    def is_open(self, password_digest: bytes, now: datetime) -> bool:
        return self.wrong < CHALLENGE_TRIES and now < self.expires_at and self.password_digest == password_digest
