"""Who has looked at animals by their role, until the audit log is told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class View(Base):
    """Somebody looked at an animal by their role, once or more within the minutes from `began_at`."""

    __tablename__ = "views"

    viewer_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    began_at: Mapped[datetime] = mapped_column(primary_key=True)
    basis: Mapped[str] = mapped_column(String(20))
    told_at: Mapped[datetime | None]

    __table_args__ = (
        Index("views_untold_idx", "began_at", postgresql_where=text("told_at IS NULL")),
        Index(None, "began_at"),
    )
