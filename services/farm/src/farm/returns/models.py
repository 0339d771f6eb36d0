"""The decisions about animals that are to go back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base


class OwnershipReturn(Base):
    """What the farm decided about giving an animal back, for good. Another attempt has another id."""

    __tablename__ = "ownership_returns"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    livestock_id: Mapped[UUID]
    outcome: Mapped[str] = mapped_column(String(20))
    reasons: Mapped[list[str]] = mapped_column(ARRAY(Text))
    decided_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(
            "CASE outcome WHEN 'returned' THEN cardinality(reasons) = 0 "
            "WHEN 'refused' THEN cardinality(reasons) > 0 ELSE false END",
            name="outcome",
        ),
        Index("ownership_returns_returned_key", "order_id", unique=True, postgresql_where="outcome = 'returned'"),
    )
