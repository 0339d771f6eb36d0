"""The table of preferences."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

LONGEST = 16_384
"""The longest document, in bytes of JSON."""

DEEPEST = 8
"""How deep objects and lists may be nested."""


class Preferences(Base):
    """JSON kept as text, so that it is returned exactly as it was stored."""

    __tablename__ = "preferences"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime]

    __table_args__ = (CheckConstraint(f"octet_length(document) <= {LONGEST}", name="document"),)
