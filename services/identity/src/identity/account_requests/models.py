"""The table of requests that were not answered yet."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from identity.models import Base


class AccountRequest(Due, Base):
    """An address that somebody typed and that was not looked up yet, to register or because of a lost password."""

    __tablename__ = "account_requests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    registration: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """What was chosen, as `User.choose` takes it; null for a lost password."""
    created_at: Mapped[datetime]
