"""Tasks, the rules that they are made by, and evidence that came before its day was made."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.models import Base

KINDS = ("feed", "health_check", "clean", "exercise", "vaccination")
EVIDENCE = ("meal", "checkup", "treatment", "vaccination", "weighing", "camera")

OPEN, DONE, MISSED = "open", "done", "missed"


class TaskRule(Base):
    """How a kind of task is done and what it gives. What can be done by hand gives little.

    A daily one is made for each animal on each day; `vaccination` when care says that one is due.
    """

    __tablename__ = "task_rules"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint("by_hand OR cardinality(evidence) > 0", name="possible"),
        CheckConstraint("xp BETWEEN 0 AND 100 AND coins BETWEEN 0 AND 20", name="rewards"),
        CheckConstraint("NOT by_hand OR (xp <= 10 AND coins <= 2)", name="by_hand"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(String(100))
    evidence: Mapped[list[str]] = mapped_column(ARRAY(String(20)))
    by_hand: Mapped[bool]
    xp: Mapped[int]
    coins: Mapped[int]
    is_daily: Mapped[bool]
    is_active: Mapped[bool]


class Task(Base):
    """Something to do for an animal, once on a day whoever owns it. What was not done when it ended is missed.

    It has the rewards of the rule when it was made, with the boost of the day. `done_at` lies between `starts_at` and
    `ends_at`, also where its evidence came late. `done_by` is `hand`, or the kind of evidence.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("livestock_id", "kind", "local_day"),
        CheckConstraint("starts_at < ends_at", name="times"),
        CheckConstraint("done_at >= starts_at AND done_at < ends_at", name="done_at"),
        CheckConstraint("(done_at IS NULL) = (done_by IS NULL)", name="done_by"),
        CheckConstraint("done_by <> 'hand' OR by_hand", name="by_hand"),
        Index("tasks_of_player_idx", "player_id", "local_day", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("time_ordered_uuid()"))
    player_id: Mapped[UUID] = mapped_column(ForeignKey("players.user_id"))
    livestock_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    local_day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    by_hand: Mapped[bool]
    xp: Mapped[int]
    coins: Mapped[int]
    request_id: Mapped[UUID | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(20))
    evidence_id: Mapped[UUID | None]

    def state(self, now: datetime) -> str:
        if self.done_at is not None:
            return DONE
        return MISSED if self.ends_at <= now else OPEN


class EarlyEvidence(Base):
    """Evidence of a day that is not made yet. Of a quarter of an hour one is enough: no day begins within one.

    Vaccinations are all kept, with their own time as `quarter`: each does the task of its request.
    """

    __tablename__ = "early_evidence"
    __table_args__ = (Index(None, "at"),)

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    quarter: Mapped[datetime] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    evidence_id: Mapped[UUID | None]


class CareNeed(Base):
    """A vaccination that care says is due, as of a version. `ended`: it was given, or will not be."""

    __tablename__ = "care_needs"
    __table_args__ = (
        CheckConstraint("(livestock_id IS NULL) = (due_on IS NULL)", name="known"),
        Index(None, "livestock_id", postgresql_where=text("NOT ended")),
    )

    request_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID | None]
    due_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(BigInteger)
    ended: Mapped[bool] = mapped_column(default=False)
