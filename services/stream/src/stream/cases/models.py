"""Requests for care, and who comes for each."""

from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class Case(Base):
    """A request for care of an animal. A case that is closed stays closed."""

    __tablename__ = "cases"

    request_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    veterinarian_id: Mapped[UUID | None]
    is_open: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (Index(None, "veterinarian_id", "livestock_id", postgresql_where=text("is_open")),)
