"""The table of mails that prove an address."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base
from identity.users.models import User

LIFETIME = timedelta(hours=24)


class Verification(Base):
    """A mail that was sent to verify an address, with what its registration chose.

    Redeeming it gives the account the choices of that registration. So whoever claimed the address earlier, with a
    password of their own, gains nothing when the owner follows the link.
    """

    __tablename__ = "verifications"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    code_digest: Mapped[bytes]
    username: Mapped[str] = mapped_column(String(30))
    full_name: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)

    def redeem(self, user: User, now: datetime) -> None:
        """Verifies the address and gives the account the choices of this registration."""
        user.choose(username=self.username, full_name=self.full_name, role=self.role, password_hash=self.password_hash)
        user.email_verified_at = now
