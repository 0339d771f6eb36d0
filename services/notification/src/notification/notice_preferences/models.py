"""The table of preferences."""

from uuid import UUID

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from notification.models import Base
from notification.notice_preferences.modes import CHANNELS, MODES


class Preference(Base):
    """What a user chose for a kind and a channel, where it is not what everybody has."""

    __tablename__ = "preferences"
    __table_args__ = (
        CheckConstraint(f"channel IN {CHANNELS}", name="channel"),
        CheckConstraint(f"mode IN {MODES}", name="mode"),
        CheckConstraint("mode IN ('now', 'off') OR channel = 'email'", name="digest"),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    channel: Mapped[str] = mapped_column(String(10), primary_key=True)
    mode: Mapped[str] = mapped_column(String(10))
