"""What animals weighed, as far as feed conversion needs it."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from feed.models import Base


class Weighing(Base):
    """A weight that the farm has published. At registration its id is the animal's.

    `kg` is null as long as only the correction that supersedes it has arrived.
    """

    __tablename__ = "weighings"
    __table_args__ = (Index(None, "livestock_id", "measured_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    measured_at: Mapped[datetime]
    kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    is_superseded: Mapped[bool]
