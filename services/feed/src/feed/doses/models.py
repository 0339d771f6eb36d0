"""The table of doses."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from feed.models import Base


class Dose(Base):
    """A dose of a medicine that care has published. `planned_at` is null as long as only that it was given is known."""

    __tablename__ = "doses"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    medicine_name: Mapped[str] = mapped_column(String(200))
    planned_at: Mapped[datetime | None]
    given_at: Mapped[datetime | None]

    __table_args__ = (Index("doses_due_idx", "livestock_id", "planned_at", postgresql_where="given_at IS NULL"),)
