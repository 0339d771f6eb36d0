"""The table of sessions."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from identity.models import Base

LIFETIME = timedelta(days=30)
IDLE = timedelta(days=7)


class Session(Due, Base):
    """One sign-in, with all refresh tokens that follow from it. Once it is revoked it is due to be announced."""

    __tablename__ = "sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    device_id: Mapped[UUID | None] = mapped_column(ForeignKey("known_devices.id", ondelete="SET NULL"), index=True)
    """The device on which it was opened; null once the device is forgotten."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    """A week after its last use, but at most thirty days after its start."""
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    address: Mapped[str | None] = mapped_column(String(45))
    user_agent: Mapped[str | None] = mapped_column(String(300))
    authenticated_at: Mapped[datetime]
    """When the user last proved who they are (`auth_time` of its tokens). `amr` lists the methods (RFC 8176)."""
    amr: Mapped[list[str]] = mapped_column(ARRAY(String(10)))

    __table_args__ = (
        CheckConstraint("due_at IS NULL OR revoked_at IS NOT NULL", name="announced"),
        CheckConstraint("cardinality(amr) > 0", name="amr"),
    )

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at

    def use(self, now: datetime, *, address: str, user_agent: str | None) -> None:
        """Records when and from where it was last used, and postpones its end."""
        self.last_used_at, self.address, self.user_agent = now, address, user_agent
        self.expires_at = min(now + IDLE, self.created_at + LIFETIME)

    def prove(self, methods: Iterable[str], now: datetime) -> None:
        """Records that the user has just proved who they are, and adds these methods to the earlier ones.

        The password alone does not renew a second factor that was proved before.
        """
        used = {*methods}
        if used != {"pwd"}:
            used |= {*(self.amr or ())}
        self.amr = sorted(used | ({"mfa"} if len(used) > 1 else set()))
        self.authenticated_at = now

    def revoke(self, now: datetime) -> None:
        """Ends it. Repeating the call has no further effect."""
        if self.revoked_at is None:
            self.revoked_at = now
            self.make_due(now)
