"""The table of failed attempts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base


class LoginFailures(Base):
    """Wrong passwords or codes for what was typed, by origin, and when the next attempt is allowed."""

    __tablename__ = "login_failures"

    account: Mapped[bytes] = mapped_column(primary_key=True)
    """A keyed digest of what was typed."""
    origin: Mapped[str] = mapped_column(String(45), primary_key=True)
    """A network, a known device, or anywhere."""
    failures: Mapped[int]
    last_failed_at: Mapped[datetime] = mapped_column(index=True)
    blocked_until: Mapped[datetime]

    __table_args__ = (CheckConstraint("failures > 0", name="failures"),)
