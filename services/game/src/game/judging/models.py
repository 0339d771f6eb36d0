"""What judges commit to and reveal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base


class Sheet(Base):
    """All marks of a judge. Until they are revealed only their `digest` is known.

    `marks` are by position in the judge's own blind order, then by criterion. `set_aside` names the positions whose
    marks do not count, each with the conflict of interest that was known at the commitment or at the reveal.
    """

    __tablename__ = "judging_sheets"

    judge_id: Mapped[UUID] = mapped_column(ForeignKey("judges.id"), primary_key=True)
    contest_id: Mapped[UUID] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(String(64))
    committed_at: Mapped[datetime]
    nonce: Mapped[str | None] = mapped_column(String(64))
    marks: Mapped[dict[str, dict[str, int]] | None] = mapped_column(JSONB(none_as_null=True))
    set_aside: Mapped[dict[str, Any]] = mapped_column(JSONB(none_as_null=True))
    revealed_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("num_nulls(nonce, marks, revealed_at) IN (0, 3)", name="revealed"),
        CheckConstraint("revealed_at >= committed_at", name="order"),
    )
