"""The table of customers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from payment.models import Base


class Customer(Base):
    """The provider's id of a user, and of the user's preferred way to pay.

    When the user is deleted, the provider has to delete the customer, too (`closing`). Both ids stay.
    """

    __tablename__ = "customers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(100), unique=True)
    preferred: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]
    closing: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index("customers_closing_idx", "user_id", postgresql_where=text("closing")),)
