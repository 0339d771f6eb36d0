"""Who works on which farm."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base


class FarmStaff(Base):
    """A user who works on a farm. Their role, which identity keeps, decides what they may do there."""

    __tablename__ = "farm_staff"

    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    added_at: Mapped[datetime]

    __table_args__ = (Index(None, "user_id"),)
