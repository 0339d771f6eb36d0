"""What people logged at the trough."""

from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from feed.models import Base

Outcome = Literal["fed", "partly", "refused"]
Verdict = Literal["recorded", "corrected", "unplanned"]


class FeedingLog(Base):
    """One feeding of one animal, sent by a phone under an id of its own. It never changes; a later one may replace it.

    `kg` is what the animal ate; null where nobody knows. It `is_estimated` where it is a part of an estimated weight.
    `drawn_kg` was drawn from stock. `digest` tells whether what is sent under the id again is the same.
    """

    __tablename__ = "feeding_logs"
    __table_args__ = (
        CheckConstraint("outcome IN ('fed', 'partly', 'refused')", name="outcome"),
        CheckConstraint("verdict IN ('recorded', 'corrected', 'unplanned')", name="verdict"),
        CheckConstraint("kg >= 0 AND (kg = 0 OR outcome <> 'refused')", name="kg"),
        CheckConstraint("outcome = 'fed' OR reason IS NOT NULL", name="reason"),
        CheckConstraint("(meal_id IS NULL) = (verdict = 'unplanned')", name="meal_id"),
        UniqueConstraint("recorded_by", "client_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    recorded_by: Mapped[UUID]
    client_id: Mapped[UUID]
    digest: Mapped[bytes]
    livestock_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    meal_id: Mapped[UUID | None]
    outcome: Mapped[Outcome] = mapped_column(String(10))
    verdict: Mapped[Verdict] = mapped_column(String(10))
    kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 3))
    is_estimated: Mapped[bool]
    drawn_kg: Mapped[Decimal] = mapped_column(Numeric(8, 3))
    reason: Mapped[str | None] = mapped_column(String(200))
    corrects_id: Mapped[UUID | None]
    fed_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
