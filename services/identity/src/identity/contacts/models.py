"""The table of consents."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base


class Consent(Base):
    """What a user agreed to. Without a row they agreed to nothing."""

    __tablename__ = "contact_consents"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    email: Mapped[bool]
    phone: Mapped[bool]
    changed_at: Mapped[datetime]
