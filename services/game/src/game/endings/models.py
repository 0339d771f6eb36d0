"""Contests whose end is under way."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from game.models import Base


class Ending(Due, Base):
    """A contest that has ended. It is due when its result may be announced, and then when that may be final."""

    __tablename__ = "endings"

    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"), primary_key=True)
