"""What entries come to, as far as it is known."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Numeric, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base


class ScoreRow(Base):
    """The score of an entry, which it has had since `computed_at`; null where the facts do not suffice.

    `place` orders the entries of a contest, the best first: it is made of the score and of what breaks ties.
    """

    __tablename__ = "scores"

    entry_id: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    contest_id: Mapped[UUID]
    value: Mapped[Decimal | None] = mapped_column(Numeric(24, 6))
    place: Mapped[str] = mapped_column(Text(collation="C"))
    parts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    computed_at: Mapped[datetime]

    __table_args__ = (Index("scores_place_key", "contest_id", "place", unique=True),)
