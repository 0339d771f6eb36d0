"""What was asked and is not answered yet."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base


class AccountRequest(Base):
    """An address that somebody typed, until it was looked up: to register with it, or because of its password."""

    __tablename__ = "account_requests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    registration: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """What was chosen, as `User.choose` takes it; null from who has forgotten the password."""
    created_at: Mapped[datetime] = mapped_column(index=True)
