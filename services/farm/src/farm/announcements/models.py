"""Announcements that have begun."""

from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base

FIRST = UUID(int=0)
"""An id before that of every row; also the subject of what concerns all of them."""


class Announcement(Base):
    """Something that is being published row by row, in the order of their ids. It is done up to `announced_to`."""

    __tablename__ = "announcements"

    topic: Mapped[str] = mapped_column(String(20), primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    announced_to: Mapped[UUID]
