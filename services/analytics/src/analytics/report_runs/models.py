"""Runs of reports, each with its file."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from analytics.models import Base
from analytics.report_runs.machine import RUNS


class ReportRun(Due, Base):
    """A report as it was when it was asked for. It is due until its file is made.

    `rows_total` is null until they are counted. `as_of` is up to when facts were complete; `stale` that books differed.
    """

    __tablename__ = "report_runs"
    __table_args__ = (
        CheckConstraint(RUNS.check("state"), name="state"),
        CheckConstraint("rows_done >= 0", name="rows_done"),
        CheckConstraint("(reason IS NOT NULL) = (state = 'failed')", name="reason"),
        Index(None, "report_id", "id"),
        Index(None, "user_id", "id"),
        Index(None, "kept_until"),
        Index(None, "ended_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    report_id: Mapped[UUID]
    user_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(100))
    query: Mapped[dict[str, Any]] = mapped_column(JSONB)
    format: Mapped[str] = mapped_column(String(4))
    scheduled: Mapped[bool]
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str | None] = mapped_column(String(40))
    rows_done: Mapped[int] = mapped_column(default=0)
    rows_total: Mapped[int | None]
    bytes: Mapped[int | None] = mapped_column(BigInteger)
    as_of: Mapped[datetime | None]
    stale: Mapped[bool | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    kept_until: Mapped[datetime | None]

    @property
    def key(self) -> str:
        """Where its file is."""
        return f"reports/{self.id}.{self.format}"

    def take(self, action: str) -> None:
        """Takes a step. Raises WrongState."""
        self.state = RUNS.follow(action, self.state)
