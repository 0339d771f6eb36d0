"""The decisions about orders for animals."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from farm.models import Base
from farm.ownership.models import Ownership

Outcome = Literal["transferred", "refused"]


class OwnershipTransfer(Base):
    """What the farm decided about an order, for good. The animal need not exist."""

    __tablename__ = "ownership_transfers"

    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    outcome: Mapped[Outcome] = mapped_column(String(20))
    reasons: Mapped[list[str]] = mapped_column(ARRAY(Text))
    decided_at: Mapped[datetime]
    ownership: Mapped[Ownership | None] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(
            "CASE outcome WHEN 'transferred' THEN cardinality(reasons) = 0 "
            "WHEN 'refused' THEN cardinality(reasons) > 0 ELSE false END",
            name="outcome",
        ),
    )
