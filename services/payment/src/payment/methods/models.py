"""The table of customers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from payment.models import Base


class Customer(Due, Base):
    """The provider's id of a user, and of the user's preferred way to pay.

    When the user is deleted, the provider has to delete the customer, too: that is due then. Both ids stay.
    """

    __tablename__ = "customers"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(100), unique=True)
    preferred: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[datetime]
