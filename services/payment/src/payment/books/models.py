"""How far the books are stated."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlalchemy.orm import Mapped, mapped_column

from payment.models import Base


class BookWindow(Base):
    """What has ids after `after_id`, up to `up_to_id`; `under_way` of it had not ended when it was stated."""

    __tablename__ = "book_windows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    after_id: Mapped[UUID]
    up_to_id: Mapped[UUID] = mapped_column(unique=True)
    under_way: Mapped[int]
    stated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
