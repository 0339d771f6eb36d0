"""How far the books are stated."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, Index
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class BookWindow(Base):
    """Orders with ids after `after_id`, up to `up_to_id`. Those that had not ended are stated again until they have."""

    __tablename__ = "book_windows"
    __table_args__ = (Index("book_windows_under_way_idx", "id", postgresql_where="under_way > 0"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    after_id: Mapped[UUID]
    up_to_id: Mapped[UUID] = mapped_column(unique=True)
    under_way: Mapped[int]
    stated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
