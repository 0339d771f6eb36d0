"""What looks as if somebody did not play fair."""

from datetime import datetime
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from game.models import Base
from game.suspicions.machine import SUSPICIONS

Kind = Literal["linked_accounts", "wash_trade", "partial_weigher", "judges_agree", "linked_judge"]


class Suspicion(Base):
    """A reason to look at entries or judges of a contest; it is no verdict. `evidence` says what was found.

    `key` tells what it is about: the same is not raised twice.
    """

    __tablename__ = "suspicions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(64))
    entry_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    judge_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    evidence: Mapped[dict[str, Any]] = mapped_column(JSONB)
    state: Mapped[str] = mapped_column(String(10))
    raised_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    note: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint(SUSPICIONS.check("state"), name="state"),
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint("(state = 'open') = (num_nulls(decided_by, decided_at, note) = 3)", name="decided"),
        UniqueConstraint("contest_id", "kind", "key"),
        Index(None, "contest_id", "id"),
        Index("suspicions_open_idx", "contest_id", postgresql_where="state = 'open'"),
    )
