"""Who works on which farm."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base


class FarmStaff(Base):
    """A user who works on a farm. What they may do there comes from their role, which identity keeps."""

    __tablename__ = "farm_staff"

    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    added_at: Mapped[datetime]

    __table_args__ = (Index(None, "user_id"),)
