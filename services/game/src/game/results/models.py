"""Results of contests: snapshots that never change. A corrected one takes the place of the one before."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.models import Base

CAUSES = ("end", "appeal", "suspicion")


class Result(Base):
    """A result of a contest, the `number`-th. Its `head` stands for all that is in it, with the `previous_head`."""

    __tablename__ = "contest_results"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    number: Mapped[int]
    cause: Mapped[str] = mapped_column(String(10))
    cause_id: Mapped[UUID | None]
    head: Mapped[str] = mapped_column(String(64))
    previous_head: Mapped[str | None] = mapped_column(String(64))
    records: Mapped[int]
    made_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(f"cause IN {CAUSES}", name="cause"),
        CheckConstraint("(cause = 'end') = (cause_id IS NULL)", name="cause_id"),
        CheckConstraint("(number = 1) = (previous_head IS NULL)", name="previous_head"),
        UniqueConstraint("contest_id", "number"),
    )


class ResultLine(Base):
    """A line of a result's file, from 1 on, as it is published."""

    __tablename__ = "result_lines"

    result_id: Mapped[UUID] = mapped_column(ForeignKey("contest_results.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    line: Mapped[str] = mapped_column(Text)
