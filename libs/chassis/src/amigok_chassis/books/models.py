"""How far the books are stated."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, Index, Uuid, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis import tables


class Base(DeclarativeBase):
    metadata = tables.metadata
    type_annotation_map = {datetime: DateTime(timezone=True), UUID: Uuid}


class StatedWindow(Base):
    """What has ids after `after_id`, up to `up_to_id`; `under_way` of it had not ended when it was last stated."""

    __tablename__ = "stated_windows"
    __table_args__ = (Index("stated_windows_under_way_idx", "id", postgresql_where=text("under_way > 0")),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    after_id: Mapped[UUID]
    up_to_id: Mapped[UUID] = mapped_column(unique=True)
    under_way: Mapped[int]
    stated_at: Mapped[datetime]
