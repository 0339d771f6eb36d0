"""Who users are for a provider."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from payment.models import Base


class Customer(Base):
    """The provider's id of a user, and of the way to pay that the user prefers.

    When the person is forgotten, the provider is to forget as well (`closing`); its id stays, as ours does.
    """

    __tablename__ = "customers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(100), unique=True)
    preferred: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]
    closing: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index("customers_closing_idx", "user_id", postgresql_where=text("closing")),)
