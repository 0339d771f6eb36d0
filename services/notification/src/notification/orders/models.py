"""The table of orders."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from notification.models import Base


class Order(Base):
    """The newest change of an order that was heard of, and whom it concerns, once it is known to be `placed`."""

    __tablename__ = "orders"
    __table_args__ = (Index(None, "buyer_id"), Index(None, "seller_id"), Index(None, "changed_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    buyer_id: Mapped[UUID | None]
    seller_id: Mapped[UUID | None]
    change: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(BigInteger)
    placed: Mapped[bool]
    changed_at: Mapped[datetime]
