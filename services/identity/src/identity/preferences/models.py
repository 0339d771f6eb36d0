"""One small document for each user."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

LONGEST = 16_384
"""Bytes of its JSON."""

DEEPEST = 8
"""Objects and lists inside of each other."""


class Preferences(Base):
    """JSON as text: what a user stored comes back as it was."""

    __tablename__ = "preferences"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime]

    __table_args__ = (CheckConstraint(f"octet_length(document) <= {LONGEST}", name="document"),)
