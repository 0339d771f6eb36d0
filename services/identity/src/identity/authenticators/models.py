"""The tables of authenticator apps, of recovery codes, and of guesses at both."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from identity.authenticators import totp
from identity.models import Base

PENDING_LIFETIME = timedelta(hours=1)

FREE_GUESSES = 5
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=1)
GUESSED = ("code", "recovery_code")


class Totp(Base):
    """The secret that a user's authenticator app shares with us. Once it is confirmed, a login needs two factors."""

    __tablename__ = "totps"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)
    """The last step whose code was accepted. Neither it nor an earlier one is accepted again."""

    __table_args__ = (CheckConstraint("confirmed_at IS NULL OR last_step > 0", name="confirmed"),)

    def accept(self, code: str, *, key: bytes, now: datetime) -> bool:
        """Whether the code is right and used for the first time."""
        secret = totp.opened(self.sealed, user_id=self.user_id, key=key)
        step = totp.step_of(secret, code, now=now, after=self.last_step)
        self.last_step = step or self.last_step
        return step is not None


class RecoveryCode(Base):
    """One of the codes that replace a lost device. Using it deletes it."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(primary_key=True)


class Guesses(Base):
    """Wrong codes of one kind since the last right one, from anywhere, and when the next one is allowed."""

    __tablename__ = "factor_guesses"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    wrong: Mapped[int]
    blocked_until: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"kind IN {GUESSED}", name="kind"),
        CheckConstraint("wrong >= 0", name="wrong"),
    )

    def count(self, *, right: bool, now: datetime) -> None:
        """Five wrong ones are free; then the delay doubles from half a minute to an hour."""
        self.wrong = 0 if right else self.wrong + 1
        beyond = self.wrong - FREE_GUESSES
        self.blocked_until = now + min(FIRST_DELAY * 2 ** min(beyond, 20), LONGEST_DELAY) if beyond >= 0 else None
