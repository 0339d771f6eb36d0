"""The judges of contests."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.judges.machine import JUDGES
from game.models import Base


class Judge(Base):
    """Somebody who judges a contest, by a `number` that stands for them in public.

    `seed` is 64 hexadecimal digits, from which the blind order follows in which they see the entries. None of their
    marks count where `set_aside` says why.
    """

    __tablename__ = "judges"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    user_id: Mapped[UUID]
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    seed: Mapped[str] = mapped_column(String(64))
    invited_by: Mapped[UUID]
    invited_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    set_aside: Mapped[str | None] = mapped_column(String(20))

    __table_args__ = (
        CheckConstraint(JUDGES.check("state"), name="state"),
        CheckConstraint("invited_by <> user_id", name="invited_by"),
        UniqueConstraint("contest_id", "user_id"),
        UniqueConstraint("contest_id", "number"),
        Index(None, "user_id", "id"),
    )
