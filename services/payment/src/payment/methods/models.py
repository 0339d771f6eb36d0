"""Who users are for a provider."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from payment.models import Base


class Customer(Base):
    """The provider's id of a user, and of the way to pay that the user prefers."""

    __tablename__ = "customers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(100), unique=True)
    preferred: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]
