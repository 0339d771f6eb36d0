"""Second factors of accounts, the guesses at them, and logins that wait for one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base
from identity.two_factor import totp

CHALLENGE_LIFETIME = timedelta(minutes=5)
CHALLENGE_TRIES = 5
PENDING_LIFETIME = timedelta(hours=1)

FREE_GUESSES = 5
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=1)
GUESSED = ("code", "recovery_code")


class Totp(Base):
    """The secret that a user's authenticator app shares with us. Two factors are asked for once it is confirmed."""

    __tablename__ = "totps"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)
    """The last step whose code was accepted: neither it nor an earlier one is accepted again."""

    __table_args__ = (CheckConstraint("confirmed_at IS NULL OR last_step > 0", name="confirmed"),)

    def accept(self, code: str, *, key: bytes, now: datetime) -> bool:
        """Whether the code is right, and used for the first time."""
        secret = totp.opened(self.sealed, user_id=self.user_id, key=key)
        step = totp.step_of(secret, code, now=now, after=self.last_step)
        self.last_step = step or self.last_step
        return step is not None


class RecoveryCode(Base):
    """One of the codes that stand in for a lost device; it is deleted by being used."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(primary_key=True)


class Guesses(Base):
    """Wrong codes of one kind since the last right one, from wherever they came, and when the next may come."""

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


class LoginChallenge(Base):
    """A login whose password was right and whose second factor is still to come."""

    __tablename__ = "login_challenges"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    password_digest: Mapped[bytes]
    """Of the password's hash: a password that is changed in between voids the challenge."""
    wrong: Mapped[int] = mapped_column(SmallInteger, default=0)
    expires_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (CheckConstraint(f"wrong BETWEEN 0 AND {CHALLENGE_TRIES}", name="wrong"),)

    def is_open(self, password_digest: bytes, now: datetime) -> bool:
        return self.wrong < CHALLENGE_TRIES and now < self.expires_at and self.password_digest == password_digest
