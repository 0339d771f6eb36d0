"""The tables of passkeys and of the challenges that wait for one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

CHALLENGE_LIFETIME = timedelta(minutes=5)
MOST = 20
LONGEST_NAME = 60
LONGEST_ID = 1023
LONGEST_KEY = 1024
PURPOSES = ("register", "login", "second_factor", "step_up")


class Passkey(Base):
    """The public half of a key pair that a user's device keeps."""

    __tablename__ = "passkeys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    """In COSE form."""
    sign_count: Mapped[int] = mapped_column(BigInteger)
    """How often the device says it has signed; 0 for a device that does not count."""
    transports: Mapped[list[str]] = mapped_column(ARRAY(String(20)))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"octet_length(credential_id) BETWEEN 1 AND {LONGEST_ID}", name="credential_id"),
        CheckConstraint(f"octet_length(public_key) BETWEEN 1 AND {LONGEST_KEY}", name="public_key"),
        CheckConstraint("sign_count >= 0", name="sign_count"),
        Index(None, "user_id", "id"),
    )

    def used(self, *, sign_count: int, now: datetime) -> None:
        self.sign_count, self.last_used_at = sign_count, now


class PasskeyChallenge(Base):
    """A challenge that a device may answer once, for one purpose. Without a user, anybody's device may."""

    __tablename__ = "passkey_challenges"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint("(user_id IS NULL) = (purpose = 'login')", name="user_id"),
    )
